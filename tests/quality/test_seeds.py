"""What is said of the documents that the project began with: a page of posts, and articles."""

import functools
from pathlib import Path

import pytest

from extract import Record, extract_file

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the documents (../shared/seeds) are not there")


@functools.cache
def records(number: str) -> list[Record]:
    (path,) = SEEDS.glob(f"{number}_*")
    return extract_file(path)


def groups(record: Record) -> list[tuple[int | None, str | None, str, set[str]]]:
    return [(group.value, group.bound, group.status, set(group.categories)) for group in record.exposures]


def test_a_page_of_posts_gives_a_record_each() -> None:
    posts = records("002")
    assert [post.source.part for post in posts] == list(range(1, 20))
    assert [(post.source.path, post.source.sha256) for post in posts] == [
        (posts[0].source.path, posts[0].source.sha256)
    ] * 19
    assert all(post.release.title for post in posts)
    assert not [warning for post in posts for warning in post.warnings if warning.code == "several_releases"]


def test_three_groups_with_their_items() -> None:
    reach = {"name", "address", "phone", "email"}
    person = reach | {"birth_date", "gender"}
    assert groups(records("002")[6]) == [
        (1_499_300, "approx", "possible", person),
        (37_300, "approx", "possible", person | {"my_number", "health", "disability"}),
        (9_400, "approx", "possible", reach | {"company_name", "my_number"}),
    ]


def test_four_groups_without_items() -> None:
    assert groups(records("002")[12]) == [
        (value, "approx", "confirmed", set()) for value in (590_000, 132_000, 15_000, 2_700)
    ]


def test_nine_groups_whose_items_stand_in_footnotes() -> None:
    number = {"member_number", "contract"}
    person = {"name", "birth_date", "gender", "address", "phone", "email"}
    assert groups(records("002")[18]) == [
        (1_200, "approx", "confirmed", number | person | {"sensitive", "health"}),
        (12_500, "approx", "confirmed", number | person),
        (89_000, "approx", "confirmed", number),
        (30, "approx", "possible", number | {"name"}),
        (1_000, "approx", "possible", number),
        (400, "approx", "possible", person),
        (50, "approx", "possible", {"name"}),
        (10, "approx", "possible", person),
        (140, "approx", "possible", {"name"}),
    ]


def test_one_group_with_a_long_list() -> None:
    ((value, bound, status, categories),) = groups(records("002")[3])
    assert (value, bound, status) == (8_373, "exact", "possible")
    assert categories >= {"student_id", "grades", "department", "school"}
    assert not categories & {"company_name", "name", "contact", "birth_date"}


@pytest.mark.parametrize(("number", "values"), [("000", [2]), ("003", [107_661]), ("004", [4_114, 4_114])])
def test_an_article_says_that_it_is_none(number: str, values: list[int]) -> None:
    (article,) = records(number)
    assert [count.value for count in article.counts] == values
    assert "not_a_release" in [warning.code for warning in article.warnings]
