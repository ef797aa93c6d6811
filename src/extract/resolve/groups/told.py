"""Groups that stand in a sentence alone, with neither count nor items."""

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import Final

from extract.mention import Exposure, Span
from extract.resolve.cues import TURN, status_of_clause
from extract.resolve.groups.labels import container
from extract.resolve.groups.people import VAGUE, Found, People, broad, coded
from extract.resolve.investigation import FOUND_NONE
from extract.resolve.status import LEAKED, Statuses
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["told_alone"]

# A sentence is read so far; it bounds the work on one without end.
_REACH: Final = 300
_OF_DATA: Final = shape(r"情報(?!サイト|セキュリティ|システム|処理|通信|発信)|データ(?!センター|ベース)")
# Without one of these a sentence says of nobody that data leaked, or that they are not concerned.
_TELLS: Final = shape(r"情報|データ|対象|該当|含")
_PERSONAL: Final = shape(r"個人(?:情報|データ)|顧客(?:情報|データ)")
# [万が一]、お客様の情報の流出が判明した場合には: nothing of the kind has happened.
_SUPPOSED: Final = shape(r"万が?一")
# [不正にログインされた可能性のある]お客様.
_ENTERED: Final = shape(
    r"不正に?ログイン(?:された|の)(?:可能性|おそれ|恐れ)[のが]ある"
    r"(?:(?P<customer>お?客(?:様|さま)|(?:ご?利用者|ユーザー)(?:様|さま)?)|(?P<member>会員(?:様|さま)?))"
)
# 暗号化された[ファイルには、お客様の個人情報が含まれて]いました: what the attack reached held their data.
_REACHED: Final = shape(
    r"(?:暗号化|攻撃|被害|侵害|侵入|アクセス)(?>[^。、\n]{0,24}?(?:サーバー?|ファイル|フォルダー?|端末|システム|pc|機器))"
    r"(?>[^。、\n]{0,12}?に)(?:は)?、?(?P<held>[^。\n]{2,60}?(?:含まれ|保存され|保管され|格納され|記録され)て"
    r"(?:いま(?:し|す)|いた|いる(?:こと|旨)|お(?:り|る)(?!ませ)))"
)
# 二次被害, 不正利用: what was done with the data, not whose they are.
_DAMAGE: Final = shape(r"二次(?:被害|的)|不正(?:に)?利用|悪用|なりすまし")
# お客様の情報の[漏えいや不正利用]は確認されて: of both; not 流出による不正利用.
_LEAK_TOO: Final = shape(
    r"(?:漏(?:え?い|[洩出れ])|流[出失]|窃取|搾取|詐取|奪取)(?:(?:し|され)た)?(?:事実|こと|痕跡|形跡)?、?(?:や|及び|および|並びに|ならびに|又は|または|もしくは|、)"
    r"(?!その)[^。、]{0,10}(?:不正(?:に)?利用|悪用|二次被害)[^。]{0,24}(?:確認|見つか|認めら)"
)
# Without one of these nothing is denied.
_DENIES: Final = shape(r"ませ|ない|なか|なし|無|ず|対象外")
# 漏えいの[有無を調査]しております, 漏えい[の可能性を含め調査中]; not 可能性を示す痕跡を確認しました, 可能性を確認して….
_ASKED: Final = shape(
    r"(?:有無|[のい洩出](?:可能性|おそれ|恐れ|懸念)(?!を確認(?:いた|致)?し)|(?:漏(?:え?い|[洩出れ])|流[出失])(?=については?、|[をも]含め)|[のい洩出]の?事実(?=につ))(?:等|など)?(?:(?:も|を)?含めて?|について|につきまして|を|に関して|、)(?:は|も)?[^。]{0,40}?"
    r"(?:調査|確認|精査|特定)(?:中|を(?:進め|行|続け|実施)|して(?:お|い)|いたして(?:お|い))"
)
# 個人情報の[窃取を目的]としている可能性: what somebody is after.
_AIM: Final = shape(r"(?:窃取|詐取|搾取|奪取|取得)[^。、]{0,14}を(?:目的|狙)")
# お客様の情報が漏えいした。従業員の[情報についても]漏えいした: of others than those named before.
_TOO: Final = shape(r"(?:情報|データ)(?:等|など|の一部)?(?:について|につきまして|に関して)?も(?!の)")
# お客様の情報が読み出された事実は[確認されておりません], 流出したとの[報告は受けておりません].
_UNFOUND: Final = shape(
    r"(?:事実|影響|痕跡|形跡|流出|漏えい|漏洩|被害|こと)[^。]{0,16}"
    r"(?:(?:確認(?:さ|でき|し|いたし)れ?|見つかっ|見受けられ|認められ|検出され|発見され|把握し)て?は?(?:おりませ|いませ|いな|おら)"
    r"|(?:報告|連絡)(?:は|も)?[^。、]{0,4}(?:受け|ござい|あり)(?:て)?(?:は)?(?:おりませ|いませ|いな|ませ))"
)
# 流出の[可能性:確認できておりません]; not 可能性は否定できません.
_NOT_SEEN: Final = shape(
    r"(?:可能性|おそれ|恐れ)(?:は| ?:|も|が)[^。、]{0,14}(?:確認|認め|検出|見つか)[^。、]{0,8}(?:ませ|おら|ない)"
)
# 会員様は[対象ではございません], お客様の情報は[含まれておりません]: said of people and not of an item.
_NOT_AMONG: Final = shape(
    r"対象外|(?:対象|該当)(?:で|に|と|者)?(?:は|も)?(?:なら|なって|含まれて|ござい|あり|無|な[いく]|し)"
    r"|含(?:まれ|んで|まない)|影響(?:は|を)[^。、]{0,6}(?:ませ|ない|おら)"
)
# 仮会員[は]対象ではございません, 法人のお客様[の]該当はございません; not お客様[への]影響はございません.
_TOPIC: Final = shape(r"(?:について|につきまして|に関しまして)?(?:は|も)|の(?=該当|対象)| ?:")
# 会員情報[には]、口座番号は含まれておりません: what is denied is an item.
_HOLDS: Final = shape(r"の?(?:個人)?(?:情報|データ)(?:に|の中に)は[^。]{0,80}含")
# 流出した[データ以外の]お客様情報は保管しておらず: other data, and no other people.
_OF_OTHER_DATA: Final = shape(r"(?:情報|データ|もの)以外の$")
# [個人情報が漏えいした可能性のある]お客様には: whose data, told the other way round.
_WHOSE_LEAKED: Final = shape(
    r"(?:情報|データ)(?:等|など)?(?:の?一部)?[がの][^。、が]{0,12}?(?:漏(?:え?い|[洩出れ])|流[出失]|閲覧|[窃搾詐奪盗]取)(?:(?:した|され|された)?(?:可能性|おそれ|恐れ)[のが](?:ある|有る)|(?:し|され)た)"
)
# 当店と直接お取引の[ない]お客様, 会員[以外]の方: none of the people of another group.
_APART: Final = shape(r"以外|その他|ない")
# 当社の[お客様ならびにお取引先の皆さま], 当社の[お客様およびお取引先様]: the same people in other words.
_SAME: Final = shape(
    r"(?:および|及び|ならびに|並びに|又は|または|もしくは|[、・やと])|の?(?:皆様|皆さま|みなさま|方々|方)|様|さま|[ごお]"
)
# [個人情報や]顧客データ, [個人情報および]顧客情報: what a release calls all data that matter, not whose.
_IN_GENERAL: Final = shape(r"個人(?:情報|データ)(?:等|など)?(?:や|、|・|及び|および|並びに|ならびに|又は|または)顧客$")
_GENERAL_REACH: Final = 12
_BAR: Final = shape(r"[|]")
_BRACKETED: Final = shape(r"\([^()]*+\)")
# A title, a heading or a condition states nothing: 万が一、流出の可能性がある場合は; 情報漏えいの可能性について(第2報).
# Nor does what is held unlikely (流出の可能性は極めて低い, 窃取する攻撃ではなかった可能性が高い) speak of data that
# are named nowhere.
_TITLE: Final = shape(
    r"万が?一|(?:可能性|おそれ|恐れ|懸念|リスク)[はが][^。、]{0,6}低|(?:ない|なかった)可能性[がは][^。、]{0,6}高|(?:について|に関して|に関する(?:ご?報告|お知らせ|お詫び)|お知らせ|お詫び|ご報告|情報|データ|可能性|事実|[痕形]跡)"
    r"[」』)]*(?:\([^()]{0,20}\)|を?発表|を?公表)*[」』)\s:]*(?:\||$)"
)

