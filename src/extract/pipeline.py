"""The stages in order: from a text to everything that its record says."""

from typing import NamedTuple

from extract import lexicon
from extract.find.counts import find_counts
from extract.find.dates import find_dates
from extract.find.head import find_masthead
from extract.find.items import find_items
from extract.find.sections import find_sections
from extract.mention import Count, Date, Exposure, Incident, Item, Masthead, Section, Warning
from extract.resolve.checks import check
from extract.resolve.counts import resolve_counts
from extract.resolve.dates import resolve_dates, resolve_roles
from extract.resolve.groups import resolve_exposures
from extract.resolve.incident import resolve_incident
from extract.resolve.status import Statuses
from extract.text.document import Document

__all__ = ["Findings", "find_all"]


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


def find_all(text: str) -> Findings:
    """Read one release's text."""
    document = Document(text)
    words = lexicon.scan(document.folded)

    masthead = find_masthead(document)
    sections = find_sections(document, masthead.body)
    statuses = Statuses(document, sections)

    dates, doubts = resolve_dates(document, find_dates(document, masthead.body), masthead.published)
    dates = resolve_roles(document, words, sections, dates, masthead.published)
    counts = resolve_counts(document, sections, find_counts(document, masthead.body), statuses)
    items = find_items(document, words, masthead.body, sections)
    items = [item._replace(status=statuses.of(item.span)) for item in items]

    exposures = resolve_exposures(document, words, sections, counts, items, statuses, masthead.body)
    incident = resolve_incident(document, words, masthead, sections, dates, counts, items, exposures)
    warnings = doubts + check(document, masthead, sections, counts, items, exposures, incident)
    return Findings(document, masthead, sections, dates, counts, items, exposures, incident, warnings)
