"""Sections: the lines that serve as headings, what each section holds, and how they nest.

A Markdown heading is one whatever it says. Any other line must look like a label by its mark and
its words, and must have something below it that it labels: below an item of a list stands the
next item.
"""

from itertools import groupby
from typing import Final, NamedTuple

from extract.find.sections.labels import Label, is_item, is_prose, read_label, read_marked
from extract.mention import Section
from extract.text.document import Document, Line
from extract.text.shape import shape

__all__ = ["find_sections"]

# A line about as long as a page is wide may be a sentence's that was broken hard.
_WIDE: Final = 28
# A table has at least a head and a row.
_LEAST_CELLS: Final = 6
_LEAST_FIGURES: Final = 2
_STOPS: Final = "。!?"
_EMPTY: Final = frozenset(("blank", "rule"))
_BRACKETS: Final = "【〔<〈《≪["
# Sections that ask something of people, or offer it.
_TO_PEOPLE: Final = (("recovery",), ("request",), ("notification",), ("business_impact",), ("contact",), ("other",))
# `お客様各位`, `保護者の皆様`: whom a release addresses.
_ADDRESSED: Final = ("様", "さま", "各位", "方々", "方へ", "様へ")
_DIGIT: Final = shape(r"\d")
_BULLETS: Final = "-・*•▪◾◼◖◗▶▷►➤◉⚫⚪⬛✓✔☑Øø"


def find_sections(document: Document, body: int) -> list[Section]:
    """Cut the document into sections: they tile it, and the text before the first heading is one too."""
    headings = _headings(_Labels(document, body))
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
        if parent is not None and (not kinds or heading.says.shared or _is_to_them(heading, sections[parent])):
            kinds = sections[parent].kinds
        enclosing.append((heading, len(sections)))
        words = document.source[slice(*heading.span)] if heading.span else None
        sections.append(Section((start, end), words, heading.span, len(enclosing), kinds or ("other",), parent))
    return sections


def _is_to_them(heading: Label, parent: Section) -> bool:
    """Whether a heading names but the people to whom the one above is told: `月額会員様` below `ご返金について`."""
    return heading.says.people and parent.kinds[:1] in _TO_PEOPLE


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


class _Labels:
    """The filled lines from an offset on, as labels.

    `marked` are those that may be labels, by their index: no prose, and no items of a list above the next one.
    """

    def __init__(self, document: Document, body: int) -> None:
        folded = self.folded = document.folded
        first = document.line_index(body) if body else 0
        if document.lines[first].start < body:
            first += 1
        lines = self.lines = [line for line in document.lines[first:] if line.kind not in _EMPTY]
        self.marked = {
            index: read_marked(folded, line)
            for index, line in enumerate(lines)
            if not is_prose(folded, line)
            and not (line.kind == "bullet" and index + 1 < len(lines) and is_item(folded, line, lines[index + 1]))
        }

    def at(self, index: int) -> Label:
        """Return what the line with an index is as a label."""
        return self.marked.get(index) or read_label(self.folded, self.lines[index])


def _headings(labels: _Labels) -> list[Label]:
    """Choose the headings among all filled lines, by what stands above and below."""
    offered = [(index, label) for index, label in labels.marked.items() if label.span is not None]
    if any(label.mark != "#" for _, label in offered):
        items = _table_cells(labels) | _steps(labels)
        offered = [(index, label) for index, label in offered if index not in items]
    found: list[Label] = []
    # The marks in use, the outer before the inner.
    marks: list[str] = []
    last = -1
    for index, label in offered:
        if label.mark == "#":
            # A Markdown heading is one whatever stands about it.
            found.append(label)
            marks = ["#"]
            last = index
            continue
        above = labels.at(index - 1) if index - 1 != last else None
        below = labels.at(index + 1) if index + 1 < len(labels.lines) else None
        rank = marks.index(label.mark) if label.mark in marks else len(marks)
        closing = below is None or (below.mark != "bare" and below.mark in marks[:rank])
        outward = closing or below is None or _follows(label, below)
        over = found[-1] if found else None
        spaced = (
            above is not None
            and index > 1
            # The first of a list may stand right below its Markdown heading.
            and ((index - 2 == last and marks == ["#"]) or _apart(labels.lines[index - 2], above.line))
            and _apart(above.line, label.line)
        )
        if _heads(label, _Place(over, above, below, rank < len(marks), outward, closing, spaced)):
            found.append(label)
            marks = [*marks[:rank], label.mark]
            last = index
    return found


def _apart(upper: Line, lower: Line) -> bool:
    """Whether blank lines stand between two lines."""
    return upper.end + 1 < lower.start


def _follows(label: Label, below: Label) -> bool:
    """Whether a line is the next item of a list: its mark is the same, and its number the next one."""
    return below.mark == label.mark and (not label.ordinal or below.ordinal == label.ordinal + 1)


