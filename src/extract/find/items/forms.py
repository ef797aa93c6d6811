"""Kinds of data that no lexicon holds, named by their form: the head of a compound, then what it is about.

宿泊者氏名 is a name by its head; of 予約ステータス the head says only how it is recorded, and its stem 予約 what it is.
"""

from functools import cache, lru_cache
from typing import Final

from extract import lexicon
from extract.mention import Item
from extract.text.folding import fold
from extract.text.shape import shape

__all__ = [
    "RECORDED",
    "closing_item",
    "data_categories",
    "is_recorded",
    "owned_number",
    "subject_category",
    "unknown_item",
]

# The longest phrase that can name data by its form.
_LONGEST: Final = 30
_LONGEST_CLAUSE: Final = 60
_TRIM: Final = shape(
    r"(?:等の情報|等|など|のみ|他|ほか|の?一部|\((?:任意|必須)[^()]{0,8}\)|[*※]\d*|[¹²³⁴⁵⁶⁷⁸⁹]|。| )+$"
)
# How what is trimmed may end.
_TRIMMED: Final = ("等", "報", "ど", "み", "他", "か", "部", ")", "。", " ", *"*※0123456789¹²³⁴⁵⁶⁷⁸⁹")
_NOUN: Final = shape(r"[一-龥々〆ァ-ヺーa-zぁ-ん .&'+-]{2,24}")
# Who, when and what was done, not what leaked.
_NO_DATA: Final = shape(
    r"^(?:等|など|の|その)|への|(?:場合|全部|保有していた情報|総件?数|ファイル数|アドレス数)$|[は。]|を(?!示す)|が(?![いな])|ます|です|ました|ない|ある|いる|より|から|まで|にて|において|として|ため|こと|もの|とおり|以下|下記|上記|現時点|不審"
    r"|(?:送信|アクセス|調査|実施|設置)(?!.*(?:履歴|ログ|記録|情報|データ|内容|日時|名|元|票|場所)$)"
    r"|個人情報|個人データ|一部|^(?:テスト|ダミー|サンプル)用?(?:情報|データ)$|^(?:お?客(?:様|さま)|顧客|会員(?:登録)?|登録|基本|本人|該当|対象|学生|生徒|患者|株主|ユーザー?|.{0,6}[者員])の?(?:基本)?(?:情報|データ|内容)$"
    r"|(?:方|様|さま|者|人)の(?:個人)?(?:情報|データ)$"
    r"|(?:込み|続き|取り?扱い|徒|児童|様|方|方々|者|員|客|生|人|社|店|業者|会社|皆様|皆さま|事業主|機関|窓口|件|名分|他)$|[のとやにもでへってしるたくうれ]$"
    r"|(?:無効化|強化|見直し|遮断|導入|再設定|初期化|リセット)$"
    # みなと中学校, 東支店: one of them by its name. Not 出身小学校.
    r"|(?<!出身|在籍|在学|卒業|志望|受験|併願|進学|通学|所属|最終|希望|入学|実習)(?:(?:小|中|高等|支援|専門|専修)学校|支店)$"
)
# No data is called by a word that ends so, whatever stands before it: a cheap look first, since most phrases of
# a sentence do.
_NO_DATA_ENDS: Final = tuple("は。のとやにもでへってしるたくうれ様方者員客生人社店件他徒")
# What data is recorded in or called by: the last part of a compound that names a thing, and no deed.
RECORDED: Final = (
    # Each begins with a letter of its own accord: so `re` skips all letters that begin none.
    r"情報|データ|履歴|経歴|記録|番号|コード|内容|結果|状況|名簿|台帳|一覧|リスト|資料|文書|書類|写真|画像|動画|映像|音声|図面|原稿"
    r"|口座|残高|額|名称?|日時?|年月日|証明書|写し|キー|書|証|票|表|簿|歴|帳"
)
_RECORDED_LAST: Final = shape(rf"(?:{RECORDED})$")
# [通所記録]が漏えいし, [受付票]等の個人情報: what is said of a whole list stands behind its last member.
_CLOSING: Final = shape(
    rf"(?P<thing>[^ 、。をがはも\n]{{1,24}}?(?:{RECORDED}))"
    r"(?:等|など)?(?:の(?:[^ 、。をがはも\n]{0,8}(?:情報|データ)|項目))?(?:の?一部)?"
    r"(?:が|も|を含|です|で(?:あ|ご|し)|とな[りっ]|の(?:漏|流出|閲覧|[窃搾詐奪盗]取|持ち出))"
)
# 作成した|課題, 職員の|復職資料, 弊社からの|通知の設定: whose it is and what was done with it before what it is.
_ATTRIBUTE: Final = shape(
    r".*(?:(?:[しきちっりれ]た|された|ている|てある|[すれさえべ]る|ないし|紐[づず]く|における|に係る|からの|への|での|に必要な"
    r"|(?:者|員|客|様|方|さま|人|社|生|子会社|サイト|サービス|システム|サーバー?|ソフトウェア|ツール|アプリ|アカウント|メール)の)[ごお御]?)(?=[一-龥ァ-ヺa-z])"
)
# 掲載された児童 names nobody's data; 応募時に提示された情報 does.
_CLAUSE: Final = shape(r"[たるう](?=[一-龥ァ-ヺ])|された|における|に関する")
_NAMED_BY_CLAUSE: Final = shape(r"(?:情報|内容|コンテンツ|データ|書類|資料|ファイル|記録)$")
# 所属チーム, 所属プログラム: what somebody belongs to is a department, but for 所属大学 and 所属団体.
_AFFILIATION: Final = "所属"
_OTHER_AFFILIATIONS: Final = frozenset({"school", "company_name", "profile"})
# 希望職種, 希望勤務地: of an applicant.
_WISH: Final = "希望"
_WISHED: Final = frozenset({"job_title", "department", "salary", "address", "employment"})
# ハッシュ化パスワード, パスワードの暗号化文字列.
_HASHED: Final = shape(r"(?=.*パスワード).*(?:ハッシュ|暗号化|難読化)")
# 在留資格情報, 通帳の写し, 口座番号全桁: what the thing is recorded in, or how much of it.
_RECORD: Final = shape(r"(?<=..)(?:情報|データ|一覧|写し|コピー|控え|画像|全桁|下[0-9]+桁)$")
_LONGEST_WORD: Final = 14
# Heads of these categories say how something is recorded, and leave what it is to the stem.
_VAGUE: Final = frozenset({"service_usage", "other", "file"})
# Whose a number or a name is, decides what it is; without a holder it is the organisation's own.
_NUMBERS: Final = frozenset({"member_number", "user_id"})
_HOLDERS: Final = frozenset({"employee_id", "student_id", "member_number", "user_id"})
_NUMBERED: Final = _HOLDERS | {
    "card", "bank_account", "order", "reservation", "contract", "delivery", "insurance_number", "residence_card",
    "driver_license", "my_number", "device", "transaction", "social_account", "qualification", "passport",
    "pension_number", "cookie", "other",
}  # fmt: skip
# 同意の有無, 通知の受取可否の設定: a flag, whatever it is about, but for what is true of a person, as アレルギーの有無.
_FLAG: Final = shape(r"(?:有無|可否|要否|フラグ|希望|設定|オンオフ)(?:を示す)?(?:情報|フラグ|データ)*$")
_OF_PERSONS: Final = frozenset({
    "health", "disability", "family", "sensitive", "employment", "employee_id", "resume", "evaluation",
    "qualification", "school",
})  # fmt: skip
# 認証日時, ログイン状況: what was done with a credential says nothing of the credential.
_ACCESS: Final = frozenset({"credential", "log"})
# 給与額, ポイント残高: the sum is of the thing's own kind.
_VALUED: Final = frozenset({"salary", "points", "transaction", "bank_account"})
# What was done with a thing, and staff: 社員区分 is of the employment.
_DONE: Final = "service_usage"
_STAFF: Final = "employee_id"
_OF_STAFF: Final = "employment"
# What the number of such a thing is called by itself.
_NUMBER_OF: Final = {
    "card": "card_number",
    "credential": "user_id",
    "address": "address",
    "phone": "phone",
    "fax": "fax",
}
# A word that a page's edge cuts goes on in the next line: メールア / ドレス.
_CUT: Final = 8
# The same phrases come back in release after release.
_REMEMBERED: Final = 4096


