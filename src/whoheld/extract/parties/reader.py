"""Actor phrases: names of the registry, armed nouns with or without a name, and phrases that point back."""

from collections.abc import Sequence

from whoheld.actors import Registry
from whoheld.extract.parties.allegiance import Allegiance, backers
from whoheld.extract.parties.favouring import favours, loyal_to, sided_with
from whoheld.extract.parties.foes import set_apart
from whoheld.extract.parties.force_names import calls_band, goes_on, of_other, of_war, qualifies
from whoheld.extract.parties.formations import field_army, names_site, numbers_end, ranks, takes, unit_of
from whoheld.extract.parties.genitives import ABSOLUTE, closed, genitive, told_by_word
from whoheld.extract.parties.group_names import alliance, bears_known, bracketed, construct, introduced, of_another
from whoheld.extract.parties.homelands import Homelands
from whoheld.extract.parties.leaders import Leaders
from whoheld.extract.parties.maker import PartyMaker
from whoheld.extract.parties.misnomers import names_nobody
from whoheld.extract.parties.nations import Nations, of_country, opposes
from whoheld.extract.parties.of_land import of_land
from whoheld.extract.parties.own_men import groups_of_people, in_name, led_by, of_nation, ours, with_men
from whoheld.extract.parties.own_names import OwnNames
from whoheld.extract.parties.pointing import PointingBack, of_group, told_by_relative
from whoheld.extract.parties.regional import known_by_region, of_people
from whoheld.extract.parties.rulers import rules
from whoheld.extract.parties.spokesmen import spokesman
from whoheld.extract.parties.turncoats import turned
from whoheld.extract.phrases.phrase import MODIFIERS, Party, parted, verbal
from whoheld.extract.words.capitals import common
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack
from whoheld.text import key

_BEGIN = frozenset(
    {"people", "actor", "actor_anaphor", "armed", "country", "official", "allied", "adverb", "direction", "number", "backing"}
    | {"membership", "opposing", "installed", "bystander", "belonging", "nationals", "league"}
)
_ACRONYM = 6
_QUALIFIERS = frozenset(
    {"country", "allied", "adverb", "direction", "number", "backing", "gender", "people", "installed", "league"}
)
_SORT, _OPENS = frozenset({"country", "backing", "armed", "nonstate", "statal", "regular", "nationals"}), frozenset('«"“(')
_POINT = frozenset({"direction", "function"})
_WHOSE_UNIT = frozenset({"country", "people", "possessive"})
"""Classes of words that tell whose the numbered unit behind them is."""
_LOCAL = frozenset({"bystander", "function"})
"""Classes of the word for who is from a place ("local factions")."""


