"""Quantities with their units and bounds."""

from extract.find.counts.counts import find_counts

__all__ = ["find_counts"]
