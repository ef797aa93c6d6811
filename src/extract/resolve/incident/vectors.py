"""What a release names as the way in."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from extract.lexicon import Hit
from extract.mention import Span
from extract.resolve.incident.narrative import Narrative
from extract.resolve.incident.third_party import ThirdParty
from extract.text.shape import shape

__all__ = ["find_vectors"]

_ORDER: Final = (
    "vpn", "remote_desktop", "network_device", "web_application", "cloud_service", "email", "stolen_credentials",
    "third_party", "software_supply_chain", "employee", "unknown_vector",
)  # fmt: skip


# How far before a word stands what says that it was the way in.
_LEAD: Final = 40
# How far into the next sentence is looked.
_ACROSS: Final = 100


class _Rule(NamedTuple):
    """The vector that a word of the lexicon names where the text before or after it says that it was the way in."""

    vector: str
    after: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    # Lists of leaked data name it too: `IDとパスワードが流出`.
    leaks: bool = False
    # It is told by a denial: `侵入経路は特定できておりません`.
    denied: bool = False
    # Both sides must say so, not one of them.
    both: bool = False
    # Only beside this type.
    beside: str | None = None
    # What follows may stand in the next sentence: `認証情報が流出。これをもとに不正にログイン`.
    across: bool = False


# `VPN機器を経由して侵入`, `ネットワーク機器の設定不備が原因`. Not: `VPN接続を停止`, `UTMを導入`, `VPNの製造元が公表`.
_ENTERED: Final = shape(
    r"(?:(?!遮断|停止|廃止|導入|設置し|入れ替|強化|見直|ベンダ|製造元|メーカー|公表)[^。、\n]){0,44}?"
    r"(?:経由|悪用|侵入|脆弱性|突[いか]|狙|起点|不正|攻撃|を通じ|入り?口|を利用して|を用い|原因|設定(?:の)?(?:不備|ミス)|不備|(?:認証|アカウント|ログイン)情報が|パスワードが|接続(?:され|によ|があ|が行わ|を行い、[^。、\n]{0,12}侵入)|足がかり|足掛かり|踏み台|から(?:侵|入)|を介し)"
)
# `不正アクセスの入口となったVPN装置`, `侵入手口は…リモートデスクトップ`: told even where its removal is a measure.
_ENTRY: Final = shape(
    r"(?:入り?口|起点|経路|侵入口|標的|踏み台)と(?:なっ|なりまし|され)[^。、\n]{0,20}$"
    r"|侵入(?:経路|手口|方法)(?: ?:|は|が|として)[^。\n]{0,20}$"
    r"|(?:侵入|攻撃|アクセス)の(?:起点|入り?口)は、?[^。、\n]{0,10}$"
)
# `リモートデスクトップのポートが外部に開放されており、総当たり攻撃により侵入`.
_LAID_OPEN: Final = shape(r"[^。、\n]{0,20}?(?:開放|公開|露出)(?:さ|し)[^。\n]{0,40}?(?:侵入|総当たり|不正)")
# `クラウドサービスへの不正アクセス`, `GitHubの認証情報が漏えいし…不正なアクセス`. Not: `クラウドへ移行`.
_CLOUD_ATTACKED: Final = shape(
    r"(?:(?!装った|かたる|騙る|移行|見直|対策|事業者|会社|から連絡)[^。\n]){0,60}?(?:不正(?:な|に)?(?:アクセス|ログイン|ログオン|サインイン|侵入|利用)|乗っ取|侵害|[窃搾詐奪盗]取|設定[^。、\n]{0,8}(?:誤|不備|ミス|漏れ))"
)
# `不正アクセスを受けたMicrosoft365アカウント`.
_CLOUD_BEFORE: Final = shape(r"(?:不正アクセス|不正ログイン|乗っ取)[^。、\n]{0,16}$")
# `弊社が提供する[クラウド型システム]`: what is one's own is no outside service.
_OWN_CLOUD: Final = shape(
    r"[当弊]社[がの][^。、\n]{0,24}?(?:提供|運営|開発|販売)(?:する|して(?:いる|い?おります))[^。、\n]{0,12}$"
)
# `フィッシングメールのリンクをクリックし`, `フィッシングによる不正アクセス`. Not: `フィッシングメールが送信され`.
_LURED: Final = shape(
    r"(?:メール|mail|攻撃|サイト|詐欺|行為|[ )」])*+"
    r"(?:によ[りるっ]|に(?:遭|引っか|騙|応|誘導(?!する|しよう)|アクセス|認証|id|パスワード|情報|記載|添付)|を(?:受け|受信|開|介|通じ|きっかけ|契機|端緒|発端|起点|入り?口)"
    r"|の ?(?:リンク|link|url|被害|誘導|添付)|が(?:届|原因)|と(?:気付|気づ)"
    r"|から[^。、\n]{0,30}(?:[窃搾詐奪盗]取|入力|漏))"
)
# `添付ファイルを開いたことにより感染`.
_OPENED: Final = shape(r"[^。\n]{0,30}?(?:開(?:い|封)|実行|クリック|感染)")
# `装ったメールのリンクを開き、IDを入力`. Not: `装ったメールがお客様へ送信`.
_FOLLOWED: Final = shape(
    r"(?:(?!送信|送られ|配信|お客|顧客)[^。\n]){0,50}?(?:(?:url|リンク|添付|偽)[^。\n]{0,60}?(?:入力|入れ|開[いきか封]|クリック|接続|感染)|を開[いき封])"
)
# `パスワードを入力してしまい`: handed over by those who were lured. Not: `入力されたお客様`, `入力しないで`.
_HANDED: Final = shape(
    r"(?:等|など)?(?:の[^。、\n]{0,8})? ?を(?:(?!お客)[^。、\n]){0,12}?(?:入力し(?!な|た[りお])|入力いた|入れて|送信し)"
)
# `社員のIDで接続`: the words before say whose it was.
_OWNED: Final = shape(r"(?:正規|社員|従業員|職員|教員|退職者|管理者|漏えいした|流出した)[^。、\n]{0,16}$")
_CONNECTED: Final = shape(r"で(?:の)?[^。、\n]{0,10}?(?:接続|ログイン|ログオン|侵入)")
# `認証情報が窃取され`, `パスワードの使い回しが原因`, `パスワードの漏えいによる`,
# `ID及びパスワードを使い第三者が不正にログイン`.
# Not: `パスワードが漏えいした可能性`, `パスワードを変更`.
_STOLEN: Final = shape(
    r"(?:が、)?(?:(?!変更|リセット|可能性|お?それ|再設定|ハッシュ|暗号化|サーバ|システム)[^。、\n]){0,36}?"
    r"(?:[窃搾詐盗]取(?!を)|(?<!権限を)(?<!権限を不正に)奪取(?!を)|盗(?:ま|み|用)|不正(?:に|な)?(?:入手|取得|利用|使用|ログイン|アクセス)|悪用|推測|突破|破られ|使い(?:回|まわ)し(?=が|に(?:よ|起因)|され|して(?:い|お))"
    r"|を使(?:い|用し|って)[^。\n]{0,16}不正|を(?:用い|使用)[^。、\n]{0,36}(?:不正|侵入|ログ)|起点|の?(?:漏(?:え?い|[洩出れ])|流[出失])(?:によ[りる]|に起因|が原因)|流出したことで|(?:漏(?:え?い|[洩出れ])|流[出失])し、(?:これ|それ|(?:[^。、\n]{0,16})不正に?(?:利用|使用|アクセス|ログイン))|が使われ|を利用(?:し|され)[^。、\n]{0,12}不正)"
)
# `社員用アカウントを悪用され`. Not: `メールアカウントが不正に利用され` (that is what happened, not how).
_ABUSED: Final = shape(
    r"(?:(?!情報|変更|停止)[^。、\n]){0,12}?(?:を悪用|の悪用|が悪用|[がを][窃搾詐盗]取|(?<!権限)を奪|を使(?:用し|い|った|って)|が使(?:わ|用され)|を(?:利用|用い)(?:し|た|て)[^。\n]{0,16}(?:不正|侵入))"
)
# `不正なアクセスに利用された認証情報`.
_USED: Final = shape(
    r"(?:(?:不正(?:な)?アクセス|侵入|攻撃)に(?:利用|使用|悪用)され|推測され|[窃搾詐奪盗]取され|盗まれ)た[^。、\n]{0,8}$"
)
# `第三者が不正に入手したIDとパスワードを使った不審なアクセス`. Not: `不正に取得された可能性のあるパスワード`.
_GOT: Final = shape(
    r"不正に(?:入手|取得)(?:し|され)て?い?た(?:と(?:思われる|みられる|見られる|推測される|考えられる))?[^。、\n]{0,30}$"
)
_TRIED: Final = shape(r"(?:\([^()\n]{0,20}\))?(?:等|など|の?情報)*を(?:使(?:い|っ|用)|用い|利用)")
# `認証情報が流出。この情報をもとに社員のアカウントに不正にログイン`.
_THEN_USED: Final = shape(
    r"が(?:流出|漏え?い|漏洩|[窃搾詐奪盗]取)(?:(?:し|され)(?:まし)?た)?。(?:これ|この(?:情報|認証情報|id|パスワード)|当該(?:情報|認証情報))[をが]"
    r"[^。、\n]{0,16}?(?:もと|基|利用|用い|使|悪用)[^。\n]{0,40}?不正"
)
# `不正なコードが混入`, `パッケージが改ざん`.
_TAINTED: Final = shape(r"[^。\n]{0,60}?(?:混入|改ざん|侵害|埋め込|仕込|悪意)")
# `侵入経路の特定には至っておりません`. Not: `原因を特定するため`.
_NOT_FOUND: Final = shape(
    r"[^。\n]{0,50}?(?:特定(?:に|は|が|を)?(?:は|も)?(?:至(?:っており|り|ら|って)|でき|困難|され|する(?:こと)?(?:には|は))[^。、\n]{0,10}?(?:ません|ない|なかっ|おらず)|不明)"
)
# `サイト制作ソフトウェアの機能を悪用`. Not: `サイトの不具合について`.
_MISUSED: Final = shape(
    r"[^。、\n]{0,24}?(?:機能|不具合|欠陥|不備|設定)[^。、\n]{0,10}?(?:悪用|突|をつ[いか]|により|利用し)"
)

# `問い合わせフォームが不正に利用され`.
_FORM_ABUSED: Final = shape(r"(?<=フォーム)[^。、\n]{0,20}?(?:不正に?(?:利用|使用)|悪用)")
# `VPN機器のファームウェアが古く、脆弱性が存在したことから侵入`. Not: `VPN機器の脆弱性対策`.
_WEAK: Final = shape(
    r"(?:(?!対策|修正|防|診断|管理)[^。\n]){0,44}?脆弱性(?:(?!対策|修正|防|診断|管理)[^。\n]){0,30}?(?:侵入|不正|攻撃|悪用|突[かい])"
)
# `リモートアクセス用サーバーに対し、総当たり攻撃により侵入`.
_AGAINST: Final = shape(r"[^。、\n]{0,16}に対し(?:て)?、[^。、\n]{0,30}?(?:侵入|不正|攻撃)")
# `リモートアクセス[用のVPN機器]`.
_FOR_VPN: Final = shape(r"(?:用|向け)?の? ?(?:ssl)?[- ]?vpn")
# `アカウントが削除されておらず、これを悪用`.
_LEFT_BEHIND: Final = shape(
    r"が?(?:削除|無効化|停止|廃止)(?:さ|し)[^。、\n]{0,3}?(?:おらず|ていな|ず)[^。\n]{0,30}?(?:悪用|利用|使用|侵入)"
)

_RULES: Final = {
    "vpn": (_Rule("vpn", after=_ENTERED, before=_ENTRY), _Rule("vpn", after=_WEAK), _Rule("vpn", after=_AGAINST)),
    "remote_desktop": (
        _Rule("remote_desktop", after=_ENTERED, before=_ENTRY),
        _Rule("remote_desktop", after=_LAID_OPEN),
        _Rule("remote_desktop", after=_AGAINST),
    ),
    "network_device": (
        _Rule("network_device", after=_ENTERED, before=_ENTRY),
        _Rule("network_device", after=_WEAK),
        _Rule("network_device", after=_AGAINST),
    ),
    "web_application": (_Rule("web_application", after=_MISUSED), _Rule("web_application", after=_FORM_ABUSED)),
    "injection": (_Rule("web_application"),),
    "cloud_service": (_Rule("cloud_service", after=_CLOUD_ATTACKED, before=_CLOUD_BEFORE),),
    "phishing": (_Rule("email", after=_LURED),),
    "false_mail": (_Rule("email", after=_FOLLOWED),),
    "attachment": (_Rule("email", after=_OPENED),),
    "credential": (
        _Rule("stolen_credentials", after=_STOLEN, before=_USED, leaks=True),
        _Rule("stolen_credentials", after=_TRIED, before=_GOT, both=True),
        _Rule("stolen_credentials", after=_THEN_USED, leaks=True, across=True),
        _Rule("stolen_credentials", after=_HANDED, beside="account_takeover"),
        _Rule("stolen_credentials", after=_CONNECTED, before=_OWNED, both=True),
    ),
    "account": (
        _Rule("stolen_credentials", after=_ABUSED, before=_USED),
        _Rule("stolen_credentials", after=_LEFT_BEHIND, denied=True),
    ),
    "guessing": (_Rule("stolen_credentials"),),
    "tainted": (_Rule("software_supply_chain"),),
    "component": (_Rule("software_supply_chain", after=_TAINTED),),
}
# The words for the way in itself, by which it may be told that it is not known.
_ROUTE: Final = "route"
_UNKNOWN: Final = _Rule("unknown_vector", after=_NOT_FOUND, denied=True)
_DEVICES: Final = frozenset({"vpn", "remote_desktop", "network_device"})
# A type that is its own way in.
_FROM_TYPES: Final = {"data_theft_insider": "employee", "support_scam": "employee", "web_skimming": "web_application"}


def find_vectors(
    hits: Sequence[Hit], types: Mapping[str, Span], third_party: ThirdParty | None, narrative: Narrative
) -> dict[str, Span]:
    """Return the vectors in order, each with the words that say it.

    `hits` are those of the lexicon of vectors, `types` what was found of the types.
    """
    found: dict[str, Span] = {}
    routes: list[Hit] = []
    for hit in hits:
        if hit.code == "remote_desktop" and _FOR_VPN.match(narrative.text, hit.end):
            continue
        if hit.code == "cloud_service" and narrative.passage(hit.start).leads(_OWN_CLOUD, hit.start):
            continue
        if hit.code == _ROUTE:
            routes.append(hit)
            continue
        for rule in _RULES[hit.code]:
            if rule.vector in found or (rule.beside is not None and rule.beside not in types):
                continue
            if _is_named(rule, hit, narrative):
                found[rule.vector] = hit.start, hit.end
    for kind, span in types.items():
        if kind in _FROM_TYPES:
            found.setdefault(_FROM_TYPES[kind], span)
        elif kind in ("vulnerability_exploit", "planted") and not found.keys() & _DEVICES:
            # A weakness of a web shop or site is that of a web application.
            sentence = narrative.passage(span[0])
            webs = (hit for hit in hits if hit.code == "web_application")
            near = next(
                (hit for hit in webs if sentence.start <= hit.start < sentence.end or narrative.in_title(hit.start)),
                None,
            )
            if near is not None:
                found.setdefault("web_application", (near.start, near.end))
    if third_party is not None:
        vector = "cloud_service" if third_party.kind == "cloud" else "third_party"
        found.setdefault(vector, third_party.span)
        if vector == "third_party":
            found.pop("cloud_service", None)
    if not found:
        # That the way in is not known is asked only where none is.
        route = next((hit for hit in routes if _is_named(_UNKNOWN, hit, narrative)), None)
        if route is not None:
            found[_UNKNOWN.vector] = route.start, route.end
    return {code: found[code] for code in sorted(found, key=_ORDER.index)}


def _is_named(rule: _Rule, hit: Hit, narrative: Narrative) -> bool:
    here = narrative.passage(hit.start)
    if rule.before is not None:
        before = hit.start >= narrative.body and here.leads(rule.before, hit.start, _LEAD)
        if before != rule.both:
            return before
    if hit.start >= here.advice:
        return False
    told = hit.end
    if rule.after is not None:
        until = hit.end + _ACROSS if rule.across else here.reach(hit.end)
        match = rule.after.match(narrative.text, hit.end, until)
        if match is None:
            return False
        told = match.end()
    if rule.leaks and "affected_data" in narrative.kinds(hit.start)[:1]:
        return False
    return rule.denied or not (here.denied(hit.end) or here.denied(told))
