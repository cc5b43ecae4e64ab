"""Asides between commas that a language which puts the verb first sets between a verb and what it governs."""

from whoheld.extract.phrases.phrase import COMMAS, Party
from whoheld.extract.sentence.line import Line

_ASIDES = frozenset({"source", "after", "before", "backing", "time", "day", "weekday", "relative"})
"""Classes of words that open an aside on who says so, when, or with whom, or on who acts."""
_LONGEST_ASIDE = 9


def inserted(line: Line, first: int, stop: int) -> set[int]:
    """The units of asides between two commas that say who says so, when, or with whom ("سيطر الجيش، وفق المرصد، على …")."""
    found, at = set[int](), first
    while at < stop:
        unit, end = line.units[at], 0
        if not COMMAS.isdisjoint(unit.gap) and not unit.tags.isdisjoint(_ASIDES):
            closing = range(at + 1, min(stop + 1, at + _LONGEST_ASIDE))
            end = next((n for n in closing if not COMMAS.isdisjoint(line.units[n].gap)), 0)
        found.update(range(at, end))
        at = max(end, at + 1)
    return found


def on_subject(line: Line, verb: int) -> range:
    """The units of an aside on the subject of an Arabic verb («طردت الفصائل، التي تساندها تركيا، المسلحين من الباب»)."""
    subject = line.phrase(verb + 1)
    opens = subject.last + 1 if isinstance(subject, Party) else len(line.units)
    if opens >= len(line.units) or COMMAS.isdisjoint(line.units[opens].gap) or "relative" not in line.units[opens].tags:
        return range(0)
    closing = range(opens + 1, min(len(line.units), opens + _LONGEST_ASIDE))
    return range(opens, next((n for n in closing if not COMMAS.isdisjoint(line.units[n].gap)), opens))
