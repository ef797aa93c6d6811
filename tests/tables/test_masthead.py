"""Releases' heads and signatures → title, organisation, date, report, and where the body begins."""

import pytest

from extract.find.head.masthead import find_masthead
from extract.mention import Masthead
from extract.pipeline import find_all
from extract.text.document import Document


def masthead(text: str) -> Masthead:
    return find_masthead(Document(text))


TITLE = "当社サーバーへの不正アクセスに関するお知らせ"
BODY = (
    "このたび、当社のサーバーが不正アクセスを受けました。詳しくは次のとおりです。\n\n１．概要\n5月1日に判明しました。\n"
)
BLANKS = "　" * 20

# Each head with what it gives: title, organisation, date.
HEADS = {
    "date, addressees, company, title": (
        f"2025年5月9日\n\n各位\n\n株式会社サンプル\n\n{TITLE}\n\n",
        (TITLE, "株式会社サンプル", "2025-05-09"),
    ),
    "date, addressees, mayor, title": (
        f"令和7年5月9日\n報道機関各位\n見本市長　見本　花子\n\n{TITLE}\n\n",
        (TITLE, "見本市", "2025-05-09"),
    ),
    "right-aligned, era, spaced letters": (
        f"""{BLANKS}令和７年５月９日
各　位
{BLANKS}会 社 名　サンプル株式会社
{BLANKS}代表者名　代表取締役社長　見本 太郎
{BLANKS}（コード番号 0000　見本市場）
{BLANKS}問合せ先　管理本部長　見本 花子
{BLANKS}（TEL 00-0000-0000）

{TITLE}

""",
        (TITLE, "サンプル株式会社", "2025-05-09"),
    ),
    "title broken over two lines": (
        """2025.5.9（金）
見本商事合同会社

　　当社が運営する「見本市場」への不正アクセスによる
　　個人情報漏えいに関するお詫びとお知らせ（第２報）

""",
        (
            "当社が運営する「見本市場」への不正アクセスによる個人情報漏えいに関するお詫びとお知らせ（第２報）",
            "見本商事合同会社",
            "2025-05-09",
        ),
    ),
    "title broken inside a bracket": (
        "見本情報の漏えいについて（お詫びと\nご報告）\n\n2025年5月9日　見本県試供市\n\n",
        ("見本情報の漏えいについて（お詫びとご報告）", "見本県試供市", "2025-05-09"),
    ),
    "Latin title broken": (
        "Sample Cloud への不正アクセスと Sample\nMail の停止について\n2025/05/09\nサンプル社団\n\n",
        ("Sample Cloud への不正アクセスと Sample Mail の停止について", "サンプル社団", "2025-05-09"),
    ),
    "caption, path, Markdown": (
        f"ホーム > お知らせ > 詳細\n\n# {TITLE}\n\n公開日：2025年5月9日（金）10:00更新\n学校法人見本学園\n\n",
        (TITLE, "学校法人見本学園", "2025-05-09"),
    ),
    "company with its caption": (
        f"株式会社サンプル　プレスリリース\n2025年5月9日\n\n{TITLE}\n\n",
        (TITLE, "株式会社サンプル", "2025-05-09"),
    ),
    "news from a name": (
        f"見本信用組合からのお知らせ\n2025年5月9日\n\n{TITLE}\n\n",
        (TITLE, "見本信用組合", "2025-05-09"),
    ),
    "name and officer on one line": (
        f"お客様各位\n（2025年5月9日）\n一般社団法人見本協会　会長　見本太郎\n{TITLE}\n\n",
        (TITLE, "一般社団法人見本協会", "2025-05-09"),
    ),
    "several companies": (
        f"サンプル株式会社\n合同会社見本書店\n2025年5月9日\n{TITLE}\n\n",
        (TITLE, "サンプル株式会社、合同会社見本書店", "2025-05-09"),
    ),
    "an office below its body": (
        f"学校法人見本学園\n情報センター\n2025年5月9日\n{TITLE}\n\n",
        (TITLE, "学校法人見本学園", "2025-05-09"),
    ),
    "a name with a blank and a bracket": (
        f"2025年5月9日\n医療法人 見本会（見本中央病院）\n{TITLE}\n\n",
        (TITLE, "医療法人 見本会（見本中央病院）", "2025-05-09"),
    ),
    "an unlikely name that the text repeats": (
        f"2025年5月9日\nヨンヨンヨン\n代表　見本太郎\n\n{TITLE}\n\nヨンヨンヨンは、お客様にお詫びします。\n",
        (TITLE, "ヨンヨンヨン", "2025-05-09"),
    ),
    "attention bracket": (
        "2025年5月9日\n見本大学\n【重要なお知らせ】学内の端末の紛失について\n\n",
        ("【重要なお知らせ】学内の端末の紛失について", "見本大学", "2025-05-09"),
    ),
    "the title's own date": (
        "2025年5月9日 開発中の仕組みに対する不正アクセスの発生について\n2025年5月9日\n見本国会図書館\n\n",
        ("2025年5月9日 開発中の仕組みに対する不正アクセスの発生について", "見本国会図書館", "2025-05-09"),
    ),
    "date in the title's bracket only": (
        f"株式会社サンプル\n{TITLE}（2025年5月9日（金）掲載）\n\n",
        (f"{TITLE}（2025年5月9日（金）掲載）", "株式会社サンプル", "2025-05-09"),
    ),
    "blog": (
        f"【見本事件簿#2025-12】株式会社サンプル {TITLE} 2025/5/9\n\n",
        (TITLE, "株式会社サンプル", "2025-05-09"),
    ),
    "front matter": (
        f'---\ntitle: "{TITLE}"\ndate: 2025-05-09T10:00:00+09:00\nauthor: 株式会社サンプル\ntags: ["a"]\n---\n\n',
        (TITLE, "株式会社サンプル", "2025-05-09"),
    ),
    "menu of a page": (
        f"本文へ\n企業情報\n採用案内\nお問い合わせ\nサステナビリティ\n\nお知らせ\n2025.05.09\n{TITLE}\n株式会社サンプル\n\n",
        (TITLE, "株式会社サンプル", "2025-05-09"),
    ),
    "a sentence for a title": (
        "2025年5月9日\n見本財団\n\n当財団のウェブサイトがサイバー攻撃を受けました。\n\n",
        ("当財団のウェブサイトがサイバー攻撃を受けました。", "見本財団", "2025-05-09"),
    ),
    "title alone": (f"{TITLE}\n\n", (TITLE, None, None)),
    "date and category": (
        f"お知らせ\n2025.05.09 重要\n{TITLE}\n株式会社サンプル\n\n",
        (TITLE, "株式会社サンプル", "2025-05-09"),
    ),
    "day of publication and of the last change": (
        f"{TITLE}\n公開日：2025年5月9日　最終更新日：2025年5月12日\n見本町\n\n",
        (TITLE, "見本町", "2025-05-09"),
    ),
    "name and date on one line": (
        f"学校法人見本学園　2025年5月9日\n\n{TITLE}\n\n",
        (TITLE, "学校法人見本学園", "2025-05-09"),
    ),
    "a page's title, its path, and the title again": (
        f"{TITLE} | 株式会社サンプル\n\nホーム > お知らせ > {TITLE}\n\n{TITLE}\n\n2025年5月9日\n\n",
        (TITLE, "株式会社サンプル", "2025-05-09"),
    ),
    "a page's title over its sections": (
        f"{TITLE}｜お知らせ｜e-みほん株式会社\n\n{TITLE}\n**2025年5月9日**\n\n",
        (TITLE, "e-みほん株式会社", "2025-05-09"),
    ),
    "a dash before the name": (
        f"{TITLE} - e-みほん 株式会社\n2025.5.9\n\n",
        (TITLE, "e-みほん 株式会社", "2025-05-09"),
    ),
    "a category right above the title": (
        f"2025.05.09\nプレスリリース\nその他\n{TITLE}\n株式会社サンプル\n\n",
        (TITLE, "株式会社サンプル", "2025-05-09"),
    ),
    "month": (f"2025年5月\n見本町\n{TITLE}\n\n", (TITLE, "見本町", "2025-05")),
}


