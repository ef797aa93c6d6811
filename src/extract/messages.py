"""What is said on standard error: messages, a line each, and on a terminal how far it is."""

import sys
from typing import TYPE_CHECKING, NoReturn

from extract.printable import UNPRINTABLE

if TYPE_CHECKING:
    from tqdm import tqdm

__all__ = ["Progress", "say", "shown", "write"]


def shown(text: str) -> str:
    """Return a text as one line that a terminal can take."""
    return UNPRINTABLE.sub(lambda char: char[0].encode("unicode_escape").decode(), text)


def say(message: str) -> None:
    """Write a message of the command."""
    write(f"extract: {shown(message)}")


def write(line: str) -> None:
    """Write a line, if there is where to."""
    if sys.stderr is not None:
        print(line, file=sys.stderr)


class Progress:
    """A bar with rate and time left, on a terminal only; messages go above it."""

    def __init__(self, total: int, *, wanted: bool) -> None:
        self._bar = _bar(total) if wanted and sys.stderr is not None and sys.stderr.isatty() else None

    def advance(self) -> None:
        """One more is done."""
        if self._bar is not None:
            self._bar.update()

    def say(self, message: str) -> None:
        """Write a message above the bar."""
        if self._bar is not None:
            self._bar.clear()
        say(message)

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.close()


def _bar(total: int) -> "tqdm[NoReturn]":
    from tqdm import tqdm

    return tqdm(total=total, unit=" files", dynamic_ncols=True, leave=False)
