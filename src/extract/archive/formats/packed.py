"""A record a line, packed."""

import gzip
import shutil
import zlib
from collections.abc import Iterator
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import cast

__all__ = ["read_gzip", "read_zstd", "write_gzip", "write_zstd"]


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
