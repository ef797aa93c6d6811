"""The document: the source text, its folded twin, its lines and its sentences."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import Final, NamedTuple

from extract.text.folding import fold
from extract.text.lines import Line, LineKind, read_lines
from extract.text.shape import shape
from extract.text.tables import Tables

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
# A line that ends so is complete even without a full stop.
_CLOSED: Final = shape(r"[。!?:」』)\]】》≫>|]$|(?:です|ます|ました|ません|こと|もの|以上|敬具)$")
# A line that opens with a mark starts anew: ※, ・, (1), 1., ①, 【.
_MARK: Final = shape(r"[※*・【<■◆●○①-⑳❶-❿]|\(?[0-9]{1,2}[).]|\([ア-ン一-十]\)|[ア-ン][.) ]")
# Lines that may be broken hard inside a sentence; they are at least so long.
_BREAKABLE: Final = ("text", "bullet")
_BLANK_LINE: Final = Line(0, 0, 0, 0, 0, "blank", 0)
_SHORTEST_BROKEN: Final = 12
# A page's lines end within so many columns of each other, and so many do where it is set in lines.
_RAGGED: Final = 16
_NARROWEST_PAGE: Final = 48
_SET_LINES: Final = 3
# Inside a sentence whatever the width: after a particle, a comma, an open verb.
_OPEN: Final = shape(r"[をにのはがでとへもや、,て]$")
# Likewise before what begins no sentence: 行われ|た痕跡, 確認|しました, 漏えい|を.
_TAIL: Final = shape(
    r"[をっんゃゅょ、。」』)]|た(?:[事旨可痕形もと]|こと)|(?:いた|致)?しま|(?:され|いた|おり|でき)ま|ました|ません"
)


class Document:
    """A release's text in two forms of the same length: `source` and `folded`.

    `source` is `text` itself, but for a CRLF, which is one LF in it: no pattern has to know both.
    All offsets are those of `source`; `place` gives that of the text. `replaced` are the spans that
    stand for bytes that could not be decoded.
    """

    def __init__(self, text: str, replaced: Sequence[tuple[int, int]] = ()) -> None:
        """Take a text, and the spans of it that are `replaced`."""
        self.text: Final = text
        # Where in `source` each LF stands that is a CRLF of the text: as many characters are missing there.
        found = _CRLF.finditer(text) if "\r" in text else ()
        self._breaks: Final = [crlf.start() - index for index, crlf in enumerate(found)]
        self.source: Final = text.replace("\r\n", "\n") if self._breaks else text
        self.replaced: Final = tuple((self.offset(start), self.offset(end)) for start, end in replaced)
        self.folded: Final = fold(self.source)

    def __len__(self) -> int:
        return len(self.source)

    @property
    def has_crlf(self) -> bool:
        """Whether the text has a CRLF, so that offsets of `source` are other places in it."""
        return bool(self._breaks)

    def place(self, offset: int) -> int:
        """Return where in the text an offset of `source` is; never between a CR and its LF."""
        return offset + bisect_left(self._breaks, offset)

    def offset(self, place: int) -> int:
        """Return the offset in `source` of a place in the text."""
        return place - bisect_left(range(len(self._breaks)), place, key=lambda index: self._breaks[index] + index)

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
    def lines(self) -> tuple[Line, ...]:
        """The lines in order; their breaks and nothing else lie between them."""
        return read_lines(self.folded)

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
        for line, following in self._with_following():
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
            elif following.kind != "text" or not self._goes_on(line, following):
                found.append(_sentence((start, right)))
                start = None
        return tuple(found), broken

    def _with_following(self) -> Iterator[tuple[Line, Line]]:
        """Yield each line with the next one; the last has a blank one behind it."""
        return zip(self.lines, (*self.lines[1:], _BLANK_LINE), strict=True)

    def _goes_on(self, line: Line, following: Line) -> bool:
        """Whether the sentence at the end of a line goes on in the next: a hard line break."""
        if not self._may_go_on(line, following):
            return False
        if _OPEN.search(self.folded, line.right - 1, line.right) or _TAIL.match(self.folded, following.left):
            return True
        return self._page_width is not None and self._columns(line) >= self._page_width - _RAGGED

    def _may_go_on(self, line: Line, following: Line) -> bool:
        return (
            following.kind == "text"
            and line.kind in _BREAKABLE
            and line.right - line.left >= _SHORTEST_BROKEN
            and not _MARK.match(self.folded, following.left, following.right)
            and not _CLOSED.search(self.folded, max(line.left, line.right - 4), line.right)
        )

    @cached_property
    def _page_width(self) -> int | None:
        """The columns of a page where the text is set in lines of one width (as PDFs give it), else None."""
        widths = sorted(
            self._columns(line) for line, following in self._with_following() if self._may_go_on(line, following)
        )
        if len(widths) < _SET_LINES:
            return None
        width = widths[-_SET_LINES]
        if width < _NARROWEST_PAGE:
            return None
        set_wide = sum(width - _RAGGED <= columns <= width + _RAGGED for columns in widths)
        return width if set_wide >= max(_SET_LINES, len(widths) // 3) else None

    def _columns(self, line: Line) -> int:
        """Return the width of a line's words: full-width letters take two columns."""
        words = self.source[line.left : line.right]
        return len(words) + sum(char > "\u2e7f" for char in words) + line.left - line.start

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
