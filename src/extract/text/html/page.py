"""A page as lxml reads it, in two lists: its elements, and its blocks of words.

Elements are numbered as they begin, so what stands in one is the range from its number to its
`end`. No tree is built and nothing recurs, so that nesting without end costs no more than its tags.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from lxml import etree

from extract.text.errors import ReadError
from extract.text.media import MOST_CHARACTERS

__all__ = ["Block", "Cell", "Element", "Page", "read_page"]

# What is never part of a text; struck-out words are withdrawn.
_UNREAD: Final = frozenset((
    "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed", "audio", "video",
    "canvas", "map", "select", "button", "textarea", "datalist", "rt", "rp", "del", "s", "strike", "title",
    "dialog",
))  # fmt: skip
# What begins and ends a line: weakly (the next line follows) or strongly (a blank line is between).
_LINES: Final = frozenset((
    "div", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "figcaption", "summary",
    "option", "legend", "center", "form", "fieldset",
))  # fmt: skip
_APART: Final = frozenset((
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "section", "article", "main",
    "header", "footer", "aside", "nav", "blockquote", "pre", "hr", "figure", "details", "address", "body",
))  # fmt: skip
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HIDDEN: Final = re.compile(r"(?i)\b(?:display\s*:\s*none|visibility\s*:\s*hidden)")
# A line break in the source between two Japanese letters is none of the text.
_WIDE: Final = "\u2e80-\u9fff\uf900-\ufaff\uff01-\uffee"
_BROKEN: Final = re.compile(f"(?<=[{_WIDE}])[ \\t\\r\\f]*+\\n[ \\t\\r\\f\\n]*+(?=[{_WIDE}])")
_BLANKS: Final = re.compile(r"[ \t\r\f\n]+")
_AROUND_BREAKS: Final = re.compile(r"[ \t]*+\n[ \t]*+")
_MANY_BREAKS: Final = re.compile(r"\n{3,}")
# A mark that an item has of its own: ・氏名, ※, (1), １．, ①, 2）. Not: 3月, 120名.
_OWN_MARK: Final = re.compile(r"[・●○◆◇■□▼▲※*①-⑳⑴-⒇-]|[(（]?[0-9０-９ア-ンa-z一二三四五六七八九十]{1,2}[)）.．、]")
# No table of releases is so broad; a span says how many columns or rows a cell takes.
_MOST_COLUMNS: Final = 64
# Tags of a page that nests without end: those within a line, and all others but such as cannot nest.
_INLINE_TAG: Final = re.compile(r"(?i)</?(?:a|abbr|b|big|em|font|i|ins|mark|small|span|strong|sub|sup|tt|u)\b[^<>]*+>")
_ANY_TAG: Final = re.compile(
    r"(?i)</?(?!(?:html|head|body|meta|link|h[1-6]|p|li|br|script|style|title|textarea|select|option)\b)[a-z][^<>]*+>"
)
# Elements within each other. Unknown end tags are looked for among all that are open, so it is bounded.
_DEEPEST: Final = 1000


class Cell(NamedTuple):
    """A place in a table: the number of its element, the row and the column."""

    table: int
    row: int
    column: int


class Block(NamedTuple):
    """Words that stand in one place: in the element with this number, under a mark (`## `, `- `), in a cell.

    `apart`: a blank line is before it.
    """

    element: int
    mark: str
    text: str
    apart: bool
    cell: Cell | None


class Element:
    """An element: its tag, and its id, classes and role; what is in it ends before the element numbered `end`.

    `own` are the letters outside links that stand in it and in no element within it, `letters` and
    `linked` all in it and those in links, `links` how many these are.
    """

    __slots__ = ("attributes", "end", "letters", "linked", "links", "own", "parent", "tag")

    def __init__(self, tag: str, parent: int, attributes: str) -> None:
        self.tag = tag
        self.parent = parent
        self.attributes = attributes
        self.end = 0
        self.own = self.letters = self.linked = self.links = 0


class Page(NamedTuple):
    """A page's elements and blocks in its order, and the letters that stand outside links."""

    elements: list[Element]
    blocks: list[Block]

    @property
    def words(self) -> int:
        """How many letters stand outside links."""
        return self.elements[0].letters - self.elements[0].linked


class _TooDeepError(Exception):
    """Elements are nested deeper than the parser can follow at a cost that is bounded."""


def read_page(source: str) -> Page:
    """Read a page. Raises ReadError where it unfolds to too much."""
    try:
        return _read(source)
    except _TooDeepError:
        # Then it is read as lines: its elements tell where an article is, and nothing of what it says.
        return _read(_ANY_TAG.sub("<br>", _INLINE_TAG.sub("", source)))


def _read(source: str) -> Page:
    reader = _Reader()
    parser = etree.HTMLParser(target=reader, encoding="utf-8", no_network=True, huge_tree=True)
    # lxml ends a text at a NUL.
    parser.feed(source.replace("\0", "").encode("utf-8", errors="replace"))
    try:
        parser.close()
    except etree.XMLSyntaxError:  # Nothing in it is an element.
        reader.close()
    return reader.page


