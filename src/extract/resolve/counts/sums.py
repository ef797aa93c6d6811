"""Which figures are the sum of others that stand beside them: pure arithmetic."""

from collections.abc import Sequence
from typing import Final

__all__ = ["sums"]

# Smaller figures are sums of their neighbours by chance.
_LEAST_SUM: Final = 10
# Parts are told next to their sum; no release lists more of them than that.
_MOST_PARTS: Final = 128


def sums(values: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Return the values that are the sum of at least two values right after or right before them, with those parts.

    Keys and parts are indices. The parts of a part are stepped over: in 100, 60, 10, 50, 40 the 60 has its
    parts 10 and 50, and the 100 has 60 and 40.

    >>> sums([100, 60, 10, 50, 40]), sums([30, 40, 70, 70]), sums([50, 50, 1, 1, 2])
    ({1: (2, 3), 0: (1, 4)}, {2: (1, 0), 3: (1, 0)}, {})
    """
    last = len(values) - 1
    before = _sums_of_following(values[::-1])
    found = {last - whole: tuple(last - part for part in parts) for whole, parts in before.items()}
    return found | _sums_of_following(values)


def _sums_of_following(values: Sequence[int]) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    size = len(values)
    # Where the reading goes on after a value and its parts, and where another figure follows: one that
    # is at once told again (122名 … 122名のうち) is no part of itself.
    beyond, other = list(range(1, size + 1)), list(range(1, size + 1))
    for index in range(size - 1, -1, -1):
        whole, total = values[index], 0
        parts: list[int] = []
        if index + 1 < size and values[index + 1] == whole:
            other[index] = other[index + 1]
        at = other[index]
        while at < size and len(parts) < _MOST_PARTS and total < whole:
            total += values[at]
            parts.append(at)
            at = beyond[at]
        if len(parts) > 1 and total == whole >= _LEAST_SUM:
            found[index] = tuple(parts)
            beyond[index] = at
    return found
