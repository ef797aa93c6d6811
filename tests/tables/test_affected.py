"""How many people and records the whole incident touched: trees of figures, whose roots are added up."""

import pytest
from tables.marked import unmark

from extract import lexicon
from extract.find.counts import find_counts
from extract.find.items import find_items
from extract.find.sections import find_sections
from extract.mention import Exposure, Quantity
from extract.pipeline import find_all
from extract.resolve.counts.changes import differences, superseded
from extract.resolve.counts.sums import sums
from extract.resolve.counts.totals import mark_totals
from extract.resolve.incident.affected import resolve_affected
from extract.text.document import Document

# The figures that are marked are a group's own. After the text: the people, the records.
TOLD_AGAIN = [
    ("会員300名の情報が漏えいしました。対象の300名には連絡しました。", 300, None),
    ("・東分校：⟦12名⟧\n・西分校：⟦12名⟧\n", 24, None),
    ("- 東分校（生徒⟦38名⟧、教職員12名）\n- 西分校（生徒40名、教職員⟦9名⟧）\n", 99, None),
    ("地域：北町 860 件、南町 1 件、\n西町 1 件、東町 1 件 計 863 件", None, 863),
    # The same people at two kinds of data, in one sentence.
    ("漏えいしたのはユーザーID ⟦4,345件⟧、各会員のメールアドレス ⟦4,345 件⟧です。", None, 4345),
    ("漏えいしたのはユーザーID 4,345件、各会員のメールアドレス ⟦4,345 件⟧です。", None, 4345),
]
REPLACED = [
    ("第2報では⟦最大400件⟧としておりましたが、流出が確定した件数は次のとおりです。\n会員 ⟦326件⟧\n", None, 326),
    ("会員⟦171名⟧とお伝えしておりましたが、正確には168名でした。", 168, None),
    ("漏えい件数は⟦4,624件⟧から29,451件に訂正します。", None, 29451),
    ("会員数 ⟦18名⟧→69名に変更", 69, None),
    ("お客様数：⟦約440万人⟧（第一報は約438万人）", 4_400_000, None),
    ("- 社員：8,534名（7,041名追加修正）\n- 国内：⟦8,336名⟧\n- 海外：⟦198名⟧\n", 8534, None),
    ("|区分|第1報件数|第2報件数|\n|---|---|---|\n|会員|⟦399件⟧|⟦335件⟧|\n|店舗|⟦10件⟧|10件（変更なし）|\n", None, 345),
    ("|【前回報告】5月|⟦4,624件⟧（うち個人17件 法人4,607件）|\n|【今回報告】6月|⟦5,201件⟧|\n", None, 5201),
    # Not replaced: added to what was told before.
    ("前回公表から新たに⟦120名⟧が判明しました。別に⟦30名⟧の情報も漏えいしました。", 150, None),
]
PARTS = [
    ("会員⟦390名⟧（うち退会者⟦12名⟧）", 390, None),
    ("講師等⟦延べ632名⟧の氏名、うち⟦74名⟧については口座情報が漏えいしました。", 632, None),
    # Behind the bracket others follow.
    ("会員⟦390名⟧（うち退会者⟦12名⟧）、従業員⟦30名⟧", 420, None),
    ("会員⟦390名⟧、うち退会者（昨年まで）⟦12名⟧", 390, None),
    (
        "### (1) 会員 300名\n- 個人：⟦210名⟧\n- 法人：⟦80名⟧\n### (2) 職員 40名\n- 常勤：⟦25名⟧\n- 非常勤：⟦15名⟧\n",
        340,
        None,
    ),
    # Not under it: the lines with one kind of mark stand beside each other.
    ("①生徒⟦1,803人⟧：氏名\n②教職員⟦60人⟧：氏名\n③後援会⟦131人⟧：氏名\n", 1994, None),
    # An event's own totals, and a group without parts between them.
    ("- 延べ500名（甲国人300名、乙国人200名）\n- 国内の方⟦42名⟧\n- 計252名（東⟦228名⟧、西⟦24名⟧）\n", 794, None),
    ("回答者 ⟦180件⟧（実数）\n|会|件数|\n|---|---|\n|春|⟦157件⟧|\n|秋|⟦54件⟧|\n", None, 180),
    # A note to a row.
    ("|会員|⟦14,300件⟧|\n|店舗|⟦1,000件⟧|\n\n※2\n5,200件が該当\n", None, 15300),
    ("会員は⟦1,030名⟧（配送先405件含む）", 1030, None),
    # Inside the body, not inside a whole.
    ("- 健診を受けた方（内視鏡）の氏名：⟦1,000名⟧\n- 内定者：⟦500名⟧\n", 1500, None),
]
SUMS_OF_GROUPS = [
    # Their records are those of the people.
    ("- カード決済：⟦280件⟧\n- 払込票：⟦110件⟧\n重複を除いた人数は340名です。", 340, None),
    ("卒業生⟦計37名⟧（他に教職員42名）", 79, None),
    ("- 会員：⟦365件⟧\n\n※上記以外に、従業員に関する情報は⟦20件⟧です。", None, 385),
    ("生徒⟦273名⟧、教職員42名", 315, None),
    ("市民は実人数で⟦382人⟧、職員は実人数で⟦903人⟧の情報が漏えいしました。（延べ11,310件）", 1285, None),
]
OTHER_UNIT = [
    ("(1)IDのみ（⟦943件⟧）\n(2)申込情報（⟦40,373件⟧、⟦4,360人⟧）", 4360, 943),
    ("件数：ファイル数⟦488個⟧、実人数⟦889名⟧", 889, None),
    ("委託先⟦1社⟧（⟦6名⟧）の情報が漏えいしました。", 6, None),
    ("会員⟦575名⟧の情報が漏えいしました。\n- 企業情報：⟦315件⟧\n- 利用者のメールアドレス：⟦260件⟧\n", 575, None),
]
DATA = [
    # What was seen, of all that lay open.
    ("会員⟦5,612名⟧の氏名が閲覧可能となっていました。\n\n閲覧された会員情報は⟦163名分⟧です。\n", 5612, None),
    # Card payers are among the customers.
    ("カード情報⟦1,902件⟧、個人情報⟦11,440件⟧が漏えいした可能性があります。", None, 11440),
    ("・カード決済の方 ⟦1,024名⟧：カード番号\n・それ以外の方 ⟦3,400名⟧：氏名が漏えいしました。", 4424, None),
    ("・カード決済の方 ⟦1,024名⟧：カード番号\n・会員の方 ⟦3,400名⟧：氏名が漏えいしました。", 3400, None),
    ("漏えいした情報\n- 氏名　⟦1,103件⟧\n- 電話番号　⟦1,002件⟧\n", None, 1103),
    ("漏えいした情報\n(ア)氏名：⟦1,103人⟧\n(イ)電話番号：⟦1,002人⟧\n", 1103, None),
    ("漏えいした情報\n- 氏名：⟦1,000件⟧\n- 職歴（応募書類に記載のもの）：⟦95件⟧\n- 住所：⟦4件⟧\n", None, 1000),
    ("漏えいした情報\n- 参加者の個人情報 ⟦850名分⟧\n- マイナンバー ⟦3名分⟧\n", 850, None),
    ("会員626名の情報が漏えいしました。内訳は、氏名（⟦611件⟧）、住所（⟦626件⟧）、電話番号（⟦56件⟧）です。", 626, None),
    # Different people: each lot of data has those who sent it.
    # Told in a sentence, the first kind says whose all of them are.
    ("会員の氏名（⟦1,200件⟧）、住所（⟦1,150件⟧）、電話番号（⟦900件⟧）が漏えいしました。", None, 1200),
    ("会員の氏名⟦300件⟧と住所⟦1,200件⟧が漏えいしました。", None, 1200),
    ("会員の氏名が⟦1,200件⟧、メールアドレスが⟦1,100件⟧漏えいしました。", None, 1200),
    ("漏えいした情報\n- 会員の氏名　⟦300件⟧\n- 応募者の住所　⟦200件⟧\n", None, 500),
]


