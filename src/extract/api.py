"""From a text, a file or its bytes to records."""

import os
from collections import deque

from extract.mention import Warning
from extract.pipeline import Findings, find_stages
from extract.record import Record, Source
from extract.stages import Stages, finish
from extract.text.encodings import Errors
from extract.text.parts import Part, find_parts
from extract.text.reading import Reading, read_bytes, read_file, read_text
from extract.version import VERSION
from extract.writing import write_record

__all__ = ["extract", "extract_bytes", "extract_file"]


def extract(text: str, *, path: str | None = None) -> Record:
    r"""Return the record of one release's text.

    Spans are `(start, end)` in code points of `text` (without a byte order mark), the end
    exclusive. `path` is what the record says of where the text comes from. A text that holds
    several releases gives one record all the same, with the warning `several_releases`.

    Raises ValueError for what is no text: blanks only, or a lone surrogate, whose offset it names.

    >>> record = extract("2031年4月2日\n株式会社みほん\n\nお客様120名の氏名が漏えいしました。")
    >>> record.source.characters, record.source.path
    (38, None)
    >>> extract("\ud800")
    Traceback (most recent call last):
        ...
    extract.text.errors.ReadError: no text: a lone surrogate at offset 0
    """
    (record,) = finish(record_stages(read_text(text, path), split=False))
    return record


def extract_file(
    path: str | os.PathLike[str], *, encoding: str | None = None, errors: Errors = "strict", split: bool = True
) -> list[Record]:
    """Return the records of a file, in its order: one for each release in it, or one of it all unless `split`.

    The file is in UTF-8, CP932 (Shift_JIS), EUC-JP, ISO-2022-JP or UTF-16, as it looks, unless
    `encoding` names a codec. `errors="replace"` reads U+FFFD for bytes that cannot be decoded, and
    warns of them. Of a web page or a PDF, which need the extras html and pdf, a text is made that the
    spans point into. Raises OSError where the file cannot be opened, ReadError (a ValueError) where it
    is no text or such bytes are in it, LookupError for a codec that does not exist.
    """
    return finish(record_stages(read_file(path, encoding, errors), split=split))


def extract_bytes(
    data: bytes,
    *,
    path: str | None = None,
    encoding: str | None = None,
    errors: Errors = "strict",
    split: bool = True,
) -> list[Record]:
    """Return the records of a file's bytes; as `extract_file`, for what is no file."""
    return finish(record_stages(read_bytes(data, path, encoding, errors), split=split))


def record_stages(reading: Reading, *, split: bool = True) -> Stages[list[Record]]:
    """Make the records of a reading, one stage after the other."""
    parts = find_parts(reading.text)
    yield
    if not (parts and split):
        whole = Part(0, 0, len(reading.text))
        found = yield from find_stages(reading.text, reading.replaced, parts=parts)
        yield
        return [_record(reading, found, whole, None)]
    records = []
    losses = deque(reading.replaced)
    for number, part in enumerate(parts, 1):
        replaced = []
        while losses and losses[0][0] < part.end:
            start, end = losses.popleft()
            replaced.append((start - part.start, end - part.start))
        text = reading.text[part.start : part.end]
        found = yield from find_stages(text, replaced, head=part.head - part.start)
        records.append(_record(reading, found, part, number))
    return records


def _record(reading: Reading, found: Findings, part: Part, number: int | None) -> Record:
    source = Source(
        path=reading.path,
        sha256=reading.sha256,
        encoding=reading.encoding,
        media_type=reading.media_type,
        characters=len(reading.text),
        part=number,
        span=(part.start, part.end),
    )
    if reading.doubts:
        doubts = [Warning(code, message, ()) for code, message in reading.doubts]
        found = found._replace(warnings=found.warnings + doubts)
    return write_record(found, reading.text, source, VERSION)
