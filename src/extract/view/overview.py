"""The record as an analyst reads it: what stands beside the release, on a page and on a terminal."""

from collections.abc import Iterator
from typing import NamedTuple

from extract.record import Record
from extract.view.contents import Entry, read_contents
from extract.view.doubts import Doubt, read_doubts
from extract.view.evidence import find_marks
from extract.view.facts import Fact, incident_facts, release_facts
from extract.view.figures import Figure, Kind, read_figures, read_items
from extract.view.groups import Group, read_groups
from extract.view.marks import Piece, cut
from extract.view.quotes import Quote, Quotes
from extract.view.timeline import Moment, read_timeline

__all__ = ["Overview", "read_overview"]


class Overview(NamedTuple):
    """Everything that is shown of one record, the most telling first; `pieces` are the text, marked.

    `headline`: where the title stands in it.
    """

    title: str
    headline: Quote | None
    doubts: list[Doubt]
    release: list[Fact]
    incident: list[Fact]
    groups: list[Group]
    timeline: list[Moment]
    figures: list[Figure]
    items: list[Kind]
    contents: list[Entry]
    pieces: Iterator[Piece]


def read_overview(record: Record) -> Overview:
    """Read a record for the eye."""
    quotes = Quotes(record)
    timeline = read_timeline(record, quotes)
    groups = [span for exposure in record.exposures for span in exposure.spans]
    return Overview(
        record.release.title or record.release.organization or record.source.path or "Release",
        next((quotes.of(found.span) for found in record.release.evidence if found.field == "title"), None),
        read_doubts(record, quotes),
        release_facts(record, quotes),
        incident_facts(record, quotes),
        read_groups(record, quotes),
        timeline,
        read_figures(record, quotes),
        read_items(record, quotes),
        read_contents(record, quotes),
        cut(quotes.text, record.source.span[0], find_marks(record, timeline), groups),
    )
