"""To whom the incident was reported: done or being done, never merely planned."""

from collections.abc import Sequence
from typing import Final

from extract.lexicon import Hit
from extract.mention import Span
from extract.resolve.incident.narrative import Narrative, Passage
from extract.text.shape import shape

__all__ = ["find_authorities"]

_ORDER: Final = ("ppc", "police", "ministry", "jpcert", "ipa", "tse", "other_authority")
# Bodies that only sum up, and so name none where the sentence names one: `警察等の関係機関`.
_SUMS: Final = {"generic": "other_authority", "supervisor": "ministry"}

# A body's initials inside a longer word: `ipad`, `ipados`.
_WITHIN: Final = shape(r"[a-z](?:ipa|nisc)|(?:ipa|nisc)[a-z]")

# Working together with unnamed bodies is no report to them.
_TOGETHER: Final = frozenset({"連携", "協議", "共有", "情報交換", "協力"})

# How far behind a body its verb stands.
_REACH: Final = 160

# `へ報告し`, `に被害届を提出`, `への相談`, `と連携し`. Not: `相談窓口`, which is open to readers.
_REPORTED: Final = shape(
    r"報告|(?:相談|通報|連絡|届け?出)(?!窓口|専用|ダイヤル|電話|コーナー|室)|届けて|届を|通知|申告|申請|提出|情報提供|情報交換|連携|共有|受理|説明|告訴|告発|協議|確認により|申し?出|送信|速報|確報|[1一]報を|協力|適時開示"
)
# The other way round, or another's name: `警察より連絡を受け`, `警察では、委託先と連携し`, `関係機関を装った連絡`,
# `委員会が定める`, `警察の捜査`.
_FROM: Final = shape(
    r"(?:本部|署|庁|等|など)*(?:の(?:関係|公的|捜査)機関)?(?:[^。、\n]{0,20}?(?:課|係|班|室))?"
    r"(?:から|より|では、|を(?:装|騙|かた|名乗)|と称|が定め|が公表|が示|の(?:外局|ガイドライン|ホームページ|hp|ウェブ|web|サイト|指導|助言|指示|規則|捜査|調査|要請|告示|示す|定め)|による(?:と|調査|捜査))"
)
# `報告する予定`, `報告してまいります`, `提出いたします`, `報告は、要否を確認している`,
# `報告は、本日中に行います`.
# Not: `報告しております`, `報告いたしました`.
_PLANNED: Final = shape(
    r"(?:報告|相談|連絡|届け?出|通報|申告|提出|連携|共有|届|協議)(?:(?!を行い(?!ます)|済|しており|しました|完了)[^。、\n]){0,30}?"
    r"(?:予定|所存|検討|準備|手続|(?:を|し|行っ|しっ|進め)て(?:まい|参|い)(?:り(?:ま(?!した)|た)|きま|く)|行います|(?:は|について|につきましては)、?[^。、\n]{0,24}?(?:要否|検討|準備|予定|行います|行ってまい|行う(?:。|$))|する(?:方針|こととして)|したい|(?:いた|致)?します(?:。|$)|する(?:。|$))"
)
# `報告等、適切に対応してまいります`, `相談を含め、対応を検討しております`, `報告、契約の確認を行います`.
_AMONG_STEPS: Final = shape(
    r"(?:報告|相談|連絡|届け?出|通報|申告)(?:等|など|(?:等|など)?を含めて?)、?[^。\n]{0,20}?(?:対応|措置|検討)[^。\n]{0,14}?(?:まい|参|検討|予定|ます(?:。|$))"
    r"|(?:報告|相談|連絡|届け?出|通報|申告)、[^。\n]{1,60}?(?:行い|管理し|進め|対応し|対処し|実施し)ます(?:。|$)"
)
# `報告は行っておりません`, `被害届は提出しておりません`, `報告義務はございません`, `報告の要否を`.
_NOT_DONE: Final = shape(
    r"(?:報告|相談|連絡|届け?出|通報|申告|届|提出)(?:(?:[はをも](?:まだ|現時点で(?:は)?)?、?)?(?:行って|実施して|提出して|して)(?:お|い)(?:りませ|ませ|ら|な)"
    r"|(?:は|が)?(?:不要|必要(?:は|が)?な)|義務|の(?:要否|必要)|対象[^。、\n]{0,12}(?:該当し(?:ませ|な)|(?:は|では)(?:あり|ござい|な)))"
)
# `必要に応じて警察へ`, `新たな事実が判明した場合には当局へ`, `今後、速やかに`.
_CONDITION: Final = shape(
    r"必要に応じ|必要(?:な|がある)場合|(?:し|き|た|る)場合(?:に)?は?|しましたら|した際|次第|(?:今後|引き続き)、?(?:速やかに|適宜|適時|も|は)"
)
# The sentence asks its readers to go there: `警察にご相談ください`.
_ASKED: Final = shape(
    r"[^。\n]{0,12}?(?:ご(?:相談|連絡|報告|一報)|お(?:問い?合わせ|届け))[^。、\n]{0,6}?(?:くだ|下さ|願|いただ|頂|をお|なさ|になる|窓口)"
)
# A body that sums up those before it, or is named by what follows: `警察等の関係機関`, `監督官庁である委員会`.
_AMONG: Final = shape(r"等|など|はじめ|その他|ほか|含む|である|[(:]|への(?:ご?報告|届け?出|相談)[はに]")