@cache
def data_categories() -> dict[str, str]:
    """Return the category of every data word of the lexicon, by its folded form."""
    return {fold(word): code for code, lists in lexicon.entries("items").items() for word in lists["words"]}


@cache
def _forms(name: str) -> dict[str, str]:
    return {fold(word): code for code, lists in lexicon.entries(name).items() for word in lists["words"]}


# 社員に関する情報, 不正アクセスに関する情報: whose it is, or what happened.
_NO_SUBJECT: Final = shape(r"不正|漏|流出|被害|事案|本件|サービス|(?:者|員|客|様|生|方|人|社|先)$")


def subject_category(text: str) -> str:
    """Return the category of data about `text`; empty where that says nothing, or where it is data itself."""
    words = data_categories()
    if _NO_SUBJECT.search(text) or any(text[at:] in words for at in range(len(text) - 1)):
        return ""
    # 取引に関する情報 is 取引情報.
    return words.get(f"{text}情報") or _stem(text, False)


def owned_number(folded: str, start: int, end: int) -> Item | None:
    """Return the number of somebody whom `folded[start:end]` names, 回答者様 ID; None for 工事番号, 管理ID."""
    item = unknown_item(folded, start, end)
    if item is None or _stem(folded[item.span[0] : end].replace(" ", ""), True) not in _HOLDERS:
        return None
    return item


