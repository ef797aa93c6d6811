"""Self-checks of the finished findings: what an analyst should look at."""

from collections.abc import Sequence

from extract.mention import Count, Date, Exposure, Incident, Item, Masthead, Section, Warning
from extract.text.document import Document


def check(
    document: Document,
    masthead: Masthead,
    sections: Sequence[Section],
    dates: Sequence[Date],
    counts: Sequence[Count],
    items: Sequence[Item],
    exposures: Sequence[Exposure],
    incident: Incident,
) -> list[Warning]:
    return []
