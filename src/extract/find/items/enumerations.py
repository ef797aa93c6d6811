"""How a sentence or a line lists data: members, the lists they stand in, the brackets that explain them."""

from collections.abc import Iterator, Sequence
from typing import Final

from extract.find.items.words import TAIL, Word
from extract.text.shape import shape

__all__ = ["Listing", "Member", "read_listings", "says_more"]

# 氏名、住所及び電話番号: commas, dots, slashes, the conjunctions of nouns; quotation marks part 「氏名」「住所」;
# brackets nest; a colon, a bar or a full stop ends a list. Not the comma of 1,234.
_MARK: Final = shape(
    # The first letters of all that follows: one look where no mark is.
    r"(?=[(\[【〔《≪)\]】〕》≫。:;|…⇒→、・/「」『』•①-⑳,<及お並な又ま も若あそ])"
    r"(?:(?P<open>[(\[【〔《≪])|(?P<close>[)\]】〕》≫])|(?P<stop>[。:;|…⇒→])"
    r"|(?P<comma>[、・/「」『』•①-⑳]|,(?!\d{3}(?!\d))|<br ?/?>"
    r"|及び|および|並びに|ならびに|又は|または|もしくは|若しくは|あるいは|その他の?|そのほか|(?<=[^ ]) {2,}+(?=[^ ])))"
)
# 氏名等と住所, メールアドレスや氏名: joins two data words. Not 氏名とともに, 住所として, パスワードという.
_JOIN: Final = shape(
    r"((?:の?情報|データ)?(?:等|など)?(?:の情報)?) ?"
    r"(?:[とや](?!と[もい]|して|する|し[、て]|い[うっ]|な[りるっ]|同|共|[はの])|かつ)"
)

_COMMAS: Final = frozenset("、・/")


class Listing:
    """Members at one depth, of which so many are `known` to hold data words.

    `holder` is the member whose bracket, or whose colon, opens the list.
    """

    __slots__ = ("bracketed", "holder", "known", "members")

    def __init__(self, holder: "Member | None", bracketed: bool) -> None:
        self.holder = holder
        self.bracketed = bracketed
        self.members: list[Member] = []
        self.known = 0


class Member:
    """One thing listed: `start:end` its words up to a bracket, `rest` what follows that bracket.

    `inner` is the list in its bracket; `backing` is for the reader of the lists.
    """

    __slots__ = ("backing", "end", "inner", "rest", "start", "words")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end
        self.rest = (end, end)
        self.inner: Listing | None = None
        self.words: list[Word] = []
        self.backing = 0


def says_more(folded: str, member: Member) -> bool:
    """Whether a member goes on behind its last word with more than a word's own tail: 氏名が漏えいした."""
    at = member.words[-1].end if member.words else member.start
    return at < member.end and not TAIL.fullmatch(folded, at, member.end)


# A mark between words: where it starts and ends, and its kind (a group of _MARK).
_Mark = tuple[int, int, str]


def _marks(folded: str, start: int, end: int, words: Sequence[Word]) -> Iterator[_Mark]:
    """Yield the marks between words in order; a mark inside a word (団体・法人名) is the word's own."""
    at = start
    for word in words:
        if word.start > at:
            if folded[at] in _COMMAS and at + 1 == word.start:
                # Most words of a list have one comma between them.
                yield at, at + 1, "comma"
            else:
                for match in _MARK.finditer(folded, at, word.start):
                    yield match.start(), match.end(), match.lastgroup or ""
        at = word.end
        if folded[at : at + 1] in _COMMAS:
            continue
        join = _JOIN.match(folded, at, end)
        if join is not None:
            at = join.end()
            yield join.end(1), at, "comma"
    for match in _MARK.finditer(folded, at, end):
        yield match.start(), match.end(), match.lastgroup or ""
    yield end, end, "stop"


def read_listings(folded: str, start: int, end: int, words: Sequence[Word]) -> list[Listing]:
    """Cut `folded[start:end]` into lists of members, those with data words; each word belongs to its member.

    A list comes after the list of its holder.
    """
    listing = Listing(None, False)
    listings = [listing]
    stack: list[tuple[Listing, Member | None]] = []
    member: Member | None = None
    coming = 0
    at = start
    for mark_start, mark_end, kind in _marks(folded, start, end, words):
        left, right, at = at, mark_start, mark_end
        while left < right and folded[left] in " \n":
            left += 1
        if left < right:
            while folded[right - 1] in " \n":
                right -= 1
            has_word = coming < len(words) and words[coming].start < right
            # 保険料振替口座(支店名)の口座番号: a data word after a bracket is a member of its own.
            if member is None or has_word:
                member = Member(left, right)
                listing.members.append(member)
            else:
                member.rest = (left, right)
            if has_word:
                listing.known += 1
                while coming < len(words) and words[coming].start < right:
                    member.words.append(words[coming])
                    coming += 1
                if coming == len(words) and not stack and listing.holder is None and says_more(folded, member):
                    # 氏名が漏えいした可能性があり、…: no list goes on behind what is said of its last word.
                    break
        if kind == "open":
            stack.append((listing, member))
            listing = Listing(member, True)
            if member is not None and member.inner is None:
                member.inner = listing
            listings.append(listing)
            member = None
        elif kind == "close":
            listing, member = stack.pop() if stack else (listing, None)
        else:
            if kind == "stop":
                if coming == len(words) and not stack:
                    break
                label = member if folded.startswith(":", mark_start) else None
                listing = Listing(label, False)
                if label is not None and label.inner is None:
                    label.inner = listing
                listings.append(listing)
            member = None
    return [listing for listing in listings if listing.known]
