"""What a release names as the way in."""

import re
from collections.abc import Sequence
from typing import Final

from extract.lexicon import Hit
from extract.mention import Evidence
from extract.resolve.narrative import Narrative
from extract.resolve.third_party import ThirdParty

__all__ = ["find_vectors"]

_ORDER: Final = (
    "vpn", "remote_desktop", "network_device", "web_application", "cloud_service", "email", "stolen_credentials", "third_party",
    "software_supply_chain", "employee", "unknown_vector",
)  # fmt: skip

# `VPN機器を経由して侵入`, `ネットワーク機器の設定不備が原因`. Not: `VPN接続を停止`, `UTMを導入`.
_ENTERED: Final = re.compile(
    r"(?:(?!遮断|停止|廃止|導入|設置|入れ替|強化|見直)[^。、\n]){0,44}?"
    r"(?:経由|悪用|侵入|脆弱性|突[いか]|狙|起点|不正|攻撃|を通じ|入口|入り口|を利用して|を用い|原因|設定(?:の)?(?:不備|ミス)|不備|認証情報が|接続(?:され|によ))"
)
_DEVICES: Final = frozenset({"vpn", "remote_desktop", "network_device"})
# `不正アクセスの入口となったVPN装置`: told even where the device's removal is a measure.
_ENTRY_BEFORE: Final = re.compile(
    r"(?:入口|入り口|起点|経路|侵入口|標的|踏み台)と(?:なっ|され)[^。、\n]{0,12}$|侵入経路(?:は|が|として)[^。\n]{0,20}$"
)

# `クラウドサービスへの不正アクセス`, `GitHubの認証情報が漏えいし…不正なアクセス`. Not: `クラウドサービスへ移行`.
_CLOUD_ATTACKED: Final = re.compile(
    r"(?:(?!装った|かたる|騙る|移行|見直|対策)[^。\n]){0,60}?(?:不正(?:な|に)?(?:アクセス|ログイン|サインイン|侵入|利用)|乗っ取|侵害|窃取)"
)
# `フィッシングメールのリンクをクリックし`, `フィッシングによる不正アクセス`. Not: `フィッシングメールが送信され`.
_LURED: Final = re.compile(
    r"(?:メール|攻撃|サイト|詐欺|行為|型攻撃)*"
    r"(?:によ[りるっ]|に(?:遭|引っか|騙|応|誘導|アクセス|認証|id|パスワード|情報|記載|添付)|を(?:受け|受信|開|介|通じ|きっかけ|契機)|の(?:リンク|url|被害|誘導|添付)|が(?:届|原因)|と(?:気付|気づ)"
    r"|から[^。、\n]{0,30}(?:窃取|入力|漏))"
)
_OPENED: Final = re.compile(r"[^。\n]{0,30}?(?:開(?:い|封)|実行|クリック|感染)")

# `認証情報が窃取され`, `パスワードの使い回し`, `ID及びパスワードを使い第三者が不正にログイン`.
# Not: `パスワードが漏えいした可能性`, `パスワードを変更`.
_STOLEN: Final = re.compile(
    r"(?:(?!変更|リセット|可能性|お?それ|再設定|ハッシュ|暗号化)[^。、\n]){0,36}?"
    r"(?:窃取(?!を)|盗(?:ま|み|用)|詐取|不正(?:に|な)?(?:入手|取得|利用|使用|ログイン|アクセス)|悪用|推測|突破|使い(?:回|まわ)し(?=が|に(?:よ|起因)|され|して(?:い|お))|を使(?:い|用し|って)[^。\n]{0,16}不正|を用い|起点|流出したことで"
    r"|漏えいし、これ|が使われ|を利用(?:し|され)[^。、\n]{0,12}不正)"
)
_ACCOUNT_ABUSED: Final = re.compile(
    r"(?:(?!情報|変更|停止)[^。、\n]){0,12}?(?:を悪用|の悪用|が悪用|を窃取|が窃取|を使(?:用し|い|った|って)|が使(?:わ|用され)|を(?:利用|用い)(?:し|た|て)[^。\n]{0,16}不正)"
)
_LIST_ATTACKS: Final = ("リスト型", "総当", "辞書攻撃", "ブルートフォース")
_USED_FOR: Final = re.compile(r"(?:不正(?:な)?アクセス|侵入|攻撃)に(?:利用|使用|悪用)された[^。、\n]{0,8}$")

