"""Web pages and PDFs that are broken, or made to break who reads them: one clear line, or the words all the same."""

import io
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from linear import MOST, excess
from robustness.pdfs import assemble, flate, simple, written
from rules import faults

from extract import ReadError
from extract.api import extract_bytes
from extract.text.media import is_html, is_pdf
from extract.text.reading import read_bytes

SAID = "お客様120名の氏名が漏えいしました。"
TOLD = f"<p>{SAID}</p>"
SECRET = "秘密の会員9,999名の住所"


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data)
    message = str(caught.value)
    assert len(message.splitlines()) == 1
    return message


# --- what is what ---

PAGES = [
    "<!DOCTYPE html><p>x",
    " \r\n<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>",
    "<html lang='ja'>",
    "<HEAD><TITLE>x</TITLE>",
    "<body>x",
    "<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE html>",
    "<!-- saved from url=(0014)about:internet -->\n<!-- - -- ->-->\n<html>",
    "<div class='x'><p>x</p></div>\n",
]
TEXTS = [
    "<お知らせ>\n本文",
    "<headline>\nx",
    "<htmlではない>",
    "<!-- 下書き -->\n# お知らせ",
    "<?xml version='1.0'?><rss><p>x</p></rss>",
    "<div>の記述がある、ただの文章です。",
    "本文に <html> とある文章",
    "%PDFとは",
    "PDF（%PDF-1.4）のファイルを誤って公開しました。",
]


@pytest.mark.parametrize("text", PAGES)
def test_pages_are_known_by_what_they_hold(text: str) -> None:
    assert is_html(text.encode())
    assert is_html(("\ufeff" + text).encode())
    assert is_html(text.encode("utf-16"))


@pytest.mark.parametrize("text", TEXTS)
def test_texts_are_no_pages_and_no_pdfs(text: str) -> None:
    data = text.encode()
    assert not is_html(data)
    assert not is_pdf(data)
    assert extract_bytes(data)[0].source.media_type == "text/plain"


def test_pdfs_are_known_by_what_they_hold() -> None:
    pdf = simple(written(SAID))
    assert is_pdf(pdf)
    assert is_pdf(b"HTTP/1.1 200 OK\r\n\r\n" + pdf)
    assert not is_pdf(b" " * 1024 + pdf)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [(f"<html><h1>お知らせ</h1>{TOLD}".encode("cp932"), "text/html"), (simple(written(SAID)), "application/pdf")],
)
def test_spans_point_into_the_text_that_was_made(data: bytes, media_type: str) -> None:
    # The name does not matter.
    (record,) = extract_bytes(data, path="release.txt")
    assert record.source.media_type == media_type
    assert [count.value for count in record.counts] == [120]
    text = "".join(section.text for section in record.sections)
    assert list(faults(record, text)) == []
    assert (record.source.path, record.source.span) == ("release.txt", (0, len(text)))


@pytest.mark.parametrize(
    ("module", "extra", "data"), [("lxml", "html", b"<html>x"), ("pypdfium2", "pdf", simple(written(SAID)))]
)
def test_a_missing_extra_is_named(module: str, extra: str, data: bytes) -> None:
    code = (
        f"import sys; sys.modules[{module!r}] = None; sys.argv = ['extract']\n"
        "from extract.cli import main\n"
        "sys.exit(main())"
    )
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=False, timeout=60)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines()[0].endswith(f"pip install 'breach-release-extract[{extra}]'")
    assert "Traceback" not in done.stderr.decode()


# --- no other file, no network ---


@pytest.fixture
def secret(tmp_path: Path) -> str:
    """Return the address of a file that nobody may read."""
    path = tmp_path / "secret.html"
    path.write_text(SECRET, encoding="utf-8")
    return path.as_uri()


