"""Towns before whose noun stands the name of where they lie ("the Red Sea port of Mokha", "the Hiran town")."""

from collections.abc import Callable, Sequence

from whoheld.extract.phrases.phrase import MODIFIERS, Places, Toponyms, labelled
from whoheld.extract.places.openings import REGIONS, Opening
from whoheld.extract.places.unknown_names import Found
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack
from whoheld.model import Extent

_QUALIFYING = frozenset(
    {"direction", "adverb", "people", "country", "actor", "armed", "statal", "regular", "nonstate", "nationals", "other_sense"}
)
"""Classes of the words that may stand beside such a name ("the rebel Krajina Serb capital of")."""
_COUNTING = frozenset({"indefinite", "number", "quantity"})
_TOWNS = frozenset({"settlement", "district"})
_POSTS = frozenset({"base", "camp", "crossing", "oil_field"})


class Situated:
    """Reads towns told by where they lie, in a language that puts a name before the noun that it qualifies."""

    def __init__(self, language: Pack, toponyms: Toponyms) -> None:
        self._capitals = language.writing.capitals
        self._seats = frozenset(language.seats)
        self._waters = frozenset(language.waters)
        self._kinds = toponyms.kinds

    def read(
        self, units: Sequence[Unit], opening: Opening, region: Found, at: Callable[[Sequence[Unit], int], Places | None]
    ) -> Places | None:
        """The place that a noun after a name speaks of, where the name only tells where it lies; None where it is the place.

        Args:
            units: of the sentence.
            opening: what stands before the name.
            region: the name.
            at: reads the place phrase that begins at a unit.
        """
        if not self._capitals or opening.kind or opening.at == 0 or units[opening.at].gap or units[region.last].possessive:
            return None
        noun, before = _noun(units, region.last), _determiner(units, opening.at)
        head = units[noun].entry("head") if noun >= 0 else None
        if head is None:
            return None
        after = units[noun + 1] if noun + 1 < len(units) and not units[noun + 1].gap else None
        seat = "genitive" in units[noun].tail_cues  # "the Krajina Serb capital of Knin"
        if after is not None and (seat or labelled(after, "of")):
            headline = before is None and "trigger" in units[opening.at - 1].tags and self._tells_where(units, region)
            told = headline or (before is not None and "article" in before.tags)  # "seize Kivu town of"
            town = head.value == "settlement" and told  # but "the Maghar quarter of the Old City"
            return self._named(at(units, noun + seat), opening.extent) if town else None
        if before is None:
            return None
        if before.tags & _COUNTING:
            return _unnamed(units, opening, noun) if head.value in _TOWNS | _POSTS else None
        told = self._tells_where(units, region) and head.value == "settlement" and head.tense != "many"
        own = noun == region.last + 1 and units[noun].word in self._seats
        return Places(opening.at, noun, anaphor="settlement", extent=opening.extent) if told and not own else None

    def _named(self, town: Places | None, extent: Extent) -> Places | None:
        """The town that the noun names, with what is said before the region of a part of it ("most of the Kivu town of Sake")."""
        for name in town.names if town is not None and extent is not Extent.WHOLE else ():
            name.extent = extent
        return town

    def _tells_where(self, units: Sequence[Unit], name: Found) -> bool:
        """Whether a name is that of a region or of a water."""
        return units[name.last].word in self._waters or not self._kinds(name.name.key).isdisjoint(REGIONS)


def _noun(units: Sequence[Unit], name: int) -> int:
    """The last noun for a place behind the words that qualify it after a name ("Borno garrison town"), or -1."""
    found = -1
    for at in range(name + 1, min(name + 2 + MODIFIERS, len(units))):
        unit = units[at]
        head = unit.entry("head")
        plain = (not unit.tags and not unit.capital and unit.word.isalpha()) or unit.tags <= _QUALIFYING
        if unit.gap not in {"", "-"} or not (plain or head is not None):
            break
        found = at if head is not None and not unit.capital else found
    return found


def _determiner(units: Sequence[Unit], name: int) -> Unit | None:
    """The article or the number before a name and the adjectives before it, or None."""
    for at in range(name - 1, max(-1, name - 2 - MODIFIERS), -1):
        unit = units[at]
        if unit.tags & {"article", "number", "quantity"}:
            return unit
        plain = not unit.tags and not unit.capital and unit.word.isalpha()
        taken = any(entry.tag == "trigger" and entry.tense == "ed" for entry in unit.entries)  # "two occupied Hadrut villages"
        if unit.gap or not (plain or taken or unit.tags <= _QUALIFYING):
            return None
    return None


def _unnamed(units: Sequence[Unit], opening: Opening, noun: int) -> Places:
    """What is told by no name of its own ("another Donetsk village", "three Shan State bases")."""
    head = units[noun].entry("head")
    many = head is not None and head.tense == "many"
    kind = head.value if head is not None else ""
    anaphor = ("many" if kind in _TOWNS else "sites") if many else kind
    return Places(opening.at, noun, anaphor=anaphor, extent=opening.extent, definite=False)
