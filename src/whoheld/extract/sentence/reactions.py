"""Arabic verbs by which somebody only has an opinion of a deed: he did not do it, and his day is not its («أشاد أمس بتحرير»)."""

from whoheld.extract.phrases.phrase import parted
from whoheld.extract.sentence.line import Line

_LONGEST = 14
"""Units from such a verb to the noun of the deed."""


def reaction(line: Line, deed: int) -> int:
    """The verb that tells what somebody thinks of the deed whose noun stands at a unit, or -1."""
    if not line.verb_first:
        return -1
    for at in range(deed - 1, max(line.begins, deed - _LONGEST) - 1, -1):
        unit = line.units[at]
        if "reaction" in unit.tags and line.told(at):
            return at
        if parted(line.units[at + 1].gap) or "relative" in unit.tags or (line.told(at) and line.phrase(at) is None):
            break
    return -1
