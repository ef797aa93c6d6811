"""What each date is the date of, and what follows for the incident as a whole."""

import pytest
from tables.marked import unmark

from extract import lexicon
from extract.find.dates import find_dates
from extract.find.headings import find_sections
from extract.mention import Date
from extract.resolve.calendar import resolve_dates
from extract.resolve.roles import resolve_roles
from extract.resolve.timeline import resolve_timeline
from extract.text.document import Document

PUBLISHED = "2025-06-10"


def roles_of(text: str) -> tuple[Document, list[Date]]:
    document = Document(text)
    words = lexicon.scan(document.folded)
    dates, _ = resolve_dates(document, find_dates(document, 0), PUBLISHED)
    return document, resolve_roles(document, words, find_sections(document, 0), dates, PUBLISHED)


# Text with its dates marked; their roles in order.
ROLES = [
    # The last cue of the first clause that has one.
    ("⟦4月5日⟧、当社サーバへの不正アクセスを検知しました。", "detected"),
    ("⟦4月5日⟧に第三者による不正アクセスを受け、個人情報が漏えいした可能性があります。", "occurred"),
    ("⟦4月5日⟧に検知し、⟦同日中⟧にネットワークを遮断しました。", "detected contained"),
    ("⟦4月7日⟧、警察署へ被害を申告し、外部機関による調査を開始しました。", "reported"),
    ("⟦4月8日⟧に対策本部を設置しました。", "investigated"),
    ("⟦5月1日⟧より、順次サービスを再開しております。", "restored"),
    ("⟦4月5日⟧：当社で不審なファイルを検知し停止、調査を開始", "detected"),
    ("被害拡大防止のため、⟦4月5日⟧に全サーバを停止", "contained"),
    # A verb that modifies a noun: the noun is what the sentence goes on about.
    ("⟦4月5日⟧に発生したシステム障害について、調査の結果をご報告します。", "occurred"),
    ("⟦4月20日⟧に公表しました「不正アクセスについて」の続報です。", "disclosed"),
    ("⟦4月5日⟧に行われたランサムウェア攻撃により情報が漏えいしたことが判明しました。", "occurred"),
    ("不正アクセスを検知した⟦4月5日⟧から、監視を強化しております。", "detected"),
    # An event in the words of who found it, told it, published it.
    ("⟦4月5日⟧、サーバへの侵入が発生し、ファイルが暗号化されていることを確認。", "detected"),
    ("⟦4月5日⟧、サーバで障害が発生し、調査したところ、感染が判明しました。", "occurred"),
    ("⟦4月9日⟧、同社は、攻撃を受け、情報が漏えいした可能性があることをホームページに公表。", "disclosed"),
    ("調査の結果、⟦4月1日⟧に侵入されていたことが判明しました。", "occurred"),
    ("⟦4月1日⟧に侵入した形跡を確認しました。", "occurred"),
    ("⟦4月1日から4月6日⟧にかけて、第三者が接続できる状態にあったことを確認しました。", "occurred"),
    ("不正アクセスが最初に発生したのは⟦4月1日⟧であることを確認しています。", "occurred"),
    # Who told whom.
    ("⟦4月5日⟧、委託先から情報が漏えいしたとの報告を受けました。", "detected"),
    ("委託先が攻撃を受けた旨の報告を⟦4月5日⟧に同社より受けました。", "detected"),
    (
        "個人情報保護委員会には⟦4月8日⟧に報告済みであり、所轄警察署にも⟦4月9日⟧被害申告しております。",
        "reported reported",
    ),
    ("対象のお客様には、⟦本日⟧より、電子メールにて個別にご連絡申し上げております。", "notified"),
    ("⟦4月5日⟧、ベンダーへ相談しました。", "investigated"),
    # Publications, of this and of other reports.
    ("以上の事実が確認できたため、⟦本日⟧の発表に至りました。", "disclosed"),
    ("⟦4月20日⟧付「システム障害について（第一報）」、⟦4月27日⟧付けの第二報", "disclosed disclosed"),
    ("既報（第1報（⟦4月20日⟧）第2報（⟦4月27日⟧））に続き", "disclosed disclosed"),
    ("⟦4月20日⟧および⟦4月27日⟧に公表いたしました", "disclosed disclosed"),
    # お知らせします is said now and dates nothing.
    ("当社が⟦4月5日⟧にランサムウェア攻撃を受けたことをお知らせいたします。", "occurred"),
    ("お詫び申し上げます。\n\n⟦2025年6月10日⟧\n\n架空商事株式会社", "disclosed"),
    # As of a date; the data's own date.
    ("⟦6月1日⟧時点で、二次被害は確認されておりません。", "other"),
    ("現時点（⟦6月1日⟧）で判明している内容", "other"),
    ("⟦2019年10月⟧時点の会員情報が含まれておりました。", "data_period"),
    # Whose data.
    ("⟦2021年5月1日～2024年7月19日⟧の期間中に当店で購入されたお客様", "data_period"),
    ("⟦2023年8月13日以前⟧に会員登録を行ったユーザー", "data_period"),
    ("⟦2010年から2020年⟧までの間に入院された患者さん", "data_period"),
    ("入会日が⟦2024年9月11日以前⟧の方", "data_period"),
    ("⟦2025年3月1日⟧までに送信されたメール", "data_period"),
    # Labels, headings, lists, tables, timelines.
    ("発生日時：⟦4月5日（土）17時45分頃⟧", "occurred"),
    ("発生日：⟦4月5日⟧（確認日：⟦4月6日⟧）", "occurred detected"),
    ("## 発覚日時\n\n⟦4月5日16時頃⟧\n\n## 原因\n\n職員の操作", "detected"),
    (
        "## 経緯\n### ⟦4月5日⟧\n- 社内システムの異常を検知\n### ⟦4月6日⟧\n- 個人情報保護委員会へ速報を提出",
        "detected reported",
    ),
    ("⟦4月11日⟧、⟦14日⟧、⟦21日⟧に迷惑メールが送信されました。", "occurred occurred occurred"),
    (
        "|⟦4月5日⟧|⟦22：30⟧|不正アクセスの形跡を確認|\n|⟦4月6日⟧|⟦8：00⟧|ネットワークを遮断|",
        "detected detected contained contained",
    ),
    ("## 個人情報保護委員会への報告\n①第1報：⟦4月8日⟧、②第2報：⟦5月1日⟧", "reported reported"),
    ("## 経緯\n### ⟦4月8日⟧\n  文部科学省に報告(第3報)\n  \n  調査を依頼", "reported"),
    ("⟦4月8日⟧、本学から文部科学省に第１報を提出", "reported"),
    ("⟦4月18日⟧\n解析結果(速報)の報告", "investigated"),
    ("システム障害（⟦4月5日⟧公表）により、ご迷惑をおかけしておりますことをお詫び申し上げます。", "disclosed"),
    ("⟦4月5日⟧に被ったランサムウェア攻撃につき社内調査を進めたところ、流出が判明しました。", "occurred"),
    ("- ⟦4月7日⟧　大量の迷惑メールが送信された形跡を確認", "detected"),
    ("### ⟦4月5日⟧\n- ⟦08:56⟧：端末への不正アクセスが発生", "occurred occurred"),
    ("⟦4月7日⟧：これまでの調査状況を踏まえ、警察へ被害を届け出", "reported"),
    ("⟦4月24日⟧：攻撃者のリークサイトに社名が掲載され、情報が公開されたことを確認", "detected"),
    ("個人情報保護委員会に⟦4月25日⟧に「確報」を提出いたしました。", "reported"),
    ("パスワードは⟦4月6日⟧に変更を行い、その後不正アクセスは確認されておりません。", "contained"),
    # What stands before is what the date is said of.
    ("監視が異状をとらえたのは⟦4月5日⟧、サイトを閉じたのは⟦同日18時⟧です。", "detected contained"),
    (
        "監督官庁への報告は⟦4月8日⟧に済ませ、個人情報保護委員会へは⟦4月9日⟧に、警察署へは⟦4月10日⟧に届け出ました。",
        "reported reported reported",
    ),
    ("侵入は⟦4月5日深夜⟧に始まりました。", "occurred"),
    ("検索機能の改修（⟦4月24日⟧完了）", "contained"),
    ("対象の皆さまには⟦4月22日⟧にメールでお知らせしております。", "notified"),
    ("⟦4月5日⟧、近隣の施設から問い合わせのお電話をいただきました。", "detected"),
    ("○見える状態だった期間\n　⟦4月1日～4月5日⟧\n\n○対象者\n　会員の皆さま", "occurred"),
    # Delays are told from the first notice on.
    ("⟦4月5日⟧の漏洩懸念から今回の案内に至るまで、時間を要しましたことをお詫び申し上げます。", "detected"),
    # Nobody's incident.
    ("専用窓口は⟦6月末⟧をもって閉鎖いたしました。", "other"),
    ("当社は⟦2026年1月⟧に新サイトの開発を予定しております。", "other"),
]
# Text; occurred, occurred_end, detected.
TIMELINES = [
    ("4月5日に第三者の攻撃を受けました。4月7日に検知しました。", "2025-04-05", None, "2025-04-07"),
    ("4月1日から4月6日にかけて不正アクセスが行われました。", "2025-04-01", "2025-04-06", None),
    ("4月5日11時頃、4月6日12時頃に迷惑メールが送信されました。", "2025-04-05", "2025-04-06", None),
    ("4月5日13時15分に攻撃を受けました。", "2025-04-05", None, None),
    ("昨年5月にランサムウェアの攻撃を受けました。", "2024-05", None, None),
    ("4月9日以前に発生した事象です。", None, None, None),
    ("4月20日に公表しました。", None, None, None),
]


@pytest.mark.parametrize(("row", "roles"), ROLES)
def test_roles(row: str, roles: str) -> None:
    text, spans = unmark(row)
    _, dates = roles_of(text)
    assert [date.span for date in dates] == spans
    assert " ".join(date.role for date in dates) == roles


@pytest.mark.parametrize(("text", "occurred", "occurred_end", "detected"), TIMELINES)
def test_timeline(text: str, occurred: str | None, occurred_end: str | None, detected: str | None) -> None:
    document, dates = roles_of(text)
    timeline = resolve_timeline(document, dates)
    assert timeline[:3] == (occurred, occurred_end, detected)
    assert {evidence.field for evidence in timeline.evidence} == {
        field
        for field, value in zip(("occurred", "occurred_end", "detected"), timeline[:3], strict=True)
        if value is not None
    }
    assert {evidence.span for evidence in timeline.evidence} <= {date.span for date in dates}
