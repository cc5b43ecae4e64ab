"""A person goes through the claims that need a look, and says of each whether it stands."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from whoheld.claims import Claims
from whoheld.following import Followed, statement
from whoheld.model import Claim, Judgement, Modality, Status
from whoheld.timeline import Timeline
from whoheld.workfolder import WorkFolder

_CLOSE_CALL = 0.1
"""A first candidate that leads the second by less (of scores in 0..1) could as well be the other."""


class Doubt(NamedTuple):
    """A claim that a person should look at, and why; and an earlier judgement that may be about it."""

    claim: Claim
    reasons: tuple[str, ...]
    proposed: Judgement | None = None


def doubts(timeline: Timeline, claims: Claims | Iterable[Claim], followed: Followed = Followed((), (), ())) -> list[Doubt]:  # noqa: B008
    """The claims to look at, proposals and those with most reasons first; what has been judged is not asked again.

    Args:
        timeline: tells which claims are disputed.
        claims: all that were read, also those that the timeline leaves out.
        followed: what became of what was said already.
    """
    proposed = {proposal.claim.id: proposal.judgement for proposal in followed.proposed}
    disputed = {claim for control in timeline.controls for claim in control.against}
    disputed |= {claim for control in timeline.controls if control.status is Status.DISPUTED for claim in control.claims}
    said: dict[str, str] = {judgement.claim: judgement.action for judgement in sorted(followed.applied, key=lambda j: j.when)}
    done = {claim for claim, action in said.items() if action != "withdraw"}
    found = [
        Doubt(claim, _reasons(claim, disputed), proposed.get(claim.id))
        for claim in Claims.of(claims).each()
        if claim.id not in done and claim.modality is not Modality.DENIED
    ]
    asked = (doubt for doubt in found if doubt.reasons or doubt.proposed)
    return sorted(asked, key=lambda doubt: (doubt.proposed is None, -len(doubt.reasons), doubt.claim.id))


def _reasons(claim: Claim, disputed: set[str]) -> tuple[str, ...]:
    scores = [candidate.score for candidate in claim.place.candidates[:2]]
    reasons = {
        f"the place {claim.place.text!r}: {claim.place.reason or 'not found'}": claim.place.id is None,
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

        A judgement that was proposed for the claim is settled by it.

        Raises:
            IndexError: there is nothing left.
        """
        claim, _, proposed = self._queue[self._at]
        earlier = self._work.judge(judgement(claim, action, who=self._who, when=when, why=why, amend=amend))
        if proposed:
            self._work.judge(proposed.model_copy(update={"action": "withdraw", "who": self._who, "when": when, "amend": {}}))
        self._said.append((self._at, True))
        self._at += 1
        return earlier

    def skip(self) -> None:
        """Go on without a word."""
        self._said.append((self._at, False))
        self._at = min(self._at + 1, len(self._queue))

    def undo(self, *, when: dt.datetime) -> bool:
        """Go back by one, and withdraw the word said there, if one was; the journal keeps both."""
        if not self._said:
            return False
        self._at, spoke = self._said.pop()
        if spoke:
            claim, _, proposed = self._queue[self._at]
            self._work.judge(judgement(claim, "withdraw", who=self._who, when=when))
            if proposed:
                self._work.judge(proposed.model_copy(update={"when": when}))
        return spoke
