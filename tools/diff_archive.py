"""Show which records of an archive change between two versions of the extractor, side by side.

usage: diff_archive.py [--base REVISION] [--only DIMENSION ...] [--show N] [--seed SEED] [TEXTS]

The base (HEAD, if nothing else is said) is taken out of git; the other version is the working tree.
First a table: for each dimension how many records changed, and how many of its values are gone and
how many new. Then the changed records, N of them drawn at random: what stood there before, what
stands there now.
"""

import argparse
import io
import json
import os
import random
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
ARCHIVE = ROOT.parent / "shared" / "archive"
DIMENSIONS = ("release", "incident", "sections", "dates", "counts", "items", "exposures", "warnings")
Record = dict[str, Any]


class Change(NamedTuple):
    """A value that one version found and the other did not; where both found one at a place, both."""

    dimension: str
    before: str
    after: str


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", type=Path, default=ARCHIVE, help="a folder of releases (../shared/archive)")
    parser.add_argument("--base", default="HEAD", help="the revision to compare with (HEAD)")
    parser.add_argument("--only", nargs="*", choices=DIMENSIONS, default=DIMENSIONS, help="look at these alone")
    parser.add_argument("--show", type=int, default=20, help="so many changed records (20)")
    parser.add_argument("--seed", default="extract", help="which ones are drawn")
    args = parser.parse_args()
    if not args.texts.is_dir():
        print(f"diff-archive: SKIPPED, nothing is compared: there is no folder {args.texts}")
        return 0

    with tempfile.TemporaryDirectory() as folder:
        base = source_of(args.base, Path(folder))
        before = records_by(base, args.texts, Path(folder) / "before.jsonl")
        after = records_by(ROOT / "src", args.texts, Path(folder) / "after.jsonl")
    changed = {
        path: found
        for path in sorted({*before, *after})
        if (found := changes(before.get(path, {}), after.get(path, {}), args.only))
    }
    drawn = random.Random(args.seed).sample(sorted(changed), min(args.show, len(changed)))
    for path in sorted(drawn):
        print(f"\n{path}")
        for change in changed[path]:
            print(f"  {change.dimension}")
            print(
                "".join(f"    {mark} {told}\n" for mark, told in (("-", change.before), ("+", change.after)) if told),
                end="",
            )
    print(f"\n{'':10}{'records':>9}{'gone':>7}{'new':>7}{'other':>7}")
    for dimension in args.only:
        told = [[each for each in found if each.dimension == dimension] for found in changed.values()]
        sides = Counter((bool(each.before), bool(each.after)) for found in told for each in found)
        gone, new, other = sides[True, False], sides[False, True], sides[True, True]
        print(f"{dimension:10}{sum(map(bool, told)):9}{gone:7}{new:7}{other:7}")
    print(f"{len(changed)} of {len({*before, *after})} records differ from {args.base}, {len(drawn)} shown")
    return 0


def source_of(revision: str, folder: Path) -> Path:
    """Unpack the package as it stood in a revision, and return the folder to import it from."""
    packed = subprocess.run(["git", "archive", revision, "src"], cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    return folder / "src"


def records_by(source: Path, texts: Path, out: Path) -> dict[str, Record]:
    """Extract every release with the package of a folder: path → record."""
    command = [sys.executable, "-m", "extract", str(texts), "-o", str(out)]
    # A release that fails is told on standard error, and is missing among the records of its version.
    subprocess.run(command, env={**os.environ, "PYTHONPATH": str(source)}, check=False)
    with out.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return {record["source"]["path"].removeprefix(f"{texts}/"): record for record in records}


def changes(before: Record, after: Record, dimensions: tuple[str, ...]) -> list[Change]:
    """Return what differs, by dimension, in the order of the text."""
    found = []
    for dimension in dimensions:
        old, new = (values(record, dimension) for record in (before, after))
        places = sorted({*old, *new})
        found += [
            Change(dimension, old.get(place, ""), new.get(place, ""))
            for place in places
            if old.get(place) != new.get(place)
        ]
    return found


def values(record: Record, dimension: str) -> dict[tuple[int | str, ...], str]:
    """Return a dimension's values in words, by their place (a field's name, or a mention's span)."""
    part = record.get(dimension)
    if part is None:
        return {}
    if isinstance(part, Mapping):
        return {(name,): f"{name} {words(value)}" for name, value in part.items() if name != "evidence"}
    told: dict[tuple[int | str, ...], str] = {}
    for number, entry in enumerate(part):
        place = tuple(entry.get("span") or (subject_of(entry), str(number)))
        told[place] = words({name: value for name, value in entry.items() if name not in HIDDEN})
    return told


# Numbers into other lists change with them; places are the key.
HIDDEN = {"id", "span", "spans", "subject_span", "evidence", "section", "section_ref", "count_ref", "item_refs"}


def subject_of(entry: Record) -> str:
    """Name a group or a warning, which have no single span."""
    return str(entry.get("value") or entry.get("subject") or entry.get("code") or "")


def words(value: object) -> str:
    """Tell a value in one line, what is null or empty left out."""
    if isinstance(value, Mapping):
        return " ".join(words(inner) for inner in value.values() if inner not in (None, [], {}, False, ""))
    if isinstance(value, list):
        return ",".join(words(inner) for inner in value)
    return str(value)


if __name__ == "__main__":
    sys.exit(main())
