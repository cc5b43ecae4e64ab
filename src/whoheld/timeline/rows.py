"""What the fold works on: rows of whole numbers, their columns by number, and the codes that stand in them.

The fold is plain Python over such columns: lists where there are few, arrays and compiled by numba (extra ``fast``) where there
are many; see ``compiling``. Hence only loops, numbers and lists. ``obs[seen + DAY]`` is the day of the observation at ``seen``.
"""

from typing import NamedTuple

REPORT, SEGMENT, LINK, PLACE_WIDTH = 16, 12, 3, 4
"""Numbers of an observation, of a segment, of a link, of a place."""
ACTOR, OTHER, START, DAY, SEEN, KNOWN, VOICE, SIDE, SAYS, CHANGE, FIRM, EXTENT, TELLING, ARTICLE, OFFSET, CLAIM = range(REPORT)
"""Columns of an observation, see ``timeline.observations``; actors, voices and sides are codes in the order of their names.

ARTICLE is filled in only where articles are compared: among observations of one day.
"""
STATUS, EARLIEST, SINCE, LAST_SEEN, PARTIES, N_PARTIES, BACKERS, BACKERS_END, AGAINST, AGAINST_END, PLACE, AREA = range(SEGMENT)
"""Columns of a segment. It may have begun on any day from EARLIEST to SINCE, and was certainly so on LAST_SEEN.

PARTIES is where its parties begin in the pool: the holder; those who fight; those whose accounts differ; those who left.
BACKERS and AGAINST are the first links of its chains of reports, and in the end how many reports they are.
"""
BEGIN, UPTO, AFTER = range(LINK)
"""Columns of a link of a chain: from which observation up to which, and the next link."""
FIRST, OWN, RECAPS, END = range(PLACE_WIDTH)
"""Of a place: where its observations begin: those of its surroundings, its own, its recaps; and the end."""

NONE = -(1 << 30)
"""No day: an open start."""
NO_ONE = -1
"""No actor, no side, no link."""
NOBODY = -2
"""The account that the last holder has left; sorts before every actor."""
HOLDS, SPLIT, LEFT_SAID = 0, 1, 2
WHOLE, PART, SURROUNDINGS = 0, 1, 2
NEWS, PAST, RECAP = 0, 1, 2
"""How an observation is told: as news; as background with its days; as background without, which starts and ends nothing."""
HELD, CLAIMED, CONTESTED, DISPUTED, LEFT = 0, 1, 2, 3, 4

HEAD = 2
"""Numbers at the beginning of a column that grows, which only the compiled fold reads."""
MOST_ABOVE = 8
"""Bodies that an actor may be part of, one within the other."""

Column = list[int]
"""Whole numbers; compiled, an array. Of rows they stand one row after the other, and a row is named by where it begins."""


class Here(NamedTuple):
    """All that the fold has at hand.

    Attributes:
        obs: the observations, by place, surroundings and recaps apart, then day and publication.
        above: of each actor the bodies that it is part of, then -1; ``sides``: its side.
        window: days within which reports contradict each other; ``agree``: independent voices that settle a dispute.
        segments: room for one more than there are observations; ``size``: how many there are, and how many before this fold.
        pool: the parties of all segments, one after the other; ``links``: of the chains of segments. Both grow by ``put``.
    """

    obs: Column
    above: Column
    sides: Column
    window: int
    agree: int
    segments: Column
    size: Column
    pool: Column
    links: Column


def lent(column: Column) -> Column:
    """The same numbers, that somebody else keeps: compiled, only where they lie is handed on from call to call."""
    return column


def nothing() -> list[int]:
    """An empty list, of which the compiler can tell what it will hold."""
    return [number for number in range(0)]  # noqa: C416 - numba knows no list(range)


def put(column: Column, value: int) -> None:
    """Append a number to a column that grows: compiled, an array with room, of which its head tells."""
    column.append(value)


def count(column: Column) -> int:
    """How many numbers a column that grows holds, its head included."""
    return len(column)


def cut(column: Column, size: int) -> None:
    """Take from a column that grows all but its first numbers."""
    del column[size:]
