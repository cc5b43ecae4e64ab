"""What a frame tells of a place: that somebody gained, holds or lost it, or that it is fought over."""

from whoheld.extract.bind.elided import lying_in
from whoheld.extract.dates import Dated
from whoheld.extract.marks.marks import Marks
from whoheld.extract.phrases.meaning import same
from whoheld.extract.phrases.phrase import parted
from whoheld.extract.sentence.frame import OTHER_CLAUSE, SAYS, Frame, apposed
from whoheld.extract.sentence.line import Line
from whoheld.extract.write import Reading
from whoheld.model import Extent, Modality, Relation

_OF_PLACE = frozenset({"subject", "copula"})
"""Slots of a place of which a word says whose it is ("is theirs", "belongs to")."""


def told(frame: Frame, marks: Marks, state: str) -> Relation | None:
    """The relation of a frame; ``state`` is the preposition that makes its noun a state, or empty."""
    relation = _of_trigger(frame, marks, state)
    shared = bool(frame.rivals) or frame.both or frame.trigger.relation is Relation.CONTESTED
    if shared or frame.voice == "ended" or frame.trigger.exceptive:
        return relation
    if frame.voice == "noun" and frame.trigger.states and "subject" in frame.trigger.place and marks.relation is None:
        return None
    if frame.voice == "state" and relation is Relation.LOST:
        kept = marks.still or marks.no_longer  # what is still out of control was not lost now, nor what no longer is
        return None if kept and state == "out of" else relation
    if marks.no_longer:
        had = frame.actor is not None and frame.actor.case == "to" and "hold" in frame.trigger.traits  # «لم تعد للتنظيم سيطرة»
        return Relation.LOST if had or relation in {Relation.HOLDS, None} else None
    carried = frame.trigger.states or relation is None or (frame.voice == "noun" and "copula" in frame.trigger.place)
    if marks.still and marks.relation is Relation.GAINED and carried:
        return Relation.HOLDS  # "go on imposing their rule"
    return marks.relation if marks.relation is not None and carried else relation


def _of_trigger(frame: Frame, marks: Marks, state: str) -> Relation | None:
    trigger, tense = frame.trigger, frame.entry.tense
    if frame.both:
        return Relation.CONTESTED
    if frame.rivals:
        return Relation.GAINED if trigger.relation is Relation.GAINED else Relation.HOLDS
    rid = trigger.relation is Relation.LOST and frame.loser is not None and not frame.loser.owner
    if frame.voice == "ended" or rid:
        return Relation.GAINED  # "أخلى الجيش المدينة من المسلحين"
    happened = frame.voice == "active" and tense in {"past", "ed"}
    befell = frame.voice == "passive" and frame.actor is None and not frame.pronoun  # "was occupied without a fight"
    if (happened or befell) and trigger.past is not None and not (marks.still or marks.now):
        return trigger.past
    if tense == "present" and trigger.present is not None and not marks.ensued and (marks.still or not marks.now):
        return trigger.present
    return trigger.states[state] if frame.voice == "state" else trigger.relation


_TO_DAY = 10
"""Words from a verb of saying to the day on which something is said."""
_TO_ATTAINING = 2
"""Words from a verb back to "able to" or "succeeded in"."""
_HELPERS = 3
"""Words before a participle among which "have" stands."""


def has_changed_hands(reading: Reading, marks: Marks) -> bool:
    """Whether what is told as a state is news of a change ("is now theirs", "was with the rebels by Friday")."""
    frame = reading.frame
    attribute = frame.voice == "compound" or (frame.voice == "reduced" and reading.line.units[frame.at].reading.article)
    attribute = attribute or apposed(reading.line, frame) or _calls(reading.line, frame)
    attribute = attribute or (reading.line.verb_first and frame.voice == "state" and lying_in(reading.line, frame.at) is not None)
    left_with = frame.trigger.lasting and reading.line.verb_first  # "باتت سيطرته تقتصر على"
    still = marks.still or "still" in reading.line.units[frame.at].tags
    if reading.relation is not Relation.HOLDS or still or attribute or left_with or _back_since(reading):
        return False
    whole = reading.extent is Extent.WHOLE
    befell = frame.voice == "passive" and frame.trigger.past is not None  # "was occupied by the rebels on Monday"
    ensued = befell and (_joined_to_deed(reading.line, frame.at) or _ensued(reading.line, frame.at)) and not marks.now
    if ensued or _attained(reading.line, frame):
        return True
    now = marks.now and whole and (not frame.trigger.lasting or frame.voice == "state") and not befell
    if marks.returned or (marks.became and (whole or frame.voice == "state")) or now:
        return True
    dated = reading.date
    if reading.line.verb_first and _goes_on(reading.line, frame):
        return False
    if marks.now or dated is None or not _is_day(dated) or _began(reading, dated) or _only_said_then(reading, dated):
        return False
    predicate = frame.voice == "state" or frame.pivot != frame.at or befell or not _OF_PLACE.isdisjoint(frame.trigger.place)
    return whole and predicate and (befell or not marks.background)


