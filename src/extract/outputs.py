"""Where records go: one alone is indented, several are one line each."""

import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from extract.record import Record

__all__ = ["RecordWriter", "opened"]


@contextmanager
def opened(path: str | None) -> Iterator[BinaryIO]:
    """Give standard output, or a file that takes its place at `path` when it is complete.

    After an exception, or if nothing was written, `path` is as it was before. Raises OSError where
    it cannot be written.
    """
    if path is None:
        if sys.stdout is None:
            raise OSError("standard output is closed")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = Path(path).resolve()
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            yield file
            written = file.tell() > 0
        if target.exists():
            shutil.copymode(target, part)
        if written:
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)


class RecordWriter:
    """Writes records as JSON; the first waits for the second, which tells how it is written."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._first: Record | None = None
        self.written = 0

    def add(self, record: "Record") -> None:
        """Write a record."""
        self.written += 1
        if self.written == 1:
            self._first = record
            return
        if self._first is not None:
            self._write(self._first, indent=None)
            self._first = None
        self._write(record, indent=None)

    def close(self) -> None:
        """Write what still waits."""
        if self._first is not None:
            self._write(self._first, indent=2)

    def _write(self, record: "Record", indent: int | None) -> None:
        self._file.write(record.to_json(indent=indent).encode())
