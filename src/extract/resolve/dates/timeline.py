"""When the incident happened and when it was noticed, from the dates and their roles."""

from collections.abc import Sequence
from datetime import date as calendar_day
from typing import Final, NamedTuple

from extract.mention import Date, Evidence
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["Timeline", "event_after_noticing", "resolve_timeline"]

# Of `2025-10-09T13:15` the day.
_DAY: Final = 10
# 昨年11月[に発生した攻撃と今回の事案は、経路が異なり、関係はない]: another incident.
_ANOTHER: Final = shape(
    r"[^。\n]{0,60}?とは?、?(?:今回|本件|この度)[^。\n]{0,60}?(?:関係|関連)性?[はも][^。、\n]{0,6}?(?:な[いく]|ません)"
)
_ANOTHER_REACH: Final = 140
# Events no further apart than this many days are one period.
_RUN: Final = 2
# 調査[したところ、…を確認]しました; not 調査の結果、…を確認しました, which is told of a later day.
_NOTICED: Final = shape(
    r"(?:したところ|めたところ|を進める中で)、?[^。]{0,80}(?:確認|判明|発覚|検知|検出)[^。、]{0,8}。?$"
)


class Timeline(NamedTuple):
    """The incident's dates (ISO 8601, to the day at most) and the words that they rest on."""

    occurred: str | None = None
    occurred_end: str | None = None
    detected: str | None = None
    evidence: tuple[Evidence, ...] = ()


def resolve_timeline(document: Document, dates: Sequence[Date]) -> Timeline:
    """Return the earliest day on which the incident happened, its end, and the earliest on which it was noticed.

    The end is given where the release states a period: a range, several days in one sentence, or a run of
    days. A date that says only before when (8月9日以前) tells neither; nor does an event after the noticing.
    """
    events = _events(document, dates)
    findings = _findings(dates)
    if not (events or findings):
        return Timeline()
    # What came after the noticing is a further blow, or what came of the first: 障害が発生しています.
    occurred = None if event_after_noticing(document, dates) else _first(events)
    detected = _first(findings) or _noticed_at_once(document, dates, occurred)
    last = _last(document, events, occurred) if occurred else None
    evidence = [
        Evidence(field, date.span)
        for field, date in (("occurred", occurred), ("occurred_end", last), ("detected", detected))
        if date
    ]
    return Timeline(
        occurred.start[:_DAY] if occurred else None,
        (last.end or last.start)[:_DAY] if last else None,
        detected.start[:_DAY] if detected else None,
        tuple(evidence),
    )


def event_after_noticing(document: Document, dates: Sequence[Date]) -> tuple[Date, Date] | None:
    """Return the first event and the first noticing, where the event is told of a later day; else None."""
    occurred, noticed = _first(_events(document, dates)), _first(_findings(dates))
    if occurred is None or noticed is None or occurred.first_day <= noticed.last_day:
        return None
    return occurred, noticed


def _events(document: Document, dates: Sequence[Date]) -> list[Date]:
    events = [date for date in dates if date.role == "occurred" and date.modifier != "before"]
    return [date for date in events if not _is_of_another(document.folded, date.span[1])]


def _findings(dates: Sequence[Date]) -> list[Date]:
    return [date for date in dates if date.role == "detected" and date.modifier != "before"]


def _is_of_another(folded: str, end: int) -> bool:
    return folded.find("関", end, end + _ANOTHER_REACH) >= 0 and _ANOTHER.match(folded, end) is not None


def _noticed_at_once(document: Document, dates: Sequence[Date], occurred: Date | None) -> Date | None:
    """Return the day of the event, where its sentence ends in the noticing and no other day is told for that.

    `2月10日に障害が発生し、調査したところ、攻撃を受けたことを確認しました。`
    """
    if occurred is None or occurred.end or len(occurred.start) < _DAY:
        return None
    sentence = document.sentence_at(occurred.span[0])
    if document.folded.find("調査", occurred.span[1], sentence.end) < 0:
        return None
    if any(date is not occurred and sentence.start <= date.span[0] < sentence.end for date in dates):
        return None
    return occurred if _NOTICED.search(document.folded, occurred.span[1], sentence.end) else None


def _first(dates: Sequence[Date]) -> Date | None:
    """The earliest; where that is but a month, its first or last part, or a year, the earliest day in it."""
    first = min(dates, key=_order, default=None)
    if first is None or first.end or len(first.start) >= _DAY:
        return first
    days = [date for date in dates if date.start.startswith(f"{first.start}-") and len(date.start) >= _DAY]
    return min((day for day in days if day.first_day <= first.last_day), key=_order, default=first)


def _order(date: Date) -> tuple[str, str]:
    """The earliest first; of one day, the vaguest first, since it holds the others."""
    return date.first_day, date.start


def _last(document: Document, events: Sequence[Date], occurred: Date) -> Date | None:
    """The mention that ends the period: the longest range from the first event on, else the end of a run of days.

    A range that goes on where another ended is of the same period: `5月3日～5月4日、5月5日～5月7日`.
    """
    ranges = [date for date in events if date.end and date.start[:_DAY] == occurred.start[:_DAY]]
    if ranges:
        last = max(ranges, key=lambda date: date.last_day)
        if len(last.last_day) == _DAY:
            for further in sorted((date for date in events if date.end and len(date.start) >= _DAY), key=_order):
                if further.last_day > last.last_day and _days(last.last_day, further.first_day) <= _RUN:
                    last = further
        return last
    if len(occurred.start) < _DAY:
        return None
    sentence = document.sentence_at(occurred.span[0])
    last = occurred
    ending = (event for event in events if len(event.start) >= _DAY and not _goes_on(document.folded, event))
    for event in sorted(ending, key=_order):
        near = _days(last.last_day, event.first_day) <= _RUN
        if event.last_day > last.last_day and (near or sentence.start <= event.span[0] < sentence.end):
            last = event
    return last if last is not occurred else None


def _goes_on(folded: str, event: Date) -> bool:
    """Whether what is told has gone on from then: 4月5日以降, 4月5日17時頃から."""
    return event.modifier == "after" or folded.startswith(("から", "より"), event.span[1])


def _days(start: str, end: str) -> int:
    return (calendar_day.fromisoformat(end) - calendar_day.fromisoformat(start)).days
