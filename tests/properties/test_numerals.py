"""A number that is written in any of the ways of releases is read as that number."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.find.numerals import parse_number
from extract.text.folding import fold

_KANJI = "〇一二三四五六七八九"
_MYRIADS = ("", "万", "億", "兆")


def plain(number: int) -> str:
    return str(number)


def grouped(number: int) -> str:
    return f"{number:,}"


def wide(number: int) -> str:
    return grouped(number).translate(str.maketrans("0123456789,", "０１２３４５６７８９，"))


def mixed(number: int) -> str:
    """13万2,000: myriads in kanji, their parts in digits."""
    return _by_myriads(number, lambda part: f"{part:,}")


def spelled(number: int) -> str:
    """十三万二千: all in kanji."""
    return _by_myriads(number, _thousands)


def _by_myriads(number: int, part_of: Callable[[int], str]) -> str:
    parts = []
    for power in range(len(_MYRIADS) - 1, -1, -1):
        part, number = divmod(number, 10_000**power)
        if part:
            parts.append(part_of(part) + _MYRIADS[power])
    return "".join(parts)


def _thousands(part: int) -> str:
    digits = []
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, part = divmod(part, power)
        if digit:
            digits.append(("" if digit == 1 and unit else _KANJI[digit]) + unit)
    return "".join(digits)


@pytest.mark.parametrize("surface", [plain, grouped, wide, mixed, spelled])
@given(number=st.integers(1, 10**12))
def test_int_to_surface_to_int(surface: Callable[[int], str], number: int) -> None:
    assert parse_number(fold(surface(number))) == number
