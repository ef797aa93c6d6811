"""A 最大 said once of all the numbers that follow: 最大件数は以下のとおりです, ■漏えいした情報(最大数)."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from extract.mention import Count, Section, Span
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["bound_at_most"]

# `最大件数は`, `(最大数)`, `対象人数の最大値`, `最大流出件数 教員A:`. Not: 最大限, 最大3件, 過去最大.
_LARGEST: Final = shape(r"最大(?![限級])[^\W\d]{0,8}?(?:件数|人数|名数|数|値)")
# What makes it an announcement of what stands below.
_BELOW: Final = shape(r"[^。\n]{0,24}(?:以下|次|下記|下表|のとおり|の通り)|[^。\n]{0,8}:$")
# What makes it a remark on all of them: 件数は、漏えいした可能性がある最大数であり.
_OF_ALL: Final = shape(r"(?:件数|人数|数値?|数字)は[^。\n]{0,30}$")
_OF_ALL_REACH: Final = 40
# A remark in a bracket begins within so many characters before the 最大: 約16万件(現時点における最大数).
_REMARK_REACH: Final = 20
# A bracket that closes further behind is none that a reader would follow; it bounds the work on one without end.
_CLOSING_REACH: Final = 500
# Where another topic begins below, the announcement ends.
_DATA: Final = frozenset({"affected_data", "impact", "other", "overview"})
# An announcement speaks for no more sections than this.
_MOST_SECTIONS: Final = 64


def bound_at_most(document: Document, sections: Sequence[Section], counts: Sequence[Count]) -> list[Count]:
    """Return the counts, those within the scope of an announced 最大 with the bound `at_most`."""
    if "最大" in document.folded:
        counts = _within(_scopes(document, sections, counts), counts)
    return _share_in_brackets(document, counts)


def _scopes(document: Document, sections: Sequence[Section], counts: Sequence[Count]) -> list[Span]:
    """Return the stretches of text for which an announced 最大 speaks, in order and without overlap."""
    section_starts = [section.span[0] for section in sections]
    ends = {count.span[1] for count in counts}
    scopes: list[Span] = []
    for match in _LARGEST.finditer(document.folded):
        index = max(0, bisect_right(section_starts, match.start()) - 1)
        start, end = _scope(document, sections, index, match, ends)
        if scopes and start < scopes[-1][1]:
            start, end = scopes[-1][0], max(end, scopes.pop()[1])
        scopes.append((start, end))
    return scopes


def _within(scopes: Sequence[Span], counts: Sequence[Count]) -> list[Count]:
    starts = [start for start, _ in scopes]
    bounded: list[Count] = []
    for count in counts:
        # A remark speaks of the number that ends where its bracket opens.
        nearest = bisect_right(starts, count.span[1]) - 1
        inside = nearest >= 0 and count.span[0] < scopes[nearest][1]
        bounded.append(count._replace(bound="at_most") if inside and count.bound in ("exact", "approx") else count)
    return bounded


def _share_in_brackets(document: Document, counts: Sequence[Count]) -> list[Count]:
    """The same people or data in another unit, in a bracket of its own, are as many at most: 最大1,895件(1,030名)."""
    folded = document.folded
    shared: list[Count] = []
    for count in counts:
        start, end = count.span
        whole = shared[-1] if shared else None
        if (
            whole
            and (whole.bound, count.bound) == ("at_most", "exact")
            and whole.unit_kind != count.unit_kind
            and folded[whole.span[1] : start] == "("
            and folded[end : end + 1] == ")"
        ):
            count = count._replace(bound="at_most")
        shared.append(count)
    return shared


def _scope(document: Document, sections: Sequence[Section], index: int, match: re.Match[str], ends: set[int]) -> Span:
    """Return the stretch of text for which the 最大 at `match`, in the section at `index`, speaks.

    `ends` are the offsets at which numbers end: a bracket that opens there is a remark on the number.
    """
    folded, at = document.folded, match.start()
    heading, line = sections[index].heading_span, document.line_at(at)
    opened = folded.rfind("(", max(line.start, at - _REMARK_REACH), at)
    closed = folded.find(")", match.end(), min(line.end, match.end() + _CLOSING_REACH)) if opened >= 0 else -1
    if opened in ends and closed >= 0:
        return opened, closed
    if heading and heading[0] <= at < heading[1]:
        return at, _end(sections, index, same_topic=False)
    if _BELOW.match(folded, match.end(), line.right) or _OF_ALL.search(folded, max(line.start, at - _OF_ALL_REACH), at):
        return at, _end(sections, index, same_topic=True)
    return at, closed if closed >= 0 else line.end


def _end(sections: Sequence[Section], index: int, *, same_topic: bool) -> int:
    """Return where the section ends with its subsections, or with the sections of the same topic that follow it."""
    level = sections[index].level
    for section in sections[index + 1 : index + 1 + _MOST_SECTIONS]:
        if section.level < level or (_DATA.isdisjoint(section.kinds) if same_topic else section.level == level):
            return section.span[0]
    last = min(len(sections) - 1, index + _MOST_SECTIONS)
    return sections[last].span[1]
