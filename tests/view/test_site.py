"""The site of an archive in a real browser, opened from disk."""

import html
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect
from view import hostile
from view.chromium import Visit, started

from extract import cli

ROOT = Path(__file__).parents[2]
WARNED = ROOT / "tests" / "fixtures" / "joint_release_two_shops.txt"
DESK = {"width": 1360, "height": 900}
PHONE = {"width": 360, "height": 740}
# Two reports of one incident, and a third release of the organisation that is of another.
REPORTS = {
    "a_first.txt": (
        "2031年4月2日\n株式会社みほん\n\n不正アクセスに関するお知らせ（第1報）\n\n"
        "3月30日、第三者による不正アクセスが判明し、お客様100名の氏名が漏えいした可能性があります。\n"
    ),
    "b_second.txt": (
        "2031年5月9日\n株式会社みほん\n\n不正アクセスに関するお知らせ（第2報）\n\n"
        "3月30日に判明した不正アクセスにより、お客様120名の氏名、住所が漏えいしたことを確認いたしました。\n"
    ),
    "c_other.txt": (
        "2032年1月15日\n株式会社みほん\n\nUSBメモリの紛失に関するお詫び\n\n"
        "1月12日、お客様30名の氏名、電話番号を保存したUSBメモリを紛失いたしました。\n"
    ),
}

Open = Callable[..., Visit]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started() as found:
        yield found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the samples, of the reports, and of a release with warnings and a hostile one."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(ROOT / "samples", folder / "in")
    for name, text in REPORTS.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    shutil.copy(WARNED, folder / "in")
    (folder / "in" / hostile.NAME).write_bytes(hostile.TEXT.encode())
    assert cli.main([str(folder / "in"), "-f", "html", "-o", str(folder / "site")]) == 0
    return folder / "site"


@pytest.fixture
def visit(browser: Browser, site: Path) -> Iterator[Open]:
    """Open the index; it is looked after when the test ends."""
    open_ones: list[Visit] = []

    def opened(there: Path = site, **options: Any) -> Visit:
        open_ones.append(Visit(browser, there / "index.html", home=there, **{"viewport": DESK, **options}))
        if options.get("java_script_enabled", True):
            open_ones[-1].page.locator("html[data-ready]").wait_for()
        return open_ones[-1]

    yield opened
    for one in open_ones:
        one.close()


def rows(page: Page) -> Locator:
    return page.locator("#table tbody tr")


def choose(page: Page, facet: str, value: str) -> None:
    group = page.locator(f"#facet-{facet}")
    if group.locator(".more").is_visible():
        group.locator(".more").click()
    group.get_by_label(re.compile(f"^{re.escape(value)} ?[0-9]+$")).click()


def total(page: Page, name: str) -> str:
    return page.locator(f'[data-sum="{name}"]').inner_text()


def numbers(page: Page, chart: str) -> dict[str, list[str]]:
    """Return the numbers of a chart's table: its head, and each bar's."""
    told = page.locator(f"#numbers-{chart} tr").evaluate_all(
        "rows => rows.map(r => [...r.cells].map(c => c.textContent))"
    )
    return {name: values for name, *values in told}


# ── filters, order, the way to the evidence and back ──


def test_filter_by_type_and_item_sort_by_people_follow_a_row_and_come_back(visit: Open) -> None:
    page = visit().page
    expect(rows(page)).to_have_count(12)
    choose(page, "type", "unauthorised access")
    choose(page, "category", "address")
    expect(page.locator(".chosen")).to_have_count(2)
    page.get_by_role("columnheader", name="People").click()
    told = page.locator("td.people").all_inner_texts()
    values = [int(re.sub(r"\D", "", text) or -1) for text in told]
    assert 1 < len(values) < 12
    assert values == sorted(values, reverse=True)
    before = page.locator("td.title a").all_inner_texts()
    page.locator("td.title a").first.click()
    expect(page.locator("h1")).to_have_text(before[0])
    page.locator("#f-people dd a").first.click()
    expect(page.locator(".text .lit").first).to_be_in_viewport()
    page.go_back()
    page.go_back()
    expect(page.locator(".chosen")).to_have_count(2)
    expect(page.locator("td.title a")).to_have_text(before)
    page.locator("td.title a").first.click()
    page.get_by_role("link", name="All releases").click()
    expect(rows(page)).to_have_count(12)


