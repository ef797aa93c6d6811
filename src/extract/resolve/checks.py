"""Self-checks of the finished findings: what an analyst should look at, and where."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from extract.find.numerals import is_vague
from extract.mention import Count, Exposure, Incident, Item, Masthead, Section, Span, Warning
from extract.resolve.genre import article_cues, releases
from extract.text.document import Document

__all__ = ["check"]

# Articles reveal themselves several times over; a release may say `まとめ` once.
_LEAST_CUES: Final = 3
# A sum that is further off than that was read from the wrong parts, not miscounted.
_MISCOUNT: Final = 0.25
_ROUGHLY: Final = 0.1
# Parts are told next to their sum.
_MOST_PARTS: Final = 64
# Shorter figures resemble each other by chance.
_LEAST_DIGITS: Final = 4
# `4,624件から29,451件に訂正`: another figure for the same thing, and said so.
_REVISED: Final = re.compile(
    r"訂正|修正|変更|更新|前回|当初|第[一二三四五六七八九十0-9]+報|速報|旧|増加|拡大|追加|再(?:集計|調査|精査)|→|うち|内訳|減|除[いくき]|重複|延べ|のべ"
)
_REVISION_REACH: Final = 60
# `(当社従業員の情報125件を含む)`.
_INCLUDED: Final = re.compile(r" ?を?含")
# `249件(うち6件は重複)`: no part beside the others.
_OVERLAP: Final = re.compile(r"(?:うち|内(?!訳)|重複)[^。\n]{0,8}$")


def check(
    document: Document,
    masthead: Masthead,
    sections: Sequence[Section],
    counts: Sequence[Count],
    items: Sequence[Item],
    exposures: Sequence[Exposure],
    incident: Incident,
) -> list[Warning]:
    """Return the warnings, by what they are about: the text, its masthead, its dates, its figures, its items."""
    return [
        *_check_genre(document, masthead, incident),
        *_check_masthead(document, masthead),
        *_check_order(masthead, incident),
        *_check_numbers(document, counts),
        *_check_totals(document, sections, counts),
        *_check_contradictions(document, counts, incident),
        *_check_sums(counts, incident),
        *_check_groups(document, counts, exposures, incident),
        *_check_items(document, sections, items),
    ]


def _check_genre(document: Document, masthead: Masthead, incident: Incident) -> Iterator[Warning]:
    several = releases(document)
    if len(several) > 1:
        yield Warning(
            "several_releases",
            f"{len(several)} releases seem to stand in one text; split it before it is read",
            several,
        )
    cues = article_cues(document, masthead.body)
    if len(cues) >= _LEAST_CUES:
        told = ", ".join(document.source[start:end] for start, end in cues)
        yield Warning("not_a_release", f"reads like an article about an incident, not like a release: {told}", cues)
    if not incident.types:
        yield Warning(
            "no_incident", "no incident is told: no attack, no accident, no leak", _opening(document, masthead)
        )


def _opening(document: Document, masthead: Masthead) -> tuple[Span, ...]:
    """Return the title, or the first line that has words; nothing where no line has any."""
    title = next((evidence.span for evidence in masthead.evidence if evidence.field == "title"), None)
    if title is not None:
        return (title,)
    line = next((line for line in document.lines if line.right > line.left), None)
    return ((line.left, line.right),) if line is not None else ()


def _check_masthead(document: Document, masthead: Masthead) -> Iterator[Warning]:
    fields = {"title": masthead.title, "organisation": masthead.organization, "date of publication": masthead.published}
    missing = [name for name, value in fields.items() if value is None]
    if missing:
        yield Warning("masthead_missing", f"not found: {', '.join(missing)}", _opening(document, masthead))


def _check_order(masthead: Masthead, incident: Incident) -> Iterator[Warning]:
    """What happened after the release was published, or was noticed before it happened, is a misread date."""
    spans = {evidence.field: evidence.span for evidence in incident.evidence}
    published = masthead.published
    for field, name in (("occurred", "occurred"), ("detected", "was detected")):
        day = getattr(incident, field)
        if published is not None and day is not None and day[: len(published)] > published[: len(day)]:
            where: tuple[Span, ...] = (spans[field],) if field in spans else ()
            yield Warning(
                "date_after_publication", f"read as: {name} on {day}, after the release of {published}", where
            )
    occurred, detected = incident.occurred, incident.detected
    if occurred is not None and detected is not None and detected[: len(occurred)] < occurred[: len(detected)]:
        both = tuple(spans[field] for field in ("occurred", "detected") if field in spans)
        yield Warning(
            "detected_before_occurred",
            f"read as detected on {detected}, before it occurred on {occurred}: one of the two is something else",
            both,
        )


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
                if _revised(document, count.span) or _revised(document, first.span):
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


def _revised(document: Document, span: Span) -> bool:
    start, end = span
    reach = _REVISION_REACH
    return _REVISED.search(document.folded, max(0, start - reach), min(len(document), end + reach)) is not None


def _check_sums(counts: Sequence[Count], incident: Incident) -> Iterator[Warning]:
    """A sum over confirmed and possible groups says less than its parts."""
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


def _check_groups(
    document: Document, counts: Sequence[Count], exposures: Sequence[Exposure], incident: Incident
) -> Iterator[Warning]:
    """Exposed counts, by sentence, that no exposure takes up and that repeat, sum up and break down nothing."""
    taken = {group.count_ref for group in exposures if group.count_ref is not None}
    told = {counts[index].value for index in taken}
    for quantity in (incident.people, incident.records):
        if quantity is not None:
            told.add(quantity.value)
            told.update(counts[index].value for index in quantity.counts)
    told.update(count.value for count in counts if count.total)
    known = sorted(value for value in told if value is not None)
    exposed = [(index, count) for index, count in enumerate(counts) if count.role == "exposed" and count.value]
    for _, group in groupby(exposed, key=lambda entry: document.sentence_index(entry[1].span[0])):
        together = list(group)
        if sum(count.value or 0 for _, count in together if not count.total) in told and len(together) > 1:
            continue
        lost = [
            count
            for index, count in together
            if index not in taken and not _repeats(count, told, known) and _stands_alone(document, count)
        ]
        if lost:
            told.update(count.value for count in lost)
            quotes = ", ".join(document.source[slice(*count.span)] for count in lost)
            spans = tuple(count.span for count in lost)
            yield Warning(
                "count_without_group", f"told of no group of people or records that was recognised: {quotes}", spans
            )


def _repeats(count: Count, told: set[int | None], known: Sequence[int]) -> bool:
    """Whether a figure was told already: the same, or roughly (約15万人 for 148,620人)."""
    value = count.value or 0
    if value in told:
        return True
    at = bisect_right(known, value)
    return count.bound == "approx" and any(
        abs(value - other) <= _ROUGHLY * value for other in known[max(0, at - 1) : at + 1]
    )


def _stands_alone(document: Document, count: Count) -> bool:
    """Whether a count is neither of organisations, nor part of another, nor a figure that was revised."""
    return not (
        count.unit_kind == "companies"
        or _revised(document, count.span)
        or _INCLUDED.match(document.folded, count.span[1])
    )


def _check_items(document: Document, sections: Sequence[Section], items: Sequence[Item]) -> Iterator[Warning]:
    """Items of which the text does not say whether they leaked, section by section."""
    starts = [section.span[0] for section in sections]
    unsure = [item for item in items if item.status == "unknown"]
    for _, group in groupby(unsure, key=lambda item: bisect_right(starts, item.span[0])):
        together = list(group)
        names = "、".join(dict.fromkeys(document.source[slice(*item.span)] for item in together))
        yield Warning(
            "items_without_status",
            f"the text leaves open whether these leaked: {names}",
            tuple(item.span for item in together),
        )
