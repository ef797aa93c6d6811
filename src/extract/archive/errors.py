"""Why a batch does not begin, or not end."""

__all__ = ["MissingError", "NoRecordsError", "NoWorkersError", "RefusedError"]


class MissingError(Exception):
    """A format needs a package that is not installed."""


class RefusedError(Exception):
    """The output cannot be begun, or not take its place; nothing that was there has been touched."""


class NoRecordsError(Exception):
    """What stands where an output should is none of ours."""


class NoWorkersError(Exception):
    """Worker processes cannot be started here."""
