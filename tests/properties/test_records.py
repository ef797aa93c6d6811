"""What holds of every text's record."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from properties.releases import releases, texts
from rules import faults

from extract import Record, extract

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def said(record: Record) -> dict[str, Any]:
    """Return what a record says of the release, without where."""
    everything = record.model_dump(exclude={"id", "source", "sections", "warnings"})

    def without(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: without(inner) for key, inner in value.items() if "span" not in key and key != "section"}
        if isinstance(value, (list, tuple)):
            return [without(inner) for inner in value]
        return value

    return {
        **without(everything),
        "sections": [(section.heading, section.level, section.kinds) for section in record.sections if section.heading],
        "warnings": [warning.code for warning in record.warnings],
    }


def placed(record: Record, origin: int) -> dict[str, Any]:
    """Return where everything stands, counted from `origin`."""

    def counted(span: tuple[int, int] | None) -> tuple[int, int] | None:
        return span and (span[0] - origin, span[1] - origin)

    return {
        "sections": [counted(section.heading_span) for section in record.sections if section.heading],
        "dates": [counted(date.span) for date in record.dates],
        "counts": [counted(count.span) for count in record.counts],
        "items": [counted(item.span) for item in record.items],
        "exposures": [
            (counted(exposure.subject_span), [counted(span) for span in exposure.spans])
            for exposure in record.exposures
        ],
        "evidence": [
            (evidence.field, counted(evidence.span))
            for evidence in (*record.release.evidence, *record.incident.evidence)
        ],
        "warnings": [[counted(span) for span in warning.spans] for warning in record.warnings],
    }


@given(texts())
@settings(max_examples=400)
def test_spans_point_at_their_text_and_sections_tile(text: str) -> None:
    record = extract(text)
    assert list(faults(record, text.removeprefix("\ufeff"))) == []
    assert "".join(section.text for section in record.sections) == text.removeprefix("\ufeff")


@given(texts())
def test_json_holds_the_whole_record(text: str) -> None:
    record = extract(text)
    assert Record.model_validate_json(record.to_json()) == record
    assert Record.model_validate_json(record.to_json(indent=2)) == record


@given(st.lists(texts(), min_size=2, max_size=3))
@settings(max_examples=40)
def test_same_text_same_record_in_any_order(several: list[str]) -> None:
    once = {text: extract(text).to_json() for text in several}
    assert {text: extract(text).to_json() for text in reversed(several)} == once


@given(releases(), st.integers(0, 3), st.integers(0, 3))
def test_blank_lines_around_shift_spans_and_change_nothing_else(text: str, before: int, after: int) -> None:
    plain, padded = extract(text), extract("\n" * before + text + "\n" * after)
    assert said(padded) == said(plain)
    assert placed(padded, before) == placed(plain, 0)


@given(releases())
def test_the_width_of_digits_changes_no_value(text: str) -> None:
    narrow, wide = extract(text), extract(text.translate(_WIDE))
    assert placed(wide, 0) == placed(narrow, 0)
    assert [(date.start, date.end, date.modifier, date.role) for date in wide.dates] == [
        (date.start, date.end, date.modifier, date.role) for date in narrow.dates
    ]
    assert [(count.value, count.value_max, count.bound, count.status) for count in wide.counts] == [
        (count.value, count.value_max, count.bound, count.status) for count in narrow.counts
    ]
    assert [(item.category, item.status) for item in wide.items] == [
        (item.category, item.status) for item in narrow.items
    ]
    assert [(group.value, group.status, group.categories) for group in wide.exposures] == [
        (group.value, group.status, group.categories) for group in narrow.exposures
    ]
    assert wide.release.published == narrow.release.published
    assert wide.incident.model_dump(exclude={"evidence"}) == narrow.incident.model_dump(exclude={"evidence"})


@given(releases())
def test_the_kind_of_line_break_changes_no_value(text: str) -> None:
    assert said(extract(text.replace("\n", "\r\n"))) == said(extract(text))
