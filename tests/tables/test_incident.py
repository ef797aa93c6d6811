"""The incident as a whole: rows tell a release, spans mark the words that the field rests on."""

import pytest
from tables.marked import unmark

from extract import lexicon
from extract.find.sections.headings import find_sections
from extract.mention import Count, Evidence, Exposure, Incident, Masthead
from extract.resolve.incident.affected import resolve_affected
from extract.resolve.incident.incident import resolve_incident
from extract.text.document import Document


def read(body: str, title: str = "", organization: str | None = None) -> Incident:
    """Read a body, with its title on a line before it."""
    text = f"{title}\n{body}" if title else body
    evidence = (Evidence("title", (0, len(title))),) if title else ()
    masthead = Masthead(len(title) + 1 if title else 0, title or None, organization, evidence=evidence)
    document = Document(text)
    words = lexicon.scan(document.folded)
    sections = find_sections(document, masthead.body)
    return resolve_incident(document, words, masthead, sections, [], [], [], [])


def spans_of(incident: Incident, field: str) -> list[tuple[int, int]]:
    return [span for name, span in incident.evidence if name == field]


TYPES = [
    ("⟦プログラムの不具合⟧により、別の会員の情報が閲覧できる状態となっていました。", ["system_failure"]),
    ("申込書10枚の⟦所在が不明⟧となっていることが判明しました。", ["loss"]),
    ("保管していた伝票が⟦見当たら⟧ないことが判明しました。", ["loss"]),
    ("ファクスを⟦誤った番号⟧に送信しました。", ["mis_sending"]),
    ("受信者全員のメールアドレスが⟦表示された状態で送信⟧してしまいました。", ["mis_sending"]),
    ("封筒に⟦別の方⟧の書類が混入していたことが判明しました。", ["mis_sending"]),
    ("当行の元行員がお客さまの情報を外部に⟦持ち出⟧していたことが判明しました。", ["data_theft_insider"]),
    ("弊社サイトを閲覧すると海外の通販⟦サイトに転送⟧される状態となっていました。", ["web_defacement"]),
    (
        "通販サイトに⟦不正なプログラム⟧が埋め込まれ、入力されたカード情報が外部に送信されていました。",
        ["web_skimming"],
    ),
    ("会員画面における⟦不審なログイン⟧を検知いたしました。", ["unauthorized_access"]),
    ("当局の⟦メールサーバーを不正に利用⟧した迷惑メールの送信が確認されました。", ["unauthorized_access"]),
    (
        "画面の番号に電話するよう導かれ、⟦遠隔操作のソフト⟧を入れてしまいました。",
        ["phishing", "unauthorized_access"],
    ),
    ("当社サーバーが第三者による⟦不正アクセス⟧を受けました。", ["unauthorized_access"]),
    ("外部から何者かが社内ネットワークへ⟦侵入⟧し、データを閲覧した痕跡がありました。", ["unauthorized_access"]),
    ("社内の端末が⟦ランサムウエア⟧に感染していることを確認しました。", ["ransomware"]),
    ("サーバー内の見積データが⟦暗号化⟧され、開けない状態となりました。", ["ransomware"]),
    ("サーバーで⟦マイニングマルウェア⟧の稼働を確認しました。", ["malware"]),
    ("業務用端末が⟦マルウェア⟧に感染しました。", ["malware"]),
    ("職員が⟦フィッシング⟧メールのリンクを開き、IDを入力してしまいました。", ["phishing"]),
    ("画面に⟦警告音⟧とともに表示された番号へ電話し、操作を許しました。", ["phishing", "unauthorized_access"]),
    ("決済画面のスクリプトが⟦改ざん⟧され、入力されたカード番号が送られていました。", ["web_skimming"]),
    ("当館のホームページにアクセスすると、無関係の別⟦サイトに飛ばされ⟧る状態でした。", ["web_defacement"]),
    ("当館のホームページを閲覧した際、⟦偽サイトに接続⟧されることがありました。", ["web_defacement"]),
    ("職員がメールから⟦偽サイトに誘導⟧され、パスワードを入力しました。", ["phishing"]),
    ("お客様の口座への⟦不正アクセス⟧が確認されました。", ["account_takeover", "unauthorized_access"]),
    ("公式サイトの一部が⟦改ざん⟧されました。", ["web_defacement"]),
    ("共用のファイルサーバーが攻撃により⟦暗号化⟧がなされていることが分かりました。", ["ransomware"]),
    ("端末のデータの⟦暗号化⟧を確認しました。", ["ransomware"]),
    ("図書室のホームページの新着欄に、何者かによる⟦不正な投稿⟧がありました。", ["web_defacement"]),
    ("当館のサイトに⟦不正なページ⟧が表示されたこと以外の被害は確認されておりません。", ["web_defacement"]),
    ("園のウェブサイト⟦改ざん⟧のお詫びを申し上げます。", ["web_defacement"]),
    ("何者かが当館のサイトを⟦改ざん⟧しており、宣伝が表示されていました。", ["web_defacement"]),
    ("当館のホームページが⟦不正アクセス⟧（⟦改ざん⟧）の被害を受けました。", ["web_defacement", "unauthorized_access"]),
    ("サイト内の記事の一部が⟦書き換えられ⟧、宣伝のページが作られていました。", ["web_defacement"]),
    ("ホームページの⟦改ざん⟧を確認したため、停止しました。", ["web_defacement"]),
    ("営業担当の⟦メールアドレス⟧が第三者に乗っ取られました。", ["account_takeover"]),
    ("職員の⟦アカウント⟧に対し、海外から⟦不正アクセス⟧がありました。", ["account_takeover", "unauthorized_access"]),
    ("会員ページが⟦リスト型攻撃⟧を受けました。", ["account_takeover", "unauthorized_access"]),
    ("会員ページへの⟦不正ログイン⟧が発生しました。", ["account_takeover", "unauthorized_access"]),
    ("⟦BCC⟧ではなくCCで一斉に送信してしまいました。", ["mis_sending"]),
    ("装置の⟦脆弱性⟧を突かれました。", ["vulnerability_exploit"]),
    # What was mended at once had let the attacker in.
    ("⟦不正アクセス⟧を検知し、即時に⟦脆弱性⟧の修正を実施しました。", ["vulnerability_exploit", "unauthorized_access"]),
    ("システムの⟦脆弱性⟧を特定し、設定の修正を終えました。", ["vulnerability_exploit"]),
    ("## 再発防止策\n原因となった⟦脆弱性⟧への対処を完了しました。\n", ["vulnerability_exploit"]),
    ("- 該当する⟦脆弱性⟧の修正\n- 監視の強化\n", ["vulnerability_exploit"]),
    ("⟦DDoS⟧攻撃により、閲覧しづらい状態となりました。", ["ddos"]),
    ("元社員が顧客名簿を⟦無断で持ち出⟧していました。", ["data_theft_insider"]),
    ("案内状を⟦誤って送付⟧しました。", ["mis_sending"]),
    ("⟦設定ミス⟧のため、回答が誰でも読める状態でした。", ["misconfiguration"]),
    ("学生名簿の入ったUSBメモリを⟦紛失⟧しました。", ["loss"]),
    ("経理担当者が⟦虚偽の送金⟧指示に従い、資金を送りました。", ["impersonation"]),
    ("お客さまの情報が⟦漏えい⟧しました。", ["other"]),
    ("当館のメールサーバーが⟦踏み台⟧にされ、大量の迷惑メールが送られました。", ["unauthorized_access"]),
    # A weakness by other words, and what would have closed it.
    ("アプリケーションの⟦欠陥⟧を突いて顧客の台帳が取り出されました。", ["vulnerability_exploit"]),
    ("予約画面の⟦不具合⟧を悪用され、会員の氏名が取り出されました。", ["vulnerability_exploit"]),
    ("⟦修正プログラム⟧を適用していなかったことにより、外から攻撃されました。", ["vulnerability_exploit"]),
    ("機器の交換により⟦脆弱性⟧が生じ、⟦不正アクセス⟧を受けました。", ["vulnerability_exploit", "unauthorized_access"]),
    ("- 侵入経路：海外子会社に置いた装置の⟦脆弱性⟧", ["vulnerability_exploit"]),
    # Many requests are an attack where the service fails.
    ("⟦大量のアクセス⟧によりサーバーが過負荷となり、申込画面がつながりませんでした。", ["ddos"]),
    # Sent to the wrong people.
    ("本来⟦BCC⟧に入れるべき宛名をCCに入れて送りました。", ["mis_sending"]),
    ("診断結果を⟦別の方⟧の住所へ郵送していました。", ["mis_sending"]),
    ("⟦宛先⟧を取り違えて名簿をお送りしました。", ["mis_sending"]),
    ("⟦間違って⟧別の組の保護者へ配信しました。", ["mis_sending"]),
    # Set wrongly, or lying open where no attack is told.
    ("申込フォームの⟦設定⟧の公開範囲を誤り、回答が見えていました。", ["misconfiguration"]),
    ("名簿が検索サイトから⟦閲覧できる状態⟧になっていました。", ["misconfiguration"]),
    ("不適切な⟦設定⟧により、台帳が外から開けました。", ["misconfiguration"]),
    # Things that are gone.
    ("職員が業務用のノートパソコンを⟦盗まれ⟧ました。", ["loss"]),
    ("教諭の鞄ごとUSBメモリが⟦持ち去られ⟧ました。", ["loss"]),
    ("検査票を⟦誤って廃棄⟧しました。", ["loss"]),
    # Systems that fail by themselves.
    ("別の会員の画面が表示される⟦不具合⟧が生じました。", ["system_failure"]),
    ("サイトの⟦改修⟧に誤りがあり、注文が届きませんでした。", ["system_failure"]),
    # Carried off by those within.
    ("元社員が在職中に顧客の名簿を⟦持ち出⟧し、転職先で使っていました。", ["data_theft_insider"]),
    # Led to something false.
    ("社員が⟦偽の⟧ログイン画面へ導かれ、IDを入れてしまいました。", ["phishing"]),
    ("届いたメールの⟦URL⟧を開き、パスワードを入力してしまいました。", ["phishing"]),
    ("いわゆる⟦サポート詐欺⟧に遭いました。", ["phishing", "unauthorized_access"]),
    ("画面に⟦という警告⟧が現れました。職員は番号へ電話をかけました。", ["phishing", "unauthorized_access"]),
    # What intruders leave behind.
    ("サーバーに⟦採掘ソフト⟧が置かれていました。", ["malware"]),
    ("端末が⟦ウイルス⟧に感染しました。", ["malware"]),
    ("サーバーに⟦不正なファイル⟧が設置されました。", ["malware"]),
    ("お支払い画面に⟦不正なスクリプト⟧が埋め込まれていました。", ["web_skimming"]),
    ("サイトへ⟦不正プログラム⟧が組み込まれ、セキュリティコードが漏えいした可能性があります。", ["web_skimming"]),
    ("サイトに⟦不正コード⟧が埋め込まれ、番号とセキュリティコードが送られていました。", ["web_skimming"]),
    ("サーバーが⟦身代金要求⟧型のプログラムに感染しました。", ["ransomware"]),
    ("派遣社員1名が、お客様情報を⟦不正に取得⟧していました。", ["data_theft_insider"]),
    ("ハードディスクを⟦紛失⟧しました。データは暗号化されており、パスワードが設定されています。", ["loss"]),
    # Whose account it was.
    ("当協会の⟦アカウント⟧を迷惑メールの踏み台とされました。", ["account_takeover"]),
    # Told in a table's cell, and over a hard line break.
    ("| 日時 | できごと |\n| --- | --- |\n| 11月6日 | 何者かが社内へ⟦侵入⟧ |", ["unauthorized_access"]),
    (
        "調べましたところ、当社が拠点のあいだで使うファイルの共有のためのサーバーの⟦アカウント⟧が社外の者に\n乗っ取られていました。",
        ["account_takeover"],
    ),
]


