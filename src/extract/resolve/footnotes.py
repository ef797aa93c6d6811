"""Footnotes: words of a table or sentence that are defined elsewhere (氏名等*3 … *3 氏名、住所及び電話番号)."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from extract.mention import Item
from extract.text.document import Document

__all__ = ["Footnotes"]

# *1, *³, ※2, (※3), (注1), 注)2, [4]; not the bare ※ or * that opens a remark.
_MARK: Final = re.compile(r"[(\[]?(?:(?:[*※†]|注[)]?) ?(?P<number>[0-9]{1,2}|[¹²³⁰-⁹]{1,2}))[)\]:.]?")
_NOTE: Final = re.compile(rf"{_MARK.pattern.replace('number', 'next')}|[(]?注|※")
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_BLANKS: Final = re.compile(r" *")
# A word runs on to its mark over so much: 氏名[等]*3, 口座[情報]※1.
_WORD_REACH: Final = 8
# A note runs on over so many lines at most.
_LINES: Final = 6


class Footnotes:
    """The items that notes define, and where they are meant.

    `references` maps the offset of a mark (or of a defined word told again without its mark) to the item
    that is so defined, if any, and the items in its note; `defining` holds all items that stand in such
    notes. Items are given by their indices.
    """

    def __init__(self, document: Document, items: Sequence[Item]) -> None:
        self.references: dict[int, tuple[int | None, tuple[int, ...]]] = {}
        self.defining: set[int] = set()
        folded = document.folded
        marks = list(_MARK.finditer(folded))
        if not marks or not items:
            return
        notes: dict[str, tuple[int, ...]] = {}
        note_start: dict[str, int] = {}
        opening: set[int] = set()
        for mark in marks:
            index = document.line_index(mark.start())
            line = document.lines[index]
            if not folded[line.start : mark.start()].strip(" -|*("):
                opening.add(mark.start())
                number = mark["number"].translate(_SUPERSCRIPTS)
                note_start.setdefault(number, _BLANKS.match(folded, mark.end()).end())  # type: ignore[union-attr]
                notes.setdefault(number, _items_of_note(document, items, mark.end(), index))
        words: dict[str, tuple[int, ...]] = {}
        ends = {item.span[1]: index for index, item in enumerate(items)}
        for mark in marks:
            defined = notes.get(mark["number"].translate(_SUPERSCRIPTS), ())
            if mark.start() in opening or not defined:
                continue
            self.defining.update(defined)
            reach = range(mark.start(), max(-1, mark.start() - _WORD_REACH), -1)
            item = next((ends[end] for end in reach if end in ends), None)
            self.references[mark.start()] = item, defined
            if item is not None:
                word = folded[items[item].span[0] : mark.start()]
                # *3 氏名等には…: only a note that begins with the word defines it wherever it stands.
                if folded.startswith(word, note_start[mark["number"].translate(_SUPERSCRIPTS)]):
                    words.setdefault(word, defined)
        for index, (span, _, _) in enumerate(items):
            if index in self.defining:
                continue
            for word, defined in words.items():
                if folded.startswith(word, span[0]) and not _goes_on(folded, span[0] + len(word)):
                    self.references.setdefault(span[0] + len(word), (index, defined))


def _items_of_note(document: Document, items: Sequence[Item], low: int, index: int) -> tuple[int, ...]:
    """Return the items of the note that opens on a line: to a blank, or over it to the list that it leads to."""
    found: tuple[int, ...] = ()
    for line in document.lines[index : index + _LINES]:
        if line.kind in ("heading", "row") or (line.kind == "blank" and found):
            break
        if line.start > low and _NOTE.match(document.folded, line.body):
            break
        start = max(low, line.start)
        found += tuple(range(bisect_left(items, start, key=_start), bisect_left(items, line.end, key=_start)))
    return found


def _start(item: Item) -> int:
    return item.span[0]


def _goes_on(folded: str, at: int) -> bool:
    """Whether a word goes on: 氏名 in 氏名等 is not the word 氏名."""
    return folded.startswith("等", at)
