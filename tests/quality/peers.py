"""Measure other libraries beside the extractor, on the same annotated releases.

usage: python -m quality.peers [--write]

Of every mention that a library finds two things are asked: whether its place overlaps an annotated
one's (found), and whether its value is right too (right); both are F1, one to one. Then the script
that puts libraries together into whole records is run, and the scorer on its records and on ours.
`--write` puts the tables into the README. Without ../shared there is nothing to measure, which is said.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from quality.compare import Comparison, Score, compare_mentions
from quality.gate import measure
from quality.peer_readings import LEAK, Reader, ginza, ja_timex, numexp
from quality.reading import Fixture, Mention, read_fixture, read_record
from quality.readme import write_table
from quality.scorer import ARCHIVE, NOTES, SHARED, Figures, run, score

from extract import extract_file

__all__ = ["roughly", "scored"]

LIBRARIES = ("ja-timex", "pynormalizenumexp", "ginza", "ja-ginza")
DIMENSIONS = ("dates", "counts", "items")
# What the scorer says of whole records, and what the README calls it.
FIGURES = {
    "dates": "dates",
    "counts": "counts",
    "items": "items",
    "exposures": "exposures",
    "exposures.group": "exposures.group",
    "incident.occurred": "incident.occurred",
    "incident.affected_people": "incident.affected_people",
    "core": "releases right in every count, item, group, day and person",
}


class Measured(NamedTuple):
    """A library by what it is made for: dimension → what was found, and what of it is right.

    `values` is false where it gives none, `timed` where the seconds of the processor are not its own.
    """

    name: str
    found: Mapping[str, Score]
    right: Mapping[str, Score]
    seconds: float
    values: bool = True
    timed: bool = True


class Whole(NamedTuple):
    """Whole records of all releases: the scorer's figures, and the seconds of the processor that they took."""

    figures: Figures
    seconds: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the tables into the README")
    args = parser.parse_args()

    if not (SHARED / "gold" / "peers.py").is_file():
        print("peers: SKIPPED, nothing is measured: the annotated releases (../shared/gold) are not there")
        return 0
    fixtures = [read_fixture(note, ARCHIVE) for note in sorted(NOTES.glob("*.json"))]
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder) / "together.jsonl"
        together = _put_together(records)
        ours = measure(NOTES, ARCHIVE, Path(folder) / "ours.jsonl")
        words = _word_list(records)
    own = _measured("extract", _extract, fixtures)
    listed = _measured("a list of words", words, fixtures)._replace(timed=False)
    table = table_of([own, *_libraries(fixtures), listed], Whole(ours, own.seconds), together)
    print(table)
    if args.write:
        write_table("peers", table)
    return 0


def scored(expected: Sequence[Mention], found: Sequence[Mention]) -> tuple[Score, Score]:
    """Return how many were found, whatever their values, and how many of them are right."""
    return _overlap([_bare(m) for m in expected], [_bare(m) for m in found]), _overlap(expected, found)


def roughly(times: float) -> str:
    """Return a ratio of times in one figure: 0.3, 4, 200."""
    return f"{float(f'{times:.1g}'):g}"


def table_of(measured: Sequence[Measured], ours: Whole, together: Whole) -> str:
    """Return the README's tables: each library on what it is made for, and whole records."""
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    lines = [
        f"Measured on {date.today().isoformat()}: {ours.figures['releases']:.0f} files of an archive; {versions}.",
        "",
        "| | | found | right | time |",
        "|---|---|---:|---:|---:|",
        *(_line(name, one, ours) for name in DIMENSIONS for one in measured if name in one.found),
        "",
        "| whole records | extract | libraries put together |",
        "|---|---:|---:|",
        *(f"| {name} | {_share(key, ours)} | {_share(key, together)} |" for key, name in FIGURES.items()),
        f"| time | 1 | {roughly(together.seconds / ours.seconds)} |",
    ]
    return "\n".join(lines) + "\n"


def _line(dimension: str, one: Measured, ours: Whole) -> str:
    found = f"{one.found[dimension].f1:.3f}"
    right = f"{one.right[dimension].f1:.3f}" if one.values else "–"
    times = roughly(one.seconds / ours.seconds) if one.timed else ""
    return f"| {dimension} | {one.name} | {found} | {right} | {times} |"


def _share(key: str, whole: Whole) -> str:
    share, number = whole.figures[key], whole.figures["releases"]
    return f"{share * number:.0f} of {number:.0f}" if key == "core" else f"{share:.3f}"


def _libraries(fixtures: Sequence[Fixture]) -> Iterator[Measured]:
    for name, read in (
        ("ja-timex", ja_timex(strip_blanks=False)),
        ("ja-timex, inner blanks stripped", ja_timex(strip_blanks=True)),
        ("pynormalizenumexp", numexp()),
        ("pynormalizenumexp, inner blanks stripped", numexp(strip_blanks=True)),
        ("pynormalizenumexp, lines with a word of leaks", numexp(in_lines=LEAK)),
    ):
        yield _measured(name, read, fixtures)
    yield _measured("GiNZA", ginza(), fixtures)._replace(values=False)


def _measured(name: str, read: Reader, fixtures: Sequence[Fixture]) -> Measured:
    """Read all releases once and score them."""
    read(fixtures[0])  # so that what is loaded at the first use is not timed
    start = time.process_time()
    readings = [read(fixture) for fixture in fixtures]
    seconds = time.process_time() - start
    found, right = dict.fromkeys(readings[0], Score()), dict.fromkeys(readings[0], Score())
    for fixture, reading in zip(fixtures, readings, strict=True):
        for dimension, mentions in reading.items():
            scores = scored(fixture.reading.mentions[dimension], mentions)
            found[dimension] = found[dimension].plus(scores[0])
            right[dimension] = right[dimension].plus(scores[1])
    return Measured(name, found, right, seconds)


def _overlap(expected: Sequence[Mention], found: Sequence[Mention]) -> Score:
    result = Comparison()
    compare_mentions(result, "all", [mention._replace(attributes={}) for mention in expected], found)
    return result.scores["all"]


def _bare(mention: Mention) -> Mention:
    return mention._replace(core=())


def _extract(fixture: Fixture) -> Mapping[str, Sequence[Mention]]:
    (record,) = extract_file(fixture.path)
    return read_record(record, fixture.body).mentions


def _put_together(records: Path) -> Whole:
    """Run the script that makes whole records with the libraries."""
    before = os.times()
    run("peers.py", ARCHIVE, NOTES, records)
    after = os.times()
    seconds = after.children_user + after.children_system - before.children_user - before.children_system
    return Whole(score(NOTES, ARCHIVE, records), seconds)


def _word_list(records: Path) -> Reader:
    """Read the items of that script's records, which it finds by a list of words."""
    lines = map(json.loads, records.read_text(encoding="utf-8").strip().split("\n"))
    items: dict[str, list[dict[str, Any]]] = {record["source"]["path"]: record["items"] for record in lines}

    def read(fixture: Fixture) -> Mapping[str, Sequence[Mention]]:
        found = items[fixture.note["path"]]
        return {
            "items": [
                Mention((item["span"][0], item["span"][1]), item["text"], (item["category"],), {}) for item in found
            ]
        }

    return read


if __name__ == "__main__":
    sys.exit(main())
