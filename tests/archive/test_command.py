"""The command over many files: what goes wrong has its one line, and everything else is done."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from archive.stubs import line, say_path, write_releases

from extract import cli
from extract.archive import batch
from extract.archive.formats import find_format
from extract.archive.output import Output
from extract.archive.work import Options, Result
from extract.inputs import Inputs


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def process(*arguments: str, limit: int | None = None) -> tuple[int, list[str]]:
    """Run the command in a process of its own, that may write `limit` blocks of a kilobyte to a file."""
    command = [sys.executable, "-m", "extract", *arguments]
    if limit is not None:
        command = ["bash", "-c", f'ulimit -f {limit}; exec "$@"', "bash", *command]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    return done.returncode, done.stderr.decode().splitlines()


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    """Run the command in this process."""
    try:
        code = cli.main(arguments)
    except SystemExit as left:
        code = int(left.code or 0)
    return code, capsys.readouterr().err.splitlines()


def summary(said: str) -> str:
    return said.partition(" (")[0]


def test_workers_or_none_write_the_same() -> None:
    write_releases(Path("in"), 60)
    for jobs in ("0", "2"):
        code, (said,) = process("in", "-o", f"{jobs}.jsonl", "-j", jobs)
        assert (code, summary(said)) == (0, "extracted 60, kept 0, failed 0, skipped 0")
    assert Path("0.jsonl").read_bytes() == Path("2.jsonl").read_bytes()
    assert Path("0.jsonl").read_bytes().count(b"\n") == 60


@pytest.mark.parametrize("ending", ["jsonl", "sqlite", "parquet"])
def test_a_full_disk_is_one_line_and_can_be_gone_on_with(ending: str, capsys: pytest.CaptureFixture[str]) -> None:
    write_releases(Path("in"), 40)
    assert cli.main(["in", "-o", f"whole.{ending}", "-j", "0"]) == 0
    # The lines are more than this; or, of SQLite, they are less, and the tables are more.
    code, said = process("in", "-o", f"out.{ending}", "-j", "0", limit=250 if ending == "sqlite" else 60)
    assert code == 1
    assert said[0].startswith(f"extract: cannot write out.{ending}: ")
    assert said[1] == f"extract: out.{ending} is not finished: --resume goes on with it"
    assert said[2].startswith("extracted ")
    assert len(said) == 3
    capsys.readouterr()
    code, (last,) = run(capsys, "in", "-o", f"out.{ending}", "--resume", "-j", "0")
    assert code == 0
    assert int(last.split("kept ")[1].split(",")[0]) > 5
    assert Path(f"out.{ending}").read_bytes() == Path(f"whole.{ending}").read_bytes()


def test_a_folder_that_cannot_be_written(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    write_releases(Path("in"), 2)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "out.jsonl.lock")

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    assert run(capsys, "in", "-o", "out.jsonl") == (1, ["extract: cannot write out.jsonl: Permission denied"])


def test_a_file_that_vanishes_and_one_that_is_too_large(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = write_releases(Path("in"), 5)
    Path(paths[3]).write_text("大" * 1_000, encoding="utf-8")
    walked = Inputs

    def walk(names: list[str]) -> Any:
        inputs = walked(names)
        Path(paths[1]).unlink()
        return inputs

    monkeypatch.setattr(cli, "Inputs", walk)
    code, said = run(capsys, "in", "-o", "out.jsonl", "--max-bytes", "2000")
    assert code == 1
    assert said[:2] == [
        f"extract: {paths[1]}: No such file or directory",
        f"extract: {paths[3]}: 3,000 bytes, more than the limit of 2,000 (--max-bytes)",
    ]
    assert summary(said[2]) == "extracted 3, kept 0, failed 2, skipped 0"
    assert len(said) == 3


def test_fail_fast(capsys: pytest.CaptureFixture[str]) -> None:
    paths = write_releases(Path("in"), 6)
    Path(paths[2]).write_bytes(b"\xff")
    code, said = run(capsys, "in", "-o", "out.jsonl", "--fail-fast")
    assert code == 1
    assert said[0].startswith(f"extract: {paths[2]}: not UTF-8")
    assert said[1] == "extract: out.jsonl is not finished: --resume goes on with it"
    assert summary(said[2]) == "extracted 2, kept 0, failed 1, skipped 0"
    code, said = run(capsys, "in", "-o", "out.jsonl", "--resume")
    assert (code, summary(said[-1])) == (1, "extracted 3, kept 2, failed 1, skipped 0")


def test_ten_thousand_tiny_files() -> None:
    Path("in").mkdir()
    for number in range(10_000):
        Path(f"in/{number:05}.txt").write_bytes(b"1")
    paths = Inputs(["in"]).files
    with Output(Path("out.jsonl"), find_format("jsonl")) as output:
        found = sum(result.error is None for result in batch.write_all(paths, output, Options(), jobs=2, work=say_path))
    assert found == 10_000
    assert Path("out.jsonl").read_bytes() == b"".join(map(line, paths))


def test_what_was_put_aside_is_named_and_the_rest_done(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What workers do with poison stands in test_results; here it is what is said of it."""
    write_releases(Path("in"), 3)

    def put_aside(paths: list[str]) -> list[Result]:
        return [
            Result(path, error="its worker process died (SIGKILL)") if "1" in path else say_path([path])[0]
            for path in paths
        ]

    monkeypatch.setattr(batch, "extract_paths", lambda _, paths: put_aside(paths))
    code, said = run(capsys, "in", "-o", "out.jsonl")
    assert code == 1
    assert said[0] == "extract: in/00001.txt: its worker process died (SIGKILL)"
    assert summary(said[1]) == "extracted 2, kept 0, failed 1, skipped 0"


