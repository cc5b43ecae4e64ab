"""What stands before a place name: shares ("70 percent of"), surroundings, sides of the compass, head nouns."""

from collections.abc import Sequence
from typing import NamedTuple

from whoheld.extract.phrases.announcing import also_called, counts_named, listing
from whoheld.extract.phrases.phrase import MODIFIERS, labelled, parted, verbal
from whoheld.extract.phrases.spelling import foreign
from whoheld.extract.places.compounds import past_compound
from whoheld.extract.places.remainders import of_quarters, other_part, side_of_town
from whoheld.extract.places.unknown_names import Found
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack
from whoheld.model import Extent
from whoheld.text import key

_QUOTES = frozenset("«»\"“”()'‘’%,")
_BEFORE_HEADS = frozenset({"direction", "adverb", "actor", "armed", "number", "time", "quantity", "function", "country"})
_JOINED_HEADS = frozenset({"head", "common", "seat", "name_start", "time", "function"})
"""Classes of nouns that are names in a list of them."""
_ENDING = frozenset({"preposition", "after", "before", "when", "time", "day", "weekday", "relative", "conjunction", "bound"})
"""Classes of words at which a list ends."""
_SHORT = 3
"""Letters of the verbs that two conjunctions may join like names ("وقتل وأسر")."""
_TIMES = frozenset({"month", "season", "weekday", "day", "reference", "hijri"})
REGIONS = frozenset({"province", "region"})
"""Kinds of places that only contain towns."""
SITES = frozenset({"airport", "base", "dam", "crossing", "oil_field", "camp"})
"""Kinds of places that lie in towns."""

_UNDIVIDED = frozenset({"country", "nationals", "head", "armed", "direction", "area"})
"""Classes of capitalised words after a direction that are no town of which it tells a part."""


class Opening(NamedTuple):
    """Where the name begins, and what the words before it say of it.

    Attributes:
        at: unit of the name.
        extent: a share or the surroundings of the place.
        kind: what the head noun calls it, or empty.
        many: whether the head noun is a plural, so that a list follows.
        definite: whether the head noun carries an article, so that no name follows it.
    """

    at: int
    extent: Extent = Extent.WHOLE
    kind: str = ""
    many: bool = False
    definite: bool = False


