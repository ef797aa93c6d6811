"""Data items: which words name data of this incident, and which only talk of data.

A data word is an item where it stands in a leak context: in a list of data, in a section or under a
lead that says what leaked, or in a sentence whose predicate says leaked, seen, held or not included.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Final

from extract import lexicon
from extract.find.enumerations import Listing, Member, read_listings
from extract.lexicon import Hit
from extract.mention import Item, Section
from extract.text.document import Document
from extract.text.folding import fold

__all__ = ["find_items"]

# 漏えいした, 閲覧された可能性, 含まれておりません: says that data leaked, could be seen, was held.
_LEAK: Final = re.compile(
    r"漏え?い|漏洩|漏れ|漏出|流出|流失|閲覧|窃取|詐取|搾取|奪取|盗[まみ]|盗難|持ち出|取得され|取得した|見られ|見え|見る|公開され|表示され"
    r"|参照|アクセス(?:され|可能|でき|した可能性)|不正利用|悪用|紛失|誤送|誤って|送信され|影響を受け|影響の|暗号化され|消失|滅失|毀損|外部に|外部へ"
    r"|抜き取|ダウンロード|転送"
)
_HELD: Final = re.compile(r"含ま|含む|含み|保有|保持|保管|保存|格納|記録|記載|掲載|登録され|該当|対象|取り扱")
# The sentence asks, or says how people are told: not what leaked.
_ASKS: Final = re.compile(
    r"ください|下さい|お願い|お問い?合わ?せ|ご連絡|お知らせ(?:し|いた|くだ|を)|お伺い|ご記入|ご入力|変更|再設定|再発行|リセット"
)
_DENIED_KINDS: Final = frozenset(
    {
        "contact",
        "prevention",
        "request",
        "apology",
        "notification",
        "outlook",
        "disclosure",
        "recovery",
        "business_impact",
    }
)

# 氏名不詳, 住所変更: the compound goes on, its head is another word.
_GOES_ON: Final = re.compile(r"[一-龥々ァ-ヺーa-z0-9]")
# パスワードの変更, メールアドレス宛, パスワードを再設定: what is done to the thing, not what leaked.
_TURNED: Final = re.compile(
    r"(?:情報|等|など)*(?:の|を|は|も|に|が)?(?:ご|お)?(?:変更|再設定|リセット|初期化|再発行|使い回|使いまわ|管理|強化|強度|更新|失効|無効|定期|有効化|設定|見直|保護"
    r"|入力|お伺い|伺|聞|お尋ね|尋|求め|選択|確認の上|記入|明記|宛|以外|会社|にて|により|による|によって|で(?:の)?(?:ご)?(?:連絡|案内|通知|お知らせ|決済)"
    r"|から(?:の)?(?:送信|発信|不審|メール)|へ(?:の)?(?:送信|送付|発信|ご連絡)|に(?:送信|送付|発信|届)|決済|払い|利用|業界|を(?:騙|装|使用し|利用し))"
)
_VALUE: Final = re.compile(r" *[:] *(?:\(?0\d|〒|\+|[a-z0-9._%+-]{2,}[@＠]|https?|[^ \n]{1,4}[都道府県市])")
_COUNTED: Final = re.compile(r" *[:] *(?:約|最大|計|合計)? ?[0-9]")
_AFTER: Final = re.compile(
    r"(?:の?(?:情報|データ))?(?:等|など|のみ|他|ほか|の一部|の有無|を含む|含む|も含む)*(?P<particle>[がはをもにのでへと]|から|につ|より|だけ|まで|そのもの)?"
)
_PERSONS: Final = re.compile(r"(?:様|方|方々|者|員|客|生|人|社|店|先|業者|会社|皆様|皆さま|事業主|家族|学校|機関)$")
_NOUN: Final = re.compile(r"[一-龥々〆ァ-ヺーa-z0-9ぁ-ん% .&'-]{1,24}")
_PREDICATE: Final = re.compile(
    r"[はがを]|ます|です|ました|ない|ある|いる|より|から|まで|にて|において|として|ため|こと|もの|とおり|以下|下記|上記|現時点"
)


@cache
def _words(code: str) -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon.entries("item_contexts")[code]["words"])


@cache
def _tails() -> re.Pattern[str]:
    return re.compile(
        "|".join(re.escape(word) for word in sorted(_words("tails"), key=lambda word: (-len(word), word)))
    )


@cache
def _endings() -> dict[str, str]:
    return {fold(word): code for code, lists in lexicon.entries("item_endings").items() for word in lists["words"]}


def find_items(
    document: Document, words: dict[str, list[Hit]], body: int, sections: Sequence[Section] = ()
) -> list[Item]:
    """Return the data items of a release from the offset `body` on, in the text's order."""
    folded = document.folded
    starts = [section.span[0] for section in sections]
    groups: dict[int, list[Hit]] = {}
    for hit in words["items"]:
        if hit.start >= body and _stands(folded, hit):
            groups.setdefault(document.sentence_index(hit.start), []).append(hit)
    found: list[Item] = []
    for index, hits in groups.items():
        if index < 0:
            continue
        start, end = document.sentences[index]
        kinds: tuple[str, ...] = ()
        if sections:
            at = bisect_right(starts, start) - 1
            if at >= 0:
                kinds = sections[at].kinds
        found += _Reading(folded, start, end, hits, kinds).items()
    return sorted(set(found))