class _Table:
    """Where the next cell of a table stands, given the cells above that reach down."""

    def __init__(self, element: int) -> None:
        self.element = element
        self.row = -1
        self.column = 0
        self._reaching: dict[int, int] = {}

    def begin_row(self) -> None:
        self.row += 1
        self.column = 0
        self._reaching = {column: rows - 1 for column, rows in self._reaching.items() if rows > 1}

    def begin_cell(self, columns: int, rows: int) -> Cell:
        while self.column in self._reaching:
            self.column += 1
        at = min(self.column, _MOST_COLUMNS)
        for column in range(at, min(at + columns, _MOST_COLUMNS)):
            if rows > 1:
                # One more, since it is counted down where the next row begins.
                self._reaching[column] = rows
        self.column = at + columns
        return Cell(self.element, max(self.row, 0), at)


class _Reader:
    """What lxml calls for each tag and each run of letters."""

    def __init__(self) -> None:
        self.page = Page([Element("", -1, "")], [])
        self._open = [0]
        self._unread = 0
        self._links = 0
        self._pre = 0
        self._buffer: list[str] = []
        self._last = ""
        self._apart = False
        self._mark = ""
        self._lists: list[int | None] = []
        self._tables: list[tuple[_Table, Cell | None]] = []
        self._cell: Cell | None = None
        self._size = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        elements = self.page.elements
        self._bound(tag)
        names = " ".join(attributes.get(key, "") for key in ("id", "class", "role")).lower() if attributes else ""
        elements.append(Element(tag, self._open[-1], names))
        self._open.append(len(elements) - 1)
        if len(self._open) > _DEEPEST:
            raise _TooDeepError
        if self._unread or tag in _UNREAD or "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")):
            self._unread += 1
        elif tag == "br":
            self._put("\n")
        elif tag == "a":
            self._links += 1
            elements[-1].links = 1
        elif tag == "pre":
            self._pre += 1
        elif tag in _HEADINGS:
            self._mark = "#" * int(tag[1]) + " "
        else:
            self._begin_part(tag, attributes)

    def _begin_part(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in ("ul", "ol"):
            self._lists.append(_number(attributes.get("start"), 1) if tag == "ol" else None)
        elif tag == "li":
            number = self._lists[-1] if self._lists else None
            if number is not None:
                number = _number(attributes.get("value"), number)
                self._lists[-1] = number + 1
            indent = "  " * min(len(self._lists) - 1, 8)
            self._mark = indent + ("- " if number is None else f"{number}. ")
        elif tag == "table":
            self._tables.append((_Table(self._open[-1]), self._cell))
            self._cell = None
        elif tag == "tr" and self._tables:
            self._tables[-1][0].begin_row()
        elif tag in ("td", "th") and self._tables:
            columns, rows = (_number(attributes.get(key), 1) for key in ("colspan", "rowspan"))
            self._cell = self._tables[-1][0].begin_cell(max(columns, 1), max(rows, 1))

    def end(self, tag: str) -> None:
        elements = self.page.elements
        self._bound(tag)
        element = elements[self._open[-1]]
        if element.tag != tag:
            return
        self._open.pop()
        element.end = len(elements)
        if self._unread:
            self._unread -= 1
        elif tag == "a":
            self._links -= 1
        elif tag == "pre":
            self._pre -= 1
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
            self._apart = not self._lists
        elif tag in ("td", "th"):
            self._cell = None
        elif tag == "table" and self._tables:
            self._cell = self._tables.pop()[1]
        if tag in _HEADINGS or tag == "li":
            self._mark = ""

    def data(self, data: str) -> None:
        if self._unread:
            return
        if not self._pre:
            data = _BLANKS.sub(" ", _BROKEN.sub("", data))
            if self._last in ("", " ", "\n"):
                data = data.removeprefix(" ")
        self._put(data)
        letters = len(data) - data.count(" ")
        element = self.page.elements[self._open[-1]]
        element.letters += letters
        if self._links:
            element.linked += letters
        else:
            element.own += letters

    def comment(self, text: str) -> None:
        pass

    def pi(self, target: str, data: str | None = None) -> None:
        pass

    def close(self) -> Page:
        self._flush()
        elements = self.page.elements
        for index in range(len(elements) - 1, -1, -1):
            element = elements[index]
            element.end = element.end or len(elements)
            if element.parent >= 0:
                parent = elements[element.parent]
                parent.letters += element.letters
                parent.linked += element.linked
                parent.links += element.links
        return self.page

    def _bound(self, tag: str) -> None:
        if tag in _LINES:
            self._flush()
        elif tag in _APART:
            self._flush()
            # Within a list, paragraphs and further lists follow each other closely.
            self._apart = self._apart or not self._lists

    def _put(self, text: str) -> None:
        if text:
            self._buffer.append(text)
            self._last = text[-1]

    def _flush(self) -> None:
        if not self._buffer:
            return
        text = "".join(self._buffer).strip(" \n\t\r")
        self._buffer.clear()
        self._last = ""
        if not text:
            return
        if not self._pre:
            text = _MANY_BREAKS.sub("\n\n", _AROUND_BREAKS.sub("\n", text))
        self._size += len(text)
        if self._size > MOST_CHARACTERS:
            raise ReadError(f"more than {MOST_CHARACTERS:,} characters of text")
        mark = self._mark
        if mark.startswith("#"):
            text = text.replace("\n", " ")
        elif _OWN_MARK.match(text):
            mark = mark[: len(mark) - len(mark.lstrip())]
        self.page.blocks.append(Block(self._open[-1], mark, text, self._apart, self._cell))
        self._mark = "" if not self._mark.startswith("#") else self._mark
        self._apart = False


def _number(text: str | None, otherwise: int) -> int:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else otherwise