@pytest.mark.parametrize(("row", "types"), TYPES)
def test_types(row: str, types: list[str]) -> None:
    text, spans = unmark(row)
    incident = read(text)
    assert list(incident.types) == types
    assert set(spans_of(incident, "types")) >= set(spans)


NO_TYPES = [
    "※フォレンジック調査：ランサムウェア等の被害を受けた際に、証拠を保全し、分析する専門的な調査手法。",
    "会員の住所には暗号化が行われているため、読み取ることは困難です。",
    # What is to be stronger, trained for or searched for; what its owner encrypted.
    "今後は、ランサムウェアなどのサイバー攻撃への対策を強化いたします。",
    "昨今のランサムウェア被害の増加を踏まえ、監視体制を強化いたします。",
    "今後はDDoS攻撃やランサムウェアなど、多様化するサイバー攻撃への備えを強化します。",
    "標的型攻撃メール訓練を行いました。",
    "フィッシング詐欺対策として、多要素認証を導入しました。",
    "内部不正対策として、アクセスログの監視を強化しました。",
    "紛失、盗難などを防ぐため、規程を見直しました。",
    "メールの誤送信にもあわせて注意するよう周知しました。",
    "サーバー全体の不正プログラム・WebShell等のスキャンを実施しました。",
    "データベースは暗号化されており、第三者が読み取ることは困難です。",
    "講座の受付開始に伴い、会員サイトに大量のアクセスがありました。",
    "画面の不具合を修正しました。",
    "工場見学の受付を再開しました。",
    "ウイルス対策ソフトを入れ替え、脆弱性診断を年に二度行ってまいります。",
    "見つかった脆弱性の修正を順に進めてまいります。",
    "脆弱性の修正を定期的に実施します。",
    "なお、ウイルス感染の形跡は確認されておりません。",
    "端末へのマルウェアの設置、不正なプログラムが実行された痕跡や、情報が持ち出された事実は確認されませんでした。",
    "端末のマルウェア感染、情報の持ち出し、改ざん等の事実はいずれも確認されておりません。",
    "本件はランサムウェアではありません。",
    "## 再発防止策\nフィッシングメールの訓練を行い、不正アクセスを監視します。",
    "## お客様へのお願い\n不審なメールにはマルウェアが潜むことがあります。",
    "パスワードは暗号化されて保存されています。",
    "通信はすべて暗号化されており、第三者には読めません。",
    "名簿は別のサーバーで暗号化して管理しています。",
    "データを暗号化された形跡はありません。",
    "本件は身代金要求型のプログラムによる被害でないことを確認しております。",
    "ファイルの暗号化、身代金要求、脅迫は確認されておりません。",
    "現時点では身代金要求型のプログラムによる被害の兆候は見当たりません。",
    "なお、ランサムウェアによる文書の暗号化や脅迫といった被害は見つかっておりません。",
    "不正な操作や情報の持ち帰りの有無を調べております。",
    "初めの合言葉のままお使いの方は、不正アクセスのリスクが高まります。",
    "新型コロナウイルスに感染した職員が休んでいます。",
    "CC、BCCに記載されたアドレスは次のとおりです。",
    "不特定の宛先へ広報紙を送信しました。",
    "受付の手順は虚偽の申請に備えたものです。",
    "研修プログラムの実施を予定しています。",
    "当館のホームページの改ざんを検知する仕組みを備えています。",
    "不正ログイン、金銭の被害等が発生している場合は、警察へご相談ください。",
    "身に覚えのない不審なログインの知らせを受けた場合には、ご連絡ください。",
]


