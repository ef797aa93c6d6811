"""To whom the incident was reported: done or being done, never merely planned."""

import re
from collections.abc import Sequence
from typing import Final

from extract.lexicon import Hit
from extract.mention import Evidence
from extract.resolve.narrative import Narrative

__all__ = ["find_authorities"]

_ORDER: Final = ("ppc", "police", "ministry", "jpcert", "ipa", "tse", "other_authority")

# `へ報告し`, `に被害届を提出`, `への相談`, `と連携し`. Not: `から連絡を受け`, `の指導のもと`.
_REPORTED: Final = re.compile(
    r"報告|届け?出|届けて|届を|相談|通報|通知|連絡|申告|申請|提出|提供|連携|共有|受理|届け|説明|告訴|告発|協議|確認により|申し?出|送信|速報|確報"
)
# The report goes the other way: `警察より連絡を受け`, `警察の捜査`, `委員会が定める`.
_FROM: Final = re.compile(
    r"(?:本部|署|庁|サイバー[^。、\n]{0,12}課|等|など)?(?:[^。、\n]{0,20}?(?:課|係|班|室))?"
    r"(?:から|より|が定め|の(?:ガイドライン|ホームページ|hp|ウェブ|web|サイト|指導|助言|指示|規則|捜査|調査|要請|告示|示す|定め)|が公表|による(?:と|調査|捜査))"
)
# A plan or a condition: `報告する予定`, `必要に応じて…報告`, `報告してまいります`. Not: `報告しております`.
_PLANNED: Final = re.compile(
    r"(?:報告|相談|連絡|届け?出|通報|申告|提出|連携|共有|届)[^。、\n]{0,14}?"
    r"(?:予定|検討|準備|(?:を|し|行っ)て(?:まい|参|い)(?:り(?:ま|た)|きま|く)|する(?:方針|とともに、?(?:速|今後))|したい|していきます|いたします$|致します$|します$|する$|手続)"
)
_CONDITION: Final = re.compile(
    r"必要に応じ|必要な?場合|必要がある場合|(?:し|き|た|る)場合(?:に)?は|しましたら|した際|次第|予定|今後、?(?:速やかに|適宜|適時|も)"
)
# A body that only sums up those named with it: `警察等の関係機関`, `監督官庁である委員会`.
_SUMMARY_BEFORE: Final = re.compile(
    r"(?:等|など|をはじめ(?:と(?:する|した))?|はじめ|その他|ほか|含む)[のと、]?(?:各|その他)?$"
)
_SUMMARY_AFTER: Final = re.compile(r"(?:である|の|\(|「|、すなわち)")


def find_authorities(hits: Sequence[Hit], narrative: Narrative) -> list[Evidence]:
    """Return the authorities, each as an `Evidence` whose field is the code."""
    found: dict[str, Evidence] = {}
    sentence: tuple[int, int] = (-1, -1)
    named: list[Hit] = []
    for hit in [*hits, None]:
        place = narrative.sentence(hit.start) if hit is not None else (-1, -1)
        if place != sentence:
            for code, span in _reported(named, sentence, narrative):
                found.setdefault(code, Evidence(code, span))
            named, sentence = [], place
        if hit is not None and hit.start >= narrative.body:
            named.append(hit)
    return [found[code] for code in _ORDER if code in found]


def _reported(
    hits: Sequence[Hit], sentence: tuple[int, int], narrative: Narrative
) -> list[tuple[str, tuple[int, int]]]:
    """Return what one sentence says of the bodies that it names."""
    if not hits or narrative.advises(hits[0].start) or "contact" in narrative.kinds(hits[0].start):
        return []
    start, end = sentence
    text = narrative.text
    told: list[tuple[str, tuple[int, int]]] = []
    for index, hit in enumerate(hits):
        stop = min(end, hit.end + 160)
        if _FROM.match(text, hit.end, stop):
            continue
        report = _REPORTED.search(text, hit.start, stop)
        if report is None:
            continue
        if _CONDITION.search(text, max(start, hit.start - 60), hit.start) or _PLANNED.match(text, report.start(), stop):
            continue
        if hit.code == "generic" or (hit.code == "ministry" and text[hit.end - 2 : hit.end] in ("官庁", "轄庁")):
            others = [other for other in hits if other is not hit and other.code != "generic"]
            if others:
                continue
            code = "other_authority" if hit.code == "generic" else "ministry"
        else:
            code = hit.code
        told.append((code, (hit.start, report.end())))
    return told
