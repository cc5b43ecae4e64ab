"""What stands between a word and the place that it governs and tells nothing of its own: adjectives, and who did it."""

from whoheld.extract.phrases.phrase import Party, Places, labelled
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_ADJECTIVES = frozenset({"adverb", "direction", "head"})
"""Classes of joined adjectives, and of such a noun in the place of one ("the commercial and mining town of")."""
_TO_CONJUNCTION = 3
"""Words from a verb to what joins two adjectives of its object, with the verb."""


def describes(line: Line, at: int) -> bool:
    """Whether a participle only describes the noun behind it ("the largely deserted town of", "the UNESCO-listed city of")."""
    noun = line.phrase(at + 1)
    if line.verb_first or not isinstance(noun, Places) or noun.first != at + 1 or not line.heads(noun) or line.units[at + 1].gap:
        return False
    left = at - 1
    while left > 0 and "adverb" in line.units[left].tags and not line.units[left + 1].gap:
        left -= 1
    led = line.units[at].gap == "-" or (left >= 0 and "article" in line.units[left].tags and not line.units[left + 1].gap)
    return led and any(entry.tense in {"ed", "participle"} for entry in line.units[at].entries)


def joins_adjectives(line: Line, at: int) -> bool:
    """Whether a conjunction joins two adjectives behind an article ("the economic and strategic town of", "the small but …")."""
    if line.verb_first or line.units[at].tags.isdisjoint(("conjunction", "contrast")) or at < _TO_CONJUNCTION:
        return False
    described = all(not line.units[n].gap and line.units[n].tags <= _ADJECTIVES for n in (at - 1, at + 1))
    return described and "article" in line.units[at - 2].tags and not line.units[at + 1].capital


def behind_adjectives(line: Line, at: int, phrase: Places) -> bool:
    """Whether a conjunction behind a verb joins no place to another, but two adjectives of one."""
    return phrase.case == "list" and any(joins_adjectives(line, n) for n in range(at + 1, phrase.first))


def past_agent(line: Line, noun: int) -> int:
    """The last unit of who did what a noun tells, ("the capture by rebels of Goma"), or the noun."""
    by = noun + 1
    if line.verb_first or by >= len(line.units) or not labelled(line.units[by], "by"):
        return noun
    agent = line.phrase(by + 1) or line.phrase(by + 2)
    return agent.last if isinstance(agent, Party) else noun


def attributed(line: Line, at: int) -> Places | None:
    """The plural before which a participle stands ("The fallen districts are …"), or None."""
    after = line.phrase(at + 1)
    plural = isinstance(after, Places) and after.anaphor == "many" and not line.units[at + 1].gap
    return after if isinstance(after, Places) and plural and at and "article" in line.units[at - 1].tags else None


def describes_next(line: Line, frame: Frame) -> bool:
    """Whether a participle tells of no subject but of the noun behind it ("drove people out of the captured town of Prozor")."""
    return frame.voice == "reduced" and describes(line, frame.at) and attributed(line, frame.at) is None
