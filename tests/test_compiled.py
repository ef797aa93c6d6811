"""Compiled patterns that are kept: the same as `re.compile` makes them, and never a reason to fail."""

import importlib
import marshal
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from zlib import crc32

import pytest

import extract
from extract.text import compiled
from extract.text.compiled import Store
from extract.text.shape import compile_all

PATTERN = r"(?P<number>\d{1,3}(?:,\d{3})*+)(?:名|件|(?P<vague>数\w))"


def kept(path: Path) -> Path:
    """Write a store of one pattern."""
    store = Store(path)
    store.compiled(PATTERN, 0)
    store.write()
    return path


def refuse_to_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be compiled from here on."""
    monkeypatch.setattr(compiled, "_translate", lambda *_: None)
    monkeypatch.setattr(re, "compile", lambda *_: pytest.fail("it was compiled again"))


def test_every_pattern_is_what_re_makes_of_it(tmp_path: Path) -> None:
    for module in pkgutil.walk_packages(extract.__path__, "extract."):
        if module.name != "extract.__main__":
            importlib.import_module(module.name)
    patterns = compile_all()
    assert len(patterns) > 500
    path = tmp_path / "x.patterns"
    store = Store(path)
    for pattern in patterns:
        store.compiled(pattern.pattern, pattern.flags)
    store.write()
    again = Store(path)
    for pattern in patterns:
        made = re.compile(pattern.pattern, pattern.flags)
        assert pattern == made
        assert again.compiled(pattern.pattern, pattern.flags) == made


def test_nothing_is_compiled_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = kept(tmp_path / "x.patterns")
    refuse_to_compile(monkeypatch)
    pattern = Store(path).compiled(PATTERN, 0)
    match = pattern.search("約1,234件と数名")
    assert match is not None
    assert (match["number"], match["vague"], match.span()) == ("1,234", None, (1, 7))


def test_two_processes_lose_nothing_of_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.patterns"
    first, second = Store(path), Store(path)
    first.compiled("甲+", 0)
    second.compiled("乙+", 0)
    first.write()
    second.write()
    refuse_to_compile(monkeypatch)
    assert Store(path).compiled("甲+", 0).match("甲甲")
    assert Store(path).compiled("乙+", 0).match("乙乙")


def test_a_damaged_file_is_not_believed(tmp_path: Path) -> None:
    path = kept(tmp_path / "x.patterns")
    whole = path.read_bytes()
    damaged = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(0, len(whole), 7)]
    for data in (b"", b"\0", whole[:-1], whole + b"\0", *damaged):
        path.write_bytes(data)
        assert Store(path).compiled(PATTERN, 0) == re.compile(PATTERN)


@pytest.mark.parametrize(
    ("made_for", "codes"),
    [
        # Codes that are right, but of another pattern: they would be taken.
        (("2.7", 1), (32, b"\1\0\0\0", 0, {}, (None,))),
        ((sys.version, 0), (32, b"\1\0\0\0", 0, {}, (None,))),
        ((sys.version, 1), (32, b"\xff\xff\0\0", 0, {}, (None,))),
        ((sys.version, 1), ()),
    ],
)
def test_what_another_python_wrote_is_not_used(
    tmp_path: Path, made_for: tuple[str, int], codes: tuple[object, ...]
) -> None:
    path = tmp_path / "x.patterns"
    data = marshal.dumps((made_for, {(PATTERN, 0): codes}))
    path.write_bytes(crc32(data).to_bytes(4) + data)
    assert Store(path).compiled(PATTERN, 0) == re.compile(PATTERN)


def test_a_python_with_other_steps_compiles_as_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Of what `re.compile` itself does nothing is changed.
    monkeypatch.setattr(compiled, "_made", None)
    path = tmp_path / "x.patterns"
    store = Store(path)
    assert store.compiled("(?:甲|乙){2,9}丙", 0).match("甲乙丙")
    store.write()
    assert not path.exists()


@pytest.mark.parametrize("path", [None, Path(os.devnull) / "x.patterns"])
def test_where_nothing_can_be_written_nothing_is(path: Path | None) -> None:
    store = Store(path)
    store.compiled(PATTERN, 0)
    store.write()
    assert Store(path).compiled(PATTERN, 0) == re.compile(PATTERN)


def test_a_wrong_pattern_raises_what_re_raises(tmp_path: Path) -> None:
    store = Store(tmp_path / "x.patterns")
    with pytest.raises(re.error, match="unterminated subpattern"):
        store.compiled("(", 0)
    store.write()
    assert not list(tmp_path.iterdir())


RELEASE = "1月2日、不正アクセスにより、お客様3名の氏名が漏えいしました。"


def run(folder: Path, *options: str) -> bytes:
    """Return what the command makes of a release, with byte code in a folder of its own."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(folder)
    command = [sys.executable, *options, "-m", "extract"]
    return subprocess.run(command, input=RELEASE.encode(), stdout=subprocess.PIPE, env=environment, check=True).stdout


def test_the_command_keeps_patterns_beside_byte_code(tmp_path: Path) -> None:
    first = run(tmp_path)
    [path] = tmp_path.rglob("*.patterns")
    written = path.stat().st_mtime_ns
    assert run(tmp_path) == first
    assert list(tmp_path.rglob("*.patterns*")) == [path]
    assert path.stat().st_mtime_ns == written


def test_the_command_writes_none_where_python_writes_no_byte_code(tmp_path: Path) -> None:
    run(tmp_path, "-B")
    assert not list(tmp_path.rglob("*"))
