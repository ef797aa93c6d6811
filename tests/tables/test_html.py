"""What is made of a web page: its article in Markdown, without what stands around it."""

import re

import pytest

from extract.text.html import read_html

# What stands in the body, and the text that is made of it.
MADE = {
    "<h2>１．概要</h2><p>一</p><p>二</p>": "## １．概要\n\n一\n\n二",
    "<p>一行目<br>二行目</p>": "一行目\n二行目",
    "<div>一</div><div>二</div>": "一\n二",
    "<ul><li>氏名</li><li>住所</li></ul>": "- 氏名\n- 住所",
    "<ul><li>・氏名</li><li>（1）住所</li></ul>": "・氏名\n（1）住所",
    "<ul><li>個人、法人</li></ul>": "- 個人、法人",
    "<ol start='3'><li>氏名</li><li>住所</li></ol>": "3. 氏名\n4. 住所",
    "<ul><li>会員<ul><li>氏名</li></ul></li><li>職員</li></ul>": "- 会員\n  - 氏名\n- 職員",
    "<dl><dt>件数</dt><dd>120件</dd></dl>": "件数\n120件",
    "<table><tr><th>対象</th><th>件数</th></tr><tr><td>会員</td><td>120件</td></tr></table>": (
        "| 対象 | 件数 |\n| --- | --- |\n| 会員 | 120件 |"
    ),
    # The second row has no cell of its own in the first column.
    "<table><tr><td rowspan=2>会員</td><td>氏名</td></tr><tr><td>住所</td></tr></table>": (
        "| 会員 | 氏名 |\n| --- | --- |\n|  | 住所 |"
    ),
    "<table><tr><td colspan=2>会員</td><td>氏名</td></tr></table>": "| 会員 |  | 氏名 |\n| --- | --- | --- |",
    "<table><tr><td>a|b</td><td>一<br>二</td></tr></table>": "| a｜b | 一 二 |\n| --- | --- |",
    # One column is a frame, a heading in a cell a layout.
    "<table><tr><td>お知らせ</td></tr></table>": "お知らせ",
    "<table><tr><td>左</td><td><h2>概要</h2>本文</td></tr></table>": "左\n\n## 概要\n\n本文",
    # A break between two Japanese letters in the source is none; blanks are one.
    "<p>氏名\n   住所 は   two\nwords</p>": "氏名住所 は two words",
    "<pre>氏名   120名\n住所</pre>": "氏名   120名\n住所",
    "<p>お客様<b>120名</b>の<a href='/x'>氏名</a>*1</p>": "お客様120名の氏名*1",
    "<p>漢字<ruby>薔薇<rp>(</rp><rt>ばら</rt><rp>)</rp></ruby></p>": "漢字薔薇",
    "<p>&lt;氏名&gt;&amp;&#x3042;&#12316;</p>": "<氏名>&あ〜",
    # What is hidden, withdrawn or for machines is not said.
    "<p>会員<del>99名</del><ins>120名</ins><script>9名</script><span hidden>8名</span></p>": "会員120名",
    "<p>会員</p><p style='display : none'>7名</p><template>6名</template><noscript>5名</noscript>": "会員",
    "<p>会員</p><iframe src='file:///etc/passwd'>4名</iframe><object data='x'>3名</object>": "会員",
}


@pytest.mark.parametrize(("body", "text"), MADE.items())
def test_made(body: str, text: str) -> None:
    made = read_html(f"<html><body>{body}</body></html>".encode())
    assert made.text == text + "\n"
    assert made.doubts == ()


