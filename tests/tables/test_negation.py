"""Whether a clause denies what it says, and the words that it is read from."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.resolve.negation import is_denied
from extract.text.folding import fold
from extract.text.tokens import tokenize

DENIED = [
    "は載せておりません。",
    "は渡しておらず、",
    "については入力されていなかったため",
    "は記録されていない",
    "は先方に届いていないこと",
    "は付いていませんでした。",
    "はファイルの中に無い状態です。",
]
SAID = [
    "は載せております。",
    "は届いていない方の電話番号です",
    "は保管期限を過ぎたものです。",
    "は一覧表にありました。",
    "",
]


@pytest.mark.parametrize("clause", DENIED)
def test_denied(clause: str) -> None:
    assert is_denied(fold(clause))


@pytest.mark.parametrize("clause", SAID)
def test_said(clause: str) -> None:
    assert not is_denied(fold(clause))


@given(st.text(alphabet="氏名は載せてません。 \u3000\t\0\r\nabＡ㈱か\u3099゛1②", max_size=40))
def test_words_stand_where_they_say(text: str) -> None:
    tokens = tokenize(text)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert all(one.end <= other.start for one, other in pairwise(tokens))
    covered = {at for token in tokens for at in range(token.start, token.end)}
    assert not any(char.isalnum() for at, char in enumerate(text) if at not in covered)


def test_every_thread_reads_the_same() -> None:
    clauses = ["は載せておりません。", "氏名が漏えいしました。", "は含まれていない"] * 40
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(tokenize, clauses)) == [tokenize(clause) for clause in clauses]
