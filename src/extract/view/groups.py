"""The exposures as a table: whose data, how many, how sure, which items."""

from typing import NamedTuple

from extract.record import Record
from extract.view.labels import label
from extract.view.quotes import Quote, Quotes
from extract.view.values import how_many

__all__ = ["Group", "read_groups"]


class Group(NamedTuple):
    """A row: whose data, how many, how sure, which items.

    `items`: each category's label, and the words that name it first. `evidence`: what else it rests on.
    """

    row: str
    subject: Quote | None
    kind: str | None
    figure: Quote | None
    amount: str | None
    unit: str | None
    status: str
    items: tuple[tuple[str, Quote], ...]
    evidence: tuple[Quote, ...]


def read_groups(record: Record, quotes: Quotes) -> list[Group]:
    """Return a row for each exposure, in their order."""
    groups = []
    for index, exposure in enumerate(record.exposures):
        first: dict[str, Quote] = {}
        for reference in exposure.item_refs:
            item = record.items[reference]
            if item.category not in first:
                first[item.category] = quotes.of(item.span)
        count_span = None if exposure.count_ref is None else record.counts[exposure.count_ref].span
        told = {exposure.subject_span, count_span, *(record.items[item].span for item in exposure.item_refs)}
        groups.append(
            Group(
                f"e{index}",
                exposure.subject_span and quotes.of(exposure.subject_span),
                exposure.subject_kind and label(exposure.subject_kind, "SubjectKind"),
                count_span and quotes.of(count_span),
                how_many(exposure),
                exposure.unit,
                exposure.status,
                tuple((label(category, "Category"), quote) for category, quote in first.items()),
                tuple(quotes.of(span) for span in exposure.spans if span not in told),
            )
        )
    return groups
