"""Relative clauses: where one ends that stands before what is told ("rebels, who are fighting the army, took")."""

from whoheld.extract.phrases.phrase import Party, parted
from whoheld.extract.sentence.frame import AUXILIARY, Frame
from whoheld.extract.sentence.line import Line

_HELPING = frozenset({"be", "have", "had", "modal"})
_TO_RELATIVE = 5
"""Words from a relative to the verb of its clause."""


def relative_end(line: Line, at: int) -> int:
    """Where the relative clause ends in which a unit stands ("rebels, who are fighting the army, took")."""
    opens = next((n for n in range(at - 1, max(-1, at - 1 - _TO_RELATIVE), -1) if "relative" in line.units[n].tags), None)
    if opens is None or any(parted(line.units[n].gap) for n in range(opens + 1, at + 1)):
        return len(line.units)
    if "," in line.units[opens].gap:
        ends = (n for n in range(at + 1, len(line.units)) if "," in line.units[n].gap and not line.inside(n))
    else:
        ends = (n for n in range(at + 1, len(line.units)) if line.units[n].tags & _HELPING and _subject(line, opens))
    return next(ends, len(line.units))


def _subject(line: Line, relative: int) -> bool:
    """Whether a relative is the subject of its clause, so that the next verb with a helper is that of the main one."""
    helped = bool(line.units[relative + 1].tags & AUXILIARY) or line.finite(relative + 1)
    return "subject_relative" in line.units[relative].cues and helped and not line.verb_first


def tells_of_named(line: Line, verb: int, frame: Frame) -> bool:
    """Whether a frame stands in a relative clause on somebody named behind a verb ("denies backing the rebels, who took").

    What the verb denies is then another thing. So it is not where the relative clause is told by somebody, or has ended.
    """
    if line.verb_first:
        return False
    opens = next((at for at in range(frame.pivot - 1, verb + 1, -1) if "relative" in line.units[at].tags), 0)
    if not opens or not ("," in line.units[opens].gap or _on_party(line, opens)):
        return False
    within = range(opens + 1, frame.pivot)
    return not any("report" in line.units[at].tags or (parted(line.units[at].gap) and not line.inside(at)) for at in within)


def _on_party(line: Line, relative: int) -> bool:
    """Whether a relative takes up a party without a comma, and so says who is meant, and not that it was he ("it was he who")."""
    party = line.phrase(relative - 1)
    if not isinstance(party, Party) or "personal_relative" not in line.units[relative].cues:
        return False
    before = party.first - 1
    while before > line.begins and "article" in line.units[before].tags:
        before -= 1
    return before >= line.begins and line.units[before].tags.isdisjoint(("be", "contrast", "negation"))


def told_besides(line: Line, at: int, frame: Frame) -> bool:
    """Whether a unit behind a frame stands in a clause on its place, or on what came with it ("took Bama, killing what …").

    With a word that ends it, "which" takes up all that was told ("took Bama, which could not be verified").
    """
    last = at + 1 == len(line.units) or parted(line.units[at + 1].gap)
    if line.verb_first or at <= frame.at or last:
        return False
    opens = next((n for n in range(at - 1, frame.at + 1, -1) if "," in line.units[n].gap and not line.inside(n)), None)
    if opens is None:
        return False
    unit = line.units[opens]
    return "relative" in unit.tags or (unit.word.endswith("ing") and "report" not in unit.tags)
