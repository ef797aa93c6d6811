"""The folded twin: a second text for matching, of exactly the source's length.

One code point becomes one code point, so an offset in the folded text *is* the offset in the
source and no map between them can go wrong. NFKC is never used on whole texts: it makes
`①1,234件` into `11,234件`, `10²` into `102`, and changes lengths.

What is folded: full width to half width, Latin capitals to small letters, the dash, wave, quote
and blank families to one member each, Kangxi radicals and compatibility ideographs to the
ideographs they look like, half-width kana to full width where one code point suffices, the comma
and the full stop of sentences that are written with `，` and `．` to 、 and 。, invisible characters
and controls to a blank, every line separator to a line feed.
What is *not* folded: enumerators (①, ⑴, Ⅰ), superscripts, ㈱ and other squares, combining marks.
"""

import unicodedata
from collections.abc import Iterable
from typing import Final

from extract.text.shape import shape

__all__ = ["fold"]

# Each family folds to the first character. The long vowel mark ー is a letter, not a dash.
_FAMILIES = (
    "-‐‑‒–—―−－─━﹣﹘⁃➖",
    "~～〜∼˜⁓〰∾",
    "'‘’‚‛＇′",
    '"“”„‟＂″〝〞〟',
    "・･‧∙⋅",
    "。｡",
    "、､",
    "「｢",
    "」｣",
    "ー\uff70",
    "→➡⇒➔",
)
# Radicals that have no decomposition in Unicode, or one that is not the shape Japanese fonts and
# PDF producers mean by them.
_RADICALS = {
    "⺁": "厂", "⺃": "乙", "⺅": "人", "⺇": "几", "⺉": "刀", "⺋": "卩", "⺍": "小", "⺎": "兀",
    "⺏": "尣", "⺐": "尢", "⺒": "巳", "⺓": "幺", "⺔": "彑", "⺖": "忄", "⺗": "心", "⺘": "手",
    "⺙": "攵", "⺛": "旡", "⺝": "月", "⺞": "歹", "⺟": "母", "⺠": "民", "⺡": "氵", "⺢": "水",
    "⺣": "灬", "⺤": "爪", "⺥": "爪", "⺦": "丬", "⺨": "犭", "⺩": "王", "⺪": "疋", "⺫": "目",
    "⺬": "示", "⺭": "礻", "⺮": "竹", "⺱": "网", "⺲": "罒", "⺳": "网", "⺷": "羊", "⺹": "耂",
    "⺺": "肀", "⺼": "月", "⺽": "臼", "⺾": "艹", "⻁": "虎", "⻂": "衤", "⻃": "西", "⻄": "西",
    "⻆": "角", "⻇": "角", "⻈": "訁", "⻌": "辶", "⻍": "辶", "⻎": "辶", "⻏": "阝", "⻐": "金",
    "⻑": "長", "⻒": "長", "⻓": "長", "⻔": "門", "⻖": "阝", "⻗": "雨", "⻘": "青", "⻙": "韋",
    "⻚": "頁", "⻛": "風", "⻜": "飛", "⻝": "食", "⻞": "食", "⻟": "食", "⻠": "食", "⻡": "首",
    "⻢": "馬", "⻣": "骨", "⻤": "鬼", "⻥": "魚", "⻦": "鳥", "⻧": "鹵", "⻨": "麦", "⻩": "黄",
    "⻪": "黽", "⻫": "斉", "⻬": "齊", "⻭": "歯", "⻮": "歯", "⻯": "竜", "⻰": "龍", "⻲": "亀",
    "⻳": "亀",
}  # fmt: skip
_BLANKS = "\t\u00a0\u00ad\u1680\u180e\u202f\u205f\u2060\u2061\u2062\u2063\u2064\u3000\u3164\ufeff\uffa0\ufffc"
_LINE_BREAKS = "\u000b\u000c\u001c\u001d\u001e\u0085\u2028\u2029"


def _table() -> dict[str, str]:
    """What becomes of each character that is folded; no character is folded to one of these."""
    table: dict[str, str] = {}
    for code in (*range(0x00, 0x0A), *range(0x0E, 0x20), *range(0x7F, 0xA0)):
        table[chr(code)] = " "
    # Zero-width and direction marks, variation selectors: invisible, so a blank.
    for code in (*range(0x2000, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x2070), *range(0xFE00, 0xFE10)):
        table[chr(code)] = " "
    table |= dict.fromkeys(_BLANKS, " ")
    table |= dict.fromkeys(_LINE_BREAKS, "\n")
    for code in range(ord("A"), ord("Z") + 1):
        table[chr(code)] = chr(code + 0x20)
    for code in range(0xFF01, 0xFF5F):
        table[chr(code)] = chr(code - 0xFEE0).lower()
    compatible = (*range(0x2F00, 0x2FD6), *range(0x2E80, 0x2EF4), *range(0xF900, 0xFB00), *range(0xFF61, 0xFFA0))
    for char in map(chr, compatible):
        plain = unicodedata.normalize("NFKC", char)
        # The half-width voicing marks decompose to combining ones; they are left to the patterns.
        if len(plain) == 1 and plain != char and not unicodedata.combining(plain):
            table[char] = plain
    table |= _RADICALS
    for family in _FAMILIES:
        table |= dict.fromkeys(family[1:], family[0])
    return table


def _any_of(characters: Iterable[str]) -> str:
    """Return a pattern of one of the characters: of their ranges, since it compiles faster than of each."""
    ranges: list[list[str]] = []
    for char in sorted(characters):
        if ranges and ord(char) == ord(ranges[-1][1]) + 1:
            ranges[-1][1] = char
        else:
            ranges.append([char, char])
    return "[" + "".join(f"{low}-{high}" for low, high in ranges) + "]"


_TABLE: Final = _table()
# `このたび，本学`, `5月1日, 当社`, `確認しました．`: what parts a sentence.
# Not: `１，２３４名`, `１．概要`, `ア．概要`.
_COMMA: Final = shape(r"，(?<!\d，)|,(?<=[ぁ-んァ-ヶー一-龥々）」],)")
_STOP: Final = shape(r"．(?<=[^\s][ぁ-ん）」]．)(?!\d)|．(?<=[^\s][ァ-ヶー一-龥々]．)(?=\s|\Z)")
_FOLDED: Final = shape(_any_of(_TABLE))


def fold(text: str) -> str:
    r"""Return the folded twin of `text`: same length, code point for code point.

    A CR before an LF becomes a blank, a lone CR a line break.

    >>> fold("１，４９９，３００人分〜Ⅱ①１")
    '1,499,300人分~Ⅱ①1'
    >>> fold("このたび，１，２３４名の氏名が漏えいしました．")
    'このたび、1,234名の氏名が漏えいしました。'
    >>> len(fold("⽉\r\n㈱")) == len("⽉\r\n㈱")
    True
    """
    folded = text
    if "，" in text or "," in text:
        folded = _COMMA.sub("、", folded)
    if "．" in text:
        folded = _STOP.sub("。", folded)
    # A text has few characters that are folded, and fewer kinds: replacing each kind where the first of it is found
    # is many times as fast as asking a table for every character.
    at = 0
    while found := _FOLDED.search(folded, at):
        folded = folded.replace(found[0], _TABLE[found[0]])
        at = found.end()
    if "\r" in folded:
        folded = folded.replace("\r\n", " \n").replace("\r", "\n")
    return folded
