"""Arabic words of saying that say nothing of a deed: through whom somebody spoke, and what is thought of the deed."""

from whoheld.extract.phrases.phrase import parted
from whoheld.extract.sentence.frame import SAYS
from whoheld.extract.sentence.line import Line

_AND = "و"
_TO_VERB = 8
"""Words from a source back to the verb of saying between which and its "that" it stands."""


def interrupts(line: Line, word: int, deed: int) -> bool:
    """Whether a source, or its verb, only tells through whom somebody spoke («أوضح المرصد، حسبما أفادت القناة، أن الجيش»)."""
    source = _source(line, word) if word < deed else None
    if source is None or not any("to" in unit.tags for unit in line.units[source + 1 : deed]):
        return False
    for at in range(source - 1, max(line.begins - 1, source - 1 - _TO_VERB), -1):
        unit = line.units[at]
        if "to" in unit.tags or (parted(line.units[at + 1].gap) and at + 1 != source):
            return False
        if not unit.tags.isdisjoint(SAYS) and line.told(at) and line.phrase(at) is None:
            return True
    return False


def _source(line: Line, word: int) -> int | None:
    """The source at a word, or before it in its part of the clause, or None."""
    for at in range(word, max(line.begins - 1, word - _TO_VERB), -1):
        if "source" in line.units[at].tags:
            return None if "concerning" in line.units[at].tail_cues else at  # «نقلا عن مصدر أمني» names who says so
        if parted(line.units[at].gap) or "to" in line.units[at].tags:
            break
    return None


def in_comment(line: Line, verb: int, deed: int) -> bool:
    """Whether a verb of saying stands in a clause on what a deed or its place is («…، وهي خطوة أكدت أهميتها قيادات»)."""
    opens = next((at for at in range(verb - 1, deed, -1) if parted(line.units[at].gap) and not line.inside(at)), 0)
    unit = line.units[opens]
    told = opens > deed and "copula" in unit.tags and unit.word.startswith(_AND)
    return told and all("free_relative" not in between.cues for between in line.units[opens:verb])
