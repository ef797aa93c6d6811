"""What is said to have happened on a date, by the clauses that follow it.

Japanese says at the end of a clause what happened, so a date takes its role from the last cue of the
first clause after it that has one (4月5日に、漏えいを[確認]し、…).
"""

import re
from collections.abc import Sequence
from typing import Final

from extract.lexicon import Hit
from extract.mention import Date
from extract.resolve.clauses import Clause, Clauses
from extract.resolve.data_periods import is_of_mails, tells_whose
from extract.resolve.date_cues import BACK, ROLES, DateCues
from extract.text.document import Document

__all__ = ["Predicates"]

# A cue that goes on to another verb ends its clause: 検知[し]停止, 遮断[のうえ], 覚知[、]同社が, (4月5日公表[)].
_GOES_ON: Final = re.compile(r"(?:し|され)(?![たてまなつう])|して、|き(?=[一-龥])|のうえ|の上、|後、|の後")
_CLOSES: Final = re.compile(r"済?み?\)")
_BREAKS_OFF: Final = re.compile(r"[、(]")
# A word for an attack that only modifies another: 不正アクセス[による], [の可能性], [防止].
_MERELY_NAMED: Final = re.compile(
    r"(?<!者) {0,2}(?:等|など)?(?:に(?:よる|関|係|伴|対する|つ[いき]|備え|向け)|対策|防止|予防"
    r"|の?(?:被害|拡大|可能性|おそれ|恐れ|疑い|懸念|原因|有無|影響|状況|対象|内容|痕跡|形跡|経緯|事実|件))"
)
# 調査[の結果], 調査[したところ]: not what the date is said of.
_SIDE: Final = re.compile(
    r"(?:状況|内容)?(?:の?結果(?=[との、])|を?(?:した|いたしました|行った|進めた)(?:結果|ところ)|によ[りるっ]|を受け|中の|報告|結果に|から|に基づ|を踏まえ)"
)
# 確認[されておりません]
_DENIED: Final = re.compile(r"(?:は|も)?(?:し|され|でき|さ)?(?:て(?:おり|い)ま?|ま)?(?:せん|ない|なかった|おらず|なし)")
# 不正アクセスが[原因であることが]発覚: what is found is the cause of what was noticed before.
_OF_CAUSE: Final = re.compile(r"原因(?:である|だった|であった)(?:こと|旨)[がを]$")
# メールが[送信され]: to the people concerned where they are told by it.
_SENDING: Final = re.compile(r"送信|配信|送付|発信")
# 報告[を受け], 連絡[があり]: the organisation is told.
_RECEIVED: Final = re.compile(
    r"書?[」』)]?(?:等|など)?(?:[がを][^、。]{1,16}(?:から|より)|[がをもの])?(?:速やかに|正式に)?"
    r"(?:お?頂|いただ|受け|受領|受信|あり|あっ|ござい|入[りっ]|寄せ|届|なされ|され)"
)
_SOURCE: Final = re.compile(r"(?<![分わか])から(?!の影響|な)|より(?!良|強|一層)")
# 調査の結果、4月5日に侵入していたことが判明: the finding is the investigation's, the date the event's.
_LOOKED_BACK: Final = re.compile(r"調査|遡|さかのぼ|解析|ログ|結果")
_TRACED_BACK: Final = re.compile(r"遡|さかのぼ")
# 警察署[へ], 委員会[に対し]: the authority is told. Not: 警察[から].
_TO: Final = re.compile(r"等?(?:に|へ|宛)(?!よ)")
# 調査結果の[報告]: how near before a word of telling its matter stands.
_OUTCOME_REACH: Final = 10
# 相談窓口[に]相談, 受付[を停止]: the desk of somebody else, and what is no desk.
_TO_DESK: Final = re.compile(r"に|へ|から|を[^、。]{0,6}(?:停止|止め|中止|休止)")
# お知らせ[いたします]: said now, not on the date.
_PERFORMS: Final = re.compile(r"を?(?:いた|致)?(?:します|申し上げます|させて(?:いただ|頂)きます)|です")
# 行われた[ランサムウェア攻撃]: how far after such a verb its noun's cue may stand.
_NOUN_REACH: Final = 20
# 漏えいした[ことを]公表, 漏えいした[旨の]報告
_QUOTED: Final = re.compile(r"こと|旨|との")
# Traces are found later than they were left: 4月5日に侵入した[形跡を]確認.
_TRACE: Final = re.compile(r"痕跡|形跡|記録|履歴")
# 4月5日[、], 4月5日[：]: the date stands apart from what follows it.
_STANDS_APART: Final = re.compile(r"(?: {0,2}[)\]】])? {0,3}(?:[、:\n>|]|(?<= )(?![にはのをもでかよま(]))")
# A date bound closely to a verb has neither a comma nor a line's end between.
_APART: Final = re.compile(r"[、\n]")
# 攻撃者のサイトに掲載され: published by the attacker.
_LEAK_SITE: Final = re.compile(r"攻撃者|リークサイト|ダークウェブ|ダークサイト|犯行")
# お知らせ, ご報告, ご案内 go to everyone or, by mail, to the people concerned; 公表 goes to everyone.
_TELLS_PERSONS: Final = re.compile(r"お知らせ|ご報告|ご案内")
_ANNOUNCING: Final = frozenset(("お知らせ", "ご報告", "報告", "公表", "ご案内"))


