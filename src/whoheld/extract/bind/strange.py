"""Names that neither a gazetteer nor a head noun knows, where what governs them or stands around them shows them to be places."""

import re

from whoheld.extract.phrases.phrase import COMMAS, Name, Places, labelled, parted
from whoheld.extract.phrases.spelling import NO_NAME_BEGINS, NO_NAME_ENDS, foreign, imperfect, proper
from whoheld.extract.places.items import STARTS, nameless_well
from whoheld.extract.places.quoted import quoted
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit
from whoheld.extract.words.vocabulary import everyday, rare

_TO = "ل"
_MANY_ENDS = ("ات", "ين", "ون", "هم", "ها")
_PLURAL_ENDS = (*_MANY_ENDS, "ان")
_LYING: frozenset[str] = frozenset({"direction", "near", "in", "at"})
"""Prepositions by which a text says where a place lies."""
_OPENING = frozenset({"to", "had", "still", "become", "conditional", "contrast", "when"})
"""Classes of words right before the subject of a clause without a verb."""
_WHITHER = frozenset({"to", "toward", "from", "in", "at", "on", "near", "inside"})
"""Prepositions of places to which men go and in which they are."""
_ATTACHED = ("ها", "هم", "هما", "ته")
"""Endings of Arabic nouns that a pronoun makes definite."""
_AFTER_OBJECT = frozenset({"preposition", "after", "before", "when", "day", "weekday", "time", "adverb", "bound", "contrast"})
"""Classes of words that may follow an object."""

_FIELD = "وله"
"""How Arabic writes the end of the Slavic names of places that were fields («هوليايبوله»), as if with the pronoun "his"."""
_LONG, _LONG_FEMININE = 8, 6
_PARTICIPLE = re.compile(r"م\w{3,5}ا")


def strange_place(line: Line, at: int, *, governed: bool, joined: bool = False) -> Places | None:
    """The unknown names after a unit, or None.

    Args:
        line: the sentence.
        at: the unit before them.
        governed: whether only places stand there ("سيطرت على رورو ورينك"); else the text must say where they lie or what they
            are ("من ياسومان بإقليم هيران", "على شمع، القرية …"), or one of several must be called as villages are.
        joined: whether a conjunction is written on the first.
    """
    if 0 <= at < len(line.units) - 1 and line.units[at].gap == ":":
        return None
    kinds = _LYING if "preposition" in line.units[at].tags else _LYING - {"in", "at"}  # "استعاد الجيش زمام المبادرة في درعا"
    for loose in (False, True):
        names, last = _names(line, at, joined=joined, loose=loose)
        if names and _closed(line, last) and ((governed and not loose) or _shown(line, at, last, names, kinds)):
            return Places(at + 1, last, names=names)
    return None


def strange_object(line: Line, at: int) -> Places | None:
    """The unknown names that are the object of a verb: shown to be places, or spelled as only foreign names are."""
    shown = strange_place(line, at, governed=False)
    if shown is not None or at + 1 >= len(line.units):
        return shown
    indefinite = line.units[at + 1].word.endswith("ا")  # "أسيرا" ends as many a foreign name does
    return (None if indefinite else strange_place(line, at, governed=True)) or _bare_object(line, at)


def led_object(line: Line, at: int, infinitive: int) -> Places | None:
    """The unknown name that "to" makes the object of an infinitive behind its subject («خسارة الجيش لدامساك»)."""
    noun = any(entry.tag == "trigger" and entry.tense == "noun" for entry in line.units[infinitive].entries)
    unit = line.units[at] if noun and infinitive + 1 < at < len(line.units) else None
    if unit is None or unit.gap or unit.tags or not unit.word.startswith(_TO) or not foreign(unit.word[1:]):
        return None
    name = Name(unit.start + len(_TO), unit.end, unit.word[1:], known=False, strange=True)
    return Places(at, at, names=[name]) if _closed(line, at) else None


