"""When reports contradict each other, and what settles it."""

from whoheld.timeline.rows import (
    ACTOR,
    AFTER,
    AGAINST,
    ARTICLE,
    BACKERS,
    BEGIN,
    CHANGE,
    DAY,
    FIRM,
    HELD,
    HOLDS,
    KNOWN,
    LEFT_SAID,
    NO_ONE,
    NOBODY,
    OTHER,
    REPORT,
    SAYS,
    SEGMENT,
    SIDE,
    SPLIT,
    STATUS,
    UPTO,
    VOICE,
    Here,
    nothing,
)
from whoheld.timeline.segments import holder, kin, parties


def same_day(here: Here, one: int, other: int) -> bool:
    """Whether two observations are of one day and were published on one day."""
    return here.obs[one + DAY] == here.obs[other + DAY] and here.obs[one + KNOWN] == here.obs[other + KNOWN]


def same_article(here: Here, one: int, other: int) -> bool:
    """Whether two observations of one day stand in one article."""
    return here.obs[one + ARTICLE] == here.obs[other + ARTICLE]


def recent(here: Here, current: int, seen: int) -> list[int]:
    """The last words on a segment that are no older than the window: twice the observation, and one more where it is against."""
    near, since = nothing(), here.obs[seen + DAY] - here.window
    for against in range(2):
        link = here.segments[current + (AGAINST if against else BACKERS)]
        while link != NO_ONE:
            for report in range(first_since(here, link, since), here.links[link + UPTO], REPORT):
                if here.obs[report + FIRM] == 1:
                    near.append(2 * report + against)
            link = here.links[link + AFTER]
    return last_words(here, near)


def first_since(here: Here, link: int, day: int) -> int:
    """The first observation of a link that is no older than a day; they stand in the order of their days."""
    at = here.links[link + UPTO]
    while at > here.links[link + BEGIN] and here.obs[at - REPORT + DAY] >= day:
        at -= REPORT
    return at


