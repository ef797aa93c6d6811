"""What kind of file some bytes are: told by what they hold, whatever the file is called."""

import codecs
import re
from typing import Final, NamedTuple

from extract.text.errors import ReadError
from extract.text.shape import shape

__all__ = ["MOST_CHARACTERS", "Made", "is_html", "is_pdf", "missing"]

# The most text that is made of a page or a PDF: a few kilobytes can be packed that unfold to gigabytes.
MOST_CHARACTERS: Final = 16 << 20

# `<!DOCTYPE html>`, `<html lang="ja">`, `<head>`, also after a prolog or comments; not `<お知らせ>`, `<rss>`.
_PAGE: Final = shape(
    r"\s*+(?:<\?xml\b[^>]*+>\s*+|<!--(?:[^-]|-(?!->))*+-->\s*+)*+"
    r"<(?:!doctype\s++html|(?:html|head|body|frameset|meta|title)(?=[\s>/]))",
    re.IGNORECASE,
)
# A piece of a page: a block of it at the beginning, and a tag at the end.
_PIECE: Final = shape(r"\s*+<(?:div|p|h[1-6]|table|section|article|main|header|ul|ol|dl)(?=[\s>])", re.IGNORECASE)
_LAST_TAG: Final = shape(r"</[a-zA-Z][a-zA-Z0-9]*+\s*+>\s*+\Z")
# A comment before the page is no longer than this, nor blanks after its last tag.
_HEAD: Final = 1 << 17
_TAIL: Final = 1 << 10
_BEFORE: Final = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n\f\v"
_UTF_16: Final = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Readers take a PDF that begins so far in, after whatever a server or a mail put before it.
_JUNK: Final = 1024


class Made(NamedTuple):
    """The text made of a page or a PDF, the codec its words were in, and doubts: codes of warnings, with a message."""

    text: str
    encoding: str
    doubts: tuple[tuple[str, str], ...] = ()


def is_html(data: bytes) -> bool:
    """Whether these are the bytes of a web page, or of a piece of one."""
    # Most files are texts, and those seldom begin so.
    if not data[:_HEAD].lstrip(_BEFORE).startswith(b"<"):
        return False
    codec = next((codec for mark, codec in _UTF_16 if data.startswith(mark)), "latin-1")
    head = data[:_HEAD].removeprefix(codecs.BOM_UTF8).decode(codec, errors="replace").removeprefix("\ufeff")
    if _PAGE.match(head):
        return True
    return (
        _PIECE.match(head) is not None and _LAST_TAG.search(data[-_TAIL:].decode(codec, errors="replace")) is not None
    )


def is_pdf(data: bytes) -> bool:
    """Whether these are the bytes of a PDF, perhaps with something else before it."""
    if data.startswith(b"%PDF-"):
        return True
    return b"%PDF-" in data[:_JUNK] and (b"startxref" in data or b" obj" in data)


def missing(kind: str, extra: str) -> ReadError:
    """Return the error that a package is missing without which a kind of file cannot be read."""
    return ReadError(f"{kind} needs packages of its own: pip install 'breach-release-extract[{extra}]'")
