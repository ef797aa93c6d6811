"""A record a line; or, where there is only one record, indented."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

__all__ = ["indented", "read", "read_json", "write_json"]


def indented(line: bytes) -> bytes:
    """Return a record's line as the JSON of one record alone."""
    from extract.record import Record

    return Record.model_validate_json(line).to_json(indent=2).encode()


def read(path: Path) -> Iterator[bytes]:
    """Yield the lines of a file."""
    with path.open("rb") as file:
        yield from file


def write_json(lines: Path, whole: Path) -> None:
    """Write one record indented, several as they are."""
    first = list(islice(read(lines), 2))
    with whole.open("wb") as file:
        file.writelines([indented(first[0])] if len(first) == 1 else read(lines))


def read_json(path: Path) -> Iterator[bytes]:
    """Yield the lines of what `write_json` wrote."""
    from extract.record import Record

    with path.open("rb") as file:
        if file.readline() != b"{\n":
            file.seek(0)
            yield from file
            return
        file.seek(0)
        try:
            yield Record.model_validate_json(file.read()).to_json().encode()
        except ValueError:
            yield b"\n"
