"""Self-checks of the figures: totals and their parts, figures that contradict each other, sums."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from extract.find.numerals import is_vague
from extract.mention import Count, Exposure, Incident, Section, Span, Warning
from extract.resolve.counts.brackets import wholes
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["check_figures", "is_revised"]

# A sum that is further off than that was read from the wrong parts, not miscounted.
_MISCOUNT: Final = 0.25
# Parts are told next to their sum.
_MOST_PARTS: Final = 64
# Shorter figures resemble each other by chance.
_LEAST_DIGITS: Final = 4
# `4,624件から29,451件に訂正`: another figure for the same thing, and said so.
_REVISED: Final = shape(
    r"訂正|修正|変更|更新|前回|当初|第[一二三四五六七八九十0-9]+報|速報|旧|増加|拡大|追加|再(?:集計|調査|精査)|→|うち|内訳|減|除[いくき]|重複|延べ|のべ"
)
_REVISION_REACH: Final = 60
# `249件(うち6件は重複)`: no part beside the others.
_OVERLAP: Final = shape(r"(?:うち|内(?!訳)|重複)[^。\n]{0,8}$")
# `300名(うち320名は退会者)`: a part, and so no more than its whole. Not: `300名(延べ320名)`.
_SHARE: Final = shape(r"[(、](?:この|その)?(?:うち|内訳|内(?=[、,0-9]))[^()。\n]{0,30}")
# Smaller figures repeat themselves by chance.
_LEAST_REPEATED: Final = 20
# So many groups of a sum are held against each other.
_MOST_GROUPS: Final = 32


def check_figures(
    document: Document,
    sections: Sequence[Section],
    counts: Sequence[Count],
    exposures: Sequence[Exposure],
    incident: Incident,
) -> Iterator[Warning]:
    """Yield what is doubtful about the figures, by themselves and beside each other."""
    yield from _check_numbers(document, counts)
    yield from _check_parts(document, counts)
    if any(count.total for count in counts):
        yield from _check_totals(document, sections, counts)
    yield from _check_contradictions(document, counts, incident)
    yield from _check_statuses(counts)
    yield from _check_overlaps(document, counts, exposures, incident)
    yield from _check_mixed(counts, incident)


def _check_numbers(document: Document, counts: Sequence[Count]) -> Iterator[Warning]:
    """A number that is not vague and has no value has more digits than any amount."""
    for count in counts:
        start, end = count.span
        if count.value is None and not is_vague(document.folded[start:end]):
            yield Warning("number_too_long", "more digits than an amount has: the number was not read", (count.span,))


def _check_totals(document: Document, sections: Sequence[Section], counts: Sequence[Count]) -> Iterator[Warning]:
    """A total and the parts beside it, in one section and one unit, whose sum is nearly, but not quite, the total."""
    starts = [section.span[0] for section in sections]
    usable = [count for count in counts if count.role == "exposed" and count.value]
    for _, group in groupby(usable, key=lambda count: (bisect_right(starts, count.span[0]), count.unit_kind)):
        together = list(group)
        values = {count.value for count in together if count.total}
        together = [
            count
            for count in together
            if not _OVERLAP.search(document.folded, max(0, count.span[0] - 12), count.span[0])
        ]
        for place, total in enumerate(together):
            if not total.total or total.bound != "exact" or total.value is None:
                continue
            runs = (
                _parts(together[place + 1 : place + 1 + _MOST_PARTS]),
                _parts(together[max(0, place - _MOST_PARTS) : place][::-1]),
            )
            sums = [sum(part.value or 0 for part in run) for run in runs]
            if total.value in sums or sum(sums) == total.value:
                continue
            for run, value in zip(runs, sums, strict=True):
                exact = all(part.bound == "exact" and part.value not in values for part in run)
                if len(run) > 1 and exact and abs(value - total.value) <= _MISCOUNT * total.value:
                    parts = " + ".join(f"{part.value:,}" for part in run)
                    yield Warning(
                        "total_mismatch",
                        f"the total {total.value:,}{total.unit} is not the sum of its parts: {parts} = {value:,}",
                        (total.span, *(part.span for part in run)),
                    )
                    break


def _parts(counts: Sequence[Count]) -> list[Count]:
    """Return the counts up to the next total."""
    parts: list[Count] = []
    for count in counts:
        if count.total:
            break
        parts.append(count)
    return parts


def _check_contradictions(document: Document, counts: Sequence[Count], incident: Incident) -> Iterator[Warning]:
    """The affected figure, told elsewhere with one digit changed or two swapped."""
    for quantity in (incident.people, incident.records):
        if quantity is None or quantity.computed:
            continue
        first = counts[quantity.counts[0]]
        for count in counts:
            if count.value is None or count.unit_kind != first.unit_kind or count.role != "exposed" or count.total:
                continue
            if {count.bound, first.bound} == {"exact"} and _slipped(count.value, quantity.value):
                if is_revised(document, count.span) or is_revised(document, first.span):
                    continue
                yield Warning(
                    "contradicting_counts",
                    f"{quantity.value:,}{first.unit} here, {count.value:,}{count.unit} there, for what seems one thing",
                    (first.span, count.span),
                )
                break


def _slipped(one: int, other: int) -> bool:
    """Whether two figures differ in one digit, or in two neighbours that changed places."""
    left, right = str(one), str(other)
    if len(left) != len(right) or len(left) < _LEAST_DIGITS:
        return False
    places = [place for place in range(len(left)) if left[place] != right[place]]
    if len(places) == 2:
        first, second = places
        return second == first + 1 and left[first] == right[second] and left[second] == right[first]
    return len(places) == 1


def is_revised(document: Document, span: Span) -> bool:
    """Whether the words around a figure say that another replaced it, or that it is a part."""
    start, end = span
    reach = _REVISION_REACH
    return _REVISED.search(document.folded, max(0, start - reach), min(len(document), end + reach)) is not None


def _check_statuses(counts: Sequence[Count]) -> Iterator[Warning]:
    """A figure that stands at two statuses: in the overview another than in the list."""
    first: dict[tuple[int, str], Count] = {}
    told: set[tuple[int, str]] = set()
    for count in counts:
        if count.role != "exposed" or count.value is None or count.value < _LEAST_REPEATED or count.status == "unknown":
            continue
        what = (count.value, count.unit_kind)
        before = first.setdefault(what, count)
        if before.status != count.status and what not in told:
            told.add(what)
            yield Warning(
                "differing_statuses",
                f"{count.value:,}{count.unit} are told as {before.status} here, as {count.status} there",
                (before.span, count.span),
            )


def _check_parts(document: Document, counts: Sequence[Count]) -> Iterator[Warning]:
    """A part in the bracket behind its whole that is more than the whole."""
    for whole, parts in wholes(document.folded, counts).items():
        for part in parts:
            one, all_of_it = counts[part], counts[whole]
            start = one.span[0]
            if (
                one.unit_kind == all_of_it.unit_kind
                and (one.value or 0) > (all_of_it.value or 0) > 0
                and {one.bound, all_of_it.bound} == {"exact"}
                and _SHARE.search(document.folded, all_of_it.span[1], start)
            ):
                yield Warning(
                    "total_mismatch",
                    f"{one.value:,}{one.unit} are told as a part of {all_of_it.value:,}{all_of_it.unit}",
                    (all_of_it.span, one.span),
                )


def _check_overlaps(
    document: Document, counts: Sequence[Count], exposures: Sequence[Exposure], incident: Incident
) -> Iterator[Warning]:
    """A sum over groups of which one has the other's name: the same people may be counted twice.

    What qualifies a name stands before it: 相談した学生 are among 学生, 職員の家族 not among 職員.
    """
    names = {
        group.count_ref: document.folded[slice(*group.subject_span)]
        for group in exposures
        if group.count_ref is not None and group.subject_span is not None
    }
    for kind, quantity in (("people", incident.people), ("records", incident.records)):
        if quantity is None or not quantity.computed:
            continue
        named = [(names[index], counts[index]) for index in quantity.counts if index in names][:_MOST_GROUPS]
        same = [
            count
            for place, (name, count) in enumerate(named)
            if any(name.endswith(other) or other.endswith(name) for other, _ in (*named[:place], *named[place + 1 :]))
        ]
        if same:
            told = ", ".join(document.source[slice(*count.span)] for count in same)
            yield Warning(
                "sum_of_groups",
                f"the {quantity.value:,} {kind} are a sum over groups that share a name, which may overlap: {told}",
                tuple(count.span for count in same),
            )


def _check_mixed(counts: Sequence[Count], incident: Incident) -> Iterator[Warning]:
    """A sum over groups says less than its parts where they are not equally sure."""
    for name, quantity in (("people", incident.people), ("records", incident.records)):
        if quantity is None or not quantity.computed:
            continue
        parts = [counts[index] for index in quantity.counts]
        statuses = {part.status for part in parts}
        if len(statuses) > 1:
            by_status = ", ".join(
                f"{sum(part.value or 0 for part in parts if part.status == status):,} {status}"
                for status in ("confirmed", "possible", "unknown")
                if status in statuses
            )
            yield Warning(
                "mixed_statuses",
                f"the {quantity.value:,} {name} are a sum over statuses: {by_status}",
                tuple(part.span for part in parts),
            )
