"""Where a release tells of its own incident, and where of measures, advice, denials and possible sequels."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from extract.lexicon import Hit
from extract.mention import Masthead, Section, Span
from extract.text.document import Document
from extract.text.shape import each, shape

__all__ = ["Narrative"]

# Sections that name attacks without telling of one: measures against the next, advice, contact desks.
_ADVISING: Final = frozenset((kind,) for kind in ("prevention", "request", "contact", "outlook"))

# How far a clause is followed: long enough for any real one, and a bound for everything else.
_REACH: Final = 120

# `…にご注意ください`, `…の強化に努めてまいります`. Not: `…にご注意ください、と案内しておりました`,
# `このたび…をお知らせいたします`.
_PROMISED: Final = each("努め|図っ|強化し|徹底し|取り組ん|講じ|実施し|進め|見直し|改善し", "て(?:まい|参)(?:り|る)")
_ADVICE: Final = shape(
    r"(?:下さい|ください|ないよう(?:に)?(?:、|お)|お願い(?:いた|申し?|致|し|を)|お勧め|推奨|ご注意|ご留意|注意喚起"
    rf"|{_PROMISED})[^。\n]{{0,24}}+$"
)
# A sentence that ends so tells of the past, or denies: no advice. Looked at before the pattern.
_TOLD: Final = ("した", "せん", "った", "いた", "れた", "です", "ある", "いる", "ない")
# A sentence that opens the story is no advice, however it ends. Not: `悪用は確認されておりませんが、…ご注意ください`.
_OPENING: Final = shape(
    r"この(?:たび|度)|今般|本日|現在まで|判明|発生(?:し|いた|致)|確認され(?!て(?:い|お)(?:りま|ま)せ|ず)|受け(?:た|まし)|発覚"
)
# What follows the last of these is a clause of its own: `…が確認されましたが、…にご注意ください`.
_TURN: Final = shape(r"(?:が|ものの|一方(?:で)?)、")

# What denies: `ません`, `なかった`, `確認されておらず`. Not: `ませんか`.
_NEGATION: Final = shape(r"ません(?!か)|な(?:い|く|かっ)|おらず|無[いくし]")
# What is denied stands before a particle: `感染の形跡は`, `感染では`.
_PARTICLE: Final = shape(r"は|も(?!の)|で(?=は)|で$|が|を")
# Between a word and that particle these say that not the word is denied but what came of it:
# `ランサムウェアによる漏えいは`, `感染し、漏えいは` (behind a noun a comma goes on listing: `暗号化、身代金要求は`).
_SEQUEL: Final = shape(
    r"によ[りる](?!もの|被害$)|を受|に伴|影響|起因|に関|について|後|以外|以降|結果|(?:現在|時点|場合|際)、|(?<=[ぁ-ん])、|[。\n]"
)
# `可能性は否定できません` denies nothing.
_DOUBLE: Final = shape(r"否定|排除")
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
    r"(?P<what>[^。\n]{0,80}?)を(?:示す|示唆する|うかがわせる|裏付ける|疑わせる)"
    r"[^、。\n]{0,10}?(?:痕跡|形跡|挙動|兆候|証拠|事象|事実|もの)(?:など|等)?[^。\n]{0,24}?[はも]"
    r"(?:確認|検出|検知|認め|発見|見つか|見受け|存在|あり|ござい|な)[^、。\n]{0,12}?(?:ません|ない|なかっ|おらず|なく)"
)

# A comma between clauses (，, folded); `1,234` has another.
_COMMA: Final = shape(r",(?<![0-9a-z],)")


class Narrative:
    """Answers for a word of the text whether the release tells there what happened, or denies it.

    `text` is the folded text in which the lines of one sentence are joined (a break inside it is a blank) and
    every comma between clauses is `、`, so that no pattern need know of hard line breaks and other commas.
    """

    def __init__(self, document: Document, masthead: Masthead, sections: Sequence[Section]) -> None:
        self.document: Final = document
        self.text: Final = _joined(document)
        self.body: Final = masthead.body
        self.title: Final = next((span for field, span in masthead.evidence if field == "title"), None)
        self._starts: Final = [section.span[0] for section in sections]
        self._sections: Final = sections
        self._sentence: Span = (0, 0)
        self._advice: Final[dict[int, int]] = {}
        self._denials: Final[dict[int, bool]] = {}
        self._negations: Final[dict[int, int]] = {}

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

    def sentence(self, offset: int) -> Span:
        """Return the sentence that holds `offset`; the title is one of its own."""
        start, end = sentence = self._sentence
        if start <= offset < end:
            return sentence
        if self.title is not None and self.title[0] <= offset < self.title[1]:
            self._sentence = self.title
        else:
            self._sentence = self.document.sentence_at(offset)
        return self._sentence

    def reach(self, end: int) -> int:
        """Return how far the clause is followed behind the word that ends at `end`: not beyond its sentence."""
        return min(self.sentence(end - 1)[1], end + _REACH)

    def leads(self, pattern: re.Pattern[str], offset: int, reach: int = _REACH) -> bool:
        """Whether the sentence's text up to `offset`, no more than `reach` of it, holds the pattern."""
        return pattern.search(self.text, max(self.sentence(offset)[0], offset - reach), offset) is not None

    def before(self, offset: int) -> str:
        """Return the sentence's folded text up to `offset`, no more than a clause reaches."""
        return self.text[max(self.sentence(offset)[0], offset - _REACH) : offset]

    def after(self, offset: int) -> str:
        """Return the sentence's folded text from `offset`, no more than a clause reaches.

        `offset` is the end of a word: the sentence is the one of the letter before it.
        """
        return self.text[offset : self.reach(offset)]

    def tells(self, offset: int) -> bool:
        """Whether the place belongs to the story: the title, or the body outside of measures and advice."""
        return offset < self._advice_from(self.sentence(offset)[0])

    def told(self, hits: Sequence[Hit]) -> list[Hit]:
        """Return the hits that stand where the release tells; they are in the text's order."""
        told: list[Hit] = []
        low = high = advice = 0
        for hit in hits:
            start = hit.start
            if not low <= start < high:
                low, high = self.sentence(start)
                advice = self._advice_from(low)
            if start < advice:
                told.append(hit)
        return told

    def _advice_from(self, start: int) -> int:
        advice = self._advice.get(start)
        if advice is None:
            advice = self._advice[start] = self._advises(start)
        return advice

    def _advises(self, start: int) -> int:
        """Return from where on the sentence that is looked at asks, warns or promises instead of telling."""
        end = self._sentence[1]
        if self.in_title(start):
            return end
        if start < self.body or self.kinds(start)[:1] in _ADVISING:
            return start
        if self.text[end - 1] == "。":
            end -= 1
        last = self.text[end - 1 : end]
        if not ("ぁ" <= last <= "ん" or last in "意起") or self.text.endswith(_TOLD, start, end):
            return end
        if _ADVICE.search(self.text, max(start, end - 60), end) is None:
            return end
        turns = [turn.end() for turn in _TURN.finditer(self.text, start, end)]
        if turns:
            return turns[-1] if _OPENING.search(self.text, start, turns[-1]) else start
        return end if _OPENING.search(self.text, start, min(end, start + 200)) else start

    def denied(self, end: int) -> bool:
        """Whether the clause denies the word that ends at `end`."""
        start, stop = self.sentence(end - 1)
        last = self._negations.get(start)
        if last is None:
            # No denial does without one of these.
            text = self.text
            last = self._negations[start] = max(
                text.rfind("せん", start, stop),
                text.rfind("な", start, stop),
                text.rfind("らず", start, stop),
                text.rfind("無", start, stop),
            )
        if last < end:
            return False
        known = self._denials.get(end)
        if known is None:
            reach = min(stop, end + _TO_PARTICLE + _TO_NEGATION + _LONGEST_NEGATION)
            known = any(
                self._denies(end, found.start()) for found in _NEGATION.finditer(self.text, end, reach)
            ) or self._leaves_no_trace(end, stop)
            self._denials[end] = known
        return known

    def _denies(self, end: int, negation: int) -> bool:
        """Whether the negation is of the word that ends at `end`."""
        text = self.text
        clause = max(text.rfind("、", end, negation) + 1, negation - _TO_NEGATION - 2, end)
        particle = _PARTICLE.search(text, clause, negation)
        return (
            particle is not None
            and particle.start() <= end + _TO_PARTICLE
            and _SEQUEL.search(text, end, particle.start()) is None
            and _DOUBLE.search(text, particle.end(), negation) is None
        )

    def _leaves_no_trace(self, end: int, stop: int) -> bool:
        """Whether it is denied that there are traces of what the word that ends at `end` names or lists."""
        match = _NO_TRACE.match(self.text, end, stop)
        return match is not None and _SEQUEL.search(self.text, *match.span("what")) is None

    def expected(self, end: int) -> bool:
        """Whether the clause speaks of the word that ends at `end` as of something that may yet come."""
        return _FUTURE.match(self.text, end, self.reach(end)) is not None


def _joined(document: Document) -> str:
    text = document.folded
    parts: list[str] = []
    at = 0
    broken = [(start, end) for start, end in document.sentences if text.find("\n", start, end) >= 0]
    for start, end in broken:
        parts += (text[at:start], text[start:end].replace("\n", " "))
        at = end
    text = "".join(parts) + text[at:] if parts else text
    return _COMMA.sub("、", text) if "," in text else text
