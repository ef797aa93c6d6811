"""A count with what stands around it: whose it is, and what the words say of its place among the others."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from extract.mention import Count, Exposure, Item, Section, Span
from extract.resolve.counts.brackets import closing
from extract.text.document import Document, Line
from extract.text.shape import shape

__all__ = ["Figure", "Reader"]

# How far before a figure the words stand that make it a part of an earlier one.
_LEAD: Final = 40
# `このうち3名`, `(内訳)`, `過去に申請実績のある利用者は11名`. Not: `社内の120名`, `(内定者24名`, `、内視鏡検査`.
_PART: Final = shape(
    r"(?:うち|内訳|申請実績|重複|(?:^|[、,(「\s|])内(?:[、,]|(?![定視部科線服閣装外側容縁野々]))"
    # 閲覧された会員情報は163名分, of all those that lay open.
    # 1,000名です。この中には、退会された方200名が; 1,000名には、退会された方200名が含まれます.
    r"|この中に|[0-9] ?(?:名|人|件)分?(?:の中)?には、"
    r"|実際に|閲覧された[^、。\n]{0,8}(?:情報|データ)は"
    # 旅券番号(海外旅行のみ 37名).
    r"|\([^()\n0-9]{2,16}(?:のみ|に限る))"
    # What follows a bracket that closes is no part: 会員1,200名(うち45名は退会者)、従業員30名.
    r"(?:[^。\n()]|\([^()\n]*+\)?){0,36}$"
)
# `103,006名(配送先40,035件含む)`.
_INCLUDED: Final = shape(r" ?を?含")
# `(他に職員42名)`, `上記以外に、従業員に関する情報は約2千件`. Not: `その他のお客様`, `300名以外の`.
_APART: Final = shape(r"(?:(?:他|ほか)に|(?:この|その)(?:他|ほか)に?、|上記以外に|別に)[^。\n]{0,36}$")
# `本市の対象`: the publisher's own share of a wider incident.
_SHARE: Final = shape(r"(?:本|当)(?:市|県|区|町|村|都|府|道|校|園)(?:の|に|で|立|分)")
# `現時点で45件の漏えいを確認`.
_SO_FAR: Final = shape(r"(?:現時点|現在|これまで|実際|すで|既)[^。0-9\n]{0,16}$")
_CARD: Final = shape(r"カード(?!リーダ)")
# `それ以外の方 3,400名`, `カード決済以外のお客様`, `その他の会員`: none of those counted beside them.
_OTHERS: Final = shape(r"(?:以外|(?:その|この)(?:他|ほか)|残り)の[^、。\n0-9]{0,16}$")
# Behind the last figure before it, what it counts itself.
_OWN_DATA: Final = shape(r"(?<=[0-9])[^0-9]*(?:情報|データ|顧客|お客|会員)[^0-9]*$")
# `重複を除いた実人数は300名`, `978名（重複を除く）`: everyone once. Not: `延べ312名`.
_ONCE: Final = shape(r"(?:(?:重複|重なり)[^。、\n]{0,10}(?:除|省)|実人数|実数|名寄せ後)[^。、0-9\n]{0,12}$")
# `名寄せ前：約124,000件`, `延べ400名`: some more than once.
_REPEATEDLY: Final = shape(r"(?:名寄せ前|重複(?:を|も)?含|延べ|のべ)[^。、0-9\n]{0,12}$")
_REPEATED: Final = shape("延べ|のべ")
# A line that explains another: ※4 19,948口座が該当; *2 うち…; the mark alone on the line before.
_NOTE_MARK: Final = shape(r"(?:※|\*[0-9]|\(?注)")
_BARE_MARK: Final = shape(r"(?:※|\*|\(?注 ?)[0-9]{1,2}\)?")
# `(うち6件は(1)と重複)`: counted in two groups.
_TWICE: Final = shape(r"[^。、\n]{0,12}重複")
# The mark that a line begins with; lines with one kind of mark stand beside each other.
_MARK: Final = shape(r"(?P<circled>[①-⑳])|(?P<bracketed>[(〔][0-9ア-ン]{1,2}[)〕])|(?P<plain>[0-9a-z]{1,2}[.)])")
# Between two figures of one list: 生徒273名、教職員42名; 7名、2名および. Not: 300名に通知し、42名が.
_BESIDE: Final = shape(r"\)?(?:、|,|・|と|及び|および|並びに|ならびに) ?\n? ?[^、。,()|\nがをはにでの0-9]{0,16}[:(]?")
# What may follow the figure that ends an entry of a list: `会員 300名 ※1`, `会員 300名(退会者を含む)`.
_ENTRY_END: Final = shape(r"[^。、\n]{0,24}")
# What may stand between a kind of data and how many there are: `電話番号 100件`, `氏名(88件)`, `ID数: 12`.
_OF_ITEM: Final = shape(r"(?:情報|データ)?[のが]?(?:[件個]?数)?(?:\([^()\n]{0,30}\))?[ :は(…・*|]{0,8}")
# What may stand before a kind of data that is all that a label says: `・氏名 100件`, `、住所(88件)`, `内訳は、氏名`,
# `(ア)氏名`, `1.住所`.
_ALONE: Final = shape(
    r"(?:[^。、\n]{0,24}は、|と|や|及び|および|並びに|ならびに)?"
    r"[ ・、,|)*:\-※(「『ご・お]*+(?:(?:[0-9]{1,2}|[ア-ンa-z])[).]|[①-⑳])?[ ・「『ご・お]*+"
)


@dataclass(eq=False)
class Figure:
    """A count with its index, whether it is a group's own, and whose; what stands around it is read when asked for."""

    index: int
    mention: Count
    value: int
    grouped: bool
    #: Its section; the headings of one level share a place of their own, below all sections.
    section: int
    place: int
    line: int
    sentence: int
    subject: str
    subject_span: Span | None
    #: What its group lost.
    categories: frozenset[str]
    #: The text of its line before it, the count's own, and what follows; its section's heading.
    lead: str
    text: str
    after: str
    heading: str
    #: Whether it stands in that heading; up to where its line is the head of what follows; how the line is marked.
    heads: bool
    until: int
    #: Where the bracket right behind it closes; its own end where there is none.
    bracket: int
    mark: str | None
    #: Whether its line is a note to another, and the note has no subject of its own.
    note: bool
    #: Whether it is in a list or a table, and not in running text.
    listed: bool
    #: Whether a kind of data stands right before it (会員のID 30件), and which where its label says nothing else.
    of_item: bool
    data: str | None
    #: Whether its sentence sets it beside another: 生徒273名、教職員42名.
    enumerated: bool = False

    @cached_property
    def part(self) -> bool:
        """Whether it is a part of another figure."""
        return not self.apart and bool(
            self.note
            or _PART.search(self.lead)
            or _PART.search(self.subject)
            or _INCLUDED.match(self.after)
            or _SHARE.search(self.heading)
            or _SHARE.search(self.lead)
        )

    @cached_property
    def twice(self) -> bool:
        """Whether it counts those who are in two groups."""
        return _TWICE.match(self.after) is not None

    @cached_property
    def apart(self) -> bool:
        """Whether the text tells it in addition to the figures before it."""
        return _APART.search(self.lead) is not None

    @cached_property
    def so_far(self) -> bool:
        """Whether the text says that it is known by now."""
        return _SO_FAR.search(self.lead) is not None

    @cached_property
    def card(self) -> bool:
        """Whether it counts those who paid by card."""
        # カード情報1,902件、個人情報11,440件: what a figure before it counts is not said of this one.
        own = _OWN_DATA.search(self.lead)
        return bool(_CARD.search(self.subject) or _CARD.search(self.lead, own.start() if own else 0))

    @cached_property
    def others(self) -> bool:
        """Whether it counts those who are left beside the ones that the text names before."""
        return bool(_OTHERS.search(self.subject) or _OTHERS.search(self.lead))

    @cached_property
    def once(self) -> bool:
        """Whether the text says that nobody is counted twice."""
        return _ONCE.search(self.lead) is not None

    @cached_property
    def repeatedly(self) -> bool:
        """Whether the text says that some are counted more than once."""
        return _REPEATED.search(self.text) is not None or _REPEATEDLY.search(self.lead) is not None


