"""The lists of one sentence: the data words that stand side by side in them, and what holds for all of a list."""

from typing import Final

from extract.find.items.enumerations import Listing, Member
from extract.find.items.leak_contexts import LEAK
from extract.find.items.words import Tier, Word
from extract.mention import Item
from extract.text.shape import shape

__all__ = ["GRAINED", "LONGEST_GAP", "UNHELD", "Run", "Scope", "has_words", "labels"]

# So many unknown members may stand side by side in a list of data.
LONGEST_GAP: Final = 8
# カード情報(番号、有効期限), 連絡先(住所、電話番号), 認証ログ(日時、端末): the label in front of its parts is no item.
_LABEL: Final = shape(r"(?:情報|内容|データ|一覧|連絡先|宛先|口座|ログ|メール)(?:等|など|の一部)*$")
# ログイン情報(パスワード), 連絡先(電話番号): by one part too. Not 口座情報(口座番号), 検査結果(検査値).
_SPELLED_OUT: Final = shape(r"(?:(?:ログイン|認証|アカウント)情報|連絡先)$")
# 住所(都道府県、市区町村): such brackets say how much of it, and not which.
GRAINED: Final = frozenset({"address", "phone", "name", "name_kana", "email", "age", "birth_date", "gender"})
# 経歴書(氏名、住所、職歴), 原簿(氏名及び住所): what a document holds. Not 身分証明書(旅券、運転免許証).
_DOCUMENT: Final = shape(r"(?:書|簿|証|状|票|台帳|資料|リスト|ファイル)(?:等|など)?$")


class Run:
    """Data words side by side in one list, the unknown members among them, and the members `before` the first."""

    __slots__ = ("before", "ruled", "unknown", "words")

    def __init__(self, before: list[Member]) -> None:
        self.before = before
        self.words: list[tuple[Word, Member]] = []
        self.unknown: list[Item] = []
        self.ruled: bool | None = None


class Scope:
    """What holds for all words of one list."""

    __slots__ = ("backing", "bracketed", "glossed", "holder", "label", "labelled", "parted", "single", "spilt")

    def __init__(self, folded: str, listing: Listing) -> None:
        holder = self.holder = listing.holder
        self.bracketed = listing.bracketed
        self.single = len(listing.members) == 1
        self.backing = 0 if holder is None else holder.backing
        # 個人情報(氏名、住所)、技術資料: beside a label whose parts are data.
        self.parted = not self.single and any(
            member.inner is not None and not member.words and has_words(member.inner) for member in listing.members
        )
        # 漏えいした情報(氏名、住所): the holder says that what is listed leaked.
        self.label = "" if holder is None else folded[holder.start : holder.end]
        self.spilt = holder is not None and LEAK.search(folded, holder.start, holder.end) is not None
        self.labelled = holder is not None and labels(folded, holder)
        self.glossed = holder is not None and bool(holder.words) and not self.labelled


# Of the only list of a sentence, which no member of another holds.
UNHELD: Final = Scope("", Listing(None, False))


def labels(folded: str, member: Member) -> bool:
    """Whether a member is the label of the parts in its bracket, or after its colon.

    カード情報(番号、有効期限), 利用履歴:購入日、購入商品, 振込先(銀行名、口座番号); not 身分証(運転免許証、旅券).
    """
    inner = member.inner
    if inner is None or (
        len(inner.members) < 2 and not _SPELLED_OUT.search(folded, max(0, member.end - 8), member.end)
    ):
        return False
    known = [part for part in inner.members[:LONGEST_GAP] if part.words]
    if _LABEL.search(folded, max(member.start, member.end - 8), member.end):
        return bool(known)
    if inner.bracketed and _DOCUMENT.search(folded, member.start, member.end):
        firm = [part for part in known if part.words[-1].tier == Tier.FIRM]
        if len(firm) > 1:
            return True
    holder = member.words[-1].code if member.words else ""
    if not inner.bracketed:
        return bool(known) and holder not in GRAINED
    last = inner.members[-1]
    return (
        len(known) > 1
        and holder not in GRAINED
        and all(part.words[-1].code == holder for part in known)
        and not folded.endswith(("等", "など"), last.start, last.end)
    )


def has_words(listing: Listing | None) -> bool:
    """Whether a list names data that the lexicon knows."""
    return listing is not None and any(part.words for part in listing.members[:LONGEST_GAP])