class OpeningGrammar:
    """Reads the openings of place phrases in one language."""

    def __init__(self, language: Pack) -> None:
        self._capitals = language.writing.capitals
        towns = language.heads.get("settlement")
        self._towns = frozenset(map(key, towns.owned)) if towns is not None else frozenset[str]()

    def read(self, units: Sequence[Unit], first: int) -> Opening:
        """The opening of the phrase that begins at a unit; the name may begin right there."""
        opening = Opening(first)
        if not units[first].tags and not units[first].word[0].isdigit():
            return opening
        while opening.at < len(units) and not opening.definite:
            unit = units[opening.at]
            if opening.at > first and unit.gap and (unit.gap == ")," or not set(unit.gap) <= _QUOTES):
                break
            grown = self._extent(units, first, opening) or self._head(units, opening) or self._between(units, first, opening)
            if grown is None:
                break
            opening = grown
        return opening

    def read_item(self, units: Sequence[Unit], first: int) -> Opening:
        """The same of an item of a list, whose head noun an article and adjectives may precede ("the eastern city Hit")."""
        head = first + (not self._capitals and counts_named(units, first))
        while self._capitals and head + 1 < len(units) and head < first + MODIFIERS and _before_head(units[head], head > first):
            head += 1
        return self.read(units, head if head > first and "head" in units[head].tags else first)

    def _extent(self, units: Sequence[Unit], first: int, opening: Opening) -> Opening | None:
        """Past a word for all, a part or the surroundings of what follows."""
        at, unit = opening.at, units[opening.at]
        if opening.kind:
            return None
        if "whole" in unit.tags:
            return opening._replace(at=at + 1)
        if share := self._share(units, at):
            return opening._replace(at=share, extent=Extent.PART)
        if self._side(units, at, first, opening.extent) or (self._first_of(units, at, first) and self.directed(units, at)):
            return opening._replace(at=at + 1, extent=Extent.PART)
        if "area" in unit.tags and not (unit.capital and self._capitals):
            return opening._replace(at=at + 1, extent=Extent.AREA)
        return None

    def _first_of(self, units: Sequence[Unit], at: int, first: int) -> bool:
        """Whether a phrase begins at a unit, or a word for all of something stands before ("all of eastern Aleppo")."""
        return at == first or (at == first + 1 and "whole" in units[first].tags)

    def directed(self, units: Sequence[Unit], at: int) -> bool:
        """Whether a word tells which part of the town after it is meant ("eastern Aleppo"); of a country it is where one is."""
        if not self._capitals or "direction" not in units[at].tags or units[at].capital or at + 1 >= len(units):
            return False
        name = units[at + 1]
        return name.capital and not name.gap and name.tags.isdisjoint(_UNDIVIDED) and not _tells_whither(units, at)

    def owned_side(self, units: Sequence[Unit], first: int) -> int:
        """How many words say whose a side of a place is, before the word for it ("the Gaza side of the Rafah crossing")."""
        side = units[first + 1] if first + 1 < len(units) and self._capitals else None
        owned = side is not None and "share" in side.tags and "side" in side.cues and not side.gap and units[first].capital
        return int(owned)

    def of_it(self, unit: Unit) -> bool:
        """Whether a share is of what has been spoken of ("معظمها"), and not of men («معظمهم»)."""
        entry = unit.entry("share")
        return entry is not None and entry.pronoun not in {"", "p"}

    def share_of_it(self, units: Sequence[Unit], opening: Opening) -> int:
        """The pronoun whose share is named ("ستين بالمئة منها", "all of it"), or 0."""
        if opening.at >= len(units) or units[opening.at].gap:
            return 0
        quarters = opening.kind == "quarter" and opening.many and not (opening.definite or self._capitals)  # "أحياء منها"
        if opening.kind and not quarters:
            return 0
        if self._capitals:
            pronoun = units[opening.at].entry("pronoun")
            of_it = (
                pronoun is not None and pronoun.value == "n" and opening.at > 0 and "genitive" in units[opening.at - 1].tail_cues
            )
            return opening.at if of_it else 0
        bound = units[opening.at].entry("bound")
        part = quarters or opening.extent is Extent.PART
        if part and self.of_it(units[opening.at]):
            return opening.at  # "نحو ستين في المئة من مساحتها"
        if part and "other_part" in units[opening.at].cues and units[opening.at - 1].reading.article:
            return opening.at  # "النصف الآخر"
        return opening.at if part and bound is not None and bound.value == "from" else 0

    def _share(self, units: Sequence[Unit], at: int) -> int:
        """Where a share ends that begins here ("70 percent of", "نصف"), or 0."""
        if "side" in units[at].tags and at + 2 < len(units) and labelled(units[at + 2], "from") and not units[at + 2].gap:
            return at + 3  # "الجانب الفلسطيني من"
        two = "pair" in units[at].tags and of_quarters(units, at + 1)  # «حيين من أحياء حمص»
        if not self._capitals and (town := side_of_town(units, at) or two):
            return town
        share = units[at].entry("share")
        if share is not None and not share.pronoun and not (_counts_towns(units, at) or _named_alike(units, at)):
            return 0 if at and other_part(units[at]) and "share" in units[at - 1].tags else at + 1  # "الثلث الباقي"
        following = units[at + 1] if at + 1 < len(units) else None
        if following is None:
            return 0
        if "about" in units[at].tags:
            whole = at + 2 < len(units) and "article" in following.tags and "totality" in units[at + 2].cues
            return at + 1 if whole else self._share(units, at + 1)  # "almost the entire city"
        while not self._capitals and at + 2 < len(units) and "number" in units[at].tags & following.tags and not following.gap:
            at, following = at + 1, units[at + 2]  # "خمسة وثمانين", "خمسة عشر"
        return self._counted(units, at, following)

    def _counted(self, units: Sequence[Unit], at: int, following: Unit) -> int:
        """Where a share ends that a number begins ("70 %", "sixty percent of", "thirteen of Rakhine's townships"), or 0."""
        if not _numbers(units[at]):
            return 0
        if whole := _of_several(units, at + 1) if self._capitals else _of_so_many(units, at + 1) or of_quarters(units, at + 1):
            return whole
        parts = self._capitals and labelled(following, "of") and _counts_parts(units, at + 2)
        if parts or "share" in following.tags:
            return at + 2
        return at + 1 + labelled(following, "from") if "%" in following.gap else 0

    def _side(self, units: Sequence[Unit], at: int, first: int, extent: Extent) -> bool:
        """Whether a word for a side of the compass names a part of what follows ("شرق الموصل" as an object)."""
        if self._capitals or not labelled(units[at], "direction") or parted(units[at].gap):
            return False
        if at > first:
            return extent is Extent.PART
        before = units[at - 1] if at else None
        return before is not None and (not before.tags.isdisjoint(("trigger", "become", "still")) or labelled(before, "on"))

    def _head(self, units: Sequence[Unit], opening: Opening) -> Opening | None:
        """Past a head noun; a second one only where "of" leads on from it ("the capital of the province of")."""
        at, head = opening.at, units[opening.at].entry("head")
        named = self._capitals and units[at].capital and at + 1 < len(units) and units[at + 1].gap == "-"  # "Port-au-Prince"
        doubled = at > 0 and "head" in units[at - 1].tags and not units[at].gap  # "the oasis town", "a market town"
        if head is None or named or (opening.kind and self._capitals and not doubled and not self._leads_on(units, at)):
            return None
        if opening.kind and not self._capitals and units[at].reading.article and self._names(units, at, opening):
            return None  # a name that is a noun too: "بلدة المزرعة", "أحياء الثكنة والرميلة"
        if opening.kind and not self._capitals and units[at].reading.preposition:
            return None  # what lies in a region is not called so («قرى بمحافظة لحج»)
        definite = units[at].reading.article or bool(head.pronoun)
        kind = (
            opening.kind if self._capitals and opening.kind in SITES and not doubled else head.value
        )  # "the airport in the city of"
        return opening._replace(at=at + 1, kind=kind, many=head.tense == "many", definite=definite)

    def _names(self, units: Sequence[Unit], at: int, opening: Opening) -> bool:
        """Whether a noun with an article is the name after a head noun: after a plural, where others are joined to it."""
        after = units[at + 1] if at + 1 < len(units) else None
        joined = after is not None and not after.gap and after.word.startswith("و") and not after.tags - _JOINED_HEADS
        quarter = "ward" in units[at - 1].cues and units[at].reading.stem not in self._towns  # "حي الميناء"
        return joined if opening.many else quarter or opening.kind == "settlement"

    def _leads_on(self, units: Sequence[Unit], at: int) -> bool:
        return at + 1 < len(units) and (labelled(units[at + 1], "of") or labelled(units[at + 1], "at"))

    def _between(self, units: Sequence[Unit], first: int, opening: Opening) -> Opening | None:
        """Past an article, "of", and adjectives that lead to another head noun."""
        at, cases = opening.at, ("of", "in") if opening.kind in SITES else ("of",)  # "the airport in the city of Taiz"
        led = at > 0 and any(labelled(units[at - 1], case) for case in cases)
        if at == first or (opening.kind and self._capitals and "article" in units[at].tags and not led):
            return None
        unit = units[at]
        if self._capitals and opening.kind and "compass" in unit.cues and not unit.capital and "head" in units[at - 1].tags:
            return None  # "a village south Idlib" names none
        timed = at + 1 < len(units) and not units[at + 1].tags.isdisjoint(_TIMES)  # "took the airport in June"
        lies = not self._capitals and at + 1 < len(units) and "head" in units[at + 1].tags  # «قاعدة في محافظة الأنبار»
        inside = opening.kind in SITES and labelled(unit, "in") and not (opening.many or timed or lies)
        site = labelled(unit, "at") or inside
        only = self._capitals and opening.many and "sole" in unit.cues and "head" in units[at - 1].tags  # "of the towns only X"
        qualifies = (
            not unit.tags.isdisjoint(("article", "direction", "adverb", "naming")) and "after" not in unit.tags and not only
        )
        if (site and "head" in units[at - 1].tags) or labelled(unit, "of") or qualifies:
            return opening._replace(at=at + 1)
        if self._capitals and (joined := _joined_sides(units, at) or _seat_before(units, at) or past_compound(units, at)):
            return opening._replace(at=joined)
        ahead = self._head_ahead(units, at) if self._capitals else at
        return opening._replace(at=ahead) if ahead > at else None

    def _head_ahead(self, units: Sequence[Unit], at: int) -> int:
        for ahead in range(at, min(at + MODIFIERS, len(units))):
            later = units[ahead]
            if "head" in later.tags and not later.gap:
                return ahead
            named = later.capital and not later.tags
            if named or later.gap not in {"", "-"} or not later.tags <= _BEFORE_HEADS:
                break
        return at


