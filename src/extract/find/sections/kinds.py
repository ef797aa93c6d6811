"""What a section holds, by the words of its heading.

A heading is read as Japanese puts it: coordinated parts each name a matter (`原因と再発防止策`), and
within a part the matter stands last (`漏えいした情報に関するお問い合わせ窓口` is a contact).
"""

from functools import cache, lru_cache
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from extract.lexicon import entries
from extract.text.folding import fold
from extract.text.shape import shape

__all__ = ["KINDS", "SectionKinds", "kinds_of"]

# How much a list's words weigh against another's; `heads` count only at the heading's end.
_RANKS: Final = {"faint": 0, "heads": 1, "words": 1, "strong": 2}
KINDS: Final = tuple(entries("headings"))

# `原因と再発防止策`, `概要及び経緯`, `影響・対応`, `発覚から復旧まで`. Not: `ことについて`, `対象となる`, `もとの`.
# Each begins with a letter of its own, since such are found faster.
_COORDINATOR: Final = shape(
    r"及び|および|ならびに|並びに|又は|または|、|,|/|&|・(?!$)|から(?=[^、]*まで$)"
    r"|と(?<![こごもひっ」]と)(?![しのもなさはい考]|見(?:ら|て|な|込))|と(?<=」と)(?=「)"
)
# What is told first only as the ground of what follows: `調査で判明した原因を踏まえた対策`.
_GROUND: Final = shape(r".*を(?:踏まえ|ふまえ)た?て?、?")
# `漏えいした情報:調査中`: what follows a colon is said of the matter before it. Not: `参考:これまでの公表`.
_REMARK: Final = shape(r"(?<=..)(?<!参考):(?!//|\d).*$")
# `お客様・関係者へのご連絡`: of two addressees the first is no matter. Not: `被害の状況及びお客様へのお願い`.
_ADDRESSEES: Final = ("様", "さま", "方", "者", "先", "社員", "学生", "会員")
_ADDRESSED: Final = shape(r"への|に対する")
# What follows a heading's last word and says nothing: `について`, `等`, `：`; a figure: `(1,203件)`.
_TAIL: Final = shape(
    r"(?:(?:につきまして|について)(?:[のは])?|に関しまして|に関して|に関する(?:事項|こと)|など|等|の有無|の一部|と回答|に向けて|※\d*"
    r"|(?:約|計|最大)? ?\d(?:[\d,.万千]| (?=[\d万千]))*+ ?"
    r"(?:[人名件]様?分|名様|[件名人社校台通]|アカウント)(?:程度?|以上|超)?"
    r"|[\s:;*※⁰-⁹¹²³>】〕》≫〉)\]」』。?!])+$"
)
# Their last letters, besides blanks and digits.
_TAIL_ENDS: Final = frozenset("部てのは項とど等無答人名件分様社校台通ト程度上超:;*※⁰ⁱ⁴⁵⁶⁷⁸⁹¹²³>】〕》≫〉)]」』。?!")
# What a label may say of its matter after naming it: `二次被害の可能性`, `二次被害又はそのおそれ`, `再発防止の方針`.
_ASPECT: Final = shape(
    r"(?:(?:の|又はその|またはその)?"
    r"(?:可能性|おそれ|恐れ|状況|方針|結果|範囲|内容|詳細|概略|時期|期間|見込み))?"
)
# `(経緯)`.
_BRACKET: Final = shape(r"[(【〔<〈《≪\[]([^()【】〔〕<>〈〉《》≪≫\[\]]*)[)】〕>〉》≫\]]")
_OPENING: Final = frozenset("(【〔<〈《≪[")
# A bracket that names no matter: `(74名)`, `(4月8日現在)`, `(更新なし)`, `(「研修について」)`.
_NOTE_ASIDE: Final = shape(r"[\d「]|更新|追記|追加|変更|訂正|再掲|抜粋|重要")
# `2【お問い合わせ先】`: the bracket is all that is said.
_NUMBERING: Final = " 0123456789.、)-"
_QUOTED: Final = shape("「[^「」]*」")
# `2025年4月5日(土)`, `5月28日~30日:`. Not: `2025年4月5日の事象`.
_DATE_ONLY: Final = shape(
    r"[ (]*(?:(?:(?:\d{4}|令和 ?\d{1,2}|同) ?年 ?)?\d{1,2} ?月(?: ?\d{1,2} ?日)?|\d{4}[/.]\d{1,2}[/.]\d{1,2})"
    r"[ \d年月日時分秒頃ごろ:.~/()火水木金土曜祝午前後上中下旬未明-]*"
)
# `q.カード情報は…`, `問1`, and anything that asks.
_QUESTION: Final = shape(
    r"q(?:uestion)?\d{0,2}[.:) ]|q\d|問\d|.*[か?]\?$|.*(?:でしょうか|ですか|ますか|教えて(?:ください|下さい))[?。]?$"
)
# How such begin or end.
_ASKED: Final = ("q", "問")
_ASKED_ENDS: Final = ("か", "?", "。", "い")


