"""What other libraries find in the body of a release, brought to the mentions that annotations have.

Each is read as favourably as it allows: its tags that touch are one expression, as in an
annotation; years that it leaves open are those of the publication date; a range that it marks is one
mention. The libraries are imported where they are asked, since the project itself needs none of them.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any, NamedTuple

from quality.reading import Fixture, Mention

from extract.lexicon import entries

__all__ = ["LEAK", "Reader", "ginza", "ja_timex", "lines", "numexp", "stripped"]

Mentions = Mapping[str, Sequence[Mention]]
Reader = Callable[[Fixture], Mentions]

# Blanks inside a line, before or after a digit: 10 月 9 日. Not: those that indent a line or end it.
BLANKS = re.compile(r"(?<=\d)[ \u3000]+(?=\S)|(?<=\S)[ \u3000]+(?=\d)")
# A word that lines about a leak have. It keeps out the staff, the shops and the capital of the company.
LEAK = re.compile("漏|流出|閲覧|窃取|アクセス|対象|情報")


def lines(fixture: Fixture) -> Iterator[tuple[int, str]]:
    """Yield the body's lines without their ends, each after the offset in the text that it starts at."""
    at = fixture.body
    for line in fixture.text[at:].splitlines(keepends=True):
        yield at, line.rstrip("\r\n")
        at += len(line)


def stripped(line: str) -> tuple[str, list[int]]:
    """Return a line without the blanks beside its digits, and for each character left where it stood."""
    blanks = {at for blank in BLANKS.finditer(line) for at in range(*blank.span())}
    places = [at for at in range(len(line)) if at not in blanks]
    return "".join(line[at] for at in places), places


def _mention(fixture: Fixture, start: int, end: int, *core: object) -> Mention:
    return Mention((start, end), fixture.text[start:end], core, {})


# Year, month, day, hour, minute, in digits; None for what is not told.
Fields = tuple[str | None, ...]


class Expression(NamedTuple):
    """A date as ja-timex tags it; `opens` and `closes` are its marks for the ends of a range."""

    start: int
    end: int
    fields: Fields
    mod: str | None
    opens: bool
    closes: bool


class Date(NamedTuple):
    """An expression, or a range of two, between two offsets of a line; the moments are ISO 8601."""

    start: int
    end: int
    begins: str
    ends: str | None
    mod: str | None


NOTHING: Fields = (None,) * 5
# 2025-10-09, XXXX-10-XX. Not: a weekday (XXXX-WXX-4), a fiscal year (FY2025), a season (2022-FA).
CALENDAR = re.compile(r"(\d{4}|XXXX)-(\d\d|XX)-(\d\d|XX)")
# T13-15-XX. Not: a length of time (PT24H).
CLOCK = re.compile(r"T(\d\d)-(\d\d|XX)-(?:\d\d|XX)")
# 今日, 昨年, counted from the publication date: P0D, P1Y. Not: PT3H, P2W.
RELATIVE = re.compile(r"P\d+([YMD])")
MODIFIERS = {
    "APPROX": "approx",
    "START": "early",
    "MID": "mid",
    "END": "late",
    "ON_OR_BEFORE": "before",
    "BEFORE": "before",
    "ON_OR_AFTER": "after",
    "AFTER": "after",
}
# What may stand between the tags of one expression: 9日（木）　13時.
BETWEEN = " \u3000()（）"


def ja_timex(strip_blanks: bool) -> Reader:
    """Read dates with ja-timex, line by line, as they are or without the blanks beside digits."""
    import pendulum
    from ja_timex import TimexParser

    parser = TimexParser()

    def read(fixture: Fixture) -> Mentions:
        published = fixture.note["release"]["published"]
        parser.reference = pendulum.parse(published)
        found = []
        for at, line in lines(fixture):
            text, places = stripped(line) if strip_blanks else (line, list(range(len(line))))
            for start, end, *core in _dates(parser.parse(text), text, published):
                found.append(_mention(fixture, at + places[start], at + places[end - 1] + 1, *core))
        return {"dates": found}

    return read


def _dates(tags: Sequence[Any], line: str, published: str) -> Iterator[Date]:
    expressions = _joined([expression for tag in tags if (expression := _expression(tag))], line)
    for first, last in _ranges([expression for expression in expressions if expression.fields != NOTHING]):
        begin = _filled(first.fields, (*published.split("-"), None, None))
        if last is None:
            yield Date(first.start, first.end, _iso(begin), None, first.mod)
        else:
            end = _filled(last.fields, begin)
            yield Date(first.start, last.end, _iso(begin), _iso(end), first.mod or last.mod)


def _ranges(expressions: Sequence[Expression]) -> list[tuple[Expression, Expression | None]]:
    """Pair the two ends of each range; what is no end of one stands alone."""
    ranges: list[tuple[Expression, Expression | None]] = []
    for expression in expressions:
        first, last = ranges[-1] if ranges else (None, None)
        if first and first.opens and not last and expression.closes:
            ranges[-1] = (first, expression)
        else:
            ranges.append((expression, None))
    return ranges


def _expression(tag: Any) -> Expression | None:
    fields = _fields(tag)
    if fields is None or not tag.raw_text:
        return None
    start, end = tag.raw_span
    mod = None if tag.type == "DURATION" else MODIFIERS.get(tag.mod)
    return Expression(start, end, fields, mod, bool(tag.range_start), bool(tag.range_end))


