"""Regular expressions that are compiled when they are first asked.

The extractor knows some six hundred patterns, and a short release asks a fifth of them.
"""

import re
from functools import cached_property
from typing import Final, cast

from extract.text.compiled import compiled

__all__ = ["compile_all", "each", "shape"]


class _Uncompiled:
    """Stands for a pattern; the first call compiles it, and later ones find the compiled pattern's methods here."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return compiled(self.pattern, self._flags)

    # Properties, and no `__getattr__`: in a class that has one, all that is asked of it takes longer.
    search = cached_property(lambda self: self.compiled.search)
    match = cached_property(lambda self: self.compiled.match)
    fullmatch = cached_property(lambda self: self.compiled.fullmatch)
    finditer = cached_property(lambda self: self.compiled.finditer)
    findall = cached_property(lambda self: self.compiled.findall)
    sub = cached_property(lambda self: self.compiled.sub)
    split = cached_property(lambda self: self.compiled.split)


_SHAPES: Final[list[_Uncompiled]] = []


def shape(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` would, compiled when it is first used; only then can it raise `re.error`."""
    made = _Uncompiled(pattern, flags)
    _SHAPES.append(made)
    return cast("re.Pattern[str]", made)


def compile_all() -> list[re.Pattern[str]]:
    """Compile and return the patterns of all modules that are imported."""
    return [made.compiled for made in _SHAPES]


def each(words: str, rest: str) -> str:
    """Return a pattern of each word with the rest behind it: `調査中|解析中`, of `調査|解析` and `中`.

    It matches what `(?:調査|解析)中` does. But where every alternative of a pattern begins with a letter, `re` looks
    for those letters alone, and a search is several times as fast.
    """
    return "|".join(f"{word}{rest}" for word in words.split("|"))
