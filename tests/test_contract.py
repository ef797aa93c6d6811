"""Records of whole releases keep the rules of a record."""

import json
from pathlib import Path

import pytest
from quality.contract import SHARED, checker
from quality.fixtures import fixtures
from rules import faults

from extract import extract_file

ROOT = Path(__file__).parents[1]
RELEASES = [
    *sorted(ROOT.glob("samples/*")),
    *sorted({fixture.path for fixture in fixtures()}),
]


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.stem)
def test_rules(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig")
    records = extract_file(path)
    assert [fault for record in records for fault in faults(record, text)] == []
    assert "".join(section.text for record in records for section in record.sections) == text


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.stem)
def test_same_bytes_twice(path: Path) -> None:
    assert [record.to_json() for record in extract_file(path)] == [record.to_json() for record in extract_file(path)]


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not there: its own checker is not asked")
def test_the_checker_that_others_use_agrees() -> None:
    check_record = checker()
    for path in RELEASES:
        text = path.read_bytes().decode("utf-8-sig")
        for record in extract_file(path):
            assert list(check_record.faults(json.loads(record.to_json()), text)) == []
