"""The tools that come with the annotated releases, each run as a process of its own."""

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

__all__ = ["ARCHIVE", "NOTES", "SHARED", "Figures", "run", "score"]

SHARED = Path(__file__).parents[3] / "shared"
ARCHIVE = SHARED / "archive"
NOTES = SHARED / "gold" / "notes"

# A figure's name → how much of it is right, from 0 to 1 (`releases` and what is broken are numbers).
Figures = dict[str, float]


def run(tool: str, *options: object) -> str:
    """Run one of the tools and return what it prints."""
    command = [sys.executable, str(SHARED / "gold" / tool), *map(str, options)]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE, encoding="utf-8").stdout


def score(notes: Path, texts: Path, records: Path, misses: bool = False) -> Figures:
    """Hold records, one a line, against the notes; `misses` prints every fault."""
    scores = records.with_suffix(".json")
    options = ["--gold", notes, "--texts", texts, "--records", records, "--json", scores]
    printed = run("score.py", *options, *(["--misses"] if misses else []))
    if misses:
        print(printed)
    # A figure that nothing was found for is not told.
    return defaultdict(float, json.loads(scores.read_text(encoding="utf-8")))
