"""Nothing is lost: what was done is kept, what is there is not destroyed, and the end is the same."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from archive.stubs import RELEASE, fail_for_some, say_path, write_releases

from extract.archive.batch import write_all
from extract.archive.errors import RefusedError
from extract.archive.formats import find_format, name_for
from extract.archive.output import Output
from extract.archive.work import Options, Result

FORMATS = ["jsonl", "jsonl.gz", "jsonl.zst", "parquet", "sqlite", "json"]
Run = Callable[..., list[Result]]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(
    paths: list[str], name: str, *, stop: int | None = None, force: bool = False, resume: bool = False,
    options: Options | None = None, work: Callable[..., list[Result]] | None = None,
) -> list[Result]:  # fmt: skip
    """Write an output in this process; `stop`: end it, as a kill would, after so many results."""
    with Output(Path(name), find_format(name_for(name)), force=force, resume=resume) as output:
        results = write_all(paths, output, options or Options(), jobs=0, work=work)
        found = list(islice(results, stop))
        results.close()  # type: ignore[attr-defined]
    return found


def kept(results: list[Result]) -> int:
    return sum(result.kept for result in results)


def names() -> list[str]:
    return sorted(path.name for path in Path().iterdir() if path.is_file())


# ── stopped and gone on with ──


@pytest.mark.parametrize("ending", [*FORMATS, "csv"])
def test_stopped_and_gone_on_with_it_ends_the_same(ending: str) -> None:
    paths = write_releases(Path("in"), 12)
    run(paths, f"whole.{ending}")
    run(paths, f"out.{ending}", stop=4)
    assert names() == [f"out.{ending}.part", f"whole.{ending}"]
    assert kept(run(paths, f"out.{ending}", stop=2, resume=True)) == 2
    assert kept(run(paths, f"out.{ending}", stop=7, resume=True)) == 4
    found = run(paths, f"out.{ending}", resume=True)
    assert (len(found), kept(found)) == (12, 7)
    assert names() == [f"out.{ending}", f"whole.{ending}"]
    assert Path(f"out.{ending}").read_bytes() == Path(f"whole.{ending}").read_bytes()


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_finished_is_not_done_twice(ending: str) -> None:
    paths = write_releases(Path("in"), 5)
    run(paths[:4], f"out.{ending}")
    before = Path(f"out.{ending}").read_bytes()
    assert kept(run(paths[:4], f"out.{ending}", resume=True)) == 4
    assert Path(f"out.{ending}").read_bytes() == before
    found = run(paths, f"out.{ending}", resume=True)
    assert (len(found), kept(found)) == (5, 4)
    run(paths, f"whole.{ending}")
    assert Path(f"out.{ending}").read_bytes() == Path(f"whole.{ending}").read_bytes()


def test_csv_cannot_be_gone_on_with_when_it_is_finished() -> None:
    paths = write_releases(Path("in"), 2)
    run(paths, "out.csv")
    with pytest.raises(RefusedError, match=r"out.csv is whole, and csv cannot be gone on with; --force makes it anew"):
        run(paths, "out.csv", resume=True)
    assert names() == ["out.csv"]


def test_one_record_alone_is_indented_and_kept() -> None:
    paths = write_releases(Path("in"), 2)
    run(paths[:1], "out.json")
    assert Path("out.json").read_bytes().startswith(b'{\n  "schema_version"')
    assert kept(run(paths, "out.json", resume=True)) == 1


def test_a_torn_line_is_done_again() -> None:
    paths = write_releases(Path("in"), 6)
    run(paths, "whole.jsonl")
    whole = Path("whole.jsonl").read_bytes()
    for size in (0, 1, 500, whole.index(b"\n"), whole.index(b"\n") + 1, len(whole) - 1, len(whole)):
        Path("out.jsonl.part").write_bytes(whole[:size])
        found = run(paths, "out.jsonl", resume=True)
        assert kept(found) == whole[:size].count(b"\n")
        assert Path("out.jsonl").read_bytes() == whole
        Path("out.jsonl").unlink()


def test_a_damaged_line_in_the_middle_is_done_again() -> None:
    paths = write_releases(Path("in"), 6)
    run(paths, "whole.jsonl")
    lines = Path("whole.jsonl").read_bytes().splitlines(keepends=True)
    lines[2] = b"\0" * 100 + b"\n"
    Path("out.jsonl.part").write_bytes(b"".join(lines))
    assert kept(run(paths, "out.jsonl", resume=True)) == 5
    assert Path("out.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()


# ── what is not the same any more ──


def test_what_has_changed_is_done_again_and_what_is_new_is_done() -> None:
    paths = write_releases(Path("in"), 10)
    run([*paths[:4], *paths[5:]], "out.jsonl", stop=8)
    Path(paths[2]).write_text(RELEASE.format(number=99, day=1, count=5), encoding="utf-8")
    found = run(paths, "out.jsonl", resume=True)
    assert [result.path for result in found if not result.kept] == [paths[2], paths[4], paths[9]]
    run(paths, "whole.jsonl")
    assert Path("out.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()


def test_a_part_may_hold_what_is_not_asked_for_any_more() -> None:
    paths = write_releases(Path("in"), 6)
    run(paths, "out.jsonl", stop=5)
    assert kept(run(paths[3:], "out.jsonl", resume=True)) == 2
    run(paths[3:], "whole.jsonl")
    assert Path("out.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()


def test_other_options_and_other_versions_are_done_again(monkeypatch: pytest.MonkeyPatch) -> None:
    paths = write_releases(Path("in"), 3)
    run(paths, "out.jsonl")
    assert kept(run(paths, "out.jsonl", resume=True, options=Options(encoding="utf-8-sig"))) == 0
    assert kept(run(paths, "out.jsonl", resume=True)) == 0
    assert kept(run(paths, "out.jsonl", resume=True, options=Options(encoding="utf8"))) == 3
    assert kept(run(paths, "out.jsonl", resume=True, options=Options(errors="replace"))) == 3
    monkeypatch.setattr("extract.archive.kept.VERSION", "0.0.1")
    assert kept(run(paths, "out.jsonl", resume=True)) == 0


SEVERAL = """\
---
title: お知らせ
---
会員5名の氏名が漏えいしました。
---
title: お詫び
---
会員6名の住所が漏えいしました。
"""


@pytest.mark.parametrize("split", [True, False])
def test_a_file_of_several_releases_that_was_read_otherwise_is_done_again(split: bool) -> None:
    paths = write_releases(Path("in"), 4)
    Path(paths[1]).write_text(SEVERAL, encoding="utf-8")
    run(paths, "out.jsonl", options=Options(split=not split))
    found = run(paths, "out.jsonl", resume=True, options=Options(split=split))
    assert [result.path for result in found if not result.kept] == [paths[1]]
    run(paths, "whole.jsonl", options=Options(split=split))
    assert Path("out.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()
    assert Path("out.jsonl").read_bytes().count(b"\n") == (5 if split else 4)


@pytest.mark.parametrize("stop", [1, 2, 3])
def test_releases_of_one_file_are_all_there_after_a_stop(stop: int) -> None:
    paths = write_releases(Path("in"), 3)
    Path(paths[1]).write_text(SEVERAL, encoding="utf-8")
    run(paths, "whole.jsonl")
    run(paths, "out.jsonl", stop=stop)
    part = Path("out.jsonl.part")
    # The stop may have come between the lines of one file.
    part.write_bytes(b"".join(part.read_bytes().splitlines(keepends=True)[:2]))
    run(paths, "out.jsonl", resume=True)
    assert Path("out.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()


def test_what_was_read_with_replacements_is_not_kept_without() -> None:
    paths = write_releases(Path("in"), 3)
    Path(paths[1]).write_bytes(Path(paths[1]).read_bytes() + b"\xff")
    replacing = Options(errors="replace")
    assert [result.error for result in run(paths, "out.jsonl", options=replacing)] == [None, None, None]
    assert kept(run(paths, "out.jsonl", resume=True, options=replacing)) == 3
    with pytest.raises(RefusedError, match=r"holds 1 files that would be lost, in/00001.txt the first"):
        run(paths, "out.jsonl", resume=True)


def test_what_is_told_is_not_what_was_named() -> None:
    paths = write_releases(Path("in"), 2)
    Path(paths[1]).write_bytes(Path(paths[1]).read_text(encoding="utf-8").encode("cp932"))
    run(paths, "out.jsonl")
    assert kept(run(paths, "out.jsonl", resume=True)) == 2
    run(paths[1:], "named.jsonl", options=Options(encoding="cp932"))
    assert kept(run(paths[1:], "named.jsonl", resume=True)) == 1
    assert kept(run(paths[1:], "named.jsonl", resume=True, options=Options(encoding="latin-1"))) == 0


# ── nothing that is there is destroyed ──


@pytest.mark.parametrize(
    ("there", "why"),
    [
        ("out.jsonl", "out.jsonl exists; --force replaces it, --resume goes on with it"),
        ("out.jsonl.part", "out.jsonl.part is of a run that did not end; --resume goes on, --force starts anew"),
        ("out.jsonl.part.3", "out.jsonl.part.3 is of a run that did not end"),
    ],
)
def test_what_is_there_is_replaced_by_force_only(there: str, why: str) -> None:
    paths = write_releases(Path("in"), 2)
    Path(there).write_bytes(b"precious\n")
    with pytest.raises(RefusedError, match=why):
        run(paths, "out.jsonl")
    assert Path(there).read_bytes() == b"precious\n"
    run(paths, "out.jsonl", force=True)
    assert names() == ["out.jsonl"]


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_none_of_ours_is_not_gone_on_with(ending: str) -> None:
    paths = write_releases(Path("in"), 2)
    Path(f"out.{ending}").write_bytes(b"somebody's notes\n")
    with pytest.raises(RefusedError, match=rf"^out.{ending}: .+; --force replaces it$"):
        run(paths, f"out.{ending}", resume=True)
    assert Path(f"out.{ending}").read_bytes() == b"somebody's notes\n"


def test_records_of_files_that_are_gone_are_not_lost() -> None:
    paths = write_releases(Path("in"), 6)
    run(paths, "out.jsonl")
    before = Path("out.jsonl").read_bytes()
    with pytest.raises(RefusedError, match=r"out.jsonl holds 2 files that would be lost, in/00000.txt the first"):
        run(paths[1:5], "out.jsonl", resume=True)
    assert Path("out.jsonl").read_bytes() == before
    assert kept(run(paths[1:5], "out.jsonl", resume=True, force=True)) == 4
    run(paths[1:5], "whole.jsonl")
    assert Path("out.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()


def test_records_of_files_that_fail_today_are_not_lost() -> None:
    paths = write_releases(Path("in"), 9)
    run(paths, "out.jsonl", work=say_path)
    with pytest.raises(RefusedError, match=r"holds 1 files that would be lost, in/00007.txt the first"):
        run(paths, "out.jsonl", resume=True, work=fail_for_some)


def test_nothing_extracted_leaves_no_trace() -> None:
    assert [result.error for result in run(["gone.txt"], "out.jsonl")] == ["No such file or directory"]
    assert names() == []


def test_two_runs_into_one_output() -> None:
    paths = write_releases(Path("in"), 2)
    with Output(Path("out.jsonl"), find_format("jsonl")):
        for options in ({}, {"force": True}, {"resume": True}):
            with pytest.raises(RefusedError, match=r"another run is writing out\.jsonl"):
                run(paths, "out.jsonl", **options)  # type: ignore[arg-type]
    run(paths, "out.jsonl")
    assert names() == ["out.jsonl"]


def test_a_link_stays_a_link() -> None:
    paths = write_releases(Path("in"), 2)
    Path("there").mkdir()
    Path("there/real.jsonl").write_bytes(b"")
    Path("out.jsonl").symlink_to("there/real.jsonl")
    run(paths, "out.jsonl", force=True)
    assert Path("out.jsonl").is_symlink()
    assert Path("there/real.jsonl").read_bytes().count(b"\n") == 2


# ── killed ──


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_killed_and_gone_on_with_it_ends_the_same(folder: Path) -> None:
    paths = write_releases(Path("in"), 400)
    command = [sys.executable, "-m", "extract", "in", "-o", "out.sqlite", "--resume", "-j", "2"]
    for lines in (3, 150):
        with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE) as process:
            part = Path("out.sqlite.part")
            deadline = time.monotonic() + 60
            while process.poll() is None and time.monotonic() < deadline:
                if part.exists() and part.read_bytes().count(b"\n") >= lines:
                    process.kill()
                    break
                time.sleep(0.002)
            said = process.communicate()[1].decode()
        assert process.returncode == -signal.SIGKILL, said
        assert not Path("out.sqlite").exists()
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=60)
    extracted, kept_now = (int(word.split()[1]) for word in done.stderr.decode().split(", ")[:2])
    assert kept_now >= 150
    assert extracted + kept_now == 400
    run(paths, "whole.sqlite")
    assert Path("out.sqlite").read_bytes() == Path("whole.sqlite").read_bytes()
    assert names() == ["out.sqlite", "whole.sqlite"]
