"""Cues and their scope: leaked, may have leaked, not leaked."""

from collections.abc import Sequence

from extract.lexicon import Hit
from extract.mention import Section, Span
from extract.text.document import Document


class Statuses:
    """Answers for any span of the document how sure the release is that the data there leaked."""

    def __init__(self, document: Document, words: dict[str, list[Hit]], sections: Sequence[Section]) -> None:
        self.document = document

    def of(self, span: Span) -> str:
        """Return confirmed, possible, excluded or unknown."""
        return "possible"
