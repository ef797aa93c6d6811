"""From findings to the record: mentions get their texts, sections and references.

Everything is put together as plain dictionaries and validated in one go, at the edge: a code that
`codes.py` does not know never leaves the extractor.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Iterable

from extract.mention import Count, Date, Evidence, Exposure, Incident, Item, Masthead, Quantity, Section, Span, Warning
from extract.pipeline import Findings
from extract.record import SCHEMA_VERSION, Record, Source

__all__ = ["write_record"]

_Fields = dict[str, object]


def write_record(findings: Findings, source: Source, version: str) -> Record:
    """Build the record; `source.span` says where in the file's text the findings' document stands.

    Raises pydantic.ValidationError where the findings break the contract of the record.
    """
    return Record.model_validate(_Writer(findings, source.span[0]).record(source, version))


class _Writer:
    """Brings the document's spans to the file's text and looks up what stands there."""

    def __init__(self, findings: Findings, origin: int) -> None:
        self._findings = findings
        self._origin = origin
        self._section_starts = [section.span[0] for section in findings.sections]

    def record(self, source: Source, version: str) -> _Fields:
        found = self._findings
        return {
            "schema_version": SCHEMA_VERSION,
            "extractor_version": version,
            "id": hashlib.sha256(f"{source.sha256}:{source.part or 0}".encode()).hexdigest()[:32],
            "source": source,
            "release": self._release(found.masthead),
            "incident": self._incident(found.incident),
            "exposures": [self._exposure(exposure) for exposure in found.exposures],
            "sections": [self._section(section) for section in found.sections],
            "dates": [self._date(date) for date in found.dates],
            "counts": [self._count(count) for count in found.counts],
            "items": [self._item(item) for item in found.items],
            "warnings": [self._warning(warning) for warning in found.warnings],
        }

    def _release(self, masthead: Masthead) -> _Fields:
        return {
            "title": masthead.title,
            "organization": masthead.organization,
            "published": masthead.published,
            "report_number": masthead.report_number,
            "report_kind": masthead.report_kind,
            "urls": masthead.urls,
            "evidence": self._evidence(masthead.evidence),
        }

    def _incident(self, incident: Incident) -> _Fields:
        return {
            "types": incident.types,
            "vectors": incident.vectors,
            "occurred": incident.occurred,
            "occurred_end": incident.occurred_end,
            "detected": incident.detected,
            "affected": {"people": _quantity(incident.people), "records": _quantity(incident.records)},
            "secondary_damage": incident.secondary_damage,
            "reported_to": incident.reported_to,
            "third_party": incident.third_party,
            "evidence": self._evidence(incident.evidence),
        }

    def _exposure(self, exposure: Exposure) -> _Fields:
        count = None if exposure.count_ref is None else self._findings.counts[exposure.count_ref]
        return {
            "subject": exposure.subject_span and self._quote(exposure.subject_span),
            "subject_kind": exposure.subject_kind,
            "value": count and count.value,
            "value_max": count and count.value_max,
            "bound": count and count.bound,
            "unit": count and count.unit,
            "unit_kind": count and count.unit_kind,
            "status": exposure.status,
            "categories": tuple(dict.fromkeys(self._findings.items[index].category for index in exposure.item_refs)),
            "count_ref": exposure.count_ref,
            "item_refs": exposure.item_refs,
            "subject_span": exposure.subject_span and self._shifted(exposure.subject_span),
            "spans": self._all_shifted(exposure.spans),
        }

    def _section(self, section: Section) -> _Fields:
        return {
            "heading": section.heading,
            "level": section.level,
            "kinds": section.kinds,
            "parent": section.parent,
            "span": self._shifted(section.span),
            "heading_span": section.heading_span and self._shifted(section.heading_span),
            "text": self._quote(section.span),
        }

    def _date(self, date: Date) -> _Fields:
        return {
            "text": self._quote(date.span),
            "span": self._shifted(date.span),
            "start": date.start,
            "end": date.end,
            "precision": date.precision,
            "first_day": date.first_day,
            "last_day": date.last_day,
            "modifier": date.modifier,
            "role": date.role,
            "section": self._section_of(date.span),
        }

    def _count(self, count: Count) -> _Fields:
        return {
            "text": self._quote(count.span),
            "span": self._shifted(count.span),
            "value": count.value,
            "value_max": count.value_max,
            "bound": count.bound,
            "unit": count.unit,
            "unit_kind": count.unit_kind,
            "role": count.role,
            "status": count.status,
            "total": count.total,
            "section": self._section_of(count.span),
        }

    def _item(self, item: Item) -> _Fields:
        return {
            "text": self._quote(item.span),
            "span": self._shifted(item.span),
            "category": item.category,
            "status": item.status,
            "section": self._section_of(item.span),
        }

    def _warning(self, warning: Warning) -> _Fields:
        return {"code": warning.code, "message": warning.message, "spans": self._all_shifted(warning.spans)}

    def _evidence(self, evidence: Iterable[Evidence]) -> list[_Fields]:
        return [{"field": field, "span": self._shifted(span)} for field, span in evidence]

    def _section_of(self, span: Span) -> int:
        return bisect_right(self._section_starts, span[0]) - 1

    def _all_shifted(self, spans: Iterable[Span]) -> list[Span]:
        return [self._shifted(span) for span in spans]

    def _shifted(self, span: Span) -> Span:
        start, end = map(self._findings.document.place, span)
        return start + self._origin, end + self._origin

    def _quote(self, span: Span) -> str:
        start, end = map(self._findings.document.place, span)
        return self._findings.document.text[start:end]


def _quantity(quantity: Quantity | None) -> _Fields | None:
    if quantity is None:
        return None
    return {
        "value": quantity.value,
        "bound": quantity.bound,
        "status": quantity.status,
        "computed": quantity.computed,
        "count_refs": quantity.counts,
    }
