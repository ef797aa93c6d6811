"""The command: what goes where, and with which exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from robustness.pdfs import simple, written

import extract
from extract import api, cli
from extract.stages import Stages
from extract.text.reading import Reading

RELEASE = "2031年4月2日\n株式会社みほん\n\n不正アクセスに関するお知らせ\n\nお客様120名の氏名が漏えいしました。\n"
HEAVY = ("pydantic", "fugashi", "ahocorasick_rs", "regex")

Run = Callable[..., tuple[int, bytes, str]]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run the command in this process: exit code, standard output, messages."""

    def command(*arguments: str | Path) -> tuple[int, bytes, str]:
        try:
            code = cli.main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = int(left.code or 0)
        out, err = capfdbinary.readouterr()
        return code, out, err.decode()

    return command


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test stands in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str | bytes = RELEASE) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def lines_of(out: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.decode().splitlines()]


def process(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "extract", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, timeout=60, **options)


# ── what is written ──


def test_one_file_gives_one_indented_record(run: Run) -> None:
    code, out, err = run(write("a.txt"))
    assert (code, err) == (0, "")
    assert out.decode() == extract.extract_file("a.txt")[0].to_json(indent=2)
    assert out.startswith(b'{\n  "schema_version"')
    assert out.endswith(b"}\n")
    assert "株式会社みほん" in out.decode()


def test_several_files_give_a_line_each_in_the_order_of_their_paths(run: Run) -> None:
    code, out, err = run(write("b.txt"), write("a.txt"), write("c/d.md"))
    assert code == 0
    assert [record["source"]["path"] for record in lines_of(out)] == ["a.txt", "b.txt", "c/d.md"]
    assert err.startswith("extracted 3, kept 0, failed 0, skipped 0 (")
    assert err.endswith(" s)\n")
    assert err.count("\n") == 1


def test_a_file_that_is_named_twice_is_read_once(run: Run) -> None:
    code, out, err = run(write("in/a.txt"), "in", "./in/a.txt")
    assert code == 0
    assert json.loads(out)["source"]["path"] == "in/a.txt"
    assert "extracted 1," in err


@pytest.mark.parametrize("typed", ["./a.txt", "a.txt", "../{here}/a.txt"])
def test_a_path_stays_as_typed(run: Run, folder: Path, typed: str) -> None:
    write("a.txt")
    typed = typed.format(here=folder.name)
    _, out, _ = run(typed)
    assert json.loads(out)["source"]["path"] == typed


def test_a_folder_is_walked_in_order(run: Run) -> None:
    for name in ("in/b.txt", "in/a/z.md", "in/a.text", "in/B.TXT", "in/c.markdown"):
        write(name)
    for name in ("in/.hidden.txt", "in/.git/x.txt", "in/photo.png", "in/table.csv", "in/no_suffix"):
        write(name)
    code, out, err = run("in")
    paths = [record["source"]["path"] for record in lines_of(out)]
    assert paths == ["in/B.TXT", "in/a.text", "in/a/z.md", "in/b.txt", "in/c.markdown"]
    assert code == 0
    assert "extracted 5, kept 0, failed 0, skipped 5 (" in err


def test_a_folder_with_one_text_gives_one_indented_record(run: Run) -> None:
    write("in/a.txt")
    code, out, err = run("in/")
    assert code == 0
    assert json.loads(out)["source"]["path"] == "in/a.txt"
    assert out.count(b"\n") > 10
    assert err.startswith("extracted 1, ")


def test_links_and_special_files_in_a_folder_do_not_hold_it_up(run: Run) -> None:
    write("in/a.txt")
    Path("in/loop").symlink_to("..", target_is_directory=True)
    Path("in/self.txt").symlink_to("self.txt")
    Path("in/gone.txt").symlink_to("nowhere.txt")
    os.mkfifo("in/pipe.txt")
    code, _, err = run("in")
    assert code == 0
    assert "extracted 1, kept 0, failed 0, skipped 4 (" in err


def test_a_folder_gives_its_pages_and_pdfs(run: Run, tmp_path: Path) -> None:
    said = "お客様120名の氏名が漏えいしました。"
    (tmp_path / "a.txt").write_text(said, encoding="utf-8")
    (tmp_path / "b.HTML").write_text(f"<html><p>{said}", encoding="cp932")
    (tmp_path / "c.pdf").write_bytes(simple(written(said)))
    (tmp_path / "d.docx").write_bytes(b"PK")
    code, out, err = run(tmp_path)
    records = lines_of(out)
    assert [record["source"]["media_type"] for record in records] == ["text/plain", "text/html", "application/pdf"]
    assert [record["counts"][0]["value"] for record in records] == [120, 120, 120]
    assert (code, "skipped 1" in err) == (0, True)


