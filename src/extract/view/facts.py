"""What is known of the release and of the incident as a whole, field by field."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extract.record import Evidence, Record
from extract.view.labels import label
from extract.view.quotes import Quote, Quotes
from extract.view.values import amount, day

__all__ = ["Fact", "Value", "incident_facts", "release_facts", "row_of"]


class Value(NamedTuple):
    """One value of a field, and the words that it rests on. `note` says how sure it is, or how it was made."""

    text: str
    quotes: tuple[Quote, ...]
    status: str | None = None
    note: str | None = None


class Fact(NamedTuple):
    """A field and its values; `row` names it among all rows of the record."""

    row: str
    label: str
    values: tuple[Value, ...]


def row_of(field: str) -> str:
    """Return the name of a field's row."""
    return f"f-{field}"


def release_facts(record: Record, quotes: Quotes) -> list[Fact]:
    """Return who published it, when, and which report it is; the title stands above all."""
    release = record.release
    evidence = _by_field(release.evidence, quotes)
    return _facts(
        evidence,
        {
            "organization": [release.organization],
            "published": [release.published],
            "report_kind": [release.report_kind and label(release.report_kind, "ReportKind")],
            "report_number": [None if release.report_number is None else str(release.report_number)],
            "urls": release.urls,
        },
    )


def incident_facts(record: Record, quotes: Quotes) -> list[Fact]:
    """Return what happened, when, to how many, and what followed."""
    incident = record.incident
    evidence = _by_field(incident.evidence, quotes)
    affected = {"people": incident.affected.people, "records": incident.affected.records}
    facts = _facts(
        evidence,
        {
            "types": [label(code, "IncidentType") for code in incident.types],
            "vectors": [label(code, "Vector") for code in incident.vectors],
            "occurred": [incident.occurred and day(incident.occurred)],
            "occurred_end": [incident.occurred_end and day(incident.occurred_end)],
            "detected": [incident.detected and day(incident.detected)],
        },
    )
    for field, quantity in affected.items():
        if quantity is not None:
            note = "sum of the groups" if quantity.computed else None
            text = amount(quantity.value, quantity.bound)
            value = Value(text, tuple(evidence[field]), quantity.status, note)
            facts.append(Fact(row_of(field), label(field, "Field"), (value,)))
    return facts + _facts(
        evidence,
        {
            "secondary_damage": [label(incident.secondary_damage, "SecondaryDamage")],
            "reported_to": [label(code, "Authority") for code in incident.reported_to],
            "third_party": ["yes" if incident.third_party else None],
        },
    )


def _by_field(evidence: Iterable[Evidence], quotes: Quotes) -> dict[str, list[Quote]]:
    found = defaultdict(list)
    for one in evidence:
        found[one.field].append(quotes.of(one.span))
    return found


def _facts(evidence: dict[str, list[Quote]], fields: dict[str, Sequence[str | None]]) -> list[Fact]:
    """Return the fields that have values; each value has its own words where there are as many, else all share them."""
    facts = []
    for field, told in fields.items():
        texts = [text for text in told if text is not None]
        found = evidence[field]
        if not texts:
            continue
        if len(texts) == len(found):
            values = [Value(text, (quote,)) for text, quote in zip(texts, found, strict=True)]
        else:
            values = [Value(", ".join(texts), tuple(found))]
        facts.append(Fact(row_of(field), label(field, "Field"), tuple(values)))
    return facts
