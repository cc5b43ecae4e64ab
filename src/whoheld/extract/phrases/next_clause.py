"""Where a list of names ends although a conjunction follows, because the next name is the subject of another clause."""

import re
from collections.abc import Sequence

from whoheld.extract.phrases.phrase import COMMAS, Party, Phrase, Places, labelled, parted, verbal
from whoheld.extract.words.capitals import capital_run
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit

_AFTER_OWNER = frozenset({"preposition", "after", "before", "when", "conjunction", "contrast", "day", "weekday", "returned"})
"""Classes of words that never stand between a possessive and what it owns."""
_BEFORE_NAME = frozenset({"article", "direction", "head", "adverb", "share", "quantity", "number"})
"""Classes of words between what governs a name and the name."""
_TELLING = frozenset({"trigger", "light"})
_HELPING = frozenset({"be", "have", "had", "modal", "still"})
_STATING = frozenset({"still", "become"})
_THUS = frozenset({"adverb", "function", "time"})
"""Classes of words that open a clause before its verb («وبذلك», «وبهذا»)."""
_AND = "و"
_OF_SEVERAL = ("ان", "تا", "وا", "ون")
"""Endings of Arabic verbs of which several are the subject."""
_SO_THAT, _SHE, _PARTICIPLE = ("لت", "لي"), "ت", ("م", "ه")
_OBLIQUE, _BROKEN_PLURAL = "ي", re.compile(r"\w[ورص]ا\wي")
"""How the duals of nouns for places end that something governs, and their plurals that end alike («نواحي», «أراضي»)."""
_LONGEST_ASIDE = 12
_SETTING = frozenset({"in", "on", "at", "near", "inside", "direction", "along", "through"})
"""Prepositions of where a clause plays."""
_ADJECTIVES = frozenset({"article", "direction", "function", "adverb", "country"})
"""Classes of the words of a setting that are no noun."""
_OBJECTS = frozenset({"article", "possessive", "number", "quantity", "share", "head", "whole", "direction", "position"})
"""Classes of words by which an object begins."""
_PLANNED = frozenset({"plan"})
_PAST, _TENSED = frozenset({"past"}), frozenset({"past", "present"})


def opens_clause(units: Sequence[Unit], first: int, joined: int, last: int) -> bool:
    """Whether a name after a conjunction is the subject of another clause ("quit Humera, and Adigrat was taken").

    Args:
        units: of the sentence, in a language whose subjects stand before their verbs.
        first: of the list that the name would go on.
        joined: the conjunction.
        last: of the name.
    """
    if "conjunction" not in units[joined].tags or last + 1 >= len(units):
        return False
    before = _governor(units, first)
    if before is None or before.tags.isdisjoint(("trigger", "preposition")):
        return False
    if units[last + 1].gap:
        return _predicated_behind_aside(units, first, last, before)
    predicate, comma = units[last + 1], bool(COMMAS & set(units[joined].gap))
    tenses = FINITE if comma else _PAST
    told = any(entry.tense in tenses and entry.tag in _TELLING for entry in predicate.entries)
    told = told or ("copula" in predicate.cues and "trigger" in predicate.tags)  # "is contested"
    governed = "trigger" not in before.tags
    listed = any(COMMAS & set(unit.gap) for unit in units[first + 1 : joined])
    alone = comma and not (governed and listed)  # "troops in Shire, Humera, and Adigrat were"
    return (told or bool(predicate.tags & _HELPING)) and (
        alone or not (governed or any("relative" in u.tags for u in units[:first]))
    )


def _predicated_behind_aside(units: Sequence[Unit], first: int, last: int, governor: Unit) -> bool:
    """Whether an aside parts a name from its verb ("took Onitsha, and Port Harcourt, defended by two battalions, was captured").

    What governs the list is a verb then, and not of a relative clause, whose subject that verb may have ("who took … were").
    """
    verb = any(entry.tense in FINITE and entry.tag in _TELLING for entry in governor.entries)
    return verb and not any("relative" in unit.tags for unit in units[:first]) and predicated_behind_aside(units, last)


