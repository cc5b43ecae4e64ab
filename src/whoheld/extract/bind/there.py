"""Places where a clause says that somebody is, or that something happens, and the town spoken of where it names none."""

from collections.abc import Collection, Iterator
from itertools import takewhile

from whoheld.extract.bind.announced import members
from whoheld.extract.bind.fought_in import above_all, goes_on_where_attacked, outcome
from whoheld.extract.bind.lists import coordinated
from whoheld.extract.bind.prepositions import GovernedPlaces
from whoheld.extract.bind.scenes import (
    ongoing,
    settled,
)
from whoheld.extract.bind.spoken import of_unnamed
from whoheld.extract.phrases.phrase import Party, Places, Toponyms, labelled, parted
from whoheld.extract.places.openings import REGIONS
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.letters import TIMES
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack
from whoheld.model import Extent
from whoheld.text import key

_INSIDE, _OUTSIDE = frozenset({"in", "inside"}), frozenset({"out of"})
_INTO = frozenset({"article", "actor", "possessive", "country", "number"})
_LEFT = frozenset({"from", "out of", "into", ""})
"""Cases of a place that a verb names itself."""
_ONWARD = frozenset({"on", "to", "toward", "near", "between", "of"})
"""Prepositions after which "moved in" has another goal than the town spoken of."""
_TO_HELPER = 7
"""Words from a noun of fighting to its verb."""
_YEAR = 4
"""Digits of a year."""
_TO_TOLL = 9
"""Words from "has" to what has become of people."""
_TO_FRONTED, _TO_SIDES = 9, 5
"""Words from a town that opens a sentence to its verb, and from the fighting to between whom it is."""
_SAID = frozenset({"report", "relative", "to", "trigger"})
"""Classes of words behind a town that opens a sentence with which something else is told of it."""
_TOWNS = frozenset({"settlement", "quarter"})
_PARTS = frozenset({"quarter", "district"})
"""Kinds of what a town is made of."""
_LOCAL = frozenset({"settlement", "district"})
_SITES = frozenset({"airport", "base", "dam", "crossing", "oil_field"})
"""Kinds of what has an inside without being a town."""
_HELPING = TIMES | {"have", "had", "be", "adverb", "preposition"}
_MANY = ("s", "ing")
"""How nouns of fighting end that are not also used of one contest ("the battle that began in Washington")."""
_TO_WAGED = 4
"""Words from "fought" to the noun of fighting that it carries, and to a verb by which fighting begins."""
_STAYING = frozenset({"adverb", "now", "staying"})
"""Classes of words between who is still somewhere and the place."""


