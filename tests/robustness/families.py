"""Hostile texts that grow: each a mass of one kind between two sentences whose mentions are known.

Whatever the mass is, the sentences before and after it say what they say; and where the mass itself
says something, all of it is to be found. The tests ask both, and `make bench` the time.
"""

import random
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple, TypeVar

from extract import Record

__all__ = ["FAMILIES", "Hostile", "grown", "missed"]

HEAD: Final = "2031年4月2日\n株式会社みほん\n\n2031年4月1日、お客様120名の氏名が漏えいしました。\n\n"
TAIL: Final = "\n\n2031年4月3日、会員45名の住所も漏えいしました。\n"
NOTABLE: Final = "0１万億年月日時名件社、。・|#■（）「」【】\n 氏名漏えい約最大計〜:-"


class Mass(NamedTuple):
    """A text, and what is found in it, in order: days as ISO 8601, values of counts, categories of items.

    None: what it says is not fixed (what is cut, doubled or mixed may say anything).
    """

    text: str
    dates: Sequence[str] | None = ()
    counts: Sequence[int | None] | None = ()
    items: Sequence[str] | None = ()


class Hostile(NamedTuple):
    """A mass between its two sentences: the whole text, and where the mass stands in it."""

    text: str
    mass: Mass
    start: int
    end: int


Grown = Callable[[int], Mass]
Value = TypeVar("Value")


def grown(name: str, size: int) -> Hostile:
    """Return the text of a family with a mass of about `size` characters."""
    mass = FAMILIES[name](size)
    return Hostile(HEAD + mass.text + TAIL, mass, len(HEAD), len(HEAD) + len(mass.text))


def missed(record: Record, hostile: Hostile) -> list[str]:
    """Say what the record of a hostile text lacks, and what of it is wrong."""
    start, end = hostile.start, hostile.end
    dates = [(date.span[0], date.start) for date in record.dates]
    counts = [(count.span[0], count.value) for count in record.counts]
    items = [(item.span[0], item.category) for item in record.items]
    wrong = []
    for what, found, before, inside, after in (
        ("dates", dates, ["2031-04-01"], hostile.mass.dates, ["2031-04-03"]),
        ("counts", counts, [120], hostile.mass.counts, [45]),
        ("items", items, ["name"], hostile.mass.items, ["address"]),
    ):
        for place, given, wanted in (
            ("before", [value for at, value in found if at < start], before),
            ("inside", [value for at, value in found if start <= at < end], inside),
            ("after", [value for at, value in found if at >= end], after),
        ):
            if wanted is not None and given != list(wanted):
                wrong.append(f"{what} {place}: {_shortened(given)}, not {_shortened(wanted)}")
    return wrong


def _shortened(values: Sequence[object]) -> str:
    return f"{len(values)} ({', '.join(map(str, values[:4]))})"


