"""Whether the data was misused: what the release says of secondary damage."""

from collections.abc import Sequence
from typing import Final

from extract.lexicon import Hit
from extract.mention import Span
from extract.resolve.incident.narrative import Narrative
from extract.text.shape import shape

__all__ = ["find_secondary_damage"]

# How far before a word is read what it is said of.
_LEAD: Final = 120
# A plain 被害 is the attack's own unless it is said of what came of the leak: `現時点で被害の報告はない`.
# Not: `被害拡大を防止`.
_SINCE: Final = shape(
    r"(?:現時点|現在|これまで|今のところ|伴う|よる|起因する|起因した|お客様|実際)[^。、\n]{0,14}$"
    r"|(?:本件|本事[案象]|今回の[^、。\n]{1,6})に(?:関わる|関する|係る|かかわる)[^、。\n]{0,6}$|以外の$"
    r"|直接的な$|(?:可能性|おそれ|恐れ)が(?:あり|ござい)ま(?:す|した)が、$"
    # 被害は生じておりません, with nothing before it.
    r"|^(?:なお|また)?、?$"
)
_TOPIC: Final = shape(
    r"(?:等|など)?(?:や[^、。\n]{1,14}(?:等|など))?(?:の?(?:報告|連絡|事実|発生|確認|情報|申告|申し?出|相談))?(?:は|も|について)"
)
# `漏えいの被害は確認されておりません`, `業務停止に至る被害`: the attack's own after all.
_OF_THE_ATTACK: Final = shape(
    r"(?:漏(?:え?い|[洩出れ])|流[出失])の$|(?:停止|中断|障害)(?:に至る|を伴う|など|等)?の?$"
    r"|(?:暗号化|脅迫|身代金の?要求)(?:等の|などの|といった)$"
)
# `被害の報告は受けておりません`, `何らかの被害について報告はされておりません`, `被害申告は`: told by those concerned.
_TOLD_OF: Final = shape(
    r"(?:等|など)?(?:の|について(?:の)?|に関する)?[おご]?(?:報告|連絡|申し?出|申告|届け?出|相談|問い?合わ?せ)(?:(?:や|・|および|及び|等の?)(?:ご?連絡|報告|相談|問い合わせ))?(?:は|も)"
    r"|(?:事例|事象)?の(?:確認|報告|連絡)、[^。、\n]{0,8}(?:報告|連絡)(?:は|も)"
    r"|が(?:発生し|生じ|あっ)た(?:との|という)?[おご]?(?:事実|報告|連絡|申し?出)(?:は|も)"
)
# `二次被害は確認されておりません`, `不正利用された事実はございません`, `不正利用がない旨を確認`.
# Not: `二次被害の可能性を否定できません`, `不正利用の有無は確認できておりません`.
_NONE: Final = shape(
    r"(?:等|など)?(?:の発生)?(?:[はもが](?:一切)?(?:なかった|ない)(?:こと|旨|もの)|[はも](?:一切)?(?:なかっ|なく、|ありません|ございません))"
    # Not: `送信元の名を悪用したものであり、情報が送信された事実は確認されておりません`.
    r"|(?!したものであり、)(?:(?!有無)[^。\n]){0,70}?(?:確認|把握|発見|検知|認識|報告|連絡|事実|発生|見つか|認め|判明|見受け|生じ|相談|問い?合|通報|申告|至っ|事象|形跡|掲載|受け|寄せ|来て|届[いけ]|申し?出|接し|上が|情報|知らせ)"
    r"(?:(?!可能性|否定|完了|保有)[^。、\n]){0,16}?(?:ません|おらず|いない|ない|なく|無[いく]|なかっ)"
)
# `悪用されるおそれ`, `不正利用された可能性`. Not: `おそれの有無`.
_POSSIBLE: Final = shape(
    r"[^。\n]{0,40}?(?:可能性|お?それ|恐れ|虞|懸念|(?<!アクセスの)疑い(?=[がも](?:あ[りる]|ござい|生じ|判明|確認|否定))|危険|リスク)(?!の有無|のある(?:個人)?(?:データ|情報)は含|[がは](?:極めて|非常に|きわめて)?低|が(?:ある)?か|は(?:ない|なく|ござい|あり))"
)
# `不正利用が確認されました`, `不正な引き落としがありました`. Not: `被害が確認された場合`,
# `不正利用が確認されたアカウント`, `不正利用を目的としたアクセスが確認され`, `不正利用は停止していることを確認`.
_CONFIRMED: Final = shape(
    r"(?:(?!を目的|停止)[^。、\n]){0,20}?(?:が|は|を|も)(?:複数件?|[0-9]{1,4}件)?(?:、?(?:総額|合計|計)[^。、\n]{0,14}?)?"
    r"(?:発生|判明|確認|あり)(?:し|され|いた|致|まし)"
    r"(?!て(?:い|お)(?:ら|り?ませ|な|る[場際])|た(?:場合|際|ら|(?:当該)?(?:アカウント|id|認証|パスワード|権限|端末|機器|api)))"
    # `身に覚えのない請求があったとのご連絡をいただいて`.
    r"|(?:の荷物|の商品)?が(?:複数)?(?:あっ|発生し|行われ|届い)た(?:との|という|旨の?)[^。、\n]{0,8}?(?:連絡|報告|申告|申し?出|相談|通報)[をが]"
    r"[^。、\n]{0,8}?(?:いただ[いき]|頂[いき]|受け(?!て(?:い|お)(?:ら|りませ))|寄せられ(?!て(?:い|お)(?:ら|りませ))|あり(?!ませ)|入って)"
)
# `を装ったメールが送信されたことを確認`, `へ誘うメッセージを送っていたことがわかり`, `が届いたというお声を頂き`.
_SENT: Final = shape(
    r"[^。\n]{0,70}?(?:(?:送信|配信|送付|発信)(?:され|し|い)|送(?:られ|っ)|届(?:い|く)|受信した(?=との|という|旨))"
    r"[^。、\n]{0,34}?(?:確認|判明|報告|連絡|声|申し?出|問い?合|相談|わか|分か|形跡)"
    # `お客様に不審なメールが送信されました。`
    r"|[^。、\n]{0,30}?(?:が|を)[^。、\n]{0,10}?(?:送信|配信|送付|発信)され(?:まし|てい(?:まし)?|ておりまし)?た(?:。|$)"
)
_RECIPIENTS: Final = shape(
    r"お客|皆(?:様|さま)に|お取引先|やり?取り|関係者|関係先|顧客|予約|利用者|会員|ゲスト|宿泊|購入|購読|ユーザ|アドレス帳|連絡先|(?:漏(?:え?い|[洩出れ])|流[出失])した(?:メール)?アドレス"
)
# `悪用可能な脆弱性は確認されませんでした`: what could be abused is no data.
_HOLE: Final = shape(r"(?:可能な|され(?:る|得る|うる)|でき(?:る|た))[^、。\n]{0,8}(?:脆弱性|弱点|設定|不備|不具合)")
# `その他のサービスにおいて`不正利用は確認されておりません: of no data that leaked.
_ELSEWHERE: Final = shape(
    r"(?:その|この)?他の(?:サービス|システム|サイト|アプリ|アカウント)(?:など|等)?(?:におい?て|での?|の|では)、?[^。、]{0,6}$"
)
# `同業者からの勧誘を受けた`, `営業活動に使っていた`.
_SOLICITED: Final = shape(
    r"[^。、\n]{0,8}?(?:を受け(?:た|まし)|が(?:あった|行われ|あり)|使(?:って|われ|いまし|用[さし])|利用[さし])"
)

