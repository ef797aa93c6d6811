"""Lines that were broken hard: what is read does not depend on where a page breaks them."""

import pytest

from extract import extract
from extract.pipeline import find_all
from extract.record import Count, Date, Item, Record
from extract.text.document import Document
from extract.text.wrapping import unwrapped

HEAD = "2031年5月13日\n株式会社みほん商事\n\n不正アクセスによる個人情報漏えいに関するお知らせ\n\n"
PARAGRAPHS = (
    "このたび、当社のサーバーが第三者による不正アクセスを受け、お客様345名の個人情報が外部に漏えいした可能性があることが判明いたしました。",
    "現時点で個人情報の不正利用などの二次被害は確認されておりません。引き続き、状況を注視してまいります。",
    "漏えいした可能性のある個人情報は、会員の氏名、住所および電話番号です。なお、カード情報は当該サーバーに保存しておらず、漏えいしておりません。",
    "5月12日に所轄の警察署へ相談いたしました。個人情報保護委員会に対し、5月10日に速報を提出いたしました。",
    "4月28日に海外拠点のVPN機器を経由して第三者が侵入し、5月7日にかけて社内のサーバーのファイルが暗号化されました。",
)


# They end in no full stop, or open with a mark, and are broken all the same.
ENTRIES = (
    "- 漏えいした可能性のある情報：氏名、フリガナ、住所、電話番号、メールアドレス、生年月日、ご契約の内容",
    "※上記のパスワードはハッシュ化して保存しており、クレジットカード番号は当該サーバーに保存しておらず、漏えいの事実はございません",
    "- 予約サービス（ショート・メッセージ・サービス）の管理会社（以下「みほん社」といいます。）の担当者の部署名",
)


def wrapped(text: str, width: int) -> str:
    """Break a paragraph into lines of a width, as a page does: no mark opens a line, no number is torn."""
    lines, line = [], ""
    for at, char in enumerate(text):
        torn = char.isdigit() and text[at - 1].isdigit()
        if len(line) >= width and char not in "。、" and not torn:
            lines.append(line)
            line = ""
        line += char
    return "\n".join([*lines, line])


def told(record: Record) -> list[object]:
    """What a record says, without the places."""
    return [
        [(count.text.replace("\n", ""), count.role, count.status) for count in record.counts],
        [(item.text.replace("\n", ""), item.category, item.status) for item in record.items],
        [(date.text.replace("\n", ""), date.start, date.role) for date in record.dates],
        [(group.value, group.status, group.categories) for group in record.exposures],
        record.release.title,
        record.incident.model_dump(exclude={"evidence"}),
    ]


@pytest.mark.parametrize("width", range(28, 48))
def test_a_page_of_any_width(width: int) -> None:
    whole = extract(HEAD + "\n\n".join(PARAGRAPHS))
    assert len(whole.items) == 4
    assert told(extract(HEAD + "\n\n".join(wrapped(text, width) for text in PARAGRAPHS))) == told(whole)


@pytest.mark.parametrize("width", range(32, 48))
def test_entries_on_a_page(width: int) -> None:
    whole = extract(HEAD + "\n\n".join((*PARAGRAPHS, *ENTRIES)))
    assert len(whole.items) == 14
    assert told(extract(HEAD + "\n\n".join(wrapped(text, width) for text in (*PARAGRAPHS, *ENTRIES)))) == told(whole)


def test_a_page_of_few_lines() -> None:
    text = "4月28日、当会の端末が海外の拠点を経由したサイバー攻撃を受け、会員の氏名が漏えいした可能性があります。"
    assert Document(wrapped(text, 32)).source == text


def test_a_letterhead_at_the_right_edge_stays_apart() -> None:
    width = 32
    head = f"各　位\n{'2031.5.13':>{2 * width}}\n{'株式会社みほん商事':>{2 * width - 9}}\n\n    ご報告\n\n"
    record = extract(head + "\n\n".join(wrapped(text, width) for text in PARAGRAPHS))
    assert record.release.organization == "株式会社みほん商事"
    assert record.release.published == "2031-05-13"


def test_spans_are_those_of_the_text() -> None:
    text = HEAD + "\n\n".join(wrapped(text, 30) for text in PARAGRAPHS)
    record = extract(text)
    mentions: list[Count | Item | Date] = [*record.counts, *record.items, *record.dates]
    assert [text[slice(*mention.span)] for mention in mentions] == [mention.text for mention in mentions]
    assert "".join(section.text for section in record.sections) == text


@pytest.mark.parametrize(
    "text",
    [
        # A title, a label, a numbered heading or a dated line is no line of the paragraph below it.
        "会員の方の住所が流出した件について\n平素は格別のご高配を賜り、厚くお礼申し上げます。",
        "（1）委託先の立入検査および報告の徴収に係る記載の見直し\n検査を任意とせず、原則として実施します。",
        "4月2日、委託先のサーバーで見慣れない通信が見つかり、\n4月3日、当社へ連絡がありました。",
        "漏えいした可能性のある情報は、以下のとおりです。\n氏名、住所、電話番号です。",
        "お客様の氏名、住所、電話番号、メールアドレス、\n・会員番号です。",
    ],
)
def test_lines_that_stay(text: str) -> None:
    assert Document(text).source == text


def test_places() -> None:
    """Nothing of a break that is cut out is part of what stands before or behind it."""
    document = Document("会員三百名の氏名と住所が外部に漏えいし\n  た可能性があり、現在調査を進めております。")
    at = document.source.index("した可")
    assert document.placed((at, at + 1)) == (18, 19)
    assert document.placed((at + 1, at + 3)) == (22, 24)
    assert document.placed((at, at + 3)) == (18, 24)
    assert [document.offset(place) for place in (18, 19, 21, 22)] == [at, at + 1, at + 1, at + 1]
    assert document.placed((0, len(document))) == (0, len(document.text))


def test_words_in_letters_stay_apart() -> None:
    text, cuts = unwrapped("利用しているMicrosoft\n  365に", [(15, 18)])
    assert text == "利用しているMicrosoft 365に"
    assert cuts.closing(16) == 16
    assert cuts.opening(16) == 18


def test_a_crlf_beside_a_break() -> None:
    text = "会員三百名の氏名と住所が外部に漏えいし\r\nた可能性があり、現在調査を進めております。\r\n以上\r\n"
    document = Document(text)
    at = document.source.index("以上")
    assert document.placed((at, at + 2)) == (text.index("以上"), text.index("以上") + 2)
    findings = find_all(text)
    assert findings.document.source.startswith("会員三百名の氏名と住所が外部に漏えいした可能性")


# A PDF's lines that were joined by a blank: it stands inside a word, or before one that only goes on with another.
STRAY = (
    "会員の情報が不正に取得された事実は確認されており ませんが、調査を続けております。",
    "会員34名の氏名が漏えいした可能性は否定で きないものの、証拠を見出すことはでき ませんでした。",
    "パスワードにつ いては、漏えいの事実 は確認されて おりません。",
)


@pytest.mark.parametrize("text", STRAY)
def test_a_stray_blank(text: str) -> None:
    torn, whole = extract(HEAD + text), extract(HEAD + text.replace(" ", ""))
    assert told(torn) == told(whole)
    assert [(HEAD + text)[slice(*group.spans[0])] for group in torn.exposures] == [
        (HEAD + text.replace(" ", ""))[slice(*group.spans[0])] for group in whole.exposures
    ]


def test_a_blank_that_parts_words_stays() -> None:
    assert Document("お知らせは　こちら\n\n氏名 のみ\n").is_text
    assert not Document("会員の情報は確認されており ません。\n").is_text
