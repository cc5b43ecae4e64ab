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


SEEN = np.dtype(
    [
        *((name, np.int64) for name in ("article", "claim")),
        *((name, np.int32) for name in ("actor", "other", "start", "day", "seen", "known", "voice", "side", "offset")),
        ("says", np.int8),
        *((name, np.bool_) for name in ("change", "firm", "partial", "area", "recap", "fresh")),
    ],
    align=True,
)
"""An observation, see ``timeline.observations``; the order of the codes is that of the names they stand for.

One array of records, not one a column: what is handed from function to function stays small, and a report's facts lie together.
"""

SEGMENT = np.dtype([("status", np.int8), *((name, np.int32) for name in ("n_parties", "start", "day", "seen"))], align=True)

Seen = npt.NDArray[Any]
"""Records of ``SEEN``."""


class Law(NamedTuple):
    """The rules: ``above[a]`` are the bodies that actor a is part of (padded with -1), ``side[a]`` its side."""

    above: Ints
    side: Ints
    window: int
    agree: int


class Segments(NamedTuple):
    """A place's segments, records of ``SEGMENT``; ``used[0]`` of them, of which ``used[1]`` were there before this fold.

    ``ends`` holds the first and the last report, in ``Reports``, of each segment's backers (0, 1) and of those against (2, 3).
    """

    used: Ints
    rows: npt.NDArray[Any]
    parties: Ints
    ends: Ints


class Reports(NamedTuple):
    """Chains of observations: which one, and the place of the next (-1 is the end). ``used[0]`` are in use."""

    which: Ints
    after: Ints
    used: Ints


class Here(NamedTuple):
    """All that the fold of one place has at hand."""

    obs: Seen
    law: Law
    segments: Segments
    reports: Reports
