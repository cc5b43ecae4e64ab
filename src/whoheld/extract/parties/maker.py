"""Makes the parties that words of one language speak of, with what the words tell of them."""

from collections.abc import Sequence

from whoheld.extract.phrases.phrase import Party, dashed
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack
from whoheld.text import key


class PartyMaker:
    """Makes parties of the words of one language."""

    def __init__(self, language: Pack) -> None:
        self._capitals = language.writing.capitals
        self._article = language.writing.article
        self.owners = {key(word): gender for gender, words in language.possessives.items() for word in words}
        self._homelands = {key(word): gender for gender, words in language.homelands.items() for word in words}
        self.genders = {key(word): gender for gender, words in language.genders.items() for word in words}

    def make(self, units: Sequence[Unit], first: int, last: int, named: int, *, anaphor: bool = False) -> Party:
        """The party of the words from ``first`` to ``last``, meaning what the name at ``named`` does unless that is negative."""
        meanings = units[named].meanings if named >= 0 and not _one_of_many(units, named) else ()
        noun = units[last].tail if self._capitals else units[first].reading.stem
        head = self.genders.get(noun) or self.genders.get(units[first].word)
        gender = next((m.alias.gender for m in meanings if m.alias.gender), None) or head or ""
        inner = self._inner(units[last]) if last > first or units[last].tail != units[last].word else head
        spoken = not self._capitals and first > 0 and "title" in units[first - 1].tags and not units[first].gap
        return Party(
            first,
            last,
            possessive=units[last].possessive,
            start=units[first].start,
            end=units[last].stop,
            meanings=meanings,
            gender="" if spoken and gender != "m" else gender,  # "قائد الهيئة" is no "she"
            also="" if spoken or self._capitals else next((other for other in (head, inner) if other and other != gender), ""),
            anaphor=anaphor,
            noun=noun,
            owner=self.owners.get(units[first].word, "") or _attached(units[first]) or self._homelands.get(units[first].tail, ""),
            proper=any(
                (not unit.tags.isdisjoint(("country", "people")) and not _points(unit))
                or (unit.capital and not _opens_sentence(units, at) and "nonstate" not in unit.tags)
                for at, unit in enumerate(units[first : last + 1], first)
            ),
            unknown=any(_strange(unit) for unit in units[first : last + 1]),
            regular=any("regular" in unit.tags for unit in units[first : last + 1]),
            statal=any("statal" in unit.tags for unit in units[first : last + 1]),
            nonstate=any("nonstate" in unit.tags for unit in units[first : last + 1]),
        )

    def _inner(self, unit: Unit) -> str | None:
        """The gender of the last word of a name, which tells whose the men before it are («مقاتلو التنظيم»)."""
        if unit.tail != unit.word:
            return self.genders.get(unit.tail) or self.genders.get(unit.tail.removeprefix(self._article))
        return self.genders.get(unit.reading.stem) or self.genders.get(unit.word)


def _strange(unit: Unit) -> bool:
    """Whether no lexicon knows a word, or none that could tell today whose men it speaks of («الجنود السوفييت»)."""
    return not unit.tags or "vigilante" in unit.tags or "bygone" in unit.cues


def _one_of_many(units: Sequence[Unit], named: int) -> bool:
    """Whether an article shows that a noun is no actor's name here ("a coalition of factions" is not "the coalition")."""
    common = all(meaning.alias.text[:1].islower() for meaning in units[named].meanings)
    return common and named > 0 and "indefinite" in units[named - 1].tags and not units[named].gap


def _opens_sentence(units: Sequence[Unit], at: int) -> bool:
    """Whether a word has its capital from where it stands: first of all or behind a heading ("Somalia: Government forces")."""
    return at == 0 or ":" in units[at].gap or dashed(units, at)


def _points(unit: Unit) -> bool:
    """Whether a word only tells a point of the compass ("the western columns" are not the West's)."""
    return "direction" in unit.tags and not unit.capital


def _attached(unit: Unit) -> str:
    """The gender of a pronoun that is written on an armed noun («مسلحيه»), or empty."""
    entry = unit.entry("armed")
    return entry.pronoun if entry is not None else ""
