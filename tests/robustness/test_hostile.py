"""Hostile input: every text gives a right record and all of it, in time that grows as the text does.

`make bench` measures the same families more closely.
"""

import time

import pytest
from robustness.families import FAMILIES, grown, missed
from rules import faults

from extract import extract

# Characters of a text that grows. From step to step time may grow fivefold as the text does, and
# double that on a noisy machine; were it quadratic, it would grow 25-fold.
SIZES = (4_000, 20_000, 100_000)
MOST_GROWTH = 10
# What is too short to be told apart from noise, in seconds.
NOISE = 0.1


def seconds(text: str) -> float:
    start = time.process_time()
    extract(text)
    return time.process_time() - start


@pytest.mark.parametrize("name", FAMILIES)
def test_time_grows_as_the_text(name: str) -> None:
    before = seconds(grown(name, SIZES[0]).text)
    for size in SIZES[1:]:
        text = grown(name, size).text
        after = seconds(text)
        if after > MOST_GROWTH * before + NOISE:
            # Another process may have had the caches: what really grows does so again.
            after = min(after, seconds(text), seconds(text))
        assert after <= MOST_GROWTH * before + NOISE, f"{before:.3f} s became {after:.3f} s at {size:,} characters"
        before = after


@pytest.mark.parametrize("name", FAMILIES)
def test_rules_hold_and_all_is_found(name: str) -> None:
    hostile = grown(name, 4_000)
    record = extract(hostile.text)
    assert list(faults(record, hostile.text)) == []
    assert missed(record, hostile) == []
