"""Whose data, how many, which items, how sure."""

from extract.resolve.groups.exposures import resolve_exposures

__all__ = ["resolve_exposures"]