# `見本サービスにおける会員情報の漏えいについて(見本社Webサイト)`: what another page is called.
_ELSEWHERE: Final = shape(r"について ?\([^()]{0,20}(?:サイト|ホームページ|hp|リンク|webページ)\)$")
# `各自で点検してください`: what is asked is a request, whatever it names.
_ASKS: Final = shape(r".*(?:て|ご[^、。]{1,8}|お[^、。]{1,8})(?:ください|下さい)。?$")
_ASKING: Final = ("さい", "さい。")
# `障害、流出等への対応`: what is met by it is no matter of its own.
_MET: Final = shape(r".*(?:等|など)(?:への|に対する)(?=対応)")
# `サイトをご利用の皆様へ`, `番号を入力された方へ`: what they should do; not `対象の皆様へ`, who are told.
_TO_USERS: Final = shape(
    r"^(?!.*(?:対象|該当)).*(?:利用|閲覧|入力|受信|受け取|購入|お使い)[^へ]{0,10}(?:様|さま|方|方々)へ$"
)
# `対象となるお客様`, `影響を受けた会員`: those whose data leaked; not `月額会員様`.
_CONCERNED: Final = shape(r"対象|該当|漏|流出|影響|閲覧|可能性|おそれ|恐れ|被害|不正")
# `概 要 当館のメールが…`: the matter before a sentence, set wide.
_SET_WIDE: Final = shape(r"(?<=^[概経原状対]) (?=[要緯因況応] )")
# What any matter may have, and so is told by the heading above: `対象`, `追加対象`, `出荷拠点`.
_OF_ANYTHING: Final = shape(r"(?:追加)?対象(?:商品|拠点)?|(?:出荷|生産|製造)?(?:拠点|能力)")


class SectionKinds(NamedTuple):
    """A heading's kinds, the most fitting first.

    `named`: its last word names one of them, so that it reads as a label. `faint`: only a word
    says so that fits any section. `shared`: that, or what any matter has, so that the heading
    above tells the kinds where there is one. `people`: it names people and nothing else, so that
    below what is asked of them or offered them it is that.
    """

    kinds: tuple[str, ...]
    named: bool
    faint: bool = False
    shared: bool = False
    people: bool = False


_NOTHING: Final = SectionKinds((), False)
# What a note adds nothing by: `現状(概要)`, `公表(その他)`.
_VAGUE: Final = (("other",), ("overview",))


class _Word(NamedTuple):
    kind: str
    rank: int
    only_last: bool


@cache
def _matcher() -> tuple[AhoCorasick, list[tuple[_Word, ...]]]:
    """Headings are few and short: matched by themselves, a whole text's hits need not be sorted."""
    meanings: dict[str, list[_Word]] = {}
    for kind, lists in entries("headings").items():
        for name, words in lists.items():
            for word in words:
                meanings.setdefault(fold(word), []).append(_Word(kind, _RANKS[name], name == "heads"))
    automaton = AhoCorasick(list(meanings), matchkind=MatchKind.Standard)
    return automaton, [tuple(found) for found in meanings.values()]