ARTICLE = "<h1>お知らせ</h1><p>お客様120名の氏名が漏えいしました。ご迷惑をおかけし、深くお詫び申し上げます。</p>"
LINKS = "".join(f"<li><a href='/{n}'>流出した情報{n},000件について</a></li>" for n in range(1, 6))
AROUND = {
    "by element": f"<header><p>会社</p></header><nav>会社情報</nav>{ARTICLE}<aside>33名</aside><footer>44名</footer>",
    "by role": f"<div role='navigation'>会社情報</div>{ARTICLE}<div role='contentinfo'>44名</div>",
    "by name": f"<div id='tmp_gnavi'>会社情報</div>{ARTICLE}<div class='l-footer dark'>44名</div>",
    "by its links": f"<div><ul>{LINKS}</ul></div>{ARTICLE}",
    "by the article": f"<div>会社の概要。従業員44名</div><main>{ARTICLE}</main><div>所在地</div>",
}


@pytest.mark.parametrize("around", AROUND)
def test_what_stands_around_is_dropped(around: str) -> None:
    made = read_html(f"<html><body>{AROUND[around]}</body></html>".encode())
    assert made.text.split() == ["#", *read_html(f"<html><body>{ARTICLE}".encode()).text.split()[1:]]


KEPT = {
    "most of the page is no furniture": f"<div class='sidebar'>{ARTICLE}</div><p>以上</p>",
    "a layout is no furniture": f"<div class='has-sidebar no-menu'>{ARTICLE}</div>",
    "the head of an article": f"<header class='entry-header'><p>2031年4月2日</p></header>{ARTICLE}",
    "a head within the article": f"<article><header><p>2031年4月2日</p></header>{ARTICLE}</article>",
    "what is around a short article": f"<p>2031年4月2日</p><p>株式会社みほん</p><div>{ARTICLE}</div>",
    "a list of few links": f"{ARTICLE}<ul><li><a href='/1'>第1報</a></li></ul>",
}


@pytest.mark.parametrize("what", KEPT)
def test_what_is_doubtful_stays(what: str) -> None:
    made = read_html(f"<html><body>{KEPT[what]}</body></html>".encode())
    for word in re.findall(r">([^<>]+)<", KEPT[what]):
        assert word in made.text


def test_a_page_whose_text_comes_by_a_script_is_flagged() -> None:
    script = "<script>" + "var x = 1;" * 5000 + "</script>"
    made = read_html(f"<html><body>{script}<p>読み込み中です。</p></body></html>".encode())
    assert [code for code, _ in made.doubts] == ["short_extraction"]


def test_an_article_that_is_a_small_part_of_the_page_is_flagged() -> None:
    others = "".join(f"<div class='sidebar'><p>{'当社の沿革について。' * 8}</p></div>" for _ in range(9))
    made = read_html(f"<html><body>{others}{ARTICLE}</body></html>".encode())
    assert "120名" in made.text
    assert [code for code, _ in made.doubts] == ["short_extraction"]


def test_a_page_of_links_is_read_and_flagged() -> None:
    made = read_html(f"<html><body><ul>{LINKS}</ul></body></html>".encode())
    assert "5,000件" in made.text
    assert [code for code, _ in made.doubts] == ["short_extraction"]


PAGE = "<html><head>{meta}</head><body><p>株式会社みほんの氏名①〜髙</p></body></html>"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp932", "euc_jp", "iso2022_jp", "utf-16"])
@pytest.mark.parametrize(
    "meta", ["", "<meta charset='{name}'>", "<meta http-equiv=Content-Type content='text/html; charset={name}'>"]
)
def test_charsets(codec: str, meta: str) -> None:
    names = {"cp932": "Shift_JIS", "euc_jp": "EUC-JP", "iso2022_jp": "ISO-2022-JP", "utf-16": "utf-8"}
    page = PAGE.format(meta=meta.format(name=names.get(codec, codec)))
    data = page.encode(codec, errors="xmlcharrefreplace")
    assert read_html(data).text.replace("～", "〜") == "株式会社みほんの氏名①〜髙\n"


def test_a_page_that_names_a_wrong_charset_is_read_as_what_fits() -> None:
    made = read_html(PAGE.format(meta="<meta charset='utf-8'>").encode("cp932", errors="xmlcharrefreplace"))
    assert (made.encoding, "みほん" in made.text) == ("cp932", True)
