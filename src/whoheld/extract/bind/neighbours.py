"""The words near a verb of several senses that it needs for the sense of its frame, or that give it another."""

from whoheld.extract.bind.sense import speaks, told_beside
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.lang import Pack
from whoheld.text import key

_OBJECT = 7
"""Words from a verb to the object that gives it its sense."""


class Neighbours:
    """What the triggers of one language want and do not want near them."""

    def __init__(self, language: Pack) -> None:
        self._verb_first = language.writing.verb_first
        self._and = language.writing.conjunctions[0] if language.writing.conjunctions else ""
        self._needs = {t.name: frozenset(key(word) for word in t.needs) for t in language.trigger if t.needs}
        self._unless = {t.name: frozenset(key(word) for word in t.unless) for t in language.trigger if t.unless}

    def tell_otherwise(self, line: Line, frame: Frame) -> bool:
        """Whether what stands near a verb gives it another sense than its frame's, or what gives it that one is missing."""
        needs, unless = self._needs.get(frame.trigger.name), self._unless.get(frame.trigger.name)
        driven = frame.loser if "object" in frame.trigger.loser else None
        unless = None if driven and not self._verb_first else unless  # "drove the rebels out as people fled"
        if needs is None and unless is None:
            return False
        around = range(max(0, frame.at - _OBJECT), min(frame.at + _OBJECT + 1, len(line.units)))
        near = {word for at in around for word in (line.units[at].word, line.units[at].tail)}
        if needs is not None and needs.isdisjoint(near) and not told_beside(line, frame):
            return True
        first = 0 if self._verb_first or frame.actor is None or frame.actor.first > frame.at else frame.actor.first
        if unless is not None and driven and frame.actor is not None:  # «طرد الجيش المسلحين من مأرب بعد فرار السكان»
            around = range(frame.at, driven.first)
        said = (
            line.units[at]
            for at in around
            if at >= first and not (speaks(line, at) or (at < frame.at and line.units[at].capital))
        )
        return unless is not None and any(
            unless & {unit.word, unit.tail, unit.reading.stem, unit.word.removeprefix(self._and)} for unit in said
        )
