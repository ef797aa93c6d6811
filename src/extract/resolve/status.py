"""How sure the release is that the data at a place leaked: cues and their scope.

The codes are those of the annotation guide: confirmed, possible, excluded, unknown. Japanese says
at the end of a clause whether what it spoke of happened, may have happened or did not, so a mention
is governed first by what follows it in its clause, then by what modifies it from before, then by
what casts its status on it from outside: the lead of its list, the headings above it, and at last
the release as a whole.
"""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from functools import cache, cached_property
from typing import Final, NamedTuple

from extract.lexicon import entries
from extract.mention import Section, Span
from extract.resolve.negation import is_denied
from extract.text.document import Document, Line
from extract.text.folding import fold

__all__ = ["Statuses", "status_of_clause", "status_of_sentence"]

# 通知の受取設定及びサービス内で公開され[ているID]: it qualifies the noun behind it; not 公開されている[こと].
_QUALIFIES: Final = re.compile(
    r"(?:(?P<state>ている)|て(?:い|お)?た|た)(?=[a-z0-9ァ-ヶ一-龥])(?!事|状|可|恐|旨|痕|形|為|場)"
)
# 不正アクセスされ[たアカウント]の送信済みフォルダ: said of what holds the data.
_OF_HOLDER: Final = re.compile(
    r"(?:て(?:い|お)?)?[たる](?:当該|本)?(?:メール)?"
    r"(?:アカウント|サーバ|端末|システム|pc|パソコン|機器|サイト|環境|メールボックス|ストレージ|フォルダ|クラウド|ネットワーク)"
)
# 図面が社外へ漏れた[かどうか]は調べております.
_WHETHER: Final = re.compile(r"かどうか|か否か")
# 漏えいが確認された[場合]は速やかに公表します: nothing has happened yet.
_CONDITION: Final = re.compile(r"場合|とき|時に?は|次第|万が?一|際に?は|有無")
# How many sentences before a list are looked at for its lead.
_LEAD_REACH: Final = 8
# A clause longer than this is no clause; it bounds the work on one line without end.
_CLAUSE_REACH: Final = 300

# Ends the scope of what stands before it: 確認されておりませんが、|可能性を否定できません. Not the
# subject's が (個人情報が、外部に), nor し、 and て、 after which the modality at the end still holds.
_TURN: Final = re.compile(
    r"(?:ます|です|した|ません|せん|ない|いる|ある|った|れた)(?:が|けれども|ものの|ところ)[、,]?"
    r"|ものの|一方で?[、,]|ただし[、,]?|(?:であり|ており|おらず|らず|せず|まず|ませんし|ないため|せんので)[、,]"
)
# 住所、電話番号[は]載せておりません: what stands as the topic is spoken of to the end of its sentence.
_TOPIC: Final = re.compile(r"[^。はもがを]{0,60}+(?:については|につきましては|は|も)")
# パスワードは暗号化しておりません, 件数は判明しておりません: what is denied is not that they leaked.
_OTHERWISE: Final = re.compile(
    r"暗号|特定|判明|分か|わか|把握|断定|完了|変更|復元|解読|必要|差し支え|問題|関係な|間違いな|かもしれ"
)
# 写真データそのもの([漏えいは確認されておりません]): of the word itself; not 情報(マイナンバー含まず), of another.
_REMARK: Final = re.compile(
    r"(?:等|など|そのもの|の?情報|データ)*\((?P<words>(?:弊社|当社|本件|今回|現時点|漏|流出|保有|保持|含ま|対象|閲覧)[^()\n]{0,60})\)"
)
# A full stop left out: …口座名義など 等[なお、]マイナンバーは含まれておりません.
_ANEW: Final = re.compile(r"(?<=.)なお[、,]")
# 以下のとおり, 次の情報, 下記: the sentence introduces what follows it.
_INTRODUCES: Final = re.compile(r"以下|次の|下記|とおり|通り|[:]\s*$")
# ※ and なお turn away from what was said before: they neither introduce a list nor cast a status.
_ASIDE: Final = re.compile(r"\s*(?:[※*]|なお|また[、,]|ただし|注|\(注)")
# Cells end at a bar; the lines of one at a break, a remark, or the number of the next.
_CELL_EDGE: Final = re.compile(r"[|]|<br */?>|(?=[※①-⑳])")
# 「個人情報漏えいの可能性に関するお知らせ」: what another release was called says nothing of this one.
_QUOTED: Final = re.compile(r"[「『][^」』]{8,}+[」』]")
_BRACKETED: Final = re.compile(r"\([^()]*+\)")
# 漏えいした可能性のある情報; not サーバーへの不正アクセスを検知, which says nothing of data.
_DATA_LEAK: Final = re.compile(
    r"漏えい|漏洩|漏れ|漏出|流出|流失|窃取|閲覧|盗|持ち出|誤送|誤配|誤掲載|誤公開|表示され|見える|影響を受け|対象とな|情報[^。、]{0,20}(?:取得|アクセス)|データ[^。、]{0,20}(?:取得|アクセス)"
)
# [個人情報等の流出は発生しなかったと判断]いたしました; not パスワードの漏えいはなかった, which is of one item.
_CONCLUSION: Final = re.compile(
    r"(?:個人情報|顧客情報|お客(?:様|さま)の情報|[、。]情報|[、。]データ)(?:等)?の?(?:外部への)?(?:漏えい|漏洩|流出)(?:等)?"
    r"(?:は|が)(?:発生し)?(?:なかった|無かった)(?:もの|こと)?[とを](?:判断|結論|断定|確認)"
)
# Overviews come first: what the release says as a whole stands in so many sentences.
_OPENING_REACH: Final = 40
_NESTING: Final = 8


