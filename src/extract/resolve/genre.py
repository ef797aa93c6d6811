"""What kind of text it is: one release, several of them, or an article about somebody else's.

An article reports an incident and goes on to explain, compare and advise. What it says so in general (`一般的に…`,
`…しましょう`, a section of measures that anyone should take) is of no incident in particular.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple, TypeVar

from extract.lexicon import Hit
from extract.mention import Count, Date, Item, Section, Span
from extract.text.document import Document, Line
from extract.text.parts import Part
from extract.text.shape import shape

__all__ = ["Genre", "read_genre"]

_Mention = TypeVar("_Mention", Count, Item)

# The voice of a release: the publisher speaks of itself, apologises or announces. Half a page shows it.
_VOICE: Final = shape(
    r"当社|弊社|本学|当院|当行|当会|当協会|当組合|当法人|当財団|当機構|当所|当校|当園|当館|当店|当センター|当グループ|当団体|当サイト|当事業団"
    r"|弊(?:会|所|学|院|協会|団体|組合|グループ|財団|事務所|法人)|本(?:市|県|区|町|村|校|会|院|園|法人|協会|機構|組合|センター|財団)(?!社)"
    r"|お詫び(?:申し?上げ|いたし|致し)|お知らせ(?:いた|致|し|申)|ご報告(?:いた|致|申)"
)
# The voice of an article: it explains, sums up, recommends, reports what others announced.
_ARTICLE: Final = shape(
    r"解説(?:します|する|記事|し|!)?|まとめ(?:ると|まし|$)?|とは[?]|(?:この|本)記事|お役立ち|(?:今回|この|本)の?(?:事件|事例)(?:は|で|から|の)|企業(?:は|が|に)(?:取|すべき|とって|求め)"
    r"|(?:と|を)(?:発表|公表)し(?:た|ました|ている|ています)|とのことです|と報じ|報道によ|しましょう|してみてください|読者|みなさん|ポイントは|教訓|学べる|学ぶべき"
    r"|参考(?:文献|記事|サイト|リンク|:)|出典|引用元|関連記事|おすすめ|カテゴリ|categories:|tags:|コメントを(?:残|書)|シェア(?:する|$)|メルマガ|無料(?:相談|資料)|資料請求"
)
# Where the incident is told of as another's: `株式会社…は…発表しました`.
_CUES: Final = 12
# Articles reveal themselves several times over; a release may say `まとめ` once.
_LEAST_CUES: Final = 3

# A section that an article gives to advice, forecasts, comparisons, explanations. Not: `攻撃の時系列`, `同社の対応`.
_GENERAL_HEADING: Final = shape(
    r"対策|予測|予想|展望|見通し|教訓|比較|同様の|類似|他社|他の事例|実態|とは[?]?$|よくある|注意点|すべき|できること|私たち|社会への|個人への|株価"
)
_ADVISING: Final = frozenset(("prevention", "request", "outlook", "contact"))
# A section below such a one may still tell of the incident.
_TELLING: Final = frozenset(("overview", "timeline", "affected_data"))
# `一般的に…`, `…ケースが増加しています`, `…することが大切です`, `…しましょう`. Not: `…を一般に公開していた`.
_GENERAL: Final = shape(
    r"一般的に|一般に、|多くの(?:企業|組織|場合)|(?:ケース|事例|事件|被害|攻撃)(?:が|も|は)(?:多[いく]|増|急増|相次|後を絶)|よくあ[るり]|例えば|たとえば"
    r"|(?:重要|大切|必要|有効|効果的|急務|必須)(?:です|だ|である|に?な[るり]|とな[るり]|でしょう|と言え|と考え)"
    r"|(?:必要|こと)が(?:あり|求め)|求められ|ゼロでは|ましょう|(?:て|で|ご[^、。\n]{1,8})(?:ください|下さい)|べき(?:です|でしょう|だ|である)|お勧め|おすすめ|推奨"
)

_DATED: Final = r"(?: ?[0-9]{4}[/年.-][0-9]{1,2}[/月.-][0-9]{1,2}日?)"
_NUMBERED: Final = r"(?:\([^)\n]{1,20}\)|【[^】\n]{1,20}】)"
# The title of a release as a line of its own: `…への不正アクセスに関するお詫びとお知らせ(第2報) 2025/12/12`,
# `【事件簿#12】…の流出について`. Not a heading inside one: `2. 情報の流出について`, `■ 原因について`.
_TITLE: Final = shape(
    r"(?![0-9一二三四五六七八九十(①-⑳■□◆◇●○・※]|(?:二次被害|再発防止|今後|原因|調査|影響))"
    r"[^\n]{0,100}?(?:漏(?:え?い|[洩出れ])|流[出失]|アクセス|攻撃|ランサム|ウイルス|マルウェア|障害|紛失|盗難|送信|閲覧"
    r"|改ざん|被害|インシデント)[^。\n]{0,60}?"
    rf"(?:(?:お知らせ|お詫び|おわび|ご?報告){_NUMBERED}?{_DATED}?|(?:につきまして|について)(?:{_NUMBERED}|{_DATED}))$"
)
_TITLED: Final = frozenset(("text", "heading"))
# What a title ends in; looked at before the pattern, since it is looked for on every line.
_LAST: Final = frozenset("せびて告日)】0123456789")
# How its text begins.
_OPENING: Final = shape(
    r"この ?(?:たび|度)|今般|平素|日頃|いつも|拝啓|当社|弊社|本学|当院"
    r"|[^、。\n]{2,40}(?:\([^)\n]{1,80}\))?(?:は|では|において|におきまして)、"
)
_OPENS_WITHIN: Final = 3
# With the blank lines between them.
_LOOKED_AT: Final = 12
_LONGEST_TITLE: Final = 120


class Genre(NamedTuple):
    """What tells that a text is not one release.

    `cues` are the words that make it an article, and `general` is where that speaks in general. `releases`
    are the places of several releases, or of their titles.
    """

    cues: tuple[Span, ...] = ()
    general: tuple[Span, ...] = ()
    releases: tuple[Span, ...] = ()

    def reports(self, offset: int) -> bool:
        """Whether what stands there is of the incident that the text is about."""
        index = bisect_right(self.general, offset, key=_start) - 1
        return index < 0 or offset >= self.general[index][1]

    def words(self, found: dict[str, list[Hit]]) -> dict[str, list[Hit]]:
        """Leave out the lexicons' words that are said in general."""
        if not self.general:
            return found
        return {lexicon: [hit for hit in hits if self.reports(hit.start)] for lexicon, hits in found.items()}

    def mentions(self, found: list[_Mention]) -> list[_Mention]:
        """Leave out the counts or items that are told in general."""
        return [mention for mention in found if self.reports(mention.span[0])] if self.general else found

    def dates(self, found: list[Date]) -> list[Date]:
        """Take their roles from the dates that are told in general."""
        if not self.general:
            return found
        return [date if self.reports(date.span[0]) else date._replace(role="other") for date in found]


