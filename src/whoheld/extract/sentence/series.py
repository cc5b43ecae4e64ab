"""Lists of which each member is told with its own where or when ("Gao on 31 March; Kidal on 2 April", "Obe in Herat, Man in …").

So they are told in languages whose verbs stand before their objects and whose members no letter joins.
"""

from itertools import takewhile

from whoheld.extract.phrases.next_clause import predicated
from whoheld.extract.phrases.phrase import Places, parted
from whoheld.extract.sentence.line import Line

_LYING = frozenset({"in", "of", "near", "toward"})
"""Cases of a place that only tells where another lies."""
_TAIL = frozenset({"day", "weekday", "month", "time", "number", "ordinal", "unit", "dual", "reference", "season"}) | {
    "preposition",
    "article",
    "direction",
    "country",
    "people",
}
"""Classes of words that say where a place lies or when something befell it."""
_PREDICATES = frozenset({"be", "have", "had", "modal", "still"})
"""Classes of words by which a clause says something of its subject."""
_LEADING = frozenset({"article", "direction", "adverb", "conjunction"})
"""Classes of words between what parts two members and the second."""


def past_tail(line: Line, at: int) -> int:
    """The first unit behind what tells where a place lies and when it was taken, which begins at a unit if anything does."""
    first = at
    while at < len(line.units) and not (parted(line.units[at].gap) and (at == first or not _year(line, at))):
        unit, phrase = line.units[at], line.phrase(at)
        if phrase is not None and phrase.case in _LYING and phrase.first == at and not phrase.possessive:
            at = phrase.last + 1
        elif phrase is None and (unit.tags & _TAIL or unit.word[0].isdigit()) and "conjunction" not in unit.tags:
            at += 1
        else:
            break
    return at


def _year(line: Line, at: int) -> bool:
    """Whether a comma only parts a year from its day ("May 3, 2015")."""
    return line.units[at].word.isdigit() and "," in line.units[at].gap


def follows(line: Line, first: Places, phrase: Places) -> bool:
    """Whether a place is the next member of a list of which each has its own where or when, or which semicolons part."""
    opens = phrase.first
    while opens - 1 > first.last and not line.units[opens].gap and line.units[opens - 1].tags & _LEADING:
        opens -= 1
    hard, tail = ";" in line.units[opens].gap, past_tail(line, first.last + 1)
    if phrase.modifier or not phrase.names or tail != opens or not (hard or "," in line.units[opens].gap):
        return False
    ends = past_tail(line, phrase.last + 1)
    closed = ends == len(line.units) or parted(line.units[ends].gap) or "conjunction" in line.units[ends].tags
    told_apart = tail > first.last + 1 and ends > phrase.last + 1
    next_clause = predicated(line.units, phrase.last) or (hard and _opens_clause(line, ends))
    return closed and (hard or told_apart) and not next_clause


def _opens_clause(line: Line, at: int) -> bool:
    """Whether a verb follows up to the next semicolon, whose subjects then begin here ("took Bo; Koidu, Kono and … are")."""
    behind = range(at, len(line.units))
    clause = takewhile(lambda n: ";" not in line.units[n].gap and "relative" not in line.units[n].tags, behind)
    return any(line.units[n].tags & _PREDICATES or (line.phrase(n) is None and line.finite(n)) for n in clause)
