"""Compare two readings of a release: figures, and every fault in words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quality.reading import Group, Heading, Mention, Reading

__all__ = ["Comparison", "Score", "compare", "compare_mentions", "total"]


class Score(NamedTuple):
    """How many were right, of those expected and of those found.

    What is asked one to one (a field, a mention's status) counts as found whatever the answer, so
    that its F1 is the share of right answers.
    """

    right: int = 0
    expected: int = 0
    found: int = 0

    @property
    def f1(self) -> float:
        """2 · right / (expected + found); 1 where nothing was expected and nothing found."""
        asked = self.expected + self.found
        return 2 * self.right / asked if asked else 1.0

    def plus(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.expected + other.expected, self.found + other.found)


class Comparison:
    """The figures of one release, or of several, and the faults behind them."""

    def __init__(self) -> None:
        self.scores: dict[str, Score] = {}
        self.faults: list[str] = []

    def add(self, figure: str, right: int, expected: int, found: int) -> None:
        self.scores[figure] = self.scores.get(figure, Score()).plus(Score(right, expected, found))

    def fault(self, figure: str, what: str) -> None:
        self.faults.append(f"{figure}: {what}")

    def ask(self, figure: str, expected: object, found: object, of: str = "") -> None:
        """Ask one question that has one answer."""
        right = expected == found
        self.add(figure, int(right), 1, 1)
        if not right:
            self.fault(figure, f"{of}is {expected!r}, found {found!r}")


def compare(expected: Reading, found: Reading) -> Comparison:
    """Hold what was found against what a reader expects."""
    result = Comparison()
    for figure, mentions in expected.mentions.items():
        compare_mentions(result, figure, mentions, found.mentions[figure])
    _headings(result, expected.headings, found.headings)
    _groups(result, expected.groups, found.groups)
    for figure, value in expected.values.items():
        result.ask(figure, _plain(value), _plain(found.values[figure]))
    for figure, members in expected.sets.items():
        given = found.sets[figure]
        result.add(figure, len(members & given), len(members), len(given))
        if members != given:
            result.fault(figure, f"is {sorted(members)}, found {sorted(given)}")
    return result


def compare_mentions(result: Comparison, figure: str, expected: Sequence[Mention], found: Sequence[Mention]) -> None:
    """A mention is right when its span overlaps the expected one's and their cores are equal."""
    pairs = _paired(expected, found)
    right = asked = held = 0
    for index, mention in enumerate(expected):
        other = pairs.get(index)
        if mention.optional:
            held += other is not None
            continue
        asked += 1
        if other is None:
            result.fault(figure, f"missed {mention.text!r} {mention.core}")
        elif found[other].core != mention.core:
            given = found[other]
            result.fault(figure, f"{mention.text!r} is {mention.core}, found {given.text!r} {given.core}")
        else:
            right += 1
            _attributes(result, figure, mention, found[other])
    taken = set(pairs.values())
    for index, mention in enumerate(found):
        if index not in taken:
            result.fault(figure, f"extra {mention.text!r} {mention.core}")
    result.add(figure, right, asked, len(found) - held)


def total(comparisons: Iterable[Comparison]) -> dict[str, Score]:
    """Sum the scores, figure by figure."""
    summed: dict[str, Score] = {}
    for comparison in comparisons:
        for figure, score in comparison.scores.items():
            summed[figure] = summed.get(figure, Score()).plus(score)
    return summed


def _attributes(result: Comparison, figure: str, expected: Mention, found: Mention) -> None:
    result.ask(f"{figure}.span", _plain(expected.text), _plain(found.text))
    for name, value in expected.attributes.items():
        result.ask(f"{figure}.{name}", value, found.attributes[name], f"{expected.text!r} ")


def _paired(expected: Sequence[Mention], found: Sequence[Mention]) -> dict[int, int]:
    """Pair mentions one to one, the largest overlap first: index of the expected → index of the found."""
    overlaps = sorted(
        (-(min(a.span[1], b.span[1]) - max(a.span[0], b.span[0])), i, j)
        for i, a in enumerate(expected)
        for j, b in enumerate(found)
        if a.span[0] < b.span[1] and b.span[0] < a.span[1]
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in overlaps:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _headings(result: Comparison, expected: Sequence[Heading], found: Sequence[Heading]) -> None:
    left = list(found)
    right = 0
    for heading in expected:
        index = next((i for i, other in enumerate(left) if _same_words(heading.words, other.words)), None)
        if index is None:
            result.fault("sections", f"missed {heading.words!r}")
            continue
        kinds = left.pop(index).kinds
        right += 1
        fits = bool(kinds) and kinds[0] in heading.kinds
        result.add("sections.kind", int(fits), 1, 1)
        if not fits:
            result.fault("sections.kind", f"{heading.words!r} is {heading.kinds}, found {kinds}")
    for heading in left:
        result.fault("sections", f"extra {heading.words!r}")
    result.add("sections", right, len(expected), len(found))


def _same_words(expected: str, found: str) -> bool:
    """Whether a heading is the expected one, but for marks, brackets and its number.

    `（２）対象` is `対象`; `対象の方` is not.
    """
    words, given = _squeezed(expected), _squeezed(found)
    if words not in given:
        return False
    return len(re.sub(r"[\W\d_]", "", given.replace(words, "", 1))) <= 1


def _groups(result: Comparison, expected: Sequence[Group], found: Sequence[Group]) -> None:
    """Whole groups, and for partial credit the facts (value, status, category) over all groups."""
    facts, given = _facts(expected), _facts(found)
    result.add("exposures", (facts & given).total(), facts.total(), given.total())
    left = list(found)
    right = 0
    for group in expected:
        index = next((i for i, other in enumerate(left) if other[1:] == group[1:]), None)
        if index is None:
            result.fault("exposures", f"lacks {_told(group)}")
        else:
            del left[index]
            right += 1
    for group in left:
        result.fault("exposures", f"extra {_told(group)}")
    result.add("exposures.group", right, len(expected), len(found))


def _facts(groups: Sequence[Group]) -> Counter[tuple[int | None, str, str]]:
    return Counter((group.value, group.status, category) for group in groups for category in group.categories or ("-",))


def _told(group: Group) -> str:
    return f"{group.subject!r} {group.value} {group.status} {sorted(group.categories)}"


def _plain(value: object) -> object:
    return _squeezed(value) if isinstance(value, str) else value


def _squeezed(text: str) -> str:
    """Bring a text to one width, without blanks."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
