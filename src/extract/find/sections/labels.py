"""Labels: what a single line offers as a heading, by its mark and its words, before its neighbours are asked."""

import re
from typing import Final, NamedTuple

from extract.find.sections.kinds import SectionKinds, kinds_of
from extract.mention import Span
from extract.text.document import Line
from extract.text.shape import shape

__all__ = ["Label", "is_item", "is_prose", "read_label", "read_marked"]

# Marked labels have at most about sixty characters, bare ones half of that.
_LONGEST: Final = 64
_LONGEST_BARE: Final = 32
_LONGEST_QUESTION: Final = 120
# A Markdown heading is read no further.
_LONGEST_READ: Final = 200

# The marks before a line's words, in this order: `## `, `- `, `■`, `(1)`, `【`.
# A number is none in `1月`, `3 件`, `1.5倍`, `2025年`; a kanji numeral needs a stop or a blank after it.
_MARKS: Final = shape(
    r"(?P<hashes>\#{1,6}+ *+)?"
    r"(?P<bullet>(?:\*(?![*\d])|[-・•▪◾◼◖◗▶▷►➤◉⚫⚪⬛✓✔☑Øø]) *+)?"
    r"(?P<symbol>[■□◆◇●○〇◎▼▽▲△★☆] *+)?"
    r"(?P<number>(?P<question>q ?\d{0,2}[.:) ] *+|問 ?\d{1,2}[.:) ] *+)"
    r"|(?P<dotted>\d{1,2}+(?:[.-]\d{1,2}){0,3} ?[.,、:)](?!\d) *+)"
    r"|(?P<bracketed>[(【\[<](?:\d{1,2}|[a-zア-ン]|[一二三四五六七八九十ⅰ-ⅹ]{1,2})[)】\]>] *+)"
    r"|(?P<circled>[①-⑳❶-❿⓵-⓾㉑-㉟Ⓐ-ⓩ] *+[.、)]? *+)"
    r"|(?P<parenthesized>[⑴-⒇] *+)"
    r"|(?P<roman>[Ⅰ-Ⅻⅰ-ⅻ][.、)]? *+)"
    r"|(?P<ordinal>第[\d一二三四五六七八九十]{1,2}(?:[章節項]|(?= ))[.、: ]*+)"
    r"|(?P<kanji>[一二三四五六七八九十]{1,2}(?:[.、)] *+| ++))"
    r"|(?P<lettered>[a-zア-ン][.)] *+|[ア-ン](?:、| ++))"
    r"|(?P<spaced>\d{1,2}+(?:[.-]\d{1,2}){0,3} ++"
    r"(?![年月日時分秒頃つ個件名人社校台通円回次点報版割億万千%~-](?![人数称簿内外])))"
    r"|(?P<glued>(?<=# )\d(?=[一-龥ァ-ヶ])(?![年月日時分秒頃つ個件名人社校台通円回次点報版割億万千度要])))?"
    r"(?P<open>[【〔<〈《≪\[(])?"
)
# `1. 概要`: a number before words without a mark. Not: `1.1 概要`, `1. 【概要】`.
_NUMBERED: Final = shape(r"\d{1,2}+ ?\. *+(?=[ぁ-んァ-ヶ一-鿿a-z])")
# Of the bullets those that every line of a list may have.
_BULLETS: Final = frozenset("-・•▪▶►➤✓✔")
# Words without a mark: `会員`, `カード`, `web`, `2025年`. Not: `第1`, `一、`, `ア.`, `a)`, `q1`, `1. `.
_UNMARKED: Final = shape(r"(?![第問一二三四五六七八九十])[ぁ-ん一-鿿]|[ァ-ンa-pr-z](?![.)、 ])|\d{3}")
# `**概要**`, `-- 原因 --`, `**対象者**:`. Not: `-----`, `**重要** 原因について`.
_FRAME: Final = shape(r"(?P<frame>[*=_~-]{2,8}+) *+(?P<framed>[^*=_~\n-][^\n]{0,63}?) *:?(?P=frame) *:?$")
# A bracket that is no label: `【参照】`, `(注)`, `(省略)`; `【重要】` stands before a title.
# Not: `【参考:これまでの発表】`.
_NO_NAME: Final = (
    r"ご?(?:参照|参考)(?! ?[:：・])|注(?:意|釈|記)?\d*$|備考|内訳|補足|例|[省中後前要]略|重要|お?詫び$|続報$"
    r"|(?:再掲|更新|新規|追[加記])$|別紙|別添|[*※]"
)
_ASIDE: Final = shape(_NO_NAME)
# After a bracket the label goes on: `【本件】に関する連絡先`; text that follows it does not start so.
_GOES_ON: Final = shape(r"[ぁ-ゖ]")
# Lines that stand alone and head nothing.
_FORMULA: Final = (
    r"(?:記|以 *上|敬 *[具白]|謹 *白|草 *々|[拝謹] *啓|前 *略)$|[-=_*―~.… ]+$"
    r"|(?:関係者|保護者|お?客(?:様|さま)|お取引先(?:様|さま))?各 *位$"
)
_FORMULAS: Final = shape(_FORMULA)
# A sentence, its part, or a title: `…を受け、`, `次の情報`, `…に関するお知らせ`. Looked for where its words are.
_CLAUSE: Final = shape(r"(?:は|[をに](?:受け|行い|実施し)|ため|ので|により)、")
_ANNOUNCED: Final = shape(r"(?:に関する|についての)(?:お知らせ|お詫び|ご[報案])")
_ABOUT: Final = shape(r"における.{4,}について$")
_STOPPED: Final = shape(r"[。!①-⑳](?:(?<=[①-⑳])|(?![)」』]))")
_OPENER: Final = r"(?:この(?:たび|度)|平素|なお|また|ただし|一方で?)[、は]"
_QUOTED_END: Final = "」』 "
# `…しました`. Not: `…した情報`.
_SENTENCE_ENDS: Final = (
    *("ます", "ました", "ません", "です", "でした", "である", "であった", "しており", "おります", "した", "れた"),
    *("ない", "なし", "有り", "とおり", "通り", "、"),
)
# What a list's item or a running line may end in; a short marked label may too: `■ 分かったこと`.
_LOOSE_ENDS: Final = (
    *("ください", "下さい", "こちら", "ため", "こと", "など", "まで", "より", "から"),
    *("は", "が", "を", "に", "で"),
)
_CLOSED_END: Final = ")]」』 "
_SHORT: Final = 24
# `最後に`, `お願いしたいこと`, `不審なメールにご注意ください`: labels by what they say, however they end.
# Not: `詳細はこちらをご覧ください`, `住所、連絡先など`.
_SAYING: Final = frozenset({"apology", "request"})
_NO_SAYING: Final = shape("[はをが、:]")
# Words that fit any section, and are a label among others: `3. 内容 …`.
_GENERAL: Final = shape("内容|状況|詳細|背景|経過|期間|時期|場所")
# `アカウント情報(氏名、住所等`, `「氏名、住所」等の情報`, `氏名、住所などの会員情報`: an item with its parts.
# Not: `会員様、入居者様等の情報`.
_PARTS: Final = shape(
    r"\([^()\d]*[、・][^()]*+\)?$|「[^「」]*、[^「」]*」|、[^、]+(?<![様者員方])(?:など|等)の[^、に]{0,8}(?:情報|データ)$"
)
# `項目 件数`, `日付 主な対応`: the head of a table that was flattened.
_COLUMNS: Final = shape(r"(?:日付|年月日|区分|分類|項目|種類|名称) +[^ ]")
# `対象者:100名`, `件数 : 約50件`, `生徒全員……氏名`. Not: `対象者:`.
_LABELLED: Final = shape(r"(?<![a-z])(?<!参考)[:…](?= *[^ :…])")
# A line of a timeline, an address, a telephone number: `4月5日(土)`, `https://…`, `03-0000-0000`.
# Not: `4月5日までに登録された方`.
_DATED: Final = shape(
    r"[ (※]*(?:\d{4} ?[年~-]|(?:(?:\d{4}|令和 ?\d{1,2}|平成 ?\d{1,2}|同) ?年?)? ?\d{1,2} ?[年月/] ?\d{0,2}"
    r"|https?:|〒|tel|fax|e-?mail|\d[\d-]{6,})"
)
# A name and nothing else: `サンプル株式会社`, `見本市立サンプル病院`. Not: `サンプル株式会社の対応`.
_NAME: Final = shape(
    r"(?:株式会社|有限会社|合同会社|[社財]団法人|学校法人|医療法人)[^のへにを]*$|[都道府県市区町村]立[^のへ]*$"
)
# `サンプル社 総務部`.
_NAME_ENDS: Final = (
    *("課", "係", "部", "室", "局", "センター", "事務所", "デスク", "委員会", "協会", "協議会", "担当"),
    *("大学", "病院", "銀行"),
)
# Not: `当社`, `3社`.
_COMPANY: Final = shape(r"[^\d会当弊自両各]社")
_SCHOOL_ENDS: Final = ("学校", "高校", "幼稚園")
_SCHOOL: Final = shape(r"[^ぁ-ん(]{2,}(?:学校|高校|幼稚園)$")
# `対象となる市立学校`, `名簿が漏えいした県立学校`: told by what befell them, and not by a name.
_OF_KIND: Final = shape(r".*(?:[しいれっ]た|[るな]る)[都道府県市区町村]立[^のへ]*$")
# A desk with a name of its own: `個人情報相談窓口`, `サンプルグループお問い合わせ窓口`. Not: `お問い合わせ窓口`.
_DESK: Final = shape(
    r"(?!.*(?:問い?合わ?せ|お問い|照会|連絡先|ご相談)).{3,}(?:窓口|相談室|センター|ダイヤル)(?:\(.*)?$"
    r"|[^ぁ-ん]*(?:グループ|会社|大学|病院|ホテル|組合|協会|財団|学園) ?お?問い?合わ?せ.*窓口$"
)
_PERIOD: Final = shape(r"[ (]*[\d年月日/().火水木金土曜祝末頃度 ~-]{2,24}+(?:まで|から|以[降前後]|より)[にの]?[^ 、]")
# The title of another page, quoted: `「…の漏えいについて」`. Not: `「見本カード」会員の情報`.
_TITLE: Final = r"「[^「」]*(?:について|に関して|に関する件|お知らせ|お詫び|おわび|ご?報告|ご案内|窓口)[^「」]{0,6}」$"
# `4. お詫び`, `■ お詫び`; not `【お詫び】`, which stands before a title.
_APOLOGY: Final = shape("お?詫び")
# How no label begins: one look for all.
_NO_LABEL: Final = shape(rf"[【\[(<]*+(?:{_NO_NAME})|{_FORMULA}|{_OPENER}|{_TITLE}")
_PARTED: Final = shape(r"(?<=\d)[.-](?=\d)")
# A table's cell: `1,036`, `19名`, `-`.
_FIGURE: Final = shape(
    r"(?:約|計|合計|最大|延べ|のべ|およそ)? ?\d[\d,.万千 ]* ?(?:[件名人]様?分?|社|校|通|台|枚|世帯|口座|アカウント|%)?"
    r"(?:以上|程度|超)?$|[-―ー×○〇]$"
)
_COUNTED: Final = shape(r"\d ?(?:件|名|人|社|校|台|通|分|kb|mb)")
# How many, said at the end: `会員の情報 約 4,114 件`.
_AMOUNT: Final = shape(r" *(?:約|計|最大)? *\d[\d, ]*(?:件|名|人)[様分]*$")
# The name of a desk that stands below the heading of contacts: `見本お問い合わせ窓口`. Not: `お問い合わせ先`.
_DESK_NAME: Final = shape(
    r"(?!.*(?:に関する|についての)).*(?:窓口|相談室|センター|ダイヤル|デスク|フォーム)[>)】》≫〉]*$|.*株式会社.*窓口$"
)
_NUMBERS: Final = (
    "question",
    "dotted",
    "bracketed",
    "circled",
    "parenthesized",
    "roman",
    "ordinal",
    "kanji",
    "lettered",
    "spaced",
    "glued",
)