class Predicates:
    """Reads the clauses after each date."""

    def __init__(self, document: Document, cues: DateCues, dates: Sequence[Date]) -> None:
        self.document = document
        self.folded = document.folded
        self.cues = cues
        self.dates = dates
        self.clauses = Clauses(document, dates)

    def role(self, index: int, limit: int) -> str | None:
        """The role by the clause that governs the date.

        That is the first one that tells something, but for a date that stands apart (4月5日、…) none that only
        leads up to the next (報告があったため、…を[停止]). An event told in the words of who found or published it
        (攻撃を受け、暗号化されたことを[確認]) is dated by these, unless an investigation lies between.
        """
        date = self.dates[index]
        apart = _STANDS_APART.match(self.folded, date.span[1]) is not None or self.folded.startswith("付", date.span[1])
        point = date.end is None and date.modifier != "after"
        following = self.clauses.following(index)
        led: str | None = None
        told: str | None = None
        sentence = date.span[1]
        for number, clause in enumerate(self.clauses.after(index, limit)):
            if (led or told) and clause.sentence != sentence:
                break
            if clause.start >= following and not (led or (told and point) or self.clauses.waits(index)):
                break
            sentence = clause.sentence
            role = self.judge(date, clause, bound=number > 0)
            if told is None:
                if role is None:
                    continue
                if clause.leads and apart and point:
                    led = led or role
                elif led == "occurred" and role == "contained":
                    return led
                elif role == "occurred" and apart and point:
                    told = role
                else:
                    return role
            elif any(hit.code == "investigated" for hit in self.cues.between(clause.start, clause.end)):
                break
            elif role == "detected" or (
                role in ("disclosed", "reported") and _QUOTED.search(self.folded, clause.start, clause.end)
            ):
                return role
            elif role and role != "occurred":
                break
        return told or led

    def judge(self, date: Date, clause: Clause, *, bound: bool) -> str | None:
        """The role that one clause gives, by its last cue that counts."""
        cues: list[Hit] = []
        close = not bound
        for hit in self.cues.between(clause.start, clause.end):
            if clause.asides and not clause.holds(hit.start):
                continue
            close = close and not _APART.search(self.folded, date.span[1], hit.start)
            if hit.code == "desk":
                if not _TO_DESK.match(self.folded, hit.end):
                    return "other"
                continue
            if hit.code == "data_period":
                if tells_whose(self.cues, date, hit, close=close):
                    return "data_period"
                continue
            named = close and bool(cues) and cues[-1].code == "generic"
            if not named and self.is_aside(date, hit):
                continue
            cues.append(hit)
            if hit.code in ("person", "authority", "counsel"):
                continue
            noun = self.cues.modified(hit) if close else None
            if hit.code == "generic":
                # 行われた[攻撃]: the noun tells.
                close = noun is not None
                continue
            if noun is not None and is_of_mails(self.cues, date, hit, noun):
                return "data_period"
            if named:
                if hit.start - cues[-2].end > _NOUN_REACH:
                    return "other"
                break
            if noun is not None:
                break
            if hit.code != "occurred" and _GOES_ON.match(self.folded, hit.end):
                break
            if hit.code in ROLES and _CLOSES.match(self.folded, hit.end):
                break
            if hit.code in ("detected", "contained") and _BREAKS_OFF.match(self.folded, hit.end):
                break
            if hit.code == "told" and _RECEIVED.match(self.folded, hit.end):
                break
        return self.weigh(date, cues, clause.start)

    def is_received(self, hit: Hit) -> bool:
        """Whether a word of telling is what somebody got: 報告を受け, 連絡があり."""
        return _RECEIVED.match(self.folded, hit.end) is not None

    def is_sending(self, hit: Hit) -> bool:
        """Whether a word is one of sending: メールが送信され."""
        return _SENDING.match(self.folded, hit.start) is not None

    def is_aside(self, date: Date, hit: Hit) -> bool:
        """Whether a cue only names something beside what happened: 不正アクセス防止のため, 調査の結果."""
        if hit.code == "occurred":
            return _MERELY_NAMED.match(self.folded, hit.end) is not None
        if hit.code in ("investigated", "counsel"):
            return _SIDE.match(self.folded, hit.end) is not None
        if hit.code in ("contained", "restored"):
            return _DENIED.match(self.folded, hit.end) is not None
        if hit.code == "detected":
            return (
                _DENIED.match(self.folded, hit.end) is not None
                or _OF_CAUSE.search(self.folded, max(0, hit.start - 12), hit.start) is not None
            )
        if hit.code == "told" and self.folded[hit.start] == "問":
            return _RECEIVED.match(self.folded, hit.end) is None
        if hit.code in ("told", "disclosed") and "本日" not in self.folded[slice(*date.span)]:
            word = self.folded[hit.start : hit.end]
            return word in _ANNOUNCING and _PERFORMS.match(self.folded, hit.end) is not None
        return False

    def weigh(self, date: Date, cues: list[Hit], start: int) -> str | None:
        """Choose among a clause's cues."""
        telling = [hit for hit in cues if hit.code in ROLES or hit.code == "told"]
        if not telling:
            if any(hit.code == "counsel" for hit in cues):
                return "investigated"
            return self.topic(date) if any(hit.code == "generic" for hit in cues) else None
        last = telling[-1]
        events = [hit for hit in telling if hit.code == "occurred"]
        if last.code == "told":
            # 4月5日以降、不審なメールが送信されているとの連絡: what was told of has gone on since.
            return "occurred" if events and date.modifier == "after" else self.told(cues, last, start)
        if last.code == "detected":
            # Nobody notices over a period: what was noticed went on so long.
            if date.end is not None or (events and self.looks_back(date, events[-1], last)):
                return "occurred"
        tells = last.code == "notified" or _TELLS_PERSONS.match(self.folded, last.start) is not None
        if tells and self.is_received(last):
            return "detected"
        if last.code in ("disclosed", "notified") and self.addressed(cues, last):
            return "reported"
        if last.code == "occurred" and any(hit.code == "notified" for hit in cues) and self.is_sending(last):
            return "notified"
        if last.code == "disclosed" and _LEAK_SITE.search(self.folded, start, last.start):
            return "occurred"
        if last.code == "disclosed" and _TELLS_PERSONS.match(self.folded, last.start):
            return "notified" if any(hit.code == "notified" for hit in cues) else "disclosed"
        if last.code in ("contained", "restored") and self.is_desk(date):
            return "other"
        return last.code

    def is_desk(self, date: Date) -> bool:
        """Whether a contact desk is what the clause is about: 窓口は4月5日に閉鎖."""
        sentence = self.document.sentence_at(date.span[0])
        return any(
            hit.code == "desk" for hit in self.cues.between(max(sentence.start, date.span[0] - BACK), date.span[0])
        )

    def looks_back(self, date: Date, event: Hit, finding: Hit) -> bool:
        """Whether a finding is about an event of that date: 6月17日に不正ログインがなされていた事実が判明."""
        if date.modifier == "after":
            return True
        before = max(self.document.sentence_at(date.span[0]).start, date.span[0] - BACK), date.span[0]
        if _STANDS_APART.match(self.folded, date.span[1]):
            return _TRACED_BACK.search(self.folded, *before) is not None
        if _TRACE.search(self.folded, event.end, finding.start):
            return True
        if self.folded.startswith("に、", date.span[1]):
            return _TRACED_BACK.search(self.folded, *before) is not None
        return _LOOKED_BACK.search(self.folded, *before) is not None

    def addressed(self, cues: list[Hit], last: Hit) -> bool:
        """Whether an authority stands right before the word of telling: 委員会へご報告."""
        return any(hit.code == "authority" and hit.end <= last.start and last.start - hit.end <= 12 for hit in cues)

    def told(self, cues: list[Hit], last: Hit, start: int) -> str:
        """Who told whom: 連絡を受け is noticing, 警察へ届け reporting, お客様へ連絡 notifying."""
        received = _RECEIVED.match(self.folded, last.end) is not None
        authority = next((hit for hit in reversed(cues) if hit.code == "authority"), None)
        if not received and authority is not None and _TO.match(self.folded, authority.end):
            return "reported"
        outcome = any(hit.code == "investigated" for hit in self.cues.between(last.start - _OUTCOME_REACH, last.end))
        if received or _SOURCE.search(self.folded, start + 2, last.start):
            return "investigated" if outcome else "detected"
        if authority is None:
            sentence = self.document.sentence_at(start)
            earlier = self.cues.between(max(sentence.start, start - BACK), start)
            authority = next((hit for hit in reversed(earlier) if hit.code == "authority"), None)
        if authority is not None:
            return "reported"
        if outcome or any(hit.code == "counsel" for hit in cues):
            return "investigated"
        if any(hit.code in ("person", "notified") for hit in cues):
            return "notified"
        return "disclosed" if self.folded[last.end - 1] == "報" else "reported"

    def topic(self, date: Date) -> str | None:
        """The role of what a verb without meaning of its own is said of: 攻撃は4月5日に行われた."""
        sentence = self.document.sentence_at(date.span[0])
        cues = self.cues.between(max(sentence.start, date.span[0] - BACK), date.span[0])
        telling = [hit for hit in cues if hit.code in ROLES or hit.code == "told"]
        if not telling:
            return None
        if telling[-1].code != "told":
            return telling[-1].code
        return "reported" if any(hit.code == "authority" for hit in cues) else "detected"
