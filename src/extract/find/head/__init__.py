"""The masthead: who publishes what, and when."""

from extract.find.head.masthead import find_masthead

__all__ = ["find_masthead"]
