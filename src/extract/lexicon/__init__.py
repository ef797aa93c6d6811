"""The words of the field as data, and one matcher that finds them all in a single pass.

Every TOML file in this package is one lexicon: a table of codes, each with the `words` that mean it.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from extract.text.folding import fold

__all__ = ["LEXICONS", "Hit", "alternation", "entries", "scan", "words"]

# The lexicons that are scanned over a whole document.
LEXICONS: Final = ("items", "incident_types", "vectors", "authorities", "parties", "damage", "date_roles")


class Hit(NamedTuple):
    """A word of a lexicon at `start:end` of the folded text."""

    start: int
    end: int
    code: str


@cache
def entries(lexicon: str) -> dict[str, dict[str, list[str]]]:
    """Return the table of one lexicon: code → its lists (`words`, and what else the file gives).

    Raises FileNotFoundError for a lexicon that does not exist.
    """
    return tomllib.loads(files(__name__).joinpath(f"{lexicon}.toml").read_text(encoding="utf-8"))


def words(lexicon: str, code: str) -> tuple[str, ...]:
    """Return the folded words of one code, the longest first."""
    return tuple(sorted(map(fold, entries(lexicon)[code]["words"]), key=lambda word: (-len(word), word)))


def alternation(lexicon: str, code: str) -> str:
    """Return a pattern that matches each word of one code, the longest first."""
    return f"(?:{'|'.join(map(re.escape, words(lexicon, code)))})"


class _Matcher:
    """All words of all lexicons in one Aho-Corasick automaton.

    A word of several lexicons (or of several codes) yields a hit in each.
    """

    def __init__(self) -> None:
        from ahocorasick_rs import AhoCorasick, MatchKind

        meanings: dict[str, list[tuple[str, str]]] = {}
        for lexicon in LEXICONS:
            for code, lists in entries(lexicon).items():
                for word in lists["words"]:
                    meanings.setdefault(fold(word), []).append((lexicon, code))
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
    found: dict[str, list[Hit]] = {lexicon: [] for lexicon in LEXICONS}
    matches = matcher.automaton.find_matches_as_indexes(folded, overlapping=True)
    # By start, the longest first.
    for index, start, end in sorted(matches, key=lambda match: (match[1], -match[2])):
        for lexicon, code in matcher.meanings[index]:
            hits = found[lexicon]
            if not hits or start >= hits[-1].end:
                hits.append(Hit(start, end, code))
    return found
