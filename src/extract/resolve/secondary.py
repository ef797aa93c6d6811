"""Whether the data was misused: what the release says of secondary damage."""

import re
from collections.abc import Sequence
from typing import Final

from extract.lexicon import Hit
from extract.mention import Evidence
from extract.resolve.narrative import Narrative

__all__ = ["find_secondary_damage"]

# A plain 被害 is the attack's own unless it is said of what came of the leak: `現時点で被害の報告はない`.
# Not: `被害拡大を防止`.
_SINCE: Final = re.compile(
    r"(?:現時点|現在|これまで|今のところ|伴う|よる|起因する|起因した|お客様|実際)[^。、\n]{0,14}$"
)
_TOPIC: Final = re.compile(r"(?:等|など)?(?:の(?:報告|連絡|事実|発生|確認|情報|申告))?(?:は|も|について)")
# `二次被害は確認されておりません`, `不正利用された事実はございません`.
# Not: `二次被害の可能性を否定できません`, `不正利用の有無は確認できておりません`.
_NONE: Final = re.compile(
    r"(?:(?!有無)[^。\n]){0,70}?(?:確認|把握|発見|検知|認識|報告|連絡|事実|発生|見つか|認め|判明|見受け|生じ|相談|通報|至っ|事象|形跡|掲載|受け|寄せ)"
    r"(?:(?!可能性|否定|完了|保有)[^。、\n]){0,16}?(?:ません|おらず|いない|ない|なく|無[いく]|なかっ)"
)
# `悪用されるおそれ`, `不正利用された可能性`. Not: `おそれの有無`.
_POSSIBLE: Final = re.compile(
    r"[^。\n]{0,40}?(?:可能性|お?それ|恐れ|虞|懸念|危険|リスク)(?!の有無|が(?:ある)?(?:か|低)|は(?:低|ない|なく|ござい|あり))"
)
# `不正利用が確認されました`, `なりすましメールが送信されたことを確認`.
_CONFIRMED: Final = re.compile(r"[^。、\n]{0,20}?(?:が|は|を|も)(?:発生|判明|確認)(?:し|され|いた|致)(?!て(?:い|お)ら)")
_SENT: Final = re.compile(r"[^。\n]{0,70}?(?:送信|配信|送付|届|発信)(?:され|い)[^。、\n]{0,24}(?:確認|判明|報告)")
_RECIPIENTS: Final = re.compile(r"お客|顧客|予約|利用者|会員|ゲスト|宿泊|購入|ユーザ")

# Not the data but the means of the attack was abused: `脆弱性を悪用し`, `アカウントが不正に利用され`.
_MEANS: Final = re.compile(
    r"(?:脆弱性|機能|機器|権限|アカウント|パスワード|認証情報|id|vpn|接続|設定|ソフト(?:ウェア)?|プログラム|デスクトップ|サーバー?|ツール|環境)[^。、\n]{0,10}$"
)
_DATA: Final = re.compile(r"情報|データ|個人|カード|これら|メールアドレス|氏名|名前")
# `防止`, `対策` and the like stand behind a word that says nothing happened, or may.
_PREVENTED: Final = re.compile(r"(?:の|を|等の|などの)?(?:防止|防ぐ|対策|未然|抑止|検知|監視)")


def find_secondary_damage(hits: Sequence[Hit], narrative: Narrative) -> tuple[str, Evidence | None]:
    """Return the code and the words it rests on.

    A statement that none was found wins over any warning; misuse that happened wins over misuse that may come.
    """
    told: dict[str, Evidence] = {}
    for hit in hits:
        if hit.start < narrative.body:
            continue
        code = _told(hit, narrative)
        if code is not None:
            told.setdefault(code, Evidence("secondary_damage", (hit.start, hit.end)))
            if code == "none_confirmed":
                break
    for code in ("none_confirmed", "confirmed", "possible"):
        if code in told:
            return code, told[code]
    return "unknown", None


def _told(hit: Hit, narrative: Narrative) -> str | None:
    after = narrative.after(hit.end)
    if _PREVENTED.match(after):
        return None
    before = narrative.before(hit.start)
    if hit.code == "lure":
        return "confirmed" if _RECIPIENTS.search(before) and _SENT.match(after) else None
    if hit.code == "plain" and not (_SINCE.search(before) and _TOPIC.match(after)):
        return None
    if _NONE.match(after):
        return None if hit.code == "misuse" and "脆弱性" in before[-12:] else "none_confirmed"
    if hit.code == "plain" or (hit.code == "misuse" and _MEANS.search(before)):
        return None
    if _POSSIBLE.match(after):
        return "possible" if hit.code == "damage" or _DATA.search(before) else None
    return "confirmed" if _CONFIRMED.match(after) else None
