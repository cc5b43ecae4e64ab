"""How names are spelled in a script with capitals: where a run of capitals begins and ends, and which runs name no place."""

from collections.abc import Sequence

from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit

LONGEST_NAME = 5
_JOINED_BY = frozenset("-'’.")
_LOW = frozenset({"name_particle", "latin_article"})
"""Cues of low words inside the names of people."""
_INSIDE = frozenset({"name_link", "latin_article"})
"""Cues of low words that hyphens join to a name."""
_ELIDED_ARTICLES = ("d", "l")
"""The letters that the French write before a vowel with an apostrophe only ("Saut-d'Eau")."""
_CLOSING = frozenset(",\"”'’")
_BEFORE_SHIP = frozenset({"", '"', "“"})
"""What may part the name of a ship from its noun."""
_BODIES = frozenset({"event", "club"})
"""Last words of what bears a place's name and is none: "the Dayton accords", "Mosul FC"."""
_MILITARY = frozenset({"armed", "formation", "statal"})
PARTS = frozenset(
    {"name_start", "landform", "number", "month", "head", "direction", "title", "armed", "ordinal", "official", "area", "day"}
)
"""Classes whose words may still be part of a name ("Fort Smith", "June", "Camp", "South")."""
_LONGEST_SPEAKER = 8
"""Words of the longest name of who speaks, with the verb."""
_IN_SPEAKER = frozenset({"bystander", "function", "local", "voice", "title", "official", "ministry", "head", "armed", "medium"})
"""Classes of low words for who speaks ("Goma residents said")."""
_TO_NOUN = 4
"""Words from the article of an aside to the noun that it calls a name by."""
_DESCRIBING = frozenset({"common", "direction", "country", "people", "adverb"})
_RANKED = 3
"""Words from what ranks a noun to the name behind it."""
_NOUN_NEVER_ENDS = ("ly", "ed")
"""How adverbs and verbs end that no lexicon knows ("Uvira alarmed many")."""


def titled(units: Sequence[Unit], at: int) -> bool:
    """Whether a title stands before the name that a unit belongs to ("General Ismail al-Mahlawi", "General João de Matos")."""
    first = at
    while first > max(0, at - LONGEST_NAME) and units[first].gap in {"", "-"} and _of_person(units[first - 1]):
        first -= 1
    return first > 0 and "title" in units[first - 1].tags and not units[first].gap


def titles(units: Sequence[Unit], at: int) -> bool:
    """Whether a title stands before a person's name ("Major General Ismail", "King Leopold", "Secretary-General")."""
    after = units[at + 1] if at + 1 < len(units) and "title" in units[at].tags else None
    joined_by = {"", ".", "-"} if after is not None and "title" in after.tags else {"", "."}
    person = after is not None and after.gap in joined_by and after.capital and not after.possessive
    return person and not bears_title(units, at)


def bears_title(units: Sequence[Unit], at: int) -> bool:
    """Whether a town that begins at a unit bears the title of whom it is called after ("Sheikh Zuweid, a town in")."""
    return "title" in units[at].tags and called_town(units, capital_run(units, at))


def called_town(units: Sequence[Unit], at: int) -> bool:
    """Whether an aside behind a run of capitals calls what it names a town ("Sheikh Zuweid, a town in")."""
    opens = at + 1
    if opens + 1 >= len(units) or units[opens].gap != "," or "article" not in units[opens].tags:
        return False
    nouns = range(opens + 1, min(opens + 1 + _TO_NOUN, len(units)))
    noun = next((n for n in nouns if units[n].gap or units[n].tags - _DESCRIBING), None)
    if noun is None or units[noun].gap or "head" not in units[noun].tags:
        return False
    after = units[noun + 1] if noun + 1 < len(units) else None
    return after is None or bool(after.gap) or not after.tags.isdisjoint(("preposition", "relative"))


def _of_person(unit: Unit) -> bool:
    return (unit.capital and not unit.tags) or not unit.cues.isdisjoint(_LOW)


def capital_run(units: Sequence[Unit], at: int) -> int:
    """The last unit of the run of capitals that begins at a unit."""
    first = at
    while at + 1 < len(units) and (units[at].capital or (at > first and _links(units[at]))) and continues(units, at + 1):
        at += 1
    return at


def listed(units: Sequence[Unit], at: int) -> bool:
    """Whether a comma or a second name follows the word before a unit."""
    if at >= len(units) or units[at].gap[:1] in {",", "-"}:
        return True
    return "conjunction" in units[at].tags and at + 1 < len(units) and begins_name(units, at + 1)


def joined(unit: Unit) -> bool:
    """Whether nothing but a hyphen or the like parts a unit from the one before."""
    return not unit.gap or set(unit.gap) <= _JOINED_BY


