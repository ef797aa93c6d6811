"""What happened to what a quantity counts: exposed, compromised, sent, misused, or other.

The nearest words decide: what stands right behind the number (職員1名のアカウント), the predicate of
its clause (送信された, 連絡がつかない), the label before it (送信件数:) or the heading above it.
"""

from collections.abc import Sequence
from typing import Final

from extract.mention import Count, Section
from extract.resolve.counts.brackets import closing
from extract.resolve.counts.surroundings import Surroundings, any_of, cue, either
from extract.text.document import Document
from extract.text.folding import fold
from extract.text.shape import shape

__all__ = ["HAPPENED", "role_of", "share_roles"]

#: Roles of what did happen: confirmed by nature.
HAPPENED: Final = frozenset({"compromised", "sent", "misused"})

# 81名に連絡済み; 連絡が取れない方は12名; 通知完了 283件. Not: 2,460名には個別にご連絡します.
# 通知書を回収(17人。1人は不在のため).
_REACHED: Final = (
    cue("clause", "<reached>"),
    cue("label", r"<reached>[^、。\n]{0,16}$"),
    cue("before", r"(?:回収|謝罪|訪問|面談|説明)[^、。()\n]{0,4}\($"),
    cue("clause", "^(?:について|につきまして)?は、?(?:ご?不在|お?留守)"),
    # 連絡先が不明な方12名については.
    cue("before", r"(?:連絡先|住所|所在|宛先)(?:が|の)?(?:不明|判明し(?:ない|て(?:い|お)))[^、。0-9\n]{0,8}$"),
    # 11名の会員には、情報を開示しないことを確認.
    cue(
        "after",
        r"^の(?:会員|方|お客様|受信者|利用者)[^。、\n]{0,6}(?:に|へ|から)は?、?[^。\n]{0,40}(?:開示|口外|利用|使用)しない",
    ),
    # 誤送付先43世帯を訪問, 41世帯分を回収.
    cue("before", r"(?:誤送付|誤送信|誤配布|誤配達|誤発送|誤交付)先の?[^、。\n]{0,4}$"),
    cue("after", r"^を(?:全て|すべて)?回収"),
    # 33名から書類を回収しました. Not: 300名から回収したアンケート.
    cue("after", r"^(?:の方)?から、?[^、。\n]{0,10}回収(?:しました|し、|済|を(?:完了|終)|いたしました|しており)"),
)
# 900名への通知を完了し、[残り]100名への通知を進めています.
_REMAINING: Final = (
    cue("before", r"残(?:り|る)の?(?:約)?$"),
    cue("after", r"^(?:の方々?)?(?:に|へ)(?:の|も|は)?、?[^。、\n]{0,8}(?:通知|連絡|案内|お知らせ)"),
)
# 1,234名の方へ不審なメールが送信されました; 送信先:1,234名.
_MAILED: Final = (
    cue(
        "after",
        r"^(?:の(?:方々?|皆様|お客様|関係者)|様)?(?:に|へ|宛て?に?)(?:対し(?:て)?)?、?[^。\n]{0,24}"
        r"(?:メール|メッセージ|sms)[^。、\n]{0,4}が?、?(?:送信|配信|送付|発信|送られ)",
    ),
    cue("before", r"(?:メール|メッセージ)[^。、\n]{0,6}の?(?:送信|配信|送付)先(?:件数|数)?[: (]*$"),
)
_LURES: Final = r"不審|フィッシング|迷惑メール|スパム|なりすまし|偽|装った|ウイルス|攻撃メール"
_LURING: Final = (cue("clause", _LURES), cue("label", _LURES))
# 説明会を開催し、62名が参加しました. Not: 説明会に参加した62名の氏名.
_CAME: Final = (
    cue("before", r"(?:説明|報告)会[^。\n]{0,16}$"),
    cue("after", r"^(?:の[^、。\n]{0,6})?が?、?(?:参加|出席)(?:し(?:ました|、|$)|いただ|が?あり|\)|。|$)"),
)
# 6名の方から不審なメールを受信したとの連絡を; 重複していた方が3名. Not: 2名から不正送金の申し出.
_HEARD: Final = (
    cue(
        "clause",
        r"^(?:全員|の(?:お客様?|方々?|会員様?|皆様))?(?:から|より)[^。\n]{0,40}(?:連絡|報告|申告|申し?出|指摘|情報提供)",
    ),
    cue("before", r"重複(?:して|した|者|分)[^、。\n]{0,6}(?:が|は|[:( ])*$"),
)
# 登録者数は約5万人ですが: those among whom the incident's people are. Not: 流出した会員数は300名で、うち.
_POPULATION: Final = (
    cue("after", r"^(?:です|あります|います|おります)(?:が|けれど)|^(?:であり|で)?、(?:この|その)?うち|^の?うち"),
    cue("before", r"(?:登録|加入|契約|会員|利用)者?総?数(?:は|[: ])*$"),
)
# ログインされた4,512名のうち、他の方に表示された方は137名; 93組のお客様のうち、最大で41組: of the others nothing
# leaked. Not: 399名のうち、市内の方は11名.
_SOME_OF: Final = cue(
    "after",
    r"^(?:(?:の[^、。\n]{0,10})?のうち|中)、?"
    r"(?:最大[で約]{0,2} ?[0-9]|[^。\n]{0,30}?(?:<leak>|表示され|閲覧され|見られ)[^。\n]{0,20}?[0-9]"
    # 会員600名のうち120名の情報が漏えい. Not: 600名のうち120名の口座番号も漏えい.
    r"|[^。、\n0-9]{0,12}[0-9][0-9,]*(?:名|人|件|社)(?:分|様)?(?:の|が|について)[^。\nも]{0,24}?<leak>"
    # 会員12万人のうち、1,200名のアカウントに不正ログイン.
    r"|[^。\n0-9]{0,30}[0-9][0-9,]*(?:名|人|件)(?:分|様)?の(?:メール)?アカウント"
    # 申込者512名のうち、98名に対し、全員のアドレスを入れて送信.
    r"|[^。、\n0-9]{0,12}[0-9][0-9,]*(?:名|人|件)(?:様)?(?:に|へ)(?:対し(?:て)?)?、?"
    r"(?:(?!詫び|通知|連絡|案内|お知らせ|謝罪)[^。\n])*(?:送信|送付|配信|配布))",
)
# 別のお客様1名に、誤って送信.
_RECIPIENT: Final = (
    cue("after", r"^[にへ](?:、|誤|対し|メール|送|発|郵)"),
    cue("before", r"(?:別|他|無関係|異なる)の?[^、。\n]{0,8}$"),
)
# 検索機能を利用した会員は27名で、うち11名が他の会員の情報を閲覧: who looked, and not what was seen. Not: カードを
# 利用した会員は27名.
_LOOKED: Final = (
    cue(
        "before",
        r"(?:閲覧し|ダウンロードし|検索(?:機能)?を利用し|検索し)た(?:会員様?|方|お客様|利用者|者|人|企業)(?:は|が|の数は)$",
    ),
    cue("after", r"^が、?(?:他|別)の[^。、\n]{0,20}を[^。、\n]{0,6}(?:閲覧|ダウンロード|参照)し"),
)
# 3名に誤送信し、120名のメールアドレスが漏えい. Not: 120名に誤送信しました.
_RECIPIENT_OF_OTHERS: Final = cue(
    "after",
    r"^[にへ]、?誤[^。、\n]{0,10}し(?:、|た)[^。\n0-9]{0,30}[0-9][0-9,]*(?:名|人|件)(?:分|様)?の"
    # 2名に対し、ご案内をお送りした際、別のお客様の一覧を添付.
    r"|^(?:様|の(?:方|ご担当者)[^、。\n]{0,6})?(?:に|へ|宛てに)(?:対し(?:て)?)?、?[^。\n]{0,40}"
    r"(?:送り|送信|送付|発送|郵送)(?:し|いたし|致し)た(?:際|ところ)[^。\n]{0,12}(?:別|他|ほか)の(?!受信|宛先|送信先)",
)
_LEAKED_BEFORE: Final = cue("before", "<leak>")
# 保管していた個人情報1,000件のうち、200件が漏えい.
_STORED: Final = cue("before", r"(?:保管|保存|登録|保有)(?:し|さ)[^、。\n]{0,8}(?:情報|データ)$")
# 全社員1,500名のパスワードをリセット.
_EVERYONE: Final = cue("before", r"(?:全|すべての|全ての)(?:教?職|社|従業|会)員 ?$")

