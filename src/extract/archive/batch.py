"""One run over many inputs into one output."""

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from extract.archive.results import Work, results
from extract.archive.work import Options, Result, extract_data, extract_paths
from extract.inputs import STDIN

if TYPE_CHECKING:
    from extract.archive.output import Output

__all__ = ["read_all", "write_all"]


def read_all(
    paths: Iterable[str | Result],
    options: Options,
    *,
    jobs: int | None = None,
    timeout: float | None = None,
    work: Work | None = None,
) -> Iterator[Result]:
    """Yield what becomes of each path, in their order; `-` is standard input, as `results` says of the rest."""
    items = (_extract_stdin(options) if path == STDIN else path for path in paths)
    return results(items, work or partial(extract_paths, options), jobs=jobs, timeout=timeout)


def write_all(
    paths: Iterable[str],
    output: "Output",
    options: Options,
    *,
    jobs: int | None = None,
    timeout: float | None = None,
    work: Work | None = None,
) -> Iterator[Result]:
    """Write what becomes of each path, and yield it when it is written; at the end finish the output.

    What earlier runs made of a path and would be made of it today is kept. Raises OSError where
    nothing more can be written, RefusedError where the output must not take its place.
    """
    from extract.archive.kept import Kept

    kept = Kept(output.earlier, options)
    found = ((path, kept.find(path)) for path in paths)
    items = (path if lines is None else Result(path, lines, kept=True) for path, lines in found)
    for count, result in enumerate(read_all(items, options, jobs=jobs, timeout=timeout, work=work), 1):
        if result.error is None:
            output.add(result.lines)
        kept.settle(result.path, failed=result.error is not None)
        for part in kept.passed(count):
            output.drop(part)
        yield result
    kept.close()
    output.finish(kept.lost)


def _extract_stdin(options: Options) -> Result:
    if sys.stdin is None:
        return Result(STDIN, error="it is closed")
    data = sys.stdin.buffer.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        return Result(STDIN, error=f"more than {options.max_bytes:,} bytes, the limit (--max-bytes)")
    return extract_data(options, STDIN, data, named=False)
