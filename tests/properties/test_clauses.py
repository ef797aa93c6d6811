"""Sentences of two clauses: how sure each is of its own data, however they are joined and in whatever order."""

from itertools import product

import pytest

from extract import extract

HEAD = (
    "2031年5月13日\n株式会社みほん商事\n\n不正アクセスに関するお知らせ\n\n"
    "当社のサーバーが第三者による不正アクセスを受けました。\n\n"
)
DATA = ("情報", "個人情報", "氏名")
LEAKED = {
    "の{}が流出しました": "confirmed",
    "の{}の流出を確認しております": "confirmed",
    "の{}が窃取されたことが判明いたしました": "confirmed",
    "の{}が漏えいした可能性があります": "possible",
    "の{}が第三者に閲覧されたおそれがございます": "possible",
    "の{}につきましては、流出した可能性を否定できません": "possible",
}
# Beside those whose data leaked, of others: expressly not, or (None) as long as nothing was found, one of the two.
SAFE = {
    "の{}は含まれておりません": "excluded",
    "の{}の流出はございません": "excluded",
    "の{}への影響はございません": "excluded",
    "の{}については漏えいしておりません": "excluded",
    "の{}の漏えいは確認されておりません": None,
    "の{}が流出した事実は確認されておりません": None,
}
JOINS = ("が、", "ものの、", "。なお、", "。一方、", "。ただし、", "。また、")
NOTHING_FOUND = (
    "現時点で流出の事実は確認されておりません",
    "漏えいの痕跡は見つかっておりません",
    "具体的な情報流出の事実は確認されませんでした",
    "情報が持ち出された形跡は認められておりません",
)
# The forms that a clause takes before ものの.
PLAIN = {
    "しました": "した",
    "あります": "ある",
    "ございます": "ある",
    "おります": "いる",
    "おりません": "いない",
    "ございません": "ない",
    "できません": "できない",
    "でした": "でした",
}


def joined(first: str, join: str, second: str) -> str:
    """Join two clauses, the first in the form that ものの asks for."""
    if join == "ものの、":
        end = next(end for end in PLAIN if first.endswith(end))
        first = first.removesuffix(end) + PLAIN[end]
    return f"{first}{join}{second}。"


def statuses(text: str) -> dict[str | None, str]:
    return {group.subject: group.status for group in extract(HEAD + text).exposures}


@pytest.mark.parametrize(("data", "leaked", "safe"), list(product(DATA, LEAKED, SAFE)))
def test_of_two_kinds_of_people(data: str, leaked: str, safe: str) -> None:
    theirs, others = "従業員" + leaked.format(data), "お客様" + safe.format(data)
    for join, (first, second) in product(JOINS, ((theirs, others), (others, theirs))):
        text = joined(first, join, second)
        found = statuses(text)
        assert found.keys() == {"従業員", "お客様"}, text
        assert found["従業員"] == LEAKED[leaked], text
        assert found["お客様"] in ((SAFE[safe],) if SAFE[safe] else ("unknown", "excluded")), text


@pytest.mark.parametrize("data", DATA)
def test_what_may_have_leaked_still_may_though_nothing_was_found(data: str) -> None:
    possible = [clause for clause, status in LEAKED.items() if status == "possible"]
    for clause, nothing, join in product(possible, NOTHING_FOUND, ("が、", "ものの、", "。なお、", "。ただし、")):
        text = joined("お客様" + clause.format(data), join, nothing)
        assert statuses(text) == {"お客様": "possible"}, text
    for clause, nothing, join in product(possible, NOTHING_FOUND, ("が、", "。しかしながら、")):
        text = joined(nothing, join, "お客様" + clause.format(data))
        assert statuses(text) == {"お客様": "possible"}, text
