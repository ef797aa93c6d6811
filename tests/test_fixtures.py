"""Whole releases: their annotations are sound, the extractor holds its figures, records stay as stored."""

from collections.abc import Iterator
from itertools import pairwise
from typing import get_args

import pytest
from golden import current_records, difference, stored_paths
from quality.compare import Comparison, compare, total
from quality.fixtures import FOLDER, below, fixtures, measure, read_floors
from quality.reading import SUFFIX, Fixture, place

from extract import codes, extract_file

FIXTURES = fixtures()
CODES = {
    "sections": {"kinds": codes.SectionKind},
    "dates": {"mod": codes.Modifier, "role": codes.DateRole},
    "counts": {"bound": codes.Bound, "role": codes.CountRole, "status": codes.Status},
    "items": {"category": codes.Category, "status": codes.Status},
    "exposures": {"items": codes.Category, "status": codes.Status},
}
INCIDENT_CODES = {
    "types": codes.IncidentType,
    "vectors": codes.Vector,
    "reported_to": codes.Authority,
    "secondary_damage": codes.SecondaryDamage,
}

each_fixture = pytest.mark.parametrize("fixture", FIXTURES, ids=[fixture.slug for fixture in FIXTURES])


@each_fixture
def test_annotation_quotes_its_release(fixture: Fixture) -> None:
    for name in ("dates", "counts", "items"):
        spans = []
        for entry, mention in zip(fixture.note[name], fixture.reading.mentions[name], strict=True):
            start, end = mention.span
            assert start >= fixture.body, f"{name}: {entry['quote']!r} does not stand {entry['nth']} times in the body"
            assert fixture.text[start:end] == entry["quote"]
            assert "\n" not in entry["quote"]
            spans.append((start, end))
        assert spans == sorted(spans), f"{name}: not in the text's order"
        assert all(end <= start for (_, end), (start, _) in pairwise(spans)), f"{name}: overlap"


@each_fixture
def test_annotation_names_headings_in_order(fixture: Fixture) -> None:
    at = fixture.body
    for section in fixture.note["sections"]:
        found = place(section["heading"], 1, fixture.text, at)
        assert found >= 0, section["heading"]
        assert "\n" not in section["heading"]
        assert section["level"] >= 1
        at = found + len(section["heading"])


@each_fixture
def test_annotation_uses_known_codes(fixture: Fixture) -> None:
    assert set(_unknown_codes(fixture)) == set()


def _unknown_codes(fixture: Fixture) -> Iterator[str]:
    places = [(entry, known) for name, known in CODES.items() for entry in fixture.note[name]]
    for entry, known in [*places, (fixture.note["incident"], INCIDENT_CODES)]:
        for field, allowed in known.items():
            values = entry[field] if isinstance(entry[field], list) else [entry[field]]
            yield from (f"{field} {value}" for value in values if value not in (None, *get_args(allowed)))


@each_fixture
def test_annotated_groups_rest_on_annotated_mentions(fixture: Fixture) -> None:
    values = {count["value"] for count in fixture.note["counts"]}
    categories = {item["category"] for item in fixture.note["items"]}
    for group in fixture.note["exposures"]:
        assert group["value"] is None or group["value"] in values, group
        assert set(group["items"]) <= categories, group


def test_every_release_is_annotated() -> None:
    releases = {path.name for path in FOLDER.iterdir() if path.suffix in (".txt", ".md") and path.name != "README.md"}
    assert releases == {fixture.path.name for fixture in FIXTURES}
    assert len(FIXTURES) == len(list(FOLDER.glob(f"*{SUFFIX}")))


def test_every_release_of_a_file_is_annotated() -> None:
    for path in {fixture.path for fixture in FIXTURES}:
        parts = [fixture.part for fixture in FIXTURES if fixture.path == path]
        assert parts == ([None] if None in parts else list(range(1, len(parts) + 1)))
        assert [record.source.part for record in extract_file(path)] == parts


def test_a_reading_agrees_with_itself() -> None:
    for fixture in FIXTURES:
        comparison = compare(fixture.reading, fixture.reading)
        assert comparison.faults == []
        assert {score.f1 for score in comparison.scores.values()} == {1.0}


def test_a_reading_that_lacks_everything_is_at_fault() -> None:
    fixture = next(fixture for fixture in FIXTURES if fixture.slug == "ransomware_tables")
    empty = dict.fromkeys(fixture.reading.mentions, ())
    found = fixture.reading._replace(mentions=empty, headings=(), groups=())
    scores = compare(fixture.reading, found).scores
    assert all(scores[name].f1 == 0.0 for name in (*empty, "sections", "exposures", "exposures.group"))
    assert scores["incident.types"].f1 == scores["release.title"].f1 == 1.0


def test_figures_hold_their_floors() -> None:
    floors = read_floors()
    measured: dict[str, Comparison] = {fixture.slug: measure(fixture) for fixture in FIXTURES}
    scores = total(measured.values())
    fallen = below(scores, floors)
    assert not fallen, "\n".join(
        [f"{name} is {scores[name].f1:.3f}, below its floor {floors[name]:.3f}" for name in fallen]
        + [
            f"{slug}: {fault}"
            for slug, comparison in measured.items()
            for fault in comparison.faults
            if fault.startswith(tuple(f"{name.removesuffix('.group')}:" for name in fallen))
        ]
    )


def test_records_are_as_stored() -> None:
    stored = stored_paths()
    if not stored:
        pytest.skip("no record is stored in tests/fixtures: `python tests/golden.py --accept` stores them")
    current = current_records()
    absent = sorted(path.name for path in current if not path.exists())
    assert not absent, f"not stored: {absent}; `python tests/golden.py` shows them, `--accept` stores them"
    stale = sorted(path.name for path in stored if path not in current)
    assert not stale, f"stored, but their releases are gone: {stale}"
    changed = [diff for path, record in current.items() if (diff := difference(path, record))]
    assert not changed, "records differ from the stored ones:\n" + "".join(changed)
