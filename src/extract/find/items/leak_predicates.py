"""What a sentence says of a data word: that it leaked, was seen, was held, or was not."""

from typing import Final

from extract.find.items.leak_contexts import HELD, LEAK, Setting
from extract.find.items.words import DATA_ENDS, SPILT, TAIL, Tier, Word, typed_away
from extract.text.shape import shape

__all__ = ["CLOSE", "CREDENTIALS", "REACH", "is_governed", "is_spilt"]

# How far from a word its predicate may stand, and how far in a heading.
REACH: Final = 40
CLOSE: Final = 14
# A word's phrase and its particle are no longer; it bounds the work on a list without end.
_LONGEST: Final = 160

# The word's phrase and its particle: 「パスワード」情報も, カード情報および氏名が, 名刺等の情報は, 住所 約4件の(流出).
_CLOSED: Final = (
    r"[」』)》〉】\]]| ?(?:計|約|合計|最大|延べ)*[0-9,]++ ?(?:件|名|人|枚|通|部|世帯|社)様?分?|[*※]\d*+|[¹²³⁴⁵⁶⁷⁸⁹]"
)
# 身分証明書(免許証、保険証)[の写し].
_COPY: Final = r"の(?:写し|コピー|控え|(?:スキャン)?画像(?:データ)?|スキャンデータ)"
_WIDENED: Final = (
    r" ?の?(?:情報|データ|内容)"
    r"|(?:等|など)[の、][^。、]{1,30}?情報(?:、[^。、はがを]{1,24}?(?:情報|データ))?|等|など|のみ|他|ほか|自体|そのもの|の?一部"
    r"|に関する情報|の中身"
)
_JOINED: Final = (
    r"[、,]?(?:および|及び|や|と|ならびに|並びに|又は|または)[^。はがを]{1,40}?(?=[はがを]|に(?:対し|アクセス))"
)
_TOPIC: Final = r"(?:は|も|につ(?:いて(?:は|も)?|きまして(?:は|も)?)|に[はも])(?P<topic>)、?"
_SUBJECT: Final = r"(?:が|を|まで)、?|の(?=(?:外部|社外|第三者)?(?:への?)?(?:漏|流|閲|窃|露))"
# 予約情報[に対し]、不正アクセスが行われ, 業務に関する情報[に]アクセスされ, 購入履歴[への不正アクセス].
# Not メールアドレスに対して, which is what was attacked.
_OBJECT: Final = (
    rf"(?:に(?:対し(?<={DATA_ENDS}に対し)(?:て|、)*(?=[^。、]{{0,12}}(?:アクセス|閲覧))|(?=(?:不正に)?アクセスされ))"
    rf"|(?<={DATA_ENDS})(?:へ|に対する)の?(?=不正(?:な)?アクセス))(?P<object>)"
)
_ARGUMENT: Final = shape(
    rf"(?:{_CLOSED}|{_WIDENED}|{_COPY}|{_JOINED})*+(?:\([^()\n]{{0,40}}\)(?:{_COPY})?)?(?P<particle>{_TOPIC}|{_SUBJECT}|{_OBJECT})?+"
)
# 漏えいした可能性のある, 流出したお客様の: modifies what follows it.
_MODIFIER: Final = shape(
    r"(?:漏(?:え?い|[洩出れ])|流[出失]|閲覧|窃取|搾取|詐取|奪取|取得|露出|公開|表示|紛失|保存|保管|保有|記載|掲載|登録|含ま|格納|送受信|受信)"
    r"[^。、\n]{0,16}?(?:た|る|の|懸念)(?:[^。、\n]{0,16}の)?[「]?$"
)
# What a credential must suffer to be an item: attackers use credentials, and take them to get in.
_SPILL: Final = shape(r"漏(?:え?い|[洩出れ])|流[出失]|含ま|閲覧|見られ|持ち出|対象(?:外|で?は)")
CREDENTIALS: Final = frozenset({"password", "credential", "user_id"})
# マイナンバーカードは保有しておりません, クレジットカードは含まれません.
_NOT_HELD: Final = shape(r"含まれ|(?:含|保有|保持|所持|保存|保管|格納|記載|登録)[^。、]{0,12}(?:ません|ない|ず|無)")
# 口座情報への[直接的な影響は]確認されておりません. Not 氏名への変更.
_AFFECTED: Final = shape(r"(?:等|など)?への[^。、はが\n]{0,8}影響[はが]")
# 漏えいした情報は…メールの情報となります.
_COPULA: Final = shape(r"(?:のみ|だけ)?(?:となり|となっ|になり|です|でした|であ|でご)|(?<=のみ)で、")
# 漏えいした情報は[メールアドレス]で、氏名は含まれておりません: not メールアドレスで、ログインされた.
_AND_IS: Final = shape(r"(?:で|であり)[、,]?[^。、はが]{1,20}[はも]、?")
_WHAT_LEAKED: Final = shape(
    r"(?:漏(?:え?い|[洩出れ])|流[出失]|閲覧|窃取|搾取|詐取|奪取|取得|露出|含ま)[^。、はが]{0,20}(?:情報|データ|項目|内容|もの|の)は、?[^。]{0,30}$"
)


def is_governed(folded: str, word: Word, setting: Setting, reach: int) -> bool:
    """Return whether the word is what leaked, was seen, or was held, by the predicate next to it."""
    tail = TAIL.match(folded, word.end, setting.end)
    if setting.leaks and tail is not None and _COPULA.match(folded, tail.end()):
        return True
    if tail is not None and _AND_IS.match(folded, tail.end(), setting.end):
        before = max(setting.start, word.start - _LONGEST)
        if _WHAT_LEAKED.search(folded, before, word.start):
            return True
    if typed_away(folded, word.end) or _AFFECTED.match(folded, word.end):
        return True
    argument = _ARGUMENT.match(folded, word.end, min(setting.end, word.end + _LONGEST))
    if argument is None:
        return _is_modified(folded, word, setting)
    if argument["object"] is not None:
        return word.tier <= Tier.GUARDED
    at = argument.end()
    limit = min(setting.end, at + reach)
    if word.tier >= Tier.GUARDED or (argument["particle"] and argument["topic"] is None):
        comma = folded.find("、", at, limit)
        limit = limit if comma < 0 else comma
    if argument["particle"] or LEAK.match(folded, at):
        since = word.end if word.tier <= Tier.PLAIN else at
        if (_SPILL if word.code in CREDENTIALS else LEAK).search(folded, since, limit):
            return True
        if (HELD if word.tier <= Tier.PLAIN else _NOT_HELD).search(folded, at, limit):
            return True
    return _is_modified(folded, word, setting)


def is_spilt(folded: str, word: Word, setting: Setting) -> bool:
    """Return whether it is said right before the word that it leaked: 漏えいした氏名."""
    return SPILT.search(folded, max(setting.start, word.start - REACH), word.start) is not None


def _is_modified(folded: str, word: Word, setting: Setting) -> bool:
    """Whether what stands before the word says that it leaked: 漏えいしたお客様の氏名."""
    modifier = _MODIFIER if word.tier <= Tier.PLAIN and word.code not in CREDENTIALS else SPILT
    return modifier.search(folded, max(setting.start, word.start - REACH), word.start) is not None
