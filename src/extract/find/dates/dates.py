"""Date expressions: where they stand and which parts they give, nothing resolved yet.

A *point* is one date, month, year or time of day as written, with whatever it leaves out; an
*expression* is one point or, joined by a range mark, two. Points are found in one pass; whether a
point that gives little (a bare day, a bare time, `7/20`) is a date is seen from what stands around it.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from extract.find.dates.shapes import (
    BLANKS,
    DAY_PARTS,
    ERAS,
    LEAD,
    MODIFIERS,
    PARTICLES,
    POINT,
    RELATIVES,
    WEEKDAYS,
    Relative,
    any_of,
)
from extract.find.numerals import parse_number
from extract.mention import Span
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["DateExpression", "Point", "Relative", "find_dates"]


class Point(NamedTuple):
    """One end of an expression. `day` 0 is the month's last day; `hour` and `minute` on the 24-hour clock."""

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    relative: Relative | None = None
    #: 同 before a number names the last mention's year or month, 翌 the one after it.
    prefix: str | None = None
    weekday: int | None = None
    modifier: str | None = None

    @property
    def dated(self) -> bool:
        """Whether it says more than a time of day."""
        return self.year is not None or self.month is not None or self.day is not None or self.relative is not None


class DateExpression(NamedTuple):
    """A point, or a range from `first` to `last`, with the modifier of the whole."""

    span: Span
    first: Point
    last: Point | None
    modifier: str | None


# What stands between two points of a range, of a list, of one date said twice (本日4月22日).
_RANGE: Final = shape(rf"{BLANKS}(?:~|-|(?:から|より)(?:年明けの?)?|→|乃至|ないし){BLANKS}")
_SAME: Final = shape(rf"{BLANKS}の?{BLANKS}")
# The second name in brackets: `翌日(8月26日)`, `4月5日(PM5:00)`. Not: `4月5日(9:00~17:00)`.
_GLOSS: Final = shape(rf"{BLANKS}\({BLANKS}")
_GLOSSED: Final = shape(rf"{BLANKS}\)")
# The longest that stands between the two.
_LONGEST_GAP: Final = 7
_LIST: Final = shape(rf"{BLANKS}(?:、|,|・|/|及び|および|並びに|ならびに|または|又は|と|や){BLANKS}")
# No dates: `2025年度`, `2026年5月期`, `2025年第3四半期`, `平成15年法律第57号`, `昨年比`, `2025年版`,
# `12月号`, `2025年間`. But: `3月末目途`, `9月末期限`.
_AFTER: Final = shape(
    rf"{BLANKS}(?:度|期(?![限日間])|卒(?!業)|版|号|間(?!に)|目(?![途処標安])|法律|政令|条例|省令|告示|比|第?{BLANKS}[\d一二三四]{BLANKS}四半期"
    rf"|[上下]半?期|学期|モデル|問題|\.[a-z]{{3,4}}(?![a-z]))"
)
# No dates: `毎年4月`, `毎月1日`, `第3日`, `版_2025年`, `約3日`.
_BEFORE: Final = shape(r"[毎各第_約]$|毎[年月週日]$|過去$")
# A bare day is none where it is an amount: `3日間`, `5日以内`, `1日あたり`, `2日目`, `7日程度`, `1日に数百件`.
_AMOUNT: Final = shape(
    rf"{BLANKS}(?:間|目|以内|程|ほど|後|前(?!後)|分|数|あたり|当たり|本|ごと|毎|も|でも|おき|を要|連続|置|常|に(?:約|最大|平均|およそ)?[数\d][\d,.万千百十]*(?:件|回|通))"
)
# What follows a bare day or `7/20` that is a date: `26日に`, `7/20付`. Not: `26日の`, `1/2の`.
_USE: Final = shape(rf"{BLANKS}(?:に(?!\d)|から|より|まで|迄|付|時点|現在|未|公表|発表|出荷|以降)")
# What follows `7/20` that opens a line of a timeline: `7/20 遮断`, `7/20：遮断`. Not: `1/2`, `1/2ページ`, `1/2 - 3`.
_ENTRY: Final = shape(r" {0,3}[ :|] {0,3}(?=[^\d\s/~|:(ペ-])")
# What besides these follows a bare day: `6日、遮断`.
_PAUSE: Final = shape(rf"{BLANKS}[、:]")
# Beside a range mark a bare time belongs to opening hours: `9時~17時`.
_OPENING: Final = shape(rf"{BLANKS}[~-]|{BLANKS}から{BLANKS}\d")
_HOURS: Final = shape(r"受付|受け付け|営業|平日|電話|対応時間|窓口|~ {0,3}$|\d ?- {0,3}$")
# The report that a bare day is of: `第二報(6日)`, `30日(第二報)`.
_REPORT_BEFORE: Final = shape(rf"報{BLANKS}\({BLANKS}$")
_REPORT_BEHIND: Final = shape(rf"{BLANKS}\(第{BLANKS}[\d一二三四五六七八九十]{{1,2}}{BLANKS}報\)")
_OPEN: Final = shape(rf"~{BLANKS}$")
_PARTICLE: Final = shape(rf"{BLANKS}({any_of(PARTICLES)})")
# A bare time is written in figures. Not: `一時`.
_FIGURES: Final = shape(r"\d")
_PARTS: Final = tuple(DAY_PARTS)
# How far a bare day or time may stand from the date that it leans on.
_REACH: Final = 120


