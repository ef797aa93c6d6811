"""The README's measured tables: each stands between two marks of its name, and is written by what measures it."""

import re
from pathlib import Path

__all__ = ["README", "filled", "write_table"]

README = Path(__file__).parents[2] / "README.md"


def filled(text: str, name: str, table: str) -> str:
    """Return the text with the table between `<!-- name -->` and `<!-- /name -->`; all else stays."""
    place = re.compile(rf"(?s)(?<=<!-- {name} -->\n).*?(?=<!-- /{name} -->)")
    return place.sub(lambda _: table, text)


def write_table(name: str, table: str) -> None:
    """Put a table into the README."""
    README.write_text(filled(README.read_text(encoding="utf-8"), name, table), encoding="utf-8")