class _Cues(NamedTuple):
    denied: re.Pattern[str]
    possible: re.Pattern[str]
    unfound: re.Pattern[str]
    leak: re.Pattern[str]
    leaked: re.Pattern[str]


def _any(code: str) -> str:
    """Return an alternation of a cue list, the longest first."""
    words = sorted((fold(word) for word in entries("cues")[code]["words"]), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in words) + ")"


@cache
def _cues() -> _Cues:
    leak, mistake, touch, exposed, possible, hold = (
        _any(code) for code in ("leak", "mistake", "touch", "exposed", "possible", "hold")
    )
    # おりません, いない, いなかった, おらず, ません, ず
    absent = r"(?:おりませ|いませ|ませ|いな|おら|ない|なかっ|ず)"
    nothing = r"(?:ありませ|ございませ|な[いくか]|無[いくか]|無し|なし)"
    denied = (
        # クレジットカード情報は[含まれておりません], マイナンバー[含まず]; not 含まれております
        rf"含(?:ま(?:れ(?:て(?:は)?)?)?|んで(?:は)?|み(?:ませ)?){absent}|含みませ"
        # 当社では[保有しておりません], データとして[保持しておらず]; not 保有しておりました
        rf"|(?:{hold}|{leak})(?:は|を|も)?(?:(?:いたし|致し|し|され)?て?(?:は)?|たもの(?:で)?は){absent}"
        # 漏えいの[対象ではございません], [対象外]; not 対象となります
        rf"|対象外|対象(?:で|に|と)?(?:は)?(?:なら|なって|含まれて)?(?:は)?{nothing}|該当(?:し|は|いたし)?(?:ませ|{nothing})"
        r"|対象に(?:は)?(?:なって|含まれて|入って|含めて)(?:は)?(?:おりませ|いませ|いな|おら)"
        # 漏えいの[可能性はございません], [おそれはない]; not 可能性は否定できない
        rf"|(?:可能性|おそれ|恐れ|懸念|疑い|リスク)(?:は|が|も|の)?(?:一切|全く|まったく)?{nothing}"
        # 情報の[漏えいはありません], 不正アクセスの[痕跡がない]; not 漏えいのない管理
        rf"|(?:{leak}|{touch}|被害|影響|事実|形跡|痕跡)(?:した|された|等)?(?:の事実)?(?:は|が|も)(?:一切|全く|生じて)?(?:い|お)?{nothing}"
        # 漏洩は[発生しておりません], [生じていない]; サーバー上で[保持・処理は行っておらず]
        rf"|(?:発生|生じ)(?:し)?て(?:は)?(?:おりませ|いませ|いな|おら)"
        rf"|{hold}[^、。はが]{{0,6}}(?:は|を)?行(?:って|い)?(?:は)?{absent}"
        # クレジットカード情報、口座情報は[ございません]; パスワードが[流出したわけではありません]
        rf"|^(?:等|など|の?情報|データ)*(?:は|も)(?:一切)?(?:ございませ|ありませ)|わけで(?:は|も){nothing}"
        r"|影響(?:を|は)受け(?:て)?(?:は)?(?:おりませ|いませ|おら|いな|ませ|ない)"
        # アクセスが[無いことが確認]された, 流出して[いないことを確認]した
        r"|(?<!でき)(?<!出来)(?<!しれ)(?:な|無)(?:い|かった)(?:こと|もの|旨)?(?:が|を|と|も)?[^。]{0,40}?(?:確認|判明|判断)"
        # 番号のみ(氏名等は[無し]), マイナンバー[はなし], 氏名[を除く]
        # [安全が確認されている]情報
        r"|安全(?:性)?が確認|(?:は)?無し(?=[)、。 |]|$)|はなし(?=[)、。 |]|$)|^(?:等)?(?:を|は)除(?:く|き|い)"
    )
    unfound = (
        # 漏えいした事実は[確認されておりません], [確認できておりません], 痕跡は[見つかっていない]
        rf"確認(?:は|が)?(?:さ|でき|し|いたし|出来|に至)(?:れ|っ)?(?:て)?(?:は)?{absent}"
        rf"|(?:認め|見つか|見受け|見当た|発見|検出|把握)(?:られ|され|っ|ら|し|でき)?(?:て)?(?:は)?{absent}|断定(?:でき|に)"
        # 流出したとの[報告は受けておりません], 事実は[把握しておりません]
        rf"|(?:報告|連絡|情報|事実|通報|申告)(?:等)?(?:は|も|を)?(?:[^。、]{{0,6}})?(?:受け|寄せられ|接し|つか(?:ん|み)|得|入っ)(?:て|で)?(?:は)?{absent}"
    )
    # [漏えいした], [流出が確認された], [漏えい事実を確認した], [流出がありました]; not 漏えいの対象, 漏えい状況
    leaked = (
        rf"{leak}(?:等)?(?:の|した|が発生した)?(?:事実|事案|事象|こと)?(?:が|を|は|も)?(?:外部に)?"
        rf"(?:し|いたし|致し|され|せられ|発生し|生じ|確認|判明|あっ|あり|れ|られ|た|てい)"
        rf"|{exposed}(?:た|て|まし|る事|ること)|{mistake}"
        # 外部からの[アクセスが確認された]個人情報; not 不正アクセスを確認した, which says nothing of data
        rf"|{touch}(?:が|を)(?:確認され|受け)た(?:個人|顧客|会員)?(?:情報|データ)"
    )
    return _Cues(*(re.compile(pattern) for pattern in (denied, possible, unfound, rf"{leak}|{touch}", leaked)))