def _stands(folded: str, hit: Hit) -> bool:
    """Whether the hit is a word of its own: not the id of a guid, not the 住所 of 住所変更."""
    first, before = folded[hit.start], folded[hit.start - 1] if hit.start else ""
    if first.isascii() and before.isascii() and before.isalnum():
        return False
    after = folded[hit.end : hit.end + 1]
    if not _GOES_ON.match(after):
        return True
    if folded[hit.end - 1].isascii() and after.isascii():
        return False
    return after.isdigit() or _tails().match(folded, hit.end) is not None


class _Reading:
    """One sentence, line or table row with data words in it."""

    def __init__(self, folded: str, start: int, end: int, hits: list[Hit], kinds: tuple[str, ...]) -> None:
        self.folded = folded
        self.start, self.end = start, end
        self.hits = hits
        self.kinds = kinds
        text = folded[start:end]
        self.leaks = _LEAK.search(text) is not None
        self.holds = _HELD.search(text) is not None
        self.asks = _ASKS.search(text) is not None
        self.affected = any(kind in ("affected_data", "impact") for kind in kinds)
        self.aside = bool(kinds) and kinds[0] in _DENIED_KINDS

    def items(self) -> list[Item]:
        found: list[Item] = []
        for listing in read_listings(self.folded, self.start, self.end, self.hits):
            found += self._listed(listing)
        return found

    def _listed(self, listing: Listing) -> list[Item]:
        good = [member for member in listing.members if any(self._usable(hit) for hit in member.hits)]
        if not good:
            return []
        found: list[Item] = []
        firm = [member for member in good if any(self._text(hit) not in _words("bound") for hit in member.hits)]
        for member in good:
            for hit in member.hits:
                if self._usable(hit) and self._accepts(hit, member, listing, len(good), len(firm)):
                    found.append(Item((hit.start, hit.end), hit.code))
        if len(found) >= 2:
            found += self._others(listing, {item.span for item in found})
        return found

    def _text(self, hit: Hit) -> str:
        return self.folded[hit.start : hit.end]

    def _usable(self, hit: Hit) -> bool:
        if _TURNED.match(self.folded, hit.end, min(self.end, hit.end + 24)):
            return False
        return not _VALUE.match(self.folded, hit.end, min(self.end, hit.end + 40))

    def _accepts(self, hit: Hit, member: Member, listing: Listing, good: int, firm: int) -> bool:
        inner = member.inner
        if (
            inner is not None
            and len(inner.members) >= 2
            and self._text(hit).endswith(("情報", "内容", "データ", "一覧"))
        ):
            if sum(1 for part in inner.members if part.hits) >= 2:
                return False
        if listing.bracketed and listing.holder is not None and listing.holder.hits:
            if listing.holder.hits[-1].code == hit.code or len(listing.members) == 1:
                return False
        bound = self._text(hit) in _words("bound")
        if self.aside:
            return self.leaks and (not bound or good >= 2) and not (self.asks and good < 2)
        if bound:
            if good >= 2 and firm >= 1:
                return self.leaks or self.holds or self.affected or not self.asks
            if self._whole(member):
                return self.affected
            return self._near_leak(hit) and hit.code not in ("credential", "password", "user_id")
        if good >= 2:
            return True
        if self.leaks or self.holds:
            return not self.asks or self._near_leak(hit)
        return self.affected and (self._whole(member) or not self.asks)

    def _whole(self, member: Member) -> bool:
        """Whether the member is all of its line."""
        left = self.folded[self.start : member.start].strip(" ・-*●■◆○〇•◦□|(「[【")
        right = self.folded[member.end : self.end].strip(" |)」]】。")
        return not left and not right

    def _near_leak(self, hit: Hit) -> bool:
        return (
            _LEAK.search(self.folded, hit.end, min(self.end, hit.end + 40)) is not None
            or _LEAK.search(self.folded, max(self.start, hit.start - 20), hit.start) is not None
        )

    def _others(self, listing: Listing, taken: set[tuple[int, int]]) -> list[Item]:
        """The members between known items that no lexicon holds."""
        found: list[Item] = []
        known = [
            bool(member.hits) and any((h.start, h.end) in taken for h in member.hits) for member in listing.members
        ]
        for at, member in enumerate(listing.members):
            if member.hits or at == 0 or not any(known[max(0, at - 2) : at]):
                continue
            text = self.folded[member.start : member.end]
            after = re.search(r"(?:等|など|のみ|のいずれか.*)+$", text)
            end = member.end - (len(after[0]) if after else 0)
            text = self.folded[member.start : end]
            if len(text) < 2 or not _NOUN.fullmatch(text) or _PREDICATE.search(text) or _PERSONS.search(text):
                continue
            if text[-1] in "のとやに" or re.search(r"[0-9]", text):
                continue
            found.append(Item((member.start, end), _by_ending(text)))
        return found


def _by_ending(text: str) -> str:
    endings = _endings()
    for at in range(max(0, len(text) - 8), len(text)):
        code = endings.get(text[at:])
        if code is not None:
            return code
    return "other"
