"""The seat of a government where nothing names it: "the Libyan capital", "the country's capital", «عاصمة البلاد», «العاصمة».

Which city that is depends on the country, which the words tell or the whole text does. A text that speaks of the capital of a
province leaves it open.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from whoheld.extract.phrases.phrase import Name, Places
from whoheld.extract.places.openings import REGIONS, Opening, speaks
from whoheld.extract.words.scan import Unit
from whoheld.model import Extent

CAPITAL = "capital"
"""The kind of such a place."""
_COMMAS = frozenset(",،(")
_DAYS = frozenset({"weekday", "month"})
_COPULAS = frozenset({"be", "become"})


def capital_city(units: Sequence[Unit], first: int, extent: Extent = Extent.WHOLE, *, latin: bool) -> Places | None:
    """The capital of a country told without its name from a unit on, or None.

    Args:
        units: of the sentence.
        first: where the words after the article begin.
        extent: of what is told of it.
        latin: whether the language has capital letters; else it is one whose nouns stand before their adjectives.
    """
    found = (_latin if latin else _arabic)(units, first)
    if found is None:
        return None
    noun, last = found
    if _apposed(units, first, latin=latin) or _goes_on(units, last, latin=latin):
        return None
    words = " ".join(unit.word for unit in units[first : last + 1])
    start = units[first].start if latin else units[noun].end - len(units[noun].reading.stem) - _article(units[noun])
    name = Name(start, units[last].stop, words, known=False, kind=CAPITAL, extent=extent)
    return Places(first, last, names=[name])


def share_of_capital(units: Sequence[Unit], first: int, opening: Opening, *, latin: bool) -> Places | None:
    """A part of such a capital, told by an opening ("most of the Libyan capital", «معظم أحياء العاصمة»), or None."""
    at = opening.at + (latin and opening.at < len(units) and "definite" in units[opening.at].cues)
    if not first < at < len(units):
        return None
    capital = capital_city(units, at, Extent.PART if opening.kind == "quarter" else opening.extent, latin=latin)
    return None if capital is None else replace(capital, first=first)


def named_capital(units: Sequence[Unit], first: int) -> int:
    """Where the name of the capital of a country stands whose owner is told before it ("Yemen's capital, Sanaa"), or -1."""
    noun = first + 1
    told = noun + 1 < len(units) and bool(_owner(units[first])) and units[first].possessive and not units[noun].gap
    if not told or not _is_capital(units[noun]) or units[noun].capital or units[noun].possessive:
        return -1
    after = units[noun + 1]
    return noun + 1 if after.capital and set(after.gap) <= _COMMAS and not (after.tags & _DAYS or speaks(after)) else -1


def tells_country(units: Sequence[Unit], phrase: Places) -> bool:
    """Whether the words for a capital say of which country it is."""
    return any("country" in unit.tags for unit in units[phrase.first : phrase.last + 1])


def of_regions(sentences: Iterable[Sequence[Unit]], *, latin: bool) -> bool:
    """Whether a text speaks of a capital that is not a country's ("the provincial capital", "its capital", «عاصمة الولاية»)."""
    return any(
        "capital" in unit.cues | unit.tail_cues and not _of_country(units, at, latin=latin)
        for units in sentences
        for at, unit in enumerate(units)
    )


def _is_capital(unit: Unit) -> bool:
    return "capital" in unit.cues


def _article(unit: Unit) -> int:
    """How many letters the article takes of an Arabic word."""
    return len("ال") if unit.reading.article else 0


def _latin(units: Sequence[Unit], first: int) -> tuple[int, int] | None:
    """The noun and the last unit of "Libyan capital", "country's capital" or "capital of Libya"."""
    noun = first + _owner(units[first])
    if noun >= len(units) or not _is_capital(units[noun]) or units[noun].capital or units[noun].possessive:
        return None
    if noun > first and units[noun].gap:
        return None
    article = first > 0 and "definite" in units[first - 1].cues and not units[first].gap
    if not (article or (noun > first and units[first].possessive)):
        return None
    if units[noun].tail == units[noun].word:
        return noun, noun
    land = noun + 1 + ("article" in units[noun + 1].tags if noun + 1 < len(units) else 0)  # "capital of the country"
    return (noun, land) if noun == first and land < len(units) and _owner(units[land]) else None


