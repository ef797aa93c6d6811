"""The output of a batch: a part that survives, and takes its place when it is whole.

Beside `OUT` lie, while a run is at work or after it was killed: `OUT.part`, the lines so far;
`OUT.part.1` and on, those of earlier runs that a resumed run has not yet gone through;
`OUT.part.new`, the output that is being made of the finished lines; `OUT.part.old`, a folder whose place
the new one is taking; `OUT.lock`.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

from filelock import FileLock, Timeout

from extract.archive.errors import NoRecordsError, RefusedError
from extract.archive.formats import Format
from extract.archive.formats.jsonl import read
from extract.archive.kept import Earlier
from extract.inputs import reason
from extract.text.shape import shape

__all__ = ["Output"]

_NUMBER: Final = shape(r"\.(\d{1,9})")


class Output:
    """Takes lines, keeps them whatever happens, and becomes the output at the end.

    `force`: what is there may be replaced. `resume`: it is gone on with, and `earlier` is what it
    holds. Raises RefusedError where what is there stands in the way, OSError where nothing can be
    written there. To be used in a `with`: what is not finished by its end stays to be resumed.
    """

    def __init__(self, path: Path, form: Format, *, force: bool = False, resume: bool = False) -> None:
        self._target = path.resolve() if path.is_symlink() else path
        self._format = form
        self._force = force
        self._part = self._beside(".part")
        self._lock = FileLock(self._beside(".lock"))
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            raise RefusedError(f"another run is writing {path}") from None
        try:
            self._keep_others()
            self.earlier = self._resume() if resume else self._start()
            self._file = self._part.open("xb")
        except BaseException:
            self._unlock()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):  # What cannot be written was said when it was tried.
            self._file.close()
        with suppress(OSError):
            if self._part.stat().st_size == 0:
                self._part.unlink()
        self._unlock()

    @property
    def can_be_resumed(self) -> bool:
        """Whether there is anything that a later run can go on with."""
        return bool(self._parts())

    def add(self, lines: bytes) -> None:
        """Write lines so that they survive this process."""
        self._file.write(lines)
        self._file.flush()

    def drop(self, part: Path) -> None:
        """Remove an earlier part: all that was kept of it has been written."""
        os.fsync(self._file.fileno())
        part.unlink(missing_ok=True)

    def finish(self, lost: tuple[int, str] = (0, "")) -> None:
        """Make the output of the lines, and let it take its place; if there are none, leave all as it was.

        `lost`: how many files of the output that is there will not be in the new one, and the first.
        Raises RefusedError where there are any, unless forced.
        """
        count, first = lost
        if count and not self._force:
            raise RefusedError(
                f"{self._target} holds {count} files that would be lost, {first} the first; it stays as it is, "
                "--resume --force replaces it"
            )
        if self._file.tell():
            self._replace_target()
        for part in self._parts():
            part.unlink()

    def _replace_target(self) -> None:
        os.fsync(self._file.fileno())
        whole = self._part
        if self._format.write is not None:
            whole = self._beside(".part.new")
            _remove(whole)
            try:
                self._format.write(self._part, whole)
                _sync(whole)
            except BaseException:
                _remove(whole)
                raise
        if self._target.exists():
            shutil.copymode(self._target, whole)
        if self._target.is_dir():
            self._replace_folder(whole)
        else:
            whole.replace(self._target)
        _sync_folder(self._target)

    def _replace_folder(self, whole: Path) -> None:
        """Let a folder take the target's place; between two renames, the shortest that systems allow, there is none."""
        old = self._beside(".part.old")
        _remove(old)
        self._target.rename(old)
        try:
            whole.rename(self._target)
        except BaseException:
            old.rename(self._target)
            raise
        _remove(old)

    def _keep_others(self) -> None:
        """Raise RefusedError for a folder that holds anything but an output: not even `force` removes that."""
        is_ours = self._format.is_ours
        if is_ours is not None and self._target.exists() and not is_ours(self._target):
            raise RefusedError(f"{self._target} holds other things than a site; it stays as it is")

    def _start(self) -> list[Earlier]:
        parts = self._parts()
        if not self._force:
            if self._target.exists():
                raise RefusedError(f"{self._target} exists; --force replaces it, --resume goes on with it")
            if parts:
                raise RefusedError(f"{parts[0]} is of a run that did not end; --resume goes on, --force starts anew")
        for part in parts:
            part.unlink()
        return []

    def _resume(self) -> list[Earlier]:
        exists = self._target.exists()
        if exists and self._format.read is None and not self._force:
            raise RefusedError(
                f"{self._target} is whole, and {self._format.name} cannot be gone on with; --force makes it anew"
            )
        try:
            finished = []
            if exists and self._format.read is not None:
                finished.append(Earlier(self._target, self._format.read(self._target), finished=True))
        except (NoRecordsError, OSError) as error:
            if not self._force:
                raise RefusedError(f"{self._target}: {reason(error)}; --force replaces it") from None
        return [*(Earlier(part, read(part), finished=False) for part in self._shelved()), *finished]

    def _shelved(self) -> list[Path]:
        """Make room for a new part; return the earlier ones, the newest first."""
        parts = self._parts()
        if self._part in parts:
            number = max((int(part.suffix[1:]) for part in parts[1:]), default=0) + 1
            parts[0] = self._part.rename(self._beside(f".part.{number}"))
        return parts

    def _parts(self) -> list[Path]:
        """The parts that are there, the newest first."""
        numbered = {}
        for path in self._part.parent.iterdir():
            if path.name.startswith(self._part.name) and (
                number := _NUMBER.fullmatch(path.name[len(self._part.name) :])
            ):
                numbered[int(number[1])] = path
        newest = [self._part] if self._part.exists() else []
        return newest + [numbered[number] for number in sorted(numbered, reverse=True)]

    def _beside(self, suffix: str) -> Path:
        return self._target.with_name(self._target.name + suffix)

    def _unlock(self) -> None:
        # It is removed while it is held: who has it open already finds that it has no name any more.
        with suppress(OSError):
            Path(self._lock.lock_file).unlink()
        self._lock.release()


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Have an output written to the disk; a folder has too many files to wait for one by one."""
    if path.is_dir():
        if hasattr(os, "sync"):
            os.sync()
        return
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    """Have a new name written to the disk; some systems cannot, or do so anyway."""
    with suppress(OSError):
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
