"""Place phrases without a name: "the town", "both", "there", "the city's eastern half"."""

from collections.abc import Sequence

from whoheld.extract.phrases.phrase import MODIFIERS, Name, Places, labelled, parted
from whoheld.extract.places.openings import SITES, Opening
from whoheld.extract.words.capitals import capital_run
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit
from whoheld.lang import Entry, Pack
from whoheld.lang.cues import Cue
from whoheld.model import Extent
from whoheld.text import key

_LISTED = frozenset({"settlement", "quarter", "district", "province"})
_COUNTING = frozenset({"direction", "number", "name_start", "adverb"})
_MEN = frozenset({"actor", "armed", "statal", "regular", "nonstate", "country"})
"""Classes of the words of a subject behind which an object stands."""
_BEFORE_PLACES = frozenset({"preposition", "trigger", "become", "light", "still"})
_DAYS = frozenset({"weekday", "month"})
_QUALIFYING = frozenset({"country", "direction", "people", "adverb", "side"})
_TELLING_WHERE = frozenset({"country", "direction", "people"})
"""Classes of adjectives between an article and its noun ("the northern Syrian town")."""


RANKED = "ranked"
"""The anaphor of one of several places, by its rank among them."""
_RANKS: tuple[Cue, ...] = ("first", "second", "third")
_BEFORE_RANKS = frozenset({"preposition", "trigger", "still"})
_NOUNS = frozenset({"head", "actor", "armed", "country", "people", "official", "title", "direction", "common", "voice", "local"})
"""Classes of words that "the former" only qualifies."""
_OF_OBJECTS = ("on", "off")
"""Prepositions before what a verb of control governs, which lead to no hour («على الأولى في تموز»)."""
_MEN = frozenset({"actor", "armed", "nonstate", "people", "country", "nationals"})
"""Classes of the words of a subject."""
_HOURS = frozenset({"time", "preposition", "day"})
"""Classes of words after the hour that is told by its number («في الثانية من فجر السبت»)."""


def rank_of(unit: Unit) -> int | None:
    """Which of several things of a kind a feminine ordinal means, from 0; the last is -1. None for other words."""
    if "latter" in unit.cues:
        return -1
    return next((n for n, cue in enumerate(_RANKS) if cue in unit.cues), None)


