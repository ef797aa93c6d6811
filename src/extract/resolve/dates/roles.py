"""What each date is the date of: its role.

First counts what is fixed to the date itself (4月5日時点, 4月5日付「…」), its label (発生日：4月5日) and a
verb that modifies it (発覚した4月5日), then the clauses that follow it. What gives no cue takes the role of the
next date of its list, of its heading, of the kinds of its section.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from extract.lexicon import Hit
from extract.mention import Date, Section
from extract.resolve.dates.cues import DateCues
from extract.resolve.dates.data_periods import is_as_of_data, is_period, says_whose
from extract.resolve.dates.labels import Labels, is_ahead
from extract.resolve.dates.predicates import Predicates
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["resolve_roles"]

# `時点`, `現在`, `までのところ`: as of a date.
_AS_OF: Final = shape(r" {0,3}[)]? {0,3}の?(?:時点|現在)|当時の|までのところ|(?:時点)?で見る(?:かぎり|限り)")
# `付「…」`, `付けの第二報`, `付の公表`, `付)`, `追加)`: a release of that date.
# Not: `付で…報告を受けた`.
_TITLED: Final = shape(
    r" {0,3}+(?:付け?+)?+ {0,3}+(?:にて|[のにで])?+ {0,3}+(?!「[確速続]報"
    # 「みほん市場」における; 「…のお知らせ」において is a release's title.
    r"|「[^」\n]{1,40}」(?:の(?:手口|手法|方法)|(?<![せてび告件]」)(?:における|において|に対))"
    # 4月5日「みほん市場」「みほん通販」の受注を停止.
    r"|(?:「[^」\n]{1,40}(?<![せてび告件])」[、・]?){1,4}+[^。、\n]{0,12}?(?:停止|再開|休止|中止|閉鎖|復旧|遮断))"
    r"(?:[「『\"【《]|[(]?第 {0,2}[\d一二三四五六七八九十]{1,2} {0,2}報"
    r"|(?:プレス|ニュース)リリース|お知らせ[「『])"
    r"| {0,3}付け?の(?:公表|発表|お知らせ|公式)| {0,3}(?:公表|発表|開示)の[「『]"
    r"| {0,3}付け? {0,3}(?=[)\]】>\n]|https?:|\Z)| {0,3}(?:追加|追記|更新|掲載|改訂|改定)[)\]】]"
)
# [1月23日 - 不正アクセスについて], [1月23日:なりすましに関するQ&A]: a title behind the date that opens its line.
_HEADS: Final = (" ", ":", "-", "–", "|", "付")
_TITLE: Final = shape(
    r"(?:付け?)? {0,3}[:\-–|]? {0,3}[^。、:|\n]{6,60}?(?:について|に関しま?して|q&a|faq|質問)"
    r"(?: {0,2}\([^()\n]{0,12}\))?[」』)]?(?= {0,3}(?:\||\n|\Z))"
)
# 「…のお知らせ」([2026年8月17日]), 【前回報告】[令和6年12月]: likewise, from before.
# And [現時点](5月21日9時)で判明している, which is of no release.
_LED_BY: Final = shape(
    r"(?P<now>現時点|現在|時点) {0,2}[(]$"
    r"|(?:[」』\"]|について|お知らせ|リリース|発表|報|ご報告) {0,3}[(\[【]{1,2} {0,3}$"
    r"|[【(]第 {0,2}[\d一二三四五六七八九十]{1,2} {0,2}報[: ] {0,2}$"
    r"|(?:前回|今回)の?(?:報告|公表|発表|お知らせ)[】\])>:]? {0,3}$"
)
# 「みほん通信」(2029年3月31日[配信終了]): the bracket tells something of what is quoted.
_TOLD_OF: Final = shape(r" {0,2}(?!付|公表|発表|公開|掲載|配布|追|更新|改|版|号|第)[一-龥ァ-ヶ]")
# What all of these end in.
_LEADS: Final = " ([【:】])>告表せ"
# No more than blanks and the breaks of lines: a date that ends its section heads the next one.
_BREAKS: Final = shape(r"\s{0,16}+")
# The date is the predicate: 発生したのは4月5日[である], 再開は6月中旬[を予定], 期間を「4月5日～6日」[と特定].
_COPULA: Final = shape(
    r"」?(?:(?:を|中?の)(?:予定|見込)|で(?:、以|ある|す|した|あった|あり)|まで(?:です|でし)|とし?て(?:おり|い)"
    r"|と(?:なり|なっ|なる(?:見込|予定)|推定|推測|特定|考え|みられ|見られ))"
)
# 異状をとらえた[のは]9月30日: what comes before is what the date is said of.
_SUBJECT: Final = shape(r"(?:の|時期|日時|期間)は、? {0,2}$")
# 8月8日[のお知らせ]以降, 8月14日[の第三者による攻撃の後]に, 4月16日[の市からの発表], 7月14日[までの調査]で: the noun
# tells, by its last word. Not: 8月8日[の夜]に侵入.
_OF: Final = shape(
    r" {0,2}(?:付け?|まで|から)?の(?!間|期間|うち)"
    r"(?:によ[るり]|からの|など|\([^()\n]{0,16}+\)|[^をがはでとにへもやか、。\n(]){1,32}"
)
_BEFORE_NOUN: Final = ("の", "付", "まで", "から", " ")
# What a day to come has none of.
_PAST: Final = frozenset(("occurred", "detected", "data_period"))
# 4月1日からの営業[につきましては]: said of something else.
_ABOUT: Final = shape(r"につ[いき]|に関し")
# `続報`, `第2報`: a word of telling that is a publication.
_REPORT: Final = shape(r"報$")
# 委員会へは8月25日[に、警察へは]8月26日に届け出: two dates of one verb.
_PARALLEL: Final = shape(r"に、[^、。\n]{1,16}(?:へは?|に(?:は|対し)?)")
_EACH_TO: Final = shape(r" {0,2}に? {0,2}[^、。\n]{2,16}?[にへ]?(?:、|および|及び) {0,2}(?:同月)?")
_PARALLEL_REACH: Final = 24
# 2月25日[に予定しております]試験, 1月18日[に当校が実施する]試験, 2022年[までメールに利用していた]装置, 8月24日[に装置の
# 更新を行っており]、: what was to come, or had been before, and no incident's.
_PLANNED: Final = shape(
    r" {0,2}(?:に(?:予定(?:して|する)|[^、。]{0,16}?(?:実施|開催)する {0,2}[一-龥])"
    r"|に[^、。\n]{0,20}?(?:更新|保守|メンテナンス|移行|入れ?替え?|交換|導入)(?:作業)?を?(?:(?:行っ|実施し|し)て(?:おり、|い))"
    r"|(?<=年)まで(?:(?!踏み台|送信|攻撃|不正)[^、。\n]){0,20}?(?:として|に)(?:利用|使用)(?:され|し)て(?![^、。]{0,6}当時の))"
)
# 11月5日[を目途に]: nothing is noticed by plan.
_AIMED: Final = shape(r" {0,2}を(?:目途|目処|めど|目標|目安)")
# 脆弱性診断([10月24日完了]): a measure taken.
_DONE: Final = shape(r" {0,2}(?:まで)?に?完了[)]")
# A date is bare before one of these, with which none of the shapes behind it begins; most dates are.
_BARE: Final = frozenset("、:|\n")
_BELOW: Final = shape(r"[ \n*・●○:>)\]】-]{1,12}")
# No more than either of these matches.
_LIST_REACH: Final = 16
# Between the dates of a list: `、`, `及び`, `付及び`, `(`; and between a date and a time of a table's row.
_LIST: Final = shape(
    r" {0,3}(?:付け?)?[でに]?(?:[、,・/]|及び|および|並びに|ならびに|または|又は|と|や|[()|]"
    r"|、?(?:および|及び)、?) {0,3}"
)

# Behind a label the dates of a list have its role: 発生期間:5月3日～4日、[5月6日～7日], also where each has a line of
# its own. Not: 発生日:5月3日、[5月6日に]検知.
_GOES_ON: Final = shape(r" {0,3}(?:[、,・/]|及び|および|並びに|ならびに|または|又は|と|\n[ \n・*-]{0,4}) {0,3}")
_ENDS: Final = shape(r" {0,3}(?:[、,(\n|]|\Z)")
# How many dates of such a list are gone back over to its label.
_LONGEST_LIST: Final = 6


def resolve_roles(
    document: Document,
    words: dict[str, list[Hit]],
    sections: Sequence[Section],
    dates: Sequence[Date],
    published: str | None,
) -> list[Date]:
    """Return the dates with their roles, in the same order; `published` is the release's own date."""
    if not dates:
        return []
    roles = _Roles(document, DateCues(document.folded, words["date_roles"]), sections, dates, published)
    return [Date(*date[:-1], role) for date, role in zip(dates, roles.all(), strict=True)]


