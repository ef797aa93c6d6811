"""Lines become paragraphs: where a sentence goes on after the end of a full line, the break goes.

That is decided here, by the places of the lines, and not by the words as `Document` must do for plain text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from extract.text.pdf.lines import WIDE, Line

__all__ = ["write_paragraphs"]

# A line is full if it ends no further from the right edge than so many letters, kept free for what may not begin a line.
_FULL: Final = 2.5
# A sentence that ends with its line needs no joining.
_ENDED: Final = re.compile(r"[。！？!?：:]$")
# Begins a line of its own: ・氏名, ※, (1), １．, ①, 【, 記.
_MARK: Final = re.compile(
    r"[・●○◆◇■□▼▲※*＊①-⑳⑴-⒇【＜〈《<]|[(（]?(?:[0-9０-９]{1,2}|[ア-ンa-zA-Z一二三四五六七八九十])[)）.．、]|第[0-9０-９一二三四五六七八九十]+[章条]?[ 　]|記$"
)
_LATIN_END: Final = re.compile(r"[A-Za-z0-9,.;:)\]]$")
_LATIN_START: Final = re.compile(r"[A-Za-z(\[]")
# Letters within so much are of one size.
_SAME_SIZE: Final = 0.1
# Letters that are raised are no line of their own.
_LEAST_STEP: Final = 0.9
# Lines further apart than so many times what is usual have a blank line between.
_APART: Final = 1.35
# A line that a sentence goes on after is at least so many letters long; what is shorter is set at the right.
_SHORTEST: Final = 12


def write_paragraphs(pages: Sequence[Sequence[Line]]) -> str:
    """Write the lines of all pages as one text."""
    lines = [line for page in pages for line in page]
    plain = [line for line in lines if not line.is_table]
    edge = _right_edge(plain)
    leading = _leading(pages)
    parts: list[str] = []
    before: Line | None = None
    for page in pages:
        for index, line in enumerate(page):
            parts += _between(before, line, edge, leading, is_first=index == 0)
            parts.append(line.text)
            before = line
    return "".join(parts) + "\n"


def _between(before: Line | None, line: Line, edge: float, leading: float, *, is_first: bool) -> Iterator[str]:
    if before is None:
        return
    if before.is_table or line.is_table:
        yield "\n\n"
    elif _goes_on(before, line, edge, leading, is_first=is_first):
        if _LATIN_END.search(before.text) and _LATIN_START.match(line.text):
            yield " "
    elif not is_first and before.bottom - line.bottom > _APART * leading:
        yield "\n\n"
    else:
        yield "\n"


def _goes_on(before: Line, line: Line, edge: float, leading: float, *, is_first: bool) -> bool:
    """Whether the second line goes on with what the first, a full one, has begun."""
    size = max(before.size, line.size)
    return (
        abs(before.size - line.size) <= _SAME_SIZE * size
        and before.right >= edge - _FULL * size
        and before.right - before.left >= _SHORTEST * size
        and abs(line.left - before.left) <= _FULL * size
        and (is_first or 0 < before.bottom - line.bottom <= _APART * leading)
        and not _ENDED.search(before.text)
        and not _MARK.match(line.text)
    )


def _right_edge(lines: Sequence[Line]) -> float:
    """Return where full lines end: the most that a tenth of them, but three, reach."""
    ends = sorted((line.right for line in lines), reverse=True)
    return ends[min(len(ends) - 1, max(2, len(ends) // 10))] if ends else 0.0


def _leading(pages: Sequence[Sequence[Line]]) -> float:
    """Return the distance of a line from the next within a paragraph: what a fifth of all do not exceed."""
    steps = sorted(
        before.bottom - line.bottom
        for page in pages
        for before, line in pairwise(page)
        if before.bottom - line.bottom > _LEAST_STEP * line.size and not (before.is_table or line.is_table)
    )
    return steps[len(steps) // 5] if steps else 0.0
