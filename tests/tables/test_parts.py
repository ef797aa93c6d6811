"""Several releases in one text: what parts it, and what does not."""

import pytest

from extract import extract
from extract.api import extract_bytes
from extract.text.parts import find_parts

FIRST = "このたび、当社のサーバーが攻撃を受け、お客様120名の氏名が漏えいしました。\n"
SECOND = "平素は格別のご高配を賜り、お礼申し上げます。会員3,400名の住所が流出した可能性があります。\n"
THIRD = "当院の職員が、患者15名の氏名を記した書類を紛失しました。\n"


def matter(title: str, *fields: str) -> str:
    return "\n".join(["---", f"title: {title}", *fields, "---", ""])


def block(*bullets: str, heading: str = "# 公表概要") -> str:
    return "\n".join([heading, *(f"- {bullet}" for bullet in bullets), "", "# 本文", ""])


POSTS = f"""\
⟦ラベル 事故 の投稿を表示しています。

⟪【見本事件簿#2031-012】株式会社みほん 不正アクセスに関するお知らせ 2031/4/2

{FIRST}
リリース文

⟦【見本事件簿#2031-011】試供商事 住所の流出について
{SECOND}
⟦【見本事件簿#2031-007】退職者の名簿を放置した結果
{THIRD}"""

# Each ⟦ is where a part begins; ⟪ where its own first line does, if elsewhere.
PARTED = {
    "numbered posts below a page's head": POSTS,
    "numbered headings": (
        f"⟦## 【見本だより #9】見本市 誤送信について（お詫び）\n{FIRST}"
        f"⟦## 【見本だより #10】試供町 紛失に関するご報告\n{SECOND}"
    ),
    "full width, line breaks of Windows": (
        f"⟦【見本録＃１０１】見本市 誤送信のお詫び\r\n{FIRST}\r\n⟦【見本録＃１０２】試供町 紛失のご報告\r\n{SECOND}"
    ),
    "front matters": (
        f"⟦{matter('お知らせ', 'date: 2031-04-02', 'tags:', '  - 事故')}{FIRST}\n⟦{matter('お詫び')}\n{SECOND}"
    ),
    "front matters behind files without a last line break, rules between, and one without a text": (
        f"⟦{matter('お知らせ')}{FIRST.strip()}⟦{matter('お詫び')}{SECOND}---\n以上\n---\n⟦{matter('続報')}"
    ),
    "archive blocks": (
        f"⟦{block('お知らせ', '2031年4月2日', '株式会社みほん', 'https://example.com/1')}{FIRST}"
        f"⟦# \n- お詫び\n- 令和13年5月頃\n- 試供商事\n\n# 公表種別\n- 第2報\n\n # 本文\n{SECOND}"
    ),
    "blocks of two kinds": f"⟦{matter('お知らせ')}{FIRST}⟦{block('お詫び', '2031年5月1日', '試供商事')}{SECOND}",
    "files as tail prints them": f"⟦==> a.txt <==\n⟪お知らせ\n{FIRST}\n⟦==> b.md <==\n⟪{matter('お詫び')}{SECOND}",
    "a release before the first mark": (
        f"⟦お知らせ\n2031年4月1日\n{FIRST}{SECOND}⟦{matter('お詫び')}{THIRD}⟦{matter('続報')}{THIRD}"
    ),
}

