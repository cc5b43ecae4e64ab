"""Places that an object only owns, or in which its stronghold or an unnamed part of them lies."""

from whoheld.extract.bind.lists import BETWEEN
from whoheld.extract.phrases.phrase import Party, Places
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

COUNTED = BETWEEN | {"number", "quantity", "about", "time", "people", "country", "function"}
"""Classes of words between a verb and the head noun of its object."""
WHOSE = frozenset({"country", "people", "direction"})
"""Classes of adjectives that may follow others before a noun ("the critical Ukrainian town of")."""
_TO_SEAT = 4
"""Words from a region to the seat that it owns."""
_IN = frozenset({"in", "inside", "of"})
_DESCRIBING = frozenset({"ordinal", "adverb", "direction", "number", "people", "still"})
"""Classes of words that may describe a noun ("the last remaining base")."""


def is_seat(unit: Unit, *, owned: bool) -> bool:
    """Whether a noun calls a town the seat or the chief one of a region, or where a region owns it any town."""
    town = any("town" in entry.traits for entry in unit.entries)
    return "capital" in unit.cues | unit.tail_cues or town or (owned and "head" in unit.tags)


def may_describe(unit: Unit) -> bool:
    """Whether a word may be an adjective ("its biggest port", "the last remaining base")."""
    return not unit.gap and (not unit.tags or bool(unit.tags & _DESCRIBING))


def owns_seat(line: Line, phrase: Places) -> bool:
    """Whether a phrase only says whose seat is named behind a comma ("the region's capital, Ataq", "the Acehnese capital, …")."""
    if not phrase.modifier:
        return False
    for n in range(phrase.last + 1, min(phrase.last + 1 + _TO_SEAT, len(line.units) - 1)):
        if is_seat(line.units[n], owned=phrase.possessive):
            named = line.phrase(n + 1)
            return "," in line.units[n + 1].gap and isinstance(named, Places) and named.case == "comma"
        if not may_describe(line.units[n]):
            return False
    return False


def part_of(line: Line, phrase: Places) -> Places:
    """The town of which an unnamed quarter is told ("captured a neighbourhood in Benghazi"), in part; else the phrase itself."""
    own = _own_stronghold(line, phrase)
    if not phrase.anaphor or phrase.names or (phrase.definite and not own):
        return phrase
    quarter = any((head := unit.entry("head")) and head.value == "quarter" for unit in line.units[phrase.first : phrase.last + 1])
    there = line.phrase(phrase.last + 2) or line.phrase(phrase.last + 3)
    if not isinstance(there, Places) or there.case not in _IN:
        return phrase
    if _last_there(line, phrase) and there.names and not there.modifier:
        return there  # "captured the insurgents' last stronghold in Baghouz"
    if own:
        return there if there.names and not there.modifier and there.names[-1].kind == "settlement" else phrase
    town = any("town" in line.units[n].tail_cues for n in range(there.first, there.last + 1))
    if not (quarter or town) or not there.names or there.names[-1].kind != "settlement" or there.modifier:
        return phrase
    return there.in_part()


def _last_there(line: Line, phrase: Places) -> bool:
    """Whether a noun without a name calls what a side has left somewhere ("the last outpost")."""
    ranked = any("sole" in unit.cues | unit.tail_cues for unit in line.units[max(0, phrase.first - 2) : phrase.last + 1])
    held = any("holding" in unit.tail_cues for unit in line.units[phrase.first : phrase.last + 1])
    return ranked and held and not line.verb_first


def _own_stronghold(line: Line, phrase: Places) -> bool:
    """Whether a side has somewhere what a noun calls its stronghold ("lost its Iraqi stronghold in Mosul")."""
    at = phrase.first - 1
    while at > 0 and line.units[at].tags and line.units[at].tags <= WHOSE and not line.units[at + 1].gap:
        at -= 1
    own = at > 0 and "possessive" in line.units[at].tags and not line.units[at + 1].gap
    return own and "holding" in line.units[phrase.last].cues and not line.verb_first


def stronghold(line: Line, at: int) -> Places | None:
    """The place in which somebody's stronghold lies that is the object of a word ("سقوط معقل الحركة في كيسمايو")."""
    noun = at + 1
    while noun < len(line.units) and line.units[noun].tags & {"apposing", "function"} and not line.units[noun].gap:
        noun += 1
    if noun >= len(line.units) or line.units[noun].gap or not line.units[noun].tags >= {"head", "position"}:
        return None
    whose, head = line.phrase(noun + 1), line.units[noun].entry("head")
    own = head is not None and bool(head.pronoun)  # "فقدت القوات معقلها في"
    if not (own or isinstance(whose, Party)):
        return None
    last = whose.last if isinstance(whose, Party) else noun
    there = line.phrase(last + 2)
    return there if isinstance(there, Places) and there.case == "in" and there.first == last + 2 else None


def owns_next(line: Line, phrase: Places) -> bool:
    """Whether a phrase only owns the place right after it ("the state's 17 townships", "the province's last base, Mastouma")."""
    units, after = line.units, phrase.last + 1
    while after < len(units) and line.phrase(after) is None and not units[after].gap and _qualifies(units[after]):
        after += 1
    if not (phrase.modifier and phrase.possessive) or after >= len(units) or units[after].gap:
        return False
    owned = line.phrase(after)
    return isinstance(owned, Places) and (bool(phrase.anaphor) or bool(owned.names))


def _qualifies(unit: Unit) -> bool:
    return bool(unit.tags & COUNTED) or (unit.word.isascii() and may_describe(unit))


def several(word: str) -> bool:
    """Whether a noun is a plural, so that "its" says whose they are and not of what ("most of its losses")."""
    return word.endswith("s") and not word.endswith("ss")
