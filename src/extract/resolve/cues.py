"""What a clause says of the data in it: the cues that they leaked, may have leaked, did not.

The words are data (lexicon/cues.toml); here they get the endings of negation and of the past.
"""

import re
from functools import cache
from typing import Final, NamedTuple

from extract.lexicon import alternation
from extract.text.shape import each, shape

__all__ = ["LOOKED_INTO", "TURN", "WHETHER", "has_cue", "status_of_clause", "status_of_sentence"]

# 窃取した[と主張]しており、事実関係を調査, 流出した[との投稿]: what an attacker or anybody says is not known.
_CLAIMED: Final = shape(
    r"[^。、]{0,8}と(?:の|する|いう)?(?:主張|自称|犯行声明|声明|(?:内容|趣旨)[のでを]|投稿|書き?込み|噂|うわさ|ご?指摘)"
)
# What is denied behind a comma is other data, or what came of the leak: 氏名、住所で、[電話番号は含まれておりません].
# Not: 閲覧され、持ち出された事実は確認されておりません.
_DENIED_OF_OTHERS: Final = (
    r"(?=(?:現時点で(?:は)?、?|なお、?)?(?:その他の?|他の)?(?:[^。、はがを]{1,16}、){0,3}"
    r"[^。、はがを]{0,20}(?:情報|番号|データ|パスワード|コード|氏名|住所|カード|アドレス|期限|口座|マイナンバー|二次被害)"
    r"(?:等|など)?(?:の[^。、はがを]{1,8})?[はも]、?[^。、]{0,30}(?:ません|ない|なかっ|おらず))"
)
# 仕入先の情報のみで[販売先の情報は含まれておりません].
_OTHERS_HELD: Final = r"(?=[^。、はが]{2,24}は[^。、]{0,8}含ま)"
# Ends the scope of what stands before it: 確認されておりませんが、|可能性を否定できません. Not the
# subject's が (個人情報が、外部に), nor し、 and て、 after which the modality at the end still holds.
TURN: Final = shape(
    each("ます|です|した|ません|せん|ない|いる|ある|った|れた", "(?:が|けれども|ものの|ところ)[、,]?")
    + rf"|ものの|一方で?[、,]|ただし[、,]?|{each('のみ|だけ|限', f'(?:られ)?(?:で|であり)(?:[、,]|{_OTHERS_HELD})')}"
    rf"|{each('であり|ており|おらず|らず|せず|まず|ませんし|ないため|せんので', '[、,]')}"
    rf"|(?:^|(?<=[一-龥ァ-ヺーa-zどみけ0-9]))(?:で、|であり){_DENIED_OF_OTHERS}|(?:し|され|れ|あり|なり)、{_DENIED_OF_OTHERS}"
    # 会員の情報の流出が確認され、職員の情報についても流出した可能性が: of others it is not known.
    r"|(?:確認|判明)(?:され|でき|し(?:て(?:おり|い))?)、(?=[^。、はが]{1,30}(?:について)?も[^。]{0,30}(?:可能性|おそれ|恐れ))"
    # 8,000件が漏えいした可能性があり、現時点で45件の漏えいを確認: of others it is known.
    r"|(?:可能性|おそれ|恐れ)が(?:あり(?:まして)?|ございまして)、(?=[^。0-9]{0,30}[0-9][0-9,]*(?:件|名|人|社))"
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
# 図面が社外へ漏れた[かどうか]は調べております, 持ち出された形跡が[無いかの]調査, 含まれてい[ないかを]確認.
# Not: 形跡がないか調べ、なかった.
WHETHER: Final = shape(r"かどうか|か否か|かないか|ないか[のを]|無いか[のを]|したかは")
# 流出の[可能性も含め、現在調査を進めて]おります, [可能性と影響範囲について調査を進めて]おります: it is asked.
# Not 可能性があり、調査を進めて, 可能性を確認しております.
_ASKED: Final = shape(
    r"(?:可能性|おそれ|恐れ)(?!を(?:確認|特定)(?:いた|致)?し)(?:等|など)?(?:の有無)?(?:(?:および|及び|や|と|、|・)(?:その)?(?:影響)?の?(?:範囲|内容|規模|件数|対象))?(?:(?:も|を)(?:含め|ふまえ|踏まえ|考慮し)[てた]?|について|につきまして|に関して|を)(?:は|も)?[^。]{0,40}?"
    r"(?:調査|確認|精査|特定)(?:中|を(?:進め|行|続け|実施|継続)|(?:いた|致)?して(?:お|い))"
)
# Without one of these nothing is looked into.
_ASKING: Final = ("つ", "関", "有無", "事実を", "含めた")
# 情報の[流出につきましては引き続き調査中]です, [漏洩の有無を確認中]です: nor is it known.
LOOKED_INTO: Final = shape(
    r"(?:漏(?:え?い|[洩出れ])|流[出失])(?:等|など)?(?:(?:した)?の?(?:事実|可能性|おそれ|恐れ)?の?有無"
    r"(?:につ(?:いて|きまして)|に関して)?[はもを]?(?:含めて?)?"
    r"|(?:の事実)?(?:につ(?:いて|きまして)|に関して)[はも]?)、?[^。、はが]{0,24}?"
    r"(?:調査|確認|精査)(?:中|を(?:進め|行|続け|実施|継続)|(?:いた|致)?して(?:お|い))"
    # 流出を含めた影響範囲については、調査を進めて.
    r"|[をも]含めた[^。、はが]{0,8}(?:範囲|影響|状況)(?:に(?:ついて|関して))?[はを]?、?[^。はが]{0,24}?"
    r"(?:調査|確認|精査)(?:中|を(?:進め|行|続け|実施|継続)|(?:いた|致)?して(?:お|い))"
    # 漏えいの事実を確認中; not 事実を確認しております, which is known.
    r"|の事実を[^。、はが]{0,12}?(?:調査|確認|精査)(?:中|を(?:進め|行|続け|継続))"
)
# 漏えいが確認された[場合]は速やかに公表します, 確認され[た方には、速やかに]通知します: nothing has happened yet.
_CONDITION: Final = shape(
    r"場合|とき|時に?は|次第|万が?一|際に?は|有無|ましたら|た(?:お客|方|皆)[^。、]{0,12}(?:に|対して|ついて)は、速やかに"
)
# 漏えいの[可能性が判明した場合]: nor is it known that it may have; not 可能性がある方には、判明した場合に.
_ONCE_KNOWN: Final = shape(
    r"(?:可能性|おそれ|恐れ|疑い)(?:[がは]|、[^。、]{1,10}[がは])[^。、]{0,6}?"
    r"(?:判明|確認|発覚|発見)(?:(?:いた|致)?し|され|でき)(?:まし)?た(?:場合|ら|際|とき|時)"
)
# 個人番号[を含まない]従業員情報: which data they are, and not what did not leak.
_WITHOUT: Final = shape(r"[をはも]?含まない(?=[一-龥ァ-ヶ])")
# 個人を[識別できる可能性]のある回答: what can be read from the data, not whether they leaked.
_IDENTIFYING: Final = shape(r"(?:識別|特定)(?:が可能とな|でき|され|し得|しう)る(?:可能性|おそれ|恐れ)(?:の|が)ある")
# 「個人情報漏えいの可能性に関するお知らせ」: what another release was called says nothing of this one;
# not 「漏えいした可能性は否定できない。」とのことです, which is what someone reports.
_QUOTED: Final = shape(r"[「『][^」』。]{8,}+[」』](?!と(?:の(?:こと|報告|連絡|回答|説明)|報告|回答|説明|連絡))")
# 口座情報への直接的な影響は; not 業務への影響は, which is said of no data.
_AFFECTS: Final = shape(r"(?:^|情報|データ)(?:等|など)?(?:への[^。、はが]{0,8}影響|に影響(?:が|を)?[及あ])")
# 口座番号が[含まれていた事実]は確認されておりません, 番号等の[情報は確認され]ておらず, 氏名が[含まれていないか]確認.
# Not: 含まれておりましたが、….
_HELD: Final = shape(
    r"含まれ(?:て(?:い|お)?)?(?:[たる](?:事実|形跡|痕跡|こと)|ないか)"
    r"|(?:情報|データ)は、?(?:(?:現時点|現段階|現在)(?:で|において)?は?、?)?(?:確認(?:され|でき)|見つか|認められ|把握)"
)
# 情報にアクセスされた[おそれがありますが]、流出は確認されておりません: it may have leaked all the same.
_STANDS: Final = shape(
    r"(?:漏(?:え?い|[洩出れ])|流[出失]|閲覧|[窃搾詐奪]取|取得|参照|アクセス)[^。、]{0,8}(?:可能性|おそれ|恐れ|懸念|疑い)"
    r"(?:[がはも](?:(?:あり|ござい)ますが|あるものの)、"
    r"|[をはが](?:完全に)?は?(?:否定|排除)(?:(?:することが?は?)?でき|し?きれ)(?:ませんが|ないものの|ませんものの)、)"
)
# 漏えいした可能性のある情報; not サーバーへの不正アクセスを検知, which says nothing of data.
_OF_DATA: Final = (
    r"(?:[^。、]{0,20}(?:取得|アクセス|転送され|(?:外部|社外)[へに]送信され)|(?:等|など)?への[^。、はが]{0,8}影響)"
)
# リークサイトに当社のデータが[公開され].
_PUBLISHED: Final = r"[にでへ](?:おいて)?[^。、]{0,14}(?:公開|掲載|投稿)され"
_DATA_LEAK: Final = shape(
    rf"{each('外部|社外|インターネット上|ネット上|ウェブ上|サイト|サイト上', _PUBLISHED)}|"
    r"読み[出取]|漏(?:え?い|[洩出れ])|流[出失]|窃取|搾取|詐取|奪取|閲覧|盗|抜(?:き?取)|持ち[出去]|暴露"
    r"|見られ(?!ま)|参照され|のぞき見|覗き見|者に渡|部に渡|誤送|誤配|誤掲載|誤公開|表示され|見える|影響を受け|対象とな"
    rf"|{each('情報|データ', _OF_DATA)}|想定される(?:対象|件数|人数)"
)


class _Cues(NamedTuple):
    #: Without one of these words a clause says nothing, and without one of `negation` it denies nothing.
    any: re.Pattern[str]
    negation: re.Pattern[str]
    denied: "_Phrases"
    denied_apart: re.Pattern[str]
    denied_at_once: re.Pattern[str]
    possible: re.Pattern[str]
    unfound: re.Pattern[str]
    leak: re.Pattern[str]
    leaked: "_Phrases"


class _Phrases(NamedTuple):
    """A pattern all of whose matches begin with one of many words, which alone are searched several times as fast."""

    word: re.Pattern[str]
    phrase: re.Pattern[str]

    def said(self, text: str) -> bool:
        """Whether the phrase stands in a text."""
        word = self.word.search(text)
        while word:
            if self.phrase.match(text, word.start()):
                return True
            word = self.word.search(text, word.start() + 1)
        return False

    def last(self, text: str) -> re.Match[str] | None:
        """Return the last of what the phrase's own `finditer` would yield."""
        last = None
        word = self.word.search(text)
        while word:
            phrase = self.phrase.match(text, word.start())
            last = phrase or last
            word = self.word.search(text, phrase.end() if phrase else word.start() + 1)
        return last


@cache
def _cues() -> _Cues:
    happening = ("leak", "mistake", "touch", "exposed")
    leak, mistake, touch, exposed, hold = (alternation("cues", code) for code in (*happening, "hold"))
    # おりません, いない, いなかった, おらず, ません, ず
    # Not 漏えいして[いないとは言い切れ]ません.
    absent = (
        r"(?:おりませ|いませ|ませ|いな(?!いとは(?:言|い[いえ]|限|断))|おら|ない(?!とは(?:言|い[いえ]|限|断))|なかっ|ず)"
    )
    # Not 可能性が[ないとは言い切れ]ません.
    nothing = r"(?:ありませ|ございませ|(?:な[いくか]|無[いくか])(?!とは(?:言|い[いえ]|限|断))|無し|なし)"
    denied = (
        # クレジットカード情報は[含まれておりません], マイナンバー[含まず]; not 含まれております
        rf"含(?:ま(?:れ(?:て(?:は)?)?)?|んで(?:は)?|み(?:ませ)?){absent}|含みませ"
        # 氏名等が[含まれるものではございません]
        rf"|含(?:まれる|む)(?:もの|わけ)で(?:は|も){nothing}"
        # 当社では[保有しておりません], データとして[保持しておらず]; not 保有しておりました
        rf"|(?:{hold}|{leak})(?:は|を|も)?(?:(?:いたし|致し|し|され)?て?(?:は)?|たもの(?:で)?は){absent}"
        # 漏えいの[対象ではございません], [対象外]; not 対象となります
        rf"|対象外|対象(?:で|に|と)?(?:は)?(?:なら|なって|含まれて)?(?:は)?{nothing}|該当(?:し|は|いたし|致し)?(?:ませ|{nothing})"
        r"|対象に(?:は)?(?:なって|含まれて|入って|含めて)(?:は)?(?:おりませ|いませ|いな|おら)"
        # 漏えいの[可能性はございません], [おそれはない]; not 可能性は否定できない
        # 住所は[閲覧できない設定]となっていました; not 閲覧できない状態に変更
        rf"|(?:{leak}|{touch}|{exposed})(?:が|は)?(?:でき|され)(?:ない|ません)(?:設定|仕様|仕組み)"
        # [漏えいのない情報]: カード番号; not 漏えいのない管理
        rf"|{leak}の(?:(?:おそれ|恐れ|可能性)の)?(?:な|無)(?:い|かった)(?:個人)?(?:情報|データ|項目)"
        rf"|(?:可能性|おそれ|恐れ|懸念|疑い|リスク)(?:は|が|も|の)?(?:一切|全く|まったく)?{nothing}"
        # 情報の[漏えいはありません], 不正アクセスの[痕跡がない]; not 漏えいのない管理
        rf"|(?:{leak}|{touch}|被害|影響|(?<!確認した)(?<!確認された)(?<!確認できた)事実|形跡|痕跡|証拠|証跡|兆候)(?:した|された|等)?(?:の事実)?(?:は|が|も)(?:一切|全く|生じて)?(?:い|お)?{nothing}"
        # 漏洩は[発生しておりません], [生じていない]; サーバー上で[保持・処理は行っておらず]
        rf"|(?:発生|生じ)(?:し)?て(?:は)?(?:おりませ|いませ|いな|おら)"
        rf"|{hold}[^、。はが]{{0,6}}(?:は|を)?行(?:って|い)?(?:は)?{absent}"
        # カード情報を[保持・確認することはできません]; not 流出を否定することはできません
        rf"|{hold}(?:(?!可能性|否定|排除)[^、。]){{0,8}}こと(?:は|が)?(?:でき|出来)(?:ませ|な|ず)"
        # パスワードが[流出したわけではありません], 保持する[仕組みではない], [漏えいすることはございません]
        rf"|(?:(?<!否定された)(?<!払拭された)わけ|仕組み)で(?:は|も){nothing}|{leak}(?:する|される)こと(?:は|も)(?:一切)?{nothing}"
        # [流出したことによる]攻撃[ではなく], 漏えいの[おそれがある項目ではございません]; not おそれがあるだけではなく
        rf"|{leak}(?:した)?(?:こと)?による[^。、はが]{{1,10}}では(?:なく|{nothing})"
        rf"|(?:可能性|おそれ|恐れ)[がの]ある(?:情報|データ|項目|もの)では{nothing}"
        # 漏えいの[対象から除かれます], 流出[したとは考えておりません], 可能性は[排除されました]; not 否定されておらず
        rf"|対象から(?:は)?(?:除か|除外|外れ)|{leak}(?:し|され)たとは(?:考え|思|認識|判断)[^。、]{{0,6}}(?:ませ|ない|おら)"
        rf"|(?:可能性|おそれ|恐れ|疑い|{leak})(?:について)?(?:は|が)(?:完全に)?(?:排除|払拭|否定)(?:され|でき)(?:まし?た|て(?:いる|います|おります))"
        # 漏えいの[影響は受けておりません], [安全が確認されている]情報
        rf"|(?:影響|被害)(?:を|は)受け(?:て)?(?:は)?(?:おりませ|いませ|おら|いな|ませ|ない)|安全(?:性)?が確認|影響{nothing}"
        # 名簿に[も載っておりません]; not 連絡は入っておりません. 流出を[免れています]
        rf"|(?<!連絡[はも])(?<!報告[はも])(?:(?<=[はも、])|(?<=[はも]一切))(?:入っ|載っ|書かれ|印字され|収録され)て(?:は)?{absent}|{leak}(?:の被害)?を免れ"
    )
    denied_apart = (
        # アクセスが[無いことが確認]された, 流出して[いないことを確認]した; not 否定するに至らなかったため、確認を続ける
        each(
            "な|無",
            r"(?<!でき.)(?<!出来.)(?<!しれ.)(?<!きれ.)(?<!切れ.)(?<!否め.)(?<!拭え.)(?:い|かった)」?(?:(?:こと|もの|旨)(?:が|を|と|も)?|と)[^。]{0,40}?(?:確認|判明|判断)",
        )
        # 番号のみ(氏名等は[無し]), マイナンバー[はなし]
        + "|"
        + each("無し|はなし", "(?=[)、。 |]|$)")
    )
    # クレジットカード情報、口座情報[はございません], 氏名[を除く]
    denied_at_once = (
        r"(?:等|など|の?情報|データ)*(?:は|も)(?:一切)?(?:ございませ|ありませ)|(?:等)?(?:を|は)除(?:く|き|い)"
    )
    unfound = (
        # 漏えいした事実は[確認されておりません], [確認できておりません]
        rf"確認(?:は|が)?(?:さ|でき|し|いたし|致し|出来|に至)(?:れ|っ)?(?:て)?(?:は)?(?:{absent}|ませ)"
        # 漏えいを[確認した事実はございません]
        r"|確認(?:し|され|でき)た(?:という)?事実は[^。、]{0,4}(?:あり|ござい)ませ"
        # 流出したと[断定はできません], [断定するには至っておらず]; not 断定できる形跡から、画像の流出はなく
        rf"|断定[^。、がを]{{0,10}}?{absent}|"
        # 痕跡は[見つかっていない]
        + each(
            "認め|見つか|見受け|見当た|発見|検出|検知|判明|把握",
            rf"(?:られ|され|っ|ら|り|し|でき)?(?:て)?(?:は)?(?:{absent}|ませ)",
        )
        # 流出したとの[報告は受けておりません], 事実は[把握しておりません]
        + "|"
        + each(
            "報告|連絡|情報|事実|通報|申告",
            rf"(?:等)?(?:は|も|を)?(?:[^。、]{{0,6}})?(?:受け|寄せられ|接し|つか(?:ん|み)|得|入っ)(?:て|で)?(?:は)?{absent}",
        )
        # 漏洩に関する[具体的な説明はございません]
        + r"|(?:報告|連絡|説明|通知|回答)(?:は|も)(?:一切|(?:現時点|今)(?:で|のところ)?は?|現在(?:まで|のところ)?は?)?"
        r"(?:ございませ|ありませ|な[いく]|無[いく])"
    )
    # [漏えいした], [流出が確認された], [漏えい事実を確認した], [流出がありました]; not 漏えいの対象, 持ち出しの手順,
    # 会員ページ閲覧のための暗証番号
    leaked = (
        rf"{leak}(?:等)?(?:の|した|が発生した)?(?:事実|事案|事象|こと)?(?:が|を|は|も)?(?:外部に)?"
        rf"(?:し(?=[たてま、,])|いたし|致し|され|せられ|発生し|生じ|確認|判明|発覚|明らか|あっ|あり|れ|られ|っ(?=[たて])|まし(?=[たて])"
        r"|た(?!め)|てい)"
        # 職員の氏名[が流出]: a line that ends in the noun.
        rf"|(?<=[がも]){leak}$"
        # 個人情報[漏えいにあたる]内容
        rf"|{leak}に(?:あたる|当たる|該当する)(?!か)"
        # [漏えいの痕跡が発見された]ものの
        rf"|{leak}の(?:痕跡|形跡)(?:が|を)(?:発見|検出|見つ)(?:し|され|でき|け|か)"
        # 他の会員の氏名が[表示される事]象; not 警告画面が表示される
        rf"|(?<!画面が)(?<!警告が)(?<!ージが)(?<!ラーが){exposed}(?:た|て|まし|る事|ること)|{mistake}(?!防止|対策)"
        # 外部からの[アクセスが確認された]個人情報; not 不正アクセスを確認した, which says nothing of data
        rf"|{touch}(?:が|を)(?:確認され|受け)た(?:個人|顧客|会員)?(?:情報|データ)"
    )
    return _Cues(
        any=shape(alternation("cues", *happening, "possible", "negation", "effect")),
        negation=shape(alternation("cues", "negation")),
        denied=_Phrases(shape(alternation("cues", "hold", "leak", "touch", "deniable", "effect")), shape(denied)),
        denied_apart=shape(denied_apart),
        denied_at_once=shape(denied_at_once),
        # 氏名が[持ち出されたとみられ]ます; not 書き換えたとみられ.
        possible=shape(rf"{alternation('cues', 'possible')}|{leak}(?:し|され)た(?:もの)?と(?:みられ|見られ)"),
        unfound=shape(unfound),
        leak=shape(alternation("cues", "leak", "touch")),
        leaked=_Phrases(shape(alternation("cues", *happening)), shape(leaked)),
    )


def has_cue(folded: str, start: int, end: int) -> bool:
    """Return whether a word stands in `start:end` of a folded text without which a clause says nothing."""
    return _cues().any.search(folded, start, end) is not None


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
    if not cues.any.search(clause):
        return None
    if "「" in clause or "『" in clause:
        clause = _QUOTED.sub("", clause)
    if "含まない" in clause:
        clause = _WITHOUT.sub("以外の", clause)
    if "識別" in clause or "特定" in clause:
        clause = _IDENTIFYING.sub("", clause)
    negated = cues.negation.search(clause) is not None
    asked = "か" in clause and WHETHER.search(clause) is not None
    possible = cues.possible.search(clause) is not None
    if possible and _ASKED.search(clause):
        clause, asked = _ASKED.sub("", clause), True
    if possible:
        clause = _ONCE_KNOWN.sub("", clause)
    asked = asked or (any(word in clause for word in _ASKING) and LOOKED_INTO.search(clause) is not None)
    if negated and not asked and _is_denied(clause, cues):
        return "excluded"
    of_leak = leaked = cues.leaked.last(clause)
    if leaked and (_CONDITION.search(clause, leaked.start()) or _is_qualifier(clause, leaked, predicate)):
        leaked = None
    if leaked and "と" in clause and _CLAIMED.match(clause, leaked.end()):
        return "possible" if possible else "unknown"
    # 不正アクセスの疑いを検知し、調査の結果、情報が漏えいした: what is said last is what is known.
    if possible and cues.possible.search(clause, leaked.start() if leaked else 0):
        return "possible"
    if (asked or (negated and cues.unfound.search(clause))) and (
        of_leak or cues.leak.search(clause) or _HELD.search(clause) or _AFFECTS.search(clause)
    ):
        return "unknown"
    return "confirmed" if leaked else None


def _is_denied(clause: str, cues: _Cues) -> bool:
    return bool(cues.denied_at_once.match(clause) or cues.denied_apart.search(clause) or cues.denied.said(clause))


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
    said = _QUOTED.sub("", text) if "「" in text or "『" in text else text
    if not _DATA_LEAK.search(said):
        return None
    turns = [turn.end() for turn in TURN.finditer(text)]
    last: str | None = None
    for start in (*reversed(turns), 0):
        status = status_of_clause(text[start:])
        if status == "possible" or status == "confirmed":
            return status
        last = last or status
    return "possible" if last == "unknown" and _STANDS.search(text, 0, turns[-1] if turns else 0) else last
