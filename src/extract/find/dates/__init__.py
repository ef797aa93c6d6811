"""Date expressions, as the text gives them."""

from extract.find.dates.dates import find_dates

__all__ = ["find_dates"]
