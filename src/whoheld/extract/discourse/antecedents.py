"""Whom a pronoun or "the militants" means: of the parties spoken of before, the likeliest that agrees with it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from whoheld.actors import Registry
from whoheld.extract.bind.apposed import calls_place
from whoheld.extract.discourse.mentions import is_definite, named_aside, of_somebody, owns_it, words_of
from whoheld.extract.discourse.militias import Militias
from whoheld.extract.discourse.pairs import needs_pair, of_pair
from whoheld.extract.discourse.persons import has_office, hostile, is_person, speaks, was_of
from whoheld.extract.discourse.salience import (
    acting_after,
    aside,
    counted_off,
    first_of_list,
    fought_before,
    joined_by,
    loses_by_it,
    lower,
    oblique,
    rank,
    rank_before,
    retold,
    stays_out,
    succeeds,
)
from whoheld.extract.phrases.meaning import armed_group, ids, named, of_state, one_body, same
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.phrases.spelling import forms
from whoheld.extract.sentence.borders import borders
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.no_agents import country_of_places, driven_out, governed
from whoheld.lang import Pack
from whoheld.text import key

_REACH = 8
"""How many sentences back a party may be meant."""
_MEN = frozenset({"armed", "official"})
"""Classes of words for whose men or speaker is told after them."""
_ONE = frozenset({"m", "f"})
_WITHIN = frozenset({"in", "at", "inside", "through"})
"""Cases of a country in which something is."""
_PART_OF = _WITHIN | {"direction"}
"""Cases of a country that only tell in it, or in what part of it, something is, in a language without capitals."""


class Wanted(NamedTuple):
    """What points back.

    Attributes:
        gender: of a pronoun, or empty: grammatical gender, or in a language without one ``n`` for a single party ("it"), ``p``
            for several ("they"), ``m`` for a person ("he").
        noun: the noun of a phrase ("the rebels"), or empty; agrees: its grammatical gender, or empty.
        nonstate: whether a phrase excludes a government and its army; regular: whether it rather means one.
        other: who else takes part in the same event.
        elsewhere: whether it tells of a place that its own sentence names, so that it need not be of whom the last claim was.
        elided: whether a verb has no subject, which goes on with a subject, and not with whom its own sentence only governs.
    """

    gender: str
    noun: str = ""
    agrees: str = ""
    nonstate: bool = False
    regular: bool = False
    other: Party | None = None
    elsewhere: bool = False
    elided: bool = False


class Antecedents:
    """The parties of the lines read so far.

    Args:
        language: whose pronouns and nouns they are.
        registry: what the actors are called.

    Attributes:
        lines: read so far.
        meant: whom phrases that point back (by identity) were found to mean.
        topic: who the last claim was about, the likeliest to be meant by "it" in the next sentence.
        last_topic: the same, whatever sentence without a claim has come since.
        past: who is not meant, because what is told was before his gain.
    """

    def __init__(self, language: Pack, registry: Registry) -> None:
        self._gendered = "f" in language.genders
        self._article = "" if language.writing.capitals else language.writing.article
        self._creeds = frozenset(map(key, language.creeds))
        regular = language.classes.get("regular")
        self._regular = frozenset(map(key, regular.nouns)) if regular is not None else frozenset[str]()
        statal = language.classes.get("statal")
        self._statal = frozenset(map(key, statal.words)) if statal is not None and not self._gendered else frozenset[str]()
        self._registry = registry
        self._militias = Militias(language, registry, self.earlier)
        self.lines: list[Line] = []
        self.topic: Party | None = None
        self.last_topic: Party | None = None
        self.past: Party | None = None
        self.meant: dict[int, Party] = {}

    def of(self, line: Line, start: int, wanted: Wanted) -> Party | None:
        """The party that is meant, or None."""
        owned = wanted.gender and not self._gendered  # of "his fighters" the noun is no name
        if not owned and (called := self.called_so(line, start, wanted)):
            return called
        he = wanted.gender == "m" and not self._gendered
        if he and ((left := was_of(line, start)) or (led := self._led(line, start))):
            return None if left else led
        if wanted.noun in self._creeds:
            return None
        if wanted.regular and not wanted.gender:
            return self._nearest(line, start, wanted, of_state)
        if wanted.nonstate and not self._gendered:
            return self._nearest(line, start, wanted, named) or self._nearest(line, start, wanted)
        found = self._nearest(line, start, wanted, self._militias.fits(wanted.noun))
        if found is None and wanted.gender == "p":  # of the fighters of a force one speaks in the plural ("قوات … حوزتهم")
            found = self._nearest(line, start, wanted._replace(gender="f" if self._gendered else ""))
        any_of_them = wanted.gender == "p" and not self._gendered and found is not None
        return None if any_of_them and found and counted_off(self.told_in(line, found), found) else found

    def _led(self, line: Line, start: int) -> Party | None:
        """The party of which a person spoken of last is told to be a leader or to speak for it ("a commander of the SDF")."""
        for at in (line, *self.earlier(line, 1)):
            parties = [p for p in reversed(at.phrases) if isinstance(p, Party) and (at is not line or p.last < start)]
            if led := next((party for party in parties if has_office(at, party)), None):
                return led
        return None

    def latter(self, line: Line, said: Party) -> Party | None:
        """Whom «الأول» or «الأخير» means of the two named together, or who of its gender was named last before it, or None."""
        if (meant := of_pair(line, said, (line, *self.earlier(line, 1)))) or needs_pair(line, said):
            return meant and self.meant.get(id(meant), meant)
        here = [phrase for phrase in line.phrases if isinstance(phrase, Party) and phrase.last < said.first]
        before = (phrase for earlier in self.earlier(line, 1) for phrase in reversed(earlier.phrases))
        parties = (phrase for phrase in (*reversed(here), *before) if isinstance(phrase, Party))
        found = next((party for party in parties if party.gender == said.gender and party.town is None), None)
        return self.meant.get(id(found), found)

    def called_so(self, line: Line, start: int, wanted: Wanted) -> Party | None:
        """The party that the text or the registry calls by the noun that points back ("M23 rebels … the rebels"), or None."""
        if not wanted.noun:
            return None
        definite = wanted.noun.removeprefix(self._article)
        nouns = (
            {wanted.noun, *forms(definite)} if self._gendered else {wanted.noun, wanted.noun + "s", wanted.noun.removesuffix("s")}
        )

        def fits(party: Party) -> bool:
            spoken = party.noun in nouns and named(party)
            army = wanted.noun in self._statal and not of_state(party)  # "the army" is no Karen National Union
            other = army or (wanted.regular and party.nonstate)  # «القوات» behind «الانفصاليون» are not theirs
            suits = self._suits(wanted.agrees, party) and not other
            return spoken or (suits and any(self._is_called(party, noun) for noun in nouns))

        return self._nearest(line, start, wanted, fits)

    def _suits(self, gender: str, party: Party) -> bool:
        """Whether a noun of some gender may call a party so, of whom its men may be told ("مقاتلو طالبان … الحركة")."""
        return not self._gendered or party.gender == "p" or self._agrees(gender, party)

    def itself(self, line: Line, said: Party) -> Party | None:
        """Who was named before whom a common noun means by itself («داعش … التنظيم»), or None."""
        known = ids(said) if said.repeats else frozenset()
        here = (phrase for phrase in reversed(line.phrases) if phrase.last < said.first)
        before = (phrase for earlier in self.earlier(line, _REACH) for phrase in reversed(earlier.phrases))
        parties = (phrase for phrase in (*here, *before) if isinstance(phrase, Party) and not phrase.repeats) if known else ()
        return next((party for party in parties if len(ids(party)) == 1 and ids(party) <= known), None)

    def _is_called(self, party: Party, noun: str) -> bool:
        return bool(party.meanings) and all(self._registry.called(meaning.actor.id, noun) for meaning in party.meanings)

    def shown(self, line: Line, said: Party) -> Party | None:
        """Whom a demonstrative shows («القوات نفسها»): the last to be called so, else whom a claim was about, or None."""
        if not (said.same and self._article):
            return None
        noun = said.noun.removeprefix(self._article)
        spoken = (
            (at, [p for p in at.phrases if isinstance(p, Party) and not named_aside(at, p)]) for at in self.earlier(line, _REACH)
        )
        parties = ((at, party) for at, here in spoken for party in sorted(here, key=partial(retold, at)))
        named = [(at, party) for at, party in parties if party.meanings and not (party.town or party.anaphor or party.repeats)]
        if any(not ids(party).isdisjoint(ids(said)) for _, party in named):
            return None  # «الجيش نفسه» is the army that was named
        bears = (party for at, party in named if noun in words_of(at, party, self._article))
        called = (party for _, party in named if self._is_called(party, noun))
        return next(chain(bears, called), None) or self.last_topic

    def called(self, line: Line, said: Party) -> Party | None:
        """The party named before by the noun that a definite word repeats ("حركة 23 مارس … عناصر الحركة"), or None."""
        if said.anaphor and (militia := self._militias.before(line, said)):
            return self.meant.get(id(militia), militia)
        by_name = bool(said.meanings) and not (said.anaphor or said.repeats)
        noun = "" if by_name or said.statal or said.owner or not self._article else self._definite(line, said)
        if not noun:
            return None
        here = [party for party in line.phrases if isinstance(party, Party) and party.last < said.first]
        told = ((at, [p for p in reversed(at.phrases) if isinstance(p, Party)]) for at in self.earlier(line, _REACH))
        before = (party for at, parties in told for party in sorted(parties, key=partial(lower, at)))
        spoken = (party for party in (*reversed(here), *before) if isinstance(party, Party) and party.town is None)
        named = (party for party in spoken if party.meanings and not party.repeats)
        fits = (p for p in named if p.noun.removeprefix(self._article) in forms(noun) or self._may_call(said, p, noun))
        found = next(fits, None)
        return self.meant.get(id(found), found)

    def _may_call(self, said: Party, party: Party, noun: str) -> bool:
        """Whether a noun that agrees with a party, and is not what armies are called, is one by which the registry knows it."""
        return (
            not (said.anaphor and (said.regular or noun in self._regular))
            and self._suits(said.gender, party)
            and self._is_called(party, noun)
        )

    def _definite(self, line: Line, said: Party) -> str:
        """The definite noun that a phrase is, or that tells whose men or voice it is («الناطق باسم الحركة»), or empty."""
        units, last = line.units, said.last
        if "foe" in units[said.first].cues | units[said.first].tail_cues:
            return ""
        if any(unit.tags.isdisjoint(_MEN) for unit in units[said.first : last]):
            return ""
        after = units[last + 1] if last + 1 < len(units) else None
        if "armed" in units[last].tags and not is_definite(units[last], self._article) and after is not None and not after.gap:
            last += 1
        unit = units[last]
        if unit.tail != unit.word and unit.tail.startswith(self._article):
            return unit.tail.removeprefix(self._article)  # "عناصر التنظيم"
        return unit.reading.stem.removeprefix(self._article) if is_definite(unit, self._article) else ""

    def _nearest(self, line: Line, start: int, wanted: Wanted, fits: Callable[[Party], bool] = lambda _: True) -> Party | None:
        """The nearest party that fits; one that itself points back leads further."""
        pointing: Party | None = None
        pointing_in: Line | None = None
        gender, nonstate, regular = wanted.gender, wanted.nonstate, False
        for told_in, spoken in self._parties(line, start, wanted):
            if wanted.noun and wanted.gender and hostile(told_in, spoken):
                continue
            party = self._meant(told_in, spoken)
            own = nonstate and pointing is not None and self._speaks_of(party, pointing)
            own = own or ((nonstate or self._of_others(wanted, party)) and speaks(line, party, start))
            past = self.past is not None and (same(party, self.past) or same(first_of_list(told_in, spoken), self.past))
            taken = past or same(party, wanted.other)
            agrees = self._agrees(gender, party) or (party is not spoken and self._agrees(gender, spoken))
            agrees = agrees and not (gender == "p" and not self._gendered and is_person(told_in, spoken))
            agrees = agrees or (gender == "p" and joined_by(told_in, spoken))
            later = pointing is not None and told_in is pointing_in and spoken.first > pointing.first
            if not agrees or taken or own or later or (nonstate and of_state(party)):
                continue
            nameless = not party.meanings and (party.last == party.first if nonstate else of_somebody(party))
            if party.anaphor or nameless:
                gender, nonstate, pointing, pointing_in = party.owner, nonstate or party.nonstate, party, told_in
                regular = self._gendered and party.regular and not party.owner  # "القوات تتجمع … ولا تزال في يدها"
            elif fits(party) and (not regular or of_state(party)):
                first = first_of_list(line, party)
                if first is party or not (self._gendered and gender in _ONE) or self._agrees(gender, first):
                    return first  # of «الجيش ومقاتلو القبائل» one does not say "she"
        return pointing if pointing is not None and pointing.bare and not pointing.owner and not wanted.noun else None

    def _of_others(self, wanted: Wanted, party: Party) -> bool:
        """Whether a state speaks of men by a common noun, as of its own it does not ("the army said volunteers had taken")."""
        common = bool(wanted.noun) and not (wanted.gender or wanted.regular or self._gendered)
        return common and of_state(party)

    def _agrees(self, gender: str, party: Party) -> bool:
        if gender == "n" and (self._gendered or one_body(party)):
            return True
        if gender == "p" and not self._gendered and party.meanings and all(armed_group(m) for m in party.meanings):
            return True  # "the Taliban group … their capture of Kunduz"
        also = "" if oblique(party) else party.also  # "بيد مسلحي التنظيم" leads to no "they"
        return not gender or not party.gender or gender in {party.gender, also}

    def _speaks_of(self, party: Party, pointing: Party) -> bool:
        """Whether a party of an earlier sentence is whose words spoke of "the militants" there."""
        return any(pointing in line.phrases and speaks(line, party, pointing.first) for line in self.lines[-_REACH:])

    def _meant(self, line: Line, party: Party) -> Party:
        """Whom a phrase of a line was found to mean, or a name told there that its noun repeats."""
        known = self.meant.get(id(party))
        if known or not (party.anaphor or party.repeats):
            return known or party
        plain = party.anaphor and not (party.nonstate or party.regular or party.owner or self._gendered)
        if plain and self.last_topic is not None:
            return self.last_topic  # "the fighters" of a sentence without a claim
        named = self.itself(line, party)
        by_itself = named is not None and len(ids(party)) == 1
        return party if by_itself else named or self.called(line, party) or party

    def _parties(self, line: Line, start: int, wanted: Wanted) -> Iterator[tuple[Line, Party]]:
        """The parties spoken of before: here the nearest subject first; before, the most recent or what a sentence is about."""
        here = [phrase for phrase in reversed(line.phrases) if isinstance(phrase, Party) and phrase.last < start]
        here = [party for party in here if not (borders(line, party.first) or self._whereabouts(line, party))]
        here = here if self._gendered else [party for party in here if not loses_by_it(line, party)]
        backed = wanted.regular and self._gendered  # "بدأت العملية بمساندة التحالف، وتمكنت القوات من"
        here = [p for p in here if not ((backed and p.case == "with") or (not self._gendered and calls_place(line, p)))]
        if not wanted.nonstate:
            pointed = wanted.gender in {"m", "f", "p"}
            gendered = partial(lower, line) if pointed else oblique
            here.sort(key=gendered if self._gendered else partial(rank, line, start))
        if wanted.elided:
            yield from ((line, party) for party in here if succeeds(line, party, start) or not self._undergoes(line, party))
            yield from self._subjects_before(line)
        between = self._parallel(line, start, wanted, here)
        between += [party for party in here if wanted.gender and fought_before(line, party, start) and party not in between]
        yield from ((line, party) for party in here if party not in between)
        men = wanted.noun and not (wanted.nonstate or self._gendered)  # "the fighters"
        if self.topic is not None and (wanted.gender or men):
            told_in = self.told_in(line, self.topic)
            if wanted.elsewhere and wanted.noun and self._gendered:
                yield from ((told_in, party) for party in acting_after(told_in, self.topic))
            yield told_in, self.topic
        for earlier in self.earlier(line, _REACH):
            parties = [phrase for phrase in earlier.phrases if isinstance(phrase, Party) and not named_aside(earlier, phrase)]
            parties = [p for p in parties if not (self._whereabouts(earlier, p) or stays_out(earlier, p))]
            order = aside if self._gendered else partial(rank_before, earlier)
            ordered = reversed(parties) if wanted.nonstate else sorted(parties, key=order)
            yield from ((earlier, party) for party in ordered)
        yield from ((line, party) for party in between)

    def _undergoes(self, line: Line, party: Party) -> bool:
        """Whether a party of a sentence is no subject with which an elided one goes on."""
        return oblique(party) or governed(line, party) or (self._gendered and driven_out(line, party))

    def _subjects_before(self, line: Line) -> Iterator[tuple[Line, Party]]:
        """Whom the sentence before is about: who its last claim was of, or its subjects."""
        if self.topic is not None:
            yield self.told_in(line, self.topic), self.topic
        for earlier in self.earlier(line, 1):
            parties = [phrase for phrase in earlier.phrases if isinstance(phrase, Party) and not aside(phrase)]
            yield from (
                (earlier, party) for party in parties if not (named_aside(earlier, party) or self._whereabouts(earlier, party))
            )

    def told_in(self, line: Line, party: Party) -> Line:
        """The sentence of whose words a party is, or the one that is being read."""
        near = (line, *self.earlier(line, _REACH))
        return next((at for at in near if at.units and at.units[0].start <= party.start < at.units[-1].stop), line)

    def _whereabouts(self, line: Line, party: Party) -> bool:
        """Whether a country is only where something is ("In Mali they captured Gao", «شمالي أفغانستان»), or a league speaks.

        A league asks and condemns in more sentences than it acts ("The UN asked that Sudan leave after it took Abyei").
        """
        if "league" in line.units[party.first].tags and party.first == party.last and party is not self.topic:
            return True
        named = "country" in line.units[party.first].tags
        if self._gendered:
            return named and (party.case in _PART_OF or country_of_places(line, party))
        return named and party.first == party.last and party.case in _WITHIN and not party.possessive

    def _parallel(self, line: Line, start: int, wanted: Wanted, here: Sequence[Party]) -> list[Party]:
        """The parties of a sentence that a pronoun does not mean after another like it, because they are governed in between."""
        if wanted.noun or wanted.gender not in ({"m", "f", "p"} if self._gendered else {"n", "p"}):
            return []
        units = line.units[:start]
        same = [at for at, unit in enumerate(units) if (e := unit.entry("pronoun")) is not None and e.value == wanted.gender]
        if not same or (self._gendered and not (len(same) > 1 and line.units[same[-1]].reading.conjunction)):
            return []  # «قالت الحركة إنها صدت هجوما للجيش، وإنها تسيطر على»
        first = same[0]
        return [party for party in here if party.first > first and oblique(party) and not owns_it(line, first, party)]

    def earlier(self, line: Line, reach: int) -> Iterator[Line]:
        """The lines before one, the last first."""
        stop = self.lines.index(line) if line in self.lines else len(self.lines)
        yield from reversed(self.lines[max(0, stop - reach) : stop])
