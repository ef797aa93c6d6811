"""Date expressions resolved to the calendar, from nothing but the release itself.

A year that is left out comes from the dates around it: the last date mentioned, the release's own
date, the weekday that is written with it. 同日 and 翌日 lean on the last date mentioned, 本日 and 昨年
on the release's own. What these do not settle is no date of the record but a warning.
"""

import calendar
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from extract.find.dates.dates import DateExpression, Point, Relative
from extract.mention import Date, Warning
from extract.text.document import Document

__all__ = ["resolve_dates"]

# A date without a year may lie this many days after the release (窓口は3月31日まで); what would lie
# further ahead is last year's.
_AHEAD: Final = 92
# So many days before the release a weekday says nothing against a day: it is a slip.
_RECENT: Final = 10
# Going back in time between two dates without a year is rarer than going on.
_BACKWARD: Final = 2
# How far a month or year mentioned before lends its year.
_REACH: Final = 120
_WEEKDAYS: Final = "月火水木金土日"
# By the number of parts that are left out.
_PRECISIONS: Final = ("minute", "hour", "day", "month", "year")
_MONTH_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SHORTEST_MONTH: Final = 28


class _Moment(NamedTuple):
    """A resolved point, as precise as it is said."""

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None

    @property
    def precision(self) -> str:
        return _PRECISIONS[self.count(None)]

    @property
    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or _month_length(self.year, month))

    @property
    def iso(self) -> str:
        year, month, day, hour, minute = self
        if day is None:
            return f"{year:04}" if month is None else f"{year:04}-{month:02}"
        text = self.first_day.isoformat()
        return text if hour is None else f"{text}T{hour:02}:{minute or 0:02}"


def resolve_dates(
    document: Document, expressions: Sequence[DateExpression], published: str | None
) -> tuple[list[Date], list[Warning]]:
    """Resolve expressions in the text's order against the release's own date (ISO 8601, or None).

    Returns the dates, and warnings: `unresolved_date` for an expression that the release does not
    settle or that no calendar has, `weekday_mismatch` for a weekday that is not its date's.
    """
    resolver = _Resolver(document.folded, _parse(published))
    dates: list[Date] = []
    warnings: list[Warning] = []
    for expression in expressions:
        resolved = resolver.resolve(expression)
        if resolved is None:
            surface = document.source[slice(*expression.span)]
            warnings.append(
                Warning("unresolved_date", f"{surface}: the release does not say which date", (expression.span,))
            )
            continue
        first, last = resolved
        dates.append(_date(expression, first, last))
        warnings += _mismatch(expression.first, first)
        if last is not None and expression.last is not None:
            warnings += _mismatch(expression.last, last)
    return dates, warnings


def _parse(published: str | None) -> _Moment | None:
    if not published:
        return None
    return _Moment(*map(int, published[:10].split("-")))


def _date(expression: DateExpression, first: _Moment, last: _Moment | None) -> Date:
    start, end = first.iso, last.iso if last else None
    first_day, last_day = _days(first, start, expression.first.modifier)
    if last is not None and end is not None:
        last_day = max(last_day, _days(last, end, expression.last.modifier if expression.last else None)[1])
    return Date(expression.span, start, end, first.precision, first_day, last_day, expression.modifier)


def _days(moment: _Moment, iso: str, modifier: str | None) -> tuple[str, str]:
    """The days that a moment spans, in ISO 8601; 上旬, 中旬, 下旬 are the thirds of a month."""
    if moment.day is not None:
        return iso[:10], iso[:10]
    first, last = moment.first_day, moment.last_day
    if moment.precision == "month" and modifier in ("early", "mid", "late"):
        third = ("early", "mid", "late").index(modifier)
        first = first.replace(day=1 + 10 * third)
        last = last if modifier == "late" else last.replace(day=10 + 10 * third)
    return first.isoformat(), last.isoformat()


def _mismatch(point: Point, moment: _Moment) -> list[Warning]:
    """The warning of a weekday that is not its date's."""
    if point.weekday is None or moment.day is None:
        return []
    day = moment.first_day
    weekday = day.weekday()
    if weekday == point.weekday:
        return []
    message = f"{day} is a {_WEEKDAYS[weekday]}曜日, the release says {_WEEKDAYS[point.weekday]}曜日"
    return [Warning("weekday_mismatch", message, (point.span,))]


