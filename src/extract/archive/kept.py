"""What earlier runs have done already: their lines, walked beside the inputs, which come in the same order."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import chain, groupby
from pathlib import Path
from typing import Any, Final, NamedTuple

from extract.archive.errors import NoRecordsError
from extract.archive.work import Options
from extract.inputs import STDIN, read_limited
from extract.text.reading import encoding_of, recorded_path
from extract.version import VERSION

__all__ = ["Earlier", "Kept"]

# With this warning a text is read as one release that may be several.
_SEVERAL: Final = "several_releases"


class _Line(NamedTuple):
    """A record's line, and what tells whether it would be the same today.

    `several`: it is of a whole text that may hold several releases.
    """

    path: str
    sha256: str
    version: str
    encoding: str
    part: int | None
    several: bool
    data: bytes


class Earlier:
    """What an earlier run left at `path`, file by file.

    `finished`: it is an output that somebody may rely on, not a part of one. Raises NoRecordsError
    where its first line is whole and no record: then it is something else.
    """

    def __init__(self, path: Path, lines: Iterable[bytes], *, finished: bool) -> None:
        self.path = path
        self.finished = finished
        lines = iter(lines)
        first = next(lines, b"")
        if first.endswith(b"\n") and _read_line(first) is None:
            raise NoRecordsError("it holds no records of this command")
        self._files = groupby(filter(None, map(_read_line, chain([first], lines))), key=lambda line: line.path)
        self._next = self._read()

    @property
    def next(self) -> str | None:
        """The next file that it holds lines of; None at its end."""
        return self._next[0].path if self._next else None

    def take(self) -> list[_Line]:
        """Return the lines of the next file, and go on."""
        lines, self._next = self._next, self._read()
        if not self.finished and not self._next and lines[-1].part is not None:
            # Of a file with several releases the run may have written the first few only.
            return []
        return lines

    def _read(self) -> list[_Line]:
        return next((list(lines) for _, lines in self._files), [])


class Kept:
    """Finds, input after input, what earlier runs made of it and would be made of it today."""

    def __init__(self, earlier: Sequence[Earlier], options: Options) -> None:
        """Take what earlier runs left, the newest first."""
        self._earlier = list(earlier)
        self._options = options
        self._asked = 0
        self._used_up: dict[Path, int] = {}
        self._stale: set[str] = set()
        self._lost = 0
        self._first_lost = ""

    @property
    def lost(self) -> tuple[int, str]:
        """How many files of a finished output the new one does not hold, and the path of the first."""
        return self._lost, self._first_lost

    def find(self, path: str) -> bytes | None:
        """Return the lines of an input if its bytes, the version and the options are what they were.

        To be asked for all inputs, in their order.
        """
        self._asked += 1
        recorded = recorded_path(path)
        found = None
        for earlier in self._earlier:
            while earlier.next is not None and earlier.next < recorded:
                self._pass(earlier)
            if earlier.next != recorded:
                continue
            lines = earlier.take()
            if found is None and self._fits(path, lines):
                found = b"".join(line.data for line in lines)
            if earlier.finished:
                self._stale.add(path)
        if found is not None:
            self._stale.discard(path)
        for earlier in [earlier for earlier in self._earlier if earlier.next is None]:
            self._earlier.remove(earlier)
            if not earlier.finished:
                self._used_up[earlier.path] = self._asked
        return found

    def settle(self, path: str, *, failed: bool) -> None:
        """Learn what became of an input that was not found."""
        if path in self._stale:
            self._stale.remove(path)
            if failed:
                self._lose(path)

    def passed(self, count: int) -> list[Path]:
        """Return, once each, the parts of which the first `count` inputs have used up everything."""
        passed = [path for path, asked in self._used_up.items() if asked <= count]
        for path in passed:
            del self._used_up[path]
        return passed

    def close(self) -> None:
        """Pass over what is left when there are no more inputs."""
        for earlier in self._earlier:
            while earlier.finished and earlier.next is not None:
                self._pass(earlier)

    def _pass(self, earlier: Earlier) -> None:
        if earlier.finished and earlier.next is not None:
            self._lose(earlier.next)
        earlier.take()

    def _lose(self, path: str) -> None:
        self._first_lost = self._first_lost or path
        self._lost += 1

    def _fits(self, path: str, lines: list[_Line]) -> bool:
        if path == STDIN or not lines or any(line.version != VERSION for line in lines):
            return False
        if any(line.several if self._options.split else line.part is not None for line in lines):
            return False
        try:
            data = read_limited(path, self._options.max_bytes)
            # Of the same bytes in the same encoding it would be the same, unless there is no such text today.
            encoding = encoding_of(data, self._options.encoding, self._options.errors)
        except (OSError, ValueError):
            return False
        digest = sha256(data).hexdigest()
        return all((line.sha256, line.encoding) == (digest, encoding) for line in lines)


def _read_line(data: bytes) -> _Line | None:
    """Return what a line says of itself; None for one that is no record, as where a run broke off."""
    try:
        record: dict[str, Any] = json.loads(data)
        source = record["source"]
        path = STDIN if source["path"] is None else source["path"]
        several = source["part"] is None and any(warning["code"] == _SEVERAL for warning in record["warnings"])
        line = _Line(
            path, source["sha256"], record["extractor_version"], source["encoding"], source["part"], several, data
        )
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    return line if isinstance(path, str) and data.endswith(b"\n") else None