class PartyGrammar:
    """Reads actor phrases of one language.

    Args:
        language: its pack.
        registry: for the government that a country's officials and troops stand for.
    """

    def __init__(self, language: Pack, registry: Registry) -> None:
        self._capitals = language.writing.capitals
        self._registry = registry
        self._maker = maker = PartyMaker(language)
        self._make, self._genders = maker.make, maker.genders
        self._nations = Nations(language, registry, maker)
        self._own_names = OwnNames(maker, self._nations, capitals=self._capitals)
        self._pointing_back = PointingBack(language, registry, self._nations, self._genders)
        homelands = Homelands(self._nations, capitals=self._capitals)
        self._allegiance = Allegiance(self.at, Leaders(language, registry), homelands, language)
        article = language.writing.article
        self._sites = {article + key(noun) for head in language.heads.values() for noun in head.one} if article else set[str]()
        self._ousting = {t.name for t in language.trigger if "object" in t.loser}
        self._taking = {t.name for t in language.trigger if "object" in t.place and "object" not in t.loser}

    def at(self, units: Sequence[Unit], first: int) -> Party | None:
        """The actor phrase that begins at a unit, or None."""
        none = ranks(units, first) or names_site(units, first, self._sites, self._taking)
        none = none or (self._capitals and ("backing" in units[first].tags or qualifies(units, first, self._genders)))
        none = none or (self._capitals and names_nobody(units, first))
        party = None if none else self._read(units, first)
        if party is not None and self._capitals and not units[party.last].tags.isdisjoint(("armed", "actor")):
            ours(units, party, self._maker.owners)
            turned(units, party)
        if party is None or set_apart(units, party):
            return party
        common = not self._capitals and all(meaning.alias.countries for meaning in party.meanings)  # «التمرد» is Sudan's only
        if common and (name := bracketed(units, party.last + 1)) > 0:
            return self._named(units, first, name)
        return self._nations.at_home(units, party)

    def in_country(self, party: Party, country: str) -> Party:
        """The party, of whom its common nouns speak in a country."""
        return self._nations.in_country(party, country)

    def _read(self, units: Sequence[Unit], first: int) -> Party | None:
        unit = units[first]
        if self._capitals and (last := unit_of(units, first + (not unit.tags.isdisjoint(_WHOSE_UNIT)))) > 0:
            return self._nations.numbered_unit(units, first, last)
        if bearer := self._own_names.at(units, first) or self._headed(units, first) or self._pointing_back.latter(units, first):
            return bearer if self._capitals else known_by_region(units, bearer, self._registry.names())
        if unit.tags.isdisjoint(_BEGIN) and not unit.capital and (unit.tags or not self._may_open(units, first)):
            return None
        if "actor" in unit.tags:
            return self._of_name(units, first)
        if "country" in unit.tags and "trigger" in unit.tags:
            return self._nation(units, first)
        read = self._pointing if "actor_anaphor" in unit.tags else self._unnamed
        return self._nations.people(units, first) or read(units, first)

    def _headed(self, units: Sequence[Unit], first: int) -> Party | None:
        """A name of the registry behind a noun for a group that it does not know («تحالف سيليكا»), or None."""
        headed = not self._capitals and "armed" not in units[first].tags and bears_known(units, first)
        return self._named(units, first, first + 1) if headed else None

    def _nation(self, units: Sequence[Unit], at: int) -> Party:
        """The state whose adjective says whose a place is ("Lyman is Ukrainian again")."""
        party, country = self._make(units, at, at, -1), units[at].entry("country")
        party.meanings = self._nations.government(country.value) if country is not None else ()
        return party

    def _against(self, units: Sequence[Unit], first: int) -> Party | None:
        """The opponents of a side, who are nobody's by that ("anti-Houthi forces")."""
        hyphened = first + 1 < len(units) and units[first + 1].gap == "-"
        side = self.at(units, first + 1) if hyphened else None
        alone = side is None or (side.last == first + 1 and units[side.last].word == units[side.last].tail)
        if side is None or alone or side.possessive:
            return None
        men = max(n for n in range(first + 1, side.last + 1) if n == first + 1 or "armed" in units[n].tags)
        party = self._make(units, first, men, -1)
        party.unknown = True
        return self._allegiance.told(units, party)

    def _for(self, units: Sequence[Unit], first: int) -> Party:
        """The men who are for a side, of whom the registry need not know whose they are ("pro-Hadi tribesmen")."""
        men = favours(units, first)
        party = self._make(units, first, men, -1)
        party.meanings = sided_with(units, first, men, self._registry)
        party.unknown = not party.meanings
        return party

    def _of_name(self, units: Sequence[Unit], first: int) -> Party | None:
        """The party whose phrase begins with a name of the registry."""
        if not self._capitals and (men := loyal_to(units, first, self.at, self._make)):
            return men
        party = with_men(units, self._named(units, first, first), self._nations)
        if self._capitals and party is not None and (side := of_land(units, party, self.at)):
            return side
        if party is not None and not party.statal:
            party.meanings = self._nations.also_of_cause(units, first, party.meanings) if self._capitals else party.meanings
            party = self._allegiance.told(units, party)
        again = "actor_anaphor" in units[first].tags or self._common(units[first]) or self._pointing_back.again(units, first)
        again = again or (self._capitals and _any_body(units[first]))
        if party is not None and again:
            party.repeats = party.last == first
        if party is not None and party.last == first and units[first].word.startswith("ال"):
            party.same = self._pointing_back.shown(units, party)
        return party

    def _pointing(self, units: Sequence[Unit], first: int) -> Party | None:
        pointing = self._make(units, first, first, first, anaphor=True)
        told = self._allegiance.told(units, pointing)
        told.anaphor = told.last == first and not (self._capitals and told_by_relative(units, told))
        told.same = told.anaphor and self._pointing_back.shown(units, told)
        return with_men(units, told, self._nations)

    def _unnamed(self, units: Sequence[Unit], first: int) -> Party | None:
        """A party without a name of the registry: an office, a people's men, armed nouns, or an acronym."""
        if "behalf" in units[first].tail_cues and (party := spokesman(units, first, self.at, self._maker)):
            return party
        if party := self._office(units, first) or self._nations.adjective(units, first) or self._of_two(units, first):
            return party
        if "opposing" in units[first].tags or favours(units, first) > 0:
            return self._against(units, first) if "opposing" in units[first].tags else self._for(units, first)
        party = self._english(units, first) if self._capitals else self._arabic(units, first)
        if party is not None and (last := introduced(units, party.last + 1)) > 0:
            return self._own_names.told(units, first, last)
        if party is not None:
            owner = next((at for at in range(first, party.last) if units[at].possessive), None)
            party.ruled = self._capitals and owner is not None and rules(units, owner)
            self._pointing_back.mark(units, party)
            return self._allegiance.told(units, party)
        return self._of_others(units, first)

    def _office(self, units: Sequence[Unit], first: int) -> Party | None:
        """An official or office, of the side that it is told to be of, or None."""
        office = self._nations.official(units, first)
        return office if office is None or self._capitals else self._allegiance.of_authorities(units, office)

    def _of_others(self, units: Sequence[Unit], first: int) -> Party | None:
        """A party that only words for belonging to another tell («عناصر من», «موالون لـ»), or that only an acronym does."""
        unit = units[first]
        if "membership" in unit.tags and (last := introduced(units, first + 1)) > 0:
            return self._own_names.told(units, first, last)  # «مجموعة تسمي نفسها أسود الوادي»
        if "membership" in unit.tags:
            members = self._allegiance.told(units, self._make(units, first, first, -1))
            return members if members.last > first else None
        if "belonging" in unit.tags and unit.word.endswith(ABSOLUTE):
            return self._allegiance.followers(units, self._make(units, first, first, -1))
        unknown = not unit.tags or (unit.tags == {"function"} and _held(units, first + 1))  # "in UN hands"
        acronym = unit.upper and unknown and unit.word.isalpha() and len(unit.word) <= _ACRONYM and "unarmed" not in unit.cues
        return self._make(units, first, first, -1) if acronym else None

    def _common(self, unit: Unit) -> bool:
        """Whether a name is an Arabic noun by which any armed group may be called («المسلحون»)."""
        return not self._capitals and "nonstate" in unit.tags

    def _may_open(self, units: Sequence[Unit], first: int) -> bool:
        """Whether an unknown word in small letters may begin a party ("al-Shabaab", "the army and clan militia")."""
        joined = first > 0 and "conjunction" in units[first - 1].tags
        return self._capitals and (joined or not units[first].cues.isdisjoint(("latin_article", "favouring")))

    def named(self, units: Sequence[Unit], at: int) -> Party:
        """The actor that a single name of the registry is."""
        return self._make(units, at, at, at)

    def _of_two(self, units: Sequence[Unit], first: int) -> Party | None:
        """The troops of two countries, of which the first speaks for both ("Yemeni and Emirati soldiers")."""
        country = units[first].entry("country") if self._capitals else None
        if country is None or first + 2 >= len(units) or "conjunction" not in units[first + 1].tags or units[first + 1].gap:
            return None
        other = self.at(units, first + 2)
        if other is None or units[other.last].tail not in self._genders or not units[first + 2].capital:
            return None
        party = self._make(units, first, other.last, -1)
        named = self._registry.names().get((units[first].word, units[other.last].tail), ())
        army = (party.statal or party.regular) and not party.nonstate
        party.meanings = tuple(named) or (self._nations.government(country.value) if army else ())
        return party

    def _named(self, units: Sequence[Unit], first: int, at: int) -> Party | None:
        """A name of the registry with the armed nouns around it ("ISIS fighters", "مقاتلو قسد")."""
        last = at
        while last + 1 < len(units) and not parted(units[last + 1].gap) and not units[last].possessive:
            following = units[last + 1]
            if self._capitals and following.gap == "-" and ("allied" in following.tags or "leading" in following.cues):
                return self._backed(units, first, last + 1)
            again = (
                "actor" in following.tags and bool(following.gap) and not following.reading.conjunction and following.gap != "-"
            )
            men = "armed" in following.tags or (following.gap == ")" and calls_band(following))  # "the RUF (…) rebel group"
            if not (self._capitals and men and following.gap in {"", ")"}) and not (again and _same(units[at], following)):
                break
            last += 1
        if self._capitals and last > at and last + 1 < len(units) and not units[last + 1].gap and goes_on(units[last + 1]):
            last += 1  # "the ISIS extremist group"
        if not self._capitals and (end := field_army(units, last)) > 0:
            return self._nations.field_army(units, first, end)
        last += "opposition" in units[last].tail_cues and of_country(units, last + 1)  # "فصائل معارضة سورية"
        party = self._make(units, first, last, at)
        if self._capitals:
            return party
        party.repeats = first < last == at and "actor_anaphor" in units[at].tags  # "مقاتلو الحركة" are of one named before
        return self._nations.told_apart(units, party)

    def _backed(self, units: Sequence[Unit], first: int, at: int) -> Party | None:
        """The rebels of "Turkish-backed rebels", but the GNA of "GNA-aligned forces" and of "Tripoli-based forces"."""
        sides = ("siding" in units[at].cues and of_war(units[at - 1])) or not units[at].cues.isdisjoint(("seated", "leading"))
        for last in range(at + 1, min(at + 1 + MODIFIERS, len(units))):
            if units[last].gap:
                return None
            if units[last].tags & {"armed", "actor", "nonstate"}:
                named = at - 1 if sides and not units[last].meanings else last
                group = units[last].tags.isdisjoint({"armed", "actor"}) and bool(first) and "article" in units[first - 1].tags
                party = self._make(units, first, last, named if not group else -1, anaphor=group)
                self._pointing_back.describe(units, party)
                return party
        return None

    def _english(self, units: Sequence[Unit], first: int) -> Party | None:
        """An armed noun with what stands before it ("Somali soldiers", "clan militia")."""
        at = first
        if "latin_article" in units[first].cues and units[min(first + 1, len(units) - 1)].capital:
            at = first + 1
        elif (
            not units[first].tags
            and first
            and "conjunction" in units[first - 1].tags
            and "armed" in units[min(first + 1, len(units) - 1)].tags
        ):
            return self._whole(units, first, first + 1)
        while at < len(units) and at - first < MODIFIERS:
            unit = units[at]
            if at > first and unit.gap not in {"", "-", ".", ".-"}:
                return None
            if at > first and "actor" in unit.tags:
                return self._qualified(units, first, at)
            if "armed" in unit.tags or (at > first and (led_by(units[at - 1], unit) or groups_of_people(units, at))):
                return None if of_other(units, at, self._genders) else self._whole(units, first, at)
            national = at > first and "country" in units[first].tags and common(unit)  # "Russian peacekeeping forces"
            if at > first and unit.gap == "-" and "leading" in unit.cues:
                at += 1
                continue
            tags = unit.tags - {"function"} if unit.tags >= _POINT or (at == first and unit.upper) else unit.tags  # "UN troops"
            named = unit.capital or (at > first and in_name(unit))
            qualifies = (tags <= _QUALIFIERS or tags == _LOCAL) and (tags or named or national)
            if not qualifies or (unit.possessive and at == first and not unit.capital):
                return None
            at += 1
        return None

    def _qualified(self, units: Sequence[Unit], first: int, at: int) -> Party | None:
        """A name with what stands before it: whose backing it has, or of which country it is."""
        if "actor_anaphor" in units[at].tags or "definite" in units[at].cues:
            return None  # "before Goma the rebels"
        backed = any("allied" in between.tags for between in units[first:at])
        return self._named(units, first, at) if backed else self._national(units, first, at)

    def _national(self, units: Sequence[Unit], first: int, at: int) -> Party | None:
        """Of all that a name may mean, those of the country before it ("Congolese government soldiers")."""
        country = units[first].entry("country")
        if "people" in units[first].tags and not units[first].capital:
            return self._named(units, first, at)  # "ethnic Armenian forces"
        if country is None:
            common = all(meaning.alias.text[0].islower() for meaning in units[at].meanings)
            named = units[first].capital and not units[first].tags
            borne = common or "borne" in units[at].cues  # the Chin are not Ethiopia's "National Defence Force"
            return self._make(units, first, at, -1) if borne and named else None
        party = self._named(units, first, at)
        if party is not None:
            party.meanings = tuple(
                meaning for meaning in party.meanings if not meaning.countries or country.value in meaning.countries
            )
        return party

    def _whole(self, units: Sequence[Unit], first: int, at: int) -> Party:
        last = at
        while last + 1 < len(units) and not units[last + 1].gap and goes_on(units[last + 1]):
            last += 1
        party = self._make(units, first, last, -1)
        if "people" in units[first].tags:
            party.meanings = self._nations.also_of_cause(units, first, self._registry.people(units[first].word))
        party = party if party.meanings else self._nations.called_alike(units, party, last)
        party.unknown = party.unknown or units[first].tags == _LOCAL or (units[first].upper and units[first].tags == {"function"})
        return self._nations.troops(units, party)

    def _arabic(self, units: Sequence[Unit], first: int) -> Party | None:
        """An armed noun with what says whose it is; vehicles alone are nobody («قوة تركية مؤلفة من عشر آليات»)."""
        unit = units[first]
        if "armed" not in unit.tags:
            return self._construct(units, first) if of_nation(units, first) else None
        party = of_group(units, first, self._maker) or self._construct(units, first)
        nobody = party is not None and party.last == first and not party.meanings and "vehicle" in unit.cues | unit.tail_cues
        return None if nobody else party

    def _construct(self, units: Sequence[Unit], first: int) -> Party | None:
        """An armed noun, then the name or the adjectives that say whose it is."""
        if party := self._allegiance.of_office(units, self._make(units, first, first, -1)):
            return self._nations.troops(units, party)
        at = numbered = numbers_end(units, first) if "formation" in units[first].tags else first
        while at + 1 < len(units) and not parted(units[at + 1].gap):
            following = units[at + 1]
            joined = following.reading.conjunction and "country" in following.tags and "country" in units[at].tags
            if (following.reading.conjunction and not joined) or following.reading.preposition or backers(units, at + 1):
                break
            other = of_another(following) and not (at > first and of_people(units, first, at + 1, self._ousting))
            if units[first].word.startswith("ال") and (other or self._nations.beside(units, at + 1)):
                break  # two definite nouns are two parties ("طرد الجيش المسلحين")
            if "actor" in following.tags:
                last = alliance(units, at + 1)
                return self._own_names.bearing(units, first, last) if last > 0 else self._named(units, first, at + 1)
            if (last := construct(units, at + 1)) > at + 1 or (last := genitive(units, at)) > at:
                return known_by_region(units, self._own_names.bearing(units, first, last), self._registry.names())
            if bears_known(units, at + 1):
                return self._named(units, first, at + 2)  # «متمردو تحالف سيليكا»
            agrees = following.tags or self._agrees(units[first], following) or _OPENS.intersection(following.gap)
            sort = following.tags <= _SORT or opposes(units, at + 1)
            sort = sort and not (at > first and closed(units[at], following))
            qualifies = sort and agrees and not _circumstance(units[first], following)
            if not qualifies and at == first and told_by_word(units, first):
                at += 1
            if not qualifies or at - first >= MODIFIERS - 1:
                break
            at += 1
        at -= at > max(first, numbered) and takes(units, first, at, self._taking)
        own = units[first].entry("armed")
        party = self._make(units, first, at, -1, anaphor=bool(own and own.pronoun))
        party.numbered = numbered > first
        return self._nations.opposition(units, party) or self._nations.troops(units, party)

    def _agrees(self, noun: Unit, following: Unit) -> bool:
        """Whether a word may be an adjective of a noun: "القوات المشتركة", «متطوعون محليون», and not "الحكومة الوقود"."""
        ending = noun.word[-2:]
        if ending in ABSOLUTE and not noun.word.startswith("ال"):
            return following.word.endswith(ending) and not verbal(following.word)
        feminine = (self._genders.get(noun.reading.stem) or self._genders.get(noun.word)) == "f"
        return following.word.startswith("ال") and (not feminine or following.word.endswith("ه"))


def _circumstance(noun: Unit, following: Unit) -> bool:
    """Whether a participle without an article only tells how a definite noun acts («القوات مسنودة بالطيران»)."""
    return "backing" in following.tags and noun.word.startswith("ال") and not following.word.startswith("ال")


def _same(one: Unit, other: Unit) -> bool:
    return bool({m.actor.id for m in one.meanings} & {m.actor.id for m in other.meanings})


def _any_body(unit: Unit) -> bool:
    """Whether a definite noun may call any body of armed groups ("the coalition"), and not an army."""
    common = all(m.alias.text.islower() and m.actor.kind in {"coalition", "armed_group"} for m in unit.meanings)
    return common and "definite" in unit.cues


def _held(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun at a unit says that the word before it has a place ("UN control")."""
    return at < len(units) and not units[at].gap and any("hold" in entry.traits for entry in units[at].entries)
