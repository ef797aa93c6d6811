"""The masthead."""

from extract.mention import Masthead
from extract.text.document import Document


def find_masthead(document: Document) -> Masthead:
    return Masthead(0)
