"""Which kind of data a word names, where its company decides: 所属, 番号, 有効期限, パスワード."""

from collections.abc import Callable, Set
from typing import Final

from extract.find.items.enumerations import Member
from extract.find.items.forms import unknown_item
from extract.find.items.words import Word
from extract.mention import Item
from extract.text.shape import shape

__all__ = ["AFFILIATION", "ALL_HASHED", "name_item"]

# How far before a word is looked for what decides its kind.
_REACH: Final = 40
_FAR: Final = 200

# 暗号化されたパスワード, パスワード(ハッシュ化済み). Not 暗号化キー、パスワード.
_HASHED_BEFORE: Final = shape(
    r"(?:不可逆的?に)?(?:暗号化|ハッシュ化)(?:\([^()\n]{1,8}\)|[※*]\d)?(?:(?:された|した|済みの?|済)[^。、:\n]{0,16})?$"
)
_HASHED: Final = shape(r"[^。\n]{0,30}?(?:暗号化|ハッシュ)")
# ※上記パスワードはすべて暗号化されています: a note on every password of the release.
ALL_HASHED: Final = shape(r"(?:[※*]|なお|上記|注)[^。\n]{0,12}パスワード[^。\n]{0,24}?(?:暗号化|ハッシュ化)[さし]")
# 有効期限 is that of the card before it, or of one of these.
_EXPIRING: Final = frozenset(
    {"points", "driver_license", "passport", "residence_card", "contract", "qualification", "id_document"}
)
# 所属 is a department beside a company, a school or a number that they give, and of one's own people;
# else a company.
AFFILIATION: Final = "所属"
_OWN_PEOPLE: Final = shape(r"社員|従業員|職員|学生|生徒|本学|退職|社内")
_BESIDE_DEPARTMENT: Final = frozenset({"company_name", "student_id", "employee_id", "school"})
# 資格情報 is what one logs in with, but beside a career what one has learnt.
_CREDENTIALS_OR_SKILLS: Final = "資格情報"
_CAREER: Final = frozenset({"resume", "school", "employment", "qualification", "photo"})
# 所見 is a doctor's, but beside marks a teacher's.
_FINDINGS: Final = "所見"
# カード情報(番号、名義): words that are nothing by themselves.
_PARTS: Final = frozenset({"番号", "名義", "名義人"})
# 回答者様 ID, 契約者番号.
_BARE: Final = frozenset({"id", "番号", "コード"})
_HOLDER: Final = shape(r"[一-龥ァ-ヺー]{2,8} ?$")
_NEAR: Final = 9
# 通知の受取可否の設定: what is set is part of it.
_FLAGS: Final = frozenset({"設定", "フラグ", "フラグ情報", "ステータス"})
# 規約同意日時 is one thing, お客様購入履歴 is a holder and a thing: words that what stands before them makes
# more precise.
_SPECIFIED: Final = frozenset(
    {"service_usage", "order", "inquiry", "health", "log", "device", "other", "qualification", "employment", "survey"}
)
# 会員番号、会員氏名、有効期限、セキュリティコード: a card's number and holder, where no card number is named.
_OF_CARDS: Final = {"会員番号": "card_number", "会員氏名": "card_holder", "会員名": "card_holder"}
_SECURITY_CODE: Final = "card_security_code"
_OF_PEOPLE: Final = frozenset({"card_number", "address", "phone", "email"})
# What is said by another word than its own, or else is named as it is: nearly all words.
_NAMED: Final = (
    frozenset({AFFILIATION, _FINDINGS, _CREDENTIALS_OR_SKILLS, "氏名", *_OF_CARDS}) | _PARTS | _BARE | _FLAGS
)
_CODED: Final = frozenset({"password", "card_expiry"}) | _SPECIFIED
_SPECIFIER: Final = shape(r"(?!お?客|会員|利用者|社員|患者|本人|当社|弊社|各)[一-龥ァ-ヺー]{1,6}")


def name_item(folded: str, word: Word, member: Member, label: str, before: str, beside: Callable[[], Set[str]]) -> Item:
    """Return the item that a word names: its span, and its category by its company.

    `label` is what holds the list that the word stands in, `before` the category of the word before
    it, `beside` gives those of the words around it that are no affiliations.
    """
    start, code = word.start, word.code
    text = folded[word.start : word.end]
    if code not in _CODED and text not in _NAMED:
        return Item((start, word.end), code)
    if code == "password":
        hashed = _HASHED_BEFORE.search(folded, max(0, start - _REACH), start)
        if hashed is not None:
            start, code = hashed.start(), "password_hash"
        elif _HASHED.match(folded, word.end):
            code = "password_hash"
    elif text == _FINDINGS:
        code = "grades" if "grades" in beside() else code
        start = member.start if _SPECIFIER.fullmatch(folded, member.start, start) else start
    elif text == AFFILIATION:
        own = _OWN_PEOPLE.search(folded, _line_or_label(folded, start), start) is not None
        code = "department" if own or beside() & _BESIDE_DEPARTMENT else code
    elif code == "card_expiry" and before in _EXPIRING:
        code = before
    elif text == _CREDENTIALS_OR_SKILLS and beside() & _CAREER:
        code = "qualification"
    elif text in _PARTS and ("口座" in label or (before == "bank_account" and text != "番号")):
        code = "bank_account"
    elif text in _PARTS and ("カード" in label or "クレジット" in label):
        code = "card_number" if text == "番号" else "card_holder"
    elif text in _BARE and (holder := _HOLDER.search(folded, max(0, start - _NEAR), start)) is not None:
        # 回答者ID, 工事番号: whose it is decides.
        whole = unknown_item(folded, holder.start(), word.end)
        if whole is not None:
            start, code = whole.span[0], whole.category
    elif (kind := _of_card(folded, word)) and _SECURITY_CODE in beside() and not beside() & _OF_PEOPLE:
        code = kind
    elif text in _FLAGS and (whole := unknown_item(folded, member.start, word.end)) is not None:
        start = whole.span[0]
    elif code in _SPECIFIED and _SPECIFIER.fullmatch(folded, member.start, start):
        start = member.start
    return Item((start, word.end), code)


def _of_card(folded: str, word: Word) -> str | None:
    """Return what a member's number or name would be of a card."""
    start = word.start - 2 if folded.startswith("会員", word.start - 2) else word.start
    return _OF_CARDS.get(folded[start : word.end])


def _line_or_label(folded: str, offset: int) -> int:
    """Return where the line of an offset begins, or the line before it where that is its label: ### 当社従業員."""
    opening = max(0, offset - _FAR)
    line = max(opening, folded.rfind("\n", opening, offset))
    above = folded[opening:line].rstrip()
    label = above[above.rfind("\n") + 1 :]
    return line if not label or "。" in label or "、" in label else max(opening, opening + above.rfind("\n"))
