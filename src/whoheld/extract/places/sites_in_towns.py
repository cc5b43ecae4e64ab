"""Bases and airports that Arabic tells only by the town in which they lie («القاعدة العسكرية الواقعة في بلدة كولبيو»)."""

from collections.abc import Sequence
from dataclasses import replace

from whoheld.extract.phrases.phrase import Name, Party, Phrase, Places
from whoheld.extract.words.scan import Unit

_SITES, _OF_MEN = frozenset({"airport", "base"}), frozenset({"army_region", "formation", "armed"})
_QUALIFYING = frozenset({"function", "lying", "country", "people", "statal"})
"""Classes of words that say of which sort a site is, or whose."""
_TO_TOWN = 6
"""Words from the noun for a site to the preposition before its town."""
_INDEFINITE = "ا"
"""How an indefinite object ends («معسكرا في بلدة»)."""
_DEFINITE, _NISBA = "ال", ("يه", "ي", "يا")


def sites_in_towns(units: Sequence[Unit], phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases of a sentence, with one for each site that bears the name of its town as the site's own."""
    if not any(_kind(unit) for unit in units):
        return list(phrases)
    found = list(phrases)
    for town in phrases:
        site = _site_in(units, found, town) if isinstance(town, Places) else None
        if site is not None:
            found = [phrase for phrase in found if not site.first <= phrase.first <= site.last]
            found.insert(found.index(town), site)
    return found


def _site_in(units: Sequence[Unit], phrases: Sequence[Phrase], town: Places) -> Places | None:
    """The site that lies in a town, told before it, or None."""
    name = _town(town)
    stop = town.first if units[town.first].reading.preposition else town.first - 1
    if name is None or stop < 1 or any(unit.gap for unit in units[stop : town.first + 1]):
        return None
    parties = {at for phrase in phrases if isinstance(phrase, Party) for at in range(phrase.first, phrase.last + 1)}
    named = {at for p in phrases if isinstance(p, Places) and p.names for at in range(p.first, p.last + 1)}
    for at in range(stop - 1, max(-1, stop - 1 - _TO_TOWN), -1):
        unit = units[at]
        if at in named:
            return None
        kind = _kind(unit)
        if kind and (kind != "seat" or units[at + 1].tags & _OF_MEN):
            kind = "base" if kind == "seat" else kind
            return Places(at, stop - 1, names=[replace(name, kind=kind)])
        if unit.gap or not (at in parties or _qualifies(unit)):
            return None
    return None


def _town(phrase: Places) -> Name | None:
    """The name of the one town in which something lies."""
    name = phrase.names[0] if len(phrase.names) == 1 and phrase.case in {"in", "at"} and not phrase.modifier else None
    return name if name is not None and name.kind == "settlement" else None


def _kind(unit: Unit) -> str:
    """What a word for one site without a name calls it, or empty."""
    head = unit.entry("head")
    single = head is not None and (head.tense != "many" or unit.word.endswith(_INDEFINITE))
    seat = "seat" if "seat" in unit.tags else ""
    return head.value if head is not None and single and head.value in _SITES else seat


def _qualifies(unit: Unit) -> bool:
    adjective = unit.word.startswith(_DEFINITE) or unit.word.endswith(_NISBA)
    return unit.tags <= _QUALIFYING and adjective and not unit.reading.conjunction
