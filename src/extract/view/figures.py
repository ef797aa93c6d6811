"""The counts, one a row, and the items by category."""

from typing import NamedTuple

from extract.record import Record
from extract.view.labels import label
from extract.view.quotes import Quote, Quotes
from extract.view.values import how_many

__all__ = ["Figure", "Kind", "item_row", "read_figures", "read_items"]


class Figure(NamedTuple):
    """A count: `amount` is None where the text is vague."""

    row: str
    quote: Quote
    amount: str | None
    unit: str
    role: str
    status: str
    total: bool


class Kind(NamedTuple):
    """A category of items, and every mention with its status."""

    row: str
    label: str
    mentions: tuple[tuple[str, Quote], ...]


def item_row(category: str) -> str:
    """Return the name of a category's row."""
    return f"i-{category}"


def read_figures(record: Record, quotes: Quotes) -> list[Figure]:
    """Return the counts in the text's order."""
    return [
        Figure(
            f"c{index}",
            quotes.of(count.span),
            how_many(count),
            label(count.unit_kind, "UnitKind"),
            label(count.role, "CountRole"),
            count.status,
            count.total,
        )
        for index, count in enumerate(record.counts)
    ]


def read_items(record: Record, quotes: Quotes) -> list[Kind]:
    """Return the categories in the order of their first mention."""
    found: dict[str, list[tuple[str, Quote]]] = {}
    for item in record.items:
        found.setdefault(item.category, []).append((item.status, quotes.of(item.span)))
    return [
        Kind(item_row(category), label(category, "Category"), tuple(mentions)) for category, mentions in found.items()
    ]
