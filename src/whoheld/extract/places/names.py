"""Place names that the gazetteer knows, or that capitals show; of others, what their place in the sentence shows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from whoheld.extract.phrases.next_clause import predicated
from whoheld.extract.phrases.phrase import Name, Toponyms, parted
from whoheld.extract.places.airports import airport_name
from whoheld.extract.places.items import STARTS, kin, no_item, spelled_on
from whoheld.extract.places.nouns import CommonNouns
from whoheld.extract.places.openings import REGIONS
from whoheld.extract.places.quoted import names, quoted, several
from whoheld.extract.places.unknown_names import SHORTEST, Found, Governor, UnknownNames, ends_item, written
from whoheld.extract.words.capitals import (
    LONGEST_NAME,
    PARTS,
    bears_title,
    begins_name,
    building_follows,
    continues,
    joined,
    listed,
    titled,
    titles,
)
from whoheld.extract.words.letters import FINITE, readings
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack
from whoheld.text import key

_LONGEST_PERSON = 3
_KEPT_WORDS = 200_000
_CITY = 200_000
_TOWN = 10_000
"""Inhabitants from which a name stands by itself; common words are the names of many a hamlet."""
_CALENDAR = frozenset({"country", "month", "weekday", "hijri", "day", "quantity"})
_NEVER = frozenset(
    {"function", "listing", "preposition", "pronoun", "bound", "relative", "about", "conjunction", "surroundings", "article"}
)
_NEVER_ALONE = _NEVER | _CALENDAR
_HOMOGRAPHS = PARTS | {"common", "actor", "trigger", "light", "achieve", "report", "plan", "attempt"}
_HOMOGRAPHS |= {"failure", "other_sense", "statement"}
"""Classes of verbs, nouns and actors that a head noun shows to be a name here ("مطار طرابلس")."""
_FRACTION = frozenset({"number", "share"})
_WORDS = PARTS | {"common", "time"}
_NOT_FIRST = frozenset({"people", "weekday", "month", "country", "actor", "article", "function", "preposition", "title"})
_ADJECTIVES = ("", "ة", "ين", "ان", "ات", "تين", "تان")
"""Endings of adjectives."""


class NameGrammar:
    """Reads place names of one language."""

    def __init__(self, language: Pack, toponyms: Toponyms) -> None:
        self._writing = language.writing
        self._capitals = language.writing.capitals
        self._conjunctions = language.writing.conjunctions
        self._lookup = toponyms.lookup
        self._common = CommonNouns(language)
        self.unknown = UnknownNames(language, toponyms, self.well_known)
        self._short = frozenset(map(key, language.cues.get("low_hamza", ())))
        self._qualifiers = {key(word + ending) for word in language.qualifiers for ending in _ADJECTIVES}
        self._well_known_words: dict[str, bool] = {}
        self._bare: dict[str, tuple[str, ...]] = {}
        self.kinds: Callable[[str], frozenset[str]] = toponyms.kinds

    def read(self, units: Sequence[Unit], at: int, governor: Governor) -> Found | None:
        """The name that begins at a unit, or None."""
        if at >= len(units) or (governor.headed and units[at].word in self._qualifiers) or self._no_name(units, at, governor):
            return None
        if not self._capitals and (shown := self._shown(units, at, governor)):
            return shown
        found = self._known(units, at, governor)
        if self._capitals:
            return self._capitalised(units, at, found, headed=governor.headed)
        if governor.headed and (last := airport_name(units, at)) > at and (found is None or found.last < last):
            words = " ".join(unit.word for unit in units[at : last + 1])
            found = Found(written(units, at, last, words, known=False), last)
        elif found is not None and found.last == at:
            found = self._longer(units, at, governor) or found
        if found is not None and governor.headed and found.last + 2 < len(units) and kin(units, found.last + 1):
            last = found.last + 2  # "أم دم حاج أحمد"
            words = f"{found.name.key} {units[last - 1].word} {units[last].word}"
            return Found(written(units, at, last, words, known=False), last)
        found = found or (self.unknown.read(units, at, governor) if governor.headed else None)
        if found is None and units[at].called:
            return Found(written(units, at, at, units[at].called, known=True), at)
        return found or (None if governor.headed else self.unknown.landform(units, at, held=governor.held))

    def _no_name(self, units: Sequence[Unit], at: int, governor: Governor) -> bool:
        """Whether a word only tells where places lie, or what is said of them («…، وأكد أن»)."""
        no_place = "unarmed" in units[at].cues if self._capitals else no_item(units, at)  # "told the BBC"
        return no_place or _lies_at(units[at], governor)

    def region(self, units: Sequence[Unit], at: int, kind: str) -> Found | None:
        """The name of a region that a side of the compass begins («ولاية غرب دارفور»), after the noun that calls it one."""
        name = units[at + 1] if at + 1 < len(units) and "preposition" in units[at].tags else None
        words = f"{units[at].word} {name.word}" if name is not None and not (units[at].gap or name.gap) else ""
        called = kind in REGIONS and not self._capitals and self.kinds(words)
        return Found(written(units, at, at + 1, words, known=True), at + 1) if called else None

    def _shown(self, units: Sequence[Unit], at: int, governor: Governor) -> Found | None:
        """A name that quotation marks, or letters spelled out behind a noun for a site, show to be one."""
        quoted_name = self._quoted(units, at, governor) if units[at].gap else None
        if quoted_name is not None or not governor.headed:
            return quoted_name
        return self.unknown.spelled(units, at) or self._honoured(units, at)

    def _honoured(self, units: Sequence[Unit], at: int) -> Found | None:
        """The name of a quarter that is called after a man by his title («حي ركن الدين»)."""
        title = units[at + 1] if at + 1 < len(units) and "ward" in units[at - 1].cues else None
        if title is None or title.gap or "honour" not in title.cues or units[at].gap or units[at].reading.article:
            return None
        words = f"{units[at].word} {title.word}"
        return Found(written(units, at, at + 1, words, known=bool(self.kinds(words))), at + 1)

    def _quoted(self, units: Sequence[Unit], at: int, governor: Governor) -> Found | None:
        """The name that stands between quotation marks where something governs it («بلدة "السلام"», «الاستيلاء على "كيشارو"»)."""
        last = quoted(units, at) if governor.headed or governor.held or governor.item else -1
        sort = units[at].word.removeprefix(self._writing.article) in self._qualifiers  # «المنطقة "الآمنة"»
        named = last >= at and names(units, at, last, headed=governor.headed) and not several(units, at, last, many=governor.many)
        if sort or not named:
            return None
        words = " ".join(unit.word for unit in units[at : last + 1])
        bare = words.removeprefix(self._conjunctions[0])  # «"ساري بول" "وتالقان"»
        words = bare if governor.item and not self.kinds(words) and self.kinds(bare) else words
        known = bool(self.kinds(words))
        return Found(replace(written(units, at, last, words, known=known), strange=not (known or governor.headed)), last)

    def _longer(self, units: Sequence[Unit], at: int, governor: Governor) -> Found | None:
        """The name of two words of which the gazetteer knows only the first ("أم روابة", "بلدة كيو غوغون")."""
        if begun := self.unknown.begun(units, at, many=governor.many):
            return begun
        town = self.well_known(units[at].word) and not (governor.many and spelled_on(units, at))
        alone = not governor.headed or units[at].tags or town
        goes_on = not alone and at + 1 < len(units) and self.unknown.goes_on(units, at, at, governor)
        return self.unknown.read(units, at, governor) if goes_on else None

    def _known(self, units: Sequence[Unit], at: int, governor: Governor) -> Found | None:
        """The longest name that the gazetteer knows, beginning at a unit."""
        headed, item = governor.headed, governor.item
        tags = units[at].tags - ({"time"} if "landform" in units[at].tags else frozenset[str]())  # "مدينة جسر الشغور"
        common = bool(tags - PARTS)
        closing = common and not self._capitals and (ends_item(units, at) if item else self.opens_list(units, at))
        closing = closing or (
            common and not self._capitals and (self.governed(units, at) or (governor.held and self.own(units[at].word)))
        )
        tags = tags - _FRACTION if closing and units[at].reading.article else tags  # «زليتن والخمس ومصراتة»
        listed = closing and at > 0 and "listing" in units[at - 1].tags  # "هي عنه وراوة"
        never = not listed and units[at].tags & (_NEVER if headed and units[at].tail == units[at].word else _NEVER_ALONE)
        longer = units[at].tail != units[at].word  # a class of several words: "Major General", «معاقل بوكو حرام»
        rank = longer and ("title" if self._capitals else "actor") in units[at].tags
        several = bool(never) and headed and units[at].tags <= {"function"} and not self._capitals  # "حقل باي حسن"
        if never and headed and not self._capitals and units[at].tags <= {"bound"} and self.own(units[at].word):
            return Found(written(units, at, at, units[at].word, known=True), at)  # "قضاء عنه"
        if headed and "madda" in units[at].cues:
            return Found(written(units, at, at, units[at].word, known=True), at)  # "مدينة آن"
        if (
            (never and not several)
            or rank
            or (self._capitals and not begins_name(units, at))
            or (common and not (several or listed or self._capitals or tags <= (_HOMOGRAPHS if headed or closing else _WORDS)))
            or (not self._capitals and not headed and (self._person(units, at) or self._common.names_no_place(units, at)))
            or (not headed and self._describes(units, at))
            or (not self._capitals and (units[at].word[0].isdigit() or (headed and self._owns(units[at]))))
        ):
            return None
        stop = at + 1
        while stop < len(units) and stop < at + LONGEST_NAME and joined(units[stop]):
            stop += 1
        joint = self._capitals and "latin_article" in units[at].cues and at + 1 < stop and units[at + 1].gap == "-"  # "al-Assad"
        shortest = at + (several or joint or (common and not headed and not closing))
        for stem in self._stems(units[at], governor):
            bare = headed or stem == units[at].word or self._without_article(stem)
            bare = bare and (len(stem) >= SHORTEST or stem == units[at].word or "low_hamza" in units[at].cues)
            for last in range(stop - 1, shortest - 1, -1):
                words = " ".join((stem, *(unit.word for unit in units[at + 1 : last + 1])))
                # «ورقة» (a paper) is not و + الرقة: a name that carries the article must show it.
                sure = (
                    headed
                    or self._capitals
                    or last > at
                    or "low_hamza" in units[at].cues
                    or (item and self._ends(units, last, words))
                )
                if (bare or last > at) and self.kinds(words) and (sure or self._stands(words, governor)):
                    return Found(written(units, at, last, words, known=True), last)
        return None

    def _describes(self, units: Sequence[Unit], at: int) -> bool:
        """Whether a word is the adjective of the indefinite noun before it («بعد معارك طويلة»)."""
        noun = units[at - 1] if at and units[at].word in self._qualifiers and not units[at].gap else None
        return noun is not None and "preposition" not in noun.tags and not any(e.tense in FINITE for e in noun.entries)

    def _ends(self, units: Sequence[Unit], last: int, words: str) -> bool:
        """Whether a list ends or goes on behind a word; behind one of a war's own list a preposition ends it too."""
        lies = last + 1 < len(units) and "preposition" in units[last + 1].tags and not units[last].tags and self.own(words)
        return lies or ends_item(units, last)

    def _without_article(self, word: str) -> bool:
        """Whether a name bears no article, or one only as the name of a lesser place («غوما» and «الغوما»)."""
        other = self._writing.article + word
        return not self.kinds(other) or (self.well_known(word) and not self.well_known(other))

    def _stands(self, word: str, governor: Governor) -> bool:
        """Whether a word alone is rather a place here than the common word that it may be too."""
        return self.well_known(word) or (governor.held and self.own(word))

    def own(self, word: str) -> bool:
        """Whether a word is the name of a place of a war's own list, be it a quarter."""
        spelled = len(word) >= SHORTEST or word in self._short
        return spelled and any(not place.id.startswith("geonames:") for place in self._lookup(word))

    def _owns(self, unit: Unit) -> bool:
        """Whether a noun after a head noun rather says whose the places are ("معسكرات الحكومة")."""
        return "actor" in unit.tags and unit.word.startswith(self._writing.article) and not self.well_known(unit.word)

    def village(self, units: Sequence[Unit], at: int) -> Found | None:
        """The name of however small a place that the gazetteer knows, beginning at a unit."""
        return self._known(units, at, Governor(headed=True))

    def sort(self, word: str) -> bool:
        """Whether a word without its article only tells of what sort a place is («ساحلية»)."""
        return word in self._qualifiers

    def behind_and(self, units: Sequence[Unit], at: int) -> Found | None:
        """The name that the gazetteer knows behind a conjunction that is written on it («حيفا في نيسان وعكا في أيار»)."""
        words = units[at].word.removeprefix(self._conjunctions[0])
        if at + 1 < len(units) and joined(units[at + 1]) and self.kinds(two := f"{words} {units[at + 1].word}"):
            return Found(written(units, at, at + 1, two, known=True), at + 1)
        own = len(words) >= SHORTEST and not units[at].tags and bool(self.kinds(words))
        return Found(written(units, at, at, words, known=True), at) if own else None

    def well_known(self, word: str) -> bool:
        """Whether a word by itself is rather a place than the common word that it may be too."""
        found = self._well_known_words.get(word)
        if found is None:
            places = (place for place in self._lookup(word) if place.kind != "quarter")
            towns = (not place.id.startswith("geonames:") or (place.population or 0) >= _TOWN for place in places)
            found = self._well_known_words[word] = len(word) >= SHORTEST and any(towns)
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
            short = (unit.reading.stem,) if unit.reading.stem != unit.word and _begins_short(unit) else ()
            for stem in (*short, *self._without_letters(unit.word)):
                if listed or short or len(stem) > SHORTEST or "name_start" in unit.tags or self._prominent(stem):
                    yield stem

    def _without_letters(self, word: str) -> tuple[str, ...]:
        """What is left of a word without conjunctions and prepositions that may be written on it, kept for the next time."""
        found = self._bare.get(word)
        if found is None:
            off = (reading for reading in readings(word, self._writing) if not (reading.article or reading.future))
            bare = (r.stem for r in off if r.preposition != "like" or r.stem.startswith(self._writing.article))
            found = tuple(stem for stem in bare if stem != word and len(stem) >= SHORTEST)
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
            if "led" in units[first - 1].tags:
                return True  # «بقيادة إروين رومل»
            if "title" in units[first - 1].tags:
                return (
                    first < at or "governing" not in units[first - 1].cues | units[first - 1].tail_cues
                )  # "محافظ شبوة عوض العولقي"
            office = (
                first > 1 and "title" in units[first - 2].tags and units[first - 1].word.startswith(self._writing.article or " ")
            )
            if office and not units[first - 1].gap:
                return True  # "وزير الإعلام داود أويس"
            if units[first - 1].tags - {"common", "name_start"} or units[first - 1].reading.conjunction:
                return False
            first -= 1
        return False

    def _building(self, units: Sequence[Unit], at: int, town: Found) -> Found:
        """The name of a building that begins with that of a place."""
        words = f"{town.name.key} {units[town.last + 1].word}"
        return Found(written(units, at, town.last + 1, words, known=False), town.last + 1)

    def _ends_here(self, units: Sequence[Unit], known: Found) -> bool:
        """Whether a region's name ends where a clause about a town begins ("In Helmand province Sangin fell")."""
        after = known.last + 1
        if "head" in units[known.last].tags and not units[known.last].capital:
            return True
        region = frozenset[str]() < self.kinds(known.name.key) <= REGIONS
        town = self._known(units, after, Governor()) if region and after < len(units) and not units[after].gap else None
        return town is not None and predicated(units, town.last)

    def _capitalised(self, units: Sequence[Unit], at: int, known: Found | None, *, headed: bool) -> Found | None:
        """The name of capitals that begins at a unit, which may be longer than what the gazetteer knows of it."""
        if titled(units, at) or ((known is None or known.last == at) and titles(units, at)):
            return None
        common = bool(units[at].tags - PARTS)
        if known and (((known.last > at or headed) and common) or self._ends_here(units, known)):
            return known
        titled_town = not known and bears_title(units, at)
        if not begins_name(units, at) or (units[at].tags & _NOT_FIRST and not titled_town) or (common and not known):
            return known
        last = known.last if known else at + ("latin_article" in units[at].cues)
        longer = last
        while longer + 1 < len(units) and continues(units, longer + 1) and not (known and units[longer + 1].tags - {"adverb"}):
            longer += 1
        if known and longer == last:
            return self._building(units, at, known) if building_follows(units, last) else known
        if longer == 0 and not (headed or units[0].called or listed(units, 1)):
            return None  # any word is capitalised at the beginning
        words = " ".join(unit.word for unit in units[at : longer + 1])
        return Found(written(units, at, longer, words, known=False), longer)


def _begins_short(unit: Unit) -> bool:
    """Whether two letters may be a name or begin one, whatever is written before them («وتل رفعت»)."""
    return "low_hamza" in unit.cues or (len(unit.reading.stem) < SHORTEST and not unit.tags.isdisjoint(STARTS))


def _lies_at(unit: Unit, governor: Governor) -> bool:
    """Whether a word behind a plural only tells by what hill or the like its places lie ("سبع قرى بجبل الزاوية")."""
    return governor.many and not governor.item and unit.reading.preposition == "at" and not unit.tags.isdisjoint(STARTS)


def owning_town(units: Sequence[Unit], at: int, found: Found) -> Name | None:
    """The town in a name that the gazetteer knows as a whole ("Mosul's Old City")."""
    end = next((n for n in range(at, found.last) if units[n].possessive), at)
    words = " ".join(unit.word for unit in units[at : end + 1])
    return Name(units[at].start, units[end].stop, words, known=True) if units[end].possessive and end < found.last else None