def _arabic(units: Sequence[Unit], first: int) -> tuple[int, int] | None:
    """The noun and the last unit of «العاصمة الليبية», «عاصمة البلاد» or «العاصمة»."""
    if not _is_capital(units[first]):
        return None
    after = units[first + 1] if first + 1 < len(units) and not units[first + 1].gap else None
    owned = after is not None and bool(_owner(after)) and not after.reading.conjunction and not after.reading.preposition
    return (first, first + owned) if owned or units[first].reading.article else None


def _owner(unit: Unit) -> int:
    """1 where a word tells a country, or calls one "the country"."""
    return int("country" in unit.tags or "nation" in unit.cues)


def _of_country(units: Sequence[Unit], at: int, *, latin: bool) -> bool:
    if not _is_capital(units[at]):
        return False  # "provincial capital" is one word of the lexicon
    if not latin:
        found = _arabic(units, at)
        after = units[found[1] + 1] if found is not None and found[1] + 1 < len(units) else None
        # «العاصمة الإقليمية»
        return found is not None and not (after is not None and not after.gap and not after.tags and after.word.startswith("ال"))
    before = at - 1 if at and not units[at].gap else -1
    return any(_latin(units, first) is not None for first in (at, before) if first >= 0) or units[at].capital


def _apposed(units: Sequence[Unit], first: int, *, latin: bool) -> bool:
    """Whether a name stands before of which only is told that it is the capital ("Juba, the capital", "Juba is the capital")."""
    lead = first - 1 if latin and first and "definite" in units[first - 1].cues else first
    if lead <= 0:
        return False
    before, gap = units[lead - 1], units[lead].gap
    if not latin:
        return bool(_COMMAS & set(gap)) or not (gap or before.tags)
    return bool(before.tags & _COPULAS) or (bool(_COMMAS & set(gap)) and before.capital and before.tags.isdisjoint(_DAYS))


def _goes_on(units: Sequence[Unit], last: int, *, latin: bool) -> bool:
    """Whether the name of the town or another noun follows ("the capital, Juba", "capital markets", «العاصمة جوبا»)."""
    after = units[last + 1] if last + 1 < len(units) else None
    if after is None or after.tags & _DAYS:
        return False
    if not latin:
        named = not after.tags or (bool(after.tags & {"actor", "head"}) and not after.reading.preposition)
        return not after.reading.conjunction and named and (not after.gap or (bool(_COMMAS & set(after.gap)) and not after.tags))
    if after.capital:
        return not after.gap or (bool(_COMMAS & set(after.gap)) and not speaks(after))
    return not after.gap and (not (after.tags or after.cues) or not after.tags.isdisjoint(("head", "area", "common", "armed")))


def seat_of(units: Sequence[Unit], opening: Opening) -> bool:
    """Whether an opening calls a town the seat of what follows ("the capital of")."""
    last = units[_noun(units, opening)] if opening.at else None
    return bool(opening.kind) and last is not None and "head" in last.tags and "genitive" in last.tail_cues


def seat_itself(units: Sequence[Unit], opening: Opening, kinds: Collection[str]) -> bool:
    """Whether a name behind "capital city of" is that of the town, and of no region of which it would be the seat."""
    return "capital" not in units[_noun(units, opening)].tail_cues and "settlement" in kinds and REGIONS.isdisjoint(kinds)


def _noun(units: Sequence[Unit], opening: Opening) -> int:
    """The noun before a name, perhaps with an adjective of two words between ("the capital of oil-rich Unity state")."""
    return opening.at - 3 if opening.at > 2 and units[opening.at - 1].gap == "-" else opening.at - 1  # noqa: PLR2004 - two words
