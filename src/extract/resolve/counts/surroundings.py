"""The words around a quantity, and cues to look for in them."""

import re
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from extract import lexicon
from extract.mention import Section, Span
from extract.text.document import Document
from extract.text.folding import fold
from extract.text.shape import shape

__all__ = ["Cue", "Surroundings", "any_of", "cue", "either", "surroundings"]

Place = Literal["before", "after", "clause", "label"]

# How far a sentence is read to both sides of a number, and a label back from it.
_REACH: Final = 90
_LABEL_REACH: Final = 30
# What stands at the end of the words before a quantity is no longer than this.
_LAST_REACH: Final = 60
# What is said of a quantity: to the end of its clause, where a bracket ends one too. The first 、
# does not: 職員1名のアカウントが、第三者に不正に利用され. Of 300名のうち, what follows tells of a part.
_CLAUSE: Final = shape(r"(?! ?の?うち)[^。()\n、]*+(?:、(?!うち|このうち)[^。()\n、]*+)?+")


class Surroundings(NamedTuple):
    """The folded words around a quantity, within its sentence (in a table its cell)."""

    before: str
    after: str
    #: What is said of the quantity right behind it, up to the next one.
    clause: str
    #: The last words before it; where it begins its line or cell, the heading above or the column's head.
    label: str


def surroundings(document: Document, section: Section, span: Span, following: int) -> Surroundings:
    """Return the words around the quantity at `span`; the next one begins at `following`."""
    folded, (start, end) = document.folded, span
    sentence, line = document.sentence_at(start), document.line_at(start)
    before = folded[max(sentence.start, start - _REACH) : start]
    after = folded[end : min(max(sentence.end, end), end + _REACH)]
    above = ""
    if line.kind == "row":
        before, after = before.rpartition("|")[2], after.partition("|")[0]
        above = document.tables.head(document.line_index(start), start)
    elif section.heading_span and not section.heading_span[0] <= start < section.heading_span[1]:
        above = folded[slice(*section.heading_span)]
    if after.startswith(")"):
        # In a bracket the number says how many its noun is: the noun's predicate is the number's too.
        after, end = after[1:], end + 1
    clause = _CLAUSE.match(after, 0, max(0, following - end))
    label = before[-_LABEL_REACH:] if before.strip() else above
    return Surroundings(before, after, clause[0] if clause else "", label)


class Cue(NamedTuple):
    """A pattern at one place around a quantity."""

    place: Place
    pattern: re.Pattern[str]
    #: Whether all that the pattern matches stands at the beginning of the words, or at their end.
    first: bool
    last: bool

    def said(self, around: Surroundings) -> bool:
        """Whether the words around a quantity give the cue."""
        text: str = getattr(around, self.place)
        if self.first:
            return self.pattern.match(text) is not None
        low = len(text) - _LAST_REACH if self.last else 0
        return self.pattern.search(text, max(0, low)) is not None


def cue(place: Place, pattern: str) -> Cue:
    """Return a cue; `<holder|address>` in its pattern stands for any word of these lists of the lexicon `impact`.

    A pattern that begins with `^` does so in all its alternatives, and one that ends with `$` likewise.
    """
    words = re.sub("<([a-z_|]+)>", lambda match: _any_word(match[1]), pattern)
    return Cue(place, shape(words), pattern.startswith("^"), pattern.endswith("$"))


def either(*cues: Cue) -> tuple[Cue, ...]:
    """Return cues of which one is given where one of these is: those of one place are one."""
    together: dict[tuple[Place, bool, bool], list[str]] = {}
    for each in cues:
        together.setdefault((each.place, each.first, each.last), []).append(each.pattern.pattern)
    return tuple(Cue(place, shape("|".join(patterns)), *ends) for (place, *ends), patterns in together.items())


def any_of(cues: Sequence[Cue], around: Surroundings) -> bool:
    """Whether the words around a quantity give any of the cues."""
    for each in cues:  # noqa: SIM110 (asked thirty times a quantity: a generator costs more than what it asks)
        if each.said(around):
            return True
    return False


def _any_word(codes: str) -> str:
    table = lexicon.entries("impact")
    words = (fold(word) for code in codes.split("|") for word in table[code]["words"])
    return f"(?:{'|'.join(re.escape(word) for word in words)})"
