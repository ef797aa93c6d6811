"""Dates resolved against the release's own date."""

from collections.abc import Sequence

from extract.find.dates import DateExpression
from extract.mention import Date
from extract.text.document import Document


def resolve_dates(document: Document, expressions: Sequence[DateExpression], published: str | None) -> list[Date]:
    return []
