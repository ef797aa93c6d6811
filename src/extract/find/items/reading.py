"""One sentence, line or table row: which of its data words are items.

A data word is an item where it stands in a leak context: in a list of data, in a section or under a
lead that says what leaked, or as the subject of a predicate that says leaked, seen, held or not
included. Words of which no lexicon knows are items beside items in the same list.
"""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from extract.find.items.enumerations import Listing, Member, read_listings, says_more
from extract.find.items.forms import closing_item, is_recorded, unknown_item
from extract.find.items.leak_contexts import Place, Setting, Settings
from extract.find.items.leak_predicates import CLOSE, CREDENTIALS, REACH, is_governed, is_spilt
from extract.find.items.runs import GRAINED, LONGEST_GAP, UNHELD, Run, Scope, has_words, labels
from extract.find.items.senses import AFFILIATION, name_item
from extract.find.items.words import TAIL, Tier, Word, meant_words
from extract.mention import Item
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["Reading"]

# Parts a data word from the words listed before it: a particle of the clause. Not お客様に係る.
_PROSE: Final = shape(
    r"[はがを]|に(?!係る|関する|かかる|紐|記|含|登録|保存|掲載|入力)|ます|です|から(?!の)|より|れた.{12}"
)
# 金融機関の口座情報, 写真の縮小画像のURL, アカウントのメールボックスに保存されたメール: only the last word is meant.
_QUALIFIES: Final = shape(
    r"(?:への?|の)?[ごお]?[一-龥ァ-ヺー]{0,6}|の[一-龥ァ-ヺー]{2,12}の"
    r"|の?(?:メールボックス|受信トレイ|フォルダー?)?(?:に|内の|で)(?:保存|保管|残|届|送受信|受信)[^、。]{0,12}"
)
# お客様からの|お問い合わせ, 作成された|課題: says whose it is.
_ATTRIBUTE: Final = shape(r"(?:[^、。:|]の|[^、。:|][たる])[ごお]?$")
# 本文(署名含む), ログインID(社員番号を一部含む), 番号(氏名は無し), 口座番号(暗証番号は含みません): says something of
# data, and is no gloss.
_INCLUDED: Final = shape(r"等|など|(?:情報)?[をもは]?(?:(?:一部)?含|は?無し|は?なし|を除)")
# 氏名が流出しまし[た](口座情報の流出はございません): the bracket glosses no word, but says more.
_SAID: Final = ("です", "ます", "ました", "ません")
# 氏名、住所(口座情報の流出はございませ[ん]): likewise.
_DENIED: Final = (
    "ません",
    "ませんでした",
    "対象外",
    "対象外です",
    "いない",
    "ていません",
    "ないことを確認しています",
    "ないことを確認しております",
    "ないことを確認済み",
    "ないことを確認済みです",
    "ないことは確認済みです",
)
# [①]氏名, [(1)]氏名, [- (ア)]氏名: the number of a line in a list.
_NUMBER: Final = shape(r"(?:[-・*] ?)?(?:[①-⑳❶-❿]|\(?(?:[0-9]{1,2}|[ア-ンa-z])\)) *")
# 「見本サービス」の, へ, で, に: binds what a quotation named to what follows.
_BOUND: Final = frozenset("のへでに")
# Q: 氏名や住所が漏えいしていますか?: no answer yet.
_ASKED: Final = shape(r"(?:[?]|(?<!ほ)か」?)$")
_MARKS_AT_END: Final = 3
# What an attacker comes in with: CREDENTIALS, and addresses that are one's name there.
_KEYS: Final = CREDENTIALS | {"email"}
# Of these one may have several.
_VARIED: Final = frozenset({"phone", "email", "name"})
# As many firm words side by side are a list of data, whatever the section is about.
_MANY: Final = 3
# How many lines up and down are one list with a line.
_MANY_LINES: Final = 6


