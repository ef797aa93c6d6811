"""Date expressions."""

from typing import NamedTuple

from extract.mention import Span
from extract.text.document import Document


class DateExpression(NamedTuple):
    span: Span


def find_dates(document: Document, body: int) -> list[DateExpression]:
    return []
