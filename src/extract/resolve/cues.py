"""What a clause says of the data in it: the cues that they leaked, may have leaked, did not.

The words are data (lexicon/cues.toml); here they get the endings of negation and of the past.
"""

import re
from collections import deque
from functools import cache
from typing import Final, NamedTuple

from extract.lexicon import alternation
from extract.text.shape import shape

__all__ = ["TURN", "WHETHER", "status_of_clause", "status_of_sentence"]

# Ends the scope of what stands before it: 確認されておりませんが、|可能性を否定できません. Not the
# subject's が (個人情報が、外部に), nor し、 and て、 after which the modality at the end still holds.
TURN: Final = shape(
    r"(?:ます|です|した|ません|せん|ない|いる|ある|った|れた)(?:が|けれども|ものの|ところ)[、,]?"
    r"|ものの|一方で?[、,]|ただし[、,]?|(?:のみ|だけ|限)(?:られ)?(?:で|であり)[、,]|(?:であり|ており|おらず|らず|せず|まず|ませんし|ないため|せんので)[、,]"
)
# 通知の受取設定及びサービス内で公開され[ているID]: it qualifies the noun behind it; not 公開されている[こと].
_QUALIFIES: Final = shape(
    r"(?:(?P<state>ている)|て(?:い|お)?た|た)(?:(?=[a-z0-9ァ-ヶ一-龥])(?!事|状|可|恐|旨|痕|形|為|場)|(?P<cut>$))"
)
# 不正アクセスされ[たアカウント]の送信済みフォルダ: said of what holds the data.
_OF_HOLDER: Final = shape(
    r"(?:て(?:い|お)?)?[たる](?:当該|本)?(?:メール)?"
    r"(?:アカウント|サーバ|端末|システム|pc|パソコン|機器|サイト|環境|メールボックス|ストレージ|フォルダ|クラウド|ネットワーク)"
)
# Without one of these nothing is denied: asked first, since the cues themselves are long alternations.
_NEGATION: Final = shape(r"ませ|な[いかくし]|いな|おら|ず|無|対象外|除|安全|断定に")
# 図面が社外へ漏れた[かどうか]は調べております, 持ち出された形跡が[無いかの]調査; not 形跡がないか調べ、なかった.
WHETHER: Final = shape(r"かどうか|か否か|かないか|[な無]いかの|したかは")
# 流出の[可能性も含め、現在調査を進めて]おります: it is asked; not 可能性があり、調査を進めて, 可能性を確認しております.
_ASKED: Final = shape(
    r"(?:可能性|おそれ|恐れ)(?!を(?:確認|特定)(?:いた)?し)(?:等|など)?(?:の有無)?(?:(?:も|を)含めて?|について|につきまして|に関して|を)(?:は|も)?[^。]{0,40}?"
    r"(?:調査|確認|精査|特定)(?:中|を(?:進め|行|続け|実施|継続)|(?:いた)?して(?:お|い))"
)
# 漏えいが確認された[場合]は速やかに公表します: nothing has happened yet.
_CONDITION: Final = shape(r"場合|とき|時に?は|次第|万が?一|際に?は|有無")
# 個人を[識別できる可能性]のある回答: what can be read from the data, not whether they leaked.
_IDENTIFYING: Final = shape(r"(?:識別|特定)(?:が可能とな|でき|され|し得|しう)る(?:可能性|おそれ|恐れ)(?:の|が)ある")
# 「個人情報漏えいの可能性に関するお知らせ」: what another release was called says nothing of this one;
# not 「漏えいした可能性は否定できない。」とのことです, which is what someone reports.
_QUOTED: Final = shape(r"[「『][^」』。]{8,}+[」』](?!と(?:の(?:こと|報告|連絡|回答|説明)|報告|回答|説明|連絡))")
# 口座情報への直接的な影響は; not 業務への影響は, which is said of no data.
_AFFECTS: Final = shape(r"(?:^|情報|データ)(?:等|など)?への[^。、はが]{0,8}影響")
# 漏えいした可能性のある情報; not サーバーへの不正アクセスを検知, which says nothing of data.
_DATA_LEAK: Final = shape(
    r"漏えい|漏洩|漏れ|漏出|流出|流失|窃取|閲覧|盗|持ち出|誤送|誤配|誤掲載|誤公開|表示され|見える|影響を受け|対象とな|情報[^。、]{0,20}(?:取得|アクセス)|データ[^。、]{0,20}(?:取得|アクセス)"
    r"|(?:情報|データ)[^。、]{0,20}(?:転送され|(?:外部|社外)[へに]送信され)|想定される(?:対象|件数|人数)|(?:情報|データ)(?:等|など)?への[^。、はが]{0,8}影響"
)


