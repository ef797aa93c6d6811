"""From bytes to characters: which encoding a Japanese text is in, and what of it cannot be decoded.

Told apart are UTF-8, CP932 (Shift_JIS), EUC-JP, ISO-2022-JP and UTF-16; UTF-32 by its byte order
mark. What is valid UTF-8 and not plain ASCII is UTF-8, and costs nothing more. Of anything else a
sample is decoded in every candidate, and the one wins whose result looks most like Japanese:
strict decoding alone does not tell, since EUC-JP is often valid CP932 too (as half-width kana) and
any even number of bytes nearly valid UTF-16. Detectors that count bytes are right less often on the
few sentences that a release may have.
"""

import codecs
import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from extract.text.shape import shape

__all__ = ["Decoded", "Errors", "UndecodableError", "codec_of", "decode"]

Errors = Literal["strict", "replace"]

# FF FE 00 00 begins UTF-32, so the longer marks are asked first.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In the order in which they win where there is nothing to choose. What is ASCII is none of the eight-bit ones, and
# only an escape begins the other characters of ISO-2022-JP.
_EIGHT_BITS: Final = ("utf-8", "cp932", "euc_jp")
_ESCAPED: Final = ("iso2022_jp", "iso2022_jp_ext")
_WIDE: Final = ("utf-16-le", "utf-16-be")
# Codecs that lack what Windows writes in these encodings (①, ㈱, 髙), and the rows of JIS where it stands: NEC's
# special characters, and IBM's as NEC selected them.
_WITHOUT_WINDOWS: Final = ("euc_jp", "iso2022_jp", "iso2022_jp_ext")
_WINDOWS_ROWS: Final = (13, 89, 90, 91, 92)

# Before the first such byte all is ASCII whatever the encoding, unless it is UTF-16: there a sample begins, at an
# even offset for the sake of UTF-16.
_TELLING: Final = re.compile(rb"[^\x01-\x1a\x1c-\x7f]")
_SAMPLE: Final = 1 << 12
# A pair that is no character goes as a whole, lest its second half be read as the first one of another.
_PAIRS: Final = {
    "cp932": re.compile(rb"[\x81-\x9f\xe0-\xfc][\x80-\xfc]"),
    "euc_jp": re.compile(rb"\x8f?[\xa1-\xfe]{2}"),
}
# What stands for bytes that are no character, until it is known where; no bytes are lone surrogates otherwise.
_HOLE: Final = "\udc80"
_HOLES: Final = shape("[\ud800-\udfff]+")
# What Python makes of the single bytes that CP932 does not have: 80, A0, FD, FE, FF.
_STRAY: Final = shape("[\x80\uf8f0-\uf8f3]")

# How much a character speaks for the decoding that gave it. Two half-width kana weigh less than the kana or
# kanji that EUC-JP has in their bytes, and more than the rare kanji that it has in theirs.
_JAPANESE: Final = 10
_HALF_WIDTH: Final = 4
_RARE: Final = -10
_STRANGE: Final = -40
# Any bytes are nearly UTF-16, so a few that look like it are not believed. Its letters of ASCII speak for it:
# each is a NUL less than there is otherwise.
_UTF16_HANDICAP: Final = -60
_UTF16_ASCII: Final = 4


# What can be done about it.
_REST: Final = "; --errors replace reads the rest"
_NOTHING: Final = "; nor is it text in another encoding that can be told, --encoding names one"


class UndecodableError(ValueError):
    """Bytes are no text in the encoding that is named, or in any; the message names the first one's offset."""


class Decoded(NamedTuple):
    """A text without byte order mark, the codec that gave it, and where it stands for what is no text.

    `replaced`: the `(start, end)` of the runs of U+FFFD, in code points, that stand for bytes.
    """

    text: str
    encoding: str
    replaced: tuple[tuple[int, int], ...] = ()


def codec_of(name: str) -> str:
    """Return the codec that is meant by an encoding's name: who says Shift_JIS means what Windows writes.

    Raises LookupError for one that does not exist.

    >>> codec_of("Shift-JIS"), codec_of("eucJP"), codec_of("UTF8")
    ('cp932', 'euc_jp', 'utf-8')
    """
    codec = codecs.lookup(name).name
    return "cp932" if codec == "shift_jis" else codec


def decode(data: bytes, encoding: str | None = None, errors: Errors = "strict") -> Decoded:
    """Decode a text in the encoding that is named, else in the one that it looks like.

    `errors="replace"` puts U+FFFD in the place of what cannot be decoded. Raises UndecodableError
    for that otherwise, LookupError for an encoding that does not exist.

    >>> decode("第２報".encode("euc_jp"))
    Decoded(text='第２報', encoding='euc_jp', replaced=())
    >>> decode("氏名".encode() + bytes([0xFF]) + "住所".encode(), errors="replace").replaced
    ((2, 3),)
    """
    if encoding is not None:
        return _decoded(data, codec_of(encoding), errors)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decoded(data, codec, errors, _REST)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        told = _told(data)
    else:
        # Of what is valid, ASCII and what has a NUL may be of another encoding all the same.
        told = "utf-8"
        if text.isascii() or "\0" in text:
            told = _told(data) or told
        if told == "utf-8":
            return Decoded(text, told)
    if told is None:
        return _decoded(data, "utf-8", errors, _NOTHING)
    return _decoded(data, told, errors, _REST)