class AnaphorGrammar:
    """Reads the phrases of one language that point back to places."""

    def __init__(self, language: Pack) -> None:
        self._capitals = language.writing.capitals
        self._article = language.writing.article
        self._genders = {key(word): gender for gender, words in language.genders.items() for word in words}

    def read(self, units: Sequence[Unit], first: int, opening: Opening) -> Places | None:
        """A phrase without a name: "the town", "both", "there", "the city's eastern half"."""
        kind, extent = opening.kind, opening.extent
        if pointing := self._pointing(units, first, opening):
            definite = not kind and "pair" not in units[first].tags
            return Places(first, first, anaphor=pointing, extent=extent, definite=definite)
        if not kind:
            return None
        last = max(first, min(opening.at, len(units)) - 1)
        while last > first and "head" not in units[last].tags:
            last -= 1
        inside = units[first : last + 1]
        definite = any(u.reading.article or ("article" in u.tags and "indefinite" not in u.tags) for u in inside)
        definite = definite or bool(_whose(units[last])) or self._defined(units, first)
        some = extent is Extent.PART or (last > 0 and "quantity" in units[last - 1].tags)
        definite = definite and not (opening.many and some and not self._capitals)  # "بعض المناطق", "ثلثي الأحياء الشرقية"
        own = _its(units, last) if opening.many and self._capitals and kind in _LISTED else last
        zone = self._zone(units, last) or (kind == "district" and _bounded(units, last + 1))
        sided = kind == "quarter" and opening.many and not self._capitals and _quarters_on_side(units, first, last)
        if sided or (kind == "quarter" and not zone and (_whose(units[last]) or own < last - 1)):
            return Places(first, last, anaphor="settlement" if sided else "pronoun", extent=Extent.PART)
        if zone or own < last or "head" not in units[last].tags or not (definite or self._capitals or opening.many):
            return None  # "its villages" are of one place
        if side := self._side_name(units, last, opening):
            return Places(first, last + 1, names=[side])
        middle = kind == "settlement" and not opening.many and centre(units, last + 1)
        whole = Name(0, 0, "", known=False, extent=Extent.PART if middle else extent)
        end = last + 1 if middle else owned(units, whole, last) if units[last].possessive else last
        if end > last and _counts_off(units, first):
            whole.extent, first = Extent.PART, first - 3
        many = "many" if kind in _LISTED else "sites"
        owns = units[end].possessive
        anaphor = many if opening.many else kind
        return Places(first, end, anaphor=anaphor, extent=whole.extent, definite=definite, possessive=owns, modifier=owns)

    def ranked(self, units: Sequence[Unit], at: int) -> Places | None:
        """One of several places named before, by its rank («وسيطر على الأولى يوم الثلاثاء», "retook the latter"), or None."""
        rank = rank_of(units[at])
        if rank is None or at == 0 or units[at].gap:
            return None
        before, after = units[at - 1], units[at + 1] if at + 1 < len(units) else None
        if self._capitals:
            noun = after is not None and not after.gap and (not after.tags or not after.tags.isdisjoint(_NOUNS))
            return Places(at, at, anaphor=RANKED) if "definite" in before.cues and not noun else None
        if before.tags.isdisjoint(("trigger", "still")) and self._acted(units, at):
            return Places(at, at, anaphor=RANKED)
        governed = bool(units[at].reading.preposition) or not before.tags.isdisjoint(_BEFORE_RANKS)
        object_ = any(labelled(before, label) for label in _OF_OBJECTS) or "trigger" in before.tags
        hour = not object_ and after is not None and not after.gap and bool(after.tags & _HOURS)
        return Places(at, at, anaphor=RANKED) if governed and not hour else None

    def _acted(self, units: Sequence[Unit], at: int) -> bool:
        """Whether a feminine rank follows a subject with which it cannot agree («استعاد الجيش النيجيري الثانية»)."""
        subject = at - 1
        while subject > 0 and not units[subject].gap and not units[subject].tags.isdisjoint(_MEN):
            subject -= 1
        noun, verb = units[subject + 1], units[subject]
        told = any(entry.tag == "trigger" and entry.tense in FINITE for entry in verb.entries)
        if subject == at - 1 or not told or noun.reading.conjunction:
            return False
        called = (self._genders.get(noun.reading.stem), *(meaning.alias.gender for meaning in noun.meanings))
        return next((gender for gender in called if gender), "") in {"m", "p"}

    def _zone(self, units: Sequence[Unit], head: int) -> bool:
        """Whether a word makes an area of its own of what a noun calls ("the buffer zone", «المنطقة العازلة»)."""
        at, gap = (head - 1, head) if self._capitals else (head + 1, head + 1)
        return 0 <= at < len(units) and "zone" in units[at].tags and units[gap].gap in {"", "-"}

    def _pointing(self, units: Sequence[Unit], first: int, opening: Opening) -> str:
        """What a single word points back to ("both", "there"), or that it speaks of several ("مئة بلدة"); else empty."""
        following = units[first + 1].tags if first + 1 < len(units) else frozenset[str]()
        if "both" in units[first].tags and following.isdisjoint(("head", "conjunction", "article")):
            return "" if self._floats(units, first) or self._counts_names(units, first + 1) else "many"
        if "place_anaphor" in units[first].tags:
            return "" if self._capitals and "be" in following else "settlement"  # "there are street battles"
        if "pair" in units[first].tags:
            return "many"
        return "many" if opening.kind and self._counted(units, first, opening) else ""

    def _counts_names(self, units: Sequence[Unit], at: int) -> bool:
        """Whether "both" stands before the two names that it counts ("both Bor and Bentiu")."""
        name = units[at] if at < len(units) and not units[at].gap else None
        return self._capitals and name is not None and name.capital and name.tags.isdisjoint(_DAYS)

    def _floats(self, units: Sequence[Unit], at: int) -> bool:
        """Whether "both" only counts a subject named before it ("are both under", "had both been captured")."""
        before = units[at - 1].tags if at and not units[at].gap and self._capitals else frozenset[str]()
        after = units[at + 1].tags if at + 1 < len(units) and not units[at + 1].gap else frozenset[str]()
        told = bool(before & {"have", "had", "modal"}) and "be" in after
        return "be" in before or told or "report" in after  # "the mayor and the mission both confirmed"

    def _counted(self, units: Sequence[Unit], at: int, opening: Opening) -> bool:
        """Whether an indefinite singular is counted, so that it speaks of several ("مئة بلدة")."""
        if self._capitals or opening.definite or opening.many or at == 0 or units[at].gap or not _heads(units, at, opening.at):
            return False
        before = units[at - 1]
        return opening.kind in _LISTED and (before.word[0].isdigit() or not before.tags.isdisjoint(("number", "quantity")))

    def _side_name(self, units: Sequence[Unit], at: int, opening: Opening) -> Name | None:
        """The name that an adjective makes of the head noun of a quarter ("الجانب الأيسر")."""
        after = units[at + 1] if at + 1 < len(units) else None
        if opening.kind != "quarter" or opening.many or not opening.definite or after is None:
            return None
        if after.gap or after.tags or not after.word.startswith(self._article):
            return None
        words = f"{units[at].word} {after.word}"
        return Name(units[at].start, after.end, words, known=False, kind=opening.kind, extent=opening.extent)

    def _defined(self, units: Sequence[Unit], first: int) -> bool:
        """Whether an article stands before the adjectives of a phrase."""
        for at in range(first - 1, max(-1, first - 2 - MODIFIERS), -1) if self._capitals else ():
            if not units[at].tags.isdisjoint(("article", "possessive")) or "possessive_relative" in units[at].cues:
                another = "possessive" in units[at].tags and "direction" in units[at + 1].tags  # "out of their eastern enclave"
                return not (another or "indefinite" in units[at].tags)
            hyphened = units[at].gap == "-" or units[at + 1].gap == "-"
            which = "number" in units[at].tags or not units[at].cues.isdisjoint(("totality", "nonrestrictive"))
            told = units[at].tags - _TELLING_WHERE and not which
            if (told and not hyphened) or parted(units[at].gap):
                return False
        return False


