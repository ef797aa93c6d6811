"""Self-checks of the finished findings: what an analyst should look at, and where."""

from collections.abc import Iterator, Sequence

from extract.mention import Count, Date, Exposure, Incident, Item, Masthead, Section, Span, Warning
from extract.resolve.checks.figures import check_figures
from extract.resolve.checks.groups import check_groups
from extract.resolve.dates.timeline import event_after_noticing
from extract.resolve.genre import Genre
from extract.text.document import Document

__all__ = ["check"]


def check(
    document: Document,
    genre: Genre,
    masthead: Masthead,
    sections: Sequence[Section],
    dates: Sequence[Date],
    counts: Sequence[Count],
    items: Sequence[Item],
    exposures: Sequence[Exposure],
    incident: Incident,
) -> list[Warning]:
    """Return the warnings, by what they are about: the text, its masthead, its dates, its figures, its items."""
    found = [
        *_check_bytes(document),
        *_check_genre(document, genre, masthead, incident),
        *_check_masthead(document, masthead),
        *_check_publication(masthead, incident),
        *_check_order(document, dates),
    ]
    if counts:
        found += check_figures(document, sections, counts, exposures, incident)
    if counts or items:
        found += check_groups(document, sections, counts, items, exposures, incident)
    return found


def _check_bytes(document: Document) -> Iterator[Warning]:
    if document.replaced:
        yield Warning(
            "replaced_bytes", "bytes here are no character of the encoding: what they said is lost", document.replaced
        )


def _check_genre(document: Document, genre: Genre, masthead: Masthead, incident: Incident) -> Iterator[Warning]:
    if genre.releases:
        count = len(genre.releases)
        yield Warning("several_releases", f"read as one release, but {count} seem to stand here", genre.releases)
    if genre.cues:
        told = ", ".join(document.source[start:end] for start, end in genre.cues)
        yield Warning(
            "not_a_release", f"reads like an article about an incident, not like a release: {told}", genre.cues
        )
    if not incident.types:
        yield Warning(
            "no_incident", "no incident is told: no attack, no accident, no leak", _opening(document, masthead)
        )


def _opening(document: Document, masthead: Masthead) -> tuple[Span, ...]:
    """Return the title, or the first line that has words; nothing where no line has any."""
    title = masthead.span_of("title")
    if title is not None:
        return (title,)
    line = next((line for line in document.lines if line.right > line.left), None)
    return ((line.left, line.right),) if line is not None else ()


def _check_masthead(document: Document, masthead: Masthead) -> Iterator[Warning]:
    fields = (masthead.title, masthead.organization, masthead.published)
    if None in fields:
        names = ("title", "organisation", "date of publication")
        missing = [name for name, value in zip(names, fields, strict=True) if value is None]
        yield Warning("masthead_missing", f"not found: {', '.join(missing)}", _opening(document, masthead))


def _check_publication(masthead: Masthead, incident: Incident) -> Iterator[Warning]:
    """What happened or was noticed after the release was published is a misread date."""
    published, occurred, detected = masthead.published, incident.occurred, incident.detected
    for field, name, day in (("occurred", "occurred", occurred), ("detected", "was detected", detected)):
        if published is not None and day is not None and day[: len(published)] > published[: len(day)]:
            yield Warning(
                "date_after_publication",
                f"read as: {name} on {day}, after the release of {published}",
                _evidence(incident, field),
            )


def _check_order(document: Document, dates: Sequence[Date]) -> Iterator[Warning]:
    """What is told of a day after the noticing is no beginning, or one of the two is misread."""
    told = event_after_noticing(document, dates)
    if told is not None:
        occurred, detected = told
        yield Warning(
            "detected_before_occurred",
            f"read as detected on {detected.start}, so what occurred on {occurred.start} is not the beginning",
            (occurred.span, detected.span),
        )


def _evidence(incident: Incident, field: str) -> tuple[Span, ...]:
    """Return the words that a date of the incident rests on."""
    return tuple(span for told, span in incident.evidence if told == field)
