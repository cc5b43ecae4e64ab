"""Places named in an aside behind a noun that ranks them in a region ("the largest city in Darfur, Nyala, fell")."""

from collections.abc import Sequence

from whoheld.extract.phrases.phrase import Phrase, Places, parted
from whoheld.extract.places.openings import REGIONS
from whoheld.extract.words.scan import Unit

_LYING = frozenset({"in", "of", "on"})
"""Cases of the region in which a place has its rank."""
_TO_RANK = 3
"""Words from a noun back to the one that ranks it ("the second biggest oil field")."""
_SUPERLATIVE = "est"
_RANKS = frozenset({"ranking", "capital"})
"""Cues of words that say which of the places of a region one is ("the main port", "the provincial capital")."""


def name_ranked(units: Sequence[Unit], phrases: list[Phrase]) -> None:
    """Joins such a noun and its name to one phrase, so that the region between them is not taken for the place."""
    for name in [p for p in phrases[1:] if isinstance(p, Places) and p.case == "comma" and _alone(units, p)]:
        at = next(n for n, phrase in enumerate(phrases) if phrase is name)
        region = phrases[at - 1]
        lies = region.case in _LYING and not (isinstance(region, Places) and _has_noun(units, region))
        first = at - 1 - lies
        noun = phrases[first] if first >= 0 else None
        if region.last != name.first - 1 or not isinstance(noun, Places) or not _has_noun(units, noun):
            continue
        beside = not lies or _next(units, noun, region)
        if beside and noun.anaphor != "many" and _ranked(units, noun, phrases[first - 1] if first else None):
            phrases[first : at + 1] = [Places(noun.first, name.last, noun.case, names=name.names)]


def _alone(units: Sequence[Unit], name: Places) -> bool:
    """Whether one town or site stands by itself between commas, of which something is said if no gazetteer knows it."""
    after = units[name.last + 1] if name.last + 1 < len(units) else None
    ends = after is None or parted(after.gap)
    told = after is not None and "trigger" in after.tags and "report" not in after.tags
    one = len(name.names) == 1 and (name.names[0].known or told) and name.names[0].kind not in REGIONS
    return ends and one and not (name.modifier or _has_noun(units, name))


def _has_noun(units: Sequence[Unit], phrase: Places) -> bool:
    return "head" in units[phrase.first].tags


def _next(units: Sequence[Unit], noun: Places, region: Phrase) -> bool:
    """Whether only a preposition and an article part a noun from its region."""
    between = units[noun.last + 1 : region.first]
    return bool(between) and all(unit.tags & {"preposition", "article"} and not unit.gap for unit in between)


def _ranked(units: Sequence[Unit], noun: Places, before: Phrase | None) -> bool:
    """Whether a noun bears a rank, and is not itself said of a name before it ("Nyala, the largest city in Darfur, …")."""
    opens = noun.first
    while opens > max(0, noun.first - _TO_RANK) and not parted(units[opens].gap) and _before_noun(units[opens - 1]):
        opens -= 1
    said_of = isinstance(before, Places) and before.last == opens - 1 and parted(units[opens].gap)
    ranks = (
        bool(unit.tags & {"ordinal", "nth"})
        or not (unit.cues | unit.tail_cues).isdisjoint(_RANKS)
        or unit.word.endswith(_SUPERLATIVE)
        for unit in units[opens : noun.first + 1]
    )
    return not said_of and any(ranks)


def _before_noun(unit: Unit) -> bool:
    """Whether a word may stand in a noun phrase before its noun."""
    return not unit.capital and (not unit.tags or bool(unit.tags & {"article", "ordinal", "nth", "adverb", "number"}))
