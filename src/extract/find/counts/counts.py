"""Quantities: a number with its unit and the words around it that bound it.

Every quantity is found here, whatever it counts; `resolve.impact` tells what the incident touched
from the rest. Where the unit stands in the head of a table's column, or in the label before the
number, the number alone is the mention (`find.bare_figures`).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from extract import lexicon
from extract.find.counts.bare_figures import BareFigure, find_bare_figures
from extract.find.numerals import NUMBER, is_vague, parse_number
from extract.mention import Count, Span
from extract.text.document import Document
from extract.text.folding import fold
from extract.text.shape import shape

__all__ = ["Quantities", "find_counts", "quantities"]

# What may follow a unit and belongs to it: 3名様分, 200名さま. Not the 分 of 分野, 分類.
_SUFFIX: Final = r"(?:様|さま|さん)?+(?: ?分(?![野析割類散離解担布岐])|ぶん)?+"
# Ways to speak of each single one count nothing: 3人目, 1件ごと, お1人ずつ, 1名につき.
_NOT_EACH: Final = r"(?! ?(?:目|ずつ|ごと|毎|につき|あたり|当たり|単位))"
# Ends a noun that is its own counter: 4アカウントの, 18ID→. Not: 2メール本文, 1データベース.
_NOUN_END: Final = r"(?=分|以上|以下|未満|超|程度|ほど|余|中|全|\W|[ぁ-ん]|$)"

# Words before a number that bound it or say that it is a sum: `最大で延べ約`, `合 計 `. Not: 契約 3件, 統計 5件.
_BEFORE: Final = shape(
    r"(?:(?:(?<![契予条規公])約|およそ|おおよそ|おおむね|概ね|ほぼ|推定|最大|最多|少なくとも|最低|最少|延べ|のべ"
    r"|合 ?計|総 ?計|累 ?計|(?<![会統設時家集余合総累])計)(?:でも?)?+ {0,4}+)++$"
)
# Their last letters.
_BEFORE_ENDS: Final = frozenset("約そねぼ定大多も低少べ計で")
_WINDOW: Final = 24
# Words after it: `30名以上`, `1,000件を超える`, `50名程度`. Not: `1台以外`, `3件超過`.
_AFTER: Final = shape(
    r" ?(?:以上|以下|以内|未満|超(?!過)|を超え(?:る|て|た)?+|を上回る"
    r"|余り?+(?!儀)|あまり|程度?+(?!遠)|ほど|前後|[強弱](?![制化い])|ぐらい|くらい)"
)
# One bound a count: the first of these that the words around the number say.
_BOUNDS: Final = tuple(
    (bound, shape(pattern))
    for bound, pattern in (
        ("at_most", "最大|最多|以下|以内"),
        ("at_least", "少なくとも|最低|最少|以上"),
        ("over", "超|上回"),
        ("under", "未満"),
        ("approx", "約|およそ|おおよそ|おおむね|概ね|ほぼ|推定|程|ほど|前後|余|あまり|[強弱]|[ぐく]らい"),
    )
)
# What makes of 30名から50名 two figures and no range: 50名に訂正, 50名へ増加.
_CHANGED: Final = shape("(?:[にへ](?:訂正|修正|変更|更新|増|減|なり)|増|減|となり)")
# What a number may begin with.
_FIGURE: Final = "0-9一二三四五六七八九十百千数何複"
# Most are those of dates, addresses and words: 2025年, 12:30, /2025/, 一部, 第三者, 二次.
_NO_AMOUNT: Final = rf"[{_FIGURE}][0-9]*+[年月日時分/:)部者次]"
_DIGIT: Final = shape(r"\d")
_MULTIPLIER: Final = shape("[十百千万億兆]+$")


class Quantities(NamedTuple):
    """The compiled lexicon of units."""

    #: Matches a whole quantity where it begins.
    pattern: re.Pattern[str]
    #: Folded unit → its kind.
    kinds: dict[str, str]
    #: Matches all that stands before the next number that may be a quantity's, and that `number`.
    up_to: re.Pattern[str]


@cache
def quantities() -> Quantities:
    """Return the patterns that the units of the lexicon make."""
    table = lexicon.entries("units")

    def either(*names: str) -> str:
        words = {fold(word) for lists in table.values() for name in names for word in lists[name]}
        return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))

    compound = rf"(?!{either('compounds')})"
    pattern = shape(
        # A number of its own: not 第3社, ※1, 12:30, 1.2.
        r"(?<![0-9第#_&%])(?<![0-9][.,:/-])"
        rf"(?P<number>{NUMBER})"
        # 10~20件, 10件から20件; 4、5通.
        rf"(?:(?P<own> ?{compound}(?:{either('words')}){_SUFFIX})?+ ?(?:[~-]|から) ?約?+(?P<last>{NUMBER})"
        rf"|(?<![0-9][0-9])、(?P<next>[0-9])(?![0-9,.]))?+"
        rf" ?(?P<more>余り?)?+ ?"
        rf"(?P<unit>{compound}(?:(?P<word>{either('words')})|(?P<noun>{either('nouns')}){_NOUN_END}){_SUFFIX}){_NOT_EACH}"
    )
    kinds = {fold(word): code for code, lists in table.items() for word in (*lists["words"], *lists["nouns"])}
    # What may stand behind such a number: 余, a range's mark, から, a list's comma, or a unit's first letter.
    follow = "".join(re.escape(letter) for letter in sorted({*"余~-か、", *(word[0] for word in kinds)}))
    # A number is tried once and passed over as a whole, however long it is.
    other = rf"[^{_FIGURE}]++|{_NO_AMOUNT}|(?>{NUMBER})(?! {{0,2}}[{follow}])|(?!{NUMBER})[{_FIGURE}]"
    return Quantities(pattern, kinds, shape(rf"(?:{other})*+(?P<number>{NUMBER})"))


def find_counts(document: Document, body: int) -> list[Count]:
    """Return all quantities of the body in the text's order; their role and status are not yet known."""
    found = list(_with_units(document, body))
    figures = find_bare_figures(document, body)
    if not figures:
        return found
    bare = [_bare(document, figure) for figure in figures]
    # Where a number has a unit of its own, that one holds.
    counts: list[Count] = []
    for count in sorted((*found, *bare), key=lambda count: (count.span[0], -count.span[1])):
        if not counts or count.span[0] >= counts[-1].span[1]:
            counts.append(count)
    return counts


