"""What the stages hand each other: plain tuples, spans half-open in code points of the source."""

from typing import NamedTuple

__all__ = [
    "Count",
    "Date",
    "Evidence",
    "Exposure",
    "Incident",
    "Item",
    "Masthead",
    "Quantity",
    "Section",
    "Span",
    "Warning",
]

Span = tuple[int, int]


class Evidence(NamedTuple):
    """A field of the record and the words that it rests on."""

    field: str
    span: Span


class Masthead(NamedTuple):
    """Who publishes what and when; the body begins at `body`."""

    body: int
    title: str | None = None
    organization: str | None = None
    published: str | None = None
    report_number: int | None = None
    report_kind: str | None = None
    urls: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def span_of(self, field: str) -> Span | None:
        """Return the words that a field rests on, None where it has none."""
        for told, span in self.evidence:
            if told == field:
                return span
        return None


class Section(NamedTuple):
    """A heading and what follows it, up to the next heading of any level."""

    span: Span
    heading: str | None
    heading_span: Span | None
    level: int
    kinds: tuple[str, ...]
    parent: int | None


class Date(NamedTuple):
    """A resolved date: `start` and `end` in ISO 8601, as precise as the text says it."""

    span: Span
    start: str
    end: str | None
    precision: str
    first_day: str
    last_day: str
    modifier: str | None
    role: str = "other"


class Count(NamedTuple):
    """A quantity of what the incident touched. `value` is None where the text is vague (数百件)."""

    span: Span
    value: int | None
    value_max: int | None
    bound: str
    unit: str
    unit_kind: str
    role: str = "exposed"
    status: str = "unknown"
    total: bool = False


class Item(NamedTuple):
    """A kind of data that leaked, may have leaked, or expressly did not."""

    span: Span
    category: str
    status: str = "unknown"


class Exposure(NamedTuple):
    """A group: whose data, how many, which items, how sure. References are indices of mentions."""

    subject_span: Span | None
    subject_kind: str | None
    count_ref: int | None
    item_refs: tuple[int, ...]
    status: str
    spans: tuple[Span, ...]


class Quantity(NamedTuple):
    """How many people, or records, the whole incident touched."""

    value: int
    bound: str
    status: str
    computed: bool
    counts: tuple[int, ...]


class Incident(NamedTuple):
    """The incident as a whole, with the words that each field rests on."""

    types: tuple[str, ...] = ()
    vectors: tuple[str, ...] = ()
    occurred: str | None = None
    occurred_end: str | None = None
    detected: str | None = None
    people: Quantity | None = None
    records: Quantity | None = None
    secondary_damage: str = "unknown"
    reported_to: tuple[str, ...] = ()
    third_party: bool | None = None
    evidence: tuple[Evidence, ...] = ()


class Warning(NamedTuple):
    """Something that an analyst should look at, by a stable code."""

    code: str
    message: str
    spans: tuple[Span, ...]
