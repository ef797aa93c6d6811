"""Which quantities the incident touched, what happened to what they count, and which are sums of others."""

import pytest
from tables.marked import unmark

from extract.find.counts.counts import find_counts
from extract.find.sections.headings import find_sections
from extract.mention import Count, Section
from extract.pipeline import find_all
from extract.resolve.counts.impact import resolve_counts
from extract.resolve.status import Statuses
from extract.text.document import Document

# Every marked quantity has the role; nothing else of the row is impact.
EXPOSED = [
    "漏えいした⟦120名⟧の方には、情報の利用に注意するようお願いしています。",
    # Staff whose data they are, and customers who did what customers do.
    "退職した従業員⟦512名⟧が漏えいの対象です。",
    "派遣社員⟦45名⟧が今回の対象に含まれており、氏名が漏えいしました。",
    "元従業員⟦12名⟧が登録していた氏名が漏えいしました。",
    "期間中にカードを利用した方は⟦1,200名⟧で、カード番号が漏えいしました。",
    "お客様の個人情報（⟦2,460件⟧）が漏えいした可能性があります。",
    "上記に該当する⟦2,460名⟧のお客様には、別途、電子メールにて個別にご連絡申し上げます。",
    "対象者⟦約15万人⟧に対して、個別に通知をお送りしました。",
    "該当する方々（⟦19名⟧・⟦2法人⟧）への謝罪と説明を行いました。",
    "市立小学校⟦26校⟧の卒業アルバムの写真が漏えいしたおそれがあります。",
    "業務委託先⟦4社⟧のメールアドレスが漏えいしました。",
    "登録されていたメールアドレス⟦6件⟧が漏えいしていたことが判明しました。",
    "会員のアカウント情報 ⟦831件⟧",
    "漏えいした可能性があるのは、職員⟦12名⟧、受講生⟦345名⟧の氏名です。",
    "メールマガジンの購読者⟦9,870 名⟧のメールアドレスが流出しました。",
    # What holds their data was taken over, and not they.
    "患者様⟦12名⟧の診療情報が保存された端末が盗難に遭いました。",
    "お客様⟦5,000名分⟧の氏名を記録したサーバーのファイルが暗号化されました。",
    "会員⟦300名⟧のID・パスワードが流出しました。",
    "送信済みフォルダにあったメールの宛先の方々（⟦1,538件⟧）のアドレスが閲覧された可能性があります。",
    "ファイル数⟦488個⟧、実人数⟦889名⟧の情報が流出しました。",
    "迷惑メール判定により隔離された⟦3,569メール⟧が閲覧された可能性があります。",
    "内訳は、生徒数⟦972人⟧、教職員数⟦82人⟧です。",
    "|お客様相談室にお問い合わせをいただいた方|氏名、住所|⟦152.5万件⟧|",
    "上記⟦2校⟧を除く学校への影響はありません。",
    "書類⟦15枚⟧の入ったかばんを紛失しました。",
    "会員⟦300名⟧のアカウント情報が流出しました。",
    "通知の対象は、重複を除いた実人数で⟦120名⟧です。",
]
COMPROMISED = [
    "社員⟦1名⟧が利用していたメールアカウントが不正アクセスを受けました。",
    "職員⟦1名⟧のメールアカウントが第三者による不正アクセスを受けました。",
    "当協会職員 ⟦1 名⟧の Microsoft 365 の認証情報が不正に窃取されました。",
    "社員⟦1名⟧が使用するメールアカウントへの不正アクセスを確認しました。",
    "教員⟦2名⟧、学生⟦3名⟧のメールアカウントが不正アクセスを受けました。",
    "対象アカウント：卒業生及び在学生　⟦計9名⟧",
    "当該⟦1名⟧のメールボックスに保存されていた情報が取得された可能性があります。",
    "在学生（⟦9名⟧）のメールアカウントが第三者に不正に利用されました。",
    "別のアドレス⟦1件⟧において、同様の事案が確認されました。",
    "不正ログインの対象は⟦583アカウント⟧です。",
    "業務用パソコン⟦1台⟧が不正にアクセスされました。",
    "⟦複数台⟧のファイルサーバーが暗号化されました。",
    "感染した端末は⟦20～30台⟧であることが判明しました。",
    "クラウド上の⟦1つ⟧のアカウントへの不正ログインが確認されました。",
    "顧客データ⟦約4,000ファイル⟧が削除されていました。",
    "⟦45件⟧のバケットが削除されました。",
    "USBメモリ⟦1本⟧を紛失しました。",
    "管理用のアカウント⟦１つ⟧が使われました。",
    "電子メールアカウント⟦計3件⟧が第三者に不正に利用され、学内外に多数の迷惑メールが送信されました。",
    "⟦3件⟧のアカウントの受信箱にあったメールに含まれる情報が閲覧されたおそれがあります。",
    "営業担当者⟦2名⟧が、招待を装ったメールから偽の画面にパスワードを入力しました。",
    "非公開のリポジトリ⟦11件⟧が複製されました。",
    "パソコン⟦3台⟧とUSBメモリ⟦2個⟧が盗難に遭いました。",
    "ウェブサイトの⟦5ページ⟧が改ざんされました。",
    "該当 ⟦1 名⟧のメールアドレスに受信されたメールが閲覧されたおそれがあります。",
    "当社従業員（⟦1名⟧）の当社アカウント情報が窃取されました。",
    "当社社員⟦1名⟧がサポート詐欺に遭い、遠隔操作されました。",
    "⟦2件⟧のファイルにアクセスされた形跡がありました。",
    "不正ログインされたアカウント数：⟦713件⟧",
    "偽の画面でパスワードを入力した職員は⟦4名⟧でした。",
]
SENT = [
    "迷惑メールが⟦479,716件⟧送付されました。",
    "⟦7,921 通⟧のメールが不正に送信されております。",
    "送信された不審メールの件数：⟦321件⟧",
    "送信アドレス数 : ⟦277アドレス⟧",
    "社外へ送信された件数は⟦合計223件⟧です。",
    "⟦約 300 件⟧の不審なメールの送信記録が確認されました。",
    "第三者からお客様宛てに送信されたメールの数は⟦17通⟧で、流出の可能性が判明している情報は次のとおりです。",
    "迷惑メールが⟦479件⟧送付され、うち⟦84件⟧が届いたことを確認しました。",
]
MISUSED = [
    "カードの不正利用 ⟦12件⟧を確認しています。",
    "該当する⟦1名⟧の方のポイントが不正に交換されていました。",
    "二次被害を⟦複数件⟧確認しております。",
    "不正な売買が確認された口座　⟦57口座⟧",
    "ポイントを不正に利用された方は⟦26名⟧です。",
    "偽のページで手続きをなさったお客様が⟦4名⟧いらっしゃり、うち⟦1名⟧の方に引き落としがありました。",
    "転職先から勧誘を受けたお客様は、現在までに⟦３１名様⟧です。",
    "|不正利用|\n|---|\n|⟦19名⟧|\n",
    "不正なログインに成功したのは⟦1,560件⟧でした。",
    "⟦1名⟧のお客様に関して発生した不正な注文を除き、被害はありません。",
    "二次被害の報告が⟦3件⟧寄せられています。",
]
OTHER = [
    "連絡がつかない方（⟦81名⟧）には手紙を投函しました。",
    "転居により連絡の取れない方は⟦12名⟧です。",
    "電子メールにて通達が可能な方（⟦2,892件⟧）には、お詫びを送信します。",
    "ご本人通知未完了 ⟦13件⟧（東店：⟦9件⟧（取引先 ⟦6件⟧、元従業員 ⟦3件⟧）、西店：⟦4件⟧）",
    "削除のお返事は11月11日現在で⟦188名⟧の方から頂いております。",
    "|通知済み|\n|---|\n|⟦1,100名⟧|\n",
    "全社員⟦1,500名⟧のパスワードをリセットしました。",
    "ご連絡先が判明している⟦890名⟧には、お詫びの文書を送付しました。",
    "特定の接続元から⟦約560万回⟧もの異常な数のアクセスがありました。",
    "大量のアクセス（⟦計21,074回⟧）が行われました。",
    "現在までに、⟦6名⟧の方から不審なメールを受信したとの連絡をいただいています。",
    "名簿の重複者は⟦3名⟧です。",
    "区立の小学校（⟦7校⟧）、幼稚園（⟦1園⟧）に状況を確認しました。",
    "⟦128名⟧全員から削除完了の連絡をいただきました。",
    "書類を別のお客様⟦1名⟧に誤って送付しました。",
    "⟦120名分⟧が宛先不明で返送されました。",
]
NO_IMPACT = [
    "10名体制で調査を進めています。",
    "当院の事務職員1名が、電子カルテの端末を用いて、業務とは関係のない患者さんの診療録を閲覧していました。",
    "当社の従業員数は1,500名です。",
    # Who did it is none of those whose data they are.
    "当社の元従業員1名が、在職中に顧客情報を複製していたことを確認しました。",
    "社員2名による顧客情報の持ち出しが判明しました。",
    "職員（1名）が、個人情報を記録したUSBメモリを紛失しました。",
    "対策室を設置しました（兼務職員19人）。",
    "外部の技術者を含め約30名の協力体制を構築しました。",
    "全体で100名規模の調査チームを組成しました。",
    "昨年度の通知後に複数件のお問い合わせがありました。",
    "お問い合わせは35件でした。",
    "会員IDごとに1人として集計しています。",
    "委託先の1社である会社から報告を受けました。",
    "当社の連結子会社2社が利用するサービスです。",
    "すべてのパソコン（1,500台）を対象に調査しましたが、痕跡は見つかりませんでした。",
    "不正アクセスが複数回確認されました。",
    "5月と6月の2回にわたり不正アクセスを受けました。",
    "上記2つの期間に購入されたお客様が対象です。",
    "次の2つの方法があります。",
    "上記2件の入力を求めるメールにご注意ください。",
    "法令の定める1,000人を超える漏えいに当たります。",
    "社内のパソコン300台を入れ替えました。",
    "全従業員250名に研修を行いました。",
    "従業員数：300名",
    "当社は全国に約300店舗を展開しており、会員数は200万人です。",
    "個人情報保護委員会に報告（1,000人を超えるため）しました。",
    "調査対象のログは約5億件に上ります。",
    "暗号資産を勧める投稿が14件行われました。",
    "ログイン試行は約1,000万回でした。",
    "社員2名を処分しました。",
    "監視要員を10名に増やしました。",
    "全国の2,000社以上にご利用いただいております。",
    "資料の動画3本をご覧ください。",
    "お振込み（1日あたり1,000件までの総合振込を含みます）",
    "寄贈者の方が千人を超えることから、速報を提出しています。",
    "同じ方が二度載っている場合は2件と数えております。",
    "フォロワー約12,000人を持つ公式ページです。",
    "個人情報保護委員会規則で定める1,000人を超える個人データの漏えいに該当します。",
]
ROWS = [
    *((row, "exposed") for row in EXPOSED),
    *((row, "compromised") for row in COMPROMISED),
    *((row, "sent") for row in SENT),
    *((row, "misused") for row in MISUSED),
    *((row, "other") for row in OTHER),
]

