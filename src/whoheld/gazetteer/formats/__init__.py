"""Readers of gazetteers that others publish, each from a file to entries; a row that cannot be used is told with its number."""

from whoheld.gazetteer.formats.row import BadRow

__all__ = ["BadRow"]