@pytest.mark.parametrize("text", NO_TYPES)
def test_no_types(text: str) -> None:
    incident = read(text)
    assert incident == Incident()


# A type that is denied, feared or implied by another is none, while the rest stays.
TYPES_LEFT_OUT = [
    (
        "不正アクセスを受けました。ランサムウェア等の不正なプログラムの実行による二次被害の発生を防ぐ目的で、隔離しました。",
        ["unauthorized_access"],
    ),
    (
        "不正アクセスを受けました。機器の製造元が脆弱性を公表していましたが、侵入の形跡はありません。",
        ["unauthorized_access"],
    ),
    ("不正アクセスを受けましたが、マルウェアは検出されませんでした。", ["unauthorized_access"]),
    ("不正アクセスを受けました。不正ログインを防止するため、設定を改めました。", ["unauthorized_access"]),
    ("サーバーがランサムウェアに感染しましたが、不正ログインや、名簿の漏えいは確認されておりません。", ["ransomware"]),
    ("不正アクセスによる情報の流出は確認されておりません。", ["unauthorized_access"]),
    ("不正アクセスがありました。今後、フィッシングメールが届く可能性があります。", ["unauthorized_access"]),
    ("サーバーがランサムウェアに感染し、マルウェアは駆除しました。", ["ransomware"]),
    ("システム障害が発生し、不正アクセスが原因と判明しました。", ["unauthorized_access"]),
    ("マルウェアへの感染の可能性は否定できません。", ["malware"]),
    # Denied by the traces that it would have left, and not where these are of what came of it.
    (
        "不正ログインを受けました。マルウェア感染、情報漏えいを示唆する痕跡など、異常な事象は確認されておりません。",
        ["account_takeover", "unauthorized_access"],
    ),
    (
        "不正アクセスを受けました。ランサムウェア攻撃に見られる暗号化、脅迫を示す直接の挙動は確認されておりません。",
        ["unauthorized_access"],
    ),
    ("ランサムウェアによる情報の流出を示す痕跡は確認されておりません。", ["ransomware"]),
    ("不正アクセスにより、サーバー内の暗号化された情報の一部が閲覧されました。", ["unauthorized_access"]),
    # The lure is yet to come, and the sentence asks; its first half only denies.
    ("不正アクセスがありました。悪用は確認されておりませんが、フィッシングにご注意ください。", ["unauthorized_access"]),
    # The means of an attack is no account taken over, nor is the attacker's haul an insider's.
    ("管理者のアカウントを窃取し、内部へ不正に侵入しました。", ["unauthorized_access"]),
    ("攻撃者が社員の情報を外部へ持ち出し、不正アクセスが判明しました。", ["unauthorized_access"]),
    ("教諭が許可を得ずにUSBメモリを持ち出し、紛失しました。", ["loss"]),
    ("教諭がUSBメモリを紛失しました。パスワードは設定されていなかった。", ["loss"]),
    ("受付の端末が不正アクセスを受け、管理画面のパスワードが盗まれました。", ["unauthorized_access"]),
    # Systems failed because they were attacked; data lay open to an intruder.
    ("サイバー攻撃を受け、システム障害が発生しました。", ["unauthorized_access"]),
    # What is only guessed at is named, and not told.
    ("フィッシングなど何らかの手段でIDを窃取され、不正アクセスを受けました。", ["unauthorized_access"]),
    ("フィッシングサイト、または総当たりによる不正アクセスの可能性が高いと考えます。", ["unauthorized_access"]),
    # A page that asks for passwords, the publisher's site changed or somebody else's script.
    ("当社サイトの一部で、不審なサインイン画面が表示されておりました。", ["phishing", "web_defacement"]),
    ("当社が利用している外部サービスを経由し、不審な認証画面が表示されました。", ["supply_chain"]),
    ("一部のページで、不正なログイン画面が表示されました。", ["phishing", "web_defacement"]),
    ("不正アクセスにより、名簿が第三者に閲覧可能な状態となりました。", ["unauthorized_access"]),
    ("名簿が別の会員に見える不具合が生じました。外部からの攻撃によるものではありません。", ["system_failure"]),
    # Data is no thing that can be lost.
    ("不正アクセスがあり、暗号資産の盗難を確認しました。", ["unauthorized_access"]),
]


@pytest.mark.parametrize(("text", "types"), TYPES_LEFT_OUT)
def test_types_left_out(text: str, types: list[str]) -> None:
    assert list(read(text).types) == types


