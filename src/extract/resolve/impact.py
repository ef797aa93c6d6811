"""Quantities of what the incident touched, apart from everything else that is counted.

The nearest words decide: what stands right behind the number (職員1名のアカウント), the predicate of
its clause (送信された, 連絡がつかない), the label before it (送信件数:), the heading above it. A counter of
people or records that nothing speaks against is impact: releases count little else.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final, NamedTuple

from extract import lexicon
from extract.mention import Count, Section, Span
from extract.resolve.announced import bound_at_most
from extract.resolve.status import Statuses
from extract.resolve.totals import mark_totals
from extract.text.document import Document
from extract.text.folding import fold

__all__ = ["resolve_counts"]

# How far a sentence is read to both sides of a number.
_REACH: Final = 90
# Sections about those who respond: a number there is impact only where the sentence names data or an attack.
_RESPONSE: Final = frozenset({"contact", "prevention", "recovery", "business_impact", "outlook"})
# What did happen is confirmed by nature.
_HAPPENED: Final = frozenset({"compromised", "sent", "misused"})


class _Cues(NamedTuple):
    """The lexicon's words, and the shapes that they make around a number."""

    has: dict[str, Callable[[str], re.Match[str] | None]]
    # After the number. `の Microsoft 365 アカウント`, `が使用するメールアカウント`. Not: のアカウント情報, のID・パスワード.
    holder_after: re.Pattern[str]
    # The same with words that may be data themselves: `のメールアドレスに対し`.
    address_after: re.Pattern[str]
    # Before the number. `アカウント`, `対象アカウント:職員`. Not: アカウント数, アカウントの情報.
    holder_before: re.Pattern[str]
    target_before: re.Pattern[str]
    address_before: re.Pattern[str]
    inquiry_after: re.Pattern[str]
    inquiry_before: re.Pattern[str]
    profile_before: re.Pattern[str]
    staff_after: re.Pattern[str]
    staff_before: re.Pattern[str]
    sending_label: re.Pattern[str]


@cache
def _cues() -> _Cues:
    words = {
        code: "|".join(re.escape(fold(word)) for word in lists["words"])
        for code, lists in lexicon.entries("impact").items()
    }
    own = r"(?:[:のはがを(、 ]|メール|当社|(?:教?職|社|従業|会)員|教員|学生|生徒|及び|および|計){0,6}$"
    owned = r" ?(?:分?の|が|の?[^、。()\n]{0,8}(?:の|する|している))[a-z0-9. ]{0,20}[^、。()\n]{0,14}?"
    no_data = r"(?!情報|登録|・|、|及び|および|と|や|数)"
    return _Cues(
        {code: re.compile(pattern).search for code, pattern in words.items()},
        re.compile(f"{owned}(?:{words['holder']}){no_data}"),
        re.compile(f"{owned}(?:{words['address']}){no_data}"),
        re.compile(f"(?:{words['holder']}){own}"),
        re.compile(f"(?<!漏えい)(?<!流出)対象(?:の|となる)?(?:メール)?(?:{words['holder']})[:はが(][^、。\\n]{{0,24}}$"),
        re.compile(f"(?:{words['address']}){own}"),
        re.compile(rf" ?(?:もの|程度)?の[^、。\n]{{0,4}}(?:{words['inquiry']})(?!情報|フォーム)"),
        re.compile(rf"(?:{words['inquiry']})(?:が|は|を|件数|総数|数|[: (])*$"),
        re.compile(rf"(?:{words['profile']})(?:は|が|数|[: (|])*$"),
        re.compile(rf"(?:規模)?の[^、。()\n]{{0,8}}(?:{words['staff']})"),
        re.compile(rf"(?:{words['staff']})(?:者|員|職員|社員|スタッフ)?[のは:( ]*$"),
        re.compile(rf"(?:{words['send']})(?:された|した)?[^、。\n]{{0,12}}数(?:は|が|[:( ])*$"),
    )


class _Context(NamedTuple):
    """The words around a quantity, folded: the sentence (in a table the cell) to both sides, the clause after it."""

    heading: str
    before: str
    after: str
    clause: str