# Parts and wholes: the marked quantities are totals.
TOTALS = [
    "・会員：30名\n・職員：8アカウント\n合計の対象件数は⟦38件⟧ですが、重なりを含みます。",
    "合計は⟦計3,500名⟧です。",
    "総件数：⟦1,365件⟧",
    "会員の総数は⟦1,360アカウント⟧です。※⟦1,360アカウント⟧は公表済みの分を含みます。",
    "⟦計　27校⟧、⟦2,548人⟧",
    "掲載された生徒は⟦約2,300名⟧（総計・概数）です。",
    "対象は、⟦1,516名⟧です。\n（内訳）職員：229名、学生：227名、発明者：582名",
    "個人情報（⟦7,304名⟧）が漏えいしました。\n\n・株主（5,482名）\n・社員（1,822名）",
    "- 応募者（4,984件）\n- 取引先（35件）\n- 社員（3,130件）\n\n以上、⟦8,149件⟧が対象です。",
    "名簿（⟦1,626名分⟧）。\n\n- 学部（482名）：成績（437名）\n- 大学院（175名）：成績（83名）\n- 附属（969名）\n",
    "延べ人数に対し、重複を除いた人数は⟦231名⟧です。",
    "対象は300名、30名で、合わせて⟦330名⟧とみております。",
    "正しくは「⟦5,127名⟧」です。内訳は次のとおりです。",
    "|区分|項目|人数|\n|---|---|---|\n|会員|氏名|1,204|\n|退会|氏名|388|\n|合計|氏名|⟦1,600⟧|\n",
    "⟦100件⟧のうち\n- 東（⟦60件⟧）\n - 一（10件）\n - 二（50件）\n- 西（40件）\n",
    "会員300名＋退会者60名＝⟦360名⟧",
    "計：中学校⟦6校⟧",
]
NO_TOTALS = [
    "会員300名の情報が漏えいしました。",
    "兵庫860件、京都154件、大阪5件、福井4件、宮城3件、滋賀1件、岡山1件",
    "お客様のカード情報（30件）、個人情報（90件）",
    "会計部3名、統計課2名",
    "対象は171名とお伝えしましたが、重複していた方が3名おり、正しくは168名です。",
]


