"""Which of the counted parts are groups: no figure told in two units, no total beside its parts, no breakdown."""

from collections.abc import Sequence
from functools import cached_property

from extract.mention import Count
from extract.resolve.counts.sums import sums
from extract.resolve.groups.parts import Part
from extract.resolve.groups.places import Places
from extract.resolve.groups.units import in_other_units

__all__ = ["Counted"]


class Counted:
    """Chooses among the parts with a count, with items or without."""

    def __init__(self, folded: str, counts: Sequence[Count], places: Places) -> None:
        self.folded = folded
        self.counts = counts
        self.places = places

    def groups(self, parts: list[Part]) -> list[Part]:
        """Return the parts that are groups of their own."""
        return self._divided(self._without_sums(self._once_counted(parts)))

    def _once_counted(self, groups: list[Part]) -> list[Part]:
        """Leave out what counts another group in another unit: 1,902件, then 1,755名（1,902件）."""
        if len(groups) < 2 or not (others := in_other_units(self.folded, self.counts)):
            return groups
        told = {self.places.figure(group): self.places.categories(group) for group in groups}
        kept = []
        for group in groups:
            count = self.counts[group.count_ref] if group.count_ref is not None else None
            values = others.get((count.value, count.unit_kind), ()) if count else ()
            mine = self.places.categories(group) - {"card"}
            if not any(mine <= told[figure] for figure in told if figure[0] in values):
                kept.append(group)
        return kept

    def _without_sums(self, groups: list[Part]) -> list[Part]:
        """Leave out the totals whose parts are groups: what they sum up is told of the parts."""
        if not any(self.places.is_total(part) for part in groups):
            return groups
        own = [part for part in groups if part.is_group and not self.places.is_total(part)]
        told = self.places.sum(own) if sum(part.count_ref is not None for part in own) > 1 else None
        figures = {self.places.figure(part) for part in groups if part.is_group}
        return [
            part
            for part in groups
            if not self.places.is_total(part)
            or not (self.places.sum([part]) == told or self._is_summed_up(part.count_ref, figures))
        ]

    def _is_summed_up(self, count: int | None, figures: set[tuple[int | None, str]]) -> bool:
        """Whether a count is the sum of others beside it, all of which are among the figures."""
        parts = self._parts_of_sums.get(count, ()) if count is not None else ()
        return bool(parts) and all((self.counts[part].value, "") in figures for part in parts)

    @cached_property
    def _parts_of_sums(self) -> dict[int, list[int]]:
        """The counts that are the sum of those beside them, each with these."""
        found: dict[int, list[int]] = {}
        for kind in {count.unit_kind for count in self.counts}:
            alike = [at for at, count in enumerate(self.counts) if count.unit_kind == kind and count.role == "exposed"]
            for whole, parts in sums([self.counts[at].value or 0 for at in alike]).items():
                found[alike[whole]] = [alike[part] for part in parts]
        return found

    def _divided(self, groups: list[Part]) -> list[Part]:
        """Give the one group's items to its parts, where the release counts them in a list or table apart."""
        whole = [part for part in groups if part.items]
        loose = [part for part in groups if not part.items]
        if len(whole) != 1 or whole[0].count_ref is None:
            return [*whole, *self._beside(whole, loose)]
        value = self.counts[whole[0].count_ref].value
        parts = [part for part in loose if self.places.listed(part)]
        if len(parts) < 2 or (value is not None and self.places.sum(parts) > value):
            return [*whole, *self._beside(whole, loose)]
        return [part._replace(items=whole[0].items) for part in parts]

    def _beside(self, whole: list[Part], loose: list[Part]) -> list[Part]:
        """Return the counts without items that are groups of their own beside groups with items.

        Only where the release lists what leaked; elsewhere a figure counts the same people in other
        words, unless the groups are said to be of others. Figures that break a group down make none, nor does one
        that sums the groups up.
        """
        if not whole:
            return loose
        of_others = [part for part in loose if part.whole]
        if of_others:
            return of_others
        places = {self.places.place_of(part) for part in whole}
        siblings = [part for part in loose if self.places.place_of(part) in places]
        if siblings:
            # Rows of the same table: what they hold is not told, that they are groups is.
            return siblings
        surer = [part for part in loose if self._is_surer(part, whole)]
        if surer:
            return surer
        own = [part for part in loose if self.places.in_data_section(part)]
        breaks_down = len(own) > 1 and self.places.sum(own) <= self.places.sum(whole)
        sums_up = len(whole) > 1 and len(own) == 1 and self.places.sum(own) >= self.places.sum(whole)
        return [] if breaks_down or sums_up else own

    def _is_surer(self, part: Part, whole: list[Part]) -> bool:
        """Whether a figure counts those of a group of whom it is known: 1,200名の可能性、このうち12名は漏えいを確認."""
        counts = [self.counts[each.count_ref] for each in (part, *whole) if each.count_ref is not None]
        return (
            len(counts) == 1 + len(whole)
            and counts[0].status == "confirmed"
            and all(count.status == "possible" and (counts[0].value or 0) < (count.value or 0) for count in counts[1:])
        )
