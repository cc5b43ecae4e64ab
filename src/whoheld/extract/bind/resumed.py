"""The rest of an Arabic list of places that goes on behind a relative clause on a member, or what it was won after."""

from itertools import takewhile

from whoheld.extract.bind.own_nouns import goes_on
from whoheld.extract.bind.set_apart import dates
from whoheld.extract.phrases.phrase import COMMAS, Places, parted
from whoheld.extract.sentence.line import Line

_LONGEST = 16
"""Units of a relative clause on a member."""
_JOINING = frozenset({"conjunction", "preposition", "article", "besides"})
"""Classes of words between the comma that closes a relative clause and the next member."""
_WITHIN = frozenset({"in", "direction"})
"""Cases of a place that a relative clause names only for where its antecedent lies."""


def past_relative(line: Line, first: Places) -> int:
    """Where a list goes on behind a relative clause («على الأبيض التي تحاصرها القوات، وكذلك على الرهد»), or 0.

    So it does behind "after" with a noun, where it names its preposition again («على باخموت في مايو بعد معركة، وعلى أفدييفكا»).
    """
    behind = range(first.last + 1, len(line.units))
    opened = next((n for n in behind if "after" in line.units[n].tags or line.units[n].gap or not dates(line.units[n])), 0)
    opened = opened if _after_noun(line, opened) else first.last + 1
    if opened >= len(line.units) or line.units[opened].tags.isdisjoint(("relative", "after")):
        return 0
    ending = range(opened + 2, min(len(line.units), opened + _LONGEST))
    closes = next((n for n in ending if parted(line.units[n].gap) and not line.inside(n)), 0)
    if not closes or COMMAS.isdisjoint(line.units[closes].gap):
        return 0
    member = next((phrase for phrase in line.phrases if phrase.first >= closes), None)
    if not isinstance(member, Places) or member.modifier or not _joined(line, closes, member):
        return 0
    within = [p.case for p in line.phrases if opened < p.first < closes and isinstance(p, Places)]
    if "after" in line.units[opened].tags and not (member.case == first.case and _ends(line, member)):
        return 0
    if member.case == first.case and first.case not in {"", "of"}:
        return 0 if first.case in within else member.first
    return member.first if _ends(line, member) and _WITHIN.issuperset(within) else 0


def _after_noun(line: Line, at: int) -> bool:
    """Whether "after" leads to a noun there («بعد معارك»), and to no clause of its own («بعد أن»)."""
    unit = line.units[at]
    return at > 0 and not unit.gap and "after" in unit.tags and "clausal" not in unit.tail_cues and not line.times(at)


def _joined(line: Line, closes: int, member: Places) -> bool:
    """Whether only a conjunction, and a preposition again, stand between a comma and a place."""
    between = line.units[closes : member.first]
    opens = line.units[closes]
    conjunction = "conjunction" in opens.tags or opens.reading.conjunction or opens.word.startswith("و")
    return conjunction and (member.case != "comma" or goes_on(line, member)) and all(unit.tags & _JOINING for unit in between)


def _ends(line: Line, member: Places) -> bool:
    """Whether no more is said of a place than when, so that it begins no clause of its own («، والدندر تتعرض للقصف»)."""
    behind = takewhile(lambda unit: not parted(unit.gap), line.units[member.last + 1 :])
    return goes_on(line, member) or all(map(dates, behind))
