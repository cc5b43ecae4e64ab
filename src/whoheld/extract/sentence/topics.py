"""What «أما» sets in front of its clause, against what was told before («بقيت غدامس مع الثوار، أما سرت فبقيت مع الكتائب»)."""

from whoheld.extract.phrases.phrase import parted
from whoheld.extract.sentence.line import Line

_TOPICAL = "ف"
"""The conjunction of the clause behind «أما»."""


def set_against(line: Line, verb: int) -> int:
    """The «أما» in front of the clause whose verb or predicate stands at a unit, or -1."""
    if not line.units[verb].word.startswith(_TOPICAL):
        return -1
    for at in range(verb - 1, line.begins - 1, -1):
        if "topic" in line.units[at].cues:
            return at
        if line.told(at) or parted(line.units[at].gap):
            break
    return -1
