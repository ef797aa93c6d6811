"""The outline: which lines stand under which, inside the sections.

A release orders what it says by headings, by marks and indentation, by leads (以下のとおりです) and by
tables. The outline makes one tree of all of them, so that what belongs together can be found as
what stands nearest together: a row, a bullet with the lines under it, a lead with its list, a
section, the sections of one heading.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, partial
from typing import Final, Literal, NamedTuple

from extract.mention import Section
from extract.text.document import Document, Line
from extract.text.shape import shape

__all__ = ["Node", "NodeKind", "Outline"]

NodeKind = Literal["section", "line", "table", "row"]


class Node(NamedTuple):
    """A place in the outline: its kind, where it starts, and the node that it stands under."""

    kind: NodeKind
    start: int
    parent: int | None
    section: int


# Makes a node of a tuple, in half of what calling its class takes.
_node: Final = partial(tuple.__new__, Node)
# The mark that opens a line: 1. (1) 1) ① ア. a) ■ ◆ 【 ・ ※ Each family nests by first appearance.
_MARK: Final = shape(
    # The first letters of all that follows: one look where no mark is.
    r"(?=[(0-9①-⒇❶-❿➀-➉ア-ンa-zⅠ-Ⅻⅰ-ⅻ【<≪《〈])"
    r"(?:(?P<round>\((?:[0-9]{1,3}|[ア-ンa-z一-十])\))|(?P<half>[0-9]{1,3}\))|(?P<dotted>[0-9]{1,3}[.、](?![0-9]))"
    r"|(?P<circled>[①-⒇❶-❿➀-➉])(?!から|~|及|と|、|・)|(?P<kana>[ア-ン][.)、 ])|(?P<latin>[a-z][.)])|(?P<roman>[Ⅰ-Ⅻⅰ-ⅻ])"
    r"|(?P<corner>【)|(?P<angle>[<≪《〈]))"
)
# An aside speaks of the section as a whole, not of the bullet that it follows.
_ASIDE: Final = shape(r"※|なお|また[、,]|上記|以上|ただし|\*")
# 上記[2つの]期間に該当する5,754件: of all sections of that level, not of the last one.
_ABOVE: Final = shape(r"[ ※(]*(?:上記|以上)の?(?:[2-9二三四五六七]つ|いずれ|すべて|全て|両)")
# ・氏名 ・住所 [件数:98件]: counts all that a list names, not what its last bullet does.
_COUNTED: Final = shape(r"(?:対象|該当|漏(?:え?い|[洩出れ])|流[出失])?(?:[件人]数|者数|者|となる方)[^:\n]{0,12}[: ]")
# ①会員98名 ②職員12名 [項目:氏名、住所]: lists what all of them lost, not what the last one did.
_LISTED: Final = shape(
    r"(?:対象|該当|漏(?:え?い|[洩出れ])|流[出失]|含まれる)?(?:した|の)?"
    r"(?:個人)?(?:情報|データ)?の?(?:項目|内容|種類)? ?:"
)
# Nesting beyond this is no order that a reader could follow; the bound keeps the work linear.
_DEPTH: Final = 12


class Outline:
    """The tree of sections, lines, tables and rows of a document; `nodes[0]` is the release itself.

    Lines are laid out only in the sections that hold one of the `mentions` (offsets in order).
    """

    def __init__(self, document: Document, sections: Sequence[Section], mentions: Sequence[int]) -> None:
        self._document = document
        self._sections = sections
        self._mentions = mentions
        self._nodes: list[Node] = []
        self._first_under: dict[int, int] = {}  # by a section's node, that of the first section under it

    @cached_property
    def nodes(self) -> list[Node]:
        """The nodes in the order of the text, parents first."""
        self._nodes.append(Node("section", -1, None, -1))
        self._build(self._sections, self._mentions)
        return self._nodes

    @cached_property
    def _starts(self) -> list[int]:
        return [node.start for node in self.nodes]

    def node_at(self, offset: int) -> int:
        """Return the index of the innermost node whose line holds `offset`."""
        return bisect_right(self._starts, offset) - 1

    def list_at(self, offset: int) -> int | None:
        """Return the node that lists the line at an offset beside others with their own marks; None for plain text."""
        if self._family(self._document.line_at(offset)) is None:
            return None
        return self.nodes[self.node_at(offset)].parent

    def _build(self, sections: Sequence[Section], mentions: Sequence[int]) -> None:
        lines = self._document.lines
        node_of_section: list[int] = []
        for index, section in enumerate(sections):
            parent = 0 if section.parent is None else node_of_section[section.parent]
            node_of_section.append(self._add("section", section.span[0], parent, index))
            self._first_under.setdefault(parent, node_of_section[-1])
            if bisect_left(mentions, section.span[0]) == bisect_left(mentions, section.span[1]):
                continue
            first = self._document.line_index(section.span[0])
            last = self._document.line_index(max(section.span[0], section.span[1] - 1))
            if section.heading_span is not None:
                first = self._document.line_index(section.heading_span[1] - 1)
                tail = section.heading_span[1]
                # 【対象件数】474件: what follows the heading on its line is its first content.
                if self._document.folded[tail : lines[first].right].strip(" :)]】>》≫|"):
                    self._add("line", tail, node_of_section[-1], index)
                first += 1
            self._build_lines(lines[first : last + 1], node_of_section[-1], index)

    def _build_lines(self, lines: Sequence[Line], section_node: int, section: int) -> None:
        open_marks: dict[str, int] = {}  # family → node, outermost first
        top = text_node = section_node
        table: int | None = None
        row: int | None = None
        after_blank = True
        names_data = False  # the last bullet begins with what it names
        last, entries = "", 0  # the family of the last mark, and how many lines with it stand right above
        for line in lines:
            kind = line.kind
            if kind == "blank":
                after_blank, table, row = True, None, None
                continue
            if kind == "rule":
                continue
            if kind == "row":
                if table is None:
                    table = self._add("table", line.start, top, section)
                # |会員|氏名| and below it | |住所|: a row whose first cell is blank goes on with the one above.
                goes_on = row is not None and self._document.folded[line.body] == "|"
                added = self._add("row", line.start, row if goes_on and row is not None else table, section)
                row = row if goes_on else added
            else:
                table = row = None
                family = self._family(line)
                if family is not None:
                    last, entries = family, entries + 1 if family == last else 1
                    self._close(open_marks, family)
                    parent = next(reversed(open_marks.values())) if open_marks else text_node
                    top = open_marks[family] = self._add("line", line.start, parent, section)
                    names_data = line.kind == "bullet" and self._is_mention(line.body)
                elif open_marks and not self._leaves(line, after_blank):
                    of_all = _COUNTED if names_data else _LISTED if entries > 1 else None
                    if of_all is not None and of_all.match(self._document.folded, line.left, line.right):
                        open_marks.popitem()
                        top, names_data = next(reversed(open_marks.values()), text_node), False
                    self._add("line", line.start, top, section)
                    entries = 0
                else:
                    interrupts = bool(open_marks) and self._is_note(line)
                    open_marks.clear()
                    entries = 0
                    top = self._add("line", line.start, self._spoken_of(line, section_node), section)
                    # The list goes on behind a note as what it was before.
                    text_node = text_node if interrupts else top
            after_blank = False

    def _close(self, open_marks: dict[str, int], family: str) -> None:
        """Close the marks that a line with a mark of some family ends: those from that family on, and the deepest."""
        if family in open_marks:
            while open_marks.popitem()[0] != family:
                pass
        elif len(open_marks) >= _DEPTH:
            open_marks.popitem()

    def _is_mention(self, offset: int) -> bool:
        """Whether a mention starts at an offset."""
        at = bisect_left(self._mentions, offset)
        return at < len(self._mentions) and self._mentions[at] == offset

    def _spoken_of(self, line: Line, section_node: int) -> int:
        """Return the node of which a plain line speaks: its section, or for 上記の2つ the one around those above."""
        around = self._nodes[section_node].parent
        above = around and _ABOVE.match(self._document.folded, line.left, line.right)
        return around if around and above and self._first_under[around] < section_node else section_node

    def _family(self, line: Line) -> str | None:
        """Return the family of the mark that opens a line, with its indentation; None for plain text."""
        if line.kind == "bullet":
            return f"{self._document.folded[line.left]}{line.depth}"
        mark = _MARK.match(self._document.folded, line.left, line.right)
        return None if mark is None else f"{mark.lastgroup}{line.depth}"

    def _is_note(self, line: Line) -> bool:
        """Whether a plain line is a sentence (※カード番号は保有しておりません。) beside the text."""
        return self._document.folded[line.left] in "※*" and self._document.folded[line.right - 1] == "。"

    def _leaves(self, line: Line, after_blank: bool) -> bool:
        """Whether a plain line ends the list before it: an aside, or after a blank a sentence of its own."""
        folded = self._document.folded
        if _ASIDE.match(folded, line.left, line.right):
            return True
        return after_blank and folded[line.right - 1] in "。:"

    def _add(self, kind: NodeKind, start: int, parent: int, section: int) -> int:
        self._nodes.append(_node((kind, start, parent, section)))
        return len(self._nodes) - 1
