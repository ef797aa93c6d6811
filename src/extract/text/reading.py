"""From bytes to text."""

import hashlib
from pathlib import Path
from typing import NamedTuple

__all__ = ["Reading", "ReadError", "read_bytes", "read_file"]


class ReadError(ValueError):
    """The input is no text that can be read; the message names the reason."""


class Reading(NamedTuple):
    """A decoded input: its text without byte order mark, and where it came from."""

    text: str
    path: str | None
    sha256: str
    encoding: str
    media_type: str


def read_bytes(data: bytes, path: str | None = None, encoding: str | None = None) -> Reading:
    """Decode an input. Raises ReadError where the bytes are no text or hold none."""
    name = encoding or "utf-8"
    try:
        text = data.decode(name).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise ReadError(f"not {name}: byte {error.start}") from None
    if not text.strip():
        raise ReadError("empty: no text in it")
    media_type = "text/markdown" if path and path.endswith(".md") else "text/plain"
    return Reading(text, path, hashlib.sha256(data).hexdigest(), name, media_type)


def read_file(path: Path, encoding: str | None = None) -> Reading:
    """Read a file. Raises OSError where it cannot be opened, ReadError where it is no text."""
    return read_bytes(path.read_bytes(), path.as_posix(), encoding)
