"""Releases broken at random: whatever is left of one, its record breaks no rule. `make fuzz` takes thousands more."""

import pytest
from robustness.mutations import mutant, wrong

COUNT = 500
BATCH = 25


@pytest.mark.parametrize("first", range(0, COUNT, BATCH))
def test_rules_hold(first: int) -> None:
    faulty = {number: found for number in range(first, first + BATCH) if (found := list(wrong(mutant(number))))}
    assert faulty == {}, "make fuzz SEED=<number> COUNT=1 tries one again"


def test_a_mutant_is_always_the_same_and_most_are_read() -> None:
    mutants = [mutant(number) for number in range(COUNT)]
    assert mutants == [mutant(number) for number in range(COUNT)]
    assert len(set(mutants)) > 0.95 * COUNT