INCLUDING = [
    '<!DOCTYPE html [<!ENTITY x SYSTEM "{0}">]><html><body>{1}<p>&x;</p>',
    '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY % x SYSTEM "{0}"> %x;]><html><body>{1}',
    '<!DOCTYPE html SYSTEM "{0}"><html><body>{1}',
    '<html><body>{1}<iframe src="{0}"></iframe><object data="{0}"></object><embed src="{0}"><link href="{0}">',
    '<html xmlns:xi="http://www.w3.org/2001/XInclude"><body>{1}<xi:include href="{0}" parse="text"/>',
    '<html><head><base href="{0}"><meta http-equiv="refresh" content="0;url={0}"></head><body>{1}',
    '<html><body>{1}<!--#include file="{0}"-->',
]


@pytest.mark.parametrize("page", INCLUDING)
def test_a_page_includes_no_other_file(page: str, secret: str) -> None:
    text = read_bytes(page.format(secret, TOLD).encode()).text
    assert SAID in text
    assert "9,999" not in text


def test_frames_are_not_followed(secret: str) -> None:
    frames = f"<html><frameset><frame src='{secret}'><frame src='#'></frameset></html>"
    assert "frames" in refusal(frames.encode())


def test_a_pdf_includes_no_other_file(secret: str) -> None:
    actions = b"/OpenAction << /S /Launch /F (%s) >> /AA << /O << /S /URI /URI (%s) >> >>" % ((secret.encode(),) * 2)
    attached = b"/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a) /EF << /F 6 0 R >> >>] >> >>"
    pdf = simple(written(SAID), catalogue=actions + attached, more=[flate(written(SECRET), b"/Type /EmbeddedFile")])
    assert read_bytes(pdf).text == SAID + "\n"


# --- what is too much, or too deep ---

# How each family grows: n is its size. All of them say SAID.
GROWING: dict[str, Callable[[int], str]] = {
    "divisions in each other": lambda n: "<div>" * n + TOLD,
    "closed divisions": lambda n: "<div>" * n + TOLD + "</div>" * n,
    "unknown elements": lambda n: "<foo>" * n + TOLD,
    "end tags of nothing": lambda n: "<b>" * 900 + "</i>" * n + TOLD,
    "lists in lists": lambda n: "<ul><li>" * n + TOLD,
    "tables in tables": lambda n: "<table><tr><td>" * n + TOLD,
    "attributes": lambda n: "<p " + " ".join(f"a{i}=1" for i in range(n)) + ">" + TOLD,
    "headings": lambda n: "<h2>概要</h2>" * n + TOLD,
    "items": lambda n: "<ul>" + "<li>氏名</li>" * n + "</ul>" + TOLD,
    "rows that reach down": lambda n: (
        "<table>" + "<tr><td>甲<td rowspan=999 colspan=60>x" * (n // 8) + "</table>" + TOLD
    ),
    "cells": lambda n: "<table><tr>" + "<td>氏名" * n + "</table>" + TOLD,
    "comments without end": lambda n: TOLD + "<!--" * n,
    "scripts without end": lambda n: TOLD + "<script>" * n,
    "entities": lambda n: "&amp;&#x3042;&bogus;" * n + TOLD,
    "angles": lambda n: "<" * n + TOLD,
    "links": lambda n: "<a href=x>" * n + TOLD,
    "blanks": lambda n: "<p>あ" + " \n" * n + TOLD,
}


@pytest.mark.parametrize("family", GROWING)
def test_pages_that_grow(family: str) -> None:
    def of_size(n: int) -> Callable[[], object]:
        page = ("<html><body>" + GROWING[family](n)).encode()
        assert SAID in read_bytes(page).text
        return partial(read_bytes, page)

    assert excess(16_000, of_size) <= MOST


def test_entities_do_not_unfold() -> None:
    bomb = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    page = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "笑"> {bomb}]><html><body>{TOLD}<p>&l11;</p></body></html>'
    )
    text = read_bytes(page.encode()).text
    assert SAID in text
    assert len(text) < 3000


def test_nul_and_other_controls_in_a_page() -> None:
    page = f"<html><body>\0<p>{SAID}\0\x01\x1f</p>\0</body></html>"
    assert SAID in read_bytes(page.encode()).text