@pytest.mark.parametrize(
    ("marked", "people", "records"),
    TOLD_AGAIN + REPLACED + PARTS + SUMS_OF_GROUPS + OTHER_UNIT + DATA,
)
def test_affected(marked: str, people: int | None, records: int | None) -> None:
    text, groups = unmark(marked)
    document = Document(text)
    sections = find_sections(document, 0)
    counts = mark_totals(document, [count._replace(status="possible") for count in find_counts(document, 0)])
    items = find_items(document, lexicon.scan(document.folded), 0, sections)
    own = set(groups)
    assert own <= {count.span for count in counts}
    exposures = [
        Exposure(None, None, index, (), "possible", (count.span,))
        for index, count in enumerate(counts)
        if count.span in own
    ]
    found = resolve_affected(document, sections, counts, items, exposures)
    assert (_value(found[0]), _value(found[1])) == (people, records)


def _value(quantity: Quantity | None) -> int | None:
    return quantity and quantity.value


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("リスト型攻撃を受けました。\n対象アカウント：34件\n", 34),
        ("不正ログインされたアカウント数 713件、うちポイントを不正に利用された方 4件", 713),
        # The staff's own.
        ("職員の2アカウントが不正アクセスを受けました。", None),
        ("45件のバケットが不正に削除されました。", None),
        # Those who were reached, and those who were not, in the list of the data.
        (
            "## 漏えいした情報\n氏名、住所\n\nご本人通知完了 283件\n\nご本人通知未完了 13件（本社：9件、支社：4件）\n",
            296,
        ),
        ("## お客様への対応\n通知完了 283件\n", None),
    ],
)
def test_affected_without_an_exposed_figure(text: str, records: int | None) -> None:
    assert _value(find_all(f"# 不正アクセスについて\n\n2031年4月2日\n\n{text}").incident.records) == records


