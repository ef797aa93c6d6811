"""How sure the release is that the data at a place leaked: the scope of its cues.

The codes are those of the annotation guide: confirmed, possible, excluded, unknown. Japanese says
at the end of a clause whether what it spoke of happened, may have happened or did not, so a mention
is governed first by what follows it in its clause, then by what modifies it from before, then by
what casts its status on it from outside: the lead of its list, the headings above it, and at last
the release as a whole.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from extract.mention import Section, Span
from extract.resolve.cues import TURN, has_cue, status_of_clause, status_of_sentence
from extract.resolve.investigation import Progress, leaves_open, progress
from extract.resolve.negation import is_denied
from extract.text.document import Document, Line
from extract.text.lines import is_entry
from extract.text.shape import shape
from extract.text.tables import DENIES, NO

__all__ = ["LEAKED", "Statuses"]

#: The statuses of what leaked, for sure or perhaps.
LEAKED: Final = frozenset({"confirmed", "possible"})

# How many sentences before a list are looked at for its lead.
_LEAD_REACH: Final = 8
# A clause longer than this is no clause; it bounds the work on one line without end.
_CLAUSE_REACH: Final = 300

# 住所、電話番号[は]載せておりません: what stands as the topic is spoken of to the end of its sentence.
_TOPIC: Final = shape(r"[^。はもがを]{0,60}+(?:については|につきましては|は|も)")
# パスワードは暗号化しておりません, 件数は判明しておりません, 期限は定められていない: no leak is denied.
_OTHERWISE: Final = shape(
    r"暗号|特定|判明|分か|わか|把握|断定|完了|変更|復元|解読|必要|差し支え|問題|関係な|間違いな|かもしれ|規定|定め"
)
# 34名[の情報が保存されていましたが、]: where it was says nothing of a leak.
_WAS_HELD: Final = shape(
    r"(?:分|様)?(?:の[^。、はがも]{0,12}(?:情報|データ))?[がもは][^。、]{0,20}(?:保存|保管|格納|登録|記録)されて[^。、]{0,6}が"
)
# 氏名[は含まれておりますが]、電話番号は含まれておりません: what follows is of others.
_IS_AMONG: Final = shape(r"(?:含まれ|記載され|保存され|登録され)[^。、]{0,8}(?:ます|た)が$")
# パスワードの漏えいは確認されておりませんが、[氏名、住所が]漏えいした可能性があります; not 個人情報が.
_OF_OTHERS: Final = shape(
    r"(?:[^。、はが]{1,14}、){0,4}[^。、はが]{0,14}(?:番号|氏名|名前|住所|アドレス|パスワード|カード情報)(?:等|など)?(?:が|は|も|について|につきまして|に関して)"
)
# 写真データそのもの([漏えいは確認されておりません]): of the word itself; not 情報(マイナンバー含まず), of another.
_OF_LEAK: Final = r"\((?P<words>(?:弊社|当社|本件|今回|現時点|漏|流出|保有|保持|含ま|対象|閲覧)[^()\n]{0,60})\)"
_REMARK: Final = shape(rf"(?:等|など|そのもの|の?情報|データ)*{_OF_LEAK}")
# - パスワード[・メールアドレス(対象ではございません)]: at the end of an entry it is of all that it lists.
_REMARK_ON_ALL: Final = shape(rf"(?:[、・/や]|及び|および|並びに|と)[^()。\n]{{1,40}}{_OF_LEAK} *$")
# A full stop left out: …口座名義など 等[なお、]マイナンバーは含まれておりません, 氏名、学年[※]住所は含みません.
# Not: パスワード※対象ではありません, which says it of the word before.
_ANEW: Final = shape(r"(?<=.)なお[、,]|※(?![当弊本])(?=[^。※\n]{1,20}?(?<![でに])[はも])")
# 以下のとおり, 次の情報, 下記: the sentence introduces what follows it.
_INTRODUCES: Final = shape(r"以下|次の|下記|とおり|通り|[:]\s*$")
# [以下の情報が含まれていた]可能性: of data that are named below.
_MAY_HOLD: Final = shape(
    r"(?:以下|下記|次)の[^。、]{0,20}(?:情報|項目|データ|もの|内容)等?(?:が|も)[^。、]{0,10}(?:含まれ|記載され|保存され)"
)
# [以下の情報については]、含まれておりません: a denial that is said of the list under it.
_DENIES_LIST: Final = shape(
    r"(?:以下|下記|次)の[^。、]{0,25}(?:情報|項目|データ|もの|内容)等?(?:に(?:ついて|つき|関し)|は|も|が)"
)
# 流出は確認されておりませんが、[その可能性]は残る; not 不審なメールが届く可能性, which is not of the leak.
_LEFT_OPEN: Final = shape(r"否定|排除|払拭|その(?:可能性|おそれ|恐れ)")
# 流出した氏名[の不正利用]は確認されておりません, 電話番号[を悪用]した勧誘のおそれ: what may come of the leak, and
# not whether there was one; not 氏名の流出や不正利用.
_MISUSED: Final = shape(r"[^。はが漏流窃閲]{0,24}?(?:不正に?(?:な)?(?:利用|使用)|悪用|なりすま|二次被害(?!を))")
# 流出した可能性がある旨を[お伝えしましたが]、漏えいしていないと判明: what was told before holds no more.
_TOLD_BEFORE: Final = shape(
    r"(?:お伝え|お知らせ|報告|公表|案内|調査)を?(?:いた|致)?し(?:て(?:まい|参|おり|き)り?)?ました(?:が|ところ)"
)
# 漏えいした[証拠はありません]が、可能性は残る: that nothing was found denies no more than that.
_NO_TRACE: Final = shape(r"(?:証拠|証跡|痕跡|形跡|兆候)(?:は|が|も)(?:一切|現時点で)?(?:ありませ|ございませ|な[いく])")
# 漏えいした[可能性があったものの]、調査により[漏えいしていないこと]が判明: of the same.
_MIGHT_HAVE: Final = shape(r"(?:可能性|おそれ|恐れ|疑い|懸念)が(?:あった|ありました|ございました)(?:ものの|が)[、,]?$")
_NOT_AFTER_ALL: Final = shape(
    r"(?:その後の?)?(?:[^。、]{0,16}?調査[^。、]{0,12}?、?)?(?:実際には)?(?:漏(?:え?い|[洩出れ])|流[出失]|閲覧|[窃搾詐奪盗]取)(?:し|され)?(?:の事実)?(?:て)?(?:は)?"
    r"(?:いないこと|い?なかった(?:こと)?|おりませんでした|いませんでした|なかったこと|ないこと|はなかった)"
)
# …確認されておりません。[しかしながら]、可能性を否定できません: takes back the sentence before.
_TAKES_BACK: Final = shape(r"\s*(?:しかし|ただし|但し|とはいえ|もっとも|一方|他方)")
# [お客様]の情報の漏えいは確認されておりません。一方、[従業員]の情報は: of others.
_OF_WHOM: Final = shape(
    r"(?P<who>お?[一-龥ァ-ヶー]{1,8}(?:様|さま)?)の(?:個人|登録)?(?:情報|データ|氏名|お?名前|ご?住所|お?電話|メール|アドレス)"
)
# [情報の流出]は確認されておりません; not カード番号の流出は確認されておりません, which is of one item.
_ALL_DATA: Final = shape(r"(?:個人|顧客|会員|機密|お客(?:様|さま)|[、。はの])の?(?:情報|データ)|^(?:情報|データ)")
# ※ and なお turn away from what was said before: they neither introduce a list nor cast a status.
_ASIDE: Final = shape(r"\s*(?:[※*]|なお|また[、,]|ただし|注|\(注)")
# | 漏えいなし |: of the whole row.
_NO_LEAK: Final = shape(
    r" *(?:漏(?:え?い|[洩出れ])|流[出失])(?:等|は|の(?:可能性|おそれ|恐れ)(?:は)?)?"
    r"(?:なし|無し|ありません|ございません) *"
)
# 取引先情報[:確認中], 暗証番号[(調査中)]: a list that marks what is not known yet.
_PENDING: Final = shape(
    r"(?:等|など|の?情報|データ)*(?: ?[:…] ?| +| ?\()(?:現在|引き続き)?、?(?:調査|確認|精査|解析)中(?:です)?[。)]* *$"
)
# パスワード[:×], 暗証番号[(無)]: a list that marks what is among it.
_CROSSED: Final = shape(rf"(?:等|など|の?情報)*(?: ?[:…] ?| +| ?\()(?:{'|'.join(sorted(DENIES, reverse=True))})\)? *$")
# Cells end at a bar; the lines of one at a break, a remark, or the number of the next.
_CELL_EDGE: Final = shape(r"[|]|<br */?>|(?=[※①-⑳])")
_BRACKETED: Final = shape(r"\([^()]*+\)")
_PARENTHESES: Final = shape(r"([()])")
# [個人情報等の流出は発生しなかったと判断]いたしました; not パスワードの漏えいはなかった, which is of one item.
_CONCLUSION: Final = shape(
    r"(?:個人情報|顧客情報|お客(?:様|さま)の情報|[、。]情報|[、。]データ)(?:等)?の?(?:外部への)?(?:漏(?:え?い|[洩出れ])|流[出失])(?:等)?"
    r"(?:は|が)(?:発生し)?(?:なかった|無かった)(?:もの|こと)?[とをが](?:判断|結論|断定|確認|判明)"
)
# 漏えいのおそれがある情報の[不正利用]は: what was done with the data, not whether they leaked.
_DAMAGE: Final = shape(r"二次(?:被害|的)|不正に?利用|悪用|なりすまし|成り済まし|装[いうっ]|不審な")
# 流出した認証情報[があるかないか], 個人情報[が含まれているか調査中]: what is sought has not been found.
_IF_ANY: Final = shape(
    r"(?:[・、や][^。、はが]{1,12})?(?:等|など)?(?:[がはも])?(?:ある|存在する|含まれ(?:る|て(?:い|お)る))か"
)
# What was lost or stolen is out of hand, though no leak be known of.
_LOST: Final = shape(
    r"(?:を|が|に)(?:紛失(?:し|す)|置き忘れ|盗まれ|遺失)|の(?:紛失|盗難)(?:が(?:判明|発覚)|について|に関)|所在が?不明"
)
# Overviews come first: what the release says as a whole stands in so many sentences.
_OPENING_REACH: Final = 60
_NESTING: Final = 8


class Statuses:
    """Answers for any span of the document how sure the release is of it."""

    def __init__(self, document: Document, sections: Sequence[Section]) -> None:
        self._document = document
        self._folded = document.folded
        self._sections = sections
        self._starts = [section.span[0] for section in sections]
        self._with_cue: dict[int, bool] = {}
        self._of_sentence: dict[int, str | None] = {}
        self._of_lead: dict[tuple[int, int], str | None] = {}
        self._of_heading: dict[int, str | None] = {}

    def of(self, span: Span) -> str:
        """Return confirmed, possible, excluded or unknown for what stands at `span`."""
        index = self._document.sentence_index(span[0])
        own = self._own(span) if index >= 0 and self._has_cue(index) else None
        if own is not None:
            return self.settled(own, index)
        cast = self.cast(span[0])
        return "excluded" if cast == "possible" and self.concludes_none else cast

    def settled(self, status: str, sentence: int) -> str:
        """Return a status that a sentence gives, as it stands now: what was not found is denied once nobody looks."""
        if status != "unknown":
            return status
        if self._is_taken_back(sentence):
            return "possible"
        return "unknown" if leaves_open(self._words(sentence), self._progress) else "excluded"

    def _is_taken_back(self, sentence: int) -> bool:
        if sentence + 1 >= len(self._document.sentences):
            return False
        following = self._words(sentence + 1)
        if _TAKES_BACK.match(following) is None or not _guards(following):
            return False
        whose, others = _OF_WHOM.search(self._words(sentence)), _OF_WHOM.search(following)
        return whose is None or others is None or whose["who"] == others["who"]

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
                status = self._heading(at)
            if status is not None:
                return status
            at, offset = section.parent, section.span[0]
        return self.overall

    def of_sentence(self, index: int) -> str | None:
        """Return what a sentence of the document says of data, None where it speaks of no leak."""
        if index not in self._of_sentence:
            self._of_sentence[index] = self._said_in(self._words(index)) if self._has_cue(index) else None
        return self._of_sentence[index]

    def _said_in(self, words: str) -> str | None:
        """Return what a sentence says, what it denies in brackets left aside: 会員の情報(番号は含みません)が漏えい."""
        status = status_of_sentence(words)
        if status in ("excluded", "unknown") and "(" in words:
            return status_of_sentence(_outside_brackets(words)) or status
        return status

    def _words(self, index: int) -> str:
        start, end = self._document.sentences[index]
        return self._folded[start : min(end, start + _CLAUSE_REACH)]

    def _has_cue(self, index: int) -> bool:
        """Whether a sentence says anything at all: the lines of most lists and tables do not."""
        found = self._with_cue.get(index)
        if found is None:
            found = self._with_cue[index] = has_cue(self._folded, *self._document.sentences[index])
        return found

    # What the mention's own sentence says.

    def _own(self, span: Span) -> str | None:
        line = self._document.line_at(span[0])
        if line.kind == "row":
            return self._row(span, line)
        sentence = self._document.sentence_at(span[0])
        start, end = max(sentence.start, span[0] - _CLAUSE_REACH), min(sentence.end, span[1] + _CLAUSE_REACH)
        return self._in_clause(span, start, end)

    def _in_clause(self, span: Span, start: int, end: int) -> str | None:
        """What follows in the clause decides, brackets opened after the mention left out; then what stands before."""
        inner = self._bracket(span, start, end)
        if inner is not None:
            status = status_of_clause(self._folded[span[1] : inner], predicate=True)
            if status is not None:
                return status
        after = self._folded[span[1] : end]
        if _IF_ANY.match(after):
            return "unknown"
        if _CROSSED.match(after):
            return "excluded"
        if _PENDING.match(after):
            return "unknown"
        if "(" in after:
            remark = _REMARK.match(after) or self._remark_on_all(span, end)
            if remark:
                status = status_of_clause(remark["words"], predicate=True)
                if status is not None:
                    return status
        after = _outside_brackets(after)
        if "なお" in after or "※" in after:
            after = _ANEW.split(after, maxsplit=1)[0]
        turn = TURN.search(after)
        clause = after[: turn.start() + 3] if turn else after
        misused = _MISUSED.match(clause) is not None
        status = None if misused else status_of_clause(clause, predicate=True)
        if status is None and not misused and _TOPIC.match(clause):
            if turn and _IS_AMONG.search(clause):
                return None
            if turn:
                status = status_of_clause(after, predicate=True)
            if status is None and not _OTHERWISE.search(clause) and is_denied(clause):
                return "excluded"
        if status is None and turn and _WAS_HELD.match(clause):
            # 34名の情報が保存されていましたが、漏えいはありませんでした.
            told = status_of_clause(after[turn.end() :], predicate=True)
            status = told if told == "excluded" else None
        untraced = status == "excluded" and turn and _NO_TRACE.search(clause)
        if (status == "unknown" or untraced) and turn and _guards(after[turn.end() :]):
            return "unknown" if _OF_OTHERS.match(after, turn.end()) else "possible"
        if status in ("possible", "confirmed") and turn and _TOLD_BEFORE.search(after, 0, turn.end()):
            return "excluded" if self._is_taken_off(after[turn.end() :], span) else status
        if status == "possible" and turn and _MIGHT_HAVE.search(after, 0, turn.end()):
            return "excluded" if _NOT_AFTER_ALL.match(after, turn.end()) else status
        if status is not None:
            return status
        before = self._folded[start + self._closed(start, span[0]) : span[0]]
        if misused:
            # 流出した氏名を悪用した: what is told of elsewhere, and no more than that.
            return "possible" if status_of_clause(before) == "possible" else None
        turns = [turn.end() for turn in TURN.finditer(before)]
        if turns:
            last = status_of_clause(before[turns[-1] :])
            if last is not None:
                return last
            # 住所は含まれておりませんが、[備考欄]に記入された方がいる: a denial ends at the turn.
            told = status_of_clause(before)
            return told if told in ("possible", "confirmed") else None
        return status_of_clause(before)

    def _is_taken_off(self, words: str, span: Span) -> bool:
        """Whether the rest of a sentence says that what was told before did not happen."""
        status = status_of_clause(words)
        if status == "unknown":
            status = self.settled(status, self._document.sentence_index(span[0]))
        return status == "excluded"

    def _closed(self, start: int, end: int) -> int:
        """Return how far in `start:end` a bracket closes that was opened before: …。口座番号は含みません)、[メール]."""
        depth = reach = 0
        if self._folded.find(")", start, end) >= 0:
            for bracket in _PARENTHESES.finditer(self._folded, start, end):
                depth += 1 if bracket[0] == "(" else -1
                if depth < 0:
                    depth, reach = 0, bracket.end() - start
        return reach

    def _remark_on_all(self, span: Span, end: int) -> re.Match[str] | None:
        """Return the remark that closes an entry's list: - パスワード・[メールアドレス(漏えいの対象ではありません)]."""
        if not is_entry(self._folded, self._document.line_at(span[0])):
            return None
        return _REMARK_ON_ALL.match(self._folded, span[1], end)

    def _bracket(self, span: Span, start: int, end: int) -> int | None:
        """Return where the bracket ends that the mention stands in, or None."""
        folded, at, depth = self._folded, span[0], 0
        while (opens := folded.rfind("(", start, at)) >= 0:
            # What closed between it and the one that opened behind it.
            depth += folded.count(")", opens, at)
            if depth == 0:
                close = folded.find(")", span[1], end)
                return close if close >= 0 else None
            depth -= 1
            at = opens
        return None

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
            if _NO_LEAK.fullmatch(cell):
                return "excluded"
        marks = {cell.strip() for cell in (*self._folded[low:left].split("|"), *self._folded[right:high].split("|"))}
        return "excluded" if marks & DENIES and marks <= NO else None

    @cached_property
    def _progress(self) -> Progress:
        return progress(self._folded)

    @cached_property
    def concludes_none(self) -> bool:
        """Whether the release concludes that nothing leaked: what might have, then did not."""
        return "かった" in self._folded and _CONCLUSION.search(self._folded) is not None

    # What casts its status on a list from outside.

    def _lead(self, offset: int, section: Section) -> str | None:
        """Return the status of the nearest sentence before, in the section, that says something of the data."""
        start = section.span[0]
        if offset == start and self._document.sentence_at(offset).start == offset:
            return None
        index = self._document.sentence_index(offset)
        if index >= 0 and self._document.sentences[index].end <= offset:
            # Between two sentences, as where an indented line begins: what ends there leads to it.
            index += 1
        key = (index, start)
        if key not in self._of_lead:
            first = section.heading_span[1] if section.heading_span else start
            self._of_lead[key] = self._nearest_lead(key[0], first)
        return self._of_lead[key]

    def _nearest_lead(self, index: int, first: int) -> str | None:
        sentences = self._document.sentences
        listed = True
        for before in range(index - 1, max(-1, index - 1 - _LEAD_REACH), -1):
            sentence = sentences[before]
            if sentence.start < first:
                break
            if _ASIDE.match(self._folded, sentence.start) and not _INTRODUCES.search(
                self._folded, sentence.start, min(sentence.end, sentence.start + _CLAUSE_REACH)
            ):
                continue
            status = self.of_sentence(before)
            if status is None and self._may_hold(before):
                return "possible"
            if status in ("possible", "confirmed"):
                return status
            # A denial casts nothing on what follows it, unless it is said of the list that stands right under it.
            if listed and self._has_cue(before):
                words = self._words(before)
                if _DENIES_LIST.search(words) and status_of_clause(words) == "excluded":
                    return "excluded"
            listed = listed and not self._folded.endswith("。", sentence.start, sentence.end)
        return None

    def _may_hold(self, index: int) -> bool:
        """Whether a sentence says of what follows it that it may have been among the data: 以下が含まれていた可能性."""
        words = self._words(index)
        return _MAY_HOLD.search(words) is not None and status_of_clause(words) == "possible"

    def _heading(self, section: int) -> str | None:
        """Return what a section's heading says of the data under it: 漏えいした可能性のある情報."""
        if section not in self._of_heading:
            span = self._sections[section].heading_span
            told = self._told_over(span) if span and has_cue(self._folded, *span) else None
            if span and told is not None:
                told = self.settled(told, self._document.sentence_index(span[0]))
            self._of_heading[section] = told
        return self._of_heading[section]

    def _told_over(self, heading: Span) -> str | None:
        """Return what a heading says, its last clause first."""
        words = self._folded[heading[0] : min(heading[1], heading[0] + _CLAUSE_REACH)]
        turns = [turn.end() for turn in TURN.finditer(words)]
        last = status_of_clause(words[turns[-1] :]) if turns else None
        return last or status_of_clause(words)

    @cached_property
    def overall(self) -> str:
        """What the release says of its data as a whole.

        Confirmed where it states a leak and guards it nowhere; where it speaks of neither, but of none that
        was found, as far as that goes; else possible.
        """
        stated: dict[str, int] = {}
        for index, sentence in enumerate(self._document.sentences[:_OPENING_REACH]):
            status = self.of_sentence(index)
            if status == "possible" and _DAMAGE.search(self._words(index)):
                continue
            if _ASIDE.match(self._folded, sentence.start):
                if status != "possible" or not _TAKES_BACK.match(self._folded, sentence.start):
                    continue
            elif status == "possible":
                return "possible"
            if status is not None and (status != "unknown" or _ALL_DATA.search(self._words(index))):
                stated.setdefault(status, index)
        if "confirmed" in stated:
            return "confirmed"
        if "possible" in stated or "unknown" not in stated or _LOST.search(self._folded):
            return "possible"
        return self.settled("unknown", stated["unknown"])


def _outside_brackets(text: str) -> str:
    """Return the text without what stands in brackets that open in it."""
    if "(" not in text and ")" not in text:
        return text
    kept, depth = [], 0
    # What is split off are brackets and the words between them, in turns.
    for piece in _PARENTHESES.split(text):
        if piece == "(":
            depth += 1
        elif piece == ")":
            depth = max(0, depth - 1)
        elif depth == 0:
            kept.append(piece)
    return "".join(kept)


def _guards(clause: str) -> bool:
    """Whether a clause leaves it open that the data leaked."""
    if status_of_sentence(clause) == "possible":
        return True
    return _LEFT_OPEN.search(clause) is not None and status_of_clause(clause) == "possible"
