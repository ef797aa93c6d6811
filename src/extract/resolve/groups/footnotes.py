"""Footnotes: what a table or a sentence leaves to its notes.

A note defines a word by its items (氏名等*3 … *3 氏名、住所及び電話番号), or counts those of whom one item
leaked (口座情報※3 … ※3 5.2万口座が該当).
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from extract.mention import Count, Item
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["Footnotes"]

# *1, *³, ※2, (※3), (注1), 注)2; not the bare ※ or * that opens a remark.
_NUMBER: Final = r" ?(?P<number>[0-9]{1,2}|[¹²³⁰-⁹]{1,2})[)\]:.]?"
# By its sign each: where all matches begin with one letter, that letter is found at once.
_MARKS: Final = {
    "*": shape(rf"\*{_NUMBER}"),
    "※": shape(rf"※{_NUMBER}"),
    "†": shape(rf"†{_NUMBER}"),
    "注": shape(rf"注\)?{_NUMBER}"),
}
_NOTE: Final = shape(rf"[(\[]?(?:[*※†]|注\)?){_NUMBER}|[(]?注|※")
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_BLANKS: Final = shape(r" *")
# `氏名等には、次の項目が含まれます`: what a note defines though no mark may point to it.
_DEFINED: Final = shape(r"(?P<word>[^\s、。]{2,12}?)[にと]は")
# What may stand on a line before the mark of a note: a bullet, a table's bar.
_OPENING: Final = shape(r"[ \-|*(]*")
# A word runs on to its mark over so much: 氏名[等]*3, 口座[情報]※1.
_WORD_REACH: Final = 8
# A note runs on over so many lines at most.
_LINES: Final = 6
# A note that lists more than this defines no word; it bounds the work where a million words point to it.
_MOST_DEFINED: Final = 100


class _Mark(NamedTuple):
    """A note's mark at `start:end`, the bracket around it included, and its number."""

    start: int
    end: int
    number: str


class _Note(NamedTuple):
    """A note: where its words begin, its items and its counts by their indices."""

    start: int
    items: tuple[int, ...]
    counts: tuple[int, ...]


class Footnotes:
    """The items and counts that stand in notes, and where they are meant.

    `references` maps the offset of a mark (or of a defined word told again without its mark) to the item
    that is so defined, if any, and the items in its note; `figures` maps an item to the count in its
    note. `defining` and `counting` hold the items and counts that stand in such notes. All by index.
    """

    def __init__(self, document: Document, items: Sequence[Item], counts: Sequence[Count]) -> None:
        self.references: dict[int, tuple[int | None, tuple[int, ...]]] = {}
        self.figures: dict[int, int] = {}
        self.defining: set[int] = set()
        self.counting: set[int] = set()
        notes: dict[str, _Note] = {}
        pointing: list[_Mark] = []
        marked = -1
        for mark in _marks(document.folded) if items else ():
            index = document.line_index(mark.start)
            # Only the first mark of a line can open it.
            opens = index > marked and _OPENING.fullmatch(document.folded, document.lines[index].start, mark.start)
            marked = index
            if opens:
                notes.setdefault(mark.number, _note(document, items, counts, mark.end, index))
            else:
                pointing.append(mark)
        if notes:
            self._refer(document.folded, items, notes, pointing)

    def _refer(self, folded: str, items: Sequence[Item], notes: dict[str, _Note], pointing: list[_Mark]) -> None:
        words: dict[str, tuple[int, ...]] = {}
        pointed: set[str] = set()
        ends = {item.span[1]: index for index, item in enumerate(items)}
        for mark in pointing:
            note = notes.get(mark.number)
            if note is None:
                continue
            pointed.add(mark.number)
            reach = range(mark.start, max(-1, mark.start - _WORD_REACH), -1)
            item = next((ends[end] for end in reach if end in ends), None)
            if len(note.items) > _MOST_DEFINED:
                continue
            if note.items:
                self.defining.update(note.items)
                self.references[mark.start] = item, note.items
                word = "" if item is None else folded[items[item].span[0] : mark.start]
                # *3 氏名等には…: only a note that begins with the word defines it wherever it stands.
                if word and folded.startswith(word, note.start):
                    words.setdefault(word, note.items)
            elif item is not None and len(note.counts) == 1:
                self.figures[item] = note.counts[0]
                self.counting.update(note.counts)
        for number, note in notes.items():
            defines = number not in pointed and 0 < len(note.items) <= _MOST_DEFINED
            if defines and (opening := _DEFINED.match(folded, note.start)):
                words.setdefault(opening["word"], note.items)
        for index, (span, _, _) in enumerate(items):
            for word, defined in words.items():
                end = span[0] + len(word)
                # 氏名 in 氏名等 is not the word 氏名.
                if index not in self.defining and folded.startswith(word, span[0]) and not folded.startswith("等", end):
                    self.references.setdefault(end, (index, defined))
                    self.defining.update(defined)


def _marks(folded: str) -> list[_Mark]:
    found = [mark for sign, pattern in _MARKS.items() if sign in folded for mark in pattern.finditer(folded)]
    found.sort(key=lambda mark: mark.start())
    return [
        # The sign is rarer than the bracket: it is looked for, and the bracket then asked for.
        _Mark(
            mark.start() - (folded[mark.start() - 1 : mark.start()] in ("(", "[")),
            mark.end(),
            mark["number"].translate(_SUPERSCRIPTS),
        )
        for mark in found
    ]


def _note(document: Document, items: Sequence[Item], counts: Sequence[Count], low: int, index: int) -> _Note:
    """Read the note that opens on a line: to a blank, or over it to the list that it leads to."""
    own_items: tuple[int, ...] = ()
    own_counts: tuple[int, ...] = ()
    for line in document.lines[index : index + _LINES]:
        if line.kind in ("heading", "row") or (line.kind == "blank" and (own_items or own_counts)):
            break
        if line.start > low and _NOTE.match(document.folded, line.body):
            break
        start = max(low, line.start)
        own_items += _between(items, start, line.end)
        own_counts += _between(counts, start, line.end)
    return _Note(_BLANKS.match(document.folded, low).end(), own_items, own_counts)  # type: ignore[union-attr]


def _between(mentions: Sequence[Item] | Sequence[Count], low: int, high: int) -> tuple[int, ...]:
    return tuple(range(bisect_left(mentions, low, key=_start), bisect_left(mentions, high, key=_start)))


def _start(mention: Item | Count) -> int:
    return mention.span[0]