def test_title_tells_a_type() -> None:
    incident = read("詳細は調査中です。", title="ランサムウェア被害の発生について")
    assert incident.types == ("ransomware",)
    assert spans_of(incident, "types") == [(0, 7)]


VECTORS = [
    ("配信に使う⟦API キー⟧が外部に流出し、不正にアクセスされました。", ["stolen_credentials"]),
    ("侵入経路：⟦VPN⟧", ["vpn"]),
    ("不正侵入の起点は⟦VPN⟧機器でした。", ["vpn"]),
    ("⟦VPN⟧機器の更新が未実施であり、その脆弱性を突かれたことが原因です。", ["vpn"]),
    ("リモートアクセス用の⟦VPN⟧機器を通じて、社内に不正侵入されました。", ["vpn"]),
    ("第三者が不正に入手したIDと⟦パスワード⟧を使ったと思われる不審なアクセスがありました。", ["stolen_credentials"]),
    (
        "業務で使う⟦認証情報⟧が流出。この情報をもとに社員の口座に不正にログインしたとみられます。",
        ["stolen_credentials"],
    ),
    (
        "侵入経路の特定には至りませんでしたが、インターネットとの⟦接続口⟧から侵入された可能性があります。",
        ["network_device"],
    ),
    ("不正に取得された可能性のあるパスワードを初期化しました。", []),
    ("装置に対し不正に⟦VPN⟧接続を行い、内部に侵入したものです。", ["vpn"]),
    ("⟦VPN⟧の⟦パスワード⟧が推測され、第三者に侵入されました。", ["vpn", "stolen_credentials"]),
    ("⟦パスワードリスト攻撃⟧により、不正ログインがありました。", ["stolen_credentials"]),
    ("攻撃者は⟦リモートアクセス⟧用のサーバーに対し、総当たり攻撃により侵入しました。", ["remote_desktop"]),
    ("⟦VPN⟧機器のファームウェアが古く、脆弱性が存在していたことから侵入されました。", ["vpn"]),
    ("お⟦問い合わせフォーム⟧が第三者により不正に利用され、迷惑メールが送られました。", ["web_application"]),
    ("退職した者の⟦アカウント⟧が削除されておらず、これを悪用して侵入されました。", ["stolen_credentials"]),
    ("調査の結果、⟦VPN⟧機器を経由して社内へ侵入されたことが分かりました。", ["vpn"]),
    ("不正アクセスの入口となった⟦ルーター⟧を撤去しました。", ["network_device"]),
    ("第三者が⟦リモートデスクトップ⟧を悪用して侵入しました。", ["remote_desktop"]),
    ("サイト管理の⟦パスワード⟧が、社員のパソコンから窃取され、不正にログインされました。", ["stolen_credentials"]),
    ("⟦リモートデスクトップ⟧のポートが外部に開放されており、総当たり攻撃で侵入されました。", ["remote_desktop"]),
    ("職員あての⟦フィッシング⟧メールを端緒とする不正アクセスを受けました。", ["email"]),
    ("当社⟦オンラインショップ⟧のシステムの脆弱性を突いた不正アクセスを受けました。", ["web_application"]),
    ("職員一名の⟦Microsoft 365⟧に対する不正アクセスがありました。", ["cloud_service"]),
    ("職員の⟦Chatwork⟧のアカウントが不正にアクセスされました。", ["cloud_service"]),
    ("⟦フィッシング⟧メールの誘導により情報を入力したことが原因です。", ["email"]),
    ("何者かが⟦認証情報⟧を窃取し、社内へ侵入しました。", ["stolen_credentials"]),
    ("推測された⟦パスワード⟧により不正にログインされました。", ["stolen_credentials"]),
    ("教員が⟦サポート詐欺⟧に遭い、パソコンを操作されました。", ["employee"]),
    ("利用していた部品に⟦不正なコードが混入⟧し、不正アクセスを受けました。", ["software_supply_chain"]),
    ("不正アクセスの⟦侵入経路⟧の特定には至っておりません。", ["unknown_vector"]),
    ("不正アクセスを受けましたが、⟦侵入経路⟧の特定には至りませんでした。", ["unknown_vector"]),
    ("現場に置かれた⟦ルーター⟧を足がかりに、社内へ侵入しました。", ["network_device"]),
    ("⟦リモートアクセス専用⟧回線の機器の不備から不正アクセスを受けました。", ["network_device"]),
    ("社外から使う装置（SSL-⟦VPN⟧）に社員の資格で接続があり、不審な操作が行われました。", ["vpn"]),
    ("遠隔接続に正規の社員⟦のID⟧で接続がありました。", ["stolen_credentials"]),
    ("⟦クラウドサービス⟧の申込フォームの設定を誤り、回答が見えていました。", ["cloud_service"]),
    ("予約の相談を⟦装ったメール⟧から偽の画面へ導かれ、IDを入れました。", ["email"]),
    ("開発者が使う⟦拡張機能⟧が改ざんされた版に替わりました。", ["software_supply_chain"]),
    ("画面に⟦表示された番号⟧へ電話し、操作を許しました。", ["employee"]),
    ("⟦Cisco⟧社製品の脆弱性を悪用され、第三者による侵入を受けました。", ["network_device"]),
    ("不正アクセスは、⟦パスワード⟧の漏えいによるものと推定されます。", ["stolen_credentials"]),
    ("⟦VPN⟧の⟦アカウント情報⟧が漏えいし、不正に利用されました。", ["vpn", "stolen_credentials"]),
    ("⟦アクセスキー⟧が流出し、保存先に不正にアクセスされました。", ["stolen_credentials"]),
    ("総当たりの攻撃により⟦パスワード⟧が破られました。", ["stolen_credentials"]),
    ("公開している⟦サイト⟧に不正なファイルが設置されました。", ["web_application"]),
    ("侵入手口は、外から操作できる⟦リモートデスクトップ⟧の画面でした。", ["remote_desktop"]),
    ("侵入経路となりました⟦VPN⟧は廃止いたします。", ["vpn"]),
    ("このたびの侵入経路となったみほん工場の一部の⟦ネットワーク装置⟧は入れ替えました。", ["network_device"]),
    (
        "外部の調査会社によれば、第三者は当社の複数の事業所にまたがる社内の業務用の⟦リモートデスクトップ⟧の\n接続を通じて侵入していました。",
        ["remote_desktop"],
    ),
]


@pytest.mark.parametrize(("row", "vectors"), VECTORS)
def test_vectors(row: str, vectors: list[str]) -> None:
    text, spans = unmark(row)
    incident = read(text)
    assert list(incident.vectors) == vectors
    assert spans_of(incident, "vectors") == spans


