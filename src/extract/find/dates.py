"""Date expressions: where they stand and which parts they give, nothing resolved yet.

A *point* is one date, month, year or time of day as written, with whatever it leaves out; an
*expression* is one point or, joined by a range mark, two. Points are found in one pass; whether a
point that gives little (a bare day, a bare time, `7/20`) is a date is seen from what stands around it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from extract import lexicon
from extract.find.numerals import KANJI_DIGITS, parse_number
from extract.mention import Span
from extract.text.document import Document

__all__ = ["DateExpression", "Point", "Relative", "find_dates"]


class Relative(NamedTuple):
    """A step of `shift` units (day, month, year) from the `release`'s own date or the last `mention`."""

    anchor: str
    unit: str
    shift: int


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


def _words(name: str, field: str = "words") -> dict[str, str]:
    """All words of a lexicon's field and the codes that they mean."""
    return {word: code for code, lists in lexicon.entries(name).items() for word in lists.get(field, ())}


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def _relative(code: str) -> Relative:
    anchor, unit, shift = code.split()
    return Relative(anchor, unit, int(shift))


_RELATIVES: Final = {word: _relative(code) for word, code in _words("relative_dates").items()}
_MODIFIERS: Final = _words("date_modifiers")
_PARTICLES: Final = _words("date_modifiers", "particles")
_DAY_PARTS: Final = _words("day_parts")
# A year of the era is the number of years after this one.
_ERAS: Final = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988, "昭和": 1925, "s": 1925, "大正": 1911, "明治": 1867}
_WEEKDAYS: Final = "月火水木金土日"

# Not the tails of other words: 判明日, 該当日; 以前月; 日本年金機構, 従来年.
_GUARDS: Final = {"day": "判証説該相合共基", "month": "以本", "year": "以従本日"}
_UNIT_WORDS: Final = {
    unit: rf"(?<![{guard}])" + _any([word for word, relative in _RELATIVES.items() if relative.unit == unit])
    for unit, guard in _GUARDS.items()
}
_PERIODS: Final = _any([word for word, code in _MODIFIERS.items() if code in ("early", "mid", "late")])
_SUFFIXES: Final = _any([word for word, code in _MODIFIERS.items() if code not in ("early", "mid", "late")])