def _told(data: bytes) -> str | None:
    """Return the codec that makes of a sample what looks most like Japanese; None where none does."""
    start = 0
    if len(data) > _SAMPLE and (telling := _TELLING.search(data)):
        start = telling.start() & ~1
    sample = data[start : start + _SAMPLE]
    eight_bits, escaped = () if data.isascii() else _EIGHT_BITS, _ESCAPED if b"\x1b" in data else ()
    candidates = (*eight_bits, *escaped, *_WIDE)
    likeness = {codec: _likeness(_with_holes(sample, codec), codec) for codec in candidates}
    best = max(likeness, key=likeness.__getitem__)
    return best if likeness[best] > 0 else None


def _likeness(text: str, codec: str) -> int:
    """Return how much a text looks like Japanese; below zero, it looks like something else."""
    counts = Counter(text)
    likeness = sum(_weight(char) * count for char, count in counts.items())
    if codec in _WIDE:
        letters = sum(count for char, count in counts.items() if char.isascii() and char.isprintable())
        likeness += _UTF16_HANDICAP + _UTF16_ASCII * letters
    return likeness


@lru_cache(maxsize=1 << 14)
def _weight(char: str) -> int:
    if char.isascii():
        return 0 if char.isprintable() or char in "\t\n\r" else _STRANGE
    if "｡" <= char <= "ﾟ":
        return _HALF_WIDTH
    try:
        code = int.from_bytes(char.encode("cp932"))
    except UnicodeEncodeError:
        if "\u3400" <= char <= "\u9fff":
            return _RARE
        # Foreign scripts and what is no character; signs, blanks and marks of format are at home in any text.
        category = unicodedata.category(char)
        return 0 if category[0] in "NPSZ" or category == "Cf" else _STRANGE
    # By the table of CP932: marks and kana, Cyrillic and frames, ① and kanji of level 1, the rest and its private use.
    if code < 0x8140 or 0xF040 <= code <= 0xF9FC:
        return _STRANGE
    if code <= 0x9872:
        return 0 if 0x8440 <= code < 0x8740 else _JAPANESE
    return _RARE


def _decoded(data: bytes, codec: str, errors: Errors, hint: str = "") -> Decoded:
    """Decode in this codec, come what may; `hint` is what an error says further."""
    try:
        text = _with_holes(data, codec) if errors == "replace" else _whole(data, codec)
    except UnicodeError as error:
        at = error.start if isinstance(error, UnicodeDecodeError) else 0
        raise UndecodableError(f"not {codec.upper()}: byte 0x{data[at]:02x} at offset {at}{hint}") from None
    text = text.removeprefix("\ufeff")
    if errors == "strict":
        return Decoded(text, codec)
    replaced = tuple(holes.span() for holes in _HOLES.finditer(text))
    return Decoded(_HOLES.sub(lambda holes: "\ufffd" * len(holes[0]), text), codec, replaced)


def _whole(data: bytes, codec: str) -> str:
    """Decode all; raises UnicodeError, mostly UnicodeDecodeError with the offset of the first fault."""
    handler = "extract.windows" if codec in _WITHOUT_WINDOWS else "strict"
    try:
        text = data.decode(codec, handler)
    except UnicodeDecodeError as error:
        if codec == "cp932":
            _whole(data[: error.start], codec)
        raise
    stray = _STRAY.search(text) if codec == "cp932" else None
    if stray:
        at = len(text[: stray.start()].encode(codec))
        raise UnicodeDecodeError(codec, data, at, at + 1, "no character")
    return text


def _with_holes(data: bytes, codec: str) -> str:
    """Decode what can be, and let lone surrogates stand for what cannot."""
    text = data.decode(codec, "surrogateescape" if codec == "utf-8" else "extract.holes")
    return _STRAY.sub(_HOLE, text) if codec == "cp932" else text


def _keep_windows(error: UnicodeError) -> tuple[str, int]:
    """Decode what Windows writes in an encoding whose codec lacks it; a handler of codecs' errors."""
    if isinstance(error, UnicodeDecodeError) and (char := _of_windows(error)):
        return char, error.start + 2
    raise error


def _leave_hole(error: UnicodeError) -> tuple[str, int]:
    """Decode what Windows writes, and put a hole where no character is; a handler of codecs' errors."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if char := _of_windows(error):
        return char, error.start + 2
    pairs = _PAIRS.get(error.encoding)
    pair = pairs and pairs.match(error.object, error.start)
    return _HOLE, pair.end() if pair else error.end


def _of_windows(error: UnicodeDecodeError) -> str:
    """Return the character that Windows writes as these two bytes; empty if there is none."""
    pair = error.object[error.start : error.start + 2]
    if error.encoding not in _WITHOUT_WINDOWS or len(pair) < 2:
        return ""
    row, cell = (pair[0] & 0x7F) - 0x20, (pair[1] & 0x7F) - 0x20
    if row not in _WINDOWS_ROWS or not 1 <= cell <= 94:
        return ""
    # The same place in Shift_JIS, which sets two rows side by side.
    lead = (row + 1) // 2 + (0x80 if row <= 62 else 0xC0)
    trail = cell + (0x9E if row % 2 == 0 else 0x3F if cell <= 63 else 0x40)
    return bytes((lead, trail)).decode("cp932", "ignore")


codecs.register_error("extract.windows", _keep_windows)
codecs.register_error("extract.holes", _leave_hole)
