"""Sites of towns: the town by which a site is told, and "the port" that is the town itself."""

from collections.abc import Iterable
from dataclasses import replace

from whoheld.extract.phrases.phrase import Name, Places
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

SITES = frozenset({"airport", "dam"})
OWNED = frozenset({"crossing", "oil_field"})
"""Kinds of sites that are a town's where a pronoun says so."""
_OF_TIME = frozenset({"after", "before"})
"""Classes of conjunctions that open a clause of time."""
_SPOKEN = frozenset({"settlement", "quarter", "many", "sites", "airport", "base", "dam", "crossing", "oil_field", "camp"})
"""What is spoken of beside a port that is a site among others ("the airport and the port")."""


def town_of(line: Line, places: Places) -> Name:
    """The town by which a site is told ("Goma airport")."""
    site, last = replace(places.names[-1], kind="settlement"), line.units[places.last]
    town, _, noun = site.key.rpartition(" ")
    if not town or noun != last.tail or "head" not in last.tags or site.end != last.stop or places.first == places.last:
        return site
    return replace(site, key=town, end=line.units[places.last - 1].stop)


def town_of_building(line: Line, phrase: Places) -> list[Name]:
    """The town whose building or airport ends the clause before that of time in which "the town" stands.

    So in «فكوا حصار قصر طليطلة بعد أن أخذوا المدينة», whatever town was taken before.
    """
    if not line.verb_first or phrase.anaphor != "settlement" or phrase.names:
        return []
    opens = next((n for n in line.leftward(phrase.first) if line.units[n].tags & _OF_TIME and not line.times(n)), 0)
    building = line.phrase(opens - 1) if opens > 1 else None
    if not isinstance(building, Places) or len(building.names) != 1 or building.modifier or line.units[opens].gap:
        return []
    noun = line.units[building.first - 1]
    of_building = (
        building.names[0].known and "common" in noun.tags and not (noun.reading.article or line.units[building.first].gap)
    )
    return [town_of(line, building)] if of_building or building.names[0].kind == "airport" else []


def is_owned(head: Unit) -> bool:
    """Whether a head noun bears the pronoun of the town whose the site is ("مطارها")."""
    entry = head.entry("head")
    return entry is not None and bool(entry.pronoun)


def calls_port(line: Line, phrase: Places) -> bool:
    """Whether a phrase without a name calls what it means a port."""
    port = any("port" in unit.cues and not is_owned(unit) for unit in line.units[phrase.first : phrase.last + 1])
    return port and phrase.anaphor == "crossing" and not phrase.names


def named_port(line: Line, places: Places) -> bool:
    """Whether a town is named as a port, which one also calls the city ("the port of Buchanan")."""
    return bool(places.names) and any(
        "port" in unit.cues and "head" in unit.tags for unit in line.units[places.first : places.last]
    )


def town_called_port(line: Line, phrase: Places, told: Iterable[Places]) -> list[Name]:
    """The town of the sentences before that "the port" is, or none where it may as well be one of its sites.

    Args:
        line: whose phrase it is.
        phrase: that calls a port.
        told: the places of which something was told in the sentences before, the last first.
    """
    before = line.units[phrase.first - 1] if phrase.first else None
    whose = before is not None and "possessive" in before.tags  # "its port"
    others = (p for p in line.phrases if isinstance(p, Places) and p is not phrase and (p.names or p.anaphor in _SPOKEN))
    if whose or next(others, None) is not None:
        return []
    names = next((places.names for places in told), [])
    return names if len(names) == 1 and names[0].kind == "settlement" else []
