"""Hold what is read in web pages and PDFs of releases against what is read in their plain text.

usage: PYTHONPATH=tests python -m quality.pages [--misses] [PATH ...]

Sets every release of tests/fixtures and samples/ (or those named) as web pages and PDFs and prints,
figure by figure, how far their records agree with that of the text. Fails below FLOORS.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from quality.compare import Comparison, Score, compare, total
from quality.reading import Mention, Reading, read_record
from quality.typeset import DESIGNS, PAPERS, Release, browser, print_pages, set_page, set_paper, take_release

from extract.api import extract_bytes

__all__ = ["FLOORS", "Producer", "measure", "producers", "releases"]

ROOT = Path(__file__).parents[2]
# What the records of pages and PDFs have in common with those of the texts, and must keep.
FLOORS: Final = {"html": 0.99, "pdf": 0.98}
HELD: Final = ("counts", "items", "exposures")
# Marks of Markdown and of lists, and blanks: what a page shows in other ways.
_MARKS: Final = frozenset("#*|-・•‐ \t\r\n\u3000")


class Producer(NamedTuple):
    """What sets releases, as `html` or `pdf`."""

    kind: str
    name: str
    make: Callable[[Release], bytes]


def releases(paths: Sequence[Path] = ()) -> list[Release]:
    """Return the releases that are set, by name."""
    folders = (ROOT / "tests" / "fixtures", ROOT / "samples")
    found = paths or [path for folder in folders for path in sorted(folder.iterdir())]
    return [
        take_release(path.name, path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
        for path in found
        if path.suffix in (".txt", ".md") and path.name != "README.md"
    ]


def producers(folder: Path) -> Iterator[Producer]:
    """Yield what pages and PDFs are made by; the browser works in `folder`, and only where there is one."""
    for design in DESIGNS:
        yield Producer("html", design, partial(set_page, design=design))
    for paper in PAPERS:
        yield Producer("pdf", paper, partial(set_paper, paper=paper))
    command = browser()
    if command is not None:
        yield Producer("pdf", "browser", lambda release: print_pages(command, release, folder))


def measure(release: Release, data: bytes) -> Comparison:
    """Hold the record of a page or a PDF against that of its text."""
    (expected,) = extract_bytes(release.text.encode(), path=release.name, split=False)
    (found,) = extract_bytes(data, split=False)
    whole = read_record(expected, release.body)
    made = "".join(section.text for section in found.sections)
    return compare(whole, _moved(read_record(found, 0), _places(release.text, made), release.body))


def _moved(reading: Reading, places: Sequence[int], body: int) -> Reading:
    """Bring the spans of what was made into the text that it was made of; leave out what stands before its body."""

    def moved(mentions: Iterable[Mention]) -> Iterator[Mention]:
        for mention in mentions:
            start, end = mention.span
            to = [places[at] for at in range(start, end) if places[at] >= 0]
            if not to:
                yield mention._replace(span=(-1, -1))
            elif to[0] >= body:
                yield mention._replace(span=(to[0], to[-1] + 1))

    return reading._replace(mentions={name: list(moved(found)) for name, found in reading.mentions.items()})


def _places(text: str, made: str) -> list[int]:
    """Return where in a text each letter stands of what was made of it; -1 for what is none of it."""
    here = [at for at, char in enumerate(made) if char not in _MARKS]
    there = [at for at, char in enumerate(text) if char not in _MARKS]
    places = [-1] * len(made)
    matcher = SequenceMatcher(None, "".join(made[at] for at in here), "".join(text[at] for at in there), autojunk=False)
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            places[here[block.a + offset]] = there[block.b + offset]
    return places


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print every difference")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="only these releases")
    args = parser.parse_args()
    measured: dict[tuple[str, str], dict[str, Comparison]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for producer in producers(Path(folder)):
            compared = {release.name: measure(release, producer.make(release)) for release in releases(args.paths)}
            measured[producer.kind, producer.name] = compared
    names = [
        "dates",
        *HELD,
        "exposures.group",
        "sections",
        "release.title",
        "release.organization",
        "release.published",
    ]
    scores = {key: total(compared.values()) for key, compared in measured.items()}
    print(f"{'':22}" + "".join(f"{kind + ' ' + name:>14}" for kind, name in scores))
    for name in names:
        print(f"{name:22}" + "".join(f"{made[name].f1:14.3f}" for made in scores.values()))
    print(f"{'releases':22}" + "".join(f"{len(compared):14}" for compared in measured.values()))
    if browser() is None:
        print("pages: SKIPPED, no PDF is printed: there is no browser (chromium)")
    if args.misses:
        for (kind, name), compared in measured.items():
            for slug, comparison in compared.items():
                for fault in comparison.faults:
                    print(f"{kind} {name} {slug}: {fault}")
    fallen = [
        f"{kind} {name}: {figure} agree to {made[figure].f1:.3f}, not {FLOORS[kind]}"
        for (kind, name), made in scores.items()
        for figure in HELD
        if made.get(figure, Score()).f1 < FLOORS[kind]
    ]
    for line in fallen:
        print(f"pages: {line}")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
