"""`-f html` to a folder: whole or absent, never in the way of anything else, the same bytes again."""

import csv
import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from extract import cli
from extract.view.site import libraries

RELEASE = "2031年4月2日\n株式会社みほん\n\n4月1日、お客様{}名の氏名が漏えいしました。\n"
PARTS = {"index.html", "records.jsonl", "records.csv", "releases", "scripts"}
SEVERAL = Path(__file__).parents[1] / "fixtures" / "label_page_three_posts.txt"

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for number in range(1, 4):
        Path(f"in/{number}.txt").write_text(RELEASE.format(number), encoding="utf-8")


def run(*arguments: str) -> int:
    try:
        return cli.main(list(arguments))
    except SystemExit as left:
        return int(left.code or 0)


def pages(site: str = "site") -> int:
    return len(list(Path(site, "releases").iterdir()))


def contents(site: str) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in Path(site).rglob("*") if path.is_file()}


def data_of(site: str) -> dict[str, Any]:
    script = Path(site, "scripts", "data.js").read_text(encoding="utf-8")
    found = json.loads(json.loads(script.removeprefix("const ARCHIVE = JSON.parse(").removesuffix(");\n")))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    "arguments",
    [
        ("in", "-f", "html", "-o", "site/"),
        ("in", "-f", "html", "-o", "site"),
        ("in", "-o", "site/"),
        ("in", "-f", "site", "-o", "site"),
        ("in/1.txt", "in/2.txt", "in/3.txt", "-f", "html", "-o", "./site/"),
    ],
)
def test_a_site_is_made_of_several(arguments: tuple[str, ...], capsys: Captured) -> None:
    assert run(*arguments) == 0
    assert {path.name for path in Path("site").iterdir()} == PARTS
    assert {path.name for path in Path().iterdir()} == {"in", "site"}
    assert pages() == 3
    assert capsys.readouterr().err.startswith("extracted 3, kept 0, failed 0, skipped 0 (")


def test_one_file_goes_to_a_site_where_a_folder_is_named() -> None:
    assert run("in/1.txt", "-f", "html", "-o", "site/") == 0
    assert pages() == 1


def test_each_release_of_a_file_has_a_page() -> None:
    assert run(str(SEVERAL), "-f", "html", "-o", "site/") == 0
    assert pages() == 3


def test_the_downloads_are_those_of_the_other_formats() -> None:
    assert run("in", "-f", "html", "-o", "site/") == 0
    assert run("in", "-o", "a.jsonl") == run("in", "-o", "a.csv") == 0
    assert Path("site/records.jsonl").read_bytes() == Path("a.jsonl").read_bytes()
    assert Path("site/records.csv").read_bytes() == Path("a.csv").read_bytes()
    with Path("site/records.csv").open(encoding="utf-8-sig", newline="") as file:
        people = [row["people"] for row in csv.DictReader(file)]
    assert people == ["1", "2", "3"]
    assert [value for value, *_ in data_of("site")["people"]] == [1, 2, 3]


def test_the_same_bytes_twice_have_two_pages_and_are_one_incident() -> None:
    Path("in/4.txt").write_bytes(Path("in/1.txt").read_bytes())
    assert run("in/1.txt", "in/4.txt", "-f", "html", "-o", "site/") == 0
    assert pages() == 2
    data = data_of("site")
    assert data["page"][1] == f"{data['page'][0]}-2"
    assert data["incident"] == [0, 0]


def test_the_same_input_gives_the_same_site() -> None:
    assert run("in", "-f", "html", "-o", "a/") == run("in", "-f", "html", "-o", "b/", "-j", "2") == 0
    assert contents("a") == contents("b")


def test_what_is_there_is_replaced_with_force_only(capsys: Captured) -> None:
    assert run("in", "-f", "html", "-o", "site/") == 0
    before = contents("site")
    Path("in/4.txt").write_text(RELEASE.format(4), encoding="utf-8")
    assert run("in", "-f", "html", "-o", "site/") == 2
    assert "site exists; --force replaces it" in capsys.readouterr().err
    assert contents("site") == before
    assert run("in", "-f", "html", "-o", "site/", "--force") == 0
    assert pages() == 4
    assert {path.name for path in Path().iterdir()} == {"in", "site"}