def _fields(tag: Any) -> Fields | None:
    """Return what a tag tells of a moment; None where it tells of none."""
    if "weekday" in tag.parsed:
        return NOTHING
    if match := CALENDAR.fullmatch(tag.value):
        return (*(digits if digits.isdigit() else None for digits in match.groups()), None, None)
    if match := CLOCK.fullmatch(tag.value):
        return (None, None, None, match[1], match[2] if match[2].isdigit() else None)
    if (match := RELATIVE.fullmatch(tag.value)) and tag.mod:
        day = tag.to_datetime().strftime("%Y-%m-%d").split("-")
        return (*day[: "YMD".index(match[1]) + 1], *NOTHING)[:5]
    return None


def _joined(expressions: Sequence[Expression], line: str) -> list[Expression]:
    """Join what touches and goes on to something finer: a year and a month, a day, its weekday and an hour."""
    joined: list[Expression] = []
    for later in expressions:
        if joined and _goes_on(joined[-1], later, line):
            first = joined.pop()
            fields = tuple(a or b for a, b in zip(first.fields, later.fields, strict=True))
            later = Expression(first.start, later.end, fields, first.mod or later.mod, later.opens, first.closes)
        joined.append(later)
    return joined


def _goes_on(first: Expression, later: Expression, line: str) -> bool:
    finest = max((at for at, digits in enumerate(first.fields) if digits), default=-1)
    finer = not any(later.fields[: finest + 1])
    return finer and not line[first.end : later.start].strip(BETWEEN)


def _filled(fields: Fields, reference: Fields) -> Fields:
    """Fill what is missing above the finest part that is told."""
    finest = max(at for at, digits in enumerate(fields) if digits)
    return tuple(
        digits or (other if at < finest else None)
        for at, (digits, other) in enumerate(zip(fields, reference, strict=True))
    )


def _iso(fields: Fields) -> str:
    known = takewhile(bool, fields)
    moment = "".join(f"{mark}{digits}" for mark, digits in zip(("", "-", "-", "T", ":"), known, strict=False))
    return moment.removesuffix(":00")


def numexp(in_lines: re.Pattern[str] | None = None, strip_blanks: bool = False) -> Reader:
    """Read counts with pynormalizenumexp, line by line; where a pattern is given, in lines that it is found in.

    A count is every quantity whose unit counts people, records, accounts and the like.
    """
    from pynormalizenumexp.normalize_numexp import NormalizeNumexp

    normalizer = NormalizeNumexp("ja")
    units = _units()

    def read(fixture: Fixture) -> Mentions:
        found = []
        for at, line in lines(fixture):
            if in_lines and not in_lines.search(line):
                continue
            text, places = stripped(line) if strip_blanks else (line, list(range(len(line))))
            for quantity in normalizer.normalize(text):
                if quantity.type == "numerical" and quantity.counter in units:
                    start, last = quantity.position_start, quantity.position_end - 1
                    found.append(_mention(fixture, at + places[start], at + places[last] + 1, *_quantity(quantity)))
        return {"counts": found}

    return read


def _units() -> frozenset[str]:
    """Return the units of the extractor's own lexicon, but for つ, 回 and their like, which count anything."""
    kinds = [lists for kind, lists in entries("units").items() if kind != "other"]
    units = [unit for lists in kinds for unit in (*lists["words"], *lists["nouns"])]
    return frozenset(units) | {f"{unit}分" for unit in units}


def _quantity(quantity: Any) -> tuple[int, int | None, str]:
    """Return the value, the highest value of a range, and the bound."""
    low, high = quantity.value_lower_bound, quantity.value_upper_bound
    if low == -math.inf:
        return int(high), None, "under" if "未満" in quantity.original_expr else "at_most"
    if high == math.inf:
        return int(low), None, "over" if "超" in quantity.original_expr else "at_least"
    if low == high:
        return int(low), None, "exact"
    # What is said to be rough (約1,000件) comes as a range of three tenths to either side.
    if math.isclose(7 * high, 13 * low):
        return round((low + high) / 2), None, "approx"
    return int(low), int(high), "exact"


def ginza() -> Reader:
    """Read dates and counts with GiNZA's entities: places and labels, for it gives no values."""
    import spacy

    pipeline = spacy.load("ja_ginza")

    def read(fixture: Fixture) -> Mentions:
        document = pipeline(fixture.text[fixture.body :])
        entities = [(fixture.body + e.start_char, fixture.body + e.end_char, e.label_) for e in document.ents]
        return {
            "dates": _touching(fixture, [entity[:2] for entity in entities if _is_date(entity[2])]),
            "counts": [_mention(fixture, start, end) for start, end, label in entities if _is_count(label)],
        }

    return read


def _is_date(label: str) -> bool:
    # Not Period_Day and its like, which are lengths of time.
    return label in ("Date", "Time", "Day_Of_Week")


def _is_count(label: str) -> bool:
    return label.startswith(("N_", "Countx"))


def _touching(fixture: Fixture, spans: Sequence[tuple[int, int]]) -> list[Mention]:
    """Join the entities of one expression: 10月9日, （木）, 13時."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and not fixture.text[joined[-1][1] : start].strip(BETWEEN):
            start = joined.pop()[0]
        joined.append((start, end))
    return [_mention(fixture, start, end) for start, end in joined]
