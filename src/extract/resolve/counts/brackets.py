"""Brackets around and behind quantities: `13件(本社9件(常勤6件、非常勤3件)、支社4件)`."""

from collections.abc import Sequence
from typing import Final

from extract.mention import Count

__all__ = ["closing", "opening", "wholes"]

# No bracket is followed further than this.
_REACH: Final = 200


def closing(folded: str, opening: int) -> int:
    """Return the offset of the bracket that closes the one at `opening`, nested ones passed over; else `opening`."""
    depth = 0
    for offset in range(opening, min(len(folded), opening + _REACH)):
        char = folded[offset]
        if char == "(":
            depth += 1
        elif char == ")" or char == "\n":
            depth -= 1
            if depth <= 0:
                return offset
    return opening


def opening(folded: str, offset: int) -> int | None:
    """Return the offset of the bracket that is open at `offset`; None where none is on the line."""
    depth = 0
    for place in range(offset - 1, max(-1, offset - _REACH), -1):
        char = folded[place]
        if char == "\n":
            return None
        depth += (char == ")") - (char == "(")
        if depth < 0:
            return place
    return None


def wholes(folded: str, counts: Sequence[Count]) -> dict[int, list[int]]:
    """Return the counts with a bracket right behind them, and the counts in it, those in a bracket within apart."""
    found: dict[int, list[int]] = {}
    around: list[tuple[int, int]] = []
    for index, count in enumerate(counts):
        start, end = count.span
        while around and around[-1][1] <= start:
            around.pop()
        if around:
            found.setdefault(around[-1][0], []).append(index)
        if folded.startswith("(", end):
            around.append((index, closing(folded, end)))
    return found
