"""Whose data, how many, which items, how sure: the groups that the release itself makes.

One principle: what belongs together stands nearest together. Counts and runs of items are the
leaves of the outline; from the innermost place outwards, counts and items that meet without a
partner become groups. A row with both is a group, a bullet with the list under it, a sentence; a
list of people and a list of items under one heading share all items; what finds no partner goes on
outwards to the next enclosing place, at last to the release as a whole.
"""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from extract.lexicon import Hit
from extract.mention import Count, Exposure, Item, Section, Span
from extract.resolve.counts.opened import opened_accounts
from extract.resolve.groups.concerned import with_concerned
from extract.resolve.groups.elsewhere import safe_elsewhere
from extract.resolve.groups.footnotes import Footnotes
from extract.resolve.groups.gathering import Gathering
from extract.resolve.groups.listed import listed_people
from extract.resolve.groups.outline import Outline
from extract.resolve.groups.parts import Part
from extract.resolve.groups.people import VAGUE, People, broad
from extract.resolve.groups.persons import with_formed
from extract.resolve.groups.places import Places
from extract.resolve.groups.settling import Settling
from extract.resolve.groups.subjects import Subjects
from extract.resolve.groups.told import told_alone
from extract.resolve.status import LEAKED, Statuses
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["resolve_exposures"]

_NOBODYS: Final = frozenset({"business_info", "source_code", "file"})
# 販売店57社…その従業員のメールアドレス: of these no company is one; customers and partners may be companies.
_PERSONS: Final = ("employee", "student", "patient", "applicant", "resident")
# お客様の氏名の[漏えい]はございません, お客様の氏名は[含まれておりません]; not お客様のカード情報は[保有]していないため
# 漏えいしておりません.
_HELD: Final = shape(r"保有|保持|保存|取り?扱|預か")
_SAFE: Final = shape(r"漏(?:え?い|[洩出れ])|流[出失]|閲覧|窃取|搾取|詐取|奪取|含まれて(?:おり|い)ま|への影響")
# お客様の情報は含まれて[おらず、]また住所も….
_DENIED: Final = shape(r"(?:ず|ませんし|なく|ないこと)、")

# 受託した業務に関する情報[と]従業員の個人情報: data of others beside an item.
_AND: Final = shape(r"(?:等|など)?の?(?:情報|データ)?(?:、?(?:と|や|及び|および|並びに|ならびに)、?)")
# So far people and the word for their data are read; it bounds the work on a sentence of a million items.
_BESIDE_REACH: Final = 80
# What follows people so near is theirs: 従業員の個人情報(氏名.
_THEIRS: Final = 12


def resolve_exposures(
    document: Document,
    words: dict[str, list[Hit]],
    sections: Sequence[Section],
    counts: Sequence[Count],
    items: Sequence[Item],
    statuses: Statuses,
    body: int,
) -> list[Exposure]:
    """Return the groups of the body in the order of the text.

    Superseded totals, repetitions and items named as safe make no group; a count named as safe makes
    one with the status excluded.
    """
    people = People(document.folded, with_formed(document.folded, words["subjects"]))
    # Half of the releases name neither figures nor items.
    if counts or items:
        found = _Resolver(document, people, sections, counts, items, statuses).exposures(body)
    else:
        found = listed_people(document, sections, statuses, people, counts, items, ())
        found += told_alone(document, statuses, people, body, found)
        if found:
            found += safe_elsewhere(document, statuses, body)
    found = with_concerned(document, people, body, found)
    found.sort(key=attrgetter("spans"))
    return found


