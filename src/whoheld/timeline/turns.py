"""What one observation makes of a place: it bears out the current segment, stands against it, or begins the next."""

from whoheld.timeline.disputes import (
    account,
    contradicts,
    has_independent,
    is_fought,
    is_independent,
    recent,
    same_day,
    splits,
    too_weak,
    winner,
)
from whoheld.timeline.rows import (
    ACTOR,
    AGAINST,
    AGAINST_END,
    BACKERS,
    BACKERS_END,
    CHANGE,
    CONTESTED,
    DAY,
    DISPUTED,
    EARLIEST,
    EXTENT,
    FIRM,
    HELD,
    HOLDS,
    LEFT,
    LEFT_SAID,
    NO_ONE,
    NOBODY,
    NONE,
    OTHER,
    PART,
    SAYS,
    SEGMENT,
    SINCE,
    SPLIT,
    START,
    STATUS,
    VOICE,
    Here,
    nothing,
)
from whoheld.timeline.segments import (
    add_one,
    back,
    begin_by,
    chain,
    holder,
    involves,
    join,
    kin,
    members,
    name,
    name_one,
    open_segment,
    parties,
)


def take(here: Here, seen: int, more: bool) -> None:
    """Let one observation bear out the current segment, stand against it, or begin the next.

    ``more``: other looks of its day at who holds the place follow.
    """
    if here.size[0] == here.size[1]:
        if here.obs[seen + FIRM] == 1 or here.obs[seen + SAYS] != LEFT_SAID:
            begin(here, seen, NO_ONE)
        return
    current = here.size[0] - SEGMENT
    status = here.segments[current + STATUS]
    if status == HELD:
        on_held(here, current, seen)
    elif status == CONTESTED:
        on_contested(here, current, seen)
    elif status == LEFT:
        on_left(here, current, seen)
    else:
        on_disputed(here, current, seen, more)


def on_held(here: Here, held: int, seen: int) -> None:
    """What an observation makes of a place that somebody holds."""
    says, own = here.obs[seen + SAYS], kin(here.above, holder(here, held), here.obs[seen + ACTOR])
    if own and says == HOLDS:
        confirm(here, held, seen)
    elif (says == LEFT_SAID and not own) or part_borne_out(here, held, seen):
        add_one(here, held, BACKERS, seen)
    elif too_weak(here, held, seen):
        add_one(here, held, AGAINST, seen)
    elif says != HOLDS:
        begin(here, seen, held)
    elif splits(here, held, seen):
        split(here, held, seen)
    elif contradicts(here, held, seen):
        dispute(here, held, seen, holder(here, held))
    else:
        begin(here, seen, NO_ONE)


def part_borne_out(here: Here, held: int, seen: int) -> bool:
    """Whether of a part only is told what the whole place's holder has: by himself or his side, or lost by another."""
    if here.obs[seen + EXTENT] != PART:
        return False
    by, actor, other = holder(here, held), here.obs[seen + ACTOR], here.obs[seen + OTHER]
    from_him = other != NO_ONE and kin(here.above, by, other)
    if actor < 0:
        return other != NO_ONE and not from_him
    return kin(here.above, by, actor) or (here.sides[actor] == here.sides[by] and not from_him)


def split(here: Here, held: int, seen: int) -> None:
    """One voice sees two holders on one day: a fight. Whom only looks of that day see there, had not held it before."""
    if not begun_by_looks(here, held, seen):
        append(here, CONTESTED, held, seen)
        return
    before, goes_on = held - SEGMENT, held > here.size[1] and here.segments[held - SEGMENT + STATUS] == CONTESTED
    if goes_on:
        by = holder(here, held)
        chain(here, before, BACKERS, here.segments[held + BACKERS], here.segments[held + BACKERS_END])
        chain(here, before, AGAINST, here.segments[held + AGAINST], here.segments[held + AGAINST_END])
        here.size[0] = held
        join(here, before, by)
    else:
        before = held
        here.segments[held + STATUS], here.segments[held + EARLIEST] = CONTESTED, here.segments[held + SINCE]
    back(here, before, seen)
    join(here, before, here.obs[seen + ACTOR])
    join(here, before, here.obs[seen + OTHER])


def begun_by_looks(here: Here, held: int, seen: int) -> bool:
    """Whether only looks of an observation's day bear a segment out."""
    for backer in members(here, held, BACKERS):
        if here.obs[backer + CHANGE] == 1 or not same_day(here, backer, seen):
            return False
    return True


def confirm(here: Here, held: int, seen: int) -> None:
    """The holder holds it: the same segment, unless a better voice than all before says that the change came later."""
    start, by = here.obs[seen + START], holder(here, held)
    later = here.obs[seen + CHANGE] == 1 and start != NONE and start > here.segments[held + SINCE]
    if later and is_independent(here, seen, by) and not has_independent(here, held, by):
        begin(here, seen, NO_ONE)
    else:
        back(here, held, seen)
        begin_by(here, held, seen)


def on_contested(here: Here, contested: int, seen: int) -> None:
    """What an observation makes of a place that is fought over."""
    says = here.obs[seen + SAYS]
    if says == SPLIT:
        back(here, contested, seen)
        join(here, contested, here.obs[seen + ACTOR])
        join(here, contested, here.obs[seen + OTHER])
    elif says == LEFT_SAID and not involves(here, contested, here.obs[seen + ACTOR]):
        add_one(here, contested, BACKERS, seen)
    elif too_weak(here, contested, seen) or is_fought(here, contested, seen):
        add_one(here, contested, AGAINST, seen)
    else:
        begin(here, seen, NO_ONE)