# 外部で[流出したと思われるお客様の情報]をもとに、不正にログイン: with what another had lost.
_ELSEWHERE: Final = shape(
    r"(?:外部(?<![はがの]外部)|他社|他の?(?:web)?(?:サービス|サイト|企業|会社)|別の?(?:web)?(?:サービス|サイト|企業|会社)|どこか)"
    r"(?:等|など|の[^、。\n]{1,10}|が[^、。\n]{1,8}サービス)?(?:で|にて|から|より)(?:流[出失]|漏(?:え?い|[洩出れ])|不正に(?:取得|入手))[^、。\n]{0,30}?(?:情報|データ|id|パスワード)"
    r"[^、。\n]{0,8}?を(?:もと|元|基|用い|利用|使)"
)


def told_alone(
    document: Document, statuses: Statuses, people: People, body: int, others: Sequence[Exposure]
) -> list[Exposure]:
    """Return the groups that a release makes in running text only, beside those `others` that it counts or itemises.

    People named as safe (お客様の情報の流出はございません) are a group each; so are people who are none of the
    others and of whom no leak is known yet. Where the release makes no other group at all, the first
    sentence that speaks of their data leaking, surely or perhaps, is one, or the first by which it is not
    known yet; and where nobody is named at all, what is said of the data.
    """
    reader = _Reader(document, statuses, people)
    if others:
        return reader.beside(body, others)
    alone = reader.alone(body) or reader.entered(body)
    nameless = len(alone) == 1 and alone[0].subject_span is None and alone[0].status in LEAKED
    return reader.reached(body, alone) or alone if nameless or not alone else alone


