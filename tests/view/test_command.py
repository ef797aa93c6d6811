"""`-f html` and `-f text`: what goes where, and what is refused."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest

import extract
from extract import cli

RELEASE = "2031年4月2日\n株式会社みほん\n\nお客様120名の氏名が漏えいしました。\n"

Captured = pytest.CaptureFixture[bytes]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(RELEASE, encoding="utf-8")


def run(*arguments: str) -> int:
    try:
        return cli.main(list(arguments))
    except SystemExit as left:
        return int(left.code or 0)


@pytest.mark.parametrize(
    ("form", "output"),
    [("html", ["-o", "out.html"]), ("html", ["-o", "out.HTM"]), ("text", ["-f", "text", "-o", "out"])],
)
def test_standard_output_and_a_file_hold_the_same(capfdbinary: Captured, form: str, output: list[str]) -> None:
    assert run("a.txt", "-f", form) == 0
    out, err = capfdbinary.readouterr()
    assert err == b""
    assert run("a.txt", *output) == 0
    assert Path(output[-1]).read_bytes() == out
    assert "株式会社みほん".encode() in out
    assert out.startswith(b"<!doctype html>") == (form == "html")


def test_a_page_is_of_one_release(capfdbinary: Captured) -> None:
    assert run("a.txt", "b.txt", "-f", "html") == 2
    assert run(".", "-o", "out.html") == 2
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert err.count(b"argument -f: html of several releases goes to a folder: -o SITE/") == 2
    assert not Path("out.html").exists()


def test_a_file_with_several_releases_makes_no_page(capfdbinary: Captured) -> None:
    matter = "---\ntitle: 不正アクセスについて\ndate: 2031-04-02\n---\n\n"
    Path("two.txt").write_text(f"{matter}{RELEASE}\n{matter}{RELEASE}", encoding="utf-8")
    assert len(extract.extract_file("two.txt")) == 2
    for output in ([], ["-o", "out.html"]):
        assert run("two.txt", "-f", "html", *output) == 1
        out, err = capfdbinary.readouterr()
        assert out == b""
        assert err.startswith(b"extract: html shows one release, and these are several\n")
    assert not Path("out.html").exists()
    assert run("two.txt", "-f", "text") == 0
    assert capfdbinary.readouterr().out.decode().count("People affected") == 2


def test_text_is_of_any_number(capfdbinary: Captured) -> None:
    assert run("a.txt", "b.txt", "-f", "text") == 0
    out = capfdbinary.readouterr().out.decode()
    assert out.count("People affected") == 2
    assert out.index("a.txt") < out.index("b.txt")


@pytest.mark.parametrize("form", ["html", "text"])
def test_an_input_that_fails_is_one_line(capfdbinary: Captured, form: str) -> None:
    Path("empty.txt").touch()
    assert run("empty.txt", "-f", form) == 1
    assert capfdbinary.readouterr() == (b"", b"extract: empty.txt: empty file\n")


@pytest.mark.parametrize(("form", "package"), [("html", "jinja2"), ("text", "rich")])
def test_a_missing_package_is_named(
    capfdbinary: Captured, monkeypatch: pytest.MonkeyPatch, form: str, package: str
) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        "extract.archive.formats.find_spec", lambda name: None if name == package else found(name), raising=True
    )
    for output in ([], ["-o", "out"]):
        assert run("a.txt", "-f", form, *output) == 2
        said = f"extract: {form} needs {package}: pip install 'breach-release-extract[view]'\n"
        assert capfdbinary.readouterr() == (b"", said.encode())


def test_a_page_is_not_gone_on_with(capfdbinary: Captured) -> None:
    assert run("a.txt", "-o", "out.html") == 0
    assert run("a.txt", "-o", "out.html", "--resume") == 2
    assert b"out.html" in capfdbinary.readouterr().err


def test_nobody_reads_on(monkeypatch: pytest.MonkeyPatch, capfdbinary: Captured) -> None:
    def closed(*_: Any) -> None:
        raise BrokenPipeError

    for form in ("text", "html"):
        with monkeypatch.context() as patched:
            patched.setattr("codecs.StreamWriter.write", closed)
            patched.setattr("codecs.StreamWriter.writelines", closed)
            patched.setattr("os.dup2", lambda *_: None)
            assert run("a.txt", "-f", form) == 0
    assert capfdbinary.readouterr() == (b"", b"")
