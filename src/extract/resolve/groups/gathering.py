"""From the leaves outwards: counts and items pair in the innermost place where they meet."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, islice
from operator import itemgetter
from typing import Final

from extract.mention import Count, Item
from extract.resolve.counts.changes import differences, superseded
from extract.resolve.groups.footnotes import Footnotes
from extract.resolve.groups.order import joined
from extract.resolve.groups.outline import Outline
from extract.resolve.groups.parts import Part, by_kind, start_of
from extract.resolve.groups.place_pairs import PlacePairs
from extract.resolve.groups.places import Places
from extract.resolve.groups.sentence_pairs import SentencePairs
from extract.resolve.groups.subjects import Subjects
from extract.text.document import Document
from extract.text.shape import shape

__all__ = ["Gathering"]

# Units in which a group is counted; schools, companies and shops hold the data of others.
_GROUP_UNITS: Final = ("people", "records", "accounts", "cards", "households", "messages", "files", "other")
# Companies whose own data leaked; schools and branches hold the data of others.
_OWN_DATA: Final = ("社", "法人", "団体", "事業所", "事業者", "先")
# [代理店数:]約4万店: shops, but their own data leaked.
_SHOPS: Final = shape(r"(?:代理|加盟|販売|取扱)店数?[はも: ]*$")
_SHOP_REACH: Final = 10
# 計37名([他に]教職員42名).
_MORE: Final = shape(r"[(、](?:[他別]に|ほかに)[^()、。]*$")
_MORE_REACH: Final = 16
# 12件[(]口座番号、口座名義[)および]取引明細.
_OPENS: Final = shape(r"分?\(")
_CLOSED: Final = shape(r"[^()、。]{0,8}\)(?:、|,|・|及び|および|並びに|ならびに|と|や)")
# So many earlier groups of the same figure are compared; it bounds the work on a list of a million ones.
_SAME_REACH: Final = 8
# Between two items other people may be named within so many letters.
_OTHERS_LEAST: Final = 4
_OTHERS_MOST: Final = 40


class Gathering:
    """Merges the counts and items of a document upwards through its outline."""

    def __init__(
        self,
        document: Document,
        counts: Sequence[Count],
        items: Sequence[Item],
        outline: Outline,
        footnotes: Footnotes,
        subjects: Subjects,
        places: Places,
    ) -> None:
        self.document = document
        self.counts = counts
        self.items = items
        self.outline = outline
        self.footnotes = footnotes
        self.subjects = subjects
        self.places = places
        self.in_sentences = SentencePairs(document, items, counts, subjects)
        self.in_places = PlacePairs(document, items, counts, subjects, places)

    @cached_property
    def outdated(self) -> set[int]:
        """The counts that a later figure replaced, or that tell by how much one changed."""
        return superseded(self.document, self.counts) | differences(self.document, self.counts)

    def gather(self, *, excluded: bool) -> list[Part]:
        """Merge upwards the mentions that are (or are not) named as safe; return what reaches the root."""
        parts: dict[int, list[Part]] = {}
        leaves = self._leaves(excluded)
        if not self.counts or all(part.count_ref is None for sequence in leaves.values() for part in sequence):
            # Where nothing is counted nothing pairs; outside its section goes no run that tells of causes or lessons.
            runs = [part for sequence in leaves.values() for part in sequence if not self.places.beside_the_story(part)]
            return sorted(runs, key=start_of)
        for leaf, sequence in leaves.items():
            node = self.outline.node_at(leaf)
            parts.setdefault(node, []).extend(self.in_sentences.paired(sequence))
        # Nodes stand in the order of the text, parents first: so backwards is from the leaves outwards.
        for node in range(len(self.outline.nodes) - 1, 0, -1):
            if node not in parts:
                continue
            own = self._merge(sorted(parts.pop(node), key=start_of))
            place = self.outline.nodes[node]
            if place.kind == "row":
                own = _continued(own)
            elif place.kind == "section":
                # Outside its section a count pairs with items of the story, not of its causes or its lessons.
                own = [part for part in own if not (part.is_run and self.places.beside_the_story(part))]
            parts.setdefault(place.parent or 0, []).extend(own)
        return self._merge(sorted(parts.get(0, []), key=start_of))

    def _leaves(self, excluded: bool) -> dict[int, list[Part]]:
        """Return the mentions by the sentence (or row) that they stand in, as parts in the text's order."""
        leaves: dict[int, list[tuple[int, int | None, list[int]]]] = {}
        leaf = until = -1
        for start, count, items in sorted(self._mentions(excluded), key=itemgetter(0)):
            if start >= until:
                leaf, until = self._leaf(start)
            sequence = leaves.setdefault(leaf, [])
            run = sequence[-1][2] if sequence and sequence[-1][1] is None else None
            if run and count is None and not self._of_others(run, start) and not self._bracketed(sequence, start):
                run += items
            else:
                sequence.append((start, count, [*items]))
        return {
            leaf: [Part(start, count, tuple(items)) for start, count, items in sequence]
            for leaf, sequence in leaves.items()
        }

    def _mentions(self, excluded: bool) -> list[tuple[int, int | None, tuple[int, ...]]]:
        """Return what groups are made of, each as where it starts, its count, and its items."""
        found: list[tuple[int, int | None, tuple[int, ...]]] = []
        if self.counts:
            counting = [
                index
                for index, count in enumerate(self.counts)
                if self._counts_for_groups(count)
                and (count.status == "excluded") == excluded
                and index not in self.footnotes.counting
                and index not in self.outdated
            ]
            redivided = self.places.redivided(counting)
            found += [(self.counts[index].span[0], index, ()) for index in counting if index not in redivided]
        # What is unknown belongs neither to the groups named as safe nor to the others.
        statuses = ("excluded",) if excluded else ("possible", "confirmed")
        belonging = {index for index, item in enumerate(self.items) if item.status in statuses}
        figures, defining = self.footnotes.figures, self.footnotes.defining
        found += [
            (self.items[index].span[0], figures.get(index), (index,))
            for index in sorted(belonging)
            if index not in defining
        ]
        for start, (word, defined) in self.footnotes.references.items():
            meant = tuple(index for index in defined if index in belonging)
            if meant and (word is None or word in belonging):
                found.append((start, None, meant))
        return found

    def _bracketed(self, sequence: Sequence[tuple[int, int | None, list[int]]], start: int) -> bool:
        """Whether a bracket between lists the parts of what was counted: 口座12件(番号、名義)および|明細45件."""
        count = sequence[-2][1] if len(sequence) > 1 else None
        if count is None:
            return False
        run = sequence[-1][2]
        first, last = self.items[run[0]].span[0], self.items[run[-1]].span[1]
        opened = _OPENS.fullmatch(self.document.folded, self.counts[count].span[1], first)
        return opened is not None and _CLOSED.match(self.document.folded, last, start) is not None

    def _of_others(self, run: Sequence[int], start: int) -> bool:
        """Whether an item is said of other people than those of the run before: お客様の氏名、従業員の旅券番号."""
        low = self.items[run[-1]].span[1]
        if not _OTHERS_LEAST <= start - low <= _OTHERS_MOST:
            return False
        others = self.subjects.kind_before(low, start)
        return others is not None and self.subjects.kind_of_run(run[0]) not in (None, others)

    def _leaf(self, offset: int) -> tuple[int, int]:
        """Return where the sentence on a line (or the row) starts that holds an offset, and where it ends."""
        line = self.document.line_at(offset)
        if line.kind == "row":
            return line.left, line.right
        sentence = self.document.sentence_at(offset)
        return max(sentence.start, line.left), min(sentence.end, line.right)

    def _counts_for_groups(self, count: Count) -> bool:
        if count.role != "exposed":
            return False
        own_data = count.unit_kind in _GROUP_UNITS or count.unit.removesuffix("分") in _OWN_DATA
        low, high = max(0, count.span[0] - _SHOP_REACH), count.span[0]
        return own_data or _SHOPS.search(self.document.folded, low, high) is not None

    def _merge(self, parts: list[Part]) -> list[Part]:
        """Pair the counts and runs that meet in a place; what finds no partner is returned as it came."""
        parts = self._without_repetitions(parts)
        groups, counts, runs = by_kind(parts)
        if not counts or not runs:
            return parts
        groups, runs = self._with_card_parts(groups, runs)
        loose = sorted([*counts, *runs], key=start_of) if groups else parts
        return self._without_repetitions([*groups, *self.in_places.paired(loose)])

    def _with_card_parts(self, groups: list[Part], runs: list[Part]) -> tuple[list[Part], list[Part]]:
        """Give the parts of cards to the one group that names cards as one, カード情報12件, and to no count beside."""
        cards = [at for at, group in enumerate(groups) if self.places.categories(group) == {"card"}]
        if len(cards) != 1:
            return groups, runs
        parts = [run for run in runs if all(each.startswith("card") for each in self.places.categories(run))]
        groups = [joined(group, [group, *parts]) if at == cards[0] else group for at, group in enumerate(groups)]
        return groups, [run for run in runs if run not in parts]

    def _without_repetitions(self, parts: list[Part]) -> list[Part]:
        """Leave out totals beside their parts, figures told twice, and runs that say nothing new beside groups."""
        counted = [part.count_ref for part in parts if part.count_ref is not None]
        if not counted or len(parts) < 2:
            return parts
        groups, counts, runs = by_kind(parts)
        groups = sorted(self._distinct(groups), key=start_of)
        kept = list(groups)
        if counts:
            kept += self._told_first(counts, groups, counted)
        if runs and groups:
            # By how many of the groups come before: what they name. Read once, however many runs are held against it.
            named = list(accumulate(map(self.places.categories, groups), _united, initial=set[str]()))
            for part in runs:
                before = bisect_left(groups, part.start, key=start_of) if counts else len(groups)
                told_already = before > 0 and self.places.categories(part) <= named[before]
                if not told_already or self.places.of_others(part, islice(groups, before)):
                    kept.append(part)
        else:
            kept += runs
        return sorted(kept, key=start_of)

    def _told_first(self, counts: Sequence[Part], groups: Sequence[Part], counted: Sequence[int]) -> Iterator[Part]:
        """Yield the counts without items that are no totals beside their parts, and no figures told before."""
        has_parts = any(not self.counts[count].total and not self._of_more(count) for count in counted)
        told: dict[tuple[int | None, str], list[Part]] = {}
        for part in groups:
            told.setdefault(self.places.figure(part), []).append(part)
        for part in counts:
            if has_parts and self.places.is_total(part):
                continue
            before = told.setdefault(self.places.figure(part), [])
            if all(self.places.counted_apart(other, part) for other in before[-_SAME_REACH:]):
                before.append(part)
                yield part

    def _of_more(self, count: int) -> bool:
        """Whether a count is of people beside those counted before, and no part of them: 計37名(他に教職員42名)."""
        start = self.counts[count].span[0]
        return _MORE.search(self.document.folded, max(0, start - _MORE_REACH), start) is not None

    def _distinct(self, groups: list[Part]) -> list[Part]:
        """Keep of the groups with the same figure the one that says most; in one section two may be two."""
        if len(groups) < 2:
            return groups
        kept: list[Part] = []
        said: list[set[str]] = []
        of_figure: dict[tuple[int | None, str], list[int]] = {}
        for group in sorted(groups, key=start_of):
            mine = self.places.categories(group)
            same = of_figure.setdefault(self.places.figure(group), [])
            at = self._told_again(group, mine, [(at, kept[at], said[at]) for at in same[-_SAME_REACH:]])
            if at is None:
                same.append(len(kept))
                kept.append(group)
                said.append(mine)
            elif len(mine) > len(said[at]):
                kept[at], said[at] = group, mine
        return kept

    def _told_again(self, group: Part, mine: set[str], others: list[tuple[int, Part, set[str]]]) -> int | None:
        """Return which of the groups of the same figure is told again: by its items, else by where it stands."""
        row = self.places.row_of(group)
        others = [
            (at, other, theirs)
            for at, other, theirs in others
            if row in (None, self.places.row_of(other))
            and not self.places.counted_apart(group, other)
            and not self._of_other_people(group, other)
        ]
        for at, _, theirs in others:
            if mine <= theirs or theirs <= mine:
                return at
        return next((at for at, other, _ in others if self.places.apart(group, other)), None)

    def _of_other_people(self, group: Part, other: Part) -> bool:
        """Whether two groups without a figure are said to be of others: 学生の氏名、ID、職員のID."""
        if group.count_ref is not None or other.count_ref is not None or not (group.items and other.items):
            return False
        kinds = {self.subjects.kind_of_run(part.items[0]) for part in (group, other)}
        return len(kinds) == 2 and None not in kinds


def _continued(parts: list[Part]) -> list[Part]:
    """Add the items of rows that go on with a row to the one group of it."""
    groups, counts, runs = by_kind(parts)
    if len(groups) != 1 or counts or not runs or groups[0].count_ref is None:
        return parts
    return [joined(groups[0], [groups[0], *runs])]


def _united(named: set[str], more: set[str]) -> set[str]:
    """Return what both name: the first itself where nothing is new, so that a million groups share one set."""
    return named if more <= named else named | more
