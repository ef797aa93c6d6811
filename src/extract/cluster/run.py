"""A run on a cluster, as its client sees it: what is there already, what is to do, what it replaces."""

import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, Self

from extract.archive.errors import RefusedError
from extract.archive.formats import find_format
from extract.archive.results import TIMEOUT
from extract.archive.work import Options, Result
from extract.cluster.connection import connection
from extract.cluster.inputs import ClusterInputs
from extract.cluster.parts import Job, part_name
from extract.cluster.stores import Store
from extract.cluster.tasks import parts
from extract.text.reading import recorded_path

__all__ = ["FORMATS", "Run"]

# What a part may be.
FORMATS: Final = ("jsonl", "jsonl.gz", "jsonl.zst", "parquet")


class Run:
    """Extracts inputs on a cluster into parts below `target`, a URL or a folder that every worker sees.

    `address` is a scheduler's (`tcp://host:8786`), or `local`: `jobs` workers on this machine. A release that takes
    longer than `timeout` seconds loses its worker, and is named. Parts that are there are gone on with (`resume`) or
    replaced (`force`), else there is a RefusedError. Raises MissingError without Dask or the store's package, OSError
    where the target cannot be listed.
    """

    def __init__(
        self,
        address: str,
        target: str,
        form: str,
        options: Options,
        *,
        jobs: int | None = None,
        timeout: float | None = None,
        resume: bool = False,
        force: bool = False,
    ) -> None:
        find_format(form)
        self._connect = connection(address, jobs)
        self._store = Store(target)
        self._job = Job(self._store.url, form, options, TIMEOUT if timeout is None else timeout)
        self._force = force
        self._there = {name for name in self._store.names() if name.startswith("part-")}
        if self._there and not (resume or force):
            raise RefusedError(
                f"{target} holds {len(self._there)} parts; --resume goes on with them, --force replaces them"
            )
        # What is replaced stays until all is made anew.
        self._kept = self._there if resume else set()
        self._made: set[str] = set()
        self._paths: set[str] = set()
        self.can_be_resumed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def results(self, inputs: ClusterInputs) -> Iterator[Result]:
        """Yield what became of each input as parts come in; at the end remove parts that these have replaced.

        Raises RefusedError where an old part holds files that no new one does, NoWorkersError where there is no
        cluster or it goes away, OSError where nothing can be written.
        """
        missing = []
        for chunk in inputs.chunks:
            name = part_name(self._job, chunk)
            if name not in self._kept:
                missing.append(chunk)
                continue
            self._note(name, (each.path for each in chunk.inputs))
            yield from (Result(each.path, kept=True) for each in chunk.inputs)
        if missing:
            self.can_be_resumed = True
            with self._connect() as client:
                for part in parts(client, self._job, missing):
                    self._note(part.name, part.extracted)
                    yield from (Result(path) for path in part.extracted)
                    yield from (Result(path, error=why) for path, why in part.failed)
            self.can_be_resumed = False
        self._remove_replaced()

    def _note(self, name: str, paths: Iterable[str]) -> None:
        self._made.add(name)
        if self._there:
            self._paths.update(map(recorded_path, paths))

    def _remove_replaced(self) -> None:
        replaced = sorted(self._there - self._made)
        held = [] if self._force else [path for name in replaced for path in self._held(name)]
        lost = [path for path in dict.fromkeys(held) if path not in self._paths]
        if lost:
            raise RefusedError(
                f"{self._job.target} holds {len(lost)} files of earlier runs that are not of this one, {lost[0]} the "
                "first; their parts stay, --resume --force removes them"
            )
        self._store.remove(replaced)

    def _held(self, name: str) -> Iterator[str]:
        """Yield the paths of the releases in a part."""
        form = find_format(next((form for form in FORMATS if name.endswith(f".{form}")), self._job.form))
        assert form.read is not None
        place = self._store.below(name)
        (data,) = self._store.read([place]).values()
        if isinstance(data, Exception):
            raise OSError(f"{name}: {data}")
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder, name)
            copy.write_bytes(data)
            for line in form.read(copy):
                yield json.loads(line)["source"]["path"]
