"""Cues that only name something beside what happened on a date: 攻撃の防止, 調査の結果, 停止前のサービス."""

from typing import Final

from extract.lexicon import Hit
from extract.mention import Date
from extract.text.shape import shape

__all__ = ["is_aside", "is_received"]

# A word for an attack that only modifies another: 不正アクセス[による], [の可能性], [防止].
_MERELY_NAMED: Final = (
    # 誤送付[先]を訪問.
    r"先(?!に|へ)|を(?:契機|端緒|起点|発端)"
    r"|(?<!者) {0,2}(?:等|など)?(?:に(?:よる|関|係|伴|対(?:する|して?の)|つ[いき]|備え|向け)|対策|防止|予防"
    r"|の?(?:被害|拡大|可能性|おそれ|恐れ|疑い|懸念|原因|有無|影響|状況|対象|内容|(?:痕跡|形跡)(?!が)|経緯|事実|件))"
)
# 調査[の結果], 調査[したところ]: not what the date is said of.
_SIDE: Final = (
    r"(?:状況|内容)?(?:の?結果(?=[との、])|を?(?:した|(?:いた|致)しました|行った|進めた)(?:結果|ところ)"
    r"|によ[りるっ]|を受け|中の|報告|結果に|から|に基づ|を踏まえ)"
)
# 確認[されておりません], 見つか[りませんでした]
_DENIED: Final = r"(?:は|も)?(?:し|され|でき|さ|り|っ|られ)?(?:て(?:おり|い)ま?|ま)?(?:せん|ない|なかった|おらず|なし)"
# 不正アクセス[の試みは観測されていません], 流出[は確認されておりません], 悪用[された形跡はありません]
_NOT_SEEN: Final = (
    r"[^。、をがはも\n]{0,12}[はも](?:一切)?"
    r"(?:(?:観測|確認|検知|検出|認め|把握|発生|見つか)[^。、\n]{0,8}(?:ません|おらず|いない|なかった)"
    r"|(?:あり|ござい)ません|な[かいく]|無[かいく])"
)
# 流出[したデータの調査に着手], 漏えい[データを提供され]: what leaked is looked into. Not: 4月5日に流出したデータ.
_LEAKED_DATA: Final = shape(
    r"(?:した|され(?:た|ていた))?(?:可能性|おそれ|恐れ)?(?:のある)?[^、。をがはにの\n]{0,10}(?:データ|情報|ファイル|対象者|お客様)"
    r"(?:の[^、。\n]{0,6}(?:調査|解析|確認|特定|精査|分析)|を[^、。\n]{0,4}(?:提供|調査|解析|特定|精査|分析))"
)
# 4月5日[より稼働]停止していた
_BEGUN: Final = frozenset({"contained", "investigated"})
_SINCE: Final = shape(r" {0,2}(?:より|から)(?:[^、。\n])*+\Z")
# By a cue's code, what follows it where it tells nothing: 調査[を継続するとともに], 停止[前の], 状況の確認[のため].
_AFTER: Final = {
    "occurred": shape(rf"{_MERELY_NAMED}|{_NOT_SEEN}|て(?:い|お)(?:ない|ません|りません|らず)"),
    "investigated": shape(
        rf"{_SIDE}|のため、|し(?:ている|ていた|ております|ておりました)(?=[一-龥ァ-ヶ])|を?(?:継続|続け)(?:し|する)?(?:て|つつ|ながら|るとともに|とともに|し、)"
    ),
    # 外部機関と連携し[、調査を開始]: what they did together tells.
    "told": shape(r"(?<=連携し)(?:て)?、?[^。、\n]{0,20}(?:調査|解析|分析|復旧)"),
    "counsel": shape(_SIDE),
    # 修正[済みソフトウェアを公開]: not yet applied by anyone.
    "contained": shape(
        rf"(?:済み?の?)?(?:ソフト[^。、を]{{0,4}}|プログラム|パッチ|版)を(?:公開|公表|リリース)|前[にの]|期間|の?お願い|されていた|していた(?!だ)|{_DENIED}"
    ),
    "restored": shape(rf"前[にの]|期間|{_DENIED}"),
    "detected": shape(rf"の?ため|作業|(?:厳粛|重く|真摯|深刻|受け止め|踏まえ)|{_DENIED}"),
}
# 不正アクセスが[原因であることが]発覚: what is found is the cause of what was noticed before.
_OF_CAUSE: Final = shape(r"原因(?:である|だった|であった)(?:こと|旨)[がを]$")
# 停止する[必要がある]と判断, [安全性の]確認, [出荷に関わるシステム]確認: decided and made sure of, and not noticed.
_NOTHING_FOUND: Final = (
    ("と判断", shape(r"(?:必要|べき|妥当|適切|望まし|収束|終息|完了)[^、。]{0,6}$")),
    ("確認", shape(r"(?:安全性?|健全性|正常性|動作)[のをが]$|(?:に関わる|に係る|の)システム$")),
)
# 当該[サーバーは]昨年12月に設置され: and no program that an attacker left.
_OF_MACHINE: Final = shape(r"(?:サーバー?|機器|装置|システム|端末|ルーター?|カメラ)(?:は|が)、?$")
# 攻撃者[がログを]削除, 第三者[により、データベースが]削除され: what the attacker did contained nothing.
_BY_ATTACKER: Final = shape(r"(?:攻撃者|犯人|第三者|何者か)(?:が|によ(?:り|って))[^。\n]{0,40}$")
# 電話での[お問い合わせ]対応: who calls, and nobody who is told.
_BY_CALLERS: Final = shape(r"の(?:お?問い?合わ?せ|受付|受け付け|対応|ご?相談|ご?注文)")
# 対象の[内容を]修正, [誤記を]修正: of the notice itself.
_OF_NOTICE: Final = shape(r"(?:内容|記載|文言|表記|誤記|本文)(?:の一部)?[をの]$")
# 業務[委託解除]: no more at work together. Not: アクセス制限を解除.
_OF_CONTRACT: Final = shape(r"(?:委託|契約|提携)[をの]?解除$")
# [脆弱性を]公表, [修正プログラムを]公開: a maker's news of its product, and no release.
_OF_PRODUCT: Final = shape(r"(?:脆弱性|パッチ|プログラム|ソフト(?:ウ[ェエ]ア)?|ファームウ[ェエ]ア|アップデート)を$")
# お知らせ[いたします]: said now, not on the date.
_PERFORMS: Final = shape(r"を?(?:いた|致)?(?:します|申し[上あ]げます|させて(?:いただ|頂)きます)|です")
# 4月5日[から順次]お知らせします: that is when.
_THEN: Final = shape(r" {0,2}(?:から|より|に|以降)、?(?:順次|個別に|改めて|あらためて|別途|、)*")
_ANNOUNCING: Final = frozenset(("お知らせ", "ご報告", "報告", "公表", "ご案内"))
# 報告[を受け], 連絡[があり]: the organisation is told.
_RECEIVED: Final = shape(
    r"書?[」』)]?(?:等|など)?(?:[がを][^、。]{1,16}(?:から|より)|[がをもの])?(?:速やかに|正式に)?"
    r"(?:お?頂|いただ|受け|受領|受信|あり|あっ|ござい|入[りっ]|寄せ|届(?!く|け?出)|なされ|され)"
)


