"""Hostile input: every text gives a right record and all of it, in time that grows as the text does.

`make bench` measures the same families more closely.
"""

from collections.abc import Callable
from functools import partial

import pytest
from linear import MOST, excess
from robustness.families import FAMILIES, grown, missed
from rules import faults

from extract import extract


@pytest.mark.parametrize("name", FAMILIES)
def test_time_grows_as_the_text(name: str) -> None:
    def of_size(characters: int) -> Callable[[], object]:
        return partial(extract, grown(name, characters).text)

    assert excess(100_000, of_size) <= MOST


@pytest.mark.parametrize("name", FAMILIES)
def test_rules_hold_and_all_is_found(name: str) -> None:
    hostile = grown(name, 4_000)
    record = extract(hostile.text)
    assert list(faults(record, hostile.text)) == []
    assert missed(record, hostile) == []
