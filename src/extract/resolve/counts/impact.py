"""The quantities of the incident's impact, with role, status, bound and total."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from extract.mention import Count, Section
from extract.resolve.counts.announced import bound_at_most
from extract.resolve.counts.receivers import set_apart
from extract.resolve.counts.relevance import is_impact
from extract.resolve.counts.roles import HAPPENED, role_of, share_roles
from extract.resolve.counts.surroundings import Surroundings, surroundings
from extract.resolve.counts.totals import mark_totals
from extract.resolve.status import Statuses
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["resolve_counts"]

# 上記[2校]を除く県立学校の被害は確認されていない: what follows is said of the others.
_BUT_THESE: Final = shape(r"(?:の(?:方|皆様|お客(?:様|さま)))?(?:を除(?:く|き|い)|以外|のほか|の他)")

# Data, those whose they are, or a figure told before: one of these is in every sentence that counts what leaked.
_CONCERNS: Final = shape(
    r"情報|データ|漏|流出|閲覧|[窃搾詐奪盗]取|取得|対象|該当|可能性|おそれ|恐れ|名簿|含ま|写真|氏名|カード(?!会社)|アドレス|番号|書類|アカウント|誤"
    r"|お?客|会員|利用者|申請|登録|影響|人数|件数|内訳|判明|合計|計|さらに|追加|延べ|新たに|うち|内、|表示|見られ|持ち出|紛失|盗"
    r"|文書|ファイル|資料|合わせて|全部で|正しく|正確|訂正|実際|被害"
)
# A sentence is looked at so far around the figure; it bounds the work on one without end.
_CONCERN_REACH: Final = 200


def resolve_counts(
    document: Document, sections: Sequence[Section], counts: Sequence[Count], statuses: Statuses
) -> list[Count]:
    """Return those of the counts that the incident touched, resolved, in the text's order."""
    if not counts:
        return []
    starts = [section.span[0] for section in sections]
    nexts = [count.span[0] for count in counts[1:]] + [len(document)]
    found: list[Count] = []
    around: list[Surroundings] = []
    for count, following in zip(counts, nexts, strict=False):
        section = sections[max(0, bisect_right(starts, count.span[0]) - 1)]
        words = surroundings(document, section, count.span, following)
        if is_impact(count, words, section):
            role = role_of(count, words, section)
            found.append(count if role == count.role else count._replace(role=role))
            around.append(words)
    found, around = _without_strays(document, found, around)
    if not found:
        return []
    found = set_apart(document, found, around)
    found = share_roles(document, mark_totals(document, found), around)
    if _are_all_reached(found, sections, starts):
        found = mark_totals(document, [count._replace(role="exposed") for count in found])
    found = [count._replace(status=_status(document.folded, count, statuses)) for count in found]
    return bound_at_most(document, sections, found)


def _without_strays(
    document: Document, counts: Sequence[Count], around: Sequence[Surroundings]
) -> tuple[list[Count], list[Surroundings]]:
    """Leave out figures of sentences that say nothing of data or of those concerned, where others are told of these.

    対策本部(職員19名)を設置しました; 外来患者200名の受け入れを停止しました.
    """
    strays = {index for index, count in enumerate(counts) if count.role == "exposed" and _is_stray(document, count)}
    others = [count for index, count in enumerate(counts) if index not in strays]
    if not strays or not any(count.role == "exposed" for count in others):
        return list(counts), list(around)
    # A figure that is told elsewhere too is no stray.
    told = {(count.value, count.unit_kind) for count in others}
    strays = {index for index in strays if (counts[index].value, counts[index].unit_kind) not in told}
    kept = [index for index in range(len(counts)) if index not in strays]
    return [counts[index] for index in kept], [around[index] for index in kept]


def _is_stray(document: Document, count: Count) -> bool:
    start, end = document.sentence_at(count.span[0])
    if not document.folded.endswith("。", start, end) or document.line_at(start).kind not in ("text", "bullet"):
        return False
    low, high = max(start, count.span[0] - _CONCERN_REACH), min(end, count.span[1] + _CONCERN_REACH)
    return _CONCERNS.search(document.folded, low, high) is None


def _status(folded: str, count: Count, statuses: Statuses) -> str:
    """Return how sure a quantity is: of none (顧客情報:0件) nothing leaked, and what happened did happen."""
    if count.value == 0:
        return "excluded"
    if count.role in HAPPENED:
        return "confirmed"
    if _BUT_THESE.match(folded, count.span[1]):
        return statuses.cast(count.span[0])
    return statuses.of(count.span)


def _are_all_reached(counts: Sequence[Count], sections: Sequence[Section], starts: Sequence[int]) -> bool:
    """Whether nobody is counted but those who were reached and those who were not: they are whose data leaked.

    A list of the data with `通知完了 283件`, `通知未完了 13件` below it tells by these how many there are.
    """
    return len(counts) > 1 and all(
        count.role == "other"
        and count.unit_kind in ("people", "records")
        and "affected_data" in sections[max(0, bisect_right(starts, count.span[0]) - 1)].kinds
        for count in counts
    )
