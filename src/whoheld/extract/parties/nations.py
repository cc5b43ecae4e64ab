"""Countries that stand for a side: whose troops an adjective tells, whose government an office is, "the Russians"."""

from collections.abc import Sequence

from whoheld.actors import Meaning, Registry
from whoheld.extract.parties.maker import PartyMaker
from whoheld.extract.phrases.phrase import Party, labelled, parted
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack
from whoheld.text import key

STATE = frozenset({"government", "army", "police"})
"""Kinds of actors that are a state's."""
REBELS = frozenset({"armed", "nonstate"})
"""Classes of the words by which rebels are called ("separatist forces")."""
_COMMON = frozenset({"allied", "armed", "nonstate", "statal"})
"""Classes of words that name nobody before a noun for men ("separatist rebels")."""
_OPENING = 6
"""Words in which a sentence says where it plays."""
_LANDS = frozenset({"country", "people"})
"""Classes of adjectives that tell whose men are."""
_DEPUTIES = frozenset({"adverb", "direction", "title"})
"""Classes of words between a country and the office of its official."""


def _of_allies(noun: Unit, people: Unit) -> bool:
    """Whether a plural that shows its case only qualifies a noun with its owner's pronoun («وحلفاءها السوريين»)."""
    return not noun.tags and noun.word.endswith(("ها", "هم", "ه")) and people.word.endswith("ين")


def opposes(units: Sequence[Unit], at: int) -> bool:
    """Whether an adjective says of men that they are the opposition, and not of what («فصائل معارضة», no «معارضة للاتفاق»)."""
    after = units[at + 1] if at + 1 < len(units) and not units[at + 1].gap else None
    return "opposition" in units[at].cues and (after is None or after.reading.preposition != "to")


def of_country(units: Sequence[Unit], at: int) -> bool:
    """Whether an adjective of a country stands at a unit and goes on what is before it."""
    return at < len(units) and "country" in units[at].tags and not (units[at].gap or units[at].reading.conjunction)


def _of_themselves(units: Sequence[Unit], at: int) -> bool:
    """Whether an adjective for a people means all of them ("the Chinese captured", "by the French"), and qualifies no noun."""
    after = units[at + 1] if at + 1 < len(units) else None
    if at == 0 or units[at].gap or "definite" not in units[at - 1].cues:
        return False
    told = after is None or parted(after.gap) or bool(after.tags & _BEHIND_PEOPLE)
    return told or (after is not None and any(entry.tense in FINITE for entry in after.entries))


_BEHIND_PEOPLE = frozenset({"be", "have", "had", "modal", "preposition", "relative", "time", "month", "weekday", "negation"})
"""Classes of words behind a people that no noun follows."""
_PEOPLES = ("ون", "ين")
"""Endings of Arabic plurals of men."""
_OFFICIAL = frozenset({"official", "ministry", "statal", "actor", "actor_anaphor", "country"})
"""Classes of words for whom the spokesman of a state speaks."""


_AND_THE = "وال"
"""How the second of two nouns begins that make one name together."""


