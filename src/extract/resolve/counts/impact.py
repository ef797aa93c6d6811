"""The quantities of the incident's impact, with role, status, bound and total."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from extract.mention import Count, Section
from extract.resolve.counts.announced import bound_at_most
from extract.resolve.counts.receivers import set_apart
from extract.resolve.counts.relevance import is_impact
from extract.resolve.counts.roles import HAPPENED, role_of, share_roles
from extract.resolve.counts.surroundings import Surroundings, surroundings
from extract.resolve.counts.totals import mark_totals
from extract.resolve.status import Statuses
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["resolve_counts"]

# 上記[2校]を除く県立学校の被害は確認されていない: what follows is said of the others.
_BUT_THESE: Final = shape(r"(?:の(?:方|皆様|お客(?:様|さま)))?(?:を除(?:く|き|い)|以外|のほか|の他)")


def resolve_counts(
    document: Document, sections: Sequence[Section], counts: Sequence[Count], statuses: Statuses
) -> list[Count]:
    """Return those of the counts that the incident touched, resolved, in the text's order."""
    if not counts:
        return []
    starts = [section.span[0] for section in sections]
    nexts = [count.span[0] for count in counts[1:]] + [len(document)]
    found: list[Count] = []
    around: list[Surroundings] = []
    for count, following in zip(counts, nexts, strict=False):
        section = sections[max(0, bisect_right(starts, count.span[0]) - 1)]
        words = surroundings(document, section, count.span, following)
        if is_impact(count, words, section):
            role = role_of(count, words, section)
            found.append(count if role == count.role else count._replace(role=role))
            around.append(words)
    if not found:
        return []
    found = set_apart(document, found, around)
    found = share_roles(document, mark_totals(document, found), around)
    if _are_all_reached(found, sections, starts):
        found = mark_totals(document, [count._replace(role="exposed") for count in found])
    found = [count._replace(status=_status(document.folded, count, statuses)) for count in found]
    return bound_at_most(document, sections, found)


def _status(folded: str, count: Count, statuses: Statuses) -> str:
    """Return how sure a quantity is: of none (顧客情報:0件) nothing leaked, and what happened did happen."""
    if count.value == 0:
        return "excluded"
    if count.role in HAPPENED:
        return "confirmed"
    if _BUT_THESE.match(folded, count.span[1]):
        return statuses.cast(count.span[0])
    return statuses.of(count.span)


def _are_all_reached(counts: Sequence[Count], sections: Sequence[Section], starts: Sequence[int]) -> bool:
    """Whether nobody is counted but those who were reached and those who were not: they are whose data leaked.

    A list of the data with `通知完了 283件`, `通知未完了 13件` below it tells by these how many there are.
    """
    return len(counts) > 1 and all(
        count.role == "other"
        and count.unit_kind in ("people", "records")
        and "affected_data" in sections[max(0, bisect_right(starts, count.span[0]) - 1)].kinds
        for count in counts
    )
