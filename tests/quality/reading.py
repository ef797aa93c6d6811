"""What is read in a release, in one shape for both sides: by a careful reader, and by the extractor.

An annotation (`<slug>.expected.json`) says where a mention stands by its quote and by which
occurrence of that quote in the body is meant, counted from 1; here it becomes a span.
"""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from extract import Record

__all__ = ["SUFFIX", "Fixture", "Group", "Heading", "Mention", "Reading", "place", "read_fixture", "read_record"]

SUFFIX = ".expected.json"
MENTIONS = ("dates", "counts", "items")


class Mention(NamedTuple):
    """Words of the text. `core` makes it right or wrong; `attributes` are asked of the right ones.

    An `optional` mention, about which readers could differ, is neither asked for nor held against anyone.
    """

    span: tuple[int, int]
    text: str
    core: tuple[object, ...]
    attributes: Mapping[str, object]
    optional: bool = False


class Heading(NamedTuple):
    words: str
    kinds: tuple[str, ...]


class Group(NamedTuple):
    """An exposure: whose data, how many, how sure, which categories."""

    subject: str | None
    value: int | None
    status: str
    categories: frozenset[str]


class Reading(NamedTuple):
    """Everything that is compared: mentions by dimension, single values and sets by the figure's name."""

    mentions: Mapping[str, Sequence[Mention]]
    headings: Sequence[Heading]
    groups: Sequence[Group]
    values: Mapping[str, object]
    sets: Mapping[str, frozenset[str]]


class Fixture(NamedTuple):
    """An annotated release; `note` is its annotation as it stands in the file, `body` where its body begins.

    `part`: which release of its file it is, where that holds several.
    """

    slug: str
    path: Path
    text: str
    part: int | None
    body: int
    note: dict[str, Any]
    reading: Reading


def place(quote: str, nth: int, text: str, start: int) -> int:
    """Return where the `nth` occurrence of `quote` from `start` on stands; -1 where there are fewer."""
    at = start - len(quote)
    for _ in range(nth):
        at = text.find(quote, at + len(quote))
        if at < 0:
            break
    return at


def read_fixture(annotation: Path, texts: Path | None = None) -> Fixture:
    """Read an annotation and its release, which stands beside it or in the folder `texts`.

    The body begins at `body_start`, or after the line `# 本文` of an archive file. Raises KeyError
    for a missing field, OSError for a missing release.
    """
    note = json.loads(annotation.read_bytes())
    path = (texts or annotation.parent) / note["path"]
    text = path.read_bytes().decode("utf-8-sig")
    body = note["body_start"] if "body_start" in note else _after_archive_block(text)
    slug = annotation.name.removesuffix(SUFFIX)
    return Fixture(slug, path, text, note.get("part"), body, note, _read_note(note, text, body))


def _after_archive_block(text: str) -> int:
    # `# 本文` alone on its line. Not: `## 本文`, `# 本文について`.
    match = re.search(r"(?m)^# 本文[ \t]*$", text)
    return match.end() if match else 0


def _read_note(note: dict[str, Any], text: str, body: int) -> Reading:
    def mentions(name: str, core: Sequence[str], attributes: Sequence[str]) -> list[Mention]:
        return [
            Mention(
                (at := place(entry["quote"], entry["nth"], text, body), at + len(entry["quote"])),
                entry["quote"],
                tuple(_whole(entry[key]) for key in core),
                {key: entry[key] for key in attributes},
                entry.get("optional", False),
            )
            for entry in note[name]
        ]

    incident, release = note["incident"], note["release"]
    return Reading(
        mentions={
            "dates": mentions("dates", ("start", "end", "mod"), ("role",)),
            "counts": mentions("counts", ("value", "max", "bound"), ("status", "role", "total")),
            "items": mentions("items", ("category",), ("status",)),
        },
        headings=[Heading(entry["heading"], tuple(entry["kinds"])) for entry in note["sections"]],
        groups=[
            Group(entry["subject"], entry["value"], entry["status"], frozenset(entry["items"]))
            for entry in note["exposures"]
        ],
        values={f"incident.{key}": value for key, value in incident.items() if not isinstance(value, list)}
        | {f"release.{key}": value for key, value in release.items()},
        sets={f"incident.{key}": frozenset(value) for key, value in incident.items() if isinstance(value, list)},
    )


def read_record(record: Record, body: int) -> Reading:
    """Bring a record into the shape of an annotation; what stands before `body` is left out."""
    incident, release = record.incident, record.release
    people, records = incident.affected.people, incident.affected.records
    return Reading(
        mentions={
            "dates": [
                Mention(
                    date.span, date.text, (_whole(date.start), _whole(date.end), date.modifier), {"role": date.role}
                )
                for date in record.dates
                if date.span[0] >= body
            ],
            "counts": [
                Mention(
                    count.span,
                    count.text,
                    (count.value, count.value_max, count.bound),
                    {"status": count.status, "role": count.role, "total": count.total},
                )
                for count in record.counts
                if count.span[0] >= body
            ],
            "items": [
                Mention(item.span, item.text, (item.category,), {"status": item.status})
                for item in record.items
                if item.span[0] >= body
            ],
        },
        headings=[
            Heading(section.heading, tuple(section.kinds))
            for section in record.sections
            if section.heading is not None and section.span[0] >= body
        ],
        groups=[
            Group(group.subject, group.value, group.status, frozenset(group.categories)) for group in record.exposures
        ],
        values={
            "incident.occurred": _day(incident.occurred),
            "incident.occurred_end": _day(incident.occurred_end),
            "incident.detected": _day(incident.detected),
            "incident.affected_people": people and people.value,
            "incident.affected_records": records and records.value,
            "incident.secondary_damage": incident.secondary_damage,
            "incident.third_party": bool(incident.third_party),
            "release.organization": release.organization,
            "release.title": release.title,
            "release.published": release.published,
            "release.report_number": release.report_number,
        },
        sets={
            "incident.types": frozenset(incident.types),
            "incident.vectors": frozenset(incident.vectors),
            "incident.reported_to": frozenset(incident.reported_to),
        },
    )


def _whole(value: object) -> object:
    """Drop the minutes of a whole hour, which annotations mostly write as `T13`; keep any other value."""
    return value.removesuffix(":00") if isinstance(value, str) else value


def _day(iso: str | None) -> str | None:
    return iso and iso[:10]
