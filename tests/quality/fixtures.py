"""Measure the extractor on the annotated releases of tests/fixtures.

usage: PYTHONPATH=tests python -m quality.fixtures [--raise] [--misses] [SLUG ...]

Prints each figure beside its floor; a figure below its floor fails. `--misses` prints every fault,
by release; `--raise` lifts the floors to the figures reached, nothing lowers them but an edit of
floors.toml.
"""

import argparse
import math
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

from quality.compare import Comparison, Score, compare, total
from quality.reading import SUFFIX, Fixture, read_fixture, read_record

from extract import Record
from extract.api import extract_bytes

__all__ = ["FOLDER", "below", "fixtures", "measure", "read_floors", "record_of"]

FOLDER = Path(__file__).parents[1] / "fixtures"
FLOORS = FOLDER / "floors.toml"


def fixtures() -> list[Fixture]:
    """Read all annotated releases, by name."""
    return [read_fixture(path) for path in sorted(FOLDER.glob(f"*{SUFFIX}"))]


def record_of(fixture: Fixture) -> Record:
    """Extract a fixture, under a path that is the same on every machine."""
    records = extract_bytes(fixture.path.read_bytes(), path=f"tests/fixtures/{fixture.path.name}")
    (record,) = (record for record in records if record.source.part == fixture.part)
    return record


def measure(fixture: Fixture) -> Comparison:
    """Hold what the extractor finds in a fixture against its annotation."""
    return compare(fixture.reading, read_record(record_of(fixture), fixture.body))


def read_floors() -> dict[str, float]:
    """Return the figures that hold, by name."""
    floors: dict[str, float] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def below(scores: Mapping[str, Score], floors: Mapping[str, float]) -> list[str]:
    """Name the figures that fell below their floors."""
    return [name for name, floor in floors.items() if scores[name].f1 < floor]


def _lift(scores: Mapping[str, Score], floors: Mapping[str, float]) -> None:
    lines = ["# What the extractor reaches on these releases. `python -m quality.fixtures --raise` lifts it."]
    for name, score in sorted(scores.items()):
        floor = max(floors.get(name, 0.0), math.floor(score.f1 * 1000) / 1000)
        lines.append(f'"{name}" = {floor:.3f}')
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", action="store_true", dest="lift", help="lift the floors to what is reached")
    parser.add_argument("--misses", action="store_true", help="print every fault")
    parser.add_argument("slugs", nargs="*", metavar="SLUG", help="only these releases; floors are then left alone")
    args = parser.parse_args()

    measured = {f.slug: measure(f) for f in fixtures() if not args.slugs or f.slug in args.slugs}
    scores = total(measured.values())
    floors = {} if args.slugs else read_floors()
    if args.lift and not args.slugs:
        _lift(scores, floors)
        floors = read_floors()
    for name, score in sorted(scores.items()):
        print(f"{name:28}{score.f1:7.3f}{floors.get(name, 0.0):7.3f}   {score.right} of {score.expected}/{score.found}")
    if args.misses:
        for slug, comparison in measured.items():
            print(f"\n{slug}: {len(comparison.faults)} faults", *comparison.faults, sep="\n  ")
    fallen = below(scores, floors)
    for name in fallen:
        print(f"fixtures: {name} is {scores[name].f1:.3f}, below its floor {floors[name]:.3f}")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
