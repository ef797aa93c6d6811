"""Records for the eye: a page of one release, or what a terminal shows of any number."""

import codecs
from pathlib import Path
from typing import IO, BinaryIO, cast

from extract.archive.errors import RefusedError
from extract.record import Record

__all__ = ["ViewWriter", "write"]


class ViewWriter:
    """Shows records as their lines come, `html` or `text`. Raises RefusedError for a second record on one page."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        # It leaves the file open, and tells whether that is a terminal.
        self._file = cast("IO[str]", codecs.getwriter("utf-8")(file))
        self._name = name
        self._begun = False

    def add(self, lines: bytes) -> None:
        """Show the records of some lines."""
        for line in lines.split(b"\n"):
            if line:
                self._show(Record.model_validate_json(line))

    def close(self) -> None:
        """Do nothing: what is added is shown at once."""

    def _show(self, record: Record) -> None:
        if self._name == "html":
            from extract.view.release import render_release

            if self._begun:
                raise RefusedError("html shows one release, and there are more of them")
            self._file.writelines(render_release(record))
        else:
            from extract.view.terminal import write_text

            if self._begun:
                self._file.write("\n\n")
            write_text(record, self._file)
        self._begun = True


def write(lines: Path, whole: Path, *, name: str) -> None:
    """Show the records of the first file in the second."""
    with lines.open("rb") as file, whole.open("wb") as output:
        writer = ViewWriter(output, name)
        for line in file:
            writer.add(line)
