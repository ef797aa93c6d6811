"""Data items: which words name data of this incident, and which only talk of data.

A data word is an item where it stands in a leak context: in a list of data, in a section or under a
lead that says what leaked, or as the subject of a predicate that says leaked, seen, held or not
included. How much of that a word needs is said in the lexicon `item_contexts`.
"""

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from itertools import zip_longest
from typing import Final

from extract import lexicon
from extract.find.enumerations import Listing, Member, read_listings
from extract.find.leak_contexts import HELD, LEAK, Place, Setting, Settings
from extract.lexicon import Hit
from extract.mention import Item, Section
from extract.text.document import Document
from extract.text.folding import fold

__all__ = ["find_items"]


class _Tier(IntEnum):
    """How much a word needs around it to be an item; see the lexicon `item_contexts`."""

    FIRM = 0
    PLAIN = 1
    GUARDED = 2
    LISTED = 3


# 氏名不詳, 住所変更, メディカID ご登録者: the compound goes on, its head is another word.
_GOES_ON: Final = re.compile(r"[一-龥々ァ-ヺーa-z0-9]|[おご][一-龥]")
# 不審メール, 転送設定, 県立学校: a word of wide use that ends a compound is another thing.
_COMPOUND: Final = re.compile(r"[一-龥々ァ-ヺーa-z]")
_HOLDER: Final = re.compile(
    r"(?:お客様|お客さま|顧客|会員|本人|保護者|担当者|代表者|社員|従業員|職員|学生|生徒|患者|契約者|利用者|法人|企業|会社|勤務先|自宅|個人|業務用|社用|当該|該当|一部|各種?|登録|旧|新|所有者|送受信"
    r"|過去の|元|宛|弊社|当社|同社)$"
)
# パスワードの変更, メールアドレス宛, パスワードを再設定, クレジットカード会社: what is done with the thing.
_TURNED: Final = re.compile(
    r"(?:情報|等|など|の一部)*(?:宛|以外|会社|業界|決済(?!情報)|払い|利用(?!履歴|情報)|番組| ?数(?=[ :\d]|$)|の?(?:漏え?い|漏洩|流出)の?有無"
    r"|[のをはもにが]?[ごお]?(?:変更|再設定|リセット|初期化|再発行|使い回|使いまわ|強化|強度|失効|無効化|有効化|見直|差し?替|入力|伺|聞|尋|求め|要求|選択|記入|明記)"
    r"|にて|により|による|によって|で(?:の)?ご?(?:連絡|案内|通知|お知らせ|決済)|への?(?:送信|送付|発信|ご連絡|誘導)"
    r"|に(?:送信|送付|発信|お?届|対し|紐|ひも|登録)|が(?:お?届|送信|送られ)"
    r"|を(?:騙|装|かた|使用し|利用し|用い|使い|使っ|送信|送付|受信|開封|発信|通じ|され|した|行)"
    r"|(?<![等ど])の(?:送信|送付|発信|決済|ご?利用|使用|管理|適切|運用|開封|リンク)"
    r"|等?[*※]?\d*(?:には|とは)、?(?:次|以下|下記|委託|弊社|当社))"
)
# 電話番号:03-1234, メールアドレス:info@…, 住所:〒…: a label with its value, not a kind of data.
_VALUE: Final = re.compile(
    r" *[:|] *(?:\(?0\d|〒|\+|tel|省略|\(省略|(?=[^ \n]{0,40}@)|[a-z0-9._%+-]{2,40}@|https?|[^ \n]{1,4}[都道府県市])"
)
# The word and what belongs to it, up to the particle: 「パスワード」情報も, クレジットカード情報等が.
_ARGUMENT: Final = re.compile(
    r"(?:[」』)]| ?の?(?:情報|データ|内容)|等|など|のみ|他|ほか|自体|そのもの|の?一部|に関する情報|の中身|[*※]\d*|[¹²³⁴⁵⁶⁷⁸⁹]|(?:等|など)の[^。、]{1,30}情報"
    r"|[、,]?(?:および|及び|や|と|ならびに|並びに|又は|または)[^。はがを]{1,40}(?=[はがを]))*"
    r"(?:\([^()\n]{0,40}\))?(?P<particle>(?:が|は|も|を|につ(?:いて(?:は|も)?|きまして(?:は|も)?|きましては)|に[はも]|まで)、?|の(?=漏|流|閲|窃|露))?"
)
# 漏えいした可能性のある, 流出したお客様の: modifies what follows it.
_MODIFIER: Final = re.compile(
    r"(?:漏え?い|漏洩|流出|閲覧|窃取|取得|露出|公開|表示|紛失|保存|保管|保有|記載|掲載|登録|含ま|格納|送受信|受信)[^。、\n]{0,16}?(?:た|る|の|懸念)(?:[^。、\n]{0,16}の)?[「]?$"
)
_CREDENTIALS: Final = frozenset({"password", "credential", "user_id"})
# マイナンバーカードは保有しておりません, クレジットカードは含まれません.
_NOT_HELD: Final = re.compile(r"含まれ|(?:含|保有|保持|所持|保存|保管|格納|記載|登録)[^。、]{0,12}(?:ません|ない|ず|無)")
# サポート窓口の電話番号: how the desk, or the attacker, is reached.
_DESK: Final = re.compile(r"(?:サポート|窓口|センター|問い合わせ先|警告|偽|不審|専用|攻撃者|発信元)(?!担当)[^。、担]{0,8}$")
_CHANNELS: Final = frozenset({"phone", "email", "contact", "fax", "address"})
_INCLUDED: Final = re.compile(r"(?:等|など)|(?:情報)?(?:を|も)?(?:含|は?無し|は?なし|を除)")
# A data word's tail in a list; prose before a data word, which parts it from the list's words before it.
_TAIL: Final = re.compile(r"(?: ?の?(?:情報|データ)|等|など|のみ|他|ほか|の?一部|の有無|を?含む|も含む|[*※]\d*|[¹²³⁴⁵⁶⁷⁸⁹]|各?[0-9,]+(?:件|名|人)分?| )*")
_PROSE: Final = re.compile(r"[はがを]|に(?!係る|関する|かかる|紐)|ます|です|から|より|れた.{12}")
# 漏えいしたメールアドレス宛に: it leaked, whatever is done with it.
_SPILT: Final = re.compile(r"(?:漏え?い|漏洩|流出)(?:した|している)$")
_ACRONYM: Final = 3
# 金融機関の口座情報, 商品の配送先氏名: only the last word is meant.
_QUALIFIES: Final = re.compile(r"(?:への?|の)?[一-龥ァ-ヺー]{0,6}")
# 漏えいした情報は…メールの情報となります.
_COPULA: Final = re.compile(r"(?:のみ)?(?:となり|となっ|になり|です|でした|であ|でご)")
_LONGEST_GAP: Final = 8
_MANY: Final = 3
_DIGIT: Final = re.compile(r"[0-9]")
_SPILL: Final = re.compile(r"漏え?い|漏洩|流出|含ま|閲覧")
# カード情報(番号、有効期限), 連絡先(住所、電話番号): the label in front of its parts is no item.
_LABEL: Final = re.compile(r"(?:情報|内容|データ|一覧|連絡先|宛先|口座)(?:等|など)?$")
_HASHED_BEFORE: Final = re.compile(r"(?:不可逆的?に)?(?:暗号化|ハッシュ化)(?:された|した|済みの?|済)[^。、:\n]{0,16}$")
_HASHED: Final = re.compile(r"[^。\n]{0,30}?(?:暗号化|ハッシュ)")
# 有効期限 of what stands before it: a card, unless it is one of these.
_EXPIRING: Final = frozenset({"points", "driver_license", "passport", "residence_card", "contract", "qualification", "id_document"})
_OWN_PEOPLE: Final = re.compile(r"社員|従業員|職員|学生|生徒|本学|退職|社内")

