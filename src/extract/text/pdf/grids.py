"""The cells of ruled tables: lines that cross make a grid, and where one is missing, cells are joined."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from extract.text.pdf.pages import Ruling

__all__ = ["Cell", "Grid", "find_grids"]

# Lines within so many points of each other are one; lines that end so near cross.
_NEAR: Final = 3.0
# A page that is ruled more is a drawing.
_MOST_LINES: Final = 400


class Cell(NamedTuple):
    """A place on a page: its table, row and column, counted from 0, and its right edge."""

    grid: int
    row: int
    column: int
    right: float


class Grid:
    """A table's lines: `xs` from left to right, `ys` from top to bottom; cells that no line parts are one."""

    def __init__(self, number: int, level: Sequence[Ruling], upright: Sequence[Ruling]) -> None:
        lefts, rights = [line.left for line in level], [line.right for line in level]
        tops, bottoms = [line.top for line in upright], [line.bottom for line in upright]
        # A table may be open at its sides: there the lines across end.
        self.xs = _merged([*(line.left for line in upright), min(lefts), max(rights)])
        self.ys = _merged([*(line.bottom for line in level), min(bottoms), max(tops)])[::-1]
        self._depths = [-y for y in self.ys]
        self.is_table = len(self.xs) > 2 and len(self.ys) > 1
        self._number = number
        self._owners: dict[tuple[int, int], tuple[int, int]] = {}
        if self.is_table:
            self._join(level, upright)

    def cell_at(self, x: float, y: float) -> Cell | None:
        """Return the cell that holds a point."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[-1] <= y <= self.ys[0]):
            return None
        column = min(bisect_right(self.xs, x), len(self.xs) - 1) - 1
        row = min(bisect_right(self._depths, -y), len(self.ys) - 1) - 1
        owner = self._owners[row, column]
        return Cell(self._number, *owner, self.xs[column + 1])

    def _join(self, level: Sequence[Ruling], upright: Sequence[Ruling]) -> None:
        walls = {
            (row, _nearest(self.xs, line.left))
            for line in upright
            for row in range(len(self.ys) - 1)
            if line.bottom <= (self.ys[row] + self.ys[row + 1]) / 2 <= line.top
        }
        floors = {
            (_nearest(self.ys, line.bottom), column)
            for line in level
            for column in range(len(self.xs) - 1)
            if line.left <= (self.xs[column] + self.xs[column + 1]) / 2 <= line.right
        }
        for row in range(len(self.ys) - 1):
            for column in range(len(self.xs) - 1):
                owner = (row, column)
                if column and (row, column) not in walls:
                    owner = self._owners[row, column - 1]
                elif row and (row, column) not in floors:
                    owner = self._owners[row - 1, column]
                self._owners[row, column] = owner


def find_grids(rulings: Sequence[Ruling]) -> list[Grid]:
    """Return the tables that a page's lines make; what is drawn cell by cell is united before."""
    rulings = _united(rulings)
    if len(rulings) > _MOST_LINES:
        return []
    parent = list(range(len(rulings)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    level = [i for i, line in enumerate(rulings) if _is_level(line)]
    upright = [i for i, line in enumerate(rulings) if not _is_level(line)]
    for i in level:
        for j in upright:
            if _cross(rulings[i], rulings[j]):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for i, line in enumerate(rulings):
        groups.setdefault(root(i), ([], []))[not _is_level(line)].append(line)
    grids: list[Grid] = []
    for lines, walls in groups.values():
        if lines and walls:
            grid = Grid(len(grids), lines, walls)
            if grid.is_table:
                grids.append(grid)
    return grids


def _united(rulings: Sequence[Ruling]) -> list[Ruling]:
    """Make one line of pieces that lie in one line and touch each other."""
    united: list[Ruling] = []
    for line in sorted(rulings, key=lambda line: (_is_level(line), *_course(line))):
        last = united[-1] if united else None
        if last and _is_level(last) == _is_level(line) and _course(last)[0] == _course(line)[0]:
            if _is_level(line) and line.left <= last.right + _NEAR:
                united[-1] = last._replace(right=max(last.right, line.right))
                continue
            if not _is_level(line) and line.bottom <= last.top + _NEAR:
                united[-1] = last._replace(top=max(last.top, line.top))
                continue
        united.append(line)
    return united


def _is_level(line: Ruling) -> bool:
    return line.bottom == line.top


def _course(line: Ruling) -> tuple[int, float]:
    """Return where a line lies across its direction, in halves of what is near, and where it begins."""
    across, begin = (line.bottom, line.left) if _is_level(line) else (line.left, line.bottom)
    return round(across / _NEAR * 2), begin


def _cross(level: Ruling, upright: Ruling) -> bool:
    return (
        level.left - _NEAR <= upright.left <= level.right + _NEAR
        and upright.bottom - _NEAR <= level.bottom <= upright.top + _NEAR
    )


def _merged(places: Sequence[float]) -> list[float]:
    merged: list[float] = []
    for place in sorted(places):
        if not merged or place - merged[-1] > _NEAR:
            merged.append(place)
    return merged


def _nearest(places: Sequence[float], place: float) -> int:
    return min(range(len(places)), key=lambda index: abs(places[index] - place))
