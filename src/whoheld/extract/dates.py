"""Dates in prose."""

import datetime as dt
from typing import NamedTuple

from whoheld.extract.bind import Frame
from whoheld.extract.line import Line
from whoheld.interval import Bounds
from whoheld.lang import Pack


class Dated(NamedTuple):
    """A date expression: its units, its code points, and the days that it means."""

    first: int
    last: int
    start: int
    end: int
    earliest: dt.date | None
    latest: dt.date | None


class Calendar:
    """Reads the date expressions of one language."""

    def __init__(self, language: Pack) -> None:
        self._dates = language.dates

    def find(self, line: Line, published: Bounds) -> list[Dated]:
        """The date expressions of a line."""
        return []


def choose(dated: list[Dated], line: Line, frame: Frame) -> Dated | None:
    """The date that belongs to a frame."""
    return None
