"""What kind of incident a release tells of."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from extract.lexicon import Hit
from extract.mention import Evidence
from extract.resolve.narrative import Narrative
from extract.resolve.third_party import ThirdParty

__all__ = ["find_types"]

# The order in which types are told: what was done first, what made it possible after.
_ORDER: Final = (
    "ransomware", "malware", "phishing", "web_skimming", "web_defacement", "account_takeover",
    "vulnerability_exploit", "unauthorized_access", "ddos", "data_theft_insider", "mis_sending", "misconfiguration",
    "loss", "impersonation", "supply_chain", "system_failure", "other",
)  # fmt: skip


class _Rule(NamedTuple):
    """What a word of the lexicon tells where the text before and after it agrees."""

    types: tuple[str, ...]
    after: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    # May also be named as something that is yet to come: `フィッシングメールが届く可能性`.
    sequel: bool = False


# `脆弱性を突いた`, `脆弱性に起因`, `ゼロデイ攻撃`. Not: `脆弱性の有無を確認`, `脆弱性を修正`.
_EXPLOITED: Final = re.compile(
    r"(?:(?!検証|診断|確認|修正|対策|有無)[^。\n]){0,24}?(?:突[いかく]|[をが]つ[いかく]|衝[いかく]|悪用|利用[しさ]|狙[わっい]|攻撃|起因|原因|によ[りるっ]|侵入|を用い|経由)"
)
# `サーバー内のファイルが暗号化され`, `マルウェアによる暗号化の被害`. Not: `暗号化されたパスワード`, `通信は暗号化`.
_ENCRYPTED: Final = re.compile(
    r"(?:(?:が|を)?実行)?(?:され(?!たパスワード|た状態で保|たもの|た通信|たカード|た個人|て保存)|し(?!て保存)|の?被害|する攻撃)"
)
_ENCRYPTED_THING: Final = re.compile(
    r"(?:ファイル|データ|サーバ|システム|情報|端末|pc|機器|フォルダ|ストレージ|バックアップ)(?:(?!パスワード|通信|ハッシュ|ssl|番号)[^。\n]){0,50}$"
)
# `アカウントが第三者に不正に利用され`. Not: `アカウント情報が漏えい`, `アカウントへの不正アクセスを防ぐ`.
_TAKEN_OVER: Final = re.compile(
    r"(?!情報)[^。、\n]{0,44}?(?:不正(?:な|に|の)?(?:アクセス|ログイン|サインイン|利用|使用|操作|侵入)|乗っ取|のっと|悪用|侵害|窃取され)(?!を防|の防止)"
)
# `不正アクセスを受けたアカウント`.
_OF_ACCOUNTS: Final = re.compile(r"(?:を受けた|があった|された|の対象(?:は|と))[^。、\n]{0,12}?アカウント")
# `侵入し`, `侵入を受け`. Not: `侵入を防ぐ`, `侵入の可能性を調査`.
_INTRUDED: Final = re.compile(r"(?:し(?!た場合)|され|を(?:受け|許)|が(?:確認|行わ|判明|発生)|。|\)|$|者)")
# `決済ページが改ざんされ`: what was changed decides.
_ALTERED: Final = re.compile(
    r"(?:が|は|の)?(?:され|を受け|行わ|確認|発生|判明|被害|痕跡|事実|疑い|によ[りる]|について|に関す|$)"
)
_PAYMENT_PAGE: Final = re.compile(r"(?:決済|カード|購入|注文|ペイメント|入力)[^。\n]{0,40}$")
_SITE: Final = re.compile(
    r"(?:サイト|ホームページ|hp|ページ|web|ウェブ)(?:(?!決済|カード|購入|注文|ペイメント|入力)[^。\n]){0,40}$"
)
# `意図しないページが表示`.
_SHOWN: Final = re.compile(r"[^。、\n]{0,12}?(?:表示|掲載|転送|誘導)")
# `警告画面に表示された電話番号に連絡し`, `警告表示の指示に従って`.
_OBEYED: Final = re.compile(r"[^\n]{0,160}?(?:電話|指示に従|連絡し|連絡先|遠隔操作|操作したところ)", re.DOTALL)

_RULES: Final[dict[str, tuple[_Rule, ...]]] = {
    "unauthorized_access": (_Rule(("unauthorized_access",)), _Rule(("account_takeover",), after=_OF_ACCOUNTS)),
    "unauthorized_login": (_Rule(("account_takeover", "unauthorized_access")),),
    "intrusion": (_Rule(("unauthorized_access",), after=_INTRUDED),),
    "ransomware": (_Rule(("ransomware",)),),
    "malware": (_Rule(("malware",), sequel=True),),
    "other_malware": (_Rule(("other_malware",)),),
    "phishing": (_Rule(("phishing",), sequel=True),),
    "support_scam": (_Rule(("support_scam", "unauthorized_access")),),
    "scare": (_Rule(("support_scam", "unauthorized_access"), after=_OBEYED),),
    "web_skimming": (_Rule(("web_skimming",)),),
    "defacement": (
        _Rule(("web_skimming",), before=_PAYMENT_PAGE, after=_ALTERED),
        _Rule(("web_defacement",), before=_SITE, after=_ALTERED),
    ),
    "unmeant": (_Rule(("web_defacement",), after=_SHOWN),),
    "data_theft_insider": (_Rule(("data_theft_insider",)),),
    "mis_sending": (_Rule(("mis_sending",), sequel=True),),
    "misconfiguration": (_Rule(("misconfiguration",)),),
    "loss": (_Rule(("loss",), sequel=True),),
    "system_failure": (_Rule(("system_failure",)),),
    "vulnerability": (_Rule(("vulnerability_exploit",), after=_EXPLOITED),),
    "injection": (_Rule(("vulnerability_exploit",)),),
    "encryption": (_Rule(("ransomware",), before=_ENCRYPTED_THING, after=_ENCRYPTED),),
    "account": (_Rule(("account_takeover",), after=_TAKEN_OVER),),
    "ddos": (_Rule(("ddos",)),),
    "forged_order": (_Rule(("impersonation",)),),
}

# What a type already says: another is then no type of its own.
_IMPLIED: Final = {
    "ransomware": ("malware", "account_takeover", "web_defacement", "loss", "misconfiguration"),
    "web_skimming": ("web_defacement", "malware", "account_takeover"),
    "support_scam": ("malware", "account_takeover"),
}
# Types that are no attack, beside which a failure of systems or `other` may stand.
_NO_ATTACK: Final = frozenset({"system_failure", "other"})
_NAMES: Final = {"support_scam": "phishing", "other_malware": "malware"}


def find_types(hits: Sequence[Hit], narrative: Narrative, third_party: ThirdParty | None) -> list[Evidence]:
    """Return the types, each as an `Evidence` whose field is the type, with the first words that say it."""
    found: dict[str, Evidence] = {}
    leak: Hit | None = None
    for hit in hits:
        if hit.code == "leak" or hit.code == "attack":
            leak = leak or hit
            continue
        rules = _RULES.get(hit.code)
        if rules is not None and all(code in found for rule in rules for code in rule.types):
            continue
        if rules is None or not narrative.tells(hit.start) or narrative.denied(hit.end):
            if hit.code == "impersonation" and narrative.in_title(hit.start):
                found.setdefault("impersonation", Evidence("impersonation", (hit.start, hit.end)))
            continue
        for rule in rules:
            if all(code in found for code in rule.types) or not _agrees(rule, hit, narrative):
                continue
            for code in rule.types:
                found.setdefault(code, Evidence(code, (hit.start, hit.end)))
            break
    if third_party is not None and third_party.kind == "contractor":
        found["supply_chain"] = Evidence("supply_chain", third_party.span)
    if not found and leak is not None and narrative.tells(leak.start):
        found["other"] = Evidence("other", (leak.start, leak.end))
    return _settled(found)


def _agrees(rule: _Rule, hit: Hit, narrative: Narrative) -> bool:
    if rule.after is not None and not rule.after.match(narrative.after(hit.end)):
        return False
    if rule.before is not None and not rule.before.search(narrative.before(hit.start)):
        return False
    return not (rule.sequel and narrative.expected(hit.end))


def _settled(found: dict[str, Evidence]) -> list[Evidence]:
    """Drop what another type already says, and return the rest in order."""
    for code, implied in _IMPLIED.items():
        if code in found:
            for other in implied:
                found.pop(other, None)
    if found.keys() - _NO_ATTACK:
        for code in _NO_ATTACK:
            found.pop(code, None)
    for code, name in _NAMES.items():
        if code in found:
            found.setdefault(name, Evidence(name, found.pop(code).span))
    return [found[code] for code in _ORDER if code in found]
