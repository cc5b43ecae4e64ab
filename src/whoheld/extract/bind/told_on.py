"""What Arabic goes on to tell of the place of its clause: a relative or a participle with a conjunction, a predicate of "it"."""

from whoheld.extract.phrases.phrase import COMMAS, Places
from whoheld.extract.sentence.frame import BARE
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit


def topic(line: Line, at: int) -> Places | None:
    """What a word with a conjunction takes up: the place of the clause, and not where it lies («… والتي كانت تخضع»)."""
    before = [p for p in line.phrases if isinstance(p, Places) and p.last < at and p.names and not p.modifier]
    told = (p for p in before if p.case in BARE | {"on", "from"})
    return next(told, before[-1] if before else None)


def joined_participle(line: Line, at: int) -> Places | None:
    """The place of which a participle with a conjunction tells behind an aside («أبيي، مركز الإقليم، والخاضعة للجيش»)."""
    unit = line.units[at]
    aside = line.verb_first and unit.reading.conjunction and unit.reading.article and not COMMAS.isdisjoint(unit.gap)
    return topic(line, at) if aside else None


def is_he(unit: Unit) -> bool:
    """Whether a word of a trigger is no deed but the pronoun before a predicate («أما كيسمايو فهي خاضعة للحركة»)."""
    return all(not entry.tense for entry in unit.entries if entry.tag == "trigger")