def find_dates(document: Document, body: int) -> list[DateExpression]:
    """Find the date expressions from `body` on, in the text's order, none overlapping."""
    return list(_expressions(document.folded, list(_points(document.folded, body))))


def _points(folded: str, body: int) -> Iterator[Point]:
    """Yield everything that is written like a date or a time, two names of one day merged (本日4月22日)."""
    waiting: Point | None = None
    at = body
    while lead := LEAD.search(folded, at):
        match = POINT.match(folded, lead.start())
        assert match is not None  # every part of a date is optional
        # Of a lead alone nothing is made.
        at = max(match.end(), lead.start() + 1)
        point = _point(match)
        if point is None:
            continue
        if waiting is not None:
            end = _told_twice(folded, waiting, point)
            if end is not None:
                named = point if waiting.relative else waiting
                if not point.dated:
                    named = waiting._replace(hour=point.hour, minute=point.minute, modifier=point.modifier)
                waiting = named._replace(span=(waiting.span[0], end))
                continue
            yield waiting
        waiting = point
    if waiting is not None:
        yield waiting


def _told_twice(folded: str, left: Point, right: Point) -> int | None:
    """Return where a date ends that is told by two points, beside each other or the second in brackets; None if not."""
    start, end = left.span[1], right.span[0]
    if end - start > _LONGEST_GAP or not (_same_day(left, right) or _times(left, right)):
        return None
    if _SAME.fullmatch(folded, start, end):
        return right.span[1]
    close = _GLOSSED.match(folded, right.span[1]) if _GLOSS.fullmatch(folded, start, end) else None
    return close.end() if close else None


def _times(day: Point, time: Point) -> bool:
    """Whether one is the time of day of the other."""
    return not time.dated and day.hour is None and (day.day is not None or day.relative is not None)


def _same_day(left: Point, right: Point) -> bool:
    """Whether one names what the other dates: 本日5月7日, 11月3日本日, 翌日30日午前1時, 昨年2024年4月."""
    if left.relative is not None and left.relative.unit == "year" and left.month is None and right.year is not None:
        return True
    names = [point.relative is not None and point.relative.unit == "day" for point in (left, right)]
    dates = [point.day is not None for point in (left, right)]
    return names != dates and any(names) and any(dates) and left.hour is None