def _deeper(mark: str) -> list[str]:
    """The marks of numbers with more parts, each further in than the last: `1.1`, `1.1.1`."""
    return [mark + "'" * depth for depth in range(1, 4)]


# (うち退会者 37名) tells of some of those above, and heads nothing.
_OF_THOSE: Final = ("うち", "このうち")
_SYMBOLS: Final = "■□◆◇●○〇◎▼▽▲△★☆"
_CLOSE: Final = {"【": "】", "〔": "〕", "<": ">", "〈": "〉", "《": "》", "≪": "≫", "[": "]", "(": ")"}
_BRACKETS: Final = "".join(_CLOSE)
# Marks whose label may be followed by its content after a blank.
_BREAKABLE: Final = frozenset((*_NUMBERS, *_SYMBOLS, *_deeper("dotted"), *_deeper("spaced")))
_STOPS: Final = "。!?"
_ENDS: Final = "。!?」』)】〕>〉》≫:"
_TRAIL: Final = " :"
_DIGITS: Final = shape(r"\d+|[①-⑳]")
_NOTHING: Final = SectionKinds((), False)


class Label(NamedTuple):
    """A line as a possible heading.

    `mark` is the kind of its mark (`#`, `■`, `dotted`, `【`, `-`, `bare`), `depth` its Markdown
    level, `number` as it is written, `last` its last character, `words` its words without marks
    where they are few. `span` is
    the label with its marks but without `#` and bullets, None where the words are none. `rest`: text
    follows the label on its own line. `note`: the line is a note (※).
    """

    line: Line
    mark: str
    last: str = ""
    words: str = ""
    span: Span | None = None
    says: SectionKinds = _NOTHING
    rest: bool = False
    depth: int = 0
    number: str | None = None
    note: bool = False

    @property
    def ordinal(self) -> int:
        """Its number: `1.` → 1, `(12)` → 12, `③` → 3; 0 for letters, and without one."""
        digits = _DIGITS.findall(self.number) if self.number else []
        if not digits:
            return 0
        last: str = digits[-1]
        return int(last) if last.isdecimal() else ord(last) - ord("①") + 1

    @property
    def named(self) -> bool:
        """Whether its words are those of a section's heading, by the lexicon."""
        return self.says.named and not self.says.faint

    @property
    def stopped(self) -> bool:
        """Whether the line ends as a sentence does."""
        return self.last in _STOPS

    @property
    def formula(self) -> bool:
        """Whether the line is a letter's formula, `記`, which says nothing."""
        return bool(_FORMULAS.fullmatch(self.words))

    @property
    def closed(self) -> bool:
        """Whether the line does not run on in the next."""
        return self.last in _ENDS

    @property
    def figure(self) -> bool:
        """Whether the line is a mere figure, as a table's cell is."""
        return bool(_FIGURE.match(self.words))

    @property
    def desk(self) -> bool:
        """Whether the label may be the name of a desk, and no heading where contacts are told."""
        return bool(_DESK_NAME.match(self.words))

    @property
    def loose(self) -> bool:
        """Whether the label ends as a running line may: `最後に`, `ご注意ください`."""
        return _ends_loosely(self.words)

    @property
    def sized(self) -> bool:
        """Whether the label ends in a number of people or records."""
        return bool(_AMOUNT.search(self.words))

    @property
    def counted(self) -> bool:
        """Whether the label says how many, anywhere."""
        return bool(_COUNTED.search(self.words))


