"""A 最大 said once of all the numbers that follow: 最大件数は以下のとおりです, ■漏えいした情報(最大数)."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from extract.mention import Count, Section, Span
from extract.text.document import Document

__all__ = ["bound_at_most"]

# `最大件数は`, `(最大数)`, `対象人数の最大値`, `最大流出件数 教員A:`. Not: 最大限, 最大3件, 過去最大.
_LARGEST: Final = re.compile(r"最大(?![限級])[^\W\d]{0,8}?(?:件数|人数|名数|数|値)")
# An announcement: what it says holds for the lines below.
_BELOW: Final = re.compile(r"[^。\n]{0,24}(?:以下|次|下記|下表|のとおり|の通り|[:]$)")
# A remark on the number before it: 約16万件(現時点における最大数).
_REMARK_REACH: Final = 20
# What a new topic below no longer belongs to the announcement.
_DATA: Final = frozenset({"affected_data", "impact", "other", "overview"})


def bound_at_most(document: Document, sections: Sequence[Section], counts: Sequence[Count]) -> list[Count]:
    """Return the counts, those within the scope of an announced 最大 with the bound `at_most`."""
    scopes = [_scope(document, sections, match) for match in _LARGEST.finditer(document.folded)]
    if not scopes:
        return list(counts)
    starts = [scope[0] for scope in scopes]
    bounded: list[Count] = []
    for count in counts:
        # Scopes of one text may nest; the nearest that begins before the number is the one that speaks of it.
        index = bisect_right(starts, count.span[0]) - 1
        inside = index >= 0 and count.span[0] < scopes[index][1]
        bounded.append(count._replace(bound="at_most") if inside and count.bound in ("exact", "approx") else count)
    return bounded


def _scope(document: Document, sections: Sequence[Section], match: re.Match[str]) -> Span:
    """Return the stretch of text for which the 最大 at `match` speaks."""
    folded, at = document.folded, match.start()
    index = max(0, bisect_right([section.span[0] for section in sections], at) - 1)
    section = sections[index]
    if section.heading_span and section.heading_span[0] <= at < section.heading_span[1]:
        return at, _end(sections, index, section.level)
    line = document.line_at(at)
    if _BELOW.match(folded, match.end(), line.end):
        for later in range(index + 1, len(sections)):
            if sections[later].level < section.level or _DATA.isdisjoint(sections[later].kinds):
                return at, sections[later].span[0]
        return at, len(document)
    opened = folded.rfind("(", max(line.start, at - _REMARK_REACH), at)
    closed = folded.find(")", match.end(), line.end)
    return (opened - 1, line.end) if opened >= 0 > closed else (max(0, opened - 1), closed if closed >= 0 else line.end)


def _end(sections: Sequence[Section], index: int, level: int) -> int:
    for later in range(index + 1, len(sections)):
        if sections[later].level <= level:
            return sections[later].span[0]
    return sections[-1].span[1]