class TherePlaces:
    """Finds the places of one language in which somebody is or something happens.

    Args:
        language: its pack.
        governed: finds what prepositions govern.
        toponyms: tells regions from the areas around towns.
    """

    def __init__(self, language: Pack, governed: GovernedPlaces, toponyms: Toponyms) -> None:
        self._verb_first = language.writing.verb_first
        self._governed = governed
        self._kinds = toponyms.kinds
        self._loose = {key(word) for head in language.heads.values() for word in head.loose}

    def within(self, line: Line, at: int) -> Iterator[Places]:
        """The town or quarter in which something happens."""
        if not self._verb_first and (there := self.pointed(line, at)):
            return iter(there)
        if at + 1 < len(line.units) and labelled(line.units[at + 1], "of"):
            return iter(())  # "the battle of Marawi"
        cases = {"in", "at"}
        stop = next((n for n in line.rightward(at) if "relative" in line.units[n].tags), None) if self._verb_first else None
        inside = (p.first for p in line.phrases if self._verb_first and p.first > at and p.case == "inside")
        stop = min(
            [n for n in (stop, next(inside, None), outcome(line, at)) if n is not None], default=None
        )  # "في أحياء جبرة بالخرطوم"
        fought_in = ongoing(line, at) or _takes_toll(line, at) or _is_waged(line, at)
        if self._verb_first and (elsewhere := self._elsewhere(line, at, ongoing=fought_in)):
            return iter(elsewhere)
        found = self._governed.prepositional(line, at, cases)
        near = [p for p in found if stop is None or p.first < stop]  # "معارك للسيطرة على البلدة التي وصفها … بها"
        fought_in = fought_in or (bool(near) and not self._verb_first and _goes_on(line, near[-1].last + 1))
        told = (_town_of_parts(line, p) if fought_in and not self._verb_first else _town_of_streets(line, p) for p in near)
        return (p for p in told if self._is_town(line, p) or (fought_in and (self._inhabited(line, p) or p.anaphor == "pronoun")))

    def _elsewhere(self, line: Line, at: int, *, ongoing: bool) -> list[Places]:
        """The towns that Arabic names otherwise than behind a noun of fighting and its preposition."""
        if town := _midst(line, at) or _fronted(line, at):
            return [town]
        told_best = above_all(line, at)
        if told_best is not None and ongoing:
            return list(coordinated(line, told_best, verb_first=True))
        attacked = goes_on_where_attacked(line, at)
        return [attacked] if attacked is not None else []

    def pointed(self, line: Line, at: int) -> list[Places]:
        """The place that "there" points back to ("fighting was still raging there", "took control there")."""
        for right in line.rightward(at):
            phrase = line.phrase(right)
            if "place_anaphor" in line.units[right].tags and isinstance(phrase, Places):
                return [phrase]
            if phrase is not None or "report" in line.units[right].tags:
                break
        return []

    def gone(self, line: Line, at: int) -> Iterator[Places]:
        """The place that somebody is said to be out of ("بات الحوثيون خارج شبوة")."""
        return self.there(line, at, _OUTSIDE)

    def there(self, line: Line, at: int, cases: Collection[str] = _INSIDE) -> Iterator[Places]:
        """The place that somebody is said to be in, where nothing but he stands between ("لا يزال التنظيم في القائم")."""
        for right in range(at + 1, len(line.units)):
            phrase, unit = line.phrase(right), line.units[right]
            if isinstance(phrase, Places):
                if phrase.case in cases and all(name.extent is not Extent.AREA for name in phrase.names):
                    yield from coordinated(line, phrase, verb_first=self._verb_first)
                return
            if pronoun := self._governed.pronoun(line, right, cases):
                yield pronoun
                return
            entry = unit.entry("preposition")
            leads = entry is not None and entry.value in cases and not unit.gap
            if not (leads or isinstance(phrase, Party) or unit.tags & _STAYING):
                return

    def topic(self, line: Line, at: int) -> Iterator[Places]:
        """The town spoken of, where nothing after a verb says into what ("the rebels moved in")."""
        after = line.units[at + 1] if at + 1 < len(line.units) else None
        clause = [] if self._verb_first else list(line.leftward(at, asides=True))
        if any(_points_elsewhere(line.units[n]) or _in_open_land(line, n) for n in clause) or (clause and of_unnamed(line, at)):
            return
        if not self._verb_first and after is not None and not parted(after.gap):
            label = getattr(after.entry("preposition"), "value", "")
            there = line.phrase(at + 2)
            if label in _INSIDE and isinstance(there, Places) and there.first == at + 2:
                yield there
                return
            if "place_anaphor" in after.tags and isinstance(pointed := line.phrase(at + 1), Places):
                yield pointed
                return
            then = line.units[at + 2].tags if at + 2 < len(line.units) else frozenset[str]()
            label = label if then.isdisjoint(TIMES) else ""  # "in control on Friday"
            into = isinstance(line.phrase(at + 1), Places) or not after.tags or after.tags & _INTO or _counts(line, at + 1)
            if into or label in _ONWARD:
                return
        told = (line.phrase(n) for n in line.rightward(at))
        if not any(isinstance(phrase, Places) and phrase.case in _LEFT for phrase in told):
            yield Places(at, at, anaphor="settlement")

    def _inhabited(self, line: Line, phrase: Places) -> bool:
        """Whether a phrase names known towns, or districts and sites that it calls so ("Thandwe township", «مطار عدن»)."""
        called = line.heads(phrase) and bool(phrase.names) and not (self._verb_first and line.head(phrase) in self._loose)
        called = called and all(n.kind in _LOCAL | _SITES and n.extent is not Extent.AREA for n in phrase.names)
        return settled(phrase) or called or (self._verb_first and self._is_area(line, phrase))

    def _is_area(self, line: Line, phrase: Places) -> bool:
        """Whether what Arabic calls an area is that of a town, or two sides are told to fight in it, and it is no region.

        So in «المعارك مستمرة في منطقة عين زارة بين الجيش والحركة», not in «المعارك مستمرة في منطقة دونيتسك».
        """
        if line.head(phrase) not in self._loose or not phrase.names or any(name.kind != "district" for name in phrase.names):
            return False
        kinds = [self._kinds(name.key) for name in phrase.names]
        after = line.units[phrase.last + 1] if phrase.last + 1 < len(line.units) else None
        between = after is not None and not after.gap and labelled(after, "with")
        return all(kind.isdisjoint(REGIONS) and (between or not kind.isdisjoint(_TOWNS)) for kind in kinds)

    def _is_town(self, line: Line, phrase: Places) -> bool:
        """Whether a phrase is called a town or a quarter, so that what happens in it is inside it."""
        if phrase.anaphor:
            return phrase.anaphor in _TOWNS and phrase.definite
        called = line.heads(phrase) or "part_name" in line.units[phrase.last].tags
        kinds = _TOWNS | ({"district"} if self._is_loose(line, phrase) else set())
        kinds |= frozenset() if self._verb_first else _SITES
        return called and all(name.kind in kinds and name.extent is not Extent.AREA for name in phrase.names)

    def _is_loose(self, line: Line, phrase: Places) -> bool:
        """Whether places are called areas in which Arabic tells two to fight («معارك بين الجيش والحركة في منطقة الحود»)."""
        if not self._verb_first or line.head(phrase) not in self._loose:
            return False
        before = range(max(line.begins, phrase.first - _TO_HELPER), phrase.first)
        return any(labelled(line.units[n], "with") for n in before)


