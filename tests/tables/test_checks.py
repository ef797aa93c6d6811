"""Self-checks: what is warned of, where it points, and what is left in peace."""

import pytest
from tables.marked import unmark

from extract.find.sections.headings import find_sections
from extract.mention import Count, Date, Evidence, Exposure, Incident, Item, Masthead, Quantity, Warning
from extract.resolve.checks.checks import check
from extract.resolve.genre import Genre, read_genre
from extract.text.document import Document

MASTHEAD = Masthead(0, "お知らせ", "青葉商事", "2025-06-10")
INCIDENT = Incident(types=("unauthorized_access",))


def date(span: tuple[int, int], start: str, role: str) -> Date:
    """Return a date whose first and last days are those of a year or month, or the day itself."""
    first, last = (start + "0000-01-01"[len(start) :], start + "0000-12-30"[len(start) :])
    return Date(span, start, None, "day", first, last, None, role)


def count(
    span: tuple[int, int], value: int, *, total: bool = False, bound: str = "exact", status: str = "possible"
) -> Count:
    return Count(span, value, None, bound, "名", "people", "exposed", status, total)


def warnings(
    text: str,
    counts: list[Count] | None = None,
    *,
    items: list[Item] | None = None,
    groups: list[int] | None = None,
    dates: list[Date] | None = None,
    incident: Incident = INCIDENT,
    masthead: Masthead = MASTHEAD,
) -> list[Warning]:
    document = Document(text)
    counts = counts or []
    exposures = [Exposure(None, None, index, (), "possible", (counts[index].span,)) for index in groups or []]
    sections = find_sections(document, 0)
    genre = read_genre(document, masthead.body, sections)
    return check(document, genre, masthead, sections, dates or [], counts, items or [], exposures, incident)


def codes(found: list[Warning]) -> list[str]:
    return [warning.code for warning in found]


def counted(row: str, *values: int, totals: tuple[int, ...] = ()) -> tuple[str, list[Count]]:
    """Return the text and a count for every mark of the row."""
    text, spans = unmark(row)
    return text, [count(span, value, total=value in totals) for span, value in zip(spans, values, strict=True)]


TOTALS = [
    ("会員⟦30名⟧、職員⟦12名⟧、合計⟦43名⟧", (30, 12, 43), "the total 43名 is not the sum of its parts: 12 + 30 = 42"),
    ("合計⟦205名⟧\n- 園児⟦120名⟧\n- 職員⟦35名⟧\n- 保護者⟦40名⟧", (205, 120, 35, 40), "120 + 35 + 40 = 195"),
]


@pytest.mark.parametrize(("row", "values", "message"), TOTALS)
def test_total_mismatch(row: str, values: tuple[int, ...], message: str) -> None:
    total = values[0] if row.startswith("合計") else values[-1]
    text, counts = counted(row, *values, totals=(total,))
    incident = INCIDENT._replace(people=Quantity(total, "exact", "possible", False, (values.index(total),)))
    found = warnings(text, counts, groups=[i for i, value in enumerate(values) if value != total], incident=incident)
    assert codes(found) == ["total_mismatch"]
    assert message in found[0].message
    assert set(found[0].spans) == {one.span for one in counts}


TOTALS_IN_PEACE = [
    ("会員⟦30名⟧、職員⟦12名⟧、合計⟦42名⟧", (30, 12, 42)),
    ("合計⟦42名⟧\n- 会員⟦30名⟧\n- 職員⟦12名⟧", (42, 30, 12)),
    # An overlap is no part beside the others.
    ("合計⟦42名⟧（うち⟦5名⟧は重複）\n- 会員⟦30名⟧\n- 職員⟦12名⟧", (42, 5, 30, 12)),
    # So far off that other parts must be meant.
    ("合計⟦900名⟧\n- 会員⟦30名⟧\n- 職員⟦12名⟧", (900, 30, 12)),
]


@pytest.mark.parametrize(("row", "values"), TOTALS_IN_PEACE)
def test_total_in_peace(row: str, values: tuple[int, ...]) -> None:
    text, counts = counted(row, *values, totals=(max(values),))
    assert "total_mismatch" not in codes(warnings(text, counts, groups=list(range(len(values)))))


