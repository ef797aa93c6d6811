"""What names the rows of a table and their figures: | 学校名 | 生徒数 |. Whose data, and how many; no data."""

from typing import Final

from extract.find.items.words import Word
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["names_rows"]

# The data that are the name of a body of people.
_BODIES: Final = frozenset({"school", "company_name", "department", "other", "service_usage"})
# The head of the column of names: 学校名, 対象施設, 会員種別. Not 学校名・学年, which are data.
_NAMES: Final = shape(
    r"(?:対象|該当|発注|委託)?の?(?:学校|校|園|施設|店舗|部署|会社|企業|法人|団体|自治体|市町村|事業所|営業所|医療機関|病院|拠点|組織|機関)"
    r"(?:名称?|等)?|(?:会員|顧客|お客様|対象|情報)?の?(?:種別|区分|分類)"
)
# The head of a column of figures, and a cell of one.
_FIGURES: Final = shape(r"[^|]{0,16}(?:[人件名社校者総台]数|人員|数量|内訳|合計|総計|計|\([人件名]\))")
_FIGURE: Final = shape(r"(?:約|計|最大)? {0,2}\d[\d,]* {0,2}(?:[人件名台通社校]|世帯|アカウント)?分?")
# | 人数 | 120名 |, 人数(延べ):120名: how many they are.
_HOW_MANY: Final = shape(
    r"(?:人数|数量)(?:\([^()\n]{1,12}\))? {0,3}[|:は]{0,2}[ \n]{0,3}(?:(?:約|計|最大|合計|延べ|およそ) {0,2}){0,2}\d"
)
# 種別:採用応募者情報: what a group is called.
_KIND: Final = shape(r"(?:種別|区分|分類)[】\])]? ?: ?$")
_KIND_REACH: Final = 8
# The top of a table whose bars are lost: 学校名 総数.
_FLAT: Final = shape(rf"(?:{_NAMES.pattern}) +{_FIGURES.pattern}")


def names_rows(document: Document, word: Word) -> bool:
    """Whether a word is a name in a column of names, or its head, in a table of figures; or labels a figure."""
    if _HOW_MANY.match(document.folded, word.start):
        return True
    if _KIND.search(document.folded, max(0, word.start - _KIND_REACH), word.start):
        return True
    if word.code not in _BODIES:
        return False
    index = document.line_index(word.start)
    line = document.lines[index]
    if line.kind != "row":
        return line.body == word.start and _FLAT.match(document.folded, line.body, line.right) is not None
    tables = document.tables
    head = tables.head(index, word.start) or tables.cells(index)[tables.column(index, word.start)]
    return _NAMES.fullmatch(head) is not None and _has_figures(document, index)


def _has_figures(document: Document, index: int) -> bool:
    """Whether a table has a column of figures, by its heads or in this row or the next."""
    tables = document.tables
    heads = tables.cells(tables.top(index))
    if any(_FIGURES.fullmatch(cell) for cell in heads):
        return True
    rows = [row for row in range(index, index + 3) if row < len(document.lines) and document.lines[row].kind == "row"]
    return any(_FIGURE.fullmatch(cell) for row in rows for cell in tables.cells(row))
