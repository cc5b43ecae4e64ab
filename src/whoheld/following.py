"""Judgements that follow what they judged, when extraction has changed or an article came back edited.

A judgement is applied to the same statement or to none. The same id is the same statement. So is the same relation by the same
actor at the same words of the same text. In another version of the article (its address is the same) the quote must be the same,
word for word, in the same surroundings. What is only like it is proposed to a person; the rest is orphaned, and listed.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from rapidfuzz.fuzz import ratio

from whoheld.claims import Claims
from whoheld.model import Claim, Issue, Judgement, Statement
from whoheld.text import key

_ALIKE = 75
"""Quotes with their surroundings this alike (in hundredths) are worth a look; a changed figure leaves more than 90."""


class Proposal(NamedTuple):
    """A judgement, and the claim that it may be about, for a person to decide."""

    judgement: Judgement
    claim: Claim
    likeness: float


class Followed(NamedTuple):
    """What became of judgements.

    Attributes:
        applied: each with the id that its claim has now.
        proposed: those that fit a claim only nearly.
        orphaned: those that fit none.
    """

    applied: tuple[Judgement, ...]
    proposed: tuple[Proposal, ...]
    orphaned: tuple[Judgement, ...]

    def issues(self) -> tuple[Issue, ...]:
        """A line for each judgement that was not applied."""
        near = (
            _issue(p.judgement, "proposed", f"it fits claim {p.claim.id} only nearly: judge that claim, if it is the one meant")
            for p in self.proposed
        )
        return (*near, *(_issue(j, "orphaned", "what it judges is not among the claims read") for j in self.orphaned))


def statement(claim: Claim) -> Statement:
    """What a claim says and where, to be kept with a judgement on it."""
    return Statement(
        relation=claim.relation,
        actor=_actor(claim),
        place=claim.place.text,
        place_start=claim.place.start,
        article=claim.article.sha256,
        url=claim.article.url,
    )


def follow(judgements: Iterable[Judgement], claims: Claims | Iterable[Claim]) -> Followed:
    """Find what each last word is about among the claims there are now, in every version of its article."""
    known_claims = Claims.of(claims)
    said = _last_words(judgements)
    articles = set(known_claims.table["article"].unique().to_pylist()) if said else set()
    versions = _versions(said, known_claims)
    applied: list[Judgement] = []
    proposed: list[Proposal] = []
    orphaned: list[Judgement] = []
    for judgement in said:
        known = judgement.claim in known_claims or (judgement.action == "retract" and judgement.claim in articles)
        same, near = _elsewhere(judgement, versions, known=known)
        applied += [judgement] * known + same
        if judgement.action != "withdraw":
            proposed += near
            orphaned += [judgement] * (not known and not same and not near)
    return Followed(tuple(applied), tuple(proposed), tuple(orphaned))


def _last_words(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Of several words on one claim the last, in the order in which they were said."""
    last: dict[tuple[str, bool], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.when, j.model_dump_json())):
        last.pop((judgement.claim, judgement.action == "retract"), None)
        last[judgement.claim, judgement.action == "retract"] = judgement
    return list(last.values())


def _versions(said: Sequence[Judgement], claims: Claims) -> Mapping[str, Mapping[str, Sequence[Claim]]]:
    """Unjudged claims by their article's address (its text's hash where it has none), and by the version of the text."""
    versions: defaultdict[str, defaultdict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    if not said:
        return versions
    judged = {judgement.claim for judgement in said}
    wanted = {judgement.statement.url or judgement.statement.article for judgement in said if judgement.statement}
    for claim in claims.only(pc.is_in(claims.table["address"], pa.array(sorted(wanted), pa.string()))).each():
        if claim.id not in judged:
            versions[claim.article.url or claim.article.sha256][claim.article.sha256].append(claim)
    return versions


def _elsewhere(
    judgement: Judgement, versions: Mapping[str, Mapping[str, Sequence[Claim]]], *, known: bool
) -> tuple[list[Judgement], list[Proposal]]:
    """What a judgement is about in the versions of its article; where its own id is known, in the others only."""
    applied: list[Judgement] = []
    proposed: list[Proposal] = []
    about = judgement.statement
    if about is None:
        return applied, proposed
    for version, claims in versions.get(about.url or about.article, {}).items():
        if known and version == about.article:
            continue
        same = [claim for claim in claims if _is_same(judgement, about, claim)]
        if len(same) == 1:
            applied.append(judgement.model_copy(update={"claim": same[0].id}))
        elif near := _nearest(judgement, about, claims):
            proposed.append(near)
    return applied, proposed


def _is_same(judgement: Judgement, about: Statement, claim: Claim) -> bool:
    if (claim.relation, _actor(claim), key(claim.place.text)) != (about.relation, about.actor, key(about.place)):
        return False
    if claim.article.sha256 == about.article:
        return claim.place.start == about.place_start
    evidence = claim.evidence
    return (evidence.prefix, evidence.quote, evidence.suffix) == (judgement.prefix, judgement.quote, judgement.suffix)


def _actor(claim: Claim) -> str | None:
    return claim.actor.id or claim.actor.text


def _nearest(judgement: Judgement, about: Statement, claims: Iterable[Claim]) -> Proposal | None:
    """The most alike among the claims at a place called the same."""
    words = judgement.prefix + judgement.quote + judgement.suffix
    likely = [
        Proposal(judgement, claim, ratio(words, claim.evidence.prefix + claim.evidence.quote + claim.evidence.suffix))
        for claim in claims
        if key(claim.place.text) == key(about.place)
    ]
    best = max(likely, key=lambda p: (p.likeness, p.claim.relation == about.relation, p.claim.id), default=None)
    return best if best and best.likeness >= _ALIKE else None


def _issue(judgement: Judgement, kind: str, message: str) -> Issue:
    # Issues are published; who said it is not.
    return Issue(stage="timeline", kind=kind, message=message, claim=judgement.claim, text=judgement.quote or None)
