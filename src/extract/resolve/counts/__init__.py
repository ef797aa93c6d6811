"""The incident's impact apart from everything else that is counted."""

from extract.resolve.counts.impact import resolve_counts

__all__ = ["resolve_counts"]
