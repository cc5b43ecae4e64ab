"""Segments: runs of days in which a place is in one state, with the chains of reports for and against each."""

from whoheld.timeline.rows import (
    AFTER,
    AGAINST_END,
    AREA,
    BACKERS,
    BEGIN,
    CHANGE,
    DAY,
    EARLIEST,
    LAST_SEEN,
    MOST_ABOVE,
    N_PARTIES,
    NO_ONE,
    PARTIES,
    REPORT,
    SEEN,
    SEGMENT,
    SINCE,
    START,
    STATUS,
    UPTO,
    Column,
    Here,
    count,
    nothing,
    put,
)


def open_segment(here: Here, status: int, seen: int) -> int:
    """A new segment without parties and reports, from the day of an observation on; returns its position."""
    at = here.size[0]
    here.segments[at + EARLIEST] = first_day(here, seen)
    here.segments[at + STATUS], here.segments[at + SINCE] = status, here.obs[seen + DAY]
    here.segments[at + LAST_SEEN], here.segments[at + AREA] = here.obs[seen + SEEN], 0
    for column in range(BACKERS, AGAINST_END + 1):
        here.segments[at + column] = NO_ONE
    here.size[0] = at + SEGMENT
    return at


def first_day(here: Here, seen: int) -> int:
    """The first day on which what is seen may have begun: after what went before had begun, and was last seen."""
    start, day = here.obs[seen + START], here.obs[seen + DAY]
    if here.size[0] == here.size[1]:
        return start
    before = here.size[0] - SEGMENT
    return min(day, max(start, here.segments[before + LAST_SEEN] + 1, here.segments[before + EARLIEST]))


def back(here: Here, segment: int, seen: int) -> None:
    """Add an observation that sees the place so."""
    add_one(here, segment, BACKERS, seen)
    here.segments[segment + LAST_SEEN] = max(here.segments[segment + LAST_SEEN], here.obs[seen + SEEN])


def begin_by(here: Here, segment: int, change: int) -> None:
    """Let a segment that was seen before its change was told begin no earlier than that change."""
    start = here.obs[change + START]
    if here.obs[change + CHANGE] == 1 and here.segments[segment + EARLIEST] < start <= here.segments[segment + SINCE]:
        here.segments[segment + EARLIEST] = start


def add_one(here: Here, segment: int, side: int, seen: int) -> None:
    """Append an observation to the backers of a segment, or to those against it."""
    add(here, segment, side, seen, seen + REPORT)


def add(here: Here, segment: int, side: int, first: int, upto: int) -> None:
    """Append observations from one up to another to the backers of a segment, or to those against it."""
    link = count(here.links)
    put(here.links, first)
    put(here.links, upto)
    put(here.links, NO_ONE)
    chain(here, segment, side, link, link)


def chain(here: Here, segment: int, side: int, first: int, last: int) -> None:
    """Append a chain of reports, from its first link to its last, to a segment's."""
    if first == NO_ONE:
        return
    if here.segments[segment + side] == NO_ONE:
        here.segments[segment + side] = first
    else:
        here.links[here.segments[segment + side + 1] + AFTER] = first
    here.segments[segment + side + 1] = last


def members(here: Here, segment: int, side: int) -> list[int]:
    """The observations of a chain, in their order."""
    found, link = nothing(), here.segments[segment + side]
    while link != NO_ONE:
        for seen in range(here.links[link + BEGIN], here.links[link + UPTO], REPORT):
            found.append(seen)
        link = here.links[link + AFTER]
    return found


def emit(here: Here, link: int, out: list[int]) -> int:
    """Append a chain's links to a list, each as where it begins and ends; returns how many observations they are."""
    total = 0
    while link != NO_ONE:
        out.append(here.links[link + BEGIN])
        out.append(here.links[link + UPTO])
        total += (here.links[link + UPTO] - here.links[link + BEGIN]) // REPORT
        link = here.links[link + AFTER]
    return total


def name(here: Here, segment: int, named: list[int]) -> None:
    """Set a segment's parties."""
    here.segments[segment + PARTIES], here.segments[segment + N_PARTIES] = count(here.pool), len(named)
    for actor in named:
        put(here.pool, actor)


def name_one(here: Here, segment: int, actor: int) -> None:
    """Set a segment's only party."""
    here.segments[segment + PARTIES], here.segments[segment + N_PARTIES] = count(here.pool), 1
    put(here.pool, actor)


def join(here: Here, segment: int, actor: int) -> None:
    """Let an actor join a segment's parties unless it is one of them, or a part of one; they stay sorted."""
    if actor == NO_ONE or involves(here, segment, actor):
        return
    named = parties(here, segment)
    at = len(named)
    while at > 0 and named[at - 1] > actor:
        at -= 1
    named.insert(at, actor)
    name(here, segment, named)


def parties(here: Here, segment: int) -> list[int]:
    """The parties of a segment."""
    first = here.segments[segment + PARTIES]
    return [here.pool[at] for at in range(first, first + here.segments[segment + N_PARTIES])]


def holder(here: Here, segment: int) -> int:
    """The first party of a segment."""
    return here.pool[here.segments[segment + PARTIES]] if here.segments[segment + N_PARTIES] > 0 else NO_ONE


def involves(here: Here, segment: int, actor: int) -> bool:
    """Whether an actor, or a body that it is part of, or a part of it, is a party."""
    first = here.segments[segment + PARTIES]
    for at in range(first, first + here.segments[segment + N_PARTIES]):  # noqa: SIM110 - numba knows no generators
        if kin(here.above, here.pool[at], actor):
            return True
    return False


def kin(above: Column, one: int, other: int) -> bool:
    """Whether one of two actors is the other or a part of it; nobody is kin to nobody."""
    if one < 0 or other < 0:
        return False
    if one == other:
        return True
    for level in range(MOST_ABOVE):
        if above[one * MOST_ABOVE + level] == other or above[other * MOST_ABOVE + level] == one:
            return True
    return False