def is_received(folded: str, hit: Hit) -> bool:
    """Whether a word of telling is what somebody got: 報告を受け, 連絡があり."""
    return _RECEIVED.match(folded, hit.end) is not None


def is_aside(folded: str, date: Date, hit: Hit) -> bool:
    """Whether a cue behind a date tells nothing of what happened on it."""
    after = _AFTER.get(hit.code)
    if after is not None and after.match(folded, hit.end):
        # 4月5日より停止していたサーバ, 4月5日より調査を進めた結果: that is what began on the date.
        return hit.code not in _BEGUN or _SINCE.match(folded, date.span[1], hit.start) is None
    if hit.code == "contained" and folded.startswith("修正", hit.start):
        return _OF_NOTICE.search(folded, max(0, hit.start - 6), hit.start) is not None
    if hit.code == "contained" and _BY_ATTACKER.search(folded, max(date.span[1], hit.start - 60), hit.start):
        return True
    if hit.code == "occurred":
        if folded.startswith("設置", hit.start) and _OF_MACHINE.search(folded, max(0, date.span[0] - 16), date.span[0]):
            return True
        bound = folded.startswith(("に", "から"), date.span[1])
        return not bound and _LEAKED_DATA.match(folded, hit.end) is not None
    if hit.code == "detected":
        before = max(0, hit.start - 12), hit.start
        for word, led in _NOTHING_FOUND:
            if folded.startswith(word, hit.start) and led.search(folded, *before):
                return True
        return folded.endswith(("が", "を"), *before) and _OF_CAUSE.search(folded, *before) is not None
    if hit.code == "notified" and folded.startswith("電話での", hit.end - 3):
        return _BY_CALLERS.match(folded, hit.end) is not None
    if hit.code == "restored":
        return _OF_CONTRACT.search(folded, max(0, hit.start - 6), hit.end) is not None
    if hit.code == "told" and folded[hit.start] == "問":
        return not is_received(folded, hit)
    if hit.code == "disclosed" and _OF_PRODUCT.search(folded, max(0, hit.start - 12), hit.start):
        return True
    if hit.code in ("told", "disclosed") and "本日" not in folded[slice(*date.span)]:
        return (
            folded[hit.start : hit.end] in _ANNOUNCING
            and _PERFORMS.match(folded, hit.end) is not None
            and _THEN.fullmatch(folded, date.span[1], hit.start) is None
        )
    return False
