"""The library: `import extract` and what it promises."""

import json
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pydantic
import pytest

import extract
from extract import codes

RELEASE = "2031年4月2日\n株式会社みほん\n\n不正アクセスに関するお知らせ\n\nお客様120名の氏名が漏えいしました。\n"


def test_importing_loads_nothing_heavy() -> None:
    code = (
        "import sys, extract; dir(extract); print(extract.__version__)\n"
        "print(sorted({'pydantic', 'fugashi', 'regex', 'ahocorasick_rs'} & set(sys.modules)))\n"
        "print(callable(extract.extract), 'pydantic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=60)
    assert done.stdout.splitlines() == [extract.__version__, "[]", "True True"]


def test_the_face_is_complete() -> None:
    assert set(extract.__all__) <= set(dir(extract))
    for name in extract.__all__:
        assert getattr(extract, name) is not None
    with pytest.raises(AttributeError, match="no_such_name"):
        extract.no_such_name  # noqa: B018


def test_extract() -> None:
    record = extract.extract(RELEASE, path="みほん.txt")
    assert isinstance(record, extract.Record)
    assert record.source.path == "みほん.txt"
    assert record.source.span == (0, len(RELEASE))
    assert record.source.part is None
    assert record.extractor_version == extract.__version__


def test_a_record_is_frozen() -> None:
    record = extract.extract(RELEASE)
    with pytest.raises(pydantic.ValidationError):
        record.id = "other"  # type: ignore[misc]


def test_a_record_and_its_json_are_one() -> None:
    record = extract.extract(RELEASE)
    line = record.to_json()
    assert line.endswith("}\n")
    assert line.count("\n") == 1
    assert "株式会社みほん" in line
    assert '"path":null' in line
    assert json.loads(record.to_json(indent=2)) == json.loads(line)
    assert extract.Record.model_validate_json(line) == record


def test_extract_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbf" + RELEASE.encode())
    (record,) = extract.extract_file(path)
    assert record.source.path == path.as_posix()
    assert record.source.media_type == "text/markdown"
    assert record.source.encoding == "utf-8"
    assert record.source.characters == len(RELEASE)
    assert record.counts == extract.extract(RELEASE).counts
    assert extract.extract_file(str(path)) == [record]


def test_the_id_is_that_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(RELEASE.encode())
    (tmp_path / "b.txt").write_bytes(RELEASE.encode())
    (tmp_path / "c.txt").write_bytes(RELEASE.encode("cp932"))
    a, b = (extract.extract_file(tmp_path / name)[0] for name in ("a.txt", "b.txt"))
    (c,) = extract.extract_file(tmp_path / "c.txt", encoding="cp932")
    assert a.id == b.id == extract.extract(RELEASE).id != c.id
    assert a.source.sha256 == extract.extract(RELEASE).source.sha256
    assert c.source.encoding == "cp932"


def test_a_byte_order_mark_is_no_text() -> None:
    assert extract.extract("\ufeff" + RELEASE) == extract.extract(RELEASE)


@pytest.mark.parametrize(("text", "offset"), [("\ud800", 0), ("あ𠮷\udfff。", 2), ("\ufeffあ\ud83d", 1)])
def test_a_lone_surrogate_is_no_text(text: str, offset: int) -> None:
    with pytest.raises(ValueError, match=f"lone surrogate at offset {offset}$"):
        extract.extract(text)


@pytest.mark.parametrize("text", ["", " \n", "\u3000\u200b\ufeff"])
def test_blanks_are_no_text(text: str) -> None:
    with pytest.raises(extract.ReadError, match="no text in it"):
        extract.extract(text)


def test_errors_of_files(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        extract.extract_file(tmp_path / "gone.txt")
    (tmp_path / "a.txt").write_bytes(b"abc\xff")
    with pytest.raises(extract.ReadError, match="not UTF-8: byte 0xff at offset 3"):
        extract.extract_file(tmp_path / "a.txt")
    with pytest.raises(LookupError):
        extract.extract_file(tmp_path / "a.txt", encoding="no-such")


def test_codes_are_told_apart() -> None:
    for name in codes.__all__:
        members = get_args(getattr(codes, name))
        assert len(members) == len(set(members)) > 1
