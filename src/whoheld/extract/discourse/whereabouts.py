"""Places to which men are sent, in which a government decides or against which they go, and which of them "the town" is."""

from itertools import takewhile

from whoheld.extract.phrases.phrase import COMMAS, Party, Places, parted
from whoheld.extract.sentence.line import Line

_MOVED = frozenset({"to", "from", "for"})
"""Cases of where others come from or are sent."""
_TO_SENDING = 8
"""Words from a verb of sending to where."""
_RULING = frozenset({"official", "ministry", "title"})
_OF_THE_PLACE = frozenset({"local", "voice"})
"""Classes of words for those who rather speak of the place where they are."""
_TO_OFFICE = 3
"""Words from whose an office is to its noun."""
_TO_VERB = 8
"""Words from a place with which a sentence begins to the verb of its subject."""
_TO_GOAL = 3
"""Words from where men set out to where they go."""
_TO_LENGTH = 3
"""Words from the place of which something lies so far to the noun for the length."""


def elsewhere_told(line: Line, places: Places) -> bool:
    """Whether a place that nothing is told of only tells where men are sent, and where or whose an office is."""
    return sent(line, places) or decided_in(line, places) or governed(line, places)


def sent(line: Line, places: Places) -> bool:
    """Whether men or goods are only sent to a place, or come from it ("sent men to Goma", "flown in from Kinshasa")."""
    if places.case not in _MOVED:
        return False
    before = range(places.first - 1, max(line.begins - 1, places.first - 1 - _TO_SENDING), -1)
    for at in before:
        if "sending" in line.units[at].cues:
            return True
        if parted(line.units[at].gap) or line.told(at):
            return False
    return False


def decided_in(line: Line, places: Places) -> bool:
    """Whether a sentence only begins with where those sit who rule or command ("In Baghdad, the prime minister ordered …")."""
    told = places.last + 1
    opens = places.case == "in" and places.first <= line.begins + 1 and told < len(line.units)
    if not opens or COMMAS.isdisjoint(line.units[told].gap):
        return False
    for at in range(told, min(told + _TO_VERB, len(line.units))):
        tags = line.units[at].tags
        if tags & _OF_THE_PLACE or isinstance(line.phrase(at), Places) or (line.units[at].gap and at > told):
            return False
        if tags & _RULING:
            return True
    return False


def governed(line: Line, places: Places) -> bool:
    """Whether a place only tells of what somebody is the governor or commander ("Herat's governor promised the district …")."""
    behind = line.units[places.last + 1 : places.last + 1 + _TO_OFFICE] if places.possessive else ()
    return any(unit.tags & {"official", "title"} for unit in takewhile(lambda unit: not parted(unit.gap), behind))


def assailed(line: Line, places: Places) -> bool:
    """Whether men have gone against a place ("attacked Baga", "an attack on Baga")."""
    at = places.first - 1
    while at > line.begins and line.units[at].tags & {"article", "preposition", "direction"} and not line.units[at + 1].gap:
        at -= 1
    if at < line.begins or line.units[at + 1].gap or isinstance(line.phrase(at), Party):
        return False
    return not line.units[at].cues.isdisjoint(("assailing", "onslaught"))


def far_off(line: Line, places: Places) -> bool:
    """Whether it is only told how far from a place another lies («تبعد 245 كيلومترا عن العاصمة مقديشو»)."""
    before = line.units[max(line.begins, places.first - _TO_LENGTH) : places.first]
    return places.case == "off" and any("length" in unit.cues for unit in before)


def sets_out(line: Line, places: Places) -> bool:
    """Whether men only set out from a place toward another, which is rather spoken of («زحف الحوثيون من صعدة نحو عمران»)."""
    goal = next((phrase for phrase in line.phrases if phrase.first > places.last), None)
    toward = isinstance(goal, Places) and goal.case == "toward" and goal.first <= places.last + _TO_GOAL
    men = line.phrase(places.first - 2)
    return toward and places.case == "from" and isinstance(men, Party) and not line.units[places.last + 1].gap
