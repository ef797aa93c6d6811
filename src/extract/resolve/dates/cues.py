"""The words around dates that tell what happened, found by place."""

from bisect import bisect_left
from typing import Final

from extract.lexicon import Hit
from extract.text.shape import shape

__all__ = ["BACK", "ROLES", "DateCues"]

#: The cues that are roles themselves; the others need their clause to tell.
ROLES: Final = frozenset(
    ("occurred", "detected", "disclosed", "reported", "contained", "investigated", "restored", "notified")
)
#: How far before a date what it is said of may stand.
BACK: Final = 80

# Nouns of form after a verb: it does not modify what follows, it is its clause's predicate.
_FORM_NOUNS: Final = (
    r"こと|事実|事(?=[がをはも])|旨|可能|ため|為|際|後|結果|時|場合|上|疑|痕|形|恐|おそ|通|と|模様|中|もの|の|ところ|うえ"
    r"|[をがにはでも、。]"
)
# 発生[した]サイバー攻撃, 公表[いたしました]「…」, お知らせ[しました(第1報)]障害: the verb modifies
# a noun, and the date with it.
# Not: 発生した[こと, ため, 後], 検知した。
_MODIFYING: Final = shape(
    r"(?:を?(?:いた|致)?し|を?され|さ|せ|れ|られ|っ|い|き|を行い?|(?:を|し|させ)?(?:て|い)?(?:いただ|頂)き?)?[いっ]?"
    rf"(?:た|ました|ります|て(?:いる|いた|おりました|おります)) {{0,2}}(?:\([^()\n]{{1,24}}\) {{0,2}})?"
    rf"(?!{_FORM_NOUNS})(?=[「『一-龥ァ-ヶa-zお本当同ご])"
)


class DateCues:
    """The hits of the lexicon `date_roles` in a folded text."""

    def __init__(self, folded: str, hits: list[Hit]) -> None:
        self.folded = folded
        self.hits = hits
        self._starts = [hit.start for hit in hits]

    def between(self, start: int, end: int) -> list[Hit]:
        """Return the hits that begin in `start:end`, in order."""
        return self.hits[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def last_role(self, start: int, end: int) -> str | None:
        """Return the last hit in `start:end` that is a role itself."""
        return next((hit.code for hit in reversed(self.between(start, end)) if hit.code in ROLES), None)

    def modified(self, hit: Hit) -> int | None:
        """Return where the noun begins that a verb modifies, or None: 発生した[障害]."""
        match = _MODIFYING.match(self.folded, hit.end)
        return match.end() if match else None
