"""Which releases report the same incident, so that its people are not counted twice.

Only releases of one organisation are ever one incident, or the same bytes. They are where

- they tell the same day of occurrence, or of detection, and a common type: `2031-04-02` and phishing twice;
  not phishing on that day and a lost USB stick;
- they have the same title and day of publication: the same release, once from a page and once from a file;
- one is a follow-up, a final report or a correction, and an earlier one has its title but for `（第2報）`, or
  names the same page (not the site's root); where nothing else ties it, the latest one of the year before that
  has a common type.
"""

import re
import unicodedata
from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from extract.view.site.entry import Entry

__all__ = ["number_incidents"]

# What tells one report from another in their titles: （第2報）, 【最終報】, (続報).
_REPORT: Final = re.compile(
    r"[(\[【「<〈]?(?:第[0-9一二三四五六七八九十]{1,3}報|最終報告?|続報|追報|初報|速報|訂正)[)\]】」>〉]?"
)
_BLANKS: Final = re.compile(r"\s+")
# How long after the report before a follow-up comes, in days.
_YEAR: Final = 366


def number_incidents(entries: Sequence[Entry]) -> list[int]:
    """Return the number of each entry's incident, from 0 in the order of their first entries.

    The entries come in the order of their days; an earlier one is one before.
    """
    joined = _Joined(len(entries))
    told: dict[Hashable, int] = {}
    for index, entry in enumerate(entries):
        earlier = [told[tie] for tie in _ties(entry) if tie in told]
        if _is_later_report(entry):
            earlier += [told[tie] for tie in _continued(entry) if tie in told]
            earlier = earlier or _latest(entry, entries, told)
        for other in earlier:
            joined.join(other, index)
        for tie in (*_ties(entry), *_continued(entry), *_of_type(entry)):
            told[tie] = index
    return joined.numbers()


def _is_later_report(entry: Entry) -> bool:
    return (entry.report_number or 0) > 1 or entry.report_kind in ("follow_up", "final", "correction")


def _ties(entry: Entry) -> Iterator[Hashable]:
    """Yield what makes two releases reports of one incident."""
    yield "bytes", entry.source
    organization = _organization(entry)
    if organization is None:
        return
    for field, day in (("occurred", entry.occurred), ("detected", entry.detected)):
        if day is not None and len(day) >= len("2031-04-02"):
            for kind in entry.types:
                yield field, organization, day[:10], kind
    if entry.published is not None:
        yield "copy", organization, _stem(entry.title), entry.published


def _continued(entry: Entry) -> Iterator[Hashable]:
    """Yield what ties a later report to an earlier one."""
    organization = _organization(entry)
    if organization is None:
        return
    yield "title", organization, _stem(entry.title)
    for url in entry.urls:
        if _is_page(url):
            yield "page", organization, url


def _of_type(entry: Entry) -> Iterator[Hashable]:
    organization = _organization(entry)
    if organization is not None:
        for kind in entry.types:
            yield "type", organization, kind


def _latest(entry: Entry, entries: Sequence[Entry], told: dict[Hashable, int]) -> list[int]:
    """Return the latest earlier release of the organisation with a common type, if it is of the year before."""
    found = max((told[tie] for tie in _of_type(entry) if tie in told), default=None)
    if found is None:
        return []
    before, after = _day(entries[found]), _day(entry)
    return [found] if before and after and (after - before).days <= _YEAR else []


def _day(entry: Entry) -> date | None:
    if entry.published is None or len(entry.published) < len("2031-04-02"):
        return None
    return date.fromisoformat(entry.published[:10])


def _organization(entry: Entry) -> str | None:
    return entry.organization and _folded(entry.organization)


def _stem(title: str) -> str:
    return _REPORT.sub("", _folded(title))


def _folded(text: str) -> str:
    return _BLANKS.sub("", unicodedata.normalize("NFKC", text).casefold())


def _is_page(url: str) -> bool:
    try:
        return urlsplit(url).path.strip("/") != ""
    except ValueError:
        return False


class _Joined:
    """Sets of indices that are joined pair by pair: a forest, each set under its first index."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self._top(one), self._top(other)))
        self._above[second] = first

    def numbers(self) -> list[int]:
        numbers: dict[int, int] = {}
        return [numbers.setdefault(self._top(index), len(numbers)) for index in range(len(self._above))]

    def _top(self, index: int) -> int:
        while self._above[index] != index:
            self._above[index] = self._above[self._above[index]]
            index = self._above[index]
        return index
