"""A segment: what the reports say of one place from some day on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from whoheld.model import Status
from whoheld.timeline.observations import Observation
from whoheld.timeline.voices import Sides


@dataclass(slots=True)
class Segment:
    """What the reports say of a place from some day on; it ends where the next begins.

    Attributes:
        status: ``held`` stands for ``claimed`` too; which of them it is depends on all its backers.
        parties: the holder; those who fight; those whose accounts contradict each other; those who left.
        start: the first day on which it may have begun, None is open; ``day`` is the last such day.
        backers, against: the observations that bear it out, and that contradict it.
        seen: the last day on which it certainly was so, if only its own backers are asked.
    """

    status: Status
    parties: tuple[str, ...]
    start: int | None
    day: int
    backers: list[Observation] = field(default_factory=list)
    against: list[Observation] = field(default_factory=list)
    seen: int = 0

    def back(self, seen: Observation) -> None:
        """Add an observation that sees the place so."""
        self.backers.append(seen)
        self.seen = max(self.seen, seen.seen)

    def begin_by(self, change: Observation) -> None:
        """Begin no earlier than a change that is told of a segment which was seen before."""
        if change.change and change.start is not None and (self.start or 0) < change.start <= self.day:
            self.start = change.start

    def agree(self, seen: Observation) -> None:
        """Add an observation that fits, without seeing the place so on its day (the loser's loss, say)."""
        self.backers.append(seen)


def with_parties(parties: Sequence[str], names: Iterable[str | None], sides: Sides) -> tuple[str, ...]:
    """Parties joined by others, sorted; a body and a part of it are one party."""
    joined = list(parties)
    for name in names:
        if name and not any(sides.kin(name, party) for party in joined):
            joined.append(name)
    return tuple(sorted(joined))
