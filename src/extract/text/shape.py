"""Regular expressions that are compiled when they are first asked.

The extractor knows some six hundred patterns. Compiling them all would take longer than everything else of a
start, and a short release asks few of them.
"""

import re
from functools import cached_property
from typing import cast

__all__ = ["each", "shape"]


class _Uncompiled:
    """Stands for a pattern; the first call compiles it, and later ones find the compiled pattern's methods here."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    # Properties, and no `__getattr__`: in a class that has one, all that is asked of it takes longer.
    search = cached_property(lambda self: self._compiled.search)
    match = cached_property(lambda self: self._compiled.match)
    fullmatch = cached_property(lambda self: self._compiled.fullmatch)
    finditer = cached_property(lambda self: self._compiled.finditer)
    findall = cached_property(lambda self: self._compiled.findall)
    sub = cached_property(lambda self: self._compiled.sub)
    split = cached_property(lambda self: self._compiled.split)


def shape(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` would, compiled when it is first used; only then can it raise `re.error`."""
    return cast("re.Pattern[str]", _Uncompiled(pattern, flags))


def each(words: str, rest: str) -> str:
    """Return a pattern of each word with the rest behind it: `調査中|解析中`, of `調査|解析` and `中`.

    It matches what `(?:調査|解析)中` does. But where every alternative of a pattern begins with a letter, `re` looks
    for those letters alone, and a search is several times as fast.
    """
    return "|".join(f"{word}{rest}" for word in words.split("|"))