def is_prose(folded: str, line: Line) -> bool:
    """Whether a filled line is no label for sure: it has no mark, and is too long or a sentence."""
    return (
        line.kind == "text"
        and (line.right - line.left > _LONGEST_BARE or folded[line.right - 1] in _STOPS)
        and _UNMARKED.match(folded, line.left) is not None
    )


def is_item(folded: str, line: Line, below: Line) -> bool:
    """Whether two lines follow each other in a list: they have the same bullet, and no other mark."""
    bullet = folded[line.left]
    return (
        bullet in _BULLETS
        and bullet == folded[below.left]
        and _UNMARKED.match(folded, line.body) is not None
        and _UNMARKED.match(folded, below.body) is not None
    )


def read_label(folded: str, line: Line) -> Label:
    """Read one filled line's mark and, where its words can head a section, the label."""
    return Label(line, "bare", folded[line.right - 1]) if is_prose(folded, line) else read_marked(folded, line)


def read_marked(folded: str, line: Line) -> Label:
    """Read a filled line that is no prose."""
    _, _, left, end, body, kind, depth = line
    last = folded[end - 1]
    # Most lines have one mark before their words.
    if kind == "heading" and (numbered := _NUMBERED.match(folded, body)):
        words = folded[numbered.end() : end].rstrip(_TRAIL)
        span = body, numbered.end() + len(words)
        return Label(line, "#", last, words, span, kinds_of(words[:_LONGEST_READ]), False, depth, numbered[0])
    if (kind == "text" or kind == "heading" or folded[left] in _BULLETS) and _UNMARKED.match(folded, body):
        words = folded[body:end].rstrip(_TRAIL)
        span = body, body + len(words)
        if kind == "heading":
            return Label(line, "#", last, words, span, kinds_of(words[:_LONGEST_READ]), False, depth)
        mark = "bare" if kind == "text" else folded[left]
        if _is_label(words, mark):
            return Label(line, mark, last, words, span, kinds_of(words))
        return Label(line, mark, last, words[:_LONGEST_BARE])
    if kind == "row":
        return Label(line, "row")
    first = folded[left]
    frame = _FRAME.match(folded, left, end) if first in "*=~_-" else None
    if frame:
        left, end = frame.span("framed")
        last = folded[end - 1]
    marks = _MARKS.match(folded, left, end)
    assert marks is not None  # every part of the pattern is optional
    hashes, bullet, number, question, bracket = marks.group("hashes", "bullet", "number", "question", "open")
    mark = "#" if hashes else _mark(marks)
    if frame and mark == "bare":
        mark = "framed"
    if mark == "bare" and not bracket and (last in _STOPS or end - left > _LONGEST_BARE):
        return Label(line, mark, last, note=first == "※")
    start, low, rest = left + len(hashes or "") + len(bullet or ""), marks.end(), False
    if number and (any(marks.group("parenthesized", "spaced", "glued")) or number.rstrip().endswith(",")):
        # `⑴概要`, `3 個人情報`, `1,概要`, `2使途`: a number without a mark of its own would run into the words.
        start = marks.end("number")
    end = start + len(folded[start:end].rstrip(_TRAIL))
    words = folded[low - len(bracket or "") : end]
    if bracket and (close := _close(folded, bracket, low, end)):
        inner, after = folded[low:close], folded[close + 1 : end].lstrip(_TRAIL)
        if not after or not (bracket == "(" or _ASIDE.match(inner) or _GOES_ON.match(after)):
            words, end, rest = inner, close + 1, bool(after)
            mark = bracket if mark == "bare" else mark
            if bracket == "〔":
                start, end = low, close
    read = folded[start:end] if question else words
    if mark == "#" and words:
        return Label(line, mark, last, words, (start, end), kinds_of(read[:_LONGEST_READ]), rest, depth, number)
    # `- 〇 1月16日`: of a list of dates, each with what happened below it.
    listed = marks["bullet"] and marks["symbol"] and _DATED.match(words)
    if not listed and _is_label(words, mark):
        label = Label(line, mark, last, words, (start, end), kinds_of(read), rest, 0, number)
    else:
        label = Label(line, mark, last, words[:_LONGEST_BARE], number=number, note=first == "※")
    # `2. 漏えいした情報  生徒の氏名`: two blanks part the label from its content, whatever that says.
    length = words.find(" " if not label.named else "  ") if mark in _BREAKABLE else 0
    if 1 < length <= _SHORT and ":" not in words:
        # `■ 発生期間 2025年3月`: the label ends at the blank.
        head = Label(
            line,
            mark,
            last,
            words[:length],
            (start, end - len(words) + length),
            kinds_of(words[:length]),
            True,
            0,
            number,
        )
        return head if head.named or _GENERAL.fullmatch(head.words) else label
    return label