NO_VECTORS = [
    "当社がお店に提供するクラウド型の予約台帳に、第三者が不正アクセスしました。",
    "不正アクセスを受けました。VPN機器の製造元が脆弱性を公表しています。",
    "不正アクセスを受け、VPN接続を停止しました。",
    "不正アクセスを受けました。不審なメールや添付ファイルの開封の依頼を受けた場合は、ご注意をお願いいたします。",
    "不正アクセスを受けたため、ネットワーク機器を入れ替えました。",
    "不正アクセスにより、会員のメールアドレスとパスワードが漏えいした可能性があります。",
    "不正アクセスの原因を特定するため調査しています。",
    "当該アカウントからフィッシングメールが送信されました。",
    "不正アクセスがあり、お客様へフィッシングサイトに誘導するメッセージが届きました。",
    "不正アクセスを受けましたが、当社クラウドサービスへの不正アクセスは確認されておりません。",
    "アカウント情報を管理するサーバーが不正アクセスを受けました。",
    "装置の脆弱性を突いた不正アクセスを受けました。",
    "外部からの攻撃があり、公式サイトの不具合について調べています。",
    "クラウドサーバーの事業者から、不正アクセスの連絡を受けました。",
    "予約されたお客様へ、当館を装ったメールが送信されました。",
    "## 再発防止策\nリモートデスクトップを狙った攻撃への備えを強化します。",
]


@pytest.mark.parametrize("text", NO_VECTORS)
def test_no_vectors(text: str) -> None:
    assert read(text).vectors == ()


REPORTED = [
    ("⟦県警のサイバー犯罪相談窓口に通報⟧済みです。", ["police"]),
    # The bodies are listed below what says so, behind a label, or in a bracket.
    ("以下の機関に報告を行いました。\n・⟦個人情報保護委員会⟧\n・⟦警察⟧署", ["ppc", "police"]),
    (
        "以下のとおり関係機関へ報告しました。\n・⟦個人情報保護委員会⟧（5月12日）\n・みほん⟦県警⟧察本部（5月12日）",
        ["ppc", "police"],
    ),
    ("## 監督官庁への報告\n- ⟦個人情報保護委員会⟧\n- 所轄⟦警察⟧署", ["ppc", "police"]),
    ("報告先：⟦個人情報保護委員会⟧、みほん⟦警察⟧署", ["ppc", "police"]),
    ("関係当局への報告（⟦個人情報保護委員会⟧・⟦警察⟧）を完了しました。", ["ppc", "police"]),
    ("⟦警察当局へ被害の届け出⟧を行いました。", ["police"]),
    ("⟦個人情報保護委員会へ報告⟧するとともに、⟦所轄警察署に被害届を⟧提出しました。", ["ppc", "police"]),
    ("⟦警察へ相談⟧しております。", ["police"]),
    ("⟦東京証券取引所に適時開示⟧を行いました。", ["tse"]),
    ("⟦文部科学省に報告⟧いたしました。", ["ministry"]),
    ("⟦IPAへの届出⟧を済ませました。", ["ipa"]),
    ("⟦JPCERT/CCへ連絡⟧しています。", ["jpcert"]),
    ("監督官庁である⟦個人情報保護委員会に報告⟧済みです。", ["ppc"]),
    ("⟦警察等の関係機関と連携⟧しています。", ["police"]),
    ("関係当局への報告は、4月22日に⟦みなと警察署に届出⟧をしました。", ["police"]),
    ("⟦観光庁および個人情報保護委員会に報告⟧しました。", ["ppc", "ministry"]),
    ("⟦関係当局へ報告⟧を行いました。", ["other_authority"]),
    ("⟦FBIへ届け出⟧ました。", ["police"]),
    ("⟦国土交通省にも随時ご報告⟧しています。", ["ministry"]),
    ("⟦警察と連携⟧し、調査を進めてまいりました。", ["police"]),
    ("⟦情報処理推進機構とも情報交換⟧を行っています。", ["ipa"]),
    ("- ⟦個人情報保護委員会への報告⟧\n- ⟦県警への相談⟧", ["ppc", "police"]),
    ("⟦個人情報保護委員会及び警察への報告⟧・相談を行い対応してまいります。", ["ppc", "police"]),
    ("⟦個人情報保護 委員会への報告⟧を行いました。", ["ppc"]),
    ("⟦個人情報保護委員会、関係各省庁に一報を⟧しております。", ["ppc", "ministry"]),
    ("⟦管轄官庁に報告⟧いたしました。", ["ministry"]),
    ("⟦警察等の協力⟧を得て、調査を進めています。", ["police"]),
    ("- 当局への報告：⟦個人情報保護委員会へ速報⟧を提出しました。", ["ppc"]),
]


@pytest.mark.parametrize(("row", "codes"), REPORTED)
def test_reported_to(row: str, codes: list[str]) -> None:
    text, spans = unmark(row)
    incident = read(text)
    assert list(incident.reported_to) == codes
    found = spans_of(incident, "reported_to")
    assert all(any(start <= low and high <= end for start, end in spans) for low, high in found)


NOT_REPORTED = [
    "みなと局（以下「当局」という。）の業務を受託する者から、当局に攻撃の報告がありました。",
    "情報セキュリティの一般的なご質問には、IPA「情報セキュリティ安心相談窓口」も利用できます。",
    "お困りの方のため、警察相談専用電話（#9110）も設けられています。",
    # Intentions, steps among others, and what was not done.
    "個人情報保護委員会への報告ならびに所管の官庁への相談を早急に行ってまいります。",
    "個人情報保護委員会への報告につきましては、速やかに行ってまいります。",
    "個人情報保護委員会に対し、速やかに報告を行います。",
    "個人情報保護委員会への報告を速やかに行う所存です。",
    "個人情報保護委員会への報告等、適切に対応してまいります。",
    "監督官庁への報告、取引先との契約の確認、必要な対応を行います。",
    "警察への届出を含め、対応を検討しております。",
    "個人情報保護委員会への報告は行っておりません。",
    "個人情報保護委員会への報告は不要と判断しました。",
    "個人情報保護委員会への報告対象となる事案には該当しません。",
    "個人情報保護委員会への報告の要否を確認しています。",
    "警察への被害届は提出しておりません。",
    "警察署等の公的機関から、お客様に関わる被害の連絡や報告は寄せられておりません。",
    "以下の機関に報告を検討しています。\n・個人情報保護委員会\n・警察署",
    "生徒が使うiPadの故障について学校へ連絡しました。",
    "個人情報保護委員会へ速やかに報告する予定です。",
    "必要に応じて警察へ相談いたします。",
    "今後、新たな事実が判明した場合には当局へ報告します。",
    "警察より、当社サイトについて連絡を受けました。",
    "本件を受けて、総務省では、専門家とも連携して対策を進めております。",
    "不審な電話があったときは、警察にご相談ください。",
    "個人情報保護委員会のガイドラインに沿って報告書を作りました。",
    "個人情報保護委員会への報告を検討しております。",
    "外部の専門会社に報告しました。",
    "関係機関と協力して再発を防ぎます。",
    "個人情報保護委員会への報告は、本日中に各社が行います。",
    "個人情報保護委員会への報告は、要否を確認しているところです。",
    "当社や関係機関を装った不審な連絡にはご注意ください。",
    "## 関係機関への報告\n準備を進めています。",
    "再発防止策の検討、関係機関への適切な報告を進めてまいります。",
]