_PERSONS: Final = re.compile(r"(?:様|方|方々|者|員|客|生|人|社|店|業者|会社|皆様|皆さま|事業主|学校|機関|窓口|件|名分|他)$")
_NOUN: Final = re.compile(r"[一-龥々〆ァ-ヺーa-z0-9ぁ-ん .&'-]{2,24}")
_PREDICATE: Final = re.compile(
    r"[はがを。]|ます|です|ました|ない|ある|いる|より|から|まで|にて|において|として|ため|こと|もの|とおり|以下|下記|上記|現時点|不審|送信|アクセス|調査|実施|設置|個人情報|個人データ|一部"
)
# 掲載された児童 names nobody's data; 応募時に提示された情報 does.
_VERB: Final = re.compile(r"[たるいう](?=[一-龥ァ-ヺ])|された|における|に関する")
_NAMED_BY_CLAUSE: Final = re.compile(r"(?:情報|内容|コンテンツ|データ|書類)$")
_TRIM: Final = re.compile(r"(?:等|など|のみ|他|ほか|[*※]\d*|[¹²³⁴⁵⁶⁷⁸⁹]|。| )+$")


@cache
def _tiers() -> dict[str, _Tier]:
    contexts = lexicon.entries("item_contexts")
    return {fold(word): tier for tier in _Tier if tier for word in contexts[tier.name.lower()]["words"]}


