"""Whose data: the people that a group's count counts, in the release's words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import attrgetter
from typing import Final

from extract.mention import Count, Item, Section, Span
from extract.resolve.groups.labels import container, held, label, tells, whose
from extract.resolve.groups.outline import Node, Outline
from extract.resolve.groups.people import REACH, VAGUE, Found, People, coded
from extract.resolve.groups.rows import Rows, first_mention
from extract.resolve.groups.sentences import Sentences
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["Subjects"]

# Blank lines that may stand between a label and what it is the label of.
_BLANK: Final = 2
# Enclosing places that are looked at for a subject: bullet, lead, heading, heading above.
_CLIMB: Final = 5
# Sections whose heading names data: others tell of causes and measures.
_OF_DATA: Final = ("affected_data", "impact", "overview", "other")
_MARKS: Final = " -+>*・|:()（）"
# What is somebody's, and not of the place that held it.
_OF_A_PERSON: Final = frozenset({"name", "name_kana", "address", "postal_code", "phone", "birth_date", "gender", "age"})
# What opens a line stands behind a mark or a bracket at most.
_OPENS: Final = 2
# システム[を]ご利用の方: a phrase that is cut begins behind one of these.
_EDGE: Final = shape(r"[をにがはで、]")
_SPARE: Final = 40
# 卒業生49名[ ]教職員: a count stands apart from what follows. Not: 名簿に載っていた46名[ の]患者様.
_PARTED: Final = shape(r"\s(?!の)")
# 約6万件(精査中)[の]会員, 37件[で]会員: how many they are, not who.
_OF: Final = shape(r"(?:\([^()\n]{0,20}\))?[ので]")
# 生徒12,345名[及び]教職員, 従業員(345名)[とその]家族, 会員120名[(氏名、住所)および]職員: others were counted before.
_AND: Final = shape(r"(?:\([^()\n]{1,60}\))?\)?\s?(?P<and>(?:及び|および|並びに|ならびに|[と、・])(?:その|ご)?)?")
# 氏名、住所[および]社員30名の写真: behind what was listed before, others are named.
_JOINT: Final = shape(r"(?:等|など|の?情報)?(?:\([^()\n]{0,30}\))?、?(?:及び|および|並びに|ならびに|と|や|、)(?:その)?")
# 患者26名の診療録…。[このうち]3名: they are some of those.
_OF_THOSE: Final = shape(r"うち[、 ]?[^、。()\n]{0,4}$")
# 送受信したメール[に関する情報], アンケート[の回答データ]; not 基本情報.
_SAYS_WHICH: Final = shape(r"(?:に関する|に係る|の)[^、。の]{0,6}(?:情報|データ)(?:等|など)?$")
_WHICH: Final = shape(r"」[^、。]{0,16}$|[一-龥ァ-ヶー]{4,}の[一-龥]{0,4}対象者$")
# 取引先情報[については]、メールアドレス….
_TOPIC: Final = shape(r"[^。、\n]{2,24}?(?:情報|データ|分)(?:について|につきまして|に関して|に関しまして)?は、")
# [本校の]生徒, [みなと市の]児童.
_LOCAL: Final = shape(r"[校園院市町村区県学]の")
_LISTS_ON: Final = shape(r"(?:等|など)?[、,・]")
# So many items are looked at for one in another section.
_COMPARED: Final = 16
# 皆様, and 方 of 影響を受けた可能性のある方の人数, by themselves tell nothing of who they are.
_NOBODY: Final = shape(r"(?:皆様|皆さま|各位)方?|方々?")
# A note's mark behind a subject.
_APART: Final = " ※"


class Subjects:
    """Finds the subject of a group from the words around its count, its row, and the places around it."""

    def __init__(
        self,
        document: Document,
        people: People,
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
        self._people = people
        self._section_starts = [section.span[0] for section in sections]
        self._taken = sorted([count.span for count in counts] + [item.span for item in items])
        self._rows = Rows(document, people, self._taken)
        self._sentences = Sentences(document, people, items)
        # Asked once is what is named before a mention, and around it: gathering asks for it, and then whose a group is.
        self._before: dict[Span, Found | None] = {}
        self._around: dict[Span, Found | None] = {}
        self._whose: dict[int, list[Found]] = {}

    def of(self, count: int | None, items: tuple[int, ...]) -> tuple[Span | None, str | None]:
        """Return the subject's span and kind, or None twice.

        The cells of the group's row, or the words around its count (or before its first item) are looked
        at first, then the bullet, lead and heading that the group stands under, then what the text said
        before. Where nobody is named, the group is called by its label or by what held the data.
        """
        candidates = (found for found in self._candidates(count, items) if found is not None)
        found = next((found for found in candidates if not _NOBODY.fullmatch(self._folded, *found[0])), None)
        if found is None or (count is not None and self._is_countrywide(count, found[0])):
            return None, None
        own = self._own_words(found[0])
        # 生徒(130名)と[教職員]: of two kinds of people the second alone.
        alone = self._people.phrase(*own, last=True) if own[0] > found[0][0] else None
        return own, coded((alone or found)[1])

    def _is_countrywide(self, count: int, subject: Span) -> bool:
        """Whether a sentence counts all in the country (全国で最大1万件) beside those of one place (本校の生徒)."""
        span = self._counts[count].span
        if not _LOCAL.search(self._folded, *subject):
            return False
        sentence = self._document.sentence_at(span[0])
        return (
            not sentence.start <= subject[0] < sentence.end and self._folded.find("全国", sentence.start, span[0]) >= 0
        )

    def _own_words(self, subject: Span) -> Span:
        """Return a subject without what stands apart at its ends: みなと校 [156名], [49名] 教職員, 申込者 [※]."""
        start, end = subject
        for index in range(bisect_left(self._counts, start, key=_end), len(self._counts)):
            low, high = self._counts[index].span
            if low >= end:
                break
            behind: re.Match[str] = _AND.match(self._folded, high, max(high, end))  # type: ignore[assignment]
            if low <= start and (of := _OF.match(self._folded, high, end)):
                start = of.end()
            elif high < end and (low < start or (low > start and behind["and"]) or _PARTED.match(self._folded, high)):
                start = behind.end()
            elif low > start and self._folded[low - 1] + self._folded[high:end] in ("()", " ", "\n", "\t"):
                # 学部の学生[(98名)], みなと校[ 156名].
                end = low - 1
        return start, start + len(self._folded[start:end].rstrip(_APART))

    def _candidates(self, count: int | None, items: tuple[int, ...]) -> Iterator[Found | None]:
        """Yield what may be the subject, the best first; None where a place names nobody."""
        anchors = [self._counts[count].span] if count is not None else []
        anchors += [self._items[items[0]].span] if items else []
        if count is None:
            named = self._named_before(anchors[0])
            if named is not None and named[1] not in VAGUE and self._folded.startswith("一部", named[0][0]):
                yield named
            yield self._outright(self._section_at(anchors[0]), anchors[0][0])
        vague: list[Found | None] = []
        for at, anchor in enumerate(anchors):
            if self._document.line_at(anchor[0]).kind == "row":
                near = self._rows.of(anchor)
            else:
                near = self._of_sentence(anchor, counted=at == 0 and count is not None)
                if (
                    near is None
                    and at == 0
                    and count
                    and _OF_THOSE.search(self._folded, max(0, anchor[0] - 12), anchor[0])
                ):
                    near = self._of_sentence(self._counts[count - 1].span, counted=True)
            if near is None or near[1] == "anyone":
                vague.append(near)
            else:
                yield near
            around = self._of_places(anchor)
            if near is not None and around is not None and near[1] == "anyone" and self._says_which(near[0]):
                yield near[0], around[1]
            if around is None or around[1] == "anyone":
                vague.append(around)
            else:
                yield around
        for anchor in anchors:
            yield self._of_heading(anchor)
        if count is None:
            yield self._of_entry(anchors[0])
        before = self._sentences.before(anchors[0], self._sections[self._section_at(anchors[0])])
        if before is not None and before[1] not in VAGUE:
            yield before
        yield from self._named_elsewhere(anchors, items)
        yield from vague
        yield before
        yield self._of_heading_before(anchors[0])
        for anchor in reversed(anchors):
            yield self._of_holder(anchor, counted=count is not None and anchor is anchors[0])

    def _named_elsewhere(self, anchors: Sequence[Span], items: tuple[int, ...]) -> Iterator[Found]:
        """Yield the people whom the first item names as its own that stands in another section than count and items."""
        sections = {self._section_at(anchor) for anchor in anchors}
        for item in items[1:_COMPARED]:
            span = self._items[item].span
            if self._section_at(span) in sections or self._document.line_at(span[0]).kind == "row":
                continue
            found = self._named_before(span)
            if found is not None and found[1] != "anyone":
                yield found
            return

    def _says_which(self, subject: Span) -> bool:
        """Whether a phrase tells of itself which people are meant: 「みほん通知」の発送対象者; not 漏えいの対象者."""
        return _WHICH.search(self._folded, *subject) is not None

    def names_people(self, low: int, high: int) -> bool:
        """Whether a noun that names people stands between two offsets."""
        return self._people.named(low, high)

    def kind_before(self, low: int, high: int) -> str | None:
        """Return the kind of people to whom what follows belongs ([従業員の]旅券番号), or None."""
        return self._people.kind_before(low, high)

    def kind_of_topic(self, low: int, high: int) -> str | None:
        """Return the kind of the people whose data a sentence says it is about ([取引先]情報については、), or None."""
        topic = _TOPIC.match(self._folded, low, high)
        kinds = self._people.kinds(low, topic.end()) if topic else set()
        return kinds.pop() if len(kinds) == 1 else None

    def kind_of_run(self, item: int) -> str | None:
        """Return the kind of the people named before an item in its sentence, or None."""
        found = self._named_before(self._items[item].span)
        return None if found is None or found[1] in VAGUE else found[1]

    def named(self, item: int) -> str:
        """Return the words for the people of an uncounted item: its line, bullet or heading; else an empty string."""
        found = self._listed(item)
        return "" if found is None or found[1] in VAGUE else self._folded[found[0][0] : found[0][1]]

    def kinds_of_items(self, item: int) -> set[str]:
        """Return the kinds of all people that the line, bullet or heading of an item names as those whose it is."""
        found = self._listed(item)
        return set() if found is None else self._people.kinds(*found[0])

    def kinds_of_count(self, count: int) -> set[str]:
        """Return the kinds of all people that a count counts, by the words around it."""
        anchor = self._counts[count].span
        in_row = self._document.line_at(anchor[0]).kind == "row"
        found = self._rows.of(anchor) if in_row else self._of_sentence(anchor, counted=True)
        return set() if found is None else self._people.kinds(*found[0])

    def _listed(self, item: int) -> Found | None:
        anchor = self._items[item].span
        if self._document.line_at(anchor[0]).kind == "row":
            return self._rows.of(anchor)
        return self._named_before(anchor) or self._of_places(anchor)

    def heading_of(self, item: int) -> str:
        """Return the people whose line, bullet or heading an item stands under, or an empty string."""
        anchor = self._items[item].span[0]
        for low, high in self._above(anchor):
            found = self._people.phrase(low, high, last=True)
            if found is not None and found[1] not in VAGUE:
                return self._folded[found[0][0] : found[0][1]]
        return ""

    def labels_of(self, item: int) -> list[str]:
        """Return the words that an item stands under: those before it on its line, and its bullet's or heading's."""
        labels = (self._folded[low:high].strip(_MARKS) for low, high in self._above(self._items[item].span[0]))
        return [words for words in labels if words]

    def _above(self, anchor: int) -> Iterator[Span]:
        """Yield the words before an item on its line, and those of the line or heading above it."""
        line = self._document.line_at(anchor)
        place = self._outline.nodes[self._outline.node_at(line.start)]
        yield max(line.body, place.start, anchor - 2 * REACH), anchor
        if place.parent:
            above = self._outline.nodes[place.parent]
            heading = self._sections[above.section].heading_span if above.kind == "section" else None
            under = self._document.line_at(above.start)
            low, high = heading or (max(above.start, under.body), under.right)
            yield low, min(high, low + 2 * REACH)

    def _named_before(self, anchor: Span) -> Found | None:
        """The noun phrase before a count or item in its sentence: お客様 8,257 名."""
        if anchor not in self._before:
            found = self._phrase_before(anchor)
            self._before[anchor] = found and self._in_full(found, anchor[0])
        return self._before[anchor]

    def _in_full(self, found: Found, anchor: int) -> Found:
        """People whom a line opens with, by the fuller words above it: 通販のお客様の情報 / ([お客様]の氏名)."""
        (start, end), _ = found
        if start - self._document.line_at(start).body > _OPENS:
            return found
        for low, high in islice(self._above(anchor), 1, None):
            above = self._people.phrase(low, high, last=True)
            if (
                above is not None
                and self._folded.endswith(self._folded[start:end], *above[0])
                and len(self._people.kinds(*above[0])) == 1
            ):
                return above
        return found

    def _phrase_before(self, anchor: Span) -> Found | None:
        line = self._document.line_at(anchor[0])
        sentence = self._document.sentence_at(anchor[0])
        floor, cut = max(sentence.start, line.body), anchor[0] - REACH
        listed = self._behind_last(max(floor, cut), anchor[0])
        if listed is not None:
            return listed
        found = self._people.phrase(max(floor, cut), anchor[0], last=True)
        if found is None or cut <= floor or found[0][0] > cut + 1:
            return found
        # The phrase goes on before the cut, where it begins inside no word.
        edge = _EDGE.search(self._folded, cut - _SPARE, cut) if cut - _SPARE > floor else None
        return self._people.phrase(edge.end() if edge else max(floor, cut - _SPARE), anchor[0], last=True)

    def _behind_last(self, floor: int, anchor: int) -> Found | None:
        """The people named between a mention and the one before it: 氏名および[社員]30名の写真."""
        at = bisect_left(self._taken, (anchor, anchor)) - 1
        if at < 0 or self._taken[at][1] <= floor:
            return None
        joint = _JOINT.match(self._folded, self._taken[at][1], anchor)
        found = self._people.phrase(joint.end(), anchor, last=True) if joint else None
        return None if found is None or found[1] in VAGUE else found

    def _of_sentence(self, anchor: Span, *, counted: bool) -> Found | None:
        """The people before the count (お客様 8,257 名), else after it (8,257名のお客様), else the line's label."""
        found = self._named_before(anchor)
        if not counted or (found is not None and found[1] != "anyone"):
            return found
        line = self._document.line_at(anchor[0])
        sentence = self._document.sentence_at(anchor[0])
        first = max(sentence.start, line.body, anchor[0] - 2 * REACH)
        if found is None and self._folded.endswith("様", *anchor):
            # アンケートに回答された98名様: the unit itself names them.
            found = self._people.widened(((anchor[1] - 1, anchor[1]), "anyone"), first, anchor)
            return found if found[0][0] < anchor[0] else None
        if found is None and self._folded[anchor[1] : anchor[1] + 1] in "の、 ":
            found = self._people.phrase(anchor[1] + 1, min(sentence.end, anchor[1] + REACH), last=False)
            if found is not None:
                return self._people.widened(found, first, anchor)
        return self._label(first, anchor[0]) or found

    def _of_places(self, anchor: Span) -> Found | None:
        """The bullet, lead, heading, heading above: the first that names people, those who are named best."""
        if anchor not in self._around:
            self._around[anchor] = self._phrase_around(anchor)
        return self._around[anchor]

    def _phrase_around(self, anchor: Span) -> Found | None:
        vague = self._of_line_above(anchor)
        if vague is not None and vague[1] not in VAGUE:
            return vague
        for place in self._enclosing(anchor):
            if place.kind == "section":
                found = self._outright(place.section, anchor[0]) or self._of_span(self._heading(place.section))
            else:
                under = self._document.line_at(place.start)
                found = self._of_span((max(place.start, under.body), under.right))
                if found is not None and self._sentences.is_safe(found[0][1], under.right):
                    found = None
            if found is not None and found[1] not in VAGUE:
                return found
            vague = vague or found
        return vague

    def _of_line_above(self, anchor: Span) -> Found | None:
        """The people of the line above where it is no sentence and lists nothing: the label of the line below."""
        index = self._document.line_index(anchor[0])
        above = self._document.lines[max(0, index - _BLANK - 1) : index]
        line = next((line for line in reversed(above) if line.kind != "blank"), None)
        if line is None:
            return None
        if (
            line.kind not in ("text", "bullet")
            or line.right - line.body > REACH
            or self._folded[line.right - 1] == "。"
        ):
            return None
        if first_mention(self._taken, line.body, line.right) is not None:
            return None
        return self._of_span((line.body, line.right))

    def _section_at(self, anchor: Span) -> int:
        return bisect_right(self._section_starts, anchor[0]) - 1

    def _of_heading(self, anchor: Span) -> Found | None:
        """The words of the nearest heading that says what data it is about: 採用に関する情報."""
        for place in self._enclosing(anchor):
            kinds = self._sections[place.section].kinds
            if place.kind == "section" and (not kinds or kinds[0] in _OF_DATA):
                found = self._label(*self._heading(place.section), heading=True)
                if found is not None:
                    return found
        return None

    def _of_entry(self, anchor: Span) -> Found | None:
        """The words for data that a line of a list begins with: (2)[送受信したメールに関する情報](本文)."""
        if self._outline.list_at(anchor[0]) is None:
            return None
        line = self._document.line_at(anchor[0])
        found = self._label(line.body, anchor[0])
        return found if found and _SAYS_WHICH.search(self._folded, *found[0]) else None

    def _enclosing(self, anchor: Span) -> Iterator[Node]:
        """Yield the places that a mention stands under, from the inside outwards; tables have no words."""
        node = self._outline.nodes[self._outline.node_at(anchor[0])]
        for _ in range(_CLIMB):
            if not node.parent:
                break
            node = self._outline.nodes[node.parent]
            if node.kind != "table":
                yield node

    def _heading(self, section: int) -> Span:
        return self._sections[section].heading_span or (0, 0)

    def _of_span(self, span: Span) -> Found | None:
        return self._people.phrase(span[0], min(span[1], span[0] + 2 * REACH), last=True)

    def _label(self, low: int, high: int, *, heading: bool = False) -> Found | None:
        """A label, unless it is made of what the release lists: 電話番号:10件, 上記に加え電話番号:10件 say not whose.

        A heading may be of little else: 流出したおそれのある技術情報・営業情報.
        """
        span = label(self._folded, low, high)
        if span is None:
            return None
        listed, at = 0, bisect_left(self._taken, (span[0], span[0]))
        rest, end = "", span[0]
        while at < len(self._taken) and self._taken[at][0] < span[1]:
            start, stop = self._taken[at]
            listed += stop - start
            rest, end = rest + self._folded[end:start], max(end, stop)
            at += 1
        if listed and self._goes_on_listing(span[0]):
            return None
        if 2 * listed > span[1] - span[0] or (listed and not heading and not tells(rest + self._folded[end : span[1]])):
            return None
        return span, "other"

    def _goes_on_listing(self, start: int) -> bool:
        """Whether words go on with a list of items: 氏名、[利用時のパスワード等]:98件."""
        at = bisect_left(self._taken, (start, start)) - 1
        return at >= 0 and _LISTS_ON.fullmatch(self._folded, self._taken[at][1], start) is not None

    def _outright(self, section: int, offset: int) -> Found | None:
        """The people whom a line of a section names as those concerned (対象者:ご予約のお客様), the nearest before."""
        if section not in self._whose:
            told: list[Found] = []
            for span, outright in whose(self._folded, *self._sections[section].span):
                found = self._people.phrase(*span, last=True)
                if found is not None:
                    told.append(((span[0], found[0][1]), found[1]))
                elif outright:
                    told.append((span, "other"))
            self._whose[section] = told
        told = self._whose[section]
        return told[max(0, bisect_right(told, offset, key=_start) - 1)] if told else None

    def _of_heading_before(self, anchor: Span) -> Found | None:
        """The people whom a heading before names as those whose data leaked, or what stands below it: 対象者 / 会員."""
        index = self._section_at(anchor)
        for before in range(index - 1, max(-1, index - 1 - _CLIMB), -1):
            if "affected_data" in self._sections[before].kinds:
                heading = self._heading(before)
                found = self._outright(before, anchor[0]) or self._of_span(heading)
                if found is not None and not self._sentences.titles(found[0][1], heading[1]):
                    return found
        return None

    def _is_of_a_person(self, anchor: Span) -> bool:
        """Whether a mention is an item that is somebody's whatever held it: 校内で管理している[氏名]."""
        at = bisect_left(self._items, anchor, key=attrgetter("span"))
        return at < len(self._items) and self._items[at].span == anchor and self._items[at].category in _OF_A_PERSON

    def _of_holder(self, anchor: Span, *, counted: bool) -> Found | None:
        """What held the data, from the sentence: 端末に保存されていた情報, 当該アカウントの送受信メール."""
        sentence = self._document.sentence_at(anchor[0])
        low = max(sentence.start, anchor[0] - 2 * REACH)
        high = min(sentence.end, anchor[1] + REACH)
        span = container(self._folded, low, high, anchor)
        if span is None and not counted and not self._is_of_a_person(anchor):
            span = held(self._folded, low, anchor)
            if span is not None and first_mention(self._taken, span[0], anchor[0]) is not None:
                return None
        return None if span is None else (span, "other")


def _start(found: Found) -> int:
    return found[0][0]


def _end(count: Count) -> int:
    return count.span[1]