def test_standard_input(folder: Path) -> None:
    for arguments in ([], ["-"]):
        done = process(*arguments, cwd=folder, input=RELEASE.encode())
        record = json.loads(done.stdout)
        assert (done.returncode, done.stderr) == (0, b"")
        assert record["source"]["path"] is None
        assert record["source"]["characters"] == len(RELEASE)


def test_standard_input_beside_files(folder: Path) -> None:
    write("a.txt")
    done = process("a.txt", "-", cwd=folder, input=RELEASE.encode())
    assert [record["source"]["path"] for record in lines_of(done.stdout)] == [None, "a.txt"]
    assert done.returncode == 0


def test_output_is_utf_8_whatever_the_locale(folder: Path) -> None:
    write("お知らせ.txt")
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    one = process("お知らせ.txt", cwd=folder)
    other = process(
        "お知らせ.txt", cwd=folder, env={**plain, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    )
    assert one.returncode == other.returncode == 0
    assert json.loads(other.stdout)["release"] == json.loads(one.stdout)["release"]
    assert "株式会社みほん".encode() in other.stdout


def test_a_name_that_is_no_unicode(run: Run) -> None:
    path = os.fsdecode(b"\xff.txt")
    try:
        write(path)
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    code, out, _ = run(path)
    assert code == 0
    assert json.loads(out)["source"]["path"] == "\\xff.txt"


# ── -o ──


def test_output_file(run: Run) -> None:
    code, out, err = run(write("a.txt"), "-o", "out.json")
    assert (code, out, err) == (0, b"", "")
    assert json.loads(Path("out.json").read_bytes())["source"]["path"] == "a.txt"
    assert [path.name for path in sorted(Path().iterdir())] == ["a.txt", "out.json"]


def test_an_existing_output_file_is_refused_unless_forced(run: Run) -> None:
    write("a.txt")
    old = write("out.json", "old")
    old.chmod(0o640)
    code, out, err = run("a.txt", "-o", old)
    assert (code, out) == (2, b"")
    assert "out.json exists; --force replaces it" in err
    assert old.read_bytes() == b"old"
    assert run("a.txt", "-o", old, "--force")[0] == 0
    assert json.loads(old.read_bytes())
    assert old.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("no/such/out.json", "there is no such folder"),
        ("in", "in is not a regular file"),
        ("in/a.txt", "in/a.txt is one of the inputs"),
        ("/dev/null", "/dev/null is not a regular file"),
    ],
)
def test_an_output_that_cannot_be_is_wrong_usage(run: Run, output: str, message: str) -> None:
    write("in/a.txt")
    code, out, err = run("in", "-o", output, "--force")
    assert (code, out) == (2, b"")
    assert message in err
    assert Path("in/a.txt").read_text(encoding="utf-8") == RELEASE


def test_nothing_extracted_leaves_the_output_as_it_was(run: Run) -> None:
    old = write("out.json", "old")
    assert run(write("empty.txt", ""), "-o", old, "--force")[0] == 1
    assert old.read_bytes() == b"old"
    assert run("empty.txt", "-o", "new.json")[0] == 1
    assert sorted(path.name for path in Path().iterdir()) == ["empty.txt", "out.json"]


def test_an_interruption_leaves_a_part_to_go_on_with(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = api.record_stages

    def interrupted(reading: Reading, *, split: bool) -> Stages[list[extract.Record]]:
        if reading.path == "c.txt":
            raise KeyboardInterrupt
        return whole(reading, split=split)

    with monkeypatch.context() as patched:
        patched.setattr(api, "record_stages", interrupted)
        code, out, err = run(write("a.txt"), write("b.txt"), write("c.txt"), "-o", "out.jsonl")
    assert (code, out) == (130, b"")
    assert err.startswith("extract: interrupted\nextract: out.jsonl is not finished: --resume goes on with it\n")
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "b.txt", "c.txt", "out.jsonl.part"]
    code, out, err = run("a.txt", "b.txt", "c.txt", "-o", "out.jsonl", "--resume")
    assert code == 0
    assert err.startswith("extracted 1, kept 2, failed 0, skipped 0 (")
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "b.txt", "c.txt", "out.jsonl"]


