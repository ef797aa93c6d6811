"""Which releases are one incident, so that nobody is counted twice."""

from typing import Any

import pytest

from extract import extract
from extract.view.site.entry import Entry, read_entry
from extract.view.site.incidents import number_incidents

FIRST = Entry(
    page="a",
    source="a",
    path="a.txt",
    title="不正アクセスに関するお知らせ",
    organization="株式会社みほん",
    published="2031-04-02",
    report_number=None,
    report_kind=None,
    urls=("https://mihon.example/news/1",),
    occurred=None,
    detected="2031-03-30",
    types=("unauthorized_access",),
    vectors=(),
    categories=(),
    status=None,
    people=None,
    records=None,
    warnings=(),
)
# Nothing in common with the first but the organisation and the type.
OTHER = FIRST._replace(
    source="b", title="メールの誤送信", published="2031-06-01", urls=("https://mihon.example/",), detected="2031-05-30"
)
LATER = {"report_kind": "follow_up"}


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"detected": "2031-03-30"}, "the same day of detection"),
        ({"detected": "2031-03-30T09:15"}, "the same day, to the minute"),
        ({"detected": "2031-03-30", "organization": "株式会社　みほん"}, "an organisation with a blank"),
        ({"detected": "2031-03-30", "types": ("loss",)}, None),
        ({"detected": "2031-03-30", "organization": "見本市"}, None),
        ({"detected": "2031-03"}, None),
        ({"detected": "2031-03-30", "organization": None}, None),
        ({"source": "a", "organization": None}, "the same bytes"),
        ({"title": FIRST.title, "published": FIRST.published}, "the same release in two files"),
        ({"title": FIRST.title}, None),
        ({"title": f"{FIRST.title}（第２報）", "report_number": 2}, "a title but for its number"),
        ({"title": f"【最終報】{FIRST.title}", "report_kind": "final"}, "a title but for its kind"),
        ({"types": ("loss",), "urls": FIRST.urls, **LATER}, "a page that both name"),
        ({"urls": FIRST.urls}, None),
        (LATER, "a follow-up of the year before"),
        ({"types": ("loss",), **LATER}, None),
        ({"published": "2032-06-01", **LATER}, None),
        ({"published": None, **LATER}, None),
        ({"organization": "見本市", **LATER}, None),
        ({"urls": ("http://[broken",), "types": (), **LATER}, None),
        ({}, None),
    ],
)
def test_two_releases(fields: dict[str, Any], why: str | None) -> None:
    assert number_incidents([FIRST, OTHER._replace(**fields)]) == ([0, 0] if why else [0, 1])


def test_a_follow_up_goes_with_what_ties_it_and_not_with_the_latest() -> None:
    second = FIRST._replace(source="c", published="2031-07-01", report_number=2, detected=None)
    assert number_incidents([FIRST, OTHER, second]) == [0, 1, 0]


def test_reports_join_what_came_apart() -> None:
    third = OTHER._replace(source="c", published="2031-07-01", detected=FIRST.detected, occurred="2031-05-01")
    second = OTHER._replace(occurred="2031-05-01")
    assert number_incidents([FIRST, second, third]) == [0, 0, 0]


def test_many_reports_take_no_longer_each() -> None:
    many = [FIRST._replace(source=str(n), report_number=n) for n in range(20_000)]
    assert set(number_incidents(many)) == {0}


def test_what_the_index_knows() -> None:
    record = extract(
        "2031年4月2日\n株式会社みほん\n\n不正アクセスに関するお知らせ\u202e\n\n"
        "3月30日、第三者による不正アクセスが判明し、お客様120名の氏名が漏えいしました。カード番号は漏えいしておりません。\n"
    )
    entry = read_entry(record, "p")
    assert (entry.organization, entry.published, entry.detected) == ("株式会社みほん", "2031-04-02", "2031-03-30")
    assert (entry.people, entry.records, entry.status) == ((120, "exact", "confirmed"), None, "confirmed")
    assert entry.categories == ("name",)
    assert "\u202e" not in entry.title
