"""Which files a run on a cluster takes: of folders that every worker sees, and of stores by their URLs."""

import os
from collections.abc import Iterable
from pathlib import Path

from extract.cluster.chunks import Chunk, Input, cut
from extract.cluster.stores import Store, stamp
from extract.inputs import STDIN, SUFFIXES, Inputs, is_url, reason

__all__ = ["ClusterInputs"]


class ClusterInputs:
    """The files that are named by paths and URLs, in chunks; what is not read, as `Inputs` says it.

    `refused`: path and reason of what cannot be read. `skipped`: how many entries are hidden or no text.
    """

    batch = True

    def __init__(self, paths: Iterable[str]) -> None:
        self.refused: list[tuple[str, str]] = []
        self.skipped = 0
        self.chunks: list[Chunk] = []
        urls: list[str] = []
        files: list[str] = []
        for path in dict.fromkeys(paths):
            if path == STDIN:
                self.refused.append((path, "standard input is out of a cluster's reach"))
            else:
                (urls if is_url(path) else files).append(path)
        self._add_files(files)
        for url in urls:
            self._add_store(url)

    def __len__(self) -> int:
        return sum(len(chunk.inputs) for chunk in self.chunks)

    def _add_files(self, paths: list[str]) -> None:
        if not paths:
            return
        found = Inputs(paths)
        self.refused += found.refused
        self.skipped += found.skipped
        inputs = []
        for path in found.files:
            file = Path(path).absolute()
            try:
                state = file.stat()
            except OSError as error:
                self.refused.append((path, reason(error)))
                continue
            marks = {"size": state.st_size, "mtime": state.st_mtime_ns}
            inputs.append(Input(path, str(file), state.st_size, stamp(marks)))
        self.chunks += cut(os.sep, inputs)

    def _add_store(self, url: str) -> None:
        try:
            store = Store(url)
            listed = store.files()
        except (
            Exception
        ) as error:  # Each store has errors of its own: no package, no bucket, no permission, no network.
            self.refused.append((url, reason(error)))
            return
        inputs = []
        for place in sorted(listed):
            below = place.removeprefix(store.root).lstrip("/")
            if below and (not below.lower().endswith(SUFFIXES) or f"/{below}".count("/.")):
                self.skipped += 1
                continue
            path = f"{url.rstrip('/')}/{below}" if below else url
            inputs.append(Input(path, place, int(listed[place].get("size") or 0), stamp(listed[place])))
        if not inputs:
            self.refused.append((url, "no text in this folder"))
        self.chunks += cut(url, inputs)
