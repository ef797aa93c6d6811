"""What each date is the date of."""

from collections.abc import Sequence

from extract.mention import Date, Section
from extract.text.document import Document


def resolve_roles(document: Document, sections: Sequence[Section], dates: Sequence[Date]) -> list[Date]:
    return list(dates)
