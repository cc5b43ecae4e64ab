"""What is told of a place: who held it, from when to when."""

import datetime as dt
from enum import StrEnum

from whoheld.model.frozen import Frozen
from whoheld.model.report import Extent


class Status(StrEnum):
    """What the reports, taken together, say of a place in an interval."""

    HELD = "held"
    CLAIMED = "claimed"
    CONTESTED = "contested"
    DISPUTED = "disputed"
    LEFT = "left"


class Control(Frozen):
    """One interval of one place: who held it, from when to when, according to which claims.

    Half-open. ``valid_from`` (inclusive) and ``valid_to`` (exclusive, None = open) bound the certain core; cores of one place
    never overlap. ``valid_from_earliest`` (None = open to the left) and ``valid_to_latest`` (exclusive) are the outer bounds;
    between outer bound and core the place is in transition.
    """

    place_id: str
    status: Status
    actor: str | None
    other_actors: tuple[str, ...] = ()
    extent: Extent = Extent.WHOLE
    valid_from: dt.date
    valid_to: dt.date | None
    valid_from_earliest: dt.date | None
    valid_to_latest: dt.date | None
    claims: tuple[str, ...]
    against: tuple[str, ...] = ()
    n_independent: int
    last_reported: dt.date
