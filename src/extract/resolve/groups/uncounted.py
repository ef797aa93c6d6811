"""Items of which no figure is told: those that detail a counted group, and those that make a group of their own."""

from collections import deque
from collections.abc import Sequence
from typing import Final

from extract.resolve.groups.parts import MOST_SHARED, Part
from extract.resolve.groups.places import Places
from extract.resolve.groups.subjects import Subjects
from extract.text.shape import shape

__all__ = ["Uncounted"]

# So many runs said before are compared; it bounds the work on a list of a million kinds of people.
_SAME_REACH: Final = 8
# 当社の事業活動に必要[な]管理会計データ: words before an item that tell whose or what for.
_ATTRIBUTE: Final = shape(r".{5}(?:の|な|に関する|に係る|における)$")
# What stands for the subject of data that are nobody's, beside the groups of people.
_NOBODY: Final = "-"
# 上記のうち、一部の方の電話番号 are no other people.
_OF_SOME: Final = shape(r"一部|うち|上記|場合|のみ")
# A label that says what is listed, not whose: 漏えいした情報の項目, 個人情報, カード情報.
_GENERIC: Final = shape(
    r"漏|流出|可能性|おそれ|恐れ|対象|項目|内容|以下|次の|範囲|概要|件数|詳細|種類|その他|データ$|個人情報|カード|影響|について|[:。]$|^.{0,3}情報$"
)
# メールに関する[情報], お問い合わせ[情報].
_OF_DATA: Final = shape(r"(?:情報|データ|履歴)(?:等|など)?$")
# 加入[法人の情報], [事業所の情報]; not 契約情報, which is of the people beside it.
_OF_BODY: Final = shape(
    r"(?:法人|団体|企業|会社|事業所|事業者|店|店舗|施設|学校|園|世帯)(?:の|に関する)(?:情報|データ)(?:等|など)?$"
)
# 端末に[保存され]ていた写真, 窓口で[送受信]したメール: what held data tells them apart from those of people.
_HELD: Final = shape(r"送受信|受信した|送信した|保存|保管|格納|記録され|当該")
# [お子さま]の氏名, [ご家族]の氏名.
_DEPENDANT: Final = shape(r"ご?(?:お子|子ども|家族|配偶者|親族|同居)")


