"""Whose data, how many, which items, how sure."""

from collections.abc import Sequence

from extract.mention import Count, Exposure, Item, Section
from extract.resolve.status import Statuses
from extract.text.document import Document


def resolve_exposures(
    document: Document, sections: Sequence[Section], counts: Sequence[Count], items: Sequence[Item], statuses: Statuses
) -> list[Exposure]:
    return []
