"""Place names that no gazetteer knows, which only their place in the sentence and their spelling show to be names."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from whoheld.extract.phrases.phrase import Name, Toponyms, dashed, parted, verbal
from whoheld.extract.phrases.spelling import NOUN, foreign, imperfect, second, slavic, tells
from whoheld.extract.places.items import STARTS, closes_item, ends, kin, of_three, owner
from whoheld.extract.places.quoted import several, tells_why
from whoheld.extract.words.capitals import joined
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack
from whoheld.text import key

_LONGEST_QUOTED = 2
_UNITS = frozenset({"armed", "title", "official", "statal"})
"""Classes of the words by which bases are called ("اللواء 66")."""
SHORTEST = 3
"""Letters of the shortest name that stands by itself; shorter words are names only after a head noun."""
QUOTES = frozenset('(«"“')
NOT_CALLED = frozenset({"day", "weekday", "month", "season", "hijri", "now", "relative", "adverb", "part_name", "ordinal", "nth"})
"""Classes of definite words by which no quarter is called, as it is by nouns of all others («حي المعلمين», «حي الميناء»)."""
_AT, _AT_THE, _DEFINITE = "ب", "بال", "ال"
_SO_THAT = ("لي", "لت")
"""How verbs begin that tell what follows («قرى تلعرن والسفيرة، ليرتفع …»)."""


_OF_HILLS = frozenset({"other_sense", "plan", "bystander", "people"})
"""Classes of definite nouns by which a hill or the like may be called («تل النار»)."""


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


class UnknownNames:
    """Reads the place names of one language that no gazetteer knows."""

    def __init__(self, language: Pack, toponyms: Toponyms, well_known: Callable[[str], bool]) -> None:
        self._well_known = well_known
        self._writing = language.writing
        self._capitals = language.writing.capitals
        self._conjunctions = language.writing.conjunctions
        self._slavic = tuple(map(key, language.writing.slavic))
        self._kinds = toponyms.kinds

    def read(self, units: Sequence[Unit], at: int, governor: Governor) -> Found | None:
        """A name that only its head noun shows to be one."""
        unit = units[at]
        definite = unit.reading.article or unit.word.startswith(_DEFINITE)
        if at and "ward" in units[at - 1].cues and definite and not (unit.tags & NOT_CALLED or unit.gap):
            return Found(written(units, at, at, unit.word, known=False), at)
        if (time := unit.entry("time")) is not None and time.value == "called":
            return self.begun(units, at, many=True)  # "حي سوق الحوت"
        allowed = {"name_start", "landform"} | (_UNITS if governor.base else set())
        so_that = (parted(unit.gap) and unit.word.startswith(_SO_THAT)) or tells_why(units, at)
        purpose = so_that or (unit.word[0] == "ل" and NOUN.fullmatch(unit.word[1:]))  # "معمل لتصنيع"
        told = governor.many and not governor.item and _tells(units, at)  # "تسع قرى وأبقت", "آبار أحرقها المسلحون"
        told = told or (governor.item and imperfect(unit.word.removeprefix(self._conjunctions[0])))  # "أحياء درنة ويتقدم"
        told = told or (governor.item and unit.word.startswith(self._conjunctions) and _acts(units, at + 1))
        if purpose or told or (NOUN.fullmatch(unit.word) and not governor.many and unit.word[0] == "ت"):
            return None
        if not governor.base and unit.word.removeprefix(self._conjunctions[0]).isdigit():
            return None  # "قرى مورك ولطمين و3 تلال"
        if unit.tags - allowed or (parted(unit.gap) and not governor.many) or not unit.word[0].isalpha() or self._adjective(unit):
            return None
        last = at
        while last + 1 < len(units) and self.goes_on(units, at, last, governor):
            last += 1
        stem = self._without_conjunction(unit, item=governor.item) if governor.many or unit.reading.conjunction else unit.word
        words = " ".join((stem, *(u.word for u in units[at + 1 : last + 1])))
        return Found(written(units, at, last, words, known=False), last)

    def spelled(self, units: Sequence[Unit], at: int) -> Found | None:
        """A name of a Latin letter and a number as Arabic spells them ("قاعدة كي وان", "محطة تي 2")."""
        after = units[at + 1] if at + 1 < len(units) else None
        number = after is not None and ("spelled_number" in after.cues or after.word.isdigit())
        if after is None or "spelled_letter" not in units[at].cues or not number or not joined(after):
            return None
        letter = units[at].word.removeprefix(self._conjunctions[0])
        return Found(Name(units[at].end - len(letter), after.end, f"{letter} {after.word}", known=False), at + 1)

    def landform(self, units: Sequence[Unit], at: int, *, held: bool) -> Found | None:
        """An unknown name that a word for a hill or the like begins, where something governs it ("على تل مشيهيدة")."""
        begins = "landform" in units[at].tags or (held and bool(units[at].tags) and units[at].tags <= STARTS)
        if not begins or at == 0 or at + 1 >= len(units) or not set(units[at].gap) <= QUOTES:
            return None
        name = units[at + 1]
        governed = not units[at - 1].tags.isdisjoint(("preposition", "trigger", "area", "share", "whole"))
        if not governed or name.tags - (_called_by(units[at], name) - {"common"}) or not joined(name) or verbal(name.word):
            return None
        noun = units[at].reading.stem if units[at].reading.preposition else units[at].word  # "يتحكم برأس الماء"
        return Found(written(units, at, at + 1, f"{noun} {name.word}", known=False), at + 1)

    def begun(self, units: Sequence[Unit], at: int, *, many: bool) -> Found | None:
        """A name of two words in a list, of which the first is one by which names begin ("وأم روابة", "وسوق الأحد")."""
        if units[at].reading.article:
            return self._described(units, at)
        return self._begun(units, at, STARTS | {"common", "time"} if many else STARTS)

    def _begun(self, units: Sequence[Unit], at: int, starts: frozenset[str]) -> Found | None:
        unit, name = units[at], units[at + 1] if at + 1 < len(units) else None
        starts = starts | {"common"} if "name_start" in unit.tags else starts
        if name is None or not unit.tags or unit.tags - starts or unit.reading.article or unit.reading.preposition:
            return None
        if not set(unit.gap) <= QUOTES | {"،"}:
            return None
        called = _called_by(unit, name)
        if name.tags - called - {"weekday"} or ("weekday" in name.tags and "common" not in unit.tags):
            return None
        if name.gap or not name.word.isalpha() or name.word.startswith(self._conjunctions[0]) or self._adjective(name):
            return None
        third = units[at + 2] if at + 2 < len(units) and not units[at + 2].gap else None
        degree = third is not None and "degree" in third.cues and ends(units, at + 3)
        if third is not None and (degree or "son" in name.cues):
            words = f"{unit.reading.stem} {name.word} {third.word}"  # "تل الطوكان الكبير", "قصر بن غشير"
            return Found(Name(unit.start, third.stop, words, known=False), at + 2)
        return Found(Name(unit.start, name.stop, f"{unit.reading.stem} {name.word}", known=False), at + 1)

    def _described(self, units: Sequence[Unit], at: int) -> Found | None:
        """A name of a definite noun with its adjective, which ends an item of a list («والعين البيضاء و…»)."""
        noun, name = units[at], units[at + 1] if at + 1 < len(units) else None
        if name is None or noun.tags - STARTS - {"common"} or noun.reading.preposition or name.tags or name.gap:
            return None
        if not (noun.tags & STARTS and name.word.startswith(_DEFINITE) and ends_item(units, at + 1)):
            return None
        words = f"{self._writing.article}{noun.reading.stem} {name.word}"
        return Found(written(units, at, at + 1, words, known=bool(self._kinds(words))), at + 1)

    def guessed(self, units: Sequence[Unit], at: int, *, told: bool = False) -> Found | None:
        """A word of a list that nothing shows to be a name but what stands around it; ``told`` to be one of names."""
        unit = units[at]
        common = unit.tags - ({"name_start", "landform", "common"} if told and ends_item(units, at) else set())
        if self._capitals or common or not unit.word[0].isalpha() or unit.reading.conjunction:
            return None
        stem = self._without_conjunction(unit, item=True)
        apart = parted(unit.gap) and stem != unit.word and (foreign(stem) or not verbal(stem))  # "، وشيكون نغولادو"
        if (unit.gap and not apart) or len(stem) < SHORTEST or not stem[0].isalpha():
            return None
        last = at + (apart and at + 1 < len(units) and self.goes_on(units, at, at, Governor()))
        words = " ".join((stem, *(u.word for u in units[at + 1 : last + 1])))
        return Found(written(units, at, last, words, known=False), last)

    def goes_on(self, units: Sequence[Unit], at: int, last: int, governor: Governor) -> bool:
        """Whether the word after ``last`` belongs to an unknown name."""
        following = units[last + 1]
        lies = self._lies_at(following.word)
        degree = last == at and "degree" in following.cues and ends(units, last + 2)  # "مراطة الكبرى"
        apart = lies or not joined(following) or dashed(units, last + 1)
        family = kin(units, last) or kin(units, last + 1)  # "العادية آل مظفر"
        told = degree or family or (governor.many and last == at and owner(units, last + 1, self._writing))
        if apart or told or following.tags - (_called_by(units[last], following) - {"common"}):
            return told and not apart
        if (
            following.word.isdigit()
            or "son" in units[last].cues
            or ("name_start" in units[last].tags and not units[last].reading.article)
        ):
            return True
        if set(units[at].gap) & QUOTES and last - at < _LONGEST_QUOTED:
            return not (last == at and several(units, at, at + 1, many=governor.many))
        if not governor.many:
            told = second(units[at].word, following.word)  # "الطوير الأعلى"
            return last == at and told and ends(units, last + 2)
        return closes_item(units, last + 1, self._writing) or (last == at and of_three(units, last + 1, self._writing))

    def _lies_at(self, word: str) -> bool:
        """Whether «بـ» is written on the name of where a place lies ("حي الزنجيلي بالموصل", "بلدتي الضباب ومريس بتعز")."""
        if not word.startswith(_AT) or self._kinds(word):
            return False
        return bool(self._kinds(word[1:])) if word.startswith(_AT_THE) else self._well_known(word[1:])

    def _adjective(self, unit: Unit) -> bool:
        """Whether a word after a head noun rather qualifies it ("قرى حدودية") than names it."""
        bare = unit.word[1:] if unit.word.startswith(self._conjunctions) else unit.word
        named = slavic(bare, self._slavic) or bare.startswith(self._writing.article)
        return unit.word.endswith("يه") and not (named or set(unit.gap) & QUOTES)

    def _without_conjunction(self, unit: Unit, *, item: bool) -> str:
        for letter in self._conjunctions[:1] if item else self._conjunctions:
            prefix = letter if item else letter + self._writing.article
            if unit.word.startswith(prefix) and len(unit.word) > SHORTEST:
                return unit.word[len(letter) :]
        return unit.reading.stem if unit.reading.conjunction and item else unit.word


def _called_by(noun: Unit, name: Unit) -> frozenset[str]:
    """The classes of words that a name may go on with behind the noun by which it begins («أم روابة», «تل النار»)."""
    hill = "landform" in noun.tags and name.word.startswith(_DEFINITE)
    return STARTS | {"common"} | (_OF_HILLS if hill else frozenset[str]())


def _tells(units: Sequence[Unit], at: int) -> bool:
    """Whether an unknown word behind a plural is rather a verb of a clause («قرى نفذ منها التنظيم», «بضع بلدات وأعدم أجانب»)."""
    after = units[at + 1] if at + 1 < len(units) and not units[at + 1].gap else None
    joined = at > 0 and "head" in units[at - 1].tags and units[at].word[0] == "و" and not units[at].gap  # "بلدات وأعدم"
    return joined or tells(units[at].word) or (after is not None and "bound" in after.tags)


def _acts(units: Sequence[Unit], at: int) -> bool:
    """Whether men stand right behind an unknown word, which is rather their verb («وقتل الجنود») than a name."""
    men = units[at] if at < len(units) else None
    return men is not None and not men.gap and men.word.startswith(_DEFINITE) and not men.tags.isdisjoint(("armed", "people"))


def written(units: Sequence[Unit], at: int, last: int, words: str, *, known: bool) -> Name:
    """The name that some words write, without the letters on the first that belong to other words."""
    reading, first = units[at].reading, words.split(" ", 1)[0]
    whole = reading.stem == units[at].word or reading.article  # a unit begins at its stem, but not behind an article
    letters = max(0, len(units[at].word) - len(first)) if whole else 0
    if reading.stem != units[at].word == first and not reading.article:
        letters = len(reading.stem) - len(first)  # "مدينة كابو" is not "like …", «"فالام"» not "and …"
    return Name(units[at].start + letters, units[last].stop, words, known=known)


def ends_item(units: Sequence[Unit], at: int) -> bool:
    """Whether a list ends at a unit or goes on with a conjunction."""
    after = units[at + 1] if at + 1 < len(units) else None
    return after is None or parted(after.gap) or after.word[0] == "و"
