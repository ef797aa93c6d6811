"""The warnings, and where in the text they arise."""

from typing import NamedTuple

from extract.record import Record
from extract.view.quotes import Quote, Quotes

__all__ = ["Doubt", "read_doubts"]


class Doubt(NamedTuple):
    """A warning, and the words that it is about."""

    row: str
    code: str
    message: str
    quotes: tuple[Quote, ...]


def read_doubts(record: Record, quotes: Quotes) -> list[Doubt]:
    """Return the warnings in their order."""
    return [
        Doubt(f"w{index}", warning.code.replace("_", " "), warning.message, tuple(map(quotes.of, warning.spans)))
        for index, warning in enumerate(record.warnings)
    ]
