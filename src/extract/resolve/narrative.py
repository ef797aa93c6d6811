"""Where a release tells of its own incident, and where of measures, advice, denials and possible sequels."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from extract.mention import Masthead, Section, Span
from extract.text.document import Document

__all__ = ["Narrative"]

# Sections that name attacks without telling of one: measures against the next, advice, contact desks.
_ADVISING: Final = frozenset({"prevention", "request", "contact", "faq", "outlook"})

# How far a clause is followed: long enough for any real one, and a bound for everything else.
_REACH: Final = 120

# `…にご注意ください`, `…の強化に努めてまいります`. Not: `…にご注意ください、と案内しておりました`,
# `このたび…をお知らせいたします`.
_ADVICE: Final = re.compile(
    r"(?:下さい|ください|ないよう(?:に)?(?:、|お)|お願い(?:いた|申し?|致|し|を)|お勧め|推奨|ご注意|ご留意|注意喚起"
    r"|(?:努め|図っ|強化し|徹底し|取り組ん|講じ|実施し|進め|見直し|改善し)て(?:まい|参)(?:り|る))"
    r"[^。\n]{0,24}+$"
)
# A sentence that opens the story is no advice, however it ends.
_OPENING: Final = re.compile(
    r"この(?:たび|度)|今般|本日|現在まで|判明|発生(?:し|いた|致)|確認され|受け(?:た|まし)|発覚"
)

# `ランサムウェア感染の形跡は確認されておりません`, `ウイルス感染ではない`. Not: `ランサムウェアによる漏えいは
# 確認されておりません` (the leak is denied, not the attack), `マルウェアの可能性は否定できません`.
_DENIED: Final = re.compile(
    r"(?:(?!によ[りる]|を受|に伴|影響|起因|に関|について|後|以外|以降)[^。、\n]){0,30}?"
    r"(?:は|も|では|が|を)"
    r"(?:(?!否定|排除)[^。、\n]){0,24}?"
    r"(?:ません(?!か)|(?:な|ては(?:い|お)ら)(?:い|く|かっ)|おらず|おりません|無[いくし])"
)
# `フィッシングメールが送付される可能性があります`, `感染するおそれ`. Not: `送信された可能性`, `感染の可能性`,
# `感染している可能性` (that is what may have happened).
_FUTURE: Final = re.compile(
    r"[^。\n]{0,50}?(?:(?<!てい)[るくうす](?:可能性|お?それ|恐れ|虞|懸念)|[るくうすの](?:危険(?:性)?|リスク))"
)


class Narrative:
    """Answers for a word of the text whether the release tells there what happened."""

    def __init__(self, document: Document, masthead: Masthead, sections: Sequence[Section]) -> None:
        self.document: Final = document
        self.text: Final = document.folded
        self.body: Final = masthead.body
        self.title: Final = next((span for field, span in masthead.evidence if field == "title"), None)
        self._starts: Final = [section.span[0] for section in sections]
        self._sections: Final = sections
        self._sentence: Span = (0, 0)
        self._advice: Final[dict[int, bool]] = {}

    def in_title(self, offset: int) -> bool:
        """Whether the offset lies in the release's title."""
        return self.title is not None and self.title[0] <= offset < self.title[1]

    def kinds(self, offset: int) -> tuple[str, ...]:
        """Return the kinds of the section that holds `offset`."""
        index = bisect_right(self._starts, offset) - 1
        return self._sections[index].kinds if index >= 0 else ()

    def sentence(self, offset: int) -> Span:
        """Return the sentence that holds `offset`; the title is one of its own."""
        if not self._sentence[0] <= offset < self._sentence[1]:
            if self.title is not None and self.in_title(offset):
                self._sentence = self.title
            else:
                self._sentence = self.document.sentence_at(offset)
        return self._sentence

    def before(self, offset: int) -> str:
        """Return the sentence's folded text up to `offset`, no more than a clause reaches."""
        return self.text[max(self.sentence(offset)[0], offset - _REACH) : offset]

    def after(self, offset: int) -> str:
        """Return the sentence's folded text from `offset`, no more than a clause reaches.

        `offset` is the end of a word: the sentence is the one of the letter before it.
        """
        return self.text[offset : min(self.sentence(offset - 1)[1], offset + _REACH)]

    def tells(self, offset: int) -> bool:
        """Whether the place belongs to the story: the title, or the body outside of measures and advice."""
        if self.in_title(offset):
            return True
        if offset < self.body:
            return False
        kinds = self.kinds(offset)
        return not (kinds and kinds[0] in _ADVISING) and not self.advises(offset)

    def advises(self, offset: int) -> bool:
        """Whether the sentence at `offset` asks, warns or promises instead of telling."""
        start, end = self.sentence(offset)
        known = self._advice.get(start)
        if known is None:
            tail = self.text[max(start, end - 60) : end].rstrip("。 ")
            known = bool(_ADVICE.search(tail)) and not _OPENING.search(self.text, start, min(end, start + 200))
            self._advice[start] = known
        return known

    def denied(self, end: int) -> bool:
        """Whether the clause denies the word that ends at `end`."""
        return _DENIED.match(self.after(end)) is not None

    def expected(self, end: int) -> bool:
        """Whether the clause speaks of the word that ends at `end` as of something that may yet come."""
        return _FUTURE.match(self.after(end)) is not None