def begins_name(units: Sequence[Unit], at: int) -> bool:
    """Whether a capital, or the article before one, stands at a unit."""
    if units[at].capital:
        return True
    if "latin_article" not in units[at].cues or at + 1 >= len(units) or not units[at + 1].capital:
        return False
    return units[at + 1].gap == "-" or (not units[at + 1].gap and "article_homograph" not in units[at].cues)


def _links(unit: Unit) -> bool:
    """Whether a low word stands inside a name ("Bab al-Tob")."""
    return not unit.cues.isdisjoint(_LOW | _INSIDE)


def continues(units: Sequence[Unit], at: int) -> bool:
    """Whether a unit goes on with the name before it."""
    unit = units[at]
    if not joined(unit) or units[at - 1].possessive:
        return False
    if unit.capital and not unit.gap and "parent" in units[at - 1].cues:
        return True  # "Um Dam"
    if unit.capital:
        headed = at + 1 < len(units) and "head" in units[at + 1].tags and not units[at + 1].gap
        return unit.tags <= PARTS - {"head"} or (unit.tags <= {"adverb"} and headed)  # "Phuoc Long Province"
    if "name_particle" in unit.cues and not unit.gap and at + 1 < len(units) and units[at + 1].capital and not units[at + 1].gap:
        return units[at - 1].capital  # "Vila Nova de Gaza"
    if "latin_article" in unit.cues and not unit.gap and at + 1 < len(units):
        named = units[at + 1].gap == "-" or not (units[at + 1].gap or "article_homograph" in unit.cues)  # "Rajm al Sheikh"
        return named and units[at + 1].capital and units[at - 1].capital
    return unit.gap == "-" and (not unit.cues.isdisjoint(_INSIDE) or _elides(unit))


def _elides(unit: Unit) -> bool:
    """Whether a word begins with an article that an apostrophe, which its key leaves out, joins to a name ("-d'Eau")."""
    return unit.word.startswith(_ELIDED_ARTICLES) and unit.stop - unit.start > len(unit.word) and not unit.tags


def common(unit: Unit) -> bool:
    """Whether a word in small letters is of no class of the lexicon, and so some noun or adjective right behind another."""
    return unit.word.isalpha() and unit.word.isascii() and not (unit.tags or unit.gap or unit.capital)


def names_no_place(units: Sequence[Unit], at: int, last: int, *, known: bool, headed: bool) -> bool:
    """Whether a run of capitals names who speaks ("…, Mehri said"), a side of the compass, a ship or a unit of an army."""
    event = not headed and ("event" in units[at].cues or _of_ship(units, at))  # "Operation Olive Branch"
    event = event or bool(units[last].cues & _BODIES)
    if event or _speaks(units, at, last) or _broadcasts(units, last) or (at == 0 and _says(units, last)):
        return True
    if at == last and not headed and "weather" in units[at].cues and (at == 0 or bool(units[at].gap.strip('"“‘'))):
        return True  # "Rain fell on Ziguinchor"
    if not headed and "continent" in units[last].tail_cues:
        return True
    lettered = at == last and not (headed or known) and units[at].word[1:].isdigit()  # a road: "the M5"
    if lettered or _numbered_road(units, last) or _initial(units, at):
        return True
    if at > 1 and not units[at].gap and units[at - 1].capital and "article" in units[at - 1].tags and not units[at - 1].gap:
        return True  # a newspaper: "told The Irrawaddy"
    sides = all("direction" in unit.tags for unit in units[at : last + 1])
    return not headed and (sides or (not known and _of_army(units, last)))


def _initial(units: Sequence[Unit], at: int) -> bool:
    """Whether a letter with a full stop only shortens the word before a name ("S. Somalia town", "W.Darfur")."""
    after = units[at + 1] if at + 1 < len(units) else None
    return len(units[at].word) == 1 and units[at].word.isalpha() and after is not None and after.gap.startswith(".")


def _numbered_road(units: Sequence[Unit], last: int) -> bool:
    """Whether a number behind a word for a road makes the name of one ("National Highway 2", "Route 6")."""
    road = last if "road" in units[last].cues else last + 1
    number = units[road + 1] if road + 1 < len(units) else None
    return number is not None and number.word.isdigit() and not number.gap and "road" in units[road].cues and units[road].capital


def _speaks(units: Sequence[Unit], at: int, last: int) -> bool:
    """Whether a name behind a comma is that of who goes on to speak, or a name behind "said" that of who has spoken."""
    after = units[last + 1] if last + 1 < len(units) else None
    if "," in units[at].gap and after is not None and not after.gap and "report" in after.tags:
        return True
    said = units[at - 1].entry("report") if at and not units[at].gap and _CLOSING & set(units[at - 1].gap) else None
    ends = after is None or bool(after.gap)
    return ends and said is not None and said.tense in {"past", "ed"} and "trigger" not in units[at - 1].tags


