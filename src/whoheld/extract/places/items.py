"""How far the items of a list go that no gazetteer knows: words of one or of several, told by where the next item begins."""

from collections.abc import Sequence
from itertools import takewhile

from whoheld.extract.phrases.phrase import dashed, labelled, verbal
from whoheld.extract.phrases.spelling import NOUN, foreign
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit
from whoheld.lang import Writing

STARTS = frozenset({"name_start", "landform"})
"""Classes of words by which names of two words begin."""
_RULES = frozenset("–—/•")
"""What parts the items of a list beside commas, and a hyphen with spaces around it."""
_TO_RULE = 4
"""Words of the longest item between two dashes."""
_DATES = frozenset({"day", "weekday", "month", "hijri", "unit", "dual", "reference", "season"})
_TO_DATE = 4
"""Words from a member of a list to what ends the date behind it («وود مدني في يناير»)."""
_WELL, _NISBA = "بير", "يه"
_OWNERS = STARTS | {"common"}
"""Classes of nouns that end names of two words («معرستة الخان», «دوير الزيتون»)."""
_ADJECTIVAL = ("ي", "ه", "ات", "ين")
"""How adjectives end behind the noun for a village or several."""
_ADVERBIAL = "يا"
"""How adverbs end that are made of adjectives ("عسكريا")."""


def tells_when(units: Sequence[Unit], at: int) -> bool:
    """Whether a word in capitals behind a noun for a place is a day or a month ("the city last May"), and not its name."""
    before = units[at - 1]  # "last", "this"
    told = "time" in before.tags or "nonnominal" in before.cues
    return "weekday" in units[at].tags or ("month" in units[at].tags and told)


def no_item(units: Sequence[Unit], at: int) -> bool:
    """Whether an Arabic word is a verb of saying or of distance, or the noun for a well without a name."""
    return _says_that(units, at) or _tells_how_far(units, at) or nameless_well(units, at)


def _says_that(units: Sequence[Unit], at: int) -> bool:
    """Whether an Arabic word is a verb of saying with what it says behind it («…، وأكد أن»)."""
    told = "report" in units[at].tags and any(entry.tense in FINITE for entry in units[at].entries)
    after = units[at + 1] if at + 1 < len(units) else None
    return told and after is not None and not after.gap and not after.tags.isdisjoint(("to", "pronoun"))


def closes_item(units: Sequence[Unit], at: int, writing: Writing) -> bool:
    """Whether a second word ends an item of a list ("الباغوز تحتاني،", "تشاب راند وقوشا")."""
    word = units[at].word
    if units[at].tags or word.startswith(writing.conjunctions):
        return False
    after = units[at + 1] if at + 1 < len(units) else None
    if after is None or set(after.gap) & set(",،)"):
        return after is not None or not word.endswith("ا")  # "جنوبا" is no part of a name
    if "belonging" in after.tags:
        return True
    lone = not word.startswith(writing.article) or _bare(units[at - 1].word, writing).startswith(writing.article)
    return lone and after.word.startswith(writing.conjunctions) and _may_go_on(after)


def owner(units: Sequence[Unit], at: int, writing: Writing) -> bool:
    """Whether a definite noun ends an item of a list («ودوير الزيتون و…»), rather than an adjective or the subject of a verb."""
    unit, first = units[at], _bare(units[at - 1].word, writing)
    definite = bool(writing.article) and unit.word.startswith(writing.article) and not first.startswith(writing.article)
    if not definite or unit.gap or unit.tags - _OWNERS or unit.word.endswith(_ADJECTIVAL) or not ends(units, at + 1):
        return False
    return not (units[at - 1].tags or verbal(first) or NOUN.fullmatch(first))


def kin(units: Sequence[Unit], at: int) -> bool:
    """Whether a word leads to whose a place is called after («العادية آل مظفر», «أم دم حاج أحمد»)."""
    after = units[at + 1] if at + 1 < len(units) else None
    return "kin" in units[at].cues and after is not None and not after.gap and after.word.isalpha() and not after.tags - STARTS


