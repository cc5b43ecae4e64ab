"""How a party is mentioned: beside the point, as whose something is, with an article, by words that name nobody."""

from whoheld.extract.phrases.phrase import Party
from whoheld.extract.sentence.borders import borders
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.parentheses import of_some
from whoheld.extract.words.scan import Unit

_SHORTEST = 3
"""Words of a line that is no sentence."""


def named_aside(line: Line, party: Party) -> bool:
    """Whether a country is only named as a neighbour, a town only where a report was written («كابول- سبوتنيك.»), or some's ally.

    He is that in a parenthesis on those who act ("Islamist groups -- some with links to AQIM -- took").
    """
    if not line.verb_first and of_some(line.units, party.first):
        return True
    return borders(line, party.first) or (
        line.verb_first and party.town is not None and len(line.units) <= _SHORTEST and party.first == 0
    )


def owns_it(line: Line, pronoun: int, party: Party) -> bool:
    """Whether a pronoun is only said to be a party's ("It was the army's last base save for Goma, which it holds")."""
    between = line.units[pronoun + 1 : party.first]
    told = bool(between) and "be" in between[0].tags and all(unit.tags & {"be", "article", "adverb"} for unit in between)
    return party.possessive and told


def words_of(line: Line, party: Party, article: str) -> frozenset[str]:
    """The words of a party without their articles."""
    return frozenset(unit.reading.stem.removeprefix(article) for unit in line.units[party.first : party.last + 1])


def is_definite(unit: Unit, article: str) -> bool:
    """Whether a noun bears the article."""
    return unit.reading.article or unit.reading.stem.startswith(article)


def of_somebody(party: Party) -> bool:
    """Whether units of an army are told without whose they are ("the western columns")."""
    return party.regular and party.bare and not (party.statal or party.meanings)