@pytest.mark.parametrize("text", NOT_REPORTED)
def test_not_reported(text: str) -> None:
    assert read(text).reported_to == ()


SECONDARY = [
    ("お客様3名より、⟦身に覚えのない請求⟧があったとのご連絡をいただきました。", "confirmed"),
    ("フィッシングメール等に⟦悪用⟧されるおそれがございます。", "possible"),
    ("⟦二次被害⟧の有無：現時点では確認されておりません。", "none_confirmed"),
    ("漏えいした情報を利用した⟦なりすまし⟧があったとの報告はございません。", "none_confirmed"),
    ("⟦二次被害⟧またはそのおそれの有無：現時点では確認されておりません。", "none_confirmed"),
    ("⟦不正利用⟧の有無：現時点では確認されておりません。", "none_confirmed"),
    ("| ⟦二次被害⟧の有無 | 現時点では確認されておりません。 |", "none_confirmed"),
    ("⟦二次被害⟧の有無は、現時点では確認されておりません。", "none_confirmed"),
    ("お客様の残高への⟦不正利用⟧がない旨を、改めて確認いたしました。", "none_confirmed"),
    ("⟦二次被害⟧がなかったことを確認しております。", "none_confirmed"),
    ("お客様に⟦不審なメール⟧が送信されました。", "confirmed"),
    ("同アカウントとやり取りのあった企業宛に⟦スパムメール⟧が送信される事案が確認されました。", "confirmed"),
    ("一部のお客様のカード情報が⟦不正利用⟧された疑いがあることが判明しました。", "possible"),
    ("流出した情報が⟦詐欺等に利用⟧されるおそれがあります。", "possible"),
    ("※現在までに、直接的な⟦被害⟧は確認されておりません。", "none_confirmed"),
    ("情報の持ち出しや改ざん、⟦不正利用⟧などはなく、窓口の業務への影響もありません。", "none_confirmed"),
    ("本件と関連する⟦被害⟧の申告はございません。", "none_confirmed"),
    ("対象のお客様には、⟦不審なメール⟧が届いている形跡があります。", "confirmed"),
    ("現時点で⟦二次被害⟧は確認されておりません。", "none_confirmed"),
    ("本件に起因する情報の⟦不正利用⟧等の事実はございません。", "none_confirmed"),
    ("⟦二次被害⟧は確認されていませんが、今後、悪用されるおそれがあります。", "none_confirmed"),
    ("紛失した情報が⟦第三者に使用さ⟧れた等の事実は確認されておりません。", "none_confirmed"),
    ("これに伴う⟦被害⟧の報告は受けておりません。", "none_confirmed"),
    ("本件に関連する⟦被害⟧の報告や連絡は届いておりません。", "none_confirmed"),
    ("アカウントが不正に利用され、一部のお取引先様宛に⟦不審なメール⟧が送信されていたことを確認しました。", "confirmed"),
    ("一部のお客さまのカード情報が⟦不正利用⟧された可能性があります。", "possible"),
    ("漏えいした情報が詐欺に⟦悪用⟧されるおそれがあります。", "possible"),
    ("カード情報の⟦不正利用⟧が確認されました。", "confirmed"),
    ("流出した情報が⟦二次利用⟧された事実は確認されておりません。", "none_confirmed"),
    ("⟦被害⟧は生じておりません。", "none_confirmed"),
    ("名簿の一部が盗み見られたおそれがありましたが、⟦被害⟧は確認されておりません。", "none_confirmed"),
    ("お客様3名から、⟦身に覚えのない荷物⟧が届いたとの申し出をいただいております。", "confirmed"),
    ("流出した情報を用いた⟦なりすまし⟧メールが送られる可能性があります。", "possible"),
    ("今後、なりすましなどの⟦被害⟧が発生する可能性は否定できません。", "possible"),
    ("お客様の口座で⟦不正な売買⟧を確認しました。", "confirmed"),
    ("2名のお客様から⟦身に覚えのない請求⟧があったとのご連絡をいただいております。", "confirmed"),
    ("カードの⟦不正利用⟧が15件、総額230万円確認されております。", "confirmed"),
    ("流出したメールアドレス宛に⟦迷惑メール⟧が届いているとの報告を受けております。", "confirmed"),
    ("⟦ポイントの不正交換⟧が3件発生しております。", "confirmed"),
    ("なりすまし等の⟦被害⟧が発生した事実はございません。", "none_confirmed"),
    ("1名の方に⟦不正な引き落とし⟧がありました。", "confirmed"),
    ("なお、⟦不正に使われたポイント⟧は全額を補います。", "confirmed"),
    ("転職先の会社の⟦営業活動に⟧使われていました。", "confirmed"),
    ("会員様あてに、当社の請求書を装った⟦不審なメール⟧が届いたとのお声を頂いております。", "confirmed"),
    ("当店を名乗る⟦偽の⟧メールが届いたとのご連絡を、お客様から頂きました。", "confirmed"),
    ("情報が⟦不正に使われ⟧たとの申し出は一件も受けておりません。", "none_confirmed"),
    ("⟦二次被害⟧に関する情報は、いまのところ当社に届いておりません。", "none_confirmed"),
    ("何らかの⟦被害⟧について報告はされておりません。", "none_confirmed"),
    ("## 5. ⟦二次被害⟧の有無\n現時点では確認されていませんが、ご注意ください。", "none_confirmed"),
    ("会員の皆さまから⟦被害⟧のご連絡はいただいておりません。", "none_confirmed"),
    ("これまでに⟦実害⟧を伴う問い合わせはいただいておりません。", "none_confirmed"),
    ("当館に対して、この⟦被害⟧に関する問合せは来ておりません。", "none_confirmed"),
    ("これらに関連する⟦被害⟧のお申し出は確認されておりません。", "none_confirmed"),
    ("現時点において、画面の改ざん等の⟦被害⟧申告は受けておりません。", "none_confirmed"),
    ("会員証における⟦ポイントの不正利用⟧の被害は確認されておりません。", "none_confirmed"),
    ("漏えいに伴う⟦二次被害⟧はなかったことを確認いたしました。", "none_confirmed"),
    ("⟦2 次被害⟧の発生等は確認されておりません。", "none_confirmed"),
    ("送られた情報の一部は⟦不正に使われ⟧た可能性があります。", "possible"),
    ("メールアドレスを⟦悪用⟧したスパムメールが送付される可能性があると考えられます。", "possible"),
    ("本事案に関わる⟦被害⟧は、現時点では確認されておりません。", "none_confirmed"),
    ("現時点において、不審なメールの送信以外の⟦被害⟧や情報の公開等の事実は確認されておりません。", "none_confirmed"),
    ("漏洩した情報による⟦二次被害⟧を複数件確認しております。", "confirmed"),
    (
        "当方の名を騙る迷惑メールがお客様へ送信された事実を確認しましたが、⟦二次被害⟧は確認されておりません。",
        "none_confirmed",
    ),
    ("お客様あてに⟦不審なメール⟧が届いたとの報告を頂きました。金銭の被害は把握しておりません。", "confirmed"),
    ("ご予約のお客様へ⟦フィッシング⟧サイトに誘導するメッセージが送信されていることを確認しました。", "confirmed"),
]


