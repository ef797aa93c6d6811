"""The incident as a whole: rows tell a release, spans mark the words that the field rests on."""

import pytest
from tables.marked import unmark

from extract import lexicon
from extract.find.headings import find_sections
from extract.mention import Count, Evidence, Exposure, Incident, Masthead
from extract.resolve.affected import resolve_affected
from extract.resolve.incident import resolve_incident
from extract.text.document import Document


def read(body: str, title: str = "", organization: str | None = None) -> Incident:
    """Read a body, with its title on a line before it."""
    text = f"{title}\n{body}" if title else body
    evidence = (Evidence("title", (0, len(title))),) if title else ()
    masthead = Masthead(len(title) + 1 if title else 0, title or None, organization, evidence=evidence)
    document = Document(text)
    words = lexicon.scan(document.folded)
    sections = find_sections(document, masthead.body)
    return resolve_incident(document, words, masthead, sections, [], [], [])


def spans_of(incident: Incident, field: str) -> list[tuple[int, int]]:
    return [span for name, span in incident.evidence if name == field]


TYPES = [
    ("当社サーバーが第三者による⟦不正アクセス⟧を受けました。", ["unauthorized_access"]),
    ("外部から何者かが社内ネットワークへ⟦侵入⟧し、データを閲覧した痕跡がありました。", ["unauthorized_access"]),
    ("社内の端末が⟦ランサムウエア⟧に感染していることを確認しました。", ["ransomware"]),
    ("サーバー内の見積データが⟦暗号化⟧され、開けない状態となりました。", ["ransomware"]),
    ("サーバーで⟦マイニングマルウェア⟧の稼働を確認しました。", ["malware"]),
    ("業務用端末が⟦マルウェア⟧に感染しました。", ["malware"]),
    ("職員が⟦フィッシング⟧メールのリンクを開き、IDを入力してしまいました。", ["phishing"]),
    ("画面に⟦警告音⟧とともに表示された番号へ電話し、操作を許しました。", ["phishing", "unauthorized_access"]),
    ("決済画面のスクリプトが⟦改ざん⟧され、入力されたカード番号が送られていました。", ["web_skimming"]),
    ("公式サイトの一部が⟦改ざん⟧されました。", ["web_defacement"]),
    ("営業担当の⟦メールアドレス⟧が第三者に乗っ取られました。", ["account_takeover"]),
    ("会員ページへの⟦不正ログイン⟧が発生しました。", ["account_takeover", "unauthorized_access"]),
    ("装置の⟦脆弱性⟧を突かれました。", ["vulnerability_exploit"]),
    ("⟦DDoS⟧攻撃により、閲覧しづらい状態となりました。", ["ddos"]),
    ("元社員が顧客名簿を⟦無断で持ち出⟧していました。", ["data_theft_insider"]),
    ("案内状を⟦誤って送付⟧しました。", ["mis_sending"]),
    ("⟦設定ミス⟧のため、回答が誰でも読める状態でした。", ["misconfiguration"]),
    ("学生名簿の入ったUSBメモリを⟦紛失⟧しました。", ["loss"]),
    ("経理担当者が⟦虚偽の送金⟧指示に従い、資金を送りました。", ["impersonation"]),
    ("お客さまの情報が⟦漏えい⟧しました。", ["other"]),
]


@pytest.mark.parametrize(("row", "types"), TYPES)
def test_types(row: str, types: list[str]) -> None:
    text, spans = unmark(row)
    incident = read(text)
    assert list(incident.types) == types
    assert set(spans_of(incident, "types")) >= set(spans)


NO_TYPES = [
    "工場見学の受付を再開しました。",
    "ウイルス対策ソフトを入れ替え、脆弱性診断を年に二度行ってまいります。",
    "なお、ウイルス感染の形跡は確認されておりません。",
    "本件はランサムウェアではありません。",
    "## 再発防止策\nフィッシングメールの訓練を行い、不正アクセスを監視します。",
    "## お客様へのお願い\n不審なメールにはマルウェアが潜むことがあります。",
    "パスワードは暗号化されて保存されています。",
    "通信はすべて暗号化されており、第三者には読めません。",
]


@pytest.mark.parametrize("text", NO_TYPES)
def test_no_types(text: str) -> None:
    incident = read(text)
    assert incident == Incident()


