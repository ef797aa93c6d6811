"""What kind of incident a release tells of."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from extract.lexicon import Hit
from extract.mention import Span
from extract.resolve.incident.narrative import Narrative, Passage
from extract.resolve.incident.third_party import ThirdParty
from extract.text.shape import shape

__all__ = ["broad", "find_types"]

# The order in which types are told: what was done first, what made it possible after.
_ORDER: Final = (
    "ransomware", "malware", "other_malware", "planted", "phishing", "support_scam", "web_skimming", "web_defacement",
    "account_takeover", "vulnerability_exploit", "unauthorized_access", "ddos", "data_theft_insider", "mis_sending",
    "misconfiguration", "loss", "impersonation", "supply_chain", "system_failure", "other",
)  # fmt: skip


# How far into the next sentences is looked.
_ACROSS: Final = 180


class _Rule(NamedTuple):
    """What a word of the lexicon tells where the text before and after it agrees: a type, and what it implies."""

    types: tuple[str, ...]
    after: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    # May also be named as something that is yet to come: `フィッシングメールが届く可能性`.
    sequel: bool = False
    # What follows may stand in the next sentences: `警告が表示された。…電話した`.
    across: bool = False
    # It is told by a denial: `修正プログラムを適用していなかった`.
    denied: bool = False
    # It is told among measures too: `原因となった脆弱性への対処`.
    measure: bool = False


# `脆弱性を突いた`, `脆弱性に起因`, `ゼロデイ攻撃`. Not: `脆弱性の有無を確認`, `…を修正`, `脆弱性を公表したが、攻撃は`.
_EXPLOITED: Final = shape(
    r"(?:(?!検証|診断|確認|修正|対策|有無|公表)[^。\n]){0,24}?(?:突[いかきくこ]|[をが]つ[いかく]|衝[いかく]|悪用|利用[しさ]|狙[わっい]|攻撃|起因|原因|によ[りるっ]|侵入|を用い|経由"
    # 設定の不備により脆弱性が生じ、不正アクセスを受け.
    r"|が生じ、?[^。、\n]{0,8}不正アクセス)"
)
# `脆弱性の修正を完了しました`, `脆弱性を特定し、修正しました`: what was mended at once had let the attacker in.
# Not: `脆弱性の修正を進めてまいります`.
_MENDED: Final = shape(
    r"(?:を特定し、?[^。\n]{0,16}?(?:修正|対応|対策|改修)"
    r"|が(?:確認|特定|発見)された(?:経路|箇所|機能|部分)[のを](?:封鎖|遮断|修正|停止|削除)|(?:箇所)?の(?:修正|改修|修復|解消|是正)(?:等|など)?(?:の[^。、\n]{0,24})?"
    r"(?=を(?:実施|完了|行)|が完了|。|\)|[^\S\n]*$)|(?:箇所)?[をは、](?:すべて|全て|直ちに|速やかに|既に|即時に?|、)*(?:修正|改修|修復|解消|塞))"
    r"(?![^。\n]{0,30}(?:まいり|参り|予定|ていき|努め|検討|進め|実施します|行います))"
)
# `プログラムの欠陥を突いた`. Not: `不具合を修正`.
_TURNED_TO_USE: Final = shape(r"を[^。、\n]{0,4}?(?:悪用|突[いかきく]|つ[いかく]|衝[いかく]|利用され|狙[わっい])")
# `修正プログラムを適用していなかったことにより侵入`, `ファームウェアが古く、…攻撃を受け`.
_LEFT_OPEN: Final = shape(
    r"[^。、\n]{0,12}?(?:(?:適用|更新|アップデート|実施|反映)[^。、\n]{0,6}?(?:おらず|ていな|されず|漏れ|怠)|が古[いく]|が未適用)"
    r"[^。\n]{0,60}?(?:侵入|不正|攻撃|感染)"
)
# `大量のアクセスによりサーバーが過負荷となり`.
_OVERLOADED: Final = shape(
    r"[^。\n]{0,80}?(?:負荷|ダウン|停止|障害|つなが|閲覧(?:でき|し[づに])|表示(?:でき|され)|遅延|利用(?:でき|し[づに])|アクセスし[づに])"
)
_FAILING: Final = shape(
    r"(?:不具合|負荷|ダウン|停止|障害|つなが|閲覧(?:でき|し[づに])|利用(?:でき|し[づに])|アクセスし[づに])[^。\n]{0,60}$"
)
# `不正アクセスの原因となった脆弱性`.
_GROUND: Final = shape(
    r"(?:原因|起点|契機|きっかけ|経路|入り?口)(?:であった|である|と(?:な[っり]|みられ|見られ|考えられ|思われ|推定され))[^。、\n]{0,14}$"
    # `侵入経路:海外子会社のファイアウォールの脆弱性`.
    r"|(?:侵入|攻撃)(?:経路|手口|方法|原因)[ :はが][^。、\n]{0,40}$"
)
# `サーバー内のファイルが暗号化され`, `マルウェアによる暗号化の被害`. Not: `暗号化されたパスワード`, `通信は暗号化`,
# `別のサーバーで暗号化して管理`.
_ENCRYPTED: Final = shape(
    # Not: `暗号化されており、閲覧された可能性は低い`, which its owner did.
    r"(?!されて(?:い(?:る|た)ため|お(?:り|る))[^。\n]{0,40}?(?:困難|低[いく]|でき(?:ない|ません|ず)|不可能|パスワードが設定))"
    r"(?:(?:が|を)?実行)?(?:され(?!た(?:パスワード|情報|状態で保|もの|通信|カード|個人)|て(?:保存|保管|管理|格納|送))|し(?!て|、?(?:保存|保管|管理|格納))|の?被害|する攻撃)"
    # `暗号化がなされ`, `暗号化を確認`. Not: `暗号化が施され`, which its owner may have done.
    r"|が(?:行わ|な?さ)れ(?!て(?:い|お)(?:る|り)(?:ため)?、)|を(?:受け|伴う|(?:確認|検知)し)"
)
_ENCRYPTED_THING: Final = shape(
    r"(?:ファイル|データ|サーバ|システム|情報|端末|pc|機器|フォルダ|ストレージ|バックアップ)(?:(?!パスワード|通信|ハッシュ|ssl|番号)[^。\n]){0,50}$"
)
# `アカウントが第三者に不正に利用され`, `アカウントを迷惑メールの踏み台とされ`,
# `アカウントに対し、不正アクセスがあり`. Not: `アカウント情報が漏えい`,
# `アカウントへの不正アクセスを防ぐ`, `アカウントを窃取し内部に不正侵入` (the means, not what was taken over).
_TAKEN_OVER: Final = shape(
    r"(?!情報)(?:[^。、\n]{0,40}?(?:に対し(?:て)?|において|におきまして)、)?(?:(?!を[^。、]{0,6}?(?:[窃搾詐奪盗]取|悪用|使用|利用)し)[^。、\n]){0,44}?"
    r"(?:不正(?:な|に|の)?(?:アクセス|ログイン|サインイン|ログオン|利用|使用|操作|侵入)|乗っ取|のっと|悪用|侵害|[窃搾詐奪盗]取され|踏み台)(?!を防|の防止)"
)
# `不正アクセスを受けたアカウント`.
_OF_ACCOUNTS: Final = shape(r"(?:を受けた|があった|された|の対象(?:は|と))[^。、\n]{0,12}?アカウント")
# `口座への不正アクセス`.
_ON_ACCOUNTS: Final = shape(r"(?:口座|アカウント)(?:への?|に対する)$")
# `侵入し`, `侵入を受け`, `入り込んで`, a cell of a table. Not: `侵入を防ぐ`, `侵入の可能性を調査`.
_INTRUDED: Final = shape(
    r"し(?!た場合)|され|を(?:受け|許)|が(?:確認|行わ|判明|発生)|の?起点|み|んで|は[^。\n]{0,24}?(?:始ま|続)"
    r"|。|\)|[^\S\n]*(?:\||$)|者"
)
# `決済ページが改ざんされ`, `サイトの改ざんを確認`, `サイトが不正アクセス(改ざん)の被害`, `サイトが書き換えられ`:
# what was changed decides.
_ALTERED: Final = shape(
    r"\)?(?:が|は|の|を)?(?:され|を?受け|行わ|(?:確認|検知)(?!する)|発生|判明|実行|あ[っり]|被害|痕跡|事実|疑い|によ[りる]|に伴|について|に関す|まし"
    r"|お?知らせ|お?詫び|ご?報告|し?て(?:い|お)|$)|(?<=られ)"
)
_PAYMENT_PAGE: Final = shape(r"(?:決済|カード|購入|注文|ペイメント|入力|支払)[^。\n]{0,40}$")
_SITE: Final = shape(
    r"(?:サイト|ホームページ|hp|ページ|web|ウェブ)(?:(?!決済|カード|購入|注文|ペイメント|入力|支払)[^。\n]){0,40}$"
)
# `不正なファイルが設置され`, `不正コードが埋め込まれ`. Not: `不正なファイルの有無`.
_PLANTED: Final = shape(
    r"[^。\n]{0,20}?(?:設置(?!は)|埋め込|組み込|仕込|仕掛|置か|実行され|アップロード|挿入|混入(?!が?な))"
)
# `ショップに不正なプログラムが埋め込まれ、入力されたカード情報が外部に送信され`.
_TAKES_CARDS: Final = shape(
    r"[^。\n]{0,20}?(?:埋め込|組み込|仕込|設置)[^。\n]{0,60}?カード(?:情報|番号)[^。\n]{0,20}?(?:送信され|[窃搾詐奪盗]取|盗|流出|漏)"
)
# `コンピュータのウイルスに感染`. Not: `新型コロナウイルスに感染`.
_CAUGHT: Final = shape(r"[^。、\n]{0,12}?(?:に(?:感染|侵入)|へ?の?感染(?!対策|症|防|の?有無)|が(?:侵入|検[知出]))")
_NO_DISEASE: Final = shape(r"(?<!コロナ)(?<!ノロ)(?<!インフルエンザ)(?<!肝炎)$")
# `意図しないページが表示`.
_SHOWN: Final = shape(r"[^。、\n]{0,12}?(?:表示|掲載|転送|誘導|遷移|移動|リダイレクト|飛ば|飛ぶ|接続(?:され|する))")
# `サイトを開くと海外の通販サイトへ転送され`, `閲覧した際、偽サイトに接続される`. Not: `メールから偽サイトへ誘導`.
_VISITED: Final = shape(
    r"(?:(?:開く|開いた|アクセスする|アクセスした|訪れる|訪れた|閲覧する|閲覧した|クリックする)(?:と|際|ところ|場合|方)|検索)[^。\n]{0,40}"
    r"(?:外部|別|海外|通販|販売|関係|偽?|不正|不審|不適切|悪質|詐欺|意図し|スパム|他|第三者)の?[^。、\n]{0,12}$"
)
# `警告画面に表示された電話番号に連絡し`, `警告表示の指示に従って`, also in the next sentence.
_OBEYED: Final = shape(r"[^\n]{0,160}?(?:電話(?!番号は)|指示に従|連絡し|連絡先|遠隔操作|操作したところ)")
# `フィッシングメールのリンクを開き`. Not: `フィッシングなど何らかの手段で`, `フィッシング、または総当たりの可能性`.
_NO_GUESS: Final = shape(
    r"(?!(?:メール|サイト)?(?:等|など)(?:の)?何らか|[^。、\n]{0,8}、?(?:または|又は|あるいは|もしくは)[^。\n]{0,90}可能性)"
)
# `偽のログイン画面に入力し`, `偽サイトへ誘導`. Not: `虚偽の送金指示`, `偽サイトにご注意`.
_LED: Final = shape(
    r"[^。\n]{0,60}?(?:入力し|入力さ|入力いた|入れ|クリックし|遷移し|に(?:接続|アクセス)し|誘導|導[かい]|誘[いうわ]|引き込|騙され|だまされ)"
)
_NOT_FALSITY: Final = shape(r"(?<!虚)$")
# `メールのURLを開き、パスワードを入力し`. Not: `URLを開いたり、パスワードを入力したりしないよう`.
_ENTERED: Final = shape(
    r"[^。\n]{0,50}?(?:(?:id|パスワード|認証情報|アカウント|ログイン情報)[^。\n]{0,20}?を?(?:入力し(?!た[りい])|入れ(?!た[りい]))|入力してしま)"
)
# `元社員が顧客の名簿を持ち出`. Not: `攻撃者が社員の情報を持ち出`, `職員がパソコンを持ち出`.
_BY_INSIDER: Final = shape(
    r"(?:社員|従業員|職員|行員|役員|教員|教諭|教授|退職者|スタッフ|担当者|派遣|アルバイト)(?:\([^)\n]{0,20}\)|[0-9]{1,3}名)?(?:が|により|によ[るっ]て?)(?!、?(?:不正アクセス|攻撃))[^。\n]{0,80}?"
    r"(?:情報|データ|名簿|リスト|図面|台帳)[^。、\n]{0,12}$"
)
# `誤って別の方へ郵送`, `誤って公開`, `誤って廃棄`: what was done.
_MISSENT: Final = shape(
    r"[^。\n]{0,40}?(?:送信|送付|送っ|送り|送る|配信|発送|郵送|封入|手渡|渡し|返信|転送|添付|交付|同封)"
)
_MISPUBLISHED: Final = shape(r"[^。\n]{0,40}?(?:公開|掲載|表示|閲覧でき|見られる|アップロード)")
_MISDISCARDED: Final = shape(r"[^。\n]{0,40}?(?:廃棄|処分|捨て|溶解)")
# `本来BCCに入れるべき`, `BCCではなくCCで送信`. Not: `CC、BCCに記載されたアドレス`.
_NO_BCC: Final = shape(r"[^。\n]{0,24}?(?:べき|ところ|せずに?|ではなく|でなく|使わず|用いず|忘れ|代わりに)")
# `宛先を誤り`, `宛名の取り違え`. Not: `不特定の宛先に送信`.
_MISADDRESSED: Final = shape(r"[^。、\n]{0,20}?(?:誤[っりる]|間違|取り違え|取違え)")
# `別の方へ郵送`, `別の方のアドレスを選んで`.
_TO_ANOTHER: Final = shape(
    r"(?:様)?(?:(?:に|へ|宛て?に?|の(?:アドレス|住所))[^。、\n]{0,24}?(?:送|郵|届い|渡|交付|封入|選)"
    # `封筒に別の方の書類が混入`.
    r"|の[^。、\n]{1,16}?(?:混入|混在|同封|封入))"
)
# `パソコンの盗難`. Not: `データの盗難`.
_NO_DATA: Final = shape(r"(?<!データの)(?<!情報の)(?<!暗号資産の)(?<!アカウントの)$")
_ELSE: Final = shape(r"(?:誤った|間違った|別の)[^。、\n]{0,6}$")
# `設定に誤り`, `設定漏れ`; `誤った公開の設定`. Not: `パスワードの再設定`, `設定を見直し`.
_MISSET: Final = shape(r"[^。、\n]{0,14}?(?:ミス|誤[りっ]|不備|漏れ|もれ|間違|不適切|失念|忘れ|不足)")
_WRONG: Final = shape(r"(?:誤った|誤って|不適切な|間違った|不十分な)[^。、\n]{0,10}$")
# `不具合により`, `不具合が生じ`. Not: `不具合への対策`, `不具合は解消`.
_FAILED: Final = shape(
    r"[^。、\n]{0,6}?(?:により|によ[るっ]|に起因|に伴|が(?:発生|生じ|判明|見つか|確認|あ[りっる])|の(?:内容|発生|ため|影響)|のため|[をが]原因|について|に関|$)"
)
# `改修に誤りがあり`, `プログラムの不備`. Not: `教育プログラムの実施`, `改修を行い`.
_BOTCHED: Final = shape(r"[^。、\n]{0,8}?(?:誤り|ミス|不備|バグ|欠陥|不具合|間違い)")
# `パソコンを盗まれ`, `USBメモリが見当たらない`. Not: `情報を盗まれ`, `痕跡は見つからない`.
_THING: Final = shape(
    r"(?:パソコン|pc|端末|タブレット|usb|メモリ|媒体|ハードディスク|hdd|ディスク|書類|書面|伝票|申込書|申請書|契約書|帳票|台帳|カルテ|名簿|手帳|ファイル|かばん|鞄|バッグ|携帯|電話|スマートフォン|カメラ|車)[^。、\n]{0,24}?(?:を|が|ごと)[^。、\n]{0,10}$"
)
_LOST: Final = shape(r"(?!そ)[^。、\n]{0,6}?(?:れ|ない|ず|し|た|$)")

# `不正ログインを防止するため`, `紛失、盗難などを防ぐため`, `ランサムウェア等による被害の発生を防ぐ目的で`: what
# is not to happen has not. Nor has what is trained for, or searched for: `標的型攻撃メール訓練`, `不正プログラムの
# スキャン`.
_AMONG_THREATS: Final = r"(?:[・、][^。、・をがはも\n]{1,14}){0,3}(?:等|など)?"
_AVERTED: Final = shape(
    rf"{_AMONG_THREATS}(?:行為)?(?:を|の)?(?:未然に)?防(?:止|ぐ|ぎ|御)"
    r"|(?:等|など)?の[^。、\n]{0,24}?被害の発生を(?:未然に)?防"
    rf"|{_AMONG_THREATS}の?(?:サイバー)?(?:攻撃|詐欺|メール|被害|感染|脅威|リスク){{0,2}}(?:へ|に対する|に備えた|を想定した)?の?"
    r"(?:対策(?!本部|チーム|室|会議)|訓練|演習|備え|スキャン)"
    r"|に(?:も|は)?[^。、\n]{0,8}注意(?:する|し|喚起)"
    r"|(?:等|など)?の(?:リスク|危険性?)(?:が|も)(?:非常に|より)?高"
    # 不正な操作や持ち出しの有無を含めた調査: nor is it known.
    r"|(?<=操作)(?:[、・や][^。、はが\n]{1,14}){0,3}(?:等|など)?の有無"
)

_RULES: Final[dict[str, tuple[_Rule, ...]]] = {
    "unauthorized_access": (
        _Rule(("account_takeover", "unauthorized_access"), after=_OF_ACCOUNTS),
        _Rule(("account_takeover", "unauthorized_access"), before=_ON_ACCOUNTS),
        _Rule(("unauthorized_access",)),
    ),
    "unauthorized_login": (_Rule(("account_takeover", "unauthorized_access")),),
    "intrusion": (_Rule(("unauthorized_access",), after=_INTRUDED),),
    "ransomware": (_Rule(("ransomware",)),),
    "malware": (
        _Rule(("web_skimming",), before=_PAYMENT_PAGE, after=_PLANTED),
        _Rule(("web_skimming",), after=_TAKES_CARDS),
        _Rule(("malware",), sequel=True),
    ),
    "virus": (_Rule(("malware",), after=_CAUGHT, before=_NO_DISEASE),),
    "planted": (
        _Rule(("web_skimming",), before=_PAYMENT_PAGE, after=_PLANTED),
        _Rule(("planted",), after=_PLANTED),
    ),
    "other_malware": (_Rule(("other_malware",)),),
    "phishing": (_Rule(("phishing",), after=_NO_GUESS, sequel=True),),
    "fake": (_Rule(("phishing",), after=_LED, before=_NOT_FALSITY, sequel=True),),
    "link": (_Rule(("phishing",), after=_ENTERED, sequel=True),),
    "support_scam": (_Rule(("support_scam", "unauthorized_access")),),
    "scare": (_Rule(("support_scam", "unauthorized_access"), after=_OBEYED, across=True),),
    "web_skimming": (_Rule(("web_skimming",)),),
    "defacement": (
        _Rule(("web_skimming",), before=_PAYMENT_PAGE, after=_ALTERED),
        _Rule(("web_defacement",), before=_SITE, after=_ALTERED),
    ),
    "unmeant": (_Rule(("web_defacement",), after=_SHOWN),),
    "posted": (_Rule(("web_defacement",), before=_SITE),),
    "redirected": (_Rule(("web_defacement",), before=_VISITED),),
    "sent_to_fake": (_Rule(("web_defacement",), before=_VISITED), _Rule(("phishing",), sequel=True)),
    "false_login": (_Rule(("false_login",)),),
    "data_theft_insider": (_Rule(("data_theft_insider",)),),
    "carried_off": (_Rule(("data_theft_insider",), before=_BY_INSIDER),),
    "mis_sending": (_Rule(("mis_sending",), sequel=True),),
    "mistaken": (
        _Rule(("mis_sending",), after=_MISSENT),
        _Rule(("misconfiguration",), after=_MISPUBLISHED),
        _Rule(("loss",), after=_MISDISCARDED),
    ),
    "mixed_up": (_Rule(("mis_sending",), after=_MISSENT),),
    "bcc": (_Rule(("mis_sending",), after=_NO_BCC, denied=True),),
    "somebody_else": (_Rule(("mis_sending",), after=_TO_ANOTHER),),
    "addressee": (_Rule(("mis_sending",), after=_MISADDRESSED), _Rule(("mis_sending",), before=_ELSE)),
    "misconfiguration": (_Rule(("misconfiguration",)),),
    "setting": (_Rule(("misconfiguration",), after=_MISSET), _Rule(("misconfiguration",), before=_WRONG)),
    "lying_open": (_Rule(("lying_open",)),),
    "loss": (_Rule(("loss",), before=_NO_DATA, sequel=True),),
    "gone": (_Rule(("loss",), before=_THING, after=_LOST),),
    "system_failure": (_Rule(("vulnerability_exploit",), after=_TURNED_TO_USE), _Rule(("system_failure",))),
    "fault": (_Rule(("vulnerability_exploit",), after=_TURNED_TO_USE), _Rule(("system_failure",), after=_FAILED)),
    "change": (_Rule(("system_failure",), after=_BOTCHED),),
    "vulnerability": (
        _Rule(("vulnerability_exploit",), after=_EXPLOITED),
        _Rule(("vulnerability_exploit",), before=_GROUND, measure=True),
        _Rule(("vulnerability_exploit",), after=_MENDED),
    ),
    "flaw": (_Rule(("vulnerability_exploit",), after=_TURNED_TO_USE),),
    "unpatched": (_Rule(("vulnerability_exploit",), after=_LEFT_OPEN, denied=True),),
    "injection": (_Rule(("vulnerability_exploit",)),),
    "encryption": (_Rule(("ransomware",), before=_ENCRYPTED_THING, after=_ENCRYPTED),),
    "account": (_Rule(("account_takeover",), after=_TAKEN_OVER),),
    "ddos": (_Rule(("ddos",)),),
    "flood": (_Rule(("ddos",), after=_OVERLOADED), _Rule(("ddos",), before=_FAILING)),
    "forged_order": (_Rule(("impersonation",)),),
}
_OF_MEASURES: Final = frozenset(code for code, rules in _RULES.items() if any(rule.measure for rule in rules))

# What a type already says: another is then no type of its own.
_IMPLIED: Final = {
    "ransomware": ("malware", "account_takeover", "web_defacement", "loss", "misconfiguration"),
    "web_skimming": ("web_defacement", "malware", "account_takeover", "phishing"),
    "support_scam": ("malware", "account_takeover"),
    # パスワードが設定されていなかった: what was lost lay open too.
    "loss": ("misconfiguration",),
}
# Types that are no attack, beside which `other` may stand.
_NO_ATTACK: Final = frozenset({"system_failure", "other"})
# Types of which one at least is told where somebody attacked.
_BY_ATTACKERS: Final = frozenset(
    {"unauthorized_access", "malware", "vulnerability_exploit", "phishing", "support_scam"}
)
# The record's word for a finer kind.
_NAMES: Final = {"support_scam": "phishing", "other_malware": "malware", "planted": "malware"}
# Words in a title by which somebody poses as the publisher: なりすましメール; 偽サイトは当社のものではありません.
_POSING: Final = frozenset({"impersonation", "fake"})
_CARD_TAKEN: Final = "セキュリティコード"


def find_types(hits: Sequence[Hit], narrative: Narrative, third_party: ThirdParty | None) -> dict[str, Span]:
    """Return the types in order, each with the first words that say it.

    `hits` are those of the types' lexicon. The types are finer than the record's: a support scam is told
    apart from phishing, planted files from malware; `broad` names them as the record does.
    """
    found: dict[str, Span] = {}
    # What matters only where nothing else is told, and is looked into only then.
    attacks: list[Hit] = []
    leaks: list[Hit] = []
    for hit in hits:
        code = hit.code
        if code == "leak":
            leaks.append(hit)
            continue
        if code == "attack":
            attacks.append(hit)
            continue
        here = narrative.passage(hit.start)
        advised = hit.start >= here.advice
        if _AVERTED.match(narrative.text, hit.end) or (advised and code not in _OF_MEASURES):
            continue
        if code in _POSING and narrative.in_title(hit.start) and (code != "fake" or here.denied(hit.end)):
            found.setdefault("posing", (hit.start, hit.end))
        for rule in _RULES.get(code, ()):
            if advised and not rule.measure:
                continue
            if (rule.types[0] not in found or rule.types[-1] not in found) and _agrees(rule, hit, here, narrative.text):
                if rule.denied or not here.denied(hit.end):
                    for told in rule.types:
                        found.setdefault(told, (hit.start, hit.end))
                break
        else:
            if code == "carried_off" and not here.denied(hit.end):
                leaks.append(hit)
    if third_party is not None and third_party.kind == "contractor":
        found["supply_chain"] = third_party.span
    return _settled(found, attacks, leaks, narrative)


def _happened(hit: Hit, narrative: Narrative) -> bool:
    here = narrative.passage(hit.start)
    return hit.start < here.advice and not here.denied(hit.end)


def _agrees(rule: _Rule, hit: Hit, here: Passage, text: str) -> bool:
    end = hit.end
    if rule.after is not None and not rule.after.match(text, end, end + _ACROSS if rule.across else here.reach(end)):
        return False
    if rule.before is not None and not here.leads(rule.before, hit.start):
        return False
    return not (rule.sequel and here.expected(end))


def _settled(
    found: dict[str, Span], attacks: Sequence[Hit], leaks: Sequence[Hit], narrative: Narrative
) -> dict[str, Span]:
    """Drop what another type already says, name what nothing names, and return the rest in order."""
    tampered = found.get("planted") or found.get("web_defacement")
    if tampered is None and "ransomware" not in found:
        tampered = found.get("malware")
    if tampered is not None and "web_skimming" not in found and _takes_cards(narrative):
        found["web_skimming"] = tampered
    if "loss" in found and _is_guarded(found, narrative):
        del found["ransomware"]
    for code, implied in _IMPLIED.items():
        if code in found:
            for other in implied:
                found.pop(other, None)
    screen = found.pop("false_login", None)
    if screen is not None and "supply_chain" not in found:
        # Somebody else's script that shows it is told by the supply chain.
        found.setdefault("phishing", screen)
        found.setdefault("web_defacement", screen)
    if "web_skimming" in found or "web_defacement" in found:
        found.pop("planted", None)
    lying, posing = found.pop("lying_open", None), found.pop("posing", None)
    # Systems that fail under an attack are no failure of their own, nor is data that an intruder could see lying open.
    if "system_failure" in found and (found.keys() - _NO_ATTACK or any(_happened(hit, narrative) for hit in attacks)):
        del found["system_failure"]
    if posing is not None and not found:
        # Where an intrusion is told, mails in the publisher's name are what came of it.
        found["impersonation"] = posing
    if not found:
        # An attack of which no more is told came from outside; a leak of which nothing is told is no kind at all.
        attack = next((hit for hit in attacks if _happened(hit, narrative)), None)
        if attack is not None:
            found["unauthorized_access"] = attack.start, attack.end
        elif lying is not None:
            found["misconfiguration"] = lying
        else:
            leak = next((hit for hit in leaks if narrative.tells(hit.start)), None)
            if leak is not None:
                found["other"] = leak.start, leak.end
    return {code: found[code] for code in sorted(found, key=_ORDER.index)}


def _is_guarded(found: Mapping[str, Span], narrative: Narrative) -> bool:
    """Whether what was lost had been encrypted by its owner: no attack is told of, and no ransom."""
    span = found.get("ransomware")
    return span is not None and narrative.text.startswith("暗号", span[0]) and not found.keys() & _BY_ATTACKERS


def broad(types: Mapping[str, Span]) -> dict[str, Span]:
    """Return the types as the record names them, each once."""
    named: dict[str, Span] = {}
    for code, span in types.items():
        named.setdefault(_NAMES.get(code, code), span)
    return named


def _takes_cards(narrative: Narrative) -> bool:
    """Whether security codes of cards are told of as taken: nobody keeps them, so a page was made to take them."""
    at = narrative.text.find(_CARD_TAKEN, narrative.body)
    if at < 0:
        return False
    here = narrative.passage(at)
    return at < here.advice and not here.denied(at + len(_CARD_TAKEN))