@pytest.mark.parametrize(("row", "code"), SECONDARY)
def test_secondary_damage(row: str, code: str) -> None:
    text, spans = unmark(row)
    incident = read(text)
    assert incident.secondary_damage == code
    assert spans_of(incident, "secondary_damage") == spans


SECONDARY_UNTOLD = [
    "現時点において、その他のサービスにおいて不正利用は確認されておりません。",
    "本件は送信元の名を悪用したものであり、お客様の情報が送信された事実は確認されておりません。",
    "調査の結果、システムに悪用可能な脆弱性は確認されませんでした。",
    "園児名簿の仕入先に対し、当園のアカウントから不審なメールが送信されていることを確認しております。",
    "二次被害の有無については、現在調査中であり確認できておりません。",
    "二次被害の有無は確認できておりません。",
    "不審なメールが届いた場合は開封しないでください。",
    "被害の拡大を防止するため、サーバーを停止しました。",
    "二次被害の防止に努めてまいります。",
    "第三者が機器の脆弱性を悪用して侵入しました。",
    "職員のアカウントが不正に利用され、迷惑メールが送られました。",
    "二次被害の有無は調査中です。",
    "二次被害の可能性は極めて低いと考えております。",
    "財産的被害が生じるおそれのある個人データは含まれておりません。",
    "現時点では情報漏えいの被害は確認されておりません。",
    "現時点で業務の停止に至る被害は確認されておりません。",
    "## 5. 二次被害の有無\n調査中であり、現時点で有無は確認できていません。",
    "流れ出た項目は、氏名のほか営業活動に使用する情報です。",
    "個人情報の不正利用等が発生している場合は、警察へお届けください。",
    "当社のメールアドレスが不正に利用されたことが判明いたしました。",
    "万が一、具体的な被害が確認された場合には、対応いたします。",
    "教員のアカウントが不正に利用され，多数のメールが外部へ送信される事案が発生いたしました。",
    "不正利用が確認されたアカウントを無効化しました。",
    "カードの不正利用を目的とした大量のアクセスが確認されました。",
    "第三者による計算資源の利用は止まり、当該の不正利用は停止していることを確認しております。",
    "問い合わせの画面の仕様を悪用した行為であることを確認しております。",
    "管理者のパスワードが何らかの方法で漏れて不正利用されたことを確認しました。",
]


@pytest.mark.parametrize("text", SECONDARY_UNTOLD)
def test_secondary_damage_untold(text: str) -> None:
    incident = read(text)
    assert incident.secondary_damage == "unknown"
    assert not spans_of(incident, "secondary_damage")


THIRD_PARTY = [
    "株式会社みほん提供の「みほんメール」が不正アクセスを受けました。",
    "当館が貸出に利用している一般社団法人みほん協議会（以下、MHN）の「みほん貸出サービス」において、サイバー攻撃が発生しました。",
    "当館が委託していた外部業者の管理するサイトが攻撃により不正アクセスを受け、当館のホームページが改ざんされました。当館のホームページへの不正アクセスを検知し、停止しました。",
    "保守業者が使用していた接続用のアカウントが悪用され、院内のサーバーに不正アクセスがありました。",
    "取引先のネットワークを経由して、不正アクセスを受けました。",
    "協力会社の技術者の端末がマルウェアに感染しました。",
    "当社の業務委託先において、会員の名簿を紛失しました。",
    "再委託先の従業員が、会員の情報を不正に持ち出しました。",
    "印刷会社が封入を誤り、通知を別の方に送付しました。",
    "当社が発送業務を委託している業者のサーバーが不正アクセスを受けました。",
    "印刷会社においてランサムウェアの被害が発生しました。",
    "当校が制作を依頼した青葉写真株式会社のシステムが攻撃を受け、不正アクセスが判明しました。",
    "当ホテルが提携している予約サイトで不正アクセスが発生しました。",
    "当社が利用するクラウドサービスに対し、不正アクセスが行われました。",
    "不正アクセスは委託先のサーバーに対して行われたものです。",
    "当館が利用する「かもめ予約フォーム」において不正アクセスが発生しました。",
    "外部ライブラリの改ざんに起因する不審なログイン画面が表示されました。",
    "サイトで不正アクセスが確認されました。\n\nこの件について、サービス提供会社である若葉社から報告を受けました。",
    "アルバムの印刷・製本をした会社（若葉印刷）へのランサムウェア攻撃により、写真が漏えいした可能性があります。",
    "申請システムで不正アクセスが発生した旨、サービス提供元の若葉社より報告がありました。",
    "当社のページで、外部サービス（例示配信）を経由し、不審な認証画面が表示されました。",
    "業務を任せた会社が運用していますが、外部業者が管理するサーバで改ざんが行われました。",
    "講座の講師を依頼している方の所属事務所のサーバーがランサムウェア攻撃を受けました。",
    "青空株式会社（以下、青空社）の「青空メールサービス」への不正アクセスがありました。",
    "かもめ通信株式会社（以下「かもめ社」）が法人向けに提供するメールシステムが不正アクセスを受けました。",
    "かもめ出版株式会社より、同社が運営するウェブサイト「かもめ書店」において不正アクセスがあったと知らされました。",
    "「かもめ検定」を運営するかもめ出版株式会社において、外部からの不正アクセスがありました。",
    "当園が使用している保育の記録（かもめ社のクラウドサービス）において、不正アクセスを受けました。",
]