def status_of_clause(clause: str, *, predicate: bool = False) -> str | None:
    """Return what a folded clause says of the data in it, or None where it says nothing.

    `predicate`: the clause follows the data, so what qualifies another noun says nothing of them.

    >>> status_of_clause("が漏えいした可能性がございます")
    'possible'
    >>> status_of_clause("は含まれておりません")
    'excluded'
    >>> status_of_clause("の漏えいは確認されておりません")
    'unknown'
    >>> status_of_clause("が外部に流出いたしました")
    'confirmed'
    >>> status_of_clause("の漏えい状況について"), status_of_clause("の漏えいが確認された場合は")
    (None, None)
    """
    cues = _cues()
    if cues.denied.search(clause):
        return "excluded"
    possible = _last(cues.possible, clause)
    leaked = _last(cues.leaked, clause)
    if leaked is not None and (_CONDITION.search(clause, leaked.start()) or _is_qualifier(clause, leaked, predicate)):
        leaked = None
    # 不正アクセスの疑いを検知し、調査の結果、情報が漏えいした: what is said last is what is known.
    if possible is not None and (leaked is None or leaked.start() < possible.start()):
        return "possible"
    if cues.leak.search(clause) and (cues.unfound.search(clause) or _WHETHER.search(clause)):
        return "unknown"
    return "confirmed" if leaked is not None else None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return deque(pattern.finditer(text), maxlen=1).pop() if pattern.search(text) else None


