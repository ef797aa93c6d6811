"""The bench runs, and shows the stages; what it measures is not tested."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_bench_shows_every_stage() -> None:
    command = [sys.executable, str(ROOT / "tools" / "speed.py"), "--rounds", "1", "--every", "300"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    shown = {line.split()[0] for line in done.stdout.splitlines() if line.strip()}
    assert {"REF", "text", "scan", "find_sections", "find_dates", "find_counts", "find_items"} <= shown
    assert {"resolve_roles", "resolve_counts", "resolve_exposures", "resolve_incident", "write_record"} <= shown
