"""What one clause says of a date: by its last cue that counts, and by who told whom."""

from typing import Final

from extract.lexicon import Hit
from extract.mention import Date
from extract.resolve.dates.asides import is_aside, is_received
from extract.resolve.dates.clauses import Clause
from extract.resolve.dates.cues import BACK, ROLES, DateCues
from extract.resolve.dates.data_periods import is_of_mails, is_period, tells_whose
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["STANDS_APART", "ClauseRoles"]

# The cues that tell what happened.
_TELLING: Final = ROLES | {"told"}
# A cue that goes on to another verb ends its clause: 検知[し]停止, 遮断[のうえ], 覚知[、]同社が, (4月5日公表[)].
_GOES_ON: Final = shape(r"(?:し|され)(?![たてまなつう])|して、|き(?=[一-龥ァ-ヶ])|のうえ|の上、|後、|の後")
# 障害が発生[、調査の結果、]不正アクセスが判明.
# 4月5日に受付を開始した[申込フォームにおいて、]閲覧できる状態: where it happened from then on.
_PLACE: Final = shape(r"[^。、\n]{0,16}(?:フォーム|ページ|サイト|システム)(?:におい|で、|が、)")
_LED_TO: Final = shape(r"、[^、。]{0,12}(?:調査|解析|点検|確認)(?:の結果|した(?:ところ|結果)|を行った(?:ところ|結果))")
_CLOSES: Final = (")", "済)", "み)", "済み)")
# 再セットアップ[が完了、]その後….
_IS_DONE: Final = shape(r"(?:作業)?[がを]?(?:完了|終了)、")
# 流出した[可能性があること]が判明: found on that day, since nobody knows when they leaked.
_MAY_HAVE: Final = shape(r"(?:可能性|おそれ|恐れ)[がの](?:ある|あった|生じた)")
# 専門会社より侵入経路の[報告を受け]: what those who look into it tell.
_SEARCHERS: Final = shape(
    r"(?:専門(?:家|会社|機関|業者)|調査(?:会社|機関))(?:等|など)?(?:から|より)、?[^。、]{0,40}?報告$"
)
_BREAKS_OFF: Final = ("、", "(")
# 委託先に連絡[の上、]対応を完了: what came of it tells.
_HAVING: Final = shape(r"の(?:うえ|上)、")
# 校長[から市教育委員会へ]報告, 株式会社みほん写真[が市立中学校へ]経緯説明: up to who publishes, and to no authority.
_TO_SCHOOLS: Final = shape(
    r"(?:(?<!本)学校長?|(?<!本)校長|園長?|(?:会社|㈱|業者|委託先)[^、。]{0,16}?)(?:から|より|が)、?[^。]{0,30}?"
    r"(?:教育委員会|小学校|中学校|高等学校|各校|校長)[^。、]{0,10}?[にへ]"
)
# 個別通知が[必要であるとの]指摘: of what is to be done, and not of what happened.
_NEEDED: Final = shape(r"必要(?:である|があ[るり]|が|だ)?(?:との?|旨の?)[^。、]{0,4}$")
# 保護者への通知[を指示], 連絡する[よう]学校に[指示].
_TO_BE_TOLD: Final = shape(r"を指示|(?:する|を行う|を実施する)よう[^。、]{0,12}指示")
# 窃取[および]削除、…を確認: things listed, and no verb.
_LISTED: Final = ("および", "及び", "・", "や", "と")
# 状況の確認[を開始], 同社に確認[を指示], 公開された情報の確認[を完了], 被害の把握[に着手]: looked into.
_LOOKED_INTO: Final = shape(
    r"(?:作業)?に(?:着手|努め)|(?:作業)?(?:を|が)(?:開始|始め|進め|実施|行[いっ]|完了|終え|指示|依頼|求め)|依頼"
)
# 誤送信したメール[の削除を]確認: what had gone astray is out of harm's way. Not: ファイル[削除を]確認.
_GONE: Final = shape(r"[ので](?:削除|消去|破棄|廃棄|回収|返却)(?:完了)?[をが]$")
# 誤送信先にメールの[削除を依頼].
_TO_UNDO: Final = shape(r"(?:削除|消去|破棄|廃棄|返却|回収)(?:を|の)(?:依頼|要請|お願い)$")
# 4月5日から6日に、各校の[状況を]確認.
_STATE: Final = shape(r"(?:状況|有無|実態|事実関係)[をの]$")
# 各校の[発注状況を]確認, 対象者の[該当の有無を]確認.
_STATE_OF_USE: Final = shape(r"(?:発注|利用|使用|導入|契約|委託|対象|該当)(?:者|先|データ)?の?(?:状況|有無)[をの]$")
# 調査の結果、4月1日に不正アクセスの[痕跡を]確認: traces tell when they were left.
_TRACE_FOUND: Final = shape(r"(?P<left>れ(?:てい)?た|の)(?:痕跡|形跡|記録|履歴|ログ)[をが]$")
# メールが[送信され]: to the people concerned where they are told by it.
_SENDING: Final = ("送信", "配信", "送付", "発信", "送ら")
# お詫び文書が[発送]され, which nobody gets but those concerned.
_SENT_OUT: Final = ("発送", "郵送", "送付")
_SOURCE: Final = shape(
    r"(?<![分わか])(?<![当弊本][社学校院会園市町村県])(?:から(?!の影響|な)|(?<!に)より(?!良|強|一層))"
)
# 調査の結果、4月5日に侵入していたことが判明: the finding is the investigation's, the date the event's.
_LOOKED_BACK: Final = shape(r"調査|遡|さかのぼ|解析|ログ|結果")
# [調査の結果、]4月5日、…に侵入したことが判明.
_FOUND_OUT: Final = shape(r"(?:調査|解析|分析)の結果、 {0,2}$")
# 侵入[されていたことが]判明. Not: 不正なファイル[を]確認.
_WAS: Final = shape(r"た(?:こと|事|旨|との|可能性|もの)")
# 調査の結果、4月1日に…暗号化され[ていること]を確認. Not: 調査を進めたところ、…公開されていることを確認
_IS: Final = shape(r"ている(?:こと|事実)")
# 侵入した[ことを]確認: of a date that belongs to the first of two verbs. Not: 漏えいした[可能性があることを]確認.
_THAT: Final = shape(r"た(?:こと|事実?|旨|もの)[がを]")
# 4月5日に、侵入が行われ[ていたことが]確認できました.
_HAD_GONE_ON: Final = shape(r"てい(?:た|ました)(?:こと|事実?)[がを]")
# 4月5日から、不審なアクセスが[続いていることを]確認しております.
_GOING_ON: Final = shape(
    r"(?:続|継続し|増え|増加し|行われ|発生し|観測され)[いっ]?て(?:いる|い?た|おり)(?:こと|事象|状況)[がを]"
)
# 4月5日に公表された[脆弱性], 4月に判明した[「…」という手法]: of what is known in the field.
_KNOWN: Final = shape(
    r"(?:[「『][^」』\n]{1,40}[」』])?(?!当社|弊社|本件)[^、。をがはの\n]{0,12}?(?:な|の)?(?:攻撃)?(?:手法|手口|脆弱性|ゼロデイ)"
)
# 委託先から、…暗号化されたとの[報告]。
_SAID_THAT: Final = shape(r"(?:との|旨の?)$")
_TRACED_BACK: Final = shape(r"遡|さかのぼ")
# 警察署[へ], 委員会[に対し]: the authority is told. Not: 警察[から].
_TO: Final = shape(r"等?(?:に|へ|宛)(?!よ)")
# 職員[が]上司[へ]報告: it goes up in the house, and who tells is not told.
_TO_OWN: Final = shape(
    r"(?:上司|上長|社内|課長|部長|校長|事務長|管理職|責任者|(?:部門|部署|部|課|室|事務局)(?:担当者?)?)(?:に|へ|まで)"
    # Not: 病院に入院中の患者様へ連絡.
    r"|(?:病院|[当本]院|[当本]社|本校|本学)(?:に|へ)[^、。\n]{0,6}$"
)
_ACTS: Final = shape(r"[はが]")
# 調査結果の[報告]: how near before a word of telling its matter stands.
_OUTCOME_REACH: Final = 10
# 詳細な[調査が完了し]、…との連絡, …との[最終報告]を受け, 漏えいは[ないとの追加報告]: the investigation's end is told.
_CONCLUDED: Final = shape(
    r"調査(?:が|を)?(?:すべて|全て)?(?:完了|終了)|最終の?(?:調査)?報告|(?:な[いか]|ません)[^。、]{0,8}?(?:と|旨)の(?:追加|続)の?(?:報告|報|連絡)"
)
# [調査は3月3日より行われ、]23日に報告を受けました.
_OF_SEARCH: Final = shape(r"調査は[^。\n]{0,40}$")
# [最終報告を]4月23日に受領: likewise.
_FINAL_REPORT: Final = shape(r"(?:最終の?(?:調査)?|調査(?:結果)?の?)報告書?を ?$")
# 相談窓口[に]相談, 受付[を停止], 受付[システム]が攻撃を受け: the desk of somebody else, and what is no desk.
_TO_DESK: Final = shape(
    r"に|へ|から|を[^、。]{0,6}(?:停止|止め|中止|休止)|(?:\([^()]{0,16}+\))?(?:において|での)"
    r"|[^、。はがをにで]{0,10}?(?:システム|サイト|フォーム|サーバ|端末|パソコン|アカウント|メールアドレス)"
    r"(?![をの][^、。]{0,4}(?:開設|設置|案内))"
)
# 開始[しました], 開始[予定], 11月7日から開始[)]. Not: 開始[され], 開始[時刻]
_BEGINS: Final = shape(r"(?:いた|致)?し(?!た後)|です|(?:を)?予定|済|[)。\n]|\Z")
# [出荷は]、[入出庫業務について順次、]
_BUSINESS: Final = shape(
    r"(?:業務|営業|操業|稼働|出荷|生産|製造|受注|注文|販売|診療|配送|トライアル)(?:等|など)?"
    r"(?:[はをがも]|については?|につきまして)?、?(?:[^。、\n]{0,12}、)?[^。、をは\n]{0,24}[(]?$"
)
# 行われた[ランサムウェア攻撃]: how far after such a verb its noun's cue may stand.
_NOUN_REACH: Final = 20
# Traces are found later than they were left: 4月5日に侵入した[形跡を]確認.
_TRACE: Final = shape(r"痕跡|形跡|記録|履歴")
#: 4月5日[、], 4月5日[：]: the date stands apart from what follows it.
STANDS_APART: Final = shape(
    r"(?: {0,2}\((?:日本|現地)時間\))?(?: {0,2}[)\]】])? {0,3}(?:[、:\n>|]|(?<= )(?![にはのをもでかよま(]))"
)
# 4月5日(木)[に]侵入.
_PARTICLES: Final = tuple("にのはをもでかよまへ付 ")
# 4月6日に攻撃を受けたことを[認識]: on that day somebody saw what it was.
_REALISED: Final = ("認識", "把握", "認知", "と判断", "判定")
# 4月6日に攻撃を受け[たことを]公表, 攻撃があっ[たことについて]報告を受け: the date of the attack, before that of the
# publication. Not: 受け[た旨を]ご報告.
_TOLD_THAT: Final = shape(r"た(?:こと|事)(?:[がを]|について|に関して)")
# 4月5日[に]侵入された, 4月5日から6日[にかけて]. Not: 4月5日[に、]
_BOUND: Final = shape(r" {0,2}(?:[)] {0,2})?(?:から|より)?に(?!、)")
# メールシステム[において、]4月5日、攻撃が発生し[たとの]発表: the place is the event's, and so is the date behind it.
_PLACED: Final = shape(r"(?:において|におきまして|に対して?)、 {0,2}$")
_SAID: Final = shape(r"たと(?:の(?:こと)?|い[うっ]た?)?|た(?:可能性がある)?旨")
# 攻撃者のサイトに掲載され: published by the attacker.
_LEAK_SITE: Final = shape(r"攻撃者|リークサイト|ダークウェブ|ダークサイト|犯行")
# 4月4日に報告[いたしました『…の件』]: told by that title.
_TITLE: Final = shape(r"を?(?:いたし|致し|させて(?:いただ|頂)き|し)(?:ました|た)[、 ]?[「『]")
# 4月5日以降ログインされていない方は、…をご確認[ください]: asked, and not told.
_REQUEST: Final = shape(r"(?:(?:下さい|ください)(?:ませ)?|お願い(?:いた|致|申)し?[^。]{0,6}ます)。?$")
_ENDS_REQUEST: Final = ("さい", "さい。", "ませ", "ませ。", "ます", "ます。")
_ASKED: Final = frozenset(("occurred", "detected", "contained"))
# お知らせ, ご報告, ご案内 go to everyone or, by mail, to the people concerned; 公表 goes to everyone.
_TELLS_PERSONS: Final = ("お知らせ", "ご報告", "ご案内")