@cache
def _code_tiers() -> dict[str, _Tier]:
    contexts = lexicon.entries("item_contexts")
    return {code: tier for tier in (_Tier.PLAIN, _Tier.GUARDED) for code in contexts[tier.name.lower()]["codes"]}


@cache
def _tails() -> re.Pattern[str]:
    words = sorted(map(fold, lexicon.entries("item_contexts")["tails"]["words"]), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, words)))


@cache
def _endings() -> dict[str, str]:
    return {fold(word): code for code, lists in lexicon.entries("item_endings").items() for word in lists["words"]}


def find_items(
    document: Document, words: dict[str, list[Hit]], body: int, sections: Sequence[Section] = ()
) -> list[Item]:
    """Return the data items of a release from the offset `body` on, in the text's order."""
    folded = document.folded
    settings = Settings(document, sections)
    groups: dict[int, list[Hit]] = {}
    for hit in words["items"]:
        if hit.start >= body and _stands(folded, hit):
            groups.setdefault(document.sentence_index(hit.start), []).append(hit)
    found: list[Item] = []
    for index, hits in groups.items():
        if index >= 0:
            found += _Reading(folded, settings, index, hits).items()
    return sorted(set(found))


def _stands(folded: str, hit: Hit) -> bool:
    """Whether the hit is a word of its own: not the id of a guid, not the 住所 of 住所変更."""
    before = folded[hit.start - 1] if hit.start else ""
    if folded[hit.start].isascii() and before.isascii() and before.isalnum():
        return False
    if _GOES_ON.match(folded, hit.end) is None:
        return True
    after = folded[hit.end]
    if folded[hit.end - 1].isascii() and after.isascii():
        return False
    return after.isdigit() or _tails().match(folded, hit.end) is not None


class _Run:
    """Data words side by side in one list, and the unknown members among them."""

    __slots__ = ("unknown", "words")

    def __init__(self) -> None:
        self.words: list[tuple[Hit, Member]] = []
        self.unknown: list[Member] = []