# A type that is denied, feared or implied by another is none, while the rest stays.
TYPES_LEFT_OUT = [
    ("不正アクセスを受けましたが、マルウェアは検出されませんでした。", ["unauthorized_access"]),
    ("不正アクセスによる情報の流出は確認されておりません。", ["unauthorized_access"]),
    ("不正アクセスがありました。今後、フィッシングメールが届く可能性があります。", ["unauthorized_access"]),
    ("サーバーがランサムウェアに感染し、マルウェアは駆除しました。", ["ransomware"]),
    ("システム障害が発生し、不正アクセスが原因と判明しました。", ["unauthorized_access"]),
    ("マルウェアへの感染の可能性は否定できません。", ["malware"]),
]


@pytest.mark.parametrize(("text", "types"), TYPES_LEFT_OUT)
def test_types_left_out(text: str, types: list[str]) -> None:
    assert list(read(text).types) == types


def test_title_tells_a_type() -> None:
    incident = read("詳細は調査中です。", title="ランサムウェア被害の発生について")
    assert incident.types == ("ransomware",)
    assert spans_of(incident, "types") == [(0, 7)]


VECTORS = [
    ("調査の結果、⟦VPN⟧機器を経由して社内へ侵入されたことが分かりました。", ["vpn"]),
    ("不正アクセスの入口となった⟦ルーター⟧を撤去しました。", ["network_device"]),
    ("第三者が⟦リモートデスクトップ⟧を悪用して侵入しました。", ["remote_desktop"]),
    ("当社⟦オンラインショップ⟧のシステムの脆弱性を突いた不正アクセスを受けました。", ["web_application"]),
    ("職員一名の⟦Microsoft 365⟧に対する不正アクセスがありました。", ["cloud_service"]),
    ("⟦フィッシング⟧メールの誘導により情報を入力したことが原因です。", ["email"]),
    ("何者かが⟦認証情報⟧を窃取し、社内へ侵入しました。", ["stolen_credentials"]),
    ("推測された⟦パスワード⟧により不正にログインされました。", ["stolen_credentials"]),
    ("教員が⟦サポート詐欺⟧に遭い、パソコンを操作されました。", ["employee"]),
    ("利用していた部品に⟦不正なコードが混入⟧し、不正アクセスを受けました。", ["software_supply_chain"]),
    ("不正アクセスの⟦侵入経路⟧の特定には至っておりません。", ["unknown_vector"]),
]


@pytest.mark.parametrize(("row", "vectors"), VECTORS)
def test_vectors(row: str, vectors: list[str]) -> None:
    text, spans = unmark(row)
    incident = read(text)
    assert list(incident.vectors) == vectors
    assert spans_of(incident, "vectors") == spans


NO_VECTORS = [
    "不正アクセスを受け、VPN接続を停止しました。",
    "不正アクセスを受けたため、ネットワーク機器を入れ替えました。",
    "不正アクセスにより、会員のメールアドレスとパスワードが漏えいした可能性があります。",
    "不正アクセスの原因を特定するため調査しています。",
    "当該アカウントからフィッシングメールが送信されました。",
    "不正アクセスがあり、お客様へフィッシングサイトに誘導するメッセージが届きました。",
    "不正アクセスを受けましたが、当社クラウドサービスへの不正アクセスは確認されておりません。",
    "アカウント情報を管理するサーバーが不正アクセスを受けました。",
    "装置の脆弱性を突いた不正アクセスを受けました。",
    "## 再発防止策\nリモートデスクトップを狙った攻撃への備えを強化します。",
]


@pytest.mark.parametrize("text", NO_VECTORS)
def test_no_vectors(text: str) -> None:
    assert read(text).vectors == ()


REPORTED = [
    ("⟦個人情報保護委員会へ報告⟧するとともに、⟦所轄警察署に被害届を⟧提出しました。", ["ppc", "police"]),
    ("⟦警察へ相談⟧しております。", ["police"]),
    ("⟦文部科学省に報告⟧いたしました。", ["ministry"]),
    ("⟦IPAへの届出⟧を済ませました。", ["ipa"]),
    ("⟦JPCERT/CCへ連絡⟧しています。", ["jpcert"]),
    ("監督官庁である⟦個人情報保護委員会に報告⟧済みです。", ["ppc"]),
    ("⟦警察等の関係機関と連携⟧しています。", ["police"]),
    ("⟦関係当局へ報告⟧を行いました。", ["other_authority"]),
    ("- ⟦個人情報保護委員会への報告⟧\n- ⟦県警への相談⟧", ["ppc", "police"]),
]


