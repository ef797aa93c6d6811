"""Whose data a release's sentences speak of, before its lists and figures do."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from extract.mention import Item, Section, Span
from extract.resolve.cues import TURN, status_of_clause
from extract.resolve.groups.people import REACH, VAGUE, Found, People
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["Sentences"]

# So many sentences back are asked.
_CLIMB: Final = 5
# The release's opening says in so many sentences whose data it is about.
_OPENING: Final = 20
# お客様の情報は[含まれておりません], [対象となっておりません]: not whose data leaked.
_SAFE: Final = shape(
    r"(?:含まれ|対象|該当|保有|保持|管理)[^。、]{0,10}(?:ませ|な[いし]|おら)"
    r"|^へ?の影響[はがも]?(?:な[いくし]|ございませ|ありませ|(?:確認され|確認でき|見つかっ|認められ)て(?:いませ|おりませ))"
)
# あおぞら社 会員サイトにおけるお客様情報の漏えい[について](外部リンク): what another release is called.
_TITLE: Final = shape(
    r"(?:漏(?:え?い|[洩出れ])|流[出失]|アクセス|件|可能性)"
    r"(?:について|に関する|の)?(?:(?:お詫び|お知らせ|ご報告)と?){0,2}(?:の(?:お詫び|お知らせ|ご報告)(?:とご報告)?)?"
    r"(?:(?<=いて)|(?<=らせ)|(?<=詫び)|(?<=報告))[」』】”\"]*"
    r"(?P<elsewhere>[ ]*[(\[<|][^。\n]{0,80}|\s*<?https?:[^\s。]{1,80}[^。\n]{0,20})?[\s|”]*$"
)
_TITLE_REACH: Final = 130
# お客様の[大切な情報を預かる]企業として: what a company is for, and not whose data leaked.
_POLICY: Final = shape(
    r"の(?:大切な|重要な|貴重な)?(?:個人)?(?:情報|データ)を(?:お?預か(?!り(?:し|いた))|取り?扱う|守|扱う)"
)
# 会員に関する[次の個人情報です。] / ## 項目: what stands above a heading leads on to what is below it.
_LEADS_ON: Final = shape(r"(?:次|以下|下記)の[^。]{0,20}(?:です|ます|とおり|通り)。?$")
# 受託した業務に関する情報[と]従業員の個人情報: what is theirs stands behind them, not before.
_BESIDE: Final = shape(r"(?:等|など)?の?(?:情報|データ)?、?(?:と|や|及び|および|並びに|ならびに)、?")
# Between the members of a list of items.
_LISTING: Final = frozenset("、,・")


class Sentences:
    """The sentences of a document, each asked once of whose data it speaks."""

    def __init__(self, document: Document, people: People, items: Sequence[Item]) -> None:
        self._document = document
        self._folded = document.folded
        self._people = people
        self._items = items
        self._said_of: dict[int, Found | None] = {}

    def before(self, anchor: Span, section: Section) -> Found | None:
        """Return the people whose data the sentences before a mention speak of, in its section; else the opening's."""
        sentences = self._document.sentences
        index = self._document.sentence_index(anchor[0])
        own = self._said(index) if index >= 0 else None
        others = None
        if own is not None and own[0][0] >= anchor[1] and _BESIDE.fullmatch(self._folded, anchor[1], own[0][0]):
            index, others = index - 1, own
        near = [at for at in range(index, max(-1, index - 1 - _CLIMB), -1) if sentences[at].start >= section.span[0]]
        if near and near[-1] > 0 and self._leads_on(near[-1] - 1):
            near.append(near[-1] - 1)
        found = self._first_said(near)
        if found is None or found[1] in VAGUE:
            opening = self._opening_said
            found = opening if found is None or (opening is not None and opening[1] not in VAGUE) else found
        return found if found != others else None

    def _leads_on(self, sentence: int) -> bool:
        start, end = self._document.sentences[sentence]
        return _LEADS_ON.search(self._folded, max(start, end - REACH), end) is not None

    def titles(self, low: int, high: int) -> bool:
        """Whether a line is no more than the title of another release; a heading's only where it points elsewhere."""
        title = _TITLE.search(self._folded, low, min(high, low + _TITLE_REACH))
        return title is not None and (title["elsewhere"] is not None or self._document.line_at(low).kind != "heading")

    @cached_property
    def _opening_said(self) -> Found | None:
        """The people whose data the release's opening speaks of."""
        return self._first_said(range(min(len(self._document.sentences), _OPENING)))

    def _first_said(self, sentences: Iterable[int]) -> Found | None:
        """The people whose data one of the sentences speaks of: the first who are named well, else the first."""
        vague: Found | None = None
        for at in sentences:
            found = self._said(at)
            if found is not None and found[1] not in VAGUE:
                return found
            vague = vague or found
        return vague

    def _said(self, sentence: int) -> Found | None:
        """The people whose data a sentence speaks of, unless it names them as safe."""
        if sentence not in self._said_of:
            start, end = self._document.sentences[sentence]
            end = min(end, start + 4 * REACH)
            found = self._people.of_data(start, end)
            if found is not None and (
                self._lists(*found[0]) or self.titles(found[0][1], end) or _POLICY.match(self._folded, found[0][1], end)
            ):
                found = None
            self._said_of[sentence] = None if found is None or self.is_safe(found[0][1], end) else found
        return self._said_of[sentence]

    def is_safe(self, low: int, high: int) -> bool:
        """Whether the words behind a subject say that its data did not leak."""
        if _SAFE.search(self._folded, low, high):
            return True
        # A denial stands at the end of the clause; behind it the sentence may turn.
        turn = TURN.search(self._folded, low, high)
        return status_of_clause(self._folded[low : turn.end() if turn else high]) == "excluded"

    def _lists(self, low: int, high: int) -> bool:
        """Whether words list items before they name anybody, or go on listing: 氏名 / お届け先; 購入履歴、配送先情報.

        Not 取引先|情報, 氏名および取引先の情報.
        """
        at = bisect_left(self._items, (low, low), key=_span)
        if at < len(self._items) and self._items[at].span[1] <= high:
            return True
        return at > 0 and self._folded[self._items[at - 1].span[1] : low] in _LISTING


def _span(item: Item) -> Span:
    return item.span
