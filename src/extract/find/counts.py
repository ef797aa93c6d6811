"""Quantities."""

from extract.lexicon import Hit
from extract.mention import Count
from extract.text.document import Document


def find_counts(document: Document, words: dict[str, list[Hit]], body: int) -> list[Count]:
    return []
