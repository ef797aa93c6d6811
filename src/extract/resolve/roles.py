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
# [現時点](5月21日9時)で判明している
_NOW: Final = re.compile(r"(?:現時点|現在|時点) {0,2}[(]$")
# 2019年10月時点[の会員情報], [で保有していた]: the date of the data themselves. Not: 時点の件数, 時点の情報です.
_DATA_AS_OF: Final = re.compile(
    r" {0,3}(?:時点|現在)で?の[^。]{0,30}?(?:情報|データ|名簿|職制|在籍|会員|顧客)(?!で|に基|とな|とし|を)"
    r"| {0,3}(?:時点|現在)で[^。、]{0,24}(?:登録|在籍|保有|保存|設定|会員)"
)
# `付「…」`, `付けの第二報`, `付の公表`, `の教育委員会の発表`: a release of that date. Not: `付で…報告を受けた`.
_TITLED: Final = re.compile(
    r" {0,3}(?:付け?)? {0,3}[のにで]? {0,3}(?:[「『\"【《]|第 {0,2}[\d一二三四五六七八九十]{1,2} {0,2}報|(?:プレス|ニュース)リリース)"
    r"| {0,3}付け?の(?:公表|発表|お知らせ|公式)|(?:付け?)?の[^、。]{1,16}(?:発表|公表|お知らせ)"
)
# 「…のお知らせ」([2026年8月17日]): likewise, from before.
_TITLE: Final = re.compile(r"(?:[」』\"]|について|お知らせ|リリース|報) {0,3}[(\[【]{1,2} {0,3}$")
# A label ends the line's words before the date: `発生日：`, `1. 検知日時 `, `|判明日|`, `(確認日:`, `対象期間①`.
_LABEL: Final = re.compile(r"(?:[:|)\]】〕>①-⑳]|(?<=[日時期間刻]) ) {0,4}$")
# Such a label names a time. Not: `対応状況:`, `利用者:`.
_LABEL_OF_TIME: Final = re.compile(r"[日時期間刻点](?:的|帯)?[ )】\]:|①-⑳]*$")
# A heading that says no more: `<期間>`, `2. 日時`.
_BARE_TIME: Final = re.compile(r"[^一-龥]*(?:期間|日時|時間帯?|時期)[^一-龥]*")
# A verb that modifies the date: 検知した, 発覚いたしました.
_MODIFIES: Final = re.compile(r"(?:し|され|いたし)?(?:た|ました) {0,2}$")
# The date is the predicate: 発生したのは4月5日[である], 期間を「4月5日～6日」[と特定].
_COPULA: Final = re.compile(r"」?(?:で(?:、以|ある|す|した|あった|あり)|まで(?:です|でし)|とし?て(?:おり|い)|と(?:なり|なっ|推定|推測|特定|考え|みられ|見られ))")

