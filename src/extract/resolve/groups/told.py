"""Groups that stand in a sentence alone, with neither count nor items."""

import re
from typing import Final

from extract.mention import Exposure
from extract.resolve.groups.subjects import Subjects
from extract.resolve.status import Statuses
from extract.text.document import Document

__all__ = ["told_alone"]

# A sentence is read so far; it bounds the work on one without end.
_REACH: Final = 300
_OF_DATA: Final = re.compile(r"情報|データ")
# 二次被害, 不正利用: what was done with the data, not whose they are.
_DAMAGE: Final = re.compile(r"二次(?:被害|的)|不正(?:に)?利用|悪用|なりすまし")
# Without one of these nothing is denied.
_DENIES: Final = re.compile(r"ませ|ない|なか|なし|無|ず")
# [調査の結果]、漏えいは確認されておりません: who has looked and found none, denies.
_INVESTIGATED: Final = re.compile(r"調査[^。、]{0,12}(?:結果|完了|終了)|解析[^。、]{0,8}結果")


def told_alone(
    document: Document, statuses: Statuses, subjects: Subjects, body: int, *, has_groups: bool
) -> list[Exposure]:
    """Return the groups that a release makes in running text only.

    People named as safe (お客様の情報の流出はございません) are a group each. Where the release makes no other
    group at all, the first sentence that speaks of their data leaking, surely or perhaps, is one.
    """
    found: dict[tuple[str, str], Exposure] = {}
    loose: Exposure | None = None
    for index in range(document.sentence_index(max(0, body - 1)) + 1, len(document.sentences)):
        start, end = document.sentences[index]
        end = min(end, start + _REACH)
        if not _OF_DATA.search(document.folded, start, end) or _DAMAGE.search(document.folded, start, end):
            continue
        if has_groups and not _DENIES.search(document.folded, start, end):
            continue
        status = statuses.of_sentence(index)
        if status == "unknown" and _INVESTIGATED.search(document.folded, start, end):
            status = "excluded"
        if status is None or (has_groups and status != "excluded"):
            continue
        subject = subjects.of_data(start, end)
        if subject is not None:
            group = Exposure(subject[0], subject[1], None, (), status, (subject[0],))
            found.setdefault((status, document.folded[slice(*subject[0])]), group)
        elif loose is None and status in ("possible", "confirmed"):
            loose = Exposure(None, None, None, (), status, ((start, end),))
    safe = [group for (status, _), group in found.items() if status == "excluded"]
    if has_groups:
        return safe
    for wanted in ("confirmed", "possible", "unknown"):
        told = [group for (status, _), group in found.items() if status == wanted]
        if told:
            return [*safe, told[0]]
    # Where people are named as safe, a sentence that names nobody speaks of systems.
    return safe or ([loose] if loose is not None else [])
