"""Which clause governs a date, and so which role it has.

Japanese says at the end of a clause what happened, so a date takes its role from the last cue of the
first clause after it that has one (4月5日に、漏えいを[確認]し、…).
"""

import re
from collections.abc import Sequence
from typing import Final

from extract.mention import Date
from extract.resolve.clause_roles import STANDS_APART, ClauseRoles
from extract.resolve.clauses import Clause, Clauses
from extract.resolve.date_cues import BACK, DateCues
from extract.text.document import Document

__all__ = ["Predicates"]

# 調査[を行い、]. Not: 調査が完了し、 調査を開始し、
_SEARCH: Final = re.compile(r"(?:調査|点検|確認|解析)(?:を(?:実施)?|いた)?し、$|を行い、$|調べ、$")
# [攻撃者は、]4月5日に…に接触し
_ATTACKER: Final = re.compile(r"(?:攻撃者|犯人|犯罪者|何者か|第三者)(?:は|が)、?[^。]{0,40}$")
# 漏えいした[ことを]公表, 漏えいした[旨の]報告
_QUOTED: Final = re.compile(r"こと|旨|との")


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
        """The role by the clause that governs the date.

        That is the first one that tells something, but for a date that stands apart (4月5日、…) none that only
        leads up to the next (報告があったため、…を[停止]). An event told in the words of who found or published it
        (攻撃を受け、暗号化されたことを[確認]) is dated by these, unless an investigation lies between.
        """
        date = self.dates[index]
        apart = STANDS_APART.match(self.folded, date.span[1]) is not None or self.folded.startswith("付", date.span[1])
        point = date.end is None and date.modifier != "after"
        following = self.clauses.following(index)
        led: str | None = None
        told: str | None = None
        searched = False
        sentence = date.span[1]
        for number, clause in enumerate(self.clauses.after(index, limit)):
            if (led or told) and clause.sentence != sentence:
                break
            if clause.start >= following and not (led or (told and point) or self.clauses.waits(index)):
                break
            sentence = clause.sentence
            role = self.clause_roles.judge(date, clause, bound=number > 0)
            if told is None:
                if role is None:
                    continue
                if clause.leads and apart and point:
                    led = led or role
                elif led == "occurred" and role == "contained":
                    break
                elif role == "investigated" and apart and point and not led and self.is_search(clause):
                    led = role
                    searched = True
                elif searched and role != "detected":
                    break
                elif role == "occurred" and apart and point:
                    told = role
                else:
                    told = role
                    break
            elif any(hit.code == "investigated" for hit in self.cues.between(clause.start, clause.end)):
                break
            elif role == "detected" or (
                role in ("disclosed", "reported") and _QUOTED.search(self.folded, clause.start, clause.end)
            ):
                told = role
                break
            elif role and role != "occurred":
                break
        role = told or led
        if role in (None, "notified", "disclosed") and self.is_attackers(date):
            return "occurred"
        return role

    def is_search(self, clause: Clause) -> bool:
        """Whether a clause says that somebody looked and goes on: 調査を実施し、改ざんを検知."""
        return _SEARCH.search(self.folded, clause.start, clause.end) is not None

    def is_attackers(self, date: Date) -> bool:
        """Whether the attacker is who acts: 攻撃者は、4月5日に職員へ接触し."""
        sentence = self.document.sentence_at(date.span[0])
        return _ATTACKER.search(self.folded, max(sentence.start, date.span[0] - BACK), date.span[0]) is not None
