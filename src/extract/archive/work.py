"""What a worker does: from paths to the JSON lines of their records.

The extractor is loaded where it is first needed: a process that only has workers does without.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from extract.inputs import MAX_BYTES, read_limited, reason
from extract.stages import Stages, done, finish, side_by_side

if TYPE_CHECKING:
    from extract.text.encodings import Errors

__all__ = ["Options", "Result", "check_encoding", "extract_data", "extract_paths"]

# A worker hands in early what it has when it is this much, so that memory stays small.
_ENOUGH: Final = 4 << 20
# Files are done side by side until they are this many bytes: a hundred releases, or one that is large.
_SIDE_BY_SIDE: Final = 1 << 18


class Options(NamedTuple):
    """What changes what is made of a file.

    Its codec (None: as it looks) and what is done about bytes that cannot be decoded, the most bytes it may have, and
    whether each release in it gets a record.
    """

    encoding: str | None = None
    errors: "Errors" = "strict"
    max_bytes: int = MAX_BYTES
    split: bool = True


class Result(NamedTuple):
    """What became of a path: the JSON lines of its records, or why there are none.

    `kept`: the lines are those of an earlier run.
    """

    path: str
    lines: bytes = b""
    error: str | None = None
    kept: bool = False


def check_encoding(name: str) -> None:
    """Raise LookupError or ValueError where no text encoding has this name."""
    with suppress(UnicodeError):  # It exists, and a blank is no text in it.
        b" ".decode(name)


def extract_paths(options: Options, paths: Sequence[str]) -> list[Result]:
    """Return the results of some paths in their order, perhaps only of the first few; never raises."""
    results: list[Result] = []
    size = 0
    waiting = deque(paths)
    while waiting and size <= _ENOUGH:
        some = side_by_side(_take(options, waiting))
        results += some
        size += sum(len(result.lines) for result in some)
    return results


def extract_data(options: Options, path: str, data: bytes, *, named: bool = True) -> Result:
    """Return the result of a file's bytes; the record names the path unless it is not `named`."""
    return finish(_stages(options, path, data, named=named))


def _take(options: Options, waiting: deque[str]) -> Iterator[Stages[Result]]:
    """Take the next paths, as many as may be done side by side."""
    size = 0
    while waiting and size <= _SIDE_BY_SIDE:
        path = waiting.popleft()
        try:
            data = read_limited(path, options.max_bytes)
        except (OSError, ValueError) as error:
            yield done(Result(path, error=reason(error)))
        else:
            size += len(data)
            yield _stages(options, path, data)


def _stages(options: Options, path: str, data: bytes, *, named: bool = True) -> Stages[Result]:
    from extract.api import record_stages
    from extract.text.reading import ReadError, read_bytes

    try:
        reading = read_bytes(data, path if named else None, options.encoding, options.errors)
        yield
        records = yield from record_stages(reading, split=options.split)
        yield
        return Result(path, "".join(record.to_json() for record in records).encode())
    except ReadError as error:
        return Result(path, error=reason(error))
    except Exception as error:
        return Result(path, error=f"internal error: {type(error).__name__}: {error}")
