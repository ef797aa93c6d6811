"""Work in stages: what is done side by side, and in which order."""

import pytest

from extract.stages import Stages, done, finish, side_by_side


def work(name: str, stages: int, log: list[str]) -> Stages[str]:
    for stage in range(stages):
        log.append(f"{name}{stage}")
        yield
    log.append(f"{name}!")
    return name.upper()


def test_each_stage_is_done_for_all_before_the_next() -> None:
    log: list[str] = []
    assert side_by_side([work("a", 2, log), work("b", 0, log), work("c", 1, log)]) == ["A", "B", "C"]
    assert log == ["a0", "b!", "c0", "a1", "c!", "a!"]


def test_one_piece_is_done_by_itself() -> None:
    log: list[str] = []
    assert finish(work("a", 2, log)) == "A"
    assert log == ["a0", "a1", "a!"]
    assert finish(done("B")) == "B"
    assert side_by_side(list[Stages[str]]()) == []


def test_what_one_raises_is_raised() -> None:
    def broken() -> Stages[str]:
        yield
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        side_by_side([work("a", 3, []), broken()])