def _close(folded: str, bracket: str, start: int, end: int) -> int:
    """Where a bracket closes: at the line's end or at its next twin; 0: nowhere."""
    twin = _CLOSE[bracket]
    return (
        end - 1
        if folded[end - 1] == twin and folded.count(bracket, start, end)
        else max(folded.find(twin, start, end), 0)
    )


def _mark(marks: re.Match[str]) -> str:
    """The kind of mark that tells a line's rank among others but `#`: the symbol, else the number, else the bullet."""
    if marks.lastindex is None:
        return "bare"
    if marks["symbol"]:
        return marks["symbol"][0]
    if marks["number"]:
        number = next(number for number in _NUMBERS if marks[number])
        # `1.`, `1.1.`: what has more parts stands further in.
        return number + "'" * (len(_PARTED.findall(marks["number"])))
    return marks["bullet"][0] if marks["bullet"] else "bare"


def _is_label(words: str, mark: str) -> bool:
    """Whether the words of a line that is no Markdown heading could head a section."""
    if mark == "#":
        return False
    if mark == "question":
        return len(words) <= _LONGEST_QUESTION
    if not words or len(words) > (_LONGEST_BARE if mark == "bare" else _LONGEST) or words.startswith(_OF_THOSE):
        return False
    numbered = mark in _BREAKABLE
    if (_NO_LABEL.match(words) and not (numbered and _APOLOGY.fullmatch(words))) or _is_sentence(words):
        return False
    if (":" in words or "…" in words) and _LABELLED.search(words):
        return False
    commas = words.count("、") + words.count("・")
    if commas > 3 or _is_name(words):
        return False
    marked = numbered or mark == "framed" or (mark in _BRACKETS and mark != "(")
    if _ends_loosely(words) and not (len(words) <= _SHORT and (marked or (mark == "bare" and _says_itself(words)))):
        return False
    if not marked and commas and _PARTS.search(words):
        return False
    if mark == "bare" and (
        "、" in words or _COLUMNS.match(words) or (len(words.split()) > 2 and len(_AMOUNT.sub("", words).split()) > 2)
    ):
        return False
    if (dated := _DATED.match(words)) and (mark == "bare" or not _PERIOD.match(words)):
        # A date with a symbol heads what happened on it; in a bracket it must head more than itself.
        return mark in _SYMBOLS or (mark in _BRACKETS and len(words) - dated.end() > 4)
    return True


