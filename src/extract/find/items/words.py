"""Words that name kinds of data, and whether they are meant as such where they stand."""

from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from operator import attrgetter
from typing import Final

from extract import lexicon
from extract.find.items.compounds import find_compounds
from extract.find.items.forms import data_categories, owned_number, subject_category
from extract.lexicon import Hit
from extract.text.folding import fold
from extract.text.shape import shape

__all__ = ["DATA_ENDS", "SPILT", "TAIL", "Tier", "Word", "data_words", "meant_words", "typed_away"]


class Tier(IntEnum):
    """How much a word needs around it to be an item; the lexicon `item_contexts` says which word needs what."""

    FIRM = 0  # names personal data wherever a leak is spoken of
    PLAIN = 1  # alone only as what leaked; makes its neighbours in a list data too
    GUARDED = 2  # alone only as what leaked
    LISTED = 3  # never alone


class Word:
    """A data word at `start:end` of the folded text."""

    __slots__ = ("code", "end", "start", "tier")

    def __init__(self, start: int, end: int, code: str, tier: Tier) -> None:
        self.start = start
        self.end = end
        self.code = code
        self.tier = tier


# What may follow a data word as part of its own phrase: 氏名等, パスワード情報, 成績の一部, 住所※2, 氏名(100件).
TAIL: Final = shape(
    r"(?: ?の?(?:情報|データ)|等|など|のみ|他|ほか|の?一部|の有無|の詳細|も?を?含む|[*※]\d*+|[¹²³⁴⁵⁶⁷⁸⁹]"
    r"|各?[0-9,]++(?:件|名|人)分?| )*+"
)
# 氏名不詳, 住所変更, 会員IDご登録者: the compound goes on, its head is another word. Not 氏名を.
_GOES_ON: Final = shape(r"[一-龥々ァ-ヺーa-z0-9]|[おご][一-龥]")
# 氏名住所, 住所氏名電話番号: words of a person written without a comma. Not 勤務先住所, 氏名変更.
_PERSONAL: Final = frozenset({"name", "address", "phone", "birth_date", "gender", "age"})
_GLUED: Final = ("氏名", "住所", "電話番号", "生年月日", "性別", "年齢")
# With these, and at the end of the text, none goes on: particles and marks, a cheap look first.
_PARTS: Final = frozenset(map(chr, range(ord("ぁ"), ord("ゟ")))) - {"お", "ご"} | frozenset("、・)\n/。,(「」:|")
# 不審メール, 転送設定, 県立学校: a word of wide use at the end of a compound is another thing, ...
_COMPOUND: Final = shape(r"[一-龥々ァ-ヺーa-z]")
# ... unless the compound only says whose it is: お客様メールアドレス, 弊社取引情報.
_HOLDER: Final = shape(
    r"(?:お客様|お客さま|顧客|会員|本人|保護者|担当者|代表者|社員|従業員|職員|学生|生徒|患者|契約者|利用者|所有者|法人|企業|会社|勤務先|自宅|個人"
    r"|(?:ログイン|会員|管理者?|認証|業務|社内|学内|アクセス|接続|閲覧)用|社用|当該|該当|一部|各種?|登録|旧|新|送受信|過去の|元|宛|その他|弊社|当社|同社)$"
)
# 回線認証情報 are those of a line; 多要素[認証情報], [同一]認証情報 are none that leaked.
_METHOD: Final = shape(r"(?:要素|段階|生体|同一|同じ)$")
# What is done with a thing, and not that it leaked: パスワードの変更, 暗証番号をお伺い. Not パスワードの漏えい.
_HANDLED: Final = (
    r"(?:[のをはもにが]|は、?(?:既に|すでに|全て|すべて))?[ごお]?(?:変更|再設定|リセット|初期化|再発行|使い回|使いまわ|更新(?!日|履歴)|強化|強度|失効|(?:完全)?無効化|有効化|見直|差し?替|入力|伺|聞|尋|求め"
    r"|要求|選択|記入(?!さ|済|欄)|明記)"
    r"|を(?:騙|装|かた|使用し|利用し|用い|使い|使っ|送信|送付|受信|開封|発信|通じ|され|した|行|削除|ご?記載の(?:上|うえ))"
    r"|[のを](?:発行(?!履歴|番号)|特定[をはが]|解読|復元|推測)|が(?:わから|分から|含まれ[^。、]{0,4}場合)"
    r"|として(?:渡|用い|使|利用|送|ご?提供|ご?提出|$|[ \n、])|(?:の一部)?を?(?:自主)?(?:返納|減額)"
    r"|(?<![等ど])の(?:照会|送信|送付|発信|決済|ご?利用|使用|管理|適切|運用|開封|リンク|改ざん|改竄)|さ[れせ]|し[たてま]|する"
)
# The last letter of 情報, データ, 履歴, 内容, 本文, 結果, ファイル: what somebody gets at, and writes to nobody by.
DATA_ENDS: Final = r"[報タ歴容文果ル]"
# By or to what people are told or attacked: 電子メールにて, メールアドレスへの送信, 電話番号に対し.
_CHANNELLED: Final = (
    r"宛|にて|により|による|によって|で(?:の)?ご?(?:連絡|案内|通知|お知らせ|決済|使用(?:する|して)|利用(?:する|して))|への?(?:自動)?(?:送信|送付|発信|転送|ご連絡|誘導)"
    rf"|に(?:送信|送付|発信|お?届|ご?連絡|ご?案内|お?電話|お?知らせ|ご?通知|ご?郵送|対し(?<!{DATA_ENDS}に対し)|紐|ひも|登録)"
    r"|が(?:お?届|送信|送られ)|が(?=何者か[^。、]{0,8}(?:利用|使用|ログイン|悪用|乗っ取)|不正に(?:利用|使用|ログイン|アクセス|操作|変更|用い)|再度|第三者により不正利用)"
    r"|(?:まで|へ)[。、ごお]|に(?:電話|架電|お?かけ|連絡し)|が(?:ご?登録され?て)?(?:いる|いない|ある|ない)(?:方々?|お客様|皆様)(?:に|へ)|[がの]ご?不明|[がをの]ご?(?:特定でき|判明し)"
    r"|(?:\((?:to|cc|bcc)\))?欄?に(?:誤って)?(?:入力|設定|入れ)"
    r"|[がを]ご?(?:確認|把握)でき(?:てい|てお)?(?:な|ず|ら|ませ|た[^。、\n]{0,6}(?:お客|方|皆|対象|ご本人))|から(?:(?:の)?[ごお]|(?=[^。、\n]{0,16}(?:送信|発信|配信|届)))"
)
# Another thing, or none of the leak's: クレジットカード会社, 氏名以外, ログインID数, 業務情報漏洩の有無,
# チェックイン日が4月2日から….
_OTHER: Final = (
    r"(?:[やと・][^。、はがを]{1,8}|」(?:、?「[^「」]{1,30}」){0,2})?以外|の(?:方々?|皆様|皆さま)(?![法式針向])"
    r"|(?<=差出人)(?:\(from\)|の(?:名前|表示)|が|名)"
    r"|み合|会社|業界|決済(?!情報|関連)|払い|利用(?!履歴|情報)|番組| ?数(?=[ :\d\n]|$)"
    r"|(?:漏(?:え?い|[洩出れ])|流[出失])の?有無|の(?:漏(?:え?い|[洩出れ])|流[出失])の?有無(?![をにはも])"
    r"|(?:を|が)[^。、\n]{0,6}(?:さ|ら)れる(?:経路|手段|手口|方法|リスク)"
    r"|付き|の?総件?数|が ?(?:令和|平成)? ?[0-9]{1,4} ?[年/月]"
    r"|の?(?:漏(?:え?い|[洩出れ])|流[出失])(?:対策|防止|通知)|(?: ?番号)?の(?:先頭|末尾)"
    r"|等?[*※]?\d*(?:には|とは)、?(?:次|以下|下記|委託|弊社|当社)"
)
# 購入履歴のあるお客様, 履歴書を提出された方: whose data, and not which. Not 住所が漏えいした方, 氏名が登録されていた方.
_OF_PEOPLE: Final = (
    r"[をがの](?![^。、\n]{0,12}(?:漏|流出|流失|閲覧|含|盗|窃|露|見|知ら|該当|取得|保存|保管|記載|掲載|登録|入力|記録|対象))"
    r"[^。、をがはに\n]{1,14}?[たるいなの](?:お客|方(?!法|式|針|向)|皆|会員|利用者|対象者)"
)
# 請求書に記載された氏名, 備考欄に記された病名: holds the data. Not 名刺に記載された情報.
_CONTAINER: Final = (
    r"(?:内|中)?に(?:ご?記載|ご?記入|記さ|記録|登録|掲載|保存|含ま|ご?入力|書か)[されしのいただ頂てるたっ]*+、?"
    r"(?=[「ごお一-龥ァ-ヺa-z])(?!お?客?様?の?(?:個人)?(?:情報|データ|内容))|における"
)
_TURNED: Final = shape(rf"(?:情報|等|など|の一部)*+(?:{_OTHER}|{_HANDLED}|{_CHANNELLED}|{_OF_PEOPLE}|{_CONTAINER})")
# パスワードを設定しておらず, パスワードも同じ宛先へ送り, パスワード付き: the lock of a file that was lost or sent.
_LOCK: Final = shape(
    r"(?:等)?(?:(?:を|が|は|も|の)?、?(?:ご?設定|かけ|掛け|かか|付与|付け|付い|解除|別送|別メール|お?送り|送付|お?伝え|同封)"
    r"|(?:により|による|によって|で)、?(?:保護|ロック|暗号|開)|保護|ロック)"
)
# 「当社における[会員情報]漏えいの可能性に関するお知らせ」: the title of a release; and what one was said to list,
# 「暗証番号」と記載いたしましたが.
_TITLE: Final = shape(
    r"[^「」『』。\n]{0,40}(?:お知らせ|お?詫び|ご?報告|について)(?:と(?:お知らせ|お?詫び|ご?報告))?(?:\([^()\n]{0,20}\))?」"
    r"|」と(?:記載|表記|お伝え)(?:いた|致)?し(?:まし|ており)"
)
_LONGEST_TITLE: Final = 70
# 弊社の社名が掲載され: names the organisation itself.
_OWN: Final = shape(r"(?:弊社|当社|同社|自社|当法人|当協会|当組合|本学|当院)の?$|[弊当自]$")
# 氏名、パスワードの入力を求め: asked for, and so is what is joined to it. Not パスワードの入力履歴.
_ASKED_FOR: Final = shape(
    r"(?:情報|等|など|」)*+(?:[のを]?[ごお]?(?:入力(?!履歴|欄|された)|変更(?!履歴)|更新(?!日|履歴)|(?:完全)?無効化|再設定|伺|尋|求め|聞)"
    r"|の(?:リスト|一覧|組み?合わせ)(?:を|型|に)"
    # 名刺交換、メール等を通じて取得した氏名; 旧アカウントは既に無効化済み; 連絡先をご登録いただいていない方.
    r"|以外[のは]|を(?:通じ|介し)て|は、?[^、。\n]{0,16}無効化|を?ご?登録(?:いただ|し)いて?(?:いな|おりま))"
)
# 偽の画面にパスワードを入力された方は、その情報が窃取された可能性が: typed in where it leaked. Not 入力を求める画面.
_TYPED_AWAY: Final = shape(
    r"(?:」|等|など|の?情報)*+を[ごお]?入力(?:され|し)(?:て(?:しまっ|い)?)?た(?!こと)[^。\n]{0,60}?"
    r"(?:漏(?:え?い|[洩出れ])|流[出失]|[窃搾詐奪盗]取|取得|送信)(?:し|され)た(?:可能性|おそれ|恐れ)[がは]"
)
_TYPED: Final = 100
_COORDINATES: Final = shape(
    r"(?:[」』]|情報|等|など)*(?:、|・|/|や|と|及び|および|並びに|ならびに|又は|または|もしくは)?[「『ごお]?"
)
# 漏えいしたメールアドレス宛に: it leaked, whatever is done with it.
SPILT: Final = shape(
    r"(?:漏(?:え?い|[洩出れ])|流[出失])(?:(?:した|している|され?た)(?:(?:可能性|おそれ|恐れ|疑い)[がの]ある)?|の?(?:可能性|おそれ|恐れ|疑い)[がの]ある)(?:お客(?:様|さま)の|皆様の|方の)?$"
)
# 電話番号:03-1234, メールアドレス:info@…, 住所:〒…: a label with its value. Not 氏名:100件, 項目:氏名.
_VALUE: Final = shape(
    r" *+[:|] *+(?:\(?0\d|〒|\+|tel|\(?省略|(?=[^ \n]{0,40}@)|https?|[^ \n]{1,4}[都道府県市]|\d+ ?[歳才代])"
)
_BEFORE_VALUE: Final = frozenset(" :|")
# サポート窓口の電話番号, 偽の住所: how the desk, or the attacker, is reached. Not 窓口担当者の電話番号.
_DESK: Final = shape(
    r"(?:問い?合わ?せの|(?:サポート|窓口|センター|問い合わせ先|警告|偽|不審|専用|攻撃者|発信元|メール(?:内|本文)?に記載)(?!担当)[^。、担]{0,8})$"
)
# 身分証明書(免許証等)[の]画像データ: what the thing before the bracket is recorded in.
_COPY_OF: Final = shape(r"(?:証|書|書類|カード|ポート|通帳)\([^()\n]{0,20}\)の$")
# マイナンバー等の機微な情報, カード番号など決済関連情報: sums up what stands before it. Not 健康診断結果等の検査情報.
_SUMS_UP: Final = shape(r"(?:等の|などの?)(?:極めて|高度に|特に)?$")
# 以下の署名情報: a label of what follows. Not 以下の情報、氏名.
_FOLLOWED: Final = shape(r"(?:以下|次|下記)の[ごお]?$")
_LINKS: Final = ("の", "のご", "のお")
# メール内に記載されたメールアドレスが漏えいし: it leaked, wherever it stood.
_LEAKS: Final = shape(r"(?:情報|等|など)*+[がの]?(?:漏|流出|閲覧)")
# 不審なメール, 心当たりのないメッセージ: what may come of the leak.
_SUSPECT: Final = shape(r"(?:不審|怪し|悪意|覚えのな|当たりのな|なりすまし|詐欺)[^。、]{0,8}$")
# メールには不審なリンクが含まれ, 文面には「…」と, メールは弊社の情報漏えいによるものではなく: what was sent to lure,
# and not what leaked.
_LURE: Final = shape(
    r"(?:は|も)、?[^。、\n]{0,20}?(?:漏(?:え?い|洩)|流出)に(?:よるもの|起因)|"
    r"(?:の?(?:本文|文面)|内)?に(?:は|も)?、?(?:「|[^。\n]{0,24}?(?:リンク|url|フィッシング|偽の|不審|脅迫|ウイルス|マルウェア))"
)
_SENT: Final = frozenset({"message", "file"})
# 担当者A 7月19日[までに送信された]メール, a line of its own: how far back, not what.
_UNTIL: Final = shape(r"までに[^、。]{1,8}$")
_CHANNELS: Final = frozenset({"phone", "email", "contact", "fax", "address"})
# Firm words of which more is asked than where they end.
_LOOKED_AT: Final = _CHANNELS | {"sensitive"}
# 13,547ID, 3通のメール: a unit, or what was counted; 下4桁のカード番号 is no such thing.
_COUNTED: Final = shape(r"[0-9] ?$|[0-9] ?通の$")
_COUNTS: Final = (*"0123456789 ", "通の")
# An acronym no longer than this is part of the word before it: 会員ID, but 登録時IPアドレス.
_ACRONYM: Final = 3

