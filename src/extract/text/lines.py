"""The lines of a folded text, and what each is: a heading, a bullet, a row of a table, or plain text."""

from functools import partial
from typing import Final, Literal, NamedTuple

from extract.text.shape import shape

__all__ = ["Line", "LineKind", "is_entry", "read_lines"]

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


# Makes a line of a tuple, in half of what the function takes that a named tuple's class is called by.
_line: Final = partial(tuple.__new__, Line)
# What a line may begin with that is no text: `## 1. 概要`, `- 氏名`, `|氏名|100件|`, `| --- |`. Not a bullet:
# `-----`, `--- 以下 ---`, `-5`.
_MARK: Final = shape(
    r"(?P<heading>\#{1,6}+)(?: ++|(?=[^\s\#]))"
    r"|(?P<rule>[|][ |:+-]*+$)"
    r"|(?P<row>[|] *+)"
    r"|(?P<bullet>(?:[-*+] ++|[・•●◦▪▫‣➢➤▶►✓✔○◯◆◇■□] *+|ø +))"
)
# The kind of line that a group of the mark makes it.
_MARKED: Final[dict[str | None, LineKind]] = {"heading": "heading", "rule": "rule", "row": "row", "bullet": "bullet"}
# What numbers the entries of a list without bullets: (3) 3. ③ ウ.
_NUMBER: Final = shape(r"\(?[0-9]{1,2}[).](?![0-9])|[①-⑳]|[ア-ン][.)]")
_MARKS: Final = frozenset("#|-*+・•●◦▪▫‣➢➤▶►✓✔○◯◆◇■□ø")


def read_lines(folded: str) -> tuple[Line, ...]:
    """Return the lines in order; their breaks and nothing else lie between them."""
    lines: list[Line] = []
    start = 0
    for words in folded.split("\n"):
        end = start + len(words)
        left = end - len(words.lstrip())
        if left == end:
            lines.append(_line((start, end, end, end, end, "blank", end - start)))
        else:
            right, body, depth = start + len(words.rstrip()), left, left - start
            kind: LineKind = "text"
            if folded[left] in _MARKS and (mark := _MARK.match(folded, left, end)):
                kind = _MARKED[mark.lastgroup]
                body = right if kind == "rule" else mark.end()
                if body > right:
                    # A mark without words ends its line with its blanks.
                    right = body
                if kind == "heading":
                    depth = mark.end("heading") - left
            lines.append(_line((start, end, left, right, body, kind, depth)))
        start = end + 1
    return tuple(lines)


def is_entry(folded: str, line: Line) -> bool:
    """Return whether a line is one of a list: it has a bullet or a number."""
    return line.kind == "bullet" or (line.kind == "text" and _NUMBER.match(folded, line.body, line.right) is not None)
