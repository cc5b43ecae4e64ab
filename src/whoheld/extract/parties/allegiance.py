"""Whose men armed nouns are: "forces loyal to X", "rebels from the M23 group", «قوات موالية لحفتر»; and whose opponents."""

from collections.abc import Callable, Sequence

from whoheld.extract.parties.force_names import bears_name
from whoheld.extract.parties.formations import unit_of
from whoheld.extract.parties.homelands import Homelands
from whoheld.extract.parties.leaders import Leader, Leaders
from whoheld.extract.parties.nations import STATE
from whoheld.extract.parties.rulers import ruler_end
from whoheld.extract.phrases.phrase import Party, labelled
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack
from whoheld.lang.schema import Words
from whoheld.text import key

_TO_NAME = 6
"""Words from "loyal to" to the name of the leader."""
_TO_MEN = 4
"""Words from "Hezbollah's" to the armed noun that is its own ("Hezbollah's elite Radwan force")."""
_BEFORE_NAMES = frozenset({"people", "article", "adverb", "direction", "country", "allied", "title", "backing"})
"""Classes of words between "led by" and the name of who leads."""
_COMMANDER = frozenset({"title", "voice"})
"""Classes of "commander" before his name."""
_BINDING = frozenset({"led", "belonging", "opposing"})
_OPENING_GAPS = frozenset({"", "«", '"', "(", "-"})
_BEHIND_LEADER = frozenset({"be", "have", "had", "preposition", "conjunction", "adverb", "relative", "report", "modal"})
"""Classes of words that go on behind the name of a leader."""
_TOLD = frozenset({"past", "ed", "present", "participle"})
"""Tenses of verbs that do."""
_COMMON = frozenset({"armed", "nonstate", "statal", "actor_anaphor"})
"""Classes of names that are common nouns («الفصائل»)."""


