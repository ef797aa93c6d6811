"""Imports only go down: what each part of the package may know."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "extract"

FINDINGS = {"text", "lexicon", "mention", "codes"}
# Each part, and the parts of the package that its modules may import.
KNOWS: dict[str, set[str]] = {
    "version": set(),
    "codes": set(),
    "mention": {"codes"},
    "text": {"text"},
    "lexicon": {"lexicon", "text"},
    "find": FINDINGS | {"find"},
    "resolve": FINDINGS | {"find", "resolve"},
    "stages": set(),
    "pipeline": FINDINGS | {"find", "resolve", "stages"},
    "record": {"codes", "mention"},
    "writing": {"mention", "pipeline", "record"},
    "api": {"mention", "text", "pipeline", "record", "writing", "version", "stages"},
    "inputs": set(),
    "printable": set(),
    "view": {"view", "mention", "printable", "record"},
    "archive": {"archive", "api", "inputs", "record", "stages", "text", "version", "view"},
    "cluster": {"archive", "cluster", "inputs", "text", "version"},
    "outputs": {"archive"},
    "messages": {"printable"},
    "arguments": {"archive", "cluster", "inputs", "messages", "version"},
    "cli": {"archive", "arguments", "cluster", "inputs", "messages", "outputs", "record"},
    "__init__": {"api", "archive", "record", "text", "version"},
    "__main__": {"cli"},
}
# What only one part may import from outside.
HOMES = {
    "pydantic": "record",
    "argparse": "arguments",
    "dask": "cluster",
    "distributed": "cluster",
    "fsspec": "cluster",
    "fugashi": "text",
    "lxml": "text",
    "pypdfium2": "text",
    "regex": "find",
    "jinja2": "view",
    "rich": "view",
}
# The same text gives the same findings: no clock, no locale, no chance, no environment.
PURE = ("text", "lexicon", "find", "resolve", "pipeline")
IMPURE = {"random", "secrets", "time", "locale", "uuid", "socket", "subprocess", "threading", "multiprocessing"}

MODULES = sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Yield the modules that a file imports, in functions and for the type checker too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports relatively"
            assert node.module is not None
            if node.module == "extract":
                yield from (f"extract.{alias.name}" for alias in node.names)
            else:
                yield node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_down(path: Path) -> None:
    part = part_of(path)
    assert part in KNOWS, "a new part: say in this test what it may know"
    own = {name.split(".")[1] for name in imports(path) if name.startswith("extract.")}
    assert own <= KNOWS[part]
    outside = {name.split(".")[0] for name in imports(path)}
    assert {name for name in outside if HOMES.get(name, part) != part} == set()
    if part in PURE:
        assert outside & IMPURE == set()


def test_knowledge_goes_one_way() -> None:
    order = list(KNOWS)
    for part, known in KNOWS.items():
        for other in known - {part}:
            assert part not in KNOWS[other], f"{part} and {other} know each other"
    assert set(order) == {part_of(path) for path in MODULES}


def test_no_part_is_a_heap() -> None:
    heaps = {"helpers", "helper", "utils", "util", "common", "misc", "manager"}
    assert [path.name for path in MODULES if path.stem in heaps] == []


@pytest.mark.parametrize("path", [path for path in MODULES if part_of(path) in PURE], ids=lambda path: path.stem)
def test_no_clock_and_no_environment(path: Path) -> None:
    called = {
        node.attr for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Attribute)
    }
    assert called & {"now", "today", "utcnow", "environ", "getenv"} == set()
