"""English adjuncts in the passive: "fell to them in 2013 before being retaken by the army", "After being driven out of it, …"."""

from whoheld.extract.phrases.phrase import Places, parted
from whoheld.extract.sentence.frame import AUXILIARY, BARE, BREAKS, Frame
from whoheld.extract.sentence.line import Line


def being(line: Line, frame: Frame) -> int:
    """Where "being" stands by which a passive is an adjunct of its sentence, or -1."""
    at = frame.pivot - 1
    while at > line.begins and line.units[at].tags & AUXILIARY and "copular_participle" not in line.units[at].cues:
        at -= 1
    return at if frame.voice == "passive" and at >= line.begins and "copular_participle" in line.units[at].cues else -1


def subject_of_main(line: Line, frame: Frame) -> Places | None:
    """The place of the main clause of which such an adjunct tells, or None.

    It stands before its own verb there ("Sinjar was held by IS before being …", "After being retaken by the army, Bor was calm")
    or right before the adjunct ("Bor, after being retaken by the army, was calm").
    """
    opens = being(line, frame) - 1
    if opens < line.begins or line.units[opens].tags.isdisjoint(BREAKS):
        return None
    beside = line.phrase(opens - 1) if parted(line.units[opens].gap) else None
    if isinstance(beside, Places) and beside.case in BARE and beside.names:
        return beside
    fronted = opens == line.begins
    places = (p for p in line.phrases if isinstance(p, Places) and (p.first > frame.at if fronted else p.last < opens))
    return next((place for place in places if _is_subject(line, place)), None)


def _is_subject(line: Line, place: Places) -> bool:
    """Whether something is said of a place by the verb right behind it."""
    verb = place.last + 1
    if place.case not in BARE or place.modifier or verb >= len(line.units) or line.units[verb].gap:
        return False
    return bool(line.units[verb].tags & AUXILIARY) or line.told(verb)