def resolved(text: str) -> tuple[list[Count], list[Section]]:
    document = Document(text)
    sections = find_sections(document, 0)
    return resolve_counts(document, sections, find_counts(document, 0), Statuses(document, sections)), sections


@pytest.mark.parametrize(("row", "role"), ROWS)
def test_impact(row: str, role: str) -> None:
    """The marked quantities, and no others, are impact, and have the role."""
    text, spans = unmark(row)
    counts, _ = resolved(text)
    assert [text[slice(*count.span)] for count in counts] == [text[slice(*span)] for span in spans]
    assert [count.span for count in counts] == spans
    assert {count.role for count in counts} == {role}


@pytest.mark.parametrize("text", NO_IMPACT)
def test_no_impact(text: str) -> None:
    """Those who respond, what is done afterwards, populations and manners of counting are no impact."""
    assert resolved(text)[0] == []


@pytest.mark.parametrize("row", [*TOTALS, *NO_TOTALS])
def test_total(row: str) -> None:
    """The marked quantities, and no others, are totals."""
    text, spans = unmark(row)
    assert [count.span for count in resolved(text)[0] if count.total] == spans


def test_what_happened_is_confirmed() -> None:
    """Accounts taken over and mails sent are facts, whatever may have leaked through them."""
    counts, _ = resolved("職員1名のアカウントが不正アクセスを受け、300名の個人情報が漏えいしたおそれがあります。")
    assert [(count.value, count.role, count.status) for count in counts] == [
        (1, "compromised", "confirmed"),
        (300, "exposed", "possible"),
    ]


