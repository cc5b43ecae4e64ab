"""Arabic verbs of losing and winning whose subject is a town itself, and whose object is a thing («استعادت غوما هدوءها»)."""

from collections.abc import Iterator
from itertools import takewhile

from whoheld.extract.bind.figures import figurative
from whoheld.extract.phrases.phrase import Party, Places, labelled, verbal
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

_OWN = ("ها", "هما")
"""Endings of a noun that belongs to a town or to two."""
_HOW = frozenset(
    {"adverb", "preposition", "bound", "after", "before", "when", "direction", "surroundings", "conjunction", "time"}
    | {"pronoun", "relative", "contrast", "conditional", "to", "now", "still", "had", "negation", "copula", "listing"}
)
"""Classes of words that say when, where or how, and are no object."""
_WHEN = frozenset({"after", "before", "when"})
"""Classes of words that part a clause from what happened before or after it."""
_COUNTS = frozenset({"share", "quantity", "number", "about"})
_RIVAL = frozenset({"facing", "from"})
"""Cases of the town whose team another has lost to or won from."""
_RANKS = frozenset({"ordinal", "number", "apposing"})
"""Classes of words before what is received («أول دفعة»)."""
_OF_TOWN = ("ة", "ه", "ي", "ين", "ان")
"""Endings of an adjective that describes a town or two."""


def other_win(line: Line, frame: Frame) -> bool:
    """Whether a verb tells of no town's change of hands: of what a town has, a match, a vote or a feast, or in a figure."""
    if frame.pivot and "commemoration" in line.units[frame.pivot - 1].cues:
        return frame.voice in {"noun", "state"}  # "ذكرى تحرير المدينة", "ذكرى سقوطها بيد"
    clause = (*_own_clause(line, frame.at), *line.rightward(frame.at))
    figure = of_itself(line, frame) or figurative(line, frame) or _of_teams(line, frame) or _exchanged(line, frame)
    figure = figure or _of_lorries(line, frame)
    return figure or any("match" in line.units[n].tags for n in clause)


def _of_lorries(line: Line, frame: Frame) -> bool:
    """Whether lorries or the like are the subject before a verb of entering («إن ألف شاحنة مساعدات دخلت قطاع غزة»)."""
    if frame.voice != "active" or "entry" not in frame.trigger.traits:
        return False
    for left in line.leftward(frame.at):
        unit = line.units[left]
        if "conveyance" in unit.cues and not unit.reading.preposition:
            return True
        if line.phrase(left) is not None or line.told(left) or not unit.tags.isdisjoint(("to", "relative", "report")):
            return False
    return False


def _exchanged(line: Line, frame: Frame) -> bool:
    """Whether a hold is what two take from each other in turn, so that neither is said to have it now."""
    verb = frame.at - 1
    while verb > line.begins and not line.units[verb].gap and isinstance(line.phrase(verb), Party):
        verb -= 1
    return frame.voice == "noun" and "hold" in frame.trigger.traits and "exchanging" in line.units[verb].cues


def _own_clause(line: Line, at: int) -> Iterator[int]:
    """The units left of one until a word of time parts them from it («توقفت المباريات في غوما بعد سيطرة الحركة عليها»)."""
    return takewhile(lambda n: line.units[n].tags.isdisjoint(_WHEN) or line.times(n), line.leftward(at))


def _of_teams(line: Line, frame: Frame) -> bool:
    """Whether two towns are told of as teams, masculine as no town is, and nobody else is («خسر برشلونة أمام إشبيلية»)."""
    team = frame.places[0] if len(frame.places) == 1 else None
    masculine = frame.voice == "active" and frame.entry.gender == "m"
    if team is None or not masculine or team.first != frame.at + 1 or line.heads(team) or not team.names:
        return False
    if any(isinstance(phrase, Party) for phrase in line.phrases):
        return False
    others = (phrase for phrase in line.phrases if isinstance(phrase, Places) and phrase.case in _RIVAL and phrase.names)
    return any(not line.heads(phrase) for phrase in others) or any(_faces(line, n) for n in range(team.last + 1, len(line.units)))


def _faces(line: Line, at: int) -> bool:
    """Whether a preposition leads to a name that nobody knows («أمام لانس»), whom a town may play and hardly falls to."""
    after = line.units[at + 1] if labelled(line.units[at], "facing") and at + 1 < len(line.units) else None
    return after is not None and not (after.gap or after.tags or after.word.startswith("ال"))


def of_itself(line: Line, frame: Frame) -> bool:
    """Whether the only place of a transitive verb is its subject, because a thing follows that is its object."""
    receives = "receiving" in line.units[frame.at].cues and frame.voice in {"active", "noun"}
    told = frame.voice == "active" or receives
    if not line.verb_first or not told or frame.actor is not None or "object" not in frame.trigger.place:
        return False
    place = frame.places[0] if frame.places else None
    if place is None or place.anaphor in {"pronoun", "many"} or not frame.at < place.first:
        return False
    return (receives and _goods(line, place.last + 1)) or _thing(line, place.last + 1, feminine=frame.entry.gender == "f")


def _goods(line: Line, at: int) -> bool:
    """Whether an indefinite noun for what is received stands at a unit («مساعدات», «أول دفعة من اللقاحات»)."""
    first = at + (at + 1 < len(line.units) and bool(line.units[at].tags & _RANKS))
    unit = line.units[first] if first < len(line.units) else None
    plain = unit is not None and not (unit.gap or unit.reading.preposition or unit.word.startswith("ال"))
    return plain and _noun(line, first)


def _thing(line: Line, at: int, *, feminine: bool) -> bool:
    """Whether a noun for what a town has stands at a unit: its own, counted, or one that cannot be an adjective of the town."""
    unit = line.units[at] if at < len(line.units) else None
    if unit is None or unit.gap or unit.reading.preposition or isinstance(line.phrase(at), Places):
        return False
    if not unit.tags.isdisjoint(_COUNTS):
        counted = at + 1 + (at + 2 < len(line.units) and labelled(line.units[at + 1], "from"))  # "مئات من أبنائها"
        return counted < len(line.units) and not line.units[counted].gap and _noun(line, counted)
    return _noun(line, at) and (unit.word.endswith(_OWN) or (feminine and _no_adjective(unit)) or _described(line, at))


def _noun(line: Line, at: int) -> bool:
    """Whether a word may be a noun that is no party's and no place's."""
    unit = line.units[at]
    if isinstance(line.phrase(at), Places) or not unit.tags.isdisjoint(_HOW) or "totality" in unit.cues or line.finite(at):
        return False
    return line.phrase(at) is None and not unit.word.startswith("و")


def _no_adjective(unit: Unit) -> bool:
    """Whether a word bears the article and is written as no adjective of a town is («استعادت المدينة الكهرباء»)."""
    return not unit.tags - {"common"} and unit.word.startswith("ال") and not unit.word.endswith(_OF_TOWN)


def _described(line: Line, at: int) -> bool:
    """Whether an indefinite noun has an adjective of its own («كسبت المدينة شهرة واسعة»)."""
    unit, after = line.units[at], line.units[at + 1] if at + 1 < len(line.units) else None
    if (
        after is None
        or after.gap
        or unit.tags
        or after.tags - {"function", "common"}
        or line.phrase(at + 1) is not None
        or verbal(after.word)
    ):
        return False
    return all(word.endswith(_OF_TOWN[:2]) and not word.startswith("ال") for word in (unit.word, after.word))
