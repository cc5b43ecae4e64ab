"""What a noun phrase is: places or a party, where it stands, and the case that governs it.

A case is the label of the preposition before the phrase; ``""`` is bare, ``of`` also a genitive without preposition, ``list`` a
phrase that only a conjunction joins to what stands before it, ``comma`` one that follows a comma, ``owner`` a party
whose the control is that is spoken of, ``compound`` one joined by a
hyphen, ``after`` one that a conjunction of time governs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from whoheld.actors import Meaning
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack
from whoheld.model import Extent, Place

CONTAINER = "container"
"""Case of a place that is named only for what lies in it ("سنجة حاضرة سنار")."""
ELIDED = "elided"
"""Case of a place that no word of its own names, so that only one of its gender is meant."""
UNSAID = "unsaid"
"""Case of a place of which a clause has no word at all, so that only one is meant of which a claim is told."""
MODIFIERS = 4
"""How many unknown words may stand between an article and its noun ("the small but strategic border town")."""
_MODIFYING = frozenset(
    {"adverb", "share", "direction", "name_start", "number", "time", "quantity", "whole", "about", "both", "ordinal"}
)
_LEADING = frozenset({"preposition", "backing"})
"""Classes of words that govern a phrase from before its adjectives."""
_COUNTING = frozenset({"quantity", "number", "apposing"})
_WHERE = frozenset({"compass", "centre", "landmark", "border"})
"""Cues of nouns that with their article say where something happens ("In the north", "Along the highway")."""
_YEAR = 4
"""Digits of a year."""
DASHES = frozenset("-–—")
COMMAS, HARD = frozenset(",،"), frozenset(";؛:")
"""Punctuation that parts members and clauses, and that which parts statements of one sentence."""
_PARTS = COMMAS | HARD | frozenset(".–—")
_STRIKING = frozenset({"raiding", "assailing"})
"""Cues of verbs for what takes no place."""
_NOMINATIVE, _MEN = "ون", frozenset({"actor", "armed", "nonstate", "nationals"})
_VERB_BEGINS, _VERB_ENDS = ("ي", "ت", "ن"), ("ت", "وا", "تا")
_PRONOUNS, _LONG_ENOUGH = ("هم", "هما"), 5
"""Endings of Arabic words that govern no genitive («فاستقبلتهم الكتائب»), and what is longer than «درهم»."""
_SHORTEST_VERB, _LONGEST_VERB = 4, 11
"""Letters of verbs with what is written before and behind them («يستخدمونها»); «نوفوتوشكيفسك» is none."""


class Toponyms(Protocol):
    """What extraction asks a gazetteer."""

    def kinds(self, key: str, /) -> frozenset[str]:
        """The kinds of the places that bear a folded name; empty if none does."""
        ...

    def lookup(self, key: str, /) -> Sequence[Place]:
        """The places that bear a folded name."""
        ...

    def capital(self, code: str, /) -> Place | None:
        """The seat of the government of a country by its ISO 3166 code, or None."""
        ...


@dataclass(slots=True)
class Name:
    """A place name as written, without letters that belong to other words.

    ``strange`` is a name that neither the gazetteer nor a head noun shows to be one. ``around`` is the span of further words
    that speak of its surroundings ("and the areas around it"), where those are meant.
    """

    start: int
    end: int
    key: str
    known: bool
    kind: str = "settlement"
    extent: Extent = Extent.WHOLE
    strange: bool = False
    around: tuple[int, int] | None = None


@dataclass(slots=True)
class Phrase:
    """A noun phrase from unit ``first`` to unit ``last``, both inclusive."""

    first: int
    last: int
    case: str = ""
    possessive: bool = False


@dataclass(slots=True)
class Places(Phrase):
    """Places named together.

    Attributes:
        anaphor: the kind of place that a phrase without a name speaks of ("the town"); empty for names.
        extent: of the anaphor.
        letters: conjunction and preposition that are written on the first name.
        definite: whether an anaphor points back by itself; "a town" only explains a name beside it.
        owner: the town whose quarter is named ("Mosul's Old City").
        modifier: whether it only qualifies the noun after it ("Hajin residents").
    """

    names: list[Name] = field(default_factory=list)
    anaphor: str = ""
    extent: Extent = Extent.WHOLE
    modifier: bool = False
    letters: str = ""
    definite: bool = True
    owner: Name | None = None

    def in_part(self) -> "Places":
        """The same places, of each of which only a part is meant."""
        return replace(self, names=[replace(name, extent=Extent.PART) for name in self.names], extent=Extent.PART)


@dataclass(slots=True)
class Party(Phrase):
    """Somebody who may hold a place.

    Attributes:
        start, end: code points of the words.
        meanings: what the registry makes of them; empty for an armed actor that it does not know.
        gender: of a pronoun that would stand for it, or empty where the language does not tell.
        also: another by which it may be spoken of as well («مقاتلو التنظيم» are "they" and "it"), or empty.
        anaphor: whether it only points back ("the group").
        repeats: whether it is a name that may as well point back to another ("the rebels"); same: whether a demonstrative beside
            it says that it has just been named («القوات نفسها»).
        noun: its last word; owner: the gender of the pronoun in it ("its forces"), or empty.
        nonstate: whether its words exclude a government and its army ("the rebels").
        statal: whether they can only mean one ("troops").
        ruled: whether the office of their leader tells that they are the government's ("President Ghani's forces").
        proper: whether a name or a country is among them.
        unknown: whether a word is among them that no lexicon knows, so that they may be a name.
        regular: whether they speak of an army's men ("the troops", «القوات») or, with a number, of a unit of one.
        numbered: whether a number says which unit of an army they are.
        town: the place whose name stands for them, where it does ("Damascus").
    """

    start: int = 0
    end: int = 0
    meanings: tuple[Meaning, ...] = ()
    gender: str = ""
    also: str = ""
    anaphor: bool = False
    repeats: bool = False
    same: bool = False
    noun: str = ""
    owner: str = ""
    nonstate: bool = False
    statal: bool = False
    ruled: bool = False
    proper: bool = False
    unknown: bool = False
    regular: bool = False
    numbered: bool = False
    town: Places | None = None

    @property
    def bare(self) -> bool:
        """Whether common nouns alone speak of them ("the militants", «القوات»), which name nobody by themselves."""
        common = self.nonstate or all(meaning.alias.text[:1].islower() for meaning in self.meanings)
        return common and not (self.proper or self.unknown or self.numbered or self.town)


_NUMBERED = frozenset({"number", "quantity"})


def parted(gap: str) -> bool:
    """Whether the punctuation before a unit parts it from the one before (quotes and brackets do not)."""
    return bool(gap) and not _PARTS.isdisjoint(gap)


def dashed(units: Sequence[Unit], at: int) -> bool:
    """Whether a dash that no hyphen is stands before a unit ("GOMA – ", «القدس- معا-»)."""
    unit = units[at]
    letters = 0 if unit.reading.article else len(unit.word) - len(unit.reading.stem)
    return not DASHES.isdisjoint(unit.gap) and unit.start - letters - units[at - 1].end > 1


def closes_quotation(gap: str) -> bool:
    """Whether the punctuation before a unit ends what somebody is quoted with ("the town,” said …")."""
    return gap[:1] in COMMAS and gap[1:2] in {"”", '"', "’", "'", "»"}


def labelled(unit: Unit, label: str) -> bool:
    """Whether a unit is a preposition of a label."""
    entry = unit.entry("preposition")
    return entry is not None and entry.value == label


def case_of(units: Sequence[Unit], first: int, language: Pack, letters: str = "") -> str:
    """The case of the phrase that begins at a unit; ``letters`` are those written on a name that the lexicon does not know."""
    unit = units[first]
    if unit.reading.preposition:
        return unit.reading.preposition
    if letters:
        return language.writing.prepositions.get(letters[-1], "list")
    if first == 0 or parted(unit.gap):
        return "comma" if first and unit.gap[-1:] in COMMAS else ""
    if unit.gap == "-" and "favouring" in units[first - 1].cues:
        return case_of(units, first - 1, language)  # "pro-GNA forces"
    if language.writing.capitals and units[first - 1].tags & _NUMBERED and "," in units[first - 1].gap:
        return "comma"  # "…, two towns it still controls"
    joined = unit.reading.conjunction or "conjunction" in units[first - 1].tags
    return _hyphened(units, first) or ("list" if joined else _governed(units, first, language))


def follow(units: Sequence[Unit], before: Places, phrase: Places) -> None:
    """Sets the case and the definiteness that places have from those that stand before them."""
    phrase.case = _case_beside(before, phrase, units[phrase.first].gap, seat="capital" in units[before.last].tail_cues)
    phrase.definite = phrase.definite or _shares_article(before, phrase)
    if _is_seat(units, before, phrase):
        phrase.case = CONTAINER
    elif phrase.case == "with" and "besides" in units[phrase.first - 1].tags and before.last == phrase.first - 2:
        phrase.case = "list"  # "زنجبار ومعها محافظة أبين"


def _case_beside(before: Places, phrase: Places, gap: str, *, seat: bool) -> str:
    """The case of places after others: "Borno State's Gwoza" and "Borno state capital Maiduguri" have that of the state."""
    owned = (before.possessive or (before.modifier and seat)) and before.last == phrase.first - 1 and not (phrase.case or gap)
    return before.case if owned else phrase.case


def _shares_article(before: Places, phrase: Places) -> bool:
    """Whether one article serves two nouns ("took control of its port and airport")."""
    joined = phrase.case == "list" and before.last == phrase.first - 2
    return joined and bool(before.anaphor) and before.definite and not phrase.names


def _is_seat(units: Sequence[Unit], before: Places, phrase: Places) -> bool:
    """Whether a phrase only says of what region the place before it is the seat ("الحزم، مركز محافظة الجوف")."""
    unit = units[phrase.first]
    return before.last == phrase.first - 1 and "centre" in unit.tags and not unit.reading.conjunction


def _hyphened(units: Sequence[Unit], first: int) -> str:
    hyphened = units[first].gap == "-" and units[first].start - units[first - 1].end == 1
    noun = "head" in units[first].tags and not units[first].capital  # "the gold-mining town of"
    return "compound" if hyphened and not noun and "trigger" not in units[first - 1].tags else ""


def _governed(units: Sequence[Unit], first: int, language: Pack) -> str:
    """The label of what governs a phrase from before its article and adjectives."""
    at = _before_modifiers(units, first, language)
    if at > 0 and "appellation" in units[at].tags and not units[at].gap:
        at = _before_modifiers(units, at - 1, language)  # "to a group known as …"
    if at < 0:
        return ""
    counts = units[at].word.isdigit() or not units[at].tags.isdisjoint(_COUNTING)
    counts = counts or ("about" in units[at].tags and _counts(units[first]))  # "على نحو عشر قرى"
    if at and not language.writing.capitals and counts and not parted(units[first].gap):
        return "" if units[at].word[0].isdigit() and "armed" in units[at - 1].tags else case_of(units, at, language)
    label = units[at].entry("preposition")
    if not units[at].tags.isdisjoint(("after", "before")) and (label is None or language.writing.capitals):
        return "after"
    road = "road" in units[at].tags and not units[first].gap
    contains = "container" in units[at].tags and not units[at].reading.article
    if (
        joined := "list"
        if "conjunction" in units[at].tags
        else "with"
        if _alongside(units[at], language)
        else CONTAINER * contains or "toward" * road or "against" * _opposing(units[at], language)
    ):
        return joined
    apart = label is not None and label.value == "direction" and units[at].reading.article  # "تخضع لهم في الشمال غاو"
    if label is not None and not apart:
        partitive = label.value in {"of", "from"} and at and not units[at - 1].tags.isdisjoint(("quantity", "number"))
        within = label.value == "direction" and at and not language.writing.capitals and labelled(units[at - 1], "in")
        return case_of(units, at - 1, language) if partitive else "in" if within else label.value  # "في شمال الحسكة"
    governs = at == first - 1 and not language.writing.capitals and _construct(units, at) and not _nominative(units[first])
    return "of" if governs else ""


def _alongside(unit: Unit, language: Pack) -> bool:
    """Whether a word joins others to a party, or says whose it is ("backed by", "loyal to")."""
    led = "led" in unit.tags and "preposition" not in unit.tags and language.writing.capitals
    return led or "backing" in unit.tags


def _opposing(unit: Unit, language: Pack) -> bool:
    """Whether an English word says whose enemies those before it are ("opposed to the Houthis")."""
    return language.writing.capitals and "opposing" in unit.tags


def _before_modifiers(units: Sequence[Unit], first: int, language: Pack) -> int:
    """The unit before the article and the adjectives of the phrase that begins at ``first``."""
    if not language.writing.capitals or "definite" in units[first].cues:
        return first - 1  # "the insurgents" bear their article themselves
    for at in range(first - 1, max(-1, first - 2 - MODIFIERS), -1):
        tags = units[at].tags
        if _fronted(units, at):
            return -1
        if not tags.isdisjoint(("article", "possessive")) or units[at].possessive:
            return at - 1 if at and not parted(units[at].gap) else -1
        if not tags.isdisjoint(("after", "before")):
            return at  # "under attack since Khartoum was recaptured", "fell to M23 after Congolese soldiers left"
        if tags & _MODIFYING and ("preposition" not in tags or _counts(units[at + 1])):
            first = at
        elif not tags.isdisjoint(("actor", "armed", "title", "official", "people", "country")) or _attributive(units, at):
            continue
        elif (tags & _LEADING) and at < first - 1 and not parted(units[at].gap):
            return at  # "to federal troops", "from nearby Hajin", "backed by foreign fighters"
        elif tags or parted(units[at].gap) or units[at].capital or _strikes(units, at):
            break
    return first - 1


def _strikes(units: Sequence[Unit], at: int) -> bool:
    """Whether a word is a verb of a deed that takes no place, and no adjective ("took Bara and later shelled El Obeid")."""
    return not units[at].cues.isdisjoint(_STRIKING) and at > 0 and "article" not in units[at - 1].tags


def _attributive(units: Sequence[Unit], at: int) -> bool:
    """Whether a word is part of an adjective, be it a preposition elsewhere ("the surrounding districts of")."""
    if "-" in {units[at].gap, units[at + 1].gap}:
        return True  # "from the UNESCO-listed city"
    return "preposition" in units[at].tags and at > 0 and "article" in units[at - 1].tags and not units[at].gap


def _fronted(units: Sequence[Unit], at: int) -> bool:
    """Whether a word ends what opens a clause before a name ("In 2015 Kunduz was …", "In the north Talish has been …")."""
    year = units[at].word.isdigit() and len(units[at].word) == _YEAR
    where = at > 0 and "definite" in units[at - 1].cues and not _WHERE.isdisjoint(units[at].cues)
    return year or (where and units[at + 1].capital and not units[at + 1].gap)


def _counts(unit: Unit) -> bool:
    """Whether a word counts, so that one before it like "over" or "around" only makes the count vague."""
    return unit.word[0].isdigit() or not unit.tags.isdisjoint(("number", "share", "quantity"))


def _construct(units: Sequence[Unit], at: int) -> bool:
    """Whether an unknown word before a name is a noun that the name qualifies, and not a verb or an adjective."""
    unit = units[at]
    if unit.tags - {"common"} or unit.reading.conjunction or parted(unit.gap) or at == 0 or unit.word[0].isdigit():
        return False
    word = unit.word
    if word.startswith("ال") or unit.word[0] == "و":
        return False
    opened = bool(units[at - 1].tags & {"function", "relative"}) or "clausal" in units[at - 1].cues
    opened = opened or (len(word) > _LONG_ENOUGH and word.endswith(_PRONOUNS))
    return not (verbal(word) or opened or _nominative(units[at + 1]))


def _nominative(unit: Unit) -> bool:
    """Whether the ending of a plural for men shows a subject («اضطر المتمردون إلى»), which no noun governs."""
    return unit.word.endswith(_NOMINATIVE) and unit.reading.stem.startswith("ال") and bool(unit.tags & _MEN)


def verbal(word: str) -> bool:
    """Whether an Arabic word that the lexicon does not know looks like a verb."""
    begins = word.startswith(_VERB_BEGINS) and _SHORTEST_VERB <= len(word) <= _LONGEST_VERB
    return begins or (word.endswith(_VERB_ENDS) and not word.endswith("ات"))