def test_contradicting_counts() -> None:
    text, counts = counted("対象は⟦1,053名⟧です。\n\n漏えいした可能性があるのは⟦1,035名⟧の方です。", 1053, 1035)
    incident = INCIDENT._replace(people=Quantity(1053, "exact", "possible", False, (0,)))
    found = warnings(text, counts, groups=[0, 1], incident=incident)
    assert codes(found) == ["contradicting_counts"]
    assert "1,053名" in found[0].message and "1,035名" in found[0].message
    assert found[0].spans == (counts[0].span, counts[1].span)


@pytest.mark.parametrize(
    ("row", "values"),
    [
        ("対象は⟦1,053名⟧です。第一報では⟦1,035名⟧とお知らせしました。", (1053, 1035)),
        ("会員⟦1,053名⟧、職員⟦2,480名⟧", (1053, 2480)),
        ("会員⟦53名⟧、職員⟦35名⟧", (53, 35)),
    ],
)
def test_no_contradiction(row: str, values: tuple[int, int]) -> None:
    text, counts = counted(row, *values)
    incident = INCIDENT._replace(people=Quantity(values[0], "exact", "possible", False, (0,)))
    assert warnings(text, counts, groups=[0, 1], incident=incident) == []


def test_count_without_group() -> None:
    text, counts = counted("会員⟦30名⟧です。\n\n退職者⟦700名⟧と派遣社員⟦80名⟧です。", 30, 700, 80)
    found = warnings(text, counts, groups=[0])
    assert codes(found) == ["count_without_group"]
    assert "700名, 80名" in found[0].message
    assert found[0].spans == (counts[1].span, counts[2].span)


@pytest.mark.parametrize(
    ("row", "values", "groups"),
    [
        ("会員⟦30名⟧です。\n\n改めて⟦30名⟧の方へお詫びします。", (30, 30), [0]),
        ("約⟦300名⟧です。\n\n会員⟦298名⟧です。", (300, 298), [1]),
        ("名簿⟦2,553名⟧（当社従業員⟦125名⟧を含む）です。", (2553, 125), [0]),
        # A breakdown by place of what is told as one group.
        ("お客さま⟦100名⟧です。\n\n東区⟦60名⟧、西区⟦40名⟧です。", (100, 60, 40), [0]),
    ],
)
def test_count_in_peace(row: str, values: tuple[int, ...], groups: list[int]) -> None:
    text, counts = counted(row, *values)
    counts = [one._replace(bound="approx") if text[one.span[0] - 1] == "約" else one for one in counts]
    assert warnings(text, counts, groups=groups) == []


def test_mixed_statuses() -> None:
    text, spans = unmark("閲覧された⟦10名⟧、閲覧された可能性のある⟦20名⟧")
    counts = [count(spans[0], 10, status="confirmed"), count(spans[1], 20)]
    incident = INCIDENT._replace(people=Quantity(30, "exact", "possible", True, (0, 1)))
    found = warnings(text, counts, groups=[0, 1], incident=incident)
    assert [(warning.code, warning.message) for warning in found] == [
        ("mixed_statuses", "the 30 people are a sum over statuses: 10 confirmed, 20 possible")
    ]


def test_sum_over_groups_that_share_a_name() -> None:
    text, spans = unmark("⟦学生⟧⟦30名⟧、⟦学生の家族⟧⟦12名⟧、⟦相談した学生⟧⟦5名⟧")
    counts = [count(span, value) for span, value in zip(spans[1::2], (30, 12, 5), strict=True)]
    groups = [Exposure(spans[2 * n], None, n, (), "possible", (spans[2 * n + 1],)) for n in range(3)]
    document = Document(text)

    def told(*indices: int) -> list[Warning]:
        total = sum(counts[index].value or 0 for index in indices)
        incident = INCIDENT._replace(people=Quantity(total, "exact", "possible", True, indices))
        return check(document, Genre(), MASTHEAD, find_sections(document, 0), [], counts, [], groups, incident)

    found = [warning for warning in told(0, 1, 2) if warning.code == "sum_of_groups"]
    assert [list(warning.spans) for warning in found] == [[spans[1], spans[5]]]
    assert found[0].message.endswith(": 30名, 5名")
    assert "sum_of_groups" not in codes(told(0, 1))


