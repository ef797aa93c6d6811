"""The clauses after a date, cut where Japanese ends them, with what stands in brackets left aside."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from extract.mention import Date, Span
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["Clause", "Clauses"]

# How far after a date its predicate may stand.
_AHEAD: Final = 240


def _behind(words: str) -> str:
    """Return a pattern that holds behind the comma after any of the words."""
    return "(?:" + "|".join(f"(?<={word}、)" for word in words.split()) + ")"


# The comma after a clause with a verb in the middle of a sentence: 受け、 停止し、 行い、 確認し、 ものの、
# Not: において、 に対し、 より、 に向け、 当社が、
_VERB: Final = (
    r"(?<=[しりれきまみいせめべげえ]、)(?<![対関際]し、)(?<!より、)|(?<=[受設続避助届掛]け、)|(?<=[んいっ]で、)"
    r"|(?<=[^せに]て、)(?<!おいて、)(?<!ついて、)(?<!対して、)(?<!として、)(?<!よって、)(?<!関して、)"
    r"(?<!かけて、)(?<!もって、)"
    rf"|{_behind('た たことにより たことを受け た後 た後に たのち たが')}"
    rf"|{_behind('ます ますが せんが ので ものの とともに と同時に')}"
)
# A clause that only leads up to the next one: 報告があったため、 調べたところ、 相談した上で、 点検を行った結果、
# Not: 受け、 検知し、 調査の結果、
_LEAD: Final = (
    rf"(?<!のため、){_behind('ため ことから たところ た際 た際に る際 る際に たうえで た上で た結果 中 中に')}"
)
# What stands in brackets is said beside: 「…が漏えいした」旨, (以下「本件」といいます。), 公表した「…(. Not: 」 alone,
# nor 「お知らせ」いたしました.
_ASIDE: Final = (
    r"「(?!(?:お知らせ|ご?報告|ご案内|公表)」)[^「」\n]{0,160}+(?:「[^「」\n]{0,80}+」[^「」\n]{0,80}+)?(?:」|\Z)"
    r"|\((?:[^()\n]|\([^()\n]{0,40}+\)){0,120}+(?:\)|\Z)"
)
# Each alternative begins with a letter of its own, which spares the pattern all other places.
_CUT: Final = shape(
    rf"{_ASIDE}|、(?:{_LEAD}(?P<lead>)|{_VERB})|。|;|<br {{0,2}}/?>"
    r"|てから|懸念から|から(?=今回|本公表|本件の公表|この度)|(?:件につ[いき](?:て|まして)|件に関し(?:て|まして)?|事[案象]につ[いき](?:て|まして)|事[案象]に関し(?:て|まして)?)、"
)
# 「…可能性がある。」[旨]: what is quoted ends no sentence.
_QUOTED: Final = shape(r"(?<=[」』])(?:旨|など|等|ような)")
# The label of the next date of a line: 第1報：11月14日、[②第2報：]11月25日.
_NEXT_LABEL: Final = shape(r"[、 (][^、。\n ]{0,16}[:] {0,2}$")
# What may stand between a date and the end of its line where what it dates stands below.
_NOTHING: Final = shape(r"(?:から|より|まで|頃|に|の|は|[ 、:;)\]】>|*#~→\n])*+")
# 4月5日、第三者[が、]4月2日に…, 4月5日、装置[が]4月2日に…: no verb yet, so the first date waits for the sentence's.
_WAITS: Final = shape(r"(?:が|[がはを]、[^、。\n]{0,12})$")
# ([4月5日]に吸収合併)が…: what is said in brackets ends with them.
_CLOSED: Final = shape(r"[^()\n]{2,60}\)")


class Clause(NamedTuple):
    """A clause at `start:end` of the folded text."""

    start: int
    end: int
    #: What stands in brackets in it.
    asides: tuple[Span, ...]
    #: It only leads up to the next one: 調査したところ、
    leads: bool
    #: Where its sentence begins; the date's own begins for it at the date.
    sentence: int

    def holds(self, offset: int) -> bool:
        """Whether `offset` stands in the clause itself and not in brackets."""
        return not any(start < offset < end for start, end in self.asides)


class Clauses:
    """Cuts what follows a date into clauses."""

    def __init__(self, document: Document, dates: Sequence[Date]) -> None:
        self.document = document
        self.folded = document.folded
        self.dates = dates
        #: Where the next date begins, of each.
        self.following = [*(date.span[0] for date in dates[1:]), len(document.folded)]

    def after(self, index: int, limit: int) -> Iterator[Clause]:
        """The clauses up to the next date, then those behind it in the same sentence; none reaches past `limit`."""
        end, following = self.dates[index].span[1], self.following[index]
        at = self.document.sentence_index(end - 1)
        if at < 0:
            return
        limit = min(limit, end + _AHEAD)
        stop = min(limit, following)
        if stop == following and self.folded.endswith((":", " "), end, following):
            label = _NEXT_LABEL.search(self.folded, max(end, following - 20), following)
            stop = label.start() if label else stop
        if closed := self.closed(end):
            yield from self.cut(end, min(closed, stop), end)
            return
        close = max(end, self.sentence_end(at, limit))
        yield from self.cut(end, max(end, min(close, stop)), end)
        if close > following:
            yield from self.cut(following, close, end)
        elif self.stands_alone(end, close):
            for sentence in self.document.sentences[at + 1 : at + 3]:
                if sentence.start >= stop:
                    return
                at += 1
                yield from self.cut(sentence.start, self.sentence_end(at, stop), sentence.start)

    def closed(self, end: int) -> int | None:
        """Where the bracket closes that a date stands in, if it does in the date's line."""
        begin = max(0, end - 60)
        opened = self.folded.rfind("(", begin, end)
        if opened <= self.folded.rfind(")", begin, end) or "\n" in self.folded[opened:end]:
            return None
        match = _CLOSED.match(self.folded, end)
        return match.end() if match else None

    def waits(self, index: int) -> bool:
        """Whether a date has but a subject or an object before the next one: 4月5日、第三者が、4月2日に."""
        following = self.following[index]
        return _WAITS.search(self.folded, max(self.dates[index].span[1], following - 16), following) is not None

    def sentence_end(self, at: int, limit: int) -> int:
        """Where a sentence ends, at `limit` at the latest; a full stop inside of brackets ends none."""
        sentences = self.document.sentences
        end = sentences[at].end
        start = max(sentences[at].start, end - _AHEAD)
        for sentence in sentences[at + 1 : at + 3]:
            if end >= limit or "\n" in self.folded[end : sentence.start]:
                break
            if not (self.is_open(start, end) or _QUOTED.match(self.folded, end)):
                break
            end = sentence.end
        return min(end, limit)

    def is_open(self, start: int, end: int) -> bool:
        """Whether a bracket is open at the end of a stretch."""
        return any(
            self.folded.count(opening, start, end) > self.folded.count(closing, start, end)
            for opening, closing in ("「」", "()")
        )

    def stands_alone(self, end: int, close: int) -> bool:
        """Whether nothing follows a date in its sentence, so that what it dates stands below."""
        row = self.document.line_at(end - 1).kind == "row"
        return not row and _NOTHING.fullmatch(self.folded, end, close) is not None

    def cut(self, start: int, end: int, sentence: int) -> Iterator[Clause]:
        """Cut a stretch of a sentence into its clauses."""
        asides: list[Span] = []
        for match in _CUT.finditer(self.folded, start, end):
            if self.folded[match.start()] in "「(":
                asides.append(match.span())
                continue
            yield Clause(start, match.end(), tuple(asides), match["lead"] is not None, sentence)
            start = match.end()
            asides.clear()
        if start < end:
            yield Clause(start, end, tuple(asides), False, sentence)
