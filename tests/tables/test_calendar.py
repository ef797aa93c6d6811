"""Dates resolved to the calendar: text → values, against the release's own date and the dates around."""

import pytest
from tables.marked import unmark

from extract.find.dates.dates import find_dates
from extract.mention import Date, Warning
from extract.resolve.dates.calendar import resolve_dates
from extract.text.document import Document


def resolved(text: str, published: str | None) -> tuple[list[Date], list[Warning]]:
    document = Document(text)
    return resolve_dates(document, find_dates(document, 0), published)


# Text with its dates marked; the release's own date; the values as `start` or `start/end`.
VALUES = [
    # As precise as the text.
    ("⟦2025年⟧、⟦2025年11月⟧、⟦2025年11月26日⟧", None, "2025 2025-11 2025-11-26"),
    ("⟦令和7年4月5日⟧、⟦平成28年2月⟧、⟦令和元年5月1日⟧、⟦R7.7.18⟧", None, "2025-04-05 2016-02 2019-05-01 2025-07-18"),
    ("⟦二〇二五年十一月二十六日⟧、⟦2025/11/26⟧、⟦25年4月⟧", None, "2025-11-26 2025-11-26 2025-04"),
    ("⟦2025年4月末日⟧、⟦2024年2月末日⟧", None, "2025-04-30 2024-02-29"),
    # Times.
    ("⟦2025年4月5日13時⟧に停止、⟦2025年4月5日16時半⟧に再開", None, "2025-04-05T13:00 2025-04-05T16:30"),
    ("⟦2025年4月5日午後0時50分⟧、⟦2025年4月5日午後3時⟧", None, "2025-04-05T12:50 2025-04-05T15:00"),
    (
        "⟦2025年4月5日深夜2時⟧、⟦2025年4月5日夜9時⟧、⟦2025年4月5日正午⟧",
        None,
        "2025-04-05T02:00 2025-04-05T21:00 2025-04-05T12:00",
    ),
    ("⟦2025年4月5日 11:15P.M.⟧、⟦2025年4月6日 12:05 a.m.⟧", None, "2025-04-05T23:15 2025-04-06T00:05"),
    ("⟦2025年4月5日 23:09pm (JST)⟧、⟦2025年4月5日24時⟧", None, "2025-04-05T23:09 2025-04-06T00:00"),
    # Ranges with parts left out.
    ("⟦2025年11月14日(金)10時23分～18日(火)12時53分⟧", None, "2025-11-14T10:23/2025-11-18T12:53"),
    ("⟦2025年12月28日から1月2日⟧", None, "2025-12-28/2026-01-02"),
    ("⟦2025年4月28日～2日⟧", None, "2025-04-28/2025-05-02"),
    ("⟦2024～2025年⟧、⟦2021年5月1～2024年5月31日⟧", None, "2024/2025 2021-05-01/2024-05-31"),
    ("⟦5月1日から2024年6月3日⟧、⟦11月1日から2024年2月3日⟧", None, "2024-05-01/2024-06-03 2023-11-01/2024-02-03"),
    (
        "⟦2025年6月25日7：38〜13：02⟧、⟦2025年6月25日23時～2時⟧",
        None,
        "2025-06-25T07:38/2025-06-25T13:02 2025-06-25T23:00/2025-06-26T02:00",
    ),
    (
        "⟦2026年6月15日から同月17日⟧、⟦2025年11月14日から同年12月26日⟧",
        None,
        "2026-06-15/2026-06-17 2025-11-14/2025-12-26",
    ),
    # A year left out: looking back from the release, a little ahead for what is announced.
    ("⟦4月5日⟧に検知", "2025-05-01", "2025-04-05"),
    ("⟦12月20日⟧に検知", "2025-01-10", "2024-12-20"),
    ("窓口は⟦3月31日⟧まで", "2025-02-18", "2025-03-31"),
    ("⟦10月3日⟧に検知", "2025-02-18", "2024-10-03"),
    # The last date mentioned says more than the release's own.
    ("⟦2024年7月2日⟧に検知し、⟦7月19日⟧に調査", "2026-05-07", "2024-07-02 2024-07-19"),
    ("⟦2024年12月20日⟧に検知。⟦1月15日⟧に報告", "2026-05-07", "2024-12-20 2025-01-15"),
    ("⟦2024年7月⟧に導入し、⟦9月⟧に更新", "2026-05-07", "2024-07 2024-09"),
    # A year of the data dates nothing in other lines.
    ("対象は⟦2004～2023年⟧の会員\n\n⟦4月5日⟧に検知", "2025-05-01", "2004/2023 2025-04-05"),
    # The weekday settles the year: 4月5日 was a Friday in 2024.
    ("⟦4月5日（金）⟧に検知", "2025-05-01", "2024-04-05"),
    # Lists and bare days.
    ("⟦2025年11月11日⟧、⟦14日⟧、⟦21日⟧に", None, "2025-11-11 2025-11-14 2025-11-21"),
    ("⟦2025年4月5日⟧に検知し、⟦6日⟧に停止", None, "2025-04-05 2025-04-06"),
    # Named by the last date, or by the release's own.
    ("⟦2025年4月5日⟧、⟦同日⟧、⟦翌日⟧、⟦翌々日⟧", None, "2025-04-05 2025-04-05 2025-04-06 2025-04-08"),
    ("⟦2025年12月17日⟧、⟦同月26日⟧、⟦翌年1月22日⟧、⟦同年2月13日⟧", None, "2025-12-17 2025-12-26 2026-01-22 2026-02-13"),
    ("⟦2025年12月5日⟧に開始、⟦翌12月6日⟧に停止、⟦翌7日⟧", None, "2025-12-05 2025-12-06 2025-12-07"),
    ("⟦2025年12月31日⟧に開始、⟦翌1月1日⟧に停止、⟦前日⟧", None, "2025-12-31 2026-01-01 2025-12-31"),
    (
        "⟦本日⟧、⟦昨日⟧、⟦昨年12月⟧、⟦本年3月⟧、⟦先月⟧、⟦一昨年⟧",
        "2025-01-10",
        "2025-01-10 2025-01-09 2024-12 2025-03 2024-12 2023",
    ),
    ("⟦本日4/22(水)⟧時点", "2026-04-22", "2026-04-22"),
    ("⟦2025年4月5日⟧に検知。\n- ⟦14時30分頃⟧　遮断", None, "2025-04-05 2025-04-05T14:30"),
    ("⟦2025年4月5日⟧。⟦同午前11時⟧に遮断", None, "2025-04-05 2025-04-05T11:00"),
]
UNRESOLVED = [
    ("⟦4月5日⟧に検知", None),
    ("⟦本日⟧公表", None),
    ("⟦翌日⟧に遮断", None),
    ("⟦同日⟧に遮断", "2025-05-01"),
    ("⟦2025年2月30日⟧に検知", "2025-05-01"),
    ("⟦4月31日⟧に検知", "2025-05-01"),
]
DAYS = [
    ("2024年2月", "2024-02-01", "2024-02-29"),
    ("2025年", "2025-01-01", "2025-12-31"),
    ("2025年4月上旬", "2025-04-01", "2025-04-10"),
    ("2025年4月中旬", "2025-04-11", "2025-04-20"),
    ("2025年4月下旬", "2025-04-21", "2025-04-30"),
    ("2025年4月5日13時", "2025-04-05", "2025-04-05"),
    ("2025年10月下旬〜11月下旬", "2025-10-21", "2025-11-30"),
    ("2020年～2025年6月", "2020-01-01", "2025-06-30"),
]