def of_three(units: Sequence[Unit], at: int, writing: Writing) -> bool:
    """Whether a word is the middle one of the three of an item ("ودره غيله طاغ، …", "ويال بير أحمدلي و…")."""
    following = units[at + 1] if at + 1 < len(units) else None
    if following is None or units[at].tags - STARTS or units[at].word.startswith((*writing.conjunctions, writing.article)):
        return False
    return not following.gap and closes_item(units, at + 1, writing) and at + 2 < len(units) and ends(units, at + 2)


def ends(units: Sequence[Unit], at: int) -> bool:
    """Whether a name ends before a unit: at a comma, a conjunction, or a word that the lexicon knows."""
    after = units[at] if at < len(units) else None
    return after is None or bool(after.gap) or bool(after.tags) or after.word[0] == "و"


def parted_off(units: Sequence[Unit], at: int) -> bool:
    """Whether a comma or dash stands before and after a word or two ("مورك، المستودعات، وادي العنز، لطمين")."""
    ends = range(at + 1, min(at + 3, len(units)))
    return _parts(units, at) and any(_parts(units, n) for n in ends)


def _parts(units: Sequence[Unit], at: int) -> bool:
    return "،" in units[at].gap or _ruled(units, at)


def ruled_off(units: Sequence[Unit], at: int) -> bool:
    """Whether a dash parts a unit from the one before as others are parted near it («القاهرة – الشعثة – الطليسية»)."""
    if not _ruled(units, at):
        return False
    near = range(max(1, at - _TO_RULE), min(at + _TO_RULE + 1, len(units)))
    return any(n != at and _ruled(units, n) for n in near)


def _ruled(units: Sequence[Unit], at: int) -> bool:
    gap = units[at].gap
    return bool(gap) and (not _RULES.isdisjoint(gap) or dashed(units, at))


def spelled_on(units: Sequence[Unit], at: int) -> bool:
    """Whether the word after a town's name in a list is a second of the name: spelled so, or between the commas with it."""
    after = units[at + 1] if at + 1 < len(units) else None
    if after is None or after.tags or after.word.endswith(_ADVERBIAL):
        return False
    return foreign(after.word) or (parted_off(units, at) and not after.gap)


def between_dates(units: Sequence[Unit], at: int, conjunction: str) -> bool:
    """Whether a word joined to one date stands before another, as members of a list do («حيفا في نيسان وعكا في أيار»)."""
    before, unit = units[at - 1] if at else None, units[at]
    if before is None or unit.gap or not unit.word.startswith(conjunction):
        return False
    if before.tags.isdisjoint(_DATES) and not before.word.isdigit():
        return False
    behind = takewhile(lambda later: not later.gap, units[at + 1 : at + 1 + _TO_DATE])
    return any(not later.tags.isdisjoint(_DATES) for later in behind)


def _bare(word: str, writing: Writing) -> str:
    return word.removeprefix(writing.conjunctions[0])


def _may_go_on(after: Unit) -> bool:
    """Whether a word with a conjunction may be the next item, or the preposition once more ("وعلى")."""
    return after.tags <= STARTS | {"common"} or labelled(after, "on")


def _tells_how_far(units: Sequence[Unit], at: int) -> bool:
    """Whether an unknown word is a verb behind which a number stands («منطقة تبعد عشرة كيلومترات عن»)."""
    after = units[at + 1] if at + 1 < len(units) and not units[at + 1].gap else None
    length = at + 2 < len(units) and "length" in units[at + 2].cues  # but «سقطت تكريت 11 يونيو»
    counts = after is not None and length and (after.word[0].isdigit() or "number" in after.tags)
    return counts and units[at].word.startswith(("ت", "ي")) and verbal(units[at].word)


def nameless_well(units: Sequence[Unit], at: int) -> bool:
    """Whether an Arabic noun for a well bears only an adjective («بئر نفطية»)."""
    after = units[at + 1] if units[at].reading.stem == _WELL and at + 1 < len(units) else None
    return after is not None and not (after.gap or after.tags) and after.word.endswith(_NISBA)
