"""How many people and how many records the whole incident touched.

The figures of a release make trees: a whole, its parts, the parts' parts. What the incident touched is what stands
at the roots, each figure counted once: told again, replaced by a later figure, or told of the same people's data
in another unit, it adds nothing.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from extract.mention import Count, Exposure, Item, Quantity, Section
from extract.resolve.counts.changes import differences, superseded
from extract.resolve.counts.opened import opened_accounts
from extract.resolve.incident.breakdown import people_of_data, roots
from extract.resolve.incident.figures import Figure, Reader
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["resolve_affected"]

# Schools and kindergartens only say where the people are.
_PLACES: Final = shape(r"[校園組科]")
# What names of groups have before and after what tells them apart.
_AFFIXES: Final = shape(r"^(?:当社|弊社|本学|当院|当行|お)|(?:の)?(?:皆様|皆さま|方々|方|様|さま)$")
# A group whose name goes on so holds the group whose name ends there: 従業員、元従業員 / 従業員、元従業員および協力者.
_AND_MORE: Final = shape(r" ?(?:、|,|と|及び|および|並びに|ならびに|\()")
# Between the people and their data in another unit: 40,373件、4,360人; ファイル数488個、実人数889名; 1社(6名).
_OTHER_UNIT: Final = shape(r" ?[、,/・(]? ?(?:(?:実|対象)?(?:人|者|会員)数)?[: は]{0,2}")

# So many groups are compared with each other by name.
_MOST_GROUPS: Final = 32

# Two figures this near each other are one figure told roughly and precisely (約15万人, 148,620人).
_ROUGHLY: Final = 0.1


def resolve_affected(
    document: Document,
    sections: Sequence[Section],
    counts: Sequence[Count],
    items: Sequence[Item],
    exposures: Sequence[Exposure],
) -> tuple[Quantity | None, Quantity | None]:
    """Return the people and the records: the stated total, else the sum of disjoint groups.

    Excluded counts are left out. A group that is counted in both units is people only.
    """
    exposed = [
        index
        for index, count in enumerate(counts)
        if count.role == "exposed" and count.status != "excluded" and count.value
    ]
    if not exposed:
        opened = opened_accounts(document, counts)
        return None, None if opened is None else _quantity(opened, counts[opened])
    if len(exposed) > 1:
        changed = differences(document, counts) | superseded(document, counts)
        exposed = [index for index in exposed if index not in changed] or exposed
    if len(exposed) == 1:
        return _alone(exposed[0], counts[exposed[0]])
    reader = Reader(document, sections, items, exposures)
    return _Affected(document, people_of_data(reader.figures(counts, exposed))).quantities()


def _quantity(index: int, count: Count) -> Quantity:
    """Return what one count tells."""
    return Quantity(count.value or 0, count.bound, count.status, False, (index,))


def _alone(index: int, count: Count) -> tuple[Quantity | None, Quantity | None]:
    """Return the people or the records of a release that tells one figure; schools only say where they are."""
    quantity = _quantity(index, count)
    if count.unit_kind == "people":
        return quantity, None
    return None, None if count.unit_kind == "companies" and _PLACES.search(count.unit) else quantity


class _Affected:
    """Reads the figures of what was exposed, and adds up those that stand for themselves."""

    def __init__(self, document: Document, figures: Sequence[Figure]) -> None:
        self._folded = document.folded
        self._figures = figures

    def quantities(self) -> tuple[Quantity | None, Quantity | None]:
        """Return the people and the records."""
        people = self._quantity(self._figures, _is_people)
        if people is None:
            return None, self._records(self._figures)
        if _everyone([figure for figure in self._figures if _is_people(figure)]) is not None:
            # The records are those of the people, of whom the text counts everyone once.
            return people, None
        # Beside people stand only the groups that are not the same people counted by their records.
        told = {figure.value for figure in self._figures if _is_people(figure)}
        paired = self._paired()
        lines = {figure.line for figure in self._figures if _is_people(figure)}
        records = self._records(
            [
                figure
                for figure in self._figures
                if (figure.grouped or _is_organisation(figure))
                and not figure.card
                and not figure.repeatedly
                and not (figure.part and figure.line in lines)
                and figure.value not in told
                and figure.index not in paired
            ]
        )
        return people, None if records is not None and records.value in told else self._as_stated(records)

    def _records(self, figures: Sequence[Figure]) -> Quantity | None:
        """Return the records: 件 before all other units, organisations last."""
        for wanted in (_is_record, _is_other, _is_organisation):
            quantity = self._quantity(figures, wanted)
            if quantity is not None:
                return quantity
        return None

    def _as_stated(self, records: Quantity | None) -> Quantity | None:
        """Return the total that the release states, where it is what its groups add up to."""
        if records is None or not records.computed:
            return records
        stated = (figure for figure in self._figures if figure.mention.total and not _is_people(figure))
        return next((_single(figure) for figure in stated if figure.value == records.value), records)

    def _paired(self) -> set[int]:
        """Return the indices of the figures that count the same as the people right beside them, in another unit."""
        found: set[int] = set()
        for first, second in pairwise(self._figures):
            if _is_people(first) != _is_people(second) and _OTHER_UNIT.fullmatch(
                self._folded, first.mention.span[1], second.mention.span[0]
            ):
                found.add(second.index if _is_people(first) else first.index)
        return found

    def _quantity(self, figures: Sequence[Figure], wanted: Callable[[Figure], bool]) -> Quantity | None:
        """Return the total that the text states of the wanted figures, else the sum of their disjoint groups."""
        figures = [figure for figure in figures if wanted(figure)]
        if len(figures) < 2:
            return _single(figures[0]) if figures else None
        figures = _counted_once(figures)
        everyone = _everyone(figures)
        if everyone is not None:
            return _single(everyone)
        found, wholes = roots(figures)
        largest = max(found, key=lambda figure: figure.value)
        apart = [figure for figure in found if figure.apart]
        stated = [figure for figure in found if figure.mention.total and figure.index not in wholes]
        most = max(stated, key=lambda figure: figure.value, default=None)
        beside = [figure for figure in stated if figure.enumerated and most and figure.sentence == most.sentence]
        if len(beside) > 1 and most in beside:
            # 児童 計158,204名、教職員 計11,390名: sums of groups beside each other.
            return _sum([*beside, *(figure for figure in apart if figure not in beside)])
        if most is not None and (most.value >= largest.value or _alike(most, largest) or largest in apart):
            return _sum([most, *(figure for figure in apart if figure is not most)])
        parts = _disjoint(
            self._in_line([figure for figure in found if figure.grouped or wholes.get(figure.index)], found, wholes)
        )
        total = sum(figure.value for figure in parts)
        if largest not in parts and largest.value > total and not _near(largest.value, total):
            return _single(largest)
        return _sum(parts)

    def _in_line(
        self, grouped: Sequence[Figure], figures: Sequence[Figure], wholes: dict[int, bool]
    ) -> Sequence[Figure]:
        """Return the groups' figures, and those that no group took up but that stand in line with them.

        They stand in one list with them, or on other lines of the same sections, and repeat nothing roughly.
        """
        if not grouped:
            return figures
        places = {figure.place for figure in grouped}
        lines = {figure.line for figure in grouped}
        told = sorted((figure.value, figure.mention.bound) for figure in grouped)
        # The lines of one list may count alike, a line of it and a sentence not.
        told_in_text = sorted((figure.value, figure.mention.bound) for figure in grouped if not figure.listed)
        taken = set(grouped)
        return [
            figure
            for figure in figures
            if figure in taken
            or figure.apart
            or (
                figure.place in places
                and (figure.line not in lines or figure.enumerated)
                and (not figure.mention.total or figure.index in wholes)
                and not _told_roughly(figure, told_in_text if figure.listed or figure.heads else told)
            )
        ]


def _is_people(figure: Figure) -> bool:
    return figure.mention.unit_kind == "people"


def _is_record(figure: Figure) -> bool:
    return figure.mention.unit_kind == "records"


def _is_other(figure: Figure) -> bool:
    return figure.mention.unit_kind not in ("people", "records", "companies")


def _is_organisation(figure: Figure) -> bool:
    return figure.mention.unit_kind == "companies" and not _PLACES.search(figure.mention.unit)


def _counted_once(figures: list[Figure]) -> list[Figure]:
    """Leave out what is counted repeatedly where the same line tells it once; a part of it does not."""
    lines = {figure.line for figure in figures if not figure.repeatedly and not figure.part}
    return [figure for figure in figures if not figure.repeatedly or figure.line not in lines]


def _everyone(figures: Sequence[Figure]) -> Figure | None:
    """Return the people without those counted twice, where the text tells that of all groups together."""
    once = [figure for figure in figures if figure.once and _is_people(figure)]
    # 会員1,200名(重複を除いた実人数1,100名): of whom a bracket says it.
    groups = [figure for figure in figures if figure.grouped and not figure.once]
    if len(groups) == 1 and once and groups[0].mention.span[1] <= once[0].mention.span[0] < groups[0].bracket:
        return once[0]
    most = max((figure.value for figure in groups), default=0)
    # One figure a group, each without those counted twice, is the whole of none.
    return once[0] if len({figure.value for figure in once}) == 1 and once[0].value >= most else None


def _alike(one: Figure, other: Figure) -> bool:
    return _near(one.value, other.value)


def _near(one: int, other: int) -> bool:
    return abs(one - other) <= _ROUGHLY * min(one, other)


def _told_roughly(figure: Figure, values: Sequence[tuple[int, str]]) -> bool:
    """Whether one of the sorted `values` is the figure's, or nearly so where one of the two is rough."""
    at = bisect_right(values, (figure.value, ""))
    return any(
        value == figure.value or (_near(value, figure.value) and "approx" in (bound, figure.mention.bound))
        for value, bound in values[max(0, at - 1) : at + 2]
    )


