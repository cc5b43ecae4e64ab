"""Subjects behind a state that opens its clause."""

from collections.abc import Iterator

from whoheld.extract.bind.lists import coordinated
from whoheld.extract.phrases.phrase import Places
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

PREDICATED = frozenset(
    {"adverb", "still", "now", "article", "become", "possessive", "time", "direction", "actor", "armed", "country", "no_longer"}
    | {"negation", "returned", "both"}
)
"""Classes of words between a copula and what it says of a place."""
COPULAS = frozenset({"be", "still", "have", "light"})
_OPENING = PREDICATED | {"preposition", "conjunction", "share"}
"""Classes of words before a state that opens its clause."""


def inverted(line: Line, frame: Frame) -> Iterator[Places]:
    """The subject after a state that opens its clause ("Still in rebel hands are Masisi and Minova")."""
    opened = all(line.phrase(n) is not None or line.units[n].tags & _OPENING for n in line.leftward(frame.at))
    verb = next((n for n in line.rightward(frame.at) if line.units[n].tags & COPULAS), None)
    first = next((p for p in line.phrases if verb is not None and p.first > verb), None)
    near = verb is not None and not any(isinstance(line.phrase(n), Places) for n in range(frame.at, verb))
    if opened and near and isinstance(first, Places) and first.case == "" and not first.modifier:
        yield from coordinated(line, first, verb_first=False)
