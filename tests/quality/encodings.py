"""Check that a release gives the same record in every encoding, with every line break, with and without a mark.

usage: PYTHONPATH=tests python -m quality.encodings

Takes 200 releases of ../shared/archive that all encodings can express. What may differ is `source`,
the `id`, which is made of the bytes, and what the line breaks are: a CRLF is one character longer.
"""

import codecs
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any, Final, NamedTuple

from quality.contract import MOST_SHOWN, SHARED

from extract import Record, extract
from extract.api import extract_bytes

__all__ = ["BREAKS", "STATES", "Variant", "differences", "expressible", "variants"]

RELEASES: Final = 200

# Name → codec, byte order mark, what the record says. All of which `decode` tells by itself.
STATES: Final = {
    "UTF-8": ("utf-8", b"", "utf-8"),
    "UTF-8 with a mark": ("utf-8", codecs.BOM_UTF8, "utf-8"),
    "CP932": ("cp932", b"", "cp932"),
    "EUC-JP": ("euc_jp", b"", "euc_jp"),
    "ISO-2022-JP": ("iso2022_jp", b"", "iso2022_jp"),
    "UTF-16-LE": ("utf-16-le", b"", "utf-16-le"),
    "UTF-16-BE": ("utf-16-be", b"", "utf-16-be"),
    "UTF-16-LE with a mark": ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16"),
    "UTF-16-BE with a mark": ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16"),
    "UTF-32-LE with a mark": ("utf-32-le", codecs.BOM_UTF32_LE, "utf-32"),
}
BREAKS: Final = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}
# One character of JIS, which CP932 takes to be another character of Unicode than the other encodings do.
_JIS, _WINDOWS = "〜−‖", "～－∥"
_TO_WINDOWS: Final = str.maketrans(_JIS, _WINDOWS)
_TO_JIS: Final = str.maketrans(_WINDOWS, _JIS)


class Variant(NamedTuple):
    """A release's bytes in one of the encodings, and what the record should say that it is."""

    name: str
    data: bytes
    encoding: str
    line_break: str


def _encoded(text: str, codec: str) -> bytes | None:
    """Encode a text; None where the encoding has not all of its characters, or gives others back."""
    if codec == "cp932":
        text = text.translate(_TO_WINDOWS)
    elif codec in ("euc_jp", "iso2022_jp"):
        text = text.translate(_TO_JIS)
    try:
        data = text.encode(codec)
    except UnicodeEncodeError:
        return None
    return data if data.decode(codec) == text else None


def expressible(text: str) -> bool:
    """Whether every encoding has all of the text's characters."""
    return all(_encoded(text, codec) is not None for codec, _, _ in STATES.values())


def variants(text: str) -> Iterator[Variant]:
    """Yield a text, whose lines end in LF, in every encoding that has its characters, with every line break."""
    for break_name, line_break in BREAKS.items():
        for name, (codec, mark, encoding) in STATES.items():
            data = _encoded(text.replace("\n", line_break), codec)
            if data is not None:
                yield Variant(f"{name}, {break_name}", mark + data, encoding, line_break)


def differences(text: str) -> list[str]:
    """Return, for each variant whose record is not that of the text itself, what differs."""
    expected = extract(text)
    return [fault for variant in variants(text) if (fault := _difference(text, expected, variant))]


def _difference(text: str, expected: Record, variant: Variant) -> str:
    (record,) = extract_bytes(variant.data, split=False)
    characters = len(text.replace("\n", variant.line_break))
    if (record.source.encoding, record.source.characters) != (variant.encoding, characters):
        return f"{variant.name}: read as {record.source.encoding}, {record.source.characters} characters"
    places = _places(text, variant.line_break)
    for (key, value), (_, wanted) in zip(_fields(record), _fields(expected), strict=True):
        found = _brought_back(value, places, variant.line_break)
        if found != _brought_back(wanted, _places(text, "\n"), "\n"):
            return f"{variant.name}: {key} differs: {found!r:.200}"
    return ""


def _fields(record: Record) -> list[tuple[str, Any]]:
    return [(key, value) for key, value in record.model_dump().items() if key not in ("source", "id")]


def _places(text: str, line_break: str) -> dict[int, int]:
    """Return for each place between two characters of the variant the place in the text; none inside a CRLF."""
    places, at = {}, 0
    for place, char in enumerate(text):
        places[at] = place
        at += len(line_break) if char == "\n" else 1
    places[at] = len(text)
    return places


def _brought_back(value: Any, places: dict[int, int], line_break: str, *, is_span: bool = False) -> Any:
    """Return a part of a record as it would be if the lines ended in LF, and the twins of CP932 were one."""
    if isinstance(value, dict):
        return {
            key: _brought_back(part, places, line_break, is_span=key.endswith(("span", "spans")))
            for key, part in value.items()
        }
    if isinstance(value, tuple | list):
        return [_brought_back(part, places, line_break, is_span=is_span) for part in value]
    if is_span and isinstance(value, int):
        return places.get(value, "inside a CRLF")
    return value.replace(line_break, "\n").translate(_TO_WINDOWS) if isinstance(value, str) else value


def main() -> int:
    paths = sorted(path for path in (SHARED / "archive").rglob("*") if path.is_file())
    if not paths:
        print("encodings: SKIPPED, nothing is checked: the releases (../shared/archive) are not there")
        return 0
    texts = {path: path.read_bytes().decode("utf-8-sig") for path in paths}
    fit = [path for path in paths if "\r" not in texts[path] and expressible(texts[path])]
    chosen = [fit[index * len(fit) // RELEASES] for index in range(min(RELEASES, len(fit)))]
    with ProcessPoolExecutor() as workers:
        faults = dict(zip(chosen, workers.map(differences, (texts[path] for path in chosen), chunksize=5), strict=True))
    found = [f"{path.name}: {fault}" for path in chosen for fault in faults[path]]
    for fault in found[:MOST_SHOWN]:
        print(f"encodings: {fault}")
    print(
        f"encodings: {len(chosen)} releases of {len(fit)} that all encodings can express (of {len(paths)}), each in "
        f"{len(STATES)} encodings and marks with {len(BREAKS)} line breaks: {len(found)} differ"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
