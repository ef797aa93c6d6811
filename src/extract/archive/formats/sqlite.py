"""Tables to query, with keys and full-text search; `tables.sql` says what they hold."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from extract.archive.formats.jsonl import read as read_lines
from extract.archive.formats.rows import Row, exposure_rows, release_row, text_of
from extract.text.folding import fold

__all__ = ["folded", "pairs", "read", "write"]

_MENTIONS: Final = ("sections", "dates", "counts", "items")


def write(lines: Path, whole: Path) -> None:
    """Write the tables. Raises OSError where they cannot be written."""
    try:
        with closing(sqlite3.connect(whole, isolation_level=None)) as database:
            # It is nobody's until it takes its place, so it needs no journal.
            database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
            database.executescript(files("extract.archive.formats").joinpath("tables.sql").read_text("utf-8"))
            database.execute("BEGIN")
            for release, line in enumerate(read_lines(lines), 1):
                _write_record(database, release, line.decode())
            database.execute("INSERT INTO search (search) VALUES ('optimize')")
            database.execute("COMMIT")
    except sqlite3.Error as error:
        raise OSError(str(error)) from None


def read(path: Path) -> Iterator[bytes]:
    """Yield the lines of the records. Raises OSError for what is no such file."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            for (line,) in database.execute("SELECT json FROM records ORDER BY release"):
                yield f"{line}\n".encode()
    except sqlite3.Error as error:
        raise OSError(f"no records in it: {error}") from None


def pairs(text: str) -> str:
    """Return every two neighbouring characters of a text, as they are searched for.

    >>> pairs("氏名 と ＩＤ")
    '氏名 名と とi id d'
    """
    text = folded(text)
    return " ".join(text[start : start + 2] for start in range(len(text)))


def folded(text: str) -> str:
    """Return a text as it is searched: half width, in small letters, without blanks."""
    return "".join(fold(text).split())


def _write_record(database: sqlite3.Connection, release: int, line: str) -> None:
    record = json.loads(line)
    _insert(database, "releases", [{"release": release, **release_row(record)}])
    for table in _MENTIONS:
        _insert(database, table, _numbered(release, map(_mention, record[table])))
    exposures = zip(exposure_rows(record), record["exposures"], strict=True)
    _insert(
        database, "exposures", _numbered(release, ({**row, "count": found["count_ref"]} for row, found in exposures))
    )
    of_exposures = enumerate(found["item_refs"] for found in record["exposures"])
    _insert(
        database,
        "exposure_items",
        [{"release": release, "exposure": number, "item": item} for number, found in of_exposures for item in found],
    )
    warnings = ({"code": warning["code"], "message": warning["message"]} for warning in record["warnings"])
    _insert(database, "warnings", _numbered(release, warnings))
    _insert(database, "records", [{"release": release, "json": line.rstrip("\n")}])
    _insert(database, "search", [{"rowid": release, "pairs": pairs(text_of(record))}])


def _numbered(release: int, rows: Iterable[Row]) -> list[Row]:
    return [{"release": release, "number": number, **row} for number, row in enumerate(rows)]


def _mention(mention: dict[str, Any]) -> Row:
    """Return the columns of a section, date, count or item: its span's two numbers, its kinds in one text."""
    row = {name: value for name, value in mention.items() if name not in ("span", "heading_span")}
    if "kinds" in row:
        row["kinds"] = ";".join(row["kinds"])
    return {**row, "span_start": mention["span"][0], "span_end": mention["span"][1]}


def _insert(database: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    if rows:
        columns = ", ".join(f'"{name}"' for name in rows[0])
        places = ", ".join("?" * len(rows[0]))
        database.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", map(tuple, map(dict.values, rows)))
