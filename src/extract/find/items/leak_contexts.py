"""Where a release speaks of its leak: sentences, sections and leads that say what leaked, was seen or was held."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Final

from extract.mention import Section, Span
from extract.text.document import Document, LineKind
from extract.text.shape import each, shape

__all__ = ["HELD", "LEAK", "Place", "Setting", "Settings"]

# 顧客情報[への直接的な影響], 予約情報[に対し、第三者が不正にアクセス], 購入履歴[への不正アクセス].
_REACHED: Final = (
    r"(?:等|など)?(?:への[^。、はが\n]{0,8}影響|に(?:対し[^。\n]{0,14})?アクセス"
    r"|(?:へ|に対する)の?不正(?:な)?アクセス)"
)
# 漏えいした, 閲覧された可能性, 不正利用された, アクセス可能な状態: what happened to data.
# Not アクセスログ, 不正アクセスを受け: what happened to a system.
# Each alternative begins with a letter of its own accord: so `re` skips all letters that begin none.
LEAK: Final = shape(
    r"漏(?:え?い|[洩出れ])|流[出失]|露出|閲覧(?!用|でき(?:な|ず))|窃取|搾取|詐取|奪取|盗(?:ま|み|取)|盗難|持ち出|取得(?:され|した可能|する)|見られ|見える|見るこ|知られ"
    r"|公開され|販売され|表示さ|参照|アクセス(?:可能|でき|(?:し|され)た(?:可能性|おそれ|恐れ|形跡|痕跡)|が可能|の可能性|され得|されうる|しうる|し得る)|不正利用|不正使用|紛失|誤送|誤って"
    rf"|影響(?:を受け|が|は?(?:一切)?(?:ござい|あり)ませ)|{each('情報|データ|履歴|内容|本文|結果|ファイル', _REACHED)}"
    r"|消失|滅失|毀損|抜き取|転送され|ダウンロード(?:さ|でき|可)|入手|確認でき|確認可能|対象(?:外|と?で?は|となって)|リーク"
    rf"|{each('外部|社外', '[にへ]送信され(?:て|た(?:可能性|おそれ|恐れ|形跡|痕跡))')}"
    r"|第三者に渡|外部に渡|手に渡|複製さ|持ち去|流れ出|目に触れ|暴露され|のぞき見|覗き見|被害を受け"
)
# 含まれておりません, 保有していない, 保存されていた: where data was or was not.
HELD: Final = shape(
    r"含ま|含む|含み|含め|含んで|入力されて(?:い|お)|保有|保持|所持|保管|保存|格納|記録され|記載|掲載|登録され|該当|取り扱|は無し|はなし|入って(?:い|お)|載って(?:い|お)|書かれて|印字され|収録され|入れて(?:い|お)|在中|添付され(?=て(?:い|お))"
    # カード情報はお預かりしておりません, 取得しておりません, 登録はございません.
    r"|(?:預かり|取得|収集|管理|蓄積)して(?:は)?(?:お|い)(?:りませ|ませ|らず|な)|(?:登録|入力)は(?:一切)?(?:ございませ|ありませ|な[いくし])"
    r"|存在しませ|有して(?:お|い)(?:りませ|ませ|らず)"
    # 対象となる個人情報は氏名、住所です.
    r"|対象(?:となる|の)(?:個人)?(?:情報|項目|データ)は、?(?!以下|次|下記)"
)
# お知らせください, ご変更, お問い合わせ窓口: the sentence asks, or tells how people are told.
_ASKS: Final = shape(
    r"ください|下さい|お願い|お問い?合わ?せ(?!内容|情報)|連絡(?:を|し|いた|くだ|させ|差)|お知らせ(?:し|いた|くだ|を|させ)|尋ね|伺|要求|求め|ご記入(?!さ|済|欄)"
    r"|入力(?!された|欄|項目)|変更|再設定|再発行|リセット|ご注意"
)
# 漏えいした情報は以下のとおりです, ■漏えいした項目, 流出した情報: introduces what follows.
_INTRODUCES: Final = shape(
    r"以下の?(?:{0})|次の?(?:{0})|下記の?(?:{0})".format("とおり|通り|情報|項目|内容|データ|個人")
    # 以下のお客様の情報です.
    + "|"
    + each("以下|下記|次", r"の[^。、はがを0-9\n]{1,14}(?:情報|データ|項目)")
)
_ENDS_OPEN: Final = shape(
    r"(?:項目[^。]{0,12}|(?:情報|データ|内容)[)】》>」\]]?|:) *$"
    # 漏えいした情報:会員12,000名.
    r"|(?:情報|データ|内容)(?:[:( ]|は、?)[^、。:()\n]{0,12}[0-9][0-9,]*(?:件|名|人)(?:分|様)?"
    r"(?:\([^()\n]{0,20}\))?[) ]*$"
)
_OPEN_REACH: Final = 44
# 2. 漏えいした情報の種類, ②システムログ: a heading of a list of data. Not ■対象のお客様, ■件数.
_LISTS: Final = shape(r"(?:情報|データ|項目|内容|種類|コンテンツ|ログ)(?:一覧|等|など)?[)】》>」\]:]* *$")
# |対象者|件数|項目|, |氏名のみ| below it.
_HEADS_DATA: Final = shape(
    r"(?:^|対象|該当|漏(?:え?い|[洩出れ])|流[出失]|含まれる|した|する|個人)[のが]?(?:個人)?(?:情報|データ|項目)(?:の?(?:種類|内容|項目))?$"
)
# 項目は氏名、住所です, 含まれる情報は氏名、住所です. Not: 情報は現在調査しております.
_ITEMS_ARE: Final = shape(
    r"(?:その|該当|対象|含まれ(?:る|ている|ていた))?(?:の|する|となる)?(?:個人|お客様|顧客)?(?:の)?(?:情報|項目|データ|内容)"
    r"(?:の(?:項目|内容|種類))?は、?"
)
# 会員については氏名、住所、従業員については氏名です.
_OF_WHOM: Final = shape(r"[^、。\n]{1,16}(?:については|につきましては|に関しては|の場合は|は、)")
# どのような情報が対象ですか, 以下の情報が保存されていました: introduces data without a word of the leak.
_INTRODUCES_DATA: Final = shape(
    r"(?:ど|何|以|次|下|情|デ|項|保|登|記|格)(?:(?<=ど)(?:のような|んな)[^。\n]{0,24}?(?:情報|データ|項目)"
    r"|(?<=何)の[^。\n]{0,24}?(?:情報|データ|項目)|(?:(?<=情)報|(?<=デ)ータ|(?<=項)目)(?:の内容)?は(?:何|どの)"
    r"|(?:(?<=以)下|(?<=次)|(?<=下)記)の[^。\n]{0,12}?(?:情報|データ|項目|内容)[^。\n]{0,4}?が[^。\n]{0,8}?(?:保存|保管|保有|登録|記録|格納|含ま|記載)"
    r"|(?:存|管|有|録|納|載)[^。\n]{0,16}?(?:情報|データ|項目|内容)は、?(?:以下|次|下記)の)"
)
# The end of a full sentence, before a closing bracket too; 漏えいした情報 and 氏名、住所等 are none.
_SAID: Final = ("。", "ます", "です", "ません", "ました", "い", "る", "た", "う")
_CLOSES: Final = frozenset("」』)]")
# 漏えいしていますか, 情報漏えいの有無, カード情報について, 【パスワード情報について】.
_QUESTION: Final = shape(r"(?:[?]|(?<!ほ)か|について|有無)[」』)】》〉≫>\]]*$")
_TOPIC: Final = shape(r"について[」』)】》〉≫>\]]*$")
# ※「フィッシング」とは: explains a term, (例)氏名や生年月日 gives examples.
_DEFINES: Final = shape(r"[※*(注0-9)・ ]*(?:例[):]|[「『]?[^。、「」『』]{1,30}[」』]?とは[、,])")
_TERM: Final = 44
# リスト型攻撃は、…攻撃をいいます. Not *1 氏名、住所をいいます.
_DEFINED: Final = shape(
    # The first letters of all that follows: one look where none begins.
    r"(?=[攻手行方仕プソ機デ文状値サ技もこの])(?:(?P<noun>攻撃|手[法口]|行為|方法|方式|仕組み|プログラム|ソフトウェア|機能|データ|文字列|状態|値)。"
    r"|(?:攻撃|手[法口]|行為|方法|方式|仕組み|プログラム|ソフトウェア|サービス|技術|もの|こと)を(?:いい|言い|指し|意味し)ます[。)]*|(?<!と)のことです[。)]*)$"
)
_DEFINED_ENDS: Final = frozenset("す。)")
# ※1 多要素認証:IDやパスワードに加え、…組み合わせる方法。
_TERM_NOTE: Final = shape(r"[※*(注]{1,2}[0-9]{0,2}[).]? *[^。:\n]{1,40}:")
# ID・パスワードを利用した不正アクセス, 認証情報が漏えいし侵入された: how the attacker came in, and not what leaked.
_INTRUDES: Final = shape(
    r"侵入|不正(?:に)?ログイン|乗っ取|ログインを(?:試|行)|なりすまし?てログイン|による不正(?:アクセス|ログイン)|による(?:もの|可能性)|不正に?(?:利用|使用|ログイン)(?:し|され|された)"
    r"|を(?:利用|使用|悪用|用い|使っ?て|使い)|悪用(?:し|され)(?!る(?:可能性|おそれ|恐れ))|原因(?!は(?:不明|調査))|経路|使いまわ|使い回|可能性を(?:考慮|踏まえ)"
)
# [今後]、氏名等を保存するサーバーの暗号化を進め[てまいります], [なりすましメールに]は、社員の氏名が記載されています.
_INTENDS: Final = shape(
    r"今後[はも]?、[^。\n]{0,100}?てまい(?:り|る)|なりすましメール(?:本文)?に|不審な?メール(?:本文)?に|迷惑メール(?:本文)?に"
    r"|フィッシングメール(?:本文)?に|詐欺メール(?:本文)?に|偽の?メール(?:本文)?に"
)
# カード情報の漏洩が[確認された場合]は連絡します: nothing has leaked yet.
_SUPPOSES: Final = shape(
    r"(?:漏(?:え?い|[洩出れ])|流[出失]|閲覧|窃取|搾取|詐取|奪取)[^。、]{0,14}(?:確認|判明|発覚|発見)(?:(?:いた|致)?し|され|でき)(?:まし)?た(?:場合|際|とき|時)"
)
# [この情報を]もとに…に不正にログイン.
_BY_THESE: Final = shape(r"(?:この|その|これらの?|それらの?|当該)")
_END: Final = 8

_LEAK_KINDS: Final = frozenset({"affected_data", "impact"})
_ASIDE_KINDS: Final = frozenset(
    {
        "contact",
        "prevention",
        "request",
        "apology",
        "notification",
        "outlook",
        "disclosure",
        "recovery",
        "business_impact",
    }
)
# 【氏名、住所】, 【口座番号を含む契約の情報】: names the data, and heads none.
_PARTS: Final = shape("、|を含む")
# 経緯:, 経緯 **: what may stand on the line behind a heading.
_MARKS_BEHIND: Final = 3
# How many sentences before a list its lead may stand, and how long before its end it may introduce the list.
_LEAD_REACH: Final = 12
_LEAD_LENGTH: Final = 200


class Place(IntEnum):
    """What a section is about, as far as data items care."""

    ASIDE = 0  # contact desks, precautions, requests
    OPEN = 1
    LEAK = 2  # what leaked
    CAUSE = 3  # how the attacker came in


class Setting:
    """One sentence, line or table row: its place, and which cues stand in it (looked for when asked)."""

    __slots__ = ("_asks", "_holds", "_leaks", "end", "folded", "place", "prose", "start")

    def __init__(self, document: Document, start: int, end: int, place: Place) -> None:
        folded = self.folded = document.folded
        self.start = start
        self.end = end
        self.place = place
        # Whether it is a full sentence.
        self.prose = folded.endswith(_SAID, start, end - (folded[end - 1] in _CLOSES))
        self._leaks: bool | None = None
        self._holds: bool | None = None
        self._asks: bool | None = None

    @property
    def leaks(self) -> bool:
        """Whether it says leaked, seen, taken."""
        if self._leaks is None:
            self._leaks = LEAK.search(self.folded, self.start, self.end) is not None
        return self._leaks

    @property
    def holds(self) -> bool:
        """Whether it says held, stored, included."""
        if self._holds is None:
            self._holds = HELD.search(self.folded, self.start, self.end) is not None
        return self._holds

    @property
    def asks(self) -> bool:
        """Whether it is a sentence that asks its readers to do something."""
        if self._asks is None:
            self._asks = self.prose and _ASKS.search(self.folded, self.start, self.end) is not None
        return self._asks

    @property
    def question(self) -> bool:
        """Whether it asks, or only names a topic."""
        return _QUESTION.search(self.folded, max(self.start, self.end - _END), self.end) is not None

    @property
    def topic(self) -> bool:
        """Whether it is no more than the title of what follows: 【カード情報・パスワードについて】."""
        return not self.prose and _TOPIC.search(self.folded, max(self.start, self.end - _END), self.end) is not None

    @property
    def supposes(self) -> bool:
        """Whether it speaks of no leak but one that may yet be found."""
        supposed = _SUPPOSES.search(self.folded, self.start, self.end)
        return (
            supposed is not None
            and LEAK.search(self.folded, self.start, supposed.start()) is None
            and LEAK.search(self.folded, supposed.end(), self.end) is None
        )

    @property
    def defines(self) -> bool:
        """Whether it explains a term and says nothing of this incident."""
        opening = self.start, min(self.end, self.start + _TERM)
        named = self.folded.find("とは", *opening) >= 0 or self.folded.find("例", *opening) >= 0
        if named and _DEFINES.match(self.folded, *opening) is not None:
            return True
        if self.folded[self.end - 1] not in _DEFINED_ENDS:
            return False
        defined = _DEFINED.search(self.folded, max(self.start, self.end - _END * 2), self.end)
        return defined is not None and (
            defined["noun"] is None or _TERM_NOTE.match(self.folded, self.start, self.end) is not None
        )

    @property
    def intends(self) -> bool:
        """Whether it speaks of no leak, but of what is to be done with such data or what false mails say."""
        return not self.leaks and _INTENDS.search(self.folded, self.start, self.end) is not None

    @property
    def intrudes(self) -> bool:
        """Whether it tells how an attacker came in."""
        return self.place == Place.CAUSE or _INTRUDES.search(self.folded, self.start, self.end) is not None


class Settings:
    """What tells the settings of a document's sentences: its sections, and the sentences that lead up to lists."""

    def __init__(self, document: Document, sections: Sequence[Section]) -> None:
        self._document = document
        self._sections = sections
        self._starts = [section.span[0] for section in sections]
        self._places: list[Place] = []
        for section in sections:
            self._places.append(self._place_of(section))
        self._leads: dict[int, bool] = {}

    def kind_of_line(self, offset: int) -> LineKind:
        """Return what the line of an offset is."""
        return self._document.line_at(offset).kind

    def in_one_section(self, one: int, other: int) -> bool:
        """Whether two offsets are in the same section."""
        return bisect_right(self._starts, one) == bisect_right(self._starts, other)

    def place(self, offset: int) -> Place:
        """Return what the section at an offset is about."""
        at = bisect_right(self._starts, offset) - 1
        return self._places[at] if at >= 0 else Place.OPEN

    def _place_of(self, section: Section) -> Place:
        """Return what a section is about; one of no kind is as its parent, which stands before it."""
        if not section.kinds or section.kinds == ("other",):
            return Place.OPEN if section.parent is None else self._places[section.parent]
        if not _LEAK_KINDS.isdisjoint(section.kinds):
            return Place.LEAK
        if section.kinds[0] == "cause":
            return Place.CAUSE
        return Place.ASIDE if section.kinds[0] in _ASIDE_KINDS else Place.OPEN

    def led(self, index: int) -> bool:
        """Whether a line before sentence `index` leads up to a list of what leaked (漏えいした情報は以下のとおり)."""
        sentences = self._document.sentences
        at = bisect_right(self._starts, sentences[index].start) - 1
        opening = self._starts[at] if at >= 0 else 0
        for before in range(index - 1, max(-1, index - 1 - _LEAD_REACH), -1):
            if sentences[before].start < opening:
                return False
            if self._leads_up(before):
                return True
        return False

    def heads(self, start: int, end: int) -> bool:
        """Whether `start:end` is a section's heading, and neither a list nor a label with its content behind it."""
        if self._document.line_at(start).kind == "heading":
            return True
        at = bisect_right(self._starts, start) - 1
        heading = self._sections[at].heading_span if at >= 0 else None
        if heading is None or start > heading[1] or end > heading[1] + _MARKS_BEHIND:
            return False
        return _PARTS.search(self._document.folded, *heading) is None

    def listings(self) -> Iterator[Span]:
        """Yield where the headings end that announce a list of data that leaked, and where their sections end."""
        for section, place in zip(self._sections, self._places, strict=True):
            heading = section.heading_span
            if place != Place.LEAK or heading is None:
                continue
            if _LISTS.search(self._document.folded, max(heading[0], heading[1] - _OPEN_REACH), heading[1]):
                yield heading[1], section.span[1]

    def heads_data(self, offset: int) -> bool:
        """Whether an offset is in a row of a table, below a cell that names data: 項目."""
        row = self._document.line_index(offset)
        if self._document.lines[row].kind != "row":
            return False
        return _HEADS_DATA.search(self._document.tables.head(row, offset)) is not None

    def leads_in(self, index: int) -> bool:
        """Whether the sentence after `index` goes on to say how an attacker came in by what this one names."""
        sentences = self._document.sentences
        if index + 1 >= len(sentences):
            return False
        following = sentences[index + 1]
        return (
            _BY_THESE.match(self._document.folded, *following) is not None
            and _INTRUDES.search(self._document.folded, *following) is not None
        )

    def introduced(self, index: int) -> bool:
        """Whether the sentence right before sentence `index` leads up to it, or it goes on to say what leaked."""
        return index > 0 and (self._leads_up(index - 1) or self._goes_on(index))

    def _goes_on(self, index: int) -> bool:
        """Whether a sentence says what leaked as the one before told: …が閲覧されました。[項目は]氏名、住所です."""
        folded, (start, end) = self._document.folded, self._document.sentences[index]
        if not (_ITEMS_ARE.match(folded, start, end) or _OF_WHOM.match(folded, start, end)):
            return False
        return LEAK.search(folded, *self._document.sentences[index - 1]) is not None

    def _leads_up(self, index: int) -> bool:
        known = self._leads.get(index)
        if known is None:
            start, end = self._document.sentences[index]
            start = max(start, end - _LEAD_LENGTH)
            folded = self._document.folded
            known = _INTRODUCES_DATA.search(folded, start, end) is not None or (
                LEAK.search(folded, start, end) is not None
                and (
                    _INTRODUCES.search(folded, start, end) is not None
                    or _ENDS_OPEN.search(folded, max(start, end - _OPEN_REACH), end) is not None
                )
            )
            self._leads[index] = known
        return known
