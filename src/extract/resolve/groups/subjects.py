"""Whose data: the people that a group's count counts, in the release's words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from extract.lexicon import entries
from extract.mention import Count, Item, Section, Span
from extract.resolve.groups.outline import Outline
from extract.text.document import Document
from extract.text.folding import fold

__all__ = ["Subjects"]

# A subject longer than this is a sentence; it also bounds the work.
_REACH: Final = 60
# Enclosing places that are looked at for a subject: bullet, lead, heading, heading above.
_CLIMB: Final = 5

# The release's opening says in so many sentences whose data it is about.
_OPENING: Final = 20

# Where a noun phrase begins: after a mark, a comma, the topic は, a label's colon, an opening bracket.
_BOUNDARY: Final = re.compile(
    r"[。:|\n「『\[(【】■◆●○①-⒇・※*、,]|(?:時点で|現在|このたび|この度)|(?:には|では|とは|は)(?![がんい])|(?:について|のうち|として|により|による|において|ところ|に対し)"
)
# 等, など, 様 and a bracket belong to the noun that they follow.
_TAIL: Final = re.compile(
    r"(?:様|さま|さん|等|など|ら|の方々|の皆様|の皆さま|の方|方々|各位)*(?:\([^()\n]{1,30}\))?(?:様|等)?"
)
_MARKS: Final = " -+>*・|:()（）"
# A label before a count stands after these; 令和5年度 and the like stay with it.
_LABEL_START: Final = re.compile(r"[。:|\n、,【】「」『』]|^[①-⑳]|^\(?[0-9]{1,2}[.)]")
_LABEL_END: Final = re.compile(r"(?:[\s:・…※-]|\((?:※\)?)?)*$")
# Says what is counted, or nothing of whose it is.
_GENERIC: Final = re.compile(
    r"[0-9] ?(?:件|名|人)|件数|人数|総数|合計|総計|情報|データ|項目|内容|概要|可能性|おそれ|漏|流出|対象|影響|経緯|状況"
    r"|について|以下|下記|最大|調査|結果|原因|確認|数$|^計$|^(?:約|のべ|延べ|うち|内)$|[。をにがはでと]$"
)

# お客様[の情報], 従業員[に関する個人情報].
_OF_DATA: Final = re.compile(
    r"(?:の|に(?:関する|係る|関わる))?(?:一部の?)?(?:個人|登録|会員|顧客|契約|機密|重要)?(?:情報|データ)"
)

_BRACKET: Final = re.compile(r"\([^()\n]{0,40}\)|「[^「」\n]{0,40}」|『[^『』\n]{0,40}』")
# 役職員(退職者を含む)[および]家族.
_JOINS: Final = re.compile(
    r"(?:\([^()\n]{0,40}\))?(?:等|様|さま)?(?:及び|および|並びに|ならびに|と|や|・|、)(?:その|ご|お)?"
)
# [漏えいした可能性のある]お客様, [そのおそれのある]従業員: how sure it is, not whose.
_TALK: Final = re.compile(
    r"[^、。(]{0,16}?(?:可能性|おそれ|恐れ)[のが](?:ある|あった)|(?:漏えい|漏洩|流出)(?:した|等)?"
)
# (1) ① ア. 2) before a subject are not its words.
_ENUMERATOR: Final = re.compile(
    r"[ \-+>*・|:()]*+(?:(?:[0-9一-十ア-ンa-z]{1,2}[).、]|[①-⒇❶-❿]|[ア-ン] )[ \-+>*・|:(]*+)?"
)

# What is left of the words before: [が]管理する会員, [および]家族.
_PARTICLE: Final = re.compile(r"(?:(?:及び|および|並びに|ならびに|[がをにはとやも])(?![あ-ん]))?[ ]*")

_Found = tuple[Span, str]


@cache
def _heads() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return one pattern for all nouns that name people, the longest first, and each one's kind."""
    kinds = {fold(word): kind for kind, lists in entries("subjects").items() for word in lists["words"]}
    words = sorted(kinds, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, words))), kinds


