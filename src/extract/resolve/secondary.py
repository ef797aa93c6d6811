"""Whether the data was misused: what the release says of secondary damage."""

import re
from typing import Final

from extract.mention import Evidence
from extract.resolve.narrative import Narrative

__all__ = ["find_secondary_damage"]

# The words that open the question; one pass over the text finds them all.
_WORDS: Final = re.compile(
    r"(?:二|2)次(?:的な?)?(?:被|損)害|悪用|不正(?:な|に)?(?:利用|使用)|金銭(?:的な?|の)?(?:被害|要求)|(?:具体的な|実|現実の|財産的)?被害"
    r"|なりすまし|成りすまし|フィッシング|リークサイト|ダークウェブ|インターネット上|sns"
)
# `二次被害は確認されておりません`, `不正利用された事実はございません`.
# Not: `二次被害の可能性を否定できません`, `不正利用の有無は確認できておりません`.
_NONE: Final = re.compile(
    r"(?:(?!有無)[^。\n]){0,70}?(?:確認|把握|発見|検知|認識|報告|連絡|事実|発生|見つか|認め|判明|見受け|生じ|相談|通報|至っ|事象|形跡|掲載|受け)"
    r"(?:(?!可能性|否定|完了|保有)[^。、\n]){0,16}?(?:ません|おらず|いない|ない|なく|無[いく]|なかっ)"
)
# `悪用されるおそれ`, `不正利用された可能性`. Not: `悪用されるおそれはない`.
_POSSIBLE: Final = re.compile(r"[^。\n]{0,40}?(?:可能性|お?それ|恐れ|虞|懸念|危険|リスク)")
# `不正利用が確認されました`, `フィッシングサイトへ誘導するメッセージが送信されている`.
_CONFIRMED: Final = re.compile(
    r"[^。、\n]{0,20}?が(?:確認され|発生し|判明し)|された(?:事実|こと)[がを][^。、\n]{0,6}確認"
)
_LURING: Final = re.compile(r"[^。\n]{0,60}?(?:送信|配信|送付|届)(?:され|い)[^。、\n]{0,20}(?:確認|判明|報告)")
_CUSTOMERS: Final = re.compile(r"お客|顧客|予約|利用者|会員|ゲスト|宿泊|購入")

# What misuse is: a weakness that was abused is none, and neither is a plain account taken over.
_MEANS: Final = re.compile(
    r"(?:脆弱性|機能|機器|権限|アカウント|パスワード|認証情報|id|vpn|接続|設定|ソフト(?:ウェア)?|プログラム|デスクトップ|サーバー?)[^。、\n]{0,8}$"
)
_DATA: Final = re.compile(r"情報|データ|個人|カード|これら|メールアドレス|氏名|名前")


def find_secondary_damage(narrative: Narrative) -> tuple[str, Evidence | None]:
    """Return the code and the words it rests on.

    A statement that none was found wins over any warning; misuse that happened wins over misuse that may come.
    """
    told: dict[str, Evidence] = {}
    text = narrative.text
    for word in _WORDS.finditer(text, narrative.body):
        start, end = word.span()
        code = _told(word[0], start, end, narrative)
        if code is not None and code not in told:
            told[code] = Evidence("secondary_damage", (start, end))
    for code in ("none_confirmed", "confirmed", "possible"):
        if code in told:
            return code, told[code]
    return "unknown", None


def _told(word: str, start: int, end: int, narrative: Narrative) -> str | None:
    after = narrative.after(end)
    before = narrative.before(start)
    secondary = word.startswith(("二次", "2次"))
    misuse = word in ("悪用",) or word.startswith("不正")
    if not _MEANS.search(before) or secondary:
        none = _NONE.match(after)
        if none and (secondary or misuse or "被害" in word or "要求" in word):
            if secondary or misuse or word != "被害" or True:
                return "none_confirmed"
    if misuse and not _MEANS.search(before):
        if _CONFIRMED.match(after):
            return "confirmed"
        if _POSSIBLE.match(after) and _DATA.search(before):
            return "possible"
    if secondary and _POSSIBLE.match(after) and not narrative.advises(start):
        return "possible"
    if word == "フィッシング" and _CUSTOMERS.search(before) and _LURING.match(after):
        return "confirmed"
    return None
