"""What of the parts that reach the root are groups: totals, divisions, repetitions, and items without a figure."""

import re
from collections import deque
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from extract.mention import Count, Item
from extract.resolve.counts.sums import sums
from extract.resolve.groups.parts import MOST_SHARED, Part
from extract.resolve.groups.places import Places
from extract.resolve.groups.subjects import Subjects
from extract.resolve.groups.units import in_other_units
from extract.text.document import Document
from extract.text.shape import shape
from extract.text.tables import NO, YES

__all__ = ["Settling"]

# So many runs said before are compared; it bounds the work on a list of a million kinds of people.
_SAME_REACH: Final = 8
# [うち、]口座情報が含まれるお客様 22万人.
_OF_THOSE: Final = shape(r"(?:うち|内数)")
# うち3名については、病名を知人に[伝え]ていた: what all lost went further.
_FURTHER: Final = shape(r"伝え|公開|掲載|投稿|悪用|売却|売り|提供|送信|転送")
# 3,218名(退職者512名[を含む]): those are among the others.
_AMONG: Final = shape(r"(?:も|を)含(?:む|み|め)")
# 当社の事業活動に必要[な]管理会計データ: words before an item that tell whose or what for.
_ATTRIBUTE: Final = shape(r".{5}(?:の|な|に関する|に係る|における)$")
_WHOLE_CARD: Final = shape(r"カード(?:に関する|等)?(?:情報|データ)?$")
# メールアドレス[(退職者除く)], 電話番号[(会員に限る)].
_BRACKET: Final = shape(r" ?\([^()\n]{2,40}\)")
_RESTRICTION: Final = shape(
    r"(?<=[(、,])(?P<who>[^()、,]{2,12}?)(?:様|さま)?(?:(?:を|は)?(?P<but>除く)|のみ|に限る)(?=[)、,])"
)
# What stands for the subject of data that are nobody's, beside the groups of people.
_NOBODY: Final = "-"
# 上記のうち、一部の方の電話番号 are no other people.
_OF_SOME: Final = shape(r"一部|うち|上記|場合|のみ")
# A label that says what is listed, not whose: 漏えいした情報の項目, 個人情報, カード情報.
_GENERIC: Final = shape(
    r"漏|流出|可能性|おそれ|恐れ|対象|項目|内容|以下|次の|範囲|概要|件数|詳細|種類|その他|データ$|個人情報|カード|影響|について|[:。]$|^.{0,3}情報$"
)
# メールに関する[情報], お問い合わせ[情報].
_OF_DATA: Final = shape(r"(?:情報|データ|履歴)(?:等|など)?$")
# 加入[法人の情報], [事業所の情報]; not 契約情報, which is of the people beside it.
_OF_BODY: Final = shape(
    r"(?:法人|団体|企業|会社|事業所|事業者|店|店舗|施設|学校|園|世帯)(?:の|に関する)(?:情報|データ)(?:等|など)?$"
)

# 端末に[保存され]ていた写真, 窓口で[送受信]したメール: what held data tells them apart from those of people.
_HELD: Final = shape(r"送受信|受信した|送信した|保存|保管|格納|記録され|当該")

