"""Releases as others publish them: set as web pages in four designs, and as PDFs by two producers.

What is set is the text of a release, in plain text or Markdown. Around it stands what such pages
have: navigation, a sidebar with other news that counts other people, a footer; in the PDFs running
heads, page numbers and lines that end where the page does.
"""

import html
import io
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

__all__ = ["DESIGNS", "PAPERS", "Release", "browser", "print_pages", "set_page", "set_paper", "take_release"]

# The archive's own block, or YAML between two rules, stands for a masthead.
_BLOCK: Final = re.compile(r"# 公表概要\n(?P<lines>(?:- .*\n)+)(?:.*\n)*?# 本文[ \t]*\n")
_YAML: Final = re.compile(r"---\n(?P<lines>(?:.*\n)*?)---\n")
_ROW: Final = re.compile(r"\s*\|")
_RULE: Final = re.compile(r"\s*\|[\s|:+-]*$")
_HEADING: Final = re.compile(r"(#{1,6}) +(.*)")
_BULLET: Final = re.compile(r"( *)[-*+] +(.*)")


class Release(NamedTuple):
    """A release without what stands for its masthead: `body` is where it begins, `head` what a page says first."""

    name: str
    text: str
    body: int
    head: tuple[str, ...]


class Block(NamedTuple):
    """A heading of a level, a paragraph's lines, a list's items, or a table's rows of cells."""

    kind: str
    level: int
    lines: tuple[str, ...]


def take_release(name: str, text: str) -> Release:
    """Take a release from its file's text: title, day and organisation first, where a block gives them."""
    block = _BLOCK.match(text) or _YAML.match(text)
    if block is None:
        return Release(name, text, 0, ())
    words = [re.sub(r"^(?:- |\w+: )", "", line).strip() for line in block["lines"].splitlines()]
    return Release(name, text, block.end(), tuple(words[:3]))


def blocks(text: str) -> Iterator[Block]:
    """Cut a text into what it is made of."""
    kind, gathered = "", list[str]()
    for line in [*text.splitlines(), ""]:
        heading, bullet = _HEADING.match(line), _BULLET.match(line)
        if heading:
            now = "heading"
        elif bullet:
            now = "list"
        elif _ROW.match(line):
            now = "table"
        else:
            now = "paragraph" if line.strip() else ""
        if gathered and now != kind:
            yield Block(kind, 0, tuple(gathered))
            gathered = []
        kind = now
        if heading:
            yield Block("heading", len(heading[1]), (heading[2],))
        elif now == "list" and bullet:
            gathered.append(bullet[2])
        elif now and not _RULE.match(line):
            gathered.append(line)


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().removeprefix("|").removesuffix("|").split("|")]


# --- web pages ---

_NEWS: Final = (
    "【お詫び】メール誤送信による個人情報（1,024名）の漏えいについて",
    "不正アクセスによるお客様情報33,000件の流出に関するお知らせ（第2報）",
    "年末年始の営業日のご案内",
    "2019年3月期 決算短信",
)
_MENU: Final = ("ホーム", "会社情報", "事業内容", "製品・サービス", "お知らせ", "採用情報", "お問い合わせ")

# company: sections that say what they are; blog: a theme of a blog; office: nothing but divisions, with names of their
# own; tables: tables for columns, capitals, no doctype, breaks for paragraphs. `{title}` and such are filled in.
_CODECS: Final = {"company": "utf-8", "blog": "euc_jp", "office": "cp932", "tables": "cp932"}
DESIGNS: Final = tuple(_CODECS)
_FOLDER: Final = Path(__file__).parent / "designs"


def set_page(release: Release, design: str) -> bytes:
    """Set a release as a web page; a character that the design's encoding lacks is written by its number."""
    title = release.head[0] if release.head else next(filter(None, map(str.strip, release.text.splitlines())))
    article = _article(release, loose=design == "tables")
    links = [f'<li><a href="/news/{index}.html">{words}</a></li>' for index, words in enumerate(_NEWS)]
    parts = {
        "title": html.escape(title),
        "article": article,
        "menu": "".join(f'<li><a href="/{index}/">{words}</a></li>' for index, words in enumerate(_MENU)),
        "news": "".join(links),
        "news_lines": "<BR>\n".join(f'<A HREF="{index}.html">{words}</A>' for index, words in enumerate(_NEWS)),
    }
    page = (_FOLDER / f"{design}.html").read_text(encoding="utf-8")
    page = re.sub(r"\{(title|article|menu|news|news_lines)\}", lambda name: parts[name[1]], page)
    return page.encode(_CODECS[design], errors="xmlcharrefreplace")


