"""What of the parts that reach the root are groups, and what each of them lost: some, all but some, and the card."""

import re
from collections.abc import Sequence
from typing import Final

from extract.mention import Count, Item
from extract.resolve.groups.counted import Counted
from extract.resolve.groups.parts import MOST_SHARED, Part
from extract.resolve.groups.places import Places
from extract.resolve.groups.subjects import Subjects
from extract.resolve.groups.uncounted import Uncounted
from extract.text.document import Document
from extract.text.shape import shape
from extract.text.tables import NO, YES

__all__ = ["Settling"]

# So many groups before are compared; it bounds the work on a list of a million ones.
_SAME_REACH: Final = 8
# [うち、]口座情報が含まれるお客様 22万人.
_OF_THOSE: Final = shape(r"(?:うち|内数)")
# うち3名については、病名を知人に[伝え]ていた: what all lost went further.
_FURTHER: Final = shape(r"伝え|公開|掲載|投稿|悪用|売却|売り|提供|送信|転送")
# 3,218名(退職者512名[を含む]): those are among the others.
_AMONG: Final = shape(r"(?:も|を)含(?:む|み|め)")
_WHOLE_CARD: Final = shape(r"カード(?:に関する|等)?(?:情報|データ)?$")
# メールアドレス[(退職者除く)], 電話番号[(会員に限る)].
_BRACKET: Final = shape(r" ?\([^()\n]{2,40}\)")
_RESTRICTION: Final = shape(
    r"(?<=[(、,])(?P<who>[^()、,]{2,12}?)(?:様|さま)?(?:(?:を|は)?(?P<but>除く)|のみ|に限る)(?=[)、,])"
)