@pytest.mark.parametrize(("row", "codes"), REPORTED)
def test_reported_to(row: str, codes: list[str]) -> None:
    text, spans = unmark(row)
    incident = read(text)
    assert list(incident.reported_to) == codes
    found = spans_of(incident, "reported_to")
    assert all(any(start <= low and high <= end for start, end in spans) for low, high in found)


NOT_REPORTED = [
    "個人情報保護委員会へ速やかに報告する予定です。",
    "必要に応じて警察へ相談いたします。",
    "今後、新たな事実が判明した場合には当局へ報告します。",
    "警察より、当社サイトについて連絡を受けました。",
    "不審な電話があったときは、警察にご相談ください。",
    "個人情報保護委員会のガイドラインに沿って報告書を作りました。",
    "個人情報保護委員会への報告を検討しております。",
    "外部の専門会社に報告しました。",
]


@pytest.mark.parametrize("text", NOT_REPORTED)
def test_not_reported(text: str) -> None:
    assert read(text).reported_to == ()


SECONDARY = [
    ("現時点で⟦二次被害⟧は確認されておりません。", "none_confirmed"),
    ("本件に起因する情報の⟦不正利用⟧等の事実はございません。", "none_confirmed"),
    ("⟦二次被害⟧は確認されていませんが、今後、悪用されるおそれがあります。", "none_confirmed"),
    ("これに伴う⟦被害⟧の報告は受けておりません。", "none_confirmed"),
    ("一部のお客さまのカード情報が⟦不正利用⟧された可能性があります。", "possible"),
    ("漏えいした情報が詐欺に⟦悪用⟧されるおそれがあります。", "possible"),
    ("カード情報の⟦不正利用⟧が確認されました。", "confirmed"),
    ("ご予約のお客様へ⟦フィッシング⟧サイトに誘導するメッセージが送信されていることを確認しました。", "confirmed"),
]


@pytest.mark.parametrize(("row", "code"), SECONDARY)
def test_secondary_damage(row: str, code: str) -> None:
    text, spans = unmark(row)
    incident = read(text)
    assert incident.secondary_damage == code
    assert spans_of(incident, "secondary_damage") == spans


SECONDARY_UNTOLD = [
    "不審なメールが届いた場合は開封しないでください。",
    "被害の拡大を防止するため、サーバーを停止しました。",
    "二次被害の防止に努めてまいります。",
    "第三者が機器の脆弱性を悪用して侵入しました。",
    "職員のアカウントが不正に利用され、迷惑メールが送られました。",
    "二次被害の有無は調査中です。",
]


@pytest.mark.parametrize("text", SECONDARY_UNTOLD)
def test_secondary_damage_untold(text: str) -> None:
    incident = read(text)
    assert incident.secondary_damage == "unknown"
    assert not spans_of(incident, "secondary_damage")


THIRD_PARTY = [
    "当社が発送業務を委託している業者のサーバーが不正アクセスを受けました。",
    "印刷会社においてランサムウェアの被害が発生しました。",
    "当校が制作を依頼した青葉写真株式会社のシステムが攻撃を受け、不正アクセスが判明しました。",
    "当ホテルが提携している予約サイトで不正アクセスが発生しました。",
    "当社が利用するクラウドサービスに対し、不正アクセスが行われました。",
    "不正アクセスは委託先のサーバーに対して行われたものです。",
]


@pytest.mark.parametrize("text", THIRD_PARTY)
def test_third_party(text: str) -> None:
    assert read(text).third_party is True


NOT_THIRD_PARTY = [
    "当社サーバーが不正アクセスを受けました。",
    "保守会社による調査の結果、当社サーバーへの不正アクセスが判明しました。",
    "委託先から報告を受け、当社のサーバーに対する不正アクセスが分かりました。",
    "当社が利用するクラウドサービスのアカウントに対し、不正アクセスがありました。",
    "当社の子会社のサーバーに対する不正アクセスがありました。",
    "委託先への不正アクセスの形跡は確認されておりません。当社サーバーが攻撃を受けました。",
]


@pytest.mark.parametrize("text", NOT_THIRD_PARTY)
def test_not_third_party(text: str) -> None:
    assert read(text).third_party is None


def test_contractor_is_supply_chain_and_booking_site_is_not() -> None:
    contractor = read("業務委託先のサーバーが不正アクセスを受けました。")
    assert (contractor.types, contractor.vectors) == (("unauthorized_access", "supply_chain"), ("third_party",))
    booking = read("当館が提携している予約サイトで不正アクセスが発生しました。")
    assert (booking.types, booking.vectors) == (("unauthorized_access",), ("third_party",))