@pytest.mark.parametrize("text", THIRD_PARTY)
def test_third_party(text: str) -> None:
    assert read(text).third_party is True


NOT_THIRD_PARTY = [
    "当社が提供する予約サービスが不正アクセスを受けました。",
    "小社のサーバーに対する不正アクセスがありました。小社が委託する印刷会社に影響はありません。",
    "当館が利用する予約管理システムにおいて、当館のログインIDが不正に使用され、予約情報に不正アクセスがありました。",
    "第三者が不正にログインし、オンライン予約サイトから宿泊予約されたお客様の情報に不正アクセスがありました。",
    "当社が運営する「みほん旅行」の予約サイトにおいて、不正アクセスがありました。",
    "USBメモリを紛失し、鉄道会社に遺失物届を提出しました。",
    "当社サイトおよび会員の皆様に提供している「あおぞら更新」で使用しているサーバーに不正アクセスがありました。",
    "当庁が利用する大容量転送「あおぞら便」（開発元：（株）あおば）専用サーバに対して不正アクセスがありました。",
    "当社が利用するBIツールに対する不正アクセスにより、情報が漏えいしました。",
    "当社サーバーが不正アクセスを受けました。",
    "保守会社による調査の結果、当社サーバーへの不正アクセスが判明しました。",
    "委託先から報告を受け、当社のサーバーに対する不正アクセスが分かりました。",
    "当社が利用するクラウドサービスのアカウントに対し、不正アクセスがありました。",
    "当社の子会社のサーバーに対する不正アクセスがありました。",
    "委託先への不正アクセスの形跡は確認されておりません。当社サーバーが攻撃を受けました。",
    "他社サービスから流れ出たと思われるIDによる不正ログインを受けました。",
    "当館が利用している予約サイトの管理画面に何者かが不正にログインしました。",
    "当館が利用するサービスのアカウントに不正アクセスがありました。",
    "当社が開発に利用するソースコード管理サービス『GitHub』への不正アクセスがありました。",
    "当社の子会社であるかもめ出版株式会社が運営するウェブサイトにおいて、不正アクセスがありました。",
    "従業員が業務で使用しているパソコンで偽のサイトに誘導され、不正アクセスを受けました。",
    "外部の専門機関に調査を依頼した結果、学内のサーバーへの不正アクセスが分かりました。",
    "サポート詐欺の被害がありました。調査会社に端末の解析を依頼した結果、名簿が流出したおそれがあります。",
]


@pytest.mark.parametrize("text", NOT_THIRD_PARTY)
def test_not_third_party(text: str) -> None:
    assert read(text).third_party is None


def test_data_that_leaked_at_another_party_without_a_word_of_attack() -> None:
    incident = read("委託先の事業者から名簿の一部が流出したことが判明しました。")
    assert (incident.types, incident.third_party) == (("supply_chain",), True)


def test_the_publisher_is_no_third_party() -> None:
    body = "株式会社青空社は、4月5日、ランサムウェア攻撃により委託元とつながるサーバーが停止したことを確認しました。"
    assert read(body, title="システム障害について", organization="株式会社青空社").third_party is None
    assert read("委託先の" + body, title="システム障害について", organization="若葉町").third_party is True


def test_whose_own_server_it_is_stands_before_it() -> None:
    body = "の自社サーバーがランサムウェアによる攻撃を受けました。取引先には個別にご連絡いたします。"
    assert read("当社" + body, organization="かもめ建設株式会社").third_party is None
    assert read("当社の取引先であるかもめ建設" + body, organization="株式会社青空社").third_party is True


def test_of_whom_nothing_is_known_is_no_third_party() -> None:
    body = "株式会社みほんのサーバーで不正アクセスが発生し、同社のサービスが停止しました。"
    assert read(body, "株式会社みほんで不正アクセス").third_party is None


def test_title_names_the_service_of_another() -> None:
    body = "青空通信株式会社の提供するサービスについて、漏えいのないことを確認しました。"
    assert read(body, title="当社が契約するメールサービスへの不正アクセスに関するお知らせ").third_party is True
    assert read(body, title="当社が契約するサーバーへの不正アクセスに関するお知らせ").third_party is None
    title = "【続報】当行が利用するメールシステムへの不正アクセスに関するお知らせ"
    assert read("青空社メールシステムへの不正アクセスについてご報告します。", title=title).third_party is True
    assert read("当社メールシステムへの不正アクセスについてご報告します。", title=title).third_party is None


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
    found = resolve_affected(document, find_sections(document, 0), counts, [], exposures)
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


def test_affected_people_once_before_all_that_are_counted_twice() -> None:
    text = "会員310名、職員55名。延べ365名、重複を除いた実人数は340名です。"
    counts = [
        count(text, "310名", 310),
        count(text, "55名", 55),
        count(text, "延べ365名", 365, total=True),
        count(text, "340名", 340),
    ]
    assert affected(text, counts, {0: "会員", 1: "職員"})[0] == (340, "exact", "possible", False)


def test_affected_records_once_beside_the_same_records_twice() -> None:
    text = "- 株主：300件（名寄せ前：1,240件）\n- 社員：48件"
    counts = [
        count(text, quote, value, "件", "records") for quote, value in (("300件", 300), ("1,240件", 1240), ("48件", 48))
    ]
    assert affected(text, counts, {0: "株主", 2: "社員"})[1] == (348, "exact", "possible", True)


def test_affected_groups_that_only_resemble_each_other() -> None:
    text = "法人会員様60名の情報が漏えいし、個人会員様189名の情報が漏えいした可能性があります。"
    counts = [count(text, "60名", 60, status="confirmed"), count(text, "189名", 189)]
    assert affected(text, counts, {0: "法人会員様", 1: "個人会員様"})[0] == (249, "exact", "possible", True)


def test_affected_lines_of_a_list_may_count_alike() -> None:
    text = "東小学校：38名\n西小学校：38名\n南小学校：12名"
    first, second = count(text, "38名", 38), count(text, "38名", 38)
    second = second._replace(span=(text.rindex("38名"), text.rindex("38名") + 3))
    found = affected(text, [first, second, count(text, "12名", 12)], {})[0]
    assert found == (88, "exact", "possible", True)


def test_affected_vague_only() -> None:
    text = "数百名の方"
    assert affected(text, [count(text, "数百名", 0)._replace(value=None)], {0: ""}) == (None, None)


def test_a_board_of_education_is_over_schools() -> None:
    told = "当日、みほん市教育委員会に報告しました。"
    assert read(told, organization="みほん市立みなと中学校").reported_to == ("other_authority",)
    assert read(told, organization="みほん市").reported_to == ()