def _point(match: re.Match[str]) -> Point | None:
    """Read the parts of one match; None for what is skipped or cannot be."""
    if match.start() == match.end() or match["address"]:
        return None
    word = match["year_word"] or match["month_word"] or match["day_word"]
    relative = RELATIVES[word] if word else None
    year, month, day = _calendar(match)
    hour, minute = _clock(match)
    if match["prefix"] and hour is not None and (year, month, day) == (None, None, None):
        relative = Relative("mention", "day", int(match["prefix"] == "翌"))
    if not _possible(month, day, hour, minute):
        return None
    point = Point(
        match.span(),
        year,
        month,
        day,
        hour,
        minute,
        relative,
        match["prefix"],
        _weekday(match),
        MODIFIERS.get(match["period"] or match["suffix"] or ""),
    )
    return point if point.dated or hour is not None else None


def _calendar(match: re.Match[str]) -> tuple[int | None, int | None, int | None]:
    """Return year, month, day as far as they are given in figures."""
    era, era_year = match["era"] or match["e_era"], match["era_year"] or match["e_year"]
    if era:
        years = 1 if era_year == "元" else parse_number(era_year)
        year = None if years is None else ERAS[era] + years
    else:
        year = _figure(match["year"] or match["n_year"])
        if year is not None and year < 100:
            year += 2000
    month = _figure(match["month"] or match["open_month"] or match["n_month"] or match["e_month"] or match["s_month"])
    day = _figure(match["day"] or match["n_day"] or match["e_day"] or match["s_day"] or match["open_day"])
    return year, month, 0 if match["last_day"] else day


