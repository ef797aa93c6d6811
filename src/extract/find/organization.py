"""Organisations by the form of their names: `サンプル株式会社`, `○○県△△市`, `学校法人□□学園`."""

import re
from typing import Final

__all__ = ["is_organization", "speaker", "split_organization"]

_CORPORATE: Final = (
    r"(?:株式会社|有限会社|合同会社|合資会社|合名会社|相互会社|[(（]株[)）]|㈱|㈲|\(有\)"
    r"|(?:一般|公益|特例)?(?:社団|財団)法人|(?:国立大学|公立大学|学校|医療|社会福祉|宗教|独立行政|地方独立行政|国立研究開発"
    r"|特定非営利活動|npo|監査|税理士|弁護士|行政書士|更生保護|職業訓練|大学共同利用機関)法人(?:社団|財団)?|生活協同組合|協同組合)"
)
# What a name without a company's form ends in; before a bracket too: `サンプル市(教育委員会)`.
_PUBLIC: Final = (
    r"(?:[都道府県市区町村]|役所|役場|大学(?:院)?|学部|学園|学院|学校|高校|高専|幼稚園|保育園|こども園|病院|医院|クリニック"
    r"|診療所|外科|内科|歯科|薬局|センター|協会|連合会?|連盟|協議会|組合|生協|コープ|機構|財団|社団|公社|公団|事業団|企業団|振興会|商工会|会議所"
    r"|研究所|研究会|研究院|銀行|金庫|公庫|農協|図書館|博物館|美術館|資料館|[^省]庁|[^省反]省|局|委員会|支部|支店|支社|本部|本社"
    r"|事務局|事務所|学会|友の会|同窓会|松愛会|後援会|グループ|ホールディングス|ホテル|旅館|クラブ|新聞|新聞社|通信社|放送|保険会社|出版社|団体"
    r"|[^同御貴弊当各本]社|製作所|工業|商店|商会|商事|証券|生命|損保|[^係関]課|[^内教]室|[^内全一]部|[^機社説集大]会|館|国会図書館"
    r"|\b(?:inc|ltd|llc|corp|corporation|company|co|group|k\.k)\.?)"
)
_NAME: Final = re.compile(rf".*{_CORPORATE}|.*{_PUBLIC}(?:[(（].*[)）])?$")
# A bracket's or a sentence's words that no name has.
_NO_NAME: Final = re.compile(
    rf"^[【\[]|(?:^| )(?:当|弊|本)(?:社|学|院|会|校|市|財団|法人|グループ)(?!園|医)|[。!?:;「」]|に関する|について|につき|による|における|お知らせ|お?詫び|おわび|ご報告|ご案内|お願い|[はがを]、|のため|不正アクセス|漏えい|漏洩|流出"
    r"|システム障害|攻撃|被害(?!者)|ご注意|公表|リリース|情報(?:の|が|に|漏)|ウェブサイト|宛て?$|[様殿]$|御中"
)
# `サンプル株式会社(本社:…、以下「当社」)`: the release's own voice. Not: `(以下「同社」)`, `(以下「サンプル」)`.
_SELF: Final = (
    r"(?:当|弊|本|我が)(?:社|社グループ|グループ|法人|学|学園|学院|院|病院|市|県|町|村|区|府|都|道|省|庁|校|園|会|協会|組合|財団|機構|館|行|金庫|庫|団体|局|所"
    r"|研究所|店|事務所|連合会|公社|センター)"
)
# The bracket that follows the name of who speaks, and the name before it.
_SPEAKS: Final = re.compile(rf"\([^()\n]{{0,100}}?(?:以下|以降)[、,はを]? ?[「『\"]?{_SELF}[」』\"]?[^()\n]{{0,30}}\)")
_BEFORE: Final = re.compile(r"[^\s、。()「」『』]{1,40}$")
# `この度、` before the name of the speaker belongs to the sentence.
_LEAD: Final = re.compile(r"(?:この(?:たび|度)|今般|今回|先般|平素より|私ども|弊社)[、,]?")
# A name's line may say what it is, and who speaks for it.
_FIELD: Final = re.compile(
    r"(?:会 *社 *名|社 *名|法 *人 *名|団 *体 *名|商 *号|発 *信 *者|発 *表 *者|発 *行(?: *者)?|上場会社名|organization|company)(?: *[:/] *| +)"
)
_OFFICE: Final = (
    r"(?:代表|取締役|執行役員?|社長|会長|理事|専務|常務|学長|学部長|総長|校長|園長|院長|所長|局長|部長|課長|支店長|支部長|館長|頭取|市長|町長|村長|区長"
    r"|知事|教育長|管理者|組合長|最高(?:経営|情報|技術)?責任者|ceo|coo|cio|ciso|president|担当|広報|総務)"
)
_CAPTION: Final = r"(?: +(?:ニュースリリース|プレスリリース|報道資料|news release|press release)|からのお知らせ)$"
_OFFICER: Final = re.compile(
    rf" +{_OFFICE}.*$|{_CAPTION}|(?<=[社所院会園学])(?:代表取締役|代表理事|代表社員|取締役社長).*$"
)
_SEPARATED: Final = re.compile(r"[、,/・&]|及び|および|並びに|ならびに| {2,}")


def is_organization(words: str) -> bool:
    """Whether a line's folded words are one name, or several, and nothing else.

    >>> is_organization("サンプル株式会社"), is_organization("見本県試供市"), is_organization("株式会社サンプルの障害について")
    (True, True, False)
    """
    return len(words) <= 90 and not _NO_NAME.search(words) and bool(_NAME.match(words))


def split_organization(words: str) -> tuple[int, int]:
    """Return the name's place in a line of a letterhead: without its label before and the officer after it.

    >>> split_organization("会社名 サンプル株式会社 代表取締役 見本太郎")
    (4, 12)
    """
    field = _FIELD.match(words)
    start = field.end() if field else 0
    officer = _OFFICER.search(words, start + 1)
    end = officer.start() if officer else len(words)
    return start, start + len(words[start:end].rstrip())


def speaker(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Find who speaks: the name that a bracket makes `当社`, `弊社`, `本学`, within `start:end`.

    >>> speaker("このたび、サンプル株式会社(以下「当社」)は", 0, 24)
    (5, 13)
    """
    bracket = _SPEAKS.search(folded, start, end)
    name = bracket and _BEFORE.search(folded, max(start, bracket.start() - 40), bracket.start())
    if not name:
        return None
    lead = _LEAD.match(folded, *name.span())
    low, high = lead.end() if lead else name.start(), name.end()
    return (low, high) if is_organization(folded[low:high]) else None