class Allegiance:
    """Reads what is told of armed men right after their noun.

    Args:
        at: reads the party that begins at a unit.
        leaders: finds those who are told by name or office.
        homelands: finds those who are told by the region that they come from.
        language: the pack of their language.
    """

    def __init__(
        self, at: Callable[[Sequence[Unit], int], Party | None], leaders: Leaders, homelands: Homelands, language: Pack
    ) -> None:
        self._at = at
        self._leaders = leaders
        self._homelands = homelands
        self._capitals = language.writing.capitals
        known = language.classes
        self._irregulars = _nouns(known.get("armed")) - _nouns(known.get("statal")) - _nouns(known.get("regular"))

    def told(self, units: Sequence[Unit], party: Party) -> Party:
        """The party with what it is told to be: the men of another, for whom they stand, or nobody's whose side is known."""
        return self._backed(units, party) or self._bound(units, party, party.last + 1)

    def followers(self, units: Sequence[Unit], party: Party) -> Party | None:
        """A party whose only noun tells whom its men follow («موالون لواتارا»), or None where nobody is told."""
        told = self._bound(units, party, party.last)
        return told if told.last > party.first else None

    def of_authorities(self, units: Sequence[Unit], office: Party) -> Party:
        """An Arabic office, which is not that of the state at home where it is told to be another's or a rebel's.

        So in «السلطات المحلية الموالية لموسكو» and in «السلطات الانفصالية».
        """
        binding = office.last + 1
        if office.meanings or office.anaphor or binding + 1 >= len(units) or units[binding].gap:
            return office
        if "renegade" in units[binding].cues:
            office.last, office.end, office.statal, office.unknown = binding, units[binding].end, False, True
            return office
        binding += units[binding].word.startswith("ال") and "belonging" in units[binding + 1].tags and not units[binding + 1].gap
        told = self._bound(units, office, binding) if "belonging" in units[binding].tags else office
        told.statal = told.statal and told.last < binding
        return told

    def of_office(self, units: Sequence[Unit], party: Party) -> Party | None:
        """An indefinite noun as the men of who is told by his office («قوات الرئيس المنتخب الحسن واتارا»), or None."""
        men, office = units[party.first], party.first + 1
        entry = men.entry("armed")
        definite = men.word.startswith("ال") or (entry is not None and bool(entry.pronoun))
        leader = None if definite else self._leaders.of_office(units, office)
        if leader is None:
            return None
        former = any("former" in unit.cues for unit in units[office : leader.last])
        led = self._led(units, party, leader)
        led.statal = not (leader.meanings or former) and "official" in units[office].tags
        return led

    def _led(self, units: Sequence[Unit], party: Party, leader: Leader) -> Party:
        """The party as the men of a leader."""
        party.last, party.end, party.meanings = leader.last, units[leader.last].stop, leader.meanings
        party.unknown, party.proper = not leader.meanings, bool(leader.meanings)
        party.anaphor = party.repeats = party.statal = False
        return party

    def _bound(self, units: Sequence[Unit], party: Party, binding: int) -> Party:
        told = units[min(binding, len(units) - 1)]
        either = "loyalty" in told.cues or (self._capitals and "opposing" in told.tags)  # "Libyan forces opposed to Haftar"
        either = either and bool(units[party.last].tail_cues & {"band", "rival"})
        own = party.possessive or binding + 1 >= len(units) or (self._named(units, party) and not either)
        if own or _of_its_own(units, party, binding):
            return party
        binding = _past_report(units, binding) if self._capitals else binding
        aside = self._opens_aside(units[binding])
        if units[binding].gap and binding > party.last and not aside:
            return party
        leader = self._leader(units, party, binding)
        if aside and (leader is None or not _closes_aside(units, leader)):
            return party
        by_name = self._by_name(units, binding)
        if by_name is not None and (by_name.meanings or leader is None):
            return self._led(units, party, by_name)
        if leader is None:
            return self._homelands.of(units, party, binding) or self._stranger(units, party, binding)
        if "opposing" in units[binding].tags:
            party.meanings, party.unknown = (), True
        elif leader.ruled:
            party.ruled, party.unknown = True, False
        elif leader.numbered and not leader.meanings:
            party.numbered, party.unknown = True, False
        elif not leader.meanings and not leader.statal:  # "fighters of the Northern Storm Brigade" bear its name
            party.start, party.proper, party.unknown = leader.start, True, leader.unknown
        else:
            party.meanings, party.statal = leader.meanings, party.statal or leader.statal
        party.last, party.end = leader.last, leader.end
        party.anaphor = party.repeats = False  # what is told of them says who they are
        return party

    def _backed(self, units: Sequence[Unit], party: Party) -> Party | None:
        """Forces who are told by their backer alone («القوات المدعومة من روسيا»), and so are no government's; else None."""
        backing = party.last + 1
        bare = not self._capitals and party.regular and party.first == party.last and "army" not in units[party.first].cues
        if not bare or party.meanings or backing >= len(units) or units[backing].gap or not backers(units, backing):
            return None
        if not (units[party.first].word.startswith("ال") and units[backing].word.startswith("ال")):
            return None  # «سيطرت القوات مدعومة بالطيران» tells how
        party.last, party.end = backing + 1, units[backing + 1].stop
        party.regular = party.anaphor = party.repeats = False
        party.nonstate = party.unknown = True
        return party

    def _by_name(self, units: Sequence[Unit], binding: int) -> Leader | None:
        """Whom an Arabic word says that men follow, by his office or by a name that no registry lists by itself."""
        if self._capitals or units[binding].tags.isdisjoint(_BINDING - {"opposing"}):
            return None
        return self._leaders.of_office(units, binding + 1) or self._leaders.called(units, binding + 1)

    def _opens_aside(self, unit: Unit) -> bool:
        """Whether who leads them is told in an aside ("The attackers, led by the M23, hold …")."""
        return self._capitals and unit.gap == "," and "led" in unit.tags and "preposition" not in unit.tags

    def _leader(self, units: Sequence[Unit], party: Party, binding: int) -> Party | None:
        """Of whom it is told, where that is somebody whom the registry knows or a state."""
        tags = units[binding].tags
        if tags.isdisjoint(_BINDING) and not self._partitive(units, party):
            return None
        name = binding + 1
        if not self._capitals and "preposition" in units[name].tags and not units[name].gap:
            name += 1
        for at in range(name, min(len(units), binding + _TO_NAME)):
            if units[at].gap not in _OPENING_GAPS:
                return None
            leader = self._own_men(units, self._at(units, at))
            if leader is not None and not leader.possessive and self._leads(units, leader, party, units[binding]):
                return leader
            if self._capitals and (last := ruler_end(units, at)) > 0:
                return Party(at, last, start=units[at].start, end=units[last].stop, ruled=not units[last].possessive)
            named = (units[at].capital and not units[at].tags) or unit_of(units, at) > 0
            leads = units[at].tags <= _BEFORE_NAMES or units[at].tags == _COMMANDER or "ruler" in units[at].tail_cues
            if named or not leads or (at + 1 < len(units) and units[at + 1].gap not in {"", "-"}):
                return None
        return None

    def _leads(self, units: Sequence[Unit], leader: Party, party: Party, binding: Unit) -> bool:
        """Whether somebody is one whose men they may be: a side, a state, a numbered unit, or one with a name of its own."""
        if not self._may_lead(leader, party, binding) or (self._capitals and _of_two_sides(units, leader, party, binding)):
            return False
        if self._capitals and labelled(binding, "under") and not _commands(units, leader):
            return False
        if "allying" in binding.cues and "country" in units[leader.first].tags:
            return False  # the allies of a land are not its own men
        name = leader.unknown and leader.last > leader.first and (leader.proper or not self._capitals)  # "of the Twa militia"
        name = name or (self._capitals and bears_name(units, leader))
        own = not party.meanings and (leader.numbered or name)
        return bool(leader.meanings) or own or (leader.statal and "preposition" not in binding.tags)

    def _stranger(self, units: Sequence[Unit], party: Party, binding: int) -> Party:
        """The men of somebody whom no registry knows ("forces loyal to Riek Machar", "factions affiliated with legitimacy")."""
        last = binding + ("allying" in units[binding].cues and "country" in units[binding + 1].tags)
        while last + 1 < len(units) and last < binding + _TO_MEN and units[last + 1].capital and not units[last + 1].gap:
            if units[last + 1].tags:
                break
            last += 1
        bound = bool(units[binding].tags & _BINDING) and "preposition" not in units[binding].tags
        if bound and self._capitals and units[min(binding + 1, len(units) - 1)].possessive:
            party.unknown = True  # "loyal to Yemen's ex-president"
        if last == binding and bound and self._capitals:
            last = _common_noun(units, binding)
        if last > binding and bound:
            party.last, party.end, party.possessive = last, units[last].stop, units[last].possessive
            party.meanings, party.unknown, party.anaphor, party.repeats = (), True, False, False
        return party

    def _may_lead(self, leader: Party, party: Party, binding: Unit) -> bool:
        """Whether the men may be the leader's: "captured by rebels from the army" tells of two sides."""
        if leader.anaphor and not leader.meanings:
            return "preposition" not in binding.tags
        state = leader.statal or any(meaning.actor.kind in STATE for meaning in leader.meanings)
        return not (leader.anaphor or (party.nonstate and state and "preposition" in binding.tags))

    def _own_men(self, units: Sequence[Unit], leader: Party | None) -> Party | None:
        """The leader with the unit of his that is named after him ("Hezbollah's elite Radwan force")."""
        if leader is None or not leader.possessive:
            return leader
        for at in range(leader.last + 1, min(leader.last + 1 + _TO_MEN, len(units))):
            if units[at].gap:
                return leader
            if "armed" in units[at].tags:
                leader.last, leader.end, leader.possessive = at, units[at].stop, units[at].possessive
                return leader
        return leader

    def _named(self, units: Sequence[Unit], party: Party) -> bool:
        """Whether the words of a party are a name already, which whose allies they are does not change."""
        own = (unit for unit in units[party.first : party.last + 1] if "actor" in unit.tags)
        proper = any(unit.tags.isdisjoint(_COMMON) and "country" not in unit.tags for unit in own)
        described = party.last == party.first and party.noun in self._irregulars  # "Sunni militants of …"
        capital = any(meaning.alias.text != meaning.alias.text.lower() for meaning in party.meanings)  # "the Taliban"
        return (not described and capital) or (
            proper and len({meaning.actor.id for meaning in party.meanings}) == 1 and not party.meanings[0].alias.text.isascii()
        )

    def _partitive(self, units: Sequence[Unit], party: Party) -> bool:
        """Whether fighters are told to be some of a side, right before its name ("كتائب من الجيش", "مقاتلون في لواء التوحيد")."""
        if self._capitals or party.meanings or units[party.first].word.startswith("ال"):
            return False
        of = units[party.last + 1]
        return (labelled(of, "from") or labelled(of, "in")) and not units[party.last + 2].tags.isdisjoint(("actor", "armed"))