@pytest.mark.parametrize(("head", "wanted"), HEADS.values(), ids=HEADS)
def test_heads(head: str, wanted: tuple[str | None, str | None, str | None]) -> None:
    found = masthead(head + BODY)
    assert (found.title, found.organization, found.published) == wanted
    if "ヨンヨン" not in head:
        assert (head + BODY)[found.body :].lstrip("\n") == BODY


def test_evidence_stands_where_it_is_said() -> None:
    text = f"2025年5月9日\n各位\n株式会社サンプル\n{TITLE}（続報）\n\n{BODY}"
    said = {field: text[slice(*span)] for field, span in masthead(text).evidence}
    assert said == {
        "title": f"{TITLE}（続報）",
        "organization": "株式会社サンプル",
        "published": "2025年5月9日",
        "report_kind": "続報",
    }


def test_signature() -> None:
    text = f"{TITLE}\n\n{BODY}\n以上\n\n2025年5月9日\n株式会社サンプル\n代表取締役　見本太郎\n"
    found = masthead(text)
    assert (found.title, found.organization, found.published) == (TITLE, "株式会社サンプル", "2025-05-09")
    assert found.body == len(TITLE) + 2


def test_signature_alone() -> None:
    text = f"{BODY}\n以上\n\n株式会社サンプル\n令和7年5月9日\n"
    found = masthead(text)
    assert (found.body, found.title, found.organization, found.published) == (0, None, "株式会社サンプル", "2025-05-09")


