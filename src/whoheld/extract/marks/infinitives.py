"""Infinitives: which only name a purpose, and which tell what was done ("the first town to fall")."""

from itertools import takewhile

from whoheld.extract.dates.words import says
from whoheld.extract.phrases.phrase import Party, labelled, parted
from whoheld.extract.sentence.frame import AUXILIARY, Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.letters import TIMES
from whoheld.extract.words.scan import Unit
from whoheld.model import Relation

_TO_VERB = frozenset({"base", "present"})
_TWO_VERBS = 3
"""Words from "to" to the second of two infinitives."""
_SPAN = frozenset({"number", "unit", "about", "quantity", "plural", "dual", "indefinite"})
"""Classes of words that tell how long something takes."""
_LENGTH = _SPAN | {"adverb"}
_TO_SPAN = frozenset({"preposition", "except", "about"})
"""Classes of words between a verb of need and how long something took («إلى نحو», «سوى إلى»)."""
_EXCEPT = frozenset({"except", "about"})
_UNITS = frozenset({"unit", "plural", "dual"})
_TO_UNIT = 6
"""Words from a verb of need, or whose it is, to the noun for a length of time."""
_UNTOLD = frozenset({"modal", "negation", "to"})
"""Classes of words before a verb by which it tells no deed."""
_TO_HELPER = 3
"""Words from a verb back to the first that helps it."""
_NO_VERB = frozenset({"head", "preposition", "function"})
"""Classes of words behind "to" that are no infinitive ("from town to town and")."""
_WHEN = TIMES | {"preposition", "article", "adverb", "ordinal", "number", "season"}
"""Classes of words that only tell when, between a noun for a campaign and its verb."""
_WHEN_ALONE = _WHEN - {"article"} | {"unit", "reference"}
_SPANS = frozenset({"unit", "weekday", "month", "season"})
"""Classes of words with which "last" is a time and no rank."""
_RANKED = 5
"""Words from "first" to the infinitive that tells of what it is the first."""


def purposed(line: Line, at: int, frame: Frame) -> bool:
    """Whether "to" stands right before the trigger or the light verb that carries it, so that it only names a purpose."""
    if "to" not in line.units[at].tags or (at and frame.trigger.relation is Relation.HOLDS and _claims(line.units[at - 1])):
        return False
    follows = at + 1 in {frame.at, frame.pivot} or (at + 2 in {frame.at, frame.pivot} and "adverb" in line.units[at + 1].tags)
    if not follows and _helps_to(line, at + 1, frame):
        return True
    return follows and _takes_to(line.units[at + 1], frame) and not done(line, at)


def begins_other(line: Line, at: int) -> bool:
    """Whether what an English verb tells to begin is a thing that it governs, and no deed behind "to" ("began a push to")."""
    after = line.units[at + 1] if at + 1 < len(line.units) else None
    return not line.verb_first and "inchoative" in line.units[at].cues and after is not None and "article" in after.tags


def _helps_to(line: Line, verb: int, frame: Frame) -> bool:
    """Whether others are only to be helped to do something ("were sent to help Afghan units hold the district")."""
    if verb >= frame.pivot - 1 or "assisting" not in line.units[verb].cues or line.units[verb].gap:
        return False
    whom = line.phrase(frame.pivot - 1 - ("to" in line.units[frame.pivot - 1].tags))
    opened = any(unit.gap or "relative" in unit.tags for unit in line.units[verb + 1 : frame.pivot + 1])
    return isinstance(whom, Party) and not opened and _takes_to(line.units[frame.pivot], frame)


def done(line: Line, to: int) -> bool:
    """Whether "to" leads to what was done ("It took a week to retake", "the first town to fall", "forced it to leave")."""
    return _takes_time(line, to) or _ranked(line, to) or _made_to(line, to) or _bursts_in(line, to)


