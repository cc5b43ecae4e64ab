"""Which words of a sentence evoke a frame, and in which of the ways that the lexicon reads them."""

from collections.abc import Iterator

from whoheld.extract.phrases.next_clause import owns
from whoheld.extract.phrases.phrase import Party, Places, labelled, parted
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.shared_verb import second_share
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit
from whoheld.lang import Entry

_OWN = Entry("trigger", "own")
"""What a possessive evokes that is all that is said of a place ("Kunduz is the army's")."""
_EACH = Entry("trigger", "each his")
"""What a second party with a place of its own evokes («يسيطر الجيش على شمالها والمتمردون على جنوبها»)."""
_THEN = frozenset({"conjunction", "function"})
"""Classes of the word for what came next («ثم»)."""
_GOVERNING = frozenset({"preposition", "after", "before", "achieve", "relative"})
"""Classes of words behind which a word that may be a noun is one."""
_OF_TIME = frozenset(
    {"when", "preposition", "time", "unit", "day", "weekday", "month", "dual", "number", "ordinal", "reference", "hijri", "about"}
)
"""Classes of words of a time before the verb of a clause."""
_NOMINATIVE, _OBLIQUE = "ون", ("ين", "ي")
"""Endings of Arabic plurals that are a subject, and that are none."""
_BEFORE_VERB = frozenset({"to", "about"})
"""Labels of prepositions behind which a verb may stand ("to take", "rather than take")."""
_DETERMINERS, _BASE, _ING = frozenset({"article", "possessive"}), frozenset({"base", "present"}), frozenset({"ing"})


def triggers(line: Line) -> Iterator[tuple[int, Entry]]:
    """Every unit that may evoke a frame, with each way to read it."""
    for at, unit in enumerate(line.units):
        own = "trigger" in unit.tags and _open(line, at) and not _in_any_name(line, at) and not _of_band(line, at)
        if own and not line.particle(at):
            told = frozenset({"noun"}) if _drives_them(line, at) else _not_told(line, at)
            yield from ((at, entry) for entry in unit.entries if entry.tag == "trigger" and entry.tense not in told)
        elif line.verb_first and unit.reading.conjunction and second_share(line, at):
            yield at, _EACH
        elif unit.possessive and isinstance(line.phrase(at), Party) and owns(line.units, at):
            yield at, _OWN
        if not unit.tags.isdisjoint(line.evoking):
            yield from ((at, entry) for tag in sorted(line.evoking.keys() & unit.tags) for entry in line.evoking[tag])


def _open(line: Line, at: int) -> bool:
    """Whether a unit belongs to no phrase, or to one that may as well be a predicate ("their last northern stronghold")."""
    phrase, entries = line.phrase(at), line.units[at].entries
    if isinstance(phrase, Places):
        unnamed = bool(phrase.anaphor) and not phrase.names and not line.verb_first
        return unnamed and any("epithet" in entry.traits for entry in entries)
    return phrase is None or _OWN in entries  # "has been British since"


def _of_band(line: Line, at: int) -> bool:
    """Whether an Arabic noun only says by what aim an armed group is called («جبهة تحرير إقليم تيغراي»)."""
    noun = line.units[at]
    before = line.units[at - 1] if at and line.verb_first and not noun.gap else None
    aim = "boast" in noun.tags and not noun.reading.article and any(entry.tense == "noun" for entry in noun.entries)
    return before is not None and aim and "band" in before.cues


def _not_told(line: Line, at: int) -> frozenset[str]:
    """The tenses that a word cannot have: what a preposition or "أتمت" governs is a noun ("تحت حكم", "their push into")."""
    unit, before = line.units[at], line.units[at - 1]
    if at == 0 or unit.gap:
        return frozenset()
    if line.verb_first and before.tags.isdisjoint(("preposition", "achieve", "relative")):
        verb = _befell(line, at) or _comes_next(line, at)
        return FINITE if _governed_noun(before, unit) else frozenset({"noun"}) if verb else frozenset()
    if not line.verb_first:
        light = "light" in before.tags and line.finite(at - 1)  # "took control there"
        determined = _determines(before) or (at > 1 and _only_noun(before) and _determines(line.units[at - 2]))
        noun = light or before.possessive or determined or _under(line, at) or _leads_to_noun(before)
        return _ING if "after" in unit.tags else _BASE if noun else frozenset()  # "following the attack"
    if before.reading.article and labelled(before, "direction"):
        return frozenset()  # "وفي الشرق سلمت"
    if "relative" in before.tags:
        return frozenset({"noun"})  # "التنظيم الذي طرده الجيش"
    noun = any(entry.tag == "trigger" and entry.tense in {"", "noun"} for entry in unit.entries)
    return FINITE if noun else FINITE - {"present"} if "preposition" in before.tags else frozenset()


