"""What stands before a date and above it says what it is the date of: labels, brackets, headings, kinds of sections."""

from collections.abc import Sequence
from typing import Final

from extract.lexicon import Hit
from extract.mention import Date, Section, Span
from extract.resolve.dates.asides import is_received
from extract.resolve.dates.cues import BACK, ROLES, DateCues
from extract.resolve.dates.data_periods import is_period
from extract.text.document import Document
from extract.text.lines import is_entry
from extract.text.shape import shape

__all__ = ["Labels", "is_ahead"]

# What a section's kinds say of a date that nothing else speaks of.
_BY_KIND: Final = {
    "authorities": "reported",
    "notification": "notified",
    "recovery": "restored",
    "disclosure": "disclosed",
    "affected_data": "data_period",
}
# A label ends the line's words before the date: `発生日：`, `1. 検知日時 `, `|判明日|`, `(確認日:`, `対象期間①`,
# `攻撃を受けた期間(`, `改ざんされていた期間中(`.
_LABEL: Final = shape(r"(?:[:|)\]】〕>①-⑳]|(?:(?<=[日時期間刻])|(?<=期間中))[ \n(]) {0,4}$")
# What such words, and a verb that modifies the date, end in.
_ENDS_LABEL: Final = frozenset(":|)]】〕>①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ \n(たの")
_LABEL_LENGTH: Final = 24
_HEADING_LENGTH: Final = 80
# What a heading labels opens its line, but for a mark.
_OPENS: Final = 4
# Such a label names a time. Not: `対応状況:`, `利用者:`.
_LABEL_OF_TIME: Final = shape(r"(?:[日時期間刻点](?:的|帯)?|期間中)[ ()】\]:|①-⑳\n]*$")
# No label but the date of another line: `発生日:5月3日`.
_DATED: Final = shape(r"[0-9] {0,2}[日時][ )\n]*$")
# A heading that says no more: `<期間>`, `2. 日時`.
_BARE_TIME: Final = shape(r"[^一-龥]*(?:期間|日時|時間帯?|時期)[^一-龥]*")
# A verb that modifies the date: 検知した, 発覚いたしました.
_MODIFIES: Final = shape(r"(?:し|され|いたし|致し)?(?:た|ました) {0,2}$|(?<=発生|発覚|検知)の$")
# 検知した4月5日[以前]: the verb modifies the day, and not the time before it.
_SUFFIXED: Final = ("以前", "以降", "以後", "より前")
# 遮断(4月5日[)], 通信を確認(3月31日~4月10日[、計約180GB)]. Not: (4月5日公表).
_ALONE: Final = shape(r"[ 頃ごろ]{0,2}(?:まで)?(?:\([月火水木金土日]\))?(?:[、,][^()\n]{0,20})?\)(?![」』])")
# パスワードをリセット[(]4月5日), 復旧[しました(]4月5日). Not: 遮断された会員(4月5日).
_DEED: Final = shape(r"(?:を?(?:実施|完了|開始))?(?:(?:いた|致)?し(?:まし)?た|済み?)?。?[ (]{1,2}")
# ・警察へ通報[:]4月22日.
_ENDS_ENTRY: Final = shape(r"(?<![日時間刻]) {0,2}: {0,2}$")
_ENTRY_LENGTH: Final = 60
# 11月14日、[②第2報：]11月25日: after the date comes the label of another.
_NEXT_LABEL: Final = shape(r"[、 (][^、。\n ]{0,16}:")


def is_ahead(date: Date, published: str | None) -> bool:
    """Whether a date lies behind the release's own, by no more than a plan reaches."""
    if published is None or date.first_day <= published:
        return False
    return date.first_day[:4] == published[:4] or date.precision in ("year", "month")


