"""The incident as a whole."""

from collections.abc import Sequence

from extract.lexicon import Hit
from extract.mention import Count, Date, Exposure, Incident, Item, Masthead, Section
from extract.text.document import Document


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
    return Incident()
