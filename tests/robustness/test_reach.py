"""No input makes the extractor read another file, write outside its output, reach the network or run anything.

Python says of every file, socket and process that it is about to touch; the command is run with an ear to that.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

# What would be done if any part of a text were taken for more than text.
HOSTILE = """\
---
title: !!python/object/apply:os.system ["touch PWNED"]
include: ../../../../etc/passwd
---
2031年4月2日
株式会社みほん $(touch PWNED) `touch PWNED` ; touch PWNED

=cmd|'/C touch PWNED'!A0 に関するお知らせ <!ENTITY x SYSTEM "file:///etc/passwd"> &x;
お客様120名の氏名、住所が漏えいしました。詳細は http://127.0.0.1:9/PWNED および file:///etc/passwd をご覧ください。
{{ 7*7 }} ${jndi:ldap://127.0.0.1/PWNED} {0.__class__} %s%n __import__('os').system('touch PWNED')
![図](file:///etc/passwd) <img src="http://127.0.0.1:9/PWNED"> <script>PWNED</script> <?php PWNED ?>
.. include:: /etc/passwd
'; DROP TABLE releases; -- PWNED
\x1b]8;;file:///etc/passwd\x07\x1b[2J
"""
# Runs the command, and says on its last line of messages what it touched.
LISTENED = """
import json, os, sys
HEARD = ("socket", "subprocess", "os", "shutil", "ftplib", "urllib", "sqlite3", "ctypes")
touched = []
def plain(arg):
    if isinstance(arg, int):
        return arg
    return os.fsdecode(arg) if isinstance(arg, (str, bytes, os.PathLike)) else repr(arg)
def listen(event, args):
    if event == "open" or event.split(".")[0] in HEARD:
        touched.append([event, *map(plain, args)])
    elif event in ("compile", "exec") and "PWNED" in repr(args[0]):
        touched.append([event, "PWNED", 0, 0])
sys.addaudithook(listen)
from extract.cli import main
code = main(sys.argv[1:])
print(json.dumps([code, touched, sys.path, sys.prefix, sys.base_prefix]), file=sys.stderr)
"""
# Looking and listing change nothing and run nothing.
HARMLESS = ("os.listdir", "os.scandir", "os.walk", "os.putenv", "os.unsetenv", "sqlite3.connect/handle")
WRITING = 0o1 | 0o2 | 0o100 | 0o1000  # O_WRONLY, O_RDWR, O_CREAT, O_TRUNC


@pytest.mark.parametrize("output", [None, "out.jsonl", "out.csv", "out.sqlite", "out.parquet", "out.jsonl.gz"])
def test_nothing_is_touched_but_the_input_and_the_output(output: str | None, tmp_path: Path) -> None:
    code, touched, installed = listened(tmp_path, HOSTILE, output)
    assert code == 0
    reads, writes, others = sorted_out(touched)
    assert not [event for event in others if event[0] not in HARMLESS and not within(event[1], tmp_path / "out")]
    assert not [path for path in writes if not within(path, tmp_path / "out") and not path.endswith(".pyc")]
    assert str(tmp_path / "in" / "release.txt") in reads
    foreign = [
        path
        for path in reads
        if path != str(tmp_path / "in" / "release.txt")
        and not within(path, tmp_path / "out")
        and not any(within(path, home) for home in installed)
    ]
    assert [path for path in foreign if not path.startswith(("/proc/", "/sys/", "/dev/urandom"))] == []
    assert not list(tmp_path.rglob("*PWNED*"))


def test_the_ear_hears() -> None:
    """Were nothing ever heard, the test above could not fail."""
    code = LISTENED.replace(
        "code = main(sys.argv[1:])", "import os, socket; code = 0; os.system('true'); socket.socket()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    heard = {event[0] for event in json.loads(done.stderr.splitlines()[-1])[1]}
    assert {"os.system", "socket.__new__", "open"} <= heard


def listened(folder: Path, text: str, output: str | None) -> tuple[int, list[list[Any]], list[Path]]:
    """Run the command on a text; return its exit code, what it touched, and where Python and its packages lie."""
    for name in ("in", "out"):
        (folder / name).mkdir()
    (folder / "in" / "release.txt").write_text(text, encoding="utf-8")
    arguments = [str(folder / "in" / "release.txt"), "-j", "0"]
    if output is not None:
        arguments += ["-o", str(folder / "out" / output)]
    done = subprocess.run([sys.executable, "-c", LISTENED, *arguments], capture_output=True, check=True, cwd=folder)
    code, touched, path, *prefixes = json.loads(done.stderr.splitlines()[-1])
    return code, touched, [Path(home).absolute() for home in (*path, *prefixes) if home]


def sorted_out(touched: list[list[Any]]) -> tuple[set[str], set[str], list[list[Any]]]:
    """Return the paths that were read, those that were written, and all other events."""
    reads: set[str] = set()
    writes: set[str] = set()
    others = []
    for event in touched:
        if event[0] != "open":
            others.append(event)
        elif isinstance(event[1], str):  # A number is a file that is open already.
            (writes if int(event[3]) & WRITING else reads).add(event[1])
    return reads, writes, others


def within(path: object, folder: Path) -> bool:
    return isinstance(path, str) and Path(path).absolute().is_relative_to(folder)
