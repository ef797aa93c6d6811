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
from typing import Final, NamedTuple

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

_DESIGNS: Final[dict[str, str]] = {
    # Sections that say what they are.
    "company": """<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>{title}｜みほんグループ</title>
<style>body{{margin:0}} .news{{color:#333}}</style><script>var total = "9,999件の氏名";</script></head><body>
<header><a href="/"><img src="logo.png" alt="みほんグループ"></a><nav><ul>{menu}</ul></nav></header>
<ol class="breadcrumb"><li><a href="/">ホーム</a></li><li><a href="/news/">お知らせ</a></li><li>{title}</li></ol>
<main><article>{article}</article></main>
<aside><h2>関連するお知らせ</h2><ul>{news}</ul></aside>
<footer><ul>{menu}</ul><address>〒100-0000 東京都みほん区1-2-3</address><small>© 2031 みほんグループ</small></footer>
</body></html>""",
    # A blog's theme.
    "blog": """<!DOCTYPE html>
<html lang="ja"><head><meta http-equiv="Content-Type" content="text/html; charset=EUC-JP"><title>{title}</title></head>
<body class="single single-post"><div id="page" class="hfeed site"><div id="masthead" class="site-header">
<p class="site-title"><a href="/">みほんのお知らせ</a></p><div id="site-navigation" class="main-navigation"><ul>{menu}</ul></div></div>
<div id="content" class="site-content"><div id="primary" class="content-area"><div class="post hentry">
<div class="entry-content">{article}</div>
<div class="sharedaddy"><ul><li><a href="#">ツイート</a></li><li><a href="#">いいね</a></li></ul></div></div>
<div class="nav-links"><a rel="prev" href="/1">前の記事：夏季休業のお知らせ</a> <a rel="next" href="/2">次の記事：新商品のご案内</a></div></div>
<div id="secondary" class="widget-area"><h3 class="widget-title">最近の投稿</h3><ul>{news}</ul>
<h3 class="widget-title">アーカイブ</h3><ul><li><a href="#">2031年5月 (12件)</a></li><li><a href="#">2031年4月 (8件)</a></li></ul></div></div>
<div id="colophon" class="site-footer"><p>Copyright みほん All rights reserved.</p></div></div></body></html>""",
    # Nothing but divisions, with names of its own, as administrations have them.
    "office": """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta charset="Shift_JIS" /><title>{title}/みほん市</title></head><body>
<div id="tmp_wrapper"><div id="tmp_header"><div id="tmp_hlogo"><a href="/">みほん市</a></div><div id="tmp_gnavi"><ul>{menu}</ul></div></div>
<div id="tmp_pankuzu"><p><a href="/">ホーム</a> &gt; <a href="/news/">報道発表</a> &gt; {title}</p></div>
<div id="tmp_wrap_main"><div id="tmp_lnavi"><div class="lnavi_ttl"><p><a href="/news/">報道発表</a></p></div><ul>{news}</ul></div>
<div id="tmp_main"><div class="col_main"><div id="tmp_contents">{article}</div></div></div></div>
<div id="tmp_footer"><ul>{menu}</ul><p class="copyright">みほん市役所　法人番号0000000000000</p></div></div></body></html>""",
    # Tables for columns, capitals, no doctype, breaks for paragraphs.
    "tables": """<HTML><HEAD><TITLE>{title}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF">
<TABLE WIDTH="100%"><TR><TD COLSPAN="2"><A HREF="/">みほん</A> | <A HREF="/a">会社案内</A> | <A HREF="/b">製品情報</A></TD></TR>
<TR><TD WIDTH="160" VALIGN="top"><FONT SIZE="2">{news_lines}</FONT></TD><TD>{article}</TD></TR>
<TR><TD COLSPAN="2" ALIGN="center"><FONT SIZE="1">Copyright(C) みほん All Rights Reserved.</FONT></TD></TR></TABLE></BODY></HTML>""",
}
_CODECS: Final = {"company": "utf-8", "blog": "euc_jp", "office": "cp932", "tables": "cp932"}
DESIGNS: Final = tuple(_DESIGNS)


def set_page(release: Release, design: str) -> bytes:
    """Set a release as a web page; a character that the design's encoding lacks is written by its number."""
    title = release.head[0] if release.head else next(filter(None, map(str.strip, release.text.splitlines())))
    article = _article(release, loose=design == "tables")
    links = [f'<li><a href="/news/{index}.html">{words}</a></li>' for index, words in enumerate(_NEWS)]
    page = _DESIGNS[design].format(
        title=html.escape(title),
        article=article,
        menu="".join(f'<li><a href="/{index}/">{words}</a></li>' for index, words in enumerate(_MENU)),
        news="".join(links),
        news_lines="<BR>\n".join(f'<A HREF="{index}.html">{words}</A>' for index, words in enumerate(_NEWS)),
    )
    return page.encode(_CODECS[design], errors="xmlcharrefreplace")


def _article(release: Release, *, loose: bool) -> str:
    parts = []
    for index, words in enumerate(release.head):
        words = html.escape(words)
        parts.append(f"<h1>{words}</h1>" if index == 0 else f'<p class="meta" align="right">{words}</p>')
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
    big = ParagraphStyle("big", plain, fontSize=size * 1.3, leading=leading * 1.3, alignment=TA_CENTER)
    right = ParagraphStyle("right", plain, alignment=TA_RIGHT)
    story: list[object] = []
    for index, words in enumerate(release.head):
        story.append(Paragraph(html.escape(words), right if index else big))
    for block in blocks(release.text[release.body :]):
        words = [html.escape(line.replace("**", "")) for line in block.lines]
        story.append(Spacer(1, leading / 2))
        if block.kind == "heading":
            story.append(Paragraph(words[0], ParagraphStyle("head", plain, fontSize=size * (1.15 if margin < 100 else 1))))
        elif block.kind == "list":
            story += [Paragraph(f"・{item}", plain) for item in words]
        elif block.kind == "table":
            rows = [[Paragraph(cell, plain) for cell in cells(row)] for row in words]
            widths = [(A4[0] - 2 * margin) / len(rows[0])] * len(rows[0])
            rows = [row + [Paragraph("", plain)] * (len(widths) - len(row)) for row in rows]
            story.append(Table(rows, widths, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
        else:
            story += [Paragraph(line.replace(" ", "\u00a0"), plain) for line in words]

    def decorate(canvas: object, document: object) -> None:
        canvas.setFont("HeiseiMin-W3", 8)
        if document.page > 1:
            canvas.drawString(margin, A4[1] - 30, "みほんグループ　報道資料 2031-08")
        canvas.drawCentredString(A4[0] / 2, 30, f"- {document.page} -")

    target = io.BytesIO()
    template = SimpleDocTemplate(target, pagesize=A4, leftMargin=margin, rightMargin=margin, invariant=1)
    template.build(story, onFirstPage=decorate, onLaterPages=decorate)
    return target.getvalue()
