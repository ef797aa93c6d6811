"""The incident as a whole: kind, way in, when, how many, what came of it, who was told."""

from collections.abc import Sequence

from extract.lexicon import Hit
from extract.mention import Count, Date, Evidence, Exposure, Incident, Item, Masthead, Quantity, Section
from extract.resolve.dates.timeline import resolve_timeline
from extract.resolve.incident.affected import resolve_affected
from extract.resolve.incident.authorities import find_authorities
from extract.resolve.incident.incident_types import broad, find_types
from extract.resolve.incident.narrative import Narrative
from extract.resolve.incident.secondary import find_secondary_damage
from extract.resolve.incident.third_party import find_third_party
from extract.resolve.incident.vectors import find_vectors
from extract.text.document import Document

__all__ = ["resolve_incident"]


def resolve_incident(
    document: Document,
    words: dict[str, list[Hit]],
    masthead: Masthead,
    sections: Sequence[Section],
    dates: Sequence[Date],
    counts: Sequence[Count],
    items: Sequence[Item],
    exposures: Sequence[Exposure],
) -> Incident:
    """Return the incident; a text that tells of none has empty tuples, nulls and `unknown`."""
    narrative = Narrative(document, masthead, sections)
    told = narrative.told(words["incident_types"])
    third_party = find_third_party(told, words["parties"], narrative, masthead)
    types = find_types(told, narrative, third_party)
    vectors = find_vectors(words["vectors"], types, third_party, narrative)
    types = broad(types)
    reported_to = find_authorities(words["authorities"], narrative)
    secondary_damage, damage = find_secondary_damage(words["damage"], narrative)
    timeline = resolve_timeline(document, dates)
    people, records = resolve_affected(document, sections, counts, items, exposures)
    evidence = [
        *_as("types", types),
        *_as("vectors", vectors),
        *timeline.evidence,
        *_quantity_evidence("people", people, counts),
        *_quantity_evidence("records", records, counts),
        *_as("secondary_damage", [damage] if damage else []),
        *_as("reported_to", reported_to),
        *([Evidence("third_party", third_party.span)] if third_party else []),
    ]
    return Incident(
        types=tuple(found.field for found in types),
        vectors=tuple(found.field for found in vectors),
        occurred=timeline.occurred,
        occurred_end=timeline.occurred_end,
        detected=timeline.detected,
        people=people,
        records=records,
        secondary_damage=secondary_damage,
        reported_to=tuple(found.field for found in reported_to),
        third_party=True if third_party else None,
        evidence=tuple(evidence),
    )


def _as(field: str, found: Sequence[Evidence]) -> list[Evidence]:
    return [Evidence(field, evidence.span) for evidence in found]


def _quantity_evidence(field: str, quantity: Quantity | None, counts: Sequence[Count]) -> list[Evidence]:
    return [Evidence(field, counts[index].span) for index in quantity.counts] if quantity else []
