"""Whose data a row of a table tells of: its cells name the people, or what stands in their place."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from extract.mention import Span
from extract.resolve.groups.people import REACH, VAGUE, Found, People
from extract.text.document import Document, Line
from extract.text.shape import shape

__all__ = ["Rows", "first_mention"]

# So many rows up stands what a blank cell repeats.
_CLIMB: Final = 5
# 2019年3月~2026年4月, 1,204, -, ○, 対象人数, 契約数: a cell that names nobody.
_NAMES_NOBODY: Final = shape(
    r"[-―×✕✗○〇◯●◎△✓✔0-9年月日時分以降前現在までから~/.,:()% ]*|[一-龥]{1,6}数"
    r"|(?:該当)?(?:あり|有り?|なし|無し?)|非?該当"
)
# 送信されたメール[<br>]期間 4月1日~: the first line of a cell says what it is.
_BREAK: Final = "<br"
# The head of the column that says whose the data are: 対象者; not 対象, which may say what.
_CONCERNED: Final = shape(r"^(?:対象|該当)(?:者|の?方|となる方|のお?客様)(?!数)")
# |対象者|会員の皆様|: the first cell of the row that says whose the data are that the rows around it count and name.
_WHOSE: Final = shape(r"(?:漏えい|流出)?の?(?:対象|該当)(?:者|の?方|となる方|のお?客様)?")
# Such a row has two cells, and nothing behind its last bar.
_LABELLED_CELLS: Final = 3
_BULLETS: Final = " ■◼●◆・"


def first_mention(taken: Sequence[Span], low: int, high: int) -> int | None:
    """Return where the first of the `taken` spans, which are in order, starts between two offsets, or None."""
    at = bisect_left(taken, (low, low))
    return taken[at][0] if at < len(taken) and taken[at][0] < high else None


class Rows:
    """The rows of a document's tables; `taken` are the spans of its counts and items, in order."""

    def __init__(self, document: Document, people: People, taken: Sequence[Span]) -> None:
        self._document = document
        self._folded = document.folded
        self._people = people
        self._taken = taken
        # A row is asked once, however many groups stand in it.
        self._named: dict[int, Found | None] = {}

    def of(self, anchor: Span) -> Found | None:
        """Return the people in the count's own cell, else the first cell that names any; else the first cell's words.

        Of a cell with counts or items only what stands before them counts, where no other cell says more. A
        blank cell repeats the one above it. Where a row names nobody, the head of the column may.
        """
        index = self._document.line_index(anchor[0])
        low = max(0, anchor[0] - REACH)
        cell_start = self._folded.rfind("|", max(low, self._document.lines[index].start), anchor[0]) + 1
        own = self._people.phrase(max(cell_start, low, self._told_before(anchor[0])), anchor[0], last=True)
        if own is not None and own[1] not in VAGUE:
            return own
        for above in range(index, max(-1, index - _CLIMB), -1):
            row = self._document.lines[above]
            if row.kind != "row":
                break
            if above not in self._named:
                self._named[above] = self._of_cells(row)
            named = self._named[above]
            if named is not None or self._folded[row.body] != "|":
                # 社外関係者 1.5万件: who is counted in the cell is named there, if other cells name nobody.
                return self._most(own, named) or self._headed(index, anchor[0]) or self._beside(index)
        return own

    def _told_before(self, offset: int) -> int:
        """Return where the last count or item before an offset ends: the 宛先 of 宛先メールアドレス is nobody."""
        at = bisect_left(self._taken, (offset, offset))
        return self._taken[at - 1][1] if at else 0

    def _most(self, own: Found | None, named: Found | None) -> Found | None:
        """Return who is counted in the cell itself, unless the row names people."""
        return own if own is not None and not (named and self._people.named(*named[0])) else named

    def _headed(self, row: int, offset: int) -> Found | None:
        """Return the people at the top of the column that holds an offset: |項目|会員|従業員|."""
        start, end = self._document.tables.head_span(row, offset)
        return self._people.phrase(start, end, last=True) if end - start <= REACH else None

    def _beside(self, row: int) -> Found | None:
        """Return the people whom another row of a table of labels and contents names: |対象|会員| over |件数|120件|."""
        tables, lines = self._document.tables, self._document.lines
        top = tables.top(row)
        if len(tables.cells(row)) != _LABELLED_CELLS:
            return None
        for index in range(top, min(len(lines), top + 2 * _CLIMB)):
            line = lines[index]
            if line.kind not in ("row", "rule"):
                break
            cells = tables.cells(index)
            if len(cells) == _LABELLED_CELLS and _WHOSE.fullmatch(cells[0]):
                bar = self._folded.find("|", line.body)
                return self._of_cell(bar + 1, self._folded.find("|", bar + 1))
        return None

    def _of_cells(self, row: Line) -> Found | None:
        """The cell below 対象者, else the first cell of a row that names people, else its first cell's words."""
        at, named, first, spare = row.body, None, None, None
        index = self._document.line_index(row.start)
        while at < row.right:
            bar = self._folded.find("|", at, row.right)
            end = row.right if bar < 0 else bar
            mention = first_mention(self._taken, at, end)
            if mention is not None:
                told = self._people.phrase(at, mention, last=True)
                # The 宛先 of 宛先メールアドレス is nobody.
                spare = spare or (told if told is not None and told[0][1] < mention else None)
            elif (cell := self._of_cell(at, end)) is not None:
                if cell[1] not in VAGUE:
                    if _CONCERNED.search(self._document.tables.head(index, end)):
                        return cell
                    named = named or cell
                first = first or cell
            at = end + 1
        return named or first or spare

    def _of_cell(self, low: int, high: int) -> Found | None:
        """The words of a cell that holds neither counts nor items; a number or a period names nobody."""
        words = self._folded[low:high].partition(_BREAK)[0]
        low += len(words) - len(words.lstrip(_BULLETS))
        high = low + len(words.strip(_BULLETS))
        if not low < high or high - low > 2 * REACH or _NAMES_NOBODY.fullmatch(self._folded, low, high):
            return None
        found = self._people.phrase(low, high, last=True)
        return (low, high), found[1] if found else "other"
