"""Sections: the lines that serve as headings, what each section holds, and how they nest.

A Markdown heading is one whatever it says. Any other line must look like a label by its mark and
its words, and must have something below it that it labels: below an item of a list stands the
next item.
"""

from typing import Final

from extract.find.labels import Label, read_label
from extract.mention import Section
from extract.text.document import Document

__all__ = ["find_sections"]

# A line about as long as a page is wide may be a sentence's that was broken hard.
_WIDE: Final = 28
_BRACKETS: Final = "【〔<《≪["
_BULLETS: Final = "-・*•▪◾◼◖◗▶▷►➤◉⚫⚪⬛✓✔☑Øø"


def find_sections(document: Document, body: int) -> list[Section]:
    """Cut the document into sections: they tile it, and the text before the first heading is one too."""
    headings = _headings(_labels(document, body))
    starts = [heading.line.start for heading in headings]
    sections: list[Section] = []
    if not starts or starts[0] > 0:
        sections.append(Section((0, starts[0] if starts else len(document)), None, None, 0, (), None))
    # The headings that enclose the place reached: with their sections' indices.
    enclosing: list[tuple[Label, int]] = []
    ends = [*starts[1:], len(document)]
    for heading, start, end in zip(headings, starts, ends, strict=False):
        _close(enclosing, heading)
        parent = enclosing[-1][1] if enclosing else None
        kinds = heading.says.kinds
        if parent is not None and (not kinds or heading.says.faint):
            kinds = sections[parent].kinds
        enclosing.append((heading, len(sections)))
        words = document.source[slice(*heading.span)] if heading.span else None
        sections.append(Section((start, end), words, heading.span, len(enclosing), kinds or ("other",), parent))
    return sections


def _close(enclosing: list[tuple[Label, int]], heading: Label) -> None:
    """Drop the headings that do not enclose this one: in Markdown by level, else by the kind of mark."""
    if heading.mark == "#":
        while enclosing and not (enclosing[-1][0].mark == "#" and enclosing[-1][0].depth < heading.depth):
            enclosing.pop()
        return
    for index, (outer, _) in enumerate(enclosing):
        if outer.mark == heading.mark:
            del enclosing[index:]
            return


def _labels(document: Document, body: int) -> list[Label]:
    """Read the filled lines from `body` on."""
    first = document.line_index(body) if body else 0
    return [
        read_label(document.folded, line)
        for line in document.lines[first:]
        if line.kind != "blank" and line.kind != "rule" and line.start >= body
    ]


def _headings(labels: list[Label]) -> list[Label]:
    """Choose the headings among all filled lines, by what stands above and below."""
    found: list[Label] = []
    # The marks in use, the outer before the inner.
    marks: list[str] = []
    above: Label | None = None
    chosen = False
    for label, below in zip(labels, [*labels[1:], None], strict=False):
        in_list = above is not None and not chosen and above.mark == label.mark
        rank = marks.index(label.mark) if label.mark in marks else len(marks)
        outward = below is None or below.mark in marks[: rank + 1] or below.mark == label.mark
        chosen = label.span is not None and _heads(label, above, below, in_list, outward)
        if chosen:
            found.append(label)
            del marks[rank:]
            marks.append(label.mark)
        above = label
    return found


def _heads(label: Label, above: Label | None, below: Label | None, in_list: bool, outward: bool) -> bool:
    """Whether a label heads what stands below it.

    `in_list`: the line above is an item with the same mark; `outward`: the line below is such an
    item, or belongs to a heading further out, so that the label has nothing to head.
    """
    if label.mark == "#":
        return True
    if label.rest:
        return label.named
    if label.mark in _BRACKETS:
        return label.named or not outward
    if below is None or below.mark == "#":
        return False
    if label.mark == "bare":
        return label.named and not _runs_on(above, label) and not _in_table(label, above, below)
    if outward or in_list:
        return False
    if label.mark == "(":
        return label.named and label.says.kinds != ("other",)
    if label.mark in _BULLETS:
        return label.named
    return label.named or not _runs_on(label, below)


def _in_table(label: Label, above: Label | None, below: Label) -> bool:
    """Whether a bare line is a cell of a table that was flattened to one cell a line."""
    return False


def _runs_on(label: Label | None, below: Label) -> bool:
    """Whether a line's sentence may go on in the line below."""
    return (
        label is not None
        and not label.closed
        and below.mark == "bare"
        and below.line.start - label.line.end <= 1
        and label.line.right - label.line.left >= _WIDE
    )
