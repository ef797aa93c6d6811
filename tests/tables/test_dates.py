"""Date expressions: where they begin and end, how they are bound, and what is none."""

from collections.abc import Callable

import pytest
from linear import MOST, excess
from tables.marked import unmark

from extract.find.dates.dates import find_dates
from extract.text.document import Document

SPANS = [
    # Western and era years, blanks and kanji inside.
    "当社は⟦2025年4月5日⟧に異常を検知しました。",
    "⟦２０２５ 年 ４ 月 ５ 日（土）⟧、サーバが停止した。",
    "⟦令和7年4月5日⟧付で届出、⟦令和元年⟧の名簿、⟦平成 28 年 2 月⟧の記録",
    "⟦令和7(2025)年4月⟧と⟦2025(令和7)年5月⟧",
    "⟦令和7年（2025年）12月18日(木曜日)15時30分⟧",
    "⟦R7.7.18⟧までに完了、⟦令和7.8.1⟧開始",
    "⟦二〇二五年十一月二十六日⟧、⟦十一月三日⟧",
    "⟦25年4月⟧現在",
    # Figures with marks.
    "⟦2025/11/26⟧、⟦2025.11.26⟧、⟦2025-11-26(水)⟧、⟦2025/11⟧",
    "1.⟦2025/4/3⟧に送信したメール",
    "⟦2025/4/18(金)から 5/3(土)⟧までの期間",
    "⟦4/22⟧付で公表、第2報（⟦7/15⟧）参照、⟦11/26(水)⟧",
    # Weekdays, times, parts of the day.
    "⟦4月5日(火・祝)⟧、⟦4月5日〔火〕⟧、⟦4月5日火曜日⟧",
    "⟦4月5日（土） 午後0時50分頃⟧、⟦4月5日16時半⟧、⟦4月5日 23:00⟧",
    "⟦4月5日未明⟧に侵入、⟦4月5日の深夜2時⟧、⟦4月5日正午⟧、⟦4月5日午前中⟧",
    "⟦4月5日 11:15P.M.頃⟧、⟦昨年2024年4月6日⟧に不審な通信",
    "⟦2025年7月19日 23:09pm (JST)⟧までに送信された",
    # Ranges over every mark, open ranges, lists.
    "⟦2021年5月1日～2024年7月19日⟧の期間",
    "⟦4月1日-3日⟧、⟦4月1日から同月3日⟧まで、⟦4月1日→4月3日⟧",
    "⟦11月14日(金)10時23分～18日(火)12時53分⟧",
    "⟦2024～2025年⟧の患者、⟦2021年5月1～2024年5月31日⟧の会員",
    "⟦4月27日深夜から4月28日早朝⟧にかけて",
    "⟦2025年10-12月⟧の累計、⟦2024年12月28日から年明け1月2日⟧にかけ",
    "⟦6月25日7：38〜13：02⟧の間",
    "⟦10月下旬〜11月下旬⟧に調査、⟦7月22日⟧～",
    "停止（～⟦23日⟧）",
    "⟦11 月 11 日⟧、⟦14 日⟧、⟦21 日⟧に発送",
    "⟦4月25日（土）⟧・⟦26日（日）⟧、⟦4月5⟧、⟦6日⟧",
    "⟦4月5日⟧に検知し、⟦6日⟧に停止しました。",
    # Modifiers.
    "⟦8月上旬⟧、⟦8月末頃⟧、⟦2025年初め⟧、⟦4月末日⟧、⟦9月末⟧期限、⟦3月末⟧を目途",
    "⟦4月5日頃⟧、⟦4月5日以降⟧、⟦4月5日以前⟧、⟦2025年夏頃⟧",
    # Named by another date.
    "⟦同日 15:30頃⟧、⟦翌日⟧、⟦翌々日⟧、⟦前日⟧、⟦同月20日⟧、⟦同年5月⟧、⟦翌12月6日⟧、⟦同午前11時ごろ⟧",
    "⟦昨年12月⟧、⟦昨年の12月20日⟧、⟦一昨年⟧、⟦本年3月⟧、⟦今月⟧、⟦先月⟧、⟦本日⟧、⟦昨日⟧",
    "⟦本日4/22(水)⟧時点、⟦本日 4 月 22 日⟧、⟦4月22日本日⟧まで、⟦翌日30日午前1時⟧頃まで".replace("⟧頃まで", "頃⟧まで"),
    "攻撃発生⟦翌日の2025年9月30日⟧に届出",
    "⟦同日中⟧に復旧、⟦2025年中⟧に移行、⟦昨年中⟧に実施、⟦6 月中⟧開始予定、⟦4月⟧中旬ごろ".replace(
        "⟧中旬ごろ", "中旬ごろ⟧"
    ),
    # One day told twice, the second time in brackets.
    "⟦翌日（4月6日）⟧、ログを確認し、⟦昨年夏(令和6年7月2日)⟧に侵入",
    "⟦明日（4月7日(月)）⟧から調査、⟦本日（4月6日）22時⟧より再開、⟦4月5日（PM5:00）⟧に確認",
    # A bare day that dates a report.
    "第一報（⟦4月1日⟧）第二報（⟦4日⟧）に続き、お知らせします。",
    "⟦4月1日⟧（第一報）、⟦4日⟧（第二報）のとおりです。",
    # A part of the day makes a bare day a date, however far the month.
    "⟦4月5日午前⟧に障害が発覚しました。" + "被害の広がりを調べました。" * 12 + "その後、⟦6日午後⟧に接続を断ちました。",
    # A time leans on a date before it.
    "## ⟦2025年4月5日⟧\n- ⟦08:56⟧：侵入\n- ⟦14時30分頃⟧　遮断",
    "⟦4月5日⟧、社内から連絡があり、⟦14時10分頃⟧に遮断しました。",
    "⟦3月9日⟧より一時停止、⟦3月9日⟧から3日間",
    # Also of a list; not an amount: 2日、3日もかかり.
    "⟦5月16日（土）⟧および⟦17日（日）⟧も、⟦5月20日⟧及び⟦21日⟧も発送します。",
    # It opens a line of a timeline.
    "⟦10/16 04:30⟧ 異常を検知\n⟦10/17⟧ 対策本部を設置\n・⟦11/28⟧：報告書を受領",
]
NOTHING = [
    "2025年度の決算、2026年5月期、2025年12月期第3四半期、2025年上半期",
    "3年間、24時間、5日以内、2日目、1か月、3営業日、60日程度",
    "毎年4月、毎月1日、24時間365日",
    "現在、現時点、以前より、当時",
    "https://example.jp/news/2025/11/26/2025年11月.html",
    "www.example.jp/2025/11/26",
    "report_2025-11-26.pdf、CVE-2025-11-26、ver2025.11.26",
    "Ver.2025.10、192.168.10.12、1.1、3-2、第2025号",
    "全体の1/3、24/365、1/2の確率\n(1/2)\n1/2\n2/2 ページ\n1/2 - 3\n",
    "平日9:00~17:00、受付時間 午前9時から午後5時まで",
    "平成15年法律第57号、昨年比、2025年卒、2025年版",
    "名簿（2017～2025年度）",
    "13月1日、25/4、日本年金機構、該当日、判明日時",
    "当日配送サービスの再開、当日券、当日限りの受付",
    "一日も早い復旧、1日に数百件、一時停止",
]
MODIFIERS = [
    ("4月5日頃", "approx"),
    ("4月5日16時ごろ", "approx"),
    ("4月5日の16時半ごろ", "approx"),
    ("4月5日（16時半ごろ）", "approx"),
    ("4月5日以前", "before"),
    ("4月5日までに", "before"),
    ("～4月5日", "before"),
    ("4月5日以降", "after"),
    ("4月5日から停止", "after"),
    ("4月5日より停止", "after"),
    ("4月5日～", "after"),
    ("4月初め", "early"),
    ("4月中旬頃", "mid"),
    ("4月末まで", "late"),
    ("4月5日", None),
    ("4月5日から7日まで", None),
    ("3月末から4月", "late"),
    ("4月5日のお知らせ以降", None),
]