def predicated_behind_aside(units: Sequence[Unit], last: int) -> bool:
    """Whether a comma opens an aside on a name, behind which a verb tells of it ("Bursa, abandoned by the Greeks, was")."""
    if last + 1 >= len(units) or COMMAS.isdisjoint(units[last + 1].gap):
        return False
    closes = next((n for n in range(last + 2, min(last + _LONGEST_ASIDE, len(units))) if parted(units[n].gap)), 0)
    predicate = units[closes]
    told = bool(predicate.tags & _HELPING) or any(e.tense in FINITE and e.tag in _TELLING for e in predicate.entries)
    return closes > 0 and told and not COMMAS.isdisjoint(predicate.gap)


def _governor(units: Sequence[Unit], first: int) -> Unit | None:
    """The word before a phrase and its article or adjectives, in the same clause, or None."""
    at = first
    while at > 0 and not parted(units[at].gap):
        at -= 1
        if units[at].tags.isdisjoint(_BEFORE_NAME):
            return units[at]
    return None


def predicated(units: Sequence[Unit], last: int) -> bool:
    """Whether a verb follows a name at once, of which it is the subject then ("… on Saturday and Tripoli is", "… remains")."""
    if last + 1 >= len(units) or units[last + 1].gap:
        return False
    after = units[last + 1]
    state = "trigger" in after.tags and after.word != after.tail  # "is divided between", "back under"
    return (
        state or bool(after.tags & _HELPING) or any(entry.tense in _TENSED and entry.tag in _TELLING for entry in after.entries)
    )


def predicated_list(units: Sequence[Unit], last: int) -> bool:
    """Whether a verb follows a name, or the last of those that are joined to it without a comma."""
    while last + 2 < len(units) and "conjunction" in units[last + 1].tags and units[last + 2].capital and not units[last + 1].gap:
        last = capital_run(units, last + 2)
    return predicated(units, last)


def begins_clause(units: Sequence[Unit], before: Phrase | None, phrase: Phrase) -> bool:
    """Whether a phrase behind places and a conjunction goes on no list of theirs, but is what the next clause is about."""
    named = isinstance(phrase, Places) or (isinstance(phrase, Party) and phrase.town is not None)
    if phrase.case != "list" or not named or not isinstance(before, Places):
        return False
    if before.last == phrase.first - 1:
        return opens_state(units, before.first, phrase.first, phrase.last)
    joint = phrase.first - 1
    if before.last == joint - 1:
        return opens_clause(units, before.first, joint, phrase.last)
    governor = _governor(units, before.first)  # "took Onitsha in March, and Port Harcourt, defended by …, was captured in May"
    parted_off = "conjunction" in units[joint].tags and not COMMAS.isdisjoint(units[joint].gap)
    return parted_off and governor is not None and _predicated_behind_aside(units, before.first, phrase.last, governor)


def behind_setting(units: Sequence[Unit], begins: int, party: Party) -> bool:
    """Whether a party right behind where a clause plays is its subject ("On the coast government troops captured Sirte").

    Its verb has an object then; else it is told of the place ("In the area rebels captured in May, …").
    """
    verb = party.last + 1
    if verb + 1 >= len(units) or units[verb].gap or units[party.first].gap or not _takes(units, verb):
        return False
    at = party.first - 1
    while at > begins and "preposition" not in units[at].tags and not units[at].gap:
        at -= 1
    behind = any(_is_noun(unit, named=bool(party.meanings)) for unit in units[at + 1 : party.first])
    return behind and party.first - at < _LONGEST_ASIDE and sets(units, begins, at + 1)


def sets(units: Sequence[Unit], begins: int, at: int) -> bool:
    """Whether what a clause begins with says where it plays, up to a unit ("On the | coast", "and near | Bor")."""
    at -= 1
    while at > begins and units[at].tags & {"article", "direction"} and "preposition" not in units[at].tags:
        at -= 1
    label = units[at].entry("preposition") if at >= begins else None
    opens = at == begins or (at > begins and (parted(units[at].gap) or "conjunction" in units[at - 1].tags))
    return opens and label is not None and label.value in _SETTING


def _is_noun(unit: Unit, *, named: bool) -> bool:
    """Whether a word of a setting is no mere adjective of it; a country is one before a party with a name of its own."""
    return unit.tags.isdisjoint(_ADJECTIVES - {"country"} if named else _ADJECTIVES)


