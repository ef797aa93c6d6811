"""Quantities: where they begin and end, how many they say, and what bounds them; and what is no quantity."""

import pytest
from tables.marked import unmark

from extract import lexicon
from extract.find.counts.counts import find_counts
from extract.mention import Count
from extract.text.document import Document

# After the row: value, or `low-high`, or `None`; the bound; the unit as written.
NUMBERS = [
    ("対象は⟦1,204件⟧です。", "1204 exact 件"),
    ("対象は⟦１，２０４件⟧です。", "1204 exact 件"),
    ("⟦13 万 2,000 件⟧", "132000 exact 件"),
    ("⟦10万7,661件⟧の情報", "107661 exact 件"),
    ("⟦22万7023件⟧、⟦767件⟧が対象です。", "227023 exact 件; 767 exact 件"),
    ("⟦60.2万件⟧", "602000 exact 件"),
    ("⟦9 千件⟧を数えました。", "9000 exact 件"),
    ("⟦1千件⟧", "1000 exact 件"),
    ("利用者⟦1500人⟧", "1500 exact 人"),
    ("会員⟦二名⟧の氏名", "2 exact 名"),
    ("もう⟦一名⟧のアカウント", "1 exact 名"),
    ("番号が⟦123456789012345678件⟧", "None exact 件"),
    ("件数：⟦1,166 件⟧", "1166 exact 件"),
    ("**⟦320名⟧**", "320 exact 名"),
    ("※⟦1,360アカウント⟧は公表済みの分を含みます。", "1360 exact アカウント"),
    ("10月3日に⟦5名⟧", "5 exact 名"),
    # No range, but two figures.
    ("前回の⟦150名⟧から⟦12名⟧増えました。", "150 exact 名; 12 exact 名"),
    ("⟦1,198名⟧から⟦1,234名⟧に訂正します。", "1198 exact 名; 1234 exact 名"),
    # No range, and the last number stands alone.
    ("5、⟦3名⟧が残りました。", "3 exact 名"),
]
UNITS = [
    ("会員⟦1,499,300人分⟧の情報", "1499300 exact 人分"),
    ("お客様⟦12名様分⟧", "12 exact 名様分"),
    ("取引先1社の⟦6名さま⟧", "6 exact 名さま", 1),
    ("患者さま⟦数千件分⟧の一部情報", "None approx 件分"),
    ("市立小学校⟦3校⟧と幼稚園⟦1園⟧", "3 exact 校; 1 exact 園"),
    ("端末PC⟦1台⟧とサーバー⟦2 台⟧", "1 exact 台; 2 exact 台"),
    ("迷惑メール⟦7,921 通⟧", "7921 exact 通"),
    ("⟦18ＩＤ⟧→⟦69ＩＤ⟧に変更", "18 exact ＩＤ; 69 exact ＩＤ"),
    ("⟦19,948口座⟧が該当", "19948 exact 口座"),
    ("⟦45世帯⟧", "45 exact 世帯"),
    ("書類⟦30枚⟧と名簿⟦2冊⟧", "30 exact 枚; 2 exact 冊"),
    ("⟦4,000ファイル⟧が削除された", "4000 exact ファイル"),
    ("個人⟦19名⟧と⟦2法人分⟧", "19 exact 名; 2 exact 法人分"),
    ("⟦1つ⟧のアカウント", "1 exact つ"),
    ("ご予約のお客様 ⟦349組⟧", "349 exact 組"),
]
BOUNDS = [
    ("⟦約1,200名⟧", "1200 approx 名"),
    ("⟦最大 約1,853名⟧", "1853 at_most 名"),
    ("⟦最大で2万514件⟧が対象です。", "20514 at_most 件"),
    ("⟦最大で延べ193,118人⟧である", "193118 at_most 人"),
    ("⟦延べ約2,800人⟧", "2800 approx 人"),
    ("日本人⟦のべ42名⟧", "42 exact 名"),
    ("⟦計3,500名⟧", "3500 exact 名"),
    ("ご契約先 ⟦6,312先⟧、1 先ほどの件", "6312 exact 先"),
    ("⟦合 計 73 校⟧ ⟦7,519 人⟧", "73 exact 校; 7519 exact 人"),
    ("⟦計　27校⟧、⟦2,548人⟧", "27 exact 校; 2548 exact 人"),
    ("（下記の⟦合計 38,498 件⟧）", "38498 exact 件"),
    ("⟦総計16校⟧。", "16 exact 校"),
    ("⟦少なくとも30名⟧", "30 at_least 名"),
    ("⟦30名以上⟧", "30 at_least 名"),
    ("⟦1,000件超⟧の被害", "1000 over 件"),
    ("⟦1,000件を超える⟧漏えい", "1000 over 件"),
    ("⟦100名未満⟧", "100 under 名"),
    ("⟦50名以下⟧", "50 at_most 名"),
    ("⟦4,000件程度⟧", "4000 approx 件"),
    ("⟦最大で約173,000件程⟧", "173000 at_most 件"),
    ("⟦300名ほど⟧", "300 approx 名"),
    ("⟦50余名⟧", "50 approx 名"),
    ("⟦数百件⟧", "None approx 件"),
    ("⟦十数名⟧", "None approx 名"),
    ("⟦数十件⟧", "None approx 件"),
    ("⟦複数名分⟧の個人情報", "None approx 名分"),
    ("⟦10～20件⟧", "10-20 exact 件"),
    ("⟦約60〜70 名⟧", "60-70 approx 名"),
    ("⟦10件から20件⟧", "10-20 exact 件"),
    ("⟦10～20万件⟧", "100000-200000 exact 件"),
    ("⟦4、5通⟧の不審なメッセージ", "4-5 exact 通"),
]
# The words before belong to a noun, the words behind to the next one.
EDGES = [
    ("ご契約 ⟦12件⟧", "12 exact 件"),
    ("予約⟦300件⟧", "300 exact 件"),
    ("統計⟦5件⟧", "5 exact 件"),
    ("総件数：⟦1,365件⟧", "1365 exact 件"),
    ("対象件数は概数で⟦約6000件⟧です。", "6000 approx 件"),
    ("氏名（⟦100件⟧）、住所（⟦88件⟧）", "100 exact 件; 88 exact 件"),
    ("⟦1,210件⟧（重複を除く⟦978件⟧）", "1210 exact 件; 978 exact 件"),
    ("以上、⟦5,613件⟧が対象です。", "5613 exact 件"),
    ("⟦1182社⟧⟦1682件⟧です。", "1182 exact 社; 1682 exact 件"),
    ("当該⟦1台⟧以外のサーバー", "1 exact 台"),
    ("兼務職員⟦19人⟧", "19 exact 人"),
    ("|会員|⟦約14.3万件⟧|⟦約14.3万件⟧（変更なし）|", "143000 approx 件; 143000 approx 件"),
]
# The unit stands in the head of the column, of the list or of the line, or in a caption.
BARE = [
    (
        "|区分|人数|備考|\n|---|---|---|\n|会員|⟦1,204⟧|※2|\n|元会員|⟦約３００⟧|2025年|\n",
        "1204 exact 人; 300 approx 人",
    ),
    ("|区分|漏えい（件）|\n|---|---|\n|会員|⟦88⟧|\n|計|⟦88⟧|\n", "88 exact 件; 88 exact 件"),
    ("（単位：件）\n|年度|店舗|\n|---|---|\n|2024|⟦120⟧|\n", "120 exact 件"),
    ("対象件数：⟦1,204⟧\n該当者数は⟦約300⟧（調査中）\n", "1204 exact 件; 300 approx 人"),
    ("■対象件数\n\n⟦約1,204⟧\n\n次のとおりです。", "1204 approx 件"),
    ("区分\n\n会員数（名）\n\n項目\n\n個人\n\n⟦1,036⟧\n\n氏名\n\n合計\n\n⟦1,036⟧\n", "1036 exact 名; 1036 exact 名"),
    ("内訳（単位：人）\n- 会員：⟦1,204⟧\n- 元会員　⟦88⟧\n以上です。", "1204 exact 人; 88 exact 人"),
]
NOTHING = [
    "2025年3月26日 12:30",
    "第3社、第２校",
    "3人目の利用者",
    "※1社員を含みます",
    "*2 件名は除きます",
    "Microsoft 365 アカウント",
    "Office365アカウント",
    "2　サーバーに保管されていた情報",
    "1 名称",
    "31 社員用VPN",
    "お1人ずつご連絡します",
    "1件ごとに確認します",
    "1名につき一度",
    "一人ひとりのお客様",
    "この一件について",
    "八戸市役所",
    "第三者機関",
    "複数サーバーが暗号化された",
    "何名ですか",
    "3年2組の生徒",
    "件数、人数、台数",
    "300GBのデータ量",
    "1,500円",
    "平均2.5件",
    "3段階認証",
    "個人情報保護法第26条",
    "03-1234-5678",
    "|点数|\n|---|\n|12|\n",
    "件数：2025年",
    "会員数の3割",
]