def _quarters_on_side(units: Sequence[Unit], first: int, head: int) -> bool:
    """Whether quarters are those on one side of the town spoken of («سيطر على الأحياء الشرقية»), and of none named behind.

    Where one only fights in them, the text may tell of what was before it fell.
    """
    side, after = units[head + 1 : head + 2], units[head + 2 : head + 3]
    owned = any(unit.reading.preposition == "to" or labelled(unit, "from") or labelled(unit, "in") for unit in after)
    fought = first > 0 and labelled(units[first - 1], "in")
    return units[head].reading.article and any("sided" in unit.cues and not unit.gap for unit in side) and not (owned or fought)


def _bounded(units: Sequence[Unit], at: int) -> bool:
    """Whether a stretch of land is told only by what it lies at («المنطقة المطلة على المطار»), and is none spoken of."""
    return at < len(units) and "bounding" in units[at].cues and not units[at].gap


def _counts_off(units: Sequence[Unit], first: int) -> bool:
    """Whether a number of what belongs to a place stands before it ("nine of the city's 10 districts")."""
    if first < 3 or not labelled(units[first - 2], "of") or units[first - 2].gap:  # noqa: PLR2004 - a number, "of" and an article
        return False
    number = units[first - 3]
    return "article" in units[first - 1].tags and ("number" in number.tags or number.word.isdigit())


def past_adjectives(units: Sequence[Unit], at: int) -> int:
    """Past the words between whose something is and its noun ("Tripoli's former airport", "Rakhine's 17 townships")."""
    while at < len(units) and not units[at].gap and _counts(units[at]):
        at += 1
    return at


def _counts(unit: Unit) -> bool:
    return bool(unit.tags & _COUNTING) or unit.word.isdigit() or "former" in unit.cues


