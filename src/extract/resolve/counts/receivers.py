"""Those whom other people's data reached, or could reach: they are counted, and none of their data leaked.

児童32名の成績を、保護者94名に誤って配信: 32 are exposed, 94 received. Where nobody else is counted the receivers are
the exposed: 申込者512名に、全員のアドレスが見える形で送信.
"""

from collections.abc import Sequence
from typing import Final

from extract.mention import Count
from extract.resolve.counts.surroundings import Surroundings, any_of, cue
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["set_apart"]

_WHO: Final = r"(?:の(?:保護者|会員|方|お客様|利用者|職員|社員|従業員|生徒|学生|教員|教職員)[^、。\n0-9]{0,4})?"
_SEE: Final = r"(?:閲覧|参照|ダウンロード|開封)"
# 102名の会員が、他の会員56名の氏名を閲覧; 17名がファイルを開いていた; 340名に閲覧され; 12名による閲覧.
_SAW: Final = (
    cue("after", rf"^{_WHO}が、?[^。\n]{{0,40}}[^、。\n]を[^、。\nをが]{{0,12}}(?:{_SEE}(?!され)|開い)"),
    cue("after", rf"^{_WHO}に(?:よる|よって|より)?、?[^、。\n]{{0,6}}(?:{_SEE}|見られ)"),
    # 知人(2名)に渡していた.
    cue("before", r"(?:知人|友人|知り合い|名簿業者|転売先|売却先|交際相手)(?:等|など|ら)?[(の]?$"),
)
# 生徒38名が閲覧できる, 学内の約3,000名から閲覧可能. Not where they alone are counted: 120名が閲覧可能な状態.
_COULD_SEE: Final = (
    cue("after", rf"^{_WHO}が、?[^、。\n]{{0,6}}(?:{_SEE}|アクセス)(?:でき|可能|し得)"),
    cue("after", rf"^{_WHO}から、?[^、。\n]{{0,6}}(?:{_SEE}|アクセス)(?:可能|でき|された|が(?:あ|確認|でき))"),
    cue("after", r"^の画面に[^、。\n]{0,8}表示"),
)
# 誤送信先の35名, メールの送信先は35名, 受信者35名.
_NAMED: Final = cue(
    "before",
    r"(?:(?:送信|送付|配信|配布|発送|交付|郵送|転送|提供)先の?(?:会員|保護者|方|お客様|利用者)?(?:様|の方)?"
    r"|(?:受信|受領)(?:者|し?た方|された方))(?:全員|数)?(?:は|が|の|[:( ])*$",
)
_SEND: Final = r"(?:送信|送付|配信|配布|交付|渡し|返却|発送|郵送|送り|送っ|添付|公開|開示|提供|転送|掲示|メール)"
# 保護者94名に配信, 会員94名宛のメールに.
_TOWARDS: Final = cue(
    "after", rf"^(?:様|に?全員)?\)?{_WHO}(?:に|へ|宛て?)(?:対し(?:て)?)?の?、?[^。\n]{{0,60}}?{_SEND}"
)
# What is sent to people because of the incident: 対象の94名に、お詫びの文書を発送.
_NOTICE: Final = shape(r"詫び|通知|ご?案内|ご?連絡|お知らせ|謝罪|説明|書面|文書|書状")
_IN_ERROR: Final = shape(r"誤|間違|取り違え|別の|他の")
# Those who could read each other's addresses are exposed.
_EACH_OTHER: Final = shape(
    r"bcc|\bcc\b|\bto(?:欄|に|で)|宛先|互い|他の(?:受信者|送信先)|アドレスが[^。\n]{0,10}(?:表示|見え|露出|閲覧|分か|わか)"
)
# 児童32名の, 申込書12件を. Not of a part: うち48名の.
_OWNS: Final = cue("after", r"^(?:分|様)?(?:の(?! ?うち)|を|が?(?:記載|掲載))")
_PART: Final = cue("before", r"うち[、 ]?[^、。\n]{0,6}$")


def set_apart(document: Document, counts: Sequence[Count], around: Sequence[Surroundings]) -> list[Count]:
    """Take those who received the data of others, or saw it, for `other`, in counts with their roles."""
    receiving = {index for index, count in enumerate(counts) if _may_receive(count, around[index])}
    if not receiving:
        return list(counts)
    owners = [
        index
        for index, count in enumerate(counts)
        if count.role == "exposed"
        and count.unit_kind in ("people", "records")
        and index not in receiving
        and not _PART.said(around[index])
    ]
    return [
        count._replace(role="other")
        if index in receiving and _receives(document, counts, around, index, owners)
        else count
        for index, count in enumerate(counts)
    ]


def _may_receive(count: Count, around: Surroundings) -> bool:
    return (
        count.role == "exposed"
        and count.unit_kind in ("people", "companies")
        and not count.unit.endswith("分")
        and (any_of(_SAW, around) or any_of(_COULD_SEE, around) or _NAMED.said(around) or _TOWARDS.said(around))
    )


def _receives(
    document: Document, counts: Sequence[Count], around: Sequence[Surroundings], index: int, owners: Sequence[int]
) -> bool:
    if any_of(_SAW, around[index]):
        return True
    low, high = document.sentence_at(counts[index].span[0])
    if not owners or _EACH_OTHER.search(document.folded, low, high):
        return False
    if any_of(_COULD_SEE, around[index]) or _NAMED.said(around[index]):
        return True
    if _NOTICE.search(document.folded, low, high) and not _IN_ERROR.search(document.folded, low, high):
        return False
    return any(low <= counts[owner].span[0] < high and _OWNS.said(around[owner]) for owner in owners)
