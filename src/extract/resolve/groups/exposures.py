"""Whose data, how many, which items, how sure: the groups that the release itself makes.

One principle: what belongs together stands nearest together. Counts and runs of items are the
leaves of the outline; from the innermost place outwards, counts and items that meet without a
partner become groups. A row with both is a group, a bullet with the list under it, a sentence; a
list of people and a list of items under one heading share all items; what finds no partner goes on
outwards to the next enclosing place, at last to the release as a whole.
"""

from collections.abc import Sequence
from typing import Final

from extract.mention import Count, Exposure, Item, Section, Span
from extract.resolve.groups.footnotes import Footnotes
from extract.resolve.groups.outline import Outline
from extract.resolve.groups.pairing import Pairing, Part, start_of
from extract.resolve.groups.subjects import Subjects
from extract.resolve.groups.told import told_alone
from extract.resolve.status import Statuses
from extract.text.document import Document

__all__ = ["resolve_exposures"]


# Units in which a group is counted; schools, companies and shops hold the data of others.
_GROUP_UNITS: Final = ("people", "records", "accounts", "cards", "households", "messages", "files", "other")


# So many earlier groups of the same figure are compared; it bounds the work on a list of a million ones.
_SAME_REACH: Final = 8
# Between two items other people may be named within so many letters.
_OTHERS_LEAST: Final = 4
_OTHERS_MOST: Final = 40