def last_words(here: Here, words: list[int]) -> list[int]:
    """Of each voice the last of its words (twice the observations): who has since said otherwise no longer says so."""
    if len(words) < 2:  # noqa: PLR2004 - nobody has said another thing
        return words
    last = nothing()
    for word in words:
        at = len(last) - 1
        while at >= 0 and here.obs[last[at] // 2 + VOICE] != here.obs[word // 2 + VOICE]:
            at -= 1
        if at < 0 or not earlier(here, word // 2, last[at] // 2):
            if at >= 0:
                last.pop(at)
            last.append(word)
    return last


def earlier(here: Here, one: int, other: int) -> bool:
    """Whether an observation is of an earlier day than another, or of the same and was published before it."""
    if here.obs[one + DAY] != here.obs[other + DAY]:
        return here.obs[one + DAY] < here.obs[other + DAY]
    return here.obs[one + KNOWN] < here.obs[other + KNOWN]


def opponents(here: Here, current: int, seen: int) -> list[int]:
    """Those who said just before, and in another voice, what an observation would end."""
    voice = here.obs[seen + VOICE]
    return [word // 2 for word in recent(here, current, seen) if word % 2 == 0 and here.obs[word // 2 + VOICE] != voice]


def too_weak(here: Here, current: int, seen: int) -> bool:
    """Whether hedged words end nothing: a loss never does, a state or a fight not against a firm recent report.

    A hedged gain is told as a claim of its own.
    """
    if here.obs[seen + FIRM] == 1 or (here.obs[seen + SAYS] == HOLDS and here.obs[seen + CHANGE] == 1):
        return False
    return here.obs[seen + SAYS] == LEFT_SAID or len(opponents(here, current, seen)) > 0


def contradicts(here: Here, current: int, seen: int) -> bool:
    """Whether an observation cannot be what came next: it tells no change, and another voice saw it otherwise just before."""
    if here.obs[seen + FIRM] == 0:
        return False
    against = opponents(here, current, seen)
    if here.obs[seen + CHANGE] == 0:
        return len(against) > 0
    follows = here.obs[seen + OTHER] != NO_ONE and here.obs[seen + OTHER] in parties(here, current)
    if current > here.size[1] and here.segments[current - SEGMENT + STATUS] == HELD:
        follows = follows or kin(here.above, holder(here, current - SEGMENT), here.obs[seen + ACTOR])
    for other in against:
        told = here.obs[other + CHANGE] == 1 and (follows or same_article(here, other, seen))
        if same_day(here, other, seen) and not told:
            return True
    return False


def splits(here: Here, current: int, seen: int) -> bool:
    """Whether one voice sees two holders on one day."""
    if here.obs[seen + CHANGE] == 1:
        return False
    link = here.segments[current + BACKERS]
    while link != NO_ONE:
        for backer in range(first_since(here, link, here.obs[seen + DAY]), here.links[link + UPTO], REPORT):
            same = here.obs[backer + VOICE] == here.obs[seen + VOICE] and same_day(here, backer, seen)
            if same and here.obs[backer + CHANGE] == 0:
                return True
        link = here.links[link + AFTER]
    return False


def is_fought(here: Here, contested: int, seen: int) -> bool:
    """Whether a look at who holds the place is of a day on which the fight, or by the same voice two holders, were seen."""
    if here.obs[seen + CHANGE] == 1:
        return False
    link = here.segments[contested + BACKERS]
    while link != NO_ONE:
        for backer in range(first_since(here, link, here.obs[seen + DAY]), here.links[link + UPTO], REPORT):
            split = here.obs[backer + SAYS] == SPLIT or here.obs[backer + VOICE] == here.obs[seen + VOICE]
            if split and same_day(here, backer, seen):
                return True
        link = here.links[link + AFTER]
    return False


def is_independent(here: Here, seen: int, actor: int) -> bool:
    """Whether it is more than the holder's own word or hearsay."""
    return here.obs[seen + FIRM] == 1 and (actor < 0 or here.obs[seen + SIDE] != here.sides[actor])


def has_independent(here: Here, segment: int, actor: int) -> bool:
    """Whether a segment rests on more than its holder's word."""
    link = here.segments[segment + BACKERS]
    while link != NO_ONE:
        for seen in range(here.links[link + BEGIN], here.links[link + UPTO], REPORT):
            if is_independent(here, seen, actor):
                return True
        link = here.links[link + AFTER]
    return False


def account(here: Here, named: list[int], seen: int) -> int:
    """The party whose account an observation bears out; no one where it speaks for none of them."""
    others, last = 0, NO_ONE
    for party in named:
        if not kin(here.above, party, here.obs[seen + ACTOR]):
            others, last = others + 1, party
        elif here.obs[seen + SAYS] == HOLDS:
            return party
    return last if here.obs[seen + SAYS] == LEFT_SAID and others == 1 else NO_ONE


def winner(here: Here, named: list[int], reports: list[int]) -> int:
    """The party that a dispute is settled for: alone borne out by enough independent voices, or admitted by all the others.

    Where several have been borne out by enough, the voices within the window decide.
    """
    firm = [2 * report for report in reports if here.obs[report + FIRM] == 1]
    words = [word // 2 for word in last_words(here, firm)]
    newest = max([0] + [here.obs[word + DAY] for word in words])
    for since in [0, newest - here.window]:
        accounts = [account(here, named, word) for word in words if here.obs[word + DAY] >= since]
        agreed = [party for party in named if accounts.count(party) >= here.agree]
        if len(agreed) == 1:
            return agreed[0]
    admitted = [party for party in named if is_admitted(here, party, named, words)]
    return admitted[0] if len(admitted) == 1 else NO_ONE


def is_admitted(here: Here, party: int, named: list[int], words: list[int]) -> bool:
    """Whether the own side of every other party says that this one is right."""
    others = [other for other in named if other != party and other != NOBODY]  # noqa: PLR1714 - numba
    for loser in others:
        if not [word for word in words if admits(here, word, loser, party)]:
            return False
    return len(others) > 0


def admits(here: Here, seen: int, loser: int, party: int) -> bool:
    """Whether a report is the loser's own side's, and says that it has lost, or that the other holds the place."""
    if loser < 0 or here.obs[seen + SIDE] != here.sides[loser]:
        return False
    if here.obs[seen + SAYS] == LEFT_SAID:
        return kin(here.above, here.obs[seen + ACTOR], loser)
    return here.obs[seen + SAYS] == HOLDS and kin(here.above, here.obs[seen + ACTOR], party)