@pytest.mark.parametrize(
    "tail",
    [
        "詳しくは改めてお知らせします。\n\n株式会社サンプル\n",
        "以上\n\n株式会社サンプル\n見本事業部\n",
        "敬具\n株式会社サンプル\n以上\n",
        "5月9日（金）\n株式会社サンプル\n",
        "お問い合わせ先\n見本印刷株式会社\n(省略)\n以上\n株式会社サンプル\n",
    ],
)
def test_signature_without_a_date(tail: str) -> None:
    assert masthead(f"{TITLE}\n2025年5月9日\n\n{BODY}\n{tail}").organization == "株式会社サンプル"


@pytest.mark.parametrize(
    "tail",
    [
        "お問い合わせ先\n見本印刷株式会社\n",
        "詳しくは次をご覧ください。\n見本印刷株式会社\nhttps://example.jp/\n",
        "お詫びいたします。\n※見本印刷株式会社\n",
    ],
)
def test_whoever_else_stands_last_is_no_signature(tail: str) -> None:
    assert masthead(f"{TITLE}\n2025年5月9日\n\n{BODY}\n{tail}").organization is None


def test_a_contact_desk_is_no_signature() -> None:
    text = f"2025年5月9日\n{TITLE}\n\n{BODY}\n【お問い合わせ先】\n見本印刷株式会社　個人情報窓口\n(省略)\n"
    assert masthead(text).organization is None


def test_the_speaker_names_itself() -> None:
    text = f"{TITLE}\n\nこのたびサンプル株式会社（本社：見本市、以下「当社」）は見本社（以下「同社」）に伺いました。\n"
    assert masthead(text).organization == "サンプル株式会社"
    text = f"{TITLE}\n\n運営元のサンプル株式会社（本社：見本市、以下「当社」）よりお詫び申し上げます。\n"
    assert masthead(text).organization == "サンプル株式会社"


