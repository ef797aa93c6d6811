"""Counts and runs of items that found no partner in their sentences, and meet in a wider place."""

from collections.abc import Sequence
from typing import Final

from extract.mention import Count, Item, Span
from extract.resolve.groups.order import in_order, joined
from extract.resolve.groups.parts import Part, by_kind
from extract.resolve.groups.places import Places
from extract.resolve.groups.subjects import Subjects
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["PlacePairs"]

# [一部の]お客様のパスワード; not 情報の一部: what stands there names nobody.
_SOME: Final = shape(r"一部の?(?P<account>アカウント)?(?!(?:個人)?情報)")
_SOME_REACH: Final = 6
# ①, (1), 2., (ア): what numbers a line.
_NUMBERED: Final = shape(r"[-* ]*(?:[①-⒇❶-❿]|\((?:[0-9]{1,2}|[ア-ンa-z])\)|[0-9]{1,2}[.):](?![0-9]))")
# Matching labels pairwise is bounded to lists that a reader would compare.
_LABELS: Final = 12
_LABEL_REACH: Final = 40
# カード情報 1,200件, 個人情報 3,400件: of the two the one that is of cards.
_CARD: Final = "カード"
_STAFF: Final = "employee"
_STAFFS: Final = frozenset({_STAFF, "applicant"})
_OUR: Final = shape(r"[当弊](?!該)|本[学校社会院]|自社")
# Words that labels share without being about the same people.
_GENERIC: Final = shape(
    r"個人(?=情報|データ)|情報|データ|対象|[件人]数|項目|となる|関する|一部|可能性|漏(?:え?い|[洩出れ])|流[出失]"
    r"|[のにをとがは等、(): 0-9]"
)


