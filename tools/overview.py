"""Print a short table of records: overview.py RECORDS.jsonl."""

import argparse
import json
import unicodedata
from pathlib import Path
from typing import Any

HEAD = ("release", "published", "people", "records", "items", "warnings")
WIDEST = 44
# How a bound is written before, or after, its number.
BOUNDS = {"exact": "{}", "approx": "~{}", "at_most": "<={}", "at_least": ">={}", "over": ">{}", "under": "<{}"}


def row(record: dict[str, Any]) -> tuple[str, ...]:
    release, affected = record["release"], record["incident"]["affected"]
    return (
        release["title"] or release["organization"] or record["source"]["path"] or "-",
        release["published"] or "-",
        quantity(affected["people"]),
        quantity(affected["records"]),
        str(len(record["items"])),
        ", ".join(dict.fromkeys(warning["code"] for warning in record["warnings"])) or "-",
    )


def quantity(stated: dict[str, Any] | None) -> str:
    return "-" if stated is None else BOUNDS[stated["bound"]].format(f"{stated['value']:,}")


def width(text: str) -> int:
    """Count the columns of a text on a terminal, where an ideograph takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def cell(text: str, columns: int, right: bool) -> str:
    while width(text) > columns:
        text = text[:-2] + "…"
    blanks = " " * (columns - width(text))
    return blanks + text if right else text + blanks


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path)
    lines = parser.parse_args().records.read_text(encoding="utf-8").splitlines()
    rows = [HEAD, *(row(json.loads(line)) for line in lines)]
    columns = [min(WIDEST, max(map(width, column))) for column in zip(*rows, strict=True)]
    for cells in rows:
        print("  ".join(cell(text, columns[i], right=2 <= i <= 4) for i, text in enumerate(cells)).rstrip())


if __name__ == "__main__":
    main()