@pytest.mark.parametrize(
    ("opening", "wanted"),
    [
        (
            "このたび、サンプル株式会社（本社：見本市、代表取締役社長：見本太郎）は攻撃を受けました。\n",
            "サンプル株式会社",
        ),
        ("サンプル株式会社（社長 見本太郎）において、攻撃を受けたことが判明しました。\n", "サンプル株式会社"),
        ("委託先の見本印刷株式会社（本社：見本市）から連絡を受けました。\n", None),
        ("調査は見本印刷株式会社（代表：見本太郎）が行いました。\n", None),
    ],
)
def test_who_opens_the_text_with_seat_and_president_speaks(opening: str, wanted: str | None) -> None:
    assert masthead(f"{TITLE}\n\n{opening}").organization == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        BODY,
        "■ 概要\n5月1日に判明しました。\n■ 原因\n調査中です。\n",
        "5月1日、委託先の見本株式会社（以下「見本社」）から連絡を受けました。\n",
        "- 氏名\n- 住所\n",
        "## 1. 現在の状況\n調査中です。\n## 2. 今後の対応\n努めます。\n",
        "5月1日（木）に不正アクセスを受けたことを確認しました。\n\n調査中です。\n",
        "2025 年 5 月 1 日に公表した「見本への不正アクセスについて」の結果をご報告いたします。\n",
        "平素より格別のお引き立てを賜り厚く御礼申し上げます。\n\n不正アクセスに関するご報告です。\n",
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    assert masthead(text) == Masthead(0)


@pytest.mark.parametrize(
    "text",
    ["- " * 50_000, "(" + " " * 100_000 + "x", "---\n" * 50_000, "# \n" * 50_000, "「" * 100_000, "| " * 140 + "x\n"],
)
def test_long_lines_are_read_in_time(text: str) -> None:
    assert masthead(text).organization is None


ARCHIVE = """# 公表概要
- 見本への不正アクセスについて（第２報）
- 2025年5月9日
- 株式会社サンプル
- https://example.jp/news/2
- 第1報：https://example.jp/news/1

# 事案ID
- 2025-05-01-見本

# 公表種別
- 続報

# 本文
2025年5月1日に判明しました。
"""


def test_archive_block() -> None:
    found = masthead(ARCHIVE)
    assert found.title == "見本への不正アクセスについて（第２報）"
    assert (found.organization, found.published) == ("株式会社サンプル", "2025-05-09")
    assert (found.report_number, found.report_kind) == (2, "follow_up")
    assert found.urls == ("https://example.jp/news/2",)
    assert ARCHIVE[found.body :] == "2025年5月1日に判明しました。\n"


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ("2025年5月9日", "2025-05-09"),
        ("2025年5月XX日", "2025-05"),
        ("2025年5月頃", "2025-05"),
        ("2025年5月9日（5月12日更新）", "2025-05-09"),
        ("令和元年5月9日", "2019-05-09"),
        ("日付の記載なし", None),
    ],
)
def test_archive_dates(date: str, iso: str | None) -> None:
    assert masthead(ARCHIVE.replace("2025年5月9日", date)).published == iso


def test_carriage_returns_change_nothing() -> None:
    plain, found = masthead(ARCHIVE), masthead(ARCHIVE.replace("\n", "\r\n"))
    assert found._replace(body=0, evidence=()) == plain._replace(body=0, evidence=())


def test_archive_block_in_another_order() -> None:
    text = ARCHIVE.replace(
        "- 2025年5月9日\n- 株式会社サンプル\n", "- 株式会社サンプル\n- 合同会社見本\n- 2025年5月9日\n"
    )
    found = masthead(text)
    assert (found.organization, found.published) == ("株式会社サンプル、合同会社見本", "2025-05-09")


