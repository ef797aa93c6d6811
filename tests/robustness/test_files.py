"""Files, folders and names made to break the command: one clear line each, and everything else is done."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import extract

RELEASE = "2031年4月2日\n株式会社みほん\n\nお客様120名の氏名が漏えいしました。\n"
FORMATS = ("jsonl", "csv", "sqlite", "parquet")
NASTY_NAMES = (
    "two\nlines.txt",
    "\x1b[31mred\x1b]0;title\x07.txt",
    "-rf.txt",
    "--output.txt",
    "$(touch pwned).txt",
    "`touch pwned`.txt",
    "; touch pwned #.txt",
    " .txt",
    "\u202etxt.exe.txt",
    "=1+1.txt",
    "あ" * 80 + ".txt",
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test stands in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def command(*arguments: str | bytes) -> tuple[int, bytes, list[str]]:
    """Run the command: exit code, standard output, the lines of its messages."""
    done = subprocess.run(
        [sys.executable, "-m", "extract", *arguments],
        capture_output=True,
        check=False,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )
    lines = done.stderr.decode().removesuffix("\n").split("\n")
    assert all(line.isprintable() for line in lines), lines
    assert not any("Traceback" in line for line in lines)
    return done.returncode, done.stdout, [line for line in lines if line and not line.startswith("extracted ")]


@pytest.fixture
def special() -> Iterator[list[str]]:
    """Everything that is no file with a text in it, by name; made to look like one where it can be."""
    Path("folder.txt").mkdir()
    os.mkfifo("pipe.txt")
    Path("self.txt").symlink_to("self.txt")
    Path("one.txt").symlink_to("other.txt")
    Path("other.txt").symlink_to("one.txt")
    Path("dangling.txt").symlink_to("nowhere.txt")
    Path("zero.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.txt")
        names = ["folder.txt", "pipe.txt", "self.txt", "one.txt", "other.txt", "dangling.txt", "zero.txt", "socket.txt"]
        yield [*names, "gone.txt", "x" * 300 + ".txt", "good.txt/below.txt"]


def test_each_alone_is_refused_in_a_line(special: list[str]) -> None:
    Path("good.txt").write_text(RELEASE, encoding="utf-8")
    for name in special:
        code, out, messages = command(name)
        assert (code, out) == (1, b""), name
        assert len(messages) == 1 and messages[0].startswith(f"extract: {name}: "), messages


@pytest.mark.parametrize("form", FORMATS)
def test_whatever_is_refused_all_else_is_written(form: str, special: list[str]) -> None:
    for name in ("good.txt", "well.txt"):
        Path(name).write_text(RELEASE, encoding="utf-8")
    code, out, messages = command("good.txt", "well.txt", *special, "-o", f"out.{form}")
    assert (code, out) == (1, b"")
    assert sorted(line.split(": ")[1] for line in messages) == sorted(special)
    assert Path(f"out.{form}").stat().st_size > 0
    code, out, _ = command("good.txt", "well.txt", "-o", f"again.{form}")
    assert code == 0
    assert Path(f"again.{form}").read_bytes() == Path(f"out.{form}").read_bytes()


def test_a_folder_of_them_is_walked(special: list[str]) -> None:
    Path("folder.txt/good.txt").write_text(RELEASE, encoding="utf-8")
    Path("folder.txt/up").symlink_to("..", target_is_directory=True)
    code, out, messages = command(".")
    assert (code, messages) == (0, [])
    assert json.loads(out)["source"]["path"] == "./folder.txt/good.txt"
    assert len(special) > 10


def test_names_are_names_and_nothing_else() -> None:
    Path("in").mkdir()
    for name in NASTY_NAMES:
        Path("in", name).write_text(RELEASE, encoding="utf-8")
    code, out, messages = command("in")
    assert (code, messages) == (0, [])
    assert [json.loads(line)["source"]["path"] for line in out.splitlines()] == sorted(
        f"in/{name}" for name in NASTY_NAMES
    )
    for name in NASTY_NAMES:
        Path("in", name).write_bytes(b"\xff")
    code, out, messages = command("in")
    assert (code, out, len(messages)) == (1, b"", len(NASTY_NAMES))
    assert sorted(path.name for path in Path().iterdir()) == ["in"]


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_of_undecodable_bytes_in_every_format(form: str) -> None:
    try:
        Path(os.fsdecode(b"\xff\xfe.txt")).write_text(RELEASE, encoding="utf-8")
        Path(os.fsdecode(b"\xff\xfd.txt")).write_bytes(b"")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    code, _, messages = command(b"\xff\xfe.txt", b"\xff\xfd.txt", "-o", f"out.{form}")
    assert (code, messages) == (1, ["extract: \\udcff\\udcfd.txt: empty file"])
    assert Path(f"out.{form}").stat().st_size > 0


def test_wrong_usage_is_shown_on_one_line() -> None:
    code, out, messages = command("--\x1b[31m\nred", "a.txt")
    assert (code, out) == (2, b"")
    assert messages[-1] == "extract: error: unrecognized arguments: --\\x1b[31m\\nred"


def test_a_dash_begins_a_name_after_two_of_them() -> None:
    Path("-rf.txt").write_text(RELEASE, encoding="utf-8")
    code, out, _ = command("--", "-rf.txt")
    assert code == 0
    assert json.loads(out)["source"]["path"] == "-rf.txt"


def test_a_program_is_not_held_up_either(special: list[str]) -> None:
    named = [name for name in special if name != "folder.txt"]
    outcomes = list(extract.extract_all([*named, "/dev/zero"], jobs=0))
    assert [outcome.path for outcome in outcomes] == [*named, "/dev/zero"]
    assert all(outcome.error and not outcome.records for outcome in outcomes)
    assert {"pipe.txt", "zero.txt", "/dev/zero"} <= {
        outcome.path for outcome in outcomes if (outcome.error or "").startswith("not a regular file")
    }


def test_a_file_that_vanishes_or_grows_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from extract.inputs import Inputs, read_limited

    Path("a.txt").write_text(RELEASE, encoding="utf-8")
    assert Inputs(["a.txt"]).files == ["a.txt"]
    Path("a.txt").unlink()
    (outcome,) = extract.extract_all(["a.txt"])
    assert outcome.error == "No such file or directory"
    Path("b.txt").write_bytes(b"x" * 11)
    monkeypatch.setattr("extract.inputs.os.fstat", lambda _: os.stat_result((0o100644, *[0] * 9)))
    with pytest.raises(ValueError, match="more than the limit of 10"):
        read_limited("b.txt", 10)
