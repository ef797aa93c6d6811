"""The page of a release as it is written: what a browser has to make of it, without one."""

import hashlib
import re
from base64 import b64encode
from pathlib import Path

import pytest
from view import hostile
from view.pages import PageReader

from extract import extract
from extract.view.page import shown
from extract.view.release import render_release

ROOT = Path(__file__).parents[2]
RELEASES = {
    **{
        path.stem: path.read_bytes().decode()
        for folder in ("samples", "tests/fixtures")
        for path in sorted((ROOT / folder).iterdir())
        if path.suffix in (".txt", ".md") and path.stem != "README"
    },
    "hostile": hostile.TEXT,
    "line breaks": "\r\n\n2031年4月2日\r株式会社みほん\r\n\r\nお客様120名の氏名が漏えいしました。\r\n",
    "nothing": "本日は晴れです。",
}


def page_of(text: str) -> str:
    return "".join(render_release(extract(text, path=hostile.NAME)))


def digest(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize("text", RELEASES.values(), ids=RELEASES)
def test_the_text_stands_in_the_page_letter_for_letter(text: str) -> None:
    assert PageReader(page_of(text)).text == text.replace("\0", "\N{SYMBOL FOR NULL}")


@pytest.mark.parametrize("text", RELEASES.values(), ids=RELEASES)
def test_every_link_leads_to_one_place(text: str) -> None:
    page = PageReader(page_of(text))
    assert len(page.links) > 2
    assert {link[0] for link in page.links} == {"#"}
    assert {link[1:] for link in page.links} <= set(page.named)
    assert len(set(page.named)) == len(page.named)
    assert page.open_ones == []


@pytest.mark.parametrize("text", [RELEASES["hostile"], RELEASES["ransomware_second_report"]])
def test_the_policy_names_what_stands_inline_and_nothing_else(text: str) -> None:
    page = PageReader(page_of(text))
    assert [kind for kind, _ in page.inline] == ["style", "style", "script"]
    assert dict(rule.split(" ", 1) for rule in page.policy.split("; ")) == {
        "default-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "style-src": " ".join(digest(inline) for kind, inline in page.inline if kind == "style"),
        "script-src": " ".join(digest(inline) for kind, inline in page.inline if kind == "script"),
    }


def test_no_asset_names_an_address_or_evaluates_text() -> None:
    for path in (ROOT / "src" / "extract" / "view" / "assets").rglob("*.*"):
        assert not re.search(r"https?:|url\(|@import|eval|innerHTML|Function\(|fetch", path.read_text(encoding="utf-8"))


def test_the_same_record_gives_the_same_page() -> None:
    assert page_of(hostile.TEXT) == page_of(hostile.TEXT)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<b>&", "&lt;b&gt;&amp;"),
        ("a\r\n\tb", "a&#13;\n\tb"),
        ("\u202e", '<span class="unseen" data-name="U+202E">\u202e</span>'),
        ("\0", '<span class="unseen" data-name="U+0000">␀</span>'),
        ("株式会社", "株式会社"),
    ],
)
def test_characters_as_a_page_writes_them(text: str, written: str) -> None:
    assert shown(text) == written
