"""Texts with their headings marked → sections."""

import pytest
from tables.marked import unmark

from extract.find.sections.headings import find_sections
from extract.mention import Section
from extract.text.document import Document


def sections(text: str) -> list[Section]:
    return find_sections(Document(text), 0)


HEADINGS = {
    "Markdown, whatever it says": "## ⟦見本窓口⟧\n電話\n### ⟦株式会社サンプル⟧\n(省略)\n",
    "Markdown with marks and numbers": "## ⟦■ 1. 概要⟧\n発生しました。\n##２　⟦原因⟧\n調査中です。\n",
    "bracket label with a rest": "### ⟦【北区】⟧7校\n第一小学校、第二小学校\n### ⟦【南区】⟧3校\n第三小学校\n",
    "attention bracket is no label": "## ⟦【重要】不正アクセスについて⟧\n本文です。\n",
    "trailing colon": "## ⟦経緯⟧：\n4月に判明しました。\n",
    "addressees are none": "卒業生の皆様\n\n在校生及び保護者の皆様\n\n攻撃を受けました。\n\n## ⟦対象者⟧\n調査中。\n",
    "symbols": "前文です。\n\n⟦■ 経緯⟧\n5月に判明しました。\n⟦■原因⟧\n設定の誤りです。\n",
    "label and text on one line": "⟦【対象件数】⟧４７４件\n⟦【原因】⟧　設定の誤りによるものです。\n",
    "symbol, label, blank, text": "⟦■ 発生期間⟧ 2025年3月1日～3月5日\n⟦■ 再発防止策⟧ 研修を行います。\n",
    "number, blank, stop": "⟦1 . 概要⟧\n5月に判明しました。\n⟦2 . 原因⟧\n設定の誤りです。\n",
    "numbers": "⟦１．概要⟧\n5月に判明しました。\n⟦２．原因⟧\n設定の誤りです。\n⟦（１）社内の要因⟧\n研修の不足です。\n",
    "number and blank": "１　⟦概要⟧\n判明しました。\n２　⟦個人情報の項目⟧\n氏名です。\n",
    "number, label, two blanks, text": (
        "⟦１．発生日⟧　　5月1日\n⟦２．漏えいした情報⟧　　塾生32名の氏名\n⟦３．原因⟧　　紛失です。\n"
    ),
    "numbers with parts and a blank": "1.1 ⟦漏えいした情報⟧\n氏名です。\n1.2 ⟦件数⟧\n1,200名\n",
    "bracketed numbers": "⟦【１】訂正の内容⟧\n件数です。\n⟦【２】分かったこと⟧\n設定の誤りです。\n",
    "articles": "⟦第１　概要⟧\n判明しました。\n⟦第２　公開されていた文書⟧\n名簿です。\n",
    "kana": "⟦ア　会員の台帳　６５２社⟧\n事業所名、所在地\n⟦イ　相談に来られた方　58人⟧\n氏名、住所\n",
    "circled, blank inside, colon": "①　発生日：5月1日\n②　発覚日：5月2日\n⟦③　経　緯⟧：\n第三者が侵入しました。\n",
    "angle brackets": "⟦＜漏えいした情報＞⟧\n・氏名\n・住所\n⟦≪お問い合わせ先≫⟧\n(省略)\n",
    "parentheses": "お詫びします。\n\n⟦(本件に関するお問い合わせ先)⟧\n総務部\n",
    "bare labels": "⟦判明日⟧\n令和6年7月2日（火曜日）\n\n⟦対象者数⟧\n148名\n\n⟦漏えいした個人情報⟧\n氏名、住所\n",
    "bare label with a colon": "確認中です。\n\n⟦漏洩の可能性のある情報⟧：\n・氏名\n・住所\n",
    "bare lines between blank ones": "お詫びします。\n\n⟦盗難の状況⟧\n\n車の窓が割られ、かばんごと持ち去られました。\n",
    "cells of a flattened table are none": (
        "対象\n項目\n人数\n会員\n氏名、住所\n12万名分\n職員\n氏名、性別\n約780名\n\n上記が漏えいしました。\n"
    ),
    "people side by side": "・⟦取引先様、協力会社様等の社外の方に関する情報⟧\n氏名\n・⟦従業員の情報⟧\n氏名\n",
    "bullets that only label": "・⟦応募者の情報（49件）⟧\n氏名、住所\n・⟦職員の情報（7件）⟧\n氏名、給与\n",
    "Ø": "Ø ⟦従業員に関する情報⟧\n91名分\nØ ⟦採用候補者に関する情報⟧\n60名分\n",
    "dates of a list": "## ⟦経緯⟧\n- 〇4月5日（土）\n侵入されました。\n- 〇4月6日\n検知しました。\n",
    "date with a symbol": "⟦〇2025年4月5日（土曜日）⟧\n\n・侵入されました。\n",
    "a list below with numbers of its own": (
        "⟦7. 再発防止策⟧\n\n1. 転送の制限：停止しました。\n2. 研修：行いました。\n\n⟦8. 今後の対応⟧\n努めます。\n"
    ),
    "questions": "⟦Q1. カード番号は漏れていますか。⟧\nA. いいえ。\n⟦Q2. どのような情報ですか。⟧\nA. 氏名です。\n",
    "nested brackets": "⟦【事案の概要（経緯）】⟧\n文です。\n",
    "carriage returns": "⟦■ 原因⟧\r\n調査中です。\r\n",
    "group in brackets": "⟦＜購読中の方　3,400名＞⟧\n氏名、住所\n⟦＜解約された方　1,200名＞⟧\n氏名\n",
    "hard breaks": "⟦１． 経緯⟧\n7 月 28 日、動作が重いとの申し出を受け調べたと\nころ、見慣れない記録がありました。\n",
    "angle brackets of the other kind": "⟦〈お問い合わせ窓口〉⟧\n(省略)\n",
    "circled letters": "- ⟦Ⓐ【退職された方】⟧\n氏名、住所\n- ⟦Ⓑ【応募された方】⟧\n氏名\n",
    "a number glued to its words": "## １⟦流出した情報⟧\n氏名です。\n## ２⟦対応⟧\n報告しました。\n## ⟦3か月の見守り⟧\n",
    "number, comma": "１，⟦概要⟧\n発生しました。\n２，⟦原因⟧\n調査中です。\n",
    "a reference that names its matter": "⟦【参考：これまでの発表】⟧\n8月3日 第一報\n",
    "a group by its period": "・⟦2024年3月末までに会員登録されたお客様⟧\n住所\n・⟦2020年以降に在籍した方⟧\n氏名\n",
    "labels in brackets like the one before": "⟦【対象】⟧ 法人のお客様\n⟦【受付方法】⟧ 電話のみ\n⟦【拠点】⟧ 北見本\n",
    "bare label between two lists": "・件数：約50件\n⟦含まれていた情報の種類⟧\n・氏名\n・住所\n",
    "bare label right above a list": "見本会のサーバーを調べている\n⟦現在の対応⟧\n- 隔離済み\n- 監視中\n",
    "group with its number above a list": "次のとおりです。\n\n⟦応募者の情報　1,204 件⟧\n- 氏名\n- 住所\n",
    "label, a list below a blank line": "## ⟦今後の対応⟧\n⟦被害防止策⟧\n\n- 窓口を置きます\n- 監視します\n",
    "contacts by their matter": "## ⟦お問い合わせ先⟧\n⟦【不正ログインに関するお問い合わせ窓口】⟧\n電話\n",
    "bold lines": "**⟦概要⟧**\n検知しました。\n**⟦2. 原因⟧**\n調査中です。\n**⟦見本サービスの利用者⟧**：\n氏名\n",
    "lines in a frame": "―― ⟦再発防止策⟧ ――\n研修を行います。\n== ⟦原因⟧ ==\n調査中です。\n",
    "a desk without a name": "⟦【報告】⟧\n報告済みです。\n⟦【窓口】⟧\n見本課\n",
    "star": "＊⟦経緯⟧\n5月に判明しました。\n＊⟦原因⟧\n設定の誤りです。\n",
    "numbered labels before their content": (
        "⟦１．発生日時⟧　8月3日\n⟦２．内容⟧　職員が名簿を紛失しました。\n⟦３．対象者⟧　見本地区の住民\n"
    ),
    "a label over groups with their numbers": (
        "⟦保存されていた情報⟧\n\n⟦ご依頼いただいた方　94名様分⟧\n氏名\n\n⟦企業のご担当者　60名程度⟧\n名刺の情報\n"
    ),
    "bare label behind a sentence, right over its own": (
        "ご報告します。\n\n⟦状況⟧\n倉庫の名簿が持ち去られました。\n\n⟦流入経路と被害の事由⟧\n設定の誤りです。\n"
    ),
    "bare label behind a letter's formula": "次のとおりです。\n\n記\n\n⟦事案の概要⟧\n\n名簿が持ち去られました。\n",
    "bare labels that end loosely": (
        "お詫びします。\n\n⟦お願いしたいこと⟧\n開かずに削除してください。\n\n⟦不審な電話にご注意ください⟧\n"
        "当館からお掛けすることはありません。\n\n⟦最後に⟧\n\nご心配をおかけしました。\n"
    ),
    "apology with a number": "⟦４．今後の対応⟧\n努めます。\n⟦５．お詫び⟧\nご迷惑をおかけしました。\n",
    "schools by what befell them": "１　⟦対象となる町立学校⟧\n見本小学校\n２　⟦名簿が漏えいした県立学校⟧\n見本高校\n",
    "damage or the fear of it": "- 監視の強化\n- 研修\n\n⟦二次被害又はそのおそれの有無⟧\n確認されておりません。\n",
    "short sentence with a symbol": "⟦●不審なメールにご注意ください⟧\n開かずに削除してください。\n",
}


