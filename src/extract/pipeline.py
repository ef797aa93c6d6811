"""The stages in order: from a text to everything that its record says."""

from collections.abc import Sequence
from typing import NamedTuple

from extract import lexicon
from extract.find.counts import find_counts
from extract.find.dates import find_dates
from extract.find.head import find_masthead
from extract.find.items import find_items
from extract.find.sections import find_sections
from extract.mention import Count, Date, Exposure, Incident, Item, Masthead, Section, Span, Warning
from extract.resolve.checks import check
from extract.resolve.counts import resolve_counts
from extract.resolve.dates import resolve_dates, resolve_roles
from extract.resolve.genre import read_genre
from extract.resolve.groups import resolve_exposures
from extract.resolve.incident import resolve_incident
from extract.resolve.status import Statuses
from extract.stages import Stages, finish
from extract.text.document import Document
from extract.text.parts import Part

__all__ = ["Findings", "find_all", "find_stages"]


class Findings(NamedTuple):
    """Everything that is said in one release, as plain tuples."""

    document: Document
    masthead: Masthead
    sections: list[Section]
    dates: list[Date]
    counts: list[Count]
    items: list[Item]
    exposures: list[Exposure]
    incident: Incident
    warnings: list[Warning]


def find_all(text: str, replaced: Sequence[Span] = (), *, head: int = 0, parts: Sequence[Part] = ()) -> Findings:
    """Read one release's text; its own first line is at `head`, after what a page or a tool has set above it.

    `replaced` is where the text stands for bytes that could not be decoded, `parts` are the releases in a text that
    holds several, and is read as one all the same.
    """
    return finish(find_stages(text, replaced, head=head, parts=parts))


def find_stages(
    text: str, replaced: Sequence[Span] = (), *, head: int = 0, parts: Sequence[Part] = ()
) -> Stages[Findings]:
    """As `find_all`, one stage after the other."""
    document = Document(text, replaced)
    words = lexicon.scan(document.folded)
    yield
    masthead = find_masthead(document, document.offset(head))
    yield
    sections = find_sections(document, masthead.body)
    yield
    genre = read_genre(document, masthead.body, sections, [Part(*map(document.offset, part)) for part in parts])
    words = genre.words(words)
    statuses = Statuses(document, sections)
    yield
    expressions = [date for date in find_dates(document, masthead.body) if not document.is_torn(date.span)]
    yield
    dates, doubts = resolve_dates(document, expressions, masthead.published)
    yield
    dates = genre.dates(resolve_roles(document, words, sections, dates, masthead.published))
    yield
    counts = [count for count in find_counts(document, masthead.body) if not document.is_torn(count.span)]
    yield
    counts = resolve_counts(document, sections, genre.mentions(counts), statuses)
    yield
    items = genre.mentions(find_items(document, words, masthead.body, sections))
    yield
    items = [Item(span, category, statuses.of(span)) for span, category, _ in items]
    yield
    exposures = resolve_exposures(document, words, sections, counts, items, statuses, masthead.body)
    yield
    incident = resolve_incident(document, words, masthead, sections, dates, counts, items, exposures)
    yield
    warnings = doubts + check(document, genre, masthead, sections, dates, counts, items, exposures, incident)
    return Findings(document, masthead, sections, dates, counts, items, exposures, incident, warnings)
