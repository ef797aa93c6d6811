"""Whose data leaked, where it is told only of those who are told: 対象となるお客様には、個別にご連絡いたします."""

from itertools import chain
from typing import Final

from extract.mention import Exposure
from extract.resolve.groups.people import VAGUE, People, coded
from extract.resolve.status import LEAKED
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["with_concerned"]

# 対象となる[お客様、お取引先様]については, 該当の[会員様]に個別に.
_CONCERNED: Final = shape(
    r"(?:対象|該当)(?:する|の|と(?:なる|なった))(?P<who>[^。\n]{2,40}?)(?=に(?:は|対し|つ[いき]|個別|順次|、)|へ|\n|\Z)"
)
# 対象となるのは、[みほん通販をご利用のお客様]です.
_ARE_THESE: Final = shape(r"対象(?:者|となる方|となるの)は、?(?P<who>[^。\n]{2,60}?)(?=です|となります|でございます)")
# 住所が閲覧された可能性のある[お客様].
_WHOSE_LEAKED: Final = shape(
    r"(?:漏(?:え?い|[洩出れ])|流[出失]|閲覧|[窃搾詐奪盗]取)(?:された|した)(?:可能性|おそれ|恐れ)のある(?P<who>[^。、\n]{2,20})"
)
# 漏えいが確認された[場合]には、対象となるお客様へ: nobody is concerned yet.
_SUPPOSED: Final = shape(r"場合|万が?一|次第|した際")
_BACK: Final = 120
# [弊社が保有する情報]の一部: whose they are is not said by it.
_OWN: Final = shape(r"(?:[当弊本]社|[当本](?:院|校|学|会|行|組合|法人|財団|協会))[がの](?:保有|管理|保管)")


def with_concerned(document: Document, people: People, body: int, groups: list[Exposure]) -> list[Exposure]:
    """Return the groups, the one whose data leaked called by those concerned where it says of nobody else."""
    leaked = [group for group in groups if group.status in LEAKED]
    if len(leaked) != 1 or not _is_nobodys(document, leaked[0]):
        return groups
    for said in chain(*(told.finditer(document.folded, body) for told in (_CONCERNED, _ARE_THESE, _WHOSE_LEAKED))):
        sentence = document.sentence_at(said.start())
        low, high = said.span("who")
        who = people.phrase(low, high, last=True)
        if who is None or who[0][0] > low:
            who = people.at(low, high)
        before = max(sentence.start, low - _BACK), low
        if who is None or who[1] in VAGUE or _SUPPOSED.search(document.folded, *before):
            continue
        spans = tuple(sorted({*leaked[0].spans, who[0]}))
        named = leaked[0]._replace(subject_span=who[0], subject_kind=coded(who[1]), spans=spans)
        return [named if group is leaked[0] else group for group in groups]
    return groups


def _is_nobodys(document: Document, group: Exposure) -> bool:
    """Whether a group names nobody, or only the release's own data."""
    span = group.subject_span
    return span is None or (group.subject_kind == "other" and _OWN.match(document.folded, *span) is not None)