def test_terms_of_sums() -> None:
    assert sums([863, 860, 1, 1, 1]) == {0: (1, 2, 3, 4)}
    assert sums([20, 30, 50, 5, 40]) == {2: (1, 0)}
    assert sums([]) == {}


@pytest.mark.parametrize(
    ("marked", "changes"),
    [
        ("8,534名（⟦7,041名⟧追加修正）", differences),
        ("72名（団体名（個人でない）：⟦1名⟧、重複：⟦1名⟧の⟦計2名⟧を削除修正）", differences),
        ("対象は⟦12名⟧増加し、162名です。", differences),
        ("追加で300名を確認しました。", differences),
        ("当初⟦300名⟧と公表しましたが、330名でした。", superseded),
        ("対象は300名であると報告いたしました。", superseded),
        ("10名から20名のお客様の情報", superseded),
        ("新旧の会員300名、うち20名", superseded),
    ],
)
def test_changes(marked: str, changes: object) -> None:
    text, spans = unmark(marked)
    document = Document(text)
    counts = find_counts(document, 0)
    assert callable(changes)
    assert [counts[index].span for index in sorted(changes(document, counts))] == list(spans)


def test_a_total_that_is_stated_is_not_computed() -> None:
    text = (
        "|対象|件数|項目|\n|---|---|---|\n|取引先の担当者|1,862件|氏名|\n|従業員|304件|氏名|\n\n"
        "合計2,166件の漏えいを確認しました。応募者150名の履歴書も漏えいしました。\n"
    )
    found = find_all(text)
    people, records = found.incident.people, found.incident.records
    assert people is not None
    assert records is not None
    assert (people.value, records.value, records.computed) == (150, 2166, False)
    assert [found.counts[index].total for index in records.counts] == [True]


LEAK = "# 不正アクセスについて\n\n2031年4月2日\n\n不正アクセスを受け、個人情報が漏えいした可能性があります。\n\n"
LIST = "## 漏えいした可能性のある情報\n"
# The body, the people, the records.
WHOLE = [
    # A figure over a list, told again in its first line.
    (LIST + "対象件数：最大12,840件\n(1)会員の氏名、電話番号　12,840件\n(2)上記のうち、住所　4,027件\n", None, 12840),
    # Other data of the same people.
    (LIST + "(1)会員の氏名、電話番号　12,840件\n(2)会員の住所　4,027件\n", None, 12840),
    (LIST + "(1)会員の氏名、電話番号　12,840件\n(2)取引先の氏名、電話番号　27件\n", None, 12867),
    ("会員1,200名の氏名、会員900名の住所が漏えいしたおそれがあります。\n", 1200, None),
    # A rough figure in the text, and the groups in a list.
    (
        "約8,300名の氏名、住所が漏えいしました。\n\n" + LIST + "(1) 会員 8,000名 氏名\n(2) 従業員 312名 氏名、住所\n",
        8312,
        None,
    ),
    # Of whom it is known by now.
    ("会員8,000件の氏名が漏えいした可能性があり、現時点で45件の漏えいを確認しています。\n", None, 8000),
    # Everyone once, in the bracket of the one group.
    ("会員1,200名（重複を除いた実人数1,100名）の氏名が漏えいしました。\n", 1100, None),
    ("前回公表した1,000名に加え、新たに200名の氏名が漏えいしたことが判明しました。\n", 1200, None),
    ("全国の自治体の約12万件の氏名が漏えいした可能性があり、当市分は1,200件です。\n", None, 120_000),
    (LIST + "対象：412校の児童生徒　計158,204名、教職員　計11,390名\n項目：氏名\n", 169_594, None),
    ("48組131名の氏名が漏えいしました。\n", 131, None),
]


@pytest.mark.parametrize(("body", "people", "records"), WHOLE)
def test_affected_of_a_whole_release(body: str, people: int | None, records: int | None) -> None:
    incident = find_all(LEAK + body).incident
    assert (_value(incident.people), _value(incident.records)) == (people, records)
