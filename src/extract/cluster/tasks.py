"""What workers are given, and what comes of it: chunks out, parts in, whatever becomes of single workers."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from extract.archive.errors import MissingError, NoWorkersError
from extract.cluster.chunks import Chunk, Input
from extract.cluster.parts import Job, Part, make_part, part_name, try_input
from extract.inputs import reason

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["parts"]

# Chunks in flight for each thread of the workers: none waits for the client, and the scheduler never holds the whole
# run.
_AHEAD: Final = 4


def parts(client: "Client", job: Job, chunks: Iterable[Chunk]) -> Iterator[Part]:
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
