"""Which files the paths of a command name."""

import os
import stat
from collections.abc import Iterable
from typing import Final

__all__ = ["MAX_BYTES", "STDIN", "SUFFIXES", "Inputs", "is_url", "read_limited", "reason"]

STDIN: Final = "-"

# The most bytes that a file may have, unless the caller says otherwise. A long release has 50,000.
MAX_BYTES: Final = 16 << 20

_SPECIAL: Final = "not a regular file; pipe its text in: extract - < FILE"

# What is read of a folder. A file that is named by itself is read whatever it is called.
SUFFIXES: Final = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf")


def reason(error: Exception) -> str:
    """Return what an error says, without its number and file name."""
    return (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__


def is_url(path: str) -> bool:
    """Whether a path is the URL of a store: `s3://bucket/releases`."""
    return "://" in path


def read_limited(path: str, most: int) -> bytes:
    """Return a file's bytes.

    Raises OSError where it cannot be read, ValueError where it is no regular file (a device never ends, a pipe
    may never begin) or holds more than `most` bytes.
    """
    with open(path, "rb", opener=_open) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise ValueError(_SPECIAL)
        data = file.read(most + 1) if status.st_size <= most else b""
    size = max(status.st_size, len(data))
    if size > most:
        raise ValueError(f"{size:,} bytes, more than the limit of {most:,} (--max-bytes)")
    return data


def _open(path: str, flags: int) -> int:
    """Open a file without waiting: what was a file a moment ago may be a pipe now."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


class Inputs:
    """The files that are named, and what of it will not be read.

    `refused`: path and reason of what cannot be read.
    `skipped`: how many entries of folders are hidden, no text, or no regular file.
    `batch`: whether more than one file could have been meant.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        self._files: dict[str, str] = {}
        self.refused: list[tuple[str, str]] = []
        self.skipped = 0
        self.batch = False
        for path in paths:
            self._add(path)
        self.batch = self.batch or len(self._files) + len(self.refused) > 1

    @property
    def files(self) -> list[str]:
        """The files in the order of their paths, which are as typed; `-` is standard input.

        A file that is named twice is there once.
        """
        return sorted(self._files.values())

    def __len__(self) -> int:
        return len(self._files)

    def _add(self, path: str) -> None:
        if path == STDIN:
            self._take(path)
            return
        try:
            mode = os.stat(path).st_mode
        except (OSError, ValueError) as error:
            self.refused.append((path, reason(error)))
            return
        if stat.S_ISREG(mode):
            self._take(path)
        elif stat.S_ISDIR(mode):
            self.batch = True
            if not self._walk(path):
                self.refused.append((path, "no text in this folder"))
        else:
            self.refused.append((path, _SPECIAL))

    def _take(self, path: str) -> None:
        self._files.setdefault(path if path == STDIN else os.path.abspath(path), path)

    def _walk(self, top: str) -> bool:
        """Take the texts below a folder; return whether there is any, or any that is out of reach.

        Links to folders are not followed, so that a loop of links cannot be walked.
        """
        found = False
        folders = [top]
        while folders:
            folder = folders.pop()
            try:
                with os.scandir(folder) as listing:
                    entries = list(listing)
            except OSError as error:
                self.refused.append((folder, reason(error)))
                found = True
                continue
            for entry in entries:
                if entry.name.startswith("."):
                    self.skipped += 1
                elif entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif entry.name.lower().endswith(SUFFIXES) and os.path.isfile(entry.path):
                    self._take(entry.path)
                    found = True
                else:
                    self.skipped += 1
        return found