class Reading(Setting):
    """One sentence, line or table row with data words in it: its setting, and `words` as all `sentences` have them."""

    __slots__ = ("_heading", "index", "sentences", "settings", "words")

    def __init__(self, document: Document, settings: Settings, index: int, sentences: dict[int, list[Word]]) -> None:
        start, end = document.sentences[index]
        Setting.__init__(self, document, start, end, settings.place(start))
        self.settings = settings
        self._heading: bool | None = None
        self.index = index
        self.sentences = sentences
        self.words = sentences[index]

    def worthwhile(self) -> bool:
        """Whether any word here could be an item: a cheap look before the sentence is taken apart."""
        several = len(self.words) > 1
        if self.words[0].tier == Tier.LISTED:
            if self.prose and self.place != Place.ASIDE and all(word.tier == Tier.LISTED for word in self.words):
                return False
            if not several:
                return self.place == Place.LEAK and self._beside
        if self.place == Place.LEAK or self.leaks:
            return True
        if self.place == Place.ASIDE:
            return len(self.words) > _MANY or (several and self._beside_many)
        if self.prose:
            return self.holds or (several and self._introduced)
        return several or self.holds or self._listed or self.led or self.settings.heads_data(self.words[0].start)

    @property
    def heading(self) -> bool:
        """Whether it is the heading of its section."""
        if self._heading is None:
            self._heading = self.settings.heads(self.start, self.end)
        return self._heading

    @property
    def _beside(self) -> bool:
        """Whether the line before or after names data."""
        for index in (self.index - 1, self.index + 1):
            if any(word.tier <= Tier.PLAIN for word in self.sentences.get(index, ())):
                return True
        return False

    @property
    def _beside_many(self) -> bool:
        """Whether it is a bullet of a list in which the one before or after lists much data."""
        if self.prose or self.settings.kind_of_line(self.start) != "bullet":
            return False
        return any(len(self.sentences.get(index, ())) > _MANY for index in (self.index - 1, self.index + 1))

    @property
    def _listed(self) -> bool:
        """Whether it stands in a list whose next or last line is a word of personal data and nothing else."""
        lines = (self.sentences.get(index, []) for index in (self.index - 1, self.index + 1))
        return any(len(words) == 1 and words[0].tier == Tier.FIRM for words in lines)

    @property
    def _announced(self) -> bool:
        """Whether it stands under what leaked, beside a line of data or below a lead."""
        return self.place == Place.LEAK and not self.heading and (self._beside or self.led)

    @property
    def _introduced(self) -> bool:
        return self.settings.introduced(self.index)

    @property
    def _leads_in(self) -> bool:
        """Whether it led an attacker in, by the next sentence: 認証情報が流出。[この情報をもとに不正にログイン]."""
        return self.settings.leads_in(self.index)

    @property
    def led(self) -> bool:
        """Whether a line before leads up to a list of what leaked."""
        return self.settings.led(self.index)

    def items(self) -> list[Item]:
        """Return the items of the sentence."""
        words = meant_words(self.folded, self.words)
        if not words:
            return []
        found: list[Item] = []
        listings = read_listings(self.folded, self.start, self.end, words)
        for listing in listings:
            held = listing.holder is not None or len(listings) > 1
            scope = Scope(self.folded, listing) if held else UNHELD
            for run in self._runs(listing):
                found += self._taken(run, scope)
        return [] if found and (self.defines or self.topic or self.supposes or self.intends) else found

    def _taken(self, run: Run, scope: Scope) -> list[Item]:
        taken: list[Item] = []
        if self._means(run, scope):
            return taken
        backing = scope.backing
        if len(run.words) > 1 or scope.parted:
            backing += self._backing(run, scope)
        # What holds for all words of a list is asked once.
        backed = self._backed(scope, run) if backing and self.place != Place.ASIDE else None
        before = ""
        company = partial(self._company, run)
        for word, member in run.words:
            member.backing = backing
            explains = (member.inner is not None or scope.glossed) and self._explains(word, member, scope)
            if not explains and (backed or (backed is None and self._accepts(word, member, scope, backing, run))):
                taken.append(name_item(self.folded, word, member, scope.label, before, company))
            before = word.code
        if taken and ((backing and len(taken) + scope.backing > 1) or self._itemizes(scope)):
            taken += self._unknown(run)
        elif taken and (self.place == Place.LEAK or self.leaks):
            unknown = self._unknown(run)
            while self.prose and unknown and not is_recorded(self.folded, unknown[-1]):
                unknown.pop()
            taken += [item for item in unknown if item.category != "other"]
        return taken

    def _backing(self, run: Run, scope: Scope) -> int:
        """Return how many words of a run make what stands beside them data too."""
        widest = max([word.tier for word, _ in run.words])
        if widest <= Tier.PLAIN:
            return len(run.words)
        # 本人確認書類(運転免許証、健康保険証、在留カード): under what leaked, words of wide use are a list too.
        paired = self._paired(run)
        wide = scope.parted or (self.place == Place.LEAK and (len(run.words) >= _MANY or paired))
        enough = Tier.GUARDED if wide else Tier.PLAIN
        if widest > enough and paired and self._announced:
            enough = Tier.LISTED
        return sum([word.tier <= enough for word, _ in run.words])

    def _paired(self, run: Run) -> bool:
        """Whether two words of wide use make a line a list: メールの本文・添付物. Not アカウントで送った添付物."""
        return not self.prose and len(run.words) > 1 and run.words[0][1] is not run.words[-1][1]

    def _means(self, run: Run, scope: Scope) -> bool:
        """Whether a list is nothing but what the attacker came in with: IDとパスワードが何らかの手段で入手され."""
        return (
            run.words[0][0].code in _KEYS
            and (self.prose or self.place == Place.CAUSE)
            and self.place != Place.LEAK
            and (scope.glossed or not scope.spilt)
            # ログインID(メールアドレス): the address is one.
            and all(word.code in CREDENTIALS or (word.code == "email" and scope.glossed) for word, _ in run.words)
            and self.intrudes
        )

    def _itemizes(self, scope: Scope) -> bool:
        """Whether a list is the parts of a label under what leaked, data of any kind: サーバログ(IPアドレス、日時)."""
        return scope.labelled and scope.bracketed and self.place == Place.LEAK and not self.prose

    def _ruled(self, run: Run) -> bool:
        """Whether the predicate of the last word is that of all: クレジットカードやパスポートは含まれません."""
        if run.ruled is None:
            run.ruled = (
                len(run.words) > 1
                and any(word.tier <= Tier.GUARDED for word, _ in run.words)
                and (self._governed(run.words[-1][0], REACH) or is_spilt(self.folded, run.words[0][0], self))
            )
        return run.ruled

    def _company(self, run: Run) -> set[str]:
        """Return the categories of the words beside a run's: of its list, and of the lines around that are one list."""
        words = [word for word, _ in run.words]
        if len(words) < _MANY and not self.prose:
            for index in range(self.index - _MANY_LINES, self.index + _MANY_LINES + 1):
                around = self.sentences.get(index)
                if around and self.settings.in_one_section(self.start, around[0].start):
                    words += around
        return {word.code for word in words if self.folded[word.start : word.end] != AFFILIATION}

    def _runs(self, listing: Listing) -> list[Run]:
        """Return the stretches of a list in which data words stand side by side, with unknown members between."""
        runs: list[Run] = []
        run: Run | None = None
        before: list[Member] = []
        gap: list[Item] = []
        coming = listing.known
        for member in listing.members:
            if not member.words:
                if run is None:
                    if not coming:
                        break
                    before.append(member)
                    continue
                unknown = unknown_item(self.folded, member.start, member.end)
                if unknown is not None and len(gap) < LONGEST_GAP:
                    gap.append(unknown)
                    continue
                run.unknown += gap + self._closing(member.start, member.end)
                run, gap, before = None, [], []
                continue
            coming -= 1
            at = member.start
            for word in member.words if len(member.words) == 1 else self._heads(member.words):
                if run is not None and at < word.start and _PROSE.search(self.folded, at, word.start):
                    run.unknown += gap
                    if at == member.start:
                        # [通所記録]が登録されたファイル: the list ends before what is said of it.
                        run.unknown += self._closing(at, word.start)
                    run, gap, before = None, [], []
                if run is None:
                    run = Run(before)
                    runs.append(run)
                elif gap:
                    run.unknown += gap
                    gap = []
                run.words.append((word, member))
                at = word.end
            if (at < member.end and says_more(self.folded, member)) or (
                member.inner is not None and _PROSE.search(self.folded, *member.rest)
            ):
                run, before = None, []
        if run is not None:
            run.unknown += gap
        return runs

    def _closing(self, start: int, end: int) -> list[Item]:
        """Return the last, unknown member of a list, behind which the sentence goes on."""
        closing = closing_item(self.folded, start, end)
        return [] if closing is None else [closing]

    def _unknown(self, run: Run) -> list[Item]:
        """Return the unknown members of a run; before the first known one 工事番号、氏名, not なお、氏名."""
        leading: list[Item] = []
        first, holder = run.words[0]
        # 名刺、相談を通じて取得した|氏名, 「見本サービス」へ登録した|氏名: whose clause it is, is not listed.
        bound = self.folded[holder.start] in _BOUND or _PROSE.search(self.folded, holder.start, first.start)
        before = [] if bound else run.before
        for member in before:
            unknown = unknown_item(self.folded, member.start, member.end)
            if unknown is not None and len(leading) < LONGEST_GAP:
                leading.append(unknown)
            else:
                leading.clear()
        return [
            item
            for item in leading
            if item.category != "other" and "の" not in self.folded[item.span[0] : item.span[1]]
        ] + run.unknown

    def _heads(self, words: Sequence[Word]) -> list[Word]:
        """The words that a member is about; of 金融機関の口座情報 only the last."""
        return [
            word
            for word, head in pairwise(words)
            if word.tier == Tier.FIRM or not _QUALIFIES.fullmatch(self.folded, word.end, head.start)
        ] + [words[-1]]

    def _backed(self, scope: Scope, run: Run) -> bool:
        """Whether all words of a list are accepted, since some of them make the others data."""
        leak = self.place == Place.LEAK
        if self.heading:
            return not self.question and (leak or self.leaks)
        if _ASKED.search(self.folded, max(self.start, self.end - _MARKS_AT_END), self.end):
            return False
        if not self.prose or scope.spilt or self.leaks:
            return True
        if (leak or self.holds) and (not self.asks or self._ruled(run)):
            return True
        return self._introduced and not self.asks

    def _accepts(self, word: Word, member: Member, scope: Scope, backing: int, run: Run) -> bool:
        """Whether a word is data by itself, or in a section about something else."""
        if self.heading:
            return not self.question and (
                self.leaks if backing else word.tier <= Tier.PLAIN and self._governed(word, CLOSE)
            )
        if self.place == Place.ASIDE:
            return self._accepts_aside(word, scope, backing, run)
        # 漏えいした情報(顧客に関する資料と、業務に関する情報): the bracket says what leaked.
        if scope.spilt and scope.bracketed and word.tier <= Tier.GUARDED:
            return True
        if self._itemizes(scope):
            return True
        if self.question:
            return False
        if self.prose:
            return self._accepts_alone(word, run)
        if self._whole(word, member):
            if word.tier == Tier.LISTED:
                return self.place == Place.LEAK and (
                    has_words(member.inner) or (member.start - self.start <= _MANY and self._beside)
                )
            if self.place == Place.LEAK or self.led:
                return True
            return word.tier <= Tier.PLAIN and (self._listed or self.settings.heads_data(word.start))
        if word.tier <= Tier.PLAIN and self._first(word, member) and (self.place == Place.LEAK or self.led):
            return True
        if self._closes(word, member) and (self.place == Place.LEAK or self.led):
            return word.tier <= Tier.GUARDED or self._beside
        return self._accepts_alone(word, run)

    def _accepts_aside(self, word: Word, scope: Scope, backing: int, run: Run) -> bool:
        """In a section about contact desks, precautions or requests: only what is said there to have leaked."""
        if scope.spilt:
            return True
        if not self.leaks:
            return (backing >= _MANY or (backing > 0 and self._beside_many)) and not self.asks
        if backing or word.tier == Tier.FIRM:
            return not (self.asks or self.question) or self._ruled(run) or self._governed(word, REACH)
        return word.tier == Tier.PLAIN and not self.question and self._governed(word, CLOSE)

    def _accepts_alone(self, word: Word, run: Run) -> bool:
        """In a sentence that names no other data."""
        if word.tier <= Tier.PLAIN and self.place == Place.LEAK and not self.asks:
            return True
        if word.tier == Tier.FIRM:
            return (self.leaks or self.holds) and (not self.asks or self._governed(word, REACH))
        if word.code == "credential" and self.place != Place.LEAK and (self.intrudes or self._leads_in):
            return False
        return self._ruled(run) or (word.tier <= Tier.GUARDED and self._governed(word, REACH))

    def _explains(self, word: Word, member: Member, scope: Scope) -> bool:
        """Whether the word is a label in front of its parts, or only glosses the word before its bracket.

        カード情報(番号、有効期限), 検査結果(検査値), 住所(都道府県まで); not 本文(署名含む), 工事名(契約者名).
        """
        if member.inner is not None and word is member.words[-1] and labels(self.folded, member):
            return True
        if not scope.glossed or scope.holder is None:
            return False
        if self.folded.endswith(_SAID, scope.holder.start, scope.holder.end):
            return False
        alike = scope.holder.words[-1].code == word.code
        # 電話番号(携帯番号含む); not 住所(番地含む).
        if alike and scope.single and word.code in _VARIED and self.folded.startswith(("含", "を含", "も含"), word.end):
            return False
        if (not alike or word.code not in GRAINED) and _INCLUDED.match(self.folded, word.end):
            return False
        if alike:
            return scope.single or word.code in GRAINED
        if self.folded.endswith(_DENIED, member.start, member.end):
            return False
        pure = word.start == member.start and TAIL.fullmatch(self.folded, word.end, member.end)
        return scope.bracketed and scope.single and not pure and not self.folded.endswith("場合は", 0, word.start)

    def _closes(self, word: Word, member: Member) -> bool:
        """Whether the line is about the word at its end: 送受信されたメールの本文, お客様からのお問い合わせの履歴."""
        return (
            _ATTRIBUTE.search(self.folded, member.start, word.start) is not None
            and TAIL.fullmatch(self.folded, word.end, member.end) is not None
            and (member.end == self.end or self.folded[member.end] in " |")
        )

    def _first(self, word: Word, member: Member) -> bool:
        """Whether the word is all of the first member of its line: 支援計画など、生活に関する記録."""
        return member.start - self.start <= _MANY and (
            word.start == member.start and TAIL.fullmatch(self.folded, word.end, member.end) is not None
        )

    def _whole(self, word: Word, member: Member) -> bool:
        """Whether the word, with whose it is before it, is all of its line or cell."""
        folded = self.folded
        if not TAIL.fullmatch(folded, word.end, member.end):
            return False
        left, right = member.start, member.end
        number = _NUMBER.match(folded, self.start, left)
        first = number.end() if number else self.start
        while left > first and folded[left - 1] in " ・-*●■◆○〇•◦□(「[【◇":
            left -= 1
        while right < self.end and folded[right] in " )」]】。、":
            right += 1
        return (left == first or folded[left - 1] in "|\n") and (right == self.end or folded[right] in "|\n(:")

    def _governed(self, word: Word, reach: int) -> bool:
        return is_governed(self.folded, word, self, reach)
