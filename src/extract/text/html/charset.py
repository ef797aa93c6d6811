"""How a page that lies in a file is encoded: a byte order mark, what it says of itself, or what fits."""

import codecs
import re
from typing import Final

from extract.text.errors import ReadError

__all__ = ["decode"]

# `<meta charset="Shift_JIS">`, `<meta http-equiv=… content="text/html; charset=EUC-JP">`, `<?xml … encoding="…"?>`.
_DECLARED: Final = re.compile(
    rb"""(?i)<(?:meta\b[^>]{0,300}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*["']?([\w.:-]+)"""
)
# A page says so within its first bytes, or browsers would not see it.
_HEAD: Final = 4096
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What browsers mean by these names: the superset that Windows writes.
_MEANT: Final = {"shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "ms_kanji": "cp932"}
# EUC-JP is tried before CP932, which takes its bytes for half-width kana.
_TRIED: Final = ("utf-8", "euc_jp", "cp932")
_ESCAPES: Final = re.compile(rb"\x1b\$[@B]")


def decode(data: bytes, encoding: str | None) -> tuple[str, str]:
    """Return a page's text without byte order mark and its codec's name.

    Raises ReadError where no encoding explains the bytes, LookupError where `encoding` names none.
    """
    for mark, codec in _MARKS:
        if encoding is None and data.startswith(mark):
            return data[len(mark) :].decode(codec, errors="replace"), codec
    shifted = ["iso2022_jp"] if _ESCAPES.search(data) else []
    for codec in [encoding] if encoding else [*shifted, *_declared(data), *_TRIED]:
        try:
            return data.decode(codec).removeprefix("\ufeff"), codecs.lookup(codec).name
        except UnicodeError as error:
            reason = error
    if encoding is None:
        raise ReadError("an HTML page in none of the encodings known; name it (--encoding)")
    raise ReadError(f"not {encoding.upper()}: {reason}")


def _declared(data: bytes) -> list[str]:
    found = _DECLARED.search(data, 0, _HEAD)
    if found is None:
        return []
    name = found[1].decode("ascii", errors="replace").lower()
    name = _MEANT.get(name, name)
    try:
        # A page that could be read so far is in no encoding of two bytes a letter, whatever it says.
        return [] if codecs.lookup(name).name.startswith(("utf-16", "utf-32", "utf-7")) else [name]
    except LookupError:
        return []
