"""The pinned floors: what accuracy holds, on which releases, and the README's table of it."""

import math
import tomllib
from datetime import date
from pathlib import Path
from typing import NamedTuple

from quality.readme import write_table
from quality.scorer import Figures

__all__ = ["Floors", "lifted", "read_floors", "table_of", "write_floors"]

FLOORS = Path(__file__).with_name("floors.toml")
SOURCES = ("archive", "bare")


class Floors(NamedTuple):
    """`digest` and `releases` say what was measured, `measured` when; `pinned` has a table a source."""

    digest: str
    measured: str
    releases: dict[str, int]
    pinned: dict[str, Figures]


def read_floors() -> Floors:
    """Read what is pinned."""
    kept = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return Floors(kept["digest"], kept["measured"], kept["releases"], {source: kept[source] for source in SOURCES})


def lifted(floors: Floors, figures: dict[str, Figures], names: list[str], digest: str) -> Floors:
    """Return the floors raised to the figures, cut to three places; never lower than they were."""
    pinned = {
        source: {
            name: max(floors.pinned[source].get(name, 0.0), math.floor(figures[source][name] * 1000) / 1000)
            for name in names
        }
        for source in SOURCES
    }
    releases = {source: int(figures[source]["releases"]) for source in SOURCES}
    return Floors(digest, date.today().isoformat(), releases, pinned)


def write_floors(floors: Floors) -> None:
    """Pin floors, and put them into the README."""
    lines = [
        "# Accuracy that holds. `make quality RAISE=1` lifts it; nothing lowers it.",
        f'digest = "{floors.digest}"',
        f'measured = "{floors.measured}"',
        f"releases = {{ {', '.join(f'{source} = {number}' for source, number in floors.releases.items())} }}",
    ]
    for source, pinned in floors.pinned.items():
        lines += ["", f"[{source}]", *(f'"{name}" = {floor:.3f}' for name, floor in pinned.items())]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    write_table("accuracy", table_of(floors))


def table_of(floors: Floors) -> str:
    """Return the README's table."""
    archive, bare = (floors.pinned[source] for source in SOURCES)
    files, releases = (floors.releases[source] for source in SOURCES)
    lines = [
        f"Measured on {floors.measured}: {files} files of an archive, {releases} releases as first published.",
        "",
        "| figure | archive files | bare releases |",
        "|---|---:|---:|",
        *(f"| {name} | {archive[name]:.3f} | {bare[name]:.3f} |" for name in archive),
    ]
    return "\n".join(lines) + "\n"