def _figure(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if text.isascii() else parse_number(text)


def _clock(match: re.Match[str]) -> tuple[int | None, int | None]:
    """Return the hour on the 24-hour clock, and the minute."""
    hour = _figure(match["hour"] or match["clock"])
    if hour is None:
        return (12, None) if match["part"] == "正午" else (None, None)
    part = DAY_PARTS.get((match["half_day"] or match["part"] or "").replace(".", ""))
    minute = 30 if match["half"] else _figure(match["minute"] or match["past"])
    if hour < 12 and (part == "afternoon" or (part == "night" and hour >= 6) or (part == "noon" and hour < 6)):
        hour += 12
    elif hour == 12 and (match["half_day"] or "").startswith("a"):
        hour = 0
    return hour, minute


def _possible(month: int | None, day: int | None, hour: int | None, minute: int | None) -> bool:
    return (
        (month is None or 1 <= month <= 12)
        and (day is None or 0 <= day <= 31)
        and (hour is None or hour <= 30)
        and (minute is None or minute < 60)
    )


def _weekday(match: re.Match[str]) -> int | None:
    name = match["weekday"] or match["bare_weekday"]
    return WEEKDAYS.index(name) if name else None


def _expressions(folded: str, points: list[Point]) -> Iterator[DateExpression]:
    """Join points to ranges, drop what is no date, and give the rest their modifiers."""
    index = 0
    previous: Point | None = None
    while index < len(points):
        first, last = points[index], None
        index += 1
        if index < len(points) and _is_range(folded, first, points[index]):
            last = points[index]
            index += 1
        if not _stands(folded, first, last, previous):
            continue
        start, end = first.span[0], (last or first).span[1]
        modifier = first.modifier or (last.modifier if last else None)
        if last is None and modifier is None:
            modifier = "before" if _opens(folded, start) else _particle(folded, end)
        yield DateExpression((start, end), first, last, modifier)
        previous = last or first


def _opens(folded: str, start: int) -> bool:
    """Whether a range mark stands before the only end: ~23日."""
    return _OPEN.search(folded, max(0, start - 3), start) is not None


def _particle(folded: str, end: int) -> str | None:
    match = _PARTICLE.match(folded, end)
    return PARTICLES[match[1]] if match else None


def _is_range(folded: str, first: Point, last: Point) -> bool:
    """Whether a range mark joins two points. Not: 3月9日から3日間, 12月~2025年度."""
    if not _RANGE.fullmatch(folded, first.span[1], last.span[0]) or _AFTER.match(folded, last.span[1]):
        return False
    bare = last.day is not None and last.month is None and last.relative is None
    return not (bare and _AMOUNT.match(folded, last.span[1]))


def _stands(folded: str, first: Point, last: Point | None, previous: Point | None) -> bool:
    """Whether what is written like a date is one, by what stands around it."""
    start, end = first.span[0], (last or first).span[1]
    if _AFTER.match(folded, end) or _BEFORE.search(folded, max(0, start - 2), start):
        return False
    if not first.dated:
        return last is None and _is_time(folded, first, previous)
    full = first.year is not None or first.relative is not None
    if full or (first.month is not None and "月" in folded[start : first.span[1]]):
        return True
    listed = previous is not None and _LIST.fullmatch(folded, previous.span[1], start) is not None
    if first.month is not None:
        return first.weekday is not None or first.hour is not None or listed or _slashed(folded, start, end, last)
    # 16日(土)および17日(日)も. Not: 3日もかかり, 2日、3日もかかり.
    too = folded.startswith("も", end) and (first.weekday is not None or (listed and folded[start - 1] not in "、,"))
    return (too or not _AMOUNT.match(folded, end)) and (
        first.weekday is not None
        or first.hour is not None
        or first.prefix is not None
        or listed
        or _opens(folded, start)
        or (last is not None and last.month is not None)
        or (previous is not None and (_has_part(folded, end) or _in_use(folded, previous, start, end)))
    )


def _has_part(folded: str, end: int) -> bool:
    """Whether a part of the day ends a bare day, which then is a date wherever the month was told: 17日午後."""
    return folded.endswith(_PARTS, max(0, end - 4), end)


def _in_use(folded: str, previous: Point, start: int, end: int) -> bool:
    """Whether a bare day leans on a date before it in its line and is said of an event: 4月5日に検知し、6日に停止."""
    near = start - previous.span[1] <= _REACH and "\n" not in folded[previous.span[1] : start]
    return (
        near
        and folded[start].isdigit()
        and bool(
            _USE.match(folded, end)
            or _PAUSE.match(folded, end)
            or _REPORT_BEHIND.match(folded, end)
            or _REPORT_BEFORE.search(folded, max(0, start - 6), start)
        )
    )


def _slashed(folded: str, start: int, end: int, last: Point | None) -> bool:
    """Whether `7/20` is a date: by its use (7/20に), where it opens a line, or in a bracket behind words.

    Not: `(1/2)` on its line, 1/3の.
    """
    if last is not None or _USE.match(folded, end) or (_ENTRY.match(folded, end) and _opens_line(folded, start)):
        return True
    return (
        folded[start - 1 : start] == "(" and start >= 2 and folded[start - 2] != "\n" and folded[end : end + 1] != "ペ"
    )


def _is_time(folded: str, point: Point, previous: Point | None) -> bool:
    """Whether a bare time is the time of an event: beside a date in its line, or opening a line of a timeline."""
    start, end = point.span
    if previous is None or _OPENING.match(folded, end) or not _FIGURES.search(folded, start, end):
        return False
    if start - previous.span[1] <= 3 and folded[start - 1] == "(":
        # 2月5日(PM5:00): said of the date before it.
        return False
    line = folded.rfind("\n", max(0, start - _REACH), start) + 1
    if _HOURS.search(folded, max(line, start - 30), start):
        return False
    return previous.span[1] > line or _opens_line(folded, start)


def _opens_line(folded: str, start: int) -> bool:
    """Whether nothing but marks stands before it in its line."""
    line = folded.rfind("\n", max(0, start - _REACH), start) + 1
    return not folded[line:start].strip(" |-*・●○■◆(")