# ── bad input ──


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty file"),
        (b" \n\t\r\n\n", "only blanks: no text in it"),
        ("\ufeff\u3000\u200b\n".encode(), "only blanks: no text in it"),
        (b"\0\0\0", "only blanks: no text in it"),
        (
            RELEASE.encode("cp932") + b"\xff",
            f"not CP932: byte 0xff at offset {len(RELEASE.encode('cp932'))}; --errors replace reads the rest",
        ),
        (RELEASE.encode()[:-2], "not UTF-8: byte 0xe3 at offset "),
        (RELEASE.encode("utf-16") + b"0", "not UTF-16: byte 0x30 at offset "),
        (b"%PDF-1.7\n\xff", "a broken PDF: PDFium cannot open it"),
        (b"\n<!DOCTYPE html>\n<html>", "an HTML page without text: frames and scripts are not followed"),
    ],
)
def test_a_file_that_is_no_text(run: Run, content: bytes, reason: str) -> None:
    code, out, err = run(write("bad.txt", content))
    assert (code, out) == (1, b"")
    assert err.startswith(f"extract: bad.txt: {reason}")
    assert err.count("\n") == 1


def test_a_missing_file(run: Run) -> None:
    assert run("gone.txt") == (1, b"", "extract: gone.txt: No such file or directory\n")


def test_a_device_or_a_pipe_is_not_waited_for(run: Run) -> None:
    os.mkfifo("pipe")
    for name in ("pipe", "/dev/zero"):
        code, out, err = run(name)
        assert (code, out) == (1, b"")
        assert err.startswith(f"extract: {name}: not a regular file;")


@pytest.mark.parametrize("others", [(), ("in/picture.png", "in/.hidden.txt")])
def test_a_folder_without_any_text(run: Run, others: tuple[str, ...]) -> None:
    Path("in").mkdir()
    for name in others:
        write(name)
    code, out, err = run("in")
    assert (code, out) == (1, b"")
    message, summary = err.splitlines()
    assert message == "extract: in: no text in this folder"
    assert summary.startswith(f"extracted 0, kept 0, failed 1, skipped {len(others)} (")


