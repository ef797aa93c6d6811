"""Places that are named as not concerned: the other schools, the branches that are not listed.

The people of such a place are safe, and the release says so without naming them: 他の区立学校については、印刷会社と
接点がないことを確認しております。
"""

from typing import Final

from extract.mention import Exposure
from extract.resolve.cues import status_of_clause
from extract.resolve.status import Statuses
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["safe_elsewhere"]

# [その他の]学校, [上記2校を除く]県立学校, [記載の無い]小中学校, [当該店舗以外の]店舗: looked for first, since few texts
# have one before a place.
_OTHER: Final = shape(r"他の|除く(?:(?:その)?他の)?|以外の|載の[な無]い|該当の[な無]い|関係の[な無]い")
_BEFORE: Final = shape(r"[^\s。、()※:]{1,12}$")
_REACH: Final = 12
# What holds the data of its own people; not 他のシステム, 他のサービス.
_PLACE: Final = r"(?:学校|校|園|店|店舗|病院|医院|大学|学部|施設|事業所|支店|支社|営業所|教室|自治体|市町村|部署)"
# その他の学校[については、…], 県立学校[の被害は…].
_TOPIC: Final = shape(
    rf"[^\s。、()※:はがを]{{0,14}}?{_PLACE}"
    r"(?P<told>(?:(?:について|につきまして|に関しまして|で|に|へ)?は|の(?:被害|(?:個人)?情報|漏(?:え?い|[洩出れ])|流[出失]))[^。\n]{1,120})"
)
# Of data; not システムの停止.
_OF_DATA: Final = shape(r"漏(?:え?い|[洩出れ])|流[出失]|閲覧|個人情報|対象|該当|被害")
# What would have brought the data there: 印刷会社と[接点がない], 当該業者への[委託はない].
_UNTOUCHED: Final = shape(
    r"(?:接点|取引|関係|関わり|委託|依頼|発注|契約|利用)(?:の?実績)?(?:が|は|も|を|して)(?:一切)?(?:な[いくし]|無[いくし]|おりませ|いな|いませ|あ?りませ|ございませ)"
)
# 県立学校の[被害は確認されていない].
_UNHARMED: Final = shape(r"被害(?:は|も)[^。、]{0,6}確認(?:さ|でき)(?:れ)?て(?:おりませ|いませ|いな|おら)")

# [当市]においては、今回の不正アクセスの[対象者はいない]: the place that itself has nobody concerned.
_NOBODY: Final = shape(
    r"(?:対象|該当)(?:者|の方|となる方|の?お客様|となるお客様|の?利用者)は"
    r"(?:いな|いませ|おりませ|おらず|ありませ|ございませ|存在し(?:な|ませ))"
)
_OWN: Final = shape(
    r"(?P<own>[当本弊][社市区町村県校園院学館局会行庫]|[一-龥]{1,6}[市区町村県])(?:において|で|に)?は、?[^。\n]{0,30}$"
)
_OWN_REACH: Final = 50


def safe_elsewhere(document: Document, statuses: Statuses, body: int) -> list[Exposure]:
    """Return a group for each place of the body that a sentence names as not concerned, in the text's order."""
    folded = document.folded
    found: dict[str, Exposure] = {}
    for other in _OTHER.finditer(folded, body):
        topic = _TOPIC.match(folded, other.end())
        if topic is None:
            continue
        status = "excluded" if _UNTOUCHED.search(topic["told"]) else None
        if status is None and _OF_DATA.search(topic["told"]):
            status = "unknown" if _UNHARMED.search(topic["told"]) else status_of_clause(topic["told"])
        if status in ("excluded", "unknown"):
            before = _BEFORE.search(folded, max(body, other.start() - _REACH), other.start())
            span = (before.start() if before else other.start(), topic.start("told"))
            status = statuses.settled(status, document.sentence_index(span[0]))
            found.setdefault(folded[slice(*span)], Exposure(span, "other", None, (), status, (span,)))
    for nobody in _NOBODY.finditer(folded, body):
        own = _OWN.search(folded, max(body, nobody.start() - _OWN_REACH), nobody.start())
        if own is not None:
            span = own.span("own")
            found.setdefault(own["own"], Exposure(span, "other", None, (), "excluded", (span,)))
    return list(found.values())
