"""Parts: what groups are gathered from, counts and runs of items."""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Final, NamedTuple

__all__ = ["MOST_SHARED", "Part", "by_kind", "start_of"]

# So many items are shared out at most, each group's counted: no release goes near it.
MOST_SHARED: Final = 50_000


class Part(NamedTuple):
    """A count, a run of items, or a group; `start` is the offset of its first mention.

    A group has items and a count, or is `whole` without one: the other people of a sentence that
    counts only some (生徒（130人）と教職員の氏名). A count without items is `whole` where all beside it are of
    others.
    """

    start: int
    count_ref: int | None
    items: tuple[int, ...]
    whole: bool = False

    @property
    def is_count(self) -> bool:
        """A count that has found no items."""
        return self.count_ref is not None and not self.items

    @property
    def is_run(self) -> bool:
        """Items that have found no count."""
        return self.count_ref is None and not self.whole

    @property
    def is_group(self) -> bool:
        """Items with their count, or of people who are not counted."""
        return bool(self.items) and not self.is_run


#: The offset that orders parts.
start_of: Final[Callable[[Part], int]] = attrgetter("start")


def by_kind(parts: Iterable[Part]) -> tuple[list[Part], list[Part], list[Part]]:
    """Return the groups, the counts without items and the runs among parts, each in the order they come in."""
    groups: list[Part] = []
    counts: list[Part] = []
    runs: list[Part] = []
    for part in parts:
        if part.count_ref is None:
            (groups if part.whole else runs).append(part)
        else:
            (groups if part.items else counts).append(part)
    return groups, counts, runs
