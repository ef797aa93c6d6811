"""What brackets tie within a sentence: 会員1,200名（うち45名は口座番号を含む）の氏名、住所、写真（12名）."""

from collections.abc import Sequence
from typing import Final

from extract.mention import Count, Item
from extract.resolve.counts.brackets import closing
from extract.resolve.groups.order import joined, kinds
from extract.resolve.groups.parts import Part
from extract.resolve.groups.subjects import Subjects
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["OPENS", "Brackets"]

#: 電話番号[(]30件): the count is that of the one item before the bracket.
OPENS: Final = shape(r"(?:等|など|情報)?\((?:うち|内|約|最大|計)?")
# マイナンバー[(うち]37名), 旅券番号[(海外旅行のみ]37名): of some of those counted elsewhere.
_OPENS_ON_SOME: Final = shape(
    r"(?:等|など|情報)?\((?:(?:この|その)?(?:うち|内)(?!訳)、?|[^()\n0-9]{2,16}(?:のみ|に限る)[、: ]*)"
)
# メールアドレス(517件[)、]その他の投稿.
_GOES_ON: Final = shape(r"\)(?:[、,・]|及び|および|並びに|ならびに|と|や)")
# 12件[(]口座番号, 12件分[(内容:]口座番号.
_BRACKET_OF: Final = shape(r"分?\((?:[^()。、\n]{1,6}:)?")
# 1,210件([重複を除く]978名), 399件([うち]市民11名): some of them, not all.
_FEWER: Final = shape(r"うち|内|重複|除|過去")
# 47,359件(従業員の444件[を含む]): told apart because its items are.
_INCLUDED: Final = shape(r"を?含む")
# 37名([他に]教職員42名): others than those outside.
_BESIDE: Final = shape(r"[他別]に|ほかに|加えて")
# 1,200名[(うち]45名は口座情報を含む); not 12名(うち訳…).
_OF_THOSE: Final = shape(r"\((?:この|その)?(?:うち|内)(?!訳)")


class Brackets:
    """Reads the brackets around the counts and runs of a sentence."""

    def __init__(self, document: Document, items: Sequence[Item], counts: Sequence[Count], subjects: Subjects) -> None:
        self._folded = document.folded
        self._items = items
        self._counts = counts
        self._subjects = subjects

    def tied(self, sequence: list[Part]) -> tuple[list[Part], list[Part]]:
        """Return the groups that brackets make, and what of a sentence they leave to be paired."""
        bound, loose = self._of_those(sequence)
        one, loose = self._bracketed_items(self._with_brackets(loose))
        return [*bound, *one], self._without_bracketed(loose)

    def of_others(self, sequence: list[Part]) -> bool:
        """Whether behind the bracket that counts a list the items of other people follow."""
        low, high = self._count(sequence[1]).span[1], sequence[2].start
        return _GOES_ON.match(self._folded, low, high) is not None and self._subjects.names_people(low, high)

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
        if kinds(sequence).count("c") < 2:
            return sequence
        found: list[Part] = []
        explained = 0
        for part in sequence:
            last = found[-1] if found else None
            if part.is_run and last is not None and last.is_count and self._opens_behind(last, part):
                own = found[-2:-1] if len(found) > 1 and found[-2].is_run else []
                found[-1 - len(own) :] = [joined(last, [*own, part])]
                explained += 1
            else:
                found.append(part)
        return found if explained == kinds(sequence).count("c") else sequence

    def _opens_behind(self, count: Part, run: Part) -> bool:
        return _BRACKET_OF.fullmatch(self._folded, self._count(count).span[1], run.start) is not None

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
                    opens = OPENS.fullmatch(self._folded, *between)
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

    def _goes_on(self, sequence: list[Part]) -> bool:
        """Whether one list of items goes on behind the bracket that counts one of them."""
        if [part.is_count for part in sequence] != [False, True, False]:
            return False
        low, high = self._count(sequence[1]).span[1], sequence[2].start
        return _GOES_ON.match(self._folded, low, high) is not None and not self.of_others(sequence)

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
