"""A record for the eye: a release with its evidence marked, as a page and on a terminal."""