def _leads_to_noun(unit: Unit) -> bool:
    """Whether a noun follows a word because its class has no verb behind it ("whose capture", "the damage from storm Ian")."""
    governs = (label := unit.entry("preposition")) is not None and label.value not in _BEFORE_VERB
    return governs or "possessive_relative" in unit.cues


def _under(line: Line, at: int) -> bool:
    """Whether a word stands behind whose rule "under" leads to ("under rebel control, as does Sake" tells of no verb)."""
    whose = line.phrase(at - 1)
    return isinstance(whose, Party) and whose.first > 0 and labelled(line.units[whose.first - 1], "under")


def _comes_next(line: Line, at: int) -> bool:
    """Whether a word stands right behind the «ثم» that begins a clause, where a verb does («ثم طردهم الجيش منها»).

    Behind a comma only one with an object is surely no noun («استعادة سرت، ثم طرد المسلحين من درنة»).
    """
    then = line.units[at - 1]
    verbs = [entry for entry in line.units[at].entries if entry.tag == "trigger" and entry.tense in FINITE]
    opens = at - 1 <= line.begins or (parted(then.gap) and any(entry.pronoun for entry in verbs))
    return then.tags >= _THEN and opens and bool(verbs)


def _drives_them(line: Line, at: int) -> bool:
    """Whether a word with a pronoun is a verb whose subject follows («وفي نهاية العام طردهم الجيش منها»), and no noun.

    It is where its clause has no other, or where those behind it are subject by their ending («طرده المتمردون»).
    """
    before, subject = line.units[at - 1], line.phrase(at + 1)
    verb = any(entry.tag == "trigger" and entry.tense in FINITE and entry.pronoun for entry in line.units[at].entries)
    if not (at and line.verb_first and verb and isinstance(subject, Party)) or subject.case:
        return False
    if line.units[at + 1].gap or line.units[at + 1].tail.endswith(_OBLIQUE):
        return False
    if "when" not in before.tags and before.tags & _GOVERNING:
        return False
    first = at - 1
    while first > line.begins and not parted(line.units[first].gap):
        first -= 1
    only_time = all(line.units[n].tags & _OF_TIME or line.units[n].word.isdigit() for n in range(first, at))
    return only_time or line.units[at + 1].tail.endswith(_NOMINATIVE)


def _befell(line: Line, at: int) -> bool:
    """Whether an Arabic word without an object behind whom it befell is a verb and no noun («الجيش طرد من ماسيسي»)."""
    before = line.phrase(at - 1)
    end = next((n for n in range(at + 1, len(line.units)) if n not in line.adjuncts.nouns), len(line.units) - 1)
    leaves = labelled(line.units[end], "from") and line.told(at)
    return leaves and isinstance(before, Party) and before.case in {"", "comma", "list"}


def _in_any_name(line: Line, at: int) -> bool:
    return _in_name(line, at) or _in_force_name(line, at)


def _in_name(line: Line, at: int) -> bool:
    """Whether a capitalised word stands inside a name ("People's Liberation Front")."""
    if at == 0 or not line.units[at].capital or line.units[at].upper:
        return False
    neighbours = [line.units[at - 1], *line.units[at + 1 : at + 2]]
    return any(unit.capital and not parted(line.units[at].gap) for unit in neighbours)


def _in_force_name(line: Line, at: int) -> bool:
    """Whether an Arabic noun only tells what a force is called for («قوات تحرير تيغراي»)."""
    force = line.units[at - 1] if line.verb_first and at and not line.units[at].gap else None
    if force is None or "armed" not in force.tags or force.reading.article or force.reading.stem.startswith("ال"):
        return False
    if force.tail != force.word:
        return False  # «حركة أمل» has its name already
    own = any(entry.pronoun for entry in (*force.entries, *line.units[at].entries))
    return not own and all(entry.tense == "noun" for entry in line.units[at].entries if entry.tag == "trigger")


def _determines(unit: Unit) -> bool:
    """Whether a noun follows a word, be it the last of several ("for the")."""
    return "definite" in unit.tail_cues or (bool(unit.tags & _DETERMINERS) and "relative" not in unit.tags)


def _only_noun(unit: Unit) -> bool:
    """Whether an unknown word in the singular is the first part of a compound ("a mountain pass")."""
    return not (unit.tags or unit.gap or unit.capital or unit.word.endswith("s"))


def _governed_noun(before: Unit, unit: Unit) -> bool:
    """Whether a word with a pronoun is a noun because "after" governs it («بعد استعادتها»), which "after" with «أن» does not."""
    after = not before.tags.isdisjoint(("after", "before")) and "clausal" not in before.tail_cues
    return after and any(entry.tag == "trigger" and entry.tense == "noun" and entry.pronoun for entry in unit.entries)
