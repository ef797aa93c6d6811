"""What kind of text it is: one release, several of them, or an article about somebody else's."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from extract.mention import Span
from extract.text.document import Document, Line
from extract.text.shape import shape

__all__ = ["article_cues", "releases"]

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

_DATED: Final = r"(?: ?[0-9]{4}[/年.-][0-9]{1,2}[/月.-][0-9]{1,2}日?)"
_NUMBERED: Final = r"(?:\([^)\n]{1,20}\)|【[^】\n]{1,20}】)"
# The title of a release as a line of its own: `…への不正アクセスに関するお詫びとお知らせ(第2報) 2025/12/12`,
# `【事件簿#12】…の流出について`. Not a heading inside one: `2. 情報の流出について`, `■ 原因について`.
_TITLE: Final = shape(
    r"(?![0-9一二三四五六七八九十(①-⑳■□◆◇●○・※]|(?:二次被害|再発防止|今後|原因|調査|影響))"
    r"[^\n]{0,100}?(?:漏えい|漏洩|流出|アクセス|攻撃|ランサム|ウイルス|マルウェア|障害|紛失|盗難|送信|閲覧"
    r"|改ざん|被害|インシデント)[^。\n]{0,60}?"
    rf"(?:(?:お知らせ|お詫び|おわび|ご?報告){_NUMBERED}?{_DATED}?|(?:につきまして|について)(?:{_NUMBERED}|{_DATED}))$"
)
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


def article_cues(document: Document, body: int) -> tuple[Span, ...]:
    """Return the words that make the text an article: the first of each kind; none where a publisher speaks."""
    if _VOICE.search(document.folded, body) is not None:
        return ()
    cues: dict[str, Span] = {}
    for cue in _ARTICLE.finditer(document.folded, body):
        cues.setdefault(cue[0], cue.span())
        if len(cues) == _CUES:
            break
    return tuple(cues.values())


def releases(document: Document) -> tuple[Span, ...]:
    """Return the titles of the releases in the text, if it holds several: each is followed by its opening."""
    found: dict[str, Span] = {}
    for line in _titles(document):
        found.setdefault(document.folded[line.body : line.right], (line.left, line.right))
    return tuple(found.values()) if len(found) > 1 else ()


def _titles(document: Document) -> Iterator[Line]:
    text, lines = document.folded, document.lines
    for index, line in enumerate(lines):
        if line.right == line.left or text[line.right - 1] not in _LAST or line.right - line.body > _LONGEST_TITLE:
            continue
        if line.kind not in ("text", "heading") or not _TITLE.match(text, line.body, line.right):
            continue
        following = (after for after in lines[index + 1 : index + 1 + _LOOKED_AT] if after.kind != "blank")
        if any(_OPENING.match(text, after.body, after.right) for after in islice(following, _OPENS_WITHIN)):
            yield line