def _of_its_own(units: Sequence[Unit], party: Party, binding: int) -> bool:
    """Whether a group spoken of is only told to be linked to another, which it is not («الجماعة المرتبطة بتنظيم القاعدة»)."""
    group, bound = units[party.first], units[binding]
    alone = party.first == party.last and "actor_anaphor" in group.tags and "armed" not in group.tags
    definite = group.tail.startswith("ال") and bound.word.startswith("ال")
    return alone and definite and "linked" in bound.cues and all(m.alias.countries for m in group.meanings)


def _of_two_sides(units: Sequence[Unit], leader: Party, party: Party, binding: Unit) -> bool:
    """Whether "from" behind a body or a group tells whom it beat ("retaken by the government from the Houthis")."""
    if not (labelled(binding, "from") and party.meanings and leader.meanings):
        return False
    state, theirs = (any(meaning.actor.kind in STATE for meaning in p.meanings) for p in (party, leader))
    men = state and any("armed" in unit.tags for unit in units[party.first : party.last + 1])  # "Iraqi troops from the PMF"
    return state is not theirs and not men


def _past_report(units: Sequence[Unit], at: int) -> int:
    """Where it is told whose men they are behind who says so ("forces they said were from the TPLF"), or the unit itself."""
    reported = False
    for n in range(at, min(at + _TO_NAME, len(units) - 2)):
        if units[n].gap:
            return at
        reported = reported or "report" in units[n].tags
        if reported and "be" in units[n].tags and "led" in units[n + 1].tags and not units[n + 1].gap:
            return n + 1
    return at


