"""Data items: which words name data of this incident, and which only talk of data."""

from collections.abc import Sequence

from extract.find.items.leak_contexts import Place, Settings
from extract.find.items.lists import find_unknown_lines
from extract.find.items.reading import Reading
from extract.find.items.row_names import names_rows
from extract.find.items.senses import ALL_HASHED
from extract.find.items.words import Word, data_words
from extract.lexicon import Hit
from extract.mention import Item, Section
from extract.text.document import Document

__all__ = ["find_items"]


def find_items(document: Document, words: dict[str, list[Hit]], body: int, sections: Sequence[Section]) -> list[Item]:
    """Return the data items of a release from the offset `body` on, in the text's order."""
    settings = Settings(document, sections)
    named = [word for word in data_words(document.folded, words["items"], body) if not names_rows(document, word)]
    sentences = _by_sentence(document, named)
    found: list[Item] = []
    listed: list[int] = []
    told: set[int] = set()
    for index in sentences:
        reading = Reading(document, settings, index, sentences)
        if reading.worthwhile():
            items = reading.items()
            found += items
            if items:
                told.add(index)
            if items and not reading.prose and (reading.place == Place.LEAK or reading.led):
                listed.append(index)
    found += find_unknown_lines(document, settings, listed, told)
    if "password" in {item.category for item in found} and ALL_HASHED.search(document.folded, body):
        found = [item._replace(category="password_hash") if item.category == "password" else item for item in found]
    return sorted(found)


def _by_sentence(document: Document, words: Sequence[Word]) -> dict[int, list[Word]]:
    """Return the words by the index of the sentence that holds them."""
    sentences: dict[int, list[Word]] = {}
    end = -1
    for word in words:
        if word.start >= end:
            index = document.sentence_index(word.start)
            end = document.sentences[index].end
            own = sentences[index] = []
        own.append(word)
    return sentences
