"""Which clause governs a date, and so which role it has.

Japanese says at the end of a clause what happened, so a date takes its role from the last cue of the
first clause after it that has one (4月5日に、漏えいを[確認]し、…).
"""

from collections.abc import Iterator, Sequence
from typing import Final

from extract.lexicon import Hit
from extract.mention import Date, Span
from extract.resolve.dates.clause_roles import STANDS_APART, ClauseRoles
from extract.resolve.dates.clauses import Clause, Clauses
from extract.resolve.dates.cues import BACK, DateCues
from extract.text.document import Document
from extract.text.lines import is_entry
from extract.text.shape import shape

__all__ = ["Predicates"]

# 調査[を行い、]. Not: 調査が完了し、 調査を開始し、
_SEARCH: Final = shape(r"(?:調査|点検|確認|解析)(?:を(?:実施)?|いた)?し、$|を行い、$|調べ、$")
# [攻撃者は、]4月5日に…に接触し
_ATTACKER: Final = shape(r"(?:攻撃者|犯人|犯罪者|何者か|第三者)(?:は|が)、?[^。]{0,40}$")
# 調査[中である]旨, 調査[を進めているとの]報告. Not: 調査[を進める中で]…を確認
_GOES_ON: Final = shape(r"中(?:である|です|との|の旨)|(?:を|が)?[^、。をが\n]{0,6}てい(?:る|ます)(?:と|旨)")
# 漏えいした[ことを]公表, 漏えいした[旨の]報告
_QUOTED: Final = shape(r"こと|旨|との")
_THAT: Final = shape(
    r"た(?:こと|事|旨|形跡|痕跡|との|という|と)[^。\n]{0,30}?(?:確認|判明|発覚|報告|連絡|通知|通報|指摘|情報提供|特定|説明|回答)"
)
_FOUND_THEN: Final = shape(r" {0,2}(?:に|の)[^、。\n]{0,8}?(?:判明|発覚|明らか|確認|分か|わか)")
# 漏えいした[おそれがあると報告があり]: somebody told of it.
_HEARD: Final = shape(
    r"(?:おそれ|恐れ|可能性)が(?:ある|あった)(?:と|との|旨の?)(?:報告|連絡|通知|説明)(?:が(?:あり|あった|なされ)|を受け)"
)
# 4月14日に、…不正アクセスが発生した[との発表がありました]: what somebody else published then.
_PUBLISHED: Final = shape(r"(?:と|との|という|旨の)(?:発表|公表)が(?:あり|あった|なされ|行われ)")
# 誤って別の方に[送付した。], メールを送信した際、別の会員の名簿を[添付しました]. Not: 誤って送付した[方へ連絡].
_MISSENT: Final = shape(
    r"[^。\n]{0,140}?(?:誤って|間違って|取り違え"
    r"|(?:別|他|ほか|異なる)の?(?:方|人|お?客|会員|利用|患者|生徒|学生|児童|園児|市民|町民|住民|世帯|申込|申請|受給|保護者|取引|企業|法人|社員|職員|受講|宛))"
    r"(?:(?!詫び|謝罪|注意喚起|説明|経緯|連絡|報告|した(?:方|こと|事|旨|件|書類|メール|ファイル|資料))[^。\n]){0,60}?(?:送信|送付|郵送|発送|配布|配信|交付|返却|添付|同封|封入|手渡|投函|掲載|公開|廃棄|処分)"
    r"(?:(?:いた|致)?し(?:ました|た(?=[。\n]|\Z)|、|て(?:しま|い(?:た|まし)|おり))| *(?=[。\n|]|\Z))"
)

# 4月5日に…より、[注意を促す内容の電子メールが配信され]. Not: 不審なメールが配信され, お詫びのメールを誤って送信し.
_WARNED: Final = shape(
    r"(?:(?!装|騙|偽|なりすま)[^。\n]){0,100}?(?:注意喚起|注意を(?:促|呼び?[掛か])|お?詫び|謝罪)[^。、誤\n]{0,10}?(?:メール|文書|書面|手紙|書状|はがき|ハガキ|メッセージ)"
    r"[をが](?:一斉に?|順次|個別に)?(?:送信|配信|送付|郵送|発送|配布|お?送ら)(?:され|れ)(?:ました|て(?:い|お)|た(?![^。、\n]))"
)