def _is_qualifier(clause: str, leaked: re.Match[str], predicate: bool) -> bool:
    if _OF_HOLDER.match(clause, leaked.end() - 1):
        return True
    qualifies = _QUALIFIES.match(clause, leaked.end() - 1)
    return qualifies is not None and (predicate or qualifies["state"] is not None)


class Statuses:
    """Answers for any span of the document how sure the release is of it."""

    def __init__(self, document: Document, sections: Sequence[Section], masthead_end: int = 0) -> None:
        self._document = document
        self._folded = document.folded
        self._sections = sections
        self._starts = [section.span[0] for section in sections]
        self._body = masthead_end
        self._of_sentence: dict[int, str | None] = {}
        self._of_lead: dict[tuple[int, int], str | None] = {}

    def of(self, span: Span) -> str:
        """Return confirmed, possible, excluded or unknown for what stands at `span`."""
        own = self._own(span)
        if own is not None:
            return own
        status = self.cast(span[0])
        return "excluded" if status == "possible" and self._concludes_none else status

    def cast(self, offset: int) -> str:
        """Return the status that stands over an offset from outside.

        At each level, from its own section outwards, the sentence before it that leads to it, then the
        heading; where none of them says anything, what the release says as a whole.
        """
        at: int | None = bisect_right(self._starts, offset) - 1
        # Headings nest no deeper than their marks have families; the bound holds on hostile nesting.
        for _ in range(_NESTING):
            if at is None:
                break
            section = self._sections[at]
            status = self._lead(offset, section)
            if status is None:
                status = self._headings[at]
            if status is not None:
                return status
            at, offset = section.parent, section.span[0]
        return self.overall

    def of_sentence(self, index: int) -> str | None:
        """Return what a sentence of the document says of data, None where it speaks of no leak."""
        if index not in self._of_sentence:
            sentence = self._document.sentences[index]
            text = self._folded[sentence.start : min(sentence.end, sentence.start + _CLAUSE_REACH)]
            self._of_sentence[index] = status_of_sentence(text)
        return self._of_sentence[index]

    # What the mention's own sentence says.

    def _own(self, span: Span) -> str | None:
        sentence = self._document.sentence_at(span[0])
        line = self._document.line_at(span[0])
        start, end = max(sentence.start, span[0] - _CLAUSE_REACH), min(sentence.end, span[1] + _CLAUSE_REACH)
        if line.kind == "row":
            return self._row(span, line)
        return self._in_clause(span, start, end)

    def _in_clause(self, span: Span, start: int, end: int) -> str | None:
        """What follows in the clause decides, brackets opened after the mention left out; then what stands before."""
        inner = self._bracket(span, start, end)
        if inner is not None:
            status = status_of_clause(self._folded[span[1] : inner], predicate=True)
            if status is not None:
                return status
        remark = _REMARK.match(self._folded, span[1], end)
        if remark:
            status = status_of_clause(remark["words"], predicate=True)
            if status is not None:
                return status
        after = _ANEW.split(self._outside_brackets(span[1], end), maxsplit=1)[0]
        turn = _TURN.search(after)
        clause = after[: turn.start() + 3] if turn else after
        status = status_of_clause(clause, predicate=True)
        if status is None and _TOPIC.match(clause):
            if turn:
                status = status_of_clause(after, predicate=True)
            if status is None and not _OTHERWISE.search(clause) and is_denied(clause):
                return "excluded"
        if status == "unknown" and turn and status_of_clause(after[turn.end() :]) == "possible":
            return "possible"
        if status is not None:
            return status
        before = self._folded[start : span[0]]
        turns = [turn.end() for turn in _TURN.finditer(before)]
        if turns:
            last = status_of_clause(before[turns[-1] :])
            if last is not None:
                return last
        return status_of_clause(before)

    def _bracket(self, span: Span, start: int, end: int) -> int | None:
        """Return where the bracket ends that the mention stands in, or None."""
        depth = 0
        for at in range(span[0] - 1, start - 1, -1):
            char = self._folded[at]
            if char == ")":
                depth += 1
            elif char == "(":
                if depth == 0:
                    close = self._folded.find(")", span[1], end)
                    return close if close >= 0 else None
                depth -= 1
        return None

    def _outside_brackets(self, start: int, end: int) -> str:
        """Return the text from start to end without what stands in brackets that open in it."""
        text = self._folded[start:end]
        if "(" not in text and ")" not in text:
            return text
        kept, depth = [], 0
        for char in text:
            if char == "(":
                depth += 1
            elif char == ")":
                depth = max(0, depth - 1)
            elif depth == 0:
                kept.append(char)
        return "".join(kept)

    def _row(self, span: Span, line: Line) -> str | None:
        """A line of a cell decides for itself, then a cell of the row that says it outright."""
        low, high = max(line.start, span[0] - _CLAUSE_REACH), min(line.end, span[1] + _CLAUSE_REACH)
        left = max((edge.end() for edge in _CELL_EDGE.finditer(self._folded, low, span[0])), default=low)
        edge = _CELL_EDGE.search(self._folded, span[1], high)
        right = edge.start() if edge else high
        own = self._in_clause(span, left, right)
        if own is not None:
            return own
        for cell in (*self._folded[low:left].split("|")[:-1], *self._folded[right:high].split("|")[1:]):
            status = status_of_sentence(_BRACKETED.sub("", cell))
            if status in ("possible", "confirmed"):
                return status
        return None

    @cached_property
    def _concludes_none(self) -> bool:
        """Whether the release concludes that nothing leaked: what might have, then did not."""
        return _CONCLUSION.search(self._folded, self._body) is not None

    # What casts its status on a list from outside.

    def _lead(self, offset: int, section: Section) -> str | None:
        """Return the status of the nearest sentence before, in the section, that says something of the data."""
        index = self._document.sentence_index(offset)
        if self._document.sentence_at(offset).start == offset and offset == section.span[0]:
            return None
        first = section.heading_span[1] if section.heading_span else section.span[0]
        key = (index, section.span[0])
        if key not in self._of_lead:
            self._of_lead[key] = self._nearest_lead(index, first)
        return self._of_lead[key]

    def _nearest_lead(self, index: int, first: int) -> str | None:
        sentences = self._document.sentences
        for before in range(index - 1, max(-1, index - 1 - _LEAD_REACH), -1):
            sentence = sentences[before]
            if sentence.start < first:
                break
            if _ASIDE.match(self._folded, sentence.start) and not _INTRODUCES.search(
                self._folded, sentence.start, min(sentence.end, sentence.start + _CLAUSE_REACH)
            ):
                continue
            status = self.of_sentence(before)
            # A denial casts nothing on what follows it.
            if status in ("possible", "confirmed"):
                return status
        return None

    @cached_property
    def _headings(self) -> list[str | None]:
        """What each section's heading says of the data under it (漏えいした可能性のある情報), its last clause first."""
        statuses: list[str | None] = []
        for section in self._sections:
            span = section.heading_span
            words = "" if span is None else self._folded[span[0] : min(span[1], span[0] + _CLAUSE_REACH)]
            turns = [turn.end() for turn in _TURN.finditer(words)]
            last = status_of_clause(words[turns[-1] :]) if turns else None
            statuses.append(last or status_of_clause(words))
        return statuses

    @cached_property
    def overall(self) -> str:
        """What the release says of its data as a whole: confirmed where it states a leak and guards it nowhere."""
        stated = False
        for index, sentence in enumerate(self._document.sentences[:_OPENING_REACH]):
            if _ASIDE.match(self._folded, sentence.start):
                continue
            status = self.of_sentence(index)
            if status == "possible":
                return "possible"
            stated = stated or status == "confirmed"
        return "confirmed" if stated else "possible"


def status_of_sentence(text: str) -> str | None:
    """Return what a folded sentence says of data, its last clause first; None where it speaks of no leak of data."""
    text = _QUOTED.sub("", text)
    if not _DATA_LEAK.search(text):
        return None
    turns = [turn.end() for turn in _TURN.finditer(text)]
    statuses = [status_of_clause(text[start:]) for start in (*reversed(turns), 0)]
    return next((status for status in statuses if status in ("possible", "confirmed")), None) or next(
        (status for status in statuses if status is not None), None
    )