@pytest.mark.parametrize(("row", "published", "values"), VALUES)
def test_values(row: str, published: str | None, values: str) -> None:
    text, spans = unmark(row)
    dates, warnings = resolved(text, published)
    assert [date.span for date in dates] == spans
    assert [date.start + (f"/{date.end}" if date.end else "") for date in dates] == values.split()
    assert warnings == []


@pytest.mark.parametrize(("row", "published"), UNRESOLVED)
def test_unresolved(row: str, published: str | None) -> None:
    text, spans = unmark(row)
    dates, warnings = resolved(text, published)
    assert dates == []
    assert [(warning.code, warning.spans) for warning in warnings] == [("unresolved_date", tuple(spans))]


@pytest.mark.parametrize(("text", "first", "last"), DAYS)
def test_days(text: str, first: str, last: str) -> None:
    ((date,), _) = resolved(text, None)
    assert (date.first_day, date.last_day) == (first, last)


@pytest.mark.parametrize(
    ("row", "published", "start"),
    [
        ("⟦2025年4月5日（月）⟧に検知", None, "2025-04-05"),
        # A slip in what is some days old, and no day of last year.
        ("⟦4月5日（金）⟧に検知", "2025-04-07", "2025-04-05"),
    ],
)
def test_weekday_mismatch(row: str, published: str | None, start: str) -> None:
    text, spans = unmark(row)
    dates, warnings = resolved(text, published)
    assert [date.start for date in dates] == [start]
    assert [(warning.code, warning.spans) for warning in warnings] == [("weekday_mismatch", tuple(spans))]


def test_precision() -> None:
    dates, _ = resolved("2025年、2025年4月、2025年4月5日、2025年4月5日13時、2025年4月5日13時5分", None)
    assert [date.precision for date in dates] == ["year", "month", "day", "hour", "minute"]
