"""Where records go that do not go into a batch's output: standard output, and files written at once."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from extract.archive.formats.views import ViewWriter

__all__ = ["LineWriter", "opened", "writer_for"]


@contextmanager
def opened(path: str | None) -> Iterator[BinaryIO]:
    """Give standard output, or a file that takes its place at `path` when it is complete.

    After an exception `path` is as it was before. Raises OSError where it cannot be written.
    """
    if path is None:
        if sys.stdout is None:
            raise OSError("standard output is closed")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = Path(path).resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            yield file
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def writer_for(form: str, file: BinaryIO) -> "LineWriter | ViewWriter":
    """Return what writes records in a format that standard output can take, line by line."""
    if form in ("html", "text"):
        from extract.archive.formats.views import ViewWriter

        return ViewWriter(file, form)
    return LineWriter(file, plain=form == "jsonl")


class LineWriter:
    """Writes records' lines; unless `plain`, one that stays alone is indented."""

    def __init__(self, file: BinaryIO, *, plain: bool) -> None:
        self._file = file
        self._waiting: bytes | None = None
        self._plain = plain

    def add(self, lines: bytes) -> None:
        """Write lines, if any; the first waits for the second, which tells how it is written."""
        if not lines:
            return
        if not self._plain and self._waiting is None and lines.count(b"\n") == 1:
            self._waiting = lines
            return
        self._file.write((self._waiting or b"") + lines)
        self._waiting = b""
        self._plain = True

    def close(self) -> None:
        """Write what still waits."""
        if self._waiting:
            from extract.archive.formats.jsonl import indented

            self._file.write(indented(self._waiting))
