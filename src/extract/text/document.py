"""The document: the source text, its folded twin, its lines and its sentences."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, partial
from typing import Final, NamedTuple

from extract.text.folding import fold
from extract.text.lines import Line, LineKind, read_lines
from extract.text.shape import shape
from extract.text.tables import Tables
from extract.text.wrapping import Cuts, Wrapping, unwrapped

__all__ = ["Document", "Line", "LineKind", "Sentence"]


class Sentence(NamedTuple):
    """A stretch of text that ends in 。, a blank line, or where the next line starts anew."""

    start: int
    end: int


# Makes a sentence of a tuple, in half of what the function takes that a named tuple's class is called by.
_sentence: Final = partial(tuple.__new__, Sentence)
_CRLF: Final = shape("\r\n")
# What a number is written with.
_NUMERALS: Final = "0123456789,.、 〇一二三四五六七八九十百千万億"
_LONGEST_NUMBER: Final = 40


def _stops(marks: str) -> re.Pattern[str]:
    """Match the end of a sentence: a stop and its closing quotes.

    Not 「…。」と, nor in a bracket that the sentence goes on after: 役職員(退職者を含む。)および家族.
    """
    goes_on = "とのをがにはもで、)"
    return shape(
        # Nearly all stops are one mark, with nothing closed behind it.
        rf"[{marks}](?:(?![{marks}」』\]{goes_on}])"
        rf"|[{marks}]*+(?:[」』\]]*+(?![{goes_on}])|[」』\]]*+\)[」』)\]]*+(?=\s|$)))"
    )


_STOP: Final = _stops("。!?")
# For a text without the others: a single letter is found much faster than one of several.
_FULL_STOP: Final = _stops("。")
_BLANK_LINE: Final = Line(0, 0, 0, 0, 0, "blank", 0)


class Document:
    """A release's text in two forms of the same length: `source` and `folded`.

    `source` is `text` itself, but for a CRLF, which is one LF in it, and for a hard break inside a paragraph and a
    stray blank inside a word, which are cut out: no pattern has to know them. All offsets are those of `source`;
    `placed` gives a span of the text.
    `replaced` are the spans that stand for bytes that could not be decoded.
    """

    def __init__(self, text: str, replaced: Sequence[tuple[int, int]] = ()) -> None:
        """Take a text, and the spans of it that are `replaced`."""
        self.text: Final = text
        # Where in `source` each LF stands that is a CRLF of the text: as many characters are missing there.
        found = _CRLF.finditer(text) if "\r" in text else ()
        self._breaks: Final = [crlf.start() - index for index, crlf in enumerate(found)]
        source = text.replace("\r\n", "\n") if self._breaks else text
        folded = fold(source)
        lines = read_lines(folded)
        wrapping = Wrapping(source, folded, lines)
        self._cuts = Cuts(())
        if breaks := sorted([*wrapping.hard_breaks(), *wrapping.stray_blanks()]):
            source, self._cuts = unwrapped(source, breaks)
            folded = fold(source)
            lines = read_lines(folded)
            wrapping = Wrapping(source, folded, lines, wrapping.page_width)
        self._wrapping: Final = wrapping
        self.source: Final = source
        self.folded: Final = folded
        # In order; their breaks and nothing else lie between them.
        self.lines: Final[tuple[Line, ...]] = lines
        self.replaced: Final = tuple((self.offset(start), self.offset(end)) for start, end in replaced)

    def __len__(self) -> int:
        return len(self.source)

    @property
    def is_text(self) -> bool:
        """Whether offsets of `source` are places in the text too."""
        return not (self._breaks or self._cuts)

    def placed(self, span: tuple[int, int]) -> tuple[int, int]:
        """Return a span of `source` in the text: it neither begins nor ends with a break that was cut out."""
        start = self._cuts.opening(span[0])
        end = max(start, self._cuts.closing(span[1]))
        # Never between a CR and its LF.
        return start + bisect_left(self._breaks, start), end + bisect_left(self._breaks, end)

    def offset(self, place: int) -> int:
        """Return the offset in `source` of a place in the text."""
        line = place - bisect_left(range(len(self._breaks)), place, key=lambda index: self._breaks[index] + index)
        return self._cuts.offset(line)

    def is_torn(self, span: tuple[int, int]) -> bool:
        """Whether characters are lost beside it that may have been part of its number: of 1\ufffd,345名 the 345名."""
        if not self._has_losses:
            return False
        start, end = span
        before = self.folded[max(0, start - _LONGEST_NUMBER) : start].rstrip(_NUMERALS)
        # Of a pair of CP932 the second byte may be left over, as a letter.
        return "\ufffd" in before[-2:] or self.folded.startswith("\ufffd", end)

    @cached_property
    def _has_losses(self) -> bool:
        return "\ufffd" in self.source

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_index(self, offset: int) -> int:
        """Return the index of the line that holds `offset`."""
        return bisect_right(self._line_starts, offset) - 1

    def line_at(self, offset: int) -> Line:
        """Return the line that holds `offset`."""
        return self.lines[bisect_right(self._line_starts, offset) - 1]

    @cached_property
    def tables(self) -> Tables:
        """The columns of its tables."""
        return Tables(self.folded, self.lines)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order, blanks at their ends left out; table rows are one each."""
        return self._sentences_and_broken[0]

    @cached_property
    def broken(self) -> list[Sentence]:
        """Those of the sentences that go on over a line's end, which few do."""
        found, broken = self._sentences_and_broken
        return [found[index] for index in broken]

    @cached_property
    def _sentences_and_broken(self) -> tuple[tuple[Sentence, ...], list[int]]:
        """The sentences, and the indices of the broken ones."""
        found: list[Sentence] = []
        broken: list[int] = []
        start: int | None = None
        # All stops in one search: none spans a line's end. The last one lies behind the text.
        stop_of = _STOP if "!" in self.folded or "?" in self.folded else _FULL_STOP
        stops = [match.end() for match in stop_of.finditer(self.folded)]
        stops.append(len(self) + 1)
        reached = 0
        for line, following in zip(self.lines, (*self.lines[1:], _BLANK_LINE), strict=True):
            _, _, at, right, _, kind, _ = line
            if kind == "blank" or kind == "rule":
                continue
            if start is None:
                start = at
            elif not broken or broken[-1] < len(found):
                broken.append(len(found))
            while (stop := stops[reached]) <= right:
                found.append(_sentence((start, stop)))
                at = start = stop
                reached += 1
            if at >= right:
                start = None
            elif following.kind != "text" or not self._wrapping.goes_on(line, following):
                found.append(_sentence((start, right)))
                start = None
        return tuple(found), broken

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where the sentences start, in order."""
        return [sentence.start for sentence in self.sentences]

    def sentence_index(self, offset: int) -> int:
        """Return the index of the sentence that holds `offset`, or of the last one before it (-1: none)."""
        return bisect_right(self.sentence_starts, offset) - 1

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence that holds `offset`, or an empty one where none does."""
        index = bisect_right(self.sentence_starts, offset) - 1
        if index >= 0:
            sentence = self.sentences[index]
            if offset < sentence.end:
                return sentence
        return Sentence(offset, offset)
