"""Measure the extractor's speed as a ratio to REF, and show where the time goes.

REF is bare fugashi over the same texts, reading every node's `feature.pos1`. All is measured in one
process, interleaved, best of several rounds, so that the ratio says the same on any machine.
"""

import argparse
import time
from collections.abc import Callable
from inspect import isgeneratorfunction
from pathlib import Path
from types import ModuleType
from typing import Any

from fugashi import Tagger

import extract.api
import extract.lexicon
import extract.pipeline

ROOT = Path(__file__).parents[1]
ARCHIVE = ROOT.parent / "shared" / "archive"
SAMPLES = ROOT / "samples"


def texts(every: int) -> list[str]:
    """Return every n-th release of the archive, else the samples."""
    found = sorted(path for path in ARCHIVE.rglob("*") if path.is_file())[::every]
    if not found:
        print(f"no archive at {ARCHIVE.relative_to(ROOT.parent)}: measured on the samples, which are few")
        found = sorted(SAMPLES.iterdir())
    return [path.read_bytes().decode("utf-8-sig") for path in found]


def seconds(work: Callable[[str], object], over: list[str]) -> float:
    """Return the processor's time: what else the machine does at the same time does not count."""
    start = time.process_time()
    for text in over:
        work(text)
    return time.process_time() - start


class Stages:
    """Counts the time that each stage takes, what it calls included; REF is what it is held against."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def watch(self, module: ModuleType) -> None:
        """Time whatever the module calls of the extractor's other modules."""
        for name, value in list(vars(module).items()):
            home = getattr(value, "__module__", "") if callable(value) else ""
            # What a generator does is done when it is asked for it, and `stages` only asks.
            is_stage = not (hasattr(value, "_fields") or isgeneratorfunction(value) or home == "extract.stages")
            if home.startswith("extract.") and home != module.__name__ and is_stage:
                self.time(module, name)

    def round(self, work: Callable[[str], object], over: list[str]) -> dict[str, float]:
        """Return what each stage takes of one pass over the texts."""
        self.spent = dict.fromkeys(self.spent, 0.0)
        seconds(work, over)
        return self.spent

    def time(self, module: ModuleType, name: str) -> None:
        stage = getattr(module, name)
        self.spent[name] = 0.0

        def run(*args: Any, **options: Any) -> Any:
            start = time.process_time()
            try:
                return stage(*args, **options)
            finally:
                self.spent[name] += time.process_time() - start

        setattr(module, name, run)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--every", type=int, default=6, metavar="N", help="take every N-th release of the archive")
    args = parser.parse_args()

    tagger = Tagger()
    works: dict[str, Callable[[str], object]] = {
        "REF": lambda text: [node.feature.pos1 for node in tagger(text)],
        "text to Record": extract.api.extract,
        "text to JSON": lambda text: extract.api.extract(text).to_json(),
    }
    over = texts(args.every)
    best = dict.fromkeys(works, float("inf"))
    for _ in range(args.rounds):
        for name, work in works.items():
            best[name] = min(best[name], seconds(work, over))

    characters = sum(map(len, over))
    print(f"{len(over)} releases, {characters:,} characters, best of {args.rounds}\n")
    print(f"{'':16}{'ms a release':>14}{'of REF':>9}{'Mchar/s':>9}")
    for name, spent in best.items():
        print(f"{name:16}{spent / len(over) * 1e3:14.3f}{spent / best['REF']:9.2f}{characters / spent / 1e6:9.2f}")

    stages = Stages()
    stages.watch(extract.pipeline)
    stages.watch(extract.api)
    stages.time(extract.lexicon, "scan")
    rounds = [stages.round(works["text to JSON"], over) for _ in range(args.rounds)]
    fastest = min(rounds, key=lambda spent: sum(spent.values()))
    print(f"\n{'stage':24}{'ms a release':>14}{'of REF':>9}")
    for name, spent in sorted(fastest.items(), key=lambda entry: -entry[1]):
        if spent:
            print(f"{name:24}{spent / len(over) * 1e3:14.3f}{spent / best['REF']:9.3f}")


if __name__ == "__main__":
    main()
