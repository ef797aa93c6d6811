"""The words for codes: labels.toml, a table for each set of codes, fields and kinds of marks."""

import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["label", "labels"]


@cache
def labels() -> dict[str, dict[str, str]]:
    """Return all labels: name of the set, as in `codes`, → code → label."""
    return tomllib.loads(files(__package__).joinpath("labels.toml").read_text(encoding="utf-8"))


def label(code: str, kind: str) -> str:
    """Return the label of a code of one set. Raises KeyError for what has none."""
    return labels()[kind][code]