# The end of a clause with a verb in the middle of a sentence: 受け、 停止し、 行い、 確認したところ、 ものの、
# Not: において、 に対し、 より、 に向け、 当社が、
_CLAUSE_END: Final = re.compile(
    r"(?<![対関際])し、|(?<!よ)り、|[れき]、|[受設続避助届掛]け、|[まみいせめべげえ]、|[んいっ]で、"
    r"|(?<!おい)(?<!つい)(?<!対し)(?<!とし)(?<!よっ)(?<!関し)(?<!かけ)(?<!もっ)(?<!に)(?<!めて)(?<!せ)て、"
    r"|た、|(?:て|懸念)から|から(?=今回|本公表|本件の公表|この度)|(?:ところ|た(?:ため|ことから|ことにより|ことを受け|際に?|後に?|のち|うえで?|上で|が)|ますが|せんが|ものの|とともに|と同時に|結果)、|。|;"
)
# Such a clause that only gives a reason: 不具合が生じた[ため、].
_REASON: Final = re.compile(r"(?:ため|ことから|ので)、$")
# A cue that goes on to another verb ends its clause: 検知[し]停止, 遮断[のうえ], 覚知[、]同社が.
_GOES_ON: Final = re.compile(r"(?:し|され)(?![たてまなつう])|して、|のうえ|の上、|後、|の後")
_BREAKS_OFF: Final = re.compile(r"[、(]")
# 発生[した]サイバー攻撃, 公表[いたしました]「…」: the verb modifies a noun, and the date with it. Not 発生した[こと, ため, 後].
_ATTRIBUTIVE: Final = re.compile(
    r"(?:を?(?:いた)?し|を?され|さ|せ|れ|られ|っ|い|き|を(?:行い?|し)|(?:を|し)?(?:て|い)?(?:いただ|頂))?[いっ]?(?:た|ました|て(?:いる|いた|おりました|おります)) {0,2}"
    r"(?!こと|事実|旨|可能|ため|為|際|後|結果|時|場合|上|疑|痕|形|恐|おそ|通|と|模様|中|もの|の|ところ|うえ|[をがにはでも、。])(?=[「『一-龥ァ-ヶa-zお本当同ご])"
)
# A word for an attack that only modifies another: 不正アクセス[による], [の可能性], [防止].
_MERELY_NAMED: Final = re.compile(
    r"(?<!者) {0,2}(?:等|など)?(?:に(?:よる|関|係|伴|対する|つ[いき]|備え|向け)|対策|防止|予防|の?(?:被害|拡大|可能性|おそれ|恐れ|疑い|懸念|原因|有無|影響|状況|対象|内容|痕跡|形跡|経緯|事実|件))"
)
# 調査[の結果], 調査[したところ]: not what the date is said of.
_SIDE: Final = re.compile(
    r"(?:の結果|を?(?:した|いたしました|行ったところ|進めた)(?:結果|ところ)|により|による|によって|を受け|中の|報告|結果に|から|に基づ|を踏まえ)"
)
# 確認[されておりません]
_DENIED: Final = re.compile(r"(?:は|も)?(?:し|され|でき|さ)?(?:て(?:おり|い)ま?|ま)?(?:せん|ない|なかった|おらず)")
# 報告[を受け], 連絡[があり]: the organisation is told.
_RECEIVED: Final = re.compile(
    r"(?:書)?[」』)]?(?:等|など)?(?:(?:が|を)[^、。]{1,16}(?:から|より)|が|を|も|の)?(?:速やかに|正式に)?(?:お?頂|いただ|受け|受領|受信|あり|あっ|ござい|入[りっ]|寄せ|届|なされ|され)"
)
_SOURCE: Final = re.compile(r"から(?!の影響)|より(?!良|強|一層)")
# What is said of an attack that had gone on before: 行われ[ていた]こと, メールを送信し[ていた].
_HAD_BEEN: Final = re.compile(r"て(?:いた|おりま|おった|いました)|で(?:あった|した)|あったこと")
_LOOKED_BACK: Final = re.compile(r"調査|遡|さかのぼ|解析|ログ|結果")
# 相談窓口[に]相談: the desk of somebody else.
_TO_DESK: Final = re.compile(r"に|へ|から")
# お知らせ[いたします]: said now, not on the date.
_PERFORMS: Final = re.compile(r"(?:を)?(?:いた|致)?(?:します|申し上げます|させて(?:いただ|頂)きます)")
_SENT: Final = ("送信", "送付", "配信", "受信")
_MAIL: Final = re.compile(r"(?:電子)?(?:メール|ファイル|データ|書類)")
# 行われた[ランサムウェア攻撃]: how far after such a verb its noun's cue may stand.
_NOUN_REACH: Final = 20
# 漏えいした[ことを]公表, 漏えいした[旨の]報告
_QUOTED: Final = re.compile(r"こと|旨|との")
# Traces are found later than they were left: 4月5日に侵入した[形跡を]確認.
_TRACE: Final = re.compile(r"痕跡|形跡|記録|履歴")
# 4月5日[、], 4月5日[：]: the date stands apart from what follows it.
_STANDS_APART: Final = re.compile(r"(?: {0,2}[)\]】])? {0,3}[、:\n>|]")
# The label of the next date of a line: 第1報：11月14日、[②第2報：]11月25日.
_NEXT_LABEL: Final = re.compile(r"[、 (][^、。\n ]{0,16}[:] {0,2}$")
_NEXT_LABEL_ANYWHERE: Final = re.compile(r"[、 (][^、。\n ]{0,16}:")
# A date bound closely to a verb has neither a comma nor a line's end between.
_APART: Final = re.compile(r"[、\n]")
# お知らせ, ご報告, ご案内 go to everyone or, by mail, to the people concerned; 公表 goes to everyone.
_TELLS_PERSONS: Final = re.compile(r"お知らせ|ご報告|ご案内")
_ANNOUNCING: Final = frozenset(("お知らせ", "ご報告", "報告", "公表", "ご案内"))
_LIST: Final = re.compile(r" {0,3}(?:付け?)?[でに]?(?:[、,・/]|及び|および|並びに|ならびに|または|又は|と|や|[()|]|、?(?:および|及び)、?) {0,3}")
# What may stand between a date and the end of its line where what it dates stands below.
_NOTHING: Final = re.compile(r"(?:から|より|まで|頃|に|の|は|[ 、:;)\]】>|*#~→\n])*+")
_DATA_NOUNS: Final = r"(?:お客|方(?![法針式])|皆|ユーザー|会員|利用者|情報|データ|従業|患者|生徒|学生|メール|顧客|社員|職員|者|明細|名簿|宿泊|予約|分(?!析))"
# 入会日が4月5日以前[の方], 2010年~2020年[の会員], 2003年から2013年[までの間に入院された患者さん].
_PEOPLE_OF: Final = re.compile(
    rf" {{0,2}}(?:まで)?の(?:期間の|間の)?{_DATA_NOUNS}"
    r"| {0,2}(?:まで)?(?:の期間|の間)?中?に、?[^、。]{0,40}?(?:た|ていた|ている) {0,2}(?:一部の|すべての|全ての)?"
    r"(?:お客|方(?![法針式])|皆様|ユーザー|会員|利用者|従業員|患者|生徒|学生|社員|職員|保護者)"
)
_DATA_NOUN: Final = re.compile(rf"[^、。]{{0,12}}?{_DATA_NOUNS}")
# 購入[されたお客様], 申込[みまたはお問い合わせをいただいた方], 旅客[の明細].
_WHOSE: Final = re.compile(rf"[^。]{{0,36}}?(?:た|ている|の|く?だ?さった) {{0,2}}(?:一部の|すべての|全ての|当該)?{_DATA_NOUNS}")