class Subjects:
    """Finds the subject of a group from the words around its count, its row, and the places around it."""

    def __init__(
        self,
        document: Document,
        sections: Sequence[Section],
        counts: Sequence[Count],
        items: Sequence[Item],
        outline: Outline,
    ) -> None:
        self._document = document
        self._folded = document.folded
        self._sections = sections
        self._counts = counts
        self._items = items
        self._outline = outline
        self._section_starts = [section.span[0] for section in sections]
        self._taken = sorted([count.span for count in counts] + [item.span for item in items])

    def of(self, count: int | None, items: tuple[int, ...]) -> tuple[Span | None, str | None]:
        """Return the subject's span and kind, or None twice.

        The cells of the group's row, or the words around its count (or before its first item) are looked
        at first, then the bullet, lead and heading that the group stands under.
        """
        anchor = self._counts[count].span if count is not None else self._items[items[0]].span
        if self._document.line_at(anchor[0]).kind == "row":
            near = self._of_row(anchor)
        else:
            near = self._of_sentence(anchor, count is not None)
        if near is not None and near[1] != "anyone":
            return _coded(near)
        found = self._of_places(anchor) or near or self._of_text_before(anchor)
        return _coded(found) if found is not None else (None, None)

    def names_people(self, low: int, high: int) -> bool:
        """Whether a noun that names people stands between two offsets."""
        return _heads()[0].search(self._folded, low, high) is not None

    def kind_before(self, low: int, high: int) -> str | None:
        """Return the kind of people to whom what follows belongs ([従業員の]旅券番号), or None."""
        pattern, kinds = _heads()
        for head in pattern.finditer(self._folded, low, high):
            tail = _TAIL.match(self._folded, head.end(), high)
            if self._folded.startswith(("の", "に関する"), tail.end() if tail else head.end()):
                kind = kinds[head[0]]
                return None if kind in ("other", "anyone") else kind
        return None

    def kind_of_run(self, item: int) -> str | None:
        """Return the kind of the people named before an item in its sentence, or None."""
        found = self._of_sentence(self._items[item].span, counted=False)
        return None if found is None or found[1] in ("other", "anyone") else found[1]

    def of_data(self, low: int, high: int) -> tuple[Span, str] | None:
        """Return the people whose data a sentence speaks of: [お客様及びお取引先様]に関する情報, or None."""
        pattern, kinds = _heads()
        for head in pattern.finditer(self._folded, low, high):
            tail = _TAIL.match(self._folded, head.end(), high)
            end = tail.end() if tail else head.end()
            if kinds[head[0]] not in ("other", "anyone") and _OF_DATA.match(self._folded, end, high):
                found = self._phrase(low, end, last=True)
                return _coded(found) if found is not None else None
        return None

    def named(self, item: int) -> str:
        """Return the words for the people of an uncounted item: its line, bullet or heading; else an empty string."""
        anchor = self._items[item].span
        if self._document.line_at(anchor[0]).kind == "row":
            found = self._of_row(anchor)
        else:
            found = self._of_sentence(anchor, counted=False) or self._of_places(anchor)
        if found is None or found[1] in ("other", "anyone"):
            return ""
        return self._folded[found[0][0] : found[0][1]]

    def heading_of(self, item: int) -> str:
        """Return the people whose line, bullet or heading an item stands under, or an empty string."""
        anchor = self._items[item].span[0]
        for low, high in self._above(anchor):
            found = self._phrase(low, high, last=True)
            if found is not None and found[1] not in ("other", "anyone"):
                return self._folded[found[0][0] : found[0][1]]
        return ""

    def labels_of(self, item: int) -> list[str]:
        """Return the words that an item stands under: those before it on its line, and its bullet's or heading's."""
        labels = (self._folded[low:high].strip(_MARKS) for low, high in self._above(self._items[item].span[0]))
        return [label for label in labels if label]

    def _above(self, anchor: int) -> Iterator[Span]:
        """Yield the words before an item on its line, and those of the line or heading above it."""
        line = self._document.line_at(anchor)
        place = self._outline.nodes[self._outline.node_at(line.start)]
        yield max(line.body, place.start), anchor
        if place.parent:
            above = self._outline.nodes[place.parent]
            heading = self._sections[above.section].heading_span if above.kind == "section" else None
            under = self._document.line_at(above.start)
            low, high = heading or (max(above.start, under.body), under.right)
            yield low, min(high, low + 2 * _REACH)

    def _of_row(self, anchor: Span) -> _Found | None:
        """The people in the count's own cell, else the first cell that holds neither a count nor items.

        A blank one repeats the cell above it.
        """
        index = self._document.line_index(anchor[0])
        cell_start = self._folded.rfind("|", self._document.lines[index].start, anchor[0]) + 1
        own = self._phrase(max(cell_start, anchor[0] - _REACH), anchor[0], last=True)
        if own is not None and own[1] not in ("other", "anyone"):
            return own
        for above in range(index, max(-1, index - _CLIMB), -1):
            row = self._document.lines[above]
            if row.kind != "row":
                break
            at, first = row.body, None
            while at < row.right:
                bar = self._folded.find("|", at, row.right)
                end = row.right if bar < 0 else bar
                if not self._holds_mention(at, end):
                    cell = self._whole(at, end)
                    if cell is not None and cell[1] not in ("other", "anyone"):
                        return cell
                    first = first or cell
                at = end + 1
            if first is not None:
                return first
        return None

    def _of_sentence(self, anchor: Span, counted: bool) -> _Found | None:
        """The noun phrase before the count (お客様 8,257 名), else after it (8,257名のお客様), else a bare label."""
        line = self._document.line_at(anchor[0])
        sentence = self._document.sentence_at(anchor[0])
        first = max(sentence.start, line.body, anchor[0] - _REACH)
        found = self._phrase(first, anchor[0], last=True)
        if found is None and counted and self._folded[anchor[1] : anchor[1] + 1] in "の、":
            found = self._phrase(anchor[1] + 1, min(sentence.end, anchor[1] + _REACH), last=False)
        if found is None and counted:
            found = self._label(first, anchor[0])
        return found

    def _of_places(self, anchor: Span) -> _Found | None:
        """The bullet, lead, heading, heading above: the first that names people, else the nearest heading's words."""
        node: int | None = self._outline.node_at(anchor[0])
        spare: _Found | None = None
        for _ in range(_CLIMB):
            node = self._outline.nodes[node].parent if node else None
            if node is None or node == 0:
                break
            place = self._outline.nodes[node]
            if place.kind == "table":
                continue
            if place.kind == "section":
                heading = self._sections[place.section].heading_span
                if heading is None:
                    continue
                low, high = heading[0], min(heading[1], heading[0] + 2 * _REACH)
            else:
                under = self._document.line_at(place.start)
                low, high = max(place.start, under.body), min(under.right, place.start + 2 * _REACH)
            found = self._phrase(low, high, last=True)
            if found is not None and found[1] != "anyone":
                return found
            spare = spare or found or (self._label(low, high) if place.kind == "section" else None)
        return spare

    def _of_text_before(self, anchor: Span) -> _Found | None:
        """The people named last in the sentences before, in the section; else those of the release's opening."""
        sentences = self._document.sentences
        index = self._document.sentence_index(anchor[0])
        section = self._sections[bisect_right(self._section_starts, anchor[0]) - 1]
        near = [
            at for at in range(index - 1, max(-1, index - 1 - _CLIMB), -1) if sentences[at].start >= section.span[0]
        ]
        opening = range(min(len(sentences), _OPENING))
        for at in (*near, *opening):
            low, high = sentences[at].start, min(sentences[at].end, sentences[at].start + 4 * _REACH)
            if "情報" in self._folded[low:high] or "データ" in self._folded[low:high]:
                found = self._phrase(low, high, last=False)
                if found is not None and found[1] not in ("other", "anyone"):
                    return found
        return None

    def _holds_mention(self, low: int, high: int) -> bool:
        at = bisect_left(self._taken, (low, low))
        return at < len(self._taken) and self._taken[at][0] < high

    def _whole(self, low: int, high: int) -> _Found | None:
        """A cell or label as it stands, its kind by the last noun in it that names people."""
        words = self._folded[low:high]
        low += len(words) - len(words.lstrip())
        high = low + len(words.strip())
        if not low < high or high - low > 2 * _REACH:
            return None
        found = self._phrase(low, high, last=True)
        return (low, high), found[1] if found else "other"

    def _label(self, low: int, high: int) -> _Found | None:
        """The words before a count as they stand, unless they say only what is counted: 件数:, 合計."""
        words = self._folded[low:high]
        cut = max((boundary.end() for boundary in _LABEL_START.finditer(words)), default=0)
        words = _LABEL_END.sub("", words[cut:])
        start = low + cut + len(words) - len(words.lstrip(_MARKS))
        words = words.lstrip(_MARKS)
        if len(words) < 2 or words.startswith("※") or "→" in words or _GENERIC.search(words):
            return None
        return (start, start + len(words)), "other"

    def _phrase(self, low: int, high: int, *, last: bool) -> _Found | None:
        """The noun phrase around the last (or first) noun that names people between two offsets."""
        pattern, kinds = _heads()
        # 役職員(退職者を含む)および家族: what stands in a closed bracket is no head, and bounds nothing.
        closed = [bracket.span() for bracket in _BRACKET.finditer(self._folded, low, high)]
        heads = [
            head
            for head in pattern.finditer(self._folded, low, high)
            if not any(start < head.start() < end for start, end in closed)
        ]
        if not heads:
            return None
        telling = [head for head in heads if kinds[head[0]] not in ("other", "anyone")]
        head = (telling or heads)[-1 if last else 0]
        kind = kinds[head[0]]
        # The head goes on to its last member: 従業員および[家族].
        while (
            following := next((other for other in heads if other.start() > head.start()), None)
        ) and _JOINS.fullmatch(self._folded, head.end(), following.start()):
            head = following
        tail = _TAIL.match(self._folded, head.end(), high)
        first = low
        for boundary in _BOUNDARY.finditer(self._folded, low, head.start()):
            if any(start <= boundary.start() < end for start, end in closed):
                continue
            if boundary[0] not in "、,・" or not self._ends_in_head(low, boundary.start()):
                first = boundary.end()
        first = self._whole_name(first, head.start())
        talk = _TALK.match(self._folded, first, head.start())
        first = talk.end() if talk else first
        first = _ENUMERATOR.match(self._folded, first, head.start()).end()  # type: ignore[union-attr]
        first = _PARTICLE.match(self._folded, first, head.start()).end()  # type: ignore[union-attr]
        return (first, tail.end() if tail else head.end()), kind

    def _whole_name(self, first: int, head: int) -> int:
        """Return where a phrase begins that would begin inside a name: 「みほん・ショップ[」に登録された]お客様."""
        close = self._folded.find("」", first, head)
        if close < 0 or self._folded.find("「", first, close) >= 0:
            return first
        opening = self._folded.rfind("「", max(0, first - _REACH), first)
        return opening if opening >= 0 and "\n" not in self._folded[opening:first] else close + 1

    def _ends_in_head(self, low: int, at: int) -> bool:
        """Whether the words before a comma end in a noun that names people: 社員、退職者."""
        pattern, _ = _heads()
        before = self._folded[max(low, at - 12) : at]
        return any(_TAIL.fullmatch(before, head.end()) for head in pattern.finditer(before))


def _coded(found: _Found) -> tuple[Span, str]:
    """Return the kind by the record's codes."""
    return found[0], "other" if found[1] == "anyone" else found[1]