class _Resolver:
    """Walks through the expressions and remembers the last date mentioned."""

    def __init__(self, folded: str, published: _Moment | None) -> None:
        self.folded = folded
        self.published = published
        self.mention: _Moment | None = None
        self.end = 0

    def resolve(self, expression: DateExpression) -> tuple[_Moment, _Moment | None] | None:
        """Return the moments of both ends; None where they cannot be told or no calendar has them."""
        first, last = expression.first, expression.last
        if last is not None and first.year is None and last.year is not None and first.relative is None:
            # 5月1日~2024年6月3日: the right end says the year of both.
            end = self._moment(last, None)
            start = end and self._moment(first, _Moment(end.year, end.month, end.day), until=end)
        else:
            start = self._moment(first, self.mention)
            end = last and start and self._moment(last, start, since=start)
        if start is None or (last is not None and end is None):
            return None
        if last is not None and end is not None and not last.dated and _clock(end) < _clock(start):
            # 23時~2時: the range ends after midnight.
            end = _timed(_Moment(*end[:3]), last._replace(hour=(end.hour or 0) + 24))
        self.mention, self.end = end or start, expression.span[1]
        return start, end

    def _moment(
        self, point: Point, mention: _Moment | None, *, since: _Moment | None = None, until: _Moment | None = None
    ) -> _Moment | None:
        """Resolve one point; inside a range `since` its other end, or `until` it."""
        year, month, day = point.year, point.month, point.day
        if point.relative is not None:
            named = self._named(point.relative, mention)
            if named is None:
                return None
            year = named[0] if year is None else year
            month = named[1] if month is None else month
            day = named[2] if day is None else day
        if year is None and month is None and mention is not None:
            year, month = mention.year, mention.month
            if day is None:
                day = mention.day
            elif (since is not None or point.prefix == "翌") and month and day and mention.day and day < mention.day:
                # 30日~2日: the day lies in the next month.
                year, month = _shifted_month(year, month, 1)
            elif until is not None and month and day and mention.day and day > mention.day:
                year, month = _shifted_month(year, month, -1)
        if year is None and month is not None:
            year = self._year(point, month, day, mention, since, until)
        if year is None or not 1868 <= year <= 2200 or (day is not None and month is None):
            return None
        if day is None and not point.dated:
            return None
        if day == 0 and month is not None:
            day = _month_length(year, month)
        if month is not None and day is not None and day > _SHORTEST_MONTH and day > _month_length(year, month):
            return None
        if day is None or point.hour is None:
            return _Moment(year, month, day)
        return _timed(_Moment(year, month, day), point)

    def _named(self, relative: Relative, mention: _Moment | None) -> tuple[int, int | None, int | None] | None:
        """The year, month, day that 同日, 先月, 昨年 name."""
        anchor, unit, shift = relative
        base = self.published if anchor == "release" else mention
        if base is None:
            return None
        if unit == "year":
            return base.year + shift, None, None
        if base.month is None:
            return None
        if unit == "month":
            return *_shifted_month(base.year, base.month, shift), None
        if base.day is None:
            return None
        day = base.first_day + timedelta(days=shift)
        return day.year, day.month, day.day

    def _year(
        self,
        point: Point,
        month: int,
        day: int | None,
        mention: _Moment | None,
        since: _Moment | None,
        until: _Moment | None,
    ) -> int | None:
        """The year of a month and day written without one."""
        if since is not None:
            return since.year + int((month, day or 31) < (since.month or 1, since.day or 1))
        if until is not None:
            return until.year - int((month, day or 1) > (until.month or 12, until.day or 31))
        if mention is not None and point.prefix:
            later = (month, day or 31) < (mention.month or 1, mention.day or 1)
            return mention.year + int(later and point.prefix == "翌")
        if mention is not None and mention.day is None and self.published is not None and not self._near(point):
            # A year or a month said elsewhere (2004年~2024年の患者) dates nothing here.
            mention = None
        bases = [base for base in (self.published, mention) if base is not None]
        if not bases:
            return None
        years = sorted({base.year + step for base in bases for step in (-1, 0, 1)})
        days = [date(year, month, day or 1) for year in years if (day or 1) <= _month_length(year, month)]
        if self.published is not None:
            limit = self.published.last_day + timedelta(days=_AHEAD)
            days = [found for found in days if found <= limit]
        if point.weekday is not None and day:
            days = self._on_weekday(days, point.weekday)
        if not days:
            return None
        if mention is None:
            return days[-1].year if self.published is not None else None
        at = mention.last_day
        return min(days, key=lambda found: (found - at).days if found >= at else (at - found).days * _BACKWARD).year

    def _on_weekday(self, days: list[date], weekday: int) -> list[date]:
        """Return the days of a weekday; all where there is none, or where a day shortly before the release is another.

        3月31日(日) in a release of Monday the 31st of March is that day, by a slip, and not a Sunday years before.
        """
        fitting = [day for day in days if day.weekday() == weekday]
        if self.published is None or not fitting:
            return fitting or days
        at = self.published.last_day
        recent = [day for day in days if 0 <= (at - day).days <= _RECENT]
        return fitting if set(recent) <= set(fitting) else recent

    def _near(self, point: Point) -> bool:
        """Whether the last mention stands in the same line, not far before."""
        start = point.span[0]
        return start - self.end <= _REACH and "\n" not in self.folded[self.end : start]


def _timed(moment: _Moment, point: Point) -> _Moment:
    """Add the time of day; 24時 and 25時 belong to the next day."""
    if point.hour is None or moment.day is None:
        return moment
    if point.hour < 24:
        return moment._replace(hour=point.hour, minute=point.minute)
    day = moment.first_day + timedelta(days=point.hour // 24)
    return _Moment(day.year, day.month, day.day, point.hour % 24, point.minute)


def _clock(moment: _Moment) -> tuple[int, int]:
    return moment.hour or 0, moment.minute or 0


def _shifted_month(year: int, month: int, shift: int) -> tuple[int, int]:
    months = year * 12 + month - 1 + shift
    return months // 12, months % 12 + 1


def _month_length(year: int, month: int) -> int:
    return _MONTH_LENGTHS[month - 1] + int(month == 2 and calendar.isleap(year))
