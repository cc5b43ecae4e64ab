"""Whom a pronoun means that stands before its name ("After its capture of Palmyra, ISIS …")."""

from whoheld.extract.frame import Frame
from whoheld.extract.line import Line
from whoheld.extract.phrase import COMMAS, Party
from whoheld.extract.salience import oblique

_FRONTING = frozenset({"after", "before", "when", "preposition"})
"""Classes of words that open an adjunct before the subject."""


def announced(line: Line, frame: Frame) -> Party | None:
    """Whom a pronoun announces that stands before its name ("after its capture of Palmyra, ISIS …")."""
    later = (phrase for phrase in line.phrases if isinstance(phrase, Party) and phrase.first > frame.at)
    found = next((party for party in later if not oblique(party) and not party.anaphor), None)
    return None if found is not None and {frame.pronoun, found.gender} == {"f", "m"} else found


def fronted(line: Line, at: int) -> bool:
    """Whether a word stands in what opens its sentence before the subject ("After its capture of Palmyra, ISIS …")."""
    opens = line.units[line.begins]
    if opens.tags.isdisjoint(_FRONTING) or (opens.tags.isdisjoint(_FRONTING - {"preposition"}) and line.finite(at)):
        return False  # "وفي الأسبوعين الماضيين أخذت" has come to its verb
    before = line.units[line.begins + 1 : at + 1]
    return not any(unit.gap[:1] in COMMAS for unit in before) and not any(
        isinstance(phrase, Party) and phrase.first < at for phrase in line.phrases
    )