class _Place(NamedTuple):
    """What stands about a label: the heading over it, the line above unless that is a heading, the line below.

    `sibling`: a heading with the same mark stands before; `closing`: the line below has the mark of a
    heading further out; `outward`: that, or the label's own mark, so that the label has nothing to head;
    `spaced`: blank lines stand about the line above.
    """

    over: Label | None
    above: Label | None
    below: Label | None
    sibling: bool
    outward: bool
    closing: bool
    spaced: bool


def _heads(label: Label, place: _Place) -> bool:
    """Whether a label heads what stands below it."""
    above, below = place.above, place.below
    if place.over and place.over.says.kinds == ("contact",) and label.desk:
        return False
    if label.rest:
        return label.named or (place.sibling and (label.mark in _BRACKETS or label.says.faint))
    if label.mark in _BRACKETS or label.mark == "framed":
        return label.named or not place.outward
    if below is None or below.mark == "#":
        return False
    if label.mark == "bare":
        return not place.closing and _heads_bare(label, place, below)
    if label.mark == "(":
        return label.named and label.says.kinds != ("other",)
    in_list = above is not None and _follows(above, label) and not above.stopped and label.last != ":"
    if place.outward or in_list:
        return False
    if label.mark in _BULLETS:
        # The last item of a list may be followed by the text's next paragraph.
        last = label.says.kinds == ("affected_data",) and below.stopped and below.line.start - label.line.end > 1
        # A group with its number is all said; a note below adds to it.
        return (label.named and not last and not (label.counted and below.note)) or (place.sibling and label.counted)
    return label.named or not _runs_on(label, below)


def _heads_bare(label: Label, place: _Place, below: Label) -> bool:
    """Whether a line without a mark heads what stands below it: it must stand apart and say so.

    A figure in it makes it a group of people or data if the group's items follow directly; words
    that fit any section make it a heading over a whole sentence, between blank lines or behind a
    sentence and a blank line.
    """
    over, above = place.over, place.above
    apart, close = above is None or _apart(above.line, label.line), not _apart(label.line, below.line)
    listed = below.mark in _BULLETS
    said = above is not None and (above.stopped or above.formula)
    if above is None and over and not close and not listed and not _apart(over.line, label.line):
        # Right below a heading, and before a blank line, it is all that the heading has to say.
        return False
    if label.says.people and over is None and below.stopped and (above is None or above.words.endswith(_ADDRESSED)):
        # Whom the release addresses stands above its first words.
        return False
    if label.counted:
        heads = label.sized if listed else below.mark == "bare" and not below.counted
        return heads and apart and close and label.named
    if not label.named:
        set_off = apart and (said or not close)
        in_list = above is not None and above.mark == "bare" and not (said or above.counted) and place.spaced
        return set_off and below.stopped and bool(label.says.kinds) and not (in_list or _DIGIT.search(label.words))
    if label.loose:
        return apart and below.stopped
    alike = below.named and not below.counted and below.says.kinds[0] in label.says.kinds
    if not close and below.mark == "bare" and alike:
        # The first of a list whose items stand between blank lines.
        return False
    if above is None or said or (close and listed):
        return True
    # Between two lines of a list it would be the third, and behind them the last.
    nearer = below.line.start - label.line.end < label.line.start - above.line.end
    in_list = above.mark == "bare" and place.spaced
    return apart and (nearer or below.mark != "bare" or (below.stopped and not in_list))


def _steps(labels: _Labels) -> set[int]:
    """The items of numbered lists whose next item is a whole sentence: they name a step, and head nothing."""
    found: set[int] = set()
    last: dict[str, tuple[int, Label]] = {}
    for index, label in labels.marked.items():
        if not label.number or label.mark == "#" or not label.ordinal:
            continue
        before, above = last.get(label.mark, (index, label))
        if label.stopped and before != index and _follows(above, label) and not above.named:
            found.add(before)
        last[label.mark] = index, label
    return found


def _table_cells(labels: _Labels) -> set[int]:
    """The lines of tables that were flattened to one cell a line: runs of short bare lines, some mere figures."""
    cells: set[int] = set()
    short = [
        index
        for index, label in labels.marked.items()
        if label.mark == "bare" and label.last not in _STOPS and label.line.right - label.line.left < _WIDE
    ]
    if len(short) < _LEAST_CELLS:
        return cells
    # Lines one behind the other are as far apart among the short ones.
    for _, run in groupby(enumerate(short), key=lambda each: each[1] - each[0]):
        indices = [index for _, index in run]
        if len(indices) >= _LEAST_CELLS and sum(labels.marked[index].figure for index in indices) >= _LEAST_FIGURES:
            cells.update(indices)
    return cells


def _runs_on(label: Label, below: Label) -> bool:
    """Whether a line's sentence may go on in the line below."""
    return (
        not label.closed
        and below.mark == "bare"
        and below.line.start - label.line.end <= 1
        and label.line.right - label.line.left >= _WIDE
    )