def _with_units(document: Document, body: int) -> Iterator[Count]:
    known = quantities()
    at = floor = body
    while figure := known.up_to.match(document.folded, at):
        at = figure.end()
        match = known.pattern.match(document.folded, figure.start("number"))
        if match and (count := _count(document, match, floor)):
            yield count
            at = floor = count.span[1]


def _bare(document: Document, figure: BareFigure) -> Count:
    start, end = figure.number
    number = document.folded[start:end]
    span, bound = _bounded(document, figure.number, number, "", max(0, start - _WINDOW))
    return Count(span, parse_number(number), None, bound, figure.unit, quantities().kinds[figure.unit])


def _count(document: Document, match: re.Match[str], floor: int) -> Count | None:
    """Make the mention of a matched quantity; words before `floor` belong to another."""
    first, last = match["number"], match["last"] or match["next"]
    start, end = match.start("number"), match.end()
    if not _is_amount(document, match):
        return None
    value, value_max = parse_number(first), None
    if last is not None:
        value, value_max = _range(first, last)
        if match["own"] and (value_max is None or _CHANGED.match(document.folded, end)):
            # `150名から12名増え`: two quantities, the first here.
            alone = match.re.match(document.folded, start, match.end("own"))
            return alone and _count(document, alone, floor)
        if value_max is None:
            # `2024から30名`: no range, the last number stands alone.
            value, start = parse_number(last), match.start("last" if match["last"] else "next")
    span, bound = _bounded(document, (start, end), first, match["more"] or "", max(floor, start - _WINDOW))
    unit = match["word"] or match["noun"]
    written = document.source[match.start("unit") : match.end("unit")]
    return Count(span, value, value_max, bound, written, quantities().kinds[unit])


def _bounded(document: Document, span: Span, number: str, more: str, floor: int) -> tuple[Span, str]:
    """Return the span with the words before and after it that belong to the number, and their bound."""
    start, end = span
    last = document.folded[floor:start].rstrip()[-1:]
    before = _BEFORE.search(document.folded, floor, start) if last in _BEFORE_ENDS else None
    after = _AFTER.match(document.folded, end)
    bound = "approx" if is_vague(number) else "exact"
    if before or more or after:
        said = f"{before[0] if before else ''} {more} {after[0] if after else ''}"
        bound = next((bound for bound, words in _BOUNDS if words.search(said)), bound)
    return (before.start() if before else start, after.end() if after else end), bound


def _range(first: str, last: str) -> tuple[int | None, int | None]:
    """Return the ends of a range; the second is None where the two make none (30~20)."""
    high = parse_number(last)
    scale = _MULTIPLIER.search(last)
    low = parse_number(first + scale[0] if scale and not _MULTIPLIER.search(first) else first)
    if low is None or high is None or low >= high:
        return low, None
    return low, high


def _is_amount(document: Document, match: re.Match[str]) -> bool:
    """Whether the number before the unit says how many, and is no name, enumeration or figure of speech."""
    folded, number, start = document.folded, match["number"], match.start()
    before = folded[max(0, start - 2) : start]
    if "." in number and parse_number(number) is None:
        # 2.5件 is a share or a rate.
        return False
    if len(number) < 3 and (before[-1:] == "※" or (before[-1:] == "*" and before != "**")):
        # The mark of a footnote: ※1, *2. But ※1,360件 and **3件** are amounts.
        return False
    if match["word"] == "組" and before.endswith(("年", "生")):
        # 3年2組 is a class.
        return False
    if match["noun"]:
        # Microsoft 365 アカウント; the heading `2 サーバーに保管されていた情報`; 複数サーバー, データ数ファイル.
        if before[-1:].isascii() and before.strip()[-1:].isalpha() and before.strip().isascii():
            return False
        if folded[match.end("number")] == " " and start == document.line_at(start).body:
            return False
        return number not in ("複数", "数", "何")
    if number == "何":
        return False
    if not _DIGIT.search(number) and not is_vague(number):
        # 一人ひとり, この一件, 八戸市: kanji count only where they count people or things one by one.
        return match["word"] in ("名", "台", "校", "通", "人", "件", "社") and (number != "一" or match["word"] == "名")
    return True
