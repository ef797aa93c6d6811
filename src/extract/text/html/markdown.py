"""The blocks of an article as Markdown: headings, paragraphs, items, and rows of tables."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from extract.text.html.page import Block, Cell, Page
from extract.text.media import MOST_CHARACTERS

__all__ = ["write_markdown"]

# A cell that holds more letters, or blank lines, is a column of the page, not of a table.
_LONGEST_CELL: Final = 600
_MOST_BREAKS: Final = 2


def write_markdown(page: Page, article: Sequence[bool]) -> str:
    """Write the blocks whose elements are of the article."""
    blocks = [block for block in page.blocks if article[block.element]]
    tables = _tables(page, blocks)
    parts: list[str] = []
    after_heading = False
    for table, group in groupby(blocks, key=lambda block: block.cell.table if block.cell else 0):
        if table in tables:
            parts.append("\n\n" + "\n".join(_rows(list(group))) + "\n")
            continue
        for block in group:
            is_heading = block.mark.startswith("#")
            parts.append("\n\n" if block.apart or is_heading or after_heading else "\n")
            parts.append(block.mark + block.text)
            after_heading = is_heading
    return "".join(parts).strip("\n")[:MOST_CHARACTERS] + "\n"


def _tables(page: Page, blocks: Iterable[Block]) -> set[int]:
    """Return the tables that hold data; the others lay out the page, or draw a frame."""
    cells: dict[int, dict[tuple[int, int], int]] = {}
    paragraphs: Counter[Cell] = Counter()
    layout: set[int] = set()
    for block in blocks:
        if block.cell is None:
            continue
        table, row, column = block.cell
        sizes = cells.setdefault(table, {})
        sizes[row, column] = sizes.get((row, column), 0) + len(block.text)
        paragraphs[block.cell] += block.text.count("\n\n") + (block.apart and sizes[row, column] > len(block.text))
        if block.mark.startswith("#") or paragraphs[block.cell] > _MOST_BREAKS or sizes[row, column] > _LONGEST_CELL:
            layout.add(table)
    # A table around another lays it out.
    around = set()
    for table in cells:
        parent = page.elements[table].parent
        while parent > 0 and parent not in around:
            if page.elements[parent].tag == "table":
                around.add(parent)
            parent = page.elements[parent].parent
    return {
        table
        for table, sizes in cells.items()
        if table not in layout and table not in around and len({column for _, column in sizes}) > 1
    }


def _rows(blocks: Sequence[Block]) -> Iterator[str]:
    first = True
    for _, row in groupby(blocks, key=lambda block: block.cell and block.cell.row):
        cells: list[list[str]] = []
        for block in row:
            assert block.cell is not None
            cells += ([] for _ in range(block.cell.column + 1 - len(cells)))
            # A bar in a cell would be taken for its end.
            cells[block.cell.column].append((block.mark.lstrip() + block.text).replace("\n", " ").replace("|", "｜"))
        yield "| " + " | ".join(" ".join(cell) for cell in cells) + " |"
        if first:
            yield "|" + " --- |" * len(cells)
        first = False