@pytest.mark.parametrize("row", HEADINGS.values(), ids=HEADINGS)
def test_headings(row: str) -> None:
    text, spans = unmark(row)
    found = sections(text)
    assert [section.heading_span for section in found if section.heading_span] == spans
    assert [section.heading for section in found if section.heading] == [text[slice(*span)] for span in spans]


NO_HEADINGS = {
    "sentences": "1. 不正アクセスの遮断と監視を強化しました。\n2. 研修を行いました。\n\n引き続き努めます。\n",
    "list of items": "・氏名\n・住所\n・生年月日\n\n上記に該当する方にはご連絡します。\n",
    "numbered list": "（１）パスワードの変更\n（２）監視体制の強化\n（３）研修の実施\n\n今後も努めます。\n",
    "circled items": "① 氏名\n② 住所\n③ メールアドレス\n",
    "formulas": "下記のとおりです。\n\n記\n\n以上\n\n敬具\n",
    "addressees": "お客様各位\n\n関係者各位\n\nお詫びします。\n",
    "timeline": "4月5日（土）\n侵入されました。\n4月6日（日）\n遮断しました。\n",
    "reference": "【参照】2025年2月25日付　見本社のお知らせ\n\n（注）件数は速報です。\n",
    "contact desks": "≪株式会社サンプル　お客様相談室≫\n(省略)\n\n株式会社サンプル　総務部\n(省略)\n",
    "a named desk": "お詫びします。\n\n見本個人情報窓口\n(省略)\n",
    "label and content": "対象者：見本会の会員\n件数：474件\n・対象：会員\n１．発生日時：6月3日\n",
    "notes": "※対象の件数は重複を含みます\n（省略）\n（内訳）\n・会員 3名\n",
    "flattened table": "区分\n\n会員数（名）\n\n閲覧された項目\n\n会員\n\n1,036\n\n氏名、住所\n\nカード会員\n\n288\n",
    "table": "|漏えいした情報|件数|\n|---|---|\n|概要|3|\n",
    "address and telephone": "〒000-0000　見本県見本市\n03-0000-0000\nhttps://example.jp/\n",
    "marks without words": "#\n## 1.\n■\n【】\n",
    "rules": "----------\n＊＊＊＊＊\n",
    "last of a list before a paragraph": "- 端末の隔離\n- 監視の強化\n\nなお、対象の情報は調査中です。\n",
    "lead-in": "検査住戸の住民に関する次の情報\n氏名、電話番号\n",
    "related release": "⚫ 見本社における情報漏えいに関するお詫びとお知らせ\nhttps://example.jp/\n",
    "title of another's release": "■見本サービスにおける会員情報の漏えいについて\nhttps://example.jp/\n",
    "items on one line": "①氏名　②性別　③会員番号\nこのうち、①は暗号化しています。\n",
    "list of schools": "北見本小学校\n南見本中学校\n",
    "last item before a paragraph": "・見本カード会員様\n\nお客様に、重ねてお詫びします。\n",
    "title of another page, quoted": "見本社の発表\n\n「見本サービスにおける会員情報の漏えいについて」\nhttps://example.jp/\n",
    "an organisation's desk": "下記で承ります。\n【見本グループお問い合わせ窓口】\n\n(省略)\n",
    "steps of which the next is a sentence": "① 見本のページを開く\nhttps://example.jp/\n② 事項を記入してください。\n",
    "the first and the last of a list between blank lines": (
        "次の対策を行います。\n\n端末の管理体制の見直し\n\n職員への教育の強化\n\n監視体制の強化\n\nなお、調査を続けます。\n"
    ),
    "an item with its quoted parts": "- 会員に関する「氏名、住所、電話番号」等\n対象の件数：50件\n- 取引先の情報\n",
    "a revision's mark": "〈更新〉第2弾の拡大\n8月から始めます。\n",
    "a group with its number and a note": "- 2000年以降に入学した学生　363名\n　※通信課程を含みます\n- 教職員　38名\n",
    "all that stands between two labels": "（省略）\n会員登録された方\n",
    "school": "見本市立第一小学校\n卒業生49名\n",
    "running lines without their stops": "確認中です。\n\n詳細はこちらをご覧ください\n続報をお待ちください。\n",
    "head of a flattened table": "次のとおりです。\n\n項目 件数\n会員の情報 約200件\n\n日付 対応状況\n4月2日 遮断\n",
    "an item with its parts": "・識別子、名前、顔写真などの会員情報\n企業の情報\n",
    "apology in a bracket": "【お詫び】\nこのたびはご迷惑をおかけしました。\n",
    "line of a list over a sentence": "氏名\n\n購入された商品の内容\n暗号化して保存していました。\n",
}


