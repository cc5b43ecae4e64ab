"""Parties before an Arabic verb that do not do what it tells: who suffers another deed, is governed, or owns some places."""

from whoheld.extract.phrases.phrase import Party, Phrase, parted
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.letters import FINITE

_PLURAL = "وا"
"""The ending of an Arabic verb whose subject stands before it."""
_PLACES = frozenset({"head", "container"})
"""Classes of nouns for places, which a country may own."""
_COUNTED = frozenset({"quantity", "number", "bound", "preposition"})
"""Classes of words between a verb and its object."""
_EXPELLING = "expel"
"""The trigger of verbs whose object is who must go."""
_PARTICIPLE, _ACCUSATIVE = "م", ("ا", "ه", "ين")
"""How a participle begins and ends that tells in what circumstance somebody does something, as words are folded."""
_OUT_OF = frozenset({"from", "off", "toward", "to", "on"})
"""Labels of the prepositions behind whom they drive out («على الانسحاب», «من المدينة», «إلى التراجع»)."""


def object_of_plural(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase stands behind a verb whose own ending is its subject («باغتوا الحامية»)."""
    at = phrase.first - 1
    while at > 0 and line.units[at].tags & _COUNTED:
        at -= 1
    return (
        phrase.case in {"", "of"}
        and at >= 0
        and line.units[at].word.endswith(_PLURAL)
        and len(line.units[at].word) > len(_PLURAL)
    )


def governed(line: Line, party: Party) -> bool:
    """Whether an Arabic party that bears no preposition is an object all the same, or a genitive.

    So behind a verb whose subject a pronoun is («أضافت أنها هزمت القوات»), behind an infinitive that a preposition governs
    («تمكنت من دحر المليشيا») and as whose positions are meant («قصفت مواقع الفرقة»).
    """
    at = party.first - 1
    beside = at >= 1 and not line.units[party.first].gap and line.phrase(at) is None
    if not (line.verb_first and beside and party.case in {"", "of"}):
        return False
    before, noun = line.units[at - 1], line.units[at]
    label = before.entry("preposition")
    led = noun.reading.preposition or (label is not None and label.value != "direction" and not noun.gap)
    infinitive = led and any(entry.tense == "noun" for entry in noun.entries)
    return bool(infinitive) or "position" in noun.tags or (not noun.gap and before.entry("pronoun") is not None)


def driven_out(line: Line, party: Party) -> bool:
    """Whether a party is whom the verb of driving out right before it drives: what it must do follows, and nobody else does.

    Its form may be active or passive alike («القوات أجبرت الوحدات على الانسحاب، ودخلت»), so that it does nothing either way.
    """
    verb, behind = party.first - 1, party.last + 1
    if verb < line.begins or behind >= len(line.units) or line.units[party.first].gap or parted(line.units[behind].gap):
        return False
    drives = any(e.tag == "trigger" and e.value == _EXPELLING and e.tense in FINITE for e in line.units[verb].entries)
    label = line.units[behind].entry("preposition") if drives and line.phrase(verb) is None else None
    if label is None or label.value not in _OUT_OF:
        return False
    stop = next((n for n in range(behind, len(line.units)) if parted(line.units[n].gap)), len(line.units))
    return not any(isinstance(p, Party) and p.case == "" and party.last < p.first < stop for p in line.phrases)


def of_circumstance(line: Line, party: Party) -> bool:
    """Whether an accusative participle behind a comma has a party as its object («عاد إليها، مجبرا القوات على الانسحاب»)."""
    at = party.first - 1
    if at <= line.begins or party.case or line.units[party.first].gap or not parted(line.units[at].gap):
        return False
    word = line.units[at].word
    return word.startswith(_PARTICIPLE) and word.endswith(_ACCUSATIVE) and line.phrase(at) is None and not line.told(at)


def no_agent(line: Line, party: Party) -> bool:
    """Whether the words beside an Arabic party show that it does not act, whatever verb follows."""
    return country_of_places(line, party) or governed(line, party) or _makes_up(line, party) or _only_ally(line, party)


def country_of_places(line: Line, party: Party) -> bool:
    """Whether a country only tells where the places lie whose noun stands right before it, or of whom a flag is.

    So in «رابع مدن أفغانستان», «أحرقوا علم الصومال».
    """
    noun = line.units[party.first - 1] if party.first and not line.units[party.first].gap else None
    if noun is None or noun.reading.article or "country" not in line.units[party.first].tags:
        return False
    return bool(noun.tags & _PLACES) or "emblem" in noun.cues | noun.tail_cues


def _makes_up(line: Line, party: Party) -> bool:
    """Whether a party is only told to make up the core of another («القوات التي تشكل الوحدات الكردية عمودها الفقري»)."""
    core = line.units[party.last + 1] if party.last + 1 < len(line.units) else None
    return core is not None and not core.gap and "backbone" in core.cues


def _only_ally(line: Line, party: Party) -> bool:
    """Whether a party is only told to be with the group before it («الجماعة المتحالفة مع واشنطن تسيطر على»)."""
    bound = line.units[party.first - 1] if party.first > line.begins + 1 and not line.units[party.first].gap else None
    group = line.phrase(party.first - 2)
    return bound is not None and "linked" in bound.cues and isinstance(group, Party) and group.case in {"", "list", "comma"}