# An attacker's means: 流出したパスワードを用いて is no leak of this incident's.
_MEANS: Final = frozenset({"password", "credential", "user_id"})
# カードの番号, ご予約の履歴: a word of the lexicon, written with a の.
_LINK: Final = shape(
    r"の[ごお]?(?P<head>番号|内容|履歴|記録|種類|結果|本文|日時|金額|方法|状況|写し|名義|有効期限|口座|コード)(?!情報|番号)"
)
_LONGEST_OWNER: Final = 8
# 問い合わせに関する情報, 決済に関わるデータ: data by what it is about. Not 本件に関する情報, 安全に関するデータ管理.
# One pattern for each first letter: looking for one is much faster than for either of two.
_ABOUT: Final = tuple(
    shape(rf"{about}(?:一部の|重要な?)?(?:情報|データ|記録)(?!漏|流|セキ|管理|収集|提供)")
    for about in (r"に(?:関する|関わる|かかわる|係る|関連する)", "関連の?")
)
_SUBJECT: Final = shape(
    r"[一-龥々ァ-ヺーa-z][一-龥々ァ-ヺーa-zいわせしみりき]{0,9}[一-龥々ァ-ヺーいせみり](?=(?:等|など)?$)"
)
_LONGEST_SUBJECT: Final = 12
# 回答者様 ID, 加盟店番号: whose it is makes a number a word of its own.
_NUMBERS: Final = frozenset({"id", "番号", "コード"})
_OWNER: Final = shape(r"[一-龥ァ-ヺー]{2,8} ?$")
_LONGEST_NAME: Final = 9
# How far before and after a word is looked.
_BEFORE: Final = 24
_AFTER: Final = 40
_LONGEST_VALUE: Final = 60
# After these nothing more is said of a word: a cheap look, since most words stand in lists.
_ENDS: Final = frozenset("、・)\n/。,")
_COMMAS: Final = frozenset("、・/,")
# Behind these nothing has been said of a word.
_BREAKS: Final = ("、", "\n- ", "\n・", "\n", "。")


