"""For whom somebody speaks: the side whose name, office, people or seat his words tell, or nobody but himself."""

from whoheld.actors import Meaning, Registry
from whoheld.extract.phrases.phrase import Party, labelled
from whoheld.extract.saying.spoken_for import for_no_state, is_agency, of_country, office, on_behalf, on_no_side, owns_party
from whoheld.extract.sentence.line import Line
from whoheld.lang import Pack

_OFFICES = frozenset({"official", "ministry"})
"""Classes of words that speak for a government: of the country that is named, else of the country that the text is about."""
_RANKS = frozenset({"title", "voice"})
"""Classes of words for who speaks for the people or country that is named with him ("a Kurdish commander")."""
_TOLD_APART = frozenset({"people", "country"})


class SpokenSides:
    """Finds for whom the speakers of one language speak.

    Args:
        language: its pack.
        registry: for the government of a country and the side of a people, for whom their officials speak.
    """

    def __init__(self, language: Pack, registry: Registry) -> None:
        self._government = registry.government
        self._people = registry.people
        self._verb_first = language.writing.verb_first

    def party(self, line: Line, span: range) -> Party | None:
        """The party that a speaker speaks for: an army's spokesman does, residents, monitors and the Washington Post do not."""
        units = [line.units[n] for n in span]
        if on_no_side(units):
            return None
        parties = (phrase for n in (*span, *office(line, span)) if isinstance(phrase := line.phrase(n), Party))
        own = (party for party in parties if not (owns_party(line, party) or on_behalf(line, party)))
        named = next((party for party in own if not _lies_in(line, party)), None)
        if named is not None and named.town is not None and any("medium" in unit.tags for unit in units):
            return None
        if is_agency(units) and (named is None or of_country(line, named)):
            return None
        stated = span if named is not None or not for_no_state(line, span) else ()
        offices = [n for n in stated if not line.units[n].tags.isdisjoint(_OFFICES)]
        known = any("world_leader" in unit.tail_cues for unit in units)  # "President Obama" is not of the country at war
        if known or named is not None or not (offices or any(unit.tags & _TOLD_APART for unit in units)):
            return named
        spoken = offices or [n for n in span if line.units[n].tags & _RANKS]
        return self._of_office(line, span, spoken) if spoken else None

    def _of_office(self, line: Line, span: range, offices: list[int]) -> Party | None:
        """The side for which one speaks by his office: that of his people or country, else the state that the text is about."""
        units, held = [line.units[n] for n in span], line.units[offices[0] : offices[-1] + 1]
        first = next((unit for unit in units if unit.tags & _TOLD_APART and unit.start < held[0].start), held[0])
        office = Party(offices[0], offices[-1], start=first.start, end=held[-1].stop)
        people = next((meanings for unit in units if "people" in unit.tags and (meanings := self._people(unit.word))), ())
        others = self._verb_first and not people and any("people" in unit.tags for unit in units)  # «مسؤولون أكراد في العراق»
        country = None if others else next((entry.value for unit in units if (entry := unit.entry("country"))), None)
        seated = () if others or country else _seated(line, span)
        office.meanings = tuple(people) or (self._government(country) if country else seated)
        office.proper = bool(people or country or seated) or any(line.units[n].capital for n in range(span.start, offices[0]))
        office.statal = not (office.proper or others)
        return office if office.meanings or office.statal else None


def _lies_in(line: Line, party: Party) -> bool:
    """Whether a country is only where a speaker is ("the UN mission in the Central African Republic")."""
    return party.case == "in" and "country" in line.units[party.last].tags


def _seated(line: Line, span: range) -> tuple[Meaning, ...]:
    """The government in whose capital an office speaks ("In Yerevan the defence ministry", "the interior ministry in Kabul")."""
    fronted = line.begins + 1
    for at in (fronted, *span):
        meanings = line.units[at].meanings if 0 < at < len(line.units) and labelled(line.units[at - 1], "in") else ()
        if any(meaning.actor.kind == "government" for meaning in meanings):
            return meanings
    return ()
