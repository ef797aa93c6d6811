"""From bytes to text: plain text and Markdown in any encoding, and by packages of their own web pages and PDFs."""

import hashlib
import os
from typing import Final, NamedTuple

from extract.text.encodings import Decoded, Errors, UndecodableError, decode
from extract.text.errors import ReadError
from extract.text.folding import fold
from extract.text.media import Made, is_html, is_pdf, missing

__all__ = ["ReadError", "Reading", "encoding_of", "read_bytes", "read_file", "read_text", "recorded_path"]

_MARKDOWN: Final = (".md", ".markdown")


class Reading(NamedTuple):
    """A decoded input: its text without byte order mark, and where it came from.

    `path` is as the caller gave it, with `/` between its parts, or None; `sha256` is that of the
    raw bytes; `encoding` is the codec's name, `utf-8` for a text that was decoded already, as that
    of a PDF; `replaced` are the spans of the text that stand for bytes that could not be decoded.
    `doubts`: codes of warnings, with a message.
    """

    text: str
    path: str | None
    sha256: str
    encoding: str
    media_type: str
    replaced: tuple[tuple[int, int], ...] = ()
    doubts: tuple[tuple[str, str], ...] = ()


def read_file(path: str | os.PathLike[str], encoding: str | None = None, errors: Errors = "strict") -> Reading:
    """Read a file. Raises OSError where it cannot be opened, else as `read_bytes`."""
    with open(path, "rb") as file:
        data = file.read()
    return read_bytes(data, os.fspath(path), encoding, errors)


def read_bytes(data: bytes, path: str | None = None, encoding: str | None = None, errors: Errors = "strict") -> Reading:
    """Decode an input as `decode` of `extract.text.encodings` does.

    Of a web page or a PDF, told by its bytes, a text is made.

    Raises ReadError where the bytes are not of that encoding or hold no text, or where the extra
    that their kind needs is not installed, and LookupError for an encoding that does not exist.
    """
    if not data:
        raise ReadError("empty file")
    if is_pdf(data):
        return _made(_read_pdf(data), "application/pdf", data, path)
    if is_html(data):
        return _made(_read_html(data, encoding, errors), "text/html", data, path)
    return _reading(_decode(data, encoding, errors), path, hashlib.sha256(data).hexdigest())


def read_text(text: str, path: str | None = None) -> Reading:
    """Take a text that is decoded already.

    Raises ReadError for a lone surrogate, naming its offset, and for a text that holds nothing.
    """
    return _reading(Decoded(text.removeprefix("\ufeff"), "utf-8"), path, None)


def encoding_of(data: bytes, encoding: str | None = None, errors: Errors = "strict") -> str:
    """Return the encoding that `read_bytes` would read an input in; raises what it would of the encoding."""
    if is_pdf(data):
        return "utf-8"
    if is_html(data):
        return _read_html(data, encoding, errors).encoding
    return _decode(data, encoding, errors).encoding


def recorded_path(path: str) -> str:
    r"""Return a path as a record names it: `/` between its parts, and Unicode.

    A name that is no Unicode could not be written as JSON: its bytes become `\xff`.
    """
    return path.replace(os.sep, "/").encode(errors="surrogateescape").decode(errors="backslashreplace")


def _decode(data: bytes, encoding: str | None, errors: Errors) -> Decoded:
    try:
        return decode(data, encoding, errors)
    except UndecodableError as error:
        raise ReadError(str(error)) from None


def _reading(decoded: Decoded, path: str | None, sha256: str | None) -> Reading:
    text, encoding, replaced = decoded
    try:
        encoded = text.encode()
    except UnicodeEncodeError as error:
        raise ReadError(f"no text: a lone surrogate at offset {error.start}") from None
    if _is_blank(text):
        raise ReadError("only blanks: no text in it")
    if path is not None:
        path = recorded_path(path)
    media_type = "text/markdown" if path and path.lower().endswith(_MARKDOWN) else "text/plain"
    return Reading(text, path, sha256 or hashlib.sha256(encoded).hexdigest(), encoding, media_type, replaced)


def _made(made: Made, media_type: str, data: bytes, path: str | None) -> Reading:
    reading = _reading(Decoded(made.text, made.encoding), path, hashlib.sha256(data).hexdigest())
    return reading._replace(media_type=media_type, doubts=made.doubts)


def _read_html(data: bytes, encoding: str | None, errors: Errors) -> Made:
    try:
        from extract.text.html import read_html
    except ImportError:
        raise missing("an HTML page", "html") from None
    try:
        return read_html(data, encoding, errors)
    except UndecodableError as error:
        raise ReadError(str(error)) from None


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
