"""How many people and how many records the whole incident touched."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from extract.mention import Count, Exposure, Quantity, Section
from extract.text.document import Document

__all__ = ["resolve_affected"]

# Schools and kindergartens only say where the people are.
_PLACES: Final = re.compile(r"[校園組科]")

# How far before a figure the words stand that make it a part of an earlier one.
_LEAD: Final = 40
# `このうち3名`, `(内訳)`, `過去に申請実績のある利用者は11名`. Not: `社内の120名`, `サーバー内に保存された24名`.
_PART: Final = re.compile(r"(?:うち|内訳|申請実績|重複|(?:^|[、,(「\s|])内[、,]?)[^。\n]{0,36}$")
# `本市の対象`: the publisher's own share of a wider incident.
_SHARE: Final = re.compile(r"(?:本|当)(?:市|県|区|町|村|都|府|道|校|園)(?:の|に|で|立)")
_CARD: Final = re.compile(r"カード(?!リーダ)")
# `重複を除いた実人数は300名`, `978名（重複を除く）`: everyone once. Not: `延べ312名`.
_ONCE: Final = re.compile(r"(?:(?:重複|重なり)[^。、\n]{0,10}(?:除|省)|実人数|実数|名寄せ後)[^。、0-9\n]{0,12}$")
# `名寄せ前：約124,000件`, `延べ400名`: some more than once.
_REPEATEDLY: Final = re.compile(r"(?:名寄せ前|重複(?:を|も)?含|延べ|のべ)[^。、0-9\n]{0,12}$")
# What names of groups have before and after what tells them apart.
_AFFIXES: Final = re.compile(r"^(?:当社|弊社|本学|当院|当行|お)|(?:の)?(?:皆様|皆さま|方々|方|様|さま)$")

# So many groups are compared with each other by name.
_MOST_GROUPS: Final = 32

# Two figures this near each other are one figure told roughly and precisely (約15万人, 148,620人).
_ROUGHLY: Final = 0.1


@dataclass(eq=False)
class _Figure:
    """A count with its index, whether it is a group's own, and whose; what stands before it is read when asked for."""

    index: int
    mention: Count
    value: int
    grouped: bool
    section: int
    line: int
    subject: str
    # The text of its line before it, and the count's own; its section's heading.
    lead: str
    text: str
    heading: str

    @cached_property
    def part(self) -> bool:
        """Whether it is a part of another figure."""
        return bool(
            _PART.search(self.lead)
            or _PART.search(self.subject)
            or _SHARE.search(self.heading)
            or _SHARE.search(self.lead)
        )

    @cached_property
    def card(self) -> bool:
        """Whether it counts those who paid by card."""
        return bool(_CARD.search(self.subject) or _CARD.search(self.lead))

    @cached_property
    def once(self) -> bool:
        """Whether the text says that nobody is counted twice."""
        return _ONCE.search(self.lead) is not None

    @cached_property
    def repeatedly(self) -> bool:
        """Whether the text says that some are counted more than once."""
        return self.text.startswith(("延べ", "のべ")) or _REPEATEDLY.search(self.lead) is not None


def resolve_affected(
    document: Document, sections: Sequence[Section], counts: Sequence[Count], exposures: Sequence[Exposure]
) -> tuple[Quantity | None, Quantity | None]:
    """Return the people and the records: the stated total, else the sum of disjoint groups.

    Excluded counts are left out. A group that is counted in both units is people only.
    """
    subjects = {
        group.count_ref: document.folded[slice(*group.subject_span)] if group.subject_span else ""
        for group in exposures
        if group.count_ref is not None and group.status != "excluded"
    }
    reader = _Reader(document, sections, subjects)
    figures = [
        reader.figure(index, count, count.value)
        for index, count in enumerate(counts)
        if count.role == "exposed" and count.status != "excluded" and count.value
    ]
    people = _quantity(figures, lambda figure: figure.mention.unit_kind == "people")
    if people is None:
        return None, _records(figures)
    # Beside people stand only the groups that are not the same people counted by their records.
    told = {figure.value for figure in figures if figure.mention.unit_kind == "people"}
    return people, _records(
        [
            figure
            for figure in figures
            if (figure.grouped or _is_organisation(figure)) and not figure.card and figure.value not in told
        ]
    )