class ClauseRoles:
    """Reads the cues of a clause."""

    def __init__(self, document: Document, cues: DateCues) -> None:
        self.document = document
        self.folded = document.folded
        self.cues = cues

    def judge(self, date: Date, clause: Clause, *, bound: bool) -> str | None:
        """The role that one clause gives, by its last cue that counts."""
        cues: list[Hit] = []
        close = not bound and not self.is_apart(date)
        # 行われた[攻撃]: the verb before the noun that tells.
        verb: Hit | None = None
        for hit in self.cues.between(clause.start, clause.end):
            start, end, code = hit.start, hit.end, hit.code
            if clause.asides and not clause.holds(start):
                continue
            close = close and self.is_close(date, hit)
            if code == "desk":
                if not _TO_DESK.match(self.folded, end):
                    return "other"
                continue
            if code == "data_period":
                if tells_whose(self.cues, date, hit, close=close):
                    return "data_period"
                if close and not is_period(date) and self.cues.modified(hit) is not None:
                    return "other"
                continue
            if verb is not None and not close:
                return "other"
            named = verb
            if named is None and is_aside(self.folded, date, hit):
                continue
            cues.append(hit)
            if code in ("person", "authority", "counsel"):
                continue
            if code == "told" and _HAVING.match(self.folded, end):
                continue
            noun = self.cues.modified(hit) if close else None
            if code == "generic":
                close = noun is not None and not _PLACE.match(self.folded, noun)
                verb = hit if close else None
                continue
            if noun is not None and is_of_mails(self.cues, date, hit, noun):
                return "data_period"
            if noun is not None and code in ("detected", "disclosed") and _KNOWN.match(self.folded, noun):
                return "other"
            if named is not None:
                if start - named.end > _NOUN_REACH or self.is_routine(named, hit):
                    return "other"
                break
            if noun is not None:
                break
            if (_LED_TO if code == "occurred" else _GOES_ON).match(self.folded, end):
                break
            if code in ROLES and (self.folded.startswith(_CLOSES, end) or _IS_DONE.match(self.folded, end)):
                break
            if code in ("detected", "contained") and self.folded.startswith(_BREAKS_OFF, end):
                if self.folded.endswith(_LISTED, clause.start, start):
                    cues.pop()
                    continue
                break
            if code == "told" and is_received(self.folded, hit):
                break
        role = self.weigh(date, cues, clause.start)
        if (
            role in _ASKED
            and self.folded.endswith(_ENDS_REQUEST, clause.start, clause.end)
            and _REQUEST.search(self.folded, max(clause.start, clause.end - 20), clause.end)
        ):
            return "other"
        return role

    def is_apart(self, date: Date) -> bool:
        """Whether a date stands apart from what follows it, as one with its weekday does that opens its line."""
        if STANDS_APART.match(self.folded, date.span[1]):
            return True
        opens = date.span[0] == self.document.line_at(date.span[0]).body and self.folded[date.span[1] - 1] == ")"
        return opens and not self.folded.startswith(_PARTICLES, date.span[1])

    def is_close(self, date: Date, hit: Hit) -> bool:
        """Whether neither a comma nor a line's end stands between: so a date is bound closely to a verb."""
        between = date.span[1], hit.start
        return self.folded.find("、", *between) < 0 and self.folded.find("\n", *between) < 0

    def weigh(self, date: Date, cues: list[Hit], start: int) -> str | None:
        """Choose among a clause's cues."""
        if not cues:
            return None
        telling = [hit for hit in cues if hit.code in _TELLING]
        if not telling:
            if any(hit.code == "counsel" for hit in cues):
                return "investigated"
            generic = next((hit for hit in cues if hit.code == "generic"), None)
            if generic is None:
                return None
            return "restored" if self.is_reopening(date, generic) else self.topic(date)
        last = telling[-1]
        events = [hit for hit in telling if hit.code == "occurred"]
        if events and last.code in ("told", "disclosed") and self.is_told_of(date, events[-1], last):
            return "occurred"
        if last.code in ("told", "notified") and _TO_BE_TOLD.match(self.folded, last.end):
            return "other"
        if last.code == "told":
            if _NEEDED.search(self.folded, start, last.start):
                return "other"
            if _TITLE.match(self.folded, last.end):
                return "disclosed"
            # 4月5日以降、不審なメールが送信されているとの連絡: what was told of has gone on since.
            return "occurred" if events and self.is_since(date) else self.told(cues, last, start)
        if last.code == "detected":
            if self.folded.startswith(("確認", "把握"), last.start) and (
                _LOOKED_INTO.match(self.folded, last.end)
                or (date.end is not None and not events and _STATE.search(self.folded, start, last.start))
                or _STATE_OF_USE.search(self.folded, start, last.start)
            ):
                return "investigated"
            if _GONE.search(self.folded, max(start, last.start - 16), last.start):
                return "contained"
            if self.is_trace(date, start, last):
                return "occurred"
            if self.is_since(date) and _GOING_ON.search(self.folded, start, last.start):
                return "occurred"
            # Nobody notices over a period: what was noticed went on so long.
            if date.end is not None or (events and self.looks_back(date, events[-1], last)):
                return "occurred"
            done = [hit for hit in telling if hit.code in ("contained", "restored")]
            if done and self.is_bound(date, done[-1], last):
                return done[-1].code
        tells = last.code == "notified" or self.folded.startswith(_TELLS_PERSONS, last.start)
        sent = self.folded.startswith(_SENT_OUT, last.start) and self.folded.startswith("され", last.end)
        if tells and not sent and is_received(self.folded, last):
            return "occurred" if events and self.is_since(date) else "detected"
        if last.code in ("disclosed", "notified") and self.addressed(cues, last):
            return "reported"
        if last.code == "occurred" and self.is_sending(last) and any(hit.code == "notified" for hit in cues):
            return "notified"
        reported = self.folded.startswith("報道", last.start)
        if last.code == "disclosed" and not reported and _LEAK_SITE.search(self.folded, start, last.start):
            return "occurred"
        if last.code == "disclosed" and self.folded.startswith(_TELLS_PERSONS, last.start):
            told = any(hit.code == "notified" for hit in cues) or self.is_to_persons(date, last)
            return "notified" if told else "disclosed"
        if last.code in ("contained", "restored") and self.is_desk(date):
            return "other"
        if last.code == "investigated" and _TO_UNDO.search(self.folded, max(start, last.start - 8), last.end):
            return "contained"
        return last.code

    def is_to_persons(self, date: Date, telling: Hit) -> bool:
        """Whether the people concerned are told: 対象の方には、4月5日から順次お知らせいたします."""
        if self.folded[telling.start] != "ご" and self.folded.find("順次", date.span[1], telling.start) >= 0:
            return True
        sentence = self.document.sentence_at(date.span[0])
        before = self.cues.between(max(sentence.start, date.span[0] - BACK), date.span[0])
        return any(hit.code == "person" and _TO.match(self.folded, hit.end) for hit in before)

    def is_told_of(self, date: Date, event: Hit, telling: Hit) -> bool:
        """Whether a date is that of what is told: 4月5日に攻撃を受けたことを公表."""
        bound = _BOUND.match(self.folded, date.span[1]) is not None
        if bound and _TOLD_THAT.search(self.folded, event.end, telling.start):
            return True
        return self.is_quoted(date, event, telling)

    def is_quoted(self, date: Date, event: Hit, telling: Hit) -> bool:
        """Whether a date stands within what is told: メールシステムにおいて、4月5日、攻撃が発生したとの発表."""
        placed = _PLACED.search(self.folded, max(0, date.span[0] - 10), date.span[0])
        return placed is not None and _SAID.search(self.folded, event.end, telling.start) is not None

    def is_routine(self, verb: Hit, hit: Hit) -> bool:
        """Whether a cue is said of something carried out that is no incident: 実施した実習の状況を確認."""
        return self.folded.startswith("実施", verb.start) and self.folded.find("を", verb.end, hit.start) >= 0

    def is_sending(self, hit: Hit) -> bool:
        """Whether a word is one of sending: メールが送信され."""
        return self.folded.startswith(_SENDING, hit.start)

    def is_reopening(self, date: Date, verb: Hit) -> bool:
        """Whether what begins is an organisation's business: 本日より、出荷業務について順次開始しています."""
        if not (self.folded.startswith("開始", verb.start) and _BEGINS.match(self.folded, verb.end)):
            return False
        sentence = self.document.sentence_at(date.span[0])
        start = max(sentence.start, date.span[0] - BACK)
        return _BUSINESS.search(self.folded, start, verb.start) is not None

    def is_desk(self, date: Date) -> bool:
        """Whether a contact desk is what the clause is about: 窓口は4月5日に閉鎖."""
        sentence = self.document.sentence_at(date.span[0])
        return any(
            hit.code == "desk" and not self.folded.startswith("業務", hit.end)
            for hit in self.cues.between(max(sentence.start, date.span[0] - BACK), date.span[0])
        )

    def looks_back(self, date: Date, event: Hit, finding: Hit) -> bool:
        """Whether a finding is about an event of that date: 6月17日に不正ログインがなされていた事実が判明."""
        if self.is_since(date) or self.is_bound(date, event, finding):
            return True
        before = max(self.document.sentence_at(date.span[0]).start, date.span[0] - BACK), date.span[0]
        if STANDS_APART.match(self.folded, date.span[1]):
            if _FOUND_OUT.search(self.folded, *before) and _THAT.search(self.folded, event.end, finding.start):
                return True
            return _TRACED_BACK.search(self.folded, *before) is not None
        if self.folded.startswith("に、", date.span[1]) and date.precision not in ("year", "month"):
            had_gone_on = _HAD_GONE_ON.search(self.folded, event.end, finding.start) is not None
            return had_gone_on or _TRACED_BACK.search(self.folded, *before) is not None
        if _TRACE.search(self.folded, event.end, finding.start):
            return True
        vague = date.precision in ("year", "month")
        if not vague and _MAY_HAVE.search(self.folded, event.end, finding.start):
            return False
        led = _FOUND_OUT if _IS.search(self.folded, event.end, finding.start) else _LOOKED_BACK
        told = _IS if led is _FOUND_OUT else _WAS
        return (
            led.search(self.folded, *before) is not None
            and told.search(self.folded, event.end, finding.start) is not None
        )

    def is_trace(self, date: Date, start: int, finding: Hit) -> bool:
        """Whether traces of that date are what an investigation found: 調査の結果、4月1日に不正アクセスの痕跡を確認.

        Where it is said what left them, no investigation need be told of: 4月1日にファイルが置かれた形跡を確認.
        """
        trace = (
            _TRACE_FOUND.search(self.folded, start, finding.start) if _BOUND.match(self.folded, date.span[1]) else None
        )
        if trace is None:
            return False
        if trace["left"] != "の":
            return True
        vague = date.precision in ("year", "month")
        return vague or _LOOKED_BACK.search(self.folded, max(0, date.span[0] - BACK), date.span[0]) is not None

    def is_since(self, date: Date) -> bool:
        """Whether what is told has gone on from then: 4月5日以降, 4月5日8時頃より."""
        return date.modifier == "after" or self.folded.startswith(("より", "から"), date.span[1])

    def is_bound(self, date: Date, event: Hit, finding: Hit) -> bool:
        """Whether a date with a particle belongs to the event that was found: 4月5日に侵入されたことを確認."""
        if self.folded.startswith(_REALISED, finding.start):
            return False
        bound = _BOUND.match(self.folded, date.span[1]) is not None
        return bound and _THAT.search(self.folded, event.end, finding.start) is not None

    def addressed(self, cues: list[Hit], last: Hit) -> bool:
        """Whether an authority stands right before the word of telling: 委員会へご報告."""
        return any(hit.code == "authority" and hit.end <= last.start and last.start - hit.end <= 12 for hit in cues)

    def told(self, cues: list[Hit], last: Hit, start: int) -> str:
        """Who told whom: 連絡を受け is noticing, 警察へ届け reporting, お客様へ連絡 notifying, 続報を公開 for all."""
        if self.folded.startswith("報を公開", last.end - 1):
            return "disclosed"
        if _TO_SCHOOLS.search(self.folded, start, last.start):
            return "detected"
        received = is_received(self.folded, last)
        authority = next((hit for hit in reversed(cues) if hit.code == "authority"), None)
        if not received and authority is not None and _TO.match(self.folded, authority.end):
            return "reported"
        outcome = _SAID_THAT.search(self.folded, max(start, last.start - 3), last.start) is None and any(
            hit.code == "investigated" for hit in self.cues.between(last.start - _OUTCOME_REACH, last.end)
        )
        if received and _SEARCHERS.search(self.folded, start, last.end):
            return "investigated"
        if received or _SOURCE.search(self.folded, start + 2, last.start):
            outcome = outcome or _OF_SEARCH.search(self.folded, max(0, start - BACK), start) is not None
            return "investigated" if outcome or _CONCLUDED.search(self.folded, start, last.end) else "detected"
        if authority is None:
            sentence = self.document.sentence_at(start)
            earlier = self.cues.between(max(sentence.start, start - BACK), start)
            authority = next((hit for hit in reversed(earlier) if hit.code == "authority"), None)
            if authority is None and any(hit.code == "person" and _TO.match(self.folded, hit.end) for hit in earlier):
                # 対象者には4月5日から通知を行い.
                return "notified"
        if authority is not None:
            return "reported"
        if outcome or any(hit.code == "counsel" for hit in cues):
            return "investigated"
        if self.is_from_afar(start, last):
            return "detected"
        if _TO_OWN.search(self.folded, start, last.start):
            return "detected"
        if any(
            hit.code == "notified" or (hit.code == "person" and not _ACTS.match(self.folded, hit.end)) for hit in cues
        ):
            return "notified"
        return "disclosed" if self.folded[last.end - 1] == "報" else "reported"

    def is_from_afar(self, start: int, last: Hit) -> bool:
        """Whether who tells stands in an earlier clause: 委託先から、攻撃を受け、暗号化されたとの報告."""
        if not _SAID_THAT.search(self.folded, max(start, last.start - 3), last.start):
            return False
        opening = self.document.sentence_at(start).start
        return _SOURCE.search(self.folded, max(opening, start - BACK), start) is not None

    def topic(self, date: Date) -> str | None:
        """The role of what a verb without meaning of its own is said of: 攻撃は4月5日に行われた."""
        sentence = self.document.sentence_at(date.span[0])
        cues = self.cues.between(max(sentence.start, date.span[0] - BACK), date.span[0])
        telling = [hit for hit in cues if hit.code in _TELLING]
        if not telling or any(hit.code == "desk" for hit in cues):
            return None
        if telling[-1].code != "told":
            return telling[-1].code
        if any(hit.code == "person" and _TO.match(self.folded, hit.end) for hit in cues):
            # 対象者には通知を行い、4月5日に完了した.
            return "notified"
        if _FINAL_REPORT.search(self.folded, max(sentence.start, date.span[0] - BACK), date.span[0]):
            return "investigated"
        return "reported" if any(hit.code == "authority" for hit in cues) else "detected"
