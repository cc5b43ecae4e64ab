"""Sites that a text calls nothing but their kind, "the airport", once it has said of which town it speaks."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from whoheld import text
from whoheld.gazetteer import Gazetteer, sites
from whoheld.locate.candidates import Finder
from whoheld.locate.context import Words
from whoheld.locate.heads import TOWN, kind_alone
from whoheld.locate.rank import has_name_of
from whoheld.model import Candidate, Mention, Place

_SITE_REACH_M = 30_000
"""A site further from a town is hardly called the town's, or nothing but its kind."""
_NO_SITES = frozenset({"district"})
"""Told by their town where they bear its name, but "the district" may be any."""
_REMEMBERED = 6
"""Sentences after which a text no longer speaks of a town that it has named."""
_SENTENCE_END = re.compile(r"[.!?؟]\s|\n")


def name_sites(
    content: str, decided: Sequence[Mention], words: Words, finder: Finder, gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """The mentions of a text, with those that are but the word of a kind at the site that the text leaves no doubt of.

    That is the only site of the kind that the text names; else the one near the only town that the text names, or the one that
    it speaks of; else that town's own, at the town's point.
    """
    places = [(mention.start, place) for mention in decided if mention.id and (place := gazetteer.get(mention.id))]
    sentences = [0, *(match.start() for match in _SENTENCE_END.finditer(content))]
    told = _Told(content, sentences, places, words, finder.own)
    return tuple(mention if mention.id else _at_site(mention, told, gazetteer) for mention in decided)


class _Told(NamedTuple):
    """What a text tells of places: where its sentences begin, where claims name which place, and what names the theatre's."""

    content: str
    sentences: Sequence[int]
    places: Sequence[tuple[int, Place]]
    words: Words
    own: Callable[[str], Sequence[Place]]

    def named(self) -> Sequence[Place]:
        """The places of its claims, and others that it names."""
        told = (*self.words.places(self.own), *(place for _, place in self.places))
        return list({place.id: place for place in told}.values())

    def spoken_of(self, at: int) -> Place | None:
        """The town that a text speaks of at an offset: the only one that its claims name in the last sentence that has any.

        Where other towns stand between that sentence and the offset, it may have turned to one of these.
        """
        last = at
        for first in self.sentences[: bisect_left(self.sentences, at)][: -_REMEMBERED - 1 : -1]:
            towns = {place.id: place for start, place in self.places if first <= start < last and place.kind == TOWN}
            if towns:
                return next(iter(towns.values())) if len(towns) == 1 else None
            if any(place.kind == TOWN for place in Words(self.content[first:last]).places(self.own)):
                return None
            last = first
        return None


def _at_site(mention: Mention, told: _Told, gazetteer: Gazetteer) -> Mention:
    kind = kind_alone(text.key(mention.text))
    if not sites.is_told_by_town(kind) or kind in _NO_SITES:
        return mention
    named = told.named()
    if alike := [place for place in named if place.kind == kind]:
        return _the_only(mention, alike, f"the only {_in_words(kind)} that the text names")
    towns = [place for place in named if place.kind == TOWN]
    if len(towns) == 1:
        return site_of(towns[0], "the only town that the text names", mention, kind, gazetteer)
    if town := told.spoken_of(mention.start):
        return site_of(town, "the town that the text speaks of", mention, kind, gazetteer)
    return mention.model_copy(update={"reason": f"not found: the text does not say which {_in_words(kind)}"})


def site_of(town: Place, why: str, mention: Mention, kind: str, gazetteer: Gazetteer) -> Mention:
    """The mention at the site of that kind near a town, of several at the one of its name; where none is known, at the town.

    A district of another name near the town is another district.
    """
    near = () if kind in _NO_SITES else gazetteer.own_near(town, kind, _SITE_REACH_M)
    bearing = [site for site in near if any(has_name_of(name, town) for names in site.names.values() for name in names)]
    if len(bearing) == 1 < len(near):
        return found(mention, bearing[0], f"the {_in_words(kind)} of {town.name}, {why}", mention.candidates)
    if near:
        return _the_only(mention, near, f"the only {_in_words(kind)} near {town.name}, {why}")
    reason = f"shown at {town.name}, {why}; its own point is not known"
    return found(mention, sites.of_town(town, kind), reason, mention.candidates)


def _the_only(mention: Mention, places: Sequence[Place], reason: str) -> Mention:
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
