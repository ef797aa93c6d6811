"""Lines of a list of data that hold no known word: what they name is data, since all around it is."""

from collections.abc import Sequence, Set
from typing import Final

from extract.find.items.forms import unknown_item
from extract.find.items.leak_contexts import Settings
from extract.find.items.runs import LONGEST_GAP
from extract.mention import Item
from extract.text.document import Document, Line
from extract.text.lines import is_entry
from extract.text.shape import shape

__all__ = ["find_unknown_lines"]

# (3) 船籍港, 3. 船籍港, ③船籍港: how a line of a list opens.
_OPENING: Final = shape(r"(?:\(?[0-9]{1,2}[).]|[①-⑳]|・)? *")
# その他の情報:船籍港、総トン数: a label before the things on a line. Not 対象期間:4月1日.
_LABELLED: Final = shape(r"[^、。:|]{0,16}(?:情報|データ|項目|内容|履歴)(?:等|など)?:")
# 船籍港、総トン数 / 船籍港(※1): what parts the things on a line, and where the first one ends.
_BETWEEN: Final = shape(r" *(?:[、・/|(]|,(?!\d)|(?<=.)$)")
# 船籍港・・・1,200件, 船籍港:約30件: how many there are, and nothing that leaked.
_COUNTED: Final = shape(r"[ :・…]*(?:約|計|合計|最大|延べ)?[0-9][0-9,]{0,12} ?(?:件|名|人|社|通)(?:分|様)?$")
_LONGEST_COUNT: Final = 24
# 従業員の以下の情報: parts what follows it from what stands before.
_LEADS: Final = shape(r"以下|下記|次の(?:情報|項目|とおり|通り)")
_LEAD: Final = 60
# 対象人数:97名, 漏えい件数:最大890件, 人数 97名, 判明日時: a figure's label, or the incident's. Not: 受診日.
_FIGURES: Final = shape(
    r"[^、:(]{0,24}(?:(?:件数|人数|数量|規模)(?:\([^()\n]{1,12}\))?|期間|対象者?|総数|合計|総計|累計|小計|内訳|計"
    r"|(?:判明|発覚|発生|確認|検知|認知|公表|報告|通知|対応|対象|漏|流出|侵入|攻撃|被害)[^、:(]{0,6}日時?|(?<![一-龥])日時?)"
    r"(?: ?[:は]|$| +(?:約|計|合計|最大|延べ)?\d)"
)
# 船籍港(※1)・・・, 船籍港(2020年度分), 船籍港(※)・・・調査中: nothing more is said of it after the bracket.
_CLOSES: Final = shape(r"[^()]{0,60}\)(?:[ ・…。、]*|[ ・…:]{1,4}[^、。()]{0,12}(?:調査|精査|確認|集計)中[。)]*)")
# Kinds of data that any list may name, of things that did not leak too.
_COMMON: Final = frozenset({"other", "log", "message", "file", "credential", "device", "cookie", "service_usage"})


def find_unknown_lines(document: Document, settings: Settings, listed: Sequence[int], told: Set[int]) -> list[Item]:
    """Return what the lines of lists of data name, where all of such a line is nouns that no lexicon knows.

    `told` are the sentences in which items were found, `listed` those of them that are lines of data.

    - 氏名 / - 船籍港 / - 住所: between two lines of data it is data, whatever it is; after the last only where it
    names data of a kind of its own. Under a heading that announces a list of data, any line is.
    """
    found: list[Item] = []
    known = set(listed)
    announced = _announced(document, settings)
    done = 0
    # Behind a line of data only a line that holds none may name some.
    coming = sorted({*known, *announced}) if announced else [index for index in listed if index + 1 not in told]
    for index in coming:
        block = _block(document, settings, index) if index >= done else range(0)
        if not block:
            continue
        done = block.stop
        unknown = {line: _unknown_line(document, line) for line in block if line not in told}
        if (index in announced or settings.introduced(block.start)) and _is_list(document, block, unknown, told):
            for items in unknown.values():
                found += items
        else:
            for line in block:
                if line in known:
                    found += _after(line, block, unknown, known)
    return found


def _announced(document: Document, settings: Settings) -> set[int]:
    """Return the sentences under headings that announce a list of data."""
    return {
        index
        for start, end in settings.listings()
        for index in range(document.sentence_index(start) + 1, document.sentence_index(end - 1) + 1)
    }


def _block(document: Document, settings: Settings, index: int) -> range:
    """Return the sentences around this one that are each a whole line of its kind: bullets, rows, numbered lines."""
    kind = _kind(document, settings, index)
    start, stop = index, index + (kind != "")
    while kind and start and _kind(document, settings, start - 1) == kind:
        start -= 1
    while kind and stop < len(document.sentences) and _kind(document, settings, stop) == kind:
        stop += 1
    return range(start, stop)


def _kind(document: Document, settings: Settings, index: int) -> str:
    """Return the kind of line that this sentence is the whole of, where it can be one of a list."""
    sentence = document.sentences[index]
    line = document.line_at(sentence.start)
    if line.right != sentence.end or _LEADS.search(document.folded, line.body, min(line.right, line.body + _LEAD)):
        return ""
    return line.kind if _opens(document, line) and not settings.heads(*sentence) else ""


def _opens(document: Document, line: Line) -> bool:
    """Whether a line can be one of a list; plain lines are only where they are numbered."""
    return line.kind == "row" or is_entry(document.folded, line)


def _is_list(document: Document, block: range, unknown: dict[int, list[Item]], told: Set[int]) -> bool:
    """Whether all lines of a block name data, and not only things that could be anything."""
    if document.line_at(document.sentences[block.start].start).kind == "row" or not all(unknown.values()):
        return False
    # 従業員情報 / 氏名、住所: the last line is a label of what follows it.
    if block.stop in told and block[-1] in unknown:
        return False
    return any(index in told for index in block) or any(
        item.category != "other" for items in unknown.values() for item in items
    )


def _after(index: int, block: range, unknown: dict[int, list[Item]], known: Set[int]) -> list[Item]:
    """Return what the lines right after a line of data name: all of it where another line of data follows."""
    found: list[Item] = []
    for coming in range(index + 1, min(block.stop, index + LONGEST_GAP + 1)):
        if not unknown.get(coming):
            return found if coming in known else [item for item in found if item.category not in _COMMON]
        found += unknown[coming]
    return [item for item in found if item.category not in _COMMON]


def _unknown_line(document: Document, index: int) -> list[Item]:
    """Return what a line names, where it names things and says nothing."""
    line = document.line_at(document.sentences[index].start)
    folded = document.folded
    opening = _OPENING.match(folded, line.body, line.right)
    at = line.body if opening is None else opening.end()
    right = line.right
    if _FIGURES.match(folded, at, right):
        return []
    label = _LABELLED.match(folded, at, right)
    if label is not None:
        at = label.end()
    counted = _COUNTED.search(folded, max(at, right - _LONGEST_COUNT), right)
    if counted is not None:
        right = counted.start()
    found: list[Item] = []
    for mark in _BETWEEN.finditer(folded, at, right):
        item = unknown_item(folded, at, mark.start())
        if item is None:
            return []
        found.append(item)
        at = mark.end()
        if folded[mark.start() : at].endswith("("):
            return found if _CLOSES.fullmatch(folded, at, right) else []
        if line.kind == "row":
            break
    return found
