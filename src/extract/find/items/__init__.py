"""Kinds of data that leaked, may have leaked, or did not."""

from extract.find.items.items import find_items

__all__ = ["find_items"]