def test_every_row_leads_to_its_evidence(visit: Open, site: Path) -> None:
    links = visit().page.locator("td.title a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    assert len(set(links)) == 12
    assert sorted(links) == sorted(f"releases/{page.name}" for page in (site / "releases").iterdir())


def test_values_of_a_facet_widen_and_facets_narrow(visit: Open) -> None:
    page = visit().page
    choose(page, "year", "2030")
    expect(rows(page)).to_have_count(1)
    choose(page, "year", "2032")
    expect(rows(page)).to_have_count(4)
    choose(page, "type", "loss or theft of media")
    expect(rows(page)).to_have_count(2)
    expect(page.locator("#facet-year").get_by_label("2031")).to_have_count(0)
    page.get_by_role("button", name="Year: 2032").click()
    expect(rows(page)).to_have_count(1)
    page.get_by_role("button", name="Clear all").click()
    expect(rows(page)).to_have_count(12)


@pytest.mark.parametrize(
    ("facet", "value", "count"),
    [
        ("size", "10,000 – 99,999", 1),
        ("status", "confirmed", None),
        ("vector", "VPN", 1),
        ("organization", "株式会社ことのは製本", 1),
        ("warning", "none", None),
    ],
)
def test_each_facet_filters_as_many_as_it_says(visit: Open, facet: str, value: str, count: int | None) -> None:
    page = visit().page
    choose(page, facet, value)
    told = page.locator(f"#facet-{facet} li", has=page.get_by_text(value, exact=True)).locator(".count").inner_text()
    expect(rows(page)).to_have_count(int(told))
    assert count in (None, int(told))


def test_the_search_reads_full_width_as_half_width(visit: Open) -> None:
    page = visit().page
    page.get_by_role("searchbox", name=re.compile("^Search")).fill("ｕｓｂ 紛失")
    expect(rows(page)).to_have_count(2)
    page.get_by_role("searchbox", name=re.compile("^Search")).fill("b_second.TXT")
    expect(rows(page)).to_have_count(1)
    page.get_by_role("searchbox", name=re.compile("^Search")).fill("見つからない [")
    expect(page.locator("#table tbody")).to_have_text("No release is like this.")


def test_a_bar_chooses_what_it_counts(visit: Open) -> None:
    page = visit().page
    box = page.locator("#chart-type").bounding_box()
    assert box is not None
    page.locator("#chart-type").click(position={"x": box["width"] * 0.42, "y": 16})
    expect(page.locator(".chosen")).to_have_count(1)
    expect(page.locator(".chosen")).to_contain_text("What happened: unauthorised access")


def test_what_an_address_asks_for_and_is_not_there_is_left_out(browser: Browser, site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{(site / 'index.html').as_uri()}#year=1&sort=%3Cb%3E&page=-3&measure=x&type=loss&search=%00")
    expect(page.locator(".chosen")).to_have_count(1)
    page.goto("about:blank")
    page.goto(f"{(site / 'index.html').as_uri()}#page=99")
    expect(page.locator(".dt-info")).to_be_visible()
    context.close()
    assert said == []


# ── sums ──


def test_reports_of_one_incident_are_not_added_up(visit: Open) -> None:
    page = visit().page
    page.get_by_role("searchbox", name=re.compile("^Search")).fill("株式会社みほん USB")
    assert (total(page, "releases"), total(page, "incidents")) == ("1", "1")
    page.get_by_role("searchbox", name=re.compile("^Search")).fill("_second.txt")
    assert (total(page, "people-confirmed"), total(page, "people-possible")) == ("120", "0")
    page.get_by_role("searchbox", name=re.compile("^Search")).fill("_first.txt")
    assert (total(page, "people-confirmed"), total(page, "people-possible")) == ("0", "100")
    page.get_by_role("searchbox", name=re.compile("^Search")).fill(".txt 不正アクセスに関するお知らせ 報")
    assert (total(page, "releases"), total(page, "incidents")) == ("2", "1")
    assert (total(page, "people-confirmed"), total(page, "people-possible")) == ("120", "0")
    expect(page.locator("#largest-list li")).to_have_count(1)
    expect(page.locator("#largest-list")).to_contain_text("2 reports")
    assert list(numbers(page, "time"))[1:] == ["2031-04"]


def test_people_and_records_stand_apart(visit: Open) -> None:
    page = visit().page
    choose(page, "organization", "株式会社ことのは製本")
    assert (total(page, "people-possible"), total(page, "records-confirmed")) == ("150", "2,166")
    page.get_by_label("people", exact=True).check()
    expect(page.get_by_text("Each bar adds up people")).to_be_visible()
    expect(page.get_by_text("Each bar counts incidents")).to_be_hidden()
    size = numbers(page, "size")
    assert size["100 – 999"][size["Bar"].index("people, possible")] == "150"
    page.get_by_label("records", exact=True).check()
    assert numbers(page, "time")["2032-01"][0] == "2,166"
    page.reload()
    expect(page.get_by_label("records", exact=True)).to_be_checked()


def test_the_sums_are_those_of_the_records(visit: Open, site: Path) -> None:
    page = visit().page
    records = [json.loads(line) for line in (site / "records.jsonl").read_bytes().splitlines()]
    assert total(page, "releases") == str(len(records))
    assert total(page, "incidents") == str(len(records) - 1)
    told = [record["incident"]["affected"]["people"] for record in records if "a_first" not in record["source"]["path"]]
    for status in ("confirmed", "possible"):
        people = sum(figure["value"] for figure in told if figure and figure["status"] == status)
        assert total(page, f"people-{status}") == f"{people:,}"
    warned = sum(bool(record["warnings"]) for record in records)
    assert 0 < warned < len(records)
    assert total(page, "warned") == str(warned)
    page.get_by_role("button", name="With warnings").click()
    expect(rows(page)).to_have_count(warned)


# ── nothing runs, nothing is asked for ──


def test_hostile_text_is_text(visit: Open) -> None:
    page = visit().page
    title = page.locator("tr", has_text="window.ran").locator("td.title a").first
    assert str(title.text_content()).endswith("…")
    assert "\u202e" not in str(page.locator("body").text_content())
    choose(page, "organization", f"株式会社みほん{hostile.SCRIPT}")
    expect(page.locator(".chosen")).to_contain_text(hostile.SCRIPT)
    title.click()
    assert page.evaluate("() => window.ran") is None
    page.go_back()
    assert page.evaluate("() => window.ran") is None


def test_the_policy_stops_what_is_not_ours(browser: Browser, site: Path, tmp_path: Path) -> None:
    text = html.unescape((site / "index.html").read_text(encoding="utf-8"))
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert found is not None
    rules = dict(rule.split(" ", 1) for rule in found[1].split("; "))
    assert rules["default-src"] == "'none'"
    assert re.fullmatch(r"'sha256-[^ ]+' 'strict-dynamic'", rules["script-src"])
    assert set(rules) == {"default-src", "base-uri", "form-action", "style-src", "script-src"}
    shutil.copytree(site, tmp_path / "site")
    added = "<script src='scripts/added.js'></script><script>window.ran = 1</script><p onclick='window.ran = 1'>x</p>"
    (tmp_path / "site" / "scripts" / "added.js").write_text("window.ran = 1")
    changed = (site / "index.html").read_text(encoding="utf-8").replace("<body>", f"<body>{added}")
    (tmp_path / "site" / "index.html").write_text(changed, encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / "site" / "index.html").as_uri())
    page.locator("html[data-ready]").wait_for()
    page.get_by_text("x", exact=True).click()
    assert page.evaluate("() => window.ran") is None
    context.close()


# ── for everybody ──


def test_without_scripts_it_leads_to_what_reads_without(visit: Open) -> None:
    page = visit(java_script_enabled=False).page
    expect(page.locator(".noscript")).to_be_visible()
    assert total(page, "releases") == "12"


@pytest.mark.parametrize("width", [360, 800, 1360])
def test_no_width_needs_scrolling_sideways(visit: Open, width: int) -> None:
    page = visit(viewport={"width": width, "height": 740}).page
    assert page.locator("html").evaluate("part => part.scrollWidth - part.clientWidth") <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_keeps_anybody_out(visit: Open, viewport: dict[str, int], scheme: str) -> None:
    page = visit(viewport=viewport, color_scheme=scheme, bypass_csp=True).page
    page.locator(".filters").evaluate("filters => filters.open = true")
    choose(page, "year", "2031")
    found = Axe().run(page).response
    assert len(found["passes"]) > 20
    assert [(fault["id"], fault["impact"], fault["nodes"][0]["html"]) for fault in found["violations"]] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_picture_is_taken(browser: Browser, scheme: str, tmp_path: Path) -> None:
    folder = Path(os.environ.get("SCREENSHOTS", tmp_path))
    assert cli.main([str(ROOT / "samples"), "-f", "html", "-o", str(tmp_path / "site")]) == 0
    options = {"device_scale_factor": 1.25, "viewport": {"width": 1280, "height": 960}, "color_scheme": scheme}
    visit = Visit(browser, tmp_path / "site" / "index.html", home=tmp_path / "site", **options)
    visit.page.locator("html[data-ready]").wait_for()
    visit.page.get_by_label("people", exact=True).check()
    picture = visit.page.screenshot(path=folder / f"site_{scheme}.png")
    visit.close()
    assert len(picture) > 50_000