def _bare_object(line: Line, at: int) -> Places | None:
    """The unknown word behind a verb and its subject that can be no noun, for want of an article and a case ("أخذوا دماج")."""
    unit, after = line.units[at + 1], line.units[at + 2] if at + 2 < len(line.units) else None
    ends = after is None or parted(after.gap) or not after.tags.isdisjoint(_AFTER_OBJECT)
    bare = not (unit.tags or unit.gap) and unit.word.isalpha() and line.phrase(at + 1) is None
    if not (bare and ends and (_rare(unit.word) or (proper(unit.word) and not everyday(unit.word)))):
        return None
    return Places(at + 1, at + 1, names=[Name(unit.start, unit.end, unit.word, known=False, strange=True)])


def strange_subject(line: Line, at: int, pivot: int) -> Places | None:
    """The unknown name of which a state is told ("وقعت كيسانغاني بأيدي المتمردين", "كيسانغاني باتت بيد المتمردين")."""
    last = at - 1
    if last >= 0 and "preposition" in line.units[last].tags:
        last -= 1
    while last > pivot and line.phrase(last) is None and ("adverb" in line.units[last].tags or last in line.adjuncts.dates):
        last -= 1  # "تقع نياميتابا كلها في أيدي …", «سقطت نياميتابا في أيار 1999 بيد …»
    while last > line.begins and "dubitative" in line.units[last].cues:
        last -= 1  # "كانت نياميتابا قد استعيدت"
    if pivot < last and (found := strange_place(line, pivot, governed=True)):
        goes_on = line.phrase(last) if found.last < last else None
        listed = isinstance(goes_on, Places) and goes_on.case == "list" and goes_on.first == found.last + 1
        return found if found.last == last or listed else None
    name = pivot - 1 if pivot < at else last
    name -= name > line.begins and "negation" in line.units[name].tags  # "نومبي لم تعد بيد …"
    opens = name == line.begins or (name > 0 and _opens(line.units[name - 1]))
    joined = line.units[name].word.startswith("و") if opens else False
    found = strange_place(line, name - 1, governed=True, joined=joined) if opens else None
    return found if found is not None and found.last == name and (not joined or foreign(found.names[0].key)) else None


def _opens(unit: Unit) -> bool:
    """Whether a word stands right before the subject of a clause ("وما زالت", «أما»)."""
    return not unit.tags.isdisjoint(_OPENING) or "topic" in unit.cues


def strange_antecedent(line: Line, relative: int) -> Places | None:
    """The unknown name that an Arabic relative takes up («اتجهت إلى كاليه التي سقطت بيدها»).

    A noun that a relative follows is definite; what neither an article nor a pronoun makes so is a name.
    """
    at = relative - 1
    unit = line.units[at] if at > 0 and "feminine_relative" in line.units[relative].cues else None
    if (
        unit is None
        or unit.tags
        or unit.gap
        or line.units[relative].gap
        or not unit.word.isalpha()
        or line.phrase(at) is not None
    ):
        return None
    definite = unit.word.startswith(NO_NAME_BEGINS) or unit.word.endswith(_ATTACHED)
    governing = line.units[at - 1].entry("preposition")
    if definite or governing is None or governing.value not in _WHITHER:
        return None
    return Places(at, at, names=[Name(unit.start, unit.end, unit.word, known=False, strange=True)])


def _names(line: Line, at: int, *, joined: bool, loose: bool) -> tuple[list[Name], int]:
    names, last = list[Name](), at
    while last + 1 < len(line.units) and (name := _strange(line, last + 1, item=joined or bool(names), loose=loose)):
        names.append(name)
        last += 1
        while line.units[last].stop < name.end:
            last += 1
    return names, last


def _closed(line: Line, last: int) -> bool:
    after = line.units[last + 1] if last + 1 < len(line.units) else None
    return after is None or bool(after.gap) or bool(after.tags) or line.phrase(last + 1) is not None


