"""What a worker does at a time: neighbouring inputs, cut where their names say.

Where a chunk ends depends on the names in it and not on their number before it: a file that is added or goes changes
its own chunk, and all others keep their parts (content-defined chunking, as in rsync and its kin).
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

__all__ = ["Chunk", "Input", "cut"]

# One name in so many ends a chunk; so many inputs, or so many bytes, end it in any case.
_ONE_IN: Final = 64
_MOST: Final = 256
_MOST_BYTES: Final = 64 << 20


class Input(NamedTuple):
    """A file to extract: what the record calls it, its place in its store, its size and its content's stamp."""

    path: str
    place: str
    size: int
    stamp: str


class Chunk(NamedTuple):
    """Inputs that one task takes, and the URL of the store that they lie in."""

    store: str
    inputs: tuple[Input, ...]

    def digest(self, *settings: object, without: Iterable[str] = ()) -> str:
        """Return a name for what is made of the inputs under some settings, some paths left out."""
        left_out = frozenset(without)
        hashed = hashlib.sha256(repr(settings).encode())
        for each in self.inputs:
            if each.path not in left_out:
                hashed.update(f"\0{each.path}\0{each.stamp}".encode(errors="surrogateescape"))
        return hashed.hexdigest()[:32]


def cut(store: str, inputs: Sequence[Input]) -> Iterator[Chunk]:
    """Yield the chunks of inputs that come in the order of their paths."""
    first = size = 0
    for index, each in enumerate(inputs, 1):
        size += each.size
        name = hashlib.sha256(each.path.encode(errors="surrogateescape")).digest()
        if index - first == _MOST or size > _MOST_BYTES or int.from_bytes(name[:4]) % _ONE_IN == 0:
            yield Chunk(store, tuple(inputs[first:index]))
            first, size = index, 0
    if first < len(inputs):
        yield Chunk(store, tuple(inputs[first:]))
