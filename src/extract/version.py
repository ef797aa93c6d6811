"""The extractor's version, as it stands in every record."""

VERSION = "0.1.0"
