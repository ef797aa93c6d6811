"""The release's own date: a line, a bracket or the end of a title that is nothing but a date."""

import re
from calendar import monthrange
from typing import Final, NamedTuple

from extract.mention import Span
from extract.text.shape import shape

__all__ = ["ReleaseDay", "day_at", "day_in_title", "day_line"]

# `2025年1月8日`, `令和元年五月` is left out; `2025年1月XX日` gives the month, `2025/1/8`, `2025.01.08`, `r7.1.8`.
_DAY: Final = (
    r"(?:(?P<era>令和|平成|[rh]) ?(?P<regnal>\d{1,2}|元) ?[年./-]|(?P<year>(?:19|20)\d ?\d) ?[年./-])"
    r"(?: ?(?P<month>1[0-2]|0?[1-9])(?!\d)(?: ?[月./-])?(?: ?(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)(?: ?日)?)?)?"
)
_WEEKDAY: Final = r"(?: ?[(\[] ?[月火水木金土日](?:曜日?)?(?:・?祝)? ?[)\]]| ?[月火水木金土日]曜日?)?"
_CLOCK: Final = r"(?:(?:t| +|、)?(?:午[前後])? ?\d{1,2} ?[:時](?: ?\d{2})?(?::\d{2}(?:[+.]\d{2}:?\d{2})?)? ?分?)?"
_AT: Final = shape(_DAY)
# `(2025年12月5日 金曜日)`, `発表日:2025/12/5`, `2025年12月5日更新`. Not: `2025年12月5日に検知`.
_LINE: Final = shape(
    r"[\[(<【 -]*(?:(?:発表|公表|公開|掲載|更新|最終更新|作成|発行|配信|投稿)?(?:日時?|日付)?|date|published)[ :]*"
    rf"(?P<date>(?>{_DAY})){_WEEKDAY}{_CLOCK} ?(?:付け?|更新|掲載|公開|公表|発表|現在|発行|作成)?"
    r"(?:[、(].{0,24}(?:更新|掲載|追記|訂正|改訂|公開|記載より)\)?)?[\])>】 -]*(?P<rest>(?: .{1,90})?)$"
)
# The end of a title: `…のお知らせ 2025/12/12`, `…について(2025年9月10日(水)掲載)`.
_IN_TITLE: Final = shape(
    rf"(?P<bare> +)?(?P<open>[(\[【_ -]+)?(?P<date>{_DAY}){_WEEKDAY}{_CLOCK}"
    r" ?(?:付け?|更新|掲載|公開|公表|発表)?[)\]】 -]*$"
)
_SHORTEST_MONTH: Final = 28
_ERAS: Final = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988}


class ReleaseDay(NamedTuple):
    """The date's place, its ISO form as precise as the text, and where its line goes on (else its end)."""

    span: Span
    iso: str
    rest: int


def day_at(folded: str, start: int, end: int) -> ReleaseDay | None:
    """Read the date that stands at `start`."""
    found = _AT.match(folded, start, end)
    iso = _iso(found) if found else None
    return ReleaseDay(found.span(), iso, found.end()) if found and iso else None


def day_line(folded: str, start: int, end: int) -> ReleaseDay | None:
    """Read a line that is a date, maybe with a name or a caption after it (then `rest` < `end`).

    >>> day_line("(2025年12月5日)", 0, 12).iso, day_line("令和7年12月 サンプル市", 0, 13).rest
    ('2025-12-05', 8)
    """
    found = _LINE.match(folded, start, end)
    iso = _iso(found) if found and found["month"] else None
    if not found or not iso:
        return None
    rest = found.start("rest") + 1 if found["rest"] else end
    return ReleaseDay(found.span("date"), iso, rest)


def day_in_title(folded: str, start: int, end: int) -> tuple[ReleaseDay, int] | None:
    """Read the date that a title ends in, and where the title ends without it.

    A date in brackets is part of the title; one behind a blank is not.
    """
    for found in _IN_TITLE.finditer(folded, max(start, end - 40), end):
        if found["day"] and (iso := _iso(found)):
            day = ReleaseDay(found.span("date"), iso, found.end())
            return day, found.start() if found["bare"] and not found["open"] else end
    return None


def _iso(date: re.Match[str]) -> str | None:
    """Return the date in ISO form; None where no calendar knows it: 2月30日."""
    era, regnal, written, month, day = date.group("era", "regnal", "year", "month", "day")
    year = int(written.replace(" ", "")) if written else _ERAS[era] + (1 if regnal == "元" else int(regnal))
    if day and int(day) > _SHORTEST_MONTH and int(day) > monthrange(year, int(month))[1]:
        return None
    return f"{year}" + (f"-{int(month):02}" if month else "") + (f"-{int(day):02}" if day else "")