class PlacePairs:
    """Pairs the counts and runs of a place."""

    def __init__(
        self, document: Document, items: Sequence[Item], counts: Sequence[Count], subjects: Subjects, places: Places
    ) -> None:
        self._document = document
        self._folded = document.folded
        self._items = items
        self._counts = counts
        self._subjects = subjects
        self._places = places

    def paired(self, loose: list[Part]) -> list[Part]:
        """Pair what found no partner further inside: by name, by order, else all share all."""
        nobodys = [part for part in loose if part.is_run and self._places.is_nobodys(part)]
        if nobodys:
            # 取引先の秘密情報: no figure of people or of their records counts it.
            owned = [part for part in loose if not (part.is_run and self._places.is_nobodys(part))]
            return [*self.paired(owned), *nobodys]
        _, counts, runs = by_kind(loose)
        if not counts or not runs:
            return loose
        said_of_some = [self._of_some(run) for run in runs]
        told = {
            category
            for run, some in zip(runs, said_of_some, strict=True)
            if not some
            for category in self._places.categories(run)
        }
        apart = {
            run
            for run, some in zip(runs, said_of_some, strict=True)
            if some and told and not self._places.categories(run) <= told | {"card"}
        }
        if apart:
            # 一部のアカウントのメール: how many these are is not told.
            rest = [part for part in loose if part not in apart]
            return [*self.paired(rest), *(run._replace(whole=True) for run in runs if run in apart)]
        named = self._by_mark(counts, runs) or self._by_name(counts, runs)
        if not named and len(counts) == 1:
            if self._of_several(counts[0], runs):
                return runs
            others = self._of_others(counts[0], runs)
            if others:
                # 会員1,200名の情報, below it 従業員の氏名: how many these are is not told.
                rest = [
                    part._replace(whole=True) if part is counts[0] else part for part in loose if part not in others
                ]
                return [*self.paired(rest), *(run._replace(whole=True) for run in others)]
        return named or in_order(loose)

    def _of_some(self, run: Part) -> bool:
        """Whether items are those of some of the people only: 一部のお客様の…, 生徒の一部…."""
        start = self._items[run.items[0]].span[0]
        low = max(self._document.sentence_at(start).start, self._before(start)[0])
        some = _SOME.search(self._folded, low, start)
        if some is None:
            return False
        near = max(low, some.start() - _SOME_REACH), min(start, some.end() + _SOME_REACH)
        return some["account"] is not None or self._subjects.names_people(*near)

    def _of_several(self, count: Part, runs: list[Part]) -> bool:
        """Whether the items are those of several kinds of people, each under its own name: the count is over them."""
        if len(runs) < 2:
            return False
        if self._count(count).total:
            return len({self._subjects.heading_of(run.items[0]) for run in runs} - {""}) > 1
        # ※紐づけを行った方のID is of those who are named above it.
        kinds = [self._subjects.kinds_of_items(run.items[0]) for run in runs if not self._places.is_aside(run)]
        if not self._subjects.kinds_of_count(count.count_ref or 0) and self._are_of_staff_and_others(kinds):
            return True
        # 件数:最大3万名, beside it お客様の情報: … and 職員の情報: …, each in a section or bullet of its own.
        units = {self._places.unit_of(run) for run in runs}
        return (
            len(units) == len(runs)
            and self._places.unit_of(count) not in units
            and not self._subjects.names_people(*self._before(count.start))
            and all(self._subjects.names_people(*unit) for unit in units)
        )

    def _are_of_staff_and_others(self, kinds: Sequence[set[str]]) -> bool:
        """Whether each of several runs is of people of its own, those of the house apart from all others."""
        return all(kinds) and {_STAFF} in kinds and any(_STAFF not in kind for kind in kinds)

    def _of_others(self, count: Part, runs: list[Part]) -> list[Part]:
        """Return the runs of the house's own people where the count counts others, and the other way round."""
        counted = self._subjects.kinds_of_count(count.count_ref or 0)
        if not counted or (_STAFF in counted and len(counted) > 1):
            return []
        of_companies = self._count(count).unit_kind == "companies"
        found = []
        for run in runs[:_LABELS]:
            kinds = self._subjects.kinds_of_items(run.items[0])
            # 登録スタッフ may be staff that the house has lent.
            apart = kinds == {_STAFF} if _STAFF not in counted else bool(kinds) and kinds.isdisjoint(_STAFFS)
            # 取引先300社, 従業員の氏名: may be theirs; 当社の従業員の氏名 is not.
            if apart and not (of_companies and not _OUR.search(self._subjects.named(run.items[0]))):
                found.append(run)
        return found

    def _by_mark(self, counts: list[Part], runs: list[Part]) -> list[Part]:
        """Pair a list of counts with a list of items by the marks of their lines: ①お客様の氏名 … ①1,200名."""
        if not 2 <= len(counts) <= _LABELS:
            return []
        marks = [self._mark(count) for count in counts]
        if "" in marks or len(set(marks)) < len(marks):
            return []
        of_mark: dict[str, list[Part]] = {}
        for run in runs:
            of_mark.setdefault(self._mark(run), []).append(run)
        if not of_mark.keys() <= set(marks):
            return []
        return [
            joined(count, of_mark[mark]) if mark in of_mark else count
            for count, mark in zip(counts, marks, strict=True)
        ]

    def _mark(self, part: Part) -> str:
        """Return the number that the line of a part begins with, or an empty string."""
        line = self._document.line_at(part.start)
        mark = _NUMBERED.match(self._folded, line.left, part.start)
        return mark[0].strip("( ).:") if mark else ""

    def _by_name(self, counts: list[Part], runs: list[Part]) -> list[Part]:
        """Pair a list of people with lists of items under the same names (学校 475件 … 学校情報：学校名)."""
        if not 2 <= len(counts) <= _LABELS:
            return []
        ends = [0, *(self._count(count).span[1] for count in counts)]
        # お客様1,200名分、お取引先様30名分: what stands before the count before is the name of that one.
        names = [self._label(count.start, end) for count, end in zip(counts, ends, strict=False)]
        by_cards = self._by_cards(counts, names, runs)
        if by_cards:
            return by_cards
        taken: dict[int, list[Part]] = {}
        nameless: list[Part] = []
        current: int | None = None
        for run in runs[: _LABELS * _LABELS]:
            for label in self._subjects.labels_of(run.items[0]):
                shared = [_shared(label, name) for name in names]
                if max(shared) > 1 and shared.count(max(shared)) > 1:
                    # 個人会員, 法人会員: what words they share with all tells them apart.
                    shared = [_longest(label, name) for name in names]
                if max(shared) > 1 and shared.count(max(shared)) == 1:
                    current = shared.index(max(shared))
                    break
            if current is None:
                nameless.append(run)
            else:
                taken.setdefault(current, []).append(run)
        if len(taken) > 1 and not nameless:
            lines = {self._document.line_index(counts[at].start): at for at in taken}
            # ■生徒:在校生30名、卒業生12名, below it ■生徒:氏名: of all that the line counts.
            of = [
                at if at in taken else lines.get(self._document.line_index(counts[at].start))
                for at in range(len(counts))
            ]
            return [count if at is None else joined(count, taken[at]) for count, at in zip(counts, of, strict=True)]
        # 47,359件(従業員の444件を含む), 取引先の名刺情報: …, 従業員の情報: …: the rest has no figure of its own.
        rest = [run for run in nameless if self._subjects.heading_of(run.items[0])]
        if len(taken) == 1 and rest and len(rest) == len(nameless):
            [(at, members)] = taken.items()
            return [*(run._replace(whole=True) for run in rest), joined(counts[at], members)]
        return []

    def _by_cards(self, counts: list[Part], names: list[str], runs: list[Part]) -> list[Part]:
        """Pair what cards hold with the one of two counts that is of cards, the rest with the other."""
        of_cards = [_CARD in name for name in names]
        if of_cards not in ([True, False], [False, True]):
            return []
        kinds = [{category.startswith("card") for category in self._places.categories(run)} for run in runs]
        cards = [run for run, kind in zip(runs, kinds, strict=True) if kind == {True}]
        others = [run for run, kind in zip(runs, kinds, strict=True) if kind == {False}]
        if not cards or not others or len(cards) + len(others) < len(runs):
            return []
        return [joined(count, cards if of else others) for count, of in zip(counts, of_cards, strict=True)]

    def _label(self, start: int, floor: int) -> str:
        """Return the words that stand before a count on its line, from `floor` on."""
        low, high = self._before(start)
        return self._folded[max(low, floor) : high]

    def _before(self, start: int) -> Span:
        line = self._document.line_at(start)
        return max(line.body, start - _LABEL_REACH), start

    def _count(self, part: Part) -> Count:
        return self._counts[part.count_ref or 0]


def _shared(one: str, other: str) -> int:
    """Return the length of the longest stretch of letters that two labels share, generic words left out."""
    return _longest(_GENERIC.sub("", one), other)


def _longest(one: str, other: str) -> int:
    """Return the length of the longest stretch of letters that two labels share."""
    one = one[:_LABEL_REACH]
    best = 0
    for start in range(len(one)):
        while start + best < len(one) and one[start : start + best + 1] in other:
            best += 1
    return best
