"""What an analyst should look at: the findings held against themselves."""

from extract.resolve.checks.checks import check

__all__ = ["check"]
