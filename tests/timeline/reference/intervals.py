"""From a place's observations to its ``Control`` intervals: certain cores, outer bounds, and what supports them.

The surroundings of a place are folded apart, and are shown only until something is said of the place itself. Undated background
joins an interval that others have dated, or none.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import pairwise, zip_longest

from reference.disputes import NOBODY, is_independent
from reference.fold import fold
from reference.segments import Segment
from whoheld.model import Control, Extent, Status
from whoheld.timeline.observations import Observation, Says
from whoheld.timeline.voices import Rules


def intervals(observations: Iterable[Observation], rules: Rules) -> list[Control]:
    """The intervals of one place, sorted, their cores disjoint."""
    every = list(observations)
    dated = [seen for seen in every if not seen.recap]
    segments = fold((seen for seen in dated if not seen.area), rules)
    around = fold((seen for seen in dated if seen.area), rules)
    if segments:
        around = [segment for segment in around if segment.day < segments[0].day]
    segments = [*around, *segments]
    for recap in (seen for seen in every if seen.recap):
        _support(recap, segments, rules)
    return [_control(segment, after, rules) for segment, after in zip_longest(segments, segments[1:])]


def _support(recap: Observation, segments: Sequence[Segment], rules: Rules) -> None:
    """Let background join the last interval before its publication that it can speak of."""
    fitting = [
        segment
        for before, segment in pairwise([None, *segments])
        if segment and segment.day <= recap.known and _speaks_of(recap, segment, before, rules)
    ]
    if fitting:
        fitting[-1].agree(recap)


def _speaks_of(recap: Observation, segment: Segment, before: Segment | None, rules: Rules) -> bool:
    named = any(rules.sides.kin(party, recap.actor) for party in segment.parties)
    match recap.says, segment.status:
        case (Says.HOLDS, Status.HELD) | (Says.SPLIT, Status.CONTESTED) | (Says.LEFT, Status.LEFT):
            return named
        case Says.LEFT, Status.HELD:
            lost = before is not None and before.status is Status.HELD and rules.sides.kin(before.parties[0], recap.actor)
            return lost and not named
        case _:
            return False


def _control(segment: Segment, after: Segment | None, rules: Rules) -> Control:
    status = _status(segment, rules)
    holder = segment.parties[0] if segment.status is Status.HELD else None
    claims = {backer.claim for backer in segment.backers}
    last = after.day if after else None
    return Control(
        place_id=segment.backers[0].place,
        status=status,
        actor=holder,
        other_actors=() if holder else tuple(party for party in segment.parties if party != NOBODY),
        extent=_extent(segment),
        valid_from=dt.date.fromordinal(segment.day),
        valid_to=_date(_certain_end(segment, after)),
        valid_from_earliest=_date(segment.start),
        valid_to_latest=_date(last),
        claims=tuple(sorted(claims)),
        against=tuple(sorted({report.claim for report in segment.against} - claims)),
        n_independent=len({backer.voice for backer in segment.backers}),
        last_reported=dt.date.fromordinal(max(seen.known if seen.fresh else seen.day for seen in _reports(segment))),
    )


def _certain_end(segment: Segment, after: Segment | None) -> int | None:
    """The first day on which the next segment may have begun, but never before this one's core."""
    if after is None:
        return None
    return max(segment.day, min(after.day, segment.seen + 1 if after.start is None else after.start))


def _reports(segment: Segment) -> list[Observation]:
    """What reports the state itself; a recap years later is no report that it lasts."""
    return [backer for backer in segment.backers if not backer.recap]


def _status(segment: Segment, rules: Rules) -> Status:
    if segment.status is not Status.HELD:
        return segment.status
    independent = any(is_independent(backer, segment.parties[0], rules) for backer in segment.backers)
    return Status.HELD if independent else Status.CLAIMED


def _extent(segment: Segment) -> Extent:
    if segment.backers[0].area:
        return Extent.AREA
    return Extent.PART if all(backer.partial or backer.recap for backer in segment.backers) else Extent.WHOLE


def _date(day: int | None) -> dt.date | None:
    return None if day is None else dt.date.fromordinal(day)