def test_what_is_denied_of_all_others_is_not_denied_of_these() -> None:
    for words in ("上記2校を除く市立学校については、情報の漏えいはございません。", "2校以外の学校は対象外です。"):
        (_, few), _ = resolved(f"生徒512名の写真が漏えいした可能性があります。\n\nなお、{words}\n")
        assert (few.value, few.status) == (2, "possible")


def test_part_has_its_own_role() -> None:
    """Of 112 people 108 have been told: the whole is exposed, the part is another matter."""
    counts, _ = resolved("対象の112名のうち、108名の方に対し連絡済みです。")
    assert [(count.value, count.role) for count in counts] == [(112, "exposed"), (108, "other")]


def test_what_is_said_of_a_part_is_not_said_of_the_whole() -> None:
    counts, _ = resolved("対象者300件のうち、連絡がついた方は210件、未達は90件です。")
    assert [(count.value, count.role) for count in counts] == [(300, "exposed"), (210, "other"), (90, "other")]


def test_those_registered_are_not_those_exposed() -> None:
    counts, _ = resolved("登録者数は約5万人ですが、閲覧された可能性があるのは324人です。")
    assert [(count.value, count.role) for count in counts] == [(50000, "other"), (324, "exposed")]


def test_figure_told_again() -> None:
    """A figure told again without saying what happened is what it was before."""
    counts, _ = resolved("教員2名のIDが不正に利用されました。限られた2名のみの事象です。")
    assert [count.role for count in counts] == ["compromised", "compromised"]


