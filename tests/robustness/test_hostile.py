"""Hostile input: every text gives a record that keeps the rules, in time that grows as the text does."""

import random
import time
from collections.abc import Callable

import pytest
from rules import faults

from extract import extract

# Characters of a text that grows. From step to step time may grow fivefold as the text does, and
# double that on a noisy machine; were it quadratic, it would grow 25-fold.
SIZES = (4_000, 20_000, 100_000)
MOST_GROWTH = 10
# What is too short to be told apart from noise, in seconds.
NOISE = 0.1

NOTABLE = "0１万億年月日時名件社、。・|#■（）「」【】\n 氏名漏えい約最大計〜:-"

Grown = Callable[[int], str]


def over_and_over(piece: str) -> Grown:
    return lambda size: piece * (size // len(piece))


def numbered(shape: str) -> Grown:
    """A line for each number: `1. …`, `2. …`."""
    width = len(shape.format(10_000))
    return lambda size: "".join(shape.format(number) for number in range(size // width))


def between(left: str, right: str) -> Grown:
    return lambda size: left * (size // 2) + "氏名" + right * (size // 2)


def ended(piece: str, end: str) -> Grown:
    return lambda size: piece * (size // len(piece)) + end


TEXTS: dict[str, Grown] = {
    # numbers
    "digits": over_and_over("1"),
    "digits in groups": over_and_over("1,234,"),
    "digits of people": ended("9", "名の氏名が漏えい"),
    "digits in kanji": over_and_over("百千"),
    "myriads": over_and_over("1万2億"),
    "vague": over_and_over("数百"),
    "decimals": over_and_over("1."),
    "units": over_and_over("名"),
    "counts": over_and_over("120名、"),
    "counts in a line each": numbered("お客様{}名\n"),
    "totals": numbered("計{}名（うち{}名）、".replace("{}", "{0}")),
    "bounds": over_and_over("最大約延べ"),
    "ranges of counts": over_and_over("10〜20件〜"),
    # dates
    "dates": over_and_over("2031年4月2日、"),
    "years": over_and_over("2031年"),
    "days": over_and_over("2日、"),
    "slashes": over_and_over("2031/4/"),
    "open ranges": over_and_over("4月2日〜"),
    "same day": over_and_over("同日、翌日、"),
    "clock times": over_and_over("10:30"),
    "weekdays": over_and_over("4月2日(水)"),
    "counts in the cells of one row": numbered("|会員{}名"),
    "groups in the cells of one row": numbered("|お客様の氏名|{}件"),
    "figures that share a list": lambda size: (
        "お客様の情報が漏えいしました。\n\n## 漏えいした情報\n"
        + "".join(f"- 会員{number}名\n" for number in range(10, 10 + size // 20))
        + "\n項目\n"
        + "- 氏名\n" * (size // 10)
    ),
    # items
    "items": over_and_over("氏名、"),
    "items without a mark": over_and_over("氏名住所"),
    "items in brackets": over_and_over("氏名（漢字（カナ）"),
    "bullets": over_and_over("・氏名\n"),
    "sentences": over_and_over("お客様120名の氏名、住所が漏えいした可能性があります。"),
    "sentences in a line each": over_and_over("お客様120名の氏名、住所が漏えいした可能性があります。\n"),
    "clauses without an end": over_and_over("漏えいは確認されておりませんが、"),
    "denials": over_and_over("含まれておりません"),
    "guards": over_and_over("可能性は否定できない"),
    # sections
    "headings": over_and_over("■ 経緯\n"),
    "headings of Markdown": over_and_over("# 経緯\n"),
    "headings ever deeper": over_and_over("# 経緯\n## 概要\n### 対象\n#### 件数\n##### 項目\n###### その他\n"),
    "headings with numbers": numbered("{}. 経緯\n"),
    "headings with numbers in brackets": numbered("({}) 対象者\n"),
    "headings with content": numbered("■ 対象{}\n120名の氏名\n"),
    "hashes": over_and_over("#"),
    "labels": over_and_over("対象：\n"),
    "colons": over_and_over("："),
    # marks
    "open brackets": over_and_over("（"),
    "open corner brackets": over_and_over("「"),
    "open heading brackets": over_and_over("【"),
    "nested brackets": between("（", "）"),
    "nested heading brackets": between("【", "】"),
    "nested quotes": between("「", "」"),
    "bracket pairs": over_and_over("（）"),
    "commas": over_and_over("、"),
    "full stops": over_and_over("。"),
    "dots": over_and_over("・"),
    "waves": over_and_over("〜"),
    "dashes": over_and_over("-"),
    "dashes and a word": ended("- ", "氏名"),
    # tables
    "rows": over_and_over("| 会員 | 120件 | 氏名 |\n"),
    "bars": over_and_over("|"),
    "bars in a line each": over_and_over("|\n"),
    "rules": over_and_over("|---|---|\n"),
    "cells in a line each": over_and_over("会員\n120件\n氏名\n"),
    # mastheads
    "archive blocks": over_and_over("# 公表概要\n- みほん\n- 2031年4月2日\n"),
    "bodies": over_and_over("# 本文\n"),
    "front matter": over_and_over("---\ntitle: みほん\n"),
    "companies": over_and_over("株式会社"),
    "companies in a line each": over_and_over("株式会社みほん\n"),
    "titles": over_and_over("に関するお知らせ\n"),
    "reports": over_and_over("第1報"),
    "addresses": over_and_over("https://example.com/"),
    # the incident
    "ways in": over_and_over("VPN装置の脆弱性を悪用した不正アクセス"),
    "authorities": over_and_over("個人情報保護委員会へ報告、警察に相談、"),
    "contractors": over_and_over("委託先の株式会社みほんの再委託先の"),
    # characters
    "letters": over_and_over("a"),
    "ideographs": over_and_over("漢"),
    "combining marks": over_and_over("\u0301"),
    "voiced marks": over_and_over("か\u3099"),
    "blanks": ended(" ", "氏名"),
    "wide blanks": ended("\u3000", "氏名"),
    "empty lines": ended("\n", "氏名"),
    "carriage returns": ended("\r", "氏名"),
    "blank lines": ended(" \n", "氏名"),
    "controls": ended("\0\x01\x1b", "氏名"),
    "invisible": ended("\u200b\u2060", "氏名"),
    "astral": over_and_over("😀𠮷"),
    "enumerators": over_and_over("①②"),
    "squares": over_and_over("㈱㍿㋀"),
    "noise": lambda size: "".join(
        random.Random(size).choices("0１万年月日名件、。・|#■（）「」\n 氏名漏えい約〜:-", k=size)
    ),
}


def seconds(text: str) -> float:
    start = time.process_time()
    extract(text)
    return time.process_time() - start


@pytest.mark.parametrize("name", TEXTS)
def test_time_grows_as_the_text(name: str) -> None:
    before = seconds(TEXTS[name](SIZES[0]))
    for size in SIZES[1:]:
        text = TEXTS[name](size)
        after = seconds(text)
        if after > MOST_GROWTH * before + NOISE:
            # Another process may have had the caches: what really grows does so again.
            after = min(after, seconds(text), seconds(text))
        assert after <= MOST_GROWTH * before + NOISE, f"{before:.3f} s became {after:.3f} s at {size:,} characters"
        before = after


@pytest.mark.parametrize("name", TEXTS)
def test_rules_hold(name: str) -> None:
    text = TEXTS[name](4_000)
    assert list(faults(extract(text), text)) == []
