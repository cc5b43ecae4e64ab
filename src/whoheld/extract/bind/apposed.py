"""The name that an English subject is told by between commas ("Its ally, the TNLA, seized Kyaukme")."""

from whoheld.extract.phrases.phrase import CONTAINER, Party, Places, parted
from whoheld.extract.sentence.frame import AUXILIARY, BARE, Frame
from whoheld.extract.sentence.line import Line

_BEFORE = frozenset({"article", "possessive", "adverb", "direction", "allied", "degree", "number", "ordinal", "quantity"})
"""Classes of words before the noun of a subject."""
_OPENING = frozenset({"conjunction", "report", "when", "contrast"})
"""Classes of words behind which a clause begins."""
_CALLING = frozenset({"article", "time", "quantity", "number", "adverb", "direction", "ordinal"})
"""Classes of words that open what a place is called."""
_CALLED = _CALLING | {"head"}
"""Classes of words of an aside on whose a place is ("the last big town in the rebels' hands")."""
_LEADING = frozenset({"title", "official"})
_HELPING = frozenset({"be", "have", "had", "modal"})
"""Classes of words right behind a party that is a subject ("rebels were battling")."""
_LONGEST = 6
"""Words of such a subject before its name."""


def named_apart(line: Line, verb: int) -> Party | None:
    """Who is named between commas right before a verb, where a common noun that names nobody opens its clause; or None."""
    stop = verb
    while stop > line.begins and not line.units[stop].gap and line.units[stop - 1].tags & AUXILIARY:
        stop -= 1
    apart = stop > line.begins + 1 and "," in line.units[stop].gap and not line.verb_first
    party = line.phrase(stop - 1) if apart else None
    if apart and party is None:
        return _led_by(line, stop - 1)
    if line.verb_first or not isinstance(party, Party) or party.possessive or party.case not in BARE | {"comma"}:
        return None
    first = party.first - ("article" in line.units[party.first - 1].tags and not line.units[party.first].gap)
    named = party.meanings or party.proper or any(unit.capital for unit in line.units[party.first : party.last + 1])
    return party if named and "," in line.units[first].gap and _opens_clause(line, first - 1) else None


def _led_by(line: Line, last: int) -> Party | None:
    """Whose leader the name between commas is that ends at a unit ("The rebels' commander, General Bosco, took …"), or None."""
    first = last
    while first > line.begins + 1 and not line.units[first].gap and line.units[first].capital:
        first -= 1
    if "," not in line.units[first].gap or not line.units[first].capital or line.units[first - 1].tags.isdisjoint(_LEADING):
        return None
    whose = line.phrase(first - 2)
    return whose if isinstance(whose, Party) and whose.possessive and not line.units[first - 1].gap else None


def _opens_clause(line: Line, noun: int) -> bool:
    """Whether a common noun for somebody ends here with which a clause begins."""
    unit = line.units[noun]
    if noun <= line.begins or unit.capital or line.phrase(noun) is not None or unit.cues.isdisjoint(("group", "ally")):
        return False
    at = noun
    while at > max(line.begins, noun - _LONGEST) and not line.units[at].gap:
        before = line.units[at - 1]
        plain = not before.tags and not before.word.endswith("ed")  # "main", but not "attacked its ally"
        if not (plain or before.possessive or before.tags & _BEFORE or line.phrase(at - 1) is not None):
            return bool(before.tags & _OPENING)
        at -= 1
    return at == line.begins or parted(line.units[at].gap)


def calls_place(line: Line, party: Party) -> bool:
    """Whether an aside only tells whose a place was ("Ardamata, the last army garrison in the west, was captured")."""
    opens = party.first
    while opens > 0 and not line.units[opens].gap and line.units[opens - 1].tags & _CALLING:
        opens -= 1
    place = line.phrase(opens - 1)
    called = opens > 0 and "," in line.units[opens].gap and isinstance(place, Places) and place.case in BARE
    after = line.units[party.last + 1] if party.last + 1 < len(line.units) else None
    acts = after is not None and (line.told(party.last + 1) or bool(after.gap) or bool(after.tags & _HELPING))
    return called and not (acts or line.verb_first or "conjunction" in line.units[opens].tags)


def apposed_state(line: Line, frame: Frame) -> Places | None:
    """The place, whatever governs it, behind which an aside says whose it is ("to Bukavu, the last city in rebel hands")."""
    if frame.voice != "state" or line.verb_first:
        return None
    opens = frame.at
    while opens > line.begins and not line.units[opens].gap:
        opens -= 1
        tags = line.units[opens].tags
        called = ("preposition" in tags or tags <= _CALLED) and not line.units[opens].capital
        if not (called or isinstance(line.phrase(opens), Party)):
            return None
    place, noun = line.phrase(opens - 1), any("head" in unit.tags for unit in line.units[opens : frame.at])
    lead = line.units[opens].tags & {"preposition"} or ("definite" in line.units[opens].cues and noun)
    opened = line.units[opens].gap == "," and bool(lead)
    told = isinstance(place, Places) and bool(place.names) and not place.modifier and place.case != CONTAINER
    return place if isinstance(place, Places) and opened and told else None