class Labels:
    """Reads the words before dates, in their lines and above them."""

    def __init__(self, document: Document, cues: DateCues, sections: Sequence[Section], published: str | None) -> None:
        self.document = document
        self.folded = document.folded
        self.cues = cues
        self.sections = sections
        self.published = published

    def label(self, start: int, end: int) -> tuple[str | None, bool]:
        """The role that a label or a verb right before the date gives, and whether it says so of a time."""
        if self.folded[start - 1] not in _ENDS_LABEL:
            return None, False
        begin = self.label_start(start)
        if begin == start:
            return None, False
        before = self.folded[begin:start]
        modified = _MODIFIES.search(before)
        if not modified and not _LABEL.search(before):
            return None, False
        cues = self.cues.between(begin, start)
        # 攻撃を受けた期間: what was suffered tells, and not that it was.
        last = next((hit for hit in reversed(cues) if hit.code != "generic"), None)
        if last is None:
            return None, False
        if modified and self.folded.endswith(_SUFFIXED, start, end):
            return None, False
        if modified:
            return (self.plain(last), True) if last.end >= begin + modified.start() else (None, False)
        if len(before) - (last.end - begin) > 16 or "。" in before:
            return None, False
        of_time = _LABEL_OF_TIME.search(before) is not None
        return self.plain(last) or (self.told_to(cues) if of_time else None), of_time

    def told_to(self, cues: list[Hit]) -> str | None:
        """The role that a label gives by who is told: 委員会への報告日, 本人への通知日."""
        codes = {hit.code for hit in cues}
        if "told" not in codes:
            return None
        return "reported" if "authority" in codes else "notified" if "person" in codes else None

    def label_start(self, start: int) -> int:
        """Where the words before a date begin: in its line, or in the one above where it opens its line."""
        lines = self.document.lines
        index = self.document.line_index(start)
        line = above = lines[index]
        if line.body == start:
            if index > 0 and lines[index - 1].kind != "blank":
                above = lines[index - 1]
            elif index > 1 and lines[index - 2].kind != "blank":
                above = lines[index - 2]
            short = above.right - above.left <= _LABEL_LENGTH
            if (
                short
                and _LABEL_OF_TIME.search(self.folded, above.left, above.right)
                and not _DATED.search(self.folded, above.left, above.right)
            ):
                return above.left
        return max(line.body, start - BACK)

    def plain(self, hit: Hit) -> str | None:
        """The role that a cue gives without a clause around it."""
        if hit.code in ROLES or hit.code == "data_period":
            return hit.code
        if hit.code == "told" and is_received(self.folded, hit):
            return "detected"
        return {"authority": "reported", "counsel": "investigated"}.get(hit.code)

    def bracketed(self, date: Date) -> str | None:
        """The role of a date alone in a bracket, by what stands before it: ネットワークを遮断(4月5日)."""
        start, end = date.span
        start -= self.folded.startswith(" ", start - 1)
        if self.folded[start - 1] != "(" or not _ALONE.match(self.folded, end):
            return None
        sentence, line = self.document.sentence_at(start), self.document.line_at(start)
        begin = max(sentence.start, line.body, start - BACK)
        cues = [hit for hit in self.cues.between(begin, start) if hit.code != "generic"]
        if not cues or not _DEED.fullmatch(self.folded, cues[-1].end, start):
            return None
        return self.plain(cues[-1]) or self.told_to(cues)

    def entry(self, date: Date) -> str | None:
        """The role of a date that ends the line of an event: ・警察へ通報:4月22日."""
        start, end = date.span
        line = self.document.line_at(start)
        if not is_entry(self.folded, line) or line.right - end > 1 or start - line.body > _ENTRY_LENGTH:
            return None
        if not _ENDS_ENTRY.search(self.folded, line.body, start):
            return None
        cues = [hit for hit in self.cues.between(line.body, start) if hit.code != "generic"]
        return (self.plain(cues[-1]) or self.told_to(cues)) if cues else None

    def headed(self, index: int, start: int) -> str | None:
        """The role by a section's heading that labels the time below it: 発生日時, 判明日, 報告を受けた日."""
        heading = self.sections[index].heading_span if index >= 0 else None
        if heading is None or not self.is_under(heading, start):
            return None
        if not self.opens_line(start) or not _LABEL_OF_TIME.search(self.folded, *heading):
            return None
        roles = [role for hit in self.cues.between(*heading) if (role := self.plain(hit))]
        if not roles and _BARE_TIME.fullmatch(self.folded, *heading):
            return "occurred"
        return roles[-1] if roles else None

    def above(self, index: int, date: Date, labelled: str | None) -> str:
        """The role by what stands above in a section, where neither the date's label nor a clause says it."""
        if index < 0:
            return labelled or "other"
        section = self.sections[index]
        by_kind = next((_BY_KIND[kind] for kind in section.kinds if kind in _BY_KIND), None)
        whose, published = by_kind == "data_period", by_kind == "disclosed"
        if (whose and not is_period(date)) or (published and not self.heads_entry(date)):
            by_kind = None
        heading = section.heading_span
        if (
            labelled is None
            and by_kind is None
            and heading
            and self.is_under(heading, date.span[0])
            and self.ends_line(date)
        ):
            labelled = self.cues.last_role(*heading)
        return labelled or by_kind or "other"

    def heads_entry(self, date: Date) -> bool:
        """Whether a date of a list of publications stands alone in its line, or opens it and is past."""
        return self.ends_line(date) or (self.opens_line(date.span[0]) and not is_ahead(date, self.published))

    def signed(self, date: Date) -> str | None:
        """The role of the release's own date, alone on its line."""
        if date.start[:10] != self.published:
            return None
        line = self.document.line_at(date.span[0])
        return "disclosed" if date.span == (line.left, line.right) else None

    def is_under(self, heading: Span, start: int) -> bool:
        """Whether a place stands under a heading that is short enough to label it."""
        return heading[1] <= start and heading[1] - heading[0] <= _HEADING_LENGTH

    def opens_line(self, start: int) -> bool:
        """Whether no more than a mark stands before a place in its line."""
        return start - self.document.line_at(start).body <= _OPENS

    def ends_line(self, date: Date) -> bool:
        """Whether nothing but other dates and their labels follows in the date's line."""
        end = self.document.line_at(date.span[0]).right
        return (
            end - date.span[1] <= 4
            or _NEXT_LABEL.search(self.folded, date.span[1], min(end, date.span[1] + 24)) is not None
        )
