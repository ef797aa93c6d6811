"""The incident as a whole: kind, way in, when, how many, what came of it, who was told."""

from collections.abc import Sequence

from extract.lexicon import Hit
from extract.mention import Count, Date, Evidence, Exposure, Incident, Item, Masthead, Section
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
    third_party = find_third_party(words["incident_types"], words["parties"], narrative, masthead)
    types = find_types(words["incident_types"], narrative, third_party)
    vectors = find_vectors(words["vectors"], types, third_party, narrative)
    types = broad(types)
    reported_to = find_authorities(words["authorities"], narrative, masthead.organization or "")
    secondary_damage, damage = find_secondary_damage(words["damage"], narrative)
    timeline = resolve_timeline(document, dates)
    people, records = resolve_affected(document, sections, counts, items, exposures)
    evidence = [Evidence("types", span) for span in types.values()]
    evidence += [Evidence("vectors", span) for span in vectors.values()]
    evidence += timeline.evidence
    for field, quantity in (("people", people), ("records", records)):
        if quantity is not None:
            evidence += [Evidence(field, counts[index].span) for index in quantity.counts]
    if damage is not None:
        evidence.append(Evidence("secondary_damage", damage))
    evidence += [Evidence("reported_to", span) for span in reported_to.values()]
    if third_party is not None:
        evidence.append(Evidence("third_party", third_party.span))
    return Incident(
        types=tuple(types),
        vectors=tuple(vectors),
        occurred=timeline.occurred,
        occurred_end=timeline.occurred_end,
        detected=timeline.detected,
        people=people,
        records=records,
        secondary_damage=secondary_damage,
        reported_to=tuple(reported_to),
        third_party=True if third_party else None,
        evidence=tuple(evidence),
    )
