"""Extraction: the claims of territorial control that a text makes, with the words that make them."""

from whoheld.extract.explain import explain, lines
from whoheld.extract.extractor import Extraction, Extractor
from whoheld.extract.phrase import Toponyms

__all__ = ["Extraction", "Extractor", "Toponyms", "explain", "lines"]
