"""Measure how the cost of hostile texts grows: the time for n, 2n, 4n and 8n characters of each family.

The families are those of the tests (tests/robustness/families.py). `n` is so chosen that it takes long enough
to be measured, up to a million characters. The growth is that of a power law through the four times (least
squares of their logarithms), for a doubling: 2 is linear, 4 quadratic. The costliest of the three doublings
stands beside it; that one may be off by what the machine does at the time, or where the text outgrows a cache.
Exits with 1 where the growth is more than MOST, or a record lacks anything that the text says. With --bytes,
each family once, that large, in a process of its own: its time and the most memory that it held.
"""

import argparse
import gc
import resource
import subprocess
import sys
import time
from collections.abc import Iterable
from itertools import pairwise
from math import log2
from statistics import linear_regression

from robustness.families import FAMILIES, grown, missed
from tqdm import tqdm

from extract import extract

MOST = 2.4
STEPS = (1, 2, 4, 8)
# Seconds that the shortest text takes at least, unless it has this many characters.
LEAST = 0.04
LONGEST = 1 << 20
SHORTEST = 4_000


def seconds(text: str) -> float:
    """Return the processor's time for one text."""
    gc.collect()
    start = time.process_time()
    extract(text)
    return time.process_time() - start


def least_size(name: str) -> int:
    """Return how long a text must be so that its time can be told from noise."""
    size = SHORTEST
    # What the first text of a family finds still to compile is not its cost.
    seconds(grown(name, size).text)
    while size < LONGEST and seconds(grown(name, size).text) < LEAST:
        size *= 2
    return size


def growth(spent: list[float]) -> float:
    """Return how many times as long twice the text takes."""
    return 2 ** linear_regression(list(map(log2, STEPS)), list(map(log2, spent))).slope


def costliest(spent: list[float]) -> float:
    """Return how many times as long the costliest doubling took."""
    return max(after / before for before, after in pairwise(spent))


def measured(name: str, rounds: int) -> tuple[int, list[float]]:
    """Return n, and the seconds for n, 2n, 4n, 8n; what grows too fast is measured again, up to `rounds` times."""
    size = least_size(name)
    texts = [grown(name, size * step).text for step in STEPS]
    spent = [seconds(text) for text in texts]
    for _ in range(rounds - 1):
        # Another process may have had the processor or its caches, for seconds on end: what really grows does so
        # every time.
        if costliest(spent) <= MOST:
            break
        spent = [min(least, seconds(text)) for least, text in zip(spent, texts, strict=True)]
    return size, spent


def of_growth(names: Iterable[str], rounds: int) -> list[str]:
    """Print a line for each family, and return those that grow too fast or lack something."""
    failed = []
    print(f"{'hostile text':34}{'n':>9}{'n':>9}{'2n':>9}{'4n':>9}{'8n s':>9}  growth  costliest")
    for name in tqdm(list(names), unit=" families", leave=False, disable=None):
        size, spent = measured(name, rounds)
        hostile = grown(name, size)
        wrong = missed(extract(hostile.text), hostile)
        too_fast = growth(spent) > MOST
        if wrong or too_fast:
            failed.append(name)
        times = "".join(f"{least:9.3f}" for least in spent)
        notes = [f"more than {MOST}"] * too_fast + wrong
        tqdm.write(
            f"{name:34}{size:9,}{times}  {growth(spent):6.2f}  {costliest(spent):9.2f}  {'; '.join(notes)}".rstrip()
        )
    return failed


def of_size(names: Iterable[str], size: int) -> None:
    """Print what each family costs in so many bytes."""
    print(f"{'hostile text':34}{'characters':>12}{'s':>9}{'MB':>9}")
    for name in names:
        subprocess.run([sys.executable, __file__, "--one", name, "--bytes", str(size)], check=True)


def of_one(name: str, size: int) -> None:
    """Print the same of one family."""
    sample = grown(name, 10_000).text
    text = grown(name, int(size * len(sample) / len(sample.encode()) * 0.999)).text
    start = time.perf_counter()
    extract(text)
    spent = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:34}{len(text):12,}{spent:9.1f}{memory:9,.0f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", metavar="WORD", help="families whose name holds this")
    parser.add_argument("--rounds", type=int, default=12, help="how often what grows too fast is measured")
    parser.add_argument("--bytes", type=int, metavar="N", help="measure one text of so many bytes a family")
    parser.add_argument("--one", metavar="NAME", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        of_one(args.one, args.bytes)
        return
    names = [name for name in FAMILIES if args.only in name]
    if args.bytes:
        of_size(names, args.bytes)
        return
    failed = of_growth(names, args.rounds)
    if failed:
        sys.exit(f"{len(failed)} of {len(names)}: {', '.join(failed)}")


if __name__ == "__main__":
    main()
