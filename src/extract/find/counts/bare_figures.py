"""Figures whose unit stands elsewhere: in the head of their column, list or line, or in a caption.

`|区分|人数|` over `|会員|1,204|`; `対象件数: 1,204`; `内訳(単位:人)` over `会員 1,204`. The number alone, with
its modifiers, is the mention.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from extract import lexicon
from extract.find.numerals import NUMBER
from extract.mention import Span
from extract.text.document import Document, Line
from extract.text.folding import fold
from extract.text.shape import shape

__all__ = ["BareFigure", "find_bare_figures"]


class BareFigure(NamedTuple):
    """A number without a unit, and the place and the words of the unit that another place gives it."""

    number: Span
    unit: str


# 対象者数, お客様数, 従業員数 count people; 件数, 人数, 校数 name their unit.
_PERSON: Final = r"者|員|様|客|生徒|学生|児童"
# A number that stands alone: at its end come a blank, a bracket, a mark, or nothing. Not: 2025年, 3月, 12-34, 1.2;
# nor a 〇 that ticks a cell.
_ALONE: Final = (
    rf"(?!〇(?:[ ()※|\n]|$))(?P<number>{NUMBER})"
    r"(?=余|以上|以下|未満|超|程度|弱|強|[ 。、()※*<|\n]|$)(?! ?[年月日時分回%円])"
)
_LEAD: Final = r"(?:(?:約|およそ|最大|延べ|のべ|合?計|総計)で?約? ?)?+"
_CELL: Final = shape(rf" *+(?:\*\*)?{_LEAD}{_ALONE}(?:\*\*)?[^|0-9]{{0,24}}$")
_LINE_END: Final = shape(rf"(?:^|[: ・]){_LEAD}{_ALONE} *(?:\([^()\n]*\)|※[0-9]*)? *$")
_WHOLE_LINE: Final = shape(rf"[ ・*-]*+{_LEAD}{_ALONE} *(?:\([^()\n]*\)|※[0-9]*)? *$")
# 8,000件, at the end of a line.
_UNITED: Final = shape(r"[0-9] {0,2}[^0-9\s]{1,4}$")
# A list under a head with a unit goes on for no more lines than this, each no longer than that; a table that
# lost its bars has one cell a line.
_LONGEST_LIST: Final = 60
_LONGEST_ENTRY: Final = 40


class _Heads(NamedTuple):
    #: The unit at the end of the words before 数.
    counted: re.Pattern[str]
    #: `(件)`, `(単位:人)`, `単位: 人`.
    bracketed: re.Pattern[str]
    label: re.Pattern[str]


@cache
def _heads() -> _Heads:
    lists = lexicon.entries("units").values()
    words = sorted({fold(word) for each in lists for word in (*each["words"], *each["nouns"])}, key=len, reverse=True)
    units = "|".join(re.escape(word) for word in words)
    return _Heads(
        shape(rf"(?:(?P<unit>{units})|(?:{_PERSON}))$"),
        shape(rf"[(単](?:位|単位)? ?:? ?(?P<unit>{units})(?=\)|[ :]*$)"),
        # 対象件数: 1,204; 該当者数は約300. Not: 件数は12件, 会員数の3割.
        shape(rf"(?P<head>数)(?:\([^()\n]{{0,12}}\))? ?(?:[:は] ?| )約?{_ALONE}(?! ?(?:{units}))"),
    )


# A head at the end of a line or a cell: ■対象件数, お客様数:, 漏えい(人), (単位:件).
_HEAD_END: Final = r"[:\])】》≫> *※0-9]*$"
_COUNT_HEAD: Final = shape(rf"(?m)(?P<head>数)(?:\([^()\n]{{0,12}}\))?{_HEAD_END}")
_UNIT: Final = rf"[ :]*[^()\s:]{{1,8}}\)?){_HEAD_END}"
_UNIT_HEAD: Final = shape(rf"(?m)(?P<head>[(単](?:単位|位)?{_UNIT}")
# The same, for the text as a whole: where all matches begin with one letter, that letter is found at once.
_BRACKETED_HEAD: Final = shape(rf"(?m)(?P<head>\((?:単位|位)?{_UNIT}")
_UNITED_HEAD: Final = shape(rf"(?m)(?P<head>単(?<!\(単)(?:単位|位)?{_UNIT}")
_LONGEST_UNIT: Final = 8


def find_bare_figures(document: Document, body: int) -> list[BareFigure]:
    """Return the figures of the body whose unit stands elsewhere, in the text's order."""
    found = [*_of_labels(document, body), *_of_lists(document, body), *_of_tables(document, body)]
    return sorted(dict.fromkeys(found)) if found else found


