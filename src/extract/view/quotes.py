"""The words of a release that a value rests on."""

from typing import Final, NamedTuple

from extract.mention import Span
from extract.record import Record

__all__ = ["Quote", "Quotes"]

# More than this many characters are not quoted: the evidence itself is a click away.
_LONGEST: Final = 48


class Quote(NamedTuple):
    """Words at `start:end` of the file's text, cut where they are long."""

    words: str
    start: int
    end: int


class Quotes:
    """A release's whole text, which its sections tile, and what stands where in it."""

    def __init__(self, record: Record) -> None:
        self.text = "".join(section.text for section in record.sections)
        self._origin = record.source.span[0]

    def of(self, span: Span) -> Quote:
        """Return what stands at a span of the file's text."""
        start, end = span[0] - self._origin, span[1] - self._origin
        words = " ".join(self.text[start : min(end, start + _LONGEST)].split())
        return Quote(words + "…" if end - start > _LONGEST else words, *span)
