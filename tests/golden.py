"""Show what would change in the stored records of tests/fixtures.

usage: golden.py [--accept]

For every release of tests/fixtures the whole record is stored beside it, as `<slug>.record.json`.
This prints a unified diff from the stored record to the one extracted now, for each that differs,
and fails if any does. Only `--accept` writes; it prints the same diff.
"""

import argparse
import difflib
import sys
from pathlib import Path

from quality.fixtures import FOLDER, fixtures, record_of

__all__ = ["SUFFIX", "current_records", "difference", "stored_paths"]

SUFFIX = ".record.json"


def current_records() -> dict[Path, str]:
    """Extract every fixture: where its record is stored → the record as it is now."""
    return {FOLDER / f"{fixture.slug}{SUFFIX}": record_of(fixture).to_json(indent=2) for fixture in fixtures()}


def stored_paths() -> list[Path]:
    """Return the stored records' paths, by name."""
    return sorted(FOLDER.glob(f"*{SUFFIX}"))


def difference(path: Path, current: str | None) -> str:
    """Return the unified diff from the record stored at `path` to the current one; None is no record."""
    stored = path.read_bytes().decode("utf-8") if path.exists() else ""
    old, new = (text.splitlines(keepends=True) for text in (stored, current or ""))
    return "".join(difflib.unified_diff(old, new, f"stored/{path.name}", f"current/{path.name}"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accept", action="store_true", help="store the records as they are now")
    args = parser.parse_args()

    current: dict[Path, str | None] = dict.fromkeys(stored_paths())
    current.update(current_records())
    changed = {path: diff for path, record in sorted(current.items()) if (diff := difference(path, record))}
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print("".join(changed.values()), end="")
    if args.accept:
        for path in changed:
            record = current[path]
            if record is None:
                path.unlink()
            else:
                path.write_bytes(record.encode("utf-8"))
    print(f"golden: {len(current)} records, {len(changed)} {'accepted' if args.accept else 'differ'}")
    return 1 if changed and not args.accept else 0


if __name__ == "__main__":
    sys.exit(main())