def read_genre(document: Document, body: int, sections: Sequence[Section], parts: Sequence[Part] = ()) -> Genre:
    """Tell an article from a release, and several releases, which may be known as `parts`, from one."""
    several = tuple((part.start, part.end) for part in parts) or _titles_of_releases(document)
    cues = _article_cues(document, body)
    if len(cues) < _LEAST_CUES:
        return Genre(releases=several)
    return Genre(cues, tuple(_general(document, sections)), several)


def _general(document: Document, sections: Sequence[Section]) -> Iterator[Span]:
    """Yield the sections and sentences that speak in general; a list is its lead's."""
    folded = document.folded
    advising: list[bool] = []
    for section in sections:
        above = section.parent is not None and advising[section.parent] and section.kinds[0] not in _TELLING
        advising.append(above or _advises(folded, section))
    starts = [section.span[0] for section in sections]
    leads = False
    for start, end in document.sentences:
        listed = leads and document.line_at(start).kind == "bullet"
        general = listed or _GENERAL.search(folded, start, end) is not None
        if general or advising[bisect_right(starts, start) - 1]:
            yield start, end
        leads = listed or (general and folded[end - 1] == ":")


def _advises(folded: str, section: Section) -> bool:
    if section.heading_span is None:
        return False
    return section.kinds[0] in _ADVISING or _GENERAL_HEADING.search(folded, *section.heading_span) is not None


def _start(span: Span) -> int:
    return span[0]


def _article_cues(document: Document, body: int) -> tuple[Span, ...]:
    """Return the words that make the text an article: the first of each kind; none where a publisher speaks."""
    if _VOICE.search(document.folded, body) is not None:
        return ()
    cues: dict[str, Span] = {}
    for cue in _ARTICLE.finditer(document.folded, body):
        cues.setdefault(cue[0], cue.span())
        if len(cues) == _CUES:
            break
    return tuple(cues.values())


def _titles_of_releases(document: Document) -> tuple[Span, ...]:
    """Return the titles of the releases in the text, if it holds several: each is followed by its opening."""
    found: dict[str, Span] = {}
    for line in _titles(document):
        found.setdefault(document.folded[line.body : line.right], (line.left, line.right))
    return tuple(found.values()) if len(found) > 1 else ()


def _titles(document: Document) -> Iterator[Line]:
    text, lines = document.folded, document.lines
    offered = [index for index, line in enumerate(lines) if line.kind in _TITLED and text[line.right - 1] in _LAST]
    for index in offered:
        line = lines[index]
        if line.right - line.body > _LONGEST_TITLE or not _TITLE.match(text, line.body, line.right):
            continue
        following = (after for after in lines[index + 1 : index + 1 + _LOOKED_AT] if after.kind != "blank")
        if any(_OPENING.match(text, after.body, after.right) for after in islice(following, _OPENS_WITHIN)):
            yield line
