"""Self-checks of the groups: counts and items that belong to none, groups that cannot be told apart."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from extract.mention import Count, Exposure, Incident, Item, Section, Span, Warning
from extract.resolve.checks.figures import is_revised
from extract.resolve.groups.units import in_other_units
from extract.resolve.status import LEAKED
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["check_groups"]

_ROUGHLY: Final = 0.1
# `(当社従業員の情報125件を含む)`.
_INCLUDED: Final = shape(r" ?を?含")
# What leaked, or may have.
# A card's data told as one, and its parts.
_CARD: Final = "card"


def check_groups(
    document: Document,
    sections: Sequence[Section],
    counts: Sequence[Count],
    items: Sequence[Item],
    exposures: Sequence[Exposure],
    incident: Incident,
) -> Iterator[Warning]:
    """Yield what no group takes up, what its status leaves open, and groups that share a name."""
    if counts:
        yield from _check_counts(document, counts, exposures, incident)
        yield from _check_names(document, counts, exposures)
    if items:
        yield from _check_items(document, items, exposures)
        yield from _check_statuses(document, sections, items)


def _check_counts(
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
    # 48組131名: the parties are those people.
    again = in_other_units(document.folded, counts)
    told.update(value for (value, _), others in again.items() if not others.isdisjoint(told))
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
        or is_revised(document, count.span)
        or _INCLUDED.match(document.folded, count.span[1])
    )


def _check_names(document: Document, counts: Sequence[Count], exposures: Sequence[Exposure]) -> Iterator[Warning]:
    """Groups that take their subject from the same words and count differently: something else names them."""
    named: dict[Span, list[Count]] = {}
    for group in exposures:
        if group.subject_span is not None and group.count_ref is not None and group.status != "excluded":
            named.setdefault(group.subject_span, []).append(counts[group.count_ref])
    for (start, end), alike in named.items():
        if len({count.value for count in alike}) > 1:
            quotes = ", ".join(document.source[slice(*count.span)] for count in alike)
            yield Warning(
                "groups_alike",
                f"several groups have one subject, {document.source[start:end]}: {quotes}",
                ((start, end), *(count.span for count in alike)),
            )


def _check_items(document: Document, items: Sequence[Item], exposures: Sequence[Exposure]) -> Iterator[Warning]:
    """Items that leaked, or may have, of a kind that no group holds; and kinds that both leaked and did not."""
    taken = {items[index].category for group in exposures for index in group.item_refs}
    lost: list[Item] = []
    leaked: dict[str, Item] = {}
    safe: dict[str, Item] = {}
    for item in items:
        if item.status in LEAKED:
            leaked.setdefault(item.category, item)
            if item.category not in taken:
                lost.append(item)
        elif item.status == "excluded":
            safe[item.category] = item
    if lost and any(category.startswith(_CARD) for category in taken):
        lost = [item for item in lost if item.category != _CARD]
    if lost:
        yield Warning(
            "item_without_group",
            f"told as leaked, but in no group of people or records: {_names(document, lost)}",
            tuple(item.span for item in lost),
        )
    denied = {category: item for category, item in safe.items() if category in leaked} if safe else {}
    if denied:
        yield Warning(
            "contradicting_items",
            f"told as leaked here, as not leaked there: {_names(document, list(denied.values()))}",
            tuple(span for category, item in denied.items() for span in (leaked[category].span, item.span)),
        )


def _names(document: Document, items: Sequence[Item]) -> str:
    return "、".join(dict.fromkeys(document.source[slice(*item.span)] for item in items))


def _check_statuses(document: Document, sections: Sequence[Section], items: Sequence[Item]) -> Iterator[Warning]:
    """Items of which the text does not say whether they leaked, section by section."""
    unsure = [item for item in items if item.status == "unknown"]
    if not unsure:
        return
    starts = [section.span[0] for section in sections]
    for _, group in groupby(unsure, key=lambda item: bisect_right(starts, item.span[0])):
        together = list(group)
        yield Warning(
            "items_without_status",
            f"the text leaves open whether these leaked: {_names(document, together)}",
            tuple(item.span for item in together),
        )
