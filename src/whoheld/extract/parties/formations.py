"""Numbered units of armies ("the army's 6th Infantry Division", «الفرقة 22 مشاة»): where their names end."""

from collections.abc import Container, Sequence

from whoheld.extract.phrases.phrase import labelled
from whoheld.extract.places.seats import numbered
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit

_LONGEST = 5
"""Words of the longest name of a unit between its owner or head and its end ("3rd Separate Assault Brigade")."""


def unit_of(units: Sequence[Unit], first: int) -> int:
    """The last word of a numbered unit that begins at ``first`` ("6th Infantry Division", "Infantry Battalion 275"), or -1."""
    if first >= len(units) or not units[first].word[0].isdigit():
        return _by_number(units, first)
    if units[first].gap:
        return -1
    for at in range(first + 1, min(first + _LONGEST, len(units))):
        unit = units[at]
        if unit.gap not in {"", "-"}:
            return -1
        if "formation" in unit.tags:
            after = units[at + 1] if at + 1 < len(units) else None
            return at + (after is not None and not after.gap and "formation" in after.tags)  # "the 215th Army Corps"
        if unit.tags and not unit.capital:
            return -1
    return -1


def _by_number(units: Sequence[Unit], first: int) -> int:
    """The number behind the noun of a unit, both in capitals as in a name, or -1."""
    for at in range(first, min(first + _LONGEST, len(units) - 1)):
        if not units[at].capital or (units[at].gap and at > first):
            return -1
        if "formation" in units[at].tags:
            return at + 1 if units[at + 1].word.isdigit() and not units[at + 1].gap else -1
    return -1


def numbers_end(units: Sequence[Unit], head: int) -> int:
    """The last word of the number and the arm after an Arabic head noun («اللواء المدرع 401», «الفيلق الأول»), or the head."""
    last, counted = head, False
    for at in range(head + 1, min(head + 1 + _LONGEST, len(units))):
        unit = units[at]
        if unit.gap or not (numbered(unit) or "arm" in unit.cues):
            break
        last, counted = at, counted or numbered(unit)
    return last if counted else head


def field_army(units: Sequence[Unit], at: int) -> int:
    """The last word that makes an army another than the one at home («الجيش الثامن», «الجيش السوفييتي»), or -1."""
    after = units[at + 1] if at + 1 < len(units) and "army" in units[at].tail_cues and not units[at + 1].gap else None
    if after is not None and "bygone" in after.cues and "nationals" not in after.tags:
        return at + 1  # but «طرد الجيش السوفييت»
    return numbers_end(units, at) if after is not None and "nth" in after.tags else -1


_RANK = frozenset({"armed", "title", "formation"})


_SUBJECT = frozenset({"actor", "armed", "statal", "country", "nationals"})
"""Classes of words between an Arabic verb and its object."""
_MEN = "وا"
"""The ending of an Arabic verb behind which no subject follows."""


def names_site(units: Sequence[Unit], at: int, sites: Container[str], taking: Container[str]) -> bool:
    """Whether the name of a party is a noun for a place, where only a place stands.

    That is behind «على» ("سيطر على القاعدة"), and as the object of verbs whose names are given as ``taking``, whose objects are
    places («أخلت القوات القاعدة», but «استعادت القاعدة المكلا»).
    """
    if units[at].word not in sites or at == 0 or units[at].gap:
        return False
    return labelled(units[at - 1], "on") or _is_object(units, at, taking)


def _is_object(units: Sequence[Unit], at: int, verbs: Container[str]) -> bool:
    verb = at - 1
    while verb > 0 and units[verb].tags & _SUBJECT and not units[verb].gap:
        verb -= 1
    return _told(units[verb], verbs) and (verb < at - 1 or units[verb].word.endswith(_MEN))


def takes(units: Sequence[Unit], first: int, last: int, taking: Container[str]) -> bool:
    """Whether the last word of a party is what it takes («حررت القوات الفلوجة.»), as no other object follows its verb.

    None does where the sentence ends, or where what is told of the word is told of places («التي احتلها داعش»).
    """
    name = units[last]
    verb = units[first - 1] if first else None
    if verb is None or name.tags or name.gap or not _told(verb, taking) or any(entry.pronoun for entry in verb.entries):
        return False
    behind = units[last + 1 : last + 2]
    if not behind or "relative" not in behind[0].tags:
        return not behind
    return any(_told(unit, taking) and any(entry.pronoun for entry in unit.entries) for unit in units[last + 2 : last + 5])


def _told(unit: Unit, verbs: Container[str]) -> bool:
    """Whether a unit is a finite verb of some frames."""
    return any(entry.tag == "trigger" and entry.tense in FINITE and entry.value in verbs for entry in unit.entries)


def ranks(units: Sequence[Unit], at: int) -> bool:
    """Whether an Arabic noun for a unit of an army is a rank («اللواء نجم الجبوري»), or "chief" is "main" («الميناء الرئيس»)."""
    if at and "chief" in units[at].cues and not units[at].gap:
        return "head" in units[at - 1].tags and units[at - 1].reading.article
    name = units[at + 1] if units[at].tags >= _RANK and at + 1 < len(units) else None
    if name is None or units[at].meanings or name.tags or name.gap:
        return False
    return not name.word.isascii() and name.word.isalpha() and not name.word.startswith("ال")