class Nations:
    """Finds the governments that a language's words for countries stand for.

    Args:
        language: its pack.
        registry: of the governments and peoples.
        maker: of the parties that they are.
    """

    def __init__(self, language: Pack, registry: Registry, maker: PartyMaker) -> None:
        self._registry = registry
        self._make, self._genders = maker.make, maker.genders
        self._countries = language.countries
        self._verb_first = language.writing.verb_first
        self._capitals = language.writing.capitals
        self._held = {trigger.name for trigger in language.trigger if trigger.states}
        self._definite = tuple(map(key, language.cues.get("definite", ())))
        self._men = tuple(map(key, language.genders.get("p", ())))
        opposed = language.cues.get("opposition", ("",))
        self._opposed, self._rebels = key(opposed[0]), tuple(map(key, language.genders.get("f", ())))
        self._creeds = frozenset(map(key, language.creeds))
        self._governmental = frozenset(map(key, language.governmental))

    def government(self, country: str) -> tuple[Meaning, ...]:
        """The governments of a country, of which the year leaves one."""
        return self._registry.government(country, self._countries.get(country, ()))

    def of_cause(self, adjective: str) -> tuple[Meaning, ...]:
        """Those who are called by the plural of an English adjective ("separatist forces" are the separatists)."""
        names, plurals = self._registry.names(), (f"{adjective}s", f"{adjective.removesuffix('y')}ies")
        return tuple(next((named for many in plurals if (named := names.get((many,)))), ()))

    def also_of_cause(self, units: Sequence[Unit], at: int, known: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
        """Whom men of a creed or cause may be, with those who are called by it where nobody bears the name ("Islamist fighters").

        A cause is that of those for whom somebody speaks ("a rebel spokesman"), whose adjective is a name of its own in one war.
        """
        unit, after = units[at], units[at + 1] if at + 1 < len(units) else None
        adjective, speaks = unit.word, after is not None and not after.gap and bool(after.tags & {"title", "voice"})
        if adjective not in self._creeds and not (speaks and unit.tags >= REBELS and unit.tail == adjective):
            return known
        here = {country for meaning in known for country in meaning.countries}
        return (*known, *(m for m in self.of_cause(adjective) if here.isdisjoint(m.countries) and (m.countries or not here)))

    def men_of(self, region: Sequence[str], noun: str) -> tuple[Meaning, ...]:
        """Those who are called by a region and a noun for men ("Tigray forces"), by the noun that is told or another."""
        names = self._registry.names()
        return tuple(next((named for men in (noun, *self._men) if (named := names.get((*region, men)))), ()))

    def called_alike(self, units: Sequence[Unit], party: Party, men: int) -> Party:
        """The party, meaning the side that has another noun for men behind the same name ("South Ossetian fighters")."""
        words = units[party.first : men]
        if not words or "armed" not in units[men].tags or any(unit.tags & _COMMON for unit in words):
            return party
        if any("country" in unit.tags for unit in words) and not ("regular" in units[men].tags or "fighter" in units[men].cues):
            return party  # a "Georgian warlord" is not Georgia
        if meanings := self.men_of([unit.word for unit in words], units[men].word):
            party.meanings, party.proper, party.unknown = meanings, True, False
        return party

    def rebels(self, men: Unit, leaders: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
        """Whose men are: their leaders', but of a state and "rebels" those of its country ("Mali's rebels")."""
        if not men.tags >= REBELS or not leaders or not all(meaning.actor.kind in STATE for meaning in leaders):
            return leaders
        countries = {country for meaning in leaders for country in meaning.actor.countries}
        countries |= {home} if (home := self._registry.home(leaders)) else set()
        names = self._registry.names()
        called = names.get((men.word,), ()) or next(
            (found for the in self._definite if (found := names.get((the, men.word)))), ()
        )
        return tuple(meaning for meaning in called if countries.intersection(meaning.countries))

    def at_home(self, units: Sequence[Unit], party: Party) -> Party:
        """The party, of all that its nouns may mean that of where its sentence plays ("In Mali, the army …"), or of no state."""
        if any("descent" in unit.cues for unit in units[max(0, party.first - 1) : party.last]):
            party.meanings = tuple(meaning for meaning in party.meanings if meaning.actor.kind not in STATE)
            party.unknown, party.statal = not party.meanings, False  # "an ethnic Chinese army" is not China's
            return party
        told = not (party.proper or party.anaphor)
        return self.in_country(party, self._opening(units, party.first)) if told else party

    def in_country(self, party: Party, country: str) -> Party:
        """The party, of all that its nouns may mean that of a country, if they name nobody by themselves."""
        if not country or party.proper or party.anaphor:
            return party
        here = tuple(meaning for meaning in party.meanings if country in meaning.countries)
        if not party.meanings and (party.statal or party.regular) and not (party.unknown or party.nonstate):
            party.meanings, party.proper = self.government(country), party.bare  # of an unknown state they are no other's
            return party
        elsewhere = party.bare and bool(party.meanings) and all(m.actor.kind in STATE for m in party.meanings)
        if not here and elsewhere:  # "in Mali … in army hands", where other countries alone have "army"
            party.meanings, party.proper = self.government(country), True
        elif here and party.bare:
            party.meanings, party.proper = here, True
        return party

    def _opening(self, units: Sequence[Unit], stop: int) -> str:
        """The country in which a sentence says at its beginning that it plays, or empty."""
        for at, unit in enumerate(units[: min(stop, _OPENING)]):
            entry = unit.entry("country")
            if country := entry.value if entry is not None else self._governed_from(units, at):
                inside = any(labelled(before, "in") for before in units[:at]) or unit.reading.preposition == "in"
                return country if inside else ""
        return ""

    def _governed_from(self, units: Sequence[Unit], at: int) -> str:
        """The country whose capital a sentence begins with ("In Yerevan the ministry said"), or empty."""
        capital = self._capitals and at == 1 and all(m.actor.kind in STATE for m in units[at].meanings)
        return (self._registry.home(units[at].meanings) or "") if capital else ""

    def people(self, units: Sequence[Unit], at: int) -> Party | None:
        """Those who are called by their country or cause alone ("the Russians", «للبريطانيين», «الحلفاء»)."""
        if "league" in units[at].tags:  # "the United Nations took", but "a United Nations convoy"
            return self._party(units, at, at, ()) if _of_themselves(units, at) else None
        if not ("nationals" in units[at].tags or ("collective" in units[at].tail_cues and _of_themselves(units, at))):
            return None
        country = units[at].entry("country")
        after = units[at + 1] if at + 1 < len(units) else None
        named = after is not None and not after.gap and after.capital and not after.tags
        before = units[at - 1] if at and self._verb_first and not units[at].gap else None
        qualifies = before is not None and ("armed" in before.tags or _of_allies(before, units[at]))
        qualifies = qualifies and not self.beside(units, at)
        meanings = () if country is None or named or qualifies else self.government(country.value)
        told = meanings or not (qualifies or (named and not self._verb_first))  # who have no state there («الفلسطينيون»)
        party = self._party(units, at, at, meanings) if told else None
        if party is not None and self._verb_first and (country is not None or units[at].word.endswith(_PEOPLES)):
            party.gender = "p"
        return party

    def beside(self, units: Sequence[Unit], at: int) -> bool:
        """Whether a people is no adjective of the Arabic noun for one body right before it («طرد الجيش الألمان»)."""
        one = self._verb_first and at > 0 and self._genders.get(units[at - 1].reading.stem) in {"m", "f"}
        return one and "nationals" in units[at].tags and units[at - 1].word.startswith("ال")

    def adjective(self, units: Sequence[Unit], first: int) -> Party | None:
        """Whose a noun of control is by an adjective alone ("under Russian control", "Kurdish-held", «تحت السيطرة الروسية»)."""
        if not self._capitals:
            country = units[first].entry("country") if self._owns(units, first) else None
            return self._party(units, first, first, self.government(country.value)) if country is not None else None
        following = units[first + 1] if self._capitals and units[first].capital and first + 1 < len(units) else None
        if following is None or "trigger" not in following.tags or "leading" in following.cues or units[first].possessive:
            return None
        noun = any(entry.tag == "trigger" and entry.tense in {"", "noun"} for entry in following.entries)
        owned = following.gap == "-" or (noun and not following.gap)
        country = units[first].entry("country")
        meanings = self._registry.people(units[first].word) or (self.government(country.value) if country else ())
        return self._party(units, first, first, tuple(meanings)) if owned and meanings else None

    def _owns(self, units: Sequence[Unit], at: int) -> bool:
        """Whether an adjective says whose an Arabic noun for a hold, or for what somebody says of one, is («إعلان روسي»)."""
        before = units[at - 1] if at and not units[at].gap else None
        if before is None or units[at].reading.conjunction or units[at].reading.preposition:
            return False
        definite = before.reading.article and units[at].word.startswith("ال")
        held = definite and any(entry.tag == "trigger" and entry.value in self._held for entry in before.entries)
        return held or ("assertion" in before.cues and before.word.startswith("ال") == units[at].word.startswith("ال"))

    def official(self, units: Sequence[Unit], first: int) -> Party | None:
        """An official or office ("Iraqi Prime Minister", "هيئة الأركان", "الناطق باسم الجيش"), who speaks for a side."""
        if units[first].tags.isdisjoint(("country", "official")):
            return None
        alone = units[first : first + 1] if first + 1 >= len(units) or units[first + 1].gap else units[first : first + 2]
        while self._capitals and len(alone) > 1 and alone[-1].tags <= _DEPUTIES and first + len(alone) < len(units):
            alone = units[first : first + len(alone) + 1]
        office = any("official" in unit.tags for unit in alone) and not any("former" in unit.cues for unit in alone)
        country = next((entry for unit in alone if (entry := unit.entry("country"))), None)
        if office and country is not None and len(alone) > 1 and (meanings := self.government(country.value)):
            return self._party(units, first, first + len(alone) - 1, meanings)
        former = any("former" in unit.cues for unit in units[first + 1 : first + 3])
        of_group = "behalf" in units[first].tail_cues and len(alone) > 1 and alone[1].tags.isdisjoint(_OFFICIAL)
        return None if self._capitals or former or of_group else self._of_state(units, first, alone)

    def _of_state(self, units: Sequence[Unit], first: int, alone: Sequence[Unit]) -> Party | None:
        """An Arabic office whose state its place, an actor or a noun behind it tells, or of the state at home."""
        if "official" not in units[first].tags:
            return None
        if meanings := self._seated(units, first + 1):
            return self._party(units, first, first + 2, meanings)
        if units[first].tail.startswith("ال") and len(alone) > 1 and self._genders.get(alone[1].word.split()[0]) == "p":
            alone = alone[:1]  # «توعد الرئيس مقاتلي داعش» names two
        if len(alone) > 1 and "actor" in alone[1].tags and not alone[1].reading.conjunction:
            return self.told_apart(units, self._make(units, first, first + 1, first + 1))
        owned = alone[-1].entry("armed") or alone[-1].entry("actor_anaphor")
        party = self._make(units, first, first + (owned is not None and len(alone) > 1), -1, anaphor=owned is not None)
        party.statal = owned is None
        return party

    def _seated(self, units: Sequence[Unit], at: int) -> tuple[Meaning, ...]:
        """Whose an office is by where it sits («وزارة الدفاع في النيجر», «قيادة الأركان في باماكو»), or nothing."""
        if at + 1 >= len(units) or units[at].gap or units[at + 1].gap or not labelled(units[at], "in"):
            return ()
        country, named = units[at + 1].entry("country"), units[at + 1].meanings
        seat = named if all(meaning.actor.kind in STATE for meaning in named) else ()
        return self.government(country.value) if country else seat

    def troops(self, units: Sequence[Unit], party: Party) -> Party:
        """Those of the country that is named, where its words can only mean its army ("Ghanaian troops", «دبابات روسية»)."""
        if not party.meanings and self._verb_first:
            self._serve(units, party)
        words = units[party.first : party.last + 1]
        countries = list(dict.fromkeys(entry.value for unit in words if (entry := unit.entry("country"))))
        backed = any("allied" in unit.tags for unit in words)  # "Emirati-backed brigades" are others
        army = (party.statal or party.regular) and not party.nonstate and not backed
        if army and not party.meanings and (len(countries) == 1 or (countries and self._verb_first)):
            first = self.government(countries[0])  # the first of two speaks for both («قوات فرنسية ومالية»)
            party.meanings = tuple(meaning.abroad() for meaning in first)  # "Chadian troops" in a text on Nigeria
        return party

    def opposition(self, units: Sequence[Unit], party: Party) -> Party | None:
        """The rebels of a country, or of the war, that no name tells («فصائل سورية معارضة»); None of those who are no rebels."""
        words = units[party.first : party.last + 1]
        adjective = next((unit for unit in words[1:] if "opposition" in unit.cues), None)
        if adjective is None or party.meanings:
            return None
        names, countries = self._registry.names(), {entry.value for unit in words if (entry := unit.entry("country"))}
        called = next((found for men in self._rebels if (found := names.get((men, self._opposed)))), ())
        party.meanings = tuple(meaning for meaning in called if not countries or countries.intersection(meaning.countries))
        party.statal, party.regular, party.nonstate, party.unknown = False, False, True, not party.meanings
        return party

    def _serve(self, units: Sequence[Unit], party: Party) -> None:
        """Marks men as a government's by an adjective or its ministry («الكتائب الحكومية», «قوات وزارتي الدفاع والداخلية»)."""
        at = party.last + 1
        ministry = at < len(units) and "official" in units[at].tags and "ministry" in units[at].tags and not units[at].gap
        if ministry:
            after = units[at + 1] if at + 1 < len(units) and not units[at + 1].gap else None
            party.last = at + (after is not None and "country" in after.tags)
            party.end = units[party.last].end
        if ministry or units[party.last].word in self._governmental:
            party.statal, party.unknown, party.nonstate = True, False, False

    def numbered_unit(self, units: Sequence[Unit], first: int, last: int) -> Party:
        """A numbered unit, of the state that its words tell ("the 19th Indian Division", "Soviet 3rd Corps troops")."""
        nation = not units[first].tags.isdisjoint(_LANDS)
        men = units[last + 1] if nation and last + 1 < len(units) and not units[last + 1].gap else None
        last += men is not None and "armed" in men.tags
        party = self._make(units, first, last, -1, anaphor="possessive" in units[first].tags)
        party.numbered = True
        told = self.troops(units, party)
        red = not told.meanings and any("red_army" in unit.cues for unit in units[first:last])
        told.numbered = bool(told.meanings) or not (nation or red)  # a Soviet one is no state's of today
        told.unknown = told.unknown or red
        return told

    def told_apart(self, units: Sequence[Unit], party: Party) -> Party:
        """That of the country by which a name that many may bear is told apart («وزارة الدفاع الأرمينية»)."""
        at = party.last + 1
        if "official" in units[party.last].tags and (meanings := self._seated(units, at)):
            party.meanings, party.last, party.end = meanings, at + 1, units[at + 1].end
            return party
        after = units[at] if at < len(units) and not units[at].gap and not units[at].reading.conjunction else None
        country = after.entry("country") if after is not None and not self.beside(units, at) else None
        if country is None or not all(meaning.actor.kind in STATE for meaning in party.meanings):
            return party
        if any(country.value in meaning.countries for meaning in party.meanings) and not self.government(country.value):
            return party
        last = units[party.last]
        if last.tail != last.word and last.tail.startswith(
            _AND_THE
        ):  # «قوات النظام والميليشيات الإيرانية»: only the second are of the land
            party.last, party.end = at, units[at].end
            return party
        party.meanings, party.last, party.end = self.government(country.value), at, units[at].end
        party.proper = True  # of a country that no theatre knows it is still that country's, and not the one's here
        return party

    def field_army(self, units: Sequence[Unit], first: int, last: int) -> Party:
        """An army that a number names, whose it is an adjective tells or nothing («الجيش الثامن», «الجيش الرابع الألماني»)."""
        party = self._party(units, first, last, ())
        party.unknown = True
        return self.told_apart(units, party)

    def _party(self, units: Sequence[Unit], first: int, last: int, meanings: tuple[Meaning, ...]) -> Party:
        party = self._make(units, first, last, -1)
        party.meanings = meanings
        return party
