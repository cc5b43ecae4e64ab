"""Where the words for who speaks begin and end."""

from whoheld.extract.phrases.phrase import Party, labelled, parted
from whoheld.extract.saying.verbs import APART, DATES
from whoheld.extract.sentence.frame import SAYS
from whoheld.extract.sentence.line import Line

_HIM_OR_HER = ("ه", "ها")
"""How an Arabic verb ends whose object is what was said («أعلنه», «ذكرته»)."""
_JOINING = frozenset({"preposition", "conjunction", "title", "voice", "official", "adverb"})
"""Classes of words behind which a noun with its article goes on a name ("spokesman for the army")."""
_TRAILING = frozenset({"adverb", "article", "indefinite", "time", "negation", "place_anaphor", "bound", "conjunction"}) | DATES


def commands(line: Line, at: int) -> bool:
    """Whether a word is what leads a force named before it ("the army command")."""
    return "command" in line.units[at].cues and not line.units[at].gap and isinstance(line.phrase(at - 1), Party)


def in_name(line: Line, at: int) -> bool:
    """Whether capitals on both sides make a word part of a name ("Observatory for Human Rights")."""
    if not 0 < at < len(line.units) - 1:
        return False
    before, unit, after = line.units[at - 1 : at + 2]
    told = line.finite(at) or not unit.tags.isdisjoint(APART)  # "The SDF took Tabqa after ISIS"
    told = told or (labelled(before, "on") and "weekday" in unit.tags)  # "On Thursday Zelensky said"
    return before.capital and after.capital and not (told or parted(unit.gap) or parted(after.gap))


def trails(line: Line, at: int) -> bool:
    """Whether a unit at the end of a phrase names nobody."""
    tags = line.units[at].tags
    if line.units[at].capital and line.units[at - 1].capital and tags.isdisjoint(DATES):
        return False  # "World Health Organization"
    dated = line.units[at].word.isdigit() and labelled(line.units[at - 1], "in")  # "أعلنت القوات في 26 أكتوبر"
    return dated or "preposition" in tags or (bool(tags) and tags <= _TRAILING)


def behind_adjunct(line: Line, first: int) -> bool:
    """Whether an English subject opens with its article right behind another noun, which nothing joins to it.

    So in "Under pressure from Ankara the SNA said", "The army captured Zabadani the Observatory said".
    """
    unit, before = line.units[first], line.phrase(first - 1)
    definite = "article" in unit.tags or "definite" in unit.cues
    governed = before is not None and before.last == first - 1 and before.case not in {"", "comma", "list"}
    left = line.units[first - 1]
    joined = not left.tags.isdisjoint(_JOINING) or "linking" in left.tail_cues  # "opposed to the army"
    return definite and not unit.gap and (governed or not joined) and not line.verb_first


def verb_of_saying(line: Line, source: int, at: int) -> bool:
    """Whether a verb stands behind a source, as one must behind «ما» («وفق ما أعلنه الناطق», «بحسب ما نقلته الوكالة»)."""
    unit = line.units[at]
    unknown = not unit.tags and line.phrase(at) is None and bool(unit.word.endswith(_HIM_OR_HER))
    relative = not (line.units[source].cues | line.units[source].tail_cues).isdisjoint(("free_relative", "clausal"))
    return not unit.tags.isdisjoint(SAYS) or (unknown and relative and not unit.reading.article)


def behind_quotation(line: Line, at: int) -> bool:
    """Whether a quotation ends with a common word before a unit ('… rebels and mines" militia spokesman Xelil said')."""
    quoted = any(mark in line.units[at].gap for mark in ('"', "”"))
    return quoted and not line.units[at - 1].capital
