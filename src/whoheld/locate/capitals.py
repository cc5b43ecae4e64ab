"""The capital of a country where a text calls it nothing else: "the Libyan capital", «عاصمة البلاد»."""

from collections.abc import Iterable, Sequence

from whoheld.gazetteer import Gazetteer
from whoheld.geodata import Theatre
from whoheld.locate.context import Words
from whoheld.locate.heads import countries
from whoheld.locate.sites import found
from whoheld.model import Mention

CAPITAL = "capital"
"""The kind of a mention that is no name but the word for a capital."""
_MINOR = 3
"""A country named so many times less often than another is not what a text is about."""


def name_capitals(decided: Sequence[Mention], words: Words, gazetteer: Gazetteer, theatre: Theatre | None) -> tuple[Mention, ...]:
    """The mentions of a text, with those that only call a town the capital at that of the country that leaves no doubt.

    That is the country which the mention itself tells, else the only one that the text names much, else the theatre's only one.
    """
    if not any(mention.kind == CAPITAL for mention in decided):
        return tuple(decided)
    spoken = _spoken_of(words, gazetteer, decided, theatre)
    return tuple(_at(mention, spoken, gazetteer) if mention.kind == CAPITAL else mention for mention in decided)


def _at(mention: Mention, spoken: str, gazetteer: Gazetteer) -> Mention:
    own = _told(Words(mention.text))
    code, why = (own, "told by the words") if own else (spoken, "the country that the text is about")
    capital, country = gazetteer.capital(code), gazetteer.country(code)
    if capital is None or country is None:
        return mention.model_copy(update={"reason": "not found: the text does not say which country's capital", "candidates": ()})
    return found(mention, capital, f"the capital of {country.name}, {why}", ())


def _told(words: Words) -> str:
    """The only country of which some words are the name or what belongs to it, or empty."""
    named = [code for code, names in countries().items() if words.says_any(names)]
    return named[0] if len(named) == 1 else ""


def _spoken_of(words: Words, gazetteer: Gazetteer, decided: Iterable[Mention], theatre: Theatre | None) -> str:
    """The country that a text is about, or empty where it names several or none and the theatre is not of one."""
    votes = {code: words.count((*names, *(f"{name}s" for name in names))) for code, names in countries().items()}  # "Rwanda's"
    for place in (gazetteer.get(mention.id) for mention in decided if mention.id):
        if place is not None and place.country:
            votes[place.country] = votes.get(place.country, 0) + 1
    most = max(votes.values(), default=0)
    if not most:
        return theatre.file.countries[0] if theatre is not None and len(theatre.file.countries) == 1 else ""
    likely = [code for code, count in votes.items() if count * _MINOR >= most]
    return likely[0] if len(likely) == 1 else ""
