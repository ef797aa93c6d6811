"""The dates in the order of the days, each with what it is the date of."""

from typing import NamedTuple

from extract.record import Date, Record
from extract.view.labels import label
from extract.view.quotes import Quote, Quotes
from extract.view.values import when

__all__ = ["Moment", "read_timeline"]


class Moment(NamedTuple):
    """A date with one role, and every place that names it; `dates` are indices into the record's."""

    row: str
    when: str
    role: str
    label: str
    quotes: tuple[Quote, ...]
    dates: tuple[int, ...]


def read_timeline(record: Record, quotes: Quotes) -> list[Moment]:
    """Return the dates by day; what is told twice in the same role stands once."""
    told: dict[tuple[object, ...], list[int]] = {}
    for index, date in enumerate(record.dates):
        told.setdefault((date.role, date.start, date.end, date.modifier), []).append(index)
    by_day = sorted(told.values(), key=lambda found: _place(record.dates[found[0]]))
    return [_moment(record, quotes, found) for found in by_day]


def _place(date: Date) -> tuple[str, str, str]:
    return date.first_day, date.start, date.last_day


def _moment(record: Record, quotes: Quotes, found: list[int]) -> Moment:
    date = record.dates[found[0]]
    places = tuple(quotes.of(record.dates[index].span) for index in found)
    return Moment(f"d{found[0]}", when(date), date.role, label(date.role, "DateRole"), places, tuple(found))
