"""A person goes through the claims that need a look, and says of each whether it stands."""

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from whoheld.following import statement
from whoheld.model import Claim, Judgement, Modality, Place, Status
from whoheld.timeline import Timeline
from whoheld.workfolder import WorkFolder

_CLOSE_CALL = 0.1
"""A first candidate that leads the second by less (of scores in 0..1) could as well be the other."""

_COLUMNS, _ROWS = 49, 13
_KM_PER_DEGREE = 111.2
_NAMED = "abcdefghijklmnopqrstuvwxyz"


class Doubt(NamedTuple):
    """A claim that a person should look at, and why."""

    claim: Claim
    reasons: tuple[str, ...]


def doubts(timeline: Timeline, claims: Iterable[Claim], judgements: Iterable[Judgement] = ()) -> list[Doubt]:
    """The claims to look at, those with most reasons first; what has been judged is not asked again.

    Args:
        timeline: tells which claims are disputed.
        claims: all that were read, also those that the timeline leaves out.
        judgements: what was said already, with the ids that claims have now.
    """
    disputed = {claim for control in timeline.controls for claim in control.against}
    disputed |= {claim for control in timeline.controls if control.status is Status.DISPUTED for claim in control.claims}
    said: dict[str, str] = {judgement.claim: judgement.action for judgement in sorted(judgements, key=lambda j: j.when)}
    done = {claim for claim, action in said.items() if action != "withdraw"}
    found = [Doubt(claim, _reasons(claim, disputed)) for claim in claims if claim.id not in done]
    return sorted((doubt for doubt in found if doubt.reasons), key=lambda doubt: (-len(doubt.reasons), doubt.claim.id))


def _reasons(claim: Claim, disputed: set[str]) -> tuple[str, ...]:
    scores = [candidate.score for candidate in claim.place.candidates[:2]]
    reasons = {
        f"the place {claim.place.text!r} was not found": claim.place.id is None and not scores,
        f"the place {claim.place.text!r} is ambiguous": claim.place.id is None and bool(scores),
        "another place fits nearly as well": claim.place.id is not None
        and len(scores) > 1
        and scores[0] - scores[1] < _CLOSE_CALL,
        f"the actor {claim.actor.text!r} is not known": claim.actor.id is None and claim.actor.text is not None,
        "the report is hedged": claim.modality is Modality.HEDGED,
        "another report contradicts it": claim.id in disputed,
    }
    return tuple(reason for reason, holds in reasons.items() if holds)


def judgement(  # noqa: PLR0913 - a line of the journal has these parts
    claim: Claim,
    action: str,
    *,
    who: str,
    when: dt.datetime,
    why: str = "",
    amend: Mapping[str, object] | None = None,
) -> Judgement:
    """A person's word on a claim, with the words by which it will be found again.

    Raises:
        pydantic.ValidationError: there is no such action.
    """
    return Judgement.model_validate(
        {
            "claim": claim.id,
            "action": action,
            "amend": dict(amend or {}),
            "who": who,
            "when": when,
            "why": why,
            "quote": claim.evidence.quote,
            "prefix": claim.evidence.prefix,
            "suffix": claim.evidence.suffix,
            "statement": statement(claim),
        }
    )


class Session:
    """One sitting: a row of doubts, a cursor in it, and a word recorded for each as soon as it is said.

    Args:
        work: whose journal keeps the words.
        queue: what to go through.
        who: whose words they are.
    """

    def __init__(self, work: WorkFolder, queue: Sequence[Doubt], who: str) -> None:
        self._work = work
        self._queue = queue
        self._who = who
        self._said: list[tuple[int, bool]] = []
        self._at = 0

    @property
    def current(self) -> Doubt | None:
        """What is looked at now; None when all has been seen."""
        return self._queue[self._at] if self._at < len(self._queue) else None

    @property
    def left(self) -> int:
        """How many are still to be looked at, this one included."""
        return len(self._queue) - self._at

    def say(
        self, action: str, *, when: dt.datetime, why: str = "", amend: Mapping[str, object] | None = None
    ) -> Judgement | None:
        """Record a word on the current claim and go on; returns the word of somebody before, if there was one.

        Raises:
            IndexError: there is nothing left.
        """
        claim = self._queue[self._at].claim
        earlier = self._work.judge(judgement(claim, action, who=self._who, when=when, why=why, amend=amend))
        self._said.append((self._at, True))
        self._at += 1
        return earlier

    def skip(self) -> None:
        """Go on without a word."""
        self._said.append((self._at, False))
        self._at = min(self._at + 1, len(self._queue))

    def undo(self, *, when: dt.datetime) -> None:
        """Go back by one, and withdraw the word said there; the journal keeps both."""
        if self._said:
            self._at, spoke = self._said.pop()
            if spoke:
                self._work.judge(judgement(self._queue[self._at].claim, "withdraw", who=self._who, when=when))


def sketch(lon: float, lat: float, places: Iterable[Place], *, radius_km: float = 25) -> str:
    """A small map in letters, north up, of the places around a point; ``+`` is the point, and a line below names each letter."""
    per_row = 2 * radius_km / (_ROWS - 1)
    shrink = math.cos(math.radians(lat))
    grid = [[" "] * _COLUMNS for _ in range(_ROWS)]
    names: list[str] = []
    for place in sorted(places, key=lambda p: (math.hypot((p.lon - lon) * shrink, p.lat - lat), p.id)):
        column = _COLUMNS // 2 + round((place.lon - lon) * shrink * _KM_PER_DEGREE / per_row * 2)
        row = _ROWS // 2 - round((place.lat - lat) * _KM_PER_DEGREE / per_row)
        if 0 <= row < _ROWS and 0 <= column < _COLUMNS and grid[row][column] == " " and len(names) < len(_NAMED):
            grid[row][column] = _NAMED[len(names)]
            names.append(f"{_NAMED[len(names)]} {place.name}")
    if grid[_ROWS // 2][_COLUMNS // 2] == " ":
        grid[_ROWS // 2][_COLUMNS // 2] = "+"
    return "\n".join(["".join(row).rstrip() for row in grid] + [f"{radius_km:g} km to the upper edge; " + ", ".join(names)])
