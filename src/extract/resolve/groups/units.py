"""One group counted in two units, side by side: 1,755名（1,902件）."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extract.mention import Count
from extract.text.shape import shape

__all__ = ["in_other_units", "nearer_to_people"]

# 40,373件[、]4,360人, 488個[、実人数]889名, メール97件[、添付ファイル数:]120ファイル: nothing said in between.
_SAME_AGAIN: Final = shape(
    r"[、,・/:( ]{0,3}(?:(?:実|対象)?(?:人|者|会員)数[: は]{0,3}|(?:<br ?/?>)?[・ ]?(?:添付)?ファイル数[: は]{0,3})?"
)
# Of two units of one group the one that says most of how many people it is.
_RANK: Final = {"people": 0, "households": 1, "accounts": 2, "cards": 3, "records": 4}
# 48組131名: parties of people.
_PARTY: Final = "組"


def nearer_to_people(folded: str, first: Count, second: Count) -> Count | None:
    """Return which of two counts, told of one group in two units, is nearer to people; None where they are of two."""
    if not _SAME_AGAIN.fullmatch(folded, first.span[1], second.span[0]):
        return None
    one, other = _rank(first), _rank(second)
    return None if one == other else first if one < other else second


def _rank(count: Count) -> int:
    return _RANK["households"] if count.unit == _PARTY else _RANK.get(count.unit_kind, len(_RANK))


def in_other_units(folded: str, counts: Sequence[Count]) -> dict[tuple[int | None, str], set[int | None]]:
    """Return what figures count in another unit, right beside them: 1,902件 the 1,755 of 1,755名（1,902件）.

    Figures are values with the kind of their unit; what they stand for, the values in the unit nearer to people.
    """
    found: dict[tuple[int | None, str], set[int | None]] = {}
    for first, second in pairwise(counts):
        if not (first.role == second.role == "exposed") or "companies" in (first.unit_kind, second.unit_kind):
            # 19名、2法人 are two groups.
            continue
        kept = nearer_to_people(folded, first, second)
        if kept is not None:
            other = second if kept is first else first
            found.setdefault((other.value, other.unit_kind), set()).add(kept.value)
    return found