@pytest.mark.parametrize("text", NO_HEADINGS.values(), ids=NO_HEADINGS)
def test_no_headings(text: str) -> None:
    assert [section.heading for section in sections(text)] == [None]


@pytest.mark.parametrize(
    "line",
    ["見本ホテル　お問い合わせ窓口", "【問い合わせ窓口】", "専用お問い合わせフォーム", "≪【お客様相談窓口】≫"],
)
def test_names_of_desks_below_the_heading_of_contacts(line: str) -> None:
    text = f"## お問い合わせ先\n下記で承ります。\n\n{line}\n\n(省略)\n"
    assert [section.heading for section in sections(text)] == ["お問い合わせ先"]


def test_all_that_a_heading_has_to_say_is_no_heading() -> None:
    text = "## 影響範囲\n見本会の会員に関する個人データ\n\n項目：氏名、住所\n\n## 原因\n調査中です。\n"
    assert [section.heading for section in sections(text)] == ["影響範囲", "原因"]


@pytest.mark.parametrize(
    "text",
    [
        "## " + "：" * 100_000 + "x",
        "【" * 100_000,
        "1." * 100_000,
        "**" * 100_000 + "概要",
        "■\n" * 50_000,
        "概要\n" * 50_000,
    ],
)
def test_long_texts_are_read_in_time(text: str) -> None:
    assert sections(text)[-1].span[1] == len(text)


