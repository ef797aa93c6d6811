"""How a page that lies in a file is encoded: a byte order mark, what it says of itself, or what it looks like."""

import re
from typing import Final

from extract.text.encodings import Decoded, Errors, UndecodableError, codec_of, decode

__all__ = ["decode_page"]

# `<meta charset="Shift_JIS">`, `<meta http-equiv=… content="text/html; charset=EUC-JP">`, `<?xml … encoding="…"?>`.
_DECLARED: Final = re.compile(
    rb"""(?i)<(?:meta\b[^>]{0,300}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*["']?([\w.:-]+)"""
)
# A page says so within its first bytes, or browsers would not see it.
_HEAD: Final = 4096


def decode_page(data: bytes, encoding: str | None = None, errors: Errors = "strict") -> Decoded:
    """Decode a page as `decode` does; what it says of itself is believed where it is true of all its bytes.

    Raises UndecodableError where no encoding explains the bytes, LookupError where `encoding` names none.
    """
    declared = None if encoding else _declared(data)
    if declared:
        try:
            return decode(data, declared)
        except UndecodableError:
            pass
    return decode(data, encoding, errors)


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, _HEAD)
    if found is None:
        return None
    try:
        # x-sjis, x-euc-jp: names from before they were registered.
        codec = codec_of(found[1].decode("ascii", errors="replace").lower().removeprefix("x-"))
    except LookupError:
        return None
    # A page that could be read so far is in no encoding of two bytes a letter, whatever it says.
    return None if codec.startswith(("utf-16", "utf-32", "utf-7")) else codec
