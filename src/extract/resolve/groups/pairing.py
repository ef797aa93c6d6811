"""Counts and runs of items that meet in one place: which belongs to which."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extract.mention import Count, Item, Span
from extract.resolve.counts.brackets import closing
from extract.resolve.groups.parts import MOST_SHARED, Part, by_kind, start_of
from extract.resolve.groups.places import Places
from extract.resolve.groups.subjects import Subjects
from extract.resolve.groups.units import nearer_to_people
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["Pairing"]


# 電話番号[(]30件): the count is that of the one item before the bracket.
_OPENS: Final = shape(r"(?:等|など|情報)?\((?:うち|内|約|最大|計)?")
# マイナンバー[(うち]37名), 旅券番号[(海外旅行のみ]37名): of some of those counted elsewhere.
_OPENS_ON_SOME: Final = shape(
    r"(?:等|など|情報)?\((?:(?:この|その)?(?:うち|内)(?!訳)、?|[^()\n0-9]{2,16}(?:のみ|に限る)[、: ]*)"
)
# メールアドレス(517件[)、]その他の投稿.
_GOES_ON: Final = shape(r"\)(?:[、,・]|及び|および|並びに|ならびに|と|や)")
# 生徒(130人)[と教職員の]氏名; not 生徒130人[の]氏名.
_AND_OTHERS: Final = shape(r"\)?(?:及び|および|並びに|ならびに|と|、|・)(?P<others>[^。、]{2,30})の(?:それぞれの)?$")
# 社員30名[の]写真, 30名分[の社員の]写真: the items behind a count are theirs.
_THEIRS: Final = shape(r"分?(?:の|に関する|に係る)[^、。()\n]{0,16}")
# 氏名[(]1,200件), 氏名[ 計]1,200件.
_CLOSES: Final = shape(r"(?:等|など|の?情報)?[(は ]?(?:計|合計)?")
# お客様の氏名[および]社員30名の写真.
_AND_THEN: Final = shape(r"(?:等|など|の?情報)?、?(?:及び|および|並びに|ならびに|と|や|、)")
# 12件[(]口座番号, 12件分[(内容:]口座番号.
_BRACKET_OF: Final = shape(r"分?\((?:[^()。、\n]{1,6}:)?")
# [延べ]417件, [のべ]417件.
_REPEATEDLY: Final = shape(r"延べ|のべ")
# [一部の]お客様のパスワード; not 情報の一部: what stands there names nobody.
_SOME: Final = shape(r"一部の?(?P<account>アカウント)?(?!(?:個人)?情報)")
_SOME_REACH: Final = 6
# 1,210件([重複を除く]978名), 399件([うち]市民11名): some of them, not all.
_FEWER: Final = shape(r"うち|内|重複|除|過去")
# 47,359件(従業員の444件[を含む]): told apart because its items are.
_INCLUDED: Final = shape(r"を?含む")
# 37名([他に]教職員42名): others than those outside.
_BESIDE: Final = shape(r"[他別]に|ほかに|加えて")
# 取引先30社[の担当者]45名: the companies only say whose people they are.
_THEIR_PEOPLE: Final = shape(
    r"分?(?:の|、|\(| ){0,2}(?:ご?担当者|役員|役?職員|社員|従業員|代表者|関係者|窓口)(?:様|の方)?(?:数|計)?[:は ]*"
)
# 1,200名[(うち]45名は口座情報を含む); not 12名(うち訳…).
_OF_THOSE: Final = shape(r"\((?:この|その)?(?:うち|内)(?!訳)")
# ①, (1), 2., (ア): what numbers a line.
_NUMBERED: Final = shape(r"[-* ]*(?:[①-⒇❶-❿]|\((?:[0-9]{1,2}|[ア-ンa-z])\)|[0-9]{1,2}[.):](?![0-9]))")
# Words that labels share without being about the same people.
_GENERIC: Final = shape(
    r"個人|情報|データ|対象|[件人]数|項目|となる|関する|一部|可能性|漏えい|漏洩|流出|[のにをとがは等、(): 0-9]"
)
# Matching labels pairwise is bounded to lists that a reader would compare.
_LABELS: Final = 12
_LABEL_REACH: Final = 40


class Pairing:
    """Pairs the counts and runs of a sentence or of a place."""

    def __init__(
        self, document: Document, items: Sequence[Item], counts: Sequence[Count], subjects: Subjects, places: Places
    ) -> None:
        self._document = document
        self._folded = document.folded
        self._items = items
        self._counts = counts
        self._subjects = subjects
        self._places = places

    def in_sentence(self, sequence: list[Part]) -> list[Part]:
        """Pair within a sentence, a row or a line; the sequence alternates between counts and runs."""
        if len(sequence) < 2:
            return sequence
        groups = [part for part in sequence if part.is_group]
        bound, loose = self._of_those([part for part in sequence if not part.is_group] if groups else sequence)
        loose = self._with_brackets(self._without_repeated(loose))
        one, loose = self._bracketed_items(loose)
        bound += one
        loose = self._once_counted(self._without_bracketed(loose))
        kinds = _kinds(loose)
        if kinds.endswith("rc") and kinds.count("c") == 1 and len(kinds) > 2:
            # 学生の氏名、住所、教職員のID等、計8,000名分: runs of other people each, and the count over them.
            loose = [*(part._replace(whole=True) for part in loose[:-1]), loose[-1]]
        elif kinds == "rcr" and self._of_others(loose):
            # 会員の氏名、住所（517件）、従業員の氏名: the others are not counted.
            loose = [self._joined(loose[1], loose[:1]), loose[2]._replace(whole=True)]
        elif (owned := self._owned(loose)) is not None:
            loose = owned
        elif kinds == "rccr" and self._each_its_own(loose):
            loose = [self._joined(loose[1], loose[:1]), self._joined(loose[2], loose[3:])]
        elif "c" in kinds and "r" in kinds:
            loose = self._closing(loose) or [*self._in_order(loose), *self._others(loose)]
        return sorted([*groups, *bound, *loose], key=start_of)

    def in_place(self, loose: list[Part]) -> list[Part]:
        """Pair what found no partner further inside: by name, by order, else all share all."""
        nobodys = [part for part in loose if part.is_run and self._places.is_nobodys(part)]
        if nobodys:
            # 取引先の秘密情報: no figure of people or of their records counts it.
            owned = [part for part in loose if not (part.is_run and self._places.is_nobodys(part))]
            return [*self.in_place(owned), *nobodys]
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
            return [*self.in_place(rest), *(run._replace(whole=True) for run in runs if run in apart)]
        named = self._by_mark(counts, runs) or self._by_name(counts, runs)
        if not named and len(counts) == 1 and self._of_several(counts[0], runs):
            return runs
        return named or self._in_order(loose)

    def _of_those(self, sequence: list[Part]) -> tuple[list[Part], list[Part]]:
        """Bind a count of some of those before its bracket to the items in it: 1,200名(うち45名は口座番号を含む)."""
        bound: list[Part] = []
        loose: list[Part] = []
        at = 0
        while at < len(sequence):
            part = sequence[at]
            loose.append(part)
            at += 1
            last = self._count(part).span[1] if part.is_count else self._items[part.items[-1]].span[1]
            opening = _OF_THOSE.match(self._folded, last)
            if opening is None:
                continue
            close = closing(self._folded, opening.start())
            end = at
            while end < len(sequence) and sequence[end].start < close:
                end += 1
            inside = sequence[at:end]
            counts = [part for part in inside if part.is_count]
            items = [index for part in inside for index in part.items]
            within = tuple(index for index in items if self._items[index].span[0] < close)
            if len(counts) == 1 and within:
                at = end
                bound.append(counts[0]._replace(start=min(counts[0].start, inside[0].start), items=within))
                if behind := tuple(items[len(within) :]):
                    loose.append(Part(self._items[behind[0]].span[0], None, behind))
        return bound, loose

    def _with_brackets(self, sequence: list[Part]) -> list[Part]:
        """Pair each of several counts with what the bracket behind it lists: 口座12件(番号、名義)および明細45件(日付).

        What stands right before a count that is so explained is its own too.
        """
        if _kinds(sequence).count("c") < 2:
            return sequence
        found: list[Part] = []
        explained = 0
        for part in sequence:
            last = found[-1] if found else None
            if part.is_run and last is not None and last.is_count and self._opens_behind(last, part):
                own = found[-2:-1] if len(found) > 1 and found[-2].is_run else []
                found[-1 - len(own) :] = [self._joined(last, [*own, part])]
                explained += 1
            else:
                found.append(part)
        return found if explained == _kinds(sequence).count("c") else sequence

    def _opens_behind(self, count: Part, run: Part) -> bool:
        return _BRACKET_OF.fullmatch(self._folded, self._count(count).span[1], run.start) is not None

    def _without_repeated(self, sequence: list[Part]) -> list[Part]:
        """Leave out what counts some more than once, beside a count of the same: 63社の請求書(延べ417件)."""
        once = [part for part in sequence if not (part.is_count and self._counts_repeatedly(part))]
        return once if any(part.is_count for part in once) else sequence

    def _counts_repeatedly(self, part: Part) -> bool:
        start, end = self._count(part).span
        return _REPEATEDLY.search(self._folded, max(0, start - 3), end) is not None

    def _bracketed_items(self, sequence: list[Part]) -> tuple[list[Part], list[Part]]:
        """Bind a count in a bracket to the one item before it: 100名：氏名、成績（37名）; 氏名、住所（37件）、投稿など.

        Where no other count governs and the list does not go on behind the bracket, it counts the whole list,
        unless it is one of some only: 氏名、住所、旅券番号（海外旅行のみ37名）.
        """
        bound: list[Part] = []
        loose: list[Part] = []
        governed = self._goes_on(sequence)
        for part in sequence:
            if part.is_count and part.count_ref is not None:
                last = loose[-1] if loose else None
                opens = None
                if last is not None and last.is_run:
                    between = self._items[last.items[-1]].span[1], self._counts[part.count_ref].span[0]
                    opens = _OPENS.fullmatch(self._folded, *between)
                    if len(last.items) > 1 and (
                        (governed and opens) or _OPENS_ON_SOME.fullmatch(self._folded, *between)
                    ):
                        bound.append(part._replace(items=(last.items[-1],)))
                        loose[-1] = last._replace(items=last.items[:-1])
                        continue
                # 会員の氏名、住所（517件）: a bracket counts the list that it closes, and governs none behind it.
                governed = governed or opens is None
            elif bound and loose and loose[-1].is_run:
                # Behind the bracket the list goes on.
                loose[-1] = loose[-1]._replace(items=(*loose[-1].items, *part.items))
                continue
            loose.append(part)
        return bound, loose

    def _owned(self, sequence: list[Part]) -> list[Part] | None:
        """Pair counts with the items right behind them where other items are those of others.

        お客様の氏名と社員30名の写真. None where a count owns no items so, or where all items are counted.
        """
        owned: list[Part] = []
        others: list[Part] = []
        at = 0
        while at < len(sequence):
            part, following = sequence[at], sequence[at + 1] if at + 1 < len(sequence) else None
            if part.is_count:
                if following is None or not following.is_run:
                    return None
                if not _THEIRS.fullmatch(self._folded, self._count(part).span[1], following.start):
                    return None
                owned.append(self._joined(part, [following]))
                at += 2
                continue
            if following is not None and following.is_count:
                # Before the count stands whose the items behind it are.
                low, high = self._items[part.items[-1]].span[1], self._count(following).span[0]
                if not _AND_THEN.match(self._folded, low) or not self._subjects.names_people(low, high):
                    return None
            others.append(part._replace(whole=True))
            at += 1
        return [*owned, *others] if owned and others else None

    def _each_its_own(self, sequence: list[Part]) -> bool:
        """Whether one count closes the items before it and the next owns those behind: 氏名12件と、うち3件の住所."""
        run, first, second, others = sequence
        end = self._items[run.items[-1]].span[1]
        return (
            _CLOSES.fullmatch(self._folded, end, self._count(first).span[0]) is not None
            and _THEIRS.fullmatch(self._folded, self._count(second).span[1], others.start) is not None
            and _AND_THEN.match(self._folded, self._count(first).span[1]) is not None
        )

    def _of_others(self, sequence: list[Part]) -> bool:
        """Whether behind the bracket that counts a list the items of other people follow."""
        low, high = self._count(sequence[1]).span[1], sequence[2].start
        return _GOES_ON.match(self._folded, low, high) is not None and self._subjects.names_people(low, high)

    def _goes_on(self, sequence: list[Part]) -> bool:
        """Whether one list of items goes on behind the bracket that counts one of them."""
        if [part.is_count for part in sequence] != [False, True, False]:
            return False
        low, high = self._count(sequence[1]).span[1], sequence[2].start
        return _GOES_ON.match(self._folded, low, high) is not None and not self._of_others(sequence)

    def _without_bracketed(self, loose: list[Part]) -> list[Part]:
        """Settle counts in a bracket after a count outside: 399名(過去に申請実績のある方は11名)の氏名.

        They count some of those outside and make no group, unless they are all its parts (15,535名(A
        11,678名、B 3,857名)) or count its people (1,895件(1,030名)).
        """
        kept: list[Part] = []
        inside: list[Part] = []
        depth = outer = at = 0
        for part in loose:
            if kept:
                depth += self._folded.count("(", at, part.start) - self._folded.count(")", at, part.start)
            at = max(at, part.start)
            if part.is_count and depth > outer and kept and kept[-1].is_count:
                inside.append(part)
                continue
            kept[-1:] = self._with_inside(kept[-1:], inside)
            kept.append(part)
            # 写真(生徒273名、教職員42名): of two counts in one bracket neither is inside the other.
            inside, outer = [], depth
        kept[-1:] = self._with_inside(kept[-1:], inside)
        return kept

    def _once_counted(self, loose: list[Part]) -> list[Part]:
        """Keep the nearest to people of a group that is counted in two units, nothing said in between: 373件、60人."""
        kept: list[Part] = []
        for part in loose:
            if kept and kept[-1].is_count and part.is_count:
                last, count = self._count(kept[-1]), self._count(part)
                nearer = nearer_to_people(self._folded, last, count) or self._of_companies(last, count)
                if nearer is not None:
                    kept[-1] = kept[-1] if nearer is last else part
                    continue
            kept.append(part)
        return kept

    def _of_companies(self, first: Count, second: Count) -> Count | None:
        """Return the second of two counts where it is of people of the companies that the first counts, or None."""
        if (first.unit_kind, second.unit_kind) != ("companies", "people"):
            return None
        return second if _THEIR_PEOPLE.fullmatch(self._folded, first.span[1], second.span[0]) else None

    def _with_inside(self, outside: list[Part], inside: list[Part]) -> list[Part]:
        """Return the counts that make groups of a count and those in the bracket behind it."""
        if not outside or not inside:
            return outside
        whole, parts = self._count(outside[0]), [self._count(part) for part in inside]
        if len(parts) > 1 and sum(part.value or 0 for part in parts) == whole.value:
            return inside
        if (
            len(parts) == 1
            and parts[0].unit_kind == "people" != whole.unit_kind
            and not _FEWER.search(self._between(outside[0], inside[0]))
        ):
            return inside
        if _INCLUDED.match(self._folded, parts[-1].span[1]) or _BESIDE.search(self._between(outside[0], inside[0])):
            return [*outside, *inside]
        return outside

    def _count(self, part: Part) -> Count:
        return self._counts[part.count_ref or 0]

    def _between(self, one: Part, other: Part) -> str:
        return self._folded[self._count(one).span[1] : self._count(other).span[0]]

    def _in_order(self, loose: list[Part]) -> list[Part]:
        """Each count with its own items where they alternate, else all counts share all items."""
        kinds = _kinds(loose)
        _, counts, runs = by_kind(loose)
        closes = kinds[0] == "r" and kinds[-1] == "c" and kinds.count("rc") > 1
        if len(counts) < 2 or ("cc" in kinds and not closes) or kinds[0] == kinds[-1]:
            if kinds.startswith("cr") and kinds.endswith("rc") and "cc" not in kinds:
                return [*self._in_order(loose[:-1]), loose[-1]]
            if len(counts) * sum(len(run.items) for run in runs) > MOST_SHARED:
                return loose
            return [self._joined(count, runs) for count in counts]
        groups: list[Part] = []
        runs = []
        for part in loose if kinds[0] == "r" else reversed(loose):
            if part.is_count:
                groups.append(self._joined(part, runs))
                runs = []
            else:
                runs.append(part)
        return groups

    def _closing(self, loose: list[Part]) -> list[Part]:
        """Pair where the items belong to the count that closes on them: 8,257件、内カード情報（7,455件）."""
        if _kinds(loose) != "crc":
            return []
        first, run, last = loose
        end = self._items[run.items[-1]].span[1]
        return [first, self._joined(last, [run])] if _OPENS.fullmatch(self._folded, end, last.start) else []

    def _joined(self, count: Part, runs: list[Part]) -> Part:
        items = tuple(sorted({index for run in runs for index in run.items}))
        return Part(min([count.start, *[run.start for run in runs]]), count.count_ref, items)

    def _others(self, loose: list[Part]) -> list[Part]:
        """Return the group of people named beside a counted one: 生徒（130人）と教職員の氏名."""
        found: list[Part] = []
        if _kinds(loose).endswith("rc"):
            # 会員の住所1,200件、従業員の写真30件: each run has a count of its own.
            return found
        for count, run in pairwise(loose):
            if count.is_count and count.count_ref is not None and run.is_run:
                low, high = self._counts[count.count_ref].span[1], self._items[run.items[0]].span[0]
                others = _AND_OTHERS.match(self._folded, low, min(high, low + _LABEL_REACH))
                if others and others.end() == high and self._subjects.names_people(*others.span("others")):
                    found.append(Part(run.start, None, run.items, whole=True))
        return found

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
        # 件数:最大3万名, beside it お客様の情報: … and 職員の情報: …, each in a section or bullet of its own.
        units = {self._places.unit_of(run) for run in runs}
        return (
            len(units) == len(runs)
            and self._places.unit_of(count) not in units
            and not self._subjects.names_people(*self._before(count.start))
            and all(self._subjects.names_people(*unit) for unit in units)
        )

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
            self._joined(count, of_mark[mark]) if mark in of_mark else count
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
            return [self._joined(count, taken[at]) if at in taken else count for at, count in enumerate(counts)]
        # 47,359件(従業員の444件を含む), 取引先の名刺情報: …, 従業員の情報: …: the rest has no figure of its own.
        rest = [run for run in nameless if self._subjects.heading_of(run.items[0])]
        if len(taken) == 1 and rest and len(rest) == len(nameless):
            [(at, members)] = taken.items()
            return [*(run._replace(whole=True) for run in rest), self._joined(counts[at], members)]
        return []

    def _label(self, start: int, floor: int) -> str:
        """Return the words that stand before a count on its line, from `floor` on."""
        low, high = self._before(start)
        return self._folded[max(low, floor) : high]

    def _before(self, start: int) -> Span:
        line = self._document.line_at(start)
        return max(line.body, start - _LABEL_REACH), start


def _kinds(parts: Sequence[Part]) -> str:
    """Return a letter for each of the parts: `c` for a count, `r` for a run."""
    return "".join(["c" if part.is_count else "r" for part in parts])


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