class _Reading:
    """One sentence, line or table row with data words in it."""

    def __init__(self, folded: str, settings: Settings, index: int, hits: list[Hit]) -> None:
        self.folded = folded
        self.settings = settings
        self.index = index
        self.hits = hits
        self.setting: Setting = settings.of(index)

    def items(self) -> list[Item]:
        listings = read_listings(self.folded, self.setting.start, self.setting.end, self.hits)
        found: list[Item] = []
        backing: dict[int, int] = {}
        for listing in listings:
            holder = listing.holder
            above = backing.get(id(holder), 0) if holder is not None else 0
            for run in self._runs(listing):
                firm = sum(1 for hit, _ in run.words if self._tier(hit) <= _Tier.PLAIN)
                backed = above + (firm if len(run.words) >= 2 else 0)
                ruled = (
                    len(run.words) >= 2
                    and any(self._tier(hit) <= _Tier.GUARDED for hit, _ in run.words)
                    and self._governed(run.words[-1][0], 40)
                )
                taken = [
                    Item(*self._named(hit, listing))
                    for hit, member in run.words
                    if self._accepts(hit, member, listing, backed, ruled)
                ]
                for _, member in run.words:
                    backing[id(member)] = backed
                if backed and len(taken) + above >= 2 and taken:
                    taken += self._others(run.unknown)
                found += taken
        return found

    def _text(self, hit: Hit) -> str:
        return self.folded[hit.start : hit.end]

    def _tier(self, hit: Hit) -> _Tier:
        return _tier(self.folded[hit.start : hit.end], hit.code)

    def _runs(self, listing: Listing) -> list[_Run]:
        """The stretches of a list in which data words stand side by side, with the unknown members between."""
        runs: list[_Run] = []
        run = _Run()
        gap: list[Member] = []
        for member in listing.members:
            usable = self._heads(member)
            if not usable:
                if self._nominal(member) and len(gap) < _LONGEST_GAP:
                    gap.append(member)
                    continue
                usable = []
            if not usable:
                run.unknown += gap if run.words else []
                runs.append(run)
                run, gap = _Run(), []
                continue
            at = member.start
            for hit in usable:
                before = self.folded[at : hit.start]
                if run.words and _PROSE.search(before):
                    run.unknown += gap
                    gap = []
                    runs.append(run)
                    run = _Run()
                # Before the first known word only what ends like data is data: 工事名、氏名, not なお、氏名.
                run.unknown += gap if run.words else [lead for lead in gap if self._ends_known(lead)]
                gap = []
                run.words.append((hit, member))
                at = hit.end
            if not _TAIL.fullmatch(self.folded, at, member.end) or _PROSE.search(
                self.folded[member.rest[0] : member.rest[1]]
            ):
                runs.append(run)
                run = _Run()
        if run.words:
            run.unknown += gap
        runs.append(run)
        return [run for run in runs if run.words]

    def _heads(self, member: Member) -> list[Hit]:
        """The usable words of a member; of 金融機関の口座情報 only the last, which is its head."""
        usable = [hit for hit in member.hits if self._usable(hit)]
        return [
            hit
            for hit, head in zip_longest(usable, usable[1:])
            if head is None or self._tier(hit) == _Tier.FIRM or not _QUALIFIES.fullmatch(self.folded, hit.end, head.start)
        ]

    def _usable(self, hit: Hit) -> bool:
        """Whether the word itself is meant, and not what is done with it, nor the label of a value."""
        limit = self.setting.end
        before = self.folded[max(self.setting.start, hit.start - 16) : hit.start]
        if _TURNED.match(self.folded, hit.end, min(limit, hit.end + 24)) and not _SPILT.search(before):
            return False
        if _VALUE.match(self.folded, hit.end, min(limit, hit.end + 60)):
            return False
        if before and before[-1 if before[-1] != " " else -2 :][:1].isdigit() and self._tier(hit) >= _Tier.PLAIN:
            return False
        if hit.code in _CHANNELS and _DESK.search(before):
            return False
        return not (
            self._tier(hit) >= _Tier.GUARDED
            and before
            and _COMPOUND.match(before[-1])
            and not _HOLDER.search(before)
            and not (hit.end - hit.start > _ACRONYM and self.folded[hit.start].isascii())
        )

    def _accepts(self, hit: Hit, member: Member, listing: Listing, backing: int, ruled: bool) -> bool:
        if self._labels(hit, member) or self._glosses(hit, member, listing):
            return False
        setting, tier = self.setting, self._tier(hit)
        spilt = listing.holder is not None and LEAK.search(self.folded, listing.holder.start, listing.holder.end)
        if setting.heading:
            if setting.question:
                return False
            return tier <= _Tier.PLAIN and self._governed(hit, 14) if not backing else setting.leaks or setting.place == Place.LEAK
        if setting.question and not backing:
            return False
        if setting.place == Place.ASIDE:
            if spilt:
                return True
            if not setting.leaks:
                return backing >= _MANY and not setting.asks
            if backing > 0 or tier == _Tier.FIRM:
                return not setting.asks or self._governed(hit, 30)
            return tier == _Tier.PLAIN and self._governed(hit, 14)
        if backing:
            said = setting.leaks or (setting.holds and not setting.asks) or setting.place == Place.LEAK
            return bool(spilt) or said or not setting.prose
        if self._whole(member):
            if tier == _Tier.LISTED:
                return setting.place == Place.LEAK and member.inner is not None and any(m.hits for m in member.inner.members)
            return tier <= _Tier.GUARDED and (setting.place == Place.LEAK or self.settings.led(self.index))
        if tier == _Tier.FIRM:
            if setting.place == Place.LEAK and not setting.prose:
                return True
            return (setting.leaks or setting.holds) and (not setting.asks or self._governed(hit, 40))
        if tier == _Tier.PLAIN and setting.place == Place.LEAK and not setting.asks:
            return True
        if hit.code == "credential" and setting.place != Place.LEAK:
            return False
        return ruled or (tier <= _Tier.GUARDED and self._governed(hit, 40))

    def _labels(self, hit: Hit, member: Member) -> bool:
        """Whether the word is the label in front of a list of its parts."""
        inner = member.inner
        if inner is None or hit is not member.hits[-1] or not _LABEL.search(self.folded, member.start, member.end):
            return False
        return len(inner.members) >= 2 and any(part.hits for part in inner.members)

    def _glosses(self, hit: Hit, member: Member, listing: Listing) -> bool:
        """Whether the word only explains the one before its bracket: 検査結果(検査値), 住所(都道府県まで)."""
        holder = listing.holder
        if holder is None or not listing.bracketed or not holder.hits or self._labels(holder.hits[-1], holder):
            return False
        if _INCLUDED.match(self.folded, hit.end):
            return False
        pure = _TAIL.fullmatch(self.folded, hit.end, member.end) and self.folded[member.start : hit.start] == ""
        return holder.hits[-1].code == hit.code or (len(listing.members) == 1 and not pure)

    def _whole(self, member: Member) -> bool:
        """Whether the member is all of its line or cell."""
        folded = self.folded
        left, right = member.start, member.end
        while left > self.setting.start and folded[left - 1] in " ・-*●■◆○〇•◦□(「[【◇":
            left -= 1
        while right < self.setting.end and folded[right] in " )」]】。":
            right += 1
        return (left == self.setting.start or folded[left - 1] in "|\n") and (
            right == self.setting.end or folded[right] in "|\n(:"
        )

    def _governed(self, hit: Hit, reach: int) -> bool:
        """Whether the word is what leaked, was seen, or was held, by the predicate next to it."""
        setting, folded = self.setting, self.folded
        if setting.leaks and _COPULA.match(folded, _TAIL.match(folded, hit.end, setting.end).end()):  # type: ignore[union-attr]
            return True
        argument = _ARGUMENT.match(folded, hit.end, setting.end)
        if argument is not None:
            at = argument.end()
            limit = min(setting.end, at + reach)
            if self._tier(hit) >= _Tier.GUARDED:
                comma = folded.find("、", at + 1, limit)
                limit = limit if comma < 0 else comma
            if argument["particle"] or LEAK.match(folded, at):
                cue = _SPILL if hit.code in _CREDENTIALS else LEAK
                if cue.search(folded, at, limit):
                    return True
                held = HELD if self._tier(hit) <= _Tier.PLAIN else _NOT_HELD
                return held.search(folded, at, limit) is not None or self._modified(hit)
        return self._modified(hit)

    def _modified(self, hit: Hit) -> bool:
        """Whether what stands before the word says that it leaked: 漏えいしたお客様の氏名."""
        if hit.code in _CREDENTIALS:
            return False
        modifier = _MODIFIER if self._tier(hit) <= _Tier.PLAIN else _SPILT
        return modifier.search(self.folded[max(self.setting.start, hit.start - 40) : hit.start]) is not None

    def _named(self, hit: Hit, listing: Listing) -> tuple[tuple[int, int], str]:
        """The word's span and category, where its company decides."""
        word = self._text(hit)
        span = (hit.start, hit.end)
        if hit.code == "password":
            hashed = _HASHED_BEFORE.search(self.folded[max(self.setting.start, hit.start - 40) : hit.start])
            if hashed is not None:
                return (hit.start - len(hashed[0]), hit.end), "password_hash"
            if _HASHED.match(self.folded, hit.end, self.setting.end):
                return span, "password_hash"
        if word == "所属":
            beside = {other.code for member in listing.members for other in member.hits if other is not hit}
            own = _OWN_PEOPLE.search(self.folded, self.setting.start, hit.start) is not None
            if own or beside & {"company_name", "student_id", "employee_id", "school"}:
                return span, "department"
        if hit.code == "card_expiry":
            earlier = [other.code for m in listing.members for other in m.hits if other.start < hit.start]
            if earlier and earlier[-1] in _EXPIRING:
                return span, earlier[-1]
        if word in ("番号", "名義", "名義人") and listing.holder is not None:
            label = self.folded[listing.holder.start : listing.holder.end]
            if "口座" in label:
                return span, "bank_account"
            if "カード" in label or "クレジット" in label:
                return span, "card_number" if word == "番号" else "card_holder"
        return span, hit.code

    def _nominal(self, member: Member) -> bool:
        """Whether a member could name data by its form: short, a noun, no clause."""
        return unknown_item(self.folded, member.start, member.end) is not None

    def _ends_known(self, member: Member) -> bool:
        item = unknown_item(self.folded, member.start, member.end)
        return item is not None and item.category != "other" and "の" not in self.folded[member.start : member.end]

    def _others(self, members: list[Member]) -> list[Item]:
        """The members beside known items that no lexicon holds: 規約同意日時, 使用パドル."""
        found = (unknown_item(self.folded, member.start, member.end) for member in members)
        return [item for item in found if item is not None]


def unknown_item(folded: str, start: int, end: int) -> Item | None:
    """Return the item that `folded[start:end]` names by its form, its category by its ending."""
    if folded[start] in "ごお御" and end - start > 2:
        start += 1
    trim = _TRIM.search(folded, start, end)
    while trim is not None and trim.end() != end:
        trim = _TRIM.search(folded, trim.end(), end)
    if trim is not None:
        end = trim.start()
    text = folded[start:end]
    if not _NOUN.fullmatch(text) or _PREDICATE.search(text) or _PERSONS.search(text):
        return None
    if text[-1] in "のとやにもでへっりてしるたくうれ" or _DIGIT.search(text):
        return None
    if _VERB.search(text) and not _NAMED_BY_CLAUSE.search(text):
        return None
    return Item((start, end), _by_ending(text))


def _tier(word: str, code: str) -> _Tier:
    found = _tiers().get(word)
    return _code_tiers().get(code, _Tier.FIRM) if found is None else found


def _by_ending(text: str) -> str:
    endings = _endings()
    for at in range(max(0, len(text) - 8), len(text)):
        code = endings.get(text[at:])
        if code is not None:
            return code
    return "other"
