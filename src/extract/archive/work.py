"""What a worker does: from paths to the JSON lines of their records.

The extractor is loaded where it is first needed: a process that only has workers does without.
"""

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from extract.inputs import MAX_BYTES, read_limited, reason

if TYPE_CHECKING:
    from extract.text.encodings import Errors

__all__ = ["Options", "Result", "check_encoding", "extract_data", "extract_paths"]

# A worker hands in early what it has when it is this much, so that memory stays small.
_ENOUGH: Final = 4 << 20


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
    results = []
    size = 0
    for path in paths:
        results.append(_extract_path(options, path))
        size += len(results[-1].lines)
        if size > _ENOUGH:
            break
    return results


def extract_data(options: Options, path: str, data: bytes, *, named: bool = True) -> Result:
    """Return the result of a file's bytes; the record names the path unless it is not `named`."""
    from extract.api import extract_bytes
    from extract.text.reading import ReadError

    try:
        records = extract_bytes(
            data,
            path=path if named else None,
            encoding=options.encoding,
            errors=options.errors,
            split=options.split,
        )
        return Result(path, "".join(record.to_json() for record in records).encode())
    except ReadError as error:
        return Result(path, error=reason(error))
    except Exception as error:
        return Result(path, error=f"internal error: {type(error).__name__}: {error}")


def _extract_path(options: Options, path: str) -> Result:
    try:
        data = read_limited(path, options.max_bytes)
    except (OSError, ValueError) as error:
        return Result(path, error=reason(error))
    return extract_data(options, path, data)
