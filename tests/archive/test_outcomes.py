"""Many releases for a program."""

from pathlib import Path

import pytest
from archive.stubs import write_releases

import extract


def test_outcomes_come_in_order(tmp_path: Path) -> None:
    paths = write_releases(tmp_path / "in", 40)
    Path(paths[3]).write_bytes(b"")
    for jobs in (0, 2):
        outcomes = list(extract.extract_all([*paths, tmp_path / "gone.txt"], jobs=jobs))
        assert [outcome.path for outcome in outcomes] == [*paths, str(tmp_path / "gone.txt")]
        assert {outcome.path: outcome.error for outcome in outcomes if outcome.error} == {
            paths[3]: "empty file",
            str(tmp_path / "gone.txt"): "No such file or directory",
        }
        assert [outcome.records for outcome in outcomes] == [
            () if outcome.error else tuple(extract.extract_file(outcome.path)) for outcome in outcomes
        ]


def test_a_folder_gives_its_texts(tmp_path: Path) -> None:
    paths = write_releases(tmp_path / "in", 3)
    (tmp_path / "in" / ".hidden.txt").write_bytes(b"x")
    (tmp_path / "empty").mkdir()
    assert [outcome.path for outcome in extract.extract_all(tmp_path / "in")] == paths
    assert [outcome.path for outcome in extract.extract_all([str(tmp_path / "in"), paths[0]])] == [*paths, paths[0]]
    assert [outcome.error for outcome in extract.extract_all(tmp_path / "empty")] == ["no text in this folder"]
    assert list(extract.extract_all([])) == []


def test_several_releases_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "posts.md"
    path.write_text("---\ntitle: お知らせ\n---\n第一の文。\n---\ntitle: お詫び\n---\n第二の文。\n", encoding="utf-8")
    (outcome,) = extract.extract_all([path])
    assert [(record.source.part, record.release.title) for record in outcome.records] == [
        (1, "お知らせ"),
        (2, "お詫び"),
    ]
    (outcome,) = extract.extract_all([path], split=False)
    assert [record.source.part for record in outcome.records] == [None]


def test_encoding_and_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("本日は晴天なり。".encode("cp932"))
    (outcome,) = extract.extract_all([path], encoding="cp932")
    assert outcome.records[0].source.encoding == "cp932"
    path.write_bytes("本日は晴天なり。".encode("cp932") + b"\xff")
    (outcome,) = extract.extract_all([path], errors="replace")
    assert "replaced_bytes" in [warning.code for warning in outcome.records[0].warnings]
    (outcome,) = extract.extract_all([path])
    assert outcome.error == "not CP932: byte 0xff at offset 16; --errors replace reads the rest"
    (outcome,) = extract.extract_all([path], encoding="cp932", max_bytes=5)
    assert outcome == (str(path), (), "17 bytes, more than the limit of 5 (--max-bytes)")
    with pytest.raises(LookupError, match="latin-99"):
        extract.extract_all([path], encoding="latin-99")
