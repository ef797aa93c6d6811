"""What the index of an archive knows of a record; the rest stands on the record's page."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from extract.printable import UNPRINTABLE
from extract.record import Quantity, Record

__all__ = ["Entry", "Figure", "read_entry"]

# The most characters of a title that the index shows; its page has all of it.
_LONG: Final = 160
# How sure a release is at most, the surest first.
_SURENESS: Final = ("confirmed", "possible", "excluded", "unknown")


class Figure(NamedTuple):
    """How many people, or records, a release states."""

    value: int
    bound: str
    status: str


class Entry(NamedTuple):
    """A release in the index.

    `page`: the name of its page. `status`: the surest of its groups, items and figures; None where
    it names none. `categories`: of the items that leaked or may have. `source`: the same for the
    same bytes and part.
    """

    page: str
    source: str
    path: str
    title: str
    organization: str | None
    published: str | None
    report_number: int | None
    report_kind: str | None
    urls: tuple[str, ...]
    occurred: str | None
    detected: str | None
    types: tuple[str, ...]
    vectors: tuple[str, ...]
    categories: tuple[str, ...]
    status: str | None
    people: Figure | None
    records: Figure | None
    warnings: tuple[str, ...]


def read_entry(record: Record, page: str) -> Entry:
    """Read a record for the index; what cannot be seen in its texts is replaced, and what is long is cut."""
    release, incident = record.release, record.incident
    affected = incident.affected
    leaked = [item for item in record.items if item.status != "excluded"]
    return Entry(
        page,
        record.id,
        _plain(record.source.path or "standard input"),
        _short(release.title or release.organization or record.source.path or "Release"),
        release.organization and _short(release.organization),
        release.published,
        release.report_number,
        release.report_kind,
        tuple(release.urls),
        incident.occurred,
        incident.detected,
        tuple(incident.types),
        tuple(incident.vectors),
        tuple(dict.fromkeys(item.category for item in leaked)),
        _surest(
            [
                *(exposure.status for exposure in record.exposures),
                *(item.status for item in record.items),
                *(figure.status for figure in (affected.people, affected.records) if figure),
            ]
        ),
        _figure(affected.people),
        _figure(affected.records),
        tuple(dict.fromkeys(warning.code for warning in record.warnings)),
    )


def _surest(found: Iterable[str]) -> str | None:
    return min(found, key=_SURENESS.index, default=None)


def _figure(quantity: Quantity | None) -> Figure | None:
    return None if quantity is None else Figure(quantity.value, quantity.bound, quantity.status)


def _short(text: str) -> str:
    return _plain(text if len(text) <= _LONG else f"{text[:_LONG]}…")


def _plain(text: str) -> str:
    return UNPRINTABLE.sub("\ufffd", text)
