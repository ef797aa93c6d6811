"""Which quantities the incident touched, apart from everything else that is counted.

A counter of people or records that nothing speaks against is impact: releases count little else.
What speaks against it stands right before or right behind the number, so each cue is anchored there.
"""

from typing import Final

from extract.mention import Count, Section
from extract.resolve.counts.surroundings import Surroundings, any_of, cue
from extract.text.folding import fold

__all__ = ["is_impact"]

_NEVER: Final = (
    cue(
        "before",
        # ユーザーIDごとに1人, お1人. Not: 校ごとに3名が.
        r"(?:(?:(?:ごと|毎)に|につき|あたり|当たり|お) ?"
        # 各年度約200名.
        r"|各(?:年度?|校|園|店舗?|回|月|日|施設|学年|学級|クラス|組) ?"
        # お問い合わせは3件. Not: お問い合わせをいただいた方 3件.
        r"|<inquiry>(?:が|は|件数|総数|数|[: (])*"
        # お問い合わせは5月10日までに123件.
        r"(?:、?(?:[0-9]{1,2}月[0-9]{1,2}日|これ|現在|本日|現時点)(?:まで|現在|時点)?(?:に|で)?、?)?"
        # 連結子会社2社. Not: 子会社2社の顧客情報が漏えい stays out too: who is named is not counted.
        r"|<own>(?:は|が|[: (])*"
        # フォロワー約1万人の公式アカウント.
        r"|(?:フォロワー|チャンネル登録者)(?:数)?(?:は|が|[: (])*"
        # 委託先の1社である. Not: 委託先1社の情報.
        r"|(?:事業者|会社|企業|委託先|取引先)の"
        # 調査対象のログは約5億件, 不審な投稿が14件. Not: ログに含まれていた300件.
        r"|(?:ログ|投稿)(?:は|が|を|数|[: (])*)$",
    ),
    cue(
        "after",
        # 3件のお問い合わせ.
        r"^(?: ?(?:もの|程度)?の[^、。\n]{0,4}<inquiry>(?!情報|フォーム|履歴|内容)"
        # すべてのパソコン1,500台を対象に調査し. Not: 300名が対象です.
        r"|を対象(?:に|と(?:して|した))"
        # 1日に1,000件までの振込. Not: 現在までに.
        r"|まで"
        # 場合等は2件と数えて; 1件と数え.
        r"|(?:と|として)(?:数え|カウント))",
    ),
)
# 全45校のうち26校: the whole of which a part is told. Not: 全45校の情報が.
_WHOLE: Final = (cue("after", r"^ ?の?うち"), cue("before", r"全(?:部で|校?(?:生徒|児童|学生|教?職員|社員|会員))? ?$"))
# 上記2件の情報の入力を求めるメール. Not: 上記2校を除く.
_POINTED: Final = cue("before", r"(?:[上下前]記|以下|次|前述|後述|これら)の? ?$")
# Figures of the publisher's own size, where they begin a line: 従業員数: 300名. Not: 生徒数3名、教職員数2名.
_PROFILE: Final = (
    cue(
        "before",
        r"、<profile>は$|^ ?(?:(?:当|弊|本)[^、。\n]{1,2}の?)?(?:全国|国内|グループ|連結)?<profile>[^、。\n]{0,8}$",
    ),
    cue("clause", r"^[^。\n]{0,24}<leak>"),
)
# 法令の定める1,000人を超える漏えい; 1,000人を超えるため; 千人を超えることから、個人情報保護委員会へ.
_LAW: Final = (
    cue("before", "<law>"),
    cue(
        "after",
        "<law>|^の?(?:個人(?:データ|情報)の)?漏え?い(?:等)?(?:に|の?事案に)該当|^(?:ため|場合|漏えい等|こと(?:から|により))",
    ),
)

