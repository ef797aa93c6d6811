"""How many people and how many records the whole incident touched."""

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from extract.mention import Count, Exposure, Quantity, Section
from extract.text.document import Document

__all__ = ["resolve_affected"]

# Units of organisations: they count as records, but schools and kindergartens only say where people are.
_ORGANISATIONS: Final = frozenset({"companies"})
_SCHOOLS: Final = re.compile(r"[校園組科]")

# How far before a figure the words stand that make it a part of an earlier one.
_LEAD: Final = 40
# `うち3名`, `(内訳)`, `過去に申請実績のある利用者は11名`. Not: `社内の120名`, `国内35名`.
_PART: Final = re.compile(
    r"(?:(?:この|その|上記の?|前述の?)?(?:うち|(?<![社国県市区町村案以院学校家室])内(?=[、,訳]|[\u3041-\u3096])|内訳)|申請実績|重複)[^。\n]{0,36}$"
)
_CARD: Final = re.compile(r"カード|決済")

# Two figures this near each other are one figure told roughly and precisely (約15万人, 148,620人).
_ROUGHLY: Final = 0.1


class _Figure(NamedTuple):
    """A count with its index and whether the text makes it a part of another."""

    index: int
    count: Count
    value: int
    part: bool
    card: bool


def resolve_affected(
    document: Document, sections: Sequence[Section], counts: Sequence[Count], exposures: Sequence[Exposure]
) -> tuple[Quantity | None, Quantity | None]:
    """Return the people and the records: the stated total, else the sum of disjoint groups.

    Excluded counts are left out. A group that is counted in both units is people only.
    """
    figures = [
        _figure(document, exposures, index, count, count.value)
        for index, count in enumerate(counts)
        if count.role == "exposed" and count.status != "excluded" and count.value is not None and count.value > 0
    ]
    groups = {group.count_ref for group in exposures if group.count_ref is not None and group.status != "excluded"}
    people = _quantity(figures, groups, lambda count: count.unit_kind == "people")
    if people is None:
        records = _quantity(figures, groups, lambda count: count.unit_kind not in ("people", *_ORGANISATIONS))
        records = records or _quantity(figures, groups, _is_organisation)
    else:
        # The people's own records are the people; organisations beside them are counted for themselves.
        grouped = [figure for figure in figures if figure.index in groups]
        records = _quantity(grouped, groups, _is_organisation)
    return people, records


def _is_organisation(count: Count) -> bool:
    return count.unit_kind in _ORGANISATIONS and not _SCHOOLS.search(count.unit)


def _figure(document: Document, exposures: Sequence[Exposure], index: int, count: Count, value: int) -> _Figure:
    start = count.span[0]
    line = document.line_at(start)
    lead = document.folded[max(line.start, start - _LEAD) : start]
    subjects = "".join(
        document.folded[group.subject_span[0] : group.subject_span[1]]
        for group in exposures
        if group.count_ref == index and group.subject_span
    )
    return _Figure(index, count, value, bool(_PART.search(lead)), bool(_CARD.search(subjects or lead)))


def _quantity(figures: Sequence[_Figure], groups: set[int], wanted: Callable[[Count], bool]) -> Quantity | None:
    figures = [figure for figure in figures if wanted(figure.count)]
    if not figures:
        return None
    largest = max(figures, key=lambda figure: figure.value)
    totals = [figure for figure in figures if figure.count.total]
    stated = max(totals, key=lambda figure: figure.value, default=None)
    if stated is not None and stated.value >= max(
        f.value for f in figures if not _alike(f.value, stated.value) or f is stated
    ):
        return _single(stated)

    parts = _disjoint([figure for figure in figures if figure.index in groups] or figures)
    total = sum(figure.value for figure in parts)
    if largest.value > total and not _alike(largest.value, total):
        return _single(largest)
    if len(parts) == 1:
        return _single(parts[0])
    return Quantity(total, _bound(parts), _status(parts), True, tuple(sorted(figure.index for figure in parts)))


def _alike(one: int, other: int) -> bool:
    return abs(one - other) <= _ROUGHLY * min(one, other)


def _disjoint(figures: Sequence[_Figure]) -> list[_Figure]:
    """Return one figure a group: no repetition, no part of another, no sum of the others."""
    distinct: dict[int, _Figure] = {}
    for figure in figures:
        known = distinct.get(figure.value)
        if known is None or (known.part and not figure.part):
            distinct[figure.value] = figure
    kept = sorted(distinct.values(), key=lambda figure: figure.index)
    kept = [figure for figure in kept if not figure.part] or kept[:1]
    # Card payers are among the customers, unless there are more of them than of the rest.
    others = max((figure.value for figure in kept if not figure.card), default=0)
    kept = [figure for figure in kept if not figure.card or figure.value > others]
    largest = max(kept, key=lambda figure: figure.value)
    rest = [figure for figure in kept if figure is not largest]
    if len(rest) > 1 and sum(figure.value for figure in rest) == largest.value:
        return [largest]
    return kept


def _single(figure: _Figure) -> Quantity:
    return Quantity(figure.value, figure.count.bound, figure.count.status, False, (figure.index,))


def _bound(figures: Sequence[_Figure]) -> str:
    bounds = {figure.count.bound for figure in figures}
    for bound in ("at_most", "under"):
        if bound in bounds and not bounds & {"at_least", "over"}:
            return bound
    for bound in ("at_least", "over"):
        if bound in bounds and not bounds & {"at_most", "under"}:
            return bound
    return "exact" if bounds == {"exact"} else "approx"


def _status(figures: Sequence[_Figure]) -> str:
    """A sum over several statuses is only as sure as its least sure part."""
    statuses = {figure.count.status for figure in figures}
    return next(status for status in ("possible", "unknown", "confirmed") if status in statuses)
