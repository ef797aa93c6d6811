"""Headings and what stands under them."""

from extract.find.sections.headings import find_sections

__all__ = ["find_sections"]
