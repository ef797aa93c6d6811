"""What each date is the date of: its role.

Japanese says at the end of a clause what happened, so a date takes its role from the last cue of
the first clause after it that has one (4月5日に、漏えいを[確認]し、…). Before that come what is fixed to
the date itself (4月5日時点, 4月5日付「…」), its label (発生日：4月5日) and a verb that modifies it
(発覚した4月5日). What gives no cue takes the role of the next date of its list, of its heading, of the
kinds of its section.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from extract.lexicon import Hit
from extract.mention import Date, Section
from extract.text.document import Document

__all__ = ["resolve_roles"]

# How far after a date its predicate may stand, and how far before it its label or topic.
_AHEAD: Final = 240
_BACK: Final = 80

# The cues that are roles themselves.
_ROLES: Final = frozenset(
    ("occurred", "detected", "disclosed", "reported", "contained", "investigated", "restored", "notified")
)
# What a section's kinds say of a date that nothing else speaks of.
_BY_KIND: Final = {
    "authorities": "reported",
    "notification": "notified",
    "recovery": "restored",
    "disclosure": "disclosed",
    "affected_data": "data_period",
}

# `時点`, `現在`: as of a date.
_AS_OF: Final = re.compile(r" {0,3}[)]? {0,3}の?(?:時点|現在)")
# 2019年10月時点[の情報], [で保有していた]: the date of the data themselves. Not: 時点の件数, 時点で確認.
_DATA_AS_OF: Final = re.compile(
    r" {0,3}(?:時点|現在) {0,3}(?:の(?:[^。、の]{0,12}(?:情報|データ|名簿)|.{0,8}(?:職制|在籍))|で[^。、]{0,24}(?:登録|在籍|保有|保存|設定|会員))"
)
# `付「…」`, `付けの第二報`: a release of that date.
_TITLED: Final = re.compile(r" {0,3}(?:付け?)? {0,3}(?:の|に)? {0,3}(?:[「『\"【《]|第 {0,2}[\d一二三四五六七八九十]{1,2} {0,2}報|(?:プレス|ニュース)リリース)")
# 「…のお知らせ」([2026年8月17日]): likewise, from before.
_TITLE: Final = re.compile(r"(?:[」』\"]|について|お知らせ|リリース|報) {0,3}[(\[【]{1,2} {0,3}$")
# A label ends the line's words before the date: `発生日：`, `1. 検知日時 `, `|判明日|`, `(確認日:`.
_LABEL: Final = re.compile(r"(?:[:|)\]】〕>]|(?<=[日時期間刻]) ) {0,4}$")
_LABEL_OF_TIME: Final = re.compile(r"[日時期間刻点](?:的|帯)?[ )】\]:|]*$")
# A verb that modifies the date: 検知した, 発覚いたしました.
_MODIFIES: Final = re.compile(r"(?:し|され|いたし)?(?:た|ました) {0,2}$")

# The end of a clause with a verb in the middle of a sentence: 受け、 停止し、 行い、 確認したところ、 ものの、
# Not: において、 に対し、 より、 に向け、 当社が、
_CLAUSE_END: Final = re.compile(
    r"(?<![対関際])し、|(?<!よ)り、|[れき]、|[受設続避助届掛]け、|[まみいせめべげえ]、|[んいっ]で、"
    r"|(?<!おい)(?<!つい)(?<!対し)(?<!とし)(?<!よっ)(?<!関し)(?<!かけ)(?<!もっ)(?<!に)(?<!めて)(?<!せ)て、"
    r"|(?:ところ|た(?:ため|ことから|ことにより|ことを受け|際に?|後に?|のち|うえで?|上で|が)|ますが|せんが|ものの|とともに|と同時に|結果)、|。|;"
)
# A cue that goes on to another verb ends its clause: 検知[し]停止, 遮断[のうえ].
_GOES_ON: Final = re.compile(r"(?:し|され)(?![たてまなつう])|して、|のうえ|の上、|後、|の後")
# 発生[した]サイバー攻撃, 公表[いたしました]「…」: the verb modifies a noun, and the date with it. Not 発生した[こと, ため, 後].
_ATTRIBUTIVE: Final = re.compile(
    r"(?:(?:いた)?し|され|さ|せ|れ|られ|っ|い|き|を(?:行|し)[いっ]?)?(?:た|ました|て(?:いる|いた|おりました|おります)|る|の|頂い?た|いただいた) {0,2}"
    r"(?!こと|事実|旨|可能|ため|為|際|後|結果|時|場合|上|疑|痕|形|恐|お[そ]|通|と|模様|中|もの|の|ところ|うえ|[をがにはでも、。])(?=[「『一-龥ァ-ヶa-zお本当同ご])"
)
# A word for an attack that only modifies another: 不正アクセス[による], [の可能性], [防止].
_MERELY_NAMED: Final = re.compile(
    r" {0,2}(?:等|など)?(?:に(?:よる|関|係|伴|対する|つ[いき]|備え|向け)|対策|防止|予防|の?(?:拡大|可能性|おそれ|恐れ|疑い|懸念|原因|有無|影響|状況|対象|内容|痕跡|形跡|経緯|事実|件))"
)
# 調査[の結果], 調査[したところ]: not what the date is said of.
_SIDE: Final = re.compile(r"(?:の結果|を?(?:した|いたしました|行ったところ|進めた)(?:結果|ところ)|により|による|によって|を受け|中の|報告|結果に|から|に基づ|を踏まえ)")
# 確認[されておりません]
_DENIED: Final = re.compile(r"(?:は|も)?(?:し|され|でき|さ)?(?:て(?:おり|い)ま?|ま)?(?:せん|ない|なかった|おらず)")
# 報告[を受け], 連絡[があり]: the organisation is told.
_RECEIVED: Final = re.compile(r"(?:書)?[」』)]?(?:等|など)?(?:が|を|も|の)?(?:速やかに|正式に)?(?:お?頂|いただ|受け|受領|受信|あり|あっ|ござい|入[りっ]|寄せ|届|なされ|され)")
_SOURCE: Final = re.compile(r"から(?!の影響)|より(?!良|強|一層)")
# What is said of an attack that had gone on before: 行われ[ていた]こと, メールを送信し[ていた].
_HAD_BEEN: Final = re.compile(r"て(?:いた|おりま|おった|いました)|で(?:あった|した)|あったこと")
_LOOKED_BACK: Final = re.compile(r"調査|遡|さかのぼ|解析|ログ|結果")
_LIST: Final = re.compile(r" {0,3}(?:[、,・/]|及び|および|並びに|ならびに|または|又は|と|や|、?(?:および|及び)) {0,3}")
_DATA_NOUN: Final = re.compile(r"[^、。]{0,12}?(?:お客|方|皆|ユーザー|会員|情報|データ|従業|患者|生徒|学生|メール|顧客|社員|職員|者|明細|名簿|分)")
_PERIOD: Final = re.compile(r" {0,2}(?:まで)?の(?:期間|間)")


def resolve_roles(
    document: Document, words: dict[str, list[Hit]], sections: Sequence[Section], dates: Sequence[Date]
) -> list[Date]:
    """Return the dates with their roles, in the same order."""
    roles = _Roles(document, words["date_roles"], sections, dates)
    return [date._replace(role=role) for date, role in zip(dates, roles.all(), strict=True)]


class _Roles:
    """Looks around each date for the cues of its role."""

    def __init__(self, document: Document, hits: list[Hit], sections: Sequence[Section], dates: Sequence[Date]) -> None:
        self.document = document
        self.folded = document.folded
        self.hits = hits
        self.starts = [hit.start for hit in hits]
        self.sections = sections
        self.section_starts = [section.span[0] for section in sections]
        self.dates = dates

    def all(self) -> list[str]:
        """The roles of all dates; from the last to the first, so that a list's dates take that of its end."""
        roles: list[str] = []
        for index in range(len(self.dates) - 1, -1, -1):
            roles.append(self.role(index, roles[-1] if roles else None))
        return roles[::-1]

    def role(self, index: int, following: str | None) -> str:
        date = self.dates[index]
        start, end = date.span
        as_of = _AS_OF.match(self.folded, end)
        if as_of:
            return "data_period" if _DATA_AS_OF.match(self.folded, end) else "other"
        if _TITLED.match(self.folded, end) or _TITLE.search(self.folded, max(0, start - 12), start):
            return "disclosed"
        labelled, of_time = self.label(start)
        if labelled and of_time:
            return labelled
        if following and index + 1 < len(self.dates):
            gap = _LIST.fullmatch(self.folded, end, self.dates[index + 1].span[0])
            if gap:
                return following
        return self.predicate(index) or labelled or self.heading(start, date)

    # What stands before the date.

    def label(self, start: int) -> tuple[str | None, bool]:
        """The role that a label or a verb right before the date gives, and whether it says so of a time."""
        line = self.document.line_at(start)
        begin = max(line.body, start - _BACK)
        before = self.folded[begin:start]
        modified = _MODIFIES.search(before)
        if not modified and not _LABEL.search(before):
            return None, False
        cues = self.between(begin, start)
        if not cues:
            return None, False
        last = cues[-1]
        if modified:
            return (self.plain(last.code), True) if last.end >= begin + modified.start() else (None, False)
        if len(before) - (last.end - begin) > 16 or "。" in before:
            return None, False
        return self.plain(last.code), _LABEL_OF_TIME.search(before) is not None

    def plain(self, code: str) -> str | None:
        """The role that a cue gives without a clause around it."""
        if code in _ROLES or code == "data_period":
            return code
        return {"told": "reported", "authority": "reported", "counsel": "investigated", "person": "notified"}.get(code)

    def between(self, start: int, end: int) -> list[Hit]:
        return self.hits[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    # What stands after it.

    def predicate(self, index: int) -> str | None:
        """The role by the first clause after the date that tells one."""
        date = self.dates[index]
        bound = False
        for start, end in self.clauses(index):
            role = self.judge(date, start, end, bound=bound)
            if role:
                return role
            bound = True
        return None

    def clauses(self, index: int) -> Iterator[tuple[int, int]]:
        """The clauses after a date, to the end of its sentence or the next date that begins one of its own."""
        start = self.dates[index].span[1]
        limit = self.limit(index)
        for match in _CLAUSE_END.finditer(self.folded, start, limit):
            yield start, match.end()
            start = match.end()
        if start < limit:
            yield start, limit

    def limit(self, index: int) -> int:
        """How far the words about a date go."""
        end = self.dates[index].span[1]
        following = self.dates[index + 1].span[0] if index + 1 < len(self.dates) else len(self.folded)
        sentences = self.document.sentences
        at = self.document.sentence_index(end - 1)
        if at < 0:
            return end
        limit = sentences[at].end
        # A date alone on its line, or with a mark behind it: what it dates stands below.
        if not self.folded[end:limit].strip(" :;)]】>|*#~頃、にの→"):
            for sentence in sentences[at + 1 : at + 3]:
                if sentence.start >= following or sentence.start - limit > 8:
                    break
                limit = sentence.end
        return max(end, min(limit, following, end + _AHEAD))

    def judge(self, date: Date, start: int, end: int, *, bound: bool) -> str | None:
        """The role that one clause gives, by its last cue that counts."""
        cues: list[Hit] = []
        for hit in self.between(start, end):
            if hit.code == "desk":
                return "other"
            if hit.code == "data_period":
                if self.is_data(date, hit, start, bound):
                    return "data_period"
                continue
            if hit.code == "occurred" and _MERELY_NAMED.match(self.folded, hit.end):
                continue
            if hit.code in ("investigated", "counsel") and _SIDE.match(self.folded, hit.end):
                continue
            if hit.code == "detected" and _DENIED.match(self.folded, hit.end):
                continue
            cues.append(hit)
            if hit.code in ("person", "authority", "counsel", "generic"):
                continue
            if _GOES_ON.match(self.folded, hit.end):
                break
            if not bound and _ATTRIBUTIVE.match(self.folded, hit.end) and "、" not in self.folded[date.span[1] : hit.start]:
                break
        return self.weigh(date, cues, start)

    def is_data(self, date: Date, hit: Hit, start: int, bound: bool) -> bool:
        """Whether the date says whose data: の期間に購入されたお客様, 以前に登録された情報."""
        match = _ATTRIBUTIVE.match(self.folded, hit.end)
        if not match or not _DATA_NOUN.match(self.folded, match.end()):
            return False
        spans_days = date.end is not None or date.modifier in ("before", "after") or date.precision in ("year", "month")
        return spans_days or (not bound and "、" not in self.folded[start : hit.start])

    def weigh(self, date: Date, cues: list[Hit], start: int) -> str | None:
        """Choose among a clause's cues."""
        telling = [hit for hit in cues if hit.code in _ROLES or hit.code == "told"]
        if not telling:
            if any(hit.code == "counsel" for hit in cues):
                return "investigated"
            return self.topic(date) if any(hit.code == "generic" for hit in cues) else None
        last = telling[-1]
        if last.code == "told":
            return self.told(cues, last, start)
        if last.code == "detected":
            before = [hit for hit in telling if hit.code == "occurred"]
            if before and self.looks_back(date, before[-1], last):
                return "occurred"
        if last.code in ("disclosed", "notified") and self.addressed(cues, last):
            return "reported"
        return last.code

    def looks_back(self, date: Date, event: Hit, finding: Hit) -> bool:
        """Whether a finding is about an event of that date: 6月17日に不正ログインがなされていた事実が判明."""
        if date.end is not None or date.modifier == "after":
            return True
        if not _HAD_BEEN.search(self.folded, event.end, finding.start):
            return False
        sentence = self.document.sentence_at(date.span[0])
        return _LOOKED_BACK.search(self.folded, max(sentence.start, date.span[0] - _BACK), date.span[0]) is not None

    def addressed(self, cues: list[Hit], last: Hit) -> bool:
        return any(hit.code == "authority" and hit.end <= last.start and last.start - hit.end <= 12 for hit in cues)

    def told(self, cues: list[Hit], last: Hit, start: int) -> str:
        """Who told whom: 連絡を受け is noticing, 警察へ届け reporting, お客様へ連絡 notifying."""
        if _RECEIVED.match(self.folded, last.end):
            return "detected"
        sources = [match.start() for match in _SOURCE.finditer(self.folded, start + 2, last.start)]
        authority = next((hit for hit in reversed(cues) if hit.code == "authority"), None)
        if authority is None and not sources:
            sentence = self.document.sentence_at(start)
            earlier = self.between(max(sentence.start, start - _BACK), start)
            authority = next((hit for hit in reversed(earlier) if hit.code == "authority"), None)
        if authority is not None and authority.end not in sources:
            return "reported"
        if sources:
            return "detected"
        if any(hit.code in ("person", "notified") for hit in cues):
            return "notified"
        return "reported"

    def topic(self, date: Date) -> str | None:
        """The role of what a verb without meaning of its own is said of: 攻撃は4月5日に行われた."""
        sentence = self.document.sentence_at(date.span[0])
        cues = self.between(max(sentence.start, date.span[0] - _BACK), date.span[0])
        return next((hit.code for hit in reversed(cues) if hit.code in _ROLES), None)

    # What stands above it.

    def heading(self, start: int, date: Date) -> str:
        """The role by the words of the heading, else by the section's kinds."""
        index = bisect_right(self.section_starts, start) - 1
        if index < 0:
            return "other"
        section = self.sections[index]
        if section.heading_span and section.heading_span[1] <= start:
            cues = [hit for hit in self.between(*section.heading_span) if hit.code in _ROLES]
            if cues and _LABEL_OF_TIME.search(self.folded, *section.heading_span):
                return cues[-1].code
        return next((_BY_KIND[kind] for kind in section.kinds if kind in _BY_KIND), "other")
