"""A run on a cluster, as its client sees it: chunks out, parts in, whatever becomes of single workers."""

import json
import logging
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from extract.archive.errors import MissingError, NoWorkersError, RefusedError
from extract.archive.formats import find_format
from extract.archive.results import TIMEOUT
from extract.archive.work import Options, Result
from extract.archive.workers import cores
from extract.cluster.chunks import Chunk, Input
from extract.cluster.inputs import ClusterInputs
from extract.cluster.parts import Job, Part, make_part, part_name, try_input
from extract.cluster.stores import Store
from extract.inputs import reason
from extract.text.reading import recorded_path

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["FORMATS", "LOCAL", "Run"]

# What a part may be.
FORMATS: Final = ("jsonl", "jsonl.gz", "jsonl.zst", "parquet")
# The address that means a cluster on this machine, for the time of the run.
LOCAL: Final = "local"
# Seconds to wait for a scheduler, which is there or not, and for its first worker, which may have to start.
_FOR_SCHEDULER: Final = 10
_FOR_WORKER: Final = 60
# Chunks in flight for each thread of the workers: none waits for the client, and the scheduler never holds the whole
# run.
_AHEAD: Final = 4


class Run:
    """Extracts inputs on a cluster into parts below `target`, a URL or a folder that every worker sees.

    `address` is a scheduler's (`tcp://host:8786`), or `local`: `jobs` workers on this machine. A release that takes
    longer than `timeout` seconds loses its worker, and is named. Parts that are there are gone on with (`resume`) or
    replaced (`force`), else there is a RefusedError. Raises MissingError without Dask or the store's package, OSError
    where the target cannot be listed.
    """

    def __init__(
        self,
        address: str,
        target: str,
        form: str,
        options: Options,
        *,
        jobs: int | None = None,
        timeout: float | None = None,
        resume: bool = False,
        force: bool = False,
    ) -> None:
        find_format(form)
        self._connect = _connection(address, jobs)
        self._store = Store(target)
        self._job = Job(self._store.url, form, options, TIMEOUT if timeout is None else timeout)
        self._force = force
        self._there = {name for name in self._store.names() if name.startswith("part-")}
        if self._there and not (resume or force):
            raise RefusedError(
                f"{target} holds {len(self._there)} parts; --resume goes on with them, --force replaces them"
            )
        # What is replaced stays until all is made anew.
        self._kept = self._there if resume else set()
        self._made: set[str] = set()
        self._paths: set[str] = set()
        self.can_be_resumed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def results(self, inputs: ClusterInputs) -> Iterator[Result]:
        """Yield what became of each input as parts come in; at the end remove parts that these have replaced.

        Raises RefusedError where an old part holds files that no new one does, NoWorkersError where there is no
        cluster or it goes away, OSError where nothing can be written.
        """
        missing = []
        for chunk in inputs.chunks:
            name = part_name(self._job, chunk)
            if name not in self._kept:
                missing.append(chunk)
                continue
            self._note(name, (each.path for each in chunk.inputs))
            yield from (Result(each.path, kept=True) for each in chunk.inputs)
        if missing:
            self.can_be_resumed = True
            with self._connect() as client:
                for part in _parts(client, self._job, missing):
                    self._note(part.name, part.extracted)
                    yield from (Result(path) for path in part.extracted)
                    yield from (Result(path, error=why) for path, why in part.failed)
            self.can_be_resumed = False
        self._remove_replaced()

    def _note(self, name: str, paths: Iterable[str]) -> None:
        self._made.add(name)
        if self._there:
            self._paths.update(map(recorded_path, paths))

    def _remove_replaced(self) -> None:
        replaced = sorted(self._there - self._made)
        held = [] if self._force else [path for name in replaced for path in self._held(name)]
        lost = [path for path in dict.fromkeys(held) if path not in self._paths]
        if lost:
            raise RefusedError(
                f"{self._job.target} holds {len(lost)} files of earlier runs that are not of this one, {lost[0]} the "
                "first; their parts stay, --resume --force removes them"
            )
        self._store.remove(replaced)

    def _held(self, name: str) -> Iterator[str]:
        """Yield the paths of the releases in a part."""
        form = find_format(next((form for form in FORMATS if name.endswith(f".{form}")), self._job.form))
        assert form.read is not None
        place = self._store.below(name)
        (data,) = self._store.read([place]).values()
        if isinstance(data, Exception):
            raise OSError(f"{name}: {data}")
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder, name)
            copy.write_bytes(data)
            for line in form.read(copy):
                yield json.loads(line)["source"]["path"]