@pytest.mark.parametrize("cut", [20, 40, 60, 80, 95])
def test_a_page_that_breaks_off(cut: int) -> None:
    page = f"<!DOCTYPE html><html><head><title>お知らせ</title></head><body><div><p>{SAID}</p></div></body></html>"
    data = page.encode()[: len(page.encode()) * cut // 100]
    if cut < 60:
        assert "without text" in refusal(data)
    else:
        assert read_bytes(data, None).text.startswith("お客様120名")


# --- broken PDFs ---

CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
BROKEN = {
    "nothing but its beginning": (b"%PDF-1.7\n", "broken"),
    "cut in the middle": (simple(written(SAID))[:400], "broken"),
    "no objects": (assemble([]), "broken"),
    "no pages": (assemble([CATALOGUE, b"<< /Type /Pages /Kids [] /Count 0 >>"]), "broken"),
    "pages that are not there": (assemble([CATALOGUE, b"<< /Type /Pages /Kids [] /Count 2000000000 >>"]), "broken"),
    "pages in a ring": (assemble([CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"]), "cannot be read"),
    "too many pages": (
        simple(written(SAID)).replace(b"[3 0 R] /Count 1", b"[" + b"3 0 R " * 3000 + b"] /Count 3000"),
        "3,000 pages",
    ),
    "a scan": (simple(b"60 60 400 600 re f"), "without text"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_broken_pdfs(kind: str) -> None:
    data, words = BROKEN[kind]
    assert words in refusal(data)


def test_an_encrypted_pdf() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    def locked(password: str) -> bytes:
        target = io.BytesIO()
        canvas = Canvas(target, encrypt=StandardEncryption(password, "owner"))
        canvas.drawString(60, 700, "120 people")
        canvas.save()
        return target.getvalue()

    assert "password" in refusal(locked("user"))
    # That nothing may be copied out of it keeps nobody from reading it.
    assert read_bytes(locked("")).text == "120 people\n"


FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
SOUND = {
    "with something before it": b"HTTP/1.1 200 OK\r\n\r\n" + simple(written(SAID)),
    "with wrong places": simple(written(SAID)).replace(b"startxref\n", b"startxref\n9"),
    "with a form that draws itself": simple(
        written(SAID) + b"/X Do",
        resources=b"/XObject << /X 6 0 R >>",
        more=[
            flate(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>")
        ],
    ),
    "with a stream that unfolds": simple(b" " * 30_000_000 + written(SAID)),
    "with brackets without end": simple(written(SAID) + b"[" * 1_000_000),
    "with states without end": simple(b"q " * 300_000 + written(SAID)),
    "with lines without end": simple(b"0 0 m 500 0 l S\n" * 100_000 + written(SAID)),
    "on a grid without end": simple(
        b"".join(b"%d 100 m %d 800 l S 60 %d m 560 %d l S\n" % (n, n, n + 40, n + 40) for n in range(60, 560))
        + written(SAID)
    ),
}


@pytest.mark.parametrize("kind", SOUND)
def test_pdfs_that_are_read_all_the_same(kind: str) -> None:
    begun = time.process_time()
    assert read_bytes(SOUND[kind]).text == SAID + "\n"
    # Each takes less than half a second; one that draws no end to it takes minutes.
    assert time.process_time() - begun < 20


def test_a_pdf_that_breaks_off_after_its_text_is_flagged() -> None:
    pdf = simple(written(SAID)).replace(b"%%EOF\n", b"")
    (record,) = extract_bytes(pdf)
    assert [count.value for count in record.counts] == [120]
    assert "short_extraction" in [warning.code for warning in record.warnings]


def test_a_pdf_that_unfolds_to_too_much_text() -> None:
    much = b"".join(b"BT /F1 1 Tf 1 %d Td <%s> Tj ET\n" % (n % 800, b"3042" * 16_000) for n in range(17))
    assert "262,144 characters" in refusal(simple(much))
