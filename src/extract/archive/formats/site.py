"""A folder that opens from disk: an index of the releases, a page of each, and their records to download."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from extract.archive.errors import RefusedError
from extract.archive.formats import csv, jsonl
from extract.record import Record
from extract.version import VERSION
from extract.view.release import render_release
from extract.view.site.entry import Entry, read_entry
from extract.view.site.index import read_scripts, render_index, write_data

__all__ = ["is_ours", "read", "write"]

_INDEX: Final = "index.html"
_RECORDS: Final = "records.jsonl"
_TABLE: Final = "records.csv"
_PAGES: Final = "releases"
_SCRIPTS: Final = "scripts"


def write(lines: Path, whole: Path) -> None:
    """Write the site of some lines into a new folder. Raises RefusedError where a library is not as we know it."""
    try:
        scripts = read_scripts()
    except ValueError as error:
        raise RefusedError(str(error)) from None
    for folder in (whole, whole / _PAGES, whole / _SCRIPTS):
        folder.mkdir()
    entries = list(_write_pages(lines, whole / _PAGES))
    for name, script in {**scripts, "data.js": write_data(entries)}.items():
        (whole / _SCRIPTS / name).write_text(script, encoding="utf-8", newline="\n")
    with (whole / _INDEX).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(render_index(entries, VERSION))
    shutil.copyfile(lines, whole / _RECORDS)
    csv.write(lines, whole / _TABLE, table="releases")


def read(path: Path) -> Iterator[bytes]:
    """Yield the lines of a site."""
    return jsonl.read(path / _RECORDS)


def is_ours(path: Path) -> bool:
    """Tell whether a folder is a site, or empty, and holds nothing else that would be lost with it."""
    return path.is_dir() and {found.name for found in path.iterdir()} in (
        set(),
        {_INDEX, _RECORDS, _TABLE, _PAGES, _SCRIPTS},
    )


def _write_pages(lines: Path, folder: Path) -> Iterator[Entry]:
    """Write a page for each record, and yield what the index knows of it.

    A page has the record's id as its name, so that links to it last; the same bytes a second time
    get a number after it.
    """
    seen: dict[str, int] = {}
    for line in jsonl.read(lines):
        record = Record.model_validate_json(line)
        seen[record.id] = seen.get(record.id, 0) + 1
        page = record.id if seen[record.id] == 1 else f"{record.id}-{seen[record.id]}"
        with (folder / f"{page}.html").open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(render_release(record, index="../index.html"))
        yield read_entry(record, page)