class Settling:
    """Settles which parts of a document are groups of their own, and which say of a group what it lost."""

    def __init__(
        self,
        document: Document,
        counts: Sequence[Count],
        items: Sequence[Item],
        subjects: Subjects,
        places: Places,
    ) -> None:
        self.document = document
        self.counts = counts
        self.items = items
        self.subjects = subjects
        self.places = places
        self.counted = Counted(document.folded, counts, places)
        self.uncounted = Uncounted(document.folded, subjects, places)
        self._tells_card_parts = any(item.category.startswith("card_") for item in items)

    def settled(self, parts: list[Part], *, excluded: bool) -> list[Part]:
        """Return the groups among the parts; items named as safe (`excluded`) make none without a count."""
        groups = [part for part in parts if not part.is_run]
        if groups:
            groups = self.counted.groups(groups)
        if not excluded:
            groups = self.uncounted.with_runs([part for part in parts if part.is_run], groups)
        groups = self._without_included(self._detailed(groups, parts))
        return self._marked(self._restricted(self._without_those_of_some(groups)))

    def _detailed(self, groups: list[Part], parts: list[Part]) -> list[Part]:
        """Tell the card by its parts: in place of the card as one, where they are listed in the group or elsewhere."""
        if not self._tells_card_parts:
            return groups
        listed = {index for part in parts if self.places.has_card_parts(part) for index in part.items}
        card = tuple(sorted(index for index in listed if self.items[index].category.startswith("card")))
        if len(groups) * len(card) > MOST_SHARED:
            card = ()
        found = []
        for group in groups:
            if card and self.places.categories(group) == {"card"}:
                group = group._replace(items=card)
            elif self.places.has_card_parts(group):
                group = group._replace(items=tuple(index for index in group.items if not self._is_whole_card(index)))
            found.append(group)
        return found

    def _is_whole_card(self, item: int) -> bool:
        """Whether an item is クレジットカード情報 as one; カードブランド is a part."""
        span, category, _ = self.items[item]
        return category == "card" and _WHOLE_CARD.search(self.document.folded, *span) is not None

    def _without_included(self, groups: list[Part]) -> list[Part]:
        """Leave out those who are said to be among a group and lost no more: 従業員3,218名(退職者512名を含む)."""
        if len(groups) < 2:
            return groups
        return [
            group
            for at, group in enumerate(groups)
            if group.count_ref is None
            or not _AMONG.match(self.document.folded, self.counts[group.count_ref].span[1])
            or not any(
                self.places.categories(group) <= self.places.categories(other)
                and self.places.sum([group]) < self.places.sum([other])
                for other in groups[max(0, at - 1) : at + 2]
                if other is not group
            )
        ]

    def _without_those_of_some(self, groups: list[Part]) -> list[Part]:
        """Leave to a group what only some of another one lost: 440万人の氏名…、うち口座情報が含まれる方22万人.

        Not where only of them it is known for sure: 900名の氏名、旅券が漏えいしたおそれ、うち12名の旅券が公開された.
        """
        if len(groups) < 2:
            return groups
        found = list(groups)
        for index, group in enumerate(groups):
            if group.count_ref is None or not group.items or not self._of_some(group):
                continue
            mine, status = self.places.categories(group), self.counts[group.count_ref].status
            for at in range(max(0, index - _SAME_REACH), index):
                other = found[at]
                if other.count_ref is None or self.counts[other.count_ref].status != status:
                    continue
                if mine < self.places.categories(other) and self.places.sum([other]) > self.places.sum([group]):
                    kept = tuple(index for index in other.items if self.items[index].category not in mine)
                    found[at] = other._replace(items=kept)
        return found

    def _restricted(self, groups: list[Part]) -> list[Part]:
        """Take from a group what a bracket behind an item denies it: 会社メールアドレス(退職者除く)."""
        if len(groups) < 2:
            return groups
        restrictions = [
            (index, told)
            for index in sorted({index for group in groups for index in group.items})
            for told in self._restrictions(index)
        ][:_SAME_REACH]
        if not restrictions:
            return groups
        subjects = [self._words(group) for group in groups]
        restrictions = [
            (index, told) for index, told in restrictions if any(told["who"] in words for words in subjects)
        ]
        kept = []
        for group, subject in zip(groups, subjects, strict=True):
            denied = {index for index, told in restrictions if (told["who"] in subject) == bool(told["but"])}
            kept.append(group._replace(items=tuple(index for index in group.items if index not in denied)))
        return kept

    def _restrictions(self, item: int) -> list[re.Match[str]]:
        bracket = _BRACKET.match(self.document.folded, self.items[item].span[1])
        return list(_RESTRICTION.finditer(bracket[0])) if bracket else []

    def _marked(self, groups: list[Part]) -> list[Part]:
        """Take from a group what the marks of its table deny it: |会員|120名|○|－| below |対象|人数|氏名|住所|."""
        if not any(mark in self.document.folded for mark in YES):
            return groups
        return [
            group
            if group.count_ref is None
            else group._replace(items=tuple(item for item in group.items if not self._is_denied(group.count_ref, item)))
            for group in groups
        ]

    def _is_denied(self, count: int, item: int) -> bool:
        """Whether the row of one and the column of the other cross in a cell of a row of marks, and it has none."""
        places = sorted(
            (self.document.line_index(start), start) for start in (self.counts[count].span[0], self.items[item].span[0])
        )
        (head, above), (row, _) = places
        lines, tables = self.document.lines, self.document.tables
        if head == row or not lines[head].kind == lines[row].kind == "row" or tables.top(head) != tables.top(row):
            return False
        cells, column = tables.cells(row), tables.column(head, above)
        # A row with more cells or fewer than the other does not stand below it.
        return len(cells) == len(tables.cells(head)) and any(cell in YES for cell in cells) and cells[column] in NO

    def _words(self, group: Part) -> str:
        span, _ = self.subjects.of(group.count_ref, group.items)
        return "" if span is None else self.document.folded[slice(*span)]

    def _of_some(self, group: Part) -> bool:
        start = min(group.start, self.counts[group.count_ref or 0].span[0])
        line = self.document.line_at(start)
        if _OF_THOSE.search(self.document.folded, max(line.body, start - 12), start) is None:
            return False
        return _FURTHER.search(self.document.folded, start, self.document.sentence_at(start).end) is None
