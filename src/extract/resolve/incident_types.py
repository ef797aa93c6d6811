"""What kind of incident a release tells of."""

import re
from collections.abc import Sequence
from typing import Final

from extract.lexicon import Hit
from extract.mention import Evidence
from extract.resolve.narrative import Narrative

__all__ = ["find_types"]

# The order in which types are told: the cause first, what it led to after.
_ORDER: Final = (
    "ransomware", "malware", "phishing", "web_skimming", "web_defacement", "account_takeover", "vulnerability_exploit", "unauthorized_access",
    "ddos", "data_theft_insider", "mis_sending", "misconfiguration", "loss", "impersonation", "supply_chain", "system_failure", "other",
)  # fmt: skip

# `脆弱性を突いた`, `脆弱性に起因`, `ゼロデイ攻撃`. Not: `脆弱性の有無を確認`, `脆弱性を修正`.
_EXPLOITED: Final = re.compile(
    r"[^。\n]{0,24}?(?:突[いかく]|つ[いかく][たてれ]|衝[いかく]|悪用|利用し|利用され|狙[わっい]|攻撃|起因|原因|による|により|によって|侵入|を用い|経由)"
)
# `サーバー内のファイルが暗号化され`, `マルウェアによる暗号化の被害`. Not: `暗号化されたパスワード`,
# `通信は暗号化されており`.
_ENCRYPTED: Final = re.compile(
    r"(?:が|を)?(?:実行)?(?:された(?!パスワード|状態で保|もの|上|通信|形|カード|個人)|され(?!て保存)|し|の被害|被害|する攻撃)"
)
_ENCRYPTED_THING: Final = re.compile(
    r"(?:ファイル|データ|サーバ|システム|情報|端末|pc|機器|フォルダ|hdd|ストレージ|バックアップ)[^。\n]{0,50}$"
)
_HARMLESS_ENCRYPTION: Final = re.compile(r"(?:パスワード|通信|ハッシュ|ssl|番号)[^。、\n]{0,16}$")

# `アカウントが第三者に不正に利用され`, `IDが不正に使用され`. Not: `アカウント情報が漏えい`.
_TAKEN_OVER: Final = re.compile(
    r"(?!情報)[^。、\n]{0,44}?(?:不正(?:な|に|の)?(?:アクセス|ログイン|サインイン|利用|使用|操作|侵入)|乗っ取|のっと|悪用|侵害|窃取され|サインイン)"
)
# `不正ログイン`, `アカウントへの不正アクセス`: the account stands before what was done to it, or after.
_LOGIN: Final = re.compile(r"不正(?:な|に)?(?:ログイン|サインイン)")
_OF_ACCOUNTS: Final = re.compile(
    r"(?:を受けた|があった|された|の対象(?:は|と))[^。、\n]{0,12}?(?:アカウント|メールアドレス)"
)

_CARD_PAGE: Final = re.compile(r"(?:決済|カード|購入|注文|ペイメント|入力)[^。\n]{0,40}$")
_CARD_AFTER: Final = re.compile(r"[^。\n]{0,60}?(?:カード|決済)")
_SITE: Final = re.compile(r"(?:サイト|ホームページ|hp|ページ|web|ウェブ)[^。\n]{0,40}$")
_ALTERED: Final = re.compile(
    r"(?:され|を受け|が(?:行わ|確認|発生|判明)|被害|の(?:痕跡|事実|疑い)|による|により|について|に関す|のお|$)"
)

_INSIDER: Final = re.compile(r"(?:従業員|社員|職員|派遣|退職者|教員|スタッフ|担当者|元[^。\n]{0,6})[^。\n]{0,40}$")
_IMPERSONATED: Final = re.compile(
    r"[^。\n]{0,50}?(?:確認(?:され|し|いた)|発生し|判明し|送信され|送付され|届い|ご注意|お知らせ|について)"
)


def find_types(hits: Sequence[Hit], narrative: Narrative, third_party: Evidence | None) -> list[Evidence]:
    """Return the types, each as an `Evidence` whose field is the type, with the first words that say it."""
    found: dict[str, Evidence] = {}

    def add(code: str, hit: Hit) -> None:
        found.setdefault(code, Evidence(code, (hit.start, hit.end)))

    for hit in hits:
        code = hit.code
        rule = _RULES.get(code)
        if rule is None or not narrative.tells(hit.start) or narrative.denied(hit.end):
            continue
        for told in rule(hit, narrative):
            add(told, hit)
    if third_party is not None:
        found["supply_chain"] = Evidence("supply_chain", third_party.span)
    return [found[code] for code in _ORDER if code in _settled(found)]


def _settled(found: dict[str, Evidence]) -> set[str]:
    """Drop the types that another one already says: ransomware is malware, an attack is no mere failure."""
    codes = set(found)
    attacks = codes - {"system_failure", "other", "supply_chain"}
    if "ransomware" in codes:
        codes -= {"malware", "account_takeover", "web_defacement", "loss"}
    if "web_skimming" in codes:
        codes -= {"web_defacement", "malware", "account_takeover"}
    if attacks:
        codes -= {"system_failure", "other"}
    return codes


def _plain(hit: Hit, narrative: Narrative) -> list[str]:
    return [] if narrative.expected(hit.end) and hit.code in _EXPECTABLE else [hit.code]


_EXPECTABLE: Final = frozenset({"phishing", "malware", "loss", "mis_sending"})


def _unauthorized(hit: Hit, narrative: Narrative) -> list[str]:
    word = narrative.text[hit.start : hit.end]
    if _LOGIN.match(word) or _OF_ACCOUNTS.match(narrative.after(hit.end)):
        return ["unauthorized_access", "account_takeover"]
    return ["unauthorized_access"]


def _account(hit: Hit, narrative: Narrative) -> list[str]:
    return ["account_takeover"] if _TAKEN_OVER.match(narrative.after(hit.end)) else []


def _vulnerability(hit: Hit, narrative: Narrative) -> list[str]:
    word = narrative.text[hit.start : hit.end]
    if "インジェクション" in word or _EXPLOITED.match(narrative.after(hit.end)):
        return ["vulnerability_exploit"]
    return []


def _encryption(hit: Hit, narrative: Narrative) -> list[str]:
    if not _ENCRYPTED.match(narrative.after(hit.end)):
        return []
    before = narrative.before(hit.start)
    return ["ransomware"] if _ENCRYPTED_THING.search(before) and not _HARMLESS_ENCRYPTION.search(before) else []


def _defacement(hit: Hit, narrative: Narrative) -> list[str]:
    before, after = narrative.before(hit.start), narrative.after(hit.end)
    if not _ALTERED.match(after):
        return []
    if _CARD_PAGE.search(before) or _CARD_AFTER.match(after):
        return ["web_skimming"]
    return ["web_defacement"] if _SITE.search(before) else []


def _support_scam(hit: Hit, narrative: Narrative) -> list[str]:
    return ["phishing"]


def _impersonation(hit: Hit, narrative: Narrative) -> list[str]:
    return ["impersonation"] if narrative.in_title(hit.start) else []


_RULES: Final = {
    "unauthorized_access": _unauthorized,
    "ransomware": _plain,
    "malware": _plain,
    "phishing": _plain,
    "support_scam": _support_scam,
    "web_skimming": _plain,
    "defacement": _defacement,
    "data_theft_insider": _plain,
    "mis_sending": _plain,
    "misconfiguration": _plain,
    "loss": _plain,
    "system_failure": _plain,
    "vulnerability": _vulnerability,
    "encryption": _encryption,
    "account": _account,
    "ddos": _plain,
    "impersonation": _impersonation,
}
