"""Compounds that name data by their form, and that no lexicon knows: 発表前プレスリリース情報, 乗船者名簿."""

from collections.abc import Sequence
from typing import Final

from extract.find.items.forms import RECORDED, unknown_item
from extract.lexicon import Hit
from extract.mention import Item
from extract.text.shape import shape

__all__ = ["find_compounds"]

# Not 生活状況に関する記録, which is named by its end; nor what releases are full of: 個人情報, 4月5日, 調査結果.
_HEAD: Final = shape(
    rf"(?:{RECORDED})(?<![0-9曜翌同当]日)(?<!個人情報)(?<!調査結果)(?<!素認証)(?<!段階認証)(?![一-龥々ァ-ヺーa-z0-9]|に(?:関する|関連する|係る))"
)
# 社内データ, 顧客情報等機密情報, 会員様情報, 通知書: nothing of its kind.
# 被害状況, 不正送信日時: of the incident itself.
_VAGUE: Final = shape(
    r"他|社内(?:データ|情報)|(?:通知|案内|申請|証明|報告|お?知らせ)[書状文]$|.*(?:機密|等|様情報|被害|不正|送信|攻撃|侵入|事故|事案)"
)
_FIRST: Final = shape(r"(?<![一-龥々ァ-ヺーa-z0-9])[一-龥々ァ-ヺーa-z0-9]{2,12}$")
# データ(通知書等)の名称 / 納税通知書、督促状: the line names what holds data, and another says which data.
_HOLDERS: Final = shape(
    r"(?:データ|書類|文書|帳票|帳簿|媒体|ファイル|資料|書面)[^、。:\n]{0,12}?(?:名称?|の種類)[)】:]? *\n+$"
)
_LONGEST_LABEL: Final = 28
# A longer one is none.
_LONGEST: Final = 12
# 体組成の|測定記録: one thing, where both are of one kind.
_WHOLE: Final = shape(r"[一-龥々ァ-ヺーa-z0-9]{2,8}(?<!等)の$")
_LONGEST_WHOLE: Final = 9


def find_compounds(folded: str, hits: Sequence[Hit], body: int) -> list[Item]:
    """Return the compounds from `body` on, of a category of their own, in which no word of the lexicon stands."""
    found: list[Item] = []
    following = iter(hits)
    hit = next(following, None)
    end = looked = body
    held = False
    for head in _HEAD.finditer(folded, body):
        while hit is not None and hit.start < head.end():
            end = hit.end
            hit = next(following, None)
        first = _FIRST.search(folded, max(end, head.start() - _LONGEST), head.start())
        if first is None or end > head.start() or _VAGUE.match(folded, first.start(), head.end()):
            continue
        line = folded.rfind("\n", looked, first.start()) + 1
        if line:
            held = _HOLDERS.search(folded, max(body, line - _LONGEST_LABEL), line) is not None
        looked = head.end()
        item = None if held else unknown_item(folded, first.start(), head.end())
        if item is not None and item.category != "other":
            found.append(_whole(folded, body, item))
        end = head.end()
    return found


def _whole(folded: str, start: int, item: Item) -> Item:
    """Return a compound with what stands before its の, from `start` on, if that is of its kind."""
    at, end = item.span
    before = _WHOLE.search(folded, max(start, at - _LONGEST_WHOLE), at) if folded.startswith("の", at - 1) else None
    whole = None if before is None else unknown_item(folded, before.start(), end)
    return whole if whole is not None and whole.category == item.category else item
