"""Counts and runs of items that meet in a sentence, a row or a line: which belongs to which."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extract.mention import Count, Item
from extract.resolve.groups.brackets import OPENS, Brackets
from extract.resolve.groups.order import in_order, joined, kinds
from extract.resolve.groups.parts import Part, start_of
from extract.resolve.groups.subjects import Subjects
from extract.resolve.groups.units import nearer_to_people
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["SentencePairs"]

# 生徒(130人)[と教職員の]氏名; not 生徒130人[の]氏名.
_AND_OTHERS: Final = shape(r"\)?(?:及び|および|並びに|ならびに|と|、|・)(?P<others>[^。、]{2,30})の(?:それぞれの)?$")
_OTHERS_REACH: Final = 40
# 社員30名[の]写真, 30名分[の社員の]写真: the items behind a count are theirs.
_THEIRS: Final = shape(r"分?(?:の|に関する|に係る)[^、。()\n]{0,16}")
# 氏名[(]1,200件), 氏名[ 計]1,200件.
_CLOSES: Final = shape(r"(?:等|など|の?情報)?[(は ]?(?:計|合計)?")
# お客様の氏名[および]社員30名の写真.
_AND_THEN: Final = shape(r"(?:等|など|の?情報)?、?(?:及び|および|並びに|ならびに|と|や|、)")
# [延べ]417件, [のべ]417件.
_REPEATEDLY: Final = shape(r"延べ|のべ")
# [うち]45名[は]口座番号も, [このうち]45名[については]口座番号も; not 会員8,000名（うち退会者45名）の氏名.
_SOME_OF: Final = shape(r"[、。 ](?:この|その)?うち、?[^、。()]{0,12}$")
_TOPIC: Final = shape(r"(?:分|様)?(?:の(?:方|お客様|会員))?(?:は|については?|に関しては)")
# 取引先30社[の担当者]45名: the companies only say whose people they are.
_THEIR_PEOPLE: Final = shape(
    r"分?(?:の|、|\(| ){0,2}(?:ご?担当者|役員|役?職員|社員|従業員|代表者|関係者|窓口)(?:様|の方)?(?:数|計)?[:は ]*"
)
# カード情報12件[および会員情報]34件, カード情報（12件）[、個人情報（]34件）: data of its own that is no item.
_OTHER_DATA: Final = shape(
    r"(?:分|様)?\)?(?:が|は)?[、,/・ ]?(?:及び|および|並びに|ならびに|と|や)?、?(?:その他の?)?"
    r"[^、。()0-9]{0,16}(?:情報|データ)(?:等|など)?(?:が|は|:)?[( ]?"
)
# 会員5,678名[の個人情報と、そのうち]1,234名のカード情報: each count has data of its own.
_HAVE_THEIRS: Final = shape(
    r"(?:分|様)?の[^、。()]{0,12}(?:情報|データ)(?:等|など)?(?:と|及び|および|並びに|ならびに)?、?(?:(?:その|この)?うち、?)?"
)
# メールアドレス[を含むもの]2,345件: it counts those that hold the item.
_HOLDING: Final = shape(
    r"(?:等|など|の?情報)?(?:を含む|が含まれる)(?:もの|件数|方|お客様|会員|データ)?(?:が|は|:)?[( ]?"
)
# カード情報[が漏えいした可能性のあるお客様]12名[、カード情報以外の個人情報が漏えいした可能性のあるお客様]34名.
_WHOSE: Final = shape(r"(?:等|など|の?情報)?が[^。、0-9]{0,30}(?:様|方|者|会員)(?:は|が)?")
_OTHERS_DATA: Final = shape(
    r"(?:分|様)?(?:、|と|及び|および|並びに|ならびに|で、)[^。、0-9]{0,16}(?:情報|データ)が[^。、0-9]{0,30}(?:様|方|者|会員)(?:は|が)?"
)
# このうちカード情報[が漏えいした可能性のあるお客様は]200名.
_OF_WHOM: Final = shape(r"(?:等|など|の?情報)?(?:が|も)[^。、0-9]{0,30}(?:様|方|者|会員|もの|件数|人数)(?:は|が)、?")
# 会員情報が8,257件、カード情報[が最大]7,455件.
_COUNTED_AS: Final = shape(r"(?:等|など|の?情報|データ)?(?:が|は|:) ?")
_BESIDE: Final = shape(r"(?:分|様)?(?:、|と|や|及び|および|並びに|ならびに|。)[^、。0-9]{0,12}")
# 8,257件、[内]カード情報7,455件.
_WITHIN: Final = shape(r"(?:うち|内)、?[^、。()]{0,8}$")
_WITHIN_REACH: Final = 12


class SentencePairs:
    """Pairs the counts and runs of a sentence."""

    def __init__(self, document: Document, items: Sequence[Item], counts: Sequence[Count], subjects: Subjects) -> None:
        self._folded = document.folded
        self._items = items
        self._counts = counts
        self._subjects = subjects
        self._brackets = Brackets(document, items, counts, subjects)

    def paired(self, sequence: list[Part]) -> list[Part]:
        """Pair within a sentence, a row or a line; the sequence alternates between counts and runs."""
        if len(sequence) < 2:
            return sequence
        groups = [part for part in sequence if part.is_group]
        loose = [part for part in sequence if not part.is_group] if groups else sequence
        held, loose = self._held(loose)
        bound, loose = self._brackets.tied(self._without_repeated(loose))
        return sorted([*groups, *held, *bound, *self._owners(self._once_counted(loose))], key=start_of)

    def _held(self, loose: list[Part]) -> tuple[list[Part], list[Part]]:
        """Pair items with the count of those that hold them, メールアドレスを含むもの2,345件; and return the rest."""
        held: list[Part] = []
        rest: list[Part] = []
        for part in loose:
            last = rest[-1] if rest else None
            if part.is_count and last is not None and last.is_run:
                end = self._items[last.items[-1]].span[1]
                if _HOLDING.fullmatch(self._folded, end, self._count(part).span[0]):
                    held.append(joined(part, [rest.pop()]))
                    continue
            rest.append(part)
        return held, rest

    def _owners(self, loose: list[Part]) -> list[Part]:
        """Pair what brackets left by whose the items are, else by order."""
        order = kinds(loose)
        if order.endswith("rc") and order.count("c") == 1 and len(order) > 2:
            # 学生の氏名、住所、教職員のID等、計8,000名分: runs of other people each, and the count over them.
            return [*(part._replace(whole=True) for part in loose[:-1]), loose[-1]]
        if order == "rcr" and self._brackets.of_others(loose):
            # 会員の氏名、住所（517件）、従業員の氏名: the others are not counted.
            return [joined(loose[1], loose[:1]), loose[2]._replace(whole=True)]
        if order == "rcc" and self._labelled_apart(loose):
            return [joined(loose[1], loose[:1]), loose[2]]
        owned = self._owned(loose)
        if owned is not None:
            return owned
        if order == "ccr" and self._of_those(loose):
            # 会員8,000名の情報、うち45名は口座番号も: what the others lost is told elsewhere.
            return [loose[0]._replace(whole=True), joined(loose[1], loose[2:])]
        if order == "rccr" and self._each_its_own(loose):
            return [joined(loose[1], loose[:1]), joined(loose[2], loose[3:])]
        if "c" in order and "r" in order:
            return self._closing(loose) or [*in_order(loose), *self._others(loose)]
        return loose

    def _without_repeated(self, sequence: list[Part]) -> list[Part]:
        """Leave out what counts some more than once, beside those in another unit: 63社の請求書(延べ417件)."""
        repeated = [part.is_count and self._counts_repeatedly(part) for part in sequence]
        told = list(zip(sequence, repeated, strict=True))
        units = {self._count(part).unit_kind for part, again in told if part.is_count and not again}
        kept = [part for part, again in told if not again or self._count(part).unit_kind in units]
        return kept if units else sequence

    def _counts_repeatedly(self, part: Part) -> bool:
        start, end = self._count(part).span
        return _REPEATEDLY.search(self._folded, max(0, start - 3), end) is not None

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
                owned.append(joined(part, [following]))
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

    def _of_those(self, sequence: list[Part]) -> bool:
        """Whether the second count is of some of the first, and the items are said of it."""
        start, end = self._count(sequence[1]).span
        if _HAVE_THEIRS.fullmatch(self._folded, self._count(sequence[0]).span[1], start):
            return _THEIRS.fullmatch(self._folded, end, self._items[sequence[2].items[0]].span[0]) is not None
        some = _SOME_OF.search(self._folded, max(0, start - _OTHERS_REACH), start)
        return some is not None and _TOPIC.match(self._folded, end) is not None

    def _each_its_own(self, sequence: list[Part]) -> bool:
        """Whether one count closes the items before it and the next owns those behind: 氏名12件と、うち3件の住所."""
        run, first, second, others = sequence
        end = self._items[run.items[-1]].span[1]
        return (
            _CLOSES.fullmatch(self._folded, end, self._count(first).span[0]) is not None
            and _THEIRS.fullmatch(self._folded, self._count(second).span[1], others.start) is not None
            and _AND_THEN.match(self._folded, self._count(first).span[1]) is not None
        )

    def _labelled_apart(self, sequence: list[Part]) -> bool:
        """Whether one count closes on the items before it, and the next has other data: カード情報12件、会員情報3件."""
        run, first, second = sequence
        end = self._items[run.items[-1]].span[1]
        before = end, self._count(first).span[0]
        between = self._count(first).span[1], self._count(second).span[0]
        return any(
            closes.fullmatch(self._folded, *before) and others.fullmatch(self._folded, *between)
            for closes, others in ((_CLOSES, _OTHER_DATA), (_WHOSE, _OTHERS_DATA))
        )

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

    def _closing(self, loose: list[Part]) -> list[Part]:
        """Pair where the items belong to the count that closes on them: 8,257件、内カード情報（7,455件）."""
        if kinds(loose) != "crc":
            return []
        first, run, last = loose
        start, end = self._items[run.items[0]].span[0], self._items[run.items[-1]].span[1]
        closed = (
            OPENS.fullmatch(self._folded, end, last.start)
            or (
                _WITHIN.search(self._folded, max(0, start - _WITHIN_REACH), start)
                and (
                    _CLOSES.fullmatch(self._folded, end, last.start)
                    or _OF_WHOM.fullmatch(self._folded, end, last.start)
                )
            )
            or (
                _COUNTED_AS.fullmatch(self._folded, end, last.start)
                and _BESIDE.fullmatch(self._folded, self._count(first).span[1], start)
            )
        )
        return [first, joined(last, [run])] if closed else []

    def _others(self, loose: list[Part]) -> list[Part]:
        """Return the group of people named beside a counted one: 生徒（130人）と教職員の氏名."""
        found: list[Part] = []
        if kinds(loose).endswith("rc"):
            # 会員の住所1,200件、従業員の写真30件: each run has a count of its own.
            return found
        for count, run in pairwise(loose):
            if count.is_count and count.count_ref is not None and run.is_run:
                low, high = self._counts[count.count_ref].span[1], self._items[run.items[0]].span[0]
                others = _AND_OTHERS.match(self._folded, low, min(high, low + _OTHERS_REACH))
                if others and others.end() == high and self._subjects.names_people(*others.span("others")):
                    found.append(Part(run.start, None, run.items, whole=True))
        return found

    def _count(self, part: Part) -> Count:
        return self._counts[part.count_ref or 0]
