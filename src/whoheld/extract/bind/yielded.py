"""The town that who governs or defends it hands over («سلّم محافظ غزنة المدينة لطالبان», «سلم رئيس البلدية مفاتيحها إلى»)."""

from dataclasses import replace

from whoheld.extract.phrases.phrase import Party, Places, parted
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.letters import FINITE

_HOLDERS = frozenset({"title", "official", "bystander"})
_NAMES = frozenset({"name_start", "common"})
_HANDOVER = "handover"
_LONGEST_PERSON = 4


def yielded(line: Line, verb: int) -> Places | None:
    """The town that the office-holder right behind an Arabic verb of handing over gives up, or None.

    It is named as that of his office, or behind that; of keys it is theirs whose pronoun or genitive they bear.
    """
    holder = verb + 1
    if holder + 1 >= len(line.units) or line.units[holder].gap or line.units[holder].tags.isdisjoint(_HOLDERS):
        return None
    if not any(entry.tense in FINITE and _HANDOVER in entry.traits for entry in line.units[verb].entries):
        return None
    office = line.phrase(holder + 1)
    at = holder + 1 if office is None or _points(office) else office.last + 1
    at = _past_person(line, at) if isinstance(office, Places) and at > holder + 1 else at
    if at >= len(line.units) or parted(line.units[at].gap):
        return None
    keys = "keys" in line.units[at].cues
    ruled = office if isinstance(office, Places) and office.names else None
    if keys and any(line.units[at].word.endswith(own) for own in ("ها", "ه")):
        return _plain(ruled) if ruled else Places(at, at, anaphor="pronoun")
    given = line.phrase(at + keys)
    town = given.town if isinstance(given, Party) else given
    if not isinstance(town, Places) or town.first != at + keys or (given is not town and ruled is not None):
        return None
    return _plain(ruled) if ruled and _points(town) else _plain(town)


def _past_person(line: Line, at: int) -> int:
    """Past the name of the office-holder, whose words no lexicon knows («رئيس بلدية القدس حسين سليم الحسيني مفاتيح»)."""
    first = at
    while at < len(line.units) and at - first < _LONGEST_PERSON and not line.units[at].gap and not _given(line, at):
        at += 1
    return at


def _given(line: Line, at: int) -> bool:
    """Whether keys or a place begin at a unit, or a word that belongs to no name."""
    unit = line.units[at]
    return line.phrase(at) is not None or "keys" in unit.cues or bool(unit.tags - _NAMES)


def _points(phrase: object) -> bool:
    """Whether a phrase is «المدينة», which is no office's name."""
    return isinstance(phrase, Places) and phrase.anaphor == "settlement" and phrase.definite


def _plain(places: Places) -> Places:
    return replace(places, case="")
