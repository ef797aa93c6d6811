"""A flat table for a spreadsheet: UTF-8 with a byte order mark, which Excel wants to see."""

import csv
import json
from pathlib import Path
from typing import Any, Final

from extract.archive.formats.jsonl import read
from extract.archive.formats.rows import EXPOSURE, RELEASE, exposure_rows, release_row
from extract.text.shape import shape

__all__ = ["write"]

# What a spreadsheet would take for a formula: `=HYPERLINK(…)`, `＝…` where the input is Japanese; not `1-2`.
_FORMULA: Final = shape(r"[=+\-@\t\r＝＋－＠]")


def write(lines: Path, whole: Path, *, table: str) -> None:
    """Write a row a release, or an exposure.

    A text that a spreadsheet would take for a formula gets an apostrophe before it: what a stranger
    wrote in a release must not be computed by whoever opens the table.
    """
    columns = EXPOSURE if table == "exposures" else RELEASE
    with whole.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for line in read(lines):
            record = json.loads(line)
            rows = exposure_rows(record) if table == "exposures" else [release_row(record)]
            writer.writerows([_cell(row[column]) for column in columns] for row in rows)


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and _FORMULA.match(value):
        return f"'{value}"
    return value
