"""From findings to the record of `record.py`: mentions get their texts, sections and references."""

import hashlib
from bisect import bisect_right
from collections.abc import Sequence

from extract import record as models
from extract.mention import Evidence, Exposure, Quantity, Span
from extract.pipeline import Findings

__all__ = ["write_record"]


def write_record(findings: Findings, source: models.Source, version: str) -> models.Record:
    """Build the record; `source.span` says where in the file's text the findings' document stands."""
    return _Writer(findings, source.span[0]).record(source, version)


class _Writer:
    """Shifts the document's spans to the file's text and looks up what stands there."""

    def __init__(self, findings: Findings, origin: int) -> None:
        self.findings = findings
        self.text = findings.document.source
        self.origin = origin
        self.section_starts = [section.span[0] for section in findings.sections]

    def record(self, source: models.Source, version: str) -> models.Record:
        found = self.findings
        identity = hashlib.sha256(f"{source.sha256}:{source.part or 0}".encode()).hexdigest()
        return models.Record(
            schema_version=models.SCHEMA_VERSION,
            extractor_version=version,
            id=identity[:32],
            source=source,
            release=models.Release(
                title=found.masthead.title,
                organization=found.masthead.organization,
                published=found.masthead.published,
                report_number=found.masthead.report_number,
                report_kind=found.masthead.report_kind,  # type: ignore[arg-type]
                urls=found.masthead.urls,
                evidence=self.evidence(found.masthead.evidence),
            ),
            incident=self.incident(),
            exposures=tuple(self.exposure(group) for group in found.exposures),
            sections=tuple(
                models.Section(
                    heading=section.heading,
                    level=section.level,
                    kinds=section.kinds,
                    parent=section.parent,
                    span=self.shifted(section.span),
                    heading_span=section.heading_span and self.shifted(section.heading_span),
                    text=self.quote(section.span),
                )
                for section in found.sections
            ),
            dates=tuple(
                models.Date(
                    text=self.quote(date.span),
                    span=self.shifted(date.span),
                    start=date.start,
                    end=date.end,
                    precision=date.precision,  # type: ignore[arg-type]
                    first_day=date.first_day,
                    last_day=date.last_day,
                    modifier=date.modifier,  # type: ignore[arg-type]
                    role=date.role,
                    section=self.section_of(date.span),
                )
                for date in found.dates
            ),
            counts=tuple(
                models.Count(
                    text=self.quote(count.span),
                    span=self.shifted(count.span),
                    value=count.value,
                    value_max=count.value_max,
                    bound=count.bound,  # type: ignore[arg-type]
                    unit=count.unit,
                    unit_kind=count.unit_kind,
                    role=count.role,  # type: ignore[arg-type]
                    status=count.status,  # type: ignore[arg-type]
                    total=count.total,
                    section=self.section_of(count.span),
                )
                for count in found.counts
            ),
            items=tuple(
                models.Item(
                    text=self.quote(item.span),
                    span=self.shifted(item.span),
                    category=item.category,
                    status=item.status,  # type: ignore[arg-type]
                    section=self.section_of(item.span),
                )
                for item in found.items
            ),
            warnings=tuple(
                models.Warning(
                    code=warning.code,
                    message=warning.message,
                    spans=tuple(self.shifted(span) for span in warning.spans),
                )
                for warning in found.warnings
            ),
        )

    def incident(self) -> models.Incident:
        incident = self.findings.incident
        return models.Incident(
            types=incident.types,
            vectors=incident.vectors,
            occurred=incident.occurred,
            occurred_end=incident.occurred_end,
            detected=incident.detected,
            affected=models.Affected(people=_quantity(incident.people), records=_quantity(incident.records)),
            secondary_damage=incident.secondary_damage,  # type: ignore[arg-type]
            reported_to=incident.reported_to,
            third_party=incident.third_party,
            evidence=self.evidence(incident.evidence),
        )

    def exposure(self, group: Exposure) -> models.Exposure:
        count = None if group.count_ref is None else self.findings.counts[group.count_ref]
        categories = dict.fromkeys(self.findings.items[index].category for index in group.item_refs)
        return models.Exposure(
            subject=group.subject_span and self.quote(group.subject_span),
            subject_kind=group.subject_kind,
            value=count and count.value,
            value_max=count and count.value_max,
            bound=count and count.bound,  # type: ignore[arg-type]
            unit=count and count.unit,
            unit_kind=count and count.unit_kind,
            status=group.status,  # type: ignore[arg-type]
            categories=tuple(categories),
            count_ref=group.count_ref,
            item_refs=group.item_refs,
            subject_span=group.subject_span and self.shifted(group.subject_span),
            spans=tuple(self.shifted(span) for span in group.spans),
        )

    def evidence(self, found: Sequence[Evidence]) -> tuple[models.Evidence, ...]:
        return tuple(models.Evidence(field=field, span=self.shifted(span)) for field, span in found)

    def section_of(self, span: Span) -> int:
        return bisect_right(self.section_starts, span[0]) - 1

    def shifted(self, span: Span) -> Span:
        return span[0] + self.origin, span[1] + self.origin

    def quote(self, span: Span) -> str:
        return self.text[span[0] : span[1]]


def _quantity(quantity: Quantity | None) -> models.Quantity | None:
    if quantity is None:
        return None
    value, bound, status, computed, counts = quantity
    return models.Quantity(value=value, bound=bound, status=status, computed=computed, count_refs=counts)  # type: ignore[arg-type]