def owned(units: Sequence[Unit], name: Name, last: int) -> int:
    """What belongs to a place and is one itself ("Mosul's Old City", "Mosul's eastern half", "Idlib's countryside")."""
    side = last + 1 < len(units) and "compass" in units[last + 1].cues and _ends(units, last + 2)  # "Gezira's north"
    at = last + 1 if side else past_adjectives(units, last + 1)
    zone = at + 1 < len(units) and "zone" in units[at].tags and "area" in units[at + 1].tags and not units[at + 1].gap
    at += zone
    if at >= len(units) or units[at].gap:
        return last
    owned, head, stop = units[at], units[at].entry("head"), capital_run(units, at)
    if head is not None and at + 2 < len(units) and labelled(units[at + 1], "of") and units[at + 2].capital:
        return last  # "Bujumbura's suburb of Kinama"
    if side or not owned.tags.isdisjoint(("share", "area")):
        name.extent = Extent.AREA if "area" in owned.tags and not zone else Extent.PART  # "Bahri's industrial area"
    elif owned.capital and stop > at:
        name.start, name.end, name.known, name.kind = owned.start, units[stop].end, False, "quarter"
        name.key = " ".join(unit.word for unit in units[at : stop + 1])
        return stop
    elif head is not None and head.tense == "many" and name.extent is Extent.PART:
        return at  # "thirteen of Rakhine's seventeen townships"
    elif _is_part(head, old="name_start" in units[at - 1].tags) or "centre" in owned.cues:
        name.extent = Extent.PART  # "Omdurman's old quarter", "Goma's centre"
    elif head is not None and head.value in SITES:
        name.end, name.kind, name.known = owned.end, head.value, False
    else:
        return last
    return at


def _ends(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun phrase ends before a unit."""
    return at >= len(units) or parted(units[at].gap) or (bool(units[at].tags) and "head" not in units[at].tags)


def _is_part(head: Entry | None, *, old: bool) -> bool:
    """Whether a noun that a town owns calls a part of it."""
    if head is None:
        return False
    return head.value == "quarter" or (head.value, head.tense) == ("district", "many") or (old and head.value == "settlement")


def centre(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun for a town only tells of its middle ("the city centre"), and not of which town that is."""
    named = at + 1 < len(units) and labelled(units[at + 1], "of")
    return at < len(units) and "centre" in units[at].cues and not (units[at].gap or units[at].possessive or named)


def rules_region(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun for the seat of a region stands where only a place can ("سيطر على عاصمة الولاية")."""
    before = units[at - 1] if at else None
    after_men = before is not None and bool(before.tags & _MEN) and not (units[at].gap or before.reading.preposition)
    governed = bool(units[at].reading.preposition) or (before is not None and not before.tags.isdisjoint(_BEFORE_PLACES))
    return (governed or after_men) and _seat_of_region(units, at)


def opens_with_seat(units: Sequence[Unit], at: int) -> bool:
    """Whether a clause begins with a noun for the seat of a region, which may be no town spoken of («وإن عاصمة الولاية تخضع»)."""
    before = units[at - 1] if at else None
    return (before is None or not before.tags.isdisjoint(("to", "conditional"))) and _seat_of_region(units, at)


def _seat_of_region(units: Sequence[Unit], at: int) -> bool:
    unit = units[at]
    if "container" not in unit.tags or "capital" not in unit.tail_cues or unit.gap or at + 1 >= len(units):
        return False
    return "head" in units[at + 1].tags and not units[at + 1].gap


def seat_of_named(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun for the seat of a region stands before what no noun calls, which may be the region's name."""
    unit, name = units[at], units[at + 1] if at + 1 < len(units) else None
    capital = "container" in unit.tags and "capital" in unit.tail_cues and not unit.reading.article
    return capital and name is not None and not (name.gap or name.tags)


def _heads(units: Sequence[Unit], first: int, stop: int) -> bool:
    """Whether nothing but nouns for places stands between two units, joined to each other («ثلاثين قرية وبلدة»)."""
    joined = all(unit.reading.conjunction and "head" in unit.tags and not unit.gap for unit in units[first + 1 : stop])
    return stop > first and joined


def _whose(head: Unit) -> str:
    """The gender of the pronoun that a head noun bears ("مطارها"), or empty."""
    entry = head.entry("head")
    return entry.pronoun if entry is not None else ""


def _its(units: Sequence[Unit], head: int) -> int:
    """Where "its" stands before a noun and its adjectives ("took its mainland quarters"), or else the noun."""
    at = head - 1
    while at > 0 and head - at <= MODIFIERS and not units[at + 1].gap and units[at].tags <= _QUALIFYING:
        at -= 1
    whose = units[at].entry("possessive") if at >= 0 and not units[at + 1].gap else None
    return at if whose is not None and whose.value == "n" else head