def resolve_exposures(
    document: Document,
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
    return _Resolver(document, sections, counts, items, statuses, body).exposures()


# Sections that name data without saying whose leaked.
_BESIDE_THE_STORY: Final = ("cause", "prevention", "request", "recovery", "business_impact", "contact", "apology")
_MEANS: Final = frozenset({"user_id", "password", "credential"})
# Companies whose own data leaked; schools and branches hold the data of others.
_OWN_DATA: Final = ("社", "法人", "団体", "事業所", "事業者")


class _Resolver:
    def __init__(
        self,
        document: Document,
        sections: Sequence[Section],
        counts: Sequence[Count],
        items: Sequence[Item],
        statuses: Statuses,
        body: int,
    ) -> None:
        self.statuses = statuses
        self.body = body
        self.document = document
        self.sections = sections
        self.counts = counts
        self.items = items
        mentioned = [count.span[0] for count in counts] + [item.span[0] for item in items]
        self.outline = Outline(document, sections, sorted(mentioned))
        self.footnotes = Footnotes(document, items, counts)
        self.subjects = Subjects(document, sections, counts, items, self.outline)
        self.pairing = Pairing(document, items, counts, self.subjects)

    def exposures(self) -> list[Exposure]:
        found: list[Exposure] = []
        for excluded in (False, True) if self.counts or self.items else ():
            found += self._final(self._gather(excluded), excluded)
        found += told_alone(self.document, self.statuses, self.subjects, self.body, has_groups=bool(found))
        found.sort(key=lambda group: group.spans)
        return found

    # From the leaves outwards.

    def _gather(self, excluded: bool) -> list[Part]:
        """Merge upwards the mentions that are (or are not) named as safe; return what reaches the root."""
        parts: dict[int, list[Part]] = {}
        for leaf, sequence in self._leaves(excluded).items():
            node = self.outline.node_at(leaf)
            parts.setdefault(node, []).extend(self.pairing.in_sentence(sequence))
        # Nodes stand in the order of the text, parents first: so backwards is from the leaves outwards.
        for node in range(len(self.outline.nodes) - 1, 0, -1):
            if node not in parts:
                continue
            own = self._merge(sorted(parts.pop(node), key=start_of))
            place = self.outline.nodes[node]
            if place.kind == "section":
                # Outside its section a count pairs with items of the story, not of its causes or its lessons.
                own = [part for part in own if not (part.is_run and self._beside_the_story(part))]
            parts.setdefault(place.parent or 0, []).extend(own)
        return self._merge(sorted(parts.get(0, []), key=start_of))

    def _leaves(self, excluded: bool) -> dict[int, list[Part]]:
        """Return the mentions by the sentence (or row) that they stand in, as parts in the text's order."""
        parts = [
            Part(count.span[0], index, ())
            for index, count in enumerate(self.counts)
            if self._counts_for_groups(count)
            and (count.status == "excluded") == excluded
            and index not in self.footnotes.counting
        ]
        parts += [
            Part(item.span[0], self.footnotes.figures.get(index), (index,))
            for index, item in enumerate(self.items)
            if self._belongs(index, excluded) and index not in self.footnotes.defining
        ]
        for start, (word, defined) in self.footnotes.references.items():
            if word is not None and not self._belongs(word, excluded):
                continue
            meant = tuple(index for index in defined if self._belongs(index, excluded))
            if meant:
                parts.append(Part(start, None, meant))
        leaves: dict[int, list[Part]] = {}
        for part in sorted(parts, key=start_of):
            sequence = leaves.setdefault(self._leaf(part.start), [])
            if sequence and part.is_run and sequence[-1].is_run and not self._of_others(sequence[-1], part):
                sequence[-1] = sequence[-1]._replace(items=(*sequence[-1].items, *part.items))
            else:
                sequence.append(part)
        return leaves

    def _of_others(self, run: Part, part: Part) -> bool:
        """Whether an item is said of other people than those of the run before: お客様の氏名、従業員の旅券番号."""
        low = self.items[run.items[-1]].span[1]
        if not _OTHERS_LEAST <= part.start - low <= _OTHERS_MOST:
            return False
        others = self.subjects.kind_before(low, part.start)
        return others is not None and self.subjects.kind_of_run(run.items[0]) not in (None, others)

    def _belongs(self, item: int, excluded: bool) -> bool:
        """Whether an item belongs to the groups named as safe, or to the others; unknown to neither."""
        status = self.items[item].status
        return status == "excluded" if excluded else status in ("possible", "confirmed")

    def _leaf(self, offset: int) -> int:
        line = self.document.line_at(offset)
        if line.kind == "row":
            return line.left
        return max(self.document.sentence_at(offset).start, line.left)

    def _counts_for_groups(self, count: Count) -> bool:
        return count.role == "exposed" and (count.unit_kind in _GROUP_UNITS or count.unit in _OWN_DATA)

    def _merge(self, parts: list[Part]) -> list[Part]:
        """Pair the counts and runs that meet in a place; what finds no partner is returned as it came."""
        parts = self._without_repetitions(parts)
        if not any(part.is_count for part in parts) or not any(part.is_run for part in parts):
            return parts
        groups = [part for part in parts if part.is_group]
        groups += self.pairing.in_place([part for part in parts if not part.is_group])
        return self._without_repetitions(groups)

    def _without_repetitions(self, parts: list[Part]) -> list[Part]:
        """Leave out totals beside their parts, figures told twice, and runs that say nothing new beside groups."""
        counted = [part.count_ref for part in parts if part.count_ref is not None]
        if not counted:
            return parts
        has_parts = any(not self.counts[count].total for count in counted)
        groups = self._distinct([part for part in parts if part.is_group])
        told: dict[tuple[int | None, str], set[int]] = {}
        for part in groups:
            told.setdefault(self._figure(part), set()).add(self._place_of(part))
        named = {category for part in groups for category in self._categories(part)}
        kept = list(groups)
        for part in parts:
            if part.count_ref is not None and not part.items:
                if has_parts and self.counts[part.count_ref].total:
                    continue
                # Two rows of one table may hold the same figure; anywhere else it is told twice.
                places = told.setdefault(self._figure(part), set())
                if places - {self._place_of(part)}:
                    continue
                places.add(self._place_of(part))
                kept.append(part)
            elif part.is_run and not (named and self._categories(part) <= named):
                kept.append(part)
        return sorted(kept, key=start_of)

    def _distinct(self, groups: list[Part]) -> list[Part]:
        """Keep of the groups with the same figure the one that says most; in one section two may be two."""
        kept: list[Part] = []
        of_figure: dict[tuple[int | None, str], list[int]] = {}
        for group in sorted(groups, key=start_of):
            same = of_figure.setdefault(self._figure(group), [])
            for at in same[-_SAME_REACH:]:
                other = kept[at]
                if self._row_of(group) != self._row_of(other) and self._row_of(group) is not None:
                    continue
                apart = self._section_of(group) != self._section_of(other)
                mine, theirs = self._categories(group), self._categories(other)
                if apart or mine <= theirs or theirs <= mine:
                    if len(mine) > len(theirs):
                        kept[at] = group
                    break
            else:
                same.append(len(kept))
                kept.append(group)
        return kept

    def _row_of(self, part: Part) -> int | None:
        """Return the line of a group that stands in a table: its rows never repeat each other."""
        line = self.document.line_at(part.start)
        return line.start if line.kind == "row" else None

    def _place_of(self, part: Part) -> int:
        """Return the table or list that a part is a row of; what stands in none has a place of its own, below zero."""
        node = self.outline.nodes[self.outline.node_at(part.start)]
        listed = node.kind == "row" or self.document.line_at(part.start).kind == "bullet"
        return node.parent if listed and node.parent is not None else -1 - part.start

    def _section_of(self, part: Part) -> int:
        return self.outline.nodes[self.outline.node_at(part.start)].section

    def _categories(self, part: Part) -> set[str]:
        return {self.items[index].category for index in part.items}

    def _figure(self, part: Part) -> tuple[int | None, str]:
        """Return what makes two counts the same figure: the value, for vague ones the words."""
        if part.count_ref is None:
            return None, ""
        count = self.counts[part.count_ref]
        return count.value, "" if count.value is not None else count.unit

    # What reached the root.

    def _final(self, parts: list[Part], excluded: bool) -> list[Exposure]:
        groups = self._divided(self._without_sums([part for part in parts if not part.is_run]))
        runs = [part for part in parts if part.is_run]
        if not excluded:
            groups = self._uncounted(runs, groups)
        return [self._exposure(part) for part in groups]

    def _without_sums(self, groups: list[Part]) -> list[Part]:
        """Leave out the totals whose parts are groups: what they sum up is told of the parts."""
        own = [part for part in groups if part.is_group and part.count_ref is not None]
        own = [part for part in own if not self._is_total(part)]
        if len(own) < 2:
            return groups
        told = self._sum(own)
        return [part for part in groups if not self._is_total(part) or self._sum([part]) != told]

    def _is_total(self, part: Part) -> bool:
        return part.count_ref is not None and self.counts[part.count_ref].total

    def _divided(self, groups: list[Part]) -> list[Part]:
        """Give the one group's items to its parts, where the release counts them in a list or table apart."""
        whole = [part for part in groups if part.items]
        loose = [part for part in groups if not part.items]
        if len(whole) != 1 or whole[0].count_ref is None:
            return [*whole, *self._beside(whole, loose)]
        value = self.counts[whole[0].count_ref].value
        parts = [part for part in loose if self._listed(part)]
        if len(parts) < 2 or (value is not None and self._sum(parts) > value):
            return [*whole, *self._beside(whole, loose)]
        return [part._replace(items=whole[0].items) for part in parts]

    def _beside(self, whole: list[Part], loose: list[Part]) -> list[Part]:
        """Return the counts without items that are groups of their own beside groups with items.

        Only where the release lists what leaked; elsewhere a figure counts the same people in other
        words. Figures that break a group down make none, nor does one that sums the groups up.
        """
        if not whole:
            return loose
        places = {self._place_of(part) for part in whole}
        siblings = [part for part in loose if self._place_of(part) in places]
        if siblings:
            # Rows of the same table: what they hold is not told, that they are groups is.
            return siblings
        own = [part for part in loose if self._in_data_section(part)]
        breaks_down = len(own) > 1 and self._sum(own) <= self._sum(whole)
        sums_up = len(whole) > 1 and len(own) == 1 and self._sum(own) >= self._sum(whole)
        return [] if breaks_down or sums_up else own

    def _sum(self, parts: list[Part]) -> int:
        return sum(self.counts[part.count_ref].value or 0 for part in parts if part.count_ref is not None)

    def _listed(self, part: Part) -> bool:
        """Whether a count stands in a row, a bullet or a line that is no sentence."""
        line = self.document.line_at(part.start)
        return line.kind in ("row", "bullet") or self.document.folded[line.right - 1] != "。"

    def _uncounted(self, runs: list[Part], groups: list[Part]) -> list[Part]:
        """Add the items of which no figure is told: to the group that they detail, else as groups of their own.

        Beside groups only a list of its own makes another group; in running text it is a repetition.
        """
        named = {category for part in groups for category in self._categories(part)}
        by_subject: dict[str, Part] = {}
        for run in runs:
            if groups and (self._covered(run, named) or not self._in_data_section(run)):
                continue
            subject = self.subjects.named(run.items[0])
            known = by_subject.get(subject)
            by_subject[subject] = run if known is None else known._replace(items=(*known.items, *run.items))
        by_subject = self._without_retold(by_subject)
        lists = list(by_subject.values())
        if len(lists) == 1 and groups and not any(self._in_data_section(group) for group in groups):
            # The overview tells the figures and some of the items, the list later on all of them.
            return [group._replace(items=(*group.items, *lists[0].items)) for group in groups]
        unnamed = by_subject.pop("", None)
        found = [*groups, *by_subject.values()]
        if unnamed is not None and not self._covered(unnamed, {c for part in found for c in self._categories(part)}):
            details = [at for at, part in enumerate(found) if self._details(unnamed, part)]
            # What is said of nobody in particular is said of the one group that there is.
            at = details[0] if details else 0 if len(found) == 1 or (found and not groups) else None
            if at is not None:
                found[at] = found[at]._replace(items=(*found[at].items, *unnamed.items))
            elif not found:
                found = [unnamed]
        return found

    def _without_retold(self, by_subject: dict[str, Part]) -> dict[str, Part]:
        """Leave out runs that say of the same people no more than another (当社社員, 登録されていた当社社員)."""
        kept: dict[str, Part] = {}
        for subject, run in sorted(by_subject.items(), key=lambda entry: -len(self._categories(entry[1]))):
            fuller = (
                other
                for other in list(kept)[-_SAME_REACH:]
                if subject and other and (other.endswith(subject) or subject.endswith(other))
            )
            if not any(self._categories(run) <= self._categories(kept[other]) for other in fuller):
                kept[subject] = run
        return {subject: run for subject, run in by_subject.items() if subject in kept}

    def _details(self, run: Part, group: Part) -> bool:
        """Whether a run lists the parts of what a group names as one: カード情報 1,348件 and 番号, 有効期限."""
        return self._categories(group) == {"card"} and any(
            category.startswith("card_") for category in self._categories(run)
        )

    def _covered(self, run: Part, named: set[str]) -> bool:
        """Whether groups already say it; カード情報 is said where the card's parts are."""
        generic = {"card"} if any(category.startswith("card_") for category in named) else set()
        return self._categories(run) - generic <= named

    def _beside_the_story(self, part: Part) -> bool:
        """Whether items stand where causes and lessons are told, or are sign-in data told of in passing: a means."""
        kinds = self.sections[self._section_of(part)].kinds
        if kinds and kinds[0] in _BESIDE_THE_STORY and "affected_data" not in kinds:
            return True
        return self._categories(part) <= _MEANS and bool(kinds) and not self._in_data_section(part)

    def _in_data_section(self, part: Part) -> bool:
        section = self.sections[self._section_of(part)]
        return "affected_data" in section.kinds

    def _exposure(self, part: Part) -> Exposure:
        statuses = [self.items[index].status for index in part.items]
        if part.count_ref is not None:
            status = self.counts[part.count_ref].status
        else:
            status = max(sorted(set(statuses)), key=statuses.count)
        # A count in a note says how many, not whose: the item that points to it stands where they are named.
        anchor = None if part.count_ref in self.footnotes.counting else part.count_ref
        subject, kind = self.subjects.of(anchor, part.items)
        spans: list[Span] = [self.items[index].span for index in part.items]
        if part.count_ref is not None:
            spans.append(self.counts[part.count_ref].span)
        if subject is not None:
            spans.append(subject)
        return Exposure(
            subject, kind, part.count_ref, tuple(sorted(set(part.items))), status, tuple(sorted(set(spans)))
        )
