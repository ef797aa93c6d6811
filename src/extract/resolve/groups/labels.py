"""What a group is called where it names no people: its label, its heading, or the data and what held them."""

import re
from functools import cache
from typing import Final

from extract.lexicon import alternation
from extract.mention import Span
from extract.text.shape import shape

__all__ = ["container", "held", "label", "tells", "whose"]

# A label longer than this is a sentence; it also bounds the work.
_LONGEST: Final = 60
# A label stands after these, but for a place's name (「みほん市場」での購入履歴); 令和5年度 and the like stay with it.
_START: Final = shape(
    r"[。:|\n、,【】〔〕]|[「『](?![^」』\n]{1,30}[」』]での)|[」』](?!での)"
    r"|^[①-⑳]|^\(?(?:[0-9]{1,2}|[a-zア-ン])[.)]|(?<=[0-9])(?:件|名|人)分?(?=\s)|\(内訳\)"
)
# What follows a label on its line: a colon, dots, an opening bracket, a note's mark: 展示の記録(※)・・・73名分.
_END: Final = shape(r"[\s:・…※>〕】」』-]*(?:\((?:※\)?)?)?[\s:・…※-]*$")
# 企業情報[(企業名、住所):]815件: what a bracket lists is not its label.
_LISTED: Final = shape(r"\([^\n]*[、,・/][^\n]*\)\s*:?\s*$")
_MARKS: Final = " -+>*・|:()【】〔〕■◆●○◼□◇"
# 件数, 約 and other words of quantity; a particle, a verb (工事を依頼した[98件の情報]) or 上記のうち at the end leaves
# a sentence open; a note is no label.
_OPEN: Final = shape(
    r"(?:[をにはがで]|うち|最大|数|[しれい]た|して?いる|され?ている|する)$"
    r"|^[のをにがはとへや]|[0-9](?:件|名|人)|^※|^\*|^[0-9年月日～~/. ]+$|//"
)
# サポートへの[問い合わせに関する情報]: data, and no contact desk.
_INQUIRIES: Final = shape(r"お?(?:問い?合わ?せ|連絡)(?:に関する|の)?(?:内容|個人)?(?:情報|データ|履歴|記録)")
# 対象者 お客様、従業員; (1)対象者 / 従業員; 対象期間:4月から9月に会員登録をされた方; ## 対象となる可能性のある方 /
# 会員; not 対象となる情報:氏名
_WHOSE: Final = shape(
    r"(?m)^[\s#\-+*・■◆●○□◇【<>①-⑳|(0-9).]{0,12}"
    r"(?:対象(?:期間|(?:となる|の)範囲)?|(?P<people>対象者|該当者|対象(?:となる(?:可能性のある)?|の)(?:お客(?:様|さま)|方|人))(?:の範囲)?)"
    r"(?:[ :]+|(?(people)[】)>]? {0,2}:? {0,2}\n{1,2}[ ・*-]{0,4}"
    r"(?![(①-⑳■◆●○□◇]|[0-9](?![0-9]{3}年)|[^\n:]{1,8}:)|(?!)))"
    r"(?P<whose>[^\n。|]{2,120})"
)
# A noun, and no 調査中, 以下のとおり or 120名.
_NOUN: Final = shape(
    r"(?!.*(?:[中済]$|なし|無し|不明|未定|未確定|[以上]下|上記|別紙|次の|情報|データ))[一-龥々ァ-ヺー][一-龥々ァ-ヺーの]{1,15}"
)
# 当該システムに保管していた情報, アルバムに掲載された情報; the words before hold no topic: not 詳細は…
_KEPT: Final = (
    r"(?:に|内に|へ)(?:保存|保管|格納|掲載|登録|記録|記載|保持|蓄積)(?:され|し)て?(?:いる|いた|た|おりました|おります)"
)
_CONTAINER: Final = shape(
    rf"[^。、,:|\n「」《》はが]{{2,40}}{_KEPT}"
    r"(?:(?P<data>(?:一部の)?[^。、,:()|\nはがを]{0,8}?(?:情報|データ|ファイル|メール)(?:の一部)?)|(?P<open>))"
    # みほん社から流出した疑いのある情報; not 第三者から報告された情報
    r"|[^。、,:()|\n「」はがを]{2,40}から(?:漏(?:え?い|[洩出れ])|流[出失])した(?:疑い|可能性|おそれ|恐れ)のある(?P<out>情報|データ)"
    # 子会社が管理する情報の一部; not 子会社が管理するサーバー
    r"|[^。、,:()|\n「」はを]{2,20}(?:が|で)(?:保有|管理|保管)(?:する|している|していた|しております)"
    r"(?P<kept>[^。、,:()|\nはがを]{0,8}?(?:情報|データ)(?:の一部)?)"
)
# Without one of these, data are called by nothing that held them: asked first, since the phrase before is long.
_HOLDS: Final = shape(rf"{_KEPT}|から(?:漏(?:え?い|[洩出れ])|流[出失])した|[がで](?:保有|管理|保管)(?:する|して)")
_REST: Final = shape(r"の(?:個人)?(?:情報|データ)")
# 当該アカウントの過去の[送受信メール], みほん社との[受託情報]; a topic or an object stands in another phrase.
_HELD: Final = shape(r"(?:(?<=\))[とのにで])?(?P<which>[^。、,:()|\n「」《》『』はがを]{3,40}(?<![らでへもや]))$")
# 3,[000件の]氏名, [複数の]写真: how many, and not which.
_FIGURE: Final = shape(r"[0-9万千]+(?:件|名様?|人|社|世帯|アカウント)分?の|(?:複数|多数|大量|多く|数多く|相当数)の$")
# [このたび]当社が, [その結果]今回, サービスを[利用して]送信したメール, [1.]4月のメール, 当社が[管理する]サーバー
# に保管されていた情報: not part of what is named.
_LEAD: Final = shape(
    r"(?:(?<=\n)[0-9]{1,2}[.)] ?|(?<=を)(?:[一-龥]{1,2}し?て(?![いお])|(?:経由|通|受)[しじけ]た)"
    r"|[にをはが](?=[一-龥ァ-ヶ])|(?<=が)(?:管理|運営|運用|利用|使用)(?:する|している|していた|しております)"
    r"|[^、]{1,16}?(?:から|より)(?=[当弊本][社行院校学会市県])|[^、]{0,10}(?:による|により|によって)|この(?:たび|度)|その結果|今回の?(?:不正アクセス)?(?:によって|により)?|現時点までに|また|なお|本件(?:により)?)"
)


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        shape(rf"{alternation('group_labels', 'common')}|[^0-9a-zァ-ヶー一-龥]+|[0-9]+"),
        shape(alternation("group_labels", "telling_of")),
    )