def held_there(line: Line, frame: Frame) -> Iterator[Places]:
    """The place of an Arabic verb of control that governs none: the town spoken of, or with which its sentence begins.

    So in «ما زالت بوكو حرام تسيطر هناك» and «في كيدال يسيطر الطوارق», not in «في باريس تسيطر الشرطة على المتظاهرين».
    """
    if "on" not in frame.trigger.place or (frame.voice != "active" and frame.pivot == frame.at):
        return
    clause = list(takewhile(lambda n: not line.told(n), line.rightward(frame.at)))
    after = [line.units[n] for n in clause]
    if any(labelled(unit, "on") or "on" in {entry.value for entry in unit.entries if entry.tag == "bound"} for unit in after):
        return
    there = next((n for n in clause if "there" in line.units[n].cues), None)
    if there is not None:
        yield Places(there, there, anaphor="settlement")
        return
    first = line.phrases[0] if line.phrases else None
    fronted = isinstance(first, Places) and first.case == "in" and first.first <= 1 and first.last + 1 == frame.at == frame.pivot
    if fronted and isinstance(first, Places) and first.names and isinstance(line.phrase(frame.at + 1), Party):
        yield first


def _midst(line: Line, at: int) -> Places | None:
    """The town in the middle of which there is fighting, told right behind who fights («معارك بين الجيش والحركة وسط هرات»)."""
    first = next((n for n in line.rightward(at) if isinstance(line.phrase(n), Places)), 0)
    place = line.phrase(first)
    bare = isinstance(place, Places) and place.case == "" and bool(place.names) and place.first == first
    told = isinstance(line.phrase(first - 1), Party) or "ongoing" in line.units[first - 1].tags  # «معارك تدور وسط سرت»
    inside = bare and labelled(line.units[first], "inside") and told
    return place if isinstance(place, Places) and inside else None


def _fronted(line: Line, at: int) -> Places | None:
    """The town with which a sentence begins whose verb says that fighting goes on («وفي الزبداني، استمرت الاشتباكات بين …»)."""
    town, verb = line.phrases[0] if line.phrases else None, at - 1
    if verb < 1 or "ongoing" not in line.units[verb].tags or not isinstance(town, Places):
        return None
    if town.case != "in" or town.first > 1 or verb - town.last > _TO_FRONTED or not settled(town):
        return None
    lies = not any(line.told(n) or line.units[n].gap or line.units[n].tags & _SAID for n in range(town.last + 1, verb))
    behind = list(line.rightward(at))[:_TO_SIDES]
    sides = any(labelled(line.units[n], "with") for n in behind) and not any(isinstance(line.phrase(n), Places) for n in behind)
    return town if lies and sides else None