def _bursts_in(line: Line, to: int) -> bool:
    """Whether men are told to have come in with force, so that they did what they came for ("swept in last week to seize")."""
    at = to - 1
    while at > line.begins and line.units[at].tags & _WHEN_ALONE and not line.units[at + 1].gap:
        at -= 1
    at -= at > line.begins and labelled(line.units[at], "in")
    verb, inside = line.units[at], line.units[at + 1]
    came_in = "bursting" in verb.cues and (verb.tail != verb.word or labelled(inside, "in"))
    return came_in and not any(unit.tags & _UNTOLD for unit in line.before(at, _TO_HELPER))


def _claims(unit: Unit) -> bool:
    """Whether a verb tells what somebody says of himself ("claims to control the town")."""
    return "boast" in unit.tags and "report" in unit.tags


def _made_to(line: Line, to: int) -> bool:
    """Whether somebody did what "to" leads to, because another made him do it ("forced the army to withdraw")."""
    whom = line.phrase(to - 1)
    verb = whom.first - 1 if isinstance(whom, Party) and whom.last == to - 1 and not line.units[to].gap else 0
    while verb > 0 and "article" in line.units[verb].tags and not line.units[verb].gap:
        verb -= 1
    if verb < 1 or "causing" not in line.units[verb].cues or line.verb_first:
        return False
    helpers = takewhile(lambda unit: not unit.tags.isdisjoint(AUXILIARY), line.before(verb, _TO_HELPER))
    return not any(unit.tags & {"modal", "negation"} for unit in helpers)


def _ranked(line: Line, to: int) -> bool:
    """Whether an infinitive tells what befell the first or last of several ("the first town to fall to the rebels")."""
    for at in range(to - 1, max(-1, to - 1 - _RANKED), -1):
        compound = "-" in {line.units[at].gap, line.units[at + 1].gap}  # "the fifth rebel-held town to fall"
        if line.units[at + 1].gap not in {"", "-"} or (line.units[at].tags & {"trigger", "preposition"} and not compound):
            return False
        dated = not line.units[at + 1].tags.isdisjoint(_SPANS)  # "staged an attack last week to seize"
        if not dated and (line.units[at].tags & {"ordinal", "nth"} or "ranking" in line.units[at].cues):
            return not line.verb_first
    return False


def topic(line: Line, frame: Frame) -> bool:
    """Whether a participle is itself what something is said of ("Taking the city is part of the plan"), and tells no deed."""
    opens = frame.at == line.begins or bool(line.units[frame.at].gap)
    after = max((phrase.last for phrase in frame.places), default=frame.at) + 1
    if line.verb_first or frame.entry.tense != "ing" or not opens or after >= len(line.units) or line.units[after].gap:
        return False
    unit = line.units[after]
    return not unit.tags.isdisjoint(("be", "still", "modal")) and "past_copula" not in unit.cues


def first_of_two(line: Line, at: int) -> int:
    """The first of two infinitives that a conjunction joins ("to liberate and cleanse", "to attack and seize"), or the unit."""
    if at < _TWO_VERBS or "conjunction" not in line.units[at - 1].tags or "to" not in line.units[at - _TWO_VERBS].tags:
        return at
    first, base = line.units[at - 2], any(entry.tense == "base" for entry in line.units[at].entries)
    verb = line.phrase(at - 2) is None and not first.capital and first.tags.isdisjoint(_NO_VERB)
    return at - 2 if base and verb and not line.units[at].gap else at


def once_so(line: Line, frame: Frame) -> bool:
    """Whether a compound tells whose a place was that is one of several to fall ("the fifth rebel-held town to fall to")."""
    to = next((n for n in range(frame.at + 1, min(frame.at + _RANKED, len(line.units))) if "to" in line.units[n].tags), 0)
    return to > 0 and to + 1 < len(line.units) and "trigger" in line.units[to + 1].tags and _ranked(line, to)


