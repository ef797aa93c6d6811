"""Counts and runs of items paired by the order in which they stand."""

from collections.abc import Sequence

from extract.resolve.groups.parts import MOST_SHARED, Part, by_kind

__all__ = ["in_order", "joined", "kinds"]


def kinds(parts: Sequence[Part]) -> str:
    """Return a letter for each of the parts: `c` for a count, `r` for a run, `g` for a group.

    >>> kinds([Part(0, 0, ()), Part(4, None, (0, 1))])
    'cr'
    """
    return "".join(["c" if part.is_count else "r" if part.is_run else "g" for part in parts])


def joined(count: Part, runs: list[Part]) -> Part:
    """Return the group of a count and runs of items."""
    items = tuple(sorted({index for run in runs for index in run.items}))
    return Part(min([count.start, *[run.start for run in runs]]), count.count_ref, items)


def in_order(loose: list[Part]) -> list[Part]:
    """Each count with its own items where they alternate, else all counts share all items."""
    order = kinds(loose)
    _, counts, runs = by_kind(loose)
    closes = order[0] == "r" and order[-1] == "c" and order.count("rc") > 1
    if len(counts) < 2 or ("cc" in order and not closes) or order[0] == order[-1]:
        if order.startswith("cr") and order.endswith("rc") and "cc" not in order:
            return [*in_order(loose[:-1]), loose[-1]]
        if len(counts) * sum(len(run.items) for run in runs) > MOST_SHARED:
            return loose
        return [joined(count, runs) for count in counts]
    groups: list[Part] = []
    runs = []
    for part in loose if order[0] == "r" else reversed(loose):
        if part.is_count:
            groups.append(joined(part, runs))
            runs = []
        else:
            runs.append(part)
    return groups
