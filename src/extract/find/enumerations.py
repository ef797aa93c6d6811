"""How a sentence or a line lists things: members, the lists they stand in, the brackets that explain them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from extract.lexicon import Hit

__all__ = ["Listing", "Member", "read_listings"]

# 氏名、住所及び電話番号: commas, dots, slashes, the conjunctions of nouns; quotation marks part 「氏名」「住所」;
# brackets nest; a colon or a full stop ends a list. Not the comma of 1,234.
_MARK: Final = re.compile(
    r"(?P<open>[(\[【〔《≪])|(?P<close>[)\]】〕》≫])|(?P<stop>[。:;|…⇒→])"
    r"|(?P<comma>[、・/「」『』•①-⑳]|,(?!\d{3}(?!\d))|<br ?/?>"
    r"|及び|および|並びに|ならびに|又は|または|もしくは|若しくは|あるいは|その他の?|そのほか|(?<=[^ ]) {2,}(?=[^ ]))"
)
# 氏名等と住所, メールアドレスや氏名, 氏名 住所: joins two data words. Not 氏名とともに, 住所として, パスワードという.
_JOIN: Final = re.compile(
    r"((?:の?情報|データ)?(?:等|など)?(?:の情報)?) ?(?:[とや](?!と[もい]|して|する|し[、て]|い[うっ]|な[りるっ]|同|共|[はの])|かつ)"
)


class Listing:
    """Members at one depth. `holder` is the member whose bracket, or whose colon, opens the list."""

    __slots__ = ("bracketed", "holder", "members")

    def __init__(self, holder: "Member | None", bracketed: bool) -> None:
        self.holder = holder
        self.bracketed = bracketed
        self.members: list[Member] = []


class Member:
    """One thing listed: `start:end` its words up to a bracket, `rest` what follows that bracket."""

    __slots__ = ("end", "hits", "inner", "listing", "mark", "rest", "start")

    def __init__(self, start: int, end: int, listing: Listing) -> None:
        self.start = start
        self.end = end
        self.rest = (end, end)
        self.mark = ""
        self.listing = listing
        self.inner: Listing | None = None
        self.hits: list[Hit] = []


class _Mark(NamedTuple):
    start: int
    end: int
    kind: str


def _marks(folded: str, start: int, end: int, hits: Sequence[Hit]) -> Iterator[_Mark]:
    """Yield the marks between words in order; a mark inside a word (団体・法人名) is the word's own."""
    at = start
    for hit in (*hits, None):
        limit = end if hit is None else hit.start
        if limit > at:
            for match in _MARK.finditer(folded, at, limit):
                yield _Mark(match.start(), match.end(), match.lastgroup or "comma")
        if hit is None:
            return
        at = hit.end
        join = _JOIN.match(folded, at, end)
        if join is not None:
            yield _Mark(join.end(1), join.end(), "comma")
            at = join.end()


def read_listings(folded: str, start: int, end: int, hits: Sequence[Hit]) -> list[Listing]:
    """Cut `folded[start:end]` into lists of members; each hit belongs to the member that it stands in."""
    listing = Listing(None, False)
    listings = [listing]
    stack: list[tuple[Listing, Member | None]] = []
    member: Member | None = None
    coming = 0
    at = start
    for mark in (*_marks(folded, start, end, hits), _Mark(end, end, "stop")):
        left, right = at, max(at, mark.start)
        while left < right and folded[left] in " \n":
            left += 1
        while right > left and folded[right - 1] in " \n":
            right -= 1
        at = mark.end
        if left < right:
            if member is None:
                member = Member(left, right, listing)
                listing.members.append(member)
                while coming < len(hits) and hits[coming].start < right:
                    member.hits.append(hits[coming])
                    coming += 1
            else:
                member.rest = (left, right)
                if coming < len(hits) and hits[coming].start < right:
                    # 保険料振替口座(支店名)の口座番号: a data word after a bracket is a member of its own.
                    member = Member(left, right, listing)
                    listing.members.append(member)
                    while coming < len(hits) and hits[coming].start < right:
                        member.hits.append(hits[coming])
                        coming += 1
        if mark.kind == "open":
            stack.append((listing, member))
            listing = Listing(member, True)
            if member is not None and member.inner is None:
                member.inner = listing
            listings.append(listing)
            member = None
        elif mark.kind == "close":
            if stack:
                listing, member = stack.pop()
            else:
                member = None
        else:
            if member is not None:
                member.mark = folded[mark.start : mark.end]
            if mark.kind == "stop":
                label = member if folded[mark.start : mark.end].strip() == ":" else None
                listing = Listing(label, False)
                if label is not None:
                    label.inner = label.inner or listing
                listings.append(listing)
            member = None
    return [listing for listing in listings if listing.members]