def joined_to_purpose(line: Line, frame: Frame) -> bool:
    """Whether a plain verb goes on from an infinitive of purpose ("working to drive them out of Gwoza and retake the town")."""
    before = frame.pivot - 1
    while before > line.begins and "adverb" in line.units[before].tags and not line.units[before + 1].gap:
        before -= 1
    base = any(entry.tense == "base" for entry in line.units[frame.pivot].entries)
    if line.verb_first or before < _TWO_VERBS or "conjunction" not in line.units[before].tags or not base:
        return False
    if frame.trigger.relation not in {Relation.GAINED, Relation.LOST}:
        return False  # "want to win the war and hold Goma"
    for at in range(before - 1, line.begins, -1):
        unit = line.units[at]
        if line.phrase(at) is not None:
            continue
        if unit.tags & {"relative", "report", "conjunction", "contrast", "achieve"} or parted(line.units[at + 1].gap):
            return False
        if "to" in unit.tags and any(entry.tense == "base" for entry in line.units[at + 1].entries):
            return not (done(line, at) or line.units[at - 1].tags & {"achieve"} or "attaining" in line.units[at - 1].cues)
        if any(entry.tense in {"past", "ed"} for entry in unit.entries) and not any(e.tense == "base" for e in unit.entries):
            return False
    return False


def _takes_time(line: Line, at: int) -> bool:
    """Whether what "to" leads to was done, because only its time is told ("It took the army a week to retake Goma")."""
    for left in range(1, at):
        unit = line.units[left]
        if "durative" in unit.cues and all(unit.tags.isdisjoint(_UNTOLD) for unit in line.before(left, _TO_HELPER)):
            whom = line.phrase(left + 1) or line.phrase(left + 2)
            if _only_time(line, left + 1, at):
                return True
            return "pronoun" in line.units[left - 1].tags and isinstance(whom, Party)
    return False


def took_time(line: Line, verb: int, told: int) -> bool:
    """Whether an Arabic verb of need says only how long something took («احتاج الجيش إلى ساعات قليلة كي يسيطر على»).

    What is denied it says only of more («لم يحتج إلى أكثر من يوم», «لم يحتج إلا إلى يوم»).
    """
    whom = line.phrase(verb + 1)
    first = whom.last + 1 if isinstance(whom, Party) else verb + 1
    counted = next((at for at in range(first, min(first + _TO_UNIT, told)) if line.units[at].tags & _UNITS), -1)
    led = line.units[first:counted] if counted > 0 and line.verb_first else []
    more = any(unit.tags & _EXCEPT for unit in led) or "negation" not in line.units[verb - 1].tags
    return bool(led) and more and all(unit.tags & (_SPAN | _TO_SPAN) and not unit.gap for unit in led)


def _only_time(line: Line, first: int, to: int) -> bool:
    """Whether units only tell how long, and whom it took so long ("took two days to", "took just two days for the army to")."""
    spans = takewhile(lambda at: line.units[at].tags & _LENGTH, range(first, to))
    stop = max(spans, default=first - 1) + 1
    counted = any(line.units[at].tags & _SPAN for at in range(first, stop))
    whom = line.phrase(stop + 1) or line.phrase(stop + 2) if stop < to else None
    told_of = isinstance(whom, Party) and says(line.units, stop, "for") and whom.last == to - 1
    return counted and (stop == to or told_of)


def _takes_to(unit: Unit, frame: Frame) -> bool:
    return frame.entry.tense in _TO_VERB or any(entry.tense in _TO_VERB for entry in unit.entries)


def campaign_acts(line: Line, at: int, frame: Frame) -> bool:
    """Whether a noun for a campaign is the subject of a verb that tells what it did ("A rebel offensive in May drove them")."""
    verb = next((n for n in range(at + 1, frame.pivot) if "causing" in line.units[n].cues), frame.pivot)  # "forced them to"
    past = any(entry.tense in {"past", "ed"} for entry in line.units[verb].entries)
    told = verb < frame.pivot or (frame.voice == "active" and past)
    if line.verb_first or not told or not only_noun(line.units[at]) or line.units[at].gap == "-":
        return False
    between = line.units[at + 1 : verb]
    return all(unit.tags & _WHEN and not unit.gap for unit in between)


def only_noun(unit: Unit) -> bool:
    """Whether a word like "campaign" is a noun only, which governs no verb that says by what means it went on."""
    return all(entry.tense in {"noun", ""} for entry in unit.entries if entry.tag == "plan")
