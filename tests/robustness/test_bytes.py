"""Bytes that are no text are refused in one line; those that are give a record, whatever they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules import faults

from extract import ReadError
from extract.api import extract_bytes
from extract.text.encodings import decode

RELEASE = "2031年4月2日\n株式会社みほん\n\nお客様120名の氏名が漏えいしました。\n".encode()


def read(data: bytes, encoding: str | None = None) -> None:
    """Extract; a refusal is one line."""
    refusal = None
    try:
        (record,) = extract_bytes(data, encoding=encoding)
    except ReadError as error:
        refusal = str(error)
    if refusal is not None:
        assert len(refusal.splitlines()) == 1
        return
    assert list(faults(record, decode(data, encoding).text)) == []


@given(st.binary(min_size=1, max_size=200))
def test_any_bytes(data: bytes) -> None:
    read(data)


@given(st.binary(min_size=1, max_size=100), st.sampled_from(["cp932", "euc_jp", "utf-16", "utf-7", "latin-1", "cp437"]))
def test_any_bytes_in_any_encoding(data: bytes, encoding: str) -> None:
    read(data, encoding)


@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_with_replacements(data: bytes) -> None:
    text = decode(data, errors="replace").text
    if text.strip("\ufeff \t\r\n"):
        try:
            (record,) = extract_bytes(data, errors="replace")
        except ReadError as error:
            assert str(error).startswith(("only blanks", "a PDF", "a broken PDF", "an HTML"))  # noqa: PT017
            return
        assert list(faults(record, text)) == []


def test_a_release_that_breaks_off_anywhere() -> None:
    for end in range(1, len(RELEASE)):
        read(RELEASE[:end])


@pytest.mark.parametrize(
    "magic", [b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"%PDF-1.4\n", b"\x7fELF", b"\xd0\xcf\x11\xe0"]
)
def test_files_of_other_kinds(magic: bytes) -> None:
    with pytest.raises(ReadError):
        extract_bytes(magic + b"\x00\xff" * 50)


def test_megabytes_in_one_line() -> None:
    data = RELEASE.replace(b"\n", b"") * 12_000
    assert len(data) > 900_000
    (record,) = extract_bytes(data)
    assert record.source.characters == len(data.decode())
