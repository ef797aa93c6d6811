"""What a worker makes of several files: each is what it would be alone."""

from pathlib import Path

import pytest

from extract import api
from extract.archive.work import Options, Result, extract_data, extract_paths
from extract.mention import Span
from extract.pipeline import Findings, find_stages
from extract.stages import Stages

FIXTURES = sorted((Path(__file__).parents[1] / "fixtures").glob("*.txt"))


def test_files_side_by_side_give_what_each_gives_alone(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    large.write_text("お客様120名の氏名が漏えいしました。\n" * 8_000, encoding="utf-8")
    (tmp_path / "blank.txt").write_text(" \n", encoding="utf-8")
    paths = [str(path) for path in (*FIXTURES[:20], tmp_path / "blank.txt", large, *FIXTURES[20:40], tmp_path / "gone")]
    found = extract_paths(Options(), paths)
    assert [result.path for result in found] == paths
    assert found[:-1] == [extract_data(Options(), path, Path(path).read_bytes()) for path in paths[:-1]]
    assert [result.error for result in found if result.error] == [
        "only blanks: no text in it",
        "No such file or directory",
    ]


def test_a_fault_of_our_own_is_that_of_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str, replaced: tuple[Span, ...] = (), **where: object) -> Stages[Findings]:
        if "3名" in text:
            yield
            raise RuntimeError("what was not expected")
        return (yield from find_stages(text, replaced, **where))  # type: ignore[arg-type]

    monkeypatch.setattr(api, "find_stages", broken)
    paths = [tmp_path / f"{number}.txt" for number in range(5)]
    for number, path in enumerate(paths):
        path.write_text(f"お客様{number}名の氏名が漏えいしました。\n", encoding="utf-8")
    found = extract_paths(Options(), [str(path) for path in paths])
    assert found[3] == Result(str(paths[3]), error="internal error: RuntimeError: what was not expected")
    assert [result.error for result in found if result.path != str(paths[3])] == [None] * 4
