"""The places just told, of which an Arabic clause behind them says whose they were («على سنجار وزمار، وكانت تحت سيطرة …»)."""

from whoheld.extract.phrases.phrase import Party, Places
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_WITHIN = frozenset({"preposition", "adverb", "still", "now", "time", "whole"})
_COUNTING = frozenset({"head", "copula", "both", "quantity", "number", "function", "bound", "share", "pair", "trigger", "whole"})
_COUNTING |= {"adverb"}
"""Classes of words by which a clause counts places or calls them something («وكلها مناطق», «وهما مدينتان»)."""
_OPENING, _AND = frozenset({"copula", "adverb"}), "و"
"""Classes of the words that begin such a clause, and how they are joined («وهما», «وكلها»)."""
_TO_VERB, _TO_PLACES = 3, 5
"""Words from a state to «كانت», and from there to the places."""
_TOLD = frozenset({"", "on", "of", "from", "list", "at"})
_IN = frozenset({"in", "at"})


def was_whose(line: Line, frame: Frame) -> Places | None:
    """The places that a clause with «كان» takes up where it names none itself, or None."""
    verb = frame.at - 1
    while verb > max(line.begins, frame.at - _TO_VERB) and line.units[verb].tags & _WITHIN and line.phrase(verb) is None:
        verb -= 1
    if frame.voice != "state" or "had" not in line.units[verb].tags or line.phrase(verb) is not None or last_to_be(line, frame):
        return None
    opens = verb
    while opens > max(line.begins, verb - _TO_PLACES) and _counts(line, opens - 1):
        opens -= 1
    if not (line.units[opens].tags & _OPENING and line.units[opens].word.startswith(_AND)):
        opens = verb if line.units[verb].reading.conjunction else 0
    return _just_told(line, opens - 1) if opens > line.begins + 1 else None


def last_to_be(line: Line, frame: Frame) -> bool:
    """Whether «كان» only tells of which kind a place was the last or largest that somebody had («آخر مدينة كانت بيد الجيش»)."""
    verb = next((at for at in range(frame.at, max(line.begins, frame.at - _TO_VERB), -1) if "had" in line.units[at].tags), 0)
    noun = verb - 1
    while (
        noun > line.begins
        and line.units[noun].tags <= {"function"}
        and line.phrase(noun) is None
        and not line.units[noun + 1].gap
    ):
        noun -= 1
    head = line.units[noun].entry("head") if noun > line.begins and not line.units[noun + 1].gap else None
    ranked = head is not None and "apposing" in line.units[noun - 1].tags and not line.units[noun].gap
    return ranked and not line.units[verb].reading.conjunction


def _counts(line: Line, at: int) -> bool:
    unit, phrase = line.units[at], line.phrase(at)
    named = isinstance(phrase, Party) or (isinstance(phrase, Places) and bool(phrase.names))
    return not named and not line.units[at + 1].gap and (not unit.tags or bool(unit.tags & _COUNTING))


def _just_told(line: Line, last: int) -> Places | None:
    """The named places that end at a unit, or before the one in which they only lie."""
    places = line.phrase(last)
    if isinstance(places, Places) and places.case in _IN:
        earlier = line.phrase(places.first - 1 - (places.case == "in"))
        places = earlier if isinstance(earlier, Places) else places
    told = isinstance(places, Places) and bool(places.names) and places.case in _TOLD and not places.modifier
    return places if isinstance(places, Places) and told else None