def _article(release: Release, *, loose: bool) -> str:
    parts = []
    for index, said in enumerate(release.head):
        title = html.escape(said)
        parts.append(f"<h1>{title}</h1>" if index == 0 else f'<p class="meta" align="right">{title}</p>')
    for block in blocks(release.text[release.body :]):
        words = [html.escape(line) for line in block.lines]
        if block.kind == "heading":
            parts.append(f"<h{block.level + 1}>{words[0]}</h{block.level + 1}>")
        elif block.kind == "list":
            parts.append("<ul>" + "".join(f"<li>{item}</li>" for item in words) + "</ul>")
        elif block.kind == "table":
            parts.append(_table([cells(row) for row in words]))
        elif loose:
            parts.append("<br>\n".join(words) + "<br><br>")
        else:
            parts.append("<p>" + "<br>\n".join(words) + "</p>")
    return "\n".join(parts)


def _table(rows: Sequence[Sequence[str]]) -> str:
    head, *body = rows
    lines = ["<tr>" + "".join(f"<th>{cell}</th>" for cell in head) + "</tr>"]
    lines += ["<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in body]
    return '<table border="1">' + "\n".join(lines) + "</table>"


# --- PDFs ---

_PRINTED: Final = """<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>{title}</title><style>
body{{font:11pt/1.7 "IPAMincho","Noto Serif CJK JP",serif}} h1{{font-size:15pt;text-align:center}} h2{{font-size:13pt}}
table{{border-collapse:collapse}} td,th{{border:1px solid #000;padding:2pt 6pt}} .meta{{text-align:right}}
</style></head><body>{article}</body></html>"""
# Size of the letters, of the leading, and of the page's margins, in points.
PAPERS: Final = {"wide": (10.5, 18.0, 57.0), "narrow": (9.0, 14.0, 120.0)}


def browser() -> str | None:
    """Return the command of a browser that prints to PDF, if there is one."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def print_pages(command: str, release: Release, folder: Path) -> bytes:
    """Have the browser print a release, with its own running head, address and page numbers."""
    page, paper = folder / "page.html", folder / "page.pdf"
    title = release.head[0] if release.head else "お知らせ"
    page.write_text(_PRINTED.format(title=html.escape(title), article=_article(release, loose=False)), encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    subprocess.run([command, *options, f"--print-to-pdf={paper}", page.as_uri()], check=True, capture_output=True)
    return paper.read_bytes()


def set_paper(release: Release, paper: str) -> bytes:
    """Set a release on A4 by ReportLab: a running head from the second page on, page numbers, ruled tables."""
    from reportlab.lib import colors
    from reportlab.lib.enums import TA_CENTER, TA_RIGHT
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    size, leading, margin = PAPERS[paper]
    plain = ParagraphStyle("plain", fontName="HeiseiMin-W3", fontSize=size, leading=leading, wordWrap="CJK")
    big = ParagraphStyle("big", plain, fontSize=size * 1.4, leading=leading * 1.4, alignment=TA_CENTER)
    right = ParagraphStyle("right", plain, alignment=TA_RIGHT)
    story: list[object] = []
    for index, said in enumerate(release.head):
        story.append(Paragraph(html.escape(said), right if index else big))
    for block in blocks(release.text[release.body :]):
        words = [html.escape(line.replace("**", "")) for line in block.lines]
        story.append(Spacer(1, leading / 2))
        if block.kind == "heading":
            larger = 1.36 - 0.08 * block.level if paper == "wide" else 1.0
            story.append(Paragraph(words[0], ParagraphStyle("head", plain, fontSize=size * larger)))
        elif block.kind == "list":
            story += [Paragraph(f"・{item}", plain) for item in words]
        elif block.kind == "table":
            rows = [[Paragraph(cell, plain) for cell in cells(row)] for row in words]
            widths = [(A4[0] - 2 * margin) / len(rows[0])] * len(rows[0])
            rows = [row + [Paragraph("", plain)] * (len(widths) - len(row)) for row in rows]
            story.append(Table(rows, widths, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
        else:
            story += [Paragraph(line, plain) for line in words]

    def decorate(canvas: Any, document: Any) -> None:
        canvas.setFont("HeiseiMin-W3", 8)
        if document.page > 1:
            canvas.drawString(margin, A4[1] - 30, "みほんグループ　報道資料 2031-08")
        canvas.drawCentredString(A4[0] / 2, 30, f"- {document.page} -")

    target = io.BytesIO()
    template = SimpleDocTemplate(target, pagesize=A4, leftMargin=margin, rightMargin=margin, invariant=1)
    template.build(story, onFirstPage=decorate, onLaterPages=decorate)
    return target.getvalue()
