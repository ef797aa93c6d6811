"""Morphology, lazily: the words of a clause with their lemmas and parts of speech, by MeCab and UniDic.

For the clause in question only, never for a whole text: tokenising costs more than everything else.
"""

from contextvars import ContextVar
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fugashi import Tagger

__all__ = ["Token", "tokenize"]


class Token(NamedTuple):
    """A word at `start:end` of the text it was found in; `lemma` and `pos` as in UniDic (ない, 助動詞)."""

    start: int
    end: int
    lemma: str
    pos: str


# A tagger shared between threads gives wrong features silently; every thread has a context of its own.
_TAGGER: ContextVar["Tagger"] = ContextVar("tagger")
_POS, _LEMMA = 0, 7


def tokenize(text: str) -> list[Token]:
    """Return the words of a text in order.

    Offsets are code points of `text`. MeCab stops at a NUL, which is read as a blank; it gives no
    offsets, so they are rebuilt from what stands before each word and its surface.

    >>> [(token.lemma, token.pos) for token in tokenize("載せておりません")][-1]
    ('ず', '助動詞')
    """
    try:
        tagger = _TAGGER.get()
    except LookupError:
        from fugashi import Tagger

        tagger = Tagger()
        _TAGGER.set(tagger)
    tokens: list[Token] = []
    at = 0
    for node in tagger(text.replace("\0", " ")):
        start = at + len(node.white_space)
        at = start + len(node.surface)
        # `feature` is a tuple of 26 fields, slow to make; the raw line is cut where it is needed.
        fields = node.feature_raw.split(",", _LEMMA + 1)
        lemma = fields[_LEMMA] if len(fields) > _LEMMA else node.surface
        tokens.append(Token(start, at, lemma.partition("-")[0], fields[_POS]))
    return tokens