@cache
def _tiers() -> dict[str, Tier]:
    """The tier of every data word: its own, else its category's, else firm."""
    contexts = lexicon.entries("item_contexts")
    own = {fold(word): tier for tier in Tier if tier for word in contexts[tier.name.lower()]["words"]}
    of_code = {code: tier for tier in (Tier.PLAIN, Tier.GUARDED) for code in contexts[tier.name.lower()]["codes"]}
    return {word: own.get(word, of_code.get(code, Tier.FIRM)) for word, code in data_categories().items()}


@cache
def _tails() -> dict[str, tuple[str, ...]]:
    """By their first letters: what goes on behind a word and leaves it one."""
    tails: dict[str, tuple[str, ...]] = {}
    for word in map(fold, lexicon.entries("item_contexts")["tails"]["words"]):
        tails[word[0]] = (*tails.get(word[0], ()), word)
    return tails


def data_words(folded: str, hits: Sequence[Hit], body: int) -> list[Word]:
    """Return the hits from `body` on that stand as words of their own, with their tiers."""
    tiers = _tiers()
    words: list[Word] = []
    for hit in hits:
        start, end, code = hit.start, hit.end, hit.code
        if start < body or (
            folded[end : end + 1] not in _PARTS and _goes_on(folded, end) and not _is_glued(folded, hit)
        ):
            continue
        text = folded[start:end]
        if text[0].isascii() and _is_torn(folded, start):
            continue
        word = Word(start, end, code, tiers[text])
        words.append(_owned(folded, word) if text in _NUMBERS else word)
    linked = _linked_words(folded, body) + _about_words(folded, body)
    linked += [Word(*item.span, item.category, Tier.GUARDED) for item in find_compounds(folded, hits, body)]
    if linked:
        # The leftmost wins, then the longest, as in the lexicon's own scan.
        candidates = words + linked
        candidates.sort(key=attrgetter("end"), reverse=True)
        candidates.sort(key=attrgetter("start"))
        words = candidates[:1]
        for word in candidates:
            if word.start >= words[-1].end:
                words.append(word)
    return words


