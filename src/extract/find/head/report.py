"""Which report of an incident a release is: its number and its kind, from the words of its title."""

import re
from typing import Final, NamedTuple

from extract.mention import Evidence, Span
from extract.text.shape import shape

__all__ = ["Report", "report_of"]

_DIGITS: Final = {"〇": 0, "一": 1, "二": 2, "ニ": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
# `第2報`, `第 16 報`, `第二版`, `第ニ報` (in katakana), `2報`, `その2`, `続報2`, `お知らせ(2)`.
# Not: `情報`, `第2四半期`, `続報(2名追加)`.
_NUMBER: Final = shape(
    r"第? ?(?P<number>(?<!\d)\d{1,3}|[〇一二三四五六七八九十]{1,3}) ?(?:次報告|回報告|[報版](?!告|道))"
    r"|第 ?(?P<kana>ニ) ?報"
    r"|(?:その|続報) ?(?P<part>(?<!\d)\d{1,2}|[〇一二三四五六七八九十]{1,3})(?=$|[)\]】』」 ])"
    r"|(?:お知らせ|お詫び|報告|について) ?\((?P<last>\d)\)$"
)
# What every such number has, and every word that names the kind; few titles do.
_TELLING: Final = shape(r"[\d〇一二ニ三四五六七八九十初終確完訂誤修続追経速]")
# A report that is numbered by the first line of its body: `【第一報：2025年4月5日】`. Not: `【第一報の概要と追記】`.
_HEADED: Final = shape(
    r"\s{0,4}[【(\[〔] ?(?:第[^\s、。】)]{1,3}|初)報(?:[:、 ][^\n】)\]〕]{0,24})?[】)\]〕] {0,4}$", re.MULTILINE
)
# `初報` is a first report; `速報` and `続報` give no number.
_FIRST: Final = shape(r"初報")
# A title that says several is of the first of these: `第二報・最終報` is final. Not: `第三者による…`.
_KINDS: Final = (
    ("final", shape(r"最終の?(?:ご|御)?(?:報|版|調査|結果)|確報|完了報告|終報")),
    ("correction", shape(r"訂正|正誤|修正版|お詫びと修正")),
    ("follow_up", shape(r"続報|追加(?:ご|御)?(?:報告|公表|情報)|追報|経過(?:ご|御)?報告")),
    ("initial", shape(r"初報|速報|第一報|第1報")),
)


class Report(NamedTuple):
    """The report's number (None: it has none), its kind, and the words that say so."""

    number: int | None = None
    kind: str | None = None
    evidence: tuple[Evidence, ...] = ()


_UNTOLD: Final = Report()


def report_of(folded: str, title: Span | None, kind_span: Span | None = None, body: int = 0) -> Report:
    """Read number and kind from the title, and what it does not tell from a line of its own where there is one.

    Where the title tells neither, the first line of the body may, which begins at `body`.
    """
    told = _told(folded, title, kind_span)
    if told.number is None and (headed := _HEADED.match(folded, body)):
        named = _told(folded, headed.span(), None)
        return named._replace(kind=told.kind or named.kind, evidence=(*told.evidence, *named.evidence))
    return told


def _told(folded: str, title: Span | None, kind_span: Span | None) -> Report:
    telling = [span for span in (title, kind_span) if span and _TELLING.search(folded, *span)]
    if not telling:
        return _UNTOLD
    evidence: list[Evidence] = []
    number: int | None = None
    for span in telling:
        # The last number is the report's: 「第1報」に関する続報（第2報）.
        numbers = list(_NUMBER.finditer(folded, *span))
        if numbers:
            number = _value(next(filter(None, numbers[-1].groups())))
            evidence.append(Evidence("report_number", numbers[-1].span()))
            break
    first = _FIRST.search(folded, *title) if title and number is None else None
    if first is not None:
        number = 1
        evidence.append(Evidence("report_number", first.span()))
    for span in telling:
        for kind, pattern in _KINDS:
            if word := pattern.search(folded, *span):
                return Report(number, kind, (*evidence, Evidence("report_kind", word.span())))
    if number is None:
        return _UNTOLD
    evidence.append(Evidence("report_kind", evidence[0].span))
    return Report(number, "initial" if number == 1 else "follow_up", tuple(evidence))


def _value(digits: str) -> int:
    """`16` → 16, `十二` → 12, `二十` → 20."""
    if digits.isdigit():
        return int(digits)
    tens, ten, ones = digits.rpartition("十")
    if ten:
        return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)
    return int("".join(str(_DIGITS[digit]) for digit in digits))
