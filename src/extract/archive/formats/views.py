"""Records for the eye: a page of one release, or what a terminal shows of any number."""

import codecs
from pathlib import Path
from typing import IO, BinaryIO, cast

from extract.archive.errors import RefusedError
from extract.record import Record

__all__ = ["ViewWriter", "write"]


class ViewWriter:
    """Shows records as their lines come: `text` of each, `html` of the one that must stay alone.

    Raises RefusedError for a second record of a page, before anything of the first is written.
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        # It leaves the file open, and tells whether that is a terminal.
        self._file = cast("IO[str]", codecs.getwriter("utf-8")(file))
        self._pages = name == "html"
        self._waiting: Record | None = None
        self._begun = False

    def add(self, lines: bytes) -> None:
        """Show the records of some lines; that of a page waits for `close`."""
        for line in filter(None, lines.split(b"\n")):
            record = Record.model_validate_json(line)
            if not self._pages:
                self._write_text(record)
            elif self._waiting is None:
                self._waiting = record
            else:
                self._waiting = None
                raise RefusedError("html shows one release, and these are several")

    def close(self) -> None:
        """Write the page, if there is any."""
        if self._waiting is not None:
            from extract.view.release import render_release

            self._file.writelines(render_release(self._waiting))

    def _write_text(self, record: Record) -> None:
        from extract.view.terminal import write_text

        if self._begun:
            self._file.write("\n\n")
        self._begun = True
        write_text(record, self._file)


def write(lines: Path, whole: Path, *, name: str) -> None:
    """Show the records of the first file in the second."""
    with lines.open("rb") as file, whole.open("wb") as output:
        writer = ViewWriter(output, name)
        for line in file:
            writer.add(line)
        writer.close()