class _Cues(NamedTuple):
    denied: re.Pattern[str]
    possible: re.Pattern[str]
    unfound: re.Pattern[str]
    leak: re.Pattern[str]
    leaked: re.Pattern[str]


@cache
def _cues() -> _Cues:
    leak, mistake, touch, exposed, possible, hold = (
        alternation("cues", code) for code in ("leak", "mistake", "touch", "exposed", "possible", "hold")
    )
    # おりません, いない, いなかった, おらず, ません, ず
    absent = r"(?:おりませ|いませ|ませ|いな|おら|ない|なかっ|ず)"
    nothing = r"(?:ありませ|ございませ|な[いくか]|無[いくか]|無し|なし)"
    denied = (
        # クレジットカード情報は[含まれておりません], マイナンバー[含まず]; not 含まれております
        rf"含(?:ま(?:れ(?:て(?:は)?)?)?|んで(?:は)?|み(?:ませ)?){absent}|含みませ"
        # 当社では[保有しておりません], データとして[保持しておらず]; not 保有しておりました
        rf"|(?:{hold}|{leak})(?:は|を|も)?(?:(?:いたし|致し|し|され)?て?(?:は)?|たもの(?:で)?は){absent}"
        # 漏えいの[対象ではございません], [対象外]; not 対象となります
        rf"|対象外|対象(?:で|に|と)?(?:は)?(?:なら|なって|含まれて)?(?:は)?{nothing}|該当(?:し|は|いたし)?(?:ませ|{nothing})"
        r"|対象に(?:は)?(?:なって|含まれて|入って|含めて)(?:は)?(?:おりませ|いませ|いな|おら)"
        # 漏えいの[可能性はございません], [おそれはない]; not 可能性は否定できない
        rf"|(?:可能性|おそれ|恐れ|懸念|疑い|リスク)(?:は|が|も|の)?(?:一切|全く|まったく)?{nothing}"
        # 情報の[漏えいはありません], 不正アクセスの[痕跡がない]; not 漏えいのない管理
        rf"|(?:{leak}|{touch}|被害|影響|事実|形跡|痕跡)(?:した|された|等)?(?:の事実)?(?:は|が|も)(?:一切|全く|生じて)?(?:い|お)?{nothing}"
        # 漏洩は[発生しておりません], [生じていない]; サーバー上で[保持・処理は行っておらず]
        rf"|(?:発生|生じ)(?:し)?て(?:は)?(?:おりませ|いませ|いな|おら)"
        rf"|{hold}[^、。はが]{{0,6}}(?:は|を)?行(?:って|い)?(?:は)?{absent}"
        # カード情報を[保持・確認することはできません]; not 流出を否定することはできません
        rf"|{hold}(?:(?!可能性|否定|排除)[^、。]){{0,8}}こと(?:は|が)?(?:でき|出来)(?:ませ|な|ず)"
        # クレジットカード情報、口座情報は[ございません]; パスワードが[流出したわけではありません]
        rf"|^(?:等|など|の?情報|データ)*(?:は|も)(?:一切)?(?:ございませ|ありませ)|わけで(?:は|も){nothing}"
        r"|影響(?:を|は)受け(?:て)?(?:は)?(?:おりませ|いませ|おら|いな|ませ|ない)"
        # アクセスが[無いことが確認]された, 流出して[いないことを確認]した; not 否定するに至らなかったため、確認を続ける
        r"|(?<!でき)(?<!出来)(?<!しれ)(?:な|無)(?:い|かった)」?(?:(?:こと|もの|旨)(?:が|を|と|も)?|と)[^。]{0,40}?(?:確認|判明|判断)"
        # 番号のみ(氏名等は[無し]), マイナンバー[はなし], 氏名[を除く]
        # [安全が確認されている]情報
        r"|安全(?:性)?が確認|(?:は)?無し(?=[)、。 |]|$)|はなし(?=[)、。 |]|$)|^(?:等)?(?:を|は)除(?:く|き|い)"
    )
    unfound = (
        # 漏えいした事実は[確認されておりません], [確認できておりません], 痕跡は[見つかっていない]
        rf"確認(?:は|が)?(?:さ|でき|し|いたし|出来|に至)(?:れ|っ)?(?:て)?(?:は)?{absent}"
        rf"|(?:認め|見つか|見受け|見当た|発見|検出|把握)(?:られ|され|っ|ら|し|でき)?(?:て)?(?:は)?{absent}|断定(?:でき|に)"
        # 流出したとの[報告は受けておりません], 事実は[把握しておりません]
        rf"|(?:報告|連絡|情報|事実|通報|申告)(?:等)?(?:は|も|を)?(?:[^。、]{{0,6}})?(?:受け|寄せられ|接し|つか(?:ん|み)|得|入っ)(?:て|で)?(?:は)?{absent}"
    )
    # [漏えいした], [流出が確認された], [漏えい事実を確認した], [流出がありました]; not 漏えいの対象, 持ち出しの手順
    leaked = (
        rf"{leak}(?:等)?(?:の|した|が発生した)?(?:事実|事案|事象|こと)?(?:が|を|は|も)?(?:外部に)?"
        rf"(?:し(?=[たてま、,])|いたし|致し|され|せられ|発生し|生じ|確認|判明|あっ|あり|れ|られ|た|てい)"
        # 他の会員の氏名が[表示される事]象; not 警告画面が表示される
        rf"|(?<!画面が)(?<!警告が)(?<!ージが)(?<!ラーが){exposed}(?:た|て|まし|る事|ること)|{mistake}(?!防止|対策)"
        # 外部からの[アクセスが確認された]個人情報; not 不正アクセスを確認した, which says nothing of data
        rf"|{touch}(?:が|を)(?:確認され|受け)た(?:個人|顧客|会員)?(?:情報|データ)"
    )
    return _Cues(*(shape(pattern) for pattern in (denied, possible, unfound, rf"{leak}|{touch}", leaked)))


