"""How dates and times are written: one pattern for a single date, from small named pieces.

The words (同日, 上旬, 未明) are data; the shapes around them are here. All patterns are for folded text.
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from extract import lexicon
from extract.find.numerals import KANJI_DIGITS
from extract.text.shape import shape

__all__ = [
    "BLANKS",
    "DAY_PARTS",
    "ERAS",
    "LEAD",
    "MODIFIERS",
    "PARTICLES",
    "POINT",
    "RELATIVES",
    "WEEKDAYS",
    "Relative",
    "any_of",
]


class Relative(NamedTuple):
    """A step of `shift` units (day, month, year) from the `release`'s own date or the last `mention`."""

    anchor: str
    unit: str
    shift: int


def _words(name: str, field: str = "words") -> dict[str, str]:
    """All words of a lexicon's field and the codes that they mean."""
    return {word: code for code, lists in lexicon.entries(name).items() for word in lists.get(field, ())}


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of the words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def _relative(code: str) -> Relative:
    anchor, unit, shift = code.split()
    return Relative(anchor, unit, int(shift))


RELATIVES: Final = {word: _relative(code) for word, code in _words("relative_dates").items()}
MODIFIERS: Final = _words("date_modifiers")
PARTICLES: Final = _words("date_modifiers", "particles")
DAY_PARTS: Final = _words("day_parts")
# A year of the era is the number of years after this one.
ERAS: Final = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988, "昭和": 1925, "s": 1925, "大正": 1911, "明治": 1867}
WEEKDAYS: Final = "月火水木金土日"

# Not the tails of other words: 判明日, 該当日; 以前月; 日本年金機構, 従来年.
_GUARDS: Final = {"day": "判証説該相合共基", "month": "以本", "year": "以従本日"}
# What is due in such a month is no date of an event: 月末締め・翌月末[請求書払い], 翌月[のお支払い].
_DUE: Final = r"末?(?:日|頃|ごろ)?の?(?:ご?請求|お?支払|払い|締め|引き?落)"
# 当日[配送], 当日[券]: of any day.
_SAME_DAY: Final = r"配送|発送|出荷|便|券|お?届け|限り|予約|受付"
_UNIT_WORDS: Final = {
    unit: rf"(?<![{guard}])" + any_of([word for word, relative in RELATIVES.items() if relative.unit == unit])
    for unit, guard in _GUARDS.items()
}
_PERIODS: Final = any_of([word for word, code in MODIFIERS.items() if code in ("early", "mid", "late")])
_SUFFIXES: Final = any_of([word for word, code in MODIFIERS.items() if code not in ("early", "mid", "late")])

