"""How far the looking into what a release tells has come.

By the annotation guide 'no leak has been confirmed' leaves it open while an investigation goes on, and
denies it after one that found none.
"""

from typing import Final, Literal

from extract.resolve.cues import LOOKED_INTO, WHETHER
from extract.text.shape import each, shape

__all__ = ["FOUND_NONE", "Progress", "leaves_open", "progress"]

Progress = Literal["going_on", "finished", "untold"]

# [調査を継続しており]ます, [調査してい]る; not 調査を進めてまいりました, 調査を継続し、完了, 結果を公表しております.
_CARRY_ON: Final = r"(?:継続|続行|実施|依頼|開始)(?:いた|致)?し|続け|進め|行っ|行な|当たっ|あたっ|努め"
_PROGRESSIVE: Final = (
    rf"(?:[^。\n]{{0,20}}?(?:{_CARRY_ON})|(?:いた|致)?し)"
    r"て(?:おり(?!ました)|い(?!た|まし|ませ)|(?:まい|参)りま(?!した)|いきま)"
)
_GOING_ON: Final = shape(
    each("調査|解析|精査|分析", _PROGRESSIVE)
    # 詳細は現在[調査中]です; not 調査中に判明した, 調査中の案件
    + rf"|{each('調査|解析|精査|確認|究明|特定', '中(?![のに]|で確認)')}|"
    # [引き続き詳細な調査]に取り組む, [今後の調査]により, [調査の進展]に伴い, [調査が完了次第]; not 追加調査の結果
    + each("今後|更なる|さらなる", r"の?[^。\n]{0,6}調査")
    + r"|引き?続き[^。\n]{0,30}(?:調査|解析|精査)|調査の進[捗展]"
    r"|調査[^。\n]{0,8}(?:次第|見込み|予定)|調査[^。\n]{0,24}(?:完了|終了)する(?:見込み|予定)"
)
# 今後[新たにお知らせすべき事実が判明した場合]; not 新たな事実が判明いたしました, which is told at once.
_MORE_TO_COME: Final = shape(r"新た[^。\n]{0,20}(?:事実|事項|事態|情報|こと)[^。\n]{0,14}(?:場合|次第|とき|際)")
# このたび[調査が完了]いたしました, 第三報([最終報]); not 調査が完了次第, 調査の完了後, which are yet to come.
_FINISHED: Final = shape(r"調査[^。\n]{0,12}(?:完了|終了)(?!次第|後|予定|見込|に)|最終報|終報|最終結果")
# [調査を行ったところ], その後の[調査により]; not 調査を開始しました.
# Not 調査の結果が判明し次第, 調査の結果が判明した場合.
_FINDING: Final = shape(
    r"(?:調査|解析|分析)(?!の?結果が?(?:判明し|出|わか|分か)[^。\n]{0,30}(?:次第|場合|際))"
    r"[^。\n]{0,30}?(?:結果|により|によると|判明|ところ)"
)
# [調査の結果]、漏えいは確認されておりません, [証跡の確認を行った結果], なかったとの[最終報告]: who has looked and found
# none, denies.
FOUND_NONE: Final = shape(
    r"調査[^。、\n]{0,12}(?:結果|完了|終了)|最終(?:調査)?報告|" + each("解析|分析|精査|確認", r"[^。、\n]{0,8}結果")
)
# 流出したとは[断定できません]: nobody knows; not 流出と断定できる記録が残っていた.
_UNDECIDED: Final = shape(r"断定[^。、がを]{0,10}?(?:ませ|ない|なかっ|おら|ず)")
# [現時点において]確認されておりません; not 漏えいは確認されていません, told as a fact.
_SO_FAR: Final = shape(
    r"現時点|現段階|現状|現在|[0-9] ?日(?:\([^()]{1,3}\))?時点|今のところ|これまでのところ|いまのところ"
)


def progress(folded: str) -> Progress:
    """Return how far a folded release says that its investigation has come.

    >>> progress("詳細は現在調査中です。"), progress("調査が完了しましたのでご報告します。"), progress("お詫びします。")
    ('going_on', 'finished', 'untold')
    """
    if _GOING_ON.search(folded):
        return "going_on"
    if _FINISHED.search(folded):
        return "finished"
    if _MORE_TO_COME.search(folded):
        return "going_on"
    return "finished" if _FINDING.search(folded) else "untold"


def leaves_open(sentence: str, state: Progress) -> bool:
    """Return whether a folded sentence that says 'not confirmed' leaves it open in a release of that state.

    >>> leaves_open("調査の結果、漏えいは確認されておりません。", "going_on")
    False
    >>> leaves_open("現時点で漏えいは確認されておりません。", "untold")
    True
    >>> leaves_open("漏えいは確認されていない。", "untold")
    False
    """
    # Nobody knows, whoever has looked.
    if WHETHER.search(sentence) or _UNDECIDED.search(sentence) or LOOKED_INTO.search(sentence):
        return True
    if state == "finished" or FOUND_NONE.search(sentence):
        return False
    return state == "going_on" or _SO_FAR.search(sentence) is not None
