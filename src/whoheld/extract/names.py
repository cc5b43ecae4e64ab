"""Place names: those that the gazetteer knows, and those that only their place in the sentence shows to be names."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from whoheld.extract.capitals import LONGEST_NAME, PARTS, begins_name, continues, joined, listed, titled
from whoheld.extract.items import STARTS, closes_item, ends, of_three, spelled_on
from whoheld.extract.letters import FINITE, readings
from whoheld.extract.nouns import CommonNouns
from whoheld.extract.phrase import Name, Toponyms, parted, verbal
from whoheld.extract.scan import Unit
from whoheld.extract.spelling import NOUN, foreign, second, slavic, tells
from whoheld.lang import Pack
from whoheld.text import key

_LONGEST_QUOTED = 2
_LONGEST_PERSON = 3
_KEPT_WORDS = 200_000
_SHORTEST_NAME = 3
"""Shorter words are names only after a head noun."""
_CITY = 200_000
_TOWN = 10_000
"""Inhabitants from which a name stands by itself; common words are the names of many a hamlet."""
_QUOTES = frozenset('(«"“')
_CALENDAR = frozenset({"country", "month", "weekday", "hijri", "day", "quantity"})
_NEVER = frozenset(
    {"function", "listing", "preposition", "pronoun", "bound", "relative", "about", "conjunction", "surroundings", "article"}
)
_NEVER_ALONE = _NEVER | _CALENDAR
_UNITS = frozenset({"armed", "title", "official", "statal"})
"""Classes of the words by which bases are called ("اللواء 66")."""
_HOMOGRAPHS = PARTS | {"common", "actor", "trigger", "light", "achieve", "report", "plan", "attempt"}
_HOMOGRAPHS |= {"failure", "other_sense"}
"""Classes of verbs, nouns and actors that a head noun shows to be a name here ("مطار طرابلس")."""
_WORDS = PARTS | {"common", "time"}
_NOT_FIRST = frozenset({"people", "weekday", "month", "country", "actor", "article", "function", "preposition", "title"})
_AT_THE, _ITS_OBJECT = "بال", "ها"
_ADVERBIAL = "يا"
"""How adverbs end that are made of adjectives ("عسكريا")."""
_ADJECTIVES = ("", "ة", "ين", "ان", "ات")
"""Endings of adjectives."""


class Governor(NamedTuple):
    """What governs a name: a head noun, a plural head with its list, the head noun of a base, an earlier item of the list.

    ``held`` is what only a place stands after ("سيطر الجيش على").
    """

    headed: bool = False
    many: bool = False
    base: bool = False
    item: bool = False
    held: bool = False


class Found(NamedTuple):
    """A name and its last unit."""

    name: Name
    last: int


class NameGrammar:
    """Reads place names of one language."""

    def __init__(self, language: Pack, toponyms: Toponyms) -> None:
        self._writing = language.writing
        self._capitals = language.writing.capitals
        self._conjunctions = language.writing.conjunctions
        self._slavic = tuple(map(key, language.writing.slavic))
        self._lookup = toponyms.lookup
        self._common = CommonNouns(language)
        self._qualifiers = {key(word + ending) for word in language.qualifiers for ending in _ADJECTIVES}
        self._well_known_words: dict[str, bool] = {}
        self._bare: dict[str, tuple[str, ...]] = {}
        self.kinds: Callable[[str], frozenset[str]] = toponyms.kinds

    def read(self, units: Sequence[Unit], at: int, governor: Governor) -> Found | None:
        """The name that begins at a unit, or None."""
        if at >= len(units) or (governor.headed and units[at].word in self._qualifiers):
            return None
        found = self._known(units, at, governor)
        if self._capitals:
            return self._capitalised(units, at, found, headed=governor.headed)
        if found is not None and found.last == at and (longer := self._longer(units, at, governor)):
            return longer
        found = found or (self._unknown(units, at, governor) if governor.headed else None)
        if found is None and units[at].called:
            return Found(self._named(units, at, at, units[at].called, known=True), at)
        return found or (None if governor.headed else self._landform(units, at, held=governor.held))

    def _longer(self, units: Sequence[Unit], at: int, governor: Governor) -> Found | None:
        """The name of two words of which the gazetteer knows only the first ("أم روابة", "بلدة كيو غوغون")."""
        if begun := self.begun(units, at, many=governor.many):
            return begun
        town = self.well_known(units[at].word) and not (governor.many and spelled_on(units, at))
        alone = not governor.headed or units[at].tags or town
        goes_on = not alone and at + 1 < len(units) and self._goes_on(units, at, at, governor)
        return self._unknown(units, at, governor) if goes_on else None

    def _known(self, units: Sequence[Unit], at: int, governor: Governor) -> Found | None:
        """The longest name that the gazetteer knows, beginning at a unit."""
        headed, item = governor.headed, governor.item
        tags = units[at].tags - ({"time"} if "landform" in units[at].tags else frozenset[str]())  # "مدينة جسر الشغور"
        common = bool(tags - PARTS)
        closing = common and not self._capitals and (_closes(units, at) if item else self.opens_list(units, at))
        closing = closing or (common and not self._capitals and self.governed(units, at))
        listed = closing and at > 0 and "listing" in units[at - 1].tags  # "هي عنه وراوة"
        never = not listed and units[at].tags & (_NEVER if headed and units[at].tail == units[at].word else _NEVER_ALONE)
        if (
            never
            or (self._capitals and not begins_name(units, at))
            or (common and not (listed or self._capitals or tags <= (_HOMOGRAPHS if headed or closing else _WORDS)))
            or (not self._capitals and not headed and (self._person(units, at) or self._common.names_no_place(units, at)))
            or (not self._capitals and (units[at].word[0].isdigit() or (headed and self._owns(units[at]))))
        ):
            return None
        stop = at + 1
        while stop < len(units) and stop < at + LONGEST_NAME and joined(units[stop]):
            stop += 1
        shortest = at + (common and not headed and not closing)
        for stem in self._stems(units[at], governor):
            bare = headed or stem == units[at].word or not self.kinds(self._writing.article + stem)
            for last in range(stop - 1, shortest - 1, -1):
                words = " ".join((stem, *(unit.word for unit in units[at + 1 : last + 1])))
                # «ورقة» (a paper) is not و + الرقة: a name that carries the article must show it.
                sure = headed or self._capitals or last > at or (item and _closes(units, last))
                if (bare or last > at) and self.kinds(words) and (sure or self._stands(words, governor)):
                    return Found(self._named(units, at, last, words, known=True), last)
        return None

    def _stands(self, word: str, governor: Governor) -> bool:
        """Whether a word alone is rather a place here than the common word that it may be too."""
        return self.well_known(word) or (governor.held and self.own(word))

    def own(self, word: str) -> bool:
        """Whether a word is the name of a place of a war's own list, be it a quarter."""
        return len(word) >= _SHORTEST_NAME and any(not place.id.startswith("geonames:") for place in self._lookup(word))

    def _owns(self, unit: Unit) -> bool:
        """Whether a noun after a head noun rather says whose the places are ("معسكرات الحكومة")."""
        return "actor" in unit.tags and unit.word.startswith(self._writing.article) and not self.well_known(unit.word)

    def village(self, units: Sequence[Unit], at: int) -> Found | None:
        """The name of however small a place that the gazetteer knows, beginning at a unit."""
        return self._known(units, at, Governor(headed=True))

    def well_known(self, word: str) -> bool:
        """Whether a word by itself is rather a place than the common word that it may be too."""
        found = self._well_known_words.get(word)
        if found is None:
            places = (place for place in self._lookup(word) if place.kind != "quarter")
            towns = (not place.id.startswith("geonames:") or (place.population or 0) >= _TOWN for place in places)
            found = self._well_known_words[word] = len(word) >= _SHORTEST_NAME and any(towns)
        return found

    def _prominent(self, word: str) -> bool:
        """Whether a short word is a place that a text would name without a head noun ("بحلب")."""
        places = [place for place in self._lookup(word) if place.kind == "settlement"] if self.kinds(word) else []
        return any(not place.id.startswith("geonames:") or (place.population or 0) >= _CITY for place in places)

    def _stems(self, unit: Unit, governor: Governor) -> Iterator[str]:
        """The word as it stands, then without letters written on it where the rest is a name by itself.

        Right after a head noun in the singular no letter is written on a name.
        """
        yield unit.word
        if governor.item and parted(unit.gap) and not unit.word.startswith(self._conjunctions):
            return  # "مارون الراس، بليدا، …" says "at" of none
        listed = governor.many or governor.item
        if not self._capitals and (listed or not governor.headed):
            for stem in self._without_letters(unit.word):
                if listed or len(stem) > _SHORTEST_NAME or self._prominent(stem):
                    yield stem

    def _without_letters(self, word: str) -> tuple[str, ...]:
        """What is left of a word without conjunctions and prepositions that may be written on it, kept for the next time."""
        found = self._bare.get(word)
        if found is None:
            off = (reading for reading in readings(word, self._writing) if not (reading.article or reading.future))
            bare = (r.stem for r in off if r.preposition != "like" or r.stem.startswith(self._writing.article))
            found = tuple(stem for stem in bare if stem != word and len(stem) >= _SHORTEST_NAME)
            if len(self._bare) < _KEPT_WORDS:
                self._bare[word] = found
        return found

    def opens_list(self, units: Sequence[Unit], at: int) -> bool:
        """Whether a word that has other senses is the first of several towns ("ما زالت نوى وطفس")."""
        after = units[at + 1].word if at + 1 < len(units) and not units[at + 1].gap else ""
        return after[:1] == self._conjunctions[0] and bool(self.kinds(units[at].word)) and bool(self.kinds(after[1:]))

    def governed(self, units: Sequence[Unit], at: int) -> bool:
        """Whether a word that may only be a finite verb stands where none can ("على تعز", "دخل نوى")."""
        before, unit = units[at - 1], units[at]
        verb = all(entry.tense in FINITE for entry in unit.entries) and unit.reading.stem == unit.word
        return (
            at > 0
            and verb
            and not (unit.gap or before.tags.isdisjoint(("preposition", "trigger")))
            and self.well_known(unit.word)
        )

    def _person(self, units: Sequence[Unit], at: int) -> bool:
        """Whether a name follows the rank of whom it is ("الفريق رائد شاكر")."""
        first = at
        while first > max(0, at - _LONGEST_PERSON) and not units[first].gap and units[first].word[0].isalpha():
            if "title" in units[first - 1].tags:
                return True
            if units[first - 1].tags - {"common", "name_start"} or units[first - 1].reading.conjunction:
                return False
            first -= 1
        return False

    def _named(self, units: Sequence[Unit], at: int, last: int, words: str, *, known: bool) -> Name:
        reading, first = units[at].reading, words.split(" ", 1)[0]
        letters = max(0, len(units[at].word) - len(first)) if reading.stem == units[at].word else 0
        if reading.stem != units[at].word == first and reading.preposition:
            letters = len(reading.stem) - len(first)  # "مدينة كابو" is not "like …"
        return Name(units[at].start + letters, units[last].stop, words, known=known)

    def _unknown(self, units: Sequence[Unit], at: int, governor: Governor) -> Found | None:
        """A name that only its head noun shows to be one."""
        unit = units[at]
        allowed = {"name_start", "landform"} | (_UNITS if governor.base else set())
        purpose = unit.word[0] == "ل" and NOUN.fullmatch(unit.word[1:])  # "معمل لتصنيع"
        told = governor.many and not governor.item and tells(unit.word)  # "تسع قرى وأبقت", "آبار أحرقها المسلحون"
        if purpose or told or (NOUN.fullmatch(unit.word) and not governor.many and unit.word[0] == "ت"):
            return None
        if unit.tags - allowed or (parted(unit.gap) and not governor.many) or not unit.word[0].isalpha() or self._adjective(unit):
            return None
        last = at
        while last + 1 < len(units) and self._goes_on(units, at, last, governor):
            last += 1
        stem = self._without_conjunction(unit, item=governor.item) if governor.many or unit.reading.conjunction else unit.word
        words = " ".join((stem, *(u.word for u in units[at + 1 : last + 1])))
        return Found(self._named(units, at, last, words, known=False), last)

    def _landform(self, units: Sequence[Unit], at: int, *, held: bool) -> Found | None:
        """An unknown name that a word for a hill or the like begins, where something governs it ("على تل مشيهيدة")."""
        begins = "landform" in units[at].tags or (held and bool(units[at].tags) and units[at].tags <= STARTS)
        if not begins or at == 0 or at + 1 >= len(units) or not set(units[at].gap) <= _QUOTES:
            return None
        name = units[at + 1]
        governed = not units[at - 1].tags.isdisjoint(("preposition", "trigger", "area", "share", "whole"))
        if not governed or name.tags - {"name_start"} or not joined(name) or verbal(name.word):
            return None
        return Found(self._named(units, at, at + 1, f"{units[at].word} {name.word}", known=False), at + 1)

    def begun(self, units: Sequence[Unit], at: int, *, many: bool) -> Found | None:
        """A name of two words in a list, of which the first is one by which names begin ("وأم روابة", "وسوق الأحد")."""
        return self._begun(units, at, STARTS | {"common", "time"} if many else STARTS)

    def _begun(self, units: Sequence[Unit], at: int, starts: frozenset[str]) -> Found | None:
        unit, name = units[at], units[at + 1] if at + 1 < len(units) else None
        starts = starts | {"common"} if "name_start" in unit.tags else starts
        if name is None or not unit.tags or unit.tags - starts or unit.reading.article or unit.reading.preposition:
            return None
        if not set(unit.gap) <= _QUOTES | {"،"}:
            return None
        if name.tags - STARTS - {"weekday", "common"} or ("weekday" in name.tags and "common" not in unit.tags):
            return None
        if name.gap or not name.word.isalpha() or name.word.startswith(self._conjunctions) or self._adjective(name):
            return None
        return Found(Name(unit.start, name.stop, f"{unit.reading.stem} {name.word}", known=False), at + 1)

    def guessed(self, units: Sequence[Unit], at: int, *, told: bool = False) -> Found | None:
        """A word of a list that nothing shows to be a name but what stands around it; ``told`` to be one of names."""
        unit = units[at]
        common = unit.tags - ({"name_start", "landform", "common"} if told and _closes(units, at) else set())
        if self._capitals or common or not unit.word[0].isalpha() or unit.reading.conjunction:
            return None
        stem = self._without_conjunction(unit, item=True)
        apart = parted(unit.gap) and stem != unit.word and (foreign(stem) or not verbal(stem))  # "، وشيكون نغولادو"
        if (unit.gap and not apart) or len(stem) < _SHORTEST_NAME or not stem[0].isalpha():
            return None
        last = at + (apart and at + 1 < len(units) and self._goes_on(units, at, at, Governor()))
        words = " ".join((stem, *(u.word for u in units[at + 1 : last + 1])))
        return Found(self._named(units, at, last, words, known=False), last)

    def _goes_on(self, units: Sequence[Unit], at: int, last: int, governor: Governor) -> bool:
        """Whether the word after ``last`` belongs to an unknown name."""
        following = units[last + 1]
        lies = following.word.startswith(_AT_THE) and bool(self.kinds(following.word[1:]))  # "حي الزنجيلي بالموصل"
        if lies or not joined(following) or following.tags - {"name_start", "landform"}:
            return False
        if following.word.isdigit() or "name_start" in units[last].tags:
            return True
        if set(units[at].gap) & _QUOTES and last - at < _LONGEST_QUOTED:
            return True
        if not governor.many:
            told = "degree" in following.cues or second(units[at].word, following.word)  # "الطوير الأعلى"
            return last == at and told and ends(units, last + 2)
        return closes_item(units, last + 1, self._writing) or (last == at and of_three(units, last + 1, self._writing))

    def _adjective(self, unit: Unit) -> bool:
        """Whether a word after a head noun rather qualifies it ("قرى حدودية") than names it."""
        bare = unit.word[1:] if unit.word.startswith(self._conjunctions) else unit.word
        named = slavic(bare, self._slavic) or bare.startswith(self._writing.article)
        return unit.word.endswith("يه") and not (named or set(unit.gap) & _QUOTES)

    def _without_conjunction(self, unit: Unit, *, item: bool) -> str:
        for letter in self._conjunctions:
            prefix = letter if item else letter + self._writing.article
            if unit.word.startswith(prefix) and len(unit.word) > _SHORTEST_NAME:
                return unit.word[len(letter) :]
        return unit.reading.stem if unit.reading.conjunction and item else unit.word

    def _capitalised(self, units: Sequence[Unit], at: int, known: Found | None, *, headed: bool) -> Found | None:
        """The name of capitals that begins at a unit, which may be longer than what the gazetteer knows of it."""
        if titled(units, at):
            return None
        common = bool(units[at].tags - PARTS)
        if known and (known.last > at or headed) and common:
            return known
        if not begins_name(units, at) or units[at].tags & _NOT_FIRST or (common and not known):
            return known
        last = known.last if known else at + ("latin_article" in units[at].cues)
        longer = last
        while longer + 1 < len(units) and continues(units, longer + 1) and not (known and units[longer + 1].tags - {"adverb"}):
            longer += 1
        if known and longer == last:
            return known
        if longer == 0 and not headed and not listed(units, 1):
            return None  # any word is capitalised at the beginning
        words = " ".join(unit.word for unit in units[at : longer + 1])
        return Found(self._named(units, at, longer, words, known=False), longer)


def _closes(units: Sequence[Unit], at: int) -> bool:
    """Whether a list ends at a unit or goes on with a conjunction."""
    after = units[at + 1] if at + 1 < len(units) else None
    return after is None or parted(after.gap) or after.word[0] == "و"


def owning_town(units: Sequence[Unit], at: int, found: Found) -> Name | None:
    """The town in a name that the gazetteer knows as a whole ("Mosul's Old City")."""
    end = next((n for n in range(at, found.last) if units[n].possessive), at)
    words = " ".join(unit.word for unit in units[at : end + 1])
    return Name(units[at].start, units[end].stop, words, known=True) if units[end].possessive and end < found.last else None