def test_a_worker_that_takes_too_long_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    Path("long.txt").write_text("会員1,200名の氏名が漏えいしました。\n" * 20_000, encoding="utf-8")
    code, said = run(capsys, "long.txt", "--timeout", "0.01")
    assert (code, said) == (1, ["extract: long.txt: took longer than 0.01 s; its worker was stopped"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["in", "--resume"], "argument --resume: there is nothing to go on with without -o OUT"),
        (["in", "-f", "sqlite"], "argument -f: sqlite needs a file: -o OUT"),
        (["in", "-f", "xml"], "argument -f: xml is none of json, jsonl,"),
        (["in", "-o", "out.jsonl", "--table", "releases"], "argument --table: releases or exposures, of csv"),
        (["in", "-o", "out.csv", "--table", "items"], "argument --table: releases or exposures, of csv"),
        (["in", "-j", "-1"], "argument -j/--jobs: "),
        (["in", "-j", "0", "--timeout", "1"], "argument --timeout: only a worker can be stopped, and -j 0 has none"),
        (["in", "--timeout", "0"], "argument --timeout: not a number of seconds: 0"),
        (["in", "--max-bytes", "2GB"], "argument --max-bytes: not a number: 2GB"),
    ],
)
def test_wrong_usage(capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    Path("in").mkdir()
    code, said = run(capsys, *arguments)
    assert code == 2
    assert message in said[-1]


def test_a_missing_package_is_said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    write_releases(Path("in"), 1)
    monkeypatch.setattr("extract.archive.formats.find_spec", lambda _: None)
    code, said = run(capsys, "in", "-o", "out.parquet")
    assert (code, said) == (2, ["extract: parquet needs pyarrow: pip install 'breach-release-extract[parquet]'"])


def test_lines_to_standard_output(capfd: pytest.CaptureFixture[str]) -> None:
    write_releases(Path("in"), 1)
    assert cli.main(["in", "-f", "jsonl"]) == 0
    out = capfd.readouterr().out
    assert out.count("\n") == 1
    assert json.loads(out)["source"]["path"] == "in/00000.txt"
