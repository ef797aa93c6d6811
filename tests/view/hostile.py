"""A release that tries to be more than text, wherever a text can stand."""

SCRIPT = "<script>window.ran = 1</script>"
ATTRIBUTE = '"onload="window.ran = 1" x="'
HANDLER = "<img src=x onerror='window.ran = 1'>"
CLOSED = "</textarea></style></script></title>-->"
TURNED = "\u202e\u2066\u200f"
CONTROLS = "\x00\x07\x1b[31m\x1b]0;ran\x07\x7f\x85\x9b31m"
TEMPLATE = "{{ 7 * 7 }}{% raw %}[red]"
LONG = "長" * 10_000
ALL = SCRIPT + ATTRIBUTE + HANDLER + CLOSED + TURNED + CONTROLS + TEMPLATE

NAME = f"{SCRIPT.replace('/', '')}{ATTRIBUTE}{TURNED}\x1b[31m.md"
TEXT = f"""---
title: {LONG}不正アクセスに関するお知らせ{ALL}
organization: 株式会社みほん{SCRIPT}
date: 2031-04-02
---

# 不正アクセスに関するお知らせ{LONG}{ALL}

## ■ 漏えいした情報{LONG}{ALL}

| 対象 | 件数 | 項目 |
|---|---|---|
| {SCRIPT}のお客様 | 1,200件 | 氏名、住所{ALL} |
| {LONG}のお客様 | 300名 | 電話番号 |

4月1日、お客様120名{ALL}の氏名が漏えいしました。\u2028\r
カード番号は漏えいしておりません。
"""