class _Resolver:
    def __init__(
        self,
        document: Document,
        people: People,
        sections: Sequence[Section],
        counts: Sequence[Count],
        items: Sequence[Item],
        statuses: Statuses,
    ) -> None:
        self.document = document
        self.people = people
        self.sections = sections
        self.counts = counts
        self.items = items
        self.statuses = statuses
        mentioned = [count.span[0] for count in counts] + [item.span[0] for item in items]
        self.outline = Outline(document, sections, sorted(mentioned))
        self.footnotes = Footnotes(document, items, counts)
        self.subjects = Subjects(document, people, sections, counts, items, self.outline)

    def exposures(self, body: int) -> list[Exposure]:
        """Return the groups named as safe and the others, those of running text among them."""
        found = self._gathered()
        found += listed_people(self.document, self.sections, self.statuses, self.people, self.counts, self.items, found)
        told = told_alone(self.document, self.statuses, self.people, body, found)
        found += [self._with_items(group) for group in told]
        if found:
            found += safe_elsewhere(self.document, self.statuses, body)
        found += self._named_safe(found)
        found += self._named_beside(found)
        found = self._with_data(found)
        if all(_is_loose(group) for group in found):
            # Of whose data it is said what is not known is told more of than of data in general.
            return self._unsure() or found
        return self._with_accounts(found)

    def _with_accounts(self, groups: list[Exposure]) -> list[Exposure]:
        """Count the one group whose data others saw by the accounts that they signed in to, where that is all told."""
        opened = opened_accounts(self.document, self.counts) if len(groups) == 1 and groups[0].item_refs else None
        if opened is None or groups[0].status not in LEAKED or groups[0].count_ref is not None:
            return groups
        spans = sorted({*groups[0].spans, self.counts[opened].span})
        return [groups[0]._replace(count_ref=opened, spans=tuple(spans))]

    def _with_data(self, groups: list[Exposure]) -> list[Exposure]:
        """Give the one group of which no data are told what the release names elsewhere, of nobody else, as leaked."""
        leaked = [group for group in groups if group.status in LEAKED]
        if len(leaked) != 1 or leaked[0].item_refs:
            return groups
        refs = tuple(index for index, item in enumerate(self.items) if item.status in LEAKED)
        spans = tuple(sorted({*leaked[0].spans, *(self.items[index].span for index in refs)}))
        return [group._replace(item_refs=refs, spans=spans) if group is leaked[0] else group for group in groups]

    def _gathered(self) -> list[Exposure]:
        """Return the groups that counts and items make."""
        places = Places(self.document, self.sections, self.counts, self.items, self.outline, self.subjects)
        gathering = Gathering(
            self.document, self.counts, self.items, self.outline, self.footnotes, self.subjects, places
        )
        settling = Settling(self.document, self.counts, self.items, self.subjects, places)
        parts = settling.settled(gathering.gather(excluded=False), excluded=False)
        if any(count.status == "excluded" for count in self.counts):
            # Items named as safe are groups with a count only.
            parts += settling.settled(gathering.gather(excluded=True), excluded=True)
        return [self._exposure(part) for part in parts]

    def _with_items(self, group: Exposure) -> Exposure:
        """Add the items named of people who are safe: お客様の氏名、住所の流出はございません."""
        if group.subject_span is None or group.status != "excluded":
            return group
        low, high = self.document.sentence_at(group.subject_span[0])
        # お客様の情報は含まれておらず、住所も含まれておりません: what is denied anew is of no people in particular.
        denied = _DENIED.search(self.document.folded, group.subject_span[1], high)
        high = denied.end() if denied else high
        refs = tuple(
            index
            for index in range(bisect_left(self.items, low, key=_start), bisect_left(self.items, high, key=_start))
            if self.items[index].status == "excluded" and self._are_of(group, index)
        )
        return group._replace(
            item_refs=refs, spans=tuple(sorted({*group.spans, *(self.items[index].span for index in refs)}))
        )

    def _are_of(self, group: Exposure, item: int) -> bool:
        """Whether an item is not said to be of others than a group: お客様の情報および[職員]のメールアドレス."""
        span = group.subject_span or (0, 0)
        kind = self.subjects.kind_before(span[1], self.items[item].span[0])
        return kind is None or broad(kind) == broad(group.subject_kind)

    def _named_safe(self, found: Sequence[Exposure]) -> list[Exposure]:
        """Return those of whose items the release says only that they did not leak, and who are none of those `found`.

        お客様のメールアドレスの漏えいはございません; not お客様のカード情報は保有しておりません, which is of no leak.
        """
        excluded = [index for index, item in enumerate(self.items) if item.status == "excluded"]
        if not excluded:
            return []
        safe: dict[str, Exposure] = {}
        kinds = {broad(group.subject_kind) for group in found if group.status != "excluded"}
        told = {
            (self.document.sentence_at(span[0]), broad(group.subject_kind)) for group in found for span in group.spans
        }
        until = 0
        for index in excluded:
            item = self.items[index]
            if item.span[0] < until:
                continue
            kind = self.subjects.kind_of_run(index)
            if kind is None or broad(kind) in kinds or kinds & {None, "other"}:
                continue
            sentence = self.document.sentence_at(item.span[0])
            until = sentence.end
            if (sentence, broad(kind)) in told or _HELD.search(self.document.folded, *sentence):
                continue
            if not _SAFE.search(self.document.folded, item.span[1], until):
                continue
            last = bisect_left(self.items, until, key=_start)
            refs = tuple(ref for ref in range(index, last) if self.items[ref].status == "excluded")
            group = self._exposure(Part(item.span[0], None, refs))
            span = group.subject_span
            if span is not None and self.document.folded.startswith("から", span[1]):
                # 委託先からの流出はない: where it might have leaked from.
                continue
            safe.setdefault("" if span is None else self.document.folded[slice(*span)], group)
        return list(safe.values())

    def _named_beside(self, found: Sequence[Exposure]) -> list[Exposure]:
        """Return those whose data are named in one breath with an item, and who are none of those `found`.

        受託業務に関する情報と[従業員]の個人情報が漏えいした; not お取引情報と従業員の氏名, which are items of theirs.
        """
        kinds = {broad(group.subject_kind) for group in found}
        beside: dict[str, Exposure] = {}
        for item in self.items:
            joint = _AND.match(self.document.folded, item.span[1]) if item.status in LEAKED else None
            if joint is None:
                continue
            sentence = self.document.sentence_at(joint.end() - 1)
            people = self.people.of_data(joint.end(), min(sentence.end, joint.end() + _BESIDE_REACH))
            if people is None or people[0][0] > joint.end() or people[1] in VAGUE or broad(people[1]) in kinds:
                continue
            at = bisect_left(self.items, people[0][1], key=_start)
            if at < len(self.items) and self.items[at].span[0] - people[0][1] < _THEIRS:
                continue
            words = self.document.folded[slice(*people[0])]
            beside.setdefault(words, Exposure(people[0], people[1], None, (), item.status, (people[0],)))
        return list(beside.values())

    def _unsure(self) -> list[Exposure]:
        """Return those of whose data alone the release tells, and not yet whether they leaked.

        技術情報の漏えいは確認されておりません makes none: what has no person for its owner needs one who is named.
        """
        unknown = [index for index, item in enumerate(self.items) if item.status == "unknown"]
        owned = any(self.items[index].category not in _NOBODYS for index in unknown)
        if not unknown or not (owned or self.subjects.kind_of_run(unknown[0])):
            return []
        _, high = self.document.sentence_at(self.items[unknown[0]].span[0])
        refs = tuple(index for index in unknown if self.items[index].span[0] < high)
        return [self._exposure(Part(self.items[refs[0]].span[0], None, refs))]

    def _counts_whom_others_dealt_with(self, part: Part) -> bool:
        """Whether a count is of companies whose customers' data are told behind it: 事業者(1社)に依頼されたお客様."""
        if part.count_ref is None or not part.items or self.counts[part.count_ref].unit_kind != "companies":
            return False
        low, high = self.counts[part.count_ref].span[1], self.items[part.items[0]].span[0]
        told = self.people.of_data(low, min(high, self.document.sentence_at(low).end)) if low < high else None
        return told is not None and told[1] != "partner"

    def _exposure(self, part: Part) -> Exposure:
        if self._counts_whom_others_dealt_with(part):
            part = part._replace(count_ref=None)
        statuses = [self.items[index].status for index in part.items]
        if part.count_ref is not None:
            status = self.counts[part.count_ref].status
        else:
            status = max(sorted(set(statuses)), key=statuses.count)
        # A count in a note says how many, not whose: the item that points to it stands where they are named.
        anchor = None if part.count_ref in self.footnotes.counting else part.count_ref
        subject, kind = self.subjects.of(anchor, part.items)
        if part.count_ref is not None and kind in _PERSONS and self.counts[part.count_ref].unit_kind == "companies":
            part = part._replace(count_ref=None)
        spans: list[Span] = [self.items[index].span for index in part.items]
        if part.count_ref is not None:
            spans.append(self.counts[part.count_ref].span)
        if subject is not None:
            spans.append(subject)
        return Exposure(
            subject, kind, part.count_ref, tuple(sorted(set(part.items))), status, tuple(sorted(set(spans)))
        )


def _start(item: Item) -> int:
    return item.span[0]


def _is_loose(group: Exposure) -> bool:
    """Whether a group says of nobody, and of nothing in particular, that it leaked."""
    return group.subject_span is None and group.count_ref is None and not group.item_refs
