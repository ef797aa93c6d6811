"""Whether the incident happened at, or through, a contractor or an outside service."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import Final, Literal, NamedTuple

from extract.lexicon import Hit
from extract.mention import Masthead, Span
from extract.resolve.incident.narrative import Narrative
from extract.text.shape import each, shape

__all__ = ["ThirdParty", "find_third_party"]


class ThirdParty(NamedTuple):
    """The words that place the attack at another party, and what that party is to the publisher."""

    kind: Literal["contractor", "platform", "cloud"]
    span: Span


_ATTACKS: Final = frozenset(
    {
        "unauthorized_access", "unauthorized_login", "ransomware", "malware", "attack", "encryption", "vulnerability",
        "false_login", "defacement",
    }
)  # fmt: skip

# What else may happen to data, where no attack is told of.
_MISHAPS: Final = frozenset(
    {
        "leak", "loss", "gone", "mis_sending", "mistaken", "mixed_up", "carried_off", "data_theft_insider",
        "misconfiguration", "setting", "lying_open",
    }
)  # fmt: skip

# How far before an attack the party stands that was hit.
_REACH: Final = 120
# How far behind an attack is looked for whose account it was.
_BEHIND: Final = 40
# A release tells its story first and repeats it after; the first tellings decide.
_MOST_VOTES: Final = 5
# How much of the body says whether other companies are contractors, or of the publisher's own group.
_LEAD: Final = 1500

# The user is not the one attacked, nor is the topic: `当社が利用する外部サービス`, `当社では、…`.
_USES: Final = shape(
    r"は|では|にて?は|から|より|(?:が|の|で|において|とし)?[^。、\n]{0,16}(?:利用|使用|委託|提携|導入|契約|発注|依頼|採用|参加|加入|取引|受託し|業務を受)"
)
# `会員に提供している「青空サービス」` is what the publisher offers. Not: `青空社が会員に提供している`.
_OFFERED: Final = shape(r"(?:お客様|皆様|会員|顧客|[^がの社、。\n]{3,10})(?:に|へ|向けに) ?ご?提供(?:する|している)$")
_BY_ANOTHER: Final = shape(r"[社会者)」]が[^、。\n]{0,20}$")
# `大容量転送サービス「青空便」(開発元:青空社)`: who made it, and not whose it is.
_MAKER: Final = shape(r"\((?:開発|製造|販売)(?:元|会社|社)(?: ?: ?(?:[^()\n]{0,12}|\(株\)))?$")
# `(本社:東京都…)` tells where a company is, not whose it is.
_ADDRESS: Final = shape(r"(?<=本社)[^\S\n]?(?:所在地)?[:・,、)(]")
# `当社が利用するクラウドサービスに対する`: another's. Not: `クラウドサービスのアカウント`.
_RENTED: Final = shape(r"(?:利用|使用|契約)(?:する|して(?:いる|いた|おります?|おりました)|中の|の)[^、。\n]{0,12}$")
_ACCOUNT: Final = shape(r"[^、。\n]{0,20}アカウント")
# `予約サイトの管理画面に不正にログイン`, `利用するサービスのパスワード`: the publisher's own account there.
_OWN_ACCESS: Final = shape(
    r"[^、。\n]{0,30}?(?:アカウント|管理画面|ログイン[^\S\n]?id|パスワード|api[^\S\n]?キー|権限|当施設|フォルダ|github)|[^。\n]{0,60}アカウント"
    # 予約管理システムにおいて、[当館のID]が不正に使用され.
    r"|[^、。\n]{0,24}?において、?(?:当(?:社|館|店|院|校|園|施設|ホテル)|弊社|弊店)の[^、。\n]{0,8}?(?:id|パスワード|認証情報)"
)
# `当社が運営する「青空旅行」の`予約サイト, `当社が提供する`予約サービス, `当館の`予約サイト.
_OWN_SITE: Final = shape(
    r"[当弊本自](?:社|館|院|校|園|店|会|学|所|法人|協会|財団|団体|ホテル|施設)(?:(?:が|で|にて)(?:運営|開設|管理|提供|開発|展開)(?:する|している|しております)|(?:提供|運営)の|の|公式)?"
    r"(?:[^、。\n「」]{0,8}「[^」\n]{0,20}」の?|公式|の)?$"
)
# `が利用しているメールサービス「…」に対し`. Not: `が利用しているサーバー`, `が利用するシステム` (whose?),
# `使用しているパソコンで偽サイトに`.
_SERVICE: Final = shape(
    r"(?:\([^()\n]{0,40}\)|(?!パソコン|pc|端末)[^、。\n]){0,30}?(?:サービス(?!サ)|サイト|フォーム|社の[^、。\n]{0,16}(?:ツール|ソフト)|カートシステム|申請システム|予約[^、。\n]{0,8}システム|クラウド(?!環境))[^。\n]{0,60}$"
)
# Told by whom it happened to: `…が発生した旨、サービス提供元の青空社より報告`, `…が確認されました。この件について、…`.
_REPORTS: Final = shape(
    r"[^。\n]{0,80}?(?:。\s{0,8}(?:この件|本件|当該事[案象])[^、。\n]{0,10}、[^。、\n]{0,12}?)?(?P<teller>提供元|提供会社|提供事業者|提供企業|運営会社|運営元|運営事業者|委託先|委託事業者|受託者|開発元)[^。、\n]{0,30}?(?:より|から)[^。、\n]{0,12}?(?:報告|連絡|通知|発表)"
)
# `外部サービス(例)を経由し`, `委託先が管理するサーバー`: says outright whose it was.
_OUTRIGHT: Final = shape(
    r"(?:\([^)\n]{0,40}\)|「[^」\n]{0,40}」|[」』)])?(?:を(?:経由|通じ|介し)|[がの](?:管理|運用|保有)(?:する|している)(?![^。、\n]{0,10}[当弊本][社学院])[^。、\n]{0,10}(?:サーバ|システム|ネットワーク|サイト))"
)
# `保守業者が使用していた接続用アカウントが悪用され`, `取引先のネットワークを経由して侵入`: the way in led through it.
_THROUGH: Final = shape(
    r"(?:\([^)\n]{0,40}\)|[」』)])?(?:が(?:使用|利用|管理)(?:する|して(?:いる|いた))|の(?:[^、。\n]{0,10}の)?)[^、。\n]{0,24}?"
    r"(?:アカウント|vpn|回線|端末|ネットワーク|パソコン|pc|接続環境|サーバー?)"
    r"(?:(?:等|など)?を(?:経由|通じ|介し|踏み台)|(?:等|など)?(?:が|を)(?:不正に(?:利用|使用)|悪用)|(?:等|など)?から、?[^、。\n]{0,16}侵入)"
)
# `青空株式会社(青空社)の「青空メールサービス」`, `青空社提供の予約サービス`: what a company offers to others.
_ITS_SERVICE: Final = shape(
    r"(?:\([^)\n]{0,40}\)|[^、。「」『』\n]){0,30}?"
    r"(?:(?:の|が(?:提供|運営)する|(?:が|の)?提供の)[「『][^」』\n]{0,30}(?:サービス|システム|フォーム|メール)"
    r"|提供の[^、。「」『』\n]{0,30}?(?:サービス|システム|フォーム))"
)
# `青空株式会社が提供するメールシステム`, `同社が運営するサイト「青空便」`: likewise, where no group is told of.
_RUNS: Final = shape(
    r"(?:\([^)\n]{0,40}\)|[^、。「」『』\n]){0,30}?が[^、。「」『』\n]{0,8}?(?:提供|運営)(?:する|している|しております)"
    r"[^、。\n]{0,30}?(?:サービス|システム|フォーム|サイト|ショップ|ストア)"
)
# `「青空便」を運営する青空株式会社において`, `青空便(提供:青空株式会社)において`: the same said before the name.
# Not: `サイトを運営する会社が`.
_RUN_BY: Final = shape(
    r"(?:を(?:提供|運営)(?:する|している)(?!会$)|\((?:提供|運営)(?:元|会社)?:) ?[^、。「」『』()\n]{0,16}$"
)
# The party tells or helps, it is not hit: `委託先から報告を受け`, `管理会社による調査の結果`,
# `ベンダーに確認したところ`. Not: `法人向けに提供するサービス`.
_TELLS: Final = shape(
    # 予約サイト[から宿泊予約]したお客様: where people booked.
    r"(?:から|より|経由で|を通じて)(?:の|宿泊|ご|直接)*予約|(?:[」』)]|\([^)\n]{0,60}\)|(?!の(?:サーバ|システム|ネットワーク))[^、。\n]){0,30}?"
    r"(?:(?:から|より|で)(?=[^。\n]{0,10}(?:流出|流れ出|漏え|漏洩|漏れ|入手))|(?:へ|に)(?:預け|委ね)|(?:から|より)(?=[^。\n]{0,60}(?:報告|連絡|通知|指摘|説明|回答|情報提供|通報|提供|受け))"
    r"|に?よる(?:と|調査)|(?:の|による)(?:調査|報告|協力|支援|指摘|連絡|助言|担当|発表|公表|もと)"
    r"|を(?:装|騙|かた|名乗)|(?<!向け)[にへ](?:[^、。\n]{0,8}(?:調査|解析|分析|鑑定)を)?(?:確認|報告|連絡|依頼|問い?合|調査|提供|対し[^。、\n]{0,6}(?:調査|確認|依頼))|と(?:連携|協力|共に|ともに|協議))"
)
_SELF: Final = shape(r"[^「\n]{0,24}\(?以下[^「\n]{0,4}「?(?:当|弊|本)")
_COMPANY: Final = shape(r"[^、。「」『』() \n]{1,20}?(?=[、。「」『』() \n]|は|に|が|の|へ|から|$)")
_HEAD_WORD: Final = shape(r"[^、。「」『』() \n]++\Z")
_HEAD: Final = shape(r"[a-z\u30a1-\u30ff\u4e00-\u9fff]+\Z")

# In a title these say it at once: `業務委託先における不正アクセス`.
_TITLE: Final = shape(
    r"委託(?:先|業者|事業者|会社)|受託(?:者|会社|業者|事業者)|請負者|受注者|外部(?:サービス|システム|事業者|委託)"
    rf"|{each('運営|印刷|制作|提供', '(?:会社|事業者|業者)')}"
)
# `当社が利用するメールシステムへの不正アクセス`: a service is its provider's; a system is where the text names one.
_USED_IN_TITLE: Final = shape(
    r"(?:が|の)[^、。\n]{0,10}(?:利用|使用|契約)(?:する|している|中の)(?P<what>[^、。\n]{0,24}?(?P<service>サービス)|[^、。\n]{0,24}?システム)(?![^、。\n]{0,12}アカウント)"
)
_PROVIDED: Final = shape(
    r"(?:社|会社)[^、。\n]{0,24}?(?:が|の)?(?:運営|提供|管理)(?:する|している|の)|社\)?からのリリース|社\)の"
    r"|(?<![当弊本])社の?(?:メール|予約|クラウド)(?:システム|サービス)"
)
# `不正アクセスは委託先のサーバーに対して行われた`: the victim may follow.
_UPON: Final = shape(r"は、?[^。、\n]{0,40}?(?:に対し|を標的|に向け)")
# Bodies that have no companies of their own.
_PUBLIC: Final = shape(r"[都道府県市区町村校省庁局]$|委員会$|大学")
# Companies that are no strangers.
_GROUP: Final = frozenset(("子会社", "グループ会社", "グループ企業", "関連会社", "関係会社"))


def find_third_party(
    hits: Sequence[Hit], parties: Sequence[Hit], narrative: Narrative, masthead: Masthead
) -> ThirdParty | None:
    """Return the party that was attacked in the publisher's stead, or None.

    `hits` are those of the incident types' lexicon, `parties` those of the parties' one. Every attack that the text
    tells of has a victim: the last party named before it in its sentence. The title decides; else the
    majority does, and where it is undecided the first.
    """
    text = narrative.text
    titled = _in_title(narrative, *narrative.title) if narrative.title is not None else None
    if titled is not None:
        return titled
    others = [party.start for party in parties if party.code != "own"]
    if not others:
        return None
    for party in parties:
        through = party.code == "contractor" and _THROUGH.match(text, party.end)
        if through and narrative.tells(party.start) and not narrative.passage(party.start).denied(through.end()):
            return ThirdParty("contractor", (party.start, party.end))
    attacks = [hit for hit in hits if hit.code in _ATTACKS and narrative.tells(hit.start)]
    if all(hit.code == "encryption" for hit in attacks):
        # What was lost may have been encrypted, too.
        attacks = [hit for hit in hits if hit.code in _MISHAPS and narrative.tells(hit.start)] or attacks
    if not any(bisect_left(others, hit.start - _REACH) < bisect_left(others, hit.end + _REACH) for hit in attacks):
        return None
    judge = _Judge(narrative, masthead, parties)
    starts = [party.start for party in parties]
    votes: list[ThirdParty | None] = []
    for hit in attacks:
        if len(votes) == _MOST_VOTES:
            break
        here = narrative.passage(hit.start)
        if here.denied(hit.end):
            continue
        first = bisect_left(starts, max(here.start, hit.start - _REACH))
        last = bisect_left(starts, hit.start)
        before = parties[first:last]
        upon = _UPON.match(text, hit.end) if text.startswith("は", hit.end) else None
        if upon is not None:
            before = [*before, *parties[last : bisect_left(starts, upon.end())]]
        for party in reversed(before):
            if hit.code in _MISHAPS and hit.code != "leak" and party.code not in ("own", "contractor"):
                # 鉄道会社に遺失物届を提出: any company may help to find what was lost.
                continue
            whose = judge.kind(party, max(party.end, hit.start))
            if whose is not None:
                outside = None if whose == "own" else ThirdParty(whose, judge.span(party))
                if outside is not None and _OUTRIGHT.match(text, party.end):
                    return outside
                votes.append(outside)
                break
        else:
            following = last < len(parties) and starts[last] - hit.end < _REACH
            told = _REPORTS.match(text, hit.end) if following else None
            if told is not None:
                votes.append(ThirdParty("contractor", told.span("teller")))
    theirs = [vote for vote in votes if vote is not None]
    own = len(votes) - len(theirs)
    if len(theirs) > own or (theirs and len(theirs) == own and votes[0] is not None):
        return theirs[0]
    return None


def _in_title(narrative: Narrative, start: int, end: int) -> ThirdParty | None:
    """Return the party that the title names outright."""
    text = narrative.text
    if told := _TITLE.search(text, start, end):
        return ThirdParty("contractor", told.span())
    # Nothing is used without one of these words.
    title = text[start:end]
    if "利用" in title or "使用" in title or "契約" in title:
        used = _USED_IN_TITLE.search(text, start, end)
        if used and (used["service"] or _PROVIDED.search(text, narrative.body, narrative.body + _LEAD)):
            return ThirdParty("cloud" if "クラウド" in used["what"] else "contractor", used.span())
    return None


class _Judge:
    """Says of a party in front of an attack whether it was the one attacked, and whose it is."""

    def __init__(self, narrative: Narrative, masthead: Masthead, parties: Sequence[Hit]) -> None:
        self.text = narrative.text
        self.parties = parties
        self.body = narrative.body
        self.publisher = (masthead.organization or "").lower()

    @cached_property
    def named(self) -> bool:
        """Whether another company that the text names is a contractor, and not of the publisher's own group."""
        if not self.publisher or self.grouped:
            return False
        related = any(party.code not in ("own", "named") for party in self.leading)
        return related or _PUBLIC.search(self.publisher) is not None

    @cached_property
    def grouped(self) -> bool:
        """Whether companies of the publisher's own group are named."""
        return any(party.code == "own" and self.text[party.start : party.end] in _GROUP for party in self.leading)

    @cached_property
    def leading(self) -> Sequence[Hit]:
        """The parties that the beginning of the body names."""
        return [party for party in self.parties if self.body <= party.start < self.body + _LEAD]

    def kind(self, party: Hit, attack: int) -> Literal["own", "contractor", "platform", "cloud"] | None:
        """Return whose the attacked party is, or None where it is not the one attacked."""
        text = self.text
        if party.code == "own":
            # 委託先の自社サーバー: the server is that of whoever stands before it.
            if text.startswith("自社", party.start):
                return None
            return None if _ADDRESS.match(text, party.end) or _USES.match(text, party.end, attack) else "own"
        if _TELLS.match(text, party.end, attack):
            return None
        if self._is_offered(party) or _MAKER.search(text, max(0, party.start - 16), party.end):
            return None
        if party.code == "named":
            offers = _ITS_SERVICE.match(text, party.end, attack) is not None
            hers = self.named or offers or (not self.grouped and self._runs(party, attack))
            return "contractor" if hers and not self._is_publisher(party) else None
        if party.code == "used":
            if not _SERVICE.match(text, party.end, attack) or _OWN_ACCESS.match(text, party.end, attack + _BEHIND):
                return None
            return "cloud" if text.find("クラウド", party.end, attack) >= 0 else "contractor"
        if party.code == "platform" and (
            _OWN_ACCESS.match(text, party.end, attack) or _OWN_SITE.search(text, max(0, party.start - 40), party.start)
        ):
            return "own"
        if party.code == "cloud":
            rented = _RENTED.search(text, max(0, party.start - 30), party.start)
            return "cloud" if rented and not _ACCOUNT.match(text, party.end) else None
        return "platform" if party.code == "platform" else "contractor"

    def span(self, party: Hit) -> Span:
        """Return the party's words; a company's with its name."""
        if party.code != "named" or self.text[party.start : party.end] == "同社":
            return party.start, party.end
        after = _COMPANY.match(self.text, party.end) if self.text.endswith("会社", party.start, party.end) else None
        head = _HEAD.search(self.text, max(0, party.start - 20), party.start)
        start = head.start() if head else party.start
        if after and not head:
            return start, after.end()
        return start, party.start + 1 if self.text[party.start] == "社" else party.end

    def _runs(self, party: Hit, attack: int) -> bool:
        """Whether a company is said to run what is attacked, before its name or behind it."""
        before = _RUN_BY.search(self.text, max(0, party.start - 24), party.start)
        return before is not None or _RUNS.match(self.text, party.end, attack) is not None

    def _is_offered(self, party: Hit) -> bool:
        """Whether it is the publisher who offers what is attacked."""
        offered = _OFFERED.search(self.text, max(0, party.start - 12), party.end)
        by_another = offered and _BY_ANOTHER.search(self.text, max(0, party.start - 24), party.start)
        return offered is not None and by_another is None

    def _is_publisher(self, party: Hit) -> bool:
        text = self.text
        if text[party.start : party.end] == "同社":
            return False
        name = _COMPANY.match(text, party.end)
        after = name[0] if name and text[party.end - 1] in "社)㈱" else ""
        head = _HEAD_WORD.search(text, max(0, party.start - 12), party.start)
        return bool(
            _SELF.match(text, party.end)
            or (after and after[:4] in self.publisher)
            or (head and head[0][-4:] in self.publisher)
        )
