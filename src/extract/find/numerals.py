"""Numbers as Japanese releases write them, on folded text: `115, 674`, `13 万 2,000`, `77.2万`, `百五十`, `数百`."""

from decimal import Decimal
from typing import Final

from extract.text.shape import shape

__all__ = ["KANJI_DIGITS", "NUMBER", "is_vague", "parse_number"]

# A number that cannot be an amount of anything: serial numbers, hashes, noise.
_LONGEST: Final = 15

KANJI_DIGITS: Final = "〇零一二三四五六七八九"
_TENS: Final = {"十": 10, "百": 100, "千": 1_000}
_MYRIADS: Final = {"万": 10**4, "億": 10**8, "兆": 10**12}

# `1,499,300`, `115, 674`, `77.2`. Of `1,23` only the `1`; of `1.2.3` the parts, each on its own.
_DIGITS: Final = r"(?>\d{1,3}+(?: ?, ?\d{3}(?!\d))++|\d++)(?:\.\d{1,4}+(?![.\d]))?+"
# `百五十`, `二〇二五`.
_KANJI: Final = rf"[{KANJI_DIGITS}十百千]++"
# `数百`, `十数`, `何千`, `複数`. Not the 数 of a noun: `件数`, `多数`, `人数`.
_VAGUE: Final = rf"(?:複数|(?<![件人個点回台口総多少無員社校枚店半複日年])[数何])[{KANJI_DIGITS}十百千]*+"
_PART: Final = rf"(?>{_DIGITS}|{_KANJI}(?:数(?!字))?+|{_VAGUE})"

#: A pattern (no groups, possessive) that finds any of these numbers in folded text, blanks inside included.
#: `10万7,661`, `13 万 2,000`, `3千5百`, `10数`. Not: `万` of `万が一`, `兆候`.
NUMBER: Final = rf"{_PART}(?:(?: ?[十百千万億兆]++(?![が一]一|候))(?: ?{_PART})?+|数(?!字)){{0,5}}+"

_WHOLE: Final = shape(NUMBER)
_TOKEN: Final = shape(rf"\d++(?:\.\d++)?+|[{KANJI_DIGITS}]++|[十百千万億兆数何複]")
_TO_ASCII: Final = str.maketrans(KANJI_DIGITS, "00123456789")


def is_vague(folded: str) -> bool:
    """Return whether a number says no figure: 数百, 十数, 複数."""
    return "数" in folded or "何" in folded


def parse_number(folded: str) -> int | None:
    """Return the value of a number written as `NUMBER` has it.

    None where the text is no such number, where it is vague (数百), no whole number (2.5) or too
    long to be an amount (more than 15 digits).

    >>> parse_number("13 万 2,000"), parse_number("77.2万"), parse_number("百五十"), parse_number("数百")
    (132000, 772000, 150, None)
    """
    if is_vague(folded) or not _WHOLE.fullmatch(folded):
        return None
    plain = folded.replace(",", "").replace(" ", "")
    if plain.isdecimal():
        return int(plain) if len(plain) <= _LONGEST else None
    # Total of the closed myriads, of the open one, and the figure that waits for its multiplier.
    total, myriad, waiting = Decimal(0), Decimal(0), None
    for token in _TOKEN.findall(plain):
        if token in _TENS:
            myriad += _TENS[token] * (Decimal(1) if waiting is None else waiting)
            waiting = None
        elif token in _MYRIADS:
            total += _MYRIADS[token] * (myriad + (waiting or 0))
            myriad, waiting = Decimal(0), None
        elif len(token) > _LONGEST:
            return None
        else:
            waiting = Decimal(token.translate(_TO_ASCII))
    total += myriad + (waiting or 0)
    if total >= 10**_LONGEST or total != int(total):
        return None
    return int(total)