class Uncounted:
    """Adds runs of items without a count to the groups that there are, or makes groups of them."""

    def __init__(self, folded: str, subjects: Subjects, places: Places) -> None:
        self.folded = folded
        self.subjects = subjects
        self.places = places

    def with_runs(self, runs: list[Part], groups: list[Part]) -> list[Part]:
        """Add the items of which no figure is told: to the group that they detail, else as groups of their own.

        Beside groups only a list of its own makes another group; in running text it is a repetition.
        """
        if not runs:
            return groups
        if not groups and len(runs) < 2:
            return runs
        named = {category for part in groups for category in self.places.categories(part)}
        listed = {category for run in runs if self.places.listed(run) for category in self.places.categories(run)}
        detailed = [run for run in runs if self.places.in_data_section(run)][:_SAME_REACH]
        said_of: dict[str, list[Part]] = {}
        # Whose items are is read where they are added, of the run that names the people: for an aside one before it.
        naming, section = runs[0], -1
        subject: str | None = None
        for run in runs:
            of_others = bool(groups) and self.places.in_data_section(run) and self.places.of_others(run, groups)
            if not self.places.listed(run) and self._covered(run, listed) and not of_others:
                # The opening says in a sentence what tables and lists tell of each.
                continue
            if any(self._says_less(run, other) for other in detailed):
                continue
            # ※登録されている方のみ:電話番号 speaks of those of whom the section speaks.
            if not self.places.is_aside(run) or self.places.section_of(run) != section:
                naming, section, subject = run, self.places.section_of(run), None
            if (
                groups
                and not self.places.in_data_section(run)
                and not self.places.is_nobodys(run)
                and (self._covered(run, named) or not self._of_others(run, groups))
            ):
                continue
            if groups and self._covered(run, named) and not self.places.of_others(run, groups):
                continue
            if subject is None:
                subject = (
                    self.subjects.named(naming.items[0]) or self._label(naming) or self._entry(naming, groups, runs)
                )
            if groups and not subject and self.places.is_nobodys(run):
                subject = _NOBODY
            said_of.setdefault(subject, []).append(run)
        by_subject = self._without_retold({subject: _joined(said) for subject, said in said_of.items()})
        by_subject = self._without_dependants(by_subject)
        lists = list(by_subject.values())
        shared = len(lists) == 1 and len(groups) * len(lists[0].items) <= MOST_SHARED
        if (
            shared
            and not self._of_others(lists[0], groups)
            and groups
            and not any(self.places.in_data_section(group) for group in groups)
        ):
            # The overview tells the figures and some of the items, the list later on all of them.
            return [group._replace(items=(*group.items, *lists[0].items)) for group in groups]
        unnamed = by_subject.pop("", None)
        found = [*groups, *by_subject.values()]
        if unnamed is not None and not self._covered(
            unnamed, {c for part in found for c in self.places.categories(part)}
        ):
            details = [at for at, part in enumerate(found) if self._details(unnamed, part)]
            # What is said of nobody in particular is said of the one group that there is.
            of_people = [at for at, part in enumerate(found) if not self.places.is_nobodys(part)]
            at = details[0] if details else of_people[0] if len(of_people) == 1 or (of_people and not groups) else None
            if at is not None:
                found[at] = found[at]._replace(items=(*found[at].items, *unnamed.items))
            elif not found:
                found = [unnamed]
        return found

    def _of_others(self, run: Part, groups: Sequence[Part]) -> bool:
        """Whether items are those of others than any group's, or of another line of a group's list."""
        return self.places.of_others(run, groups) or any(
            self.places.in_one_list(run, group) for group in groups[:_SAME_REACH]
        )

    def _says_less(self, run: Part, detailed: Part) -> bool:
        """Whether the story says in short of the same kind of people what the section on the data details."""
        return (
            not self.places.in_data_section(run)
            and self.places.categories(run) < self.places.categories(detailed)
            and self.subjects.kind_of_run(run.items[0]) == self.subjects.kind_of_run(detailed.items[0])
        )

    def _label(self, run: Part) -> str:
        """Return the words of the heading or bullet that items stand under, unless they say only what is listed."""
        if not self.places.in_data_section(run):
            return ""
        of_people = self.subjects.heading_of(run.items[0])
        if of_people:
            return of_people
        labels = self.places.heading_around(run) or self.subjects.labels_of(run.items[0])
        labels = [label for label in labels[:-1] if _ATTRIBUTE.search(label)] + labels[-1:]
        telling = next((label for label in labels if not _GENERIC.search(label)), "")
        if telling:
            return telling
        for low, high in (self.places.unit_of(run), self.places.heading_of(run)):
            words = self.folded[low:high]
            if self.subjects.names_people(low, high) and not _OF_SOME.search(words):
                return words
        return ""

    def _entry(self, run: Part, groups: Sequence[Part], runs: Sequence[Part]) -> str:
        """Return the words for data that a line of a list names beside a group of another line, or an empty string.

        (1)申込者の情報 180件（氏名）, (2)メールに関する情報（本文）; not 必須項目：氏名 180件, 任意項目：性別. Beside
        people that are not counted, bodies are named so: ・会員の情報（氏名）, ・事業所の情報（住所）.
        """
        label = next(iter(self.subjects.labels_of(run.items[0])), "")
        if not groups and _OF_BODY.search(label):
            named = (other for other in runs[:_SAME_REACH] if self.subjects.named(other.items[0]))
            return label if any(self.places.in_one_list(run, other) for other in named) else ""
        if not any(self.places.beside(run, group) for group in groups[:_SAME_REACH]):
            return ""
        if _OF_DATA.search(label) and not _GENERIC.search(label):
            return label
        # 窓口で受信したメールの本文, below 窓口のアカウント、パスワード 500件: called by what held it.
        span, _ = self.subjects.of(None, run.items)
        if span is None or not self.places.unit_of(run)[0] <= span[0] < run.start:
            return ""
        words = self.folded[slice(*span)]
        return words if _HELD.search(words) and not _OF_SOME.search(words) else ""

    def _without_retold(self, by_subject: dict[str, Part]) -> dict[str, Part]:
        """Leave out runs that say of the same people no more than another (当社社員, 登録されていた当社社員)."""
        kept: dict[str, Part] = {}
        latest: deque[str] = deque(maxlen=_SAME_REACH)
        for subject, run in sorted(by_subject.items(), key=lambda entry: -len(self.places.categories(entry[1]))):
            fuller = (
                other for other in latest if subject and other and (other.endswith(subject) or subject.endswith(other))
            )
            if not any(self.places.categories(run) <= self.places.categories(kept[other]) for other in fuller):
                kept[subject] = run
                latest.append(subject)
        return {subject: run for subject, run in by_subject.items() if subject in kept}

    def _without_dependants(self, by_subject: dict[str, Part]) -> dict[str, Part]:
        """Leave to those whose data a list names what it names of their own: 保護者の氏名 / お子さまの氏名 / 住所."""
        if len(by_subject) < 2:
            return by_subject
        kept = dict(by_subject)
        for subject, run in list(by_subject.items())[:_SAME_REACH]:
            alone = len(run.items) == 1 and _DEPENDANT.match(subject)
            whose = (other for other in list(kept)[:_SAME_REACH] if other != subject)
            if alone and any(
                self.places.in_one_list(run, kept[other])
                and self.places.categories(run) <= self.places.categories(kept[other])
                for other in whose
            ):
                del kept[subject]
        return kept

    def _details(self, run: Part, group: Part) -> bool:
        """Whether a run lists the parts of what a group names as one: カード情報 1,348件 and 番号, 有効期限."""
        return self.places.categories(group) == {"card"} and self.places.has_card_parts(run)

    def _covered(self, run: Part, named: set[str]) -> bool:
        """Whether groups already say it; カード情報 is said where the card's parts are."""
        generic = {"card"} if any(category.startswith("card_") for category in named) else set()
        return self.places.categories(run) - generic <= named


def _joined(runs: Sequence[Part]) -> Part:
    """Return one run of all items of several, where the first stands."""
    return runs[0]._replace(items=tuple(index for run in runs for index in run.items))
