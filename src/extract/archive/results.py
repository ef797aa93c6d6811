"""What becomes of each path, in the order of the paths, with any number of workers."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING, Final

from extract.archive.work import Result

if TYPE_CHECKING:
    from extract.archive.workers import Lost

__all__ = ["TIMEOUT", "Work", "prepare", "results"]

# Returns the results of some paths in their order, of one at least, perhaps not of all.
Work = Callable[[Sequence[str]], list[Result]]

# Seconds that a release may take. It takes milliseconds; the largest file that is read, half a minute.
TIMEOUT: Final = 60.0
# How many paths a worker is given at a time, to be done side by side, and how many such tasks a worker may be ahead.
_TOGETHER: Final = 32
_AHEAD: Final = 4
# As many files are done sooner than worker processes have started.
_FEW: Final = 32


def prepare(count: int, *, jobs: int | None = None, timeout: float | None = None) -> None:
    """Begin to start the workers that `results` will want for so many paths, if any, and return at once."""
    if jobs is None and timeout is None:
        jobs = _jobs_for(count)
    if jobs != 0:
        from extract.archive import workers

        workers.prepare()


def results(
    items: Iterable[str | Result], work: Work, *, jobs: int | None = None, timeout: float | None = None
) -> Iterator[Result]:
    """Yield the results of paths in their order; an item that is a result already keeps its place.

    `jobs`: the number of worker processes, 0 for none. None: one a processor, and none for few
    items unless a `timeout` (in seconds, for one path) is asked for, which only a worker can hold.

    Paths are worked on in tasks of several. A task that its worker dies of, or that takes longer
    than one path may, is done again path by path; then it is known whose fault it is. Memory is
    bounded by the number of workers, not by that of the items. Raises NoWorkersError where worker
    processes cannot be started.
    """
    items = iter(items)
    if jobs is None and timeout is None:
        first = list(islice(items, _FEW + 1))
        items = chain(first, items)
        jobs = _jobs_for(len(first))
    if jobs == 0:
        return _alone(items, work)
    return _together(items, work, jobs, TIMEOUT if timeout is None else timeout)


def _jobs_for(count: int) -> int | None:
    return 0 if count <= _FEW else None


def _alone(items: Iterator[str | Result], work: Work) -> Iterator[Result]:
    from extract.text.compiled import keep

    try:
        for item in items:
            if isinstance(item, Result):
                yield item
            else:
                yield from work([item])
    finally:
        keep()


class _Task:
    """Neighbouring items: the paths that are still to do, and the results so far."""

    def __init__(self, paths: list[str], results: list[Result]) -> None:
        self.paths = paths
        self.results = results
        self._step = _TOGETHER

    def next(self) -> Sequence[str]:
        """The paths that a worker is given next."""
        return self.paths[: self._step]

    def take(self, made: "list[Result] | Lost") -> None:
        """Take what a worker made of `next`."""
        if not isinstance(made, list):
            if len(self.next()) > 1:
                self._step = 1
                return
            made = [Result(self.paths[0], error=made.reason)]
        self.results += made
        del self.paths[: len(made)]


def _together(items: Iterator[str | Result], work: Work, jobs: int | None, timeout: float) -> Iterator[Result]:
    from extract.archive.workers import Workers, cores

    jobs = jobs or cores()
    workers: Workers[_Task, Sequence[str], list[Result]] = Workers(work, jobs, timeout)
    window: deque[_Task] = deque()
    waiting: deque[_Task] = deque()
    try:
        for task in chain(_tasks(items), [None]):
            if task is not None:
                window.append(task)
                waiting.extend([task] if task.paths else [])
            while window and (task is None or len(window) >= jobs * _AHEAD):
                while waiting and workers.free:
                    given = waiting.popleft()
                    workers.give(given, given.next())
                if not window[0].paths:
                    yield from window.popleft().results
                    continue
                for given, made in workers.done():
                    given.take(made)
                    waiting.extendleft([given] if given.paths else [])
    finally:
        workers.close()


def _tasks(items: Iterable[str | Result]) -> Iterator[_Task]:
    """Gather neighbouring paths, and neighbouring results, into tasks."""
    for _, run in groupby(items, key=lambda item: isinstance(item, Result)):
        while some := list(islice(run, _TOGETHER)):
            yield _Task(
                [item for item in some if isinstance(item, str)], [item for item in some if isinstance(item, Result)]
            )
