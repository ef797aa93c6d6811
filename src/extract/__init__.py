r"""Reads Japanese press releases about data breaches and turns each into a structured record.

>>> import extract
>>> record = extract.extract("2031年4月2日\n株式会社みほん\n\nお客様120名の氏名が漏えいしました。")
>>> record.counts[0].value, record.counts[0].unit
(120, '名')

The names below are loaded when they are first used: importing the package loads neither pydantic
nor MeCab.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from extract.version import VERSION

if TYPE_CHECKING:
    from extract.api import extract as extract
    from extract.api import extract_file as extract_file
    from extract.archive.outcomes import Outcome as Outcome
    from extract.archive.outcomes import extract_all as extract_all
    from extract.record import Record as Record
    from extract.text.reading import ReadError as ReadError

__all__ = ["Outcome", "ReadError", "Record", "__version__", "extract", "extract_all", "extract_file"]

__version__ = VERSION

_HOMES = {
    "Outcome": "extract.archive.outcomes",
    "ReadError": "extract.text.reading",
    "Record": "extract.record",
    "extract": "extract.api",
    "extract_all": "extract.archive.outcomes",
    "extract_file": "extract.api",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(home), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