def test_sections_tile_and_nest() -> None:
    text = "前文。\n\n## 1 概要\n文。\n### (1) 見本サービス\n文。\n### (2) 原因\n文。\n## 2 対象\n文。\n"
    found = sections(text)
    assert "".join(text[slice(*section.span)] for section in found) == text
    assert [(section.level, section.parent, section.kinds) for section in found] == [
        (0, None, ()),
        (1, None, ("overview",)),
        (2, 1, ("overview",)),  # its own words say nothing
        (2, 1, ("cause",)),
        (1, None, ("affected_data",)),
    ]


def test_marks_nest_in_their_order() -> None:
    text = "■ 経緯\n文です。\n(1) 社内の調査\n文です。\n(2) 社外の調査\n文です。\n■ 原因\n文です。\n"
    assert [(section.level, section.parent) for section in sections(text)] == [(1, None), (2, 0), (2, 0), (1, None)]


@pytest.mark.parametrize(
    "numbers",
    [
        ["1. ", "1.1. ", "1.1.1. ", "1.2. ", "2. "],
        ["１．", "１．１．", "１．１．１．", "１．２．", "２．"],
        ["1 ", "1.1 ", "1.1.1 ", "1.2 ", "2 "],
        ["1 ", "1-1 ", "1-1-1 ", "1-2 ", "2 "],
    ],
)
def test_numbers_with_more_parts_stand_further_in(numbers: list[str]) -> None:
    found = sections("".join(f"{number}概要\n発生しました。\n" for number in numbers))
    assert [section.level for section in found] == [1, 2, 3, 2, 1]


