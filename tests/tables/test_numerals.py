"""Numbers: surface → value, and where a number begins and ends inside a sentence."""

import re
from collections.abc import Callable

import pytest
from linear import MOST, excess
from tables.marked import unmark

from extract.find.numerals import NUMBER, is_vague, parse_number
from extract.text.folding import fold

VALUES = [
    ("0", 0),
    ("7", 7),
    ("１０７,６６１", 107_661),
    ("1,499,300", 1_499_300),
    ("115, 674", 115_674),
    ("115 ,674", 115_674),
    ("13 万 2,000", 132_000),
    ("10万7,661", 107_661),
    ("77.2万", 772_000),
    ("1.5億", 150_000_000),
    ("2億3,400万", 234_000_000),
    ("3千5百", 3_500),
    ("5千", 5_000),
    ("十", 10),
    ("百五十", 150),
    ("二十五", 25),
    ("一万二千三百四十五", 12_345),
    ("二〇二五", 2_025),
    ("九十九万", 990_000),
    ("999999999999999", 999_999_999_999_999),
    ("2.0", 2),
]
NO_VALUE = [
    "数百",
    "十数",
    "10数",
    "数十万",
    "何千",
    "複数",
    "2.5",
    "1234567890123456",
    "9,999兆",
    "万",
    "",
    "件",
    "1,23",
]
SENTENCES = [
    "会員⟦13 万 2,000⟧件のほか、⟦百五十⟧名分",
    "延べ⟦10万7,661⟧件(うち⟦３,０８５⟧件)",
    "約⟦77.2万⟧件、⟦数百⟧通、⟦十数⟧名、⟦10数⟧社",
    "対象件数 ⟦115, 674⟧件",
    "件数⟦1,200⟧件、多数のお客様、万が一の場合",
]


@pytest.mark.parametrize(("surface", "value"), VALUES)
def test_value(surface: str, value: int) -> None:
    assert parse_number(fold(surface)) == value


@pytest.mark.parametrize("surface", NO_VALUE)
def test_no_value(surface: str) -> None:
    assert parse_number(fold(surface)) is None


@pytest.mark.parametrize("row", SENTENCES)
def test_extent(row: str) -> None:
    text, spans = unmark(row)
    # Kanji digits of words (万が一の一) are numbers to the pattern; the finders look at what follows.
    found = [m.span() for m in re.finditer(NUMBER, fold(text)) if m[0] != "一"]
    assert found == spans


def test_vague() -> None:
    assert is_vague("数百") and is_vague("十数") and not is_vague("百")


@pytest.mark.parametrize("hostile", ["1,", "1", "万1", "一 ", "1, 23", "十百"])
def test_linear(hostile: str) -> None:
    def of_size(characters: int) -> Callable[[], object]:
        text = (hostile * characters)[:characters]
        return lambda: sum(1 for _ in re.finditer(NUMBER, text))

    assert excess(100_000, of_size) <= MOST
