"""The record: what the extractor makes of one release, as pydantic models, and nothing that computes.

Spans are `[start, end)` in Unicode code points of the decoded text. The order of the fields is the
order of the JSON's keys.
"""

from pydantic import BaseModel, ConfigDict

from extract import codes
from extract.codes import Bound, Status
from extract.mention import Span

__all__ = [
    "SCHEMA_VERSION",
    "Affected",
    "Count",
    "Date",
    "Evidence",
    "Exposure",
    "Incident",
    "Item",
    "Quantity",
    "Record",
    "Release",
    "Section",
    "Source",
    "Warning",
]

SCHEMA_VERSION = "1"


class _Model(BaseModel):
    # Built when it is first used, and so once for a record with all that is in it: half of what loading this takes.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Source(_Model):
    """Where the text comes from. `span` is the part's place in the file, else the whole text."""

    path: str | None
    sha256: str
    encoding: str
    media_type: str
    characters: int
    part: int | None
    span: Span


class Evidence(_Model):
    """A field and the words of the text that it rests on."""

    field: str
    span: Span


class Release(_Model):
    """Who published what, and when (ISO 8601)."""

    title: str | None
    organization: str | None
    published: str | None
    report_number: int | None
    report_kind: codes.ReportKind | None
    urls: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class Quantity(_Model):
    """How many; `computed` where it is the sum of disjoint groups and not a stated figure."""

    value: int
    bound: Bound
    status: Status
    computed: bool
    count_refs: tuple[int, ...]


class Affected(_Model):
    """People and records, never added to each other."""

    people: Quantity | None
    records: Quantity | None


class Incident(_Model):
    """The incident as a whole."""

    types: tuple[codes.IncidentType, ...]
    vectors: tuple[codes.Vector, ...]
    occurred: str | None
    occurred_end: str | None
    detected: str | None
    affected: Affected
    secondary_damage: codes.SecondaryDamage
    reported_to: tuple[codes.Authority, ...]
    third_party: bool | None
    evidence: tuple[Evidence, ...]


class Exposure(_Model):
    """Whose data, how many, which items, how sure. References are indices into counts and items."""

    subject: str | None
    subject_kind: codes.SubjectKind | None
    value: int | None
    value_max: int | None
    bound: Bound | None
    unit: str | None
    unit_kind: codes.UnitKind | None
    status: Status
    categories: tuple[codes.Category, ...]
    count_ref: int | None
    item_refs: tuple[int, ...]
    subject_span: Span | None
    spans: tuple[Span, ...]


class Section(_Model):
    """A heading and its text, up to the next heading of any level."""

    heading: str | None
    level: int
    kinds: tuple[codes.SectionKind, ...]
    parent: int | None
    span: Span
    heading_span: Span | None
    text: str


class Date(_Model):
    """A date, month, year or range; `first_day` and `last_day` are full days, for queries."""

    text: str
    span: Span
    start: str
    end: str | None
    precision: codes.Precision
    first_day: str
    last_day: str
    modifier: codes.Modifier | None
    role: codes.DateRole
    section: int


class Count(_Model):
    """A quantity of what the incident touched; `value` is None where the text is vague."""

    text: str
    span: Span
    value: int | None
    value_max: int | None
    bound: Bound
    unit: str
    unit_kind: codes.UnitKind
    role: codes.CountRole
    status: Status
    total: bool
    section: int


class Item(_Model):
    """A data item named as leaked, possibly leaked, or expressly not leaked."""

    text: str
    span: Span
    category: codes.Category
    status: Status
    section: int


class Warning(_Model):
    """What an analyst should look at, by a stable code."""

    code: str
    message: str
    spans: tuple[Span, ...]


class Record(_Model):
    """One release, structured."""

    schema_version: str
    extractor_version: str
    id: str
    source: Source
    release: Release
    incident: Incident
    exposures: tuple[Exposure, ...]
    sections: tuple[Section, ...]
    dates: tuple[Date, ...]
    counts: tuple[Count, ...]
    items: tuple[Item, ...]
    warnings: tuple[Warning, ...]

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the record as JSON: non-ASCII kept, nulls kept, a final newline."""
        return self.model_dump_json(indent=indent) + "\n"
