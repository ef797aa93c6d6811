"""People whom a noun names by its form, and that no lexicon knows: 献血者, 里帰り者."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from extract.lexicon import Hit
from extract.resolve.groups.people import kind_by_deeds
from extract.text.shape import shape

__all__ = ["with_formed"]

# 献血者の, 講習修了者様, 弁理士12名; not 第三者, 業者, サーバー管理者: who attacks, runs or mends a system.
_FORMED: Final = shape(
    r"[者士](?<=[一-龥ァ-ヺーりいみ][者士])(?<![業何両前後他悪記学死王患]者)(?<![同紳富武兵力]士)"
    r"(?<!第三者|攻撃者|管理者|責任者|開発者|運営者|運用者|実行者|侵入者|犯罪者|専門者|有識者|経験者|設置者|提供者|保有者|受託者|作業者|代表者"
    r"|発信者|閲覧者|名義者|権限者|所持者|発行者|監督者|編集者|監査者|調査者|発見者|技術者|操作者|従事者|設計者|制作者|使用者)"
    r"(?=[のに様さ等、・及おらがは)0-9: \n|並や]|$)"
)
# What they did: [出展申込]者.
_COMPOUND: Final = shape(r"[一-龥ァ-ヺー]+[りいみ]?$")
_LONGEST: Final = 8


def with_formed(folded: str, nouns: Sequence[Hit]) -> Sequence[Hit]:
    """Return the nouns that name people with those beside them that do so by their form, in order."""
    formed: list[Hit] = []
    known = iter(nouns)
    noun = next(known, None)
    for found in _FORMED.finditer(folded):
        at = found.start()
        while noun is not None and noun.end <= at:
            noun = next(known, None)
        if noun is None or noun.start > at:
            compound = _COMPOUND.search(folded, max(0, at - _LONGEST), at)
            kind = None if compound is None else kind_by_deeds(folded, *compound.span())
            formed.append(Hit(at, at + 1, kind or "others"))
    return sorted([*nouns, *formed], key=attrgetter("start")) if formed else nouns
