"""Place phrases: heads ("the villages of"), shares, surroundings, names known and unknown, and lists of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from whoheld.extract.phrase import MODIFIERS, Name, Places, Toponyms, parted
from whoheld.extract.scan import Unit, readings
from whoheld.lang import Pack
from whoheld.model import Extent

_LONGEST_NAME = 5
_SHORTEST_NAME = 3
"""Shorter words are names only after a head noun."""
_TOWN = 10_000
"""Inhabitants from which a name stands by itself; common words are the names of many a hamlet."""
_COMMAS = frozenset(",،")
_JOINED_BY = frozenset("-'’.")
_NEVER_NAMES = frozenset({"function", "listing", "preposition", "pronoun", "bound", "relative", "about", "conjunction", "surroundings"})
_UNIT_TAGS = frozenset({"armed", "title", "official", "gender"})
"""Classes of the words by which bases are called ("اللواء 66")."""
_NAME_TAGS = frozenset({"name_start", "number", "month", "head", "direction", "title", "armed", "ordinal", "official", "area", "day"})
"""Classes whose words may still be part of a name ("Fort Smith", "June", "Camp", "South")."""


class PlaceGrammar:
    """Reads place phrases of one language."""

    def __init__(self, language: Pack, toponyms: Toponyms) -> None:
        self._writing = language.writing
        self._capitals = language.writing.capitals
        self._kinds: Callable[[str], frozenset[str]] = toponyms.kinds
        self._lookup = toponyms.lookup
        self._known_well: dict[str, bool] = {}

    def at(self, units: Sequence[Unit], first: int) -> Places | None:
        """The place phrase that begins at a unit, or None."""
        at, extent, kind, many = self._opening(units, first)
        headed = bool(kind)
        definite = headed and units[at - 1].reading.article and not set(units[min(at, len(units) - 1)].gap) & set("(«\"“:")
        name = self._name(units, at, headed=headed, many=many, base=kind == "base") if at < len(units) and not definite else None
        if name is None and many and at < len(units) and (listed := self._listing(units, at)):
            at = listed
            name = self._name(units, at, headed=True, many=True)
        if name is None:
            return self._anaphor(units, first, at, kind, extent)
        found, last = name
        last = self._after(units, found, last, kind, extent)
        phrase = Places(first, last, names=[found])
        if first == at and not self._capitals and not units[at].tags:
            phrase.letters = units[at].word[: max(0, len(units[at].word) - len(found.key.split(" ", 1)[0]))]
        if kind or found.known or self._capitals:
            self._list(units, phrase, kind if many else "", extent, many=many)
        phrase.possessive = units[phrase.last].possessive
        phrase.modifier = self._modifies(units, phrase)
        return phrase

    def _listing(self, units: Sequence[Unit], at: int) -> int:
        """Where the names begin that a plural head only announces ("بلدات بينها", "towns including"), or 0."""
        for ahead in range(at, min(at + 3, len(units) - 1)):
            if "listing" in units[ahead].tags:
                return ahead + 1
            if units[ahead].tags - {"function", "adverb", "direction"} or (parted(units[ahead].gap) and ahead > at):
                return 0
        return 0

    def _opening(self, units: Sequence[Unit], first: int) -> tuple[int, Extent, str, bool]:
        """Shares, surroundings and head nouns before the name: where the name begins, and what they say."""
        at, extent, kind, many = first, Extent.WHOLE, "", False
        while at < len(units):
            unit = units[at]
            if at > first and (unit.gap and not set(unit.gap) <= set("«»\"“”()'‘’%,")):
                break
            if "whole" in unit.tags and not kind:
                at += 1
            elif (share := self._share(units, at)) and not kind:
                extent, at = Extent.PART, share
            elif "area" in unit.tags and not kind and not (unit.capital and self._capitals):
                extent, at = Extent.AREA, at + 1
            elif (head := unit.entry("head")) and not (kind and self._capitals and not self._of(units, at)):
                kind, many, at = head.value, head.tense == "many", at + 1
                if unit.reading.article:
                    return at, extent, kind, many
            elif at == first:
                break
            elif kind and self._capitals and "article" in unit.tags and not _labelled(units[at - 1], "of"):
                break
            else:
                step = self._skip(units, at)
                if step == at:
                    break
                at = step
        return at, extent, kind, many

    def _of(self, units: Sequence[Unit], at: int) -> bool:
        return at + 1 < len(units) and _labelled(units[at + 1], "of")

    def _share(self, units: Sequence[Unit], at: int) -> int:
        """Where a share ends that begins here ("70 percent of", "نصف"), or 0."""
        if "share" in units[at].tags:
            return at + 1
        if "about" in units[at].tags and at + 1 < len(units):
            return self._share(units, at + 1)
        counted = units[at].word[0].isdigit() or "number" in units[at].tags
        if counted and at + 1 < len(units) and ("share" in units[at + 1].tags or "%" in units[at + 1].gap):
            return at + 2 if "share" in units[at + 1].tags else at + 1
        return 0

    def _skip(self, units: Sequence[Unit], at: int) -> int:
        """Past an article, "of", and adjectives that lead to another head noun."""
        unit = units[at]
        if not unit.tags.isdisjoint(("article", "direction", "adverb")) or _labelled(unit, "of"):
            return at + 1
        if not self._capitals:
            return at
        for ahead in range(at, min(at + MODIFIERS, len(units))):
            later = units[ahead]
            if "head" in later.tags and not later.gap:
                return ahead
            if (later.tags and not later.tags <= {"direction", "adverb", "actor", "armed"}) or later.gap not in {"", "-"} or (later.capital and not later.tags):
                break
        return at

    def _anaphor(self, units: Sequence[Unit], first: int, at: int, kind: str, extent: Extent) -> Places | None:
        """"The town", "the area around it": a phrase that has a head or speaks of "there", and no name."""
        if "both" in units[first].tags and not (first + 1 < len(units) and units[first + 1].tags & {"head", "conjunction"}):
            return Places(first, first, anaphor="many")
        if "place_anaphor" in units[first].tags:
            entry = units[first].entry("place_anaphor")
            return Places(first, first, anaphor=(entry.value if entry else "") or "settlement", extent=extent)
        last = max(first, at - 1)
        while last > first and units[last].tags.isdisjoint(("head", "area")):
            last -= 1
        definite = any(u.reading.article or "article" in u.tags for u in units[first : last + 1]) or self._defined(units, first)
        if not kind or "head" not in units[last].tags or not (definite or self._capitals):
            return None
        entry = units[last].entry("head")
        after = units[last + 1] if last + 1 < len(units) else None
        if kind == "quarter" and entry and entry.tense == "one" and self._named_by_side(units[last], after):
            return Places(first, last + 1, names=[Name(units[last].start, units[last + 1].end, f"{units[last].word} {units[last + 1].word}", known=False, kind=kind, extent=extent)])
        return Places(first, last, anaphor="many" if entry and entry.tense == "many" else kind, extent=extent, definite=bool(definite))

    def _named_by_side(self, unit: Unit, after: Unit | None) -> bool:
        """Whether an adjective makes a head noun a name ("الجانب الأيسر")."""
        return unit.reading.article and after is not None and not after.gap and not after.tags and after.word.startswith(self._writing.article)

    def _defined(self, units: Sequence[Unit], first: int) -> bool:
        if not self._capitals:
            return False
        for at in range(first - 1, max(-1, first - 2 - MODIFIERS), -1):
            if not units[at].tags.isdisjoint(("article", "possessive")):
                return True
            if (units[at].tags and units[at + 1].gap != "-" and units[at].gap != "-") or parted(units[at].gap):
                return False
        return False

    def _name(self, units: Sequence[Unit], at: int, *, headed: bool, many: bool, base: bool = False, item: bool = False) -> tuple[Name, int] | None:
        if at >= len(units):
            return None
        found = self._known(units, at, headed=headed)
        if self._capitals:
            return self._capitalised(units, at, found)
        return found or (self._unknown(units, at, many=many, base=base, item=item) if headed else None)

    def _known(self, units: Sequence[Unit], at: int, *, headed: bool) -> tuple[Name, int] | None:
        """The longest name that the gazetteer knows, beginning at a unit."""
        if self._capitals and not _begins_name(units, at):
            return None
        common = bool(units[at].tags - _NAME_TAGS)
        if "article" in units[at].tags or (common and not (headed or self._capitals)) or units[at].tags & _NEVER_NAMES:
            return None
        stop = at + 1
        while stop < len(units) and stop < at + _LONGEST_NAME and _joined(units[stop]):
            stop += 1
        for stem in self._stems(units[at], headed=headed):
            for last in range(stop - 1, at - 1 + (common and self._capitals), -1):
                words = " ".join((stem, *(unit.word for unit in units[at + 1 : last + 1])))
                if self._kinds(words) and (headed or self._capitals or last > at or self._well_known(words)):
                    return self._named(units, at, last, words, known=True), last
        return None

    def _well_known(self, word: str) -> bool:
        """Whether a word by itself is rather a place than the common word that it may be too."""
        found = self._known_well.get(word)
        if found is None:
            places = self._lookup(word)
            found = any(not place.id.startswith("geonames:") or (place.population or 0) >= _TOWN for place in places)
            self._known_well[word] = found
        return found

    def _stems(self, unit: Unit, *, headed: bool) -> Iterator[str]:
        """The word as it stands, then without letters written on it where the rest is a name by itself."""
        if headed or self._capitals or len(unit.word) >= _SHORTEST_NAME:
            yield unit.word
        if self._capitals:
            return
        for reading in readings(unit.word, self._writing):
            if reading.stem == unit.word or reading.article or reading.future or len(reading.stem) < _SHORTEST_NAME:
                continue
            # «ورقة» (a paper) is not و + الرقة: a name that carries the article must show it.
            if headed or (len(reading.stem) > _SHORTEST_NAME and not self._kinds(self._writing.article + reading.stem)):
                yield reading.stem

    def _named(self, units: Sequence[Unit], at: int, last: int, words: str, *, known: bool) -> Name:
        letters = max(0, len(units[at].word) - len(words.split(" ", 1)[0])) if units[at].reading.stem == units[at].word else 0
        return Name(units[at].start + letters, units[last].end, words, known=known)

    def _unknown(self, units: Sequence[Unit], at: int, *, many: bool, base: bool, item: bool = False) -> tuple[Name, int] | None:
        """A name that only its head noun shows to be one."""
        unit = units[at]
        if unit.tags - ({"name_start"} | (_UNIT_TAGS if base else set())) or (parted(unit.gap) and not many) or not unit.word[0].isalpha() or self._adjective(unit):
            return None
        last = at
        quoted = bool(set(unit.gap) & set("«\"“("))
        while last + 1 < len(units) and _joined(units[last + 1]) and not units[last + 1].tags - {"name_start"}:
            if not (units[last + 1].word.isdigit() or (many and self._ends_item(units, last + 1)) or "name_start" in units[last].tags or (quoted and last - at < 2) or (many and self._trails(units, last + 1))):  # noqa: PLR2004 - words
                break
            last += 1
        stem = unit.word
        if many or unit.reading.conjunction:
            stem = self._without_conjunction(unit, item=item)
        words = " ".join((stem, *(u.word for u in units[at + 1 : last + 1])))
        return self._named(units, at, last, words, known=False), last

    def _adjective(self, unit: Unit) -> bool:
        """Whether a word after a head noun rather qualifies it ("قرى حدودية") than names it."""
        return unit.word.endswith("يه") and not unit.word.startswith(self._writing.article) and not set(unit.gap) & set("(«\"“")

    def _trails(self, units: Sequence[Unit], at: int) -> bool:
        """Whether a word of a list closes an item ("الباغوز تحتاني،"): a bracket, comma or the list's end follows it."""
        after = units[at + 1] if at + 1 < len(units) else None
        return after is not None and not units[at].tags and not units[at].word.startswith(self._writing.conjunctions) and bool(set(after.gap) & set(",،)"))

    def _ends_item(self, units: Sequence[Unit], at: int) -> bool:
        """Whether a second word without article belongs to a name of a list ("تشاب راند وقوشا"): the next item follows it."""
        plain = not units[at].tags and not units[at].word.startswith((self._writing.article or "\n", *self._writing.conjunctions))
        return plain and at + 1 < len(units) and not units[at + 1].tags and units[at + 1].word.startswith(self._writing.conjunctions or ("\n",))

    def _without_conjunction(self, unit: Unit, *, item: bool) -> str:
        for letter in self._writing.conjunctions:
            if unit.word.startswith(letter + self._writing.article if not item else letter) and len(unit.word) > _SHORTEST_NAME:
                return unit.word[len(letter) :]
        return unit.word

    def _capitalised(self, units: Sequence[Unit], at: int, known: tuple[Name, int] | None) -> tuple[Name, int] | None:
        """The name of capitals that begins at a unit, which may be longer than what the gazetteer knows of it."""
        if at and "title" in units[at - 1].tags and units[at].gap == "":
            return None
        if known and known[1] > at and units[at].tags - _NAME_TAGS:
            return known
        if not _begins_name(units, at) or units[at].tags & {"weekday", "month", "country", "actor", "article", "function", "preposition", "title"}:
            return known
        last = known[1] if known else at + (units[at].word in _LOW_ARTICLES)
        if not known and units[at].tags - _NAME_TAGS:
            return None
        while not known and last + 1 < len(units) and _continues(units, last + 1):
            last += 1
        if known and (longer := self._longer(units, last)) > last:
            known, last = None, longer
        words = " ".join(unit.word for unit in units[at : last + 1])
        return (known or (self._named(units, at, last, words, known=False), last)) if words else None

    def _longer(self, units: Sequence[Unit], last: int) -> int:
        """Where a name ends of which the gazetteer knows only the beginning ("Adan" of "Adan Yabal")."""
        while last + 1 < len(units) and _continues(units, last + 1) and not units[last + 1].tags:
            last += 1
        return last

    def _after(self, units: Sequence[Unit], name: Name, last: int, kind: str, extent: Extent) -> int:
        """A kind or an extent said after the name ("Idlib province", "the Palmyra area"); sets them on the name."""
        kinds = self._kinds(name.key) if name.known and not kind else frozenset()
        name.kind, name.extent = kind or (next(iter(kinds)) if len(kinds) == 1 else "settlement"), extent
        if self._capitals and last + 1 < len(units) and units[last + 1].gap in {"", "'", "’"} and not units[last].possessive:
            following = units[last + 1]
            if head := following.entry("head"):
                name.kind = head.value
                return last + 1
            if "area" in following.tags:
                name.extent = Extent.AREA
                return last + 1
        elif units[last].possessive and last + 1 < len(units) and "area" in units[last + 1].tags:
            name.extent = Extent.AREA
            return last + 1
        return last

    def _modifies(self, units: Sequence[Unit], phrase: Places) -> bool:
        """Whether the noun after the phrase is what is spoken of ("Hajin residents", "Mosul's mayor")."""
        if phrase.possessive:
            return True
        if not self._capitals or phrase.last + 1 >= len(units):
            return False
        following = units[phrase.last + 1]
        if following.gap == "-":
            return "trigger" not in following.tags
        return not following.gap and not following.tags and not following.word.endswith("ly") and following.word not in _NOT_NOUNS and not following.word[0].isdigit()

    def _list(self, units: Sequence[Unit], phrase: Places, governed: str, extent: Extent, *, many: bool) -> None:
        """Takes the names that a list joins to the first one."""
        at, closed, pending = phrase.last, False, list[tuple[Name, int]]()
        while (step := self._separator(units, at, many=many)) is not None:
            following, firm = step
            if "surroundings" in units[following].tags:
                around = units[following]
                pending.append((replace(phrase.names[-1], extent=Extent.AREA, around=(around.start, around.end)), following))
                at, closed = following, True
                continue
            item = self._item(units, following, governed, extent, many=many)
            if item is None:
                break
            pending.append(item)
            at = item[1]
            if firm or many or not self._capitals:
                closed = True
        if closed:
            phrase.names.extend(name for name, _ in pending)
            phrase.last = pending[-1][1]

    def _separator(self, units: Sequence[Unit], last: int, *, many: bool) -> tuple[int, bool] | None:
        """Where the next item of a list begins, and whether a conjunction leads to it."""
        at = last + 1
        if at >= len(units) or units[last].possessive:
            return None
        gap = set(units[at].gap) - set("«»\"“”'‘’")
        if gap - _COMMAS - (set("()") if many else set()):
            return None
        if "conjunction" in units[at].tags:
            return (at + 1, True) if at + 1 < len(units) and not parted(units[at + 1].gap) else None
        letters = units[at].reading.conjunction or (not units[at].entries and units[at].word.startswith(self._writing.conjunctions or ("\n",)))
        return (at, letters) if letters or gap & _COMMAS else None

    def _item(self, units: Sequence[Unit], at: int, governed: str, extent: Extent, *, many: bool) -> tuple[Name, int] | None:
        start, own, kind, plural = self._opening(units, at)
        if start >= len(units) or (kind and plural and not many and own is Extent.WHOLE and not self._capitals and start == at):
            return None
        while self._capitals and start < len(units) and "article" in units[start].tags:
            start += 1
        found = self._name(units, start, headed=bool(kind or governed), many=many or plural, item=start == at)
        if found is None:
            return None
        name, last = found
        inherited = extent if start == at else own
        last = self._after(units, name, last, kind or governed, inherited if own is Extent.WHOLE else own)
        return name, last


_LOW_ARTICLES = frozenset({"al", "el", "as", "ash", "ad", "ar", "an", "at", "az", "es", "ed", "er", "ez"})
_NOT_NOUNS = frozenset({"too", "again", "itself", "alone", "together", "overnight", "early", "last", "this"})


def _labelled(unit: Unit, label: str) -> bool:
    entry = unit.entry("preposition")
    return entry is not None and entry.value == label


def _joined(unit: Unit) -> bool:
    return not unit.gap or set(unit.gap) <= _JOINED_BY


def _begins_name(units: Sequence[Unit], at: int) -> bool:
    unit = units[at]
    if unit.capital:
        return True
    return unit.word in _LOW_ARTICLES and at + 1 < len(units) and units[at + 1].capital and _joined(units[at + 1])


def _continues(units: Sequence[Unit], at: int) -> bool:
    unit = units[at]
    if not _joined(unit) or units[at - 1].possessive:
        return False
    if unit.capital:
        return not unit.tags - _NAME_TAGS - {"head"} | (unit.tags & {"head"})
    return unit.word in _LOW_ARTICLES | {"of", "i", "a"} and unit.gap == "-"