def over_and_over(
    piece: str,
    *,
    opening: str = "",
    end: str = "",
    dates: Sequence[str] | None = (),
    counts: Sequence[int | None] | None = (),
    items: Sequence[str] | None = (),
) -> Grown:
    """Repeat a piece that says something, after an opening and before an end that say nothing."""

    def grow(size: int) -> Mass:
        times = max(1, size // len(piece))
        return Mass(opening + piece * times + end, _times(dates, times), _times(counts, times), _times(items, times))

    return grow


def numbered(shape: str, *, values: int = 0, items: Sequence[str] = ()) -> Grown:
    """A piece for each number from 10 on: `10. …`, `11. …`; it is `values` counts in each."""
    width = len(shape.format(10_000))

    def grow(size: int) -> Mass:
        numbers = range(10, 10 + max(1, size // width))
        text = "".join(map(shape.format, numbers))
        return Mass(text, (), [number for number in numbers for _ in range(values)], [*items] * len(numbers))

    return grow


def between(left: str, right: str) -> Grown:
    """Nest an item so deep."""
    return lambda size: Mass(left * (size // 2) + "氏名" + right * (size // 2), (), (), None)


def once(
    piece: str, end: str = "", *, counts: Sequence[int | None] | None = (), items: Sequence[str] | None = ()
) -> Grown:
    """Repeat a piece that says nothing but once, at its end."""
    return lambda size: Mass(piece * max(1, size // len(piece)) + end, (), counts, items)


def shared_list(size: int) -> Mass:
    numbers = range(10, 10 + size // 20)
    text = "お客様の情報が漏えいしました。\n\n## 漏えいした情報\n" + "".join(
        f"- 会員{number}名\n" for number in numbers
    )
    lines = size // 10
    return Mass(text + "\n項目\n" + "- 氏名\n" * lines, (), list(numbers), ["name"] * lines)


def noise(size: int) -> Mass:
    return Mass("".join(random.Random(size).choices(NOTABLE, k=size)), None, None, None)


def after_another(*parts: Grown) -> Grown:
    """Put masses one after the other, a share of the size each."""

    def grow(size: int) -> Mass:
        masses = [part(size // len(parts)) for part in parts]
        return Mass(
            "\n".join(mass.text for mass in masses),
            *(_joined(said) for said in zip(*(m[1:] for m in masses), strict=True)),
        )

    return grow


def _joined(said: Iterable[Sequence[Value] | None]) -> list[Value] | None:
    """Put what several masses say one after the other; None where any of it is not fixed."""
    joined: list[Value] = []
    for values in said:
        if values is None:
            return None
        joined += values
    return joined


def _times(said: Sequence[Value] | None, times: int) -> list[Value] | None:
    return None if said is None else [*said] * times


FAMILIES: dict[str, Grown] = {
    # numbers
    "digits": over_and_over("1"),
    "digits in groups": over_and_over("1,234,"),
    "digits of people": once("9", "名の氏名が漏えい", counts=[None], items=["name"]),
    "digits of people, in full width": once("９", "名の氏名が漏えい", counts=[None], items=["name"]),
    "digits in kanji": over_and_over("百千"),
    "myriads": over_and_over("1万2億"),
    "vague": over_and_over("数百"),
    "decimals": over_and_over("1."),
    "units": over_and_over("名"),
    "counts": over_and_over("お客様120名、", counts=[120]),
    "counts in a line each": numbered("お客様{}名\n", values=1),
    "counts with items": over_and_over("会員120名の氏名、住所、", counts=[120], items=["name", "address"]),
    "totals": numbered("計{0}名（うち会員{0}名）、", values=2),
    "bounds": over_and_over("最大約延べ"),
    "ranges of counts": over_and_over("10〜20件〜", dates=None, counts=None, items=None),
    # dates
    "dates": over_and_over("2031年4月2日、", dates=["2031-04-02"]),
    "dates in a line each": over_and_over("2031年4月2日 確認\n", dates=["2031-04-02"]),
    "years": over_and_over("2031年", dates=None, counts=None, items=None),
    "business years": over_and_over("2031年度", dates=None, counts=None, items=None),
    "months": over_and_over("4月", dates=None, counts=None, items=None),
    "days": over_and_over("2日、", dates=None, counts=None, items=None),
    "year, month, day": over_and_over("年月日"),
    "slashes": over_and_over("2031/4/", dates=None, counts=None, items=None),
    "open ranges": over_and_over("4月2日〜", dates=None, counts=None, items=None),
    "same day": over_and_over("同日、翌日、", dates=None, counts=None, items=None),
    "clock times": over_and_over("10:30", dates=None, counts=None, items=None),
    "weekdays": over_and_over("4月2日(水)", dates=["2031-04-02"]),
    "ways in, dated": over_and_over("2031年4月2日に不正アクセスを検知し、", dates=["2031-04-02"]),
    # items
    "items": over_and_over("氏名、", items=["name"]),
    "items without a mark": over_and_over("氏名住所", dates=None, counts=None, items=None),
    "items in brackets": over_and_over("氏名（漢字（カナ）", dates=None, counts=None, items=None),
    "items after dots": over_and_over("・氏名", opening="漏えいした情報は", items=["name"]),
    "items and": over_and_over("氏名及び住所並びに", items=["name", "address"]),
    "items and people, joined": over_and_over(
        "お客様の氏名と取引先の業務情報と", dates=None, counts=None, items=["name", "business_info"]
    ),
    "items counted and": over_and_over("カード情報12件および会員情報34件、", dates=None, counts=[12, 34], items=None),
    "bullets": over_and_over("・氏名\n", items=["name"]),
    "bullets of groups": over_and_over("- お客様120名：氏名、住所\n", counts=[120], items=["name", "address"]),
    "bullets ever deeper": lambda size: _deeper(size),
    "items and what they are for": over_and_over(
        "サーバ構成情報等、開発に用いる情報、", dates=None, counts=None, items=None
    ),
    "bullets of people alone": over_and_over(
        "- お客様に関する個人情報\n- 従業員の個人情報\n", opening="## 漏えいした可能性のある情報\n"
    ),
    "places that are safe": over_and_over("他の区立学校については、漏えいの可能性はございません。"),
    "people who are safe": over_and_over("お客様の氏名の漏えいはございません。", items=["name"]),
    "sentences": over_and_over(
        "お客様120名の氏名、住所が漏えいした可能性があります。", counts=[120], items=["name", "address"]
    ),
    "sentences in a line each": over_and_over(
        "お客様120名の氏名、住所が漏えいした可能性があります。\n", counts=[120], items=["name", "address"]
    ),
    "clauses without an end": over_and_over("漏えいは確認されておりませんが、"),
    "denials": over_and_over("含まれておりません"),
    "guards": over_and_over("可能性は否定できない"),
    "footnotes": over_and_over("※氏名は含まれておりません\n", items=["name"]),
    "footnotes by number": numbered("※{} 氏名は含まれておりません\n", items=["name"]),
    "references to footnotes": numbered("お客様の氏名（※{0}）、", items=["name"]),
    "notes by number": numbered(
        "注{} ",
    ),
    # sections
    "headings": over_and_over("■ 経緯\n"),
    "headings of Markdown": over_and_over("# 経緯\n"),
    "headings ever deeper": over_and_over("# 経緯\n## 概要\n### 対象\n#### 件数\n##### 項目\n###### その他\n"),
    "headings with numbers": numbered("{}. 経緯\n"),
    "headings with numbers in brackets": numbered("({}) 対象者\n"),
    "headings with content": over_and_over("■ 対象\nお客様120名の氏名\n", counts=[120], items=["name"]),
    "hashes": over_and_over("#"),
    "hashes in a line each": over_and_over("#\n"),
    "labels": over_and_over("対象：\n"),
    "labels with content": over_and_over(
        "対象：お客様120名\n項目：氏名、住所\n", counts=[120], items=["name", "address"]
    ),
    "colons": over_and_over("："),
    # marks
    "open brackets": over_and_over("（"),
    "closed brackets": over_and_over("）"),
    "open corner brackets": over_and_over("「"),
    "open heading brackets": over_and_over("【"),
    "nested brackets": between("（", "）"),
    "nested heading brackets": between("【", "】"),
    "nested quotes": between("「", "」"),
    "quotes in each other": between("「『", "』」"),
    "quotes across each other": over_and_over("「『」』"),
    "bracket pairs": over_and_over("（）"),
    "commas": over_and_over("、"),
    "full stops": over_and_over("。"),
    "dots": over_and_over("・"),
    "waves": over_and_over("〜"),
    "dashes": over_and_over("-"),
    "dashes and a word": once("- ", "氏名", items=None),
    "stars": over_and_over("*"),
    "bold": over_and_over("**氏名**、", items=["name"]),
    # tables
    "rows": over_and_over("| 会員 | 120件 | 氏名 |\n", counts=[120], items=["name"]),
    "cells of one row": over_and_over("| 氏名 ", items=["name"]),
    "counts in the cells of one row": numbered("|会員{}名", values=1),
    "groups in the cells of one row": numbered("|お客様の氏名|{}件", values=1, items=["name"]),
    "bars": over_and_over("|"),
    "bars in a line each": over_and_over("|\n"),
    "rules": over_and_over("|---|---|\n"),
    "rules of one line": over_and_over("|---"),
    "cells in a line each": over_and_over("会員\n120件\n氏名\n", counts=[120], items=None),
    "line breaks in one cell": over_and_over("氏名<br>住所<br>", opening="| ", items=["name", "address"]),
    "figures that share a list": shared_list,
    # mastheads
    "archive blocks": over_and_over("# 公表概要\n- みほん\n- 2031年4月2日\n", dates=["2031-04-02"]),
    "bodies": over_and_over("# 本文\n"),
    "front matter": over_and_over("---\ntitle: みほん\n"),
    "companies": over_and_over("株式会社"),
    "companies in a line each": over_and_over("株式会社みほん\n"),
    "titles": over_and_over("に関するお知らせ\n"),
    "reports": over_and_over("第1報"),
    "addresses": over_and_over("https://example.com/"),
    "addresses in a line each": over_and_over("https://example.com/a?b=c\n"),
    "beginnings of addresses": over_and_over("http://"),
    "mail addresses": over_and_over("a@example.com "),
    # the incident
    "ways in": over_and_over("VPN装置の脆弱性を悪用した不正アクセス"),
    "authorities": over_and_over("個人情報保護委員会へ報告、警察に相談、", dates=None, counts=None, items=None),
    "contractors": over_and_over("委託先の株式会社みほんの再委託先の"),
    # characters
    "letters": over_and_over("a"),
    "ideographs": over_and_over("漢"),
    "kana": over_and_over("あ"),
    "combining marks": over_and_over("\u0301"),
    "voiced marks": over_and_over("か\u3099"),
    "blanks": once(" "),
    "wide blanks": once("\u3000"),
    "wide blanks between words": over_and_over("氏名\u3000\u3000", items=["name"]),
    "tabs": once("\t"),
    "empty lines": once("\n"),
    "carriage returns": once("\r"),
    "lines of Windows": over_and_over("・氏名\r\n", items=["name"]),
    "blank lines": once(" \n"),
    "line separators": once("\u2028"),
    "NULs": once("\0"),
    "NULs between words": over_and_over("氏名\0、", items=None),
    "controls": once("\0\x01\x1b"),
    "invisible": once("\u200b\u2060"),
    "astral": over_and_over("😀𠮷"),
    "private": over_and_over("\ue000\uf8ff\U000f0000"),
    "enumerators": over_and_over("①②"),
    "enumerated items": over_and_over("①氏名②住所", items=["name", "address"]),
    "squares": over_and_over("㈱㍿㋀", dates=None, counts=None, items=None),
    "entities": over_and_over("&amp;&lt;"),
    "tags": over_and_over("<div><p>"),
    "noise": noise,
    # one kind after the other
    "headings, then items": after_another(over_and_over("■ 経緯\n"), over_and_over("・氏名\n", items=["name"])),
    "open brackets, then items": after_another(over_and_over("（"), over_and_over("・氏名\n", items=["name"])),
    "bullets, then counts": after_another(
        over_and_over("・氏名\n", items=["name"]), over_and_over("お客様120名\n", counts=[120])
    ),
    "counts, then footnotes": after_another(
        numbered("会員{0}名（※{0}）\n", values=1), numbered("※{} 氏名\n", items=["name"])
    ),
    "dates, then roles": after_another(
        over_and_over("2031年4月2日、", dates=["2031-04-02"]), over_and_over("不正アクセスを検知しました。")
    ),
    "groups, then more of them": after_another(
        over_and_over("お客様120名\n", counts=[120]),
        over_and_over("うち会員120名\n", counts=[120]),
        over_and_over("合計120名\n", counts=[120]),
    ),
    "a long list, then its figure": after_another(
        over_and_over("氏名、", opening="お客様の", items=["name"]),
        over_and_over("お客様120名の氏名、住所\n", counts=[120], items=["name", "address"]),
    ),
    "a long note, and words that point to it": after_another(
        over_and_over("氏名、", opening="※1 氏名等には", items=["name"]),
        over_and_over("氏名等※1、", items=["name"]),
    ),
    "groups, then runs of items": after_another(
        over_and_over("- お客様120名：氏名、住所\n", counts=[120], items=["name", "address"]),
        over_and_over("## 対象\n会員の住所\n", items=["address"]),
    ),
    "groups, then a list": after_another(
        over_and_over("お客様120名の氏名が漏えいしました。\n", counts=[120], items=["name"]),
        over_and_over("- 住所\n", opening="## 漏えいした情報\n", items=["address"]),
    ),
    "cards, then their parts": after_another(
        over_and_over("- お客様120名のカード情報\n", counts=[120], items=["card"]),
        over_and_over("- カード番号、有効期限\n", items=["card_number", "card_expiry"]),
    ),
    "sections, each of those above": over_and_over("■ 対象\n上記2つの対象は会員120名です。\n", counts=[120]),
    "groups in one cell": over_and_over("会員120名の氏名、", opening="| ", counts=[120], items=["name"]),
    "rows of groups in one line": over_and_over("| 会員 | 120件 | 氏名 ", counts=[120], items=["name"]),
    "people who are safe, in one sentence": over_and_over("お客様の氏名は含まれておらず、", items=["name"]),
    "people who are safe, with a but": over_and_over("お客様の氏名は含まれておりませんが、", items=["name"]),
    "heads of columns, then rows": after_another(
        over_and_over("第2報件数", opening="| "), over_and_over("| お客様120名、会員45名", counts=[120, 45])
    ),
    "a first cell, then counts": after_another(
        over_and_over("前"), over_and_over("| お客様120名", opening="| 前", counts=[120])
    ),
    "dashes, then notes in one line": after_another(over_and_over("-"), over_and_over("氏名※1、", items=["name"])),
}


def _deeper(size: int) -> Mass:
    """Bullets that stand deeper and deeper, back to the margin, and again."""
    step = "".join(f"{' ' * depth}- 氏名\n" for depth in range(20))
    times = max(1, size // len(step))
    return Mass(step * times, (), (), ["name"] * 20 * times)
