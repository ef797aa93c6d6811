"""Cutting a text at its marks: nothing is lost, what overlaps is kept, and the cost grows as the text does."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear import MOST, excess

from extract import extract
from extract.view.evidence import find_marks
from extract.view.marks import KINDS, Mark, Piece, cut
from extract.view.overview import read_overview
from extract.view.quotes import Quotes
from extract.view.timeline import read_timeline

TEXT = "お客様120名の氏名が漏えいしました。"


def mark(start: int, end: int, kind: str = "count", row: str = "") -> Mark:
    return Mark(start, end, kind, row or f"{kind}{start}", kind)


def cut_list(*marks: Mark, text: str = TEXT, origin: int = 0, **options: Any) -> list[tuple[str, list[str]]]:
    return [(piece.text, [one.row for one in piece.marks]) for piece in cut(text, origin, marks, **options)]


def test_marks_that_overlap_are_both_on_what_they_share() -> None:
    assert cut_list(mark(0, 7), mark(3, 10, "item"), text="お客様120名の氏名") == [
        ("お客様", ["count0"]),
        ("120名", ["count0", "item3"]),
        ("の氏名", ["item3"]),
    ]


def test_a_mark_inside_another_is_the_inner_and_the_outer_goes_on_behind_it() -> None:
    assert cut_list(mark(3, 7, "date"), mark(0, 10, "heading"), text="お客様120名の氏名") == [
        ("お客様", ["heading0"]),
        ("120名", ["heading0", "date3"]),
        ("の氏名", ["heading0"]),
    ]


def test_of_the_same_words_the_more_telling_kind_is_inside() -> None:
    assert cut_list(*(mark(0, 3, kind) for kind in reversed(KINDS)), text="120") == [("120", [f"{k}0" for k in KINDS])]


def test_of_one_kind_the_last_that_began_is_shown_and_then_the_first_again() -> None:
    assert cut_list(mark(0, 9, "fact"), mark(2, 4, "fact"), mark(3, 6, "fact"), text="123456789") == [
        ("12", ["fact0"]),
        ("3", ["fact2"]),
        ("4", ["fact3"]),
        ("56", ["fact3"]),
        ("789", ["fact0"]),
    ]


def test_spans_are_cut_out_too_and_nothing_is_drawn_on_them() -> None:
    assert cut_list(text="120名", spans=[(1, 3)]) == [("1", []), ("20", []), ("名", [])]


def test_a_text_may_begin_within_its_file() -> None:
    assert list(cut("120名", 100, [mark(103, 104)])) == [
        Piece(100, "120"),
        Piece(103, "名", (mark(103, 104),), True),
    ]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.sampled_from(KINDS)), max_size=12))
def test_pieces_are_the_text_and_say_what_lies_on_them(drawn: list[tuple[int, int, str]]) -> None:
    text = "あいうえおかきくけこさしすせそたちつてと"
    marks = [mark(*span) for span in drawn]
    pieces = list(cut(text, 0, marks))
    assert "".join(piece.text for piece in pieces) == text
    assert all(one.start + len(one.text) == other.start for one, other in pairwise(pieces))
    for piece in pieces:
        on_it = {one.kind for one in marks if one.start <= piece.start and piece.start + len(piece.text) <= one.end}
        assert {one.kind for one in piece.marks} == on_it
        assert len(piece.marks) == len(on_it)


def test_every_mention_is_marked() -> None:
    record = extract(TEXT.replace("。", "。\n2031年4月2日に検知しました。\n"))
    marks = list(find_marks(record, read_timeline(record, Quotes(record))))
    spans = {(found.start, found.end, found.kind) for found in marks}
    for kind, mentions in (("date", record.dates), ("count", record.counts), ("item", record.items)):
        assert mentions
        assert {(*mention.span, kind) for mention in mentions} <= spans
    assert {found.row for found in marks} >= {"c0", "d0", "i-name"}


def test_pieces_of_a_record_are_its_text() -> None:
    record = extract("# 不正アクセスについて\n\nお客様120名の氏名が漏えいしました。\n")
    seen = read_overview(record)
    assert "".join(piece.text for piece in seen.pieces) == "".join(section.text for section in record.sections)


@pytest.mark.parametrize("shape", ["side by side", "in each other", "across each other"])
def test_the_cost_grows_as_the_marks_do(shape: str) -> None:
    def of_size(count: int) -> Callable[[], object]:
        spans = {
            "side by side": [(2 * index, 2 * index + 1) for index in range(count)],
            "in each other": [(index, 2 * count - index) for index in range(count)],
            "across each other": [(index, index + count) for index in range(count)],
        }[shape]
        marks = [mark(*span, KINDS[index % len(KINDS)], "row") for index, span in enumerate(spans)]

        def work() -> None:
            pieces = sum(1 for _ in cut("氏" * (2 * count), 0, marks))
            assert pieces >= count

        return work

    assert excess(80_000, of_size) <= MOST
