"""Compiled regular expressions, kept on disk as Python keeps its byte code.

To compile the patterns that one short release asks takes a quarter of a start, and those of an archive a third of a
second in each worker. To read what was made of them when they were compiled before takes a fortieth of that, but `re`
has no way to keep it: a pickled pattern is compiled again. So this is the one place that knows the steps of
`re.compile`. Where a Python has others, or what was kept is damaged, `re.compile` is asked as ever.
"""

import marshal
import os
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec

__all__ = ["Store", "compiled", "keep"]

# What the compiler makes of a pattern: its flags, its codes, the number of its groups, their names and numbers.
_Codes = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
# What a file is for: a version of Python, and the number of what `_Codes` is, to be counted up when that changes.
_FOR: Final = (sys.version, 1)
# The codes are of four bytes.
_CODE: Final = "I"
# Patterns that are gone from the extractor are kept too, until there are so many.
_MOST: Final = 4_000
_CHECKSUM: Final = 4


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` does; raises `re.error` as it does."""
    return _store().compiled(pattern, int(flags))


def keep() -> None:
    """Write down what was compiled anew: as byte code, neither where Python must not write it nor where it cannot."""
    if not sys.dont_write_bytecode:
        _store().write()


class Store:
    """The patterns that were compiled before, in a file, and those that it does not have yet.

    The file is for one version of Python, and begins with a checksum: a damaged pattern would still be one, and find
    something else.
    """

    def __init__(self, path: Path | None) -> None:
        """Read the file; without a path, or where there is none yet, all is compiled anew."""
        self._path = path
        self._kept = self._read()
        self._new: dict[tuple[str, int], _Codes] = {}

    def compiled(self, pattern: str, flags: int) -> re.Pattern[str]:
        """Return what `re.compile` does; raises `re.error` as it does."""
        try:
            codes = self._kept.get((pattern, flags))
            if codes is None:
                codes = self._new[pattern, flags] = _translate(pattern, flags)
            return _made(pattern, codes)
        except Exception:
            # It is the `re` of another Python, or the pattern is wrong, and this raises.
            self._new.pop((pattern, flags), None)
            return re.compile(pattern, flags)

    def write(self) -> None:
        """Write what is new into the file, if it can be written."""
        if self._path is None or not self._new:
            return
        # Other processes may have written since.
        patterns = self._read() | self._new
        if len(patterns) > _MOST:
            patterns = self._new
        data = marshal.dumps((_FOR, patterns))
        # A file of its own, renamed when it is whole: other processes read and write too.
        part = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(exist_ok=True)
            part.write_bytes(crc32(data).to_bytes(_CHECKSUM) + data)
            part.replace(self._path)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        self._kept, self._new = patterns, {}

    def _read(self) -> dict[tuple[str, int], _Codes]:
        if self._path is None:
            return {}
        try:
            found = self._path.read_bytes()
        except OSError:
            return {}
        data = memoryview(found)[_CHECKSUM:]
        if crc32(data).to_bytes(_CHECKSUM) != found[:_CHECKSUM]:
            return {}
        made_for, patterns = marshal.loads(data)
        return patterns if made_for == _FOR else {}


@cache
def _store() -> Store:
    return Store(_beside(__spec__))


def _beside(spec: "ModuleSpec | None") -> Path | None:
    """Return where patterns are kept: beside a module's byte code, None where it has none."""
    byte_code = spec and spec.cached
    return Path(byte_code).with_suffix(".patterns") if byte_code else None


def _translate(pattern: str, flags: int) -> _Codes:
    """Compile a pattern as `re._compiler.compile` does, up to its last step."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    names = dict(parsed.state.groupdict)
    numbered: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        numbered[number] = name
    codes = array(_CODE, _compiler._code(parsed, flags)).tobytes()
    return int(flags | parsed.state.flags), codes, parsed.state.groups - 1, names, tuple(numbered)


def _made(pattern: str, codes: _Codes) -> re.Pattern[str]:
    """Take the last step of `re._compiler.compile`, which checks the codes that it is given."""
    import _sre  # type: ignore[import-not-found]

    flags, code, groups, names, numbered = codes
    made: Any = _sre.compile(pattern, flags, array(_CODE, code).tolist(), groups, names, numbered)
    assert isinstance(made, re.Pattern)
    return made
