"""Organisations by the form of their names: `サンプル株式会社`, `○○県△△市`, `学校法人□□学園`."""

from typing import Final

from extract.lexicon import alternation, words
from extract.text.shape import shape

__all__ = ["has_form", "is_organization", "speaker", "split_organization"]

_LONGEST: Final = 90
_FORMS: Final = words("organization", "form")
_ENDINGS: Final = words("organization", "ending")
_COMMON: Final = words("organization", "common")
# What no name holds; nor does it call itself, be addressed, or begin with a caption's bracket.
_ALIEN: Final = shape(
    rf"{alternation('organization', 'alien')}|^[※*]|被害(?!者)|[様殿はが]$|より$|宛て?$|^[【\[]"
    r"|(?:^| )[当弊本](?:社|学|院|会|校|市|財団|法人|グループ)(?!園|医)"
)
# A bracket at the end: `サンプル市(教育委員会)`.
_BRACKET: Final = shape(r" ?\([^()]*\)$")
# The bracket after the name of who speaks, `(以下「当社」)`, `(本社:…、以下、弊社という)`; and the name.
# Not: `(以下「同社」)`, `(以下「サンプル」)`.
_SPEAKS: Final = shape(
    rf"\([^()\n]{{0,100}}?(?:以下|以降)[、,はを]? ?"
    rf"[「『\"]?{alternation('organization', 'self')}[」』\"]?[^()\n]{{0,30}}\)"
)
# The bracket after the name that a text opens with, `(本社:見本県、代表取締役社長:…)は`; not a desk's `(本社:見本県)`.
_SEATED: Final = shape(
    r"\([^()\n]{0,60}?(?:本社|本店|所在地|代表|社長|理事長|会長|学長|院長)[^()\n]{0,80}\) ?(?=[はがでにの])"
)
# 調査は|見本株式会社, 出版を手がける|見本社: more than a name. Not 株式会社はなみほん.
_CLAUSE: Final = shape("を|[^ぁ-ん]は[^ぁ-ん]")
_BEFORE: Final = shape(r"[^\s、。()「」『』]{1,40}$")
# `このたび` before the name of the speaker belongs to the sentence.
_LEAD: Final = shape(r"(?:この(?:たび|度)|今般|今回|先般|私ども|\d.*[年月日]に|(?:運営元|運営会社|開発元|販売元)の)")
# `会社名 サンプル株式会社`, `発信者:サンプル市`.
_FIELD: Final = shape(
    r"(?:会 *社 *名|社 *名|法 *人 *名|団 *体 *名|商 *号|発 *[信表行] *者?|上場会社名|organization|company)"
    r"(?: *[:/] *| +)"
)
# What follows the name on its line: `サンプル株式会社 代表取締役 見本太郎`, `見本市長 見本太郎`,
# `サンプル組合からのお知らせ`.
_FOLLOWS: Final = shape(
    rf"(?<! ) ++{alternation('organization', 'officer')}.*$|からのお知らせ$"
    r"|(?<=[社所院会園学])(?:代表取締役|代表理事|取締役社長).*$"
    r"|(?<=[都道府県市区町村])(?:長|知事)(?= |$).*$"
)


def is_organization(line: str) -> bool:
    """Whether a line's folded words are one name, or several, and nothing else.

    >>> is_organization("サンプル株式会社"), is_organization("見本市"), is_organization("サンプル社の障害について")
    (True, True, False)
    """
    if not line or len(line) > _LONGEST or line.count("(") != line.count(")") or _ALIEN.search(line):
        return False
    if has_form(line):
        return True
    return any(
        name.endswith(_ENDINGS) and not name.endswith(_COMMON)
        for name in (line, _BRACKET.sub("", line))
        if len(name) > 1
    )


def has_form(line: str) -> bool:
    """Whether a name carries its legal form: `サンプル株式会社`; not `総務課`, `見本市`."""
    return any(form in line for form in _FORMS)


def split_organization(line: str) -> tuple[int, int]:
    """Return the name's place in a line of a letterhead: without its label before and the officer after it.

    >>> split_organization("会社名 サンプル株式会社 代表取締役 見本太郎")
    (4, 12)
    """
    field = _FIELD.match(line)
    start = field.end() if field else 0
    follows = _FOLLOWS.search(line, start + 1)
    return start, start + len(line[start : follows.start() if follows else len(line)].rstrip())


def speaker(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Find who speaks within `start:end`: whom a bracket makes `当社`, or who opens the text with seat and president.

    >>> speaker("このたび、サンプル株式会社(以下「当社」)は", 0, 24)
    (5, 13)
    >>> speaker("サンプル株式会社(本社:見本市、社長:見本太郎)は", 0, 26)
    (0, 8)
    """
    for pattern in (_SPEAKS, _SEATED):
        bracket = pattern.search(folded, start, end)
        name = bracket and _BEFORE.search(folded, max(start, bracket.start() - 40), bracket.start())
        if not name:
            continue
        lead = _LEAD.match(folded, *name.span())
        low, high = lead.end() if lead else name.start(), name.end()
        opens = not folded[start:low].strip(" \n、") or _LEAD.fullmatch(folded[start:low].strip(" \n、"))
        if is_organization(folded[low:high]) and (pattern is _SPEAKS or (opens and not _CLAUSE.search(name[0]))):
            return low, high
    return None
