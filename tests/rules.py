"""The rules of a record that its JSON Schema cannot say, for the tests."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract import Record
from extract.mention import Span
from extract.record import Count, Date, Item, Section

__all__ = ["faults"]

Mention = Date | Count | Item


def faults(record: Record, text: str) -> Iterator[str]:
    """Say what breaks a rule; `text` is that of the whole file."""
    yield from _spans(record, text)
    yield from _sections(record)
    yield from _exposures(record)
    for date in record.dates:
        if not date.first_day <= date.last_day:
            yield f"dates: {date.text!r} ends before it begins"
    for stated in (record.incident.affected.people, record.incident.affected.records):
        if stated and not all(0 <= ref < len(record.counts) for ref in stated.count_refs):
            yield f"affected: no such count among {stated.count_refs}"
        if stated and any(record.counts[ref].status == "excluded" for ref in stated.count_refs):
            yield "affected: counts what was not exposed"


def _spans(record: Record, text: str) -> Iterator[str]:
    low, high = record.source.span
    quoted: list[Section | Mention] = [*record.sections, *record.dates, *record.counts, *record.items]
    for part in quoted:
        if text[slice(*part.span)] != part.text:
            yield f"{type(part).__name__}: {part.text!r} does not stand at {part.span}"
    dimensions: tuple[Sequence[Mention], ...] = (record.dates, record.counts, record.items)
    for mentions in dimensions:
        if [mention.span for mention in mentions] != sorted(mention.span for mention in mentions):
            yield "mentions: not in the order of the text"
        for before, after in pairwise(mentions):
            if after.span[0] < before.span[1]:
                yield f"mentions: {before.text!r} and {after.text!r} overlap"
        for mention in mentions:
            begin, end = record.sections[mention.section].span
            if not begin <= mention.span[0] < end:
                yield f"mentions: {mention.text!r} does not stand in its section"
    for exposure in record.exposures:
        if exposure.subject_span and text[slice(*exposure.subject_span)] != exposure.subject:
            yield f"exposures: {exposure.subject!r} does not stand at {exposure.subject_span}"
    for span in _all_spans(record):
        if not low <= span[0] < span[1] <= high:
            yield f"spans: {span} is empty or outside {low}:{high}"


def _all_spans(record: Record) -> Iterator[Span]:
    yield from (section.span for section in record.sections)
    yield from (date.span for date in record.dates)
    yield from (count.span for count in record.counts)
    yield from (item.span for item in record.items)
    for section in record.sections:
        if section.heading_span:
            yield section.heading_span
    for evidence in (*record.release.evidence, *record.incident.evidence):
        yield evidence.span
    for exposure in record.exposures:
        yield from exposure.spans
        if exposure.subject_span:
            yield exposure.subject_span
    for warning in record.warnings:
        yield from warning.spans


def _sections(record: Record) -> Iterator[str]:
    at, high = record.source.span
    for index, section in enumerate(record.sections):
        if section.span[0] != at:
            yield f"sections: {index} begins at {section.span[0]}, not at {at}"
        at = section.span[1]
        if (section.heading is None) != (section.heading_span is None) or (section.heading is None) == bool(
            section.kinds
        ):
            yield f"sections: {index} has the heading {section.heading!r} and the kinds {section.kinds}"
        if section.parent is not None:
            if not 0 <= section.parent < index:
                yield f"sections: {index} stands under {section.parent}"
            elif record.sections[section.parent].level >= section.level:
                yield f"sections: {index} is no deeper than its parent {section.parent}"
    if at != high:
        yield f"sections: they end at {at}, not at {high}"


def _exposures(record: Record) -> Iterator[str]:
    for exposure in record.exposures:
        if exposure.count_ref is None:
            if (exposure.value, exposure.bound, exposure.unit) != (None, None, None):
                yield f"exposures: {exposure.value} {exposure.unit} of no count"
        elif not 0 <= exposure.count_ref < len(record.counts):
            yield f"exposures: no count {exposure.count_ref}"
        else:
            count = record.counts[exposure.count_ref]
            for field in ("value", "value_max", "bound", "unit", "unit_kind"):
                if getattr(count, field) != getattr(exposure, field):
                    yield f"exposures: {field} is not that of {count.text!r}"
        if not all(0 <= ref < len(record.items) for ref in exposure.item_refs):
            yield f"exposures: no such item among {exposure.item_refs}"
        elif exposure.categories != tuple(dict.fromkeys(record.items[ref].category for ref in exposure.item_refs)):
            yield f"exposures: {exposure.categories} are not the categories of its items"