def on_left(here: Here, left: int, seen: int) -> None:
    """What an observation makes of a place that its holder has left."""
    says, start = here.obs[seen + SAYS], here.obs[seen + START]
    returned = involves(here, left, here.obs[seen + ACTOR])
    if says == LEFT_SAID:
        back(here, left, seen)
        if here.obs[seen + FIRM] == 1:
            begin_by(here, left, seen)
        join(here, left, here.obs[seen + ACTOR])
        join(here, left, here.obs[seen + OTHER])
    elif returned and too_weak(here, left, seen):
        add_one(here, left, AGAINST, seen)
    elif returned and says == HOLDS and contradicts(here, left, seen):
        dispute(here, left, seen, NOBODY)
    elif not returned and here.obs[seen + CHANGE] == 1 and NONE < start <= here.segments[left + SINCE]:
        explain(here, left, seen)
    else:
        begin(here, seen, NO_ONE)


def on_disputed(here: Here, disputed: int, seen: int, more: bool) -> None:
    """What an observation makes of a place of which the accounts differ; a look settles nothing before others of its day."""
    says, start = here.obs[seen + SAYS], here.obs[seen + START]
    backers = members(here, disputed, BACKERS)
    settled = NO_ONE if more else winner(here, parties(here, disputed), backers + [seen])  # noqa: RUF005 - numba knows no unpacking
    if says == SPLIT:
        begin(here, seen, disputed)
    elif settled != NO_ONE:
        settle(here, disputed, seen, settled)
    elif says == HOLDS and start != NONE and start > max([here.obs[backer + DAY] for backer in backers]):
        begin(here, seen, NO_ONE)
    else:
        back(here, disputed, seen)
        if here.obs[seen + FIRM] == 1 and says == HOLDS:
            join(here, disputed, here.obs[seen + ACTOR])


def dispute(here: Here, current: int, seen: int, known: int) -> None:
    """Two accounts: disputed from the change that is denied, or, of an older or agreed state, from the contradiction on."""
    other, words = here.obs[seen + ACTOR], [word // 2 for word in recent(here, current, seen)]
    settled = winner(here, [known, other], words + [seen])  # noqa: RUF005
    denied = here.segments[current + SINCE] >= here.obs[seen + DAY] - here.window
    for backer in members(here, current, BACKERS):
        denied = denied and here.obs[backer + VOICE] != here.obs[seen + VOICE]
    if settled == known:
        add_one(here, current, AGAINST, seen)
    elif settled == other:
        begin(here, seen, NO_ONE)
        for word in words:
            add_one(here, here.size[0] - SEGMENT, AGAINST, word)
    elif denied:
        here.segments[current + STATUS] = DISPUTED
        name(here, current, [min(known, other), max(known, other)])
        chain(here, current, BACKERS, here.segments[current + AGAINST], here.segments[current + AGAINST_END])
        here.segments[current + AGAINST], here.segments[current + AGAINST_END] = NO_ONE, NO_ONE
        back(here, current, seen)
    else:
        at = open_segment(here, DISPUTED, seen)
        name(here, at, [min(known, other), max(known, other)])
        for word in words + [seen]:  # noqa: RUF005
            add_one(here, at, BACKERS, word)


def settle(here: Here, disputed: int, seen: int, party: int) -> None:
    """End a dispute on the day of the report that settles it."""
    named, backers = parties(here, disputed), members(here, disputed, BACKERS)
    against = members(here, disputed, AGAINST)
    at = open_segment(here, LEFT if party == NOBODY else HELD, seen)
    name(here, at, [other for other in named if other != NOBODY] if party == NOBODY else [party])
    for report in against:
        add_one(here, at, AGAINST, report)
    for report in backers:
        add_one(here, at, BACKERS if account(here, named, report) == party else AGAINST, report)
    add_one(here, at, BACKERS, seen)


def explain(here: Here, left: int, gain: int) -> None:
    """One left and another came within the same days: it is one change of hands."""
    ends = [here.segments[left + column] for column in range(BACKERS, AGAINST_END + 1)]
    here.size[0] = left
    begin(here, gain, NO_ONE)
    chain(here, left, BACKERS, ends[0], ends[1])
    chain(here, left, AGAINST, ends[2], ends[3])


def begin(here: Here, seen: int, beside: int) -> None:
    """Begin the segment that an observation tells of; a fight also names the parties of another segment."""
    says = here.obs[seen + SAYS]
    status = HELD if says == HOLDS else CONTESTED if says == SPLIT else LEFT
    append(here, status, beside if says == SPLIT else NO_ONE, seen)


def append(here: Here, status: int, beside: int, seen: int) -> None:
    """A new segment: of the observation's actor, or, of a fight, of all who are named and those beside them."""
    at = open_segment(here, status, seen)
    if status == CONTESTED:
        name(here, at, [party for party in parties(here, beside) if party != NOBODY] if beside != NO_ONE else nothing())
        join(here, at, here.obs[seen + ACTOR])
        join(here, at, here.obs[seen + OTHER])
    else:
        name_one(here, at, here.obs[seen + ACTOR])
    add_one(here, at, BACKERS, seen)
