"""Airports, bases and the like that a list names among towns ("Goma, its airport, the Mubambiro base and the port of Sake")."""

from whoheld.extract.phrases.phrase import Places
from whoheld.extract.places.openings import SITES
from whoheld.extract.sentence.line import Line

_DETERMINING = frozenset({"article", "possessive", "adverb", "direction", "conjunction"})
"""Classes of words between two members of such a list."""


def sites_after(line: Line, first: Places) -> list[Places]:
    """The airports and the like that follow a phrase, to the last that "and" joins ("Goma, its airport, a base and the port")."""
    found, last = list[Places](), first
    for phrase in line.phrases:
        if phrase.first <= last.last:
            continue
        opens = next((n for n in range(phrase.first, last.last, -1) if line.units[n].gap), phrase.first)
        beside = all(unit.tags & _DETERMINING for unit in line.units[last.last + 1 : phrase.first])
        parted_off = "," in line.units[opens].gap or phrase.case == "list"
        if not isinstance(phrase, Places) or phrase.modifier or not (line.heads(phrase) and beside and parted_off):
            return []
        found.append(phrase)
        if phrase.case == "list" or (len(phrase.names) > 1 and phrase.first > first.last + 1):
            return found if len(found) > 1 and any(_is_site(each) for each in found) else []
        last = phrase
    return []


def _is_site(phrase: Places) -> bool:
    kinds = {phrase.anaphor, *(name.kind for name in phrase.names)}
    return not kinds.isdisjoint(SITES)
