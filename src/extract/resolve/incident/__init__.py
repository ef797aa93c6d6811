"""The incident as a whole."""

from extract.resolve.incident.incident import resolve_incident

__all__ = ["resolve_incident"]
