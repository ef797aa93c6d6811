"""What the documents say is so."""

import doctest
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from quality.floors import read_floors, table_of

from extract import Record, codes

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
RECORD = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("shown", re.findall(r"```python\n(.+?)```", README, re.DOTALL))
def test_python(shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    example = doctest.DocTestParser().get_doctest(shown, {}, "README.md", "README.md", 0)
    assert example.examples
    assert doctest.DocTestRunner().run(example).failed == 0


@pytest.mark.parametrize("shown", re.findall(r"```console\n(.+?)```", README, re.DOTALL))
def test_runs(shown: str) -> None:
    """A run shows its output; `...` stands for what is left out."""
    command, output = shown.removeprefix("$ extract ").split("\n", 1)
    done = subprocess.run(
        [sys.executable, "-m", "extract", *shlex.split(command)], cwd=ROOT, capture_output=True, check=True, timeout=60
    )
    assert doctest.OutputChecker().check_output(output, done.stdout.decode(), doctest.ELLIPSIS)


def test_the_accuracy_table_is_what_is_pinned() -> None:
    floors = read_floors()
    if floors.measured:
        assert table_of(floors) in README


@pytest.mark.parametrize("name", codes.__all__)
def test_every_code_is_told(name: str) -> None:
    for code in get_args(getattr(codes, name)):
        assert f"`{code}`" in RECORD


def test_every_key_is_told() -> None:
    for key in Record.model_fields:
        assert f"`{key}`" in RECORD
