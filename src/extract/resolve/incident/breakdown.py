"""Which figures of a release stand for themselves, and which repeat, break down or belong to others.

Five ties make a figure no root of its own: it is told again; it counts one kind of data of people whose other data
are counted beside it; it stands below a heading that gives the whole; it is a term of a sum; the words before it
say that it is a part.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import Final, NamedTuple

from extract.resolve.counts.sums import sums
from extract.resolve.incident.figures import Figure

__all__ = ["Roots", "people_of_data", "roots"]

# A breakdown has no more levels than this.
_DEEPEST: Final = 3
# Groups of so few may be the sum of their neighbours by chance.
_BY_CHANCE: Final = 300
# What everyone in a set of data has: who counts these apart from each other counts the same people.
_IDENTITY: Final = frozenset(
    {"name", "name_kana", "address", "phone", "email", "birth_date", "user_id", "password", "password_hash"}
)


def people_of_data(figures: Sequence[Figure]) -> list[Figure]:
    """Leave out kinds of data, counted one by one (氏名 900件, 電話番号 300件): their people are the most of them."""
    left_out: set[int] = set()
    for _, group in groupby(figures, key=lambda figure: (figure.section, figure.mention.unit_kind)):
        section = list(group)
        data = [figure for figure in section if figure.data is not None]
        if not any(figure.data in _IDENTITY for figure in data) and not _is_people(data):
            continue
        most = max(data, key=lambda figure: figure.value)
        others = max((figure.value for figure in section if figure.data is None), default=0)
        left_out.update(figure.index for figure in data if figure is not most)
        # 会員の氏名(900件)、住所(300件): the first kind of data says whose all of them are.
        named = next((figure for figure in section if _names(figure, data[0])), None) if data else None
        if named is not None and named.value < most.value:
            left_out.add(named.index)
        elif named is not None or (_is_people(data) and others >= most.value):
            left_out.add(most.index)
    return [figure for figure in figures if figure.index not in left_out]


def _names(figure: Figure, data: Figure) -> bool:
    """Whether a figure counts the kind of data with which a sentence begins that counts others behind it."""
    return figure.of_item and figure.data is None and figure.sentence == data.sentence and figure.index < data.index


def _is_people(figures: Sequence[Figure]) -> bool:
    return bool(figures) and figures[0].mention.unit_kind == "people"


class Roots(NamedTuple):
    """The figures that belong to no other; the index of those with parts, and whether a part is a group."""

    figures: list[Figure]
    wholes: dict[int, bool]


def roots(figures: Sequence[Figure]) -> Roots:
    """Return the figures, all of one unit and in the text's order, that belong to no other."""
    wholes: dict[int, bool] = {}
    kept = _outside_wholes(_told_once(figures), wholes)
    kept = _without_parts(_without_terms(kept, wholes))
    # 423 = 180 + 249 - 6, where 6 are in both groups.
    largest = max(kept, key=lambda figure: figure.value)
    rest = sum(figure.value for figure in kept) - largest.value
    if any(figure.twice and rest - figure.value == largest.value for figure in figures):
        return Roots([largest], {**wholes, largest.index: True})
    return Roots(kept, wholes)


def _told_once(figures: Sequence[Figure]) -> list[Figure]:
    """Leave out repetitions. Groups, and the lines of one list, may count alike."""
    first: dict[int, Figure] = {}
    for figure in figures:
        # A group's own figure is the one to keep, wherever it stands.
        if figure.value not in first or (figure.grouped and not first[figure.value].grouped):
            first[figure.value] = figure
    data: set[tuple[int, int]] = set()
    kept = []
    for figure in figures:
        same_data = figure.of_item and (figure.sentence, figure.value) in data
        if not same_data and (figure.grouped or _is_new(figure, first[figure.value])):
            kept.append(figure)
            if figure.of_item:
                data.add((figure.sentence, figure.value))
    return kept


def _is_new(figure: Figure, first: Figure) -> bool:
    return figure is first or (
        not figure.mention.total
        and figure.place == first.place
        and (_are_entries(figure, first) or (figure.enumerated and first.enumerated))
    )


def _are_entries(figure: Figure, other: Figure) -> bool:
    """Whether two figures stand on lines of their own, of one list or of headings; not 件数:300件 above a list."""
    listed = figure.listed and other.listed and figure.mark == other.mark
    return figure.line != other.line and (figure.heads or listed)


def _outside_wholes(figures: Sequence[Figure], wholes: dict[int, bool]) -> list[Figure]:
    """Leave out what stands under a line with a figure (a heading, the head of a table or a list), or in its bracket.

    It is no smaller than its parts, unless it counts everyone once. Note it in `wholes`.
    """
    kept: list[Figure] = []
    heads: list[Figure] = []
    for figure in figures:
        while heads and max(heads[-1].until, heads[-1].bracket) <= figure.mention.span[0]:
            heads.pop()
        whole = next((head for head in heads[-_DEEPEST:] if _is_under(figure, head)), None)
        if whole is None:
            kept.append(figure)
            if figure.until or figure.bracket > figure.mention.span[1]:
                heads.append(figure)
        else:
            wholes[whole.index] = wholes.get(whole.index, False) or figure.grouped
    return kept


def _is_under(figure: Figure, head: Figure) -> bool:
    if figure.value > head.value or figure.apart:
        return False
    if figure.mention.span[0] < head.bracket:
        return True
    beside = figure.line == head.line or (figure.mark is not None and figure.mark == head.mark)
    return not beside and figure.mention.span[0] < head.until


def _without_terms(figures: Sequence[Figure], wholes: dict[int, bool]) -> list[Figure]:
    """Leave out the terms of sums, level by level; note the sums in `wholes`."""
    kept = list(figures)
    for _ in range(_DEEPEST):
        terms: set[int] = set()
        for place, parts in sums([figure.value for figure in kept]).items():
            whole = kept[place]
            if not whole.grouped or whole.value >= _BY_CHANCE:
                terms.update(parts)
                of_groups = any(kept[part].grouped or wholes.get(kept[part].index) for part in parts)
                wholes[whole.index] = wholes.get(whole.index, False) or of_groups
        if not terms:
            break
        kept = [figure for place, figure in enumerate(kept) if place not in terms]
    return kept


def _without_parts(figures: Sequence[Figure]) -> list[Figure]:
    """Leave out what the words call a part, unless it is more than everything else, and card payers."""
    whole = max((figure for figure in figures if not figure.part), default=None, key=lambda figure: figure.value)
    whole = whole or max(figures, key=lambda figure: figure.value)
    kept = [figure for figure in figures if not figure.part or figure is whole or figure.value > whole.value]
    if any(figure.others for figure in kept):
        # カード決済を利用された方 1,024名, それ以外の方 3,400名: parted so, nobody is in both.
        return kept
    # Card payers are among the customers, unless there are more of them than of the rest.
    others = max((figure.value for figure in kept if not figure.card), default=0)
    return [figure for figure in kept if not figure.card or figure.value > others]
