"""What of a release is marked: every mention, and every word that a value rests on."""

from collections.abc import Iterator, Sequence

from extract.record import Record
from extract.view.facts import row_of
from extract.view.figures import item_row
from extract.view.labels import label
from extract.view.marks import Mark
from extract.view.timeline import Moment

__all__ = ["find_marks"]


def find_marks(record: Record, timeline: Sequence[Moment]) -> Iterator[Mark]:
    """Yield the marks of a record, kind by kind; each leads to its row."""
    for moment in timeline:
        said = f"date: {moment.label}, {moment.when}"
        for index in moment.dates:
            yield Mark(*record.dates[index].span, "date", moment.row, said)
    for index, count in enumerate(record.counts):
        said = f"count: {label(count.role, 'CountRole')}, {label(count.status, 'Status')}"
        yield Mark(*count.span, "count", f"c{index}", said, count.status)
    for item in record.items:
        said = f"item: {label(item.category, 'Category')}, {label(item.status, 'Status')}"
        yield Mark(*item.span, "item", item_row(item.category), said, item.status)
    for index, section in enumerate(record.sections):
        if section.heading_span is not None:
            kinds = ", ".join(label(kind, "SectionKind") for kind in section.kinds)
            yield Mark(*section.heading_span, "heading", f"s{index}", f"heading: {kinds}" if kinds else "heading")
    for index, exposure in enumerate(record.exposures):
        if exposure.subject_span is not None:
            kind = exposure.subject_kind or "other"
            yield Mark(*exposure.subject_span, "subject", f"e{index}", f"whose data: {label(kind, 'SubjectKind')}")
    for evidence in (*record.release.evidence, *record.incident.evidence):
        said = f"fact: {label(evidence.field, 'Field')}"
        yield Mark(*evidence.span, "fact", row_of(evidence.field), said)
    for index, warning in enumerate(record.warnings):
        for span in warning.spans:
            yield Mark(*span, "warning", f"w{index}", f"warning: {warning.code}")