ANNOUNCED = [
    "流出した情報の最大件数は以下のとおりです。\n\n- 会員 ⟦300名⟧\n- 職員 ⟦約12名⟧\n",
    "## 漏えいした情報（最大数）\n\n会員 ⟦300名⟧\n\n### 職員\n\n⟦12名⟧\n\n## 会社概要\n\n監査役員 2名\n",
    "情報は、会員A：5名です（最大流出件数 会員B：⟦300名⟧、会員C：⟦20名⟧）。別に8名。",
    "個人情報　⟦約16万件⟧（現時点における最大数としてお示しします。）、別に8件。",
    "最大限の注意を払います。会員300名。",
    "⟦最大1,895件⟧（⟦1,030名⟧）の情報が流出した可能性があります。会員（20名）",
]


@pytest.mark.parametrize("row", ANNOUNCED)
def test_announced_bound(row: str) -> None:
    """A 最大 said once holds for the marked quantities and no others."""
    text, spans = unmark(row)
    assert [count.span for count in resolved(text)[0] if count.bound == "at_most"] == spans


def test_number_too_long() -> None:
    """A number of more than 15 digits has no value, and a warning says so."""
    findings = find_all(
        "お知らせ\n\n不正アクセスにより、会員番号1234567890123456名分の情報が漏えいしました。数百件の被害があります。"
    )
    assert [count.value for count in findings.counts] == [None, None]
    (warning,) = (warning for warning in findings.warnings if warning.code == "number_too_long")
    assert warning.spans == (findings.counts[0].span,)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("ログインされた4,512名のうち、別の方に氏名が表示された方は137名です。", ["other", "exposed"]),
        ("対象は93組のお客様のうち、最大で41組です。", ["other", "exposed"]),
        ("会員600名のうち120名の氏名が漏えいしました。", ["other", "exposed"]),
        (
            "会員600名の氏名が漏えいしました。600名のうち120名の住所も漏えいしました。",
            ["exposed", "exposed", "exposed"],
        ),
        ("会員600名のうち、9名のアカウントに不正ログインがありました。", ["other", "compromised"]),
        ("担当者様2名に対し、ご案内をお送りした際、別のお客様37名の一覧が漏えいしました。", ["other", "exposed"]),
        ("誤送付先43世帯を訪問し、謝罪のうえ41世帯分を回収しました。残る2世帯については、不在です。", ["other"] * 3),
        (
            "検索を利用した会員は27名で、うち11名が他の会員の情報を閲覧していました。閲覧された情報は163名分です。",
            ["other", "other", "exposed"],
        ),
        (
            "不正ログインされたアカウント数：6,204件（うち、ポイントが不正に利用されたアカウント数：73件）",
            ["compromised", "misused"],
        ),
        (
            "従業員1名が、メールに記載されたURLから認証情報を入力しました。取引先2,118名の氏名が漏えいしました。",
            ["compromised", "exposed"],
        ),
        ("お客様1,200名の氏名が持ち出され、うち42名に対し、他社から営業の電話がありました。", ["exposed", "misused"]),
        ("120名にメールを送信した際、メールアドレスが他の受信者に表示されました。", ["exposed"]),
        ("メールを3名に誤送信し、120名のメールアドレスが漏えいしました。", ["other", "exposed"]),
        ("漏えいした18人分の通知書を回収（17人。1人は不在のため後日）しました。", ["exposed", "other", "other"]),
        ("名簿が漏えいした399名のうち、市内の方は11名です。", ["exposed", "exposed"]),
    ],
)
def test_of_whom_only_some_were_touched(text: str, roles: list[str]) -> None:
    assert [count.role for count in resolved(text)[0]] == roles


