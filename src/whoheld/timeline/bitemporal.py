"""What was known when: one place's intervals on every day on which something new was published about it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from whoheld.model import Control
from whoheld.timeline.disputes import Rules
from whoheld.timeline.independence import Reprints, one_voice
from whoheld.timeline.intervals import intervals
from whoheld.timeline.observations import Observation


class Known(NamedTuple):
    """An interval, and the days on which the published reports gave it: half-open, None is still known so."""

    control: Control
    known_from: dt.date
    known_to: dt.date | None


class Ledger(NamedTuple):
    """Everything that a fold at any known date needs.

    Attributes:
        observations: place id -> its observations.
        reprints: which articles are near-identical.
        retracted: article id -> the day (ordinal) from which it no longer counts.
        rules: of the policy.
        known_at: nothing published later is in it; None for everything.
    """

    observations: Mapping[str, Sequence[Observation]]
    reprints: Reprints
    retracted: Mapping[str, int]
    rules: Rules
    known_at: int | None

    def at(self, place: str, known_at: int | None) -> list[Control]:
        """The intervals of a place as known on a day (None: with everything known)."""
        known = [seen for seen in self.observations[place] if self._counts(seen, known_at)]
        return intervals(one_voice(known, self.reprints), self.rules)

    def counted(self) -> Iterable[tuple[str, Observation]]:
        """Every observation that counts at the known date, with its place."""
        for place, seen in self.observations.items():
            yield from ((place, report) for report in seen if self._counts(report, self.known_at))

    def _counts(self, seen: Observation, known_at: int | None) -> bool:
        if known_at is None:
            return seen.article not in self.retracted
        return seen.known <= known_at < self.retracted.get(seen.article, known_at + 1)

    def runs(self, place: str) -> list[Known]:
        """The intervals of a place over the days on which they were known, sorted by known, then valid time."""
        found: list[Known] = []
        since: dict[Control, int] = {}
        for day in self._news(place):
            now = self.at(place, day)
            standing = set(now)
            ended = [control for control in since if control not in standing]
            found += [_known(control, since.pop(control), day) for control in ended]
            for control in now:
                since.setdefault(control, day)
        found += [_known(control, first, None) for control, first in since.items()]
        return sorted(found, key=lambda known: (known.known_from, known.control.valid_from, known.control.claims))

    def _news(self, place: str) -> list[int]:
        """The days on which what is known of a place may change."""
        seen = self.observations[place]
        days = {report.known for report in seen} | {self.retracted[r.article] for r in seen if r.article in self.retracted}
        return sorted(day for day in days if self.known_at is None or day <= self.known_at)


def _known(control: Control, first: int, last: int | None) -> Known:
    return Known(control, dt.date.fromordinal(first), None if last is None else dt.date.fromordinal(last))