def _counted(document: Document, head: re.Match[str]) -> str | None:
    """Return what the 数 of a head counts: 件 of 件数, 人 of 対象者数, 名 of 会員数(名); None for 点数."""
    start, end = head.span("head")
    bracketed = _heads().bracketed.match(document.folded, end)
    if bracketed:
        return bracketed["unit"]
    match = _heads().counted.search(document.folded, max(0, start - _LONGEST_UNIT), start)
    return match and (match["unit"] or "人")


def _bracketed(document: Document, head: re.Match[str]) -> str | None:
    """Return the unit that a head gives in a bracket; None where the bracket holds something else."""
    match = _heads().bracketed.match(document.folded, *head.span("head"))
    return match and match["unit"]


def _of_labels(document: Document, body: int) -> Iterator[BareFigure]:
    for match in _heads().label.finditer(document.folded, body) if "数" in document.folded else ():
        unit = _counted(document, match)
        if unit:
            yield BareFigure(match.span("number"), unit)


def _of_lists(document: Document, body: int) -> Iterator[BareFigure]:
    """Numbers at the end of the lines below a head with a unit: a list, or one number alone."""
    folded = document.folded
    # Under 対象件数 only a number alone is sure to count; under (単位:件) every line of the list does.
    for sign, pattern, unit_of, number_of in (
        ("数", _COUNT_HEAD, _counted, _WHOLE_LINE.match),
        ("(", _BRACKETED_HEAD, _bracketed, _LINE_END.search),
        ("単", _UNITED_HEAD, _bracketed, _LINE_END.search),
    ):
        for head in pattern.finditer(folded, body) if sign in folded else ():
            unit = unit_of(document, head)
            at = document.line_index(head.start())
            if unit is None or document.lines[at].kind == "row":
                continue
            figures: list[BareFigure] = []
            for line in document.lines[at + 1 : at + 1 + _LONGEST_LIST]:
                if line.kind not in ("text", "bullet", "blank") or line.right - line.left > _LONGEST_ENTRY:
                    break
                match = number_of(folded, line.body, line.right)
                if match:
                    figures.append(BareFigure(match.span("number"), unit))
                elif folded[line.body : line.right].endswith("。"):
                    break
                elif (
                    figures
                    and sign == "数"
                    and folded.endswith(unit, line.body, line.right)
                    and _UNITED.search(folded, line.body, line.right)
                ):
                    # Where the figures of a table that lost its bars have their unit, the bare ones number its rows.
                    figures.clear()
                    break
            yield from figures


def _of_tables(document: Document, body: int) -> Iterator[BareFigure]:
    """Cells with a number alone, in columns whose head, or whose table's caption, gives the unit."""
    lines, folded = document.lines, document.folded
    if "|" not in folded:
        return
    units: dict[int, str] = {}
    inside = False
    for index in range(max(0, document.line_index(body)), len(lines)):
        line = lines[index]
        if line.kind == "rule":
            continue
        if line.kind != "row":
            inside = False
            continue
        cells = _cells(folded, line)
        if not inside:
            inside, units = True, dict(_column_units(document, cells, _caption(document, index)))
            continue
        for column in units:
            if column < len(cells):
                start, end = cells[column]
                match = _CELL.match(folded, start, end)
                if match:
                    yield BareFigure(match.span("number"), units[column])


def _cells(folded: str, line: Line) -> list[Span]:
    cells: list[Span] = []
    at = line.body
    while at < line.right:
        end = folded.find("|", at, line.right)
        end = line.right if end < 0 else end
        cells.append((at, end))
        at = end + 1
    return cells


def _head_unit(document: Document, start: int, end: int) -> str | None:
    """Return the unit that the words of a head give, the bracket before the noun: 人数(件) counts 件."""
    for pattern, unit_of in ((_UNIT_HEAD, _bracketed), (_COUNT_HEAD, _counted)):
        for head in pattern.finditer(document.folded, start, end):
            unit = unit_of(document, head)
            if unit:
                return unit
    return None


def _caption(document: Document, index: int) -> str | None:
    """Return the unit that the last line of words before a table gives for all of it: (単位:人)."""
    for line in reversed(document.lines[max(0, index - 2) : index]):
        if line.kind != "blank":
            head = _UNIT_HEAD.search(document.folded, line.body, line.right)
            return _bracketed(document, head) if head else None
    return None


def _column_units(document: Document, cells: Sequence[Span], caption: str | None) -> Iterator[tuple[int, str]]:
    for column, (start, end) in enumerate(cells):
        unit = _head_unit(document, start, end) or (caption if column else None)
        if unit:
            yield column, unit