def _before_head(unit: Unit, later: bool) -> bool:
    """Whether a word is an article, or behind one an adjective."""
    if not later:
        return "article" in unit.tags
    return not (unit.gap or unit.capital) and unit.tags <= {"direction", "people"}


def past_article(units: Sequence[Unit], at: int) -> tuple[int, bool]:
    """Where a name begins behind an article and adjectives ("the vast western Darfur region"), and whether any stand there."""
    first = at
    while at < len(units) and "article" in units[at].tags:
        at += 1
    name = at
    while at > first and name < len(units) and name < at + MODIFIERS and not units[name].gap and not units[name].capital:
        if units[name].tags and "direction" not in units[name].tags:
            break
        name += 1
    described = name > at and name < len(units) and units[name].capital and not units[name].gap
    return (name, True) if described else (at, False)


def _joined_sides(units: Sequence[Unit], at: int) -> int:
    """Where a second side of a place follows the first ("northern and western Ramadi"), or 0."""
    sides = at + 1 < len(units) and {"direction"} <= units[at - 1].tags & units[at + 1].tags
    return at + 1 if sides and "conjunction" in units[at].tags and not units[at + 1].gap else 0


def speaks(unit: Unit) -> bool:
    """Whether a word behind a comma is rather whose army speaks than the name of a town ("the capital, Sudan's army said")."""
    return bool(unit.gap) and (unit.possessive or "country" in unit.tags or ("actor" in unit.tags and unit.word != unit.tail))