class _Reader:
    """Reads what stands around a count."""

    def __init__(self, document: Document, sections: Sequence[Section], subjects: dict[int, str]) -> None:
        self.document = document
        self.sections = sections
        self.starts = [section.span[0] for section in sections]
        self.subjects = subjects

    def figure(self, index: int, count: Count, value: int) -> _Figure:
        start, end = count.span
        line = self.document.line_index(start)
        section = bisect_right(self.starts, start) - 1
        heading_span = self.sections[section].heading_span
        folded = self.document.folded
        return _Figure(
            index,
            count,
            value,
            index in self.subjects,
            section,
            line,
            self.subjects.get(index, ""),
            folded[max(self.document.lines[line].start, start - _LEAD) : start],
            folded[start:end],
            folded[slice(*heading_span)] if heading_span else "",
        )


def _records(figures: Sequence[_Figure]) -> Quantity | None:
    """Return the records: 件 before all other units, organisations last."""
    records = _quantity(figures, lambda figure: figure.mention.unit_kind == "records")
    records = records or _quantity(
        figures, lambda figure: figure.mention.unit_kind not in ("people", "records", "companies")
    )
    return records or _quantity(figures, _is_organisation)


def _is_organisation(figure: _Figure) -> bool:
    return figure.mention.unit_kind == "companies" and not _PLACES.search(figure.mention.unit)


def _quantity(figures: Sequence[_Figure], wanted: Callable[[_Figure], bool]) -> Quantity | None:
    """Return the total that the text states of the wanted figures, else the sum of their disjoint groups."""
    figures = [figure for figure in figures if wanted(figure)]
    if len(figures) < 2:
        return _single(figures[0]) if figures else None
    figures = _counted_once(figures)
    everyone = _everyone(figures)
    if everyone is not None:
        return _single(everyone)
    largest = max(figures, key=lambda figure: figure.value)
    grouped = [figure for figure in figures if figure.grouped]
    stated = max((figure for figure in figures if figure.mention.total), key=lambda figure: figure.value, default=None)
    if stated is not None and (stated.value >= largest.value or _alike(stated.value, largest.value)):
        beside = _beside(stated, grouped)
        return _sum([stated, *beside]) if beside else _single(stated)
    parts = _disjoint(_with_neighbours(grouped, figures) or figures)
    total = sum(figure.value for figure in parts)
    if largest.value > total and not _alike(largest.value, total):
        return _single(largest)
    return _sum(parts)


def _counted_once(figures: list[_Figure]) -> list[_Figure]:
    """Leave out what is counted repeatedly where the same line tells it once."""
    lines = {figure.line for figure in figures if not figure.repeatedly}
    return [figure for figure in figures if not figure.repeatedly or figure.line not in lines]


def _everyone(figures: Sequence[_Figure]) -> _Figure | None:
    """Return the people without those counted twice, where the text tells that of all groups together."""
    once = [figure for figure in figures if figure.once and figure.mention.unit_kind == "people"]
    most = max((figure.value for figure in figures if figure.grouped and not figure.once), default=0)
    return next((figure for figure in once if figure.value >= most), None)


def _told_roughly(value: int, values: Sequence[int]) -> bool:
    """Whether one of the sorted `values` is alike: it suffices to ask the neighbours."""
    at = bisect_right(values, value)
    return any(_alike(value, other) for other in values[max(0, at - 1) : at + 1])


def _alike(one: int, other: int) -> bool:
    return abs(one - other) <= _ROUGHLY * min(one, other)


