"""Where counts and items stand, and what they say: what the pairing of groups asks of a part."""

from collections.abc import Sequence
from typing import Final

from extract.mention import Count, Item, Section
from extract.resolve.groups.outline import Outline
from extract.resolve.groups.pairing import Part
from extract.text.document import Document

__all__ = ["Places"]

# Sections that name data without saying whose leaked.
_BESIDE_THE_STORY: Final = ("cause", "prevention", "request", "recovery", "business_impact", "contact", "apology")
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
    ) -> None:
        self._document = document
        self._sections = sections
        self._counts = counts
        self._items = items
        self._outline = outline

    def row_of(self, part: Part) -> int | None:
        """Return the line of a group that stands in a table: its rows never repeat each other."""
        line = self._document.line_at(part.start)
        return line.start if line.kind == "row" else None

    def place_of(self, part: Part) -> int:
        """Return the table or list that a part is a row of; what stands in none has a place of its own, below zero."""
        node = self._outline.nodes[self._outline.node_at(part.start)]
        listed = node.kind == "row" or self._document.line_at(part.start).kind == "bullet"
        return node.parent if listed and node.parent is not None else -1 - part.start

    def section_of(self, part: Part) -> int:
        """Return the index of the section that a part stands in."""
        return self._outline.nodes[self._outline.node_at(part.start)].section

    def categories(self, part: Part) -> set[str]:
        """Return the categories of a part's items."""
        return {self._items[index].category for index in part.items}

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
        """Whether a part stands in a section that says what leaked."""
        section = self._sections[self.section_of(part)]
        return "affected_data" in section.kinds

    def beside_the_story(self, part: Part) -> bool:
        """Whether items stand where causes and lessons are told, or are sign-in data told of in passing: a means."""
        kinds = self._sections[self.section_of(part)].kinds
        if kinds and kinds[0] in _BESIDE_THE_STORY and "affected_data" not in kinds:
            return True
        return self.categories(part) <= _MEANS and bool(kinds) and not self.in_data_section(part)

    def listed(self, part: Part) -> bool:
        """Whether a count stands in a row, a bullet or a line that is no sentence."""
        line = self._document.line_at(part.start)
        return line.kind in ("row", "bullet") or self._document.folded[line.right - 1] != "。"