def _owned(folded: str, word: Word) -> Word:
    """Return a number with whose it is, 回答者様 ID, where that is said."""
    owner = _OWNER.search(folded, max(0, word.start - _LONGEST_NAME), word.start)
    item = None if owner is None else owned_number(folded, owner.start(), word.end)
    return word if item is None else Word(item.span[0], word.end, item.category, Tier.PLAIN)


def _linked_words(folded: str, body: int) -> list[Word]:
    """Return the words of the lexicon that are written with a の, カードの番号 for カード番号, in order."""
    categories, tiers = data_categories(), _tiers()
    found: list[Word] = []
    for link in _LINK.finditer(folded, body):
        at, head = link.start(), link["head"]
        for start in range(max(body, at - _LONGEST_OWNER), at - 1):
            code = categories.get(folded[start:at] + head)
            if code is not None:
                if not _goes_on(folded, link.end()) and not _is_torn(folded, start):
                    found.append(Word(start, link.end(), code, tiers[folded[start:at] + head]))
                break
    return found


def _about_words(folded: str, body: int) -> list[Word]:
    """Return what is named by what it is about, 決済に関する情報."""
    found: list[Word] = []
    for pattern in _ABOUT:
        for about in pattern.finditer(folded, body):
            subject = _SUBJECT.search(folded, max(body, about.start() - _LONGEST_SUBJECT), about.start())
            code = "" if subject is None else subject_category(subject[0])
            if subject is None or folded.endswith("など", body, subject.start()):
                # カード情報など[決済関連情報]: sums up what was named.
                continue
            if not code and folded.startswith("関連", about.start()):
                # 勤怠関連の情報: a word of the lexicon, that goes on.
                code = data_categories().get(subject[0], "")
            if code:
                found.append(Word(subject.start(), about.end(), code, Tier.GUARDED))
    return found


