"""The columns of a text's tables: Markdown rows of cells between bars."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from extract.text.lines import Line

__all__ = ["DENIES", "NO", "YES", "Tables"]

#: The marks of a cell that say that something is so, that it is not, and that there is nothing to be said of it.
YES: Final = ("○", "〇", "◯", "●", "◎", "✓", "✔", "あり", "有", "有り")
DENIES: Final = frozenset({"×", "✕", "✗", "x", "なし", "無", "無し", "該当なし", "該当無し", "非該当", "対象外"})
NO: Final = DENIES | {"", "-", "―"}

# The top of a table is looked for no further up than this, and a cell's words are read no further.
_TALLEST: Final = 64
_WIDEST: Final = 500


class Tables:
    """Tells columns apart by the bars of their rows; each row is read once, however many ask."""

    def __init__(self, folded: str, lines: Sequence[Line]) -> None:
        self._folded = folded
        self._lines = lines
        self._bars: dict[int, list[int]] = {}
        self._cells: dict[int, tuple[str, ...]] = {}
        self._tops: dict[int, int] = {}

    def column(self, row: int, offset: int) -> int:
        """Return how many bars of the line with the index `row` stand before an offset in it."""
        bars = self._bars.get(row)
        if bars is None:
            line = self._lines[row]
            bars = self._bars[row] = [at for at in range(line.body, line.right) if self._folded[at] == "|"]
        return bisect_left(bars, offset)

    def top(self, row: int) -> int:
        """Return the index of the first line of the table that a row stands in."""
        top = self._tops.get(row)
        if top is None:
            top = row
            while top > 0 and row - top < _TALLEST and self._lines[top - 1].kind in ("row", "rule"):
                top -= 1
            self._tops[row] = top
        return top

    def cells(self, row: int) -> tuple[str, ...]:
        """Return the words of a row's cells; what stands before its first bar is the first."""
        cells = self._cells.get(row)
        if cells is None:
            line = self._lines[row]
            words = self._folded[line.body : line.right].split("|")
            cells = self._cells[row] = tuple(cell.strip()[:_WIDEST] for cell in words)
        return cells

    def head(self, row: int, offset: int) -> str:
        """Return the words of the cell at the top of the column that holds an offset; none for the top row itself."""
        start, end = self.head_span(row, offset)
        return self._folded[start:end].strip()[:_WIDEST]

    def head_span(self, row: int, offset: int) -> tuple[int, int]:
        """Return where the cell at the top of the column that holds an offset lies; an empty span for the top row."""
        top, column = self.top(row), self.column(row, offset)
        if top == row:
            return offset, offset
        line = self._lines[top]
        self.column(top, line.right)
        bars = [line.body - 1, *self._bars[top], line.right]
        return (bars[column] + 1, bars[column + 1]) if column + 1 < len(bars) else (offset, offset)
