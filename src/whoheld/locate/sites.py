"""Sites that a text calls nothing but their kind, "the airport", once it has said of which town it speaks."""

from collections.abc import Sequence

from whoheld import text
from whoheld.gazetteer import Gazetteer, sites
from whoheld.locate.context import Words
from whoheld.locate.heads import kind_alone
from whoheld.model import Candidate, Mention, Place

SITE_REACH_M = 30_000
"""A site further from a town is hardly called the town's, or nothing but its kind."""
NO_SITES = frozenset({"district"})
"""Told by their town where they bear its name, but "the district" may be any."""


def name_sites(decided: Sequence[Mention], words: Words, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions of a text, with those that are but the word of a kind at the site that the text leaves no doubt of.

    That is the only site of the kind that the text names, else the only one near the only town that it names, else the only
    town's own, at the town's point. A text that names several towns leaves a doubt.
    """
    places = {mention.id: place for mention in decided if mention.id and (place := gazetteer.get(mention.id))}
    named = {place.id: place for place in words.places(gazetteer.own)} | places
    return tuple(mention if mention.id else _at_site(mention, [*named.values()], gazetteer) for mention in decided)


def _at_site(mention: Mention, named: Sequence[Place], gazetteer: Gazetteer) -> Mention:
    kind = kind_alone(text.key(mention.text))
    if not sites.is_told_by_town(kind) or kind in NO_SITES:
        return mention
    if alike := [place for place in named if place.kind == kind]:
        return the_only(mention, alike, f"the only {_in_words(kind)} that the text names")
    towns = [place for place in named if place.kind == "settlement"]
    if len(towns) != 1:
        return mention.model_copy(update={"reason": f"not found: the text does not say which {_in_words(kind)}"})
    if near := gazetteer.own_near(towns[0], kind, SITE_REACH_M):
        return the_only(mention, near, f"the only {_in_words(kind)} near {towns[0].name}, the only town that the text names")
    reason = f"the {_in_words(kind)} of {towns[0].name}, the only town that the text names; its own point is not known"
    return found(mention, sites.of_town(towns[0], kind), reason, mention.candidates)


def the_only(mention: Mention, places: Sequence[Place], reason: str) -> Mention:
    """The mention at the only one of some places; of several none is chosen."""
    if len(places) > 1:
        return mention.model_copy(update={"reason": f"not found: {places[0].name} or {places[1].name}"})
    return found(mention, places[0], reason, mention.candidates)


def _in_words(kind: str) -> str:
    return kind.replace("_", " ")


def found(mention: Mention, place: Place | Candidate, reason: str, ranked: tuple[Candidate, ...]) -> Mention:
    """The mention with its place, and why it is that."""
    told = {name: getattr(place, name) for name in ("id", "name", "lon", "lat", "precision_m")}
    return mention.model_copy(update=told | {"reason": reason, "candidates": ranked})