def _disjoint(figures: Sequence[Figure]) -> list[Figure]:
    """Return one figure a group: no sum of the others, and nobody who is in another group."""
    kept = list(figures)
    largest = max(kept, key=lambda figure: figure.value)
    rest = [figure for figure in kept if figure is not largest]
    total = sum(figure.value for figure in rest)
    if len(rest) > 1 and total == largest.value:
        return [largest]
    if (
        len(rest) > 1
        and _is_rough(largest)
        and _near(largest.value, total)
        and all(map(_is_listed_apart(largest), rest))
    ):
        # 約8,300名, and below it 会員8,000名 and 従業員312名.
        kept = rest
    larger = kept[:_MOST_GROUPS]
    return [figure for figure in kept if not any(_among(figure, other) for other in larger)]


def _is_rough(figure: Figure) -> bool:
    return figure.mention.bound in ("approx", "over", "under") and not figure.listed


def _is_listed_apart(whole: Figure) -> Callable[[Figure], bool]:
    return lambda figure: (figure.listed or figure.mark is not None) and figure.line != whole.line


def _among(figure: Figure, other: Figure) -> bool:
    """Whether a group is told to be in a larger one, by its name.

    At another status (`役職員13,485人`, possible; `役職員38人`, confirmed), or by other data (`従業員、元従業員 111名`;
    `従業員、元従業員および協力者 101名`).
    """
    if figure.value >= other.value:
        return False
    if _is_surer(figure, other):
        return True
    if figure.subject_span == other.subject_span or len(figure.subject) < 2:
        return False
    if _is_data_of(figure, other):
        return True
    if figure.mention.status != other.mention.status:
        name = _AFFIXES.sub("", figure.subject)
        if len(name) > 1 and name in other.subject:
            return True
    short, long = sorted((figure.subject, other.subject), key=len)
    return len(short) > 2 and long.startswith(short) and _AND_MORE.match(long, len(short)) is not None


