"""The fold of places: each one's observations, in the order of their days, become a run of segments."""

from typing import Any

import numpy as np

from whoheld.timeline.disputes import has_independent, is_independent, same_day
from whoheld.timeline.rows import (
    ACTOR,
    AGAINST,
    AREA,
    BACKERS,
    CHANGE,
    CONTESTED,
    END,
    FIRST,
    HEAD,
    HELD,
    HOLDS,
    KNOWN,
    LAST_SEEN,
    LEFT,
    LEFT_SAID,
    NO_ONE,
    OWN,
    PLACE,
    PLACE_WIDTH,
    RECAPS,
    REPORT,
    SAYS,
    SEEN,
    SEGMENT,
    SINCE,
    SPLIT,
    START,
    STATUS,
    VOICE,
    Column,
    Here,
    cut,
    lent,
)
from whoheld.timeline.segments import add, add_one, begin_by, emit, holder, involves, kin
from whoheld.timeline.turns import take


def walk(  # noqa: PLR0913, PLR0917 - what the compiler hands over singly
    obs: Column,
    places: Column,
    above: Column,
    sides: Column,
    window: int,
    agree: int,
    segments: Column,
    size: Column,
    pool: Column,
    links: Column,
) -> tuple[Any, Any]:
    """Fold every place.

    ``size`` is two zeros, in the end where the segments end; see ``Here`` for the others.

    Returns:
        segment by segment, the runs of observations for it and against it, each as where it begins and ends;
        each list after two numbers that say nothing (the compiler wants to know what it holds).
    """
    here = Here(lent(obs), lent(above), lent(sides), window, agree, lent(segments), lent(size), lent(pool), lent(links))
    backed, opposed = [NO_ONE, NO_ONE], [NO_ONE, NO_ONE]
    for place in range(0, len(places), PLACE_WIDTH):
        first = here.size[0]
        cut(here.links, HEAD)
        fold(here, places[place + FIRST], places[place + OWN])
        around = here.size[0]
        fold(here, places[place + OWN], places[place + RECAPS])
        keep_early(here, first, around)
        for recap in range(places[place + RECAPS], places[place + END], REPORT):
            support(here, first, recap)
        for at in range(first, here.size[0], SEGMENT):
            segments[at + PLACE] = place // PLACE_WIDTH
            segments[at + BACKERS] = emit(here, segments[at + BACKERS], backed)
            segments[at + AGAINST] = emit(here, segments[at + AGAINST], opposed)
    return np.array(backed), np.array(opposed)


def keep_early(here: Here, first: int, around: int) -> None:
    """Drop what is said of a place's surroundings once something is said of the place itself."""
    kept = around
    while here.size[0] > around and kept > first and here.segments[kept - SEGMENT + SINCE] >= here.segments[around + SINCE]:
        kept -= SEGMENT
    for at in range(first, kept, SEGMENT):
        here.segments[at + AREA] = 1
    if kept < around:
        for at in range(around, here.size[0]):
            here.segments[kept + at - around] = here.segments[at]
        here.size[0] -= around - kept


def support(here: Here, first: int, recap: int) -> None:
    """Let undated background join the segment that it can speak of."""
    at = supported(here, first, first, recap)
    if at != NO_ONE:
        add_one(here, at, BACKERS, recap)


def supported(here: Here, first: int, least: int, recap: int) -> int:
    """The last segment before the publication of background that it can speak of, no earlier than one; -1 where there is none."""
    for at in range(here.size[0] - SEGMENT, least - 1, -SEGMENT):
        if here.segments[at + SINCE] <= here.obs[recap + KNOWN] and speaks_of(here, first, at, recap):
            return at
    return NO_ONE


def speaks_of(here: Here, first: int, at: int, recap: int) -> bool:
    """Whether background can speak of a segment: of its parties, or of who lost the place by it."""
    status, says = here.segments[at + STATUS], here.obs[recap + SAYS]
    named = involves(here, at, here.obs[recap + ACTOR])
    if (says == HOLDS and status == HELD) or (says == SPLIT and status == CONTESTED) or (says == LEFT_SAID and status == LEFT):
        return named
    if says != LEFT_SAID or status != HELD or named or at == first:
        return False
    return here.segments[at - SEGMENT + STATUS] == HELD and kin(here.above, holder(here, at - SEGMENT), here.obs[recap + ACTOR])


