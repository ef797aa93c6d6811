"""How sure a release is of what leaked: cues, their scope, and what casts a status on a list from outside."""

import pytest
from tables.marked import unmark

from extract.find.sections.headings import find_sections
from extract.resolve.cues import status_of_clause, status_of_sentence
from extract.resolve.status import Statuses
from extract.text.document import Document
from extract.text.folding import fold

# Every marked mention has the status; what stands in other lines casts it or does not.
CONFIRMED = [
    "お客様の⟦氏名⟧および⟦電話番号⟧が外部に流出いたしました。",
    "第三者に⟦メールアドレス⟧が閲覧されたことを確認しました。",
    "会員⟦1,204名⟧の情報が持ち出されていたことが判明しました。",
    "不正アクセスの疑いを検知し、調査を行った結果、⟦住所⟧の漏えいがあったと判断しました。",
    "## 漏えいが確認された情報\n- ⟦氏名⟧\n- ⟦生年月日⟧\n",
    "## 外部からのアクセスが確認された個人情報\n- ⟦口座番号⟧\n",
    "以下の情報が漏えいしておりました。\n\n⟦氏名⟧、⟦住所⟧\n",
    "患者様の名簿の誤送信について\n\n一覧表の内容\n⟦氏名⟧、⟦病名⟧\n",
    "|お客様|⟦氏名⟧|漏えいの事実を確認|\n",
    "お客様の情報が流出したことが判明しました。\n\n対象\n⟦30名⟧\n",
]
POSSIBLE = [
    "⟦氏名⟧、⟦住所⟧が漏えいした可能性がございます。",
    "⟦口座番号⟧が閲覧された可能性を完全には否定できません。",
    "⟦氏名⟧の流出は確認されておりませんが、その可能性を否定できません。",
    "漏えいのおそれがある情報は⟦氏名⟧と⟦電話番号⟧です。",
    "窃取又は漏洩した可能性を否定することはできないものと判断しております。\n\n⟦住所⟧、⟦性別⟧\n",
    "## 漏えいした可能性のある情報\n- ⟦氏名⟧\n",
    "## ３．漏えいのおそれがある情報\n### (1) 対象のお客様\n⟦120名⟧\n### (2) 項目\n⟦氏名⟧、⟦住所⟧\n",
    "お客様の情報が漏えいした可能性があります。\n\n## 対象\n⟦氏名⟧\n",
    "## 対象の情報\n⟦氏名⟧（⟦カナ⟧を含む）\n",
    "卒業アルバムに掲載された⟦氏名⟧と⟦写真⟧\n",
    "今後、漏えいが確認された場合は改めて公表します。\n⟦氏名⟧\n",
    "「個人情報の漏えいに関するお知らせ」でお伝えした件です。\n⟦氏名⟧\n",
    "漏えいした可能性のある情報\n\n⟦氏名⟧、⟦住所⟧\n\nパスワードの漏えいはなかったことを確認しております。",
    "※⟦税務に必要な情報⟧（マイナンバー含まず）が流出した可能性があります。",
]
EXCLUDED = [
    "⟦クレジットカード情報⟧は含まれておりません。",
    "なお、当社では⟦カード番号⟧及び⟦セキュリティコード⟧は保有しておらず、漏えいの対象ではございません。",
    "漏えいした可能性のある情報に⟦クレジットカード情報⟧は含まれておりません。",
    "流出した可能性のある情報に⟦口座情報⟧、⟦暗証番号⟧はございません。",
    "⟦住所⟧や⟦電話番号⟧は載せておりません。",
    "氏名、住所（⟦マイナンバー⟧含まず）が流出した可能性があります。",
    "会員の⟦パスワード⟧は、別の事業者の仕組みで扱っており、今回の漏えいの対象には含まれません。",
    "## 漏えいがなかったと判明した情報\n⟦受取店舗⟧、⟦電話番号⟧\n",
    "## アクセスされた可能性があったが、アクセスが無いことが確認された情報\n- ⟦メールアドレス⟧\n",
    "|お客様|氏名※⟦メールアドレス⟧は流出しておりません|200件|\n",
    "閲覧できる状態でした。\n\n⟦氏名⟧、⟦住所⟧\n\n調査の結果、個人情報の流出は発生しなかったと判断いたしました。",
    "⟦カード情報⟧は、サーバー上で保持・処理は行っておらず、漏洩は発生しておりません。",
    "生徒⟦320名⟧の情報については、外部への送信が行われていないことを記録から確認した。",
    "⟦パスワード⟧が流出したわけではありません。",
    "そのため、弊社では⟦カード情報⟧を保持・確認することはできません。",
    "⟦個人番号⟧は別のサーバーで暗号化して管理しており、今回の対象には入っておりません。",
    "漏えいした情報は氏名のみであり、⟦件名⟧、⟦本文⟧の漏えいはございません。",
]
UNKNOWN = [
    "なお、⟦パスワード⟧が漏えいした事実は現時点で確認されておりません。",
    "⟦決済情報⟧の流出は把握しておりません。",
    "⟦図面⟧が社外へ漏れたかどうかは調べております。",
    "当社の⟦顧客情報⟧が流出したとの報告は受けておりません。",
]
ROWS = [
    *((row, "confirmed") for row in CONFIRMED),
    *((row, "possible") for row in POSSIBLE),
    *((row, "excluded") for row in EXCLUDED),
    *((row, "unknown") for row in UNKNOWN),
]


@pytest.mark.parametrize(("row", "status"), ROWS)
def test_status(row: str, status: str) -> None:
    text, spans = unmark(row)
    document = Document(text)
    statuses = Statuses(document, find_sections(document, 0))
    assert [statuses.of(span) for span in spans] == [status] * len(spans)


def test_statuses_side_by_side() -> None:
    text, spans = unmark("漏えいした情報は⟦氏名⟧であり、⟦カード番号⟧は含まれず、⟦住所⟧は漏えいした可能性がございます。")
    document = Document(text)
    statuses = Statuses(document, find_sections(document, 0))
    assert [statuses.of(span) for span in spans] == ["confirmed", "excluded", "possible"]


@pytest.mark.parametrize(
    ("clause", "status"),
    [
        ("サーバーへの不正アクセスを検知しました", None),
        ("業務で取得した情報です", None),
        ("通知の設定及びサービス内で公開されているIDです", None),
        ("個人情報の漏えい状況について", None),
        ("漏えいの有無を調査しております", None),
    ],
)
def test_says_nothing_of_data(clause: str, status: str | None) -> None:
    assert status_of_clause(fold(clause)) == status


def test_a_sentence_without_data_casts_nothing() -> None:
    assert status_of_sentence(fold("不審なメールが送られる可能性があります。")) is None