_LEAKS: Final = cue("clause", "<leak>")
_ATTACKED: Final = cue("clause", "<attack>")

# 送信件数: 565件; 社外へ送信された件数は合計223件. Not: 送信済みフォルダの宛先 1,538件.
_SENDING_LABEL: Final = cue("label", r"<send>(?:された|した)?[^、。\n]{0,12}数(?:は|が|[:( ])*(?:[^、。\n]{0,8}[):])?$")
_SENT_PLACE: Final = (cue("label", "<sent_place>"), cue("clause", "<sent_place>"))
_SENDING: Final = (cue("label", "<send>"), cue("clause", "<send>"))
_MAIL: Final = (cue("label", "<mail>"), cue("clause", "<mail>"))

# 12名の診療情報[が保存]された端末: what holds their data is not theirs.
_NO_HOLD: Final = r"(?![がを](?:保存|保管|記載|記録|格納|登録|含))[^、。()\n]"
# Between a number and what it owns: `の`, `が使用する`, ` の教員の` and up to one more noun in front.
_OWNS: Final = rf"^ ?(?:分?の|が|の?[^、。()\n]{{0,8}}(?:の|する|している))[a-z0-9. ]{{0,20}}(?:{_NO_HOLD}){{0,14}}?"
# Data of the holder, not the holder: アカウント情報, ID・パスワード.
_NO_DATA: Final = r"(?!情報|登録|・|、|及び|および|と|や|数)"
# Between a holder and its number: アカウント 1件, パソコン(1台, アカウント:当社職員1名.
_OF: Final = r"(?:[:のはがを(、 ]|メール|当社|(?:教?職|社|従業|会)員|教員|学生|生徒|及び|および|計){0,6}$"

