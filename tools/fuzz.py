"""Try releases broken at random (tests/robustness/mutations.py): no exception, and no record that breaks a rule.

Each has a number, its seed: --seed 17 --count 1 tries the one again that failed as 17.
"""

import argparse
import sys
import time
from collections import Counter

from robustness.mutations import Mutant, mutant, wrong
from tqdm import tqdm

from extract import ReadError
from extract.text.reading import read_bytes

# So many failures are enough to begin with.
MOST_SHOWN = 20


def outcome(tried: Mutant) -> tuple[str, str]:
    """Return what became of a mutant (read, refused, failed), and why it failed."""
    try:
        faults = list(wrong(tried))
    except Exception as error:
        return "failed", f"{type(error).__name__}: {error}"
    if faults:
        return "failed", "; ".join(faults[:3])
    try:
        read_bytes(tried.data, encoding=tried.encoding)
    except ReadError:
        return "refused", ""
    return "read", ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="number of the first (default: 0)")
    parser.add_argument("--count", type=int, default=20_000, metavar="N", help="how many (default: 20000)")
    args = parser.parse_args()
    tally: Counter[str] = Counter()
    started = time.monotonic()
    with tqdm(range(args.seed, args.seed + args.count), unit=" releases", mininterval=1) as numbers:
        for number in numbers:
            what, why = outcome(mutant(number))
            tally[what] += 1
            if what == "failed" and tally[what] <= MOST_SHOWN:
                numbers.write(f"SEED={number}: {why}")
    print(", ".join(f"{what} {tally[what]:,}" for what in ("read", "refused", "failed")), end=" ")
    print(f"({args.count:,} from SEED={args.seed}, {time.monotonic() - started:.0f} s)")
    sys.exit(1 if tally["failed"] else 0)


if __name__ == "__main__":
    main()
