"""The words of the field as data, and one matcher that finds them all in a single pass.

Every TOML file in this package is one lexicon: a table of codes, each with the `words` that mean it.
"""

import re
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from pkgutil import get_data
from typing import Final

import rtoml

from extract.text.folding import fold

__all__ = ["LEXICONS", "Hit", "alternation", "entries", "scan", "words"]

# The lexicons that are scanned over a whole document.
LEXICONS: Final = ("items", "incident_types", "vectors", "authorities", "parties", "damage", "date_roles", "subjects")


@dataclass(slots=True)
class Hit:
    """A word of a lexicon at `start:end` of the folded text."""

    # No named tuple: there are a hundred of them in a release, and slots are both made and read faster.
    start: int
    end: int
    code: str


@cache
def entries(lexicon: str) -> dict[str, dict[str, list[str]]]:
    """Return the table of one lexicon: code → its lists (`words`, and what else the file gives).

    Raises FileNotFoundError for a lexicon that does not exist.
    """
    # Every start pays for this: tomllib and importlib.resources would take ten times as long.
    data = get_data(__name__, f"{lexicon}.toml")
    assert data is not None
    table: dict[str, dict[str, list[str]]] = rtoml.loads(data.decode())
    return table


def words(lexicon: str, *codes: str) -> tuple[str, ...]:
    """Return the folded words of the codes, the longest first."""
    table = entries(lexicon)
    found = {fold(word) for code in codes for word in table[code]["words"]}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def alternation(lexicon: str, *codes: str) -> str:
    """Return a pattern that matches each word of the codes, the longest first.

    Words of one first letter stand together behind it: where few words can begin, few are tried.
    """
    rests: dict[str, list[str]] = {}
    for word in words(lexicon, *codes):
        rests.setdefault(re.escape(word[0]), []).append(re.escape(word[1:]))
    branches = (f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items())
    return f"(?:{'|'.join(branches)})"


class _Matcher:
    """All words of all lexicons in one Aho-Corasick automaton.

    A word of several lexicons (or of several codes) yields a hit in each. `meanings` holds, by the
    word's index, the places of its lexicons in LEXICONS and its codes there.
    """

    def __init__(self) -> None:
        from ahocorasick_rs import AhoCorasick, MatchKind

        words = [
            (word, (place, code))
            for place, lexicon in enumerate(LEXICONS)
            for code, lists in entries(lexicon).items()
            for word in lists["words"]
        ]
        # All words are folded at once: one by one they would take as long as the automaton.
        folded = fold("\n".join(word for word, _ in words)).split("\n")
        meanings: dict[str, list[tuple[int, str]]] = {}
        for word, (_, meaning) in zip(folded, words, strict=True):
            meanings.setdefault(word, []).append(meaning)
        self.meanings = [tuple(found) for found in meanings.values()]
        self.automaton = AhoCorasick(list(meanings), matchkind=MatchKind.Standard)


@cache
def _matcher() -> _Matcher:
    return _Matcher()


def scan(folded: str) -> dict[str, list[Hit]]:
    """Find all lexicons' words in a folded text: by lexicon, in the text's order.

    Within a lexicon hits never overlap: the leftmost wins, then the longest.
    """
    matcher = _matcher()
    meanings = matcher.meanings
    found: list[list[Hit]] = [[] for _ in LEXICONS]
    ends = [0] * len(LEXICONS)
    matches = matcher.automaton.find_matches_as_indexes(folded, overlapping=True)
    # They come by their ends: by start then, and of one start the longest first.
    matches.reverse()
    matches.sort(key=itemgetter(1))
    for index, start, end in matches:
        for place, code in meanings[index]:
            if start >= ends[place]:
                ends[place] = end
                found[place].append(Hit(start, end, code))
    return dict(zip(LEXICONS, found, strict=True))