@pytest.mark.parametrize("row", SPANS)
def test_spans(row: str) -> None:
    text, spans = unmark(row)
    assert [expression.span for expression in find_dates(Document(text), 0)] == spans


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text: str) -> None:
    assert find_dates(Document(text), 0) == []


@pytest.mark.parametrize(("text", "modifier"), MODIFIERS)
def test_modifier(text: str, modifier: str | None) -> None:
    (expression,) = find_dates(Document(text), 0)
    assert expression.modifier == modifier


def test_from_the_body_on() -> None:
    text = "公表日: 2025年4月5日\n\n4月4日に検知"
    assert [expression.span for expression in find_dates(Document(text), 14)] == [(16, 20)]


@pytest.mark.parametrize(
    "hostile",
    [
        "4月",
        "4/",
        "2025年(",
        "9:00\n",
        "4月5日~",
        "同日",
        "1 ",
        "令和",
        "一",
        "4月5日、",
        "2025-",
        "午前",
        "https:",
        "\n9:00~",
    ],
)
def test_linear(hostile: str) -> None:
    def of_size(characters: int) -> Callable[[], object]:
        document = Document(("4月5日" + hostile * characters)[:characters])
        return lambda: find_dates(document, 0)

    assert excess(120_000, of_size) <= MOST
