"""The index of an archive: the page, and the scripts that it loads from the folder beside it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from extract.view.labels import label, labels
from extract.view.page import asset, render
from extract.view.site.entry import Entry, Figure
from extract.view.site.incidents import number_incidents
from extract.view.site.libraries import read_charts, read_table

__all__ = ["read_scripts", "render_index", "write_data"]

# Ours, in the order in which they are loaded, after the libraries and the data.
_SCRIPTS: Final = ("selection.js", "facets.js", "charts.js", "table.js", "index.js")
# The least number of people of each band, and how it is called.
_BANDS: Final = (
    (1_000_000, "1,000,000 and more"),
    (100_000, "100,000 – 999,999"),
    (10_000, "10,000 – 99,999"),
    (1_000, "1,000 – 9,999"),
    (100, "100 – 999"),
    (1, "1 – 99"),
    (0, "0"),
)
# What a release has that has no value.
_UNTOLD: Final = {"warning": "none", "size": "not told, or excluded"}


def render_index(entries: Sequence[Entry], version: str) -> Iterator[str]:
    """Yield the page, piece by piece. Its data is in none of it: `write_data` has it."""
    return render(
        "index.html.jinja",
        styles=("page.css", "site/index.css"),
        scripts=("site/load.js",),
        loads=True,
        releases=len(entries),
        version=version,
    )


def read_scripts() -> dict[str, str]:
    """Return the scripts that stand beside the data, by their names. Raises ValueError as `read_table` does."""
    ours = {name: str(asset(f"site/{name}")) for name in _SCRIPTS}
    return {"chart.bundle.js": read_charts(), "datatables.bundle.js": read_table(), **ours}


def write_data(entries: Iterable[Entry]) -> str:
    """Return the script that holds what the index knows: `ARCHIVE`, column by column, in the order of their days."""
    ordered = sorted(entries, key=lambda entry: (entry.published or "", entry.report_number or 0, entry.path))
    data = {
        "facets": [_coded(facet, ordered) for facet in _FACETS],
        "bounds": labels()["Bound"],
        "statuses": labels()["Status"],
        "page": [entry.page for entry in ordered],
        "path": [entry.path for entry in ordered],
        "title": [entry.title for entry in ordered],
        "published": [entry.published for entry in ordered],
        "report": [_report(entry) for entry in ordered],
        "people": [entry.people for entry in ordered],
        "records": [entry.records for entry in ordered],
        "incident": number_incidents(ordered),
    }
    # A string that is parsed as JSON is read faster than the same as a script, and is never code.
    return f"const ARCHIVE = JSON.parse({json.dumps(json.dumps(data, ensure_ascii=False, separators=(',', ':')))});\n"


class _Facet(NamedTuple):
    """A side that releases are filtered by; `codes` is the set of its labels, None where a value is its own."""

    name: str
    label: str
    codes: str | None


_FACETS: Final = (
    _Facet("year", "Year", None),
    _Facet("type", "What happened", "IncidentType"),
    _Facet("category", "Items", "Category"),
    _Facet("size", "People", None),
    _Facet("status", "How sure", "Status"),
    _Facet("vector", "Way in", "Vector"),
    _Facet("organization", "Organisation", None),
    _Facet("warning", "Warnings", None),
)


def _values(entry: Entry, facet: str) -> Sequence[str | None]:
    match facet:
        case "year":
            return (entry.published and entry.published[:4],)
        case "type":
            return entry.types
        case "category":
            return entry.categories
        case "size":
            return (_band(entry.people),)
        case "status":
            return (entry.status,)
        case "vector":
            return entry.vectors
        case "organization":
            return (entry.organization,)
        case _:
            return entry.warnings


def _coded(facet: _Facet, entries: Iterable[Entry]) -> dict[str, Any]:
    """Return a facet's values, and for each entry the places of its own among them; the first is that of none."""
    places: dict[str | None, int] = {None: 0}
    rows = [
        [places.setdefault(value, len(places)) for value in _values(entry, facet.name) or (None,)] for entry in entries
    ]
    found = [value or "" for value in places]
    return {
        "name": facet.name,
        "label": facet.label,
        "codes": found,
        "labels": [_UNTOLD.get(facet.name, "not told"), *(_label(value, facet) for value in found[1:])],
        "rows": rows,
    }


def _label(value: str, facet: _Facet) -> str:
    if facet.codes:
        return label(value, facet.codes)
    return value.replace("_", " ") if facet.name == "warning" else value


def _band(people: Figure | None) -> str | None:
    """Return the band of a number of people; None for those that a release excludes, who are in no sum either."""
    if people is None or people.status == "excluded":
        return None
    return next(name for least, name in _BANDS if people.value >= least)


def _report(entry: Entry) -> str:
    """Return which report of its incident it says it is: 'follow-up 2'; '' where it does not."""
    kind = label(entry.report_kind, "ReportKind") if entry.report_kind else ""
    number = "" if entry.report_number is None else str(entry.report_number)
    return " ".join(filter(None, (kind or (number and "report"), number)))