# Those whose data leaked are marked; whoever else is counted received the data, or saw them.
RECEIVERS = [
    "誤って児童⟦32名⟧の健診結果のファイルを、全保護者94名に配信した。",
    "保護者94名に対し、児童⟦32名⟧の氏名が記載されたファイルを誤って配信しました。",
    "会員94名宛のメールに、別の会員⟦32名⟧の名簿を添付しました。",
    "お客様⟦32名⟧の申込書を、別のお客様1名にお渡ししました。",
    "出席者15名に送信した資料に、利用者⟦230名⟧の氏名と住所が記載されていました。",
    "メールの送信先は35名で、添付ファイルには利用者⟦230名⟧の氏名がありました。",
    "メール受信者35名に対し、削除を依頼しました。漏えいした情報は利用者⟦230名⟧の氏名です。",
    "送付先の35名のうち33名から書類を回収しました。漏えいした情報は利用者⟦230名⟧の氏名です。",
    "お客様⟦32名分⟧の名簿を、取引先3社に誤って送付しました。",
    "説明会の申込者512名のうち、⟦98名⟧に対し、宛先にメールアドレスを並べて送信しました。",
    "保護者説明会を開催し、62名が参加しました。児童⟦32名⟧の氏名が漏えいしました。",
    "児童⟦32名⟧の氏名が漏えいしました。17名の保護者がファイルを開いていました。",
    "学内の教職員約800名が、学生⟦120名⟧の成績を閲覧できる状態となっていました。",
    "学生⟦120名⟧の個人情報が、学内の約3,000名から閲覧可能な状態でした。",
    "当該ページは延べ340名に閲覧されました。掲載されていたのは会員⟦56名⟧の氏名です。",
    "会員⟦56名⟧の情報が、他の会員102名の画面に表示されました。",
    "102名の会員が、他の会員⟦56名⟧の氏名を閲覧しました。",
    "元職員は、お客様⟦214名⟧の取引情報を書き写し、知人（2名）に渡していました。取引情報が漏えいしました。",
    # Whoever is counted alone, or could read the others' addresses, is exposed.
    "会員⟦1,200名⟧に、全員のアドレスを宛先に入れて送信しました。うち⟦48名⟧は氏名も表示されました。",
    "会員⟦120名⟧に送付した請求書に、別の会員の氏名が印字されていました。",
    "会員⟦120名分⟧が閲覧できる状態となっていました。",
    "フォームに回答した⟦120名⟧が入力した氏名が、他の回答者から閲覧できる状態でした。",
    "会員⟦120名⟧が登録した氏名を第三者が閲覧した可能性があります。",
    "お客様⟦300名⟧から回収したアンケート用紙を紛失しました。氏名が漏えいした可能性があります。",
    "対象のお客様⟦1,200名⟧に、お詫びのメールを送信しました。会員⟦900名⟧と非会員⟦300名⟧の氏名が漏えいしました。",
    "説明会の参加者⟦120名⟧の氏名が漏えいしました。",
]