# Not the data but the means of the attack was abused: `脆弱性を悪用し`, `アカウントが不正に利用され`.
_MEANS: Final = shape(
    r"(?:脆弱性|メールアドレス|api[^\S\n]?キー|資源|ドメイン|機能|機器|権限|アカウント|パスワード|認証情報|id|vpn|接続|設定|仕様|ソフト(?:ウェア)?|プログラム|デスクトップ|サーバー?|ツール|環境)[^。、\n]{0,18}$"
)
# `メールアドレスを悪用したフィッシングメールが送付される可能性`: it may be used against its owners.
_MISLED: Final = shape(
    r"した[^。\n]{0,40}?(?:メール|電話|連絡|詐欺|なりすまし)[^。\n]{0,16}?(?:さ|届|送ら|行わ)[^、。\n]{0,4}?(?:れ)?る(?:可能性|お?それ|恐れ|懸念)"
)
# `漏えいした情報を用いたフィッシング…の可能性`; `なりすまし等の被害が発生する可能性`: misuse of this data is warned of.
_WITH_THIS_DATA: Final = shape(
    r"(?:漏(?:え?い|[洩出れ])|流[出失]|窃取|搾取|詐取|奪取|取得)(?:した|された)[^、。\n]{0,12}(?:情報|データ|アドレス)(?:等|など)?を"
    r"(?:用い|使|悪用し|利用し|もと|基)(?:[^、。\n]{0,8}|(?:て)?、[^、。\n]{0,16})$"
)
_OF_MISUSE: Final = shape(r"(?:なりすまし|成りすまし|詐欺|フィッシング|悪用|不正[利使]用)(?:等|など)?(?:による|の)$")
_DATA: Final = shape(r"情報|一部|データ|個人|カード|これら|メールアドレス|氏名|名前")
# `フィッシングメール等に`悪用されるおそれ: told without the data that would be.
_MISUSED_FOR: Final = shape(r"(?:メール|詐欺|なりすまし|勧誘|営業活動)(?:等|など)?に$")
# Below the heading that names the damage: `現時点では確認されていませんが`.
# Not: `調査中であり、有無は確認できていません`.
_NOTHING_YET: Final = shape(
    r"(?:現|これまで|今のところ|いまのところ|[0-9])[^。\n]{0,12}?(?:は|も|で|、|在|まで)"
    r"(?:(?!有無|可能性|調査)[^。\n]){0,24}?"
    r"(?:確認|報告|発生|把握|認め|見つか|判明)(?:(?!可能性|否定)[^。、\n]){0,12}?(?:ません|おらず|ていない|なく|なかっ)"
)
# `防止`, `対策` and the like stand behind a word that says nothing happened, or may.
_PREVENTED: Final = shape(r"(?:の|を|等の|などの)?(?:防止|防ぐ|対策|未然|抑止|検知|監視)")