def resolve_roles(
    document: Document,
    words: dict[str, list[Hit]],
    sections: Sequence[Section],
    dates: Sequence[Date],
    published: str | None,
) -> list[Date]:
    """Return the dates with their roles, in the same order; `published` is the release's own date."""
    roles = _Roles(document, words["date_roles"], sections, dates, published)
    return [date._replace(role=role) for date, role in zip(dates, roles.all(), strict=True)]


class _Roles:
    """Looks around each date for the cues of its role."""

    def __init__(
        self,
        document: Document,
        hits: list[Hit],
        sections: Sequence[Section],
        dates: Sequence[Date],
        published: str | None,
    ) -> None:
        self.document = document
        self.folded = document.folded
        self.hits = hits
        self.starts = [hit.start for hit in hits]
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
        date = self.dates[index]
        start, end = date.span
        as_of = _AS_OF.match(self.folded, end)
        if as_of:
            return "data_period" if _DATA_AS_OF.match(self.folded, end) else "other"
        if _NOW.search(self.folded, max(0, start - 6), start):
            return "other"
        if _TITLED.match(self.folded, end) or _TITLE.search(self.folded, max(0, start - 12), start):
            return "disclosed"
        if self.is_signature(date):
            return "disclosed"
        labelled, of_time = self.label(start)
        if labelled and of_time:
            return labelled
        if following and index + 1 < len(self.dates):
            gap = _LIST.fullmatch(self.folded, end, self.dates[index + 1].span[0])
            if gap:
                return following
        if self.is_whose(date):
            return "data_period"
        if _COPULA.match(self.folded, end):
            topic = self.topic(date)
            if topic:
                return topic
        section = self.section(start)
        return (
            self.headed(section, start)
            or self.predicate(index, section.span[1] if section else len(self.folded))
            or self.above(section, date, labelled)
        )

    def is_whose(self, date: Date) -> bool:
        """Whether a period says who the people are: 2010年~2020年の会員, 4月5日以前に来館された方."""
        if not date.end and date.modifier not in ("before", "after"):
            return False
        match = _PEOPLE_OF.match(self.folded, date.span[1])
        return match is not None and not any(hit.code == "occurred" for hit in self.between(*match.span()))

    def is_signature(self, date: Date) -> bool:
        """Whether it is the release's own date, alone on its line."""
        line = self.document.line_at(date.span[0])
        return date.start[:10] == self.published and date.span == (line.left, line.right)

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
        return {"authority": "reported", "counsel": "investigated"}.get(code)

    def between(self, start: int, end: int) -> list[Hit]:
        return self.hits[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    # What stands after it.

    def predicate(self, index: int, limit: int) -> str | None:
        """The role by the first clause after the date that tells one.

        An event told in the words of who found or published it (攻撃を受け、暗号化されたことを[確認]) is
        dated by these, unless an investigation lies between.
        """
        date = self.dates[index]
        apart = _STANDS_APART.match(self.folded, date.span[1]) is not None or self.folded.startswith("付", date.span[1])
        event: str | None = None
        sentence, reason = -1, False
        for number, (start, end) in enumerate(self.clauses(index, limit)):
            if event and self.document.sentence_index(start) != sentence:
                break
            role = self.judge(date, start, end, bound=number > 0)
            if event is None:
                reason = _REASON.search(self.folded, start, end) is not None
                if role != "occurred" or not (apart or reason) or date.end is not None or date.modifier == "after":
                    if role:
                        return role
                    continue
                event, sentence = role, self.document.sentence_index(start)
            elif reason and role:
                return role
            elif any(hit.code == "investigated" for hit in self.between(start, end)):
                break
            elif role == "detected" or (role in ("disclosed", "reported") and _QUOTED.search(self.folded, start, end)):
                return role
            elif role and role != "occurred":
                break
        return event

    def clauses(self, index: int, limit: int) -> Iterator[tuple[int, int]]:
        """The clauses after a date, to the end of its sentence or the next date."""
        for start, end in self.stretches(index, limit):
            for match in _CLAUSE_END.finditer(self.folded, start, end):
                yield start, match.end()
                start = match.end()
            if start < end:
                yield start, end

    def stretches(self, index: int, limit: int) -> Iterator[tuple[int, int]]:
        """The rest of the date's sentence; where that is nothing, the sentences that stand below."""
        end = self.dates[index].span[1]
        following = self.dates[index + 1].span[0] if index + 1 < len(self.dates) else len(self.folded)
        limit = min(limit, following, end + _AHEAD)
        label = _NEXT_LABEL.search(self.folded, max(end, following - 20), following) if limit == following else None
        limit = label.start() if label else limit
        sentences = self.document.sentences
        at = self.document.sentence_index(end - 1)
        if at < 0:
            return
        first = min(sentences[at].end, limit)
        yield end, max(end, first)
        if self.document.line_at(end - 1).kind == "row" or not _NOTHING.fullmatch(self.folded, end, max(end, first)):
            return
        for sentence in sentences[at + 1 : at + 3]:
            if sentence.start >= limit:
                return
            yield sentence.start, min(sentence.end, limit)

    def judge(self, date: Date, start: int, end: int, *, bound: bool) -> str | None:
        """The role that one clause gives, by its last cue that counts."""
        cues: list[Hit] = []
        close = not bound
        for hit in self.between(start, end):
            close = close and not _APART.search(self.folded, date.span[1], hit.start)
            if hit.code == "desk":
                if not _TO_DESK.match(self.folded, hit.end):
                    return "other"
                continue
            if hit.code == "data_period":
                if self.is_data(date, hit, close=close):
                    return "data_period"
                continue
            if self.is_aside(date, hit):
                continue
            cues.append(hit)
            if hit.code in ("person", "authority", "counsel"):
                continue
            attributive = close and _ATTRIBUTIVE.match(self.folded, hit.end)
            if hit.code == "generic":
                # 行われた[攻撃]: the noun tells.
                close = bool(attributive)
                continue
            if attributive and self.is_sent(date, hit, attributive):
                return "data_period"
            if len(cues) > 1 and cues[-2].code == "generic" and close:
                if hit.start - cues[-2].end > _NOUN_REACH:
                    return "other"
                break
            if attributive:
                break
            if hit.code != "occurred" and _GOES_ON.match(self.folded, hit.end):
                break
            if hit.code in ("detected", "contained") and _BREAKS_OFF.match(self.folded, hit.end):
                break
            if hit.code == "told" and _RECEIVED.match(self.folded, hit.end):
                break
        return self.weigh(date, cues, start)

    def is_aside(self, date: Date, hit: Hit) -> bool:
        """Whether a cue only names something beside what happened: 不正アクセス防止のため, 調査の結果."""
        if hit.code == "occurred":
            return _MERELY_NAMED.match(self.folded, hit.end) is not None
        if hit.code in ("investigated", "counsel"):
            return _SIDE.match(self.folded, hit.end) is not None
        if hit.code == "detected":
            return _DENIED.match(self.folded, hit.end) is not None
        if hit.code == "told" and self.folded[hit.start] == "問":
            return _RECEIVED.match(self.folded, hit.end) is None
        if hit.code in ("told", "disclosed") and "本日" not in self.folded[slice(*date.span)]:
            word = self.folded[hit.start : hit.end]
            return word in _ANNOUNCING and _PERFORMS.match(self.folded, hit.end) is not None
        return False

    def is_data(self, date: Date, hit: Hit, *, close: bool) -> bool:
        """Whether the date says whose data: の期間に購入されたお客様, 以前に登録された情報."""
        match = _ATTRIBUTIVE.match(self.folded, hit.end)
        if not match or not _DATA_NOUN.match(self.folded, match.end()):
            return False
        return (
            close or date.end is not None or date.modifier in ("before", "after") or date.precision in ("year", "month")
        )

    def is_sent(self, date: Date, hit: Hit, attributive: re.Match[str]) -> bool:
        """Whether a period is that of the mails themselves: 4月24日から5月8日までの間に送付したメール."""
        period = date.end is not None or date.modifier == "before"
        return period and self.folded.startswith(_SENT, hit.start) and bool(_MAIL.match(self.folded, attributive.end()))

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
            events = [hit for hit in telling if hit.code == "occurred"]
            if events and self.looks_back(date, events[-1], last):
                return "occurred"
        if last.code in ("disclosed", "notified") and self.addressed(cues, last):
            return "reported"
        if last.code == "disclosed" and _TELLS_PERSONS.match(self.folded, last.start):
            return "notified" if any(hit.code == "notified" for hit in cues) else "disclosed"
        if last.code in ("contained", "restored") and self.is_desk(date):
            return "other"
        return last.code

    def is_desk(self, date: Date) -> bool:
        sentence = self.document.sentence_at(date.span[0])
        return any(hit.code == "desk" for hit in self.between(max(sentence.start, date.span[0] - _BACK), date.span[0]))

    def looks_back(self, date: Date, event: Hit, finding: Hit) -> bool:
        """Whether a finding is about an event of that date: 6月17日に不正ログインがなされていた事実が判明."""
        if date.end is not None or date.modifier == "after":
            return True
        apart = _STANDS_APART.match(self.folded, date.span[1]) or self.folded.startswith("に、", date.span[1])
        if apart and not _HAD_BEEN.search(self.folded, event.end, finding.start):
            return False
        if not apart and _TRACE.search(self.folded, event.end, finding.start):
            return True
        sentence = self.document.sentence_at(date.span[0])
        return _LOOKED_BACK.search(self.folded, max(sentence.start, date.span[0] - _BACK), date.span[0]) is not None

    def addressed(self, cues: list[Hit], last: Hit) -> bool:
        return any(hit.code == "authority" and hit.end <= last.start and last.start - hit.end <= 12 for hit in cues)

    def told(self, cues: list[Hit], last: Hit, start: int) -> str:
        """Who told whom: 連絡を受け is noticing, 警察へ届け reporting, お客様へ連絡 notifying."""
        sources = [match.start() for match in _SOURCE.finditer(self.folded, start + 2, last.start)]
        if _RECEIVED.match(self.folded, last.end) or sources:
            near = [hit for hit in self.between(last.start - 8, last.end) if hit.code == "investigated"]
            authority = next((hit for hit in reversed(cues) if hit.code == "authority"), None)
            if not sources and authority is not None and not _RECEIVED.match(self.folded, last.end):
                return "reported"
            return "investigated" if near else "detected"
        authority = next((hit for hit in reversed(cues) if hit.code == "authority"), None)
        if authority is None:
            sentence = self.document.sentence_at(start)
            earlier = self.between(max(sentence.start, start - _BACK), start)
            authority = next((hit for hit in reversed(earlier) if hit.code == "authority"), None)
        if authority is not None:
            return "reported"
        if any(hit.code == "counsel" for hit in cues):
            return "investigated"
        if any(hit.code in ("person", "notified") for hit in cues):
            return "notified"
        return "disclosed" if self.folded[last.end - 1] == "報" else "reported"

    def topic(self, date: Date) -> str | None:
        """The role of what a verb without meaning of its own is said of: 攻撃は4月5日に行われた."""
        sentence = self.document.sentence_at(date.span[0])
        cues = self.between(max(sentence.start, date.span[0] - _BACK), date.span[0])
        return next((hit.code for hit in reversed(cues) if hit.code in _ROLES), None)

    # What stands above it.

    def section(self, start: int) -> Section | None:
        index = bisect_right(self.section_starts, start) - 1
        return self.sections[index] if index >= 0 else None

    def headed(self, section: Section | None, start: int) -> str | None:
        """The role by a heading that labels the time below it: 発生日時, 判明日."""
        if section is None or section.heading_span is None or section.heading_span[1] > start:
            return None
        if not _LABEL_OF_TIME.search(self.folded, *section.heading_span):
            return None
        cues = [hit.code for hit in self.between(*section.heading_span) if hit.code in _ROLES]
        if not cues and _BARE_TIME.fullmatch(self.folded, *section.heading_span):
            return "occurred"
        return cues[-1] if cues else None

    def above(self, section: Section | None, date: Date, labelled: str | None) -> str:
        """The role by what stands above, where neither the date's label nor a clause says it."""
        if section is None:
            return labelled or "other"
        heading = section.heading_span
        if labelled is None and heading and heading[1] <= date.span[0] and self.ends_line(date):
            labelled = next((hit.code for hit in reversed(self.between(*heading)) if hit.code in _ROLES), None)
        return labelled or next((_BY_KIND[kind] for kind in section.kinds if kind in _BY_KIND), "other")

    def ends_line(self, date: Date) -> bool:
        """Whether nothing but other dates and their labels follows in the date's line."""
        end = self.document.line_at(date.span[0]).right
        return end - date.span[1] <= 4 or _NEXT_LABEL_ANYWHERE.search(self.folded, date.span[1], min(end, date.span[1] + 24)) is not None
