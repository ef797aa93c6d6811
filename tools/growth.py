"""Measure how the cost grows with a text's length, the lexicons' words, an archive's size, and what a start costs.

Each figure is a ratio to something measured in the same run: a text to the same text once, the scan to all
words, a start to the bare imports that it needs, an archive to one process of REF (bare fugashi over the same
texts, reading every node's `feature.pos1`). Memory is a worker's private share (RssAnon of /proc), in MB.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from speed import texts

import extract.api
import extract.lexicon
from extract.text.folding import fold

BARE = "from pydantic import BaseModel; import regex, fugashi; A = type('A', (BaseModel,), {}); fugashi.Tagger()"
SHORT = "2031年4月2日\n株式会社みほん\n\n4月1日、不正アクセスによりお客様120名の氏名が漏えいした可能性があります。\n"
TIMES = (1, 10, 100)
SIZES = (1_000, 10_000)


def best(work: Callable[[], object], rounds: int, clock: Callable[[], float] = time.process_time) -> float:
    """Return the least seconds of several rounds, by the processor's clock unless another is given."""
    found = []
    for _ in range(rounds):
        start = clock()
        work()
        found.append(clock() - start)
    return min(found)


def of_length(over: list[str], rounds: int) -> None:
    """Print what a text costs 1, 10, 100 times as long, for each of its lengths."""
    text = max(over, key=len)
    once = best(lambda: extract.api.extract(text), rounds)
    print(f"\nthe same text, {len(text):,} characters, over and over")
    for times in TIMES:
        longer = text * times
        spent = best(lambda longer=longer: extract.api.extract(longer), 1 if times > 1 else rounds)  # type: ignore[misc]
        print(f"  {times:4} x {spent * 1e3:10.1f} ms  {spent / once / times:6.2f} of the first, a length")


def of_words(over: list[str], rounds: int) -> None:
    """Print what the scan of all lexicons costs, for each hundred of their words."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    words = sorted({fold(word) for name in extract.lexicon.LEXICONS for word in all_words(name)})
    folded = [fold(text) for text in over]
    print(f"\nthe lexicons' scan, {len(words):,} words")
    for share in (4, 2, 1):
        some = words[::share]
        matcher = AhoCorasick(some, matchkind=MatchKind.Standard)
        spent = best(lambda m=matcher: [m.find_matches_as_indexes(t, overlapping=True) for t in folded], rounds)  # type: ignore[misc]
        a_hundred = spent / len(over) * 1e6 / len(some) * 100
        print(f"  {len(some):6,} words {spent / len(over) * 1e6:9.1f} us a release {a_hundred:7.2f} us a hundred words")


def all_words(name: str) -> list[str]:
    return [word for lists in extract.lexicon.entries(name).values() for word in lists["words"]]


def of_start(rounds: int) -> None:
    """Print what one short release takes from the shell, against the bare imports: the processor's time.

    Byte code is written, as an installed package has it.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        release = Path(folder) / "release.txt"
        release.write_text(SHORT, encoding="utf-8")
        commands = {
            "bare imports": [sys.executable, "-c", BARE],
            "extract release.txt": [sys.executable, "-m", "extract", str(release)],
            "extract --version": [sys.executable, "-m", "extract", "--version"],
        }
        spent = dict.fromkeys(commands, float("inf"))
        for _ in range(2 * rounds):
            for name, command in commands.items():
                before = children_seconds()
                subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
                spent[name] = min(spent[name], children_seconds() - before)
    print("\na start")
    for name, least in spent.items():
        print(f"  {name:20}{least * 1e3:8.0f} ms  {least / spent['bare imports']:6.2f} of the bare imports")


def children_seconds() -> float:
    """Return the processor's time that the processes took which this one started and saw end."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def of_archive(over: list[str], sizes: tuple[int, ...]) -> None:
    """Print what archives of some sizes cost with all cores, start-up included, and their workers' memory."""
    from fugashi import Tagger

    tagger = Tagger()
    characters = sum(map(len, over))
    # By the clock on the wall, as the whole run is measured.
    bare = best(lambda: [[node.feature.pos1 for node in tagger(text)] for text in over], 2, time.perf_counter)
    reference = bare / characters
    print(f"\narchives of copies, {os.cpu_count()} cores")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            written = 0
            releases = Path(folder) / "releases"
            releases.mkdir()
            for number in range(size):
                # No two are the same, so that nothing can be remembered from one to the next.
                text = f"{over[number % len(over)]}\n{number}\n"
                written += len(text)
                (releases / f"{number:06}.txt").write_text(text, encoding="utf-8")
            command = [sys.executable, "-m", "extract", str(releases), "-o", str(Path(folder) / "out.jsonl")]
            spent, private = watched(command)
        print(
            f"  {size:6,} releases {spent:7.1f} s {size / spent:7.0f} a second "
            f"{spent / (reference * written):6.2f} of one process of REF, a worker {private / 1e6:.0f} MB"
        )


def watched(command: list[str]) -> tuple[float, int]:
    """Return the seconds that a command takes, and the most private memory of any process that it started."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    most = 0
    ended = threading.Event()

    def look() -> None:
        nonlocal most
        while not ended.wait(0.2):
            most = max([most, *(private_bytes(child) for child in children(process.pid))])

    looking = threading.Thread(target=look)
    looking.start()
    process.wait()
    spent = time.perf_counter() - start
    ended.set()
    looking.join()
    if process.returncode:
        sys.exit(f"{' '.join(command)}: exit code {process.returncode}")
    return spent, most


def children(process: int) -> list[int]:
    """Return the processes below one; none where there is no /proc."""
    found: list[int] = []
    try:
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in map(int, (task / "children").read_text().split()):
                found += [child, *children(child)]
    except OSError:
        pass
    return found


def private_bytes(process: int) -> int:
    """Return RssAnon of a process, 0 where it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("RssAnon")), 0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--every", type=int, default=6, metavar="N", help="take every N-th release of the archive")
    args = parser.parse_args()
    over = texts(args.every)
    of_length(over, args.rounds)
    of_words(over, args.rounds)
    of_start(args.rounds)
    of_archive(over, SIZES)


if __name__ == "__main__":
    main()