def status_of_clause(clause: str, *, predicate: bool = False) -> str | None:
    """Return what a folded clause says of the data in it, or None where it says nothing.

    `predicate`: the clause follows the data, so what qualifies another noun says nothing of them.

    >>> status_of_clause("が漏えいした可能性がございます")
    'possible'
    >>> status_of_clause("は含まれておりません")
    'excluded'
    >>> status_of_clause("の漏えいは確認されておりません")
    'unknown'
    >>> status_of_clause("が外部に流出いたしました")
    'confirmed'
    >>> status_of_clause("の漏えい状況について"), status_of_clause("の漏えいが確認された場合は")
    (None, None)
    """
    cues = _cues()
    clause = _IDENTIFYING.sub("", _QUOTED.sub("", clause))
    negated = _NEGATION.search(clause) is not None
    asked = WHETHER.search(clause) is not None
    if _ASKED.search(clause):
        clause, asked = _ASKED.sub("", clause), True
    if negated and not asked and cues.denied.search(clause):
        return "excluded"
    possible = _last(cues.possible, clause)
    leaked = _last(cues.leaked, clause)
    of_leak = leaked is not None or cues.leak.search(clause) is not None or _AFFECTS.search(clause) is not None
    if leaked is not None and (_CONDITION.search(clause, leaked.start()) or _is_qualifier(clause, leaked, predicate)):
        leaked = None
    # 不正アクセスの疑いを検知し、調査の結果、情報が漏えいした: what is said last is what is known.
    if possible is not None and (leaked is None or leaked.start() < possible.start()):
        return "possible"
    if of_leak and (asked or (negated and cues.unfound.search(clause))):
        return "unknown"
    return "confirmed" if leaked is not None else None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return deque(pattern.finditer(text), maxlen=1).pop() if pattern.search(text) else None


def _is_qualifier(clause: str, leaked: re.Match[str], predicate: bool) -> bool:
    if _OF_HOLDER.match(clause, leaked.end() - 1):
        return True
    qualifies = _QUALIFIES.match(clause, leaked.end() - 1)
    if qualifies is None:
        return False
    # What stands before the data ends where they begin: 公開されている|ID; a predicate ends where the clause does.
    return qualifies["state"] is not None if not predicate else qualifies["cut"] is None


def status_of_sentence(text: str) -> str | None:
    """Return what a folded sentence says of data, its last clause first; None where it speaks of no leak of data."""
    if not _DATA_LEAK.search(_QUOTED.sub("", text)):
        return None
    turns = [turn.end() for turn in TURN.finditer(text)]
    statuses = [status_of_clause(text[start:]) for start in (*reversed(turns), 0)]
    return next((status for status in statuses if status in ("possible", "confirmed")), None) or next(
        (status for status in statuses if status is not None), None
    )
