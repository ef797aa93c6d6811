"""Why an input cannot be read."""

__all__ = ["ReadError"]


class ReadError(ValueError):
    """The input is no text that can be read; the message names the reason."""
