"""The fold of one place: its observations, in the order of their days, become a run of segments.

An observation either bears out the current segment, stands against it, or
begins the next.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, zip_longest

from reference.disputes import NOBODY, account, contradicts, is_fought, is_independent, recent, splits, too_weak, winner
from reference.segments import Segment, with_parties
from reference.sharpen import sharpened
from whoheld.model import Status
from whoheld.timeline.observations import Observation, Says
from whoheld.timeline.voices import Rules

_STATUS = {Says.HOLDS: Status.HELD, Says.SPLIT: Status.CONTESTED, Says.LEFT: Status.LEFT}


def fold(observations: Iterable[Observation], rules: Rules) -> list[Segment]:
    """The segments of one place in time; the order of its observations does not matter."""
    place = _Place(rules)
    days = sorted(sharpened(observations, rules.sides), key=_reported)
    for _, group in groupby(days, key=_reported):
        reports = place.in_order(group)
        for seen, after in zip_longest(reports, reports[1:]):
            place.take(seen, more=after is not None and not after.change and after.says is Says.HOLDS)
    return place.segments


def _reported(seen: Observation) -> tuple[int, int]:
    return (seen.day, seen.known)


class _Place:
    """The segments so far, and how the next observation joins them."""

    def __init__(self, rules: Rules) -> None:
        self.segments: list[Segment] = []
        self._rules = rules
        self._kin = rules.sides.kin

    def in_order(self, group: Iterable[Observation]) -> list[Observation]:
        """Observations of one day, published on one day, as they must have followed each other.

        What was seen comes before what changed. Of looks, those come first that bear out what stands, then those at the holder
        whom most voices see, and fights last. Of changes, who held the place can only retake it after another has taken it.
        """
        reports = list(group)
        looks = {(seen.actor, seen.voice) for seen in reports if not seen.change and seen.says is Says.HOLDS}
        voices = Counter(actor for actor, _ in looks)

        def order(seen: Observation) -> tuple[object, ...]:
            stays = self._stays(seen)
            where = (seen.other is not None, seen.article, seen.offset, seen.claim, seen.actor)
            if seen.change:
                return (True, seen.says, stays and seen.says is not Says.SPLIT, *where)
            votes = len(reports) + 1 if stays else voices[seen.actor] if seen.says is Says.HOLDS else 0
            return (False, -votes, seen.says, seen.actor, seen.voice, *where)

        return sorted(reports, key=order)

    def _stays(self, seen: Observation) -> bool:
        """Whether an observation names the holder of the place, or a fight where one is on."""
        current = self.segments[-1] if self.segments else None
        if current and current.status is Status.HELD:
            return seen.says is not Says.SPLIT and self._kin(seen.actor, current.parties[0])
        return bool(current) and current.status is Status.CONTESTED and seen.says is Says.SPLIT

    def take(self, seen: Observation, *, more: bool) -> None:
        """Let one observation bear out the current segment, stand against it, or begin the next.

        Args:
            seen: the observation.
            more: other looks of its day at who holds the place follow.
        """
        if not self.segments:
            if seen.firm or seen.says is not Says.LEFT:
                self._begin(seen)
            return
        current = self.segments[-1]
        match current.status:
            case Status.HELD:
                self._on_held(current, seen)
            case Status.CONTESTED:
                self._on_contested(current, seen)
            case Status.LEFT:
                self._on_left(current, seen)
            case _:
                self._on_disputed(current, seen, more=more)

    def _on_held(self, held: Segment, seen: Observation) -> None:
        own = self._kin(held.parties[0], seen.actor)
        if own and seen.says is Says.HOLDS:
            self._confirm(held, seen)
        elif (seen.says is Says.LEFT and not own) or self._part_borne_out(held.parties[0], seen):
            held.agree(seen)
        elif too_weak(held, seen, self._rules):
            held.against.append(seen)
        elif seen.says is not Says.HOLDS:
            self._begin(seen, beside=held.parties)
        elif splits(held, seen):
            self._split(held, seen)
        elif contradicts(held, self._before(), seen, self._rules):
            self._dispute(held, seen, held.parties[0], seen.actor)
        else:
            self._begin(seen)

    def _part_borne_out(self, holder: str, seen: Observation) -> bool:
        """Whether of a part only is told what the whole place's holder has: by himself or his side, or lost by another."""
        from_him = seen.other is not None and self._kin(holder, seen.other)
        if not (seen.partial and seen.actor):
            return seen.partial and seen.other is not None and not from_him
        allied = self._rules.sides.side(holder) == self._rules.sides.side(seen.actor)
        return self._kin(holder, seen.actor) or (allied and not from_him)

    def _split(self, held: Segment, seen: Observation) -> None:
        """One voice sees two holders on one day: a fight. Whom only looks of that day see there, had not held it before."""
        if any(backer.change or _reported(backer) != _reported(seen) for backer in held.backers):
            self._append(Status.CONTESTED, held.parties, seen)
            return
        before = self._before()
        if before and before.status is Status.CONTESTED:
            self.segments.pop()
            before.backers += held.backers
            before.against += held.against
            before.parties = with_parties(before.parties, held.parties, self._rules.sides)
        else:
            held.status, held.start, before = Status.CONTESTED, held.day, held
        before.back(seen)
        before.parties = self._with(before.parties, seen)

    def _confirm(self, held: Segment, seen: Observation) -> None:
        """The holder holds it: the same segment, unless a better voice than all before says that the change came later."""
        holder = held.parties[0]
        later = seen.change and seen.start is not None and seen.start > held.day
        better = is_independent(seen, holder, self._rules)
        if later and better and not any(is_independent(backer, holder, self._rules) for backer in held.backers):
            self._begin(seen)
        else:
            held.back(seen)
            held.begin_by(seen)

    def _on_contested(self, contested: Segment, seen: Observation) -> None:
        involved = any(self._kin(party, seen.actor) for party in contested.parties)
        if seen.says is Says.SPLIT:
            contested.back(seen)
            contested.parties = self._with(contested.parties, seen)
        elif seen.says is Says.LEFT and not involved:
            contested.agree(seen)
        elif too_weak(contested, seen, self._rules) or is_fought(contested, seen):
            contested.against.append(seen)
        else:
            self._begin(seen)

    def _on_left(self, left: Segment, seen: Observation) -> None:
        returned = any(self._kin(party, seen.actor) for party in left.parties)
        if seen.says is Says.LEFT:
            left.back(seen)
            if seen.firm:
                left.begin_by(seen)
            left.parties = self._with(left.parties, seen)
        elif returned and too_weak(left, seen, self._rules):
            left.against.append(seen)
        elif returned and seen.says is Says.HOLDS and contradicts(left, self._before(), seen, self._rules):
            self._dispute(left, seen, NOBODY, seen.actor)
        elif not returned and seen.change and seen.start is not None and seen.start <= left.day:
            self._explain(left, seen)
        else:
            self._begin(seen)

    def _on_disputed(self, disputed: Segment, seen: Observation, *, more: bool) -> None:
        settled = None if more else winner(disputed.parties, [*disputed.backers, seen], self._rules)
        if seen.says is Says.SPLIT:
            self._begin(seen, beside=disputed.parties)
        elif settled is not None:
            self._settle(disputed, seen, settled)
        elif seen.says is Says.HOLDS and seen.start is not None and seen.start > max(report.day for report in disputed.backers):
            self._begin(seen)
        else:
            disputed.back(seen)
            if seen.firm and seen.says is Says.HOLDS:
                disputed.parties = with_parties(disputed.parties, (seen.actor,), self._rules.sides)

    def _dispute(self, current: Segment, seen: Observation, known: str, other: str) -> None:
        """Two accounts: disputed from the change that is denied, or, of an older or agreed state, from the contradiction on."""
        words = recent(current, seen, self._rules)
        settled = winner((known, other), [*words, seen], self._rules)
        parties = tuple(sorted((known, other)))
        denied = current.day >= seen.day - self._rules.window_days and all(b.voice != seen.voice for b in current.backers)
        if settled == known:
            current.against.append(seen)
        elif settled == other:
            self._begin(seen)
            self.segments[-1].against += words
        elif denied:
            current.status, current.parties = Status.DISPUTED, parties
            current.backers, current.against = [*current.backers, *current.against], []
            current.back(seen)
        else:
            segment = Segment(Status.DISPUTED, parties, self._start(seen), seen.day, [*words, seen], seen=seen.seen)
            self.segments.append(segment)

    def _settle(self, disputed: Segment, seen: Observation, party: str) -> None:
        """End a dispute on the day of the report that settles it."""
        sides: tuple[list[Observation], list[Observation]] = ([], [])
        for report in disputed.backers:
            sides[account(report, disputed.parties, self._rules) == party].append(report)
        others, agreeing = sides
        status = Status.HELD if party != NOBODY else Status.LEFT
        parties = (party,) if party != NOBODY else tuple(name for name in disputed.parties if name != NOBODY)
        against = [*disputed.against, *others]
        self.segments.append(Segment(status, parties, self._start(seen), seen.day, [*agreeing, seen], against, seen.seen))

    def _explain(self, left: Segment, gain: Observation) -> None:
        """One left and another came within the same days: it is one change of hands."""
        self.segments.pop()
        self._begin(gain)
        self.segments[-1].backers += left.backers
        self.segments[-1].against += left.against

    def _begin(self, seen: Observation, beside: Sequence[str] = ()) -> None:
        self._append(_STATUS[seen.says], beside if seen.says is Says.SPLIT else (), seen)

    def _append(self, status: Status, beside: Sequence[str], seen: Observation) -> None:
        parties = self._with([party for party in beside if party != NOBODY], seen)
        if status is not Status.CONTESTED:
            parties = (seen.actor,)
        self.segments.append(Segment(status, parties, self._start(seen), seen.day, [seen], seen=seen.seen))

    def _start(self, seen: Observation) -> int | None:
        """The first day on which what is seen may have begun: after what went before had begun, and was last seen."""
        if not self.segments:
            return seen.start
        before = self.segments[-1]
        floor = max(before.seen + 1, before.start or 0)
        return min(seen.day, floor if seen.start is None else max(seen.start, floor))

    def _before(self) -> Segment | None:
        return self.segments[-2] if len(self.segments) > 1 else None

    def _with(self, parties: Sequence[str], seen: Observation) -> tuple[str, ...]:
        return with_parties(parties, (seen.actor, seen.other), self._rules.sides)
