"""Extraction: the claims of territorial control that a text makes, with the words that make them.

A text is read upwards through the packages: ``words``, ``phrases``, ``places``, ``parties``, ``sentence``; ``bind`` and
``dates``; ``saying``, ``marks``, ``discourse``, ``revision``. ``extractor`` walks them, a ``finding`` is a trigger as it was
read, and ``write`` makes claims of it.
"""

from whoheld.extract.explain import explain, lines
from whoheld.extract.extractor import Extraction, Extractor
from whoheld.extract.phrases.phrase import Toponyms

__all__ = ["Extraction", "Extractor", "Toponyms", "explain", "lines"]
