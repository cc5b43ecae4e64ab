"""Relative clauses: where one opens, and which place it takes up."""

from whoheld.extract.line import Line

_TO_REPORT = 4
"""Words from a verb of saying to the "that" of what is said."""


def opening_relative(line: Line, at: int) -> int:
    """The relative that opens the clause of a unit, or -1 where its clause is none."""
    for left in line.leftward(at, asides=True):
        tags = line.units[left].tags
        if "relative" in tags:
            said = any("report" in unit.tags for unit in line.before(left, _TO_REPORT))  # "declared on Sunday that"
            return -1 if said and not line.verb_first and not line.units[left].gap else left
        if "contrast" in tags or (line.phrase(left) is None and line.finite(left)):
            return -1
    return -1