class _Reader:
    def __init__(self, document: Document, statuses: Statuses, people: People) -> None:
        self.document = document
        self.folded = document.folded
        self.statuses = statuses
        self.people = people

    def beside(self, body: int, others: Sequence[Exposure]) -> list[Exposure]:
        """Return the people who are none of `others`, of whom a sentence denies a leak, knows of none, or tells too."""
        kinds = {broad(group.subject_kind) for group in others}
        found: dict[tuple[str, str], Exposure] = {}
        for index, (low, high) in self._naming(body):
            if _TOO.search(self.folded, low, high):
                for group in self._leaked_too(index, *self._of_leak(low, high)):
                    if _are_none_of(kinds, group):
                        found.setdefault((group.status, group.subject_kind or ""), group)
            if not (_DENIES.search(self.folded, low, high) and _TELLS.search(self.folded, low, high)):
                continue
            start, end = self._of_leak(low, high)
            for group, unfound in self._safe(index, start, end):
                if group.status == "excluded":
                    kind = broad(group.subject_kind)
                    # What was not found of those whose data may have leaked makes none of them others.
                    if not (kind in kinds and (unfound or self._of_other_data(start, group))):
                        found.setdefault(("excluded", self._who(group)), group)
                elif self._is_apart(group, kinds):
                    settled = self.statuses.settled(group.status, index)
                    found.setdefault((settled, group.subject_kind or ""), group._replace(status=settled))
        return list(found.values())

    def alone(self, body: int) -> list[Exposure]:
        """Return those named as safe, and the groups of the first sentence that says most surely whose data leaked."""
        found: dict[tuple[str, str], list[Exposure]] = {}
        loose: Exposure | None = None
        # By kind: people of whose data no leak is known, and those whose data leaked too.
        unfound: dict[str | None, Exposure] = {}
        besides: dict[str | None, Exposure] = {}
        for index, (low, high) in self._telling(body):
            # What names nobody tells something only where nothing else does.
            if (found or loose is not None) and not self.people.named(low, high):
                continue
            start, end = self._of_leak(low, high)
            denies = _DENIES.search(self.folded, low, high) is not None
            for group, _ in self._safe(index, start, end) if denies else ():
                if group.status == "excluded":
                    found.setdefault(("excluded", self._who(group)), [group])
                else:
                    settled = self.statuses.settled(group.status, index)
                    unfound.setdefault(broad(group.subject_kind), group._replace(status=settled))
            if not _OF_DATA.search(self.folded, start, end):
                continue
            affirmed = self._affirmed(start, end) if denies else None
            subjects = self._leaking(start, affirmed[0] if affirmed else end)
            if not subjects and (found or loose is not None):
                continue
            status = affirmed[1] if affirmed else self._status(index, start, end)
            if status is None:
                continue
            if subjects:
                told = [Exposure(span, coded(kind), None, (), status, (span,)) for span, kind in subjects]
                if status != "unknown" or ("excluded", self._who(told[0])) not in found:
                    found.setdefault((status, self._who(told[0])), told)
                for group in self._leaked_too(index, start, end):
                    besides.setdefault(broad(group.subject_kind), group)
            elif status in ("possible", "confirmed") and self._states(start, end):
                data = container(self.folded, start, end)
                loose = Exposure(data, "other" if data else None, None, (), status, (data or (start, end),))
        return self._surest(found, unfound | besides, loose) or self._unharmed(body)

    def _unharmed(self, body: int) -> list[Exposure]:
        """Return those of whose data neither a leak nor damage is known, where a release tells no more of data.

        現時点で、お客様の情報の漏えいおよび不正利用は確認されておりません
        """
        for index, (low, high) in self._telling(body):
            found = self.people.of_data(low, high) if _LEAK_TOO.search(self.folded, low, high) else None
            if found is not None and found[1] not in VAGUE and self.statuses.of_sentence(index) in (None, "unknown"):
                return [Exposure(found[0], found[1], None, (), "unknown", (found[0],))]
        return []

    def entered(self, body: int) -> list[Exposure]:
        """Return those whose accounts somebody may have signed in to, and so seen their data, though it is not said."""
        entered = _ENTERED.search(self.folded, body)
        if entered is None:
            return []
        who = entered.span(entered.lastgroup or 0)
        return [Exposure(who, entered.lastgroup, None, (), "possible", (who,))]

    def reached(self, body: int, told: Sequence[Exposure]) -> list[Exposure]:
        """Return those whose data were held by what was attacked.

        It is as sure that they leaked as is `told` of data that are nobody's, else as the first sentence says that
        speaks of a leak.
        """
        reached = _REACHED.search(self.folded, body)
        found = reached and self.people.of_data(*reached.span("held"))
        if not reached or not found or found[1] in VAGUE:
            return []
        status = told[0].status if told else self._first_status(body)
        return [Exposure(found[0], coded(found[1]), None, (), status, (found[0],))]

    def _leaked_too(self, index: int, start: int, end: int) -> list[Exposure]:
        """Return those of whom a sentence tells that their data leaked as well as those of others named before."""
        subjects = self._leaking(start, end)
        if not subjects or not _TOO.search(self.folded, subjects[-1][0][1], end):
            return []
        status = self._status(index, start, end)
        return [Exposure(span, coded(kind), None, (), status, (span,)) for span, kind in subjects if status in LEAKED]

    def _first_status(self, body: int) -> str:
        for index, (start, end) in enumerate(self.document.sentences):
            status = self._status(index, start, min(end, start + _REACH)) if start >= body else None
            if status is not None:
                return self.statuses.settled(status, index)
        return "possible"

    def _surest(
        self,
        found: dict[tuple[str, str], list[Exposure]],
        others: dict[str | None, Exposure],
        loose: Exposure | None,
    ) -> list[Exposure]:
        """Return those named as safe, the groups that are told of most surely, and what is told beside them.

        `found`: the groups of each sentence by status and first words; `others`: by kind, people of whose data no leak
        is known, or that leaked too; `loose`: data that are said of nobody.
        """
        safe = [group for (status, _), groups in found.items() if status == "excluded" for group in groups]
        for wanted in ("confirmed", "possible"):
            alike = [groups for (status, _), groups in found.items() if status == wanted]
            if alike:
                first = _fullest(alike)
                # 従業員の情報が流出した可能性がありますが、お客様の情報の流出は確認されておりません.
                kinds = {broad(group.subject_kind) for group in first}
                return [*safe, *first, *(group for kind, group in others.items() if kind not in kinds)]
        unknown = next((groups for (status, _), groups in found.items() if status == "unknown"), None)
        if unknown:
            # 当社が保有するデータが漏えいしましたが、お客様の情報の流出は確認されておりません.
            beside = [loose] if loose and loose.subject_span else []
            return [*safe, *beside, *unknown]
        # Where people are named as safe, a sentence that names nobody speaks of systems, unless it says outright that
        # data leaked, or 個人情報.
        if loose and (not safe or loose.status == "confirmed" or _PERSONAL.search(self.folded, *loose.spans[0])):
            safe.append(loose)
        return safe

    def _of_leak(self, low: int, high: int) -> Span:
        """Return what of a sentence speaks of data and not of damage that came of it; an empty span where none does."""
        elsewhere = _ELSEWHERE.search(self.folded, low, high)
        low = elsewhere.end() if elsewhere else low
        supposed = _SUPPOSED.search(self.folded, low, high)
        high = supposed.start() if supposed else high
        if not _DAMAGE.search(self.folded, low, high):
            return low, high
        edges = [low, *(turn.end() for turn in TURN.finditer(self.folded, low, high)), high]
        parts = (part for part in pairwise(edges) if not _DAMAGE.search(self.folded, *part))
        return next((part for part in parts if _OF_DATA.search(self.folded, *part)), (high, high))

    def _telling(self, body: int) -> Iterator[tuple[int, Span]]:
        """Yield the sentences from an offset on that may say whose data leaked, cut where they have no end."""
        sentences = self.document.sentences
        at = body
        while told := _TELLS.search(self.folded, at):
            index = self.document.sentence_index(told.start())
            at = told.end()
            if index >= 0 and sentences[index].end > told.start():
                start, end = sentences[index]
                at = max(at, end)
                if start >= body:
                    yield index, (start, min(end, start + _REACH))

    def _naming(self, body: int) -> Iterator[tuple[int, Span]]:
        """Yield the sentences from an offset on that name people, cut where they have no end."""
        sentences = self.document.sentences
        until = body
        for at in self.people.starts(body):
            if at < until:
                continue
            index = self.document.sentence_index(at)
            start, end = sentences[index] if index >= 0 else (at, at)
            if body <= start and at < end:
                yield index, (start, min(end, start + _REACH))
            until = end

    def _of_other_data(self, low: int, group: Exposure) -> bool:
        """Whether a sentence speaks of other data of the people of a group, and of no other people."""
        span = group.subject_span
        return span is not None and _OF_OTHER_DATA.search(self.folded, low, span[0]) is not None

    def _is_apart(self, group: Exposure, kinds: Set[str | None]) -> bool:
        """Whether people are none of those of other groups: by their kind, or in so many words."""
        if _APART.search(self._words(group)):
            return True
        return _are_none_of(kinds, group)

    def _words(self, group: Exposure) -> str:
        return "" if group.subject_span is None else self.folded[slice(*group.subject_span)]

    def _who(self, group: Exposure) -> str:
        """Return the words for the people of a group, alike for the same people."""
        return _SAME.sub("", self._words(group))

    def _states(self, start: int, end: int) -> bool:
        """Whether a sentence says something: a heading, a title, a list's label and a condition or aim do not."""
        line = self.document.line_at(start)
        if line.kind == "heading" or _TITLE.search(self.folded, start, end):
            return False
        return not _AIM.search(self.folded, start, end)

    def _status(self, index: int, start: int, end: int) -> str | None:
        """Return what a sentence says of data: unknown while it is asked, excluded once an investigation found none."""
        status = self.statuses.of_sentence(index)
        if status == "possible" and _NOT_SEEN.search(self.folded, start, end):
            return "unknown"
        if status in (None, "possible") and _ASKED.search(self.folded, start, end):
            return "unknown"
        if status is None and _UNFOUND.search(self.folded, start, end):
            return "unknown"
        if status == "unknown" and FOUND_NONE.search(self.folded, start, end):
            return "excluded"
        if status == "possible" and self.statuses.concludes_none:
            return "excluded"
        return status

    def _safe(self, index: int, start: int, end: int) -> Iterator[tuple[Exposure, bool]]:
        """Yield the people of whom a clause of a sentence denies a leak, or says that none is known.

        Beside them, whether it is only that none was found.
        """
        if not self.people.named(start, end):
            return
        for low, high in self._clauses(start, end):
            if not self.people.named(low, high) or not _DENIES.search(self.folded, low, high):
                continue
            subjects = self.people.all_of_data(low, high)
            if not subjects and (denied := _NOT_AMONG.search(self.folded, low, high)):
                topic = self._topic(low, denied.start())
                subjects = [topic] if topic else []
            if not subjects:
                continue
            # A denial stands behind what it denies.
            behind = subjects[-1][0][1]
            status = status_of_clause(_BRACKETED.sub("", self.folded[behind:high]))
            unfound = status == "unknown"
            if unfound and self._none_found(index, start, end):
                status = "excluded"
            if status not in ("excluded", "unknown") or _HOLDS.match(self.folded, behind, high):
                continue
            kinds: set[str | None] = set()
            for span, kind in subjects:
                if kind != "other" and broad(kind) not in kinds and not self._in_general(span):
                    kinds.add(broad(kind))
                    yield Exposure(span, coded(kind), None, (), status, (span,)), unfound

    def _leaking(self, start: int, end: int) -> list[Found]:
        """Return the people of whose data a sentence speaks; not those of whom it denies a leak, where it turns."""
        found = self.people.all_of_data(start, end) or self._whose_leaked(start, end)
        found = [each for each in found if not self._in_general(each[0])]
        turn = TURN.search(self.folded, found[0][0][1], end) if found else None
        if turn is None:
            return found
        denied = status_of_clause(_BRACKETED.sub("", self.folded[found[0][0][1] : turn.end()]))
        if denied == "excluded":
            return self.people.all_of_data(turn.end(), end)
        return (denied == "unknown" and self.people.all_of_data(turn.end(), end)) or found

    def _affirmed(self, start: int, end: int) -> tuple[int, str | None] | None:
        """Return where a sentence turns to those whose data did not leak, and what it says of others before; or None.

        従業員の情報が流出しましたが、[お客様の情報は含まれておりません]
        """
        for turn in TURN.finditer(self.folded, start, end):
            denied = status_of_clause(self.folded[turn.end() : end]) in ("excluded", "unknown")
            if not denied or not self.people.named(turn.end(), end):
                continue
            status = status_of_clause(self.folded[start : turn.end()])
            if (status is None or status in LEAKED) and self.people.of_data(start, turn.end()):
                return turn.end(), status
        return None

    def _in_general(self, subject: Span) -> bool:
        """Whether a word for people is but part of a word for data: 個人情報や[顧客]データ."""
        return _IN_GENERAL.search(self.folded, max(0, subject[0] - _GENERAL_REACH), subject[1]) is not None

    def _whose_leaked(self, start: int, end: int) -> list[Found]:
        """Return the people who are named right behind what leaked of theirs."""
        leaked = _WHOSE_LEAKED.search(self.folded, start, end)
        found = self.people.at(leaked.end(), end) if leaked else None
        return [found] if found and found[1] not in VAGUE else []

    def _topic(self, low: int, high: int) -> Found | None:
        """Return the people of whom a clause speaks without a word for data ([仮会員]は対象外です), or None."""
        found = self.people.phrase(low, high, last=True)
        if found is None or found[1] in VAGUE or not _TOPIC.match(self.folded, found[0][1]):
            return None
        return found

    def _none_found(self, index: int, start: int, end: int) -> bool:
        """Whether an investigation found nothing, and the sentence leaves nothing open."""
        return FOUND_NONE.search(self.folded, start, end) is not None and self.statuses.of_sentence(index) != "possible"

    def _clauses(self, start: int, end: int) -> Iterator[Span]:
        """Yield the spans between the turns of a sentence, the cells of a row, and the brackets that deny something."""
        edges = {start, end, *(turn.end() for turn in TURN.finditer(self.folded, start, end))}
        for bracket in _BRACKETED.finditer(self.folded, start, end):
            if _DENIES.search(self.folded, *bracket.span()):
                edges.update(bracket.span())
        if self.folded.find("|", start, end) >= 0:
            edges.update(bar.end() for bar in _BAR.finditer(self.folded, start, end))
        yield from pairwise(sorted(edges))


def _are_none_of(kinds: Set[str | None], group: Exposure) -> bool:
    """Whether people are of no kind that other groups are of, where all of those are known."""
    return broad(group.subject_kind) not in kinds and not kinds & {None, "other"}


def _fullest(told: Sequence[list[Exposure]]) -> list[Exposure]:
    """Return the first sentence's groups, or those of a later one that names the same people and more.

    お客様の情報が漏えいした。その中には、お客様の情報や従業員の個人情報が含まれる: the second tells all.
    """
    fullest, kinds = told[0], {broad(group.subject_kind) for group in told[0]}
    for groups in told[1:]:
        others = {broad(group.subject_kind) for group in groups}
        if others > kinds:
            fullest, kinds = groups, others
    return fullest
