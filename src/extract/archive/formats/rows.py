"""Flat rows of a record, for tables: one a release, one an exposure."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from extract.text.shape import shape

__all__ = ["EXPOSURE", "RELEASE", "Row", "exposure_rows", "release_row", "text_of"]

Row = dict[str, Any]

RELEASE: Final = (
    "id", "path", "part", "organization", "title", "published", "report_number", "report_kind", "types", "vectors",
    "occurred", "occurred_end", "detected", "people", "people_bound", "people_status", "records", "records_bound",
    "records_status", "categories_confirmed", "categories_possible", "categories_excluded", "secondary_damage",
    "reported_to", "third_party", "warnings", "url",
)  # fmt: skip
EXPOSURE: Final = (
    "id", "organization", "published", "subject", "subject_kind", "value", "value_max", "bound", "unit", "unit_kind",
    "status", "categories", "evidence",
)  # fmt: skip

_BLANKS: Final = shape(r"\s+")


def release_row(record: dict[str, Any]) -> Row:
    """Return a release's row; lists are joined by `;`, and a code stands in one once."""
    release, incident = record["release"], record["incident"]
    people, records = incident["affected"]["people"] or {}, incident["affected"]["records"] or {}
    return {
        "id": record["id"],
        "path": record["source"]["path"],
        "part": record["source"]["part"],
        **{name: release[name] for name in ("organization", "title", "published", "report_number", "report_kind")},
        "types": _joined(incident["types"]),
        "vectors": _joined(incident["vectors"]),
        **{name: incident[name] for name in ("occurred", "occurred_end", "detected")},
        "people": people.get("value"),
        "people_bound": people.get("bound"),
        "people_status": people.get("status"),
        "records": records.get("value"),
        "records_bound": records.get("bound"),
        "records_status": records.get("status"),
        **{
            f"categories_{status}": _joined(item["category"] for item in record["items"] if item["status"] == status)
            for status in ("confirmed", "possible", "excluded")
        },
        "secondary_damage": incident["secondary_damage"],
        "reported_to": _joined(incident["reported_to"]),
        "third_party": incident["third_party"],
        "warnings": _joined(warning["code"] for warning in record["warnings"]),
        "url": next(iter(release["urls"]), None),
    }


def exposure_rows(record: dict[str, Any]) -> Iterator[Row]:
    """Yield a row for each exposure; `evidence` is the words that it rests on, ` … ` between them."""
    text, origin = text_of(record), record["source"]["span"][0]
    for exposure in record["exposures"]:
        quotes = (text[start - origin : end - origin] for start, end in exposure["spans"])
        yield {
            "id": record["id"],
            "organization": record["release"]["organization"],
            "published": record["release"]["published"],
            **{name: exposure[name] for name in EXPOSURE[3:-2]},
            "categories": _joined(exposure["categories"]),
            "evidence": " … ".join(_BLANKS.sub(" ", quote).strip() for quote in quotes),
        }


def text_of(record: dict[str, Any]) -> str:
    """Return the release's text, which its sections tile."""
    return "".join(section["text"] for section in record["sections"])


def _joined(codes: Iterable[str]) -> str:
    return ";".join(dict.fromkeys(codes))