class Reader:
    """Reads what stands around a count."""

    def __init__(
        self, document: Document, sections: Sequence[Section], items: Sequence[Item], exposures: Sequence[Exposure]
    ) -> None:
        self._document = document
        self._sections = sections
        self._starts = [section.span[0] for section in sections]
        self._items = items
        self._item_ends = [item.span[1] for item in items]
        self._groups = {
            group.count_ref: group for group in exposures if group.count_ref is not None and group.status != "excluded"
        }

    def figures(self, counts: Sequence[Count], indices: Sequence[int]) -> list[Figure]:
        """Read the counts at the indices, which have values."""
        befores = [0, *(counts[index].span[1] for index in indices)]
        found = [self._figure(index, counts[index], before) for index, before in zip(indices, befores, strict=False)]
        for first, second in pairwise(found):
            if _BESIDE.fullmatch(self._document.folded, first.mention.span[1], second.mention.span[0]):
                first.enumerated = second.enumerated = True
        return found

    def _figure(self, index: int, count: Count, before: int) -> Figure:
        folded = self._document.folded
        start, end = count.span
        at = self._document.line_index(start)
        line = self._document.lines[at]
        section = bisect_right(self._starts, start) - 1
        heading, parent = self._sections[section].heading_span, self._sections[section].parent
        heads = heading is not None and heading[0] <= start < heading[1]
        group = self._groups.get(index)
        subject = group and group.subject_span
        of_item, data = self._data(start, max(line.body, before))
        return Figure(
            index=index,
            mention=count,
            value=count.value or 0,
            grouped=group is not None,
            section=section,
            place=-1 if heads and parent is None else -2 - (parent or 0) if heads else section,
            line=at,
            sentence=self._document.sentence_index(start),
            subject=folded[slice(*subject)] if subject else "",
            subject_span=subject,
            categories=frozenset(self._items[item].category for item in group.item_refs) if group else frozenset(),
            lead=folded[max(line.start, start - _LEAD) : start],
            text=folded[start:end],
            after=folded[end : end + _LEAD],
            heading=folded[slice(*heading)] if heading else "",
            heads=heads,
            until=self._until(section, at, heads=heads),
            bracket=closing(folded, end) if folded.startswith("(", end) else end,
            mark=self._mark(line),
            note=self._is_note(at) and not (subject and line.start <= subject[0] < line.end),
            listed=line.kind in ("bullet", "row") or _ENTRY_END.fullmatch(folded, end, line.right) is not None,
            of_item=of_item,
            data=data,
        )

    def _mark(self, line: Line) -> str | None:
        """Return the kind of the mark that a line begins with: its number's, its bullet, a table's bar."""
        mark = _MARK.match(self._document.folded, line.body)
        if mark is not None:
            return mark.lastgroup
        return f"{self._document.folded[line.left]}{line.depth}" if line.kind in ("bullet", "row") else None

    def _data(self, start: int, floor: int) -> tuple[bool, str | None]:
        """Whether a kind of data stands right before `start`; and which, where its label says nothing else."""
        last = bisect_right(self._item_ends, start) - 1
        if last < 0 or self._item_ends[last] < floor:
            return False, None
        item_start, item_end = self._items[last].span
        if not _OF_ITEM.fullmatch(self._document.folded, item_end, start):
            return False, None
        alone = _ALONE.fullmatch(self._document.folded, min(floor, item_start), item_start)
        return True, self._items[last].category if alone else None

    def _is_note(self, at: int) -> bool:
        """Whether the line at `at` is a note: its mark begins it, or stands alone on the line before."""
        folded, lines = self._document.folded, self._document.lines
        above = lines[at - 1] if at else lines[at]
        mark = _NOTE_MARK.match(folded, lines[at].left) or _BARE_MARK.fullmatch(folded, above.left, above.right)
        return mark is not None

    def _until(self, section: int, at: int, *, heads: bool) -> int:
        """Return where the section under a heading ends, or the table or list under a line that introduces it."""
        if heads:
            end = self._below[section]
            return self._sections[end - 1].span[1]
        lines = self._document.lines
        if lines[at].kind != "text" or self._document.folded.endswith("。", lines[at].left, lines[at].right):
            return 0
        end = at + 1
        while end < len(lines) and lines[end].kind in ("row", "rule", "bullet", "blank"):
            end += 1
        return lines[end - 1].end

    @cached_property
    def _below(self) -> list[int]:
        """For each section the index of the next one of its level or above: what lies between is under it."""
        ends = [len(self._sections)] * len(self._sections)
        open_sections: list[int] = []
        for index, section in enumerate(self._sections):
            while open_sections and self._sections[open_sections[-1]].level >= section.level:
                ends[open_sections.pop()] = index
            open_sections.append(index)
        return ends