# Blanks inside an expression: `2025 年 11 月 26 日`. Never a line break.
_B: Final = " {0,3}+"
_N: Final = rf"(?:\d{{1,2}}+|[{KANJI_DIGITS}十]{{1,3}}+)"
_ERA: Final = r"令和|平成|昭和|大正|明治|(?<![a-z0-9_.-])[rhs](?=\.?\d)"
# `2025/11/26`, `2025.11.26`, `2025-11-26`, `2025/11`. Not: `2025.11`, `cve-2025-11-26`, `report_2025-11-26.pdf`.
_ASIDE: Final = r"(?<![a-z0-9_./:@?=&%-])"
_BESIDE: Final = r"(?![a-z0-9_/@%]|\.[a-z0-9]|-(?!\d{1,4}[/.-]))"
_NUMERIC: Final = (
    r"(?<![a-z0-9_/:@?=&%-])(?P<n_year>(?:18|19|20|21)\d\d)(?P<n_mark>[/-]|(?<!\.\d{4})\.)(?P<n_month>\d{1,2})"
    rf"(?:(?P=n_mark)(?P<n_day>\d{{1,2}})|(?<=/\d\d)|(?<=/\d)){_BESIDE}"
)
# `r7.7.18`, `令和7.7.18`. Not: `r7.7`, `ver7.7.18`.
_ERA_NUMERIC: Final = (
    rf"(?P<e_era>{_ERA})\.?(?P<e_year>\d{{1,2}})(?P<e_mark>[/.-])"
    rf"(?P<e_month>\d{{1,2}})(?P=e_mark)(?P<e_day>\d{{1,2}}){_BESIDE}"
)
# `7/20`, to be seen in its surroundings (`_stands`). Not: `1.7/20`, `7/20/3`.
_SLASHED: Final = rf"{_ASIDE}(?P<s_month>\d{{1,2}})/(?P<s_day>\d{{1,2}}){_BESIDE}"
# `2025年`, `二〇二五年`, `2025(令和7)年`, `令和元年`, `令和7年(2025年)`, `昨年`, the 25 of `25年4月`, the 2024 of
# `2024~2025年`. Not: `025年`, `25年`, `令和の時代`.
_YEAR: Final = (
    rf"(?:(?P<year_word>{_UNIT_WORDS['year']})"
    rf"|(?P<era>{_ERA})\.?{_B}(?P<era_year>元|{_N}){_B}(?:\(\d{{4}}{_B}年?\){_B})?+年"
    rf"|(?P<year>\d{{4}}|\d{{2}}(?={_B}年{_B}\d{{1,2}}{_B}月)|[{KANJI_DIGITS}]{{4}}){_B}"
    rf"(?:(?:\((?:令和|平成|昭和){_B}(?:元|\d{{1,2}}){_B}年?\){_B})?+年|(?=[~-]{_B}\d{{4}}{_B}年(?!度))))"
    rf"(?:{_B}\((?:令和|平成|昭和|西暦)?{_B}(?:元|\d{{1,4}}){_B}年?\))?+"
)
# `11月`, `同月`, the 10 of `2025年10-12月`. Not: `3か月`, `月次`.
_MONTH: Final = (
    rf"(?:(?P<month_word>{_UNIT_WORDS['month']})|(?P<month>{_N}){_B}月"
    rf"|(?<=[年 ])(?P<open_month>\d{{1,2}}+)(?={_B}[~・、-]{_B}\d{{1,2}}{_B}月))"
)
# `26日`, `末日`, the 5 of `4月5、6日` and of `5月1~6月3日`. Not: `日本`.
_DAY: Final = (
    rf"(?:(?P<day>{_N}){_B}日|(?P<last_day>末日)"
    rf"|(?<=[月 ])(?P<open_day>\d{{1,2}}+)(?={_B}[~、・,-]{_B}\d{{1,4}}{_B}[日月年]))"
)
# `2025年11月26日`, `同年5月`, `昨年の12月20日`, `翌12月6日`, `26日`; each part may be missing.
_DATE: Final = (
    rf"(?P<prefix>[同翌](?={_B}(?:\d|午[前後])))?+{_B}"
    rf"(?:{_YEAR}(?:{_B}の(?={_B}\d{{1,2}}{_B}月))?+{_B})?+(?:{_MONTH}(?:{_B}の(?={_B}\d{{1,2}}{_B}日))?+{_B})?+(?:{_DAY})?+"
)
_HOLIDAY: Final = "(?:祝日?|休日?|振替休日|振休)"
# `(火)`, `(火・祝)`, `(火(祝))`, `火曜日`, `[火]`. Not: `(日本)`, `土地`.
_WEEKDAY: Final = (
    rf"(?:[(\[〔]{_B}(?P<weekday>[{_WEEKDAYS}])(?:曜日?)?+{_B}(?:[・,/、]?{_B}{_HOLIDAY}|\({_B}{_HOLIDAY}{_B}\))?+{_B}[)\]〕]"
    rf"|\({_B}{_HOLIDAY}{_B}\)|(?P<bare_weekday>[{_WEEKDAYS}])曜日?)"
)
# `未明`, `午前中`, `深夜`. Not: `朝日新聞`, `amazon`.
_DAY_PART: Final = rf"(?P<part>{_any(_DAY_PARTS)})(?![a-z]|日新聞)中?+"
# `16時半`, `0時50分`, `23:09pm (jst)`, `11:15p.m.`. Not: `16時間`, `10時点`, `10:1`, `一時`.
_TIME: Final = (
    rf"(?:(?P<hour>\d{{1,2}}|(?<=[前後夜朝明])[{KANJI_DIGITS}十]{{1,3}}){_B}時(?!間|点)"
    rf"(?:{_B}(?P<half>半)|{_B}(?P<minute>{_N}){_B}分(?:{_B}\d{{1,2}}{_B}秒)?+)?+"
    rf"|(?P<clock>\d{{1,2}}+):{_B}(?P<past>\d{{2}})(?::\d{{2}})?+(?!\d|:\d))"
    rf"(?:{_B}(?P<half_day>[ap]\.?m(?:\.|(?![a-z]))))?+(?:{_B}\((?:jst|日本時間|現地時間)\))?+"
)
# What may follow any date, in this order: the 夏 of `2025年夏`, `上旬`, `(火)`, `の未明`, `16時半`, `頃`.
_TAIL: Final = (
    rf"(?:(?<=年)[春夏秋冬](?!休|学|季|期))?+(?:{_B}(?P<period>{_PERIODS})(?![日年端尾梢]|期(?!限)))?+"
    rf"(?:{_B}{_WEEKDAY})?+(?:{_B}の?{_B}{_DAY_PART})?+(?:{_B}{_TIME})?+"
    rf"(?:{_B}(?P<suffix>{_SUFFIXES})(?:{_SUFFIXES})?+)?+"
)
# Where a point may begin; spares the parts of the pattern at all other numbers.
_LEAD: Final = (
    rf"(?=[{KANJI_DIGITS}十\d令平昭大明rhs同当翌前本今昨一来先去ap午未早朝正昼日夕深夜晩w])"
    rf"(?=(?<!\d)(?:\d{{1,2}}(?:{_B}[月日時]|[:/])|\d{{2}}{_B}年{_B}\d|\d{{4}}{_B}[年/.(~-])|[{KANJI_DIGITS}十]{{1,4}}+[年月日時]"
    rf"|(?:{_ERA}){_B}[.\d元一二三四五六七八九十]|[同翌]{_B}(?:\d|午[前後])|{_any(_DAY_PARTS)}{_B}[\d{KANJI_DIGITS}十]"
    rf"|{_any(_RELATIVES)}|https?:|www\.)"
)
# A web address may hold anything that looks like a date, and is passed over.
_ADDRESS: Final = r"(?P<address>(?:https?:|www\.)[^\s、。」』)>]*+)"
_POINT: Final = re.compile(
    rf"{_LEAD}(?:{_ADDRESS}|(?:{_NUMERIC}|{_ERA_NUMERIC}|{_SLASHED}|(?P<day_word>{_UNIT_WORDS['day']})中?+|{_DATE}){_TAIL})"
)

