"""From findings to the record: mentions get their texts, sections and references.

Everything is put together as plain dictionaries and validated in one go, at the edge: a code that
`codes.py` does not know never leaves the extractor.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeVar

from extract.mention import Count, Date, Evidence, Exposure, Incident, Item, Masthead, Quantity, Section, Span, Warning
from extract.pipeline import Findings
from extract.record import SCHEMA_VERSION, Record, Source

__all__ = ["write_record"]

_Fields = dict[str, object]
_Mention = TypeVar("_Mention", Evidence, Section, Date, Count, Item)


def write_record(findings: Findings, text: str, source: Source, version: str) -> Record:
    """Build the record; `text` is the file's, and `source.span` says where in it the findings' document stands.

    Raises pydantic.ValidationError where the findings break the contract of the record.
    """
    return Record.model_validate(_Writer(_in_file(findings, source.span[0]), text).record(source, version))


def _in_file(findings: Findings, origin: int) -> Findings:
    """Bring all spans from the document to the file's text, where it begins at `origin`."""
    document = findings.document
    if origin == 0 and document.is_text:
        return findings

    def placed(span: Span) -> Span:
        start, end = document.placed(span)
        return origin + start, origin + end

    def all_placed(mentions: Sequence[_Mention]) -> list[_Mention]:
        return [mention._replace(span=placed(mention.span)) for mention in mentions]

    return findings._replace(
        masthead=findings.masthead._replace(evidence=tuple(all_placed(findings.masthead.evidence))),
        sections=[
            section._replace(heading_span=section.heading_span and placed(section.heading_span))
            for section in all_placed(findings.sections)
        ],
        dates=all_placed(findings.dates),
        counts=all_placed(findings.counts),
        items=all_placed(findings.items),
        exposures=[
            exposure._replace(
                subject_span=exposure.subject_span and placed(exposure.subject_span),
                spans=tuple(map(placed, exposure.spans)),
            )
            for exposure in findings.exposures
        ],
        incident=findings.incident._replace(evidence=tuple(all_placed(findings.incident.evidence))),
        warnings=[warning._replace(spans=tuple(map(placed, warning.spans))) for warning in findings.warnings],
    )


class _Writer:
    """Looks up what stands at the spans of findings in the file's text."""

    def __init__(self, findings: Findings, text: str) -> None:
        self._findings = findings
        self._text = text
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
            "evidence": _evidence(masthead.evidence),
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
            "evidence": _evidence(incident.evidence),
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
            "subject_span": exposure.subject_span,
            "spans": exposure.spans,
        }

    def _section(self, section: Section) -> _Fields:
        return {
            "heading": section.heading,
            "level": section.level,
            "kinds": section.kinds,
            "parent": section.parent,
            "span": section.span,
            "heading_span": section.heading_span,
            "text": self._quote(section.span),
        }

    def _date(self, date: Date) -> _Fields:
        return {
            "text": self._quote(date.span),
            "span": date.span,
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
            "span": count.span,
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
            "span": item.span,
            "category": item.category,
            "status": item.status,
            "section": self._section_of(item.span),
        }

    def _warning(self, warning: Warning) -> _Fields:
        return {"code": warning.code, "message": warning.message, "spans": warning.spans}

    def _section_of(self, span: Span) -> int:
        return bisect_right(self._section_starts, span[0]) - 1

    def _quote(self, span: Span) -> str:
        return self._text[span[0] : span[1]]


def _evidence(evidence: Iterable[Evidence]) -> list[_Fields]:
    return [{"field": field, "span": span} for field, span in evidence]


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
