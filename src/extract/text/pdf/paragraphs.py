"""Lines become paragraphs: where a sentence goes on after the end of a full line, the break goes.

That is decided here, by the places of the lines, and not by the words as `Document` must do for plain text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from extract.text.pdf.lines import Line

__all__ = ["write_paragraphs"]

# A line is full if it ends so many letters before the right edge: what may not begin a line leaves room.
_FULL: Final = 2.5
# A sentence that ends with its line needs no joining.
_ENDED: Final = re.compile(r"[。！？!?：:]$")
# Nor begins one with these, nor ends with those, whatever the width.
_OPEN: Final = re.compile(r"[「『（(【〈《、]$")
_TAIL: Final = re.compile(r"[、。」』）)】〉》ー]")
# What is not cut at the end of a line, and how broad a letter of it is.
_WORD: Final = re.compile(r"[A-Za-z0-9._/:@-]+")
_NARROW: Final = 0.5
# Begins a line of its own: ・氏名, ※, (1), １．, ①, 【, 記.
_MARK: Final = re.compile(
    r"[・●○◆◇■□▼▲※*＊①-⑳⑴-⒇【＜〈《<]|記$|第[0-9０-９一二三四五六七八九十]+[章条]?[ \u3000]"
    r"|[(（]?(?:[0-9０-９]{1,2}|[ア-ンa-zA-Z一二三四五六七八九十])[)）.．、]"
)
_LATIN_END: Final = re.compile(r"[A-Za-z0-9,.;:)\]]$")
_LATIN_START: Final = re.compile(r"[A-Za-z(\[]")
# Letters within so much are of one size.
_SAME_SIZE: Final = 0.1
# Letters that are raised are no line of their own.
_LEAST_STEP: Final = 0.9
# Lines further apart than so many times what is usual have a blank line between.
_APART: Final = 1.35
# Headings are set so much larger, in so many sizes at most, and hold no more than this of all letters.
_HEADING: Final = 1.1
_MOST_LEVELS: Final = 4
_MOST_HEADINGS: Final = 0.3
# A line that a sentence goes on after is at least so many letters long; what is shorter is set at the right.
_SHORTEST: Final = 12


class _Setting(NamedTuple):
    """How a document is set: the usual size, where full lines end, the distance of lines; headings' sizes."""

    size: float
    edge: float
    leading: float
    headings: tuple[float, ...]


def write_paragraphs(pages: Sequence[Sequence[Line]]) -> str:
    """Write the lines of all pages as one text, tables as Markdown rows, what is set larger as headings."""
    setting = _setting(pages)
    parts: list[str] = []
    before: Line | None = None
    for page in pages:
        for index, line in enumerate(page):
            join = _join(before, line, setting, is_first=index == 0)
            parts.append(join)
            if "\n" in join or not parts[:-1]:
                parts.append(_mark(line, setting))
            parts.append(line.text)
            before = line
    return "".join(parts) + "\n"


def _mark(line: Line, setting: _Setting) -> str:
    size = round(line.size)
    return "#" * (setting.headings.index(size) + 1) + " " if size in setting.headings and not line.is_table else ""


def _join(before: Line | None, line: Line, setting: _Setting, *, is_first: bool) -> str:
    """Return what stands between two lines."""
    if before is None:
        return ""
    if before.is_table or line.is_table:
        return "\n\n"
    if _goes_on(before, line, setting, is_first=is_first):
        return " " if _LATIN_END.search(before.text) and _LATIN_START.match(line.text) else ""
    is_near = is_first or 0 < before.bottom - line.bottom <= _APART * setting.leading
    return "\n" if is_near and abs(before.size - line.size) <= _SAME_SIZE * before.size else "\n\n"


def _goes_on(before: Line, line: Line, setting: _Setting, *, is_first: bool) -> bool:
    """Whether the second line goes on with what the first has begun."""
    size = max(before.size, line.size)
    step = before.bottom - line.bottom
    if (
        abs(before.size - line.size) > _SAME_SIZE * size
        or not (is_first or 0 < step <= _APART * max(setting.leading, setting.leading * size / setting.size))
        or _ENDED.search(before.text)
    ):
        return False
    is_heading = round(size) in setting.headings
    if not is_heading and abs(line.left - before.left) > _FULL * size:
        return False
    if _TAIL.match(line.text) or _OPEN.search(before.text):
        return True
    word = _WORD.match(line.text)
    room = max(_FULL, _NARROW * len(word[0]) if word else 0.0) * size
    is_full = before.right >= setting.edge - room and before.right - before.left >= _SHORTEST * size
    return is_full and not _MARK.match(line.text)


def _setting(pages: Sequence[Sequence[Line]]) -> _Setting:
    plain = [line for page in pages for line in page if not line.is_table]
    letters: Counter[int] = Counter()
    for line in plain:
        letters[round(line.size)] += len(line.text)
    usual = max(letters, key=lambda size: (letters[size], size), default=0)
    larger = sorted((size for size in letters if size >= _HEADING * usual), reverse=True)
    # A page that is set in many sizes has no headings that these tell.
    most = _MOST_HEADINGS * letters.total()
    headings = tuple(larger) if len(larger) <= _MOST_LEVELS and sum(letters[size] for size in larger) <= most else ()
    return _Setting(usual, _right_edge(plain), _leading(pages), headings)


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
