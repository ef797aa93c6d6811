"""Which counts are the sum of others: said so, or arithmetically the sum of the parts beside them."""

from collections.abc import Iterator, Sequence
from typing import Final

from extract.mention import Count
from extract.resolve.counts.brackets import wholes
from extract.resolve.counts.changes import differences
from extract.resolve.counts.sums import sums
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["mark_totals"]

# In the mention itself: 計3,500名, 合 計 73校. Not: 会計3名, 統計.
_SAID: Final = shape(r"(?<![会統設時家集余])計|総数")
# Just before it: =2,000名, 計:中学校6校, 総件数: 1,365件, 合計の件数は, 会員情報総数は, 重複を除いた人数は, 合わせて.
# Not: 総務部 3名.
_LABEL: Final = shape(
    r"(?:(?:(?<![会統設時家集余])計|総件数|総人数|総数)(?:は|[ \n:|(]|で){0,4}"
    r"|(?<![会統設時家集余])計(?:[:は] ?[^\W\d]{1,8}|の[^\W\d]{1,8}は)|= ?"
    r"|(?:重複|重なり)を除いた実?(?:人|件)数は|[合あ]わせて|内訳[がは](?:以下|次|下記)の(?:とおり|通り)、?)$"
)
# Just after it: 約2,300名(総計・概数); 1,516名です。(内訳)教職員: 229名.
_REMARK: Final = shape(
    r" ?\((?:合計|総計|計|総数)(?! ?(?:約|最大)?\d)|」?(?:です|となります|である)?[。\s(【<※]{1,6}(?:内訳|うち訳)"
)
# The row of a table that sums the others: |合計|氏名、住所|1,504|.
_SUM_ROW: Final = shape(r"(?:合 ?|総 ?)?計 *\|")
# The other unit of one sum: 計27校、2,548人.
_BESIDE: Final = shape(r"[、,・/( ]{0,3}")
_WINDOW: Final = 20


def mark_totals(document: Document, counts: Sequence[Count]) -> list[Count]:
    """Return the counts with `total` set; a figure that is a total is one at every repetition."""
    totals = set(_said(document, counts))
    if len(counts) > 1:
        totals.update(_bracketed(document, counts))
        totals.update(_summed(document, counts))
    if not totals:
        return list(counts)
    return [
        count._replace(total=True) if count.value is not None and _figure(count) in totals else count
        for count in counts
    ]


def _summed(document: Document, counts: Sequence[Count]) -> Iterator[tuple[int | None, str]]:
    """Yield the figures that are the sum of those beside them."""
    changed = differences(document, counts)
    lines = [document.line_index(count.span[0]) for count in counts]
    for kind in dict.fromkeys(count.unit_kind for count in counts):
        # Those who were reached, or counted twice, are no part of those whom the incident touched; nor is a change.
        alike = [
            i
            for i, count in enumerate(counts)
            if count.unit_kind == kind and count.value and count.role != "other" and i not in changed
        ]
        # Of a line that tells a group and its parts (学生(482名): …成績(437名)), the group comes first.
        heads = [i for n, i in enumerate(alike) if n == 0 or lines[alike[n - 1]] != lines[i]]
        for chosen in (alike, heads) if len(heads) < len(alike) else (alike,):
            # Two values or fewer sum up nothing that stands beside them.
            if len(chosen) > 2:
                for at in sums([counts[i].value or 0 for i in chosen]):
                    yield _figure(counts[chosen[at]])


def _said(document: Document, counts: Sequence[Count]) -> Iterator[tuple[int | None, str]]:
    """Yield the figures that the release calls a sum."""
    folded, before, said = document.folded, 0, False
    for count in counts:
        start, end = count.span
        beside = said and start - before <= _WINDOW and _BESIDE.fullmatch(folded, before, start)
        said = bool(
            beside
            or _SAID.search(folded, start, end)
            or _LABEL.search(folded, max(0, start - _WINDOW), start)
            or _REMARK.match(folded, end)
            or ((line := document.line_at(start)).kind == "row" and _SUM_ROW.match(folded, line.body))
        )
        before = end
        if said:
            yield _figure(count)


def _bracketed(document: Document, counts: Sequence[Count]) -> Iterator[tuple[int | None, str]]:
    """Yield the figures that are the sum of those in the bracket behind them, however small: 9件(6件、3件)."""
    for whole, parts in wholes(document.folded, counts).items():
        count = counts[whole]
        alike = [counts[part].value or 0 for part in parts if counts[part].unit_kind == count.unit_kind]
        if len(alike) > 1 and sum(alike) == count.value:
            yield _figure(count)


def _figure(count: Count) -> tuple[int | None, str]:
    return count.value, count.unit_kind