# 元従業員1名が名簿を持ち出し, 社員(2名)による不正な取得: who did it is none of those whose data they are.
# Not: 元従業員120名が登録していた氏名, 職員12名による回答が漏えい.
_DOER: Final = (
    cue("before", r"<worker>[ (]*$"),
    cue(
        "after",
        r"^(?:によ[るっり][^。\n]{0,30}(?:持ち?出|複製|売却|不正な?に?(?:取得|閲覧|利用))"
        r"|(?:が|は、)[^。\n]*(?:持ち?出し|持ち帰|複製し|コピーし|紛失し|置き忘れ|転送し|売却し"
        r"|(?:(?:不正に|不適切に|無断で)(?:取得|利用)|を[^。、\n]{0,6}閲覧)し(?:た|て(?:い|お)|、)))",
    ),
)
# So many are no longer told of as those who did it.
_MOST_DOERS: Final = 20

# What holds unless the clause tells of data or of an attack.
_MEANS: Final = (
    # 30名の協力体制, 100名規模の調査チーム; 兼務職員3名, 専門家5名.
    cue("after", r"^(?:(?:規模)?の[^、。()\n]{0,8}<staff>|(?:規模)?の?(?:体制|態勢|チーム))"),
    cue("before", r"<staff>(?:者|員|職員|社員|スタッフ)?[のは:( ]*$"),
    # 300台を入れ替え, 200名に研修を.
    cue("clause", "<measure>"),
)
_TOLD: Final = cue("clause", "<leak|attack|misuse>")
# Sections about those who respond: a number in a sentence there is impact only where it names data or an attack.
_RESPONSE: Final = frozenset({"contact", "prevention", "recovery", "business_impact", "outlook"})
_NAMED_BEFORE: Final = cue("before", "<leak|attack>")

_MEDIUM: Final = cue("before", r"<medium>(?:を|が|は|[( ])*$")
# Units that count anything at all count impact only with the right thing beside them:
_GENERAL: Final = {
    # 1つのアカウント, アカウント1つ. Not: 2つの方法, 2つの期間.
    "つ": (cue("after", r"^の[^、。()\n]{0,14}<holder|address>"), cue("before", r"<holder|address> ?$")),
    # ファイル数488個, 45個のファイル, USBメモリ2個. Not: 3個の条件.
    "個": (
        cue("after", r"^ ?の[^、。\n]{0,8}(?:ファイル|メール|データ)"),
        cue("before", r"(?:ファイル|データ|メール)(?:数|は|が|[:( ])*$"),
        _MEDIUM,
    ),
    # USBメモリ1本. Not: 動画3本.
    "本": (_MEDIUM,),
    # 5ページが改ざんされ. Not: 2ページの資料.
    "ページ": (cue("after", r"^[^、。\n]{0,10}(?:改ざん|書き換え)"),),
    # 約560万回もの異常な数のアクセス; 大量のアクセス(計21,074回). Not: 2回の研修.
    "回": (
        cue("after", r"^(?:もの)?の?[^、。\n]{0,10}(?:アクセス|ログイン|リクエスト)"),
        cue("before", r"(?:アクセス|ログイン)(?:履歴|回数|数|総数)?(?:は|が|を|[:( ])*$"),
    ),
}
# An attack told so many times over is the attack's story, not its extent: 2回の不正アクセス, 複数回.
_FEW_TIMES: Final = 10


def is_impact(count: Count, around: Surroundings, section: Section) -> bool:
    """Whether the quantity counts what the incident touched."""
    if any_of(_NEVER, around) or (_WHOLE[0].said(around) and _WHOLE[1].said(around)):
        return False
    profile, leaks = _PROFILE
    if "affected_data" not in section.kinds and profile.said(around) and not leaks.said(around):
        return False
    if count.unit_kind == "people" and _is_doer(count, around):
        return False
    if count.bound in ("over", "at_least") and any_of(_LAW, around):
        return False
    if count.unit_kind == "records" and _POINTED.said(around):
        return False
    unit = fold(count.unit)
    if unit in _GENERAL:
        many = unit != "回" or (count.value or 0) >= _FEW_TIMES
        return many and any_of(_GENERAL[unit], around)
    if any_of(_MEANS, around) and not _TOLD.said(around):
        return False
    if not around.clause.strip() or _RESPONSE.isdisjoint(section.kinds[:1]):
        return True
    return _TOLD.said(around) or _NAMED_BEFORE.said(around)


def _is_doer(count: Count, around: Surroundings) -> bool:
    who, does = _DOER
    return (count.value or 0) <= _MOST_DOERS and who.said(around) and does.said(around)