def test_a_folder_that_cannot_be_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("in/a.txt")
    write("in/locked/b.txt")
    scandir = os.scandir

    def locked(path: str) -> Any:
        if path.endswith("locked"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr("extract.inputs.os.scandir", locked)
    code, out, err = run("in")
    assert code == 1
    assert json.loads(out)["source"]["path"] == "in/a.txt"
    assert err.startswith("extract: in/locked: Permission denied\nextracted 1, kept 0, failed 1, skipped 0 (")


def test_a_file_without_permission(run: Run) -> None:
    write("a.txt").chmod(0)
    if os.access("a.txt", os.R_OK):
        pytest.skip("this user may read everything")
    assert run("a.txt") == (1, b"", "extract: a.txt: Permission denied\n")


def test_what_fails_does_not_hold_up_the_rest(run: Run) -> None:
    write("in/a.txt")
    write("in/b.txt", b"\xff")
    write("in/c.txt", "")
    write("in/d.txt")
    code, out, err = run("in", "gone")
    assert code == 1
    assert [record["source"]["path"] for record in lines_of(out)] == ["in/a.txt", "in/d.txt"]
    assert [line.split(": ")[1] for line in err.splitlines()[:-1]] == ["gone", "in/b.txt", "in/c.txt"]
    assert "extracted 2, kept 0, failed 3, skipped 0 (" in err


def test_a_fault_of_our_own_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("first\nsecond")

    monkeypatch.setattr(api, "find_stages", broken)
    code, out, err = run(write("a.txt"))
    assert (code, out) == (1, b"")
    assert err == "extract: a.txt: internal error: RuntimeError: first\\nsecond\n"


def test_names_are_shown_on_one_line(run: Run) -> None:
    code, _, err = run("a\nb\x1b[31m\u202e.txt")
    assert code == 1
    assert err == "extract: a\\nb\\x1b[31m\\u202e.txt: No such file or directory\n"


def test_a_text_without_an_incident_is_well(run: Run) -> None:
    code, out, err = run(write("a.txt", "本日は晴天なり。\0\n"))
    record = json.loads(out)
    assert (code, err) == (0, "")
    assert record["incident"]["types"] == record["counts"] == record["items"] == []
    assert "no_incident" in [warning["code"] for warning in record["warnings"]]


# ── several releases in one file ──


def test_several_releases_are_a_line_each(run: Run) -> None:
    path = write("posts.md", f"---\ntitle: お知らせ\n---\n{RELEASE}---\ntitle: お詫び\n---\n{RELEASE}")
    code, out, err = run(path)
    records = lines_of(out)
    assert (code, err) == (0, "")
    assert [record["source"]["part"] for record in records] == [1, 2]
    assert records[0]["source"]["span"][1] == records[1]["source"]["span"][0]
    assert len({record["id"] for record in records}) == 2


def test_no_split_reads_them_as_one(run: Run) -> None:
    path = write("posts.md", f"---\ntitle: お知らせ\n---\n{RELEASE}---\ntitle: お詫び\n---\n{RELEASE}")
    code, out, _ = run(path, "--no-split")
    record = json.loads(out)
    assert (code, record["source"]["part"]) == (0, None)
    assert "several_releases" in [warning["code"] for warning in record["warnings"]]


# ── --encoding ──


@pytest.mark.parametrize(
    "options", [["--encoding", name] for name in ("cp932", "euc_jp", "iso2022_jp", "utf-16", "utf-8-sig")] + [[]]
)
def test_encoding(run: Run, options: list[str]) -> None:
    encoding = options[-1] if options else "cp932"
    code, out, _ = run(write("a.txt", RELEASE.encode(encoding)), *options)
    record = json.loads(out)
    assert code == 0
    assert "".join(section["text"] for section in record["sections"]) == RELEASE
    assert record["source"]["encoding"] == encoding


@pytest.mark.parametrize("name", ["latin-99", "hex", "", "a\0b"])
def test_an_encoding_that_does_not_exist_is_wrong_usage(run: Run, name: str) -> None:
    code, out, err = run(write("a.txt"), "--encoding", name)
    assert (code, out) == (2, b"")
    assert "no such text encoding" in err


def test_the_wrong_encoding(run: Run) -> None:
    assert run(write("a.txt"), "--encoding", "ascii")[2] == "extract: a.txt: not ASCII: byte 0xe5 at offset 4\n"
    code, _, err = run(write("b.txt", b"+2AA-"), "--encoding", "utf-7")
    assert code == 1
    assert err.startswith("extract: b.txt: ")


# ── the rest ──


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"extract {extract.__version__}\n".encode(), "")


def test_help_teaches_and_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom extract.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit as left:\n    assert left.code == 0\n"
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    assert done.stderr == b"[]\n"
    assert b"examples:" in done.stdout
    assert done.stdout.isascii()


def test_no_arguments_on_a_terminal_is_wrong_usage(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    code, out, err = run()
    assert (code, out) == (2, b"")
    assert err.startswith("usage: extract ")


def test_wrong_usage(run: Run) -> None:
    code, out, err = run("--colour")
    assert (code, out) == (2, b"")
    assert "unrecognized arguments: --colour" in err


def test_schema(run: Run) -> None:
    code, out, _ = run("--schema")
    schema = json.loads(out)
    assert code == 0
    assert list(schema["properties"]) == list(extract.Record.model_fields)
    assert schema["required"] == list(extract.Record.model_fields)
    assert run("--schema", "-o", "schema.json")[:2] == (0, b"")
    assert json.loads(Path("schema.json").read_bytes()) == schema


def test_a_closed_pipe_is_no_error(folder: Path) -> None:
    for number in range(60):
        write(f"in/{number:02}.txt", RELEASE * 20)
    command = subprocess.Popen(
        [sys.executable, "-m", "extract", "in"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert command.stdout is not None
    assert command.stderr is not None
    command.stdout.read(10)
    command.stdout.close()
    assert command.wait(timeout=60) == 0
    assert command.stderr.read() == b""
    command.stderr.close()


def test_a_full_disk_is_said(folder: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    write("a.txt")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "extract", "a.txt"], cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (1, b"extract: cannot write: No space left on device\n")


@pytest.mark.parametrize(("closed", "code"), [("<&-", 1), (">&-", 1), ("2>&-", 0)])
def test_a_standard_stream_may_be_closed(folder: Path, closed: str, code: int) -> None:
    source = "-" if closed == "<&-" else write("a.txt")
    done = subprocess.run(
        f"{sys.executable} -m extract {source} {closed}", shell=True, cwd=folder, capture_output=True, check=False
    )
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
