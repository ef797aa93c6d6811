"""Accounts that others signed in to, where nothing else is counted: as many people's data lay open."""

from collections.abc import Sequence
from typing import Final

from extract.mention import Count
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["opened_accounts"]

# `対象アカウント: 34件`, `不正ログインされたアカウント数 713件`.
_ACCOUNTS: Final = shape(r"(?:アカウント|id)(?:の?件?数)?[ :はが(\n]{0,4}$")
_LABEL: Final = 24
# A few accounts are the staff's own.
_MANY: Final = 10


def opened_accounts(document: Document, counts: Sequence[Count]) -> int | None:
    """Return the index of the count of most accounts that were signed in to, None where other things are exposed."""
    if any(count.role == "exposed" and count.status != "excluded" and count.value for count in counts):
        return None
    accounts = [
        index
        for index, count in enumerate(counts)
        if count.role == "compromised" and (count.value or 0) >= _MANY and _counts_accounts(document.folded, count)
    ]
    return max(accounts, key=lambda index: counts[index].value or 0, default=None)


def _counts_accounts(folded: str, count: Count) -> bool:
    start = count.span[0]
    return count.unit_kind == "accounts" or (
        count.unit_kind == "records" and _ACCOUNTS.search(folded, max(0, start - _LABEL), start) is not None
    )