# What stands between two points of a range, of a list, of one date said twice (本日4月22日).
_RANGE: Final = re.compile(rf"{_B}(?:~|-|(?:から|より)(?:年明けの?)?|→|乃至|ないし){_B}")
_SAME: Final = re.compile(rf"{_B}の?{_B}")
_LIST: Final = re.compile(rf"{_B}(?:、|,|・|/|及び|および|並びに|ならびに|または|又は|と|や){_B}")
# No dates: `2025年度`, `2026年5月期`, `2025年第3四半期`, `平成15年法律第57号`, `昨年比`, `2025年版`,
# `12月号`, `2025年間`. But: `3月末目途`, `9月末期限`.
_AFTER: Final = re.compile(
    rf"{_B}(?:度|期(?![限日間])|卒(?!業)|版|号|間(?!に)|目(?![途処標安])|法律|政令|条例|省令|告示|比|第?{_B}[\d一二三四]{_B}四半期"
    rf"|[上下]半?期|学期|モデル|問題|\.[a-z]{{3,4}}(?![a-z]))"
)
# No dates: `毎年4月`, `毎月1日`, `第3日`, `版_2025年`, `約3日`.
_BEFORE: Final = re.compile(r"[毎各第_約]$|毎[年月週日]$|過去$")
# A bare day is none where it is an amount: `3日間`, `5日以内`, `1日あたり`, `2日目`, `7日程度`.
_AMOUNT: Final = re.compile(
    rf"{_B}(?:間|目|以内|程|ほど|後|前(?!後)|分|数|あたり|当たり|本|ごと|毎|も|でも|おき|を要|連続|置|常)"
)
# What follows a bare day or `7/20` that is a date: `26日に`, `7/20付`. Not: `26日の`, `1/2の`.
_USE: Final = re.compile(rf"{_B}(?:に(?!\d)|から|より|まで|迄|付|時点|現在|未|公表|発表|出荷|以降)")
# What besides these follows a bare day: `6日、遮断`.
_PAUSE: Final = re.compile(rf"{_B}[、:]")
# Beside a range mark a bare time belongs to opening hours: `9時~17時`.
_OPENING: Final = re.compile(rf"{_B}[~-]|{_B}から{_B}\d")
_HOURS: Final = re.compile(r"受付|受け付け|営業|平日|電話|対応時間|窓口|~ {0,3}$|\d ?- {0,3}$")
_OPEN: Final = re.compile(rf"~{_B}$")
_PARTICLE: Final = re.compile(rf"{_B}({_any(_PARTICLES)})")
# A bare time is written in figures. Not: `一時`.
_FIGURES: Final = re.compile(r"\d")
# How far a bare day or time may stand from the date that it leans on.
_REACH: Final = 120


