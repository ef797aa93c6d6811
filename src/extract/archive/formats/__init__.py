"""What an output may be: each format is made of the finished lines, and may give them back."""

from collections.abc import Callable, Iterable
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

from extract.archive.errors import MissingError

__all__ = ["NAMES", "TABLES", "Format", "find_format", "name_for"]

# Each format, the endings that mean it, the extra that it needs, and the modules which that brings.
_FORMATS: Final[dict[str, tuple[tuple[str, ...], str, tuple[str, ...]]]] = {
    "json": ((".json",), "", ()),
    "jsonl": ((".jsonl", ".ndjson"), "", ()),
    "jsonl.gz": ((".gz",), "", ()),
    "jsonl.zst": ((".zst",), "zstd", ("zstandard",)),
    "parquet": ((".parquet",), "parquet", ("pyarrow",)),
    "sqlite": ((".sqlite", ".sqlite3", ".db"), "", ()),
    "csv": ((".csv",), "", ()),
    "html": ((".html", ".htm"), "view", ("jinja2",)),
    "text": ((), "view", ("rich",)),
    "site": (("/",), "site", ("jinja2", "chartkick", "itables")),
}
NAMES: Final = tuple(_FORMATS)
TABLES: Final = ("releases", "exposures")


class Format(NamedTuple):
    """How an output is made.

    `write` makes it at the second path of the lines at the first; None where it is those lines.
    `read` gives the lines of an output; None where it does not hold them. `is_ours` tells of a folder
    whether it is such an output, all of it; None where an output is a file.
    """

    name: str
    write: Callable[[Path, Path], None] | None
    read: Callable[[Path], Iterable[bytes]] | None
    is_ours: Callable[[Path], bool] | None = None


def name_for(path: str) -> str:
    """Return the format that a file's name means; `json` for an ending that is none of ours."""
    lowered = path.lower()
    return next((name for name, (endings, *_) in _FORMATS.items() if lowered.endswith(endings)), "json")


def find_format(name: str, table: str | None = None) -> Format:
    """Return a format by its name; of CSV, the table. Raises MissingError where a package is not installed."""
    _, extra, modules = _FORMATS[name]
    for module in modules:
        if find_spec(module) is None:
            raise MissingError(f"{name} needs {module}: pip install 'breach-release-extract[{extra}]'")
    if name == "parquet":
        from extract.archive.formats import parquet

        return Format(name, parquet.write, parquet.read)
    if name == "sqlite":
        from extract.archive.formats import sqlite

        return Format(name, sqlite.write, sqlite.read)
    if name == "csv":
        from extract.archive.formats import csv

        return Format(name, partial(csv.write, table=table or TABLES[0]), None)
    if name == "site":
        from extract.archive.formats import site

        return Format(name, site.write, site.read, site.is_ours)
    if name in ("html", "text"):
        from extract.archive.formats import views

        return Format(name, partial(views.write, name=name), None)
    from extract.archive.formats import jsonl, packed

    pairs = {
        "json": (jsonl.write_json, jsonl.read_json),
        "jsonl": (None, jsonl.read),
        "jsonl.gz": (packed.write_gzip, packed.read_gzip),
        "jsonl.zst": (packed.write_zstd, packed.read_zstd),
    }
    return Format(name, *pairs[name])