@pytest.mark.parametrize("row", RECEIVERS)
def test_who_received_the_data_of_others_is_not_exposed(row: str) -> None:
    text, spans = unmark(row)
    counts, _ = resolved(text)
    assert [count.span for count in counts if count.role == "exposed"] == spans
    assert {count.role for count in counts} <= {"exposed", "other"}


# Beside a release's own figure (5,678 people): what is counted there too, and is none of the incident's.
STRAYS = [
    "対策本部（職員19人）を設置しました。",
    "当社の社員15名と外部専門家5名で対策本部を組織しました。",
    "当社グループ（従業員約3,000名、拠点25か所）のネットワークに対し不正アクセスがありました。",
    "当院（病床数350床、職員数800名）は通常どおり診療しています。",
    "外来患者約200人の受け入れを停止しました。",
    "電子カルテが停止し、患者35名の手術を延期しました。",
    "約150件の注文の出荷が遅れております。",
    "お客様からのお問い合わせは5月10日までに123件ありました。",
    "全国の25店舗において、POSレジが使用できない状態となっております。",
    "攻撃を受けた委託先は、当社を含む約60社から業務を受託しています。",
    "外部のセキュリティ専門会社2社に調査を依頼しました。",
    "クレジットカード会社5社と連携し、取引を見守っております。",
    "15,000件の不正アクセスを遮断しました。",
    "担当者2名を懲戒処分としました。",
    "警察は容疑者1名を逮捕しました。",
    "なお、1,000人を超える個人データの漏えいに該当するため、個人情報保護委員会へ報告しました。",
    "上記の5,678名には、退会済みの方1,000名が含まれます。",
    "このほか、サーバーに従業員34名の情報が保存されていましたが、漏えいはありませんでした。",
    "4,000名への通知を完了し、残り1,678名への通知を進めています。",
    "侵入されたアカウントから、1,234名の方へ不審メールが送信されたことを確認しました。",
    "取引先1,234社に対し、当社を装ったメールが送信されました。",
    "不審メールの送信先：1,234名",
]


@pytest.mark.parametrize("text", STRAYS)
def test_what_is_none_of_the_incident_adds_nothing(text: str) -> None:
    lead = "お客様5,678名の個人情報が漏えいした可能性があることが判明いたしました。"
    head = "2031年5月13日\n株式会社みほん\n\n不正アクセスに関するお知らせ\n\n"
    incident = find_all(f"{head}{lead}\n\n## 1.経緯・対応\n\n{text}\n").incident
    assert incident.people is not None
    assert incident.people.value == 5678
    assert incident.records is None


# Of a whole what leaked, of two figures the one that holds: people and records.
HOLDING: dict[str, tuple[int | None, int | None]] = {
    "当該サーバーに保管していた個人情報1,000件のうち、200件が漏えいした可能性があります。": (None, 200),
    "登録されていた個人情報1,000名分のうち、200名分が流出した可能性があります。": (200, None),
    "当社の会員10,000名中、200名の情報が漏えいした可能性があります。": (200, None),
    "お客様1,000名の情報が漏えいした可能性があります。この中には、退会済みの方200名が含まれます。": (1000, None),
    "【訂正前】漏えいした可能性のあるお客様：1,000名\n【訂正後】漏えいした可能性のあるお客様：1,200名": (1200, None),
    "（誤）漏えいした可能性のある個人情報　1,000件\n（正）漏えいした可能性のある個人情報　1,200件": (None, 1200),
    "漏えいのおそれのある件数は、1,000件ではなく、正しくは1,200件でした。": (None, 1200),
    "宛先をCCで送信したため、234名のメールアドレスが受信者間で閲覧できる状態となりました。": (234, None),
}


@pytest.mark.parametrize("text", HOLDING)
def test_which_figure_holds(text: str) -> None:
    incident = find_all(f"2031年5月13日\n株式会社みほん\n\n漏えいに関するお知らせ\n\n{text}\n").incident
    found = (incident.people and incident.people.value, incident.records and incident.records.value)
    assert found == HOLDING[text]
