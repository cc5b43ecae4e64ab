"""Claims get their places: the same claims, each with the place it speaks of, or with the reason why none is known."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from whoheld.claims import Claims
from whoheld.gazetteer import Gazetteer
from whoheld.geodata import Theatre
from whoheld.issues import Issues
from whoheld.locate.other_texts import decide
from whoheld.locate.resolve import is_ambiguous, resolve
from whoheld.model import Article, Claim, Issue, Mention

__all__ = ["Located", "by_other_texts", "locate", "resolve"]


class Located(NamedTuple):
    """Claims with their places found or not, and an issue for each that was not."""

    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...]


class Decided(NamedTuple):
    """The claims of several texts, and an issue for each whose place was not found."""

    claims: Claims
    issues: Issues


def locate(article: Article, claims: Sequence[Claim], gazetteer: Gazetteer, theatre: Theatre) -> Located:
    """The article's claims with their places: found, ambiguous or not found, with reasons and all candidates.

    A claim about the surroundings of a place (``extent`` area) gets the place itself.

    Args:
        article: the text in which the claims stand.
        claims: of this article; their ids do not change.
        gazetteer: where to look.
        theatre: whose places and countries go first.
    """
    mentions = tuple(dict.fromkeys(claim.place for claim in claims))
    found = dict(zip(mentions, resolve(article.text, mentions, gazetteer, theatre), strict=True))
    located = tuple(claim.model_copy(update={"place": found[claim.place]}) for claim in claims)
    issues = (_issue(article, claim) for claim in located)
    return Located(located, tuple(issue for issue in issues if issue))


def by_other_texts(claims: Claims, issues: Iterable[Issue]) -> Decided:
    """What ``locate`` gave for several texts, where those that leave no doubt of a name decide for those that do."""
    decided = decide(claims)
    found, listed = pa.array([claim.id for claim in decided], pa.string()), Issues.of(issues)
    return Decided(claims.replacing(decided), listed.only(pc.invert(pc.is_in(listed.table["claim"], found))))


def _issue(article: Article, claim: Claim) -> Issue | None:
    place: Mention = claim.place
    if place.id:
        return None
    ambiguous = is_ambiguous(place)
    remedy = "choose one with `whoheld places pin`" if ambiguous else "add it to the theatre's places.csv or import a gazetteer"
    return Issue(
        stage="locate",
        kind="ambiguous" if ambiguous else "unresolved",
        message=f"{place.text}: {place.reason}; {remedy}",
        source=article.source,
        article=article.id,
        claim=claim.id,
        text=place.text,
    )
