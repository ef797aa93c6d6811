"""The lexicons: every word is one that the code can find, means one thing, and has a code that the record knows."""

from importlib.resources import files
from typing import get_args

import pytest

from extract import codes, lexicon
from extract.find.items.forms import unknown_item
from extract.find.items.items import find_items
from extract.mention import Section
from extract.text.document import Document
from extract.text.folding import fold

NAMES = sorted(entry.name.removesuffix(".toml") for entry in files(lexicon).iterdir() if entry.name.endswith(".toml"))
CATEGORIES = set(get_args(codes.Category))
ITEMS = [(word, code) for code, lists in lexicon.entries("items").items() for word in lists["words"]]

# Words whose category the words beside them decide; see test_items.
DECIDED_BY_COMPANY = {"所属", "番号", "名義", "名義人"}


@pytest.mark.parametrize("name", NAMES)
def test_flat_lists_of_words(name: str) -> None:
    """A lexicon is flat: codes, each with lists of words, none of them empty or given twice."""
    for code, lists in lexicon.entries(name).items():
        assert lists, code
        for words in lists.values():
            assert all(word.strip() for word in words), code
            folded = [fold(word) for word in words]
            assert len(folded) == len(set(folded)), sorted(word for word in folded if folded.count(word) > 1)


def test_every_scanned_lexicon_exists() -> None:
    """The names that are scanned are files with `words`."""
    assert set(lexicon.LEXICONS) <= set(NAMES)
    assert all("words" in lists for name in lexicon.LEXICONS for lists in lexicon.entries(name).values())


@pytest.mark.parametrize("name", ["items", "item_endings", "item_stems"])
def test_categories_are_those_of_the_record(name: str) -> None:
    """Codes of data words are the categories of the record."""
    assert set(lexicon.entries(name)) <= CATEGORIES


@pytest.mark.parametrize("name", ["items", "item_endings", "item_stems"])
def test_a_word_means_one_thing(name: str) -> None:
    """No data word stands in two categories, however it is written."""
    seen: dict[str, str] = {}
    for code, lists in lexicon.entries(name).items():
        for word in lists["words"]:
            assert seen.setdefault(fold(word), code) == code, word


def test_no_word_carries_an_honorific() -> None:
    """お名前 is 名前 with an honorific: the shorter form is the word."""
    words = {fold(word) for word, _ in ITEMS}
    assert sorted(word for word in words if word[0] in "ごお御" and word[1:] in words) == []


@pytest.mark.parametrize("code", lexicon.entries("items"))
def test_data_word_is_found_whole(code: str) -> None:
    """Every data word, listed beside others, is found from its first letter to its last."""
    for word in lexicon.entries("items")[code]["words"]:
        text = f"・氏名、{word}、郵便番号\n"
        document = Document(text)
        section = Section((0, len(text)), None, None, 1, ("affected_data",), None)
        items = find_items(document, lexicon.scan(document.folded), 0, [section])
        found = {text[slice(*item.span)]: item.category for item in items}
        assert word in found, word
        assert word in DECIDED_BY_COMPANY or found[word] == code, word


def test_contexts_are_of_words_that_exist() -> None:
    """What the contexts say is said of data words and categories, and once of each."""
    words = {fold(word) for word, _ in ITEMS}
    contexts = lexicon.entries("item_contexts")
    told = [fold(word) for tier in ("plain", "guarded", "listed") for word in contexts[tier]["words"]]
    assert sorted(word for word in told if word not in words) == []
    assert sorted(word for word in set(told) if told.count(word) > 1) == []
    codes_told = [code for tier in ("plain", "guarded") for code in contexts[tier]["codes"]]
    assert set(codes_told) <= CATEGORIES
    assert len(codes_told) == len(set(codes_told))


@pytest.mark.parametrize("code", lexicon.entries("item_endings"))
def test_ending_names_a_category(code: str) -> None:
    """Every ending gives its category to a word that no lexicon holds."""
    for ending in lexicon.entries("item_endings")[code]["words"]:
        phrase = fold(f"甲乙{ending}")
        item = unknown_item(phrase, 0, len(phrase))
        assert item is not None, ending
        assert item.category == code, ending