def fold(here: Here, first: int, last: int) -> None:
    """Fold observations from one position up to another into segments after those that are there."""
    here.size[1] = here.size[0]
    while first < last:
        first = step(here, first, last)


def step(here: Here, first: int, last: int) -> int:
    """Fold confirmations and the observations of the day after them; returns where these end."""
    first = confirmations(here, first, last)
    upto = min(first + REPORT, last)
    while upto < last and same_day(here, first, upto):
        upto += REPORT
    if upto - first == REPORT:  # the usual case, without a list
        take(here, first, False)
    else:
        days = in_order(here, first, upto)
        for k in range(len(days)):
            take(here, days[k], k + 1 < len(days) and sees_holder(here, days[k + 1]))
    return upto


def confirmations(here: Here, first: int, last: int) -> int:
    """Let observations that only bear out who holds the place join its segment; returns where they end, after whole days."""
    held = here.size[0] - SEGMENT
    if here.size[0] == here.size[1] or here.segments[held + STATUS] != HELD:
        return first
    obs, by, since = here.obs, holder(here, held), here.segments[held + SINCE]
    settled, at = has_independent(here, held, by), first
    while at < last and obs[at + SAYS] == HOLDS and obs[at + ACTOR] == by:
        if not settled and is_independent(here, at, by):
            if obs[at + CHANGE] == 1 and obs[at + START] > since:
                break
            settled = True
        at += REPORT
    while first < at < last and same_day(here, at - REPORT, at):
        at -= REPORT
    if at > first:
        add(here, held, BACKERS, first, at)
    last_seen = here.segments[held + LAST_SEEN]
    for seen in range(first, at, REPORT):
        last_seen = max(last_seen, obs[seen + SEEN])
        begin_by(here, held, seen)
    here.segments[held + LAST_SEEN] = last_seen
    return at


def in_order(here: Here, first: int, upto: int) -> list[int]:
    """Observations of one day, published on one day, as they must have followed each other.

    What was seen comes before what changed. Of looks, those come first that bear out what stands, then those at the holder whom
    most voices see, and fights last. Of changes, who held the place can only retake it after another has taken it.
    """
    count, crowd = (upto - first) // REPORT, 0
    keys = [at for at in range(count)]  # noqa: C416 - numba knows no list(range)
    for at in range(count):
        seen = first + at * REPORT
        if at == 0 or not sees_same(here, seen - REPORT, seen):
            crowd = voices(here, seen, upto)
        keys[at] += rank(here, seen, count, crowd) * count
    keys.sort()
    return [first + key % count * REPORT for key in keys]


def rank(here: Here, seen: int, most: int, crowd: int) -> int:
    """How late an observation is to be read among at most so many of its day, its holder seen by a crowd; see ``in_order``."""
    says, stands = here.obs[seen + SAYS], stays(here, seen)
    if here.obs[seen + CHANGE] == 1:
        return 1 + 2 * says + int(stands and says != SPLIT)
    if stands:
        return -most - 1
    return -crowd if says == HOLDS else 0


def stays(here: Here, seen: int) -> bool:
    """Whether an observation names the holder of the place, or a fight where one is on."""
    current = here.size[0] - SEGMENT
    if here.size[0] == here.size[1]:
        return False
    if here.segments[current + STATUS] == HELD:
        return here.obs[seen + SAYS] != SPLIT and kin(here.above, holder(here, current), here.obs[seen + ACTOR])
    return here.segments[current + STATUS] == CONTESTED and here.obs[seen + SAYS] == SPLIT


def sees_holder(here: Here, seen: int) -> bool:
    """Whether an observation is a look at who holds the place."""
    return here.obs[seen + CHANGE] == 0 and here.obs[seen + SAYS] == HOLDS


def sees_same(here: Here, seen: int, other: int) -> bool:
    """Whether two observations are looks at one holder."""
    return sees_holder(here, seen) and sees_holder(here, other) and here.obs[seen + ACTOR] == here.obs[other + ACTOR]


def voices(here: Here, first: int, upto: int) -> int:
    """How many voices see the same holder from an observation on; the looks at one come together, voice by voice."""
    found, last = 0, NO_ONE
    for seen in range(first, upto, REPORT):
        if not sees_same(here, first, seen):
            break
        if here.obs[seen + VOICE] != last:
            found, last = found + 1, here.obs[seen + VOICE]
    return found