# [お子さま]の氏名, [ご家族]の氏名.
_DEPENDANT: Final = shape(r"ご?(?:お子|子ども|家族|配偶者|親族|同居)")


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
        self._tells_card_parts = any(item.category.startswith("card_") for item in items)

    def settled(self, parts: list[Part], *, excluded: bool) -> list[Part]:
        """Return the groups among the parts; items named as safe (`excluded`) make none without a count."""
        groups = [part for part in parts if not part.is_run]
        if groups:
            groups = self._divided(self._without_sums(self._once_counted(groups)))
        if not excluded:
            groups = self._uncounted([part for part in parts if part.is_run], groups)
        groups = self._without_included(self._detailed(groups, parts))
        return self._marked(self._restricted(self._without_those_of_some(groups)))

    def _detailed(self, groups: list[Part], parts: list[Part]) -> list[Part]:
        """Tell the card by its parts: in place of the card as one, where they are listed in the group or elsewhere."""
        if not self._tells_card_parts:
            return groups
        listed = {index for part in parts if self._has_card_parts(part) for index in part.items}
        card = tuple(sorted(index for index in listed if self.items[index].category.startswith("card")))
        if len(groups) * len(card) > MOST_SHARED:
            card = ()
        found = []
        for group in groups:
            if card and self.places.categories(group) == {"card"}:
                group = group._replace(items=card)
            elif self._has_card_parts(group):
                group = group._replace(items=tuple(index for index in group.items if not self._is_whole_card(index)))
            found.append(group)
        return found

    def _is_whole_card(self, item: int) -> bool:
        """Whether an item is クレジットカード情報 as one; カードブランド is a part."""
        span, category, _ = self.items[item]
        return category == "card" and _WHOLE_CARD.search(self.document.folded, *span) is not None

    def _has_card_parts(self, part: Part) -> bool:
        return any(category.startswith("card_") for category in self.places.categories(part))

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

    def _once_counted(self, groups: list[Part]) -> list[Part]:
        """Leave out what counts another group in another unit: 1,902件, then 1,755名（1,902件）."""
        if len(groups) < 2 or not (others := in_other_units(self.document.folded, self.counts)):
            return groups
        told = {self.places.figure(group): self.places.categories(group) for group in groups}
        kept = []
        for group in groups:
            count = self.counts[group.count_ref] if group.count_ref is not None else None
            values = others.get((count.value, count.unit_kind), ()) if count else ()
            mine = self.places.categories(group) - {"card"}
            if not any(mine <= told[figure] for figure in told if figure[0] in values):
                kept.append(group)
        return kept

    def _without_sums(self, groups: list[Part]) -> list[Part]:
        """Leave out the totals whose parts are groups: what they sum up is told of the parts."""
        if not any(self.places.is_total(part) for part in groups):
            return groups
        own = [part for part in groups if part.is_group and not self.places.is_total(part)]
        told = self.places.sum(own) if sum(part.count_ref is not None for part in own) > 1 else None
        figures = {self.places.figure(part) for part in groups if part.is_group}
        return [
            part
            for part in groups
            if not self.places.is_total(part)
            or not (self.places.sum([part]) == told or self._is_summed_up(part.count_ref, figures))
        ]

    def _is_summed_up(self, count: int | None, figures: set[tuple[int | None, str]]) -> bool:
        """Whether a count is the sum of others beside it, all of which are among the figures."""
        parts = self._parts_of_sums.get(count, ()) if count is not None else ()
        return bool(parts) and all((self.counts[part].value, "") in figures for part in parts)

    @cached_property
    def _parts_of_sums(self) -> dict[int, list[int]]:
        """The counts that are the sum of those beside them, each with these."""
        found: dict[int, list[int]] = {}
        for kind in {count.unit_kind for count in self.counts}:
            alike = [at for at, count in enumerate(self.counts) if count.unit_kind == kind and count.role == "exposed"]
            for whole, parts in sums([self.counts[at].value or 0 for at in alike]).items():
                found[alike[whole]] = [alike[part] for part in parts]
        return found

    def _divided(self, groups: list[Part]) -> list[Part]:
        """Give the one group's items to its parts, where the release counts them in a list or table apart."""
        whole = [part for part in groups if part.items]
        loose = [part for part in groups if not part.items]
        if len(whole) != 1 or whole[0].count_ref is None:
            return [*whole, *self._beside(whole, loose)]
        value = self.counts[whole[0].count_ref].value
        parts = [part for part in loose if self.places.listed(part)]
        if len(parts) < 2 or (value is not None and self.places.sum(parts) > value):
            return [*whole, *self._beside(whole, loose)]
        return [part._replace(items=whole[0].items) for part in parts]

    def _beside(self, whole: list[Part], loose: list[Part]) -> list[Part]:
        """Return the counts without items that are groups of their own beside groups with items.

        Only where the release lists what leaked; elsewhere a figure counts the same people in other
        words, unless the groups are said to be of others. Figures that break a group down make none, nor does one
        that sums the groups up.
        """
        if not whole:
            return loose
        of_others = [part for part in loose if part.whole]
        if of_others:
            return of_others
        places = {self.places.place_of(part) for part in whole}
        siblings = [part for part in loose if self.places.place_of(part) in places]
        if siblings:
            # Rows of the same table: what they hold is not told, that they are groups is.
            return siblings
        surer = [part for part in loose if self._is_surer(part, whole)]
        if surer:
            return surer
        own = [part for part in loose if self.places.in_data_section(part)]
        breaks_down = len(own) > 1 and self.places.sum(own) <= self.places.sum(whole)
        sums_up = len(whole) > 1 and len(own) == 1 and self.places.sum(own) >= self.places.sum(whole)
        return [] if breaks_down or sums_up else own

    def _is_surer(self, part: Part, whole: list[Part]) -> bool:
        """Whether a figure counts those of a group of whom it is known: 1,200名の可能性、このうち12名は漏えいを確認."""
        counts = [self.counts[each.count_ref] for each in (part, *whole) if each.count_ref is not None]
        return (
            len(counts) == 1 + len(whole)
            and counts[0].status == "confirmed"
            and all(count.status == "possible" and (counts[0].value or 0) < (count.value or 0) for count in counts[1:])
        )

    def _uncounted(self, runs: list[Part], groups: list[Part]) -> list[Part]:
        """Add the items of which no figure is told: to the group that they detail, else as groups of their own.

        Beside groups only a list of its own makes another group; in running text it is a repetition.
        """
        if not runs:
            return groups
        if not groups and len(runs) < 2:
            return runs
        named = {category for part in groups for category in self.places.categories(part)}
        listed = {category for run in runs if self.places.listed(run) for category in self.places.categories(run)}
        detailed = [run for run in runs if self.places.in_data_section(run)][:_SAME_REACH]
        said_of: dict[str, list[Part]] = {}
        # Whose items are is read where they are added, of the run that names the people: for an aside one before it.
        naming, section = runs[0], -1
        subject: str | None = None
        for run in runs:
            of_others = bool(groups) and self.places.in_data_section(run) and self.places.of_others(run, groups)
            if not self.places.listed(run) and self._covered(run, listed) and not of_others:
                # The opening says in a sentence what tables and lists tell of each.
                continue
            if any(self._says_less(run, other) for other in detailed):
                continue
            # ※登録されている方のみ:電話番号 speaks of those of whom the section speaks.
            if not self.places.is_aside(run) or self.places.section_of(run) != section:
                naming, section, subject = run, self.places.section_of(run), None
            if (
                groups
                and not self.places.in_data_section(run)
                and not self.places.is_nobodys(run)
                and (self._covered(run, named) or not self._of_others(run, groups))
            ):
                continue
            if groups and self._covered(run, named) and not self.places.of_others(run, groups):
                continue
            if subject is None:
                subject = (
                    self.subjects.named(naming.items[0]) or self._label(naming) or self._entry(naming, groups, runs)
                )
            if groups and not subject and self.places.is_nobodys(run):
                subject = _NOBODY
            said_of.setdefault(subject, []).append(run)
        by_subject = self._without_retold({subject: _joined(said) for subject, said in said_of.items()})
        by_subject = self._without_dependants(by_subject)
        lists = list(by_subject.values())
        shared = len(lists) == 1 and len(groups) * len(lists[0].items) <= MOST_SHARED
        if (
            shared
            and not self._of_others(lists[0], groups)
            and groups
            and not any(self.places.in_data_section(group) for group in groups)
        ):
            # The overview tells the figures and some of the items, the list later on all of them.
            return [group._replace(items=(*group.items, *lists[0].items)) for group in groups]
        unnamed = by_subject.pop("", None)
        found = [*groups, *by_subject.values()]
        if unnamed is not None and not self._covered(
            unnamed, {c for part in found for c in self.places.categories(part)}
        ):
            details = [at for at, part in enumerate(found) if self._details(unnamed, part)]
            # What is said of nobody in particular is said of the one group that there is.
            of_people = [at for at, part in enumerate(found) if not self.places.is_nobodys(part)]
            at = details[0] if details else of_people[0] if len(of_people) == 1 or (of_people and not groups) else None
            if at is not None:
                found[at] = found[at]._replace(items=(*found[at].items, *unnamed.items))
            elif not found:
                found = [unnamed]
        return found

    def _of_others(self, run: Part, groups: Sequence[Part]) -> bool:
        """Whether items are those of others than any group's, or of another line of a group's list."""
        return self.places.of_others(run, groups) or any(
            self.places.in_one_list(run, group) for group in groups[:_SAME_REACH]
        )

    def _says_less(self, run: Part, detailed: Part) -> bool:
        """Whether the story says in short of the same kind of people what the section on the data details."""
        return (
            not self.places.in_data_section(run)
            and self.places.categories(run) < self.places.categories(detailed)
            and self.subjects.kind_of_run(run.items[0]) == self.subjects.kind_of_run(detailed.items[0])
        )

    def _label(self, run: Part) -> str:
        """Return the words of the heading or bullet that items stand under, unless they say only what is listed."""
        if not self.places.in_data_section(run):
            return ""
        of_people = self.subjects.heading_of(run.items[0])
        if of_people:
            return of_people
        labels = self.places.heading_around(run) or self.subjects.labels_of(run.items[0])
        labels = [label for label in labels[:-1] if _ATTRIBUTE.search(label)] + labels[-1:]
        telling = next((label for label in labels if not _GENERIC.search(label)), "")
        if telling:
            return telling
        for low, high in (self.places.unit_of(run), self.places.heading_of(run)):
            words = self.document.folded[low:high]
            if self.subjects.names_people(low, high) and not _OF_SOME.search(words):
                return words
        return ""

    def _entry(self, run: Part, groups: Sequence[Part], runs: Sequence[Part]) -> str:
        """Return the words for data that a line of a list names beside a group of another line, or an empty string.

        (1)申込者の情報 180件（氏名）, (2)メールに関する情報（本文）; not 必須項目：氏名 180件, 任意項目：性別. Beside
        people that are not counted, bodies are named so: ・会員の情報（氏名）, ・事業所の情報（住所）.
        """
        label = next(iter(self.subjects.labels_of(run.items[0])), "")
        if not groups and _OF_BODY.search(label):
            named = (other for other in runs[:_SAME_REACH] if self.subjects.named(other.items[0]))
            return label if any(self.places.in_one_list(run, other) for other in named) else ""
        if not any(self.places.beside(run, group) for group in groups[:_SAME_REACH]):
            return ""
        if _OF_DATA.search(label) and not _GENERIC.search(label):
            return label
        # 窓口で受信したメールの本文, below 窓口のアカウント、パスワード 500件: called by what held it.
        span, _ = self.subjects.of(None, run.items)
        if span is None or not self.places.unit_of(run)[0] <= span[0] < run.start:
            return ""
        words = self.document.folded[slice(*span)]
        return words if _HELD.search(words) and not _OF_SOME.search(words) else ""

    def _without_retold(self, by_subject: dict[str, Part]) -> dict[str, Part]:
        """Leave out runs that say of the same people no more than another (当社社員, 登録されていた当社社員)."""
        kept: dict[str, Part] = {}
        latest: deque[str] = deque(maxlen=_SAME_REACH)
        for subject, run in sorted(by_subject.items(), key=lambda entry: -len(self.places.categories(entry[1]))):
            fuller = (
                other for other in latest if subject and other and (other.endswith(subject) or subject.endswith(other))
            )
            if not any(self.places.categories(run) <= self.places.categories(kept[other]) for other in fuller):
                kept[subject] = run
                latest.append(subject)
        return {subject: run for subject, run in by_subject.items() if subject in kept}

    def _without_dependants(self, by_subject: dict[str, Part]) -> dict[str, Part]:
        """Leave to those whose data a list names what it names of their own: 保護者の氏名 / お子さまの氏名 / 住所."""
        if len(by_subject) < 2:
            return by_subject
        kept = dict(by_subject)
        for subject, run in list(by_subject.items())[:_SAME_REACH]:
            alone = len(run.items) == 1 and _DEPENDANT.match(subject)
            whose = (other for other in list(kept)[:_SAME_REACH] if other != subject)
            if alone and any(
                self.places.in_one_list(run, kept[other])
                and self.places.categories(run) <= self.places.categories(kept[other])
                for other in whose
            ):
                del kept[subject]
        return kept

    def _details(self, run: Part, group: Part) -> bool:
        """Whether a run lists the parts of what a group names as one: カード情報 1,348件 and 番号, 有効期限."""
        return self.places.categories(group) == {"card"} and self._has_card_parts(run)

    def _covered(self, run: Part, named: set[str]) -> bool:
        """Whether groups already say it; カード情報 is said where the card's parts are."""
        generic = {"card"} if any(category.startswith("card_") for category in named) else set()
        return self.places.categories(run) - generic <= named


def _joined(runs: Sequence[Part]) -> Part:
    """Return one run of all items of several, where the first stands."""
    return runs[0]._replace(items=tuple(index for run in runs for index in run.items))