def _of_ship(units: Sequence[Unit], at: int) -> bool:
    """Whether the noun for a ship stands before the name that a unit belongs to ("the tanker Stena Impero")."""
    first = at
    while first > max(0, at - LONGEST_NAME) and units[first].gap in {"", "-"} and units[first - 1].capital:
        first -= 1
    noun = units[first - 1] if first and units[first].gap in _BEFORE_SHIP else None
    return noun is not None and "watercraft" in noun.cues | noun.tail_cues


def goes_on_to_speak(units: Sequence[Unit], at: int) -> bool:
    """Whether who has told a sentence is named behind a comma, with a verb of saying ("…, the New York Times reported")."""
    if "," not in units[at].gap:
        return False
    for n in range(at + 1, min(at + _LONGEST_SPEAKER, len(units))):
        unit = units[n]
        if not joined(unit):
            return False
        if "report" in unit.tags and not unit.capital:
            return any(entry.tag == "report" and entry.tense in FINITE for entry in unit.entries)
        if not (unit.capital or unit.gap or common(unit) or unit.tags <= _IN_SPEAKER or "name_of" in unit.cues):
            return False
    return False


def _says(units: Sequence[Unit], last: int) -> bool:
    """Whether a verb of saying follows a name with which a sentence begins ("Padilla said that …")."""
    after = units[last + 1] if last + 1 < len(units) else None
    said = after.entry("report") if after is not None and not after.gap else None
    return said is not None and said.tense in {"past", "ed"} and after is not None and "trigger" not in after.tags


def _broadcasts(units: Sequence[Unit], last: int) -> bool:
    """Whether a name is that of a broadcaster or the like ("Houthi-run Masirah television")."""
    after = units[last + 1] if last + 1 < len(units) else None
    return after is not None and not after.gap and ("broadcaster" in after.cues or ("medium" in after.tags and not after.capital))


def _of_army(units: Sequence[Unit], last: int) -> bool:
    """Whether a name goes on with what a unit of an army is called ("Light Infantry Battalion")."""
    at = last + 1
    while at < len(units) and units[at].capital and not units[at].gap and not units[at].tags.isdisjoint(_MILITARY):
        at += 1
    closed = at >= len(units) or units[at].gap or "head" not in units[at].tags
    return at > last + 1 and bool(closed) and not units[at - 1].tags.isdisjoint(("formation", "statal"))


def building_follows(units: Sequence[Unit], last: int) -> bool:
    """Whether a name only begins that of a building or the like ("the Grand Mosque", "Aleppo University")."""
    after = units[last + 1] if last + 1 < len(units) else None
    return after is not None and not after.gap and after.capital and after.tags == {"time"} and not units[last].possessive


def landmark_follows(units: Sequence[Unit], last: int) -> bool:
    """Whether a name only tells which valley or the like is meant."""
    return last + 1 < len(units) and not units[last + 1].gap and "landmark" in units[last + 1].cues


def qualifies(units: Sequence[Unit], after: int) -> bool:
    """Whether a name qualifies the noun that stands after it ("Hajin residents", "the Kawlin police station")."""
    if after >= len(units):
        return False
    following = units[after]
    if following.gap == "-":
        return "trigger" not in following.tags
    noun = following.tags <= {"common"} or (following.tags <= {"other_sense"} and following.word == following.tail)
    plain = noun and not (following.gap or following.word[0].isdigit() or _takes_object(units, after))
    if following.possessive and not (following.gap or following.capital):
        return True  # "the Kandahar governor's office"
    if "institution" in following.cues and following.capital and not following.gap:
        return True  # "Mindanao State University"
    return plain and not following.word.endswith(_NOUN_NEVER_ENDS) and following.cues.isdisjoint(("nonnominal", "site"))


def _takes_object(units: Sequence[Unit], at: int) -> bool:
    """Whether a word that no lexicon knows is a verb before its object ("The fall of Goma sent thousands fleeing")."""
    object_ = units[at + 1] if at + 1 < len(units) and not units[at + 1].gap else None
    return object_ is not None and bool(object_.tags & {"article", "possessive", "quantity", "number"})


def takes_last(units: Sequence[Unit], at: int) -> bool:
    """Whether a capital is who took what a noun before it ranks ("the only capital Moscow had captured")."""
    ranked = any("ranking" in unit.cues for unit in units[max(0, at - _RANKED) : at])
    helper, verb = units[at + 1 : at + 2], units[at + 2 : at + 3]
    acts = bool(helper and verb) and not helper[0].gap and bool(helper[0].tags & {"have", "had"}) and "trigger" in verb[0].tags
    return ranked and acts and "actor" in units[at].tags