@pytest.mark.parametrize(
    ("marked", "warned"),
    [
        ("会員⟦300名⟧（うち退会者⟦320名⟧）", True),
        ("会員⟦300名⟧（うち退会者⟦20名⟧）", False),
        ("会員⟦300名⟧（延べ⟦320名⟧）", False),
    ],
)
def test_part_of_less_than_itself(marked: str, *, warned: bool) -> None:
    text, spans = unmark(marked)
    values = [int(text[start:end].strip("名")) for start, end in spans]
    found = warnings(text, [count(span, value) for span, value in zip(spans, values, strict=True)], groups=[0, 1])
    assert ("total_mismatch" in codes(found)) is warned


def test_a_figure_at_two_statuses() -> None:
    text, spans = unmark("会員⟦310名⟧の情報が漏えいしました。\n\n⟦310名⟧の情報が漏えいした可能性があります。")
    counts = [count(spans[0], 310, status="confirmed"), count(spans[1], 310)]
    found = warnings(text, counts, groups=[0])
    assert [(warning.code, list(warning.spans)) for warning in found] == [("differing_statuses", spans)]
    same = [one._replace(status="confirmed") for one in counts]
    few = [one._replace(value=3) for one in counts]
    assert warnings(text, same, groups=[0]) == warnings(text, few, groups=[0]) == []


def test_groups_that_one_subject_names() -> None:
    text, spans = unmark("⟦お客様⟧について、住所⟦300件⟧、電話番号⟦41件⟧です。")
    counts = [count(spans[1], 300), count(spans[2], 41)]
    groups = [Exposure(spans[0], "customer", index, (), "possible", (counts[index].span,)) for index in (0, 1)]
    document = Document(text)
    found = check(document, Genre(), MASTHEAD, find_sections(document, 0), [], counts, [], groups, INCIDENT)
    assert [(warning.code, list(warning.spans)) for warning in found] == [("groups_alike", spans)]
    groups[1] = groups[1]._replace(subject_span=None)
    assert check(document, Genre(), MASTHEAD, find_sections(document, 0), [], counts, [], groups, INCIDENT) == []


ITEMS = [
    # A kind that no group holds.
    (["name possible 0", "address possible -"], ["item_without_group"]),
    (["name possible 0", "name possible -"], []),
    # `カード情報` sums up the parts that a group holds.
    (["card_number possible 0", "card possible -"], []),
    # A kind that leaked here, and did not there.
    (["name possible 0", "phone possible 0", "phone excluded -"], ["contradicting_items"]),
    (["name possible 0", "phone excluded -"], []),
]


@pytest.mark.parametrize(("told", "expected"), ITEMS)
def test_items_beside_groups(told: list[str], expected: list[str]) -> None:
    text = "甲乙丙丁"
    parts = [one.split() for one in told]
    items = [Item((place, place + 1), category, status) for place, (category, status, _) in enumerate(parts)]
    held = tuple(place for place, (_, _, group) in enumerate(parts) if group == "0")
    document = Document(text)
    groups = [Exposure(None, None, None, held, "possible", ())]
    found = check(document, Genre(), MASTHEAD, find_sections(document, 0), [], [], items, groups, INCIDENT)
    assert codes(found) == expected
    assert all(start < end for warning in found for start, end in warning.spans)


def test_items_without_status_are_told_by_section() -> None:
    text, spans = unmark("## 概要\n⟦氏名⟧、⟦住所⟧、⟦氏名⟧\n\n## 補足\n⟦パスワード⟧")
    items = [Item(span, "other", "unknown") for span in spans]
    found = warnings(text, items=[*items, Item((0, 1), "name", "excluded")])
    assert codes(found) == ["items_without_status", "items_without_status"]
    assert found[0].message.endswith(": 氏名、住所")
    assert found[1].spans == (spans[3],)


def test_masthead_missing() -> None:
    text, spans = unmark("\n⟦お客さま各位⟧\n当社サーバーが不正アクセスを受けました。")
    found = warnings(text, masthead=Masthead(0, None, "青葉商事", None))
    assert found == [Warning("masthead_missing", "not found: title, date of publication", (spans[0],))]