def resolve_counts(
    document: Document, sections: Sequence[Section], counts: Sequence[Count], statuses: Statuses
) -> list[Count]:
    """Return the counts of the incident's impact with role, status and total, in the text's order."""
    starts = [section.span[0] for section in sections]
    found: list[Count] = []
    contexts: list[_Context] = []
    ends = [count.span[0] for count in counts[1:]] + [len(document)]
    for count, end in zip(counts, ends, strict=False):
        section = sections[max(0, bisect_right(starts, count.span[0]) - 1)]
        context = _context(document, section, count.span, end)
        if _is_impact(count, context, section):
            found.append(count._replace(role=_role(count, context, section)))
            contexts.append(context)
    found = _shared_roles(document, found, contexts)
    found = [
        count._replace(status="confirmed" if count.role in _HAPPENED else statuses.of(count.span)) for count in found
    ]
    return bound_at_most(document, sections, mark_totals(document, found))


# The end of a clause that has its own predicate; 、 alone ends none, a bracket does.
_CLAUSE: Final = re.compile(r"[^。()\n、]*+(?:、(?!うち|このうち)[^。()\n、]*+)?")


def _context(document: Document, section: Section, span: Span, following: int) -> _Context:
    folded, (start, end) = document.folded, span
    sentence, line = document.sentence_at(start), document.line_at(start)
    left, right = max(sentence.start, start - _REACH), min(max(sentence.end, end), end + _REACH)
    before, after = folded[left:start], folded[end:right]
    if line.kind == "row":
        before, after = before[before.rfind("|") + 1 :], after[: after.find("|") if "|" in after else None]
    # Behind the next quantity stands what is said of that one.
    if after.startswith(")"):
        # In a bracket the number says how many its noun is, and the noun's predicate is the number's too.
        after, end = after[1:], end + 1
    clause = _CLAUSE.match(after, 0, max(0, following - end))
    head = section.heading_span
    heading = folded[head[0] : head[1]] if head and not head[0] <= start < head[1] else ""
    return _Context(heading, before, after, clause[0] if clause else "")


# Speaks of each, or of somebody polite: ユーザーIDごとに1人, お1人.
_EACH: Final = re.compile(r"(?:ごと|毎)に$|につき$|お$")
# The whole population, of which the part that follows is the impact: 全45校のうち.
_POPULATION: Final = re.compile(r"全(?:部で)?$")
# `の1つのアカウント`, `2つのメールアドレス`; `ファイル数488個`, `45個のファイル`.
_ONE_OF: Final = re.compile(r"(?:事業者|会社|企業|委託先|取引先)の$")
_TIMES: Final = re.compile(r"(?:もの)?の?[^、。\n]{0,10}(?:アクセス|ログイン|リクエスト)")
_ACCESSES: Final = re.compile(r"(?:アクセス|ログイン)(?:履歴|数|回数|総数)?(?:は|が|を|[:( ])*$")
_FEW_TIMES: Final = 10
_PIECES: Final = re.compile(r" ?の[^、。\n]{0,8}(?:ファイル|メール|データ)")
_PIECES_BEFORE: Final = re.compile(r"(?:ファイル|データ|メール)(?:数|は|が|[:( ])*$")


def _is_impact(count: Count, context: _Context, section: Section) -> bool:
    """Whether the quantity counts what the incident touched."""
    cues, before, after, clause = _cues(), context.before, context.after, context.clause
    has = cues.has
    if _EACH.search(before) or cues.inquiry_after.match(after) or cues.inquiry_before.search(before):
        return False
    if cues.profile_before.search(before) or (_POPULATION.search(before) and after.startswith("のうち")):
        return False
    told = has["leak"](clause) or has["attack"](clause)
    if not told and (cues.staff_before.search(before) or cues.staff_after.match(after) or has["measure"](clause)):
        return False
    if count.bound in ("over", "at_least") and has["law"](before):
        return False
    unit = fold(count.unit)
    if unit == "回":
        many = count.value is not None and count.value >= _FEW_TIMES
        return many and bool(_TIMES.match(after) or _ACCESSES.search(before))
    if unit == "つ":
        return bool(cues.holder_after.match(after) or cues.address_after.match(after))
    if unit == "個":
        return bool(_PIECES.match(after) or _PIECES_BEFORE.search(before))
    if count.unit_kind == "companies" and _ONE_OF.search(before):
        return False
    if _RESPONSE.isdisjoint(section.kinds[:1]):
        return True
    return bool(told or has["leak"](before) or has["attack"](before))


