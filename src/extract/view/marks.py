"""Cutting a text at the ends of all marks, so that marks that overlap are all seen."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from extract.mention import Span

__all__ = ["KINDS", "Mark", "Piece", "cut"]

# What is marked. Of two marks of the same words the later kind is drawn inside, and is what a click means.
KINDS: Final = ("warning", "fact", "heading", "subject", "item", "count", "date")
_RANKS: Final = {kind: rank for rank, kind in enumerate(KINDS)}


class Mark(NamedTuple):
    """Words at `start:end` that the record's row `row` rests on; `label` says what they are."""

    start: int
    end: int
    kind: str
    row: str
    label: str
    status: str | None = None


class Piece(NamedTuple):
    """Text from one end of a mark to the next. `marks`: those on it, the outermost first.

    `begins`: whether the innermost mark begins here.
    """

    start: int
    text: str
    marks: tuple[Mark, ...] = ()
    begins: bool = False


def cut(text: str, origin: int, marks: Iterable[Mark], spans: Iterable[Span] = ()) -> Iterator[Piece]:
    """Yield the pieces of a text that begins at `origin` of its file, in order and without gap.

    The text is cut at the ends of `spans` too, so that what is not drawn can be pointed at. On each
    piece there is at most one mark of a kind, the last that began: so the cost is that of sorting,
    however many marks lie on each other.
    """
    ordered = sorted(
        (mark for mark in marks if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end, _RANKS[mark.kind])
    )
    ends = {origin, origin + len(text)}
    ends.update(mark.start for mark in ordered)
    ends.update(mark.end for mark in ordered)
    for span in spans:
        ends.update(span)
    places = sorted(ends)
    # Of each kind the marks that have begun, the last on top. One that has ended is dropped when it is the top.
    begun: list[list[tuple[int, Mark]]] = [[] for _ in KINDS]
    upcoming = 0
    for place, following in pairwise(places):
        while upcoming < len(ordered) and ordered[upcoming].start == place:
            begun[_RANKS[ordered[upcoming].kind]].append((upcoming, ordered[upcoming]))
            upcoming += 1
        for stack in begun:
            while stack and stack[-1][1].end <= place:
                stack.pop()
        shown = tuple(mark for _, mark in sorted(stack[-1] for stack in begun if stack))
        yield Piece(place, text[place - origin : following - origin], shown, bool(shown) and shown[-1].start == place)
