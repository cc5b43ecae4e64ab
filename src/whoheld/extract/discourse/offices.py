"""Whose an office of war is that its noun alone tells: "its ministry", or that of the state whose deed its clause tells."""

from collections.abc import Callable, Iterable, Iterator

from whoheld.actors import Meaning
from whoheld.extract.parties.nations import STATE
from whoheld.extract.phrases.phrase import Party, Phrase, Places
from whoheld.extract.saying.report import Attribution
from whoheld.extract.saying.verbs import past_dates
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

_OFFICES = frozenset({"ministry", "official"})
_SPEAKING = _OFFICES | {"title", "voice"}
_OWNED = ("ها", "هم", "ه")
"""Ends of an Arabic office that say that it is his who acts («وزارة دفاعها»)."""
_NISBA = "يه"
"""How an adjective ends, as words are folded («مصادر عسكرية»)."""
_CUE = "war_office"


class Offices:
    """The ministries, staffs and armies that speak in a text.

    Args:
        meaning: the actor that a party is.
        lines: the sentences before one, the last first.
    """

    def __init__(self, meaning: Callable[[Party], Meaning | None], lines: Callable[[Line], Iterable[Line]]) -> None:
        self._meaning = meaning
        self._lines = lines
        self._told: dict[str, Party] = {}

    def side(self, line: Line, frame: Frame, said: Attribution, actor: Party | None) -> Party | None:
        """For whom a speaker speaks: of an office of war who acts in its clause, where "its" or nothing says whose it is."""
        units = [n for n, unit in enumerate(line.units) if said.start <= unit.start < said.end]
        own = actor is not None and bool(units) and _is_own(line, units)
        if own and any(line.units[n].tags & _SPEAKING for n in units):
            return actor
        noun = next((noun for n in units if (noun := _noun(line.units[n]))), "")
        if not noun or said.party is None or _is_owned(said.party):
            return said.party
        if noun not in self._told:
            army = said.party.bare and bool(said.party.meanings)  # "the army said that Turkish troops …" is the one at home
            follows = line.units[frame.at].start < said.start
            named = next((party for near in (line, *self._lines(line)) for party in _owned(near, noun)), None)
            named = named or self._announcing(line, units)
            acts = named is None and (follows or not army) and frame.voice != "passive" and self._is_state(actor)
            self._told[noun] = (actor if acts else None) or named or said.party
        return self._told[noun]

    def men(self, said: Party | None, side: Party | None, actor: Party | None) -> Party | None:
        """Who acts in the words of an office that was found to be a side's ("the ministry said its troops", "said troops")."""
        if side is None or said is None or side is said or actor is None or not side.meanings:
            return actor
        own = (actor.start, actor.end) == (said.start, said.end)  # "its troops"
        again = actor.repeats or (actor.anaphor and not actor.same)  # of "said troops" the verb reads like a demonstrative
        common = actor.bare and actor.first == actor.last and not (actor.nonstate or actor.owner or again)
        return side if own or (common and (actor.statal or actor.regular)) else actor

    def _announcing(self, line: Line, units: list[int]) -> Party | None:
        """The state that speaks in a sentence before, whose office goes on («أعلنت أوكرانيا ذلك. وذكرت الوزارة»).

        In English no other state is named since, and no town says where the office is.
        """
        latin = not line.verb_first
        if latin and any(isinstance(line.phrase(n), Places) or _is_town(line.phrase(n)) for n in units):
            return None
        for near in self._lines(line):
            verbs = [at for at, unit in enumerate(near.units) if "report" in unit.tags and near.told(at)]
            said = (near.phrase(past_dates(near, at - 1) if latin else at + 1) for at in verbs)
            countries = (
                p for p in said if isinstance(p, Party) and ("country" in near.units[p.last].tags or (latin and _is_town(p)))
            )
            country = next(countries, None)
            if country is not None and self._is_state(country):
                return country
            if latin and any(isinstance(p, Party) and self._is_state(p) for p in near.phrases):
                return None
        return None

    def _is_state(self, actor: Party | None) -> bool:
        """Whether a state is named that acts."""
        if actor is None or actor.bare:
            return False
        meaning = self._meaning(actor)
        return meaning is not None and meaning.actor.kind in STATE


def speaks_for_state(line: Line, said: Party) -> bool:
    """Whether an office that no side owns tells of "the forces": its own («أقر مصدر عسكري بانسحاب القوات»)."""
    told = [unit for at, unit in enumerate(line.units[: said.first]) if at >= line.begins]
    names = any(isinstance(phrase, Party) and phrase.meanings and phrase.last < said.first for phrase in line.phrases)
    speaks = any("ministry" in unit.tags for unit in told) and any("report" in unit.tags for unit in told)
    return speaks and said.bare and not (names or said.meanings)


def _is_town(phrase: Phrase | None) -> bool:
    """Whether the name of a town stands for a state ("Moscow")."""
    return isinstance(phrase, Party) and phrase.town is not None


def _noun(unit: Unit) -> str:
    """The noun by which an office of war is known, or empty."""
    return unit.tail if _CUE in unit.tail_cues else unit.word if _CUE in unit.cues else ""


def _is_own(line: Line, units: list[int]) -> bool:
    """Whether a pronoun says that an office is his who acts ("its defence ministry", «وزارة دفاعها»)."""
    before = line.units[units[0] - 1] if units[0] else None
    last = line.units[units[-1]]
    written = line.verb_first and bool(last.tags & _OFFICES) and last.tail.endswith(_OWNED) and not last.tail.endswith(_NISBA)
    opens = "third_possessive" in line.units[units[0]].cues
    return written or opens or (before is not None and "third_possessive" in before.cues)


def _is_owned(party: Party) -> bool:
    """Whether the words for an office tell whose it is: in no country alone («وزارة الدفاع» is some state's at home)."""
    return party.proper or (not party.bare and any(not meaning.countries for meaning in party.meanings))


def _owned(line: Line, noun: str) -> Iterator[Party]:
    """The offices of a noun whose a sentence says they are."""
    for party in line.phrases:
        units = line.units[party.first : party.last + 1]
        if isinstance(party, Party) and _is_owned(party) and any(_noun(unit) == noun for unit in units):
            yield party
