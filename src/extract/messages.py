"""What is said on standard error: messages, a line each, and on a terminal how far it is."""

import re
import sys
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from tqdm import tqdm

__all__ = ["Progress", "say", "shown", "write"]

# Control characters, line separators, direction marks and bytes that are no text, of file names.
_UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]")


def shown(text: str) -> str:
    """Return a text as one line that a terminal can take."""
    return _UNPRINTABLE.sub(lambda char: char[0].encode("unicode_escape").decode(), text)


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