def shown(count: Count) -> str:
    value = f"{count.value}-{count.value_max}" if count.value_max else str(count.value)
    return f"{value} {count.bound} {count.unit}"


def check(row: str, expected: str, skipped: int = 0) -> None:
    text, spans = unmark(row)
    found = find_counts(Document(text), 0)[skipped:]
    assert [text[slice(*count.span)] for count in found] == [text[slice(*span)] for span in spans]
    assert [count.span for count in found] == spans
    assert "; ".join(shown(count) for count in found) == expected


@pytest.mark.parametrize("row", [*NUMBERS, *UNITS, *BOUNDS, *EDGES, *BARE], ids=lambda row: row[0])
def test_quantity(row: tuple[str, str] | tuple[str, str, int]) -> None:
    """A quantity has the marked span, its value, its bound and its unit."""
    check(*row)


@pytest.mark.parametrize("text", NOTHING)
def test_no_quantity(text: str) -> None:
    """Enumerations, compounds, dates and figures of speech count nothing."""
    assert find_counts(Document(text), 0) == []


WORDS = [
    (word, code) for code, lists in lexicon.entries("units").items() for word in (*lists["words"], *lists["nouns"])
]


@pytest.mark.parametrize(("word", "kind"), WORDS)
def test_every_unit_counts_its_kind(word: str, kind: str) -> None:
    """Every unit of the lexicon is found behind a number."""
    text = f"対象は1,204{word}です。"
    (count,) = find_counts(Document(text), 0)
    assert (text[slice(*count.span)], count.value, count.unit_kind) == (f"1,204{word}", 1204, kind)


COMPOUNDS = [word for lists in lexicon.entries("units").values() for word in lists["compounds"]]


@pytest.mark.parametrize("word", COMPOUNDS)
def test_no_compound_counts(word: str) -> None:
    """A word that only begins like a unit counts nothing, and each of them begins like one."""
    assert find_counts(Document(f"1 {word}"), 0) == []
    assert any(word.startswith(unit) for unit, _ in WORDS)


def test_body_begins_where_it_is_said() -> None:
    """What stands before the body is not read."""
    text = "会員300名\n会員200名"
    assert [count.value for count in find_counts(Document(text), 7)] == [200]
