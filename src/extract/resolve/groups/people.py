"""The noun phrases that name people: where one begins and ends, and whether data can be theirs."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import Final

from extract.lexicon import Hit, entries
from extract.mention import Span
from extract.text.folding import fold
from extract.text.shape import shape

__all__ = ["REACH", "VAGUE", "Found", "People", "broad", "coded", "kind_by_deeds"]

Found = tuple[Span, str]

#: A subject longer than this is a sentence; it also bounds the work.
REACH: Final = 60
# Kinds of nouns that name people only in the words before them (来館した[方]), or not at all (対象者).
VAGUE: Final = ("other", "anyone")
# Nouns that tell who somebody is, of no kind that the record has a code for: 家族, 議員.
_OTHERS: Final = "others"

# Where a noun phrase begins: after a mark, a comma, the topic は, a label's colon, an opening bracket. A ・ that
# joins words is none: 事務所・駐車場を借りている方; 個人情報・[顧客]情報 are two.
_BOUNDARY: Final = shape(
    # The first letters of all that follows: one look where none begins.
    r"(?=[ 。:|/\n「『<〈《≪\[()【】■◆●○◼①-⒇*、,・※時現こにでとはがをの第攻犯何事当弊本かよ情"
    r"デ内範件人対該シサ社個機一調誤不手リダ掲])(?:"
    r"[。:|\n「『<〈《≪\[()【】■◆●○◼①-⒇*、,]|(?:(?<![^\s|:。、(「『【])|(?<=情報)|(?<=データ))・|※(?:[0-9]{1,2}(?![0-9]))?"
    r"|誤って|(?:不注意|手違い)(?:で|により)"
    r"|(?:時点(?:で|まで)|現在|このたび|この度)|(?:には|では|とは|(?<!又)(?<!また)は)(?![がんい])"
    r"|(?:について|のうち|調査で|として|により(?:ます)?|による|において|ところ|に対し)"
    # 漏えいした情報  [生徒], a label and its content; 7,840名/[同行者]; not 在学生/卒業生.
    r"| {2,}+"
    r"|(?<=[名件人])/"
    # [対象となる従業員] 2011年以降に在籍した従業員: a label by one blank.
    r"|(?:対象となる|対象の|該当する)(?:お客(?:様|さま)|従業員|社員|職員|会員|利用者|方|学生|生徒|患者様?)数? "
    # 第三者が[お客様], 調査が完了し[当行のお客様], 弊社から[お客様]: whoever did it, and what came before.
    r"|(?:第三者|攻撃者|犯人|何者か)(?:が|から)|(?:こと|事)が(?!あ[るり])|(?:(?<=し)|(?<=れ)|(?<=て)|(?<=が)|(?<=より))(?=[当弊][社行庫院校所]|本学|本校|本会)"
    # 子会社から[顧客], 端末より[お客様], 端末に[会員], 職員が[市民]: the $ is where the noun itself begins.
    r"|(?:から|より)(?:$|(?=お客|ご利用|一部))|(?<!び)に$|(?:にて|が)$"
    # 委託先と[一部の顧客]情報を共有.
    r"|(?:(?<=先)|(?<=社)|(?<=業者))と(?=一部の)"
    # サーバー内に[ご利用者], 個人情報及び[顧客], 人数 [会員]: places and things beside the people, and labels.
    r"|(?:情報|データ)(?:に(?![関係つ])|以外の|を含む)|(?:内|範囲)に(?=[おご当弊])|(?:件数|人数|対象者?|該当者) "
    # 住所を含む[会員]データ; not 退職者を含む従業員.
    r"|(?<![者員様生族人方等])を含む$"
    # ダークウェブ上に[会員].
    r"|(?:リークサイト|ダークウェブ|掲示板)(?:上|内)?[にで]"
    r"|(?:システム|サーバー?|サービス|社名|(?:個人|機密|一部の)情報(?:\([^()\n]{0,60}\))?)"
    r"(?:や|及び|および|並びに|ならびに|と(?!し))"
    # お客様情報及び[職員]のメールアドレス.
    r"|(?:(?<=客様)|(?<=さま)|(?<=顧客)|(?<=会員))情報(?:及び|および|並びに|ならびに))"
)
# The marks that join the members of a phrase as well as part two: 社員、退職者.
_COMMAS: Final = frozenset("、,・")
# Whose people are told with those of others: [当社]、グループ会社及び取引先の従業員.
_COMPANIES: Final = ("当社", "弊社", "当行", "グループ会社", "関連会社", "関係会社", "子会社")
# サイトで予約[、取消をされた]お客様, 見積[、工事をご依頼いただいた]お客様: what somebody did, told in two words; not
# 調査の結果[、登録されていた]お客様, 漏洩[、流出した]お客様.
_DEED: Final = shape(
    r"[一-龥ァ-ヶー]{2}(?<![年月日時中際後前間的上内])"
    r"(?<!結果|以降|現在|今回|今般|時点|今後|場合|一部|一方|漏洩|流出|閲覧|[窃搾詐奪盗]取|弊社|当社|本人)$"
)
_DEED_TOO: Final = shape(
    r"(?:[一-龥ァ-ヶー]{2,8}、){0,3}[一-龥ァ-ヶー]{2,8}"
    r"(?:[をがの]?(?:ご[一-龥]{2}|お?申し?込み?)?"
    r"(?:され(?:た|て(?:いる|いた))|し(?:た|て(?:いる|いた))|いただ(?:いた|いて(?:いる|いた))|頂いた)|[がの]あった)"
)
# 令和2年度[、令和3年度]の卒業生: years and the like told one by one.
_YEAR: Final = shape(r"[0-9](?:年度?|期生?|年生|学年|月)$")
_YEAR_TOO: Final = shape(
    r" ?(?:令和|平成|昭和|第)?[0-9]{1,4}(?:年度?|期生?|年生|学年|月)(?:[の、・]|及び|および|から|~)"
)
# みなと中学校[、]あおば中学校の卒業生: places of one kind that have such people.
_PLACE: Final = shape(
    r"[^。、・()\n ]{1,14}?(?P<kind>学校|高校|大学|園|支店|店舗?|病院|支社|営業所|事業所|会館|図書館|[市町村区県])"
    r"(?:の(?!情報|データ)|[、・]|及び|および|並びに|ならびに|[やと])"
)
# A note's mark in a phrase stands for nothing: グループ会社[※2]の社員.
_NOTE: Final = shape(r"※[0-9]{1,2}(?=の|が|、|及び|および|に)")
# Before it the sentence spoke of others: お客様の情報は漏えいしておりませ[んが、]職員の情報は.
_TURN: Final = shape(r"(?:ます|です|した|せん|ない)が[、,]?")
# 等, など, 様 and a bracket belong to the noun that they follow; not 会員(氏名、住所), which are the data.
_TAIL: Final = shape(
    r"(?:様|さま|さん|等|など|ら|の方々|の皆様|の皆さま|の方|方々|各位)*"
    r"(?:\((?![^()\n]{0,28}(?:名前?|住所|番号|アドレス|生年月日|性別)(?:[、・)]|等|など))[^()\n]{1,30}\))?(?:様|等)?"
)
# 従業員[の]旅券番号, 従業員[については]旅券番号: what follows is theirs.
_WHOSE: Final = ("の", "に関する", "については", "につきましては", "は、")
# 配送先[住所], 届け先[氏名]: where something goes, a part of the word.
_PLACE_OF: Final = shape(r"(?:ご|お)?(?:氏名|名前?|住所|電話|郵便|番号)")
# お客様[番号], 会員[サイト], 顧客[管理システム], 方[法], 委員[会]: no people, but what is theirs or for them.
_COMPOUND: Final = shape(
    r"(?:番号|id|パスワード|コード|カード(?!情報)|サイト|ページ|専用|向け|相談|窓口|センター|サポート|サービス|システム|登録(?!者|情報|内容|データ)|総会|室|証|各位|管理|対応"
    r"|税|票|台帳|病院|課|図書館|会(?![員社館])|会館|応募|採用|募集|名義|満足|本位|第一|規約|ポータル|マイページ|アプリ|メール(?!アド)|リスト)"
)
# 委託先[である]株式会社, 利用者[が]送信した, 事業者[において], お客様[より]: who did or held something; and who is
# named aside in a bracket that counts: 社員(退職者[を含む、]約37名).
_DOER: Final = shape(
    r"(?:\([^()\n]{0,30}\))?(?:[0-9]{1,4}名)?(?:である|において|にて|により|によ[るっ]|より|(?:を|も)?(?:含む|除く)(?:[、,]|(?=約|計|[0-9]))|から(?!の(?:お|ご|個人|情報|メ)|お?預|い?ただ|頂|取得|受領|受け取|ご?提供)|へ(?!の)|を(?:装|騙|名乗|かた|通じ|介し|経由)|宛|に(?!関|係|つ|かか|か?か?わ|お|ご))"
)
# The owner of an attacked account is not whose data it is: 職員[1名のメールアカウント], 従業員[が送受信したメール].
_ACCOUNT: Final = shape(
    r"(?:\([^()\n]{0,30}\))?(?:[0-9]{1,3}名)?(?:が|の(?:業務用?|個人用?|公用)?(?:メール|google)?"
    r"(?:アカウント|パソコン|pc|端末|携帯|スマートフォン|ノート|自宅))"
)
# お客様[の情報], 従業員[に関する個人情報], 取引先様[からお預かりした情報], 会員[個人の情報].
_OF_DATA: Final = shape(
    r"(?:個人の|の|(?:を(?:はじめ|始め)|など)とする|から(?:お?預かり|受領|受託|ご?提供を受け|取得)(?:して(?:いる|いた|おります)|した|た)|に(?:関する|係る|関わる|かかる|関連する|関しての)|についての)?(?:一部の?|大切な|以下の|下記の|次の)?[ごお]?(?:個人|登録|会員|顧客|契約|機密|重要|人事|取引|採用|診療|医療|健康|成績)?(?:情報(?!管理に|セキュリティ|保護)|データ(?!ベース|保護))"
)
# お取引先様[に関する情報(…は含まれません)と、]当社社員の個人情報: data of others beside them.
_DATA_BESIDE: Final = shape(
    _OF_DATA.pattern + r"等?(?:の一部)?(?:\([^()\n]{0,60}\))?(?:、?(?:と|や|及び|および|並びに|ならびに)、?|、)"
)
_BRACKET: Final = shape(r"\([^()\n]{0,40}\)|「[^「」\n]{0,40}」|『[^『』\n]{0,40}』")
# 役職員(退職者を含む)[および]家族.
_JOINS: Final = shape(
    r"(?:\([^()\n]{0,40}\))?(?:等|様|さま)?(?:及び|および|並びに|ならびに|と|や|・|、)(?:その|ご|お)?"
)
# 取引先[の]担当者, お取引先企業様[等]関係者: those who speak for the people before them, or are theirs.
_OF_THEM: Final = shape(r"(?:企業|会社|団体|情報)?(?:等|など|様|さま)*(?:\([^()\n]{0,40}\))?の? ?")
_THEIR_OWN: Final = ("担当者", "関係者", "家族", "親族")
# [漏えいした可能性のある]お客様, [当社が保有する]お客様, [サーバーに保存されていた]患者: how sure it is, who or what
# held it, and what came of it, not whose.
_TALK: Final = shape(
    r"(?:以下|下記|上記|次)の(?!期間|[^、。(]{0,3}(?:人|名|社|方))"
    r"|(?:これまでに|今後|一時的に|(?:この|その)?うち(?!の)|[^、。(]{0,40}?(?:本件|本事[案象]|これ|それ|アクセス|攻撃|被害)に(?:起因する|付随する|関連する|関する|係る)"
    r"|[^、。(]{0,40}?(?:本件|本事[案象]|これ|アクセス|攻撃|被害)に伴[いうっ]て?)、?"
    r"|[^、。(]{0,16}?(?:可能性|おそれ|恐れ)[のが](?:ある|あった)|[^、。(]{0,8}?(?:漏(?:え?い|[洩出れ])|流[出失])(?:した(?:と思われる)?(?!データ|情報)|等)?"
    r"|(?:当社|弊社|当行|当庫|当組合|当院|本学|本市|当法人)(?:が|の|で|にて)(?:保有|管理|保管|お?預かり)(?:する|している|していた|しております)"
    r"|[^、。(]{0,24}?(?:保存|保管|格納|記録|保持)されて(?:いる|いた|おりました)"
    r"|[^、。(]{0,20}?[にで](?:保存|保管|格納|保持)して(?:いる|いた|おりました|おります)"
    r"|[^、。(]{0,8}?(?:[窃搾詐奪盗]取|閲覧|取得|持ち出)され(?:た|ている|ていた)(?:と(?:みられる|見られる|思われる|考えられる))?(?!情報|データ)"
)
# (1) ① ア. 2) A1 (内訳) before a subject are not its words.
_ENUMERATOR: Final = shape(
    r"(?:\(?内訳[) :])?[ \-+>*・|:()#⚫●■◆]*+"
    r"(?:(?:[0-9一-十ア-ンa-z]{1,2}[).、]|[①-⒇❶-❿]|(?:[ア-ン]|[aq][0-9]{1,2}[.)]?) )[ \-+>*・|:(]*+)?"
)
# What is left of the words before: [が]管理する会員, [および]家族.
_PARTICLE: Final = shape(
    r"(?:を|で(?=[一-龥ァ-ヶ])|に(?=ご)|(?:及び|および|並びに|ならびに|[がにはとやもの])(?![あ-ん]))?[ ]*"
)
# 方 is a person, not a way or a side: not 何らかの方法, 一方, 地方.
_PERSON: Final = "方"
_NO_PERSON_BEFORE: Final = tuple("地両夕双一他彼")
_NO_PERSON_BEHIND: Final = tuple("法針向面式位角程")
# 法人 names nobody where it is an organisation's form: 医療[法人], npo[法人].
_BODY: Final = "法人"
_FORM_BEFORE: Final = tuple("政団療校学祉動教査士o")
# Before a count, the end of a clause that says who: 申し込まれ[た]12名の方.
_MODIFIES: Final = ("た", "る", "の")
# A quoted name is looked for so far back.
_REACH: Final = 60
# [「みほん募集」、]「みほん企画」に応募された方; so many names are gone back over.
_NAME_BESIDE: Final = shape(r"「[^「」\n]{1,40}」(?:[、・やと]|及び|および|並びに|ならびに|又は|または)$")
_NAMES: Final = 4


def coded(kind: str) -> str:
    """Return a kind by the record's codes, which have one for all who are of no kind, told from others or not."""
    return "other" if kind in ("anyone", _OTHERS) else kind