# Blanks inside an expression: `2025 年 11 月 26 日`. Never a line break.
BLANKS: Final = " {0,3}+"
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
    rf"|(?P<era>{_ERA})\.?{BLANKS}(?P<era_year>元|{_N}){BLANKS}(?:\(\d{{4}}{BLANKS}年?\){BLANKS})?+年"
    rf"|(?P<year>\d{{4}}|\d{{2}}(?={BLANKS}年{BLANKS}\d{{1,2}}{BLANKS}月)|[{KANJI_DIGITS}]{{4}}){BLANKS}"
    rf"(?:(?:\((?:令和|平成|昭和){BLANKS}(?:元|\d{{1,2}}){BLANKS}年?\){BLANKS})?+年|(?=[~-]{BLANKS}\d{{4}}{BLANKS}年(?!度))))"
    rf"(?:{BLANKS}\((?:令和|平成|昭和|西暦)?{BLANKS}(?:元|\d{{1,4}}){BLANKS}年?\))?+"
)
# `11月`, `同月`, the 10 of `2025年10-12月`. Not: `3か月`, `月次`.
_MONTH: Final = (
    rf"(?:(?P<month_word>{_UNIT_WORDS['month']})(?!{_DUE})|(?P<month>{_N}){BLANKS}月"
    rf"|(?<=[年 ])(?P<open_month>\d{{1,2}}+)(?={BLANKS}[~・、-]{BLANKS}\d{{1,2}}{BLANKS}月))"
)
# `26日`, `末日`, the 5 of `4月5、6日` and of `5月1~6月3日`. Not: `日本`.
_DAY: Final = (
    rf"(?:(?P<day>{_N}){BLANKS}日|(?P<last_day>末日)"
    rf"|(?<=[月 ])(?P<open_day>\d{{1,2}}+)(?={BLANKS}[~、・,-]{BLANKS}\d{{1,4}}{BLANKS}[日月年]))"
)
# `2025年11月26日`, `同年5月`, `昨年の12月20日`, `翌12月6日`, `26日`; each part may be missing.
_DATE: Final = (
    rf"(?P<prefix>[同翌](?={BLANKS}(?:\d|午[前後])))?+{BLANKS}"
    rf"(?:{_YEAR}(?:{BLANKS}の(?={BLANKS}\d{{1,2}}{BLANKS}月))?+{BLANKS})?+(?:{_MONTH}(?:{BLANKS}の(?={BLANKS}\d{{1,2}}{BLANKS}日))?+{BLANKS})?+(?:{_DAY})?+"
)
_HOLIDAY: Final = "(?:祝日?|休日?|振替休日|振休)"
# `(火)`, `(火・祝)`, `(火(祝))`, `火曜日`, `[火]`. Not: `(日本)`, `土地`.
_WEEKDAY: Final = (
    rf"(?:[(\[〔]{BLANKS}(?P<weekday>[{WEEKDAYS}])(?:曜日?)?+{BLANKS}(?:[・,/、]?{BLANKS}{_HOLIDAY}|\({BLANKS}{_HOLIDAY}{BLANKS}\))?+{BLANKS}[)\]〕]"
    rf"|\({BLANKS}{_HOLIDAY}{BLANKS}\)|(?P<bare_weekday>[{WEEKDAYS}])曜日?)"
)
# `未明`, `午前中`, `深夜`. Not: `朝日新聞`, `amazon`.
_ZONE: Final = rf"(?:{BLANKS}\((?:jst|日本時間|現地時間)\))?+"
_DAY_PART: Final = rf"(?P<part>{any_of(DAY_PARTS)})(?![a-z]|日新聞)中?+{_ZONE}"
# `16時半`, `0時50分`, `23:09pm (jst)`, `11:15p.m.`. Not: `16時間`, `10時点`, `10:1`, `一時`.
_TIME: Final = (
    rf"(?:(?P<hour>\d{{1,2}}|(?<=[前後夜朝明])[{KANJI_DIGITS}十]{{1,3}}){BLANKS}時(?!間|点)"
    rf"(?:{BLANKS}(?P<half>半)|{BLANKS}(?P<minute>{_N}){BLANKS}分(?:{BLANKS}\d{{1,2}}{BLANKS}秒)?+)?+"
    rf"|(?P<clock>\d{{1,2}}+):{BLANKS}(?P<past>\d{{2}})(?::\d{{2}})?+(?!\d|:\d))"
    rf"(?:{BLANKS}(?P<half_day>[ap]\.?m(?:\.|(?![a-z]))))?+{_ZONE}"
)
# What may follow any date, in this order: the 夏 of `2025年夏`, `上旬`, `(火)`, `の未明`, `16時半`, `頃`.
_TAIL: Final = (
    rf"(?:(?<=年)[春夏秋冬](?!休|学|季|期))?+(?:{BLANKS}(?P<period>{_PERIODS})(?![日年端尾梢]|期(?!限))|(?<=[年月])中(?![旬頃ご央間小学国期高]))?+"
    rf"(?:{BLANKS}{_WEEKDAY})?+(?:{BLANKS}の?{BLANKS}{_DAY_PART})?+(?:{BLANKS}{_TIME})?+"
    rf"(?:{BLANKS}(?P<suffix>{_SUFFIXES})(?:{_SUFFIXES})?+)?+"
)
# What a point may begin with: `11月`, `25年4`, `2025/`; `r7`, `am9`, a web address; `十一月`, `令和元`, `同月`, `夜9`.
# Behind the first letter of each.
_FIGURES_LEAD: Final = (
    rf"(?<=[0-9])(?:[0-9]?(?:{BLANKS}[月日時]|[:/])|[0-9]{BLANKS}年{BLANKS}\d|[0-9]{{3}}{BLANKS}[年/.(~-])"
)
_LATIN_LEAD: Final = (
    rf"(?<=[a-z])(?:(?<=h)ttps?:|(?<=w)ww\.|(?<=[ap])m{BLANKS}[\d{KANJI_DIGITS}十]"
    r"|(?<![a-z0-9_.-][rhs])(?<=[rhs])\.?\d)"
)
_WORDS_LEAD: Final = (
    rf"(?<![0-9a-z])(?<=(?=[{KANJI_DIGITS}十]{{1,4}}+[年月日時]|(?:{_ERA}){BLANKS}[.\d元一二三四五六七八九十]"
    rf"|[同翌]{BLANKS}(?:\d|午[前後])|{any_of(DAY_PARTS)}{BLANKS}[\d{KANJI_DIGITS}十]|{any_of(RELATIVES)}).)"
)
# Where a point may begin; spares the parts of the pattern at all other numbers. It begins with a set, for which the
# text is searched much faster than for a lookahead (and for `0-9` much faster than for `\d`), then looks about it.
LEAD: Final = shape(
    rf"[{KANJI_DIGITS}十0-9令平昭大明rhs同当翌前本今昨一来先去ap午未早朝正昼日夕深夜晩w]"
    rf"(?<![0-9][0-9])(?:{_FIGURES_LEAD}|{_LATIN_LEAD}|{_WORDS_LEAD})"
)
# A web address may hold anything that looks like a date, and is passed over.
_ADDRESS: Final = r"(?P<address>(?:https?:|www\.)[^\s、。」』)>]*+)"
# Asked where `LEAD` stands.
POINT: Final = shape(
    rf"{_ADDRESS}|(?:{_NUMERIC}|{_ERA_NUMERIC}|{_SLASHED}|(?P<day_word>{_UNIT_WORDS['day']})(?!{_SAME_DAY})中?+|{_DATE}){_TAIL}"
)
