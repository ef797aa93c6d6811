"""Counts of the incident's impact apart from everything else that is counted."""

from collections.abc import Sequence

from extract.mention import Count, Section
from extract.resolve.status import Statuses
from extract.text.document import Document


def resolve_counts(document: Document, sections: Sequence[Section], counts: Sequence[Count], statuses: Statuses) -> list[Count]:
    return list(counts)
