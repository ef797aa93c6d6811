"""Lines that were broken hard inside a sentence, made one again.

A page of a PDF, or a mail, is set in lines of one width, and breaks its sentences wherever they reach it: 漏えいした可,
能性があります. Nothing that reads sentences should have to know of such breaks.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final

from extract.text.lines import Line
from extract.text.shape import shape

__all__ = ["Cuts", "Wrapping", "unwrapped"]

# A line that ends so is complete even without a full stop.
_CLOSED: Final = shape(r"[。!?:」』)\]】》≫>|]$|(?:です|ます|ました|ません|こと|もの|以上|敬具)$")
# A line that opens with a mark starts anew: ※, ・, (1), 1., ①, 【.
_MARK: Final = shape(r"[※*・【<■◆●○①-⑳❶-❿]|\(?[0-9]{1,2}[).]|\([ア-ン一-十]\)|[ア-ン][.) ]")
# Lines that may be broken hard inside a sentence; they are at least so long.
_BREAKABLE: Final = ("text", "bullet")
_SHORTEST_BROKEN: Final = 12
# A page's lines end within so many columns of each other, and so many do where it is set in lines.
_RAGGED: Final = 16
_NARROWEST_PAGE: Final = 48
# Two lines of one width are enough where they are long, and none is longer.
_NARROWEST_SURE: Final = 60
_SET_LINES: Final = 3
# A line is full where no letter more had its place in it, but for a mark that may hang over.
_SHORT_BY: Final = 3
_HANGING: Final = ("、", "。", ")", "」")
# A line that is set further to the right is set by itself: the day and the name at the head of a letter.
_DEEPEST: Final = 12
# Among lines that are full, few are longer: links, which nothing breaks.
_LONGER: Final = 4
# Inside a sentence whatever the width: after a particle, a comma, an open verb.
_OPEN: Final = shape(r"[をにのはがでとへもや、,て]$")
# Likewise before what begins no sentence: 行われ|た痕跡, 確認|しました, 漏えい|を.
_TAIL: Final = shape(
    r"[をっんゃゅょ、。」』)]|(?:に(?:お|対|関|つ)|が、|は、|の、)|た(?:[事旨可痕形もと]|こと)|(?:いた|致)?しま|(?:され|いた|おり|でき)ま|ました|ません"
)
_FULL_STOPS: Final = ("。", "。)", "。」")
_STOPS: Final = (*_FULL_STOPS, "!", "?")
# サービ|ス)において: no mark like ア) at the head of a line.
_TORN: Final = shape(r"[ァ-ヶー]\n[ア-ン]\)")
# 流出について: a title, whatever its last letter.
_TITLE: Final = shape(r"(?:について|に関して|に関する(?:お知らせ|ご報告)|お知らせ|お詫び)$")
_DATED: Final = shape(r"(?:令和|平成)? ?[0-9元]{1,4} ?(?:年|月|日|[./][0-9])|同日|翌")
# 5月 / 7日.
_IN_DATE: Final = shape(r"[0-9年月]$")
# 確認されており[ ]ませんが, でき[ ]ませんでした: where lines of a PDF were joined by a blank. Not: お知らせは[ ]こちら.
_STRAY: Final = shape(
    r" (?<=[ぁ-ん] )(?=ませ|まし|ます|ない|なか|なく|おり|おら|いた|いま|いて|いる|きま|きな|ござ|して|した|され"
    r"|れて|れた|つきまして|こと|もの|とおり|とも|[にをがはもの])"
)
# Words in letters are parted by the break itself: Microsoft / 365.
_LETTER: Final = shape(r"[A-Za-z0-9]")


class Cuts:
    """Where breaks were cut out of a text, and so where a place in the one text is in the other."""

    def __init__(self, cuts: Sequence[tuple[int, int]]) -> None:
        """Take the spans that were cut out, in order."""
        self._sums: Final = list(accumulate(end - start for start, end in cuts))
        before = [0, *self._sums]
        self._at: Final = [start - gone for (start, _), gone in zip(cuts, before, strict=False)]
        self._starts: Final = [start for start, _ in cuts]

    def __bool__(self) -> bool:
        return bool(self._at)

    def opening(self, offset: int) -> int:
        """Return where what begins at an offset began: behind what was cut out there."""
        found = bisect_right(self._at, offset)
        return offset + self._sums[found - 1] if found else offset

    def closing(self, offset: int) -> int:
        """Return where what ends at an offset ended: before what was cut out there."""
        found = bisect_left(self._at, offset)
        return offset + self._sums[found - 1] if found else offset

    def offset(self, place: int) -> int:
        """Return the offset of a place in the text as it was; of one that was cut out, where it had been."""
        found = bisect_right(self._starts, place)
        return max(self._at[found - 1], place - self._sums[found - 1]) if found else place


class Wrapping:
    """Tells where a sentence of a text goes on in the next line."""

    def __init__(self, source: str, folded: str, lines: Sequence[Line], page_width: int | None = None) -> None:
        """Take a text, the same folded, its lines, and the width of its page where that is known."""
        self._known_width = page_width
        self._source = source
        self._folded = folded
        self._lines = lines

    def goes_on(self, line: Line, following: Line) -> bool:
        """Whether the sentence at the end of a line goes on in the next: a hard line break."""
        if not self._may_go_on(line, following):
            return False
        if self._is_open(line, following):
            return True
        return self.page_width is not None and self._columns(line) >= self.page_width - _RAGGED

    def hard_breaks(self) -> list[tuple[int, int]]:
        """Return the spans between lines that are surely of one paragraph.

        It ends in 。, as no title does, or the line is full, where all lines of the text are as wide.
        """
        found: list[tuple[int, int]] = []
        run: list[tuple[int, int]] = []
        for line, following in pairwise(self._lines):
            if self._is_cut(line, following):
                found += [*run, (line.right, following.left)]
                run = []
                continue
            if self.goes_on(line, following) and not self._starts_anew(line, following):
                run.append((line.right, following.left))
                continue
            if run and self._folded.endswith(_FULL_STOPS, line.left, line.right):
                found += run
            run = []
        if run and self._folded.endswith(_FULL_STOPS, self._lines[-1].left, self._lines[-1].right):
            found += run
        return found

    def stray_blanks(self) -> list[tuple[int, int]]:
        """Return the spans of blanks inside a word, or before what only goes on with one, in running text."""
        found: list[tuple[int, int]] = []
        at = 0
        for stray in _STRAY.finditer(self._folded):
            while self._lines[at].right <= stray.start():
                at += 1
            if self._lines[at].kind in _BREAKABLE and self._lines[at].left < stray.start():
                found.append(stray.span())
        return found

    def _is_cut(self, line: Line, following: Line) -> bool:
        """Whether a line was broken because it was full, whatever it says."""
        if following.kind != "text" or line.kind not in _BREAKABLE or not self._is_full(line):
            return False
        if max(line.left - line.start, following.left - following.start) > _DEEPEST:
            return False
        if self._folded.endswith(_STOPS, line.left, line.right):
            return self._folded[line.right - 1] in "」)" and self._is_open(line, following)
        torn = _TORN.match(self._folded, line.right - 1) is not None
        return torn or _MARK.match(self._folded, following.left, following.right) is None

    def _is_full(self, line: Line) -> bool:
        return self._set_width is not None and abs(self._reach(line) - self._set_width) <= _SHORT_BY

    @cached_property
    def _set_width(self) -> int | None:
        """The columns that every line of the text has at most, where it is set so; else None."""
        if self.page_width is None or self._known_width is not None:
            return None
        broken = sorted(map(self._reach, self._broken))
        width = broken[-min(_SET_LINES, len(broken))]
        reaches = [self._reach(line) for line in self._lines if line.kind in _BREAKABLE]
        full = sum(abs(reach - width) <= _SHORT_BY for reach in reaches)
        longer = sum(reach > width + _SHORT_BY for reach in reaches)
        return width if full > 1 and longer * _LONGER <= full else None

    def _reach(self, line: Line) -> int:
        """Return the columns of a line's words without the mark at its end, which may hang over."""
        return self._columns(line) - (2 if self._folded.endswith(_HANGING, line.left, line.right) else 0)

    def _starts_anew(self, line: Line, following: Line) -> bool:
        """Whether the next line may as well be another paragraph: behind a title, or with a date of its own."""
        if _TITLE.search(self._folded, max(line.left, line.right - 8), line.right):
            return True
        if _MARK.match(self._folded, line.left, line.right) and not self._is_open(line, following):
            return True
        dated = _DATED.match(self._folded, following.left, following.right) is not None
        return dated and _IN_DATE.search(self._folded, line.right - 1, line.right) is None

    def _is_open(self, line: Line, following: Line) -> bool:
        """Whether the sentence goes on whatever the width, by the letters on both sides of the break."""
        return (
            _OPEN.search(self._folded, line.right - 1, line.right) is not None
            or _TAIL.match(self._folded, following.left) is not None
        )

    def _may_go_on(self, line: Line, following: Line) -> bool:
        return (
            following.kind == "text"
            and line.kind in _BREAKABLE
            and line.right - line.left >= _SHORTEST_BROKEN
            and not _MARK.match(self._folded, following.left, following.right)
            and not _CLOSED.search(self._folded, max(line.left, line.right - 4), line.right)
        )

    @cached_property
    def _broken(self) -> list[Line]:
        """The lines behind which a sentence may go on."""
        return [line for line, following in pairwise(self._lines) if self._may_go_on(line, following)]

    @cached_property
    def page_width(self) -> int | None:
        """The columns of a page where the text is set in lines of one width (as PDFs give it), else None."""
        if self._known_width is not None:
            return self._known_width
        widths = sorted(map(self._columns, self._broken))
        if len(widths) < _SET_LINES:
            alike = len(widths) > 1 and widths[0] >= _NARROWEST_SURE and widths[-1] - widths[0] <= _SHORT_BY
            longest = max((self._columns(line) for line in self._lines if line.kind in _BREAKABLE), default=0)
            return widths[-1] if alike and longest <= widths[-1] + _SHORT_BY else None
        width = widths[-_SET_LINES]
        if width < _NARROWEST_PAGE:
            return None
        set_wide = sum(width - _RAGGED <= columns <= width + _RAGGED for columns in widths)
        return width if set_wide >= max(_SET_LINES, len(widths) // 3) else None

    def _columns(self, line: Line) -> int:
        """Return the width of a line's words: full-width letters take two columns."""
        words = self._source[line.left : line.right]
        return len(words) + sum(char > "\u2e7f" for char in words) + line.left - line.start


def unwrapped(text: str, breaks: Sequence[tuple[int, int]]) -> tuple[str, Cuts]:
    """Return the text without its hard breaks, and where they were cut out; between two letters a blank is left."""
    parts: list[str] = []
    cuts: list[tuple[int, int]] = []
    at = 0
    for start, end in breaks:
        parted = _LETTER.match(text, start - 1) and _LETTER.match(text, end)
        parts += (text[at:start], " ") if parted else (text[at:start],)
        cuts.append((start + 1, end) if parted else (start, end))
        at = end
    parts.append(text[at:])
    return "".join(parts), Cuts(cuts)
