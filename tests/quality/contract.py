"""Check the records of every release in ../shared against the contract.

No fault, the same bytes twice, and one record of each file of the archive: none holds several releases.
"""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

from extract import extract_file

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
MOST_SHOWN = 20


def checker() -> ModuleType:
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("check_record", SHARED / "check_record.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> int:
    if not (SHARED / "check_record.py").is_file():
        print("contract: SKIPPED, nothing is checked: the releases (../shared) are not there")
        return 0
    check_record = checker()
    texts = sorted(path for name in ("archive", "seeds") for path in (SHARED / name).rglob("*") if path.is_file())
    found = []
    records = 0
    for path in texts:
        text = path.read_bytes().decode("utf-8-sig")
        lines = [record.to_json() for record in extract_file(path)]
        if lines != [record.to_json() for record in extract_file(path)]:
            found.append(f"{path.name}: not the same bytes twice")
        if path.is_relative_to(SHARED / "archive") and len(lines) > 1:
            found.append(f"{path.name}: one release, split into {len(lines)}")
        for line in lines:
            records += 1
            found += [f"{path.name}: {fault}" for fault in check_record.faults(json.loads(line), text)]
    for fault in found[:MOST_SHOWN]:
        print(f"contract: {fault}")
    print(f"contract: {len(texts)} files, {records} records, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
