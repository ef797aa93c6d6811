"""Workers that die, hang and fail: each harms its own path, and the order holds."""

from collections.abc import Iterator

import pytest
from archive.stubs import fail_for_some, go_wrong, line, say_much, say_path

from extract.archive.results import results
from extract.archive.work import Result

PATHS = [f"{number:04}" for number in range(100)]


@pytest.mark.parametrize("jobs", [0, 1, 3])
def test_results_come_in_order(jobs: int) -> None:
    assert list(results(PATHS, say_path, jobs=jobs)) == [Result(path, line(path)) for path in PATHS]


@pytest.mark.parametrize("jobs", [0, 2])
def test_what_is_ready_keeps_its_place(jobs: int) -> None:
    ready = [Result(path, b"ready\n", kept=True) if number % 5 else path for number, path in enumerate(PATHS)]
    found = list(results(ready, say_path, jobs=jobs))
    assert [result.path for result in found] == PATHS
    assert [result.kept for result in found] == [number % 5 != 0 for number in range(100)]


def test_nothing_but_what_is_ready() -> None:
    ready = [Result(str(number), kept=True) for number in range(1_000)]
    assert list(results(ready, say_path, jobs=2)) == ready
    assert list(results([], say_path, jobs=2)) == []


def test_poison_harms_itself_only() -> None:
    paths = [*PATHS[:20], "20-exit", *PATHS[21:40], "40-kill", "41-fail", *PATHS[42:70], "70-hang", *PATHS[71:]]
    found = list(results(paths, go_wrong, jobs=2, timeout=1.5))
    assert [result.path for result in found] == paths
    assert {result.path: result.error for result in found if result.error} == {
        "20-exit": "its worker process died (exit code 3)",
        "40-kill": "its worker process died (SIGKILL)",
        "41-fail": "internal error: RuntimeError: what was not expected",
        "70-hang": "took longer than 1.5 s; its worker was stopped",
    }


def test_failures_are_results() -> None:
    found = list(results(PATHS, fail_for_some, jobs=1))
    assert [result.path for result in found if result.error] == [path for path in PATHS if "7" in path]


def test_few_at_a_time_are_all_done() -> None:
    found = list(results(PATHS[:40], say_much, jobs=2))
    assert [result.path for result in found] == PATHS[:40]


def test_the_inputs_are_not_read_far_ahead() -> None:
    taken = 0

    def paths() -> Iterator[str]:
        nonlocal taken
        for taken in range(10_000):
            yield str(taken)

    found = results(paths(), say_path, jobs=2)
    next(found)
    assert taken < 400
    found.close()  # type: ignore[attr-defined]