def label(folded: str, low: int, high: int) -> Span | None:
    """Return the span of a label between two offsets that says what the group is, not only what any release says.

    >>> text = "・事故関連データ(氏名、住所):400件"
    >>> text[slice(*label(text, 0, 16))]
    '事故関連データ'
    >>> label("漏えいした可能性のある情報:", 0, 14) is None
    True
    """
    low = max(low, high - 2 * _LONGEST)
    words = folded[low:high]
    listed = words.find("(", 1)
    if listed > 0 and _LISTED.match(words, listed):
        words = words[:listed]
    words = _END.sub("", words)
    cut = max((start.end() for start in _START.finditer(words)), default=0)
    words = words[cut:]
    start = low + cut + len(words) - len(words.lstrip(_MARKS))
    words = words.lstrip(_MARKS)
    telling_of = _words()[1]
    if not words or len(words) > _LONGEST or _OPEN.search(words) or telling_of.search(_INQUIRIES.sub("", words)):
        return None
    if words.count("(") != words.count(")"):
        # 販売会社(一部を除く, of 販売会社(一部を除く57社).
        return None
    return (start, start + len(words)) if tells(words) else None


def tells(words: str) -> bool:
    """Return whether words say more than those that all releases share.

    >>> tells("事故関連データ"), tells("上記に加え")
    (True, False)
    """
    return len(_words()[0].sub("", words)) > 1


def whose(folded: str, low: int, high: int) -> list[tuple[Span, bool]]:
    """Return the spans behind lines' labels of the people concerned, in order: 対象者:[会員の皆様].

    With each, whether its label and its form make it people, whatever it says: 対象者:檀家.
    """
    if folded.find("対象", low, high) < 0 and folded.find("該当者", low, high) < 0:
        return []
    return [
        (found.span("whose"), found["people"] is not None and _NOUN.fullmatch(found["whose"]) is not None)
        for found in _WHOSE.finditer(folded, low, high)
    ]


def container(folded: str, low: int, high: int, mention: Span | None = None) -> Span | None:
    """Return the span of data called by what held them (当該端末に保存されていた情報), or None.

    `mention`: the item or count that may stand in their place (名簿に記載された[氏名], [64人分]の個人情報).
    """
    if not _HOLDS.search(folded, low, high):
        return None
    for found in _CONTAINER.finditer(folded, low, high):
        start = _begin(folded, *found.span())
        if found.lastgroup != "open":
            return start, found.end()
        if mention is not None and found.end() <= mention[0] and not folded[found.end() : mention[0]].strip(" "):
            rest = _REST.match(folded, mention[1])
            if rest is None and folded[mention[0] : mention[1]].strip("約最大 ")[:1].isdigit():
                continue
            return start, rest.end() if rest else mention[1]
    return None


def held(folded: str, low: int, item: Span) -> Span | None:
    """Return the span of an item with the words that say which it is (当該アカウントの送受信メール), or None."""
    found = _HELD.search(folded, low, item[0])
    if found is None:
        return None
    start = _begin(folded, *found.span("which"))
    words = folded[start : item[0]]
    if _FIGURE.match(words):
        return None
    return (start, item[1]) if _words()[0].sub("", words) or "当該" in words else None


def _begin(folded: str, low: int, high: int) -> int:
    """Return where a phrase begins behind marks and words that lead to it."""
    low += len(folded[low:high]) - len(folded[low:high].lstrip(_MARKS))
    lead = _LEAD.match(folded, low, high)
    return lead.end() if lead else low