def count(text: str, quote: str, value: int, unit: str = "名", kind: str = "people", **more: object) -> Count:
    start = text.index(quote)
    fields: dict[str, object] = {"role": "exposed", "status": "possible", **more}
    return Count((start, start + len(quote)), value, None, str(fields.pop("bound", "exact")), unit, kind, **fields)  # type: ignore[arg-type]


def affected(text: str, counts: list[Count], groups: dict[int, str]) -> tuple[object, object]:
    """Return (value, bound, status, computed) of the people and of the records."""
    document = Document(text)
    exposures = []
    for index, subject in groups.items():
        start = text.find(subject) if subject else -1
        span = (start, start + len(subject)) if start >= 0 else None
        exposures.append(Exposure(span, None, index, (), counts[index].status, (counts[index].span,)))
    found = resolve_affected(document, find_sections(document, 0), counts, exposures)
    people, records = (quantity and quantity[:4] for quantity in found)
    return people, records


def test_affected_stated_total() -> None:
    text = "会員30名、職員12名、計42名"
    counts = [count(text, "30名", 30), count(text, "12名", 12), count(text, "計42名", 42, total=True)]
    assert affected(text, counts, {0: "会員", 1: "職員"}) == ((42, "exact", "possible", False), None)


def test_affected_sum_of_disjoint_groups() -> None:
    text = "- 会員：30名\n- 職員：約12名"
    counts = [count(text, "30名", 30), count(text, "約12名", 12, bound="approx")]
    assert affected(text, counts, {0: "会員", 1: "職員"}) == ((42, "approx", "possible", True), None)


def test_affected_leaves_out_parts_and_excluded() -> None:
    text = "利用者399名、このうち当区の方は11名。職員50名の情報は含まれません。"
    counts = [count(text, "399名", 399), count(text, "11名", 11), count(text, "50名", 50, status="excluded")]
    assert affected(text, counts, {0: "利用者", 1: "当区の方", 2: "職員"})[0] == (399, "exact", "possible", False)


def test_affected_card_payers_are_among_the_customers() -> None:
    text = "カード決済をされたお客様2,460名\n会員登録をされたお客様9,120名"
    counts = [count(text, "2,460名", 2460), count(text, "9,120名", 9120)]
    groups = {0: "カード決済をされたお客様", 1: "会員登録をされたお客様"}
    assert affected(text, counts, groups)[0] == (9120, "exact", "possible", False)


def test_affected_people_before_their_records() -> None:
    text = "名簿150件（120名）と代理店4店"
    counts = [
        count(text, "150件", 150, "件", "records"),
        count(text, "120名", 120),
        count(text, "4店", 4, "店", "companies"),
    ]
    people, records = affected(text, counts, {1: "名簿", 2: "代理店"})
    assert people == (120, "exact", "possible", False)
    assert records == (4, "exact", "possible", False)


def test_affected_mixed_statuses_are_as_sure_as_the_least() -> None:
    text = "閲覧された会員10件、閲覧された可能性のある取引先20件"
    counts = [
        count(text, "10件", 10, "件", "records", status="confirmed"),
        count(text, "20件", 20, "件", "records"),
    ]
    assert affected(text, counts, {0: "会員", 1: "取引先"})[1] == (30, "exact", "possible", True)


def test_affected_rough_figure_repeats_the_precise_one() -> None:
    text = "対象者は約15万人です。内訳は下表のとおりです。\n\n市民：148,620人"
    counts = [count(text, "約15万人", 150_000, bound="approx"), count(text, "148,620人", 148_620)]
    assert affected(text, counts, {1: "市民"})[0] == (148_620, "exact", "possible", False)


def test_affected_total_in_the_midst_is_of_its_parts_alone() -> None:
    text = "お客さま74名\n従業員1,493名\n国内1,448名\n海外45名"
    counts = [
        count(text, "74名", 74),
        count(text, "1,493名", 1493, total=True),
        count(text, "1,448名", 1448),
        count(text, "45名", 45),
    ]
    assert affected(text, counts, {0: "お客さま", 2: "国内", 3: "海外"})[0] == (1567, "exact", "possible", True)


def test_affected_vague_only() -> None:
    text = "数百名の方"
    assert affected(text, [count(text, "数百名", 0)._replace(value=None)], {0: ""}) == (None, None)