# `不正なコードが混入`, `パッケージが改ざん`.
_TAINTED: Final = re.compile(r"[^。\n]{0,60}?(?:混入|改ざん|侵害|埋め込|仕込|悪意)")
# `侵入経路の特定には至っておりません`. Not: `原因を特定するため`.
_NOT_FOUND: Final = re.compile(
    r"[^。\n]{0,50}?(?:特定(?:に|は|が|を)?(?:は|も)?(?:至(?:っており|りま|ら|って)|でき|困難|され|する(?:こと)?(?:には|は))[^。、\n]{0,10}?(?:ません|ない|なかっ|おらず)|不明)"
)
_FEATURE_ABUSED: Final = re.compile(
    r"[^。、\n]{0,24}?(?:機能|不具合|欠陥|不備|設定)[^。、\n]{0,10}?(?:悪用|突|つ[いか]|により|利用し)"
)


def find_vectors(
    hits: Sequence[Hit], types: Sequence[Evidence], third_party: ThirdParty | None, narrative: Narrative
) -> list[Evidence]:
    """Return the vectors, each as an `Evidence` whose field is the code.

    `hits` are those of the lexicon of vectors, `types` what was found of the types.
    """
    found: dict[str, Evidence] = {}
    told = {evidence.field: evidence.span for evidence in types}
    exploited = told.get("vulnerability_exploit")
    webs: list[Hit] = []
    for hit in hits:
        code = hit.code
        if code == "web_application":
            webs.append(hit)
        rule = _RULES.get(code)
        if rule is None or code in found:
            continue
        if code in _DEVICES and _ENTRY_BEFORE.search(narrative.before(hit.start)):
            found[code] = Evidence(code, (hit.start, hit.end))
        elif narrative.tells(hit.start) and not narrative.denied(hit.end) and rule(hit, narrative):
            found[code] = Evidence(code, (hit.start, hit.end))
    if "credential" in found:
        found["stolen_credentials"] = Evidence("stolen_credentials", found.pop("credential").span)
    if "employee" not in found and "data_theft_insider" in told:
        found["employee"] = Evidence("employee", told["data_theft_insider"])
    if "web_skimming" in told:
        found["web_application"] = Evidence("web_application", told["web_skimming"])
    elif exploited is not None and not found.keys() & {"vpn", "network_device", "remote_desktop"}:
        start, end = narrative.sentence(exploited[0])
        near = next((hit for hit in webs if start <= hit.start < end or narrative.in_title(hit.start)), None)
        if near is not None:
            found["web_application"] = Evidence("web_application", (near.start, near.end))
    if third_party is not None:
        vector = "cloud_service" if third_party.kind == "cloud" else "third_party"
        found.setdefault(vector, Evidence(vector, third_party.span))
        if vector == "third_party":
            found.pop("cloud_service", None)
    if len(found) > 1:
        found.pop("unknown_vector", None)
    return [found[code] for code in _ORDER if code in found]


def _entered(hit: Hit, narrative: Narrative) -> bool:
    return bool(_ENTERED.match(narrative.after(hit.end)))


def _cloud(hit: Hit, narrative: Narrative) -> bool:
    return bool(_CLOUD_ATTACKED.match(narrative.after(hit.end)))


def _email(hit: Hit, narrative: Narrative) -> bool:
    word = narrative.text[hit.start : hit.end]
    if "添付" in word or "リンク" in word:
        return bool(_OPENED.match(narrative.after(hit.end)))
    return bool(_LURED.match(narrative.after(hit.end)))


def _credential(hit: Hit, narrative: Narrative) -> bool:
    word = narrative.text[hit.start : hit.end]
    if word.startswith(_LIST_ATTACKS):
        return "リスト" in word
    if _USED_FOR.search(narrative.before(hit.start)):
        return True
    if word.endswith("アカウント"):
        return bool(_ACCOUNT_ABUSED.match(narrative.after(hit.end)))
    kinds = narrative.kinds(hit.start)
    return not (kinds and kinds[0] == "affected_data") and bool(_STOLEN.match(narrative.after(hit.end)))


def _said(hit: Hit, narrative: Narrative) -> bool:
    return True


def _tainted(hit: Hit, narrative: Narrative) -> bool:
    return bool(_TAINTED.match(narrative.after(hit.end))) or "混入" in narrative.text[hit.start : hit.end]


def _unknown(hit: Hit, narrative: Narrative) -> bool:
    return bool(_NOT_FOUND.match(narrative.after(hit.end)))


def _web(hit: Hit, narrative: Narrative) -> bool:
    word = narrative.text[hit.start : hit.end]
    return "インジェクション" in word or bool(_FEATURE_ABUSED.match(narrative.after(hit.end)))


_RULES: Final = {
    "vpn": _entered,
    "remote_desktop": _entered,
    "network_device": _entered,
    "web_application": _web,
    "cloud_service": _cloud,
    "email": _email,
    "credential": _credential,
    "employee": _said,
    "software_supply_chain": _tainted,
    "unknown_vector": _unknown,
}