def _is_torn(folded: str, start: int) -> bool:
    """Whether what begins there is the end of a Latin word: the id of guid."""
    before = folded[start - 1 : start]
    return before.isascii() and before.isalnum() and folded[start].isascii()


def _goes_on(folded: str, end: int) -> bool:
    """Whether the word that ends there is only part of one: the 住所 of 住所変更."""
    if _GOES_ON.match(folded, end) is None:
        return False
    if folded[end - 1].isascii() and folded[end].isascii():
        return True
    return not folded[end].isdigit() and not folded.startswith(_tails().get(folded[end], ()), end)


def _is_glued(folded: str, hit: Hit) -> bool:
    """Whether another word of a person follows without a comma: 氏名住所."""
    return hit.code in _PERSONAL and folded.startswith(_GLUED, hit.end)


def meant_words(folded: str, words: list[Word]) -> list[Word]:
    """Return the words that mean data here: not the ones that people are asked for, nor those before them.

    Of ユーザー名、パスワードの入力を求める both are asked for.
    """
    meant: list[Word] = []
    asked_from = -1
    for word in reversed(words):
        joined = asked_from >= 0 and _COORDINATES.fullmatch(folded, word.end, asked_from) is not None
        begun, ended = folded.endswith(_BREAKS, 0, word.start), folded[word.end : word.end + 1] in _ENDS
        if joined or (not ended and _is_asked_for(folded, word)):
            asked_from = word.start
            continue
        asked_from = -1
        # Of most words of a list nothing is said, neither before nor behind.
        if (begun and ended) or _is_meant(folded, word, begun, ended):
            meant.append(word)
    meant.reverse()
    return meant