def _seat_before(units: Sequence[Unit], at: int) -> int:
    """Where the name of a town follows what it is the seat of ("most of the capital Khartoum"), or 0."""
    name = units[at + 1] if at + 1 < len(units) else None
    named = name is not None and name.capital and name.gap in {"", ","} and not (units[at].capital or speaks(name))
    return at + 1 if named and "capital" in units[at].cues and "article" in units[at - 1].tags else 0


def _of_several(units: Sequence[Unit], at: int) -> int:
    """Where a share ends that is counted in parts ("10 out of the 14 districts of"), or 0."""
    if not (labelled(units[at], "of") or labelled(units[at], "out of")):
        return 0
    at += 1
    while at < len(units) and not units[at].gap and "article" in units[at].tags:
        at += 1
    if at + 2 >= len(units) or not _numbers(units[at]):
        return 0
    head = units[at + 1].entry("head")
    leads = labelled(units[at + 2], "of") or labelled(units[at + 2], "in")
    return at + 3 if head is not None and head.tense == "many" and leads and not units[at + 2].gap else 0


def _of_so_many(units: Sequence[Unit], at: int) -> int:
    """Where a share ends that is counted in parts («9 من أصل 12 مديرية في»), or 0."""
    at += at < len(units) and "head" in units[at].tags and not units[at].gap
    if at + 3 >= len(units) or not labelled(units[at], "from") or not _numbers(units[at + 1]) or "head" not in units[at + 2].tags:
        return 0
    return at + 4 if labelled(units[at + 3], "in") and not units[at + 3].gap else 0


