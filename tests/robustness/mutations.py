"""Releases broken at random, each by a number of its own: cut, doubled, spliced, their letters and bytes changed.

The tests take some hundreds of them, `make fuzz` as many as one likes.
"""

import random
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from quality.fixtures import FOLDER
from rules import faults

from extract import ReadError, Record
from extract.api import extract_bytes
from extract.text.reading import read_bytes

__all__ = ["Mutant", "mutant", "wrong"]

# What the extractor reads something into, put in where it does not belong.
PIECES: Final = (
    "\n", "\r\n", "\r", "\t", "\0", "\u3000", "\u200b", "\u2028", "\u0301", "|", "| --- |", "（", "）", "「", "」",
    "【", "】", "、", "。", "・", "※", "※1", "*²", "# ", "## ", "- ", "■ ", "①", "1. ", "**", "<br/>", "---\n", "〜",
    "から", "約", "最大", "名", "件", "万", "千", "1,", "９９", "数百", "氏名", "住所", "うち", "計", "のうち", "除く",
    "お客様", "従業員", "同日", "翌日", "年", "4月31日", "2031年2月29日", "24:00", "25:61", "(金)", "99999年", "0月0日",
    "9999999999999999", "第0報", "漏えい", "ません", "可能性",
)  # fmt: skip
# How what was changed as text is written; the bytes are then changed again in some.
ENCODINGS: Final = ("utf-8", "utf-8", "utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16")
MOST_CHANGES: Final = 12
LONGEST: Final = 200


class Mutant(NamedTuple):
    """Bytes, and the encoding that is named with them (None: none is)."""

    data: bytes
    encoding: str | None


@cache
def releases() -> tuple[str, ...]:
    """The texts of the project's own releases."""
    paths = sorted(path for path in FOLDER.iterdir() if path.suffix in (".txt", ".md") and path.stem != "README")
    return tuple(path.read_bytes().decode("utf-8-sig") for path in paths)


def mutant(number: int) -> Mutant:
    """Return the mutant of a number, always the same."""
    chance = random.Random(number)
    text = chance.choice(releases())
    for _ in range(chance.randint(1, MOST_CHANGES)):
        text = _changed(text, chance) or "空"
    encoding = chance.choice(ENCODINGS)
    data = text.encode(encoding, "replace")
    if chance.random() < 0.4:
        for _ in range(chance.randint(1, 3)):
            data = _changed_bytes(data, chance)
    return Mutant(data, None if encoding == "utf-8" else encoding)


def wrong(mutant: Mutant) -> Iterator[str]:
    """Say what is wrong with what becomes of a mutant: a record that breaks a rule, a refusal of several lines."""
    try:
        text = read_bytes(mutant.data, encoding=mutant.encoding).text
        records = extract_bytes(mutant.data, encoding=mutant.encoding)
    except ReadError as error:
        if len(str(error).splitlines()) != 1:
            yield f"a refusal of several lines: {error}"
        return
    if not records:
        yield "neither a record nor a refusal"
    for record in records:
        yield from faults(record, text)
        if Record.model_validate_json(record.to_json()) != record:
            yield "the JSON is not that of the record"


def _changed(text: str, chance: random.Random) -> str:
    if not text:
        return text
    start = chance.randrange(len(text))
    end = min(len(text), start + chance.randint(1, LONGEST))
    match chance.randrange(7):
        case 0:  # cut
            return text[:start] + text[end:]
        case 1:  # doubled, or many times over
            return text[:start] + text[start:end] * chance.choice((2, 2, 2, 30)) + text[end:]
        case 2:  # another release's piece put in
            other = chance.choice(releases())
            low = chance.randrange(len(other))
            return text[:start] + other[low : low + chance.randint(1, LONGEST)] + text[start:]
        case 3:  # moved elsewhere
            rest, at = text[:start] + text[end:], chance.randrange(len(text))
            return rest[:at] + text[start:end] + rest[at:]
        case 4:  # a letter changed
            return (
                text[:start]
                + chr(chance.choice((chance.randrange(1, 0xD800), ord(text[start]) ^ 1)))
                + text[start + 1 :]
            )
        case 5:  # broken off
            return text[:start] if chance.random() < 0.2 else text[start:] if chance.random() < 0.2 else text
        case _:
            return text[:start] + chance.choice(PIECES) * chance.randint(1, 3) + text[start:]


def _changed_bytes(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.randint(1, LONGEST))
    match chance.randrange(4):
        case 0:
            return data[:start] + data[end:]
        case 1:
            return data[:start] + data[start:end] + data[start:]
        case 2:
            return data[:start] + bytes([data[start] ^ 1 << chance.randrange(8)]) + data[start + 1 :]
        case _:
            return data[:start] + chance.randbytes(chance.randint(1, 4)) + data[start:]