# 職員1名のMicrosoft 365アカウント, 1名が使用するメールアカウント. With に, から, を it is where the data were.
_HOLDER: Final = cue("after", f"{_OWNS}<holder>{_NO_DATA}")
_HOLDER_AS_PLACE: Final = cue("after", f"{_OWNS}<holder>(?:[にへを内上]|から|の(?:受信|送信|メール|フォルダ))")
# 1名のメールアドレスに対し: may be data themselves.
_ADDRESS: Final = (cue("after", f"{_OWNS}<address>{_NO_DATA}"), cue("before", f"<address>{_OF}"))
# 職員2名が、招待を装ったメールから偽の画面にパスワードを入力し.
# 従業員1名が、メールのURLから認証情報を入力し.
_LURED: Final = cue(
    "clause",
    r"^が[^。\n]*(?:偽の?|装った|フィッシング|phishing"
    r"|(?:認証情報|パスワード|ログイン情報|アカウント情報)(?:等|など)?を?[^。、\n]{0,6}入力|(?:url|リンク|添付ファイル)[^。、\n]{0,6}を?(?:クリック|開))",
)
# 社員1名がサポート詐欺に遭い; 社員(1名)のアカウント情報が窃取された. Not: 会員300名のアカウント情報が流出.
_WORKER: Final = cue("before", r"<worker>[ (]*$")
_ROBBED: Final = (
    cue("clause", r"^が[^。\n]*(?:詐欺|騙|だまさ|誘導)"),
    cue("after", r"^の[^、。()\n]{0,14}<holder>情報[がを][^、。\n]{0,10}(?:[窃搾詐奪盗]取|盗|悪用|不正に)"),
)
# 1名のメールアドレスに受信されたメール: it serves as a mailbox.
_MAILBOX: Final = cue("after", f"{_OWNS}<address>(?:に(?:受信|届|保存|保管)|[がで](?:送受信|受信(?!者)|送信(?!者|先)))")
# パスワードを入力した職員は4名.
_SIGNED_IN: Final = cue("label", r"(?:パスワード|認証情報)[^。\n]{0,8}入力し(?:た|てしまった)<worker>(?:は|が)$")
# 3アカウントが利用していた共有フォルダ: it holds the data, and is none.
_IN_USE: Final = cue("after", r"^が(?:利用|使用|保有|所有)(?:して|する)")
# 2件のファイルにアクセスされた.
_OPENED: Final = cue("after", r"^ ?の[^、。\n]{0,6}(?:ファイル|フォルダー?)[にへが][^、。\n]{0,6}アクセス")
_HOLDER_BEFORE: Final = cue("before", f"<holder>{_OF}")
# 対象アカウント:在学生及び卒業生 9名. Not: 漏えい対象アカウント.
_TARGET: Final = cue("before", r"(?<!漏えい)(?<!流出)対象(?:の|となる)?(?:メール)?<holder>[:はが(][^、。\n]{0,24}$")
# The head of a list or a line: 不正ログインされたアカウント数 713件.
_TAKEN: Final = cue("label", r"<attack>(?:さ|を受け|があっ|に遭)[^、。\n]{0,8}<holder>(?:の?件?数)?(?:は|が|[:( ])*$")
# 不正ログインの対象は583アカウント.
_ATTACK_BEFORE: Final = cue("label", "<attack>")
# USBメモリ1本.
_MEDIUM: Final = cue("before", r"<medium>(?:を|が|は|[( ])*$")
# 45件のバケットが削除され, 300件のファイルを暗号化.
_DESTROYED: Final = cue(
    "after",
    rf"^ ?の(?:{_NO_HOLD}){{0,12}}(?:ファイル|データ|フォルダ|バケット|サーバー?|ページ|サイト)"
    r"[^、。\n]{0,12}(?:暗号化|削除|改ざん|消去|破壊)",
)
# 不正注文 3件; 二次被害を複数件確認. Not: 1名のIDが不正に利用され, 被害を受けた3名.
_MISUSE: Final = either(
    cue("label", "<misuse>"),
    cue("label", r"被害\)?(?:の(?:報告|申告|お?申し?出|相談))?[をがは]$"),
    # 偽のページで手続きをなさったお客様が4名.
    cue("before", r"(?:偽の|フィッシング)[^。\n]{0,40}た(?:お客|会員|利用者|方)様?(?:が|は)$"),
    # 73名のポイントが不正に利用され, 42社に対し、営業の連絡があった.
    cue(
        "after",
        r"^(?:様|の(?:お客|方|会員|利用者)[^、。\n0-9]{0,4})?(?:(?:に|へ)(?:対し(?:て)?)?、?|の)(?:[^。、\n]{0,20}(?:から|より)の?、?)?"
        r"(?:営業(?:の|を目的とした)?(?:連絡|電話|活動)|勧誘|不審な(?:電話|メール|連絡|sms|着信)"
        r"|(?:ポイント|残高|カード|クーポン)[^。、\n]{0,6}が[^。、\n]{0,8}不正に)",
    ),
    # ポイントを不正に利用された方は26名, ポイントが不正に利用されたアカウント数:73件.
    cue("label", r"(?:ポイント|カード|残高|電子マネー|クーポン)[^、。\n]{0,8}不正に(?:利用|使用)"),
)
# ポイントが不正に利用されたアカウント数:73件: what was done with them, and not that they were taken over.
_POINTS: Final = cue(
    "before",
    r"(?:ポイント|残高|クーポン)(?:が|を)[^、。\n]{0,8}不正に(?:利用|使用|交換)され(?:た[^、。\n]{0,10}数|まし)?[:は(]?$",
)
_MISUSED: Final = cue("clause", "<misuse>")
# What is compromised by its own words, whatever is said of it.
_COMPROMISED: Final = either(_TARGET, _TAKEN, _DESTROYED, _OPENED, _SIGNED_IN, _MEDIUM)
_BY_LURE: Final = either(_LURED, _MAILBOX)