def _common_noun(units: Sequence[Unit], binding: int) -> int:
    """The common noun, in no lexicon, that tells whose men they are ("loyal to the ousted leadership"), or the word before."""
    at = binding + 1
    while at < len(units) and not units[at].gap and units[at].tags & {"article", "adverb"}:
        at += 1
    if at >= len(units) or units[at].gap or units[at].tags or units[at].capital or not units[at].word.isalpha():
        return binding
    more = at + 1 < len(units) and not (units[at + 1].gap or units[at + 1].tags or units[at + 1].capital)
    return at + (more and not units[at + 1].word.endswith("ed"))


def _commands(units: Sequence[Unit], leader: Party) -> bool:
    """Whether men are under a leader of that name himself, and not under what he does ("under Taliban fire")."""
    after = units[leader.last + 1] if leader.last + 1 < len(units) else None
    closed = after is None or bool(after.gap or after.tags & _BEHIND_LEADER)
    told = after is None or any(entry.tense in _TOLD for entry in after.entries)
    return (closed or told) and not (leader.bare or leader.possessive)


def _closes_aside(units: Sequence[Unit], leader: Party) -> bool:
    after = leader.last + 1
    return after < len(units) and units[after].gap == "," and units[after].tags.isdisjoint(("conjunction", "actor"))


def _nouns(words: Words | None) -> frozenset[str]:
    return frozenset(map(key, (*words.words, *words.nouns))) if words is not None else frozenset()


def backers(units: Sequence[Unit], at: int) -> bool:
    """Whether it is told from here on by whom men are backed, who are none of theirs («قوات يمنية مدعومة من السعودية»)."""
    after = units[at + 1] if at + 1 < len(units) and not units[at + 1].gap else None
    return "backing" in units[at].tags and after is not None and "actor" in after.tags and not after.reading.preposition
