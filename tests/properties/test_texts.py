"""What holds of every text before anything is found in it."""

from hypothesis import given
from hypothesis import strategies as st
from properties.releases import texts

from extract.text.document import Document
from extract.text.folding import fold


@given(st.one_of(texts(), st.text()))
def test_folding_keeps_every_place_and_folds_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(texts())
def test_lines_hold_everything_but_their_breaks(text: str) -> None:
    document = Document(text)
    between = document.folded
    assert "\n".join(between[line.start : line.end] for line in document.lines) == between
    for line in document.lines:
        assert line.start <= line.left <= line.body <= line.right <= line.end


@given(texts())
def test_sentences_stand_in_order(text: str) -> None:
    document = Document(text)
    at = 0
    for sentence in document.sentences:
        assert at <= sentence.start < sentence.end <= len(text)
        at = sentence.end
