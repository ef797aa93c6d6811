"""The page of a release in a real browser."""

import html
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, expect
from view import hostile
from view.chromium import Visit, started

from extract import cli

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "ransomware_second_report.md"
WARNED = ROOT / "tests" / "fixtures" / "joint_release_two_shops.txt"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1360, "height": 900}

Open = Callable[..., Visit]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started() as found:
        yield found


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open the page of a release; it is looked after when the test ends."""
    open_ones: list[Visit] = []

    def opened(release: Path = SAMPLE, **options: Any) -> Visit:
        page = tmp_path / f"{len(open_ones)}.html"
        assert cli.main([str(release), "-o", str(page)]) == 0
        open_ones.append(Visit(browser, page, **{"viewport": DESK, **options}))
        return open_ones[-1]

    yield opened
    for one in open_ones:
        one.close()


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    path = folder / hostile.NAME
    path.write_bytes(hostile.TEXT.encode())
    return path


def on_screen(place: Locator) -> None:
    expect(place).to_be_in_viewport(ratio=1)


def text_of(visit: Visit) -> str:
    return str(visit.page.locator(".text").evaluate("text => text.textContent"))


# ── the text ──


@pytest.mark.parametrize("path", [SAMPLE, WARNED])
def test_the_text_is_the_release_letter_for_letter(visit: Open, path: Path) -> None:
    assert text_of(visit(path)) == path.read_text(encoding="utf-8")


def test_line_breaks_of_windows_and_a_first_empty_line_are_kept(visit: Open, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\r\n\n2031年4月2日\r\n株式会社みほん\r\n\r\nお客様120名の氏名が漏えいしました。\r\n".encode())
    assert text_of(visit(path)) == path.read_bytes().decode()


# ── to the evidence and back ──


def test_a_click_on_a_count_shows_its_evidence_and_a_click_on_that_goes_back(visit: Open) -> None:
    page = visit().page
    count = page.locator("#f-people dd a").first
    evidence = page.locator(".text .lit")
    expect(evidence).to_have_count(0)
    expect(page.locator(".text").get_by_text("約150名分")).not_to_be_in_viewport()
    count.click()
    expect(evidence).to_have_text("約150名分")
    on_screen(evidence)
    evidence.click()
    expect(evidence).to_have_count(0)
    expect(page.locator(".text :target")).to_have_count(0)
    expect(count).to_be_focused()
    on_screen(count)


def test_evidence_of_several_pieces_is_lit_whole(visit: Open) -> None:
    page = visit().page
    page.locator("h1 a").click()
    assert "".join(page.locator(".lit").all_text_contents()) == "ランサムウェア被害に関するお知らせ（第2報）"
    assert page.locator(".lit").count() > 1
    page.keyboard.press("Escape")
    expect(page.locator(".lit")).to_have_count(0)


def test_a_click_on_a_mark_shows_its_row(visit: Open) -> None:
    page = visit().page
    row = page.locator("tr", has=page.get_by_role("link", name="合計2,166件"))
    expect(row).not_to_be_in_viewport()
    page.locator(".text").get_by_text("合計2,166件").click()
    on_screen(row)
    assert page.locator(":target").get_attribute("id") == row.get_attribute("id")


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_it_is_read_without_scripts(visit: Open, viewport: dict[str, int]) -> None:
    page = visit(java_script_enabled=False, viewport=viewport).page
    page.locator("#f-people dd a").first.click()
    evidence = page.locator(".text").get_by_text("約150名分")
    on_screen(evidence)
    evidence.click()
    on_screen(page.locator(".figures tr", has=page.get_by_text("約150名分")))


@pytest.mark.parametrize("path", [SAMPLE, WARNED])
def test_every_link_leads_somewhere_on_the_page(visit: Open, path: Path) -> None:
    page = visit(path).page
    lost = "links => links.map(a => a.getAttribute('href')).filter(to => !document.getElementById(to.slice(1)))"
    assert page.locator("a").count() > 50
    assert page.locator("a").evaluate_all(lost) == []
    assert page.locator("[id]").evaluate_all("all => all.length - new Set(all.map(one => one.id)).size") == 0


# ── what is shown ──


def test_each_kind_can_be_left_out(visit: Open) -> None:
    page = visit().page
    for kind in ("date", "count", "item", "heading", "subject", "fact"):
        mark = page.locator(f".text .{kind}").first
        style = "mark => { const s = getComputedStyle(mark); return [s.borderWidth, s.fontWeight, s.backgroundColor] }"
        before = mark.evaluate(style)
        page.locator(f"#show-{kind}").uncheck()
        assert mark.evaluate(style) != before
        page.locator(f"#show-{kind}").check()
        assert mark.evaluate(style) == before


def test_statuses_are_told_apart(visit: Open) -> None:
    page = visit().page
    line = "mark => { const s = getComputedStyle(mark); return [s.borderBottomStyle, s.textDecorationLine] }"
    assert page.locator(".text .item.confirmed").first.evaluate(line) == ["solid", "none"]
    assert page.locator(".text .item.possible").first.evaluate(line) == ["dashed", "none"]
    assert page.locator(".text .item.excluded").first.evaluate(line)[1] == "line-through"


def test_marks_on_each_other_are_both_drawn(visit: Open) -> None:
    count = visit().page.locator(".text .fact .count").first
    assert count.evaluate("mark => parseFloat(getComputedStyle(mark).borderBottomWidth)") > 0
    assert count.evaluate("mark => parseFloat(getComputedStyle(mark.parentElement).borderTopWidth)") > 0


def test_the_keyboard_steps_from_mark_to_mark(visit: Open) -> None:
    page = visit().page
    focused = "() => document.activeElement.textContent"
    page.keyboard.press("n")
    assert page.evaluate("() => document.activeElement.tagName") == "BODY"
    page.locator("#release").focus()
    page.locator("#show-fact").uncheck()
    page.keyboard.press("n")
    first = page.evaluate(focused)
    page.keyboard.press("n")
    assert page.evaluate(focused) != first
    page.keyboard.press("p")
    assert page.evaluate(focused) == first == "ランサムウェア被害に関するお知らせ（第2報）"
    page.keyboard.press("Enter")
    on_screen(page.locator(":target"))


@pytest.mark.parametrize("width", [320, 768, 1360])
def test_no_width_needs_scrolling_sideways(visit: Open, width: int, trap: Path) -> None:
    for path in (SAMPLE, trap):
        page = visit(path, viewport={"width": width, "height": 740}).page
        for part in ("html", ".record", ".release"):
            assert page.locator(part).evaluate("part => part.scrollWidth - part.clientWidth") <= 0


def test_on_paper_all_of_it_is_there(visit: Open) -> None:
    page = visit().page
    page.emulate_media(media="print")
    for part in (".record", ".release"):
        assert page.locator(part).evaluate("part => part.scrollHeight - part.clientHeight") <= 0
    assert page.locator(".turns").is_hidden()


# ── hostile text ──


def test_hostile_text_is_text(visit: Open, trap: Path) -> None:
    opened = visit(trap)
    page = opened.page
    assert text_of(opened) == hostile.TEXT.replace("\0", "\N{SYMBOL FOR NULL}")
    assert hostile.SCRIPT in str(page.locator("h1").text_content())
    assert "window.ran = 1" in page.title()
    assert "\u202e" not in page.title()
    assert page.locator(".path").inner_text().count("window.ran") == 2
    assert page.evaluate("window.ran") is None
    assert page.locator("script").count() == 1
    assert page.locator("img, style ~ iframe, object, embed, link, base").count() == 0
    handlers = "all => all.flatMap(one => [...one.attributes]).filter(one => one.name.startsWith('on')).length"
    assert page.locator("*").evaluate_all(handlers) == 0


def test_a_direction_mark_turns_nothing_round(visit: Open, trap: Path) -> None:
    unseen = visit(trap).page.locator('.text .unseen[data-name="U+202E"]').first
    assert unseen.evaluate("mark => getComputedStyle(mark).unicodeBidi") == "isolate"
    assert unseen.evaluate("mark => mark.textContent") == "\u202e"
    assert "U+202E" in unseen.evaluate("mark => getComputedStyle(mark, '::before').content")


def test_the_policy_stops_what_is_not_ours(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    assert cli.main([str(SAMPLE), "-o", str(path)]) == 0
    page = path.read_text(encoding="utf-8")
    assert re.search(r"default-src 'none'; .*style-src 'sha256-.*script-src 'sha256-", html.unescape(page))
    assert "unsafe" not in page
    added = "<script>window.ran = 1</script><p onclick='window.ran = 1'>x</p><style>p { color: red }</style>"
    path.write_text(page.replace("</body>", f"{added}<img src='https://example.invalid/x.png'></body>"))
    stained = Visit(browser, path)
    stained.page.locator("p", has_text="x").last.click()
    assert stained.page.evaluate("window.ran") is None
    assert stained.page.locator("p", has_text="x").last.evaluate("p => getComputedStyle(p).color") != "rgb(255, 0, 0)"
    assert len([line for line in stained.said if "Content Security Policy" in line]) >= 4
    with pytest.raises(AssertionError):
        stained.close()


# ── for everybody ──


@pytest.mark.parametrize(
    ("path", "viewport", "scheme"),
    [(SAMPLE, DESK, "light"), (SAMPLE, PHONE, "dark"), (WARNED, DESK, "dark"), (WARNED, PHONE, "light")],
)
def test_nothing_keeps_anybody_out(visit: Open, path: Path, viewport: dict[str, int], scheme: str) -> None:
    page = visit(path, viewport=viewport, color_scheme=scheme, bypass_csp=True).page
    found = Axe().run(page).response
    assert len(found["passes"]) > 20
    assert [(fault["id"], fault["impact"], fault["nodes"][0]["html"]) for fault in found["violations"]] == []


# ── how it looks ──


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_picture_is_taken(visit: Open, scheme: str, tmp_path: Path) -> None:
    folder = Path(os.environ.get("SCREENSHOTS", tmp_path))
    options = {"device_scale_factor": 1.25, "reduced_motion": "reduce", "viewport": {"width": 1280, "height": 960}}
    page = visit(color_scheme=scheme, **options).page
    page.get_by_role("link", name="1,862 件").click()
    on_screen(page.locator(".lit"))
    picture = page.screenshot(path=folder / f"release_{scheme}.png")
    assert len(picture) > 50_000
