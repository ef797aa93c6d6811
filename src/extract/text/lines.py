"""The lines of a folded text, and what each is: a heading, a bullet, a row of a table, or plain text."""

from typing import Final, Literal, NamedTuple, cast

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


# What a line may begin with that is no text: `## 1. 概要`, `- 氏名`, `|氏名|100件|`, `| --- |`. Not a bullet:
# `-----`, `--- 以下 ---`, `-5`.
_MARK: Final = shape(
    r"(?P<heading>\#{1,6}+)(?: ++|(?=[^\s\#]))"
    r"|(?P<rule>[|][ |:+-]*+$)"
    r"|(?P<row>[|] *+)"
    r"|(?P<bullet>(?:[-*+] ++|[・•●◦▪▫‣➢➤▶►✓✔○◯◆◇■□] *+|ø +))"
)
_MARKS: Final = frozenset("#|-*+・•●◦▪▫‣➢➤▶►✓✔○◯◆◇■□ø")


def read_lines(folded: str) -> tuple[Line, ...]:
    """Return the lines in order; their breaks and nothing else lie between them."""
    lines: list[Line] = []
    start = 0
    for words in folded.split("\n"):
        end = start + len(words)
        left = end - len(words.lstrip())
        if left == end:
            line = Line(start, end, end, end, end, "blank", end - start)
        elif folded[left] not in _MARKS:
            line = Line(start, end, left, start + len(words.rstrip()), left, "text", left - start)
        else:
            line = _marked(folded, start, end, left)
        lines.append(line)
        start = end + 1
    return tuple(lines)


def _marked(folded: str, start: int, end: int, left: int) -> Line:
    """Read a line whose first character may be a mark."""
    mark = _MARK.match(folded, left, end)
    kind, body = (cast("LineKind", mark.lastgroup), mark.end()) if mark else ("text", left)
    if kind == "rule":
        body = left + len(folded[left:end].rstrip())
    right = body + len(folded[body:end].rstrip())
    return Line(start, end, left, right, body, kind, mark.end("heading") - left if kind == "heading" else left - start)
