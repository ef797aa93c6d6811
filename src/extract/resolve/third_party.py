"""Whether the incident happened at, or through, a contractor or an outside service."""

import re
from collections.abc import Sequence
from typing import Final

from extract.lexicon import Hit
from extract.mention import Evidence, Masthead
from extract.resolve.narrative import Narrative

__all__ = ["find_third_party"]

_ATTACKS: Final = frozenset({"unauthorized_access", "ransomware", "malware", "attack", "encryption", "vulnerability"})

# The party whose system was attacked stands before the attack and carries a particle:
# `委託先のサーバーが不正アクセスを受け`, `当社サーバーに対する不正アクセス`.
# Not: `委託先による調査の結果`, `委託先から報告を受け`.
_NAME: Final = r"(?:である|の)?(?:[「『(][^」』)\n]{1,60}[」』)])?"
_VICTIM: Final = (
    r"(?="
    + _NAME
    + r"(?:(?:に(?:お(?:い|け)|対|て)|へ(?:の|も)|で(?:の)?[^、]?|が|の(?!調査|報告|協力|支援|指摘|連絡|担当|助言|もと|下|皆|方|お客|個人|従業員|社員)|社?(?:サーバ|システム|ネットワーク|サイト|内|グループ|工場|環境))|[^\S\n]?[^、。\n]{0,24}(?:に(?:お(?:い|け)|対)|への|が(?!運営|管理|提供)|の(?:サーバ|システム|ネットワーク|管理|運営|運用|工場|環境|一部))))"
)
_OWN: Final = (
    r"(?P<own>(?:当|弊|本|自)(?:社|学|院|校|法人|協会|会|所|組合|行|庫|機構|市|県|町|村|区|都|府|道|園|局|団体|財団|連合会|施設|ホテル|館|店|グループ"
    r"|事務所|センター|大学|病院|キャンパス|公社|サイト|クリニック|サービス)|子会社|グループ会社|関連会社|関係会社|社内|学内|院内|庁内)"
)
# `当社が利用する外部サービス`: the user is not the one attacked.
_USING: Final = r"(?!(?:が|の|で|において|では|は|より|から)?[^。、\n]{0,16}(?:利用|使用|委託|提携|導入|契約|発注|依頼|採用|参加|加入|業務を|受注|取引))"
_OUTSIDE: Final = (
    r"(?P<outside>(?:業務|再|再々|運用|外部)*委託(?:先|業者|事業者|会社|企業|元業者|している|していた|しており|した|を受けた)|受託(?:者|会社|業者|事業者|先)|受注(?:者|した|している|していた|業者|事業者|会社)"
    r"|請負(?:者|業者)|(?:運営|印刷|制作|製作|提供|開発|保守|配信|配送|発送|運送|物流|アルバム|システム|サービス)(?:会社|事業者|業者|元|企業|ベンダー?)"
    r"|ベンダー?|外部(?:の)?(?:システム|サービス|クラウド|事業者|業者|ベンダー?|会社)(?:サービス)?|宿泊予約サイト|予約サイト|提携(?:先|している)"
    r"|取引先(?=[^\n]{0,20}(?:サーバ|システム|において|へのランサム))|(?P<named>同社|株式会社[^、。「」()\s]{1,20}|[^、。「」()\s]{2,20}株式会社|[\u30a1-\u30ff\u4e00-\u9fffa-z]{2,12}社))"
)
_PARTY: Final = re.compile(f"(?:{_OWN}{_USING}|{_OUTSIDE}){_VICTIM}")
_TITLE: Final = re.compile(
    r"(?:委託(?:先|業者|事業者|会社)|受託(?:者|会社|業者|事業者)|請負者|受注者|(?:運営|印刷|制作|提供)(?:会社|事業者|業者)|外部(?:サービス|システム|事業者|委託))"
)
_SUBSIDIARY: Final = re.compile(r"子会社|グループ会社|グループ企業|関連会社")


def find_third_party(hits: Sequence[Hit], narrative: Narrative, masthead: Masthead) -> Evidence | None:
    """Return the words that place the attack at another party, or None."""
    own = 0
    outside: list[tuple[int, int]] = []
    title = narrative.title
    if title is not None:
        told = _TITLE.search(narrative.text, *title)
        if told is not None:
            return Evidence("third_party", told.span())
    publisher = (masthead.organization or "").lower()
    group = _SUBSIDIARY.search(narrative.text, 0, 1500) is not None
    for hit in hits:
        if hit.code not in _ATTACKS or not narrative.tells(hit.start) or narrative.denied(hit.end):
            continue
        start = max(narrative.sentence(hit.start)[0], hit.start - 120)
        last = None
        for party in _PARTY.finditer(narrative.text, start, hit.start):
            last = party
        if last is None:
            continue
        if last["own"] is not None:
            own += 1
        elif last["named"] is None:
            outside.append(last.span())
        elif not group and not _names(publisher, last["named"]):
            outside.append(last.span())
    return Evidence("third_party", outside[0]) if len(outside) > own else None


def _names(publisher: str, name: str) -> bool:
    bare = name.removeprefix("株式会社").removesuffix("株式会社").removesuffix("社")
    return not bare or bare in publisher
