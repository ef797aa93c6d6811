"""The sections as a table of contents."""

from typing import Final, NamedTuple

from extract.record import Record
from extract.view.labels import label
from extract.view.quotes import Quote, Quotes

__all__ = ["Entry", "read_contents"]

# Deeper headings are shown as this deep.
_DEEPEST: Final = 4


class Entry(NamedTuple):
    """A heading, how deep it stands (1 is the topmost), and what its section holds."""

    row: str
    quote: Quote
    depth: int
    kinds: tuple[str, ...]


def read_contents(record: Record, quotes: Quotes) -> list[Entry]:
    """Return the headings in the text's order."""
    return [
        Entry(
            f"s{index}",
            quotes.of(section.heading_span),
            min(max(section.level, 1), _DEEPEST),
            tuple(label(kind, "SectionKind") for kind in section.kinds),
        )
        for index, section in enumerate(record.sections)
        if section.heading_span is not None
    ]