# `報告先:`, `報告(委員会・警察)を完了`, `以下の機関に報告を行いました`, `## 監督官庁への報告`: told without a verb
# behind the body, which stands alone in its line but for a date.
_TOLD_LABEL: Final = shape(r"(?:報告|届け?出|相談|通報|連絡)先(?:機関)?[」』)】]? {0,2}[:|][^。\n]*$")
_IN_BRACKET: Final = shape(r"(?:報告|届け?出|相談|通報)\([^()\n]*$")
_BRACKET_TOLD: Final = shape(
    r"[^()\n]{0,40}\)(?:を|は)?[^。、\n]{0,8}?(?:完了|行い(?!ます)|行っ|実施(?:し(?:まし|て)|済)|いたしました|済)"
)
_ALONE: Final = shape(r"(?:察?本部|署|庁|等|など)? *(?:\([^()\n]{0,30}\))?[ 。]*")
_LIST_LEAD: Final = shape(
    r"(?:以下|次|下記)の[^。\n]{0,20}(?:報告|届け?出|相談|通報)[^。、\n]{0,8}?(?:しました|しております|行いました|済)"
    r"|(?:官庁|機関|当局|省庁)(?:等)?への(?:ご?報告|届け?出|相談)(?:について|状況)? *$"
)
# [以下のとおり]関係機関へ報告しました: they are named below.
_LISTS: Final = shape(r"(?:以下|次|下記)の(?:とおり|通り|[^。、\n]{0,6}$)")
_LABEL_REACH: Final = 60
_LISTED_REACH: Final = 8
_BULLETS: Final = "-・*•●○◆■"
# みなと局(以下「当局」という。): the publisher, and no authority that it told.
_BUREAU: Final = "当局"
_OWN_BUREAU: Final = "以下「当局」"
# A board of education is over the schools that tell it; a town's is its own.
_BOARD: Final = "board"
_SCHOOL: Final = shape(r"[^(（]*(?:学校|高校|学園|学院|幼稚園)")


def find_authorities(hits: Sequence[Hit], narrative: Narrative, publisher: str) -> dict[str, Span]:
    """Return the authorities in order, each with the words that say that it was told by the publisher."""
    found: dict[str, Span] = {}
    together: list[Hit] = []
    sentence: Passage | None = None
    of_publisher = _OWN_BUREAU in narrative.text
    of_school = _SCHOOL.match(publisher) is not None
    for hit in hits:
        if of_publisher and narrative.text.startswith(_BUREAU, hit.start):
            continue
        if hit.code == _BOARD:
            if not of_school:
                continue
            hit = Hit(hit.start, hit.end, "other_authority")
        if hit.start < narrative.body or _WITHIN.search(narrative.text, hit.start - 1, hit.end + 1):
            continue
        here = narrative.passage(hit.start)
        if here is not sentence:
            if sentence is not None:
                _tell(together, sentence, narrative, found)
            together, sentence = [], here
        together.append(hit)
    if sentence is not None:
        _tell(together, sentence, narrative, found)
    return {code: found[code] for code in sorted(found, key=_ORDER.index)}


def _tell(hits: Sequence[Hit], sentence: Passage, narrative: Narrative, found: dict[str, Span]) -> None:
    """Add what one sentence says of the bodies that it names."""
    text, start, end = narrative.text, sentence.start, sentence.end
    for index, hit in enumerate(hits):
        stop = min(end, hit.end + _REACH)
        report = _REPORTED.search(text, hit.start, stop)
        if report is None and hit.code not in _SUMS and _is_listed(hit, sentence, narrative):
            found.setdefault(hit.code, (hit.start, hit.end))
        if report is None or _FROM.match(text, hit.end, stop) or _ASKED.match(text, hit.end, stop):
            continue
        if any(not_yet.match(text, report.start(), stop) for not_yet in (_PLANNED, _AMONG_STEPS, _NOT_DONE)):
            continue
        if _CONDITION.search(text, max(start, hit.start - 60), hit.start):
            continue
        code = hit.code
        if code in _SUMS:
            listed = _LISTS.search(text, max(start, hit.start - _LABEL_REACH), hit.start) is not None
            if listed or report[0] in _TOGETHER or narrative.in_heading(start) or _sums_up(hits, index, text):
                continue
            code = _SUMS[code]
        found.setdefault(code, (hit.start, report.end()))


def _is_listed(hit: Hit, sentence: Passage, narrative: Narrative) -> bool:
    """Whether a body without a verb is one of those that a label, a bracket or the line above says were told."""
    text, start, end = narrative.text, sentence.start, sentence.end
    if _TOLD_LABEL.search(text, max(start, hit.start - _LABEL_REACH), hit.start):
        return True
    if _IN_BRACKET.search(text, max(start, hit.start - _LABEL_REACH), hit.start):
        return _BRACKET_TOLD.match(text, hit.end, end) is not None
    if not _ALONE.fullmatch(text, hit.end, end):
        return False
    document = narrative.document
    index = document.sentence_index(start)
    for above in range(index - 1, max(-1, index - _LISTED_REACH), -1):
        low, high = document.sentences[above]
        if _LIST_LEAD.search(text, max(low, high - _LABEL_REACH), high):
            return True
        if text[low] not in _BULLETS:
            return False
    return False


def _sums_up(hits: Sequence[Hit], index: int, text: str) -> bool:
    """Whether the body at `index` only sums up its neighbours."""
    if index > 0 and _AMONG.search(text, hits[index - 1].end, hits[index].start):
        return True
    return index + 1 < len(hits) and _AMONG.search(text, hits[index].end, hits[index + 1].start) is not None
