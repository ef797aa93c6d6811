"""Work that goes wrong, for workers to do, and releases to do it with."""

import json
import os
import time
from collections.abc import Sequence
from pathlib import Path

from extract.archive.work import Result
from extract.version import VERSION

RELEASE = """\
# 不正アクセスによる個人情報漏えいのお知らせ（第{number}報）

2031年4月{day}日
株式会社みほん{number}

決済代行会社から連絡を受け、調査の結果、お客様{count:,}名の氏名、カード番号が漏えいした可能性があります。
"""


def write_releases(folder: Path, count: int) -> list[str]:
    """Write releases that differ, and return their paths in order."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = RELEASE.format(number=number, day=number % 28 + 1, count=(number + 1) * 1_000)
        folder.joinpath(f"{number:05}.txt").write_text(text, encoding="utf-8")
    return [str(folder / f"{number:05}.txt") for number in range(count)]


def line(path: str, filler: str = "") -> bytes:
    """Return what passes for the record of a file: only what a resumed run asks for."""
    source = {"path": path, "sha256": "0" * 64, "encoding": "utf-8", "part": None}
    record = {"extractor_version": VERSION, "source": source, "warnings": [], "filler": filler}
    return f"{json.dumps(record)}\n".encode()


def say_path(paths: Sequence[str]) -> list[Result]:
    return [Result(path, line(path)) for path in paths]


def go_wrong(paths: Sequence[str]) -> list[Result]:
    """Do what the paths say: exit, be killed, hang, fail; or just be done."""
    for path in paths:
        if "exit" in path:
            os._exit(3)
        if "kill" in path:
            os.kill(os.getpid(), 9)
        if "hang" in path:
            time.sleep(600)
        if "fail" in path:
            raise RuntimeError("what was not expected")
    return say_path(paths)


def say_much(paths: Sequence[str]) -> list[Result]:
    """Be done with a few at a time, as with large files."""
    return [Result(path, line(path, "x" * 300_000)) for path in paths[:3]]


def fail_for_some(paths: Sequence[str]) -> list[Result]:
    return [Result(path, error="no") if "7" in path else Result(path, line(path)) for path in paths]
