"""When reports contradict each other, and what settles it."""

from collections.abc import Iterable, Sequence

from reference.segments import Segment
from whoheld.timeline.observations import Observation, Says
from whoheld.timeline.voices import Rules

NOBODY = ""
"""A party to a dispute: the account that the last holder has left."""


def last_words(reports: Iterable[Observation]) -> list[Observation]:
    """The last firm report of each voice: who has since said otherwise no longer says so."""
    firm = sorted((report for report in reports if report.firm), key=_reported)
    return list({report.voice: report for report in firm}.values())


def recent(current: Segment, seen: Observation, rules: Rules) -> list[Observation]:
    """The last words on a segment, for it and against it, that are no older than the window."""
    return last_words(report for report in (*current.backers, *current.against) if seen.day - report.day <= rules.window_days)


def opponents(current: Segment, seen: Observation, rules: Rules) -> list[Observation]:
    """Those who said just before, and in another voice, what an observation would end."""
    return [report for report in recent(current, seen, rules) if report.voice != seen.voice and report not in current.against]


def too_weak(current: Segment, seen: Observation, rules: Rules) -> bool:
    """Whether hedged words end nothing: a loss never does, a state or a fight not against a firm recent report.

    A hedged gain is told as a claim of its own.
    """
    if seen.firm or (seen.says is Says.HOLDS and seen.change):
        return False
    return seen.says is Says.LEFT or bool(opponents(current, seen, rules))


def contradicts(current: Segment, before: Segment | None, seen: Observation, rules: Rules) -> bool:
    """Whether an observation cannot be what came next: it tells no change, and another voice saw it otherwise just before."""
    if not seen.firm:
        return False
    against = opponents(current, seen, rules)
    if not seen.change:
        return bool(against)
    regained = before is not None and before.status == "held" and rules.sides.kin(before.parties[0], seen.actor)
    follows = regained or seen.other in current.parties
    return any(_same_day(other, seen) and not (other.change and (follows or other.article == seen.article)) for other in against)


def splits(current: Segment, seen: Observation) -> bool:
    """Whether one voice sees two holders on one day."""
    return not seen.change and any(
        backer.voice == seen.voice and not backer.change and _same_day(backer, seen) for backer in current.backers
    )


def _same_day(one: Observation, other: Observation) -> bool:
    return _reported(one) == _reported(other)


def _reported(seen: Observation) -> tuple[int, int]:
    return (seen.day, seen.known)


def account(seen: Observation, parties: Sequence[str], rules: Rules) -> str | None:
    """The party whose account an observation bears out; None where it speaks for none of them."""
    if seen.says is Says.HOLDS:
        return next((party for party in parties if party and rules.sides.kin(party, seen.actor)), None)
    others = [party for party in parties if not (party and rules.sides.kin(party, seen.actor))]
    return others[0] if seen.says is Says.LEFT and len(others) == 1 else None


def winner(parties: Sequence[str], reports: Sequence[Observation], rules: Rules) -> str | None:
    """The party that a dispute is settled for: alone borne out by enough independent voices, or admitted by all the others.

    Where several have been borne out by enough, the voices within the window decide.
    """
    words = last_words(reports)
    newest = max((report.day for report in words), default=0)
    for pool in (words, [report for report in words if newest - report.day <= rules.window_days]):
        accounts = [account(report, parties, rules) for report in pool]
        agreed = [party for party in parties if accounts.count(party) >= rules.agree_sources]
        if len(agreed) == 1:
            return agreed[0]
    admitted = [party for party in parties if _admitted(party, parties, words, rules)]
    return admitted[0] if len(admitted) == 1 else None


def _admitted(party: str, parties: Sequence[str], reports: Sequence[Observation], rules: Rules) -> bool:
    """Whether the own side of every other party says that this one is right."""
    others = [other for other in parties if other not in (party, NOBODY)]
    return bool(others) and all(any(_admits(report, other, party, rules) for report in reports) for other in others)


def _admits(report: Observation, loser: str, party: str, rules: Rules) -> bool:
    if report.side != rules.sides.side(loser):
        return False
    if report.says is Says.LEFT:
        return rules.sides.kin(report.actor, loser)
    return report.says is Says.HOLDS and party != NOBODY and rules.sides.kin(report.actor, party)


def is_independent(seen: Observation, holder: str, rules: Rules) -> bool:
    """Whether it is more than the holder's own word or hearsay."""
    return seen.firm and seen.side != rules.sides.side(holder)


def is_fought(contested: Segment, seen: Observation) -> bool:
    """Whether a look at who holds the place is of a day on which the fight, or by the same voice two holders, were seen."""
    day = (seen.day, seen.known)
    that_day = [backer for backer in contested.backers if (backer.day, backer.known) == day]
    return not seen.change and any(backer.says is Says.SPLIT or backer.voice == seen.voice for backer in that_day)
