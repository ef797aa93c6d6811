"""What stands on every page and belongs to none: running heads, page numbers, what a browser prints around."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from extract.text.pdf.lines import Line

__all__ = ["without_furniture"]

# Parts of a page's height, from its edges, in which furniture stands.
_EDGE: Final = 0.12
# `3`, `- 3 -`, `3/7`, `3 / 7 ページ`, `Page 3 of 7`, `P.3`. Not: `3名`, `2031`, `3月`.
_NUMBER: Final = re.compile(
    r"[\s\-－–—―─‐~～<>〈〉《》()（）・]*(?:Page|P\.?|page|p\.?)?\s*[0-9０-９]{1,3}\s*(?:(?:[/／]|of)\s*[0-9０-９]{1,3})?"
    r"\s*(?:ページ|頁)?[\s\-－–—―─‐~～<>〈〉《》()（）・]*"
)
# What browsers print: `https://example.jp/news/ 1/2` below, `2031/06/18 10:30  お知らせ` above.
_ADDRESS: Final = re.compile(r"(?:https?|file)://\S+\s+\d{1,3}/\d{1,3}")
_PRINTED: Final = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+\d{1,2}:\d{2}(?:\s?[AP]M)?(?:\s.*)?")
# A head that is on one page only is set smaller than the text, and so many of its lines apart from it.
_SMALLER: Final = 0.95
_FAR: Final = 2.0
_DIGITS: Final = re.compile(r"[0-9０-９]+")


def without_furniture(pages: Sequence[Sequence[Line]], height: float) -> list[list[Line]]:
    """Return the lines of the pages without those at their edges that are numbers or come again on other pages."""
    edges = [{index: _key(line) for index, line in enumerate(page) if _at_edge(line, height)} for page in pages]
    repeated = Counter(key for page in edges for key in set(page.values()))
    size = _usual_size(pages)
    kept = []
    for number, (page, keys) in enumerate(zip(pages, edges, strict=True)):
        head = _head(page, size) if number else None
        printed = any(_ADDRESS.fullmatch(page[index].text) for index in keys)
        kept.append(
            [
                line
                for index, line in enumerate(page)
                if index not in keys
                or not (
                    repeated[keys[index]] > 1
                    or line is head
                    or _NUMBER.fullmatch(line.text)
                    or (printed and (_ADDRESS.fullmatch(line.text) or _PRINTED.fullmatch(line.text)))
                )
            ]
        )
    return kept


def _at_edge(line: Line, height: float) -> bool:
    return not line.is_table and (line.top < _EDGE * height or line.bottom > (1 - _EDGE) * height)


def _head(page: Sequence[Line], size: float) -> Line | None:
    """Return the line that stands above all others of its page, small and apart."""
    if len(page) < 2:
        return None
    highest, *others = sorted(page, key=lambda line: -line.bottom)
    is_apart = highest.bottom - max(line.top for line in others) >= _FAR * highest.size
    return highest if is_apart and highest.size < _SMALLER * size else None


def _usual_size(pages: Sequence[Sequence[Line]]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _key(line: Line) -> tuple[str, int]:
    """What is the same on two pages: the words but for their numbers, and the place."""
    return _DIGITS.sub("0", line.text), round(line.bottom / 4)