def _is_asked_for(folded: str, word: Word) -> bool:
    """Whether people are asked for the thing, and did not give it away."""
    return _ASKED_FOR.match(folded, word.end) is not None and not typed_away(folded, word.end)


def typed_away(folded: str, end: int) -> bool:
    """Whether what ends at `end` was typed in where it leaked: 偽の画面にパスワードを入力され、窃取された."""
    return folded.find("入力", end, end + _TYPED) >= 0 and _TYPED_AWAY.match(folded, end, end + _TYPED) is not None


def _is_meant(folded: str, word: Word, begun: bool, ended: bool) -> bool:
    """Whether the thing itself is meant, and not what is done with it, a label of a value or another thing.

    `begun`: nothing is said of it before, `ended`: nor behind.
    """
    if ended:
        if word.tier == Tier.FIRM and word.code not in _LOOKED_AT:
            return True
    elif typed_away(folded, word.end):
        return True
    elif _is_turned(folded, word):
        return False
    return begun or _is_own(folded, word, ended)


def _is_turned(folded: str, word: Word) -> bool:
    """Whether what stands behind the word makes another thing of it: what is done with it, its value."""
    end = word.end
    if _TURNED.match(folded, end, end + _AFTER) and (word.code in _MEANS or not SPILT.search(_before(folded, word))):
        return True
    if word.code == "password" and _LOCK.match(folded, end, end + _AFTER):
        return True
    if folded.find("」", end, end + _LONGEST_TITLE) >= 0 and _TITLE.match(folded, end, end + _LONGEST_TITLE):
        return True
    if folded[end : end + 1] in _BEFORE_VALUE and _VALUE.match(folded, end, end + _LONGEST_VALUE):
        return True
    return word.tier != Tier.FIRM and word.code in _SENT and _LURE.match(folded, end, end + _AFTER * 2) is not None


