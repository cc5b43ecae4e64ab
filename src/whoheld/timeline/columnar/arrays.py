"""What the compiled fold works on: observations as columns, and a place's segments as arrays."""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.integer[Any]]
Flags = npt.NDArray[np.bool_]

NONE = -(1 << 30)
"""No day: an open start."""
NO_ONE = -1
"""No actor, or no side."""
NOBODY = -2
"""The account that the last holder has left; sorts before every actor, as the empty name does."""
HOLDS, SPLIT, LEFT_SAID = 0, 1, 2
HELD, CLAIMED, CONTESTED, DISPUTED, LEFT = 0, 1, 2, 3, 4
WHOLE, PART, AREA = 0, 1, 2
MOST_PARTIES = 64
"""Of one segment; a place where more actors fight than this is a fault of the data."""


class Seen(NamedTuple):
    """Observations by columns, see ``timeline.observations``; the order of the codes is that of the names they stand for."""

    says: Ints
    actor: Ints
    other: Ints
    start: Ints
    day: Ints
    seen: Ints
    known: Ints
    change: Flags
    firm: Flags
    partial: Flags
    area: Flags
    recap: Flags
    fresh: Flags
    voice: Ints
    side: Ints
    article: Ints
    offset: Ints
    claim: Ints


class Law(NamedTuple):
    """The rules: ``above[a]`` are the bodies that actor a is part of (padded with -1), ``side[a]`` its side."""

    above: Ints
    side: Ints
    window: int
    agree: int


class Segments(NamedTuple):
    """A place's segments; ``count[0]`` of them, then the first of the run that is being folded.

    ``ends`` holds the first and the last report, in ``Reports``, of each segment's backers (0, 1) and of those against (2, 3).
    """

    count: Ints
    status: Ints
    parties: Ints
    n_parties: Ints
    start: Ints
    day: Ints
    seen: Ints
    ends: Ints


class Reports(NamedTuple):
    """Chains of observations: which one, and the place of the next (-1 is the end). ``count[0]`` are in use."""

    which: Ints
    after: Ints
    count: Ints


class Here(NamedTuple):
    """All that the fold of one place has at hand."""

    obs: Seen
    law: Law
    segments: Segments
    reports: Reports