class _Roles:
    """Looks around each date for the cues of its role."""

    def __init__(
        self,
        document: Document,
        cues: DateCues,
        sections: Sequence[Section],
        dates: Sequence[Date],
        published: str | None,
    ) -> None:
        self.document = document
        self.folded = document.folded
        self.cues = cues
        self.predicates = Predicates(document, cues, dates)
        self.labels = Labels(document, cues, sections, published)
        self.sections = sections
        self.section_starts = [section.span[0] for section in sections]
        self.dates = dates
        self.published = published

    def all(self) -> list[str]:
        """The roles of all dates; from the last to the first, so that a list's dates take that of its end."""
        roles: list[str] = []
        for index in range(len(self.dates) - 1, -1, -1):
            roles.append(self.role(index, roles[-1] if roles else None))
        return roles[::-1]

    def role(self, index: int, following: str | None) -> str:
        """The role of a date; what is yet to come has neither happened nor been noticed.

        Nobody notices over a period: what was noticed went on so long.
        """
        role = self.read(index, following)
        if role == "detected" and self.dates[index].end is not None:
            role = "occurred"
        return "other" if role in _PAST and is_ahead(self.dates[index], self.published) else role

    def read(self, index: int, following: str | None) -> str:
        """The role by the first of these that tells one; `following` is the next date's."""
        date = self.dates[index]
        start, end = date.span
        bare = self.folded[end : end + 1] in _BARE
        fixed = self.fixed(date, bare=bare)
        if fixed:
            return fixed
        section = bisect_right(self.section_starts, start) - 1
        labelled, of_time = self.labels.label(start, end)
        return (
            (labelled if of_time else None)
            or self.labels.entry(date)
            or (self.listed(index) and following)
            or self.continued(index)
            or self.labels.bracketed(date)
            or self.predicates.closed(date)
            or self.besides(date, bare=bare)
            or (self.parallel(index) and following)
            or self.subject(date, bare=bare)
            or self.labels.headed(section, start)
            or self.labels.signed(date)
            or self.named(end)
            or self.told(index, section)
            or self.labels.above(section, date, labelled)
        )

    def fixed(self, date: Date, *, bare: bool) -> str | None:
        """The role by what is fixed to the date itself: 4月5日時点, 4月5日付「…」."""
        start, end = date.span
        if not bare and _AS_OF.match(self.folded, end):
            return "data_period" if is_as_of_data(self.folded, date) else "other"
        led = None
        if start and self.folded[start - 1] in _LEADS:
            led = _LED_BY.search(self.folded, max(0, start - 12), start)
            if led and led["now"]:
                return "other"
            if led and _TOLD_OF.match(self.folded, end):
                led = None
        titled = led or (not bare and date.end is None and _TITLED.match(self.folded, end))
        if not titled and date.end is None and self.folded.startswith(_HEADS, end):
            titled = _TITLE.match(self.folded, end) if self.labels.opens_line(start) else None
        return "disclosed" if titled else None

    def listed(self, index: int) -> bool:
        """Whether the next date is of the same list, or of the times below a day."""
        if index + 1 == len(self.dates):
            return False
        end, following = self.dates[index].span[1], self.dates[index + 1].span[0]
        if following - end > _LIST_REACH or self.dates[index + 1].last_day < self.dates[index].first_day:
            return False
        return _LIST.fullmatch(self.folded, end, following) is not None or self.is_above_time(index)

    def continued(self, index: int) -> str | None:
        """The role by the label of the list that a date goes on with: 発生期間:5月3日～4日、5月6日～7日."""
        if not index or not _ENDS.match(self.folded, self.dates[index].span[1]):
            return None
        for head in range(index - 1, max(-1, index - 1 - _LONGEST_LIST), -1):
            end, following = self.dates[head].span[1], self.dates[head + 1].span[0]
            if following - end > _LIST_REACH or not _GOES_ON.fullmatch(self.folded, end, following):
                return None
            labelled, of_time = self.labels.label(*self.dates[head].span)
            if of_time:
                return labelled
        return None

    def parallel(self, index: int) -> bool:
        """Whether the next date has the same verb: 委員会へは8月25日に、警察へは8月26日に届け出."""
        if index + 1 == len(self.dates):
            return False
        end, following = self.dates[index].span[1], self.dates[index + 1].span[0]
        if following - end > _PARALLEL_REACH:
            return False
        if self.folded.startswith("に、", end):
            return _PARALLEL.fullmatch(self.folded, end, following) is not None
        # 8月25日 警察署、8月26日 保護委員会へ報告.
        if not _EACH_TO.fullmatch(self.folded, end, following):
            return False
        return any(hit.code == "authority" for hit in self.cues.between(end, following))

    def besides(self, date: Date, *, bare: bool) -> str | None:
        """The role of what is no part of the incident: plans, and whose data they are."""
        if self.folded.startswith(("に", "ま", " "), date.span[1]) and _PLANNED.match(self.folded, date.span[1]):
            return "other"
        return "data_period" if (not bare or is_period(date)) and says_whose(self.cues, date) else None

    def subject(self, date: Date, *, bare: bool) -> str | None:
        """The role by what the date is said of: 発生したのは4月5日です."""
        start, end = date.span
        before = max(0, start - 6), start
        topic = self.folded.endswith(("は", "は、", " "), *before) and _SUBJECT.search(self.folded, *before)
        if topic or (not bare and _COPULA.match(self.folded, end)):
            return self.predicates.clause_roles.topic(date)
        return None

    def told(self, index: int, section: int) -> str | None:
        """The role by the clauses that follow."""
        start, end = self.dates[index].span
        role = self.predicates.role(index, self.reach(section, start, end))
        if (
            role in ("occurred", "detected")
            and self.folded.startswith(("を", " "), end)
            and _AIMED.match(self.folded, end)
        ):
            return "other"
        return role or ("contained" if _DONE.match(self.folded, end) else None)

    def named(self, end: int) -> str | None:
        """The role by the noun that a date is set before: 8月8日のお知らせ以降."""
        match = _OF.match(self.folded, end) if self.folded.startswith(_BEFORE_NOUN, end) else None
        if match is None:
            return None
        cues = [hit for hit in self.cues.between(*match.span()) if hit.code not in ("person", "generic")]
        if cues and cues[-1].code == "told" and _REPORT.search(self.folded, cues[-1].start, cues[-1].end):
            return "disclosed"
        if not cues and _ABOUT.match(self.folded, match.end()):
            return "other"
        return self.labels.plain(cues[-1]) if cues else None

    def is_above_time(self, index: int) -> bool:
        """Whether a date stands alone above the times of its day: 4月5日 and, below, 08:56：侵入."""
        date, below = self.dates[index], self.dates[index + 1]
        return (
            "T" not in date.start
            and below.start.startswith(f"{date.start}T")
            and _BELOW.fullmatch(self.folded, date.span[1], below.span[0]) is not None
        )

    def reach(self, index: int, start: int, end: int) -> int:
        """How far the words about a date of a section go.

        To the section's end, or to that of the next one below a date as heading.
        """
        if index < 0:
            return len(self.folded)
        section = self.sections[index]
        heading = section.heading_span
        if (heading and heading[0] <= start < heading[1]) or _BREAKS.fullmatch(self.folded, end, section.span[1]):
            below = self.sections[index + 1 : index + 2]
            return next((child.span[1] for child in below if child.parent == index), section.span[1])
        return section.span[1]