@lru_cache(maxsize=4096)
def kinds_of(heading: str) -> SectionKinds:
    """Read the folded words of a heading; `kinds` is empty where they say nothing."""
    if (heading.startswith(_ASKED) or heading.endswith(_ASKED_ENDS)) and _QUESTION.match(heading):
        return SectionKinds(("faq",), True)
    if heading.endswith(")") and _ELSEWHERE.search(heading):
        return SectionKinds(("disclosure",), True)
    if _DATE_ONLY.fullmatch(heading):
        return SectionKinds(("timeline",), False, True, True)
    plain, notes = heading, []
    if not _OPENING.isdisjoint(heading) and (brackets := list(_BRACKET.finditer(heading))):
        last = [match for match in brackets if not _without_tail(heading[match.end() :])]
        notes = [match[1] for match in last if not _NOTE_ASIDE.search(match[1])]
        plain = _BRACKET.sub(lambda match: " " * len(match[0]), heading)
        if not plain.strip(_NUMBERING):
            plain, notes = heading, []
    plain = _without_tail(plain)
    if ":" in plain and (remark := _REMARK.search(plain)) and _named(plain[: remark.start()].rstrip()).named:
        plain = plain[: remark.start()].rstrip()
    if plain.endswith(_ASKING) and _ASKS.match(plain):
        return SectionKinds(("request",), True)
    ground = _GROUND.sub("", plain) if "まえ" in plain else plain
    plain = (_MET.sub("", ground) if "対応" in ground else ground) or plain
    # `概  要`
    plain = plain.replace(" ", "") if len(plain) <= 5 else _SET_WIDE.sub("", plain)
    # What a name in quotation marks says is not said of the section, unless nothing else is said.
    said = _named(_QUOTED.sub(lambda match: f"「{' ' * (len(match[0]) - 2)}」", plain)) if "「" in plain else _NOTHING
    kinds, named, faint, *_ = said if said.kinds else _named(plain)
    if kinds == ("notification",) and plain.endswith("へ") and _TO_USERS.search(plain):
        kinds = ("request",)
    if kinds and not faint:
        for note in notes:
            added = _named(_without_tail(note))
            kinds += () if added.faint or added.kinds in _VAGUE else added.kinds
    shared = faint or _OF_ANYTHING.fullmatch(plain) is not None
    people = kinds == ("affected_data",) and plain.endswith(_ADDRESSEES) and not _CONCERNED.search(plain)
    return SectionKinds(tuple(dict.fromkeys(kinds)), named, faint, shared, people)


def _without_tail(words: str) -> str:
    """Leave out what follows the last word and says nothing."""
    last = words[-1:]
    return _TAIL.sub("", words) if last in _TAIL_ENDS or last.isspace() or last.isdecimal() else words


def _named(plain: str) -> SectionKinds:
    """Read a heading without brackets: the kinds that its parts name."""
    automaton, meanings = _matcher()
    hits = []
    reach = 0
    # The longest word at a place covers the shorter ones within it.
    matches = automaton.find_matches_as_indexes(plain, overlapping=True)
    for start, last, index in sorted([(start, -end, index) for index, start, end in matches]):
        end = -last
        if end <= reach:
            continue
        meant = [word for word in meanings[index] if not word.only_last or end == len(plain)]
        if meant:
            hits.append((start, max([word.rank for word in meant]), meant))
            reach = end
    cuts = [match.start() for match in _COORDINATOR.finditer(plain)]
    found: list[str] = []
    faint = True
    for low, high in zip([-1, *cuts], [*cuts, len(plain)], strict=True):
        best = -1
        kinds: list[str] = []
        for start, rank, meant in hits:
            if low <= start < high and rank >= best:
                best, kinds = rank, [word.kind for word in meant]
        if plain.endswith(_ADDRESSEES, max(low, 0), high) and _ADDRESSED.search(plain, high):
            continue
        if best > 0 or (best == 0 and len(hits) == 1):
            found += kinds
            faint = best == 0
    # The last word found reaches the furthest.
    named = bool(hits) and bool(_ASPECT.fullmatch(plain, reach))
    return SectionKinds(tuple(found), named, faint)
