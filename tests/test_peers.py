"""What is made of other libraries' answers, as far as none of them is needed for it."""

import pytest
from quality.compare import Score
from quality.peer_readings import stripped
from quality.peers import roughly, scored
from quality.reading import Mention
from quality.readme import README, filled


@pytest.mark.parametrize(
    ("line", "left", "places"),
    [
        ("10 月 9 日", "10月9日", [0, 1, 3, 5, 7]),
        ("約 13 万　2,000 件", "約13万2,000件", [0, 2, 3, 5, 7, 8, 9, 10, 11, 13]),
        ("計９  名", "計９名", [0, 1, 4]),
        ("　3 名 ", "　3名 ", [0, 1, 3, 4]),
        ("氏名 住所", "氏名 住所", [0, 1, 2, 3, 4]),
        ("", "", []),
    ],
)
def test_blanks_beside_digits_go_and_places_stay(line: str, left: str, places: list[int]) -> None:
    assert stripped(line) == (left, places)
    assert "".join(line[place] for place in places) == left


def mention(start: int, end: int, value: int, optional: bool = False) -> Mention:
    return Mention((start, end), "x" * (end - start), (value,), {"status": "possible"}, optional)


@pytest.mark.parametrize(
    ("expected", "answers", "found", "right"),
    [
        pytest.param([(0, 4, 1)], [(2, 6, 1)], Score(1, 1, 1), Score(1, 1, 1), id="an overlap is enough"),
        pytest.param([(0, 4, 1)], [(4, 6, 1)], Score(0, 1, 1), Score(0, 1, 1), id="touching is none"),
        pytest.param([(0, 4, 1)], [(0, 4, 2)], Score(1, 1, 1), Score(0, 1, 1), id="found, with a wrong value"),
        pytest.param([(0, 4, 1)], [(0, 2, 1), (2, 4, 1)], Score(1, 1, 2), Score(1, 1, 2), id="one to one"),
        pytest.param([(0, 4, 1), (6, 8, 2)], [], Score(0, 2, 0), Score(0, 2, 0), id="nothing found"),
        pytest.param([(0, 4, 1, True)], [(0, 4, 2)], Score(0, 0, 0), Score(0, 0, 0), id="readers differ on it"),
    ],
)
def test_found_and_right(
    expected: list[tuple[int, int, int]], answers: list[tuple[int, int, int]], found: Score, right: Score
) -> None:
    scores = scored([mention(*each) for each in expected], [mention(*each) for each in answers])
    assert scores == (found, right)


def test_one_wrong_of_three_answers_to_two() -> None:
    found, right = scored([mention(0, 2, 1), mention(4, 6, 2)], [mention(0, 2, 1), mention(4, 6, 3), mention(8, 9, 4)])
    assert (round(found.f1, 9), round(right.f1, 9)) == (0.8, 0.4)


def test_times_are_told_roughly() -> None:
    assert [roughly(times) for times in (0.31, 1.0, 3.6, 96, 1234)] == ["0.3", "1", "4", "100", "1000"]


def test_only_the_named_table_is_filled() -> None:
    text = "a\n<!-- one -->\nold\n<!-- /one -->\n<!-- two -->\n<!-- /two -->\nb\n"
    assert filled(text, "two", r"| \1 |" + "\n") == text.replace("<!-- /two", "| \\1 |\n<!-- /two")
    assert filled(text, "three", "new") == text


@pytest.mark.parametrize("name", ["accuracy", "peers"])
def test_the_readme_has_a_place_for_each_table(name: str) -> None:
    text = README.read_text(encoding="utf-8")
    assert filled(text, name, "new\n") != text
