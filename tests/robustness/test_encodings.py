"""A release gives the same record in every encoding, with every line break, with and without a mark."""

from pathlib import Path

import pytest
from quality.encodings import BREAKS, STATES, differences, expressible, variants
from quality.fixtures import fixtures

from extract.api import extract_bytes
from extract.cli import main

TEXTS = {fixture.slug: fixture.text.replace("\r\n", "\n") for fixture in fixtures()}
EXPRESSIBLE = [name for name, text in TEXTS.items() if expressible(text)]
DAMAGED = "2031年4月2日\n株式会社みほん\n\n不正アクセスのお知らせ\n\n4月1日、お客様{}名の氏名が漏えいしました。\n"


def test_most_releases_can_be_expressed() -> None:
    assert len(EXPRESSIBLE) >= 0.8 * len(TEXTS) > 20


@pytest.mark.parametrize("name", TEXTS)
def test_the_same_record(name: str) -> None:
    count = len(list(variants(TEXTS[name])))
    assert count == len(STATES) * len(BREAKS) if name in EXPRESSIBLE else count >= len(STATES)
    assert differences(TEXTS[name]) == []


def test_a_folder_of_all_encodings(tmp_path: Path) -> None:
    text = TEXTS[EXPRESSIBLE[0]]
    for number, variant in enumerate(variants(text)):
        (tmp_path / f"{number:02}.txt").write_bytes(variant.data)
    assert main([str(tmp_path), "-o", str(tmp_path / "out.jsonl")]) == 0
    assert (tmp_path / "out.jsonl").read_bytes().count(b"\n") == len(STATES) * len(BREAKS)


@pytest.mark.parametrize("figure", ["12,345", "１２，３４５", "１２３４５", "一二三", "1万2,345"])
@pytest.mark.parametrize("codec", ["utf-8", "cp932", "euc_jp"])
def test_half_a_number_is_no_number(codec: str, figure: str) -> None:
    before, after = (part.encode(codec) for part in DAMAGED.split("{}"))
    digits = figure.encode(codec)
    for place in range(len(digits)):
        data = before + digits[:place] + b"\xff" + digits[place + 1 :] + after
        (record,) = extract_bytes(data, errors="replace")
        assert record.source.encoding == codec
        assert [count.text for count in record.counts] == []
        (warning,) = (warning for warning in record.warnings if warning.code == "replaced_bytes")
        assert warning.spans
        text = "".join(section.text for section in record.sections)
        assert all(text[start:end].strip("\ufffd") == "" for start, end in warning.spans)


def test_replaced_bytes_among_crlf() -> None:
    data = DAMAGED.format("120").replace("\n", "\r\n").encode("cp932")
    place = data.index("氏名".encode("cp932"))
    (record,) = extract_bytes(data[:place] + b"\xff" + data[place:], errors="replace")
    (warning,) = (warning for warning in record.warnings if warning.code == "replaced_bytes")
    text = "".join(section.text for section in record.sections)
    assert [text[start:end] for start, end in warning.spans] == ["\ufffd"]
    assert [(count.value, text[slice(*count.span)]) for count in record.counts] == [(120, "120名")]
