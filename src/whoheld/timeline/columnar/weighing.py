"""When reports contradict each other, and what settles it: ``timeline.disputes`` over columns. Compiled."""
# mypy: disable-error-code="attr-defined, no-any-return, index"
# The fields of records are known to their dtype and to the compiler, not to the type checker.

import numpy as np
from numba import njit

from whoheld.timeline.columnar.arrays import (
    HELD,
    HOLDS,
    LEFT_SAID,
    NO_ONE,
    NOBODY,
    Flags,
    Here,
    Ints,
    Law,
    Seen,
)
from whoheld.timeline.columnar.chains import kin, members


@njit(cache=True)
def same_day(obs: Seen, one: int, other: int) -> bool:
    """Whether two observations are of one day and were published on one day."""
    return obs.day[one] == obs.day[other] and obs.known[one] == obs.known[other]


@njit(cache=True)
def last_words(obs: Seen, reports: Ints) -> Flags:
    """Which of some reports are the last firm word of their voice; of equals the later in the list."""
    n = len(reports)
    kept = np.ones(n, np.bool_)
    for i in range(n):
        one = reports[i]
        if not obs.firm[one]:
            kept[i] = False
            continue
        for j in range(n):
            other = reports[j]
            if j == i or not obs.firm[other] or obs.voice[other] != obs.voice[one]:
                continue
            later = obs.day[other] - obs.day[one]
            if later == 0:
                later = obs.known[other] - obs.known[one]
            if later > 0 or (later == 0 and j > i):
                kept[i] = False
                break
    return kept


@njit(cache=True)
def recent(here: Here, current: int, seen: int) -> tuple[Ints, Flags]:
    """The last words on a segment no older than the window, and which of them stand against it."""
    backers, against = members(here.segments, here.reports, current, 0), members(here.segments, here.reports, current, 2)
    found = np.concatenate((backers, against))
    near = np.empty(len(found), np.int64)
    opposed = np.empty(len(found), np.bool_)
    n = 0
    for k in range(len(found)):
        if here.obs.day[seen] - here.obs.day[found[k]] <= here.law.window:
            near[n], opposed[n] = found[k], k >= len(backers)
            n += 1
    kept = last_words(here.obs, near[:n])
    return near[:n][kept], opposed[:n][kept]


@njit(cache=True)
def opponents(here: Here, current: int, seen: int) -> Ints:
    """Those who said just before, and in another voice, what an observation would end."""
    words, opposed = recent(here, current, seen)
    kept = np.empty(len(words), np.bool_)
    for k in range(len(words)):
        kept[k] = not opposed[k] and here.obs.voice[words[k]] != here.obs.voice[seen]
    return words[kept]


@njit(cache=True)
def too_weak(here: Here, current: int, seen: int) -> bool:
    """Whether hedged words end nothing."""
    if here.obs.firm[seen] or (here.obs.says[seen] == HOLDS and here.obs.change[seen]):
        return False
    return here.obs.says[seen] == LEFT_SAID or len(opponents(here, current, seen)) > 0


@njit(cache=True)
def contradicts(here: Here, current: int, seen: int) -> bool:
    """Whether an observation cannot be what came next."""
    if not here.obs.firm[seen]:
        return False
    against = opponents(here, current, seen)
    if not here.obs.change[seen]:
        return len(against) > 0
    before = current - 1
    follows = (
        before >= here.segments.used[1]
        and here.segments.rows.status[before] == HELD
        and kin(here.law, here.segments.parties[before, 0], here.obs.actor[seen])
    )
    for k in range(here.segments.rows.n_parties[current]):
        follows = follows or (here.obs.other[seen] != NO_ONE and here.segments.parties[current, k] == here.obs.other[seen])
    for one in against:
        told = here.obs.change[one] and (follows or here.obs.article[one] == here.obs.article[seen])
        if same_day(here.obs, one, seen) and not told:
            return True
    return False


@njit(cache=True)
def splits(here: Here, current: int, seen: int) -> bool:
    """Whether one voice sees two holders on one day."""
    if here.obs.change[seen]:
        return False
    for backer in members(here.segments, here.reports, current, 0):
        if here.obs.voice[backer] == here.obs.voice[seen] and not here.obs.change[backer] and same_day(here.obs, backer, seen):
            return True
    return False


@njit(cache=True)
def account(obs: Seen, law: Law, parties: Ints, seen: int) -> int:
    """The party whose account an observation bears out, or NO_ONE."""
    others, last = 0, NO_ONE
    for party in parties:
        if kin(law, party, obs.actor[seen]):
            if obs.says[seen] == HOLDS:
                return party
        else:
            others, last = others + 1, party
    return last if obs.says[seen] == LEFT_SAID and others == 1 else NO_ONE


@njit(cache=True)
def winner(obs: Seen, law: Law, parties: Ints, reports: Ints) -> int:
    """The party that a dispute is settled for, or NO_ONE."""
    words = reports[last_words(obs, reports)]
    newest = 0
    for word in words:
        newest = max(newest, obs.day[word])
    for window in (1 << 30, law.window):
        agreed, found = 0, NO_ONE
        for party in parties:
            votes = 0
            for word in words:
                if newest - obs.day[word] <= window and account(obs, law, parties, word) == party:
                    votes += 1
            if votes >= law.agree:
                agreed, found = agreed + 1, party
        if agreed == 1:
            return found
    admitted, found = 0, NO_ONE
    for party in parties:
        if _admitted(obs, law, party, parties, words):
            admitted, found = admitted + 1, party
    return found if admitted == 1 else NO_ONE


@njit(cache=True)
def _admitted(obs: Seen, law: Law, party: int, parties: Ints, words: Ints) -> bool:
    others = 0
    for other in parties:
        said = other == party or other == NOBODY  # noqa: PLR1714 - the compiler knows no tuples of mixed integers
        others += not said
        for word in words:
            said = said or _admits(obs, law, word, other, party)
        if not said:
            return False
    return others > 0


@njit(cache=True)
def _admits(obs: Seen, law: Law, seen: int, loser: int, party: int) -> bool:
    if obs.side[seen] != law.side[loser]:
        return False
    if obs.says[seen] == LEFT_SAID:
        return kin(law, obs.actor[seen], loser)
    return obs.says[seen] == HOLDS and kin(law, obs.actor[seen], party)


@njit(cache=True)
def is_independent(obs: Seen, law: Law, seen: int, actor: int) -> bool:
    """Whether it is more than the holder's own word or hearsay."""
    return obs.firm[seen] and obs.side[seen] != law.side[actor]
