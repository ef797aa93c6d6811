"""A record a line: plain, packed, or, where there is only one record, indented."""

import gzip
import shutil
import zlib
from collections.abc import Iterator
from io import BufferedReader, RawIOBase
from itertools import islice
from pathlib import Path
from typing import cast

__all__ = ["indented", "read", "read_gzip", "read_json", "read_zstd", "write_gzip", "write_json", "write_zstd"]


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
    if len(first) == 1:
        whole.write_bytes(indented(first[0]))
    else:
        shutil.copyfile(lines, whole)


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


def write_gzip(lines: Path, whole: Path) -> None:
    """Pack lines; without a name and a time, so that the same lines give the same bytes."""
    with lines.open("rb") as file, whole.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed:
        shutil.copyfileobj(file, packed, 1 << 20)


def read_gzip(path: Path) -> Iterator[bytes]:
    """Yield the lines of a packed file. Raises OSError where it is damaged."""
    try:
        with gzip.open(path) as file:
            yield from file
    except (EOFError, zlib.error) as error:
        raise OSError(f"damaged: {error}") from None


def write_zstd(lines: Path, whole: Path) -> None:
    """Pack lines."""
    import zstandard

    with lines.open("rb") as file, whole.open("wb") as raw:
        zstandard.ZstdCompressor(10).copy_stream(file, raw, size=lines.stat().st_size)


def read_zstd(path: Path) -> Iterator[bytes]:
    """Yield the lines of a packed file. Raises OSError where it is damaged."""
    import zstandard

    try:
        with path.open("rb") as packed, zstandard.ZstdDecompressor().stream_reader(packed) as file:
            yield from BufferedReader(cast(RawIOBase, file))
    except zstandard.ZstdError as error:
        raise OSError(f"damaged: {error}") from None
