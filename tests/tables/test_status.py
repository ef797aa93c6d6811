"""How sure a release is of what leaked: cues, their scope, and what casts a status on a list from outside."""

import pytest
from tables.marked import unmark

from extract.find.sections.headings import find_sections
from extract.resolve.cues import status_of_clause, status_of_sentence
from extract.resolve.investigation import progress
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
    "今回漏えいしたのは⟦メールアドレス⟧⟦2件⟧のみで、ほかの情報が流出した可能性はありません。",
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
    "## 流出したと思われる情報\n掲示板に投稿された、⟦氏名⟧、⟦ニックネーム⟧\n",
    "調査の結果、⟦過去のメール⟧が閲覧された痕跡は確認されておりません。しかしながら、閲覧された可能性を完全には否定できません。",
    "流出は確認されておりません。\nただし、情報が閲覧された可能性は否定できません。調査中です。\n\n名刺の記載\n⟦氏名⟧\n",
    "運営会社からは「一部の利用者の情報が閲覧された可能性は否定できない。」との報告を受けております。\n\n保管していたもの\n⟦氏名⟧\n",
    "情報の流出を否定するには至らなかったため、引き続き監視と確認を行います。\n\n保管していたもの\n⟦住所⟧\n",
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
    "⟦認証情報⟧の漏えいは確認されていません。",
    "調査の結果、⟦口座情報⟧の流出は認められませんでした。引き続き原因の調査を続けております。",
    "⟦写真⟧の漏えいは現時点で確認されておりません。\nこのたび外部機関の調査が完了いたしました。",
    "漏えいのおそれがあるとした以下の情報については、漏えいしていないことを確認しました。\n- ⟦パスワード⟧\n- ⟦件名⟧\n",
    "端末に⟦300件⟧の⟦氏名⟧がありましたが、解析の結果、個人情報の流出は確認されませんでした。\n持ち出しルールを見直します。",
    "調査の結果、お客様の⟦注文内容⟧の漏えいは「一切ない」ことを確認しております。",
    "そのため、弊社では⟦カード情報⟧を保持・確認することはできません。",
    "⟦個人番号⟧は別のサーバーで暗号化して管理しており、今回の対象には入っておりません。",
    "漏えいした情報は氏名のみであり、⟦件名⟧、⟦本文⟧の漏えいはございません。",
]
UNKNOWN = [
    "なお、⟦パスワード⟧が漏えいした事実は現時点で確認されておりません。",
    "⟦決済情報⟧の流出は把握しておりません。詳細は調査中です。",
    "調査を行いましたが、⟦図面⟧が社外へ漏れたかどうかは分かっておりません。",
    "当社の⟦顧客情報⟧が流出したとの報告は受けておりません。引き続き委託先の調査に協力してまいります。",
    "⟦病名⟧の流出は確認されておりません。今後新たにお知らせすべき事実が判明した場合は、公表いたします。",
    "現段階で⟦会員番号⟧の漏えいは確認されておりませんが、当社を装う電話がかかってくる可能性があります。",
    "本日時点で個人情報の流出は確認しておりません。調査を継続しております。\n\n## 保存されていた情報\n⟦氏名⟧、⟦80件⟧\n",
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
    ("text", "state"),
    [
        ("外部の専門機関による調査を進めております。", "going_on"),
        ("調査は令和8年3月に完了する見込みです。", "going_on"),
        ("調査が完了次第、公表いたします。", "going_on"),
        ("今後、新たな事実が判明した際には、改めて公表いたします。", "going_on"),
        ("調査を継続し、この度完了いたしました。", "finished"),
        (
            "専門機関と調査を進めてまいりました。調査が完了しましたので、新たな事実が判明した場合を除き、最終報とします。",
            "finished",
        ),
        ("調査したところ、設定の誤りによるものでした。", "finished"),
        ("深くお詫び申し上げます。", "untold"),
    ],
)
def test_how_far_the_investigation_has_come(text: str, state: str) -> None:
    assert progress(fold(text)) == state


@pytest.mark.parametrize(
    ("clause", "status"),
    [
        ("サーバーへの不正アクセスを検知しました", None),
        ("業務で取得した情報です", None),
        ("通知の設定及びサービス内で公開されているIDです", None),
        ("個人情報の漏えい状況について", None),
        ("漏えいの有無を調査しております", None),
        ("個人情報の持ち出しルールを見直します", None),
        ("認証情報の入力画面が表示される事象", None),
    ],
)
def test_says_nothing_of_data(clause: str, status: str | None) -> None:
    assert status_of_clause(fold(clause)) == status


def test_a_sentence_without_data_casts_nothing() -> None:
    assert status_of_sentence(fold("不審なメールが送られる可能性があります。")) is None