def _ends_loosely(words: str) -> bool:
    """Whether words end as a list's item or a running line may."""
    return words.rstrip(_CLOSED_END).endswith(_LOOSE_ENDS)


def _says_itself(words: str) -> bool:
    """Whether words that end loosely are those of a heading all the same: `最後に`."""
    says = kinds_of(words)
    return says.named and not _SAYING.isdisjoint(says.kinds) and not _NO_SAYING.search(words)


def _is_sentence(words: str) -> bool:
    """Whether words are a sentence, its part, or the title of a release."""
    return bool(
        words.rstrip(_QUOTED_END).endswith(_SENTENCE_ENDS)
        or ("、" in words and _CLAUSE.search(words))
        or ("次の" in words or "以下の" in words or "下記の" in words)
        or _STOPPED.search(words)
        or _ANNOUNCED.search(words)
        or (words.endswith("について") and _ABOUT.search(words))
    )


def _is_name(words: str) -> bool:
    """Whether words are the name of an organisation, of a part of it, or of a desk of its own."""
    return bool(
        words.endswith(_NAME_ENDS)
        or (words.endswith("社") and _COMPANY.search(words, len(words) - 2))
        or (words.endswith(_SCHOOL_ENDS) and _SCHOOL.match(words))
        or (("会社" in words or "法人" in words or "立" in words) and _NAME.search(words) and not _OF_KIND.match(words))
        or (("窓口" in words or "相談室" in words or "センター" in words or "ダイヤル" in words) and _DESK.match(words))
    )