def _takes(units: Sequence[Unit], verb: int) -> bool:
    """Whether a verb is active, and an object stands behind it."""
    if units[verb].tags & {"have", "had"}:
        return True
    told = any(entry.tense in FINITE | {"ed"} and entry.tag in _TELLING for entry in units[verb].entries)
    after = units[verb + 1]
    return told and not after.gap and (after.capital or not after.tags.isdisjoint(_OBJECTS)) and "weekday" not in after.tags


def opens_own(units: Sequence[Unit], verb: int) -> bool:
    """Whether a verb begins a clause («ثم تبعتها بزاعة», «وبذلك باتت نينوى», «حرر الباغوز، لتصبح دير الزور كلها»)."""
    if so_that(units[verb]):
        return True
    before = units[verb - 1] if verb > 0 and not units[verb].gap else None
    joined = before is not None and ("conjunction" in before.tags or (before.reading.conjunction and before.tags <= _THUS))
    return units[verb].reading.conjunction or joined


def so_that(unit: Unit) -> bool:
    """Whether "to" is written on a finite Arabic verb («لتعود», «ليصبح»)."""
    led = unit.reading.preposition == "to" and any(entry.tense == "present" for entry in unit.entries)
    return led or ("become" in unit.tags and unit.word.startswith(_SO_THAT))


def only_noun(units: Sequence[Unit], at: int) -> bool:
    """Whether a word that carries a state is a verbal noun without a pronoun, whose place follows it («سقوط أريحا في قبضة …»)."""
    told = [entry for entry in units[at].entries if entry.tag in _TELLING]
    carries = "light" in units[at].tags and all(entry.tense == "noun" and not entry.pronoun for entry in told)
    return carries and bool(told) and not units[at].reading.article


def opens_state(units: Sequence[Unit], first: int, joined: int, last: int) -> bool:
    """Whether an Arabic name of one place is told to be still or now so («استعاد السخنة والشولا لا تزال في قبضتهم»).

    Args:
        units: of the sentence.
        first: of the list that the name would go on, of which a verb has told before.
        joined: the word on which the conjunction is written.
        last: of the name.
    """
    after = units[last + 1] if last + 1 < len(units) else None
    if after is None or after.gap or after.reading.conjunction:
        return False
    if undergoes(units, joined, last + 1):
        return True
    if after.tags.isdisjoint(_STATING):
        return False
    single = units[joined].word.startswith(_AND) and not after.tail.endswith(_OF_SEVERAL)
    told = any(entry.tense in FINITE and entry.tag in _TELLING for unit in units[:first] for entry in unit.entries)
    return single and told


def undergoes(units: Sequence[Unit], joined: int, verb: int) -> bool:
    """Whether a noun for a town opens a clause («، ومدينة حماة تتعرض لقصف», «وبلدة بوني شهدت نزوحا», «ومدينة غوما محاصرة»)."""
    if "head" not in units[joined].tags or verb >= len(units) or units[verb].gap or _of_two(units[joined]):
        return False
    if units[verb].tags <= _PLANNED and units[verb].word.startswith(_PARTICIPLE[0]) and units[verb].word.endswith(_PARTICIPLE[1]):
        return True
    if verb + 1 >= len(units) or units[verb + 1].gap:
        return False
    told = any(entry.tense in FINITE for entry in units[verb].entries)
    return told or (not units[verb].tags and units[verb].word.startswith(_SHE) and verbal(units[verb].word))


def _of_two(unit: Unit) -> bool:
    """Whether a noun for two places is governed by its ending, so that it is no subject («وحقلي كبيبة والجبسة تعزل المدينة»)."""
    head, stem = unit.entry("head"), unit.reading.stem
    return head is not None and head.tense == "many" and stem.endswith(_OBLIQUE) and not _BROKEN_PLURAL.fullmatch(stem)


def owns(units: Sequence[Unit], at: int) -> bool:
    """Whether a possessive ends its noun phrase, so that it owns nothing named after it."""
    if not units[at].possessive:
        return False
    after = units[at + 1] if at + 1 < len(units) else None
    return after is None or parted(after.gap) or not after.tags.isdisjoint(_AFTER_OWNER)


def opens_aside(units: Sequence[Unit], at: int) -> bool:
    """Whether an "in" at a unit stands behind "and" and a comma."""
    return labelled(units[at], "in") and "," in units[at].gap and at > 0 and "conjunction" in units[at - 1].tags