def _shown(line: Line, at: int, last: int, names: list[Name], kinds: frozenset[str]) -> bool:
    """Whether what stands around unknown names shows them to be places."""
    villages = any("name_start" in line.units[n].tags for n in range(at + 1, last + 1))
    after = line.units[last + 1] if last + 1 < len(line.units) else None
    if after is None:
        return villages and len(names) > 1
    if not COMMAS.isdisjoint(after.gap):
        head = after.entry("head")
        called = head is not None and head.value == "settlement" and after.reading.article
        return called or (villages and len(names) > 1)
    where = next((phrase for n in range(last + 1, last + 4) if (phrase := line.phrase(n))), None)
    if not isinstance(where, Places) or not where.names:
        return villages and len(names) > 1
    listed = where.case == "list" and where.first == last + 1 and any(name.known for name in where.names)
    several = len(names) > 1 and all(foreign(name.key) or proper(name.key) for name in names)  # "استعادت قردهير وواريس في منطقة"
    return listed or _lies(line, last + 1, _LYING if several else kinds) or (villages and len(names) > 1)


def _lies(line: Line, at: int, kinds: frozenset[str]) -> bool:
    """Whether a preposition of some kinds begins to say where something lies."""
    label = line.units[at].entry("preposition")
    return line.units[at].reading.preposition in kinds or (label is not None and label.value in kinds)


def _strange(line: Line, at: int, *, item: bool, loose: bool) -> Name | None:
    """An unknown word as a name, if it is spelled as foreign names are; an item of a list bears its conjunction."""
    unit = line.units[at]
    word = unit.word[1:] if item else unit.word
    joined = unit.word[0] == "و" if item else True
    after = line.units[at + 1] if at + 1 < len(line.units) else None
    begins = unit.tags and unit.tags <= STARTS and not (unit.gap or unit.reading.preposition) and joined
    begins = begins and not nameless_well(line.units, at)
    if begins and after is not None and not after.gap and after.tags <= STARTS | {"common"}:
        return Name(unit.start, after.end, f"{unit.reading.stem} {after.word}", known=False)
    shut = bool(unit.gap) and quoted(line.units, at) != at
    if unit.tags or shut or imperfect(word) or not joined or not word.isalpha() or line.phrase(at) is not None:
        return None
    if loose:
        return None if word.endswith(_PLURAL_ENDS) and not item else _loose(line, at, item=item, word=word)
    noun = word.startswith(NO_NAME_BEGINS) or word.endswith(NO_NAME_ENDS)
    common = noun and not _rare(word) if item else not _named_so(line, at, word)
    if not common and after is not None and not (after.gap or after.tags or after.word[0] == "و") and foreign(after.word):
        return Name(unit.start + item, after.end, f"{word} {after.word}", known=False, strange=True)  # "تشيركاسكي تيشكي"
    return None if common else Name(unit.start + item, unit.end, word, known=False, strange=True)


def _rare(word: str, *, governed: bool = False) -> bool:
    """Whether a word is used so rarely that it is a name where a place stands.

    Without a preposition no plural is («جثامين»), no short feminine noun («زكاة»), and no participle that tells how somebody
    came («دخل الجيش مستنفرا»).
    """
    long = word.startswith(NO_NAME_BEGINS) or len(word) >= _LONG_FEMININE or not word.endswith("ه")
    plain = long and not word.endswith(_MANY_ENDS) and not _PARTICIPLE.fullmatch(word)
    return (governed or plain) and rare(word)


def _named_so(line: Line, at: int, word: str) -> bool:
    """Whether a word is spelled as foreign names are, behind "on" with no preposition written on it ("على باريان")."""
    governed = at > 0 and labelled(line.units[at - 1], "on")
    return (
        foreign(word, governed=governed)
        or _rare(word, governed=governed)
        or (governed and len(word) >= _LONG and word.endswith(_FIELD))
    )


def _loose(line: Line, at: int, *, item: bool, word: str) -> Name:
    """A name of one word, or of two where the second ends an item of a list ("قرط صغير وقرط كبير")."""
    unit, after = line.units[at], line.units[at + 1] if at + 1 < len(line.units) else None
    named = after is not None and after.tags <= STARTS | {"common"}  # "معرستة الخان"
    joined = after is not None and named and not after.gap and after.word[0] != "و" and line.phrase(at + 1) is None
    beyond = line.units[at + 2] if at + 2 < len(line.units) else None
    if joined and after is not None and (beyond is None or beyond.gap or beyond.word[0] == "و"):
        return Name(unit.start + item, after.end, f"{word} {after.word}", known=False, strange=True)
    return Name(unit.start + item, unit.end, word, known=False, strange=True)