# …に相談[(]4月5日[)]: the bracket holds the date alone.
_OPENED: Final = shape(r"\( {0,2}")
_CLOSING: Final = shape(r"(?:まで)?(?:\([月火水木金土日]\))? {0,2}\)[ 。]{0,3}\Z")
# 1月6日に[教職員向けに手口について説明し、注意喚起]を行い: a lesson; not 対象の職員に説明し.
_TAUGHT: Final = shape(
    r"[^。\n]{0,16}?(?:全(?:教職員|職員|社員|従業員)|(?:教職員|職員|社員|従業員|社内)向け)(?![^。\n]{0,30}?(?:お?詫び|謝罪|漏|流出))"
    r"[^。\n]{0,60}?(?:注意喚起|研修|教育|指導|周知|説明)"
)

# 攻撃を受けた[可能性があるため、], 攻撃が原因と[推定されるため、]停止: why it was done, not what happened.
_SUSPECTED: Final = shape(
    r"(?:(?:可能性|おそれ|恐れ|疑い|懸念)が(?:ある|あった)|と(?:(?:推定|想定)さ|思わ|考えら)れ(?:る|た))(?:ため|ことから)、$"
)


class Predicates:
    """Chooses among the clauses after each date."""

    def __init__(self, document: Document, cues: DateCues, dates: Sequence[Date]) -> None:
        self.document = document
        self.folded = document.folded
        self.cues = cues
        self.dates = dates
        self.clauses = Clauses(document, dates)
        self.clause_roles = ClauseRoles(document, cues)

    def role(self, index: int, limit: int) -> str | None:
        """The role by the clause that governs the date, none of which reaches past `limit`."""
        role = self.governed(index, limit)
        if role in (None, "notified", "disclosed") and self.is_attackers(self.dates[index]):
            return "occurred"
        if role in (None, "other", "notified", "reported", "disclosed") and self.is_missent(index, limit):
            return "occurred"
        if role == "notified" and self.is_taught(index, limit):
            return "other"
        if role == "occurred":
            return "notified" if self.is_warned(index, limit) else self.heard(index, limit) or role
        if role == "detected" and index and self.embeds_next(index - 1) and self.is_told_of(self.dates[index]):
            return "occurred"
        return role

    def embeds_next(self, index: int) -> bool:
        """Whether the next date is of what is found or told on this one: 6月3日、[4月5日に侵入されたことを]確認."""
        date, following = self.dates[index], self.clauses.following[index]
        if index + 1 == len(self.dates) or not self.is_loose(date) or self.folded[following - 1] == "(":
            return False
        sentence = self.document.sentence_at(date.span[0])
        apart = STANDS_APART.match(self.folded, self.dates[index + 1].span[1]) is not None
        if apart or following >= sentence.end:
            return False
        # [6月3日、]4月5日に発生した障害について公表: what had been before is spoken of.
        return self.dates[index + 1].last_day < date.first_day or self.is_told_of(self.dates[index + 1])

    def is_told_of(self, date: Date) -> bool:
        """Whether something happened on a date that its sentence says was found or told: 4月5日に侵入されていたこと."""
        start, end = date.span[1], self.document.sentence_at(date.span[0]).end
        event = next((hit for hit in self.cues.between(start, end) if hit.code == "occurred"), None)
        return event is not None and _THAT.search(self.folded, event.end, end) is not None

    def closed(self, date: Date) -> str | None:
        """The role of a date in a bracket that ends an entry, by what the entry says: ・警察に相談(4月5日)."""
        start, end = date.span
        line = self.document.line_at(start)
        if not is_entry(self.folded, line) or not _CLOSING.match(self.folded, end, line.right):
            return None
        opened = self.folded.rfind("(", line.body, start)
        if opened < 0 or _OPENED.fullmatch(self.folded, opened, start) is None:
            return None
        begin = max(self.document.sentence_at(start).start, line.body, start - BACK)
        return self.clause_roles.judge(date, Clause(begin, opened, (), False, begin), bound=True)

    def is_missent(self, index: int, limit: int) -> bool:
        """Whether something went astray then, which words of sending alone do not say: 通知書を誤って送付した."""
        return _MISSENT.match(self.folded, *self.told_of(index, limit)) is not None

    def is_warned(self, index: int, limit: int) -> bool:
        """Whether somebody else sent a warning then, in words that else tell of what was sent to lure."""
        return _WARNED.match(self.folded, *self.told_of(index, limit)) is not None

    def is_taught(self, index: int, limit: int) -> bool:
        """Whether all of the staff were warned or taught then, and not those concerned."""
        return _TAUGHT.match(self.folded, *self.told_of(index, limit)) is not None

    def told_of(self, index: int, limit: int) -> Span:
        """Return what a sentence says behind a date, up to the next date and to `limit` at most."""
        date = self.dates[index]
        sentence = self.document.sentence_at(date.span[0])
        return date.span[1], min(limit, sentence.end, self.clauses.following[index])

    def heard(self, index: int, limit: int) -> str | None:
        """The role where all behind a date was told then: 4月14日に、…写真が漏えいしたおそれがあると報告があり."""
        date = self.dates[index]
        if date.end is not None or not self.folded.startswith("に、", date.span[1]):
            return None
        told = self.told_of(index, limit)
        if _PUBLISHED.search(self.folded, *told):
            return "disclosed"
        return "detected" if _HEARD.search(self.folded, *told) else None

    def governed(self, index: int, limit: int) -> str | None:
        """The role by the first clause that tells one.

        For a date that stands apart (4月5日、…) none counts that only leads up to the next
        (報告があったため、…を[停止]; 調査を行い、…を[検知]), and an event told in the words of who found or
        published it (攻撃を受け、暗号化されたことを[確認]) is dated by these.
        """
        read = self.read(index, limit)
        loose = self.is_loose(self.dates[index])
        led: str | None = None
        searched = False
        for clause, role in read:
            if role is None:
                continue
            if not loose:
                return role
            if clause.leads and role == "occurred" and _SUSPECTED.search(self.folded, clause.start, clause.end):
                continue
            if clause.leads and not (role == "detected" and self.finds(clause)):
                led = led or role
            elif role == "investigated" and not led and self.is_search(clause):
                led, searched = role, True
            elif (searched and role != "detected") or (led == "occurred" and role == "contained"):
                return led
            elif role == "occurred":
                # Findings are told to the day: 昨年7月、攻撃を受け、…が判明 is when it happened.
                vague = self.dates[index].precision in ("year", "month")
                return role if vague else self.finding(read, index) or role
            else:
                return role
        return led

    def finds(self, clause: Clause) -> bool:
        """Whether a clause says that somebody noticed something: アクセスを検知したため、. Not: 報告があったため、."""
        cues = self.cues.between(clause.start, clause.end)
        return any(hit.code == "detected" for hit in cues) and not any(hit.code == "told" for hit in cues)

    def finding(self, rest: Iterator[tuple[Clause, str | None]], index: int) -> str | None:
        """The role by who found or published an event, unless an investigation lies between, or the finding's date."""
        for clause, role in rest:
            if self.clauses.following[index] < clause.end and self.is_of_finding(self.dates[index + 1]):
                return None
            if any(self.was_searched(hit) for hit in self.cues.between(clause.start, clause.end)):
                return None
            published = role in ("disclosed", "reported") and _QUOTED.search(self.folded, clause.start, clause.end)
            if role == "detected" or published:
                return role
            if role and role != "occurred":
                return None
        return None

    def is_of_finding(self, date: Date) -> bool:
        """Whether a date is that of what follows: 侵入されたことが、[4月9日に判明]. Not: [4月1日から]侵入されていた."""
        start, end = date.span
        if self.folded[start - 1] == "(":
            return False
        apart = STANDS_APART.match(self.folded, end) is not None and date.modifier != "after"
        return apart or _FOUND_THEN.match(self.folded, end) is not None

    def was_searched(self, hit: Hit) -> bool:
        """Whether a cue says that somebody looked before something was found. Not: 調査[中である]旨の連絡."""
        return hit.code == "investigated" and _GOES_ON.match(self.folded, hit.end) is None

    def read(self, index: int, limit: int) -> Iterator[tuple[Clause, str | None]]:
        """Each clause and its role, to the end of the sentence that tells the first.

        The next date ends what is read of a date that has no subject waiting for its verb.
        """
        date, following = self.dates[index], self.clauses.following[index]
        sentence: int | None = None
        for number, clause in enumerate(self.clauses.after(index, limit)):
            if (
                sentence is None
                and clause.start >= following
                and not (self.clauses.waits(index) or self.embeds_next(index))
            ):
                return
            if sentence is not None and clause.sentence != sentence:
                return
            role = self.clause_roles.judge(date, clause, bound=number > 0)
            if role and sentence is None:
                sentence = clause.sentence
            yield clause, role

    def is_loose(self, date: Date) -> bool:
        """Whether a point in time stands apart from what follows it: 4月5日、."""
        if date.end is not None or date.modifier == "after":
            return False
        return self.clause_roles.is_apart(date) or self.folded.startswith("付", date.span[1])

    def is_search(self, clause: Clause) -> bool:
        """Whether a clause says that somebody looked and goes on: 調査を実施し、改ざんを検知."""
        return _SEARCH.search(self.folded, clause.start, clause.end) is not None

    def is_attackers(self, date: Date) -> bool:
        """Whether the attacker is who acts: 攻撃者は、4月5日に職員へ接触し."""
        sentence = self.document.sentence_at(date.span[0])
        return _ATTACKER.search(self.folded, max(sentence.start, date.span[0] - BACK), date.span[0]) is not None
