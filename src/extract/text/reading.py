"""From bytes to text: plain text and Markdown, and by packages of their own web pages and PDFs."""

import codecs
import hashlib
import os
from typing import Final, NamedTuple

from extract.text.errors import ReadError
from extract.text.folding import fold
from extract.text.media import Made, is_html, is_pdf, missing

__all__ = ["ReadError", "Reading", "read_bytes", "read_file", "read_text", "recorded_path"]

_MARKDOWN: Final = (".md", ".markdown")


class Reading(NamedTuple):
    """A decoded input: its text without byte order mark, and where it came from.

    `path` is as the caller gave it, with `/` between its parts, or None; `sha256` is that of the
    raw bytes; `encoding` is the codec's name, `utf-8` for a text that was decoded already, as that
    of a PDF. `doubts`: codes of warnings, with a message.
    """

    text: str
    path: str | None
    sha256: str
    encoding: str
    media_type: str
    doubts: tuple[tuple[str, str], ...] = ()


def read_file(path: str | os.PathLike[str], encoding: str | None = None) -> Reading:
    """Read a file. Raises OSError where it cannot be opened, else as `read_bytes`."""
    with open(path, "rb") as file:
        data = file.read()
    return read_bytes(data, os.fspath(path), encoding)


def read_bytes(data: bytes, path: str | None = None, encoding: str | None = None) -> Reading:
    """Decode an input: UTF-8, with or without a byte order mark, or the encoding that is named.

    Of a web page or a PDF, told by its bytes, a text is made.

    Raises ReadError where the bytes are not of that encoding or hold no text, or where the extra
    that their kind needs is not installed, and LookupError for an encoding that does not exist.
    """
    if not data:
        raise ReadError("empty file")
    if is_pdf(data):
        return _made(_read_pdf(data), "application/pdf", data, path)
    if is_html(data):
        return _made(_read_html(data, encoding), "text/html", data, path)
    codec = codecs.lookup(encoding or "utf-8").name
    try:
        text = data.decode(codec)
    except UnicodeError as error:
        raise ReadError(_undecodable(data, codec, error, encoding)) from None
    return _reading(text, path, hashlib.sha256(data).hexdigest(), codec)


def read_text(text: str, path: str | None = None) -> Reading:
    """Take a text that is decoded already.

    Raises ReadError for a lone surrogate, naming its offset, and for a text that holds nothing.
    """
    return _reading(text, path, None, "utf-8")


def recorded_path(path: str) -> str:
    r"""Return a path as a record names it: `/` between its parts, and Unicode.

    A name that is no Unicode could not be written as JSON: its bytes become `\xff`.
    """
    return path.replace(os.sep, "/").encode(errors="surrogateescape").decode(errors="backslashreplace")


def _reading(text: str, path: str | None, sha256: str | None, encoding: str) -> Reading:
    text = text.removeprefix("\ufeff")
    try:
        encoded = text.encode()
    except UnicodeEncodeError as error:
        raise ReadError(f"no text: a lone surrogate at offset {error.start}") from None
    if _is_blank(text):
        raise ReadError("only blanks: no text in it")
    if path is not None:
        path = recorded_path(path)
    media_type = "text/markdown" if path and path.lower().endswith(_MARKDOWN) else "text/plain"
    return Reading(text, path, sha256 or hashlib.sha256(encoded).hexdigest(), encoding, media_type)


def _made(made: Made, media_type: str, data: bytes, path: str | None) -> Reading:
    reading = _reading(made.text, path, hashlib.sha256(data).hexdigest(), made.encoding)
    return reading._replace(media_type=media_type, doubts=made.doubts)


def _read_html(data: bytes, encoding: str | None) -> Made:
    try:
        from extract.text.html import read_html
    except ImportError:
        raise missing("an HTML page", "html") from None
    return read_html(data, encoding)


def _read_pdf(data: bytes) -> Made:
    try:
        from extract.text.pdf import read_pdf
    except ImportError:
        raise missing("a PDF", "pdf") from None
    return read_pdf(data)


def _is_blank(text: str) -> bool:
    """Whether nothing of the text can be seen; folding makes invisible characters blanks."""
    stripped = text.strip()
    return not fold(stripped[:1]).strip() and not fold(stripped).strip()


def _undecodable(data: bytes, codec: str, error: UnicodeError, named: str | None) -> str:
    at = error.start if isinstance(error, UnicodeDecodeError) else 0
    reason = f"not {codec.upper()}: byte 0x{data[at]:02x} at offset {at}"
    return reason if named else f"{reason}; if it is text, name its encoding (--encoding cp932)"