def test_no_incident_points_at_the_title() -> None:
    text, spans = unmark("⟦工場見学の再開について⟧\n当社は見学を再開します。")
    masthead = MASTHEAD._replace(evidence=(Evidence("title", spans[0]),))
    found = warnings(text, incident=Incident(), masthead=masthead)
    assert [(warning.code, warning.spans) for warning in found] == [("no_incident", (spans[0],))]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u3000\n"])
def test_text_without_words_has_no_place_to_point_at(text: str) -> None:
    found = warnings(text, incident=Incident(), masthead=Masthead(0))
    assert {warning.code for warning in found} == {"no_incident", "masthead_missing"}
    assert all(warning.spans == () for warning in found)


@pytest.mark.parametrize(
    ("incident", "code"),
    [
        (INCIDENT._replace(occurred="2025-07-01"), "date_after_publication"),
        (INCIDENT._replace(detected="2025-07"), "date_after_publication"),
    ],
)
def test_dates_out_of_order(incident: Incident, code: str) -> None:
    assert codes(warnings("当社サーバーが不正アクセスを受けました。", incident=incident)) == [code]


@pytest.mark.parametrize(
    ("detected", "occurred", "is_told"),
    [
        ("2025-06-01", "2025-06-09", True),
        ("2025-05", "2025-06-09", True),
        ("2025-06-10", "2025-06-01", False),
        ("2025-06-01", "2025-06-01", False),
        ("2025-06-01", "2025-06", False),
        ("2025-06", "2025", False),
    ],
)
def test_event_after_the_noticing(detected: str, occurred: str, is_told: bool) -> None:
    dates = [date((0, 2), detected, "detected"), date((4, 6), occurred, "occurred")]
    found = warnings("当社サーバーが不正アクセスを受けました。", dates=dates)
    assert [(warning.code, warning.spans) for warning in found] == (
        [("detected_before_occurred", ((4, 6), (0, 2)))] if is_told else []
    )


ARTICLE = """青葉商事の不正アクセスをやさしく解説します
青葉商事とは?
青葉商事は雑貨を扱う会社です。同社はお客さまの氏名が漏れたと発表しました。
まとめ
この事件の教訓は、企業にとって大きいでしょう。
"""


def test_article_is_no_release() -> None:
    found = warnings(ARTICLE)
    assert codes(found) == ["not_a_release"]
    assert [ARTICLE[start:end] for start, end in found[0].spans][:2] == ["解説します", "とは?"]


@pytest.mark.parametrize(
    "text",
    [
        # The publisher speaks, whatever else the text has of an article.
        ARTICLE + "当社は深くお詫び申し上げます。",
        "本市が業務を委託している業者から、情報が漏れたと公表しましたとの報告がありました。まとめは次のとおりです。",
        "システムに第三者が侵入したとのことです。",
    ],
)
def test_release_is_no_article(text: str) -> None:
    assert warnings(text) == []


def test_several_releases() -> None:
    row = (
        "⟦【速報12】青葉商事 不正アクセスに関するお知らせ⟧\n\nこのたび、青葉商事のサーバーが攻撃を受けました。\n\n"
        "⟦【速報13】みどり食品 個人情報の流出について 2025/12/12⟧\n\n平素より格別のご愛顧を賜り、ありがとうございます。"
    )
    text, spans = unmark(row)
    found = warnings(text)
    assert [(warning.code, list(warning.spans)) for warning in found] == [("several_releases", spans)]


@pytest.mark.parametrize(
    "text",
    [
        "不正アクセスに関するお知らせ\n\nこのたび、攻撃を受けました。\n\n## 2. 流出について\n当社は調査中です。",
        "不正アクセスに関するお知らせ\n当社サーバーが攻撃を受けました。\n\n不正アクセスに関するお知らせ\n当社は調査中です。",
        "## ランサムウェア攻撃への対応について\n当社は停止しました。\n\n## 情報の漏えいについて\n当社は調査しました。",
    ],
)
def test_one_release(text: str) -> None:
    assert warnings(text) == []
