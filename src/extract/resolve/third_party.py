"""Whether the incident happened at, or through, a contractor or an outside service."""

import re
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from extract.lexicon import Hit
from extract.mention import Masthead, Span
from extract.resolve.narrative import Narrative

__all__ = ["ThirdParty", "find_third_party"]


class ThirdParty(NamedTuple):
    """The words that place the attack at another party, and what that party is to the publisher."""

    kind: Literal["contractor", "platform", "cloud"]
    span: Span


_ATTACKS: Final = frozenset({"unauthorized_access", "ransomware", "malware", "attack", "encryption", "vulnerability"})

# How far before an attack the party stands that was hit.
_REACH: Final = 120
# How much of the body says whether other companies are contractors, or of the publisher's own group.
_LEAD: Final = 1500

# `当社サーバーに対する不正アクセス`, `子会社が攻撃を受け`. Not: `当社が利用する外部サービス` (the user is not
# the one attacked), `当社では、…` (a topic, not a victim).
_OWN: Final = (
    r"(?P<own>(?:当|弊|本|自)(?:社|学|院|校|法人|協会|会|所|組合|行|庫|機構|市|県|町|村|区|都|府|道|園|局|団体|財団|連合会|施設"
    r"|ホテル|館|店|グループ|事務所|センター|大学|病院|キャンパス|公社|サイト|クリニック)|子会社|(?:グループ|関連|関係)会社"
    r"|(?<!の)(?:社内|学内|院内|庁内))"
    r"(?!は|では|にて?は|から|より|(?:が|の|で|において|とし)?[^。、\n]{0,16}(?:利用|使用|委託|提携|導入|契約|発注|依頼|採用|参加|加入|取引|受託し|業務を受))"
)
# `業務委託先のサーバーが`, `印刷を受注した会社において`, `システム提供会社のネットワーク`.
_CONTRACTOR: Final = (
    r"(?P<contractor>委託(?:先|業者|事業者|会社|企業|し(?:て|た))|受託(?:者|会社|業者|事業者|先)|受注(?:者|し(?:た|て)|業者|事業者|会社)|請負(?:者|業者)"
    r"|(?:運営|印刷|制作|製作|提供|開発|保守|配信|配送|発送|運送|物流|システム|サービス)(?:した|する|している|していた)?(?:会社|事業者|業者|元(?!従)|企業|ベンダー?)"
    r"|(?<!セキュリティ)ベンダー|外部(?:の)?(?:(?:システム|サービス)+|事業者|業者|ベンダー?)(?!機関)"
    r"|取引先(?=[^、。\n]{0,20}(?:サーバ|システム|において)))"
)
_PLATFORM: Final = r"(?P<platform>(?:宿泊)?予約(?:サイト|サービス)|(?:提携|出店)(?:先|して(?:いる|いた|おります?)))"
# `当社が利用するクラウドサービスに対する不正アクセス`. Not: `クラウドサービスのアカウントへの不正アクセス`.
_CLOUD: Final = (
    r"(?P<cloud>(?:利用|使用|契約)(?:する|して(?:いる|いた|おりま(?:す|した))|中の|の)[^、。\n]{0,16}?クラウド(?:型)?(?:サービス|ストレージ|システム)?"
    r"(?![^、。\n]{0,20}アカウント))"
)
# A company by its name: another party only where the text says that it works for the publisher.
_NAMED: Final = (
    r"(?P<named>同社|株式会社 ?[^、。「」() \n]{1,20}|[^、。「」() \n]{2,16}株式会社"
    r"|[\u30a1-\u30ff\u4e00-\u9fffa-z]{2,12}(?<![会本各支他両自御貴公])社)"
)
_PARTY: Final = re.compile(f"(?:{_OWN}|{_CONTRACTOR}|{_PLATFORM}|{_CLOUD}|{_NAMED})")
# The party tells or helps, it is not hit: `委託先から報告を受け`, `管理会社による調査の結果`, `ベンダーに確認したところ`.
_TELLER: Final = re.compile(
    r"(?:[」』)]|\([^)\n]{0,60}\)|(?!の(?:サーバ|システム|ネットワーク))[^、。\n]){0,30}?"
    r"(?:(?:から|より)(?=[^。\n]{0,60}(?:報告|連絡|通知|指摘|説明|回答|情報提供|通報|提供|受け))"
    r"|(?:に)?よる(?:と|調査)|(?:の|による)(?:調査|報告|協力|支援|指摘|連絡|助言|担当|発表|公表|もと)"
    r"|に(?:確認|報告|連絡|依頼|問い?合|調査|提供)|と(?:連携|協力|共に|ともに|協議))"
)
_SELF: Final = re.compile(r"[^「\n]{0,16}\(?以下[^「\n]{0,4}「?(?:当|弊|本)")

_TITLE: Final = re.compile(
    r"委託(?:先|業者|事業者|会社)|受託(?:者|会社|業者|事業者)|請負者|受注者|(?:運営|印刷|制作|提供)(?:会社|事業者|業者)|外部(?:サービス|システム|事業者|委託)"
)
_SUBSIDIARY: Final = re.compile(r"子会社|グループ(?:会社|企業)|関連会社")
_RELATION: Final = re.compile(
    r"委託|受注|請負|事業者|業者|が[^。、\n]{0,12}利用(?:する|している|しており|しておりま|中)|提供元|運営会社|ベンダー|提携|参加している|発注|依頼して|制作を|運営[::]"
)


def find_third_party(hits: Sequence[Hit], narrative: Narrative, masthead: Masthead) -> ThirdParty | None:
    """Return the party that was attacked in the publisher's stead, or None.

    Every attack that the text tells of has a victim: the last party named before it in its sentence. The
    title decides; else the majority does, and where it is undecided the first one.
    """
    text = narrative.text
    if narrative.title is not None and (told := _TITLE.search(text, *narrative.title)):
        return ThirdParty("contractor", told.span())
    lead = narrative.body + _LEAD
    group = _SUBSIDIARY.search(text, narrative.body, lead) is not None
    related = _RELATION.search(text, narrative.body, lead) is not None
    publisher = (masthead.organization or "").lower()

    votes: list[ThirdParty | None] = []
    for hit in hits:
        if hit.code not in _ATTACKS or not narrative.tells(hit.start) or narrative.denied(hit.end):
            continue
        start = max(narrative.sentence(hit.start)[0], hit.start - _REACH)
        last = None
        for party in _PARTY.finditer(text, start, hit.start):
            if not _TELLER.match(text, party.end(), hit.start):
                last = party
        if last is None:
            continue
        kind = last.lastgroup
        if kind == "named":
            if not related or group or _names(publisher, last[0]) or _SELF.match(text, last.end()):
                continue
            kind = "contractor"
        votes.append(None if kind == "own" else ThirdParty(kind, last.span()))  # type: ignore[arg-type]
    outside = [vote for vote in votes if vote is not None]
    own = len(votes) - len(outside)
    if len(outside) > own or (outside and len(outside) == own and votes[0] is not None):
        return outside[0]
    return None


def _names(publisher: str, name: str) -> bool:
    bare = name.removeprefix("株式会社").removesuffix("株式会社").removesuffix("社").strip()
    return name != "同社" and (not bare or bare in publisher)
