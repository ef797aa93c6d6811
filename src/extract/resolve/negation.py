"""Whether a clause denies what it says: read from the words at its end, where Japanese denies."""

from typing import Final

from extract.text.shape import shape
from extract.text.tokens import tokenize

__all__ = ["is_denied"]

# A clause longer than this is no clause; it bounds the work on one without end.
_REACH: Final = 120
# What these are written with: no other clause need be cut into words.
_SURFACES: Final = shape(r"ない|なか|なく|なき|なけ|なし|なさ|なら|ず|ぬ|ね|ん|無|まい")
# ません and ず are the auxiliary ず, ない is an auxiliary after verbs and an adjective by itself.
_NEGATIVE: Final = {("ず", "助動詞"), ("ない", "助動詞"), ("無い", "形容詞"), ("まい", "助動詞")}
# What may still follow the denial without turning it: ません[でした], ない[ため], ない[こと]から, ず[、].
_AFTER: Final = frozenset({"助動詞", "助詞", "補助記号", "空白"})
_NOUNS_AFTER: Final = frozenset({"為", "事", "物", "旨", "状態"})


def is_denied(clause: str) -> bool:
    """Return whether the last predicate of a folded clause is negative.

    >>> is_denied("は載せておりません。"), is_denied("は載せております。")
    (True, False)
    >>> is_denied("は届いていない方の電話番号です")
    False
    """
    if not _SURFACES.search(clause, 0, _REACH):
        return False
    for _, _, lemma, pos in reversed(tokenize(clause[:_REACH])):
        if (lemma, pos) in _NEGATIVE:
            return True
        if pos not in _AFTER and lemma not in _NOUNS_AFTER:
            return False
    return False