WHOLE = {
    "rules in a text with a front matter": f"{matter('お知らせ')}{FIRST}---\n{SECOND}---\n以上\n",
    "an address between rules": f"{matter('お知らせ')}{FIRST}---\n担当: 見本\ncontact: 03-0000-0000\n---\n{SECOND}",
    "two front matters of one text": f"{matter('お知らせ')}{matter('お知らせ', 'lang: ja')}{FIRST}",
    "an earlier report below a later one": (
        f"不正アクセスに関するお知らせ（第2報）\n2031年5月1日\n株式会社みほん\n{FIRST}\n"
        f"不正アクセスに関するお知らせ（第1報）\n2031年4月2日\n株式会社みほん\n{SECOND}"
    ),
    "annexes under an archive block": (
        f"{block('お知らせ', '2031年4月2日', '株式会社みほん')}{FIRST}\n"
        f"{block('会員情報の流出', 'みほん子会社', heading='# 公表概要（別紙）')}{SECOND}\n"
        f"{block('続報', '2031年4月3日', 'https://example.com/2')}{THIRD}"
    ),
    "headings": f"お知らせ\n■ 概要\n{FIRST}■ 対象\n{SECOND}■ 原因\n{THIRD}",
    "numbered reports": f"【第1報】お知らせについて\n{FIRST}【第2報】お知らせについて\n{SECOND}",
    "annexes": f"【別紙1】対象のお客様について\n{FIRST}【別紙2】対象の項目について\n{SECOND}",
    "numbered measures": f"【対策#1】多要素認証の導入\n{FIRST}【対策#2】監視の強化\n{SECOND}",
    "a list of posts above one of them": (
        f"【見本録#2031-3】お知らせ\n【見本録#2031-2】流出のお詫び\n【見本録#2031-1】紛失のお詫び\n{FIRST}"
    ),
    "one post in two halves": f"【見本録#2031-3】お知らせ\n{FIRST}【見本録#2031-3】お知らせ\n{SECOND}",
    "pages": f"お知らせ\n{FIRST}\f2 / 3\n{SECOND}\f3 / 3\n{THIRD}",
    "days": f"2031年4月1日\n{FIRST}2031年4月2日\n{SECOND}2031年4月3日\n{THIRD}",
    "a line between arrows": f"==> 重要 <==\n{FIRST}",
}


@pytest.mark.parametrize("row", PARTED.values(), ids=PARTED)
def test_parts(row: str) -> None:
    text, places = "", []
    for char in row:
        if char == "⟦":
            places.append([len(text), len(text)])
        elif char == "⟪":
            places[-1][1] = len(text)
        else:
            text += char
    parts = find_parts(text)
    assert [[part.start, part.head] for part in parts] == places
    assert [part.end for part in parts] == [*(part.start for part in parts[1:]), len(text)]

    records = extract_bytes(text.encode())
    assert [(record.source.part, record.source.span) for record in records] == [
        (number, (part.start, part.end)) for number, part in enumerate(parts, 1)
    ]
    assert "".join(section.text for record in records for section in record.sections) == text
    for record in records:
        spans = [(mention.span, mention.text) for mention in record.dates]
        spans += [(mention.span, mention.text) for mention in record.counts]
        spans += [(mention.span, mention.text) for mention in record.items]
        for (start, end), words in spans:
            assert text[start:end] == words
            assert record.source.span[0] <= start < end <= record.source.span[1]
    assert len({record.id for record in records}) == len(records)
    assert not [w for record in records for w in record.warnings if w.code == "several_releases"]


@pytest.mark.parametrize("row", PARTED.values(), ids=PARTED)
def test_one_record_of_several_releases_says_so(row: str) -> None:
    text = row.replace("⟦", "").replace("⟪", "")
    record = extract(text)
    (unsplit,) = extract_bytes(text.encode(), split=False)
    assert record == unsplit
    assert (record.source.part, record.source.span) == (None, (0, len(text)))
    (warning,) = (warning for warning in record.warnings if warning.code == "several_releases")
    assert warning.spans == tuple((part.start, part.end) for part in find_parts(text))


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_one_release_stays_whole(text: str) -> None:
    assert find_parts(text) == ()
    (record,) = extract_bytes(text.encode())
    assert record.source.part is None


def test_each_part_has_its_own_masthead() -> None:
    records = extract_bytes(POSTS.replace("⟦", "").replace("⟪", "").encode())
    assert [(record.release.organization, record.release.title, record.release.published) for record in records] == [
        ("株式会社みほん", "不正アクセスに関するお知らせ", "2031-04-02"),
        ("試供商事", "住所の流出について", None),
        (None, "退職者の名簿を放置した結果", None),
    ]
    assert [[count.value for count in record.counts] for record in records] == [[120], [3400], [15]]
