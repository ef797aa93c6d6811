"""What is made of a PDF: paragraphs without their line breaks, tables as rows, no running heads."""

import io
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extract.text.pdf import read_pdf

FONT = "HeiseiMin-W3"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def drawn(*pages: Callable[[Any], None]) -> str:
    """Return the text of a PDF of these pages."""
    target = io.BytesIO()
    canvas = Canvas(target, A4, invariant=1)
    for page in pages:
        canvas.setFont(FONT, 10)
        page(canvas)
        canvas.showPage()
    canvas.save()
    made = read_pdf(target.getvalue())
    assert made.doubts == ()
    return made.text


def lines(*texts: str, top: float = 700, leading: float = 16, left: float = 60) -> Callable[[Any], None]:
    def draw(canvas: Any) -> None:
        for number, text in enumerate(texts):
            canvas.drawString(left, top - number * leading, text)

    return draw


FULL = "このたび、当社のサーバーが第三者による不正なアクセスを受け、お客様の情報の一部が社外へ"
JOINED = {
    "a sentence goes on": ([FULL, "流出しました。"], FULL + "流出しました。\n"),
    "a number goes on": ([FULL[:-3] + "1,2", "34名分です。"], FULL[:-3] + "1,234名分です。\n"),
    "a short line ends": (["経緯", FULL, "流出しました。"], f"経緯\n{FULL}流出しました。\n"),
    "a sentence has ended": ([FULL[:-1] + "。", "次の文です。"], FULL[:-1] + "。\n次の文です。\n"),
    "a mark begins a line": ([FULL, "・氏名", "（２）住所"], FULL + "\n・氏名\n（２）住所\n"),
    "words are parted": ([FULL + " and the", "server was hit"], FULL + " and the server was hit\n"),
}


@pytest.mark.parametrize("case", JOINED)
def test_line_breaks(case: str) -> None:
    texts, text = JOINED[case]
    assert drawn(lines(*texts)) == text


def test_what_stands_at_the_right_is_not_joined() -> None:
    def page(canvas: Any) -> None:
        canvas.drawRightString(535, 740, "2031年4月2日")
        canvas.drawRightString(535, 724, "株式会社みほん")
        lines(FULL + "今", "流出しました。")(canvas)

    assert drawn(page) == f"2031年4月2日\n株式会社みほん\n\n{FULL}今流出しました。\n"


def test_a_gap_is_a_blank_line_and_large_letters_are_a_heading() -> None:
    def page(canvas: Any) -> None:
        canvas.setFont(FONT, 14)
        canvas.drawString(60, 740, "お知らせ")
        canvas.setFont(FONT, 10)
        lines("一行目の文です。", "二行目の文です。", "三行目の文です。")(canvas)
        lines("離れた文です。", top=620)(canvas)

    assert drawn(page) == "# お知らせ\n\n一行目の文です。\n二行目の文です。\n三行目の文です。\n\n離れた文です。\n"


def grid(rows: Sequence[Sequence[str]], xs: Sequence[int], top: int = 700, height: int = 40) -> Callable[[Any], None]:
    def draw(canvas: Any) -> None:
        ys = [top - number * height for number in range(len(rows) + 1)]
        canvas.grid(xs, ys)
        for row, y in zip(rows, ys, strict=False):
            for cell, x in zip(row, xs, strict=False):
                for number, text in enumerate(cell.split("\n")):
                    canvas.drawString(x + 3, y - 14 - 14 * number, text)

    return draw


def test_ruled_tables() -> None:
    rows = [
        ["対象", "件数", "項目"],
        ["会員", "1,2\n34件", "氏名、住所、電話番号およびメ\nールアドレス"],
        ["職員", "", "氏名\n住所"],
    ]
    assert drawn(grid(rows, [60, 200, 226, 366])) == (
        "| 対象 | 件数 | 項目 |\n"
        "| --- | --- | --- |\n"
        "| 会員 | 1,234件 | 氏名、住所、電話番号およびメールアドレス |\n"
        "| 職員 |  | 氏名 住所 |\n"
    )


def test_cells_that_no_line_parts_are_one() -> None:
    def page(canvas: Any) -> None:
        for box in ((60, 620, 100, 80), (160, 660, 100, 40), (160, 620, 100, 40)):
            canvas.rect(*box)
        for text, x, y in (("会員", 65, 655), ("氏名", 165, 675), ("住所", 165, 635)):
            canvas.drawString(x, y, text)

    assert drawn(page) == "| 会員 | 氏名 |\n| --- | --- |\n|  | 住所 |\n"


def test_a_frame_is_no_table() -> None:
    def page(canvas: Any) -> None:
        canvas.rect(50, 600, 495, 150)
        lines("経緯", "枠の中の文です。")(canvas)

    assert drawn(page) == "経緯\n枠の中の文です。\n"


def test_dots_that_are_drawn_mark_items() -> None:
    def page(canvas: Any) -> None:
        lines("氏名", "住所")(canvas)
        canvas.circle(50, 703, 2, fill=1)

    assert drawn(page) == "・氏名\n住所\n"


def numbered(number: int, text: str, head: str = "") -> Callable[[Any], None]:
    def draw(canvas: Any) -> None:
        canvas.setFont(FONT, 8)
        canvas.drawString(60, 810, head)
        canvas.drawCentredString(297, 30, f"- {number} / 3 -")
        canvas.setFont(FONT, 10)
        lines(text, "二つ目の文です。")(canvas)

    return draw


def test_running_heads_and_page_numbers_are_dropped() -> None:
    pages = [numbered(number, f"{number}頁の文です。", f"報道資料（{number}）") for number in (1, 2, 3)]
    text = drawn(*pages)
    assert text == "".join(f"{number}頁の文です。\n二つ目の文です。\n" for number in (1, 2, 3))


def test_a_head_on_one_further_page_is_dropped_and_one_on_the_first_kept() -> None:
    assert "みほん" not in drawn(numbered(1, "一頁の文です。"), numbered(2, "二頁の文です。", "みほんグループ"))
    assert "みほん" in drawn(numbered(1, "一頁の文です。", "みほんグループ"), numbered(2, "二頁の文です。"))


def test_what_a_browser_prints_around_is_dropped() -> None:
    def page(canvas: Any) -> None:
        canvas.setFont(FONT, 8)
        canvas.drawString(20, 820, "2031/06/18 10:30")
        canvas.drawString(250, 820, "みほんからのお知らせ")
        canvas.drawString(20, 15, "https://www.mihon.example/news/")
        canvas.drawString(560, 15, "1/1")
        canvas.setFont(FONT, 10)
        lines("文です。")(canvas)

    assert drawn(page) == "文です。\n"


def test_figures_at_the_edge_are_no_page_numbers() -> None:
    assert drawn(lines("文です。", "120名", top=60)) == "文です。\n120名\n"


def test_a_sentence_goes_on_over_the_page() -> None:
    assert drawn(lines(FULL, top=100), lines("流出しました。", top=780)) == FULL + "流出しました。\n"