def _calls(line: Line, frame: Frame) -> bool:
    """Whether an aside only calls a place somebody's ("gave up Izium, its main base")."""
    place = frame.places[-1] if frame.places and "beside" in frame.trigger.place and not line.verb_first else None
    return place is not None and place.last < frame.at and parted(line.units[place.last + 1].gap)


def _attained(line: Line, frame: Frame) -> bool:
    """Whether an English text tells that somebody managed to control a place, and not to keep it."""
    controls = frame.voice == "active" and not line.verb_first and "controlling" in line.units[frame.at].cues
    return controls and any("attaining" in unit.cues for unit in line.before(frame.at, _TO_ATTAINING))


def _goes_on(line: Line, frame: Frame) -> bool:
    """Whether the verb of a state stands in the imperfect, so that a day is only that of the news («تخضع المدينة لسيطرة»)."""
    tenses = {entry.tense for entry in line.units[frame.pivot].entries if entry.tag == "light"}
    return frame.entry.tense == "present" or (frame.pivot != frame.at and tenses == {"present"})


def _joined_to_deed(line: Line, at: int) -> bool:
    """Whether a participle is joined to one of a deed ("was stormed and occupied")."""
    deed = line.units[at - 2] if at > 1 and "conjunction" in line.units[at - 1].tags and not line.verb_first else None
    return deed is not None and (deed.word.endswith("ed") or any(entry.tense == "participle" for entry in deed.entries))


def _ensued(line: Line, at: int) -> bool:
    """Whether a participle tells what came next ("was then occupied by the militia")."""
    return at > 1 and "ensuing" in line.units[at - 1].cues and "be" in line.units[at - 2].tags


def has_since(reading: Reading) -> bool:
    """Whether an English verb that may tell a gain tells since when a place is or was had.

    So in "have occupied Afrin since March 2018" and "a port that they had occupied since May".
    """
    line, frame, date = reading.line, reading.frame, reading.date
    held = Relation.HOLDS in {frame.trigger.present, frame.trigger.relation} and frame.voice in {"active", "passive"}
    if line.verb_first or not held or reading.relation is not Relation.GAINED or date is None or not _began(reading, date):
        return False
    told = reading.actor is not None or not any("had" in unit.tags for unit in line.before(frame.at, _HELPERS))
    return told and _perfect(line, frame.at)


def _perfect(line: Line, at: int) -> bool:
    """Whether "have" or "had" stands before a verb."""
    return any(unit.tags & {"have", "had"} for unit in line.before(at, _HELPERS))


def _back_since(reading: Reading) -> bool:
    """Whether English tells since when somebody has a place back ("has been back under their control since April")."""
    began = reading.date is not None and _began(reading, reading.date)
    returned = next((at for at in reading.line.leftward(reading.frame.at) if "returned" in reading.line.units[at].tags), None)
    return began and returned is not None and not reading.line.verb_first and _perfect(reading.line, returned + 1)


def denies_loss(reading: Reading) -> bool:
    """Whether somebody denies that a place has left his hands, and so says that he has it («نفى أن تكون خرجت من يده»)."""
    said, actor = reading.said, reading.actor
    alike = actor is not None and (said.start, said.end) == (actor.start, actor.end)  # of whom no registry knows
    own = reading.frame.voice == "state" and (alike or same(said.party, actor))
    return own and reading.relation is Relation.LOST and reading.said.modality is Modality.DENIED


def _began(reading: Reading, dated: Dated) -> bool:
    """Whether a date says when a state began that goes on ("since Friday")."""
    units, first = reading.line.units, dated.first
    lead = units[max(0, first - 1 - (first > 1 and "article" in units[first - 1].tags)) : first + 1]  # "since the 21st"
    return dated.since or any("after" in unit.tags for unit in lead)


def _only_said_then(reading: Reading, dated: Dated) -> bool:
    """Whether an English day is that on which somebody says what is ("is in our hands, he said at a briefing on Thursday")."""
    line, frame = reading.line, reading.frame
    if line.verb_first or frame.voice != "state":
        return False
    said = next((at for at in range(dated.first - 1, max(-1, dated.first - 1 - _TO_DAY), -1) if _says(line, at)), None)
    if said is None or any(parted(unit.gap) for unit in line.units[said + 1 : dated.first + 1]):
        return False
    plain = all(unit.tags.isdisjoint(OTHER_CLAUSE) for unit in line.units[said + 1 : dated.first])
    return plain and (frame.at < said or "relative" in line.units[min(dated.last + 1, len(line.units) - 1)].tags)


def _says(line: Line, at: int) -> bool:
    return not line.units[at].tags.isdisjoint(SAYS)


def _is_day(dated: Dated) -> bool:
    return dated.earliest == dated.latest
