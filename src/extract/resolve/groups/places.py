"""Where counts and items stand, and what they say: what the pairing of groups asks of a part."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from extract.mention import Count, Item, Section, Span
from extract.resolve.groups.outline import Outline
from extract.resolve.groups.parts import Part
from extract.resolve.groups.subjects import Subjects
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["Places"]

# Sections that name data without saying whose leaked.
_BESIDE_THE_STORY: Final = ("cause", "prevention", "request", "recovery", "business_impact", "contact", "apology")
# So many groups are asked whose they are; it bounds the work on a list of a million ones.
_COMPARED: Final = 8
# How far before its items their owner stands in a sentence.
_OWNER_REACH: Final = 40
# A whole is divided into so many parts at least.
_FEWEST_PARTS: Final = 2
# 表示された可能性のある項目:会社名、…
_LABEL_OF_DATA: Final = shape(
    r"[^、。:\n]{0,20}(?:漏(?:え?い|[洩出れ])|流[出失]|閲覧|表示|対象)[^、。:\n]{0,20}(?:項目|情報|データ|内容)(?:等|など)?[】\]]?:"
)
_ASIDE: Final = shape(r"※|\(?注|\*[0-9]")
_NOBODYS: Final = frozenset({"business_info", "source_code"})
_MEANS: Final = frozenset({"user_id", "password", "credential"})


class Places:
    """The places and contents of the parts of one document."""

    def __init__(
        self,
        document: Document,
        sections: Sequence[Section],
        counts: Sequence[Count],
        items: Sequence[Item],
        outline: Outline,
        subjects: Subjects,
    ) -> None:
        self._document = document
        self._sections = sections
        self._section_starts = [section.span[0] for section in sections]
        self._counts = counts
        self._items = items
        self._outline = outline
        self._subjects = subjects

    def row_of(self, part: Part) -> int | None:
        """Return the line of a group that stands in a table: its rows never repeat each other."""
        line = self._document.line_at(part.start)
        return line.start if line.kind == "row" else None

    def place_of(self, part: Part) -> int:
        """Return the table, list or run of headings that a part is one of.

        What stands in none has a place of its own, below zero.
        """
        nodes = self._outline.nodes
        node = nodes[self._outline.node_at(part.start)]
        while node.kind == "row" and node.parent is not None and nodes[node.parent].kind == "row":
            node = nodes[node.parent]
        listed = node.kind in ("row", "section") or self._document.line_at(part.start).kind == "bullet"
        return node.parent if listed and node.parent is not None else -1 - part.start

    def beside(self, run: Part, group: Part) -> bool:
        """Whether items stand in one list with a group that one line of it tells whole: its count and its items."""
        if group.count_ref is None or not group.items:
            return False
        line = self._document.line_index(self._counts[group.count_ref].span[0])
        return self.in_one_list(run, group) and line == self._document.line_index(self._items[group.items[0]].span[0])

    def in_one_list(self, one: Part, other: Part) -> bool:
        """Whether two parts stand in the same list."""
        listed = self._outline.list_at(one.start)
        return listed is not None and listed == self._outline.list_at(other.start)

    def redivided(self, counts: Sequence[int]) -> set[int]:
        """Return the counts of a division that repeats another one: by prefecture, by what leaked.

        Lists whose figures have the same sum divide the same whole; that one is kept which names the items.
        """
        if len(counts) < 2 * _FEWEST_PARTS:
            return set()
        divisions: dict[int, list[int]] = {}
        for count in counts:
            if not self._counts[count].total:
                divisions.setdefault(self._parent_at(self._counts[count].span[0]), []).append(count)
        of_sum: dict[int, list[int]] = {}
        for place, members in divisions.items():
            # One figure told twice divides nothing.
            if len({self._counts[count].value for count in members}) >= _FEWEST_PARTS:
                of_sum.setdefault(sum(self._counts[count].value or 0 for count in members), []).append(place)
        if all(len(places) < 2 for places in of_sum.values()):
            return set()
        telling = {self._parent_at(item.span[0]) for item in self._items}
        repeated: set[int] = set()
        for places in of_sum.values():
            if any(place in telling for place in places):
                repeated.update(count for place in places if place not in telling for count in divisions[place])
        return repeated

    def _parent_at(self, offset: int) -> int:
        """Return the node that the line at an offset stands under, which lists it beside others."""
        parent = self._outline.nodes[self._outline.node_at(offset)].parent
        return -1 if parent is None else parent

    def section_of(self, part: Part) -> int:
        """Return the index of the section that a part stands in."""
        return bisect_right(self._section_starts, part.start) - 1

    def apart(self, one: Part, other: Part) -> bool:
        """Whether two parts stand in sections of which one may tell the other again, and not in siblings."""
        first, second = self.section_of(one), self.section_of(other)
        if first == second:
            return False
        parents = self._sections[first].parent, self._sections[second].parent
        while parents[0] != parents[1] and None not in parents:
            first, second = parents[0] or 0, parents[1] or 0
            parents = self._sections[first].parent, self._sections[second].parent
        listed = all("affected_data" in self._sections[section].kinds for section in (first, second))
        return parents[0] != parents[1] or not listed

    def counted_apart(self, one: Part, other: Part) -> bool:
        """Whether two counts of one figure count two groups: on lines of one list, in lists side by side, of two kinds.

        児童83名、教職員38名 below 小学校 and 生徒38名、教職員21名 below 中学校; 職員3,000件と取引先3,000件.
        Elsewhere it is told again.
        """
        if one.count_ref is None or other.count_ref is None:
            return False
        first, second = (Part(self._counts[count].span[0], count, ()) for count in (one.count_ref, other.count_ref))
        if self._document.line_index(first.start) == self._document.line_index(second.start):
            kinds = {self._subjects.of(part.count_ref, ())[1] for part in (first, second)}
            return len(kinds - {None, "other"}) > 1
        return 0 < self._lists_around(first) == self._lists_around(second)

    def _lists_around(self, part: Part) -> int:
        """Return what lists side by side have in common: those under lines of one list, or in parts of one section."""
        place = self.place_of(part)
        if place <= 0:
            return place
        node = self._outline.nodes[place]
        side_by_side = node.kind == "line" or (node.kind == "section" and self.in_data_section(part))
        return node.parent if side_by_side and node.parent else place

    def unit_of(self, part: Part) -> Span:
        """Return the words that a part stands under: those before it on its bullet, else its section's heading."""
        line = self._document.line_at(part.start)
        if line.kind == "bullet":
            return line.body, part.start
        return self._sections[self.section_of(part)].heading_span or (part.start, part.start)

    def of_others(self, run: Part, groups: Iterable[Part]) -> bool:
        """Whether items are those of people of another kind than those of any group."""
        if self.listed(run):
            kind = self._subjects.kind_of_run(run.items[0])
        else:
            # In a sentence only those count to whom the items are said to belong: 従業員の社員番号.
            sentence = self._document.sentence_at(run.start)
            kind = self._subjects.kind_before(max(sentence.start, run.start - _OWNER_REACH), run.start)
            kind = kind or self._subjects.kind_of_topic(sentence.start, run.start)
        if kind is None:
            return False
        kinds = {self._subjects.of(group.count_ref, group.items)[1] for group in islice(groups, _COMPARED)}
        return kind not in kinds and None not in kinds

    def is_aside(self, part: Part) -> bool:
        """Whether a part stands in a remark to what was said before: ※登録されている方のみ."""
        line = self._document.line_at(part.start)
        return _ASIDE.match(self._document.folded, line.left) is not None

    def heading_of(self, part: Part) -> Span:
        """Return the heading's span of the section that a part stands in; an empty one where it has none."""
        return self._sections[self.section_of(part)].heading_span or (part.start, part.start)

    def heading_around(self, part: Part) -> list[str]:
        """Return the words of the heading that a part stands in, as the labels of what stands under it; else none."""
        heading = self._sections[self.section_of(part)].heading_span
        if heading is None or not heading[0] <= part.start < heading[1]:
            return []
        return [self._document.folded[slice(*heading)]]

    def categories(self, part: Part) -> set[str]:
        """Return the categories of a part's items."""
        return {self._items[index].category for index in part.items}

    def has_card_parts(self, part: Part) -> bool:
        """Whether a part names the number, the holder or another part of cards."""
        return any(category.startswith("card_") for category in self.categories(part))

    def is_nobodys(self, part: Part) -> bool:
        """Whether all of a part's items are data of a business, and no person's."""
        return bool(part.items) and self.categories(part) <= _NOBODYS

    def figure(self, part: Part) -> tuple[int | None, str]:
        """Return what makes two counts the same figure: the value, for vague ones the words."""
        if part.count_ref is None:
            return None, ""
        count = self._counts[part.count_ref]
        return count.value, "" if count.value is not None else count.unit

    def is_total(self, part: Part) -> bool:
        """Whether a part's count sums others up."""
        return part.count_ref is not None and self._counts[part.count_ref].total

    def sum(self, parts: list[Part]) -> int:
        """Return the sum of the counts; a vague one adds nothing."""
        return sum(self._counts[part.count_ref].value or 0 for part in parts if part.count_ref is not None)

    def in_data_section(self, part: Part) -> bool:
        """Whether a part stands in a section that says what leaked, or behind a label that does."""
        section = self._sections[self.section_of(part)]
        if "affected_data" in section.kinds:
            return True
        line = self._document.line_at(part.start)
        return _LABEL_OF_DATA.match(self._document.folded, line.body, part.start) is not None

    def beside_the_story(self, part: Part) -> bool:
        """Whether items stand where causes and lessons are told, or are sign-in data told of in passing: a means.

        What a list names is not told of in passing, what a heading does is.
        """
        kinds = self._sections[self.section_of(part)].kinds
        if kinds and kinds[0] in _BESIDE_THE_STORY and "affected_data" not in kinds:
            return True
        means = self.categories(part) <= _MEANS and bool(kinds) and not self.in_data_section(part)
        listed = self.listed(part) and not self.heading_around(part)
        return means and not listed and self._subjects.kind_of_run(part.items[0]) is None

    def listed(self, part: Part) -> bool:
        """Whether a count stands in a row, a bullet or a line that is no sentence."""
        line = self._document.line_at(part.start)
        return line.kind in ("row", "bullet") or self._document.folded[line.right - 1] != "。"
