"""Figures that tell of an earlier reading: replaced by another one, or the difference between the two.

A follow-up tells what it said before beside what it says now: `4,624件から29,451件に訂正`, two columns of a
table, `440万人(第一報は438万人)`. Only the figure that holds now counts what the incident touched.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from extract.mention import Count
from extract.resolve.counts.brackets import closing, opening
from extract.text.document import Document, Line
from extract.text.shape import shape

__all__ = ["differences", "superseded"]

_OLD: Final = r"(?:前回|当初|初報|速報(?!値)|(?:訂正|修正|変更|更新)前|(?<![新復])旧)"
_TELL: Final = r"(?:ご?報告|公表|発表|お知らせ|お伝え|ご?案内|ご?連絡|通知)"
# `前回公表件数: 300名`, `当初300名と`, `440万人(第一報は438万人)`. Not: 前回公表から新たに120名, 当初より300名.
_OLD_BEFORE: Final = shape(
    rf"(?:{_OLD}|[(、]第[0-9一二三四五六七八九十]+報)"
    rf"(?:{_TELL}|時点?|[件人]数|対象者?数?|では|した|しました|[のはで、:「『()\]】 ])*+$"
)
_LEAD: Final = 30
# `【訂正前】漏えいした件数:1,000名`, `(誤) 1,000件`: the line's label.
_OLD_LABEL: Final = shape(r" *[【(\[「](?:(?:訂正|修正|変更|更新)前|誤)[】)\]」]")
# `1,000件ではなく、正しくは1,200件`.
_NOT_SO: Final = shape(r"分?ではなく、?(?:正しくは|正確には)?[^。、\n]{0,8}[0-9]")
# `300名と公表しておりましたが、正確には`; also `300名とお伝えしましたが`. Not: 300名であると報告いたしました。
_OLD_AFTER: Final = shape(
    rf"[^。\n]{{0,12}}と(?:の)?{_TELL}[^。\n]{{0,16}}?(?:た|ました)"
    r"(?:。(?:しかし|その後|このたび)|(?:が|ものの|ところ)、|[^。\n]{0,6}[をにへ](?:訂正|修正|変更))"
    # 第2報では最大300名としておりましたが、調査の結果.
    r"|として(?:おりました|いました|いた)(?:が|ものの|ところ)、"
)
# 前回公表した1,000名[に加え]、新たに200名: it still holds.
_ADDED_TO: Final = shape(r"分?の?[^。、\n0-9]{0,16}に加え")
# Between the old figure and the new: `18件→69件に変更`, `150名から162名に訂正`. Not: 10名から20名のお客様.
_ARROW: Final = shape(r" ?(?:→|⇒|⇨|->|=>) ?")
_FROM: Final = shape(r" ?(?:から|より)、? ?")
_TO: Final = shape(r" ?[にへと](?:訂正|修正|変更|更新|拡大|増|減|なり|なっ)")
# `(7,041名追加修正)`, `計2名を削除修正`, `12名増加`. Not: 300名を追加で確認.
_DIFFERENCE: Final = shape(
    r" ?[をがの]?(?:追加|削除)(?:修正|訂正)| ?が?(?:増加|減少)(?:し|$|[。、)])| ?[増減](?:[。、)|]|$)"
)
# A column's head that says of when its figures are: 第2報件数, 前回公表, 訂正後.
_STAGE: Final = shape(
    r"第[0-9一二三四五六七八九十]+報|前回|今回|当初|初報|速報|続報|確報|(?:訂正|修正|変更|更新)[前後]|最新|旧|新$"
)
_OLD_ROW: Final = shape(_OLD)
# A first cell longer than this is no label, and a later figure stands within so many counts. Both bound the work
# on a row without end.
_LABEL_REACH: Final = 100
_LATER_REACH: Final = 64


def differences(document: Document, counts: Sequence[Count]) -> set[int]:
    """Return the indices of the counts that say by how much a figure changed, with those in the same bracket.

    `8,534名(7,041名追加修正)` gives the second; `(団体名: 1名、重複: 1名の計2名を削除修正)` gives all three.
    """
    found: set[int] = set()
    for index, count in enumerate(counts):
        if not _DIFFERENCE.match(document.folded, count.span[1]):
            continue
        found.add(index)
        bracket = opening(document.folded, count.span[0])
        before = index - 1
        while bracket is not None and before >= 0 and counts[before].span[0] > bracket:
            found.add(before)
            before -= 1
    return found


def superseded(document: Document, counts: Sequence[Count]) -> set[int]:
    """Return the indices of the counts that another figure replaced, with the parts in their brackets."""
    old = set(_told_as_old(document, counts))
    if not old:
        return old
    for index in sorted(old):
        # `4,624件(うち個人4,000件、法人624件)`: the parts are as old as their whole.
        end = counts[index].span[1]
        bracket = closing(document.folded, end) if document.folded.startswith("(", end) else end
        inside = index + 1
        while inside < len(counts) and counts[inside].span[1] <= bracket:
            old.add(inside)
            inside += 1
    figures = {(counts[index].value, counts[index].unit_kind) for index in old}
    return old | {index for index, count in enumerate(counts) if (count.value, count.unit_kind) in figures}


def _told_as_old(document: Document, counts: Sequence[Count]) -> Iterator[int]:
    folded = document.folded
    for index, count in enumerate(counts):
        start, end = count.span
        line = document.line_at(start)
        following = counts[index + 1] if index + 1 < len(counts) else None
        if following is not None and following.unit_kind == count.unit_kind:
            between = end, following.span[0]
            if _ARROW.fullmatch(folded, *between) or (
                _FROM.fullmatch(folded, *between) and _TO.match(folded, following.span[1])
            ):
                yield index
                continue
        if line.kind == "row":
            if _in_old_row(document, line, start) or _in_old_column(document, line, count, counts, index):
                yield index
        elif _is_old(folded, max(line.start, start - _LEAD), start):
            if not _ADDED_TO.match(folded, end):
                yield index
        elif _OLD_AFTER.match(folded, end) or _NOT_SO.match(folded, end) or _OLD_LABEL.match(folded, line.start, start):
            yield index


def _is_old(folded: str, low: int, high: int) -> bool:
    """Whether the words right before a figure say that it was told before."""
    before = folded[low:high]
    # None of them does without one of these letters.
    if "報" in before or "前" in before or "初" in before or "旧" in before:
        return _OLD_BEFORE.search(folded, low, high) is not None
    return False


def _in_old_row(document: Document, line: Line, start: int) -> bool:
    """Whether the row's first cell says that the row tells of an earlier report: |前回報告 5月|4,624件|."""
    first = document.folded.find("|", line.body, min(line.right, line.body + _LABEL_REACH))
    return line.body < first < start and _OLD_ROW.search(document.folded, line.body, first) is not None


def _in_old_column(document: Document, line: Line, count: Count, counts: Sequence[Count], index: int) -> bool:
    """Whether the row gives a later figure in a column of a later report."""
    tables, row = document.tables, document.line_index(count.span[0])
    column = tables.column(row, count.span[0])
    for later in counts[index + 1 : index + 1 + _LATER_REACH]:
        if later.span[0] >= line.end:
            return False
        other = tables.column(row, later.span[0])
        if other > column and later.unit_kind == count.unit_kind:
            if later.value == count.value:
                return False
            heads = tables.cells(tables.top(row))
            return other < len(heads) and all(_STAGE.search(heads[place]) for place in (column, other))
    return False