def broad(kind: str | None) -> str | None:
    """Return a kind as people are told from others by it: members are customers."""
    return "customer" if kind == "member" else kind


@cache
def _deeds() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what people of each kind did, as patterns: 応募, 入会."""
    return tuple(
        (shape("|".join(map(re.escape, map(fold, lists["deeds"])))), kind)
        # Customers do most things: what else somebody may be is asked first.
        for kind, lists in reversed(entries("subjects").items())
        if "deeds" in lists
    )


def kind_by_deeds(folded: str, low: int, high: int) -> str | None:
    """Return the kind of people by what they did, between two offsets: 求人に[応募]された方; else None."""
    return next((kind for deeds, kind in _deeds() if deeds.search(folded, low, high)), None)


class People:
    """Reads the phrases that name people in a folded text, from the `nouns` that a lexicon names them by."""

    def __init__(self, folded: str, nouns: Sequence[Hit]) -> None:
        self._folded = folded
        self._nouns = [noun for noun in nouns if not (self._is_way(noun) or self._is_form(noun))]
        self._starts = [noun.start for noun in self._nouns]

    def _is_way(self, noun: Hit) -> bool:
        """Whether a noun of one letter is a 方 that is no person."""
        if noun.end - noun.start > 1 or self._folded[noun.start] != _PERSON:
            return False
        before, behind = self._folded[max(0, noun.start - 1) : noun.start], self._folded[noun.end : noun.end + 1]
        return before in _NO_PERSON_BEFORE or behind in _NO_PERSON_BEHIND

    def _is_form(self, noun: Hit) -> bool:
        """Whether a noun is a 法人 that is no one's name."""
        legal = noun.end - noun.start == len(_BODY) and self._folded.startswith(_BODY, noun.start)
        return legal and self._folded.endswith(_FORM_BEFORE, 0, noun.start)

    def _between(self, low: int, high: int) -> Sequence[Hit]:
        """Return the nouns within two offsets."""
        first = bisect_left(self._starts, low)
        if first == len(self._starts) or self._starts[first] >= high:
            return ()
        nouns = self._nouns[first : bisect_left(self._starts, high, first)]
        while nouns and nouns[-1].end > high:
            nouns.pop()
        return nouns

    def named(self, low: int, high: int) -> bool:
        """Whether a noun that names people stands between two offsets."""
        # Nouns never overlap: where the first one goes on beyond the end, so do those after it.
        first = bisect_left(self._starts, low)
        return first < len(self._nouns) and self._nouns[first].end <= high

    def kinds(self, low: int, high: int) -> set[str]:
        """Return the kinds of the nouns within two offsets that tell who somebody is."""
        return {head.code for head in self._between(low, high)}.difference(VAGUE)

    def starts(self, low: int) -> Sequence[int]:
        """Return where the nouns that name people start, from an offset on."""
        return self._starts[bisect_left(self._starts, low) :]

    def kind_before(self, low: int, high: int) -> str | None:
        """Return the kind of people to whom what follows belongs ([従業員の]旅券番号), or None."""
        for head in self._between(low, high):
            if self._folded.startswith(_WHOSE, self._end(head, high)):
                return None if head.code in VAGUE else head.code
        return None

    def at(self, low: int, high: int) -> Found | None:
        """Return the people whose noun begins at an offset, whatever is said of them behind it, or None."""
        heads = self._between(low, high)
        if not heads or heads[0].start != low:
            return None
        return (low, self._end(heads[0], high)), heads[0].code

    def of_data(self, low: int, high: int) -> Found | None:
        """Return the people whose data are spoken of: [お客様及びお取引先様]に関する情報, or None."""
        heads = self._between(low, high)
        if not heads:
            return None
        vague: Found | None = None
        last = max(self._folded.rfind("情報", low, high), self._folded.rfind("データ", low, high))
        for head in heads:
            if head.end > last:
                break
            end = self._end(head, high)
            if _OF_DATA.match(self._folded, end, high):
                found = self.phrase(low, end, last=True)
                if found is not None and head.code not in VAGUE:
                    return found
                vague = vague or found
        return vague

    def all_of_data(self, low: int, high: int) -> list[Found]:
        """Return the people whose data are spoken of in one breath: [お客様]の情報および[社員]の個人情報."""
        found = self.of_data(low, high)
        told: list[Found] = []
        while found is not None:
            told.append(found)
            beside = _DATA_BESIDE.match(self._folded, found[0][1], high)
            if beside is None:
                break
            found = self.of_data(beside.end(), high)
            # Only a word or two may say whose of them they are.
            if found is None or found[0][0] > beside.end() or found[1] in VAGUE:
                break
        return told

    def phrase(self, low: int, high: int, *, last: bool) -> Found | None:
        """Return the noun phrase around the last (or first) noun that names people between two offsets.

        One that tells who they are is preferred to 方 and 対象者; the holder of an attacked account, the
        doer of something and お客様番号 are no such nouns.
        """
        heads = self._between(low, high)
        if not heads:
            return None
        if last and self._folded.find("が", low, high) >= 0:
            turns = [turn.end() for turn in _TURN.finditer(self._folded, low, high)]
            if turns:
                return self.phrase(turns[-1], high, last=True) or self.phrase(low, turns[-1] - 1, last=True)
        # 役職員(退職者を含む)および家族: what stands in a closed bracket is no head, and bounds nothing.
        closed = [bracket.span() for bracket in _BRACKET.finditer(self._folded, low, high)]
        if closed:
            heads = [head for head in heads if not any(start < head.start < end for start, end in closed)]
        at = self._head(heads, last=last)
        if at is None:
            return None
        head = heads[at]
        named = heads[: at + 1]
        # The head goes on to its last member: 従業員および[家族], 取引先[ご担当者様].
        for following in heads[at + 1 :]:
            if not (_JOINS.fullmatch(self._folded, head.end, following.start) or self._is_theirs(head, following)):
                break
            head = following
        first = self._first(low, head.start, closed)
        kind = self._joined_kind([each for each in named if each.start >= first] or named[-1:])
        return (first, self._end(head, high)), self._kind(first, head.end, kind)

    def _joined_kind(self, heads: Sequence[Hit]) -> str:
        """Return the kind of the first of the nouns that are joined to the last: [従業員]および家族, [生徒]・教職員."""
        head = last = heads[-1]
        for before in reversed(heads[:-1]):
            end = self._end(before, last.end)
            # 会員[の皆様]: all of those just named.
            if end > last.start or _JOINS.fullmatch(self._folded, end, last.start) or self._is_theirs(before, last):
                last = before
                head = before if before.code not in VAGUE else head
            elif before.code not in VAGUE:
                break
        return head.code

    def _is_theirs(self, head: Hit, following: Hit) -> bool:
        """Whether the people of a noun are named as those of the noun before: 取引先[担当者], 従業員のご[家族]."""
        theirs = self._folded[following.start : following.end].removesuffix("様").endswith(_THEIR_OWN)
        return theirs and _OF_THEM.fullmatch(self._folded, head.end, following.start) is not None

    def _head(self, heads: Sequence[Hit], *, last: bool) -> int | None:
        """Return the index of the last (or first) noun whose data may be meant, one that tells who they are if any."""
        vague: int | None = None
        for at in range(len(heads) - 1, -1, -1) if last else range(len(heads)):
            if self._owns(heads[at]):
                if heads[at].code not in VAGUE:
                    return at
                vague = at if vague is None else vague
        return vague

    def widened(self, found: Found, low: int, count: Span) -> Found:
        """Return a vague phrase behind a count with what says who they are: [講座に申し込まれた12名の方]."""
        (start, end), kind = found
        before = self._folded[max(low, count[0] - 2) : count[0]].rstrip()
        if start - count[1] > 2 or not before.endswith(_MODIFIES):
            return found
        first = self._first(low, count[0], [])
        if first == count[0]:
            return found
        return (first, end), self._kind(first, end, kind)

    def _end(self, head: Hit, high: int) -> int:
        tail = _TAIL.match(self._folded, head.end, high)
        return tail.end() if tail else head.end

    def _owns(self, head: Hit) -> bool:
        """Whether data can be those of the people that a noun names, from the words behind it."""
        if _COMPOUND.match(self._folded, head.end) or _DOER.match(self._folded, head.end):
            return False
        if self._folded.endswith("先", head.start, head.end) and _PLACE_OF.match(self._folded, head.end):
            return False
        return head.code not in ("employee", "other", "anyone") or not _ACCOUNT.match(self._folded, head.end)

    def _kind(self, low: int, high: int, kind: str) -> str:
        """Return the kind of people, those of a vague noun by what they did: 求人に[応募]された方."""
        if kind not in VAGUE:
            return kind
        return kind_by_deeds(self._folded, low, high) or kind

    def _first(self, low: int, head: int, closed: list[Span]) -> int:
        first = low
        for boundary in reversed(list(_BOUNDARY.finditer(self._folded, low, head))):
            at, mark = boundary.start(), boundary[0]
            if closed and any(start <= at < end for start, end in closed):
                continue
            if mark.startswith("※") and _NOTE.match(self._folded, at, head):
                continue
            if mark not in _COMMAS or not (self._ends_in_head(low, at) or self._goes_on(at, head)):
                first = boundary.end()
                break
        first = self._whole_name(first, head)
        first = _ENUMERATOR.match(self._folded, first, head).end()  # type: ignore[union-attr]
        talk = _TALK.match(self._folded, first, head)
        first = talk.end() if talk else first
        return _PARTICLE.match(self._folded, first, head).end()  # type: ignore[union-attr]

    def _whole_name(self, first: int, head: int) -> int:
        """Return where a phrase begins that would begin inside a name: 「みほん・ショップ[」に登録された]お客様."""
        close = self._folded.find("」", first, head)
        if close < 0:
            return first
        if self._folded[first] == "「":
            return self._first_name(first)
        if self._folded.find("「", first, close) >= 0:
            return first
        opening = self._folded.rfind("「", max(0, first - _REACH), first)
        whole = opening >= 0 and "\n" not in self._folded[opening:first]
        return self._first_name(opening) if whole else close + 1

    def _first_name(self, opening: int) -> int:
        """Return where the first of the names opens that are told beside one: [「みほん募集」、]「みほん企画」."""
        for _ in range(_NAMES):
            other = _NAME_BESIDE.search(self._folded, max(0, opening - _REACH), opening)
            if other is None:
                break
            opening = other.start()
        return opening

    def _goes_on(self, at: int, head: int) -> bool:
        """Whether a comma parts two words for what those named did (予約、取消をされたお客様), for when or where."""
        folded = self._folded
        if _YEAR_TOO.match(folded, at + 1, head) and _YEAR.search(folded, max(0, at - 4), at):
            return True
        place = _PLACE.match(folded, at + 1, head)
        if place is not None and folded.endswith(place["kind"], 0, at):
            return True
        return bool(_DEED_TOO.fullmatch(folded, at + 1, head) and _DEED.search(folded, max(0, at - 2), at))

    def _ends_in_head(self, low: int, at: int) -> bool:
        """Whether the words before a comma end in a noun that names people, or in whose they are: 社員、退職者."""
        if self._folded.endswith(_COMPANIES, low, at):
            return True
        return any(_TAIL.fullmatch(self._folded, head.end, at) for head in self._between(max(low, at - 12), at))
