"""Dates of the data: whose they are (4月5日以前に登録されたお客様) and as of when (2019年10月時点の名簿)."""

from typing import Final

from extract.lexicon import Hit
from extract.mention import Date
from extract.resolve.dates.cues import DateCues
from extract.text.shape import shape

__all__ = ["is_as_of_data", "is_of_mails", "is_period", "says_whose", "tells_whose"]

# 2019年10月時点[の会員情報], [で保有していた]: the date of the data themselves. Not: 時点の件数, 時点の情報です.
_DATA_AS_OF: Final = shape(
    r" {0,3}(?:時点|現在)で?の、?(?!報告|調査|件数|状況)"
    r"[^。]{0,30}?(?:情報|データ|名簿|職制|在籍|会員|顧客|お?客様|メール)(?!で|に基|とな|とし|を)"
    r"| {0,3}(?:時点|現在)(?:で|までに)[^。、]{0,24}(?:登録|在籍|保有|保存|保管|設定|会員|お?取引)"
)
# 2019年10月[時点の情報であり], 2017年[当時の名簿]: no release is as of a month.
_VAGUE_AS_OF: Final = shape(r" {0,3}(?:(?:時点|現在)の(?:情報|データ|名簿)|当時の)")
_DATA_NOUNS: Final = (
    r"(?:お客|方(?![法針式])|皆|ユーザー|会員|利用者|情報|データ|従業|患者|生徒|学生|メール|顧客|社員|職員|者|明細|名簿"
    r"|宿泊|予約|回答|分(?!析))"
)
# 入会日が4月5日以前[の方], 2010年~2020年[の会員], 2000年以降[の当社との取引データ], 2021年10月以降[のもの],
# 2003年から2013年[までの間に入院された患者さん]. Not: 4月5日以降[の対応].
_PEOPLE_OF: Final = shape(
    rf" {{0,2}}(?:まで)?の(?:期間の|間の)?(?:{_DATA_NOUNS}|もの(?!と))"
    r"| {0,2}(?:まで)?の[^、。をにではも]{1,20}?(?:情報|データ|名簿|会員|顧客)"
    r"| {0,2}(?:まで)?(?:の期間|の間)?中?に、?[^、。]{0,40}?(?:た|ていた|ている) {0,2}(?:一部の|すべての|全ての)?"
    r"(?:お客|顧客|方(?![法針式])|皆様|ユーザー|会員|利用者|従業員|患者|生徒|学生|社員|職員|保護者|[^、。]{1,10}代表者)"
)
# (2024年3月[卒業]): whose data; 4月末[までに送っていただいた]書類等の情報.
_OF_ONE_DAY: Final = shape(
    r" {0,2}(?:卒業?|入学|修了|入社|退職)(?:(?:生|者|式)?[)、の]|(?:生|者)(?:約|計)?[0-9])"
    r"|までに[^。、]{0,40}?(?:いただ|頂)いた[^。、]{0,20}?(?:情報|データ|書類)"
)
# 2021年[に開催された]講習会に参加された方: of a month or more, and so of no attack.
_EVENT: Final = shape(
    r" {0,2}(?:まで)?(?:の間)?に(?:[^。、]{1,16}が)?(?:開催|開講)(?:(?:いた|致)?し|され)た"
    # 2023年6月[分の給与データ].
    r"|分の[^。、をがは]{0,10}(?:データ|情報|明細|名簿|記録)"
)
# [対象は、]4月5日以前に登録し、…: said of whom the release is about. Not: 対象の方には、 対象の方については
_CONCERNED: Final = shape(r"対象(?:者|と?なる|の)?[^。、\n]{0,10}(?<!に)(?<!へ)(?<!て)は、?$")
# Not: 4月5日に退職した[元従業員], who did something.
_DATA_NOUN: Final = shape(rf"(?!(?:[当弊]社の?)?元)[^、。]{{0,12}}?{_DATA_NOUNS}")
# 購入[されたお客様], 申込[みまたはお問い合わせをいただいた方], 旅客[の明細].
_WHOSE: Final = shape(
    r"(?:(?<=た)|[^。、]{0,24}?(?:た(?:ことの?が?ある)?|ている|の)) {0,2}"
    rf"(?:[^、。]{{0,12}}?{_DATA_NOUNS}|[0-9万,]{{1,12}}(?:名|人))"
)
_SENT: Final = ("送信", "送付", "配信", "受信")
_MAIL: Final = shape(r"(?:電子)?(?:メール|ファイル|データ|書類)")


def is_as_of_data(folded: str, date: Date) -> bool:
    """Whether 時点 or 現在 behind a date is said of the data themselves."""
    vague = date.precision in ("year", "month")
    if date.precision == "year":
        return True
    return (vague and _VAGUE_AS_OF.match(folded, date.span[1]) is not None) or (
        _DATA_AS_OF.match(folded, date.span[1]) is not None
    )


def is_period(date: Date) -> bool:
    """Whether a date spans time with a beginning or an end: 4月5日～6日, 4月5日以前."""
    return date.end is not None or date.modifier in ("before", "after")


def says_whose(cues: DateCues, date: Date) -> bool:
    """Whether a period says right behind it who the people are: 2010年~2020年の会員, 4月5日以前に来館された方."""
    start, end = date.span
    if _OF_ONE_DAY.match(cues.folded, end):
        return True
    if not is_period(date):
        return date.precision in ("year", "month") and _EVENT.match(cues.folded, end) is not None
    if _EVENT.match(cues.folded, end) or _CONCERNED.search(cues.folded, max(0, start - 24), start):
        return True
    match = _PEOPLE_OF.match(cues.folded, end)
    return match is not None and not any(hit.code == "occurred" for hit in cues.between(*match.span()))


def tells_whose(cues: DateCues, date: Date, hit: Hit, *, close: bool) -> bool:
    """Whether a customer's verb makes the date one of the data: の期間に購入されたお客様, 以前に登録された情報.

    `close`: nothing stands between the date and the verb's clause.
    """
    # Nobody became a customer between two hours: 8時~10時の間に、登録された宛先へメールが送信され.
    if cues.folded.startswith("にかけ", date.span[1]) or (date.end is not None and "T" in date.start):
        return False
    if is_period(date) or date.precision in ("year", "month"):
        return _WHOSE.match(cues.folded, hit.end) is not None
    noun = cues.modified(hit)
    return close and noun is not None and _DATA_NOUN.match(cues.folded, noun) is not None


def is_of_mails(cues: DateCues, date: Date, hit: Hit, noun: int) -> bool:
    """Whether a period is that of the mails themselves: 4月24日から5月8日までの間に送付したメール."""
    period = date.end is not None or date.modifier == "before"
    return period and cues.folded.startswith(_SENT, hit.start) and _MAIL.match(cues.folded, noun) is not None