def _parts(client: "Client", job: Job, chunks: Iterable[Chunk]) -> Iterator[Part]:
    """Yield the parts of chunks, as workers make them; at the end those of which a worker was lost."""
    suspected = []
    for chunk, part in _all(client, job, chunks):
        if part is None:
            suspected.append(chunk)
        else:
            yield part
    why = f"it loses its worker, or takes longer than {job.timeout:g} seconds"
    for chunk in suspected:
        # One input after the other, and nothing beside it: so it is known whose fault it is.
        lost = tuple((each.path, why) for each in chunk.inputs if not _survives(client, job, chunk.store, each))
        part = _outcome(client.submit(make_part, job, chunk, lost, pure=False))
        yield part or Part("", (), tuple((each.path, why) for each in chunk.inputs))


def _all(client: "Client", job: Job, chunks: Iterable[Chunk]) -> Iterator[tuple[Chunk, Part | None]]:
    """Yield each chunk with its part, or None where workers were lost of it, a bounded number in flight."""
    from distributed import as_completed

    waiting = iter(chunks)
    given: dict[Any, Chunk] = {}
    running = as_completed(())  # type: ignore[no-untyped-call]
    while True:
        threads = sum(client.nthreads().values())  # type: ignore[no-untyped-call]
        room = max(1, threads) * _AHEAD - len(given)
        for chunk in islice(waiting, max(room, 0)):
            future = client.submit(make_part, job, chunk, key=part_name(job, chunk), pure=False)
            given[future] = chunk
            running.add(future)  # type: ignore[no-untyped-call]
        if not given:
            return
        future = next(running)
        yield given.pop(future), _outcome(future)


def _survives(client: "Client", job: Job, store: str, each: Input) -> bool:
    return _outcome(client.submit(try_input, job, store, each, pure=False)) is not None


def _outcome(future: Any) -> Any:
    """Return a task's result, or None where it lost its workers."""
    from concurrent.futures import CancelledError

    from distributed.scheduler import KilledWorker

    try:
        return future.result()
    except KilledWorker:
        return None
    except CancelledError:
        raise NoWorkersError("the cluster went away") from None
    except (ImportError, MissingError, RuntimeError) as error:
        raise NoWorkersError(f"a worker cannot do its work: {reason(error)}") from None


@contextmanager
def _local(jobs: int | None) -> "Iterator[Client]":
    from distributed import Client, LocalCluster

    with (
        LocalCluster(
            n_workers=jobs or cores(), threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL
        ) as cluster,  # type: ignore[no-untyped-call]
        Client(cluster) as client,  # type: ignore[no-untyped-call]
    ):
        yield client


@contextmanager
def _remote(address: str) -> "Iterator[Client]":
    from distributed import Client

    try:
        client = Client(address, timeout=_FOR_SCHEDULER)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError) as error:
        raise NoWorkersError(f"no scheduler at {address}: {error}") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=_FOR_WORKER)
        except TimeoutError:
            raise NoWorkersError(f"the scheduler at {address} has no worker") from None
        yield client


def _connection(address: str, jobs: int | None) -> Any:
    """Return what makes the client of a cluster. Raises MissingError where Dask is not installed."""
    try:
        import dask.config

        # What it has to say goes by the messages of this command.
        dask.config.set({"logging": {"distributed": "critical", "distributed.client": "critical"}})
        import distributed  # noqa: F401
    except ImportError:
        raise MissingError("--cluster needs distributed: pip install 'breach-release-extract[dask]'") from None
    return (lambda: _local(jobs)) if address == LOCAL else (lambda: _remote(address))
