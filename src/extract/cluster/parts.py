"""What a worker makes of a chunk: a part of the output, whole or absent."""

import faulthandler
import os
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from extract.archive.formats import find_format
from extract.archive.work import Options, Result, extract_data
from extract.cluster.chunks import Chunk, Input
from extract.cluster.stores import Store
from extract.version import VERSION

__all__ = ["Job", "Part", "make_part", "part_name", "try_input"]

# A process extracts one release at a time: the interpreter runs one thread anyway, and the watch below is one.
_ALONE: Final = threading.Lock()


class Job(NamedTuple):
    """What is made of every chunk of a run."""

    target: str
    form: str
    options: Options
    timeout: float
    version: str = VERSION


class Part(NamedTuple):
    """What became of a chunk: the paths that were extracted, and those that failed with the reason."""

    name: str
    extracted: tuple[str, ...]
    failed: tuple[tuple[str, str], ...]


def part_name(job: Job, chunk: Chunk, failed: tuple[str, ...] = ()) -> str:
    """Return the name of the part that holds the records of a chunk but those of its failed paths."""
    return f"part-{chunk.digest(job.version, job.options, without=failed)}.{job.form}"


def make_part(job: Job, chunk: Chunk, lost: tuple[tuple[str, str], ...] = ()) -> Part:
    """Extract a chunk and write its part; `lost` are paths that are known to lose their worker, with the reason.

    To be run by a worker. Raises OSError where the part cannot be written, RuntimeError where this worker has another
    version than the run.
    """
    if job.version != VERSION:
        raise RuntimeError(f"a worker has version {VERSION}, this run {job.version}")
    known = dict(lost)
    inputs = [each for each in chunk.inputs if each.path not in known]
    results = [*_results(job, chunk.store, inputs)]
    failed = (*lost, *((result.path, result.error) for result in results if result.error is not None))
    extracted = tuple(result.path for result in results if result.error is None)
    name = part_name(job, chunk, tuple(path for path, _ in failed))
    if extracted:
        lines = b"".join(result.lines for result in results)
        Store(job.target).write(name, _formatted(lines, job.form))
    return Part(name, extracted, failed)


def try_input(job: Job, store: str, each: Input) -> bool:
    """Extract one input, for nothing but to see whether the worker survives it: then this returns True."""
    return bool([*_results(job, store, [each])])


def _results(job: Job, store: str, inputs: list[Input]) -> Iterator[Result]:
    from extract.archive import warm  # noqa: F401 - no release is watched while the extractor loads

    most = job.options.max_bytes
    data = Store(store).read(each.place for each in inputs if each.size <= most)
    for each in inputs:
        read = data.get(each.place)
        if isinstance(read, bytes):
            with _ALONE, _Watch(job.timeout):
                yield extract_data(job.options, each.path, read)
        elif read is not None:
            yield Result(each.path, error=_reason(read))
        else:
            yield Result(each.path, error=f"{each.size:,} bytes, more than the limit of {most:,} (--max-bytes)")


class _Watch:
    """Ends this process when what it watches takes too long, even where it never gives the interpreter back."""

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout

    def __enter__(self) -> None:
        faulthandler.dump_traceback_later(self._timeout, exit=True)

    def __exit__(self, *_: object) -> None:
        faulthandler.cancel_dump_traceback_later()


def _formatted(lines: bytes, name: str) -> bytes:
    form = find_format(name)
    if form.write is None:
        return lines
    with tempfile.TemporaryDirectory() as folder:
        plain, whole = Path(folder, "lines"), Path(folder, "whole")
        plain.write_bytes(lines)
        form.write(plain, whole)
        return whole.read_bytes()


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return os.strerror(2)
    return str(error).splitlines()[0] if str(error) else type(error).__name__