def _with_neighbours(grouped: Sequence[_Figure], figures: Sequence[_Figure]) -> list[_Figure]:
    """Return the groups' figures, and those that no group took up but that stand in line with them.

    They stand on other lines of the same sections, and repeat nothing.
    """
    sections = {figure.section for figure in grouped}
    lines = {figure.line for figure in grouped}
    values = sorted(figure.value for figure in grouped)
    return [
        figure
        for figure in figures
        if figure.grouped
        or (
            figure.section in sections
            and figure.line not in lines
            and not figure.mention.total
            and not _told_roughly(figure.value, values)
        )
    ]


def _beside(total: _Figure, grouped: Sequence[_Figure]) -> list[_Figure]:
    """Return the groups that a total in the midst of others leaves out.

    A total over everything comes first or last. One that follows a group, and whose own parts follow it, is
    a total of those parts alone.
    """
    before = [figure for figure in grouped if figure.index < total.index]
    after = [figure for figure in grouped if figure.index > total.index]
    left = total.value
    for place, figure in enumerate(after):
        left -= figure.value
        if left == 0 and before and sum(other.value for other in before) != total.value:
            return _disjoint([*before, *after[place + 1 :]])
        if left <= 0:
            break
    return []


def _disjoint(figures: Sequence[_Figure]) -> list[_Figure]:
    """Return one figure a group: no repetition, no part of another, no sum of the others."""
    distinct: dict[int, _Figure] = {}
    for figure in figures:
        if not figure.grouped:
            distinct.setdefault(figure.value, figure)
    kept = [figure for figure in figures if figure.grouped or _is_new(figure, distinct[figure.value])]
    whole = max((figure for figure in kept if not figure.part), default=None, key=lambda figure: figure.value)
    whole = whole or max(kept, key=lambda figure: figure.value)
    kept = [figure for figure in kept if not figure.part or figure is whole or figure.value > whole.value]
    # Card payers are among the customers, unless there are more of them than of the rest.
    others = max((figure.value for figure in kept if not figure.card), default=0)
    kept = [figure for figure in kept if not figure.card or figure.value > others]
    largest = max(kept, key=lambda figure: figure.value)
    rest = [figure for figure in kept if figure is not largest]
    if len(rest) > 1 and sum(figure.value for figure in rest) == largest.value:
        return [largest]
    # The same people at another status: `役職員13,485人(possible)`, `役職員38人(confirmed)`.
    larger = kept[:_MOST_GROUPS]
    return [figure for figure in kept if not any(_among(figure, other) for other in larger)]


def _is_new(figure: _Figure, first: _Figure) -> bool:
    """Whether a figure is no repetition of the first one that is equal: lines of one list may count alike."""
    return figure is first or (figure.section == first.section and figure.line != first.line)


def _among(figure: _Figure, other: _Figure) -> bool:
    if figure.mention.status == other.mention.status or figure.value >= other.value or len(figure.subject) < 2:
        return False
    name = _AFFIXES.sub("", figure.subject)
    return len(name) > 1 and name in other.subject


def _single(figure: _Figure) -> Quantity:
    return Quantity(figure.value, figure.mention.bound, figure.mention.status, False, (figure.index,))


def _sum(figures: Sequence[_Figure]) -> Quantity:
    if len(figures) == 1:
        return _single(figures[0])
    total = sum(figure.value for figure in figures)
    return Quantity(total, _bound(figures), _status(figures), True, tuple(sorted(figure.index for figure in figures)))


def _bound(figures: Sequence[_Figure]) -> str:
    """A sum is exact only where all its parts are; bounds that pull apart leave it rough."""
    bounds = {figure.mention.bound for figure in figures}
    upper, lower = bounds & {"at_most", "under"}, bounds & {"at_least", "over"}
    if upper and not lower:
        return "at_most"
    if lower and not upper:
        return "at_least"
    return "exact" if bounds == {"exact"} else "approx"


def _status(figures: Sequence[_Figure]) -> str:
    """A sum over several statuses is only as sure as its least sure part."""
    statuses = {figure.mention.status for figure in figures}
    return next(status for status in ("possible", "unknown", "confirmed") if status in statuses)