def find_dates(document: Document, body: int) -> list[DateExpression]:
    """Find the date expressions from `body` on, in the text's order, none overlapping."""
    return list(_expressions(document.folded, list(_points(document.folded, body))))


def _points(folded: str, body: int) -> Iterator[Point]:
    """Yield everything that is written like a date or a time, two names of one day merged (本日4月22日)."""
    waiting: Point | None = None
    for match in _POINT.finditer(folded, body):
        point = _point(match)
        if point is None:
            continue
        if waiting is not None:
            if _SAME.fullmatch(folded, waiting.span[1], point.span[0]) and _same_day(waiting, point):
                named = point if waiting.relative else waiting
                waiting = named._replace(span=(waiting.span[0], point.span[1]))
                continue
            yield waiting
        waiting = point
    if waiting is not None:
        yield waiting


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
    relative = None
    for word in (match["day_word"], match["month_word"], match["year_word"]):
        if word:
            relative = _RELATIVES[word]
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
        _MODIFIERS.get(match["period"] or match["suffix"] or ""),
    )
    return point if point.dated or hour is not None else None


def _calendar(match: re.Match[str]) -> tuple[int | None, int | None, int | None]:
    """Return year, month, day as far as they are given in figures."""
    era, era_year = match["era"] or match["e_era"], match["era_year"] or match["e_year"]
    if era:
        years = 1 if era_year == "元" else parse_number(era_year)
        year = None if years is None else _ERAS[era] + years
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
    part = _DAY_PARTS.get((match["half_day"] or match["part"] or "").replace(".", ""))
    hour = _figure(match["hour"] or match["clock"])
    minute = 30 if match["half"] else _figure(match["minute"] or match["past"])
    if hour is None:
        return (12, None) if match["part"] == "正午" else (None, None)
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
    return _WEEKDAYS.index(name) if name else None


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
    return _PARTICLES[match[1]] if match else None


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
    listed = previous is not None and _LIST.fullmatch(folded, previous.span[1], start) is not None
    full = first.year is not None or first.relative is not None
    if not first.dated:
        return last is None and _is_time(folded, first, previous)
    if full or (first.month is not None and "月" in folded[start : first.span[1]]):
        return True
    if first.month is not None:
        return first.weekday is not None or first.hour is not None or listed or _slashed(folded, start, end, last)
    return not _AMOUNT.match(folded, end) and (
        first.weekday is not None
        or first.hour is not None
        or first.prefix is not None
        or listed
        or _opens(folded, start)
        or (last is not None and last.month is not None)
        or (previous is not None and _in_use(folded, previous, start, end))
    )


def _in_use(folded: str, previous: Point, start: int, end: int) -> bool:
    """Whether a bare day leans on a date before it in its line and is said of an event: 4月5日に検知し、6日に停止."""
    near = start - previous.span[1] <= _REACH and "\n" not in folded[previous.span[1] : start]
    return near and folded[start].isdigit() and bool(_USE.match(folded, end) or _PAUSE.match(folded, end))


def _slashed(folded: str, start: int, end: int, last: Point | None) -> bool:
    """Whether `7/20` is a date: by its use (7/20に), or in a bracket behind words. Not: `(1/2)` on its line, 1/3の."""
    if last is not None or _USE.match(folded, end):
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
    return previous.span[1] > line or not folded[line:start].strip(" |-*・●○■◆(")
