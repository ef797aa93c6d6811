"""Where a cluster reads and writes: a folder, a shared mount, an object store, all by their URLs."""

import os
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from extract.archive.errors import MissingError
from extract.inputs import is_url, reason

__all__ = ["Store", "stamp"]

# What a listing says of a file's content, by the file systems that fsspec knows: a tag, or size and time.
_STAMPS: Final = ("ETag", "etag", "md5Hash", "content_md5", "size", "mtime", "LastModified", "updated", "created")


@contextmanager
def _store_errors() -> Iterator[None]:
    """Raise OSError for whatever a store's package raises: no credentials, no network, no such bucket."""
    try:
        yield
    except OSError:
        raise
    except Exception as error:
        raise OSError(str(error) or type(error).__name__) from error


class Store:
    """A place and what lies below it. Raises MissingError where the package for its kind is not installed."""

    def __init__(self, url: str) -> None:
        from fsspec.core import url_to_fs

        # A worker has a working folder of its own.
        self.url: Final = url if is_url(url) else str(Path(url).absolute())
        try:
            self._system, self.root = url_to_fs(self.url)
        except (ImportError, ValueError) as error:
            raise MissingError(reason(error)) from None

    @property
    def _is_local(self) -> bool:
        return "file" in self._system.protocol

    def files(self) -> dict[str, dict[str, Any]]:
        """Return all files below the root, or the root alone where it is one: place → what the listing says of it.

        Raises OSError where it cannot be listed; of a place where nothing is, an empty dict.
        """
        self._system.invalidate_cache()
        try:
            with _store_errors():
                return dict(self._system.find(self.root, detail=True))
        except FileNotFoundError:
            return {}

    def names(self) -> list[str]:
        """Return the names of the files just below the root; none where there is no such place.

        Raises OSError where it cannot be listed.
        """
        self._system.invalidate_cache()
        try:
            with _store_errors():
                return sorted(place.rsplit("/", 1)[-1] for place in self._system.ls(self.root, detail=False))
        except FileNotFoundError:
            return []

    def read(self, places: Iterable[str]) -> "dict[str, bytes | Exception]":
        """Return the bytes of some files, or why there are none; a remote store is asked for all at once."""
        with _store_errors():
            return dict(self._system.cat(list(places), on_error="return"))

    def write(self, name: str, data: bytes) -> None:
        """Write a file below the root, whole or not at all. Raises OSError where it cannot be."""
        place = self.below(name)
        if not self._is_local:
            # An object is there when all of it has come, and not before.
            with _store_errors():
                self._system.pipe_file(place, data)
            return
        folder = Path(self.root)
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f".{name}.{uuid.uuid4().hex}"
        try:
            with part.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(folder / name)
        finally:
            part.unlink(missing_ok=True)

    def remove(self, names: Iterable[str]) -> None:
        """Remove files below the root. Raises OSError where one cannot be."""
        with _store_errors():
            for name in names:
                self._system.rm_file(self.below(name))

    def below(self, name: str) -> str:
        """Return the place of a file by its name below the root."""
        return f"{self.root.rstrip('/')}/{name}"


def stamp(listed: dict[str, Any]) -> str:
    """Return what changes when a file's content does, from what a listing says of it."""
    return " ".join(f"{key}={listed[key]}" for key in _STAMPS if listed.get(key) is not None)
