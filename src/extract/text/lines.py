"""The lines of a folded text, and what each is: a heading, a bullet, a row of a table, or plain text."""

import re
from typing import Final, Literal, NamedTuple

from extract.text.shape import shape

__all__ = ["Line", "LineKind", "read_lines"]

LineKind = Literal["blank", "heading", "bullet", "row", "rule", "text"]


class Line(NamedTuple):
    """One line of the folded text. All offsets are code points of the source.

    `start:end` is the line without its line break, `left:right` the line without blanks at its
    ends, `body` where the words begin: after `#`s, a bullet mark, a table's first bar.
    `depth` is the number of `#` of a Markdown heading, else the columns of indentation
    (a full-width blank counts as one, since folded).
    """

    start: int
    end: int
    left: int
    right: int
    body: int
    kind: LineKind
    depth: int


# `  ## 1. 概要`, `  - 氏名`, `|氏名|100件|`, `| --- |`. Not a bullet: `-----`, `--- 以下 ---`, `-5`.
_LINE: Final = shape(
    r"(?m)^(?P<indent> *+)"
    r"(?:(?P<heading>\#{1,6}+)(?: ++|(?=[^\s\#]))"
    r"|(?P<rule>[|][ |:+-]*+$)"
    r"|(?P<row>[|] *+)"
    r"|(?P<bullet>(?:[-*+] ++|[・•●◦▪▫‣➢➤▶►✓✔○◯◆◇■□] *+|ø +)))?"
    r"(?P<words>[^\n]*+)"
)
_MARKED: Final[tuple[LineKind, ...]] = ("heading", "rule", "row", "bullet")


def read_lines(folded: str) -> tuple[Line, ...]:
    """Return the lines in order; their breaks and nothing else lie between them."""
    return tuple(_line(match) for match in _LINE.finditer(folded))


def _line(match: re.Match[str]) -> Line:
    start, end = match.span()
    words, left = match.start("words"), match.end("indent")
    text = match["words"]
    right = words + len(text.rstrip())
    marked = next((name for name in _MARKED if match[name] is not None), None)
    kind: LineKind = marked or ("text" if text.strip() else "blank")
    if kind == "rule":
        right = len(match[0].rstrip()) + start
    depth = len(match["heading"]) if kind == "heading" else left - start
    return Line(start, end, left, max(right, left), min(words, max(right, left)), kind, depth)