def role_of(count: Count, around: Surroundings, section: Section) -> str:
    """Return the role of a quantity from its own words; exposed where they say nothing else."""
    leaks = _LEAKS.said(around)
    if any_of(_REACHED, around) or _came(around) or (not leaks and _EVERYONE.said(around)):
        return "other"
    if fold(count.unit) == "回" or _is_registered(around) or _is_recipient(around) or any_of(_LOOKED, around):
        return "other"
    if not leaks and any_of(_HEARD, around) and not _MISUSED.said(around):
        return "other"
    if all(remaining.said(around) for remaining in _REMAINING):
        return "other"
    if any_of(_MAILED, around) and any_of(_LURING, around):
        return "sent"
    if _POINTS.said(around):
        return "misused"
    if count.unit_kind != "messages" and _is_compromised(count, around, section, leaks=leaks):
        return "compromised"
    if count.unit_kind not in ("people", "companies") and _is_sent(count, around, leaks=leaks):
        return "sent"
    if any_of(_MISUSE, around) or (not leaks and _MISUSED.said(around)):
        return "misused"
    return "exposed"


def _came(around: Surroundings) -> bool:
    meeting, came = _CAME
    return came.said(around) and meeting.said(around)


def _is_registered(around: Surroundings) -> bool:
    among, registered = _POPULATION
    of_these = _SOME_OF.said(around) or (among.said(around) and registered.said(around))
    return of_these and (_STORED.said(around) or not _LEAKED_BEFORE.said(around))


