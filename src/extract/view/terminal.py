"""One release on a terminal: its record at a glance, and its text with everything marked.

Tables and colours are rich's (extra `view`): it knows how wide Japanese is, what the terminal can
show and that NO_COLOR is set. Nothing of a release is read as its markup, and no control character
reaches the terminal: its picture does, one for one.
"""

import re
from collections.abc import Iterable, Iterator
from typing import IO, Final, NoReturn

from rich.console import Console, RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text

from extract.printable import UNPRINTABLE
from extract.record import Record
from extract.view.facts import Fact
from extract.view.figures import Figure, Kind
from extract.view.groups import Group
from extract.view.labels import label
from extract.view.marks import Mark, Piece
from extract.view.overview import read_overview
from extract.view.quotes import Quote
from extract.view.timeline import Moment

__all__ = ["write_text"]

# Columns where there is no terminal.
_WIDE: Final = 100
_KINDS: Final = {
    "date": "blue",
    "count": "bold magenta",
    "item": "green",
    "subject": "yellow",
    "heading": "bold cyan",
    "fact": "underline",
    "warning": "underline red",
}
# A dashed line is not to be had on a terminal: what is possible is slanted.
_STATUSES: Final = {"confirmed": "", "possible": "italic", "excluded": "strike", "unknown": "dim"}
_DELETE: Final = 0x7F


class _Console(Console):
    """Leaves it to the command what happens when nobody reads on."""

    def on_broken_pipe(self) -> NoReturn:
        raise  # It is called where the error is handled.


def write_text(record: Record, file: IO[str]) -> None:
    """Write a record and its text, in colour where `file` is a terminal. Raises OSError where that fails."""
    width = None if file.isatty() else _WIDE
    console = _Console(file=file, width=width, markup=False, highlight=False, emoji=False, soft_wrap=True)
    seen = read_overview(record)
    console.print(_text(seen.title, "bold"))
    console.print(_text(record.source.path or "standard input", "dim"))
    for doubt in seen.doubts:
        console.print()
        console.print(_text(f"! {doubt.code}: {doubt.message}", "red"), *_quotes(doubt.quotes))
    for heading, rows in (
        ("", _facts(seen.release)),
        ("The incident", _facts(seen.incident)),
        ("Whose data, how many, which items", _groups(seen.groups)),
        ("Timeline", _timeline(seen.timeline)),
        ("Every count", _figures(seen.figures)),
        ("Every item", _items(seen.items)),
    ):
        if rows.row_count:
            console.print()
            if heading:
                console.print(Text(heading.upper(), "dim"))
            console.print(rows, soft_wrap=False)
    console.print()
    if console.is_terminal:
        console.print(_legend())
        console.print()
    for line in _lines(seen.pieces):
        console.print(line)


def _visible(text: str) -> str:
    """Replace each control character by its picture, one for one; lines and tabs stay."""
    return UNPRINTABLE.sub(_picture, text)


def _picture(found: re.Match[str]) -> str:
    char = found[0]
    code = ord(char)
    if char in "\n\t":
        return char
    return chr(0x2400 + code) if code < 0x20 else "\N{SYMBOL FOR DELETE}" if code == _DELETE else "\ufffd"


def _text(words: str, style: str = "") -> Text:
    return Text(_visible(words), style)


def _quotes(quotes: Iterable[Quote]) -> list[Text]:
    return [_text(f"「{quote.words}」", "dim") for quote in quotes]


def _joined(parts: Iterable[Text], between: str = " ") -> Text:
    return Text(between).join(parts)


def _rows(*headings: str) -> Table:
    table = Table(box=None, show_header=bool(headings), header_style="dim", padding=(0, 2, 0, 0), pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold", justify="right" if heading == "How many" else "left")
    return table


def _status(code: str) -> Text:
    return Text(label(code, "Status"), _STATUSES[code])


def _facts(facts: Iterable[Fact]) -> Table:
    table = _rows()
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for fact in facts:
        for index, value in enumerate(fact.values):
            parts = [_text(value.text, "bold")]
            if value.status:
                parts.append(_status(value.status))
            if value.note:
                parts.append(Text(f"({value.note})"))
            parts += _quotes(quote for quote in value.quotes if quote.words != value.text)
            table.add_row("" if index else fact.label, _joined(parts))
    return table


def _groups(groups: Iterable[Group]) -> Table:
    table = _rows("Whose", "How many", "How sure", "Items")
    for group in groups:
        whose = _text(group.subject.words, _KINDS["subject"]) if group.subject else Text("not named", "dim")
        if group.kind:
            whose = _joined([whose, Text(group.kind, "dim")])
        many: RenderableType = Text("not told", "dim")
        if group.figure:
            many = _text(f"{group.amount} {group.unit}" if group.amount else group.figure.words, _KINDS["count"])
        items = Text(", ".join(name for name, _ in group.items), f"{_KINDS['item']} {_STATUSES[group.status]}")
        table.add_row(whose, many, _status(group.status), items)
    return table


def _timeline(timeline: Iterable[Moment]) -> Table:
    table = _rows("Day", "What", "In the text")
    for moment in timeline:
        table.add_row(Text(moment.when, _KINDS["date"]), moment.label, _joined(_quotes(moment.quotes)))
    return table


def _figures(figures: Iterable[Figure]) -> Table:
    table = _rows("In the text", "How many", "Of what", "How sure")
    for figure in figures:
        of_what = f"{figure.unit}, {figure.role}{', total' if figure.total else ''}"
        words = _text(figure.quote.words, _KINDS["count"])
        table.add_row(words, figure.amount or "vague", of_what, _status(figure.status))
    return table


def _items(items: Iterable[Kind]) -> Table:
    table = _rows()
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for kind in items:
        mentions = [_mention(*mention) for mention in kind.mentions]
        table.add_row(kind.label, _joined(mentions, ", "))
    return table


def _mention(status: str, quote: Quote) -> Text:
    words = _text(quote.words, f"{_KINDS['item']} {_STATUSES[status]}")
    return words if status == "confirmed" else _joined([words, Text(f"({label(status, 'Status')})", "dim")])


def _legend() -> Text:
    kinds = [Text(label(kind, "Mark"), style) for kind, style in _KINDS.items()]
    sure = [_status(code) for code in ("confirmed", "possible", "excluded")]
    return _joined([*kinds, Text("|", "dim"), *sure], "  ")


def _lines(pieces: Iterable[Piece]) -> Iterator[Text]:
    """Yield the text line by line; the styles of marks on each other add up."""
    line = Text()
    for piece in pieces:
        style = _style(piece.marks)
        *whole, last = piece.text.split("\n")
        for words in whole:
            line.append(_visible(words.removesuffix("\r")), style)
            yield line
            line = Text()
        line.append(_visible(last), style)
    if line:
        yield line


def _style(marks: Iterable[Mark]) -> Style:
    styles = [style for mark in marks for style in (_KINDS[mark.kind], _STATUSES[mark.status or "confirmed"])]
    return Style.parse(" ".join(styles))