def _numbers(unit: Unit) -> bool:
    return unit.word[0].isdigit() or "number" in unit.tags


def _counts_parts(units: Sequence[Unit], at: int) -> bool:
    """Whether a name follows that owns several places of a kind ("thirteen of Rakhine's seventeen townships")."""
    owner = next((n for n in range(at, min(at + MODIFIERS, len(units))) if units[n].possessive), None)
    if owner is None or not units[owner].capital:
        return False
    head = owner + 1
    while (
        head < len(units) and not units[head].gap and (units[head].word.isdigit() or units[head].tags & {"number", "direction"})
    ):
        head += 1
    entry = units[head].entry("head") if head < len(units) and not units[head].gap else None
    return entry is not None and entry.tense == "many"


def names_at(units: Sequence[Unit], opening: Opening) -> int:
    """Where the names begin that a noun only announces ("بلدات بينها …", "the capital, also called Idlib, …"), or 0."""
    if opening.kind and not opening.many and (called := also_called(units, opening.at)):
        return called
    listed = listing(units, opening.at) if opening.kind else 0
    told = listed > 0 and "copula" in units[listed - 1].tags and not (units[listed - 1].gap or opening.definite)
    return listed if opening.many or told else 0


def in_streets(unit: Unit) -> bool:
    """Whether a preposition speaks of the streets or quarters of what follows ("في أزقة المعلا")."""
    return labelled(unit, "inside") and unit.tail != unit.word


def closes(after: Unit | None) -> bool:
    """Whether a list may end before a unit."""
    return after is None or parted(after.gap) or bool(after.reading.preposition) or bool(after.tags & _ENDING)


def named_to_the_end(units: Sequence[Unit], before: int, rest: Sequence[Found]) -> bool:
    """Whether the unknown words that end a list after others are names: several, or spelled so, and nothing goes on."""
    if not rest:
        return False
    after = units[rest[-1].last + 1] if rest[-1].last + 1 < len(units) else None
    ends = closes(after)
    words = [found.name.key for found in rest]
    if len(words) > 1:
        return ends and min(map(len, words)) > _SHORT
    closed = before > 1 and len(words[0]) > _SHORT and (after is None or parted(after.gap))
    return (ends and foreign(words[0]) and not verbal(words[0])) or closed


def _tells_whither(units: Sequence[Unit], at: int) -> bool:
    """Whether a point of the compass ends what opens a clause ("In the north Homs is", no "north Hama countryside")."""
    lead = at > 1 and "compass" in units[at].cues and "definite" in units[at - 1].cues and "preposition" in units[at - 2].tags
    return lead and not any("area" in unit.tags and not unit.gap for unit in units[at + 2 : at + 5])


def _named_alike(units: Sequence[Unit], at: int) -> bool:
    """Whether a fraction with its article is a town of a list that is spelled alike («زليتن والخمس ومصراتة»)."""
    after = units[at + 1] if at + 1 < len(units) and not units[at + 1].gap else None
    return "number" in units[at].tags and units[at].reading.article and after is not None and after.word.startswith("و")


def _counts_towns(units: Sequence[Unit], at: int) -> bool:
    """Whether a fraction is the number that is spelled alike, before a plural («خمس مدن», not «خمس المدينة»)."""
    after = units[at + 1].entry("head") if at + 1 < len(units) and "number" in units[at].tags else None
    return after is not None and after.tense == "many" and not units[at + 1].reading.article