def _is_recipient(around: Surroundings) -> bool:
    towards, another = _RECIPIENT
    return (towards.said(around) and another.said(around)) or _RECIPIENT_OF_OTHERS.said(around)


def _is_sent(count: Count, around: Surroundings, *, leaks: bool) -> bool:
    if _SENDING_LABEL.said(around):
        return True
    if leaks or any_of(_SENT_PLACE, around):
        return False
    if count.unit_kind == "messages":
        return fold(count.unit).startswith("通") or any_of(_SENDING, around)
    return any_of(_SENDING, around) and any_of(_MAIL, around)


def _is_compromised(count: Count, around: Surroundings, section: Section, *, leaks: bool) -> bool:
    if count.unit_kind == "devices" or any_of(_COMPROMISED, around):
        return True
    if count.unit_kind == "people" and (any_of(_BY_LURE, around) or (_WORKER.said(around) and any_of(_ROBBED, around))):
        return True
    if count.unit_kind == "accounts" and _IN_USE.said(around):
        return True
    if _HOLDER.said(around):
        return not leaks or _ATTACKED.said(around) or _HOLDER_AS_PLACE.said(around)
    if leaks:
        return False
    if any_of(_ADDRESS, around):
        return _ATTACKED.said(around)
    if _HOLDER_BEFORE.said(around):
        return "affected_data" not in section.kinds or _ATTACKED.said(around)
    if count.unit_kind == "accounts":
        return _ATTACKED.said(around) or _ATTACK_BEFORE.said(around)
    return count.unit_kind == "files" and _ATTACKED.said(around)


# Two quantities in one breath: 教職員2名、学生1名の…; 小学校(7校)、幼稚園(1園)に…. Not: 3名が漏えいし、2名の….
_LISTED: Final = shape(r"\)?(?:、|,|・|と|及び|および|並びに|ならびに) ?(?!うち|このうち)[^、。,()\nがをは]{0,12}\(?")
_LISTED_REACH: Final = 24
# うち84,596件.
_PART: Final = shape(r"うち[、 ]?[^、。\n]{0,6}$")


def share_roles(document: Document, counts: Sequence[Count], around: Sequence[Surroundings]) -> list[Count]:
    """Give quantities without words of their own the role of the one that they belong to.

    In a list the last has the predicate; a part (うち3件, or in the bracket behind) shares in its
    whole, a sum in its parts; a figure told again without saying what happened is what it was before.
    """
    shared = _share_in_lists(document, counts)
    known: dict[tuple[int | None, str], str] = {}
    bracket_end, bracket_role = 0, ""
    for i, count in enumerate(shared):
        start, end = count.span
        figure = count.value, count.unit_kind
        if count.role == "exposed" and not _LEAKS.said(around[i]):
            before = shared[i - 1] if i else count
            if start < bracket_end:
                role = bracket_role
            elif before.role in ("sent", "misused") and _PART.search(around[i].before):
                role = before.role
            elif before.role == "compromised" and count.total and _same_sentence(document, before, count):
                role = "compromised"
            else:
                role = known.get(figure, "")
            if role in HAPPENED or start < bracket_end:
                shared[i] = count = count._replace(role=role)
        known.setdefault(figure, count.role)
        if count.role == "other" and end >= bracket_end and around[i].after.startswith("("):
            bracket_end, bracket_role = closing(document.folded, end), "other"
    return shared


def _share_in_lists(document: Document, counts: Sequence[Count]) -> list[Count]:
    shared = list(counts)
    for i in range(len(shared) - 2, -1, -1):
        here, following = shared[i], shared[i + 1]
        if (
            here.role == "exposed"
            and following.role in ("compromised", "other")
            and here.unit_kind == following.unit_kind
            and following.span[0] - here.span[1] <= _LISTED_REACH
            and _LISTED.fullmatch(document.folded, here.span[1], following.span[0])
        ):
            shared[i] = here._replace(role=following.role)
    return shared


def _same_sentence(document: Document, one: Count, other: Count) -> bool:
    return document.sentence_index(one.span[0]) == document.sentence_index(other.span[0])
