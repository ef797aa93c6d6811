"""Data items."""

from extract.lexicon import Hit
from extract.mention import Item
from extract.text.document import Document


def find_items(document: Document, words: dict[str, list[Hit]], body: int) -> list[Item]:
    return []
