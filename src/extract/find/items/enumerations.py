"""How a sentence or a line lists data: members, the lists they stand in, the brackets that explain them."""

from collections.abc import Iterator, Sequence
from typing import Final

from extract.find.items.words import TAIL, Word
from extract.text.shape import shape

__all__ = ["Listing", "Member", "read_listings", "says_more"]

# 氏名、住所及び電話番号: commas, dots, slashes, the conjunctions of nouns; quotation marks part 「氏名」「住所」;
# brackets nest, but 【氏名】【住所】 is one list; a colon, a bar or a full stop ends a list. Not the comma of 1,234.
_MARK: Final = shape(
    # The first letters of all that follows: one look where no mark is.
    r"(?=[(\[【〔《≪)\]】〕》≫。:;|…⇒→、・/+「」『』•①-⑳,<及お並な又ま も若あそ])"
    r"(?:(?P<beside>】[、・]?【)|(?P<open>[(\[【〔《≪])|(?P<close>[)\]】〕》≫])|(?P<stop>[。:;|…⇒→])"
    r"|(?P<comma>[、・/「」『』•①-⑳]|(?<=[一-龥ァ-ヺー]) ?\+(?![0-9])|,(?!\d{3}(?!\d))|<br ?/?>"
    r"|及び|および|並びに|ならびに|又は|または|もしくは|若しくは|あるいは|その他の?|そのほか|(?<=[^ ]) {2,}+(?=[^ ])))"
)
# 氏名等と住所, メールアドレスや氏名: joins two data words. Not 氏名とともに, 住所として, パスワードという.
_JOIN: Final = shape(
    r"((?:の?情報|データ)?(?:等|など)?(?:の情報)?) ?"
    r"(?:[とや](?!と[もい]|して|する|し[、て]|い[うっ]|な[りるっ]|同|共|[はの])|かつ)"
)

# The first letters of what joins.
_JOINING: Final = frozenset("の情デ等な とやか")
_COMMAS: Final = frozenset("、・/")
# Nowhere.
_NOTHING: Final = (0, 0)


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

    def __init__(self, start: int, end: int, words: Sequence[Word]) -> None:
        self.start = start
        self.end = end
        self.words = words
        self.rest = _NOTHING
        self.inner: Listing | None = None
        self.backing = 0


def says_more(folded: str, member: Member) -> bool:
    """Whether a member goes on behind its last word with more than a word's own tail: 氏名が漏えいした."""
    at = member.words[-1].end if member.words else member.start
    return at < member.end and not TAIL.fullmatch(folded, at, member.end)


# A mark between words: where it starts and ends, its kind (a group of _MARK), and how many words stand before it.
_Mark = tuple[int, int, str, int]


def _marks(folded: str, start: int, end: int, words: Sequence[Word]) -> Iterator[_Mark]:
    """Yield the marks between words in order; a mark inside a word (団体・法人名) is the word's own."""
    at = start
    for index, word in enumerate(words):
        if word.start == at + 1 and folded[at] in _COMMAS:
            # Most words of a list have one comma between them.
            yield at, at + 1, "comma", index
        elif word.start > at:
            for match in _MARK.finditer(folded, at, word.start):
                yield match.start(), match.end(), match.lastgroup or "", index
        at = word.end
        if folded[at : at + 1] in _JOINING:
            join = _JOIN.match(folded, at, end)
            if join is not None:
                at = join.end()
                yield join.end(1), at, "comma", index + 1
    for match in _MARK.finditer(folded, at, end):
        yield match.start(), match.end(), match.lastgroup or "", len(words)
    yield end, end, "stop", len(words)


def read_listings(folded: str, start: int, end: int, words: Sequence[Word]) -> list[Listing]:
    """Cut `folded[start:end]` into lists of members, those with data words; each word belongs to its member.

    A list comes after the list of its holder.
    """
    listing = Listing(None, False)
    listings = [listing]
    stack: list[tuple[Listing, Member | None]] = []
    member: Member | None = None
    told = 0
    left = start
    for right, after, kind, reached in _marks(folded, start, end, words):
        while left < right and folded[left] in " \n":
            left += 1
        if left < right:
            stop = right
            while folded[stop - 1] in " \n":
                stop -= 1
            if reached > told:
                # 保険料振替口座(支店名)の口座番号: a data word after a bracket is a member of its own.
                member = Member(left, stop, words[told:reached])
                listing.members.append(member)
                listing.known += 1
                told = reached
                if told == len(words) and not stack and listing.holder is None and says_more(folded, member):
                    # 氏名が漏えいした可能性があり、…: no list goes on behind what is said of its last word.
                    break
            elif member is None:
                member = Member(left, stop, ())
                listing.members.append(member)
            else:
                member.rest = (left, stop)
        left = after
        if kind in ("comma", "beside"):
            member = None
        elif kind == "open":
            stack.append((listing, member))
            listing = _open(listings, member, True)
            member = None
        elif kind == "close":
            listing, member = stack.pop() if stack else (listing, None)
        else:
            if told == len(words) and not stack:
                break
            listing = _open(listings, member if folded.startswith(":", right) else None, False)
            member = None
    return [listing for listing in listings if listing.known]


def _open(listings: list[Listing], holder: Member | None, bracketed: bool) -> Listing:
    """Begin a list, of which the member before its bracket or colon is the holder; its first list is its inner one."""
    listing = Listing(holder, bracketed)
    if holder is not None and holder.inner is None:
        holder.inner = listing
    listings.append(listing)
    return listing
