"""Worker processes that may die or hang without harm to each other.

Each worker has a pipe of its own: what happens to it is known to have happened to the task that it
was given, and there is no shared lock or queue that a killed worker could leave broken, which is why
these are not the pools of the standard library.
"""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from typing import Any, Final, Generic, NamedTuple, TypeVar

from extract.archive.errors import NoWorkersError

__all__ = ["Lost", "Workers", "cores", "prepare"]

_NO_WORKERS: Final = "no worker process can be started (-j 0, or jobs=0, does without)"

_Task = TypeVar("_Task")
_Taken = TypeVar("_Taken")
_Made = TypeVar("_Made")


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def prepare() -> None:
    """Begin to load what workers are forked from, and return at once: the first worker then starts that much sooner."""
    context = _context()
    if context.get_start_method() == "forkserver":
        from multiprocessing import forkserver

        with suppress(OSError):  # Then no worker can be started either, and that says so.
            forkserver.ensure_running()


class Lost(NamedTuple):
    """What becomes of a task whose worker died or took too long: why."""

    reason: str


class Workers(Generic[_Task, _Taken, _Made]):
    """Has `work` done for tasks, one a worker at a time; a worker that is lost is replaced.

    `work` and what it takes and returns are pickled. `timeout`: the seconds that a task may take,
    the start of its worker not counted.
    """

    def __init__(self, work: Callable[[_Taken], _Made], jobs: int, timeout: float) -> None:
        self._work = work
        self._jobs = jobs
        self._timeout = timeout
        self._context = _context()
        self._workers: list[_Worker[_Task, _Taken, _Made]] = []

    @property
    def free(self) -> bool:
        """Whether a task may be given."""
        return sum(worker.task is not None for worker in self._workers) < self._jobs

    def give(self, task: _Task, taken: _Taken) -> None:
        """Have a worker that is free do a task: its work takes `taken`."""
        worker = next((worker for worker in self._workers if worker.task is None), None)
        if worker is None:
            worker = _Worker(self._context, self._work)
            self._workers.append(worker)
        worker.give(task, taken, self._timeout)

    def done(self) -> Iterator[tuple[_Task, _Made | Lost]]:
        """Wait for the next thing to happen; yield the tasks that are done by then, with what was made of them.

        Raises NoWorkersError where no worker process can be started.
        """
        busy = {worker.connection: worker for worker in self._workers if worker.task is not None}
        nearest = min(worker.deadline for worker in busy.values())
        ready = wait(list(busy), None if nearest == float("inf") else max(0.0, nearest - time.monotonic()))
        for connection, worker in busy.items():
            if connection in ready:
                worker.receive(self._timeout)
            elif worker.deadline <= time.monotonic():
                worker.lose(f"took longer than {self._timeout:g} s; its worker was stopped")
            task, made = worker.task, worker.made
            if worker.is_dead:
                self._workers.remove(worker)
            if task is not None and made is not None:
                worker.task = worker.made = None
                yield task, made

    def close(self) -> None:
        """End all workers, whatever they do."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()


class _Worker(Generic[_Task, _Taken, _Made]):
    """One process, that does one task at a time: `task`, to be done by `deadline`, becomes `made`."""

    def __init__(self, context: Any, work: Callable[[_Taken], _Made]) -> None:
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, work), daemon=True)
        try:
            self._process.start()
        except OSError as error:
            raise NoWorkersError(f"{_NO_WORKERS}: {error}") from None
        theirs.close()
        self._taken: _Taken | None = None
        self._has_started = False
        self.task: _Task | None = None
        self.made: _Made | Lost | None = None
        self.deadline = float("inf")
        self.is_dead = False

    def give(self, task: _Task, taken: _Taken, timeout: float) -> None:
        """Begin a task, or have it wait until the process has started."""
        self.task, self._taken = task, taken
        if self._has_started:
            self._begin(timeout)

    def receive(self, timeout: float) -> None:
        """Take what has come: the sign that the process has started, or what it made, or its end."""
        try:
            made = self.connection.recv()
        except (EOFError, OSError):
            if not self._has_started:
                raise NoWorkersError(_NO_WORKERS) from None
            self._process.join(1)
            code = self._process.exitcode or 0
            self.lose(f"its worker process died ({signal.Signals(-code).name if code < 0 else f'exit code {code}'})")
            return
        if self._has_started:
            self.made, self.deadline = made, float("inf")
            return
        self._has_started = True
        self._begin(timeout)

    def lose(self, reason: str) -> None:
        """End the process, and give its task up."""
        self.end()
        self.made = Lost(reason)

    def end(self) -> None:
        """End the process."""
        self.is_dead = True
        self._process.kill()
        self._process.join()
        self.connection.close()

    def _begin(self, timeout: float) -> None:
        self.deadline = time.monotonic() + timeout
        with suppress(OSError):  # It may be dead; then that is what will be received of it.
            self.connection.send(self._taken)


def _serve(connection: Connection, work: Callable[[Any], Any]) -> None:
    """Be a worker: say that it has started, then do what comes, until there is nobody to do it for."""
    # Interruptions are the parent's to deal with.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    try:
        connection.send(None)
        while True:
            taken = connection.recv()
            try:
                made = work(taken)
            except Exception as error:
                made = Lost(f"internal error: {type(error).__name__}: {error}")
            connection.send(made)
    except (EOFError, OSError):
        return


def _leave_with_parent() -> None:
    """End this process, even if it hangs, when its parent is killed."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _context() -> BaseContext:
    """Return how processes are started: forked from one that has no threads and has loaded the extractor."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["extract.archive.warm"])
    return context