def _takes_toll(line: Line, at: int) -> bool:
    """Whether fighting is told by what it has made of people ("The fighting in Aden has left 36 people dead", "killed two")."""
    if line.verb_first:
        return False
    for n in range(at + 1, min(at + _TO_HELPER, len(line.units))):
        unit = line.units[n]
        if unit.word.isdigit() and len(unit.word) == _YEAR:
            return False  # "The fighting in Goma in 2012 killed dozens"
        if "costing" in unit.cues and line.phrase(n) is None and "be" not in line.units[n - 1].tags:
            return "toll" in unit.cues or any("toll" in after.cues for after in line.units[n + 1 : n + _TO_TOLL])
        if "have" in unit.tags:
            return any("toll" in after.cues for after in line.units[n : n + _TO_TOLL])
    return False


def _goes_on(line: Line, at: int) -> bool:
    """Whether fighting is told to go on right behind where it is ("Clashes between the two in Sloviansk intensified")."""
    while at < len(line.units) and not parted(line.units[at].gap) and line.units[at].tags & _HELPING:
        at += 1
    return at < len(line.units) and not parted(line.units[at].gap) and "ongoing" in line.units[at].tags


def _is_waged(line: Line, at: int) -> bool:
    """Whether men are told to fight what a noun of fighting names, or it to begin ("fought gunbattles in", "that began in")."""
    if line.verb_first:
        return False
    before, behind = line.units[max(line.begins, at - _TO_WAGED) : at], line.units[at + 1 : at + 1 + _TO_WAGED]
    if any("waging" in unit.cues for unit in before):
        return True
    armed = line.units[at].tail.endswith(_MANY) or any(isinstance(phrase, Party) for phrase in line.phrases)
    return armed and any("outbreak" in unit.cues and not parted(unit.gap) for unit in behind)


def _town_of_streets(line: Line, phrase: Places) -> Places:
    """The town with which an Arabic sentence begins that tells of its streets («وفي زنجبار تجددت الاشتباكات في الشوارع»)."""
    head, first = line.units[phrase.last].entry("head"), next(iter(line.phrases), None)
    streets = line.verb_first and phrase.anaphor == "many" and head is not None and head.value == "quarter"
    fronted = isinstance(first, Places) and first.case == "in" and first.first <= 1 and bool(first.names)
    return first if streets and isinstance(first, Places) and fronted else phrase


def _in_open_land(line: Line, at: int) -> bool:
    """Whether a clause tells that something happened in land without a name ("beaten in hills near the border and withdrew")."""
    unit = line.units[at]
    if line.verb_first or line.phrase(at) is not None or not ("area" in unit.tags or "landmark" in unit.cues):
        return False
    after = line.units[at + 1 : at + 2]
    before = line.units[max(line.begins, at - 2) : at]
    lies = any("preposition" in unit.tags and not labelled(unit, "of") for unit in after)
    return lies and any(labelled(unit, "in") or labelled(unit, "at") for unit in before)


def _points_elsewhere(unit: Unit) -> bool:
    """Whether a clause is on another place ("a hill outside Shamaa, from where, it said, they pulled back") or the country."""
    return "where" in unit.tags or "nation" in unit.cues  # "the first attack in the country since U.S. troops withdrew"


def _counts(line: Line, at: int) -> bool:
    """Whether things are counted that a verb takes ("took over several buildings"), and no time ("moved in some days later")."""
    counted = line.units[at + 1] if at + 1 < len(line.units) and "quantity" in line.units[at].tags else None
    return not line.verb_first and counted is not None and not counted.gap and counted.tags.isdisjoint(TIMES)


def _town_of_parts(line: Line, phrase: Places) -> Places:
    """The town spoken of, of which only parts without a name are told ("in several districts"); else the phrase itself."""
    heads = (unit.entry("head") for unit in line.units[phrase.first : phrase.last + 1])
    parts = phrase.anaphor == "many" and any(head is not None and head.value in _PARTS for head in heads)
    if not parts or members(line, phrase):
        return phrase
    return Places(phrase.first, phrase.last, phrase.case, anaphor="settlement", extent=Extent.PART)