def test_resume_does_what_is_new(capsys: Captured) -> None:
    assert run("in", "-f", "html", "-o", "site/") == 0
    Path("in/4.txt").write_text(RELEASE.format(4), encoding="utf-8")
    assert run("in", "-f", "html", "-o", "site/", "--resume") == 0
    assert "extracted 1, kept 3" in capsys.readouterr().err
    assert run("in", "-f", "html", "-o", "whole/") == 0
    assert contents("site") == contents("whole")


@pytest.mark.parametrize("options", [(), ("--force",), ("--resume",), ("--resume", "--force")])
def test_a_folder_with_anything_else_stays(options: tuple[str, ...], capsys: Captured) -> None:
    assert run("in", "-f", "html", "-o", "site/") == 0
    Path("site/notes.md").write_text("mine", encoding="utf-8")
    before = contents("site")
    assert run("in", "-f", "html", "-o", "site/", *options) == 2
    assert "site holds other things than a site; it stays as it is" in capsys.readouterr().err
    assert contents("site") == before


def test_a_failure_leaves_what_was_there(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    assert run("in", "-f", "html", "-o", "site/") == 0
    before = contents("site")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("extract.archive.formats.csv.write", full)
        assert run("in", "-f", "html", "-o", "site/", "--force") == 1
        assert run("in", "-f", "html", "-o", "new/") == 1
    assert "cannot write new/: No space left on device" in capsys.readouterr().err
    assert contents("site") == before
    assert not Path("new").exists()
    assert run("in", "-f", "html", "-o", "new/", "--resume") == 0
    assert contents("new") == before


def test_a_page_that_cannot_be_moved_away_leaves_the_old(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("in", "-f", "html", "-o", "site/") == 0
    before = contents("site")
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name == "site.part.new":
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    assert run("in", "-f", "html", "-o", "site/", "--force") == 1
    assert contents("site") == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("in", "-f", "html"), "html of several releases goes to a folder: -o SITE/"),
        (("in", "-f", "html", "-o", "page.html"), "html of several releases goes to a folder: -o SITE/"),
        (("in", "-o", "page.html"), "html of several releases goes to a folder: -o SITE/"),
        (("in", "-f", "html", "-o", "in"), "argument -o: there are inputs in in"),
        (("in", "-f", "html", "-o", "file"), "argument -o: file is not a folder"),
        (("in", "-f", "html", "-o", "none/site/"), "argument -o: none/site/: there is no such folder"),
        (("in", "-f", "site"), "argument -f: site needs a file: -o OUT"),
    ],
)
def test_what_is_no_way_to_a_site(arguments: tuple[str, ...], said: str, capsys: Captured) -> None:
    Path("file").write_text("mine", encoding="utf-8")
    assert run(*arguments) == 2
    assert said in capsys.readouterr().err
    assert {path.name for path in Path().iterdir()} == {"in", "file"}
    assert Path("file").read_text(encoding="utf-8") == "mine"


def test_without_the_extra_it_says_which(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr("extract.archive.formats.find_spec", lambda name: None if name == "itables" else 1)
    assert run("in", "-f", "html", "-o", "site/") == 2
    assert "site needs itables: pip install 'breach-release-extract[site]'" in capsys.readouterr().err
    assert importlib.util.find_spec("itables") is not None


@pytest.mark.parametrize("bundle", ["", "export{a as b};", "export{a as default};export{b as default};"])
def test_a_bundle_that_is_not_known_is_said(bundle: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "dt_bundle.js").write_text(bundle)
    monkeypatch.setattr(libraries, "files", lambda _: tmp_path)
    with pytest.raises(ValueError, match="the DataTables of this itables are not known"):
        libraries.read_table()
