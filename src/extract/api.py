"""extract() and extract_file(): from a text or a file to records."""

import hashlib
from os import PathLike
from pathlib import Path

from extract.pipeline import find_all
from extract.record import Record, Source
from extract.text.reading import Reading, read_file
from extract.version import VERSION
from extract.writing import write_record

__all__ = ["extract", "extract_file"]


def extract(text: str, *, path: str | None = None) -> Record:
    """Return the record of one release's text.

    Raises ValueError for a text that is no text: it names the offset of a lone surrogate.
    """
    text = text.removeprefix("\ufeff")
    try:
        digest = hashlib.sha256(text.encode()).hexdigest()
    except UnicodeEncodeError as error:
        raise ValueError(f"no text: a lone surrogate at offset {error.start}") from None
    return _record(Reading(text, path, digest, "utf-8", "text/plain"))


def extract_file(path: str | PathLike[str], *, encoding: str | None = None) -> list[Record]:
    """Return the records of a file. Raises OSError or ReadError (a ValueError)."""
    return [_record(read_file(Path(path), encoding))]


def _record(reading: Reading) -> Record:
    source = Source(
        path=reading.path,
        sha256=reading.sha256,
        encoding=reading.encoding,
        media_type=reading.media_type,
        characters=len(reading.text),
        part=None,
        span=(0, len(reading.text)),
    )
    return write_record(find_all(reading.text), source, VERSION)