def test_marks_nest_below_markdown() -> None:
    text = "## 調査\n文です。\n【結果】\n文です。\n## 影響\n文です。\n【範囲】\n文です。\n"
    assert [(section.level, section.parent) for section in sections(text)] == [(1, None), (2, 0), (1, None), (2, 2)]


def test_a_text_without_headings_is_one_section() -> None:
    assert sections("文です。\n") == [Section((0, 5), None, None, 0, (), None)]
    assert sections("") == [Section((0, 0), None, None, 0, (), None)]


def test_what_stands_before_the_body_holds_no_headings() -> None:
    text = "# 公表概要\n- 見本\n\n# 本文\n## 原因\n調査中です。\n"
    found = find_sections(Document(text), text.index("## 原因"))
    assert [section.heading for section in found] == [None, "原因"]
    assert found[1].span == (text.index("## 原因"), len(text))


def test_what_any_matter_has_is_of_the_kind_above() -> None:
    text = "## 業務の再開\n【対象】一部のお客様\n【出荷拠点】北倉庫\n## 漏えいした情報\n【対象】会員の皆様\n"
    assert [section.kinds for section in sections(text)] == [
        ("recovery",), ("recovery",), ("recovery",), ("affected_data",), ("affected_data",)
    ]  # fmt: skip
    assert sections("【対象】\n会員の皆様の氏名\n")[0].kinds == ("affected_data",)


@pytest.mark.parametrize(
    ("above", "kind"),
    [("ご利用料金の返金", "other"), ("サービスの再開", "recovery"), ("漏えいした情報", "affected_data")],
)
def test_people_below_what_is_offered_them_are_not_those_concerned(above: str, kind: str) -> None:
    text = f"## {above}\n### 月額会員様\n返金いたします。\n### 対象の会員様\n返金いたします。\n"
    kinds = [section.kinds for section in sections(text) if section.level == 2]
    assert kinds == [(kind,), ("affected_data",)]


def test_the_last_of_a_list_right_below_its_heading_is_none() -> None:
    text = "## 今後の対応\n復旧作業の段階的な推進\n\n体制全般の見直しおよび再発防止策の実施\n\n続報は後日公表します。\n"
    assert [section.heading for section in sections(text)] == ["今後の対応"]


def test_a_heading_without_kind_and_parent_is_other() -> None:
    assert sections("## 見本サービス\n文です。\n")[0].kinds == ("other",)
