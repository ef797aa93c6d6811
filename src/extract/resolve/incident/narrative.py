"""Where a release tells of its own incident, and where of measures, advice, denials and possible sequels."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from extract.mention import Masthead, Section, Span
from extract.text.document import Document
from extract.text.shape import each, shape

__all__ = ["Narrative", "Passage"]

# Sections that name attacks without telling of one: measures against the next, advice, contact desks.
_ADVISING: Final = frozenset({"prevention", "request", "contact", "outlook"})

# How far a clause is followed: long enough for any real one, and a bound for everything else.
_REACH: Final = 120

# `…にご注意ください`, `…の強化に努めてまいります`. Not: `…にご注意ください、と案内しておりました`,
# `このたび…をお知らせいたします`.
_PROMISED: Final = each("努め|図っ|強化し|徹底し|取り組ん|講じ|実施し|進め|見直し|改善し", "て(?:まい|参)(?:り|る)")
# `今後は…への備えを強化いたします`.
_INTENDED: Final = each(
    "強化|徹底|導入|見直し|改善|推進|拡充|整備|実施", "(?:を(?:行い|図り|進め))?(?:いたし|致し|し)?ます"
)
_ADVICE: Final = shape(
    r"(?:下さい|ください|ないよう(?:に)?(?:、|お)|お願い(?:いた|申し?|致|し|を)|お勧め|推奨|ご注意|ご留意|注意喚起"
    rf"|{_PROMISED}|{_INTENDED})[^。\n]{{0,24}}+$"
)
# So much of a sentence's end such words and what may follow them take.
_ADVICE_REACH: Final = 40
# A sentence that ends so tells of the past, or denies: no advice. Looked at before the pattern.
_TOLD: Final = frozenset({"した", "せん", "った", "いた", "れた", "です", "ある", "いる", "ない"})
# A sentence that opens the story is no advice, however it ends. Not: `悪用は確認されておりませんが、…ご注意ください`,
# `不審な電話を受けた場合は、…ご相談ください`.
_OPENING: Final = shape(
    r"この(?:たび|度)|今般|本日|現在まで"
    r"|(?:判明|発生(?:し|いた|致)|確認され(?!て(?:い|お)(?:りま|ま)せ|ず)|受け(?:た|まし)|発覚)(?!(?:し|て)?(?:いる|た)?(?:場合|際))"
)
# What follows the last of these is a clause of its own: `…が確認されましたが、…にご注意ください`.
_TURN: Final = shape(r"(?:が|ものの|一方(?:で)?)、")

# `※フォレンジック調査:不正アクセスを受けた際に、…を解析する調査`: a note that says what a word means.
_DEFINITION: Final = shape(
    r"[※*][^。\n]{10,200}?(?:る|た|な|の)(?:専門的な)?(?:調査|手法|技術|仕組み|攻撃|総称|こと|プログラム|ソフト(?:ウェア)?)"
    r"(?:手法|方法)?(?:です|である|を指(?:す|します))?[。)]?\s*$"
)

# What denies: `ません`, `なかった`, `確認されておらず`. Not: `ませんか`.
_NEGATION: Final = shape(r"ません(?!か)|な(?:い|く|かっ)|おらず|無[いくし]")
# What is denied stands before a particle: `感染の形跡は`, `感染では`.
_PARTICLE: Final = shape(r"は|も(?!の)|で(?=は)|で$|が|を")
# Between a word and that particle these say that not the word is denied but what came of it:
# `ランサムウェアによる漏えいは`, `感染し、漏えいは`. Behind a noun or や a comma only lists: `暗号化、身代金要求は`.
_SEQUEL: Final = shape(
    r"によ[りる](?!もの|被害(?:の(?:兆候|形跡|痕跡|事実))?$|[^。、\n]{0,6}(?:暗号化|身代金))|を受|に伴|影響|起因|に関|について|後|以外|以降|結果|(?:現在|時点|場合|際)、|(?<=[ぁ-ん])(?<!や)(?<!ち出し)、|[。\n]"
)
# `可能性は否定できません` denies nothing; nor is the page denied by `ページが表示されたこと以外の被害はありません`.
_DOUBLE: Final = shape(r"否定|排除|以外")
# How far the particle may stand behind the word, and the negation behind the particle.
_TO_PARTICLE: Final = 30
_TO_NEGATION: Final = 24
_LONGEST_NEGATION: Final = 4

# `フィッシングメールが送付される可能性があります`, `感染するおそれ`. Not: `送信された可能性`, `感染の可能性`,
# `感染している可能性` (that is what may have happened).
_FUTURE: Final = shape(
    r"[^。\n]{0,50}?(?:(?<!てい)[るくうす](?:可能性|お?それ|恐れ|虞|懸念)|[るくうすの](?:危険(?:性)?|リスク))"
)

# `ランサムウェアに見られる暗号化、脅迫を示す挙動は確認されておりません`: a list is denied by the traces it would leave.
# Not: `攻撃による流出を示す痕跡は確認されておりません` (that is what came of it).
_NO_TRACE: Final = shape(
    r"(?P<what>[^。\n]{0,80}?)(?:を(?:示す|示唆する|うかがわせる|裏付ける|疑わせる)|といった)"
    r"[^、。\n]{0,10}?(?:痕跡|形跡|挙動|兆候|証拠|事象|事実|被害|もの)(?:など|等)?[^。\n]{0,24}?[はも]"
    r"(?:確認|検出|検知|認め|発見|見つか|見受け|存在|あり|ござい|な)[^、。\n]{0,12}?(?:ません|ない|なかっ|おらず|なく)"
)

# `マルウェアのインストール、不正なプログラムが実行された痕跡や、持ち出された事実は確認されません`: likewise, without a
# word between the list and its traces.
_NO_TRACES: Final = shape(
    r"(?P<what>[^。\n]{0,80}?)(?:痕跡|形跡|兆候|事実)(?:[、や]|等|など|及び|および|又は|または)*[^。\n]{0,50}?[はも](?:いずれも|一切)?"
    r"(?:確認|検出|検知|認め|発見|見つか|見受け)[^、。\n]{0,12}?(?:ません|なかっ|おらず)"
)

# A comma between clauses (，, folded); `1,234` has another.
_COMMA: Final = shape(r",(?<![0-9a-z],)")


class Passage:
    """A sentence of a narrative (the title is one of its own), and what may be asked of a word in it.

    From the offset `advice` on it asks, warns or promises instead of telling.
    """

    __slots__ = ("_denials", "_last", "_text", "advice", "end", "start")

    def __init__(self, text: str, start: int, end: int, advice: int) -> None:
        self.start: Final = start
        self.end: Final = end
        self.advice: Final = advice
        self._text: Final = text
        # Where the last of the letters stands without which nothing is denied, once it is looked for.
        self._last: int | None = None
        self._denials: dict[int, bool] = {}

    def reach(self, end: int) -> int:
        """Return how far the clause is followed behind the word that ends at `end`: not beyond the sentence."""
        reach = end + _REACH
        return reach if reach < self.end else self.end

    def leads(self, pattern: re.Pattern[str], offset: int, reach: int = _REACH) -> bool:
        """Whether the sentence's text up to `offset`, no more than `reach` of it, holds the pattern."""
        return pattern.search(self._text, max(self.start, offset - reach), offset) is not None

    def denied(self, end: int) -> bool:
        """Whether the clause denies the word that ends at `end`."""
        last = self._last
        if last is None:
            # No denial does without one of these.
            text, start, stop = self._text, self.start, self.end
            last = self._last = max(
                text.rfind("せん", start, stop),
                text.rfind("な", start, stop),
                text.rfind("らず", start, stop),
                text.rfind("無", start, stop),
            )
        if last < end:
            return False
        known = self._denials.get(end)
        if known is None:
            known = self._denials[end] = self._negates(end) or self._leaves_no_trace(end)
        return known

    def _negates(self, end: int) -> bool:
        """Whether a negation behind the word that ends at `end` is of that word."""
        reach = min(self.end, end + _TO_PARTICLE + _TO_NEGATION + _LONGEST_NEGATION)
        return any(self._denies(end, found.start()) for found in _NEGATION.finditer(self._text, end, reach))

    def _denies(self, end: int, negation: int) -> bool:
        text = self._text
        clause = max(text.rfind("、", end, negation) + 1, negation - _TO_NEGATION - 2, end)
        particle = _PARTICLE.search(text, clause, negation)
        return (
            particle is not None
            and particle.start() <= end + _TO_PARTICLE
            and _SEQUEL.search(text, end, particle.start()) is None
            and _DOUBLE.search(text, particle.end(), negation) is None
        )

    def _leaves_no_trace(self, end: int) -> bool:
        """Whether it is denied that there are traces of what the word that ends at `end` names or lists."""
        for traces in (_NO_TRACE, _NO_TRACES):
            match = traces.match(self._text, end, self.end)
            if match is not None and _SEQUEL.search(self._text, *match.span("what")) is None:
                return True
        return False

    def expected(self, end: int) -> bool:
        """Whether the clause speaks of the word that ends at `end` as of something that may yet come."""
        return _FUTURE.match(self._text, end, self.reach(end)) is not None


