"""Groups that a list of what leaked makes of people alone, with neither count nor items.

- お客様に関する個人情報
- 採用選考に応募された方の個人情報
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from extract.mention import Count, Exposure, Item, Section
from extract.resolve.groups.people import VAGUE, Found, People, coded
from extract.resolve.status import LEAKED, Statuses
from extract.text.document import Document, Line
from extract.text.lines import is_entry
from extract.text.shape import shape

__all__ = ["listed_people"]

# 当社従業員[の個人情報の一部]: whose data, at the end of its line.
_THEIR_DATA: Final = shape(
    r"(?:の|に(?:関する|係る|関わる))?(?:個人)?(?:情報|データ)(?:の一部|等|など)*(?:\([^()\n]{0,40}\))?[ 。]*$"
)
# 当社のサービスをご利用のお客様[情報]; ユーザー[情報] may as well be the label of what follows.
_SHORTEST: Final = 8
_BARE: Final = ("情報", "データ", "個人情報")
# Of fewer bullets none is a list.
_LIST: Final = 2


def listed_people(
    document: Document,
    sections: Sequence[Section],
    statuses: Statuses,
    people: People,
    counts: Sequence[Count],
    items: Sequence[Item],
    groups: Sequence[Exposure],
) -> list[Exposure]:
    """Return a group for each bullet that names people and says nothing of their data, beside the `groups` of others.

    Where the section counts anything, or names items beside its bullets, these are of the people listed; and so are
    items elsewhere of which a bullet's people are the owners already.
    """
    leaked = [group for group in groups if group.status in LEAKED]
    if any(group.subject_span is None for group in leaked):
        return []
    counted = [count.span[0] for count in counts]
    mentioned = sorted(counted + [item.span[0] for item in items if item.status in LEAKED])
    owners = sorted(group.subject_span[0] for group in groups if group.subject_span)
    found: list[Exposure] = []
    for section in sections:
        if "affected_data" not in section.kinds or section.heading_span is None:
            continue
        low, high = section.heading_span[1], section.span[1]
        first, last = document.line_index(low), document.line_index(max(low, high - 1))
        bullets = [line for line in document.lines[first + 1 : last + 1] if is_entry(document.folded, line)]
        bare = [line for line in bullets if not _within(mentioned, line.start, line.end)]
        told = sum(_within(mentioned, line.start, line.end) for line in bullets)
        if (
            len(bullets) < _LIST
            or _within(counted, low, high)
            or _within(mentioned, low, high) > told
            or any(_within(owners, line.start, line.end) for line in bare)
        ):
            continue
        for line in bare:
            who = _named(document, people, line)
            status = statuses.cast(line.body) if who else None
            if who and status is not None and status in LEAKED:
                found.append(Exposure(who[0], coded(who[1]), None, (), status, (who[0],)))
    return found


def _named(document: Document, people: People, line: Line) -> Found | None:
    """Return the people whose data a bullet is, if it says no more than that."""
    whose = _THEIR_DATA.search(document.folded, line.body, line.right)
    if whose is None or (whose[0].startswith(_BARE) and whose.start() - line.body < _SHORTEST):
        return None
    who = people.phrase(line.body, whose.start(), last=True)
    return None if who is None or who[1] in VAGUE[1:] else who


def _within(starts: Sequence[int], low: int, high: int) -> int:
    """Return how many of some offsets, in order, are between two."""
    return bisect_left(starts, high) - bisect_left(starts, low)