# `二次被害の有無:現時点では`: the label of what follows. Not: `有無は確認できておりません`.
_WHETHER: Final = shape(
    r"(?:(?:又は|または|や)(?:その)?(?:お?それ|恐れ))?の有無(?:及びその内容|およびその内容)?"
    r"(?: {0,2}[:|] {0,2}|(?:は|について(?:は)?|につきまして(?:は)?)、?(?=[^。\n]{0,24}?確認され))"
)

_HAPPENED: Final = ("confirmed", "none_confirmed")


def find_secondary_damage(hits: Sequence[Hit], narrative: Narrative) -> tuple[str, Span | None]:
    """Return the code and the words it rests on.

    What is said of secondary damage by that name (二次被害は確認されておりません) wins over what is told of misuse;
    misuse that happened wins over a statement that none was found, and that over any warning.
    """
    told: dict[str, Span] = {}
    named: dict[str, Span] = {}
    for hit in hits:
        if hit.start < narrative.body:
            continue
        by_name = hit.code == "damage" and narrative.text[hit.start] in "二2"
        if not by_name and (named or "confirmed" in told):
            # What this could say would be of less weight.
            continue
        code = _told(hit, narrative)
        if code is not None:
            told.setdefault(code, (hit.start, hit.end))
            if by_name and code in _HAPPENED:
                named.setdefault(code, (hit.start, hit.end))
    for found, codes in ((named, _HAPPENED), (told, (*_HAPPENED, "possible"))):
        for code in codes if found else ():
            if code in found:
                return code, found[code]
    return "unknown", None


def _below(hit: Hit, narrative: Narrative) -> Span:
    """Return the sentence below the heading that a hit stands in."""
    end = narrative.passage(hit.start).end
    start = narrative.document.sentence_index(end) + 1
    below = narrative.document.sentences[start : start + 1]
    return (below[0].start, below[0].end) if below else (end, end)


def _told(hit: Hit, narrative: Narrative) -> str | None:
    text, here = narrative.text, narrative.passage(hit.start)
    after = text[hit.end : here.reach(hit.end)]
    if _PREVENTED.match(after):
        return None
    headed = hit.code == "damage" and narrative.in_heading(hit.start)
    if headed and _NOTHING_YET.match(text, *_below(hit, narrative)):
        return "none_confirmed"
    whether = _WHETHER.match(after)
    if whether is not None:
        return "none_confirmed" if _NOTHING_YET.match(after, whether.end()) else None
    before = text[max(here.start, hit.start - _LEAD) : hit.start]
    if hit.code == "used":
        return "none_confirmed" if _NONE.match(after) and _DATA.search(before) else None
    if hit.code == "lure":
        # Most of these are advice.
        sent = _SENT.match(after) if hit.start < here.advice else None
        if _WITH_THIS_DATA.search(before):
            if _NONE.match(after):
                return "none_confirmed"
            if _POSSIBLE.match(after):
                return "possible"
        if sent is None or _POSSIBLE.match(after) or _NONE.match(after):
            return None
        return "confirmed" if _RECIPIENTS.search(before) or _RECIPIENTS.search(after, 0, sent.end() + 16) else None
    if hit.code in ("spent", "solicited"):
        if hit.code == "spent" and _NONE.match(after):
            return "none_confirmed"
        told = hit.start < here.advice and not here.denied(hit.end)
        return "confirmed" if told and (hit.code == "spent" or _SOLICITED.match(after)) else None
    if hit.code == "plain" and _OF_MISUSE.search(before) and _POSSIBLE.match(after):
        return "possible"
    if hit.code == "plain" and (
        not (_TOLD_OF.match(after) or (_TOPIC.match(after) and _SINCE.search(before))) or _OF_THE_ATTACK.search(before)
    ):
        return None
    if _NONE.match(after):
        beside = hit.code == "misuse" and ("脆弱性" in before[-12:] or _HOLE.match(after) or _ELSEWHERE.search(before))
        return None if beside else "none_confirmed"
    if hit.code == "misuse" and _MISLED.match(after):
        return "possible"
    if hit.code == "plain" or (hit.code == "misuse" and _MEANS.search(before)):
        return None
    if _POSSIBLE.match(after):
        return "possible" if hit.code == "damage" or _DATA.search(before) or _MISUSED_FOR.search(before) else None
    return "confirmed" if _CONFIRMED.match(after) else None
