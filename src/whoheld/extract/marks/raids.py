"""Raids: who attacks a town and leaves it again has not lost it («أغار المسلحون على البلدة ثم غادروها»)."""

from collections.abc import Iterator

from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit
from whoheld.model import Relation

_MEN, _AND, _LEAVE = "وا", "و", "leave"
"""The ending of verbs of which men are the subject, what joins them, and the trigger of those by which they leave."""


def raid(line: Line, frame: Frame) -> Unit | None:
    """The verb of a raid whose men only leave again in a frame that tells of a loss, or None."""
    leaves = frame.trigger.relation is Relation.LOST and frame.voice == "active"
    if not line.verb_first:
        return _raided(line, frame) if leaves else _left_again(line, frame)
    if "entry" in frame.trigger.traits:
        return _gone_again(line, frame)
    same = frame.actor is None or frame.actor.last < frame.at
    pointed = bool(frame.places) and all(phrase.anaphor == "pronoun" for phrase in frame.places)
    if not (line.verb_first and leaves and same and pointed):
        return None
    before = next(_events(line, frame.at), None)
    return before if before is not None and "raid" in before.tags else None


def _raided(line: Line, frame: Frame) -> Unit | None:
    """The verb of a raid to which an English verb of leaving is joined ("raided Bama and then left the town"), or None."""
    subject = frame.actor
    between = line.units[subject.last + 1 : frame.at] if subject is not None and subject.last < frame.at else []
    joined = any(unit.tags & {"conjunction", "before"} for unit in between)
    taken = any("taking" in entry.traits for unit in between[1:] for entry in unit.entries)
    return between[0] if joined and not taken and "raiding" in between[0].cues else None


def _left_again(line: Line, frame: Frame) -> Unit | None:
    """The verb by which those who stormed a town leave it ("stormed Bama and left", "… before they withdrew"), or None."""
    if "raiding" not in line.units[frame.at].cues or frame.voice != "active":
        return None
    for at in range(frame.at + 1, len(line.units)):
        if (goes_on := _fights_on(line, at)) is not None:
            return goes_on
        back = at - 1 - bool({"pronoun", "adverb"} & line.units[at - 1].tags)
        own = line.phrase(at) is None and bool(line.units[back].tags & {"conjunction", "before"})
        if own and any("retreat" in entry.traits for entry in line.units[at].entries):
            return line.units[at]
    return None


def _fights_on(line: Line, at: int) -> Unit | None:
    """The verb by which a joined clause tells that a town is still fought for, or that its attackers were beaten, or None."""
    if at + 2 >= len(line.units) or line.units[at].tags.isdisjoint(("conjunction", "contrast")):
        return None
    verb = at + 2 + ("be" in line.units[at + 1].tags and bool(line.units[at + 2].tags & {"still", "now", "adverb"}))
    unit = line.units[verb] if verb < len(line.units) and "be" in line.units[at + 1].tags else None
    if unit is None or unit.gap or line.phrase(verb) is not None:
        return None
    fighting = (
        unit.word.endswith("ing")
        and not any({"taking", "hold"} & {*entry.traits} for entry in unit.entries)
        and "marching" not in unit.cues
    )
    beaten = "contrast" in line.units[at].tags and unit.word.endswith(("ed", "en"))
    return unit if fighting or beaten else None


def _gone_again(line: Line, frame: Frame) -> Unit | None:
    """The last verb of an Arabic sentence, by which those who came into a town leave it («دخلوها لساعات ثم غادروا»), or None."""
    unit, men = line.units[-1], frame.actor
    at = len(line.units) - 1 - bool(unit.reading.preposition)  # "ولاذوا بالفرار"
    verb = line.units[at]
    if at <= frame.at or frame.voice != "active" or men is None or men.gender != "p" or not verb.word.endswith(_MEN):
        return None
    joined = verb.word.startswith(_AND) or "conjunction" in line.units[at - 1].tags
    leaves = any("retreat" in entry.traits or entry.value == _LEAVE for entry in unit.entries)
    return unit if joined and leaves else None


def _events(line: Line, stop: int) -> Iterator[Unit]:
    """The verbs before a unit that tell of a raid or that a place changes hands, the nearest first."""
    for at in range(stop - 1, line.begins - 1, -1):
        unit = line.units[at]
        taken = "trigger" in unit.tags and line.finite(at) and line.phrase(at) is None
        if taken or "raid" in unit.tags:
            yield unit