def _role(count: Count, context: _Context, section: Section) -> str:
    """Return exposed, compromised, sent, misused or other, from the quantity's own words."""
    cues, before, clause, kind = _cues(), context.before, context.clause, count.unit_kind
    has = cues.has
    label = before[-30:] or context.heading
    if has["reached"](label[-18:]) or has["reached"](clause):
        return "other"
    leaks = has["leak"](clause)
    if kind != "people" and kind != "companies" and _is_sent(count, label, clause):
        return "sent"
    if fold(count.unit) == "回":
        return "other"
    if _is_compromised(count, context, section):
        return "compromised"
    if has["misuse"](label) or (not leaks and has["misuse"](clause)):
        return "misused"
    return "exposed"


def _is_sent(count: Count, label: str, clause: str) -> bool:
    cues = _cues()
    has = cues.has
    if cues.sending_label.search(label):
        return True
    if has["leak"](clause) or has["sent_place"](label + clause):
        return False
    sending = has["send"](label) or has["send"](clause)
    if count.unit_kind == "messages":
        return fold(count.unit).startswith("通") or bool(sending)
    return bool(sending and (has["mail"](label) or has["mail"](clause)))


def _is_compromised(count: Count, context: _Context, section: Section) -> bool:
    cues, before, after, clause = _cues(), context.before, context.after, context.clause
    has, kind = cues.has, count.unit_kind
    leaks, attack = has["leak"](clause), has["attack"](clause)
    if kind == "devices":
        return True
    if cues.target_before.search(before):
        return True
    holder = cues.holder_after.match(after)
    if holder:
        # 1名のアカウントに保存されていた…: the holder is where the data were, whatever became of them.
        return bool(attack or not leaks or after.startswith(("に", "へ", "内", "上", "を", "から"), holder.end()))
    if cues.address_after.match(after) or cues.address_before.search(before):
        return bool(attack and not leaks)
    if cues.holder_before.search(before):
        return not leaks and bool(attack or "affected_data" not in section.kinds)
    if kind == "accounts":
        return not leaks and bool(attack or has["attack"](before[-30:]))
    return kind == "files" and bool(attack and not leaks)


# Two quantities in one breath: 教職員2名、学生1名の…. Not: 3名が漏えいし、2名の….
_LISTED: Final = re.compile(r"(?:、|,|・|と|及び|および|並びに|ならびに) ?[^、。,()\nがをは]{0,12}")
# A figure pointed back at: 当該1名の, うち3件.
_PART: Final = re.compile(r"うち[、 ]?[^、。\n]{0,6}$")


def _shared_roles(document: Document, counts: list[Count], contexts: Sequence[_Context]) -> list[Count]:
    """Give quantities without words of their own the role of the one that they belong to.

    In a list the last has the predicate; a part (うち3件) shares in its whole; a figure told again
    without saying what happened is what it was before.
    """
    folded, has = document.folded, _cues().has
    shared = list(counts)
    for i in range(len(shared) - 2, -1, -1):
        here, following = shared[i], shared[i + 1]
        between = folded[here.span[1] : min(following.span[0], here.span[1] + 24)]
        if (
            (here.role, following.role) == ("exposed", "compromised")
            and here.unit_kind == following.unit_kind
            and following.span[0] - here.span[1] < 24
            and _LISTED.fullmatch(between)
        ):
            shared[i] = here._replace(role="compromised")
    known: dict[tuple[int | None, str], str] = {}
    for i, count in enumerate(shared):
        figure = count.value, count.unit_kind
        silent = count.role == "exposed" and not has["leak"](contexts[i].clause)
        if silent and i and _PART.search(contexts[i].before) and shared[i - 1].role in ("sent", "misused"):
            shared[i] = count = count._replace(role=shared[i - 1].role)
        elif silent and known.get(figure) in _HAPPENED:
            shared[i] = count = count._replace(role=known[figure])
        known.setdefault(figure, count.role)
    return shared
