"""Numbers and dates as a reader writes them."""

from extract.record import Count, Date, Exposure
from extract.view.labels import label

__all__ = ["amount", "day", "how_many", "when"]


def amount(value: int, bound: str, most: int | None = None) -> str:
    """Return a number with its bound: 'about 1,200', '10–20'."""
    number = f"{value:,}" if most is None else f"{value:,}–{most:,}"
    return label(bound, "Bound").format(number)


def how_many(stated: Count | Exposure) -> str | None:
    """Return the number that is stated, or None for a vague one."""
    if stated.value is None or stated.bound is None:
        return None
    return amount(stated.value, stated.bound, stated.value_max)


def day(iso: str) -> str:
    """Return a day, month, year or time: '2031-04-02 13:15'."""
    return iso.replace("T", " ")


def when(date: Date) -> str:
    """Return a date or range with its modifier: 'early 2031-04', '2031-04 – 2031-06'."""
    written = day(date.start) if date.end is None else f"{day(date.start)} – {day(date.end)}"
    return label(date.modifier, "Modifier").format(written) if date.modifier else written
