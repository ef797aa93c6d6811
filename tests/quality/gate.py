"""Hold the extractor's accuracy on the annotated releases against pinned floors.

usage: python -m quality.gate [--raise] [--misses]

The scorer is run twice: over the archive's files, and over the bare releases as companies set them,
without the archive's own block. Each figure is printed beside its floor and its target; a figure
below its floor fails. `--raise` lifts the floors to the figures reached, and puts them into the
README; nothing lowers them but an edit of floors.toml, for all to see. Without ../shared there is
nothing to measure, which is said.
"""

import argparse
import hashlib
import json
import sys
import tempfile
from pathlib import Path

from quality.floors import Floors, lifted, read_floors, write_floors
from quality.scorer import ARCHIVE, NOTES, Figures, run, score

from extract import extract_file

# What the scorer calls each figure, and what it should reach at least: on archive files, on bare releases.
TARGETS: dict[str, tuple[float, float]] = {
    "dates": (0.92, 0.92),
    "counts": (0.92, 0.92),
    "items": (0.90, 0.90),
    "sections": (0.95, 0.95),
    "sections.kind": (0.88, 0.88),
    "exposures": (0.65, 0.65),
    "exposures.group": (0.45, 0.45),
    "items.status_macro": (0.70, 0.70),
    "counts.status_macro": (0.70, 0.70),
    "release.organization": (0.95, 0.85),
    "release.title": (0.95, 0.85),
    "release.published": (0.95, 0.85),
    "incident.occurred": (0.75, 0.75),
    "incident.detected": (0.75, 0.75),
    "incident.affected_people": (0.80, 0.80),
    "incident.affected_records": (0.80, 0.80),
    "incident.types": (0.80, 0.80),
    "incident.reported_to": (0.95, 0.95),
}
# A masthead as companies set it may cost the mentions so much and no more.
MENTIONS = ("dates", "counts", "items")
MOST_LOST = 0.03


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", action="store_true", dest="lift", help="lift the floors to what is reached")
    parser.add_argument("--misses", action="store_true", help="print every fault that the scorer found")
    args = parser.parse_args()

    if not NOTES.is_dir():
        print("quality: SKIPPED, nothing is measured: the annotated releases (../shared/gold) are not there")
        return 0
    digest = digest_of(NOTES)
    floors = read_floors()
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder)
        run("raw.py", "--gold", NOTES, "--texts", ARCHIVE, "--out", bare)
        figures = {
            "archive": measure(NOTES, ARCHIVE, bare / "archive.jsonl", args.misses),
            "bare": measure(bare / "notes", bare / "texts", bare / "bare.jsonl", args.misses),
        }
    if args.lift:
        floors = lifted(floors, figures, list(TARGETS), digest)
        write_floors(floors)
    elif floors.digest != digest:
        print("quality: these are not the annotated releases that the floors were pinned on; they hold all the same")
    print_table(figures, floors)
    problems = faults(figures, floors)
    for problem in problems:
        print(f"quality: {problem}")
    return 1 if problems else 0


def measure(notes: Path, texts: Path, records: Path, misses: bool = False) -> Figures:
    """Extract the releases that the notes name, into `records`, and score them."""
    with records.open("w", encoding="utf-8", newline="") as file:
        for note in sorted(notes.glob("*.json")):
            path = texts / json.loads(note.read_text(encoding="utf-8"))["path"]
            file.writelines(record.to_json() for record in extract_file(path))
    return score(notes, texts, records, misses)


def digest_of(notes: Path) -> str:
    digest = hashlib.sha256()
    for note in sorted(notes.glob("*.json")):
        digest.update(note.read_bytes())
        digest.update((ARCHIVE / json.loads(note.read_bytes())["path"]).read_bytes())
    return digest.hexdigest()


def print_table(figures: dict[str, Figures], floors: Floors) -> None:
    print(f"{'':28}{'archive files':>24}     {'bare releases':>24}")
    print(f"{'':28}" + "     ".join([f"{'reached':>8}{'floor':>8}{'target':>8}"] * 2))
    for name, targets in TARGETS.items():
        cells = []
        for (source, reached), target in zip(figures.items(), targets, strict=True):
            short = "<" if reached[name] < target else ""
            cells.append(f"{reached[name]:8.3f}{floors.pinned[source].get(name, 0.0):8.3f}{target:8.2f}{short:5}")
        print(f"{name:28}{''.join(cells)}".rstrip())
    for name, shape in (("core", ".3f"), ("perfect", ".3f"), ("releases", "")):
        print(f"{name:28}" + "".join(f"{reached[name]:8{shape}}{'':21}" for reached in figures.values()).rstrip())


def faults(figures: dict[str, Figures], floors: Floors) -> list[str]:
    """Say what does not hold."""
    found = []
    for source, reached in figures.items():
        for name, floor in floors.pinned[source].items():
            if reached[name] < floor:
                found.append(f"{source}: {name} is {reached[name]:.3f}, below its floor {floor:.3f}")
        found += [f"{source}: {name} is {reached[name]}" for name in ("broken_spans", "absent") if reached[name]]
    for name in MENTIONS:
        lost = figures["archive"][name] - figures["bare"][name]
        if lost > MOST_LOST:
            found.append(f"{name} falls by {lost:.3f} on bare releases, more than {MOST_LOST}")
    return found


if __name__ == "__main__":
    sys.exit(main())