class Narrative:
    """A release's text as a story: of any word in it, the passage that tells it.

    `text` is the folded text in which the lines of one sentence are joined (a break inside it is a blank) and
    every comma between clauses is `、`, so that no pattern need know of hard line breaks and other commas.
    """

    def __init__(self, document: Document, masthead: Masthead, sections: Sequence[Section]) -> None:
        self.document: Final = document
        self.text: Final = _joined(document)
        self.body: Final = masthead.body
        self.title: Final = masthead.span_of("title")
        self._starts: Final = [section.span[0] for section in sections]
        self._sections: Final = sections
        self._sentences: Final[Sequence[Span]] = document.sentences
        self._sentence_starts: Final = document.sentence_starts
        # Those that were asked for by the index of their sentence, the title's before all. The last one is likely
        # to be asked for again.
        self._passages: Final[dict[int, Passage]] = {}
        self._last = Passage(self.text, 0, 0, 0)

    def in_title(self, offset: int) -> bool:
        """Whether the offset lies in the release's title."""
        return self.title is not None and self.title[0] <= offset < self.title[1]

    def in_heading(self, offset: int) -> bool:
        """Whether the offset lies in the heading of a section."""
        index = bisect_right(self._starts, offset) - 1
        span = self._sections[index].heading_span if index >= 0 else None
        return span is not None and offset < span[1]

    def kinds(self, offset: int) -> tuple[str, ...]:
        """Return the kinds of the section that holds `offset`."""
        index = bisect_right(self._starts, offset) - 1
        return self._sections[index].kinds if index >= 0 else ()

    def passage(self, offset: int) -> Passage:
        """Return the sentence that holds a word's `offset` (every word stands in one); the title is one of its own."""
        last = self._last
        if last.start <= offset < last.end:
            return last
        title = self.title
        if title is not None and title[0] <= offset < title[1]:
            index, span = -1, title
        else:
            index = bisect_right(self._sentence_starts, offset) - 1
            span = self._sentences[index]
        found = self._passages.get(index)
        if found is None:
            found = self._passages[index] = Passage(self.text, *span, self._advice(*span))
        self._last = found
        return found

    def tells(self, offset: int) -> bool:
        """Whether the place belongs to the story: the title, or the body outside of measures and advice."""
        return offset < self.passage(offset).advice

    def _advice(self, start: int, end: int) -> int:
        """Return from where on a sentence asks, warns or promises instead of telling."""
        if self.in_title(start):
            return end
        kinds = self.kinds(start)
        if start < self.body or (kinds and kinds[0] in _ADVISING):
            return start
        text = self.text
        if text[end - 1] == "。":
            end -= 1
        if text[start] in "※*" and _DEFINITION.match(text, start, end):
            return start
        last = text[end - 2 : end]
        if last in _TOLD or not ("ぁ" <= last[-1:] <= "ん" or last[-1:] in "意起"):
            return end
        if _ADVICE.search(text, max(start, end - _ADVICE_REACH), end) is None:
            return end
        turns = [turn.end() for turn in _TURN.finditer(text, start, end)]
        if turns:
            return turns[-1] if _OPENING.search(text, start, turns[-1]) else start
        return end if _OPENING.search(text, start, min(end, start + 200)) else start


def _joined(document: Document) -> str:
    text = document.folded
    parts: list[str] = []
    at = 0
    for start, end in document.broken:
        parts += (text[at:start], text[start:end].replace("\n", " "))
        at = end
    text = "".join(parts) + text[at:] if parts else text
    return _COMMA.sub("、", text) if "," in text else text