@pytest.mark.parametrize(
    ("suffix", "number", "kind"),
    [
        ("", None, None),
        ("（第２報）", 2, "follow_up"),
        ("（第 16 報）", 16, "follow_up"),
        ("【第十二報】", 12, "follow_up"),
        ("（第一報）", 1, "initial"),
        ("（初報）", 1, "initial"),
        ("（速報）", None, "initial"),
        ("（続報）", None, "follow_up"),
        ("（第二報・最終報）", 2, "final"),
        ("【最終報】", None, "final"),
        ("　その２", 2, "follow_up"),
        ("（第二版）", 2, "follow_up"),
        ("（第ニ報）", 2, "follow_up"),
        ("（一部訂正）", None, "correction"),
        ("～続報２", 2, "follow_up"),
        ("のお知らせ（３）", 3, "follow_up"),
        ("（続報2名追加）", None, "follow_up"),
        ("　見本情報2報告書", None, None),
        ("　第三者による閲覧について", None, None),
        ("　第2四半期の業績について", None, None),
    ],
)
def test_reports(suffix: str, number: int | None, kind: str | None) -> None:
    found = masthead(f"2025年5月9日\n株式会社サンプル\n{TITLE}{suffix}\n\n{BODY}")
    assert (found.title, found.report_number, found.report_kind) == (TITLE + suffix, number, kind)


@pytest.mark.parametrize(
    ("line", "number", "kind"),
    [
        ("（第２報）", 2, "follow_up"),
        ("【第三報・最終報】", 3, "final"),
        ("＜続報＞", None, "follow_up"),
        ("第 12 報", 12, "follow_up"),
    ],
)
def test_report_on_a_line_above_the_title(line: str, number: int | None, kind: str) -> None:
    found = masthead(f"2025年5月9日\n株式会社サンプル\n{line}\n{TITLE}\n\n{BODY}")
    assert (found.title, found.report_number, found.report_kind) == (TITLE, number, kind)


@pytest.mark.parametrize(
    ("line", "number", "kind"),
    [
        ("【第一報：2025年5月9日】", 1, "initial"),
        ("（第３報）", 3, "follow_up"),
        ("【第一報の概要と追記】", None, None),
        ("第一報のとおり、当社は攻撃を受けました。", None, None),
    ],
)
def test_report_in_the_first_line_of_the_body(line: str, number: int | None, kind: str | None) -> None:
    found = masthead(f"# 公表概要\n- {TITLE}\n- 2025年5月9日\n- 株式会社サンプル\n\n# 本文\n{line}\n\n{BODY}")
    assert (found.report_number, found.report_kind) == (number, kind)


@pytest.mark.parametrize(
    "body",
    [
        "管理者アカウントのパスワードが推測され、不正にログインされました。",
        "院長室のパソコンが不正アクセスを受けました。",
        "本社に設置しているサーバーにおいて、第三者による不正アクセスを\n受けたことが判明しました。",
        "担当者のメールアカウントが不正アクセスを受けました。",
    ],
)
def test_a_body_that_begins_as_a_detail_of_the_head_would(body: str) -> None:
    text = f"{TITLE}\n2031年4月2日\n株式会社サンプル\n\n{body}\n"
    assert text[masthead(text).body :].startswith(body)


@pytest.mark.parametrize("day", ["2031年2月30日", "2031年2月29日", "令和13年4月31日"])
def test_a_day_that_no_calendar_knows_is_no_release_day(day: str) -> None:
    found = find_all(f"{day}\n株式会社みほん商店\nお知らせ\n\n2月29日、翌日、昨年2月に不正アクセスを受けました。\n")
    assert found.masthead.published is None


def test_an_empty_heading_is_no_title() -> None:
    found = find_all("# \n- 2031年3月31日\n- みほん商店\n\n攻撃を受けました。\n")
    assert all(evidence.span[0] < evidence.span[1] for evidence in found.masthead.evidence)


def test_an_empty_entry_of_the_archive_is_no_title() -> None:
    found = find_all(
        "# 公表概要\n- \n- みほん商店への攻撃について\n- 2031年4月2日\n- みほん商店\n\n# 本文\n攻撃を受けました。\n"
    )
    assert found.masthead.title == "みほん商店への攻撃について"
    assert all(evidence.span[0] < evidence.span[1] for evidence in found.masthead.evidence)
