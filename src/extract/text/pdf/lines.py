"""Letters of a page become lines; those in the cells of a ruled table become its rows."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from extract.text.pdf.grids import Cell, Grid, find_grids
from extract.text.pdf.pages import Glyph, Page

__all__ = ["WIDE", "Line", "read_lines"]

# Letters as wide as high, between which no blank belongs that was not set.
WIDE: Final = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
_IS_WIDE: Final = re.compile(f"[{WIDE}]")
# As parts of the size of a letter: another line, another column, a blank between two letters.
_RISE: Final = 0.45
_GAP: Final = 1.5
_WIDE_BLANK: Final = 0.6
_BLANK: Final = 0.15
# The mark of an item stands no further before it.
_DOT: Final = 2.5
# A cell's line that ends so near its edge is broken, not ended.
_FULL: Final = 1.8


class Line(NamedTuple):
    """A line of a page, or (`is_table`) all rows of a table. `size` is that of its largest letters."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    is_table: bool = False


def read_lines(page: Page) -> list[Line]:
    """Return the lines in the order they are drawn; a table stands where its first letter does."""
    grids = find_grids(page.rulings)
    placed = [(glyph, _cell(glyph, grids)) for glyph in page.glyphs]
    cells: dict[int, dict[Cell, list[Glyph]]] = {}
    for glyph, cell in placed:
        if cell is not None:
            key = cell._replace(right=grids[cell.grid].xs[cell.column + 1])
            cells.setdefault(cell.grid, {}).setdefault(key, []).append(glyph)
    lines: list[Line] = []
    written: set[int] = set()
    for number, group in groupby(placed, key=lambda pair: None if pair[1] is None else pair[1].grid):
        if number is None:
            lines += _lines([glyph for glyph, _ in group])
        elif number not in written:
            written.add(number)
            lines += _table(grids[number], cells[number])
    return _marked(lines, page.dots)


def _marked(lines: Sequence[Line], dots: Sequence[tuple[float, float]]) -> list[Line]:
    """Put a mark before each line that a dot is drawn before."""
    rows = sorted(dots, key=lambda dot: dot[1])
    heights = [y for _, y in rows]
    marked = []
    for line in lines:
        beside = rows[bisect_left(heights, line.bottom) : bisect_right(heights, line.top)]
        has_dot = any(0 < line.left - x < _DOT * line.size for x, _ in beside)
        marked.append(line._replace(text=f"・{line.text}") if has_dot and not line.is_table else line)
    return marked


def _cell(glyph: Glyph, grids: Sequence[Grid]) -> Cell | None:
    x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
    return next(filter(None, (grid.cell_at(x, y) for grid in grids)), None)


def _lines(glyphs: Sequence[Glyph]) -> Iterator[Line]:
    """Cut letters into lines where the next stands higher, lower or back; a gap becomes two blanks."""
    gathered: list[Glyph] = []
    for glyph in glyphs:
        if gathered and _begins_line(gathered[-1], glyph):
            yield from _line(gathered)
            gathered = []
        if gathered or not glyph.char.isspace():
            gathered.append(glyph)
    yield from _line(gathered)


def _begins_line(before: Glyph, glyph: Glyph) -> bool:
    size = max(before.size, glyph.size)
    return abs(before.base - glyph.base) > _RISE * size or glyph.left < before.left - size


def _line(glyphs: Sequence[Glyph]) -> Iterator[Line]:
    inked = [glyph for glyph in glyphs if not glyph.char.isspace()]
    if inked:
        yield Line(
            _words(glyphs),
            min(glyph.left for glyph in inked),
            min(glyph.bottom for glyph in inked),
            max(glyph.right for glyph in inked),
            max(glyph.top for glyph in inked),
            max(glyph.size for glyph in inked),
        )


def _words(glyphs: Sequence[Glyph]) -> str:
    """Return the letters of a line, with blanks where they are set or where there is room for them."""
    parts: list[str] = []
    blank = ""
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.char.isspace():
            blank = "\u3000" if glyph.char == "\u3000" else blank or " "
            continue
        if last is not None:
            gap = (glyph.left - last.right) / max(last.size, glyph.size)
            both_wide = _IS_WIDE.match(last.char) and _IS_WIDE.match(glyph.char)
            if gap > _GAP and not blank:
                blank = "  "
            elif gap > (_WIDE_BLANK if both_wide else _BLANK):
                blank = blank or " "
        parts += (blank, glyph.char)
        blank = ""
        last = glyph
    return "".join(parts)


def _table(grid: Grid, cells: dict[Cell, list[Glyph]]) -> Iterator[Line]:
    rows: dict[int, dict[int, str]] = {}
    sizes = [glyph.size for glyphs in cells.values() for glyph in glyphs]
    for cell, glyphs in cells.items():
        text = _joined(list(_lines(glyphs)), cell.right)
        rows.setdefault(cell.row, {})[cell.column] = text.replace("|", "｜")
    written = []
    used = sorted({column for row in rows.values() for column in row})
    for _, row in sorted(rows.items()):
        if any(row.values()):
            written.append("| " + " | ".join(row.get(column, "") for column in used) + " |")
    if len(used) < 2 or not written:
        # A frame around a text is no table.
        for _, glyphs in sorted(cells.items()):
            yield from _lines(glyphs)
        return
    written.insert(1, "|" + " --- |" * len(used))
    yield Line("\n".join(written), grid.xs[0], grid.ys[-1], grid.xs[-1], grid.ys[0], max(sizes), is_table=True)


def _joined(lines: Sequence[Line], right: float) -> str:
    text = ""
    for index, line in enumerate(lines):
        is_broken = index and lines[index - 1].right >= right - _FULL * line.size
        text += ("" if is_broken else " ") + line.text if text else line.text
    return text
