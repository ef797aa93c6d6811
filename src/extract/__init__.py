"""Reads Japanese press releases about data breaches and turns each into a structured record."""
