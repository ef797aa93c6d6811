"""Many releases for a program: what becomes of each path, one after the other."""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from extract.archive.batch import read_all
from extract.archive.work import Options, Result, check_encoding
from extract.inputs import MAX_BYTES, Inputs

if TYPE_CHECKING:
    from extract.record import Record
    from extract.text.encodings import Errors

__all__ = ["Outcome", "extract_all"]


class Outcome(NamedTuple):
    """What became of a file: its records, or why there are none.

    `path` is as it was given, or found in a folder that was; `error` is None where all went well.
    """

    path: str
    records: "tuple[Record, ...]"
    error: str | None


def extract_all(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    jobs: int | None = None,
    encoding: str | None = None,
    errors: "Errors" = "strict",
    timeout: float | None = None,
    max_bytes: int = MAX_BYTES,
    split: bool = True,
) -> Iterator[Outcome]:
    """Yield an outcome for each file, as the paths come; of a folder, for each text in it, in order.

    Files are read and extracted in `jobs` worker processes (None: one a processor, and none for a
    few files; 0: none); a file that kills its worker, or takes it longer than `timeout` seconds (60),
    has that as its error, as does one of more than `max_bytes`. `encoding`, `errors` and `split` are
    those of `extract_file`, for all files. Memory does not grow with the number of files.

    Workers import the program that starts them, so a program that is not a module calls this under
    `if __name__ == "__main__":`. Raises LookupError for a codec that does not exist.
    """
    if encoding is not None:
        check_encoding(encoding)
    several = [paths] if isinstance(paths, str | os.PathLike) else paths
    options = Options(encoding, errors, max_bytes, split)
    return map(_outcome, read_all(_files(several), options, jobs=jobs, timeout=timeout))


def _files(paths: Iterable[str | os.PathLike[str]]) -> Iterator[str | Result]:
    for named in paths:
        path = os.fspath(named)
        if os.path.isdir(path):
            found = Inputs([path])
            yield from (Result(refused, error=why) for refused, why in found.refused)
            yield from found.files
        else:
            yield path


def _outcome(result: Result) -> Outcome:
    from extract.record import Record

    records = tuple(Record.model_validate_json(line) for line in result.lines.splitlines())
    return Outcome(result.path, records, result.error)