def _before(folded: str, word: Word) -> str:
    """Return what stands before the word on its line."""
    return folded[max(0, word.start - _BEFORE) : word.start].rpartition("\n")[2]


def _is_own(folded: str, word: Word, ended: bool) -> bool:
    """Whether what stands before the word leaves it what it is: not a desk's address, an organisation's own name."""
    before = _before(folded, word)
    if (word.code == "sensitive" or folded.startswith("決済", word.start)) and _SUMS_UP.search(before):
        return False
    if word.code == "company_name" and _OWN.search(before):
        return False
    if word.code in _CHANNELS and _DESK.search(before) and not _LEAKS.match(folded, word.end):
        return False
    if before.endswith(_LINKS) and folded[word.end : word.end + 1] not in _COMMAS and _FOLLOWED.search(before):
        return False
    if word.tier == Tier.FIRM:
        return True
    if word.code == "photo" and before.endswith(("データの", "画面の", "文書の", "ファイルの")):
        return False
    if word.code == "file" and _COPY_OF.search(before):
        return False
    if word.code in _SENT and ended and _UNTIL.search(before):
        return False
    if (before.endswith(_COUNTS) and _COUNTED.search(before)) or _SUSPECT.search(before):
        return False
    if word.code == "credential" and folded.endswith("情報", word.start, word.end):
        return not _METHOD.search(before)
    if word.tier == Tier.PLAIN or not before or not _COMPOUND.match(before[-1]) or _HOLDER.search(before):
        return True
    return word.end - word.start > _ACRONYM and folded[word.start].isascii()
