"""For whom somebody speaks: what in the words for a speaker tells of a side, and what of none."""

from collections.abc import Sequence

from whoheld.extract.phrases.phrase import COMMAS, Party, Places, parted
from whoheld.extract.saying.verbs import SPEAKING
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

_LONGEST = 10
"""Words of the longest aside on a speaker."""
_TO_BODY = 4
"""Words from a body of a state to the country in which it sits."""
_NO_SIDE = frozenset({"former", "advocacy", "unarmed", "correspondent"})
"""What shows that somebody speaks for no side ("the former general", "the Network for Human Rights")."""
_OF_STATE = frozenset({"official", "ministry", "statal", "country", "to"})
"""Classes of words for what a spokesman of a state speaks for."""


def on_no_side(units: Sequence[Unit]) -> bool:
    """Whether words tell of somebody who speaks for himself, or for a body that bears no arms."""
    return any("bystander" in unit.tags or unit.cues & _NO_SIDE for unit in units)


def is_agency(units: Sequence[Unit]) -> bool:
    """Whether a speaker is an agency or a station, on no side by its country ("the Iraqi News Agency", «راديو فرنسا»)."""
    called = (unit.tags for unit in units if "broadcaster" in unit.cues and (unit.capital or not unit.word.isascii()))
    return any(tags & {"voice", "outlet"} for tags in called)


def of_country(line: Line, party: Party) -> bool:
    """Whether only the name of a country makes words a party ("the News Agency of Nigeria")."""
    return all("country" in line.units[n].tags for n in range(party.first, party.last + 1))


def on_behalf(line: Line, party: Party) -> bool:
    """Whether an office is told by who is named right behind it («المتحدث باسم قيادة حفتر»)."""
    return "behalf" in line.units[party.last].tail_cues and isinstance(line.phrase(party.last + 1), Party)


def for_no_state(line: Line, span: range) -> bool:
    """Whether a spokesman is told to speak for something of no state («متحدث باسم المستشفى», «باسم الأمم المتحدة»)."""
    at = next((n + 1 for n in span if "behalf" in line.units[n].tail_cues), len(line.units))
    if at >= len(line.units) or line.phrase(at) is not None or line.units[at].gap:
        return at < len(line.units) and isinstance(line.phrase(at), Places)
    return line.units[at].tags.isdisjoint(_OF_STATE) and not (line.units[at].cues | line.units[at].tail_cues) & {"state_body"}


def owns_party(line: Line, party: Party) -> bool:
    """Whether a country only tells where somebody is at home ("Myanmar's MNDAA", «بعثة الأمم المتحدة في مالي»)."""
    if _surname(line, party):
        return True
    if line.verb_first and party.case == "in":
        before = line.units[max(0, party.first - _TO_BODY) : party.first]
        return of_country(line, party) and not any("state_body" in unit.cues | unit.tail_cues for unit in before)
    return party.possessive and isinstance(line.phrase(party.last + 1), Party)


def _surname(line: Line, party: Party) -> bool:
    """Whether a capital is spelled like a name of the person whose first name stands before it («العمدة مامادو باكو»)."""
    before = line.units[party.first - 1] if party.town is not None and party.first > line.begins else None
    if before is None or not line.verb_first or party.case not in {"", "of"} or line.units[party.first].gap:
        return False
    return not before.tags and line.phrase(party.first - 1) is None and not before.word.startswith("ال")


def office(line: Line, span: range) -> range:
    """The units of the office that stands beside a speaker's name (", the M23 military spokesman"), or none."""
    first = span.stop
    if first >= len(line.units) or line.units[first].gap not in COMMAS:
        return range(0)
    last = first
    while last + 1 < min(len(line.units), first + _LONGEST) and not parted(line.units[last + 1].gap):
        last += 1
    aside = range(first, last + 1)
    spoken = any(line.units[n].tags & SPEAKING for n in aside) and not any(line.finite(n) for n in aside)
    return aside if spoken else range(0)
