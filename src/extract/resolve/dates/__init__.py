"""Dates by the calendar, and what each is the date of."""

from extract.resolve.dates.calendar import resolve_dates
from extract.resolve.dates.roles import resolve_roles

__all__ = ["resolve_dates", "resolve_roles"]