def _is_data_of(figure: Figure, other: Figure) -> bool:
    """Whether two lines of a list count other data of the same people: 会員の氏名 900件, 会員の住所 300件."""
    same = figure.subject == other.subject and figure.section == other.section
    same = same and ((figure.of_item and other.of_item) or figure.sentence == other.sentence)
    return same and bool(figure.categories) and figure.categories.isdisjoint(other.categories)


def _is_surer(figure: Figure, other: Figure) -> bool:
    """Whether a sentence says of some what may be so of others: 8,000件の可能性があり、現時点で45件の漏えいを確認."""
    statuses = figure.mention.status, other.mention.status
    return statuses == ("confirmed", "possible") and figure.sentence == other.sentence and figure.so_far


def _single(figure: Figure) -> Quantity:
    return Quantity(figure.value, figure.mention.bound, figure.mention.status, False, (figure.index,))


def _sum(figures: Sequence[Figure]) -> Quantity:
    if len(figures) == 1:
        return _single(figures[0])
    total = sum(figure.value for figure in figures)
    return Quantity(total, _bound(figures), _status(figures), True, tuple(sorted(figure.index for figure in figures)))


def _bound(figures: Sequence[Figure]) -> str:
    """A sum is exact only where all its parts are; bounds that pull apart leave it rough."""
    bounds = {figure.mention.bound for figure in figures}
    upper, lower = bounds & {"at_most", "under"}, bounds & {"at_least", "over"}
    if upper and not lower:
        return "at_most"
    if lower and not upper:
        return "at_least"
    return "exact" if bounds == {"exact"} else "approx"


def _status(figures: Sequence[Figure]) -> str:
    """A sum over several statuses is only as sure as its least sure part."""
    statuses = {figure.mention.status for figure in figures}
    return next(status for status in ("possible", "unknown", "confirmed") if status in statuses)
