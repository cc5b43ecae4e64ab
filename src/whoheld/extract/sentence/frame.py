"""A frame: a trigger of a sentence with what was bound to it."""

from dataclasses import dataclass, field

from whoheld.extract.phrases.phrase import Party, Phrase, Places, parted
from whoheld.extract.sentence.line import Line
from whoheld.lang import Entry, Trigger

BARE = frozenset({"", "comma", "list", "after"})
"""Cases of subjects: no preposition governs them."""
BREAKS = frozenset({"after", "before", "when", "hypothesis", "contrast"})
"""Classes of words that begin another clause."""
OTHER_CLAUSE = BREAKS | {"trigger", "relative"}
"""Classes of words with which another clause is told."""
SAYS = frozenset({"report", "denial"})
"""Classes of verbs of saying."""
AUXILIARY = frozenset({"be", "have", "had", "adverb", "still", "now", "modal", "to", "become", "direction", "both", "negation"})
"""Classes of words that stand between a subject and its verb."""
_PREDICATING = frozenset({"be", "have", "had", "modal", "become", "relative"})
"""Classes of words by which a clause says something of its subject."""
_SUBORDINATE = frozenset({"relative", "to", "report", "pronoun", "had"})
_RANKS = frozenset({"title", "voice"})
_SERVED = frozenset({"in", "at", "of", "for", "owner"})
"""Cases of those whom somebody serves ("an officer in the army", «قيادي في الحشد»)."""
_TO_OFFICER = 3
"""Words from a verb of saying to who says it."""


@dataclass(slots=True)
class Frame:
    """A trigger with what was bound to it.

    Attributes:
        at: unit index of the trigger.
        voice: ``active``, ``passive``, ``reduced``, ``noun``, ``state``, ``compound``, or
            ``ended`` of a noun that a verb brings to an end ("ended its control of").
        pivot: the unit before which the subject stands: the trigger, or the light verb that carries its noun.
        places, actor, loser: what was found; an actor that only a pronoun names is left to the discourse.
        stranger: whether its subject is no party.
        rivals: the two of whom each says that the place is his; both: whether two sides say so that are not named.
        pronoun: gender of the pronoun that stands for the actor (``n`` where the language does not tell), or empty.
        pronoun_at: unit index of the pronoun that is its subject, or -1: whom it means has been named before it.
    """

    at: int
    entry: Entry
    trigger: Trigger
    voice: str
    pivot: int
    places: list[Places] = field(default_factory=list)
    actor: Party | None = None
    loser: Party | None = None
    pronoun: str = ""
    pronoun_role: str = ""
    pronoun_at: int = -1
    stranger: bool = False
    rivals: tuple[Party, ...] = ()
    both: bool = False

    @property
    def attributive(self) -> bool:
        """Whether it only says beside its name whose a place is ("rebel-held Douma was shelled")."""
        return self.voice == "compound" and bool(self.places) and self.places[0].first > self.at


def adjoins(line: Line, at: int, frame: Frame) -> bool:
    """Whether a conjunction of time only governs a noun before the main verb («بعد معارك عنيفة حررت القوات المدينة»)."""
    verb = frame.pivot
    if not (line.verb_first and line.finite(verb)) or at + 1 >= verb or "clausal" in line.units[at].tail_cues:
        return False
    between = range(at + 1, verb)
    return all(line.units[n].tags.isdisjoint(_SUBORDINATE) and not line.finite(n) for n in between)


def as_places(phrase: Phrase | None) -> Phrase | None:
    """A phrase as places, where it is the name of a town that may stand for a government; else as it is."""
    return phrase.town if isinstance(phrase, Party) and phrase.town is not None else phrase


def as_party(line: Line, phrase: Phrase | None) -> Party | None:
    """A phrase as a party: itself, or a name of capitals that no gazetteer knows, where only a party can stand."""
    if isinstance(phrase, Party):
        return phrase
    if not isinstance(phrase, Places) or phrase.anaphor or phrase.modifier or len(phrase.names) != 1 or phrase.names[0].known:
        return None
    if _counted(line, phrase.first):
        return None
    units = line.units[phrase.first : phrase.last + 1]
    if any(unit.tags & {"head", "share", "area", "month", "weekday"} for unit in units) or not units[0].capital:
        return None
    statal = _titled(line, phrase.first)
    return Party(phrase.first, phrase.last, phrase.case, start=phrase.names[0].start, end=phrase.names[0].end, statal=statal)


def _counted(line: Line, at: int) -> bool:
    """Whether people are counted, who are no side by that ("17,000 Bosnian Moslems")."""
    before = at - 1
    while before > 0 and line.units[before].tags & {"country", "people", "direction"} and not line.units[before + 1].gap:
        before -= 1
    return before >= 0 and line.units[before].word[0].isdigit() and not line.units[before + 1].gap


def _titled(line: Line, at: int) -> bool:
    """Whether an office stands before a person's name ("President Anna Novak")."""
    while at > 0 and line.units[at].capital and not line.units[at].gap:
        at -= 1
        if "official" in line.units[at].tags:
            return True
    return False


def speaks_for(line: Line, phrase: Phrase) -> bool:
    """Whether one of a party's men speaks for it ("said an officer in the Iraqi army", «أعلن قيادي في الحشد»)."""
    officer = phrase.first - 1 - (not line.units[phrase.first].reading.preposition)
    if phrase.case not in _SERVED or officer < 1 or line.units[officer].tags.isdisjoint(_RANKS):
        return False
    return any("report" in unit.tags and not unit.gap for unit in line.units[max(0, officer - _TO_OFFICER) : officer])


def apposed(line: Line, frame: Frame) -> bool:
    """Whether a state only tells of what place its clause speaks ("Susah, the last village in IS hands, was taken")."""
    place = frame.places[-1] if frame.voice == "state" and frame.places and not line.verb_first else None
    if place is None or place.last + 1 >= frame.at or not parted(line.units[place.last + 1].gap):
        return False
    return all(line.units[at].tags.isdisjoint(_PREDICATING) and not line.told(at) for at in range(place.last + 1, frame.at))