def unknown_item(folded: str, start: int, end: int) -> Item | None:
    """Return the item that `folded[start:end]` names by its form alone.

    None where the phrase is no short noun, or names people, times or deeds.
    """
    if end - start > _LONGEST_CLAUSE:
        return None
    while start < end and folded[start] in " -・":
        start += 1
    if end - start > 2 and folded[start] in "ごお御":
        start += 1
    if folded.endswith(_TRIMMED, start, end):
        trim = _TRIM.search(folded, start, end)
        end = end if trim is None else trim.start()
    if folded.endswith(_NO_DATA_ENDS, start, end):
        return None
    known = data_categories().get(folded[start:end])
    if known is not None:
        return Item((start, end), known)
    attribute = _ATTRIBUTE.match(folded, start, end)
    if attribute is not None:
        category = _category(folded[attribute.end() : end])
        if category is not None and category != "other":
            return Item((attribute.end(), end), category)
    text = folded[start:end]
    category = None if end - start > _LONGEST else _category(text)
    return None if category is None else Item((start, end), _completed(folded, text, end) or category)


def closing_item(folded: str, start: int, end: int) -> Item | None:
    """Return the unknown item that `folded[start:end]` begins with, where what is said of it follows."""
    closing = _CLOSING.match(folded, start, min(end, start + _LONGEST_CLAUSE))
    return None if closing is None else unknown_item(folded, *closing.span("thing"))


def is_recorded(folded: str, item: Item) -> bool:
    """Whether an item is called by what it is recorded in: 手術動画, 通所記録."""
    return _RECORDED_LAST.search(folded, *item.span) is not None


def _completed(folded: str, text: str, end: int) -> str | None:
    """The category of a word that begins here at the end of a line and ends in the next one."""
    if folded[end : end + 1] != "\n":
        return None
    following = folded[end + 1 : end + 1 + _CUT].lstrip()
    words = data_categories()
    return next(
        (words[text + following[:at]] for at in range(len(following), 0, -1) if text + following[:at] in words), None
    )


@lru_cache(_REMEMBERED)
def _category(text: str) -> str | None:
    """The category of a compound: the lexicon's without its blanks and の, else its head's, else its stem's."""
    if not _NOUN.fullmatch(text) or _NO_DATA.search(text):
        return None
    # 面談、人事: what was done, and no record of it.
    if text in _forms("item_stems") or (_CLAUSE.search(text) and not _NAMED_BY_CLAUSE.search(text)):
        return None
    plain = text.replace(" ", "").replace("の", "")
    words, stems = data_categories(), _forms("item_stems")
    if plain in words:
        return words[plain]
    if _HASHED.match(plain):
        return "password_hash"
    if text.startswith(_AFFILIATION):
        head = _head(plain.removeprefix(_AFFILIATION))
        return head if head in _OTHER_AFFILIATIONS else "department"
    thing = _RECORD.sub("", plain)
    if thing != plain and (thing in words or thing in stems):
        return words.get(thing) or stems[thing]
    head = _head(plain)
    if head in _NUMBERS:
        stem = _stem(plain, True)
        return _NUMBER_OF.get(stem) or (stem if stem in _NUMBERED else "member_number" if stem else head)
    if text.startswith(_WISH) and head in _WISHED:
        return "resume"
    stem = _stem(plain, False)
    if head == _DONE and stem and (stem in _ACCESS or (_FLAG.search(plain) and stem not in _OF_PERSONS)):
        return head
    return stem if stem and (head in _VAGUE or (head == "payment" and stem in _VALUED)) else head


def _head(plain: str) -> str:
    """The category that the longest known end of a compound gives it."""
    words, endings = data_categories(), _forms("item_endings")
    for at in range(max(0, len(plain) - _LONGEST_WORD), len(plain)):
        ending = plain[at:]
        code = endings.get(ending) or (words.get(ending) if len(ending) > 2 else None)
        if code is not None:
            return code
    return "other"


def _stem(plain: str, holders: bool) -> str:
    """The category of what a compound is about, by its last stem, of those that end there the longest; else empty.

    What was done with it (ポイント利用履歴) counts only where nothing else is named. `holders`: whether
    people are stems.
    """
    stems = _forms("item_stems")
    done = ""
    for end in range(len(plain), 1, -1):
        for start in range(max(0, end - _CUT), end - 1):
            code = stems.get(plain[start:end])
            if code == _DONE:
                done = code
            elif code is not None and (holders or code not in _HOLDERS):
                return code
            elif code == _STAFF:
                done = _OF_STAFF
            if code is not None:
                break
    return done
