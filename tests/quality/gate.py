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

# What the scorer calls each figure, and what it should reach at least on archive files.
TARGETS: dict[str, float] = {
    "dates": 0.96,
    "dates.span": 0.95,
    "dates.role": 0.90,
    "counts": 0.96,
    "counts.span": 0.97,
    "counts.status": 0.95,
    "counts.role": 0.95,
    "counts.total": 0.95,
    "items": 0.96,
    "items.span": 0.95,
    "items.status": 0.96,
    "items.status_macro": 0.85,
    "counts.status_macro": 0.85,
    "sections": 0.97,
    "sections.kind": 0.95,
    "sections.kinds": 0.90,
    "exposures": 0.90,
    "exposures.group": 0.80,
    "exposures.subject": 0.85,
    "incident.types": 0.90,
    "incident.vectors": 0.80,
    "incident.reported_to": 0.97,
    "incident.occurred": 0.90,
    "incident.occurred_end": 0.95,
    "incident.detected": 0.88,
    "incident.affected_people": 0.92,
    "incident.affected_records": 0.92,
    "incident.secondary_damage": 0.82,
    "incident.third_party": 0.88,
    "release.organization": 0.98,
    "release.title": 0.98,
    "release.published": 0.98,
    "release.report_number": 0.98,
    "core": 0.60,
    "perfect": 0.35,
}
# On the bare releases the masthead is harder to read than the archive's own block.
BARE_TARGETS = {name: 0.93 for name in TARGETS if name.startswith("release.")}
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
    for name, on_files in TARGETS.items():
        cells = []
        for source, reached in figures.items():
            target = BARE_TARGETS.get(name, on_files) if source == "bare" else on_files
            short = "<" if reached[name] < target else ""
            cells.append(f"{reached[name]:8.3f}{floors.pinned[source].get(name, 0.0):8.3f}{target:8.2f}{short:5}")
        print(f"{name:28}{''.join(cells)}".rstrip())
    print(f"{'releases':28}" + "".join(f"{reached['releases']:8}{'':21}" for reached in figures.values()).rstrip())


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
