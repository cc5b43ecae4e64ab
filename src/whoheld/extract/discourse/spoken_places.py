"""The places that a text has spoken of so far: which town "the town" is, and what "it" and "both" mean."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain

from whoheld.extract.bind.announced import members
from whoheld.extract.bind.qualified import called
from whoheld.extract.discourse.appositions import apart, apposed, no_place, told_apart
from whoheld.extract.discourse.background import (
    acts,
    around,
    aside,
    circumstance,
    elsewhere,
    headed_for,
    holds_site,
    in_town,
    landmark,
    lies_in_town,
    refuge,
    remoteness,
    share_of_region,
    spans_two,
    taken,
    where_several,
)
from whoheld.extract.discourse.cataphora import named_after
from whoheld.extract.discourse.counted import PAIR, called_alike, counts, last_told, of_list
from whoheld.extract.discourse.dateline_town import Dateline
from whoheld.extract.discourse.kinds import alike, called_capital, called_so, nouns_for_it, whole
from whoheld.extract.discourse.regions import Regions
from whoheld.extract.discourse.sites import (
    OWNED,
    SITES,
    calls_port,
    is_owned,
    named_port,
    town_called_port,
    town_of,
    town_of_building,
)
from whoheld.extract.discourse.speaker_places import (
    abroad,
    at_home,
    of_office,
    of_spokesman,
    said_in,
    seat,
    speaks_from,
    spoken_from,
    whence,
)
from whoheld.extract.discourse.whereabouts import assailed, elsewhere_told, sets_out
from whoheld.extract.phrases.phrase import CONTAINER, ELIDED, UNSAID, Name, Places
from whoheld.extract.places.anaphors import RANKED, rank_of
from whoheld.extract.places.capital_city import CAPITAL
from whoheld.extract.sentence.genders import called_gender, masculine, noun_gender, of_landform, pronoun_gender
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit
from whoheld.model import Extent

_ADMINISTERED = frozenset({"settlement", "district", "province"})
_CALLED_OTHERWISE, _UNLIKELY = 2, 3
"""How ill places suit what points back that are called otherwise, or of which nothing is told."""
_REACH = 3
"""How many sentences back "the town" may point; a party is remembered longer."""
_FAR = 10
"""The same where nothing nearer is likely to be meant."""
_FAR_MEANT = frozenset({"settlement", "district"})
_MOST_HOPS = 32
"""Of "the town", which is the town before, which is the one before that."""
_ASIDE = frozenset({"toward", "near"})
_PROVINCES = frozenset({"province", "region"})
_REGIONS = frozenset({"district", "province"})


class SpokenPlaces:
    """The places of the lines read so far, to which pronouns and nouns point back.

    Args:
        earlier: the lines before one, up to so many, the last first.
        dateline: where the text was written.
        regions: tells which names are of regions; none where pronouns and nouns of the language show their gender.

    Attributes:
        bound: the phrases (by identity) that frames have read as places, so that even an unknown name is known to be one;
            recalled: those of what had been before.
    """

    def __init__(self, earlier: Callable[[Line, int], Iterator[Line]], dateline: Dateline, regions: Regions | None) -> None:
        self._earlier = earlier
        self._dateline = dateline
        self._regions = regions
        self._gendered = regions is None
        self._least = _CALLED_OTHERWISE if self._gendered else _UNLIKELY
        self.bound: set[int] = set()
        self.recalled: set[int] = set()
        self._resolved: defaultdict[int, list[Places]] = defaultdict(list)
        self._hops = 0
        self._followed: dict[int, list[Name]] = {}

    def resolve(self, line: Line, named: Iterable[tuple[Name, Places]]) -> None:
        """Notes which places the pronouns of a claim mean, because the next pronoun rather means them too, and unknown ones."""
        for name, phrase in named:
            if phrase.names and not any(known is phrase for known in line.phrases):
                self._resolved[id(line)].append(phrase)
                self.bound.add(id(phrase))
            if phrase.anaphor == "pronoun":
                meant = replace(phrase, names=[name], anaphor="")
                self._resolved[id(line)].append(meant)
                self.bound.add(id(meant))

    def names(self, line: Line, phrase: Places, before: int) -> list[Name]:
        """The names of places that a phrase means: its own, or those that it points back to; empty if to none."""
        if phrase.anaphor == RANKED:
            return self._ranked_name(line, phrase)
        own = phrase.names or (members(line, phrase) if phrase.anaphor == "many" else apposed(line, phrase))
        own = own or town_of_building(line, phrase)
        if own or not phrase.definite or (self._gendered and told_apart(line, phrase)):
            return own
        site = phrase.anaphor in SITES or (phrase.anaphor in OWNED and is_owned(line.units[phrase.last]))
        if count := counts(line, phrase):
            together = [whole(line, phrase, name) for name in self._earlier_names(line, phrase, before)]
            return together or self._counted(line, phrase, min(phrase.first, before), count)
        found = self._site(line, phrase, before) if site else self._earlier_names(line, phrase, before)
        if found or not calls_port(line, phrase):
            found = [whole(line, phrase, name) for name in found] or spoken_from(line, phrase)
            return found or (named_after(line, phrase) if self._gendered else self._dateline.town(line, phrase))
        ports = any(calls_port(at, places) for at in self._earlier(line, _REACH) for places in self._of(at))
        return [] if ports else town_called_port(line, phrase, self._claimed(line, line.begins))

    def _counted(self, line: Line, phrase: Places, before: int, count: int) -> list[Name]:
        """So many places told apart: the last of which something was told, where their noun suits them."""
        told = last_told(self._claimed(line, before), count)
        head = line.units[phrase.last].entry("head")
        suits = head is None or all(name.kind == head.value for name in told)
        alike = called_alike(line, phrase, self._earlier(line, _REACH), count) if not (told and suits) else []
        return alike or told

    def _ranked_name(self, line: Line, phrase: Places) -> list[Name]:
        """The one of several places told together last that an ordinal means, or none."""
        rank = rank_of(line.units[phrase.last])
        lists = (places.names for places, _ in self._places(line, phrase.first) if len(places.names) > 1 and not places.modifier)
        names = next(lists, []) or last_told(self._claimed(line, phrase.first), PAIR)
        return [names[rank]] if rank is not None and names and rank < len(names) else []

    def _site(self, line: Line, phrase: Places, before: int) -> list[Name]:
        """The site that "the airport" is: one named before, else that of the town spoken of, which is not the town."""
        at = next(n for n in range(phrase.last, phrase.first - 1, -1) if "head" in line.units[n].tags)
        head, whose = line.units[at], is_owned(line.units[at])
        here = lies_in_town(line, phrase) if self._gendered else []
        named = [name for name in self._earlier_names(line, phrase, before) if name.kind == phrase.anaphor and not whose]
        if named and not here:
            return named
        towns = here or self._earlier_names(line, replace(phrase, anaphor="settlement"), before)
        called = [f"{town.key} {head.reading.stem}" for town in towns]
        return [Name(head.start, head.stop, name, known=False, kind=phrase.anaphor) for name in called]

    def _earlier_names(self, line: Line, phrase: Places, before: int) -> list[Name]:
        """The names that a phrase points back to: of those called by its own noun, else not called by another, the nearest."""
        ranked = self._candidates(line, phrase, before)
        best = min(ranked, default=_UNLIKELY)
        if best == _UNLIKELY and not self._gendered and phrase.anaphor in _FAR_MEANT and line.heads(phrase):
            return self._farther(line, phrase) or ranked.get(best, [])
        return ranked[best] if ranked and (phrase.case != ELIDED or best < _CALLED_OTHERWISE) else []

    def _candidates(self, line: Line, phrase: Places, before: int) -> dict[int, list[Name]]:
        """The names that a phrase may mean, by how ill they suit it."""
        wanted, ranked, found_in = line.head(phrase), dict[int, list[Name]](), line
        for places, at in self._places(line, min(phrase.first, before)):
            nearer = ranked and min(ranked) < _CALLED_OTHERWISE
            several = places.anaphor == "many" and at is line and called(line, places) is places
            if (several and alike(line, phrase, places)) or (nearer and at is not found_in):
                break
            beside = bool(wanted) and phrase.anaphor == "settlement" and self._beside_town(at, places, wanted)
            names = (
                [replace(name, extent=Extent.WHOLE) for name in places.names] if beside else self._meant(line, at, phrase, places)
            )
            if self._gendered and (
                where_several(line, places) if at is line and phrase.anaphor == "pronoun" else of_spokesman(at, places)
            ):
                continue
            if phrase.case == UNSAID and not (id(places) in self.bound and apart(line, phrase, at, places)):
                continue
            if names:
                rank = self._rank(line, phrase, at, places)
                if beside or self._unlikely(at, phrase, places):
                    so_called = beside and rank == 0 and next(self._claimed(line, before), None) is None
                    rank = 0 if so_called and not self._gendered else _CALLED_OTHERWISE if beside else self._least
                ranked.setdefault(rank, names)
                found_in = at
                if rank == 0:
                    break
        of_man = self._gendered and phrase.anaphor == "pronoun" and masculine(line.units[phrase.last])
        sure = of_man and found_in is line  # what another sentence names it need not agree with
        return {rank: names for rank, names in ranked.items() if rank < _CALLED_OTHERWISE} if sure else ranked

    def _rank(self, line: Line, phrase: Places, at: Line, places: Places) -> int:
        """How ill places suit a phrase by what they are called."""
        if phrase.anaphor == "pronoun" and not (self._gendered and speaks_from(at, places)):
            return self._agreement(line.units[phrase.last], at, places)
        wanted, noun = line.head(phrase), at.head(places)
        again = at is line and bool(places.anaphor) and not self._gendered  # who is in "the town" may speak of another
        again = again or (not self._gendered and named_port(at, places))
        again = again or (phrase.anaphor == "settlement" and called_capital(at, places))
        rank = 1 if again or not noun or not wanted else 0 if called_so(at, places, wanted) else _CALLED_OTHERWISE
        return _CALLED_OTHERWISE if self._gendered and rank and speaks_from(at, places) else rank

    def _farther(self, line: Line, phrase: Places) -> list[Name]:
        """The place of which something was told last, or against which men went, where nothing near is likely to be meant."""
        wanted = line.head(phrase)
        for at in self._earlier(line, _FAR):
            for places in sorted(self._of(at), key=self._ranked):
                prominent = id(places) in self.bound | self.recalled or (bool(places.names) and assailed(at, places))
                if not prominent or places.anaphor or self._unlikely(at, phrase, places):
                    continue
                otherwise = bool(wanted) and bool(at.head(places)) and not called_so(at, places, wanted)
                if names := [] if otherwise else self._meant(line, at, phrase, places):
                    return names
        return []

    def _unlikely(self, line: Line, phrase: Places, places: Places) -> bool:
        """Whether places are named in such a way that a phrase hardly points back to them."""
        if phrase.anaphor == "pronoun":
            office = self._gendered and of_office(line, places)
            if office or (not self._gendered and id(places) not in self.bound and share_of_region(places)):
                return True
        town = phrase.anaphor == "settlement"
        if town and not self._gendered and (headed_for(line, places) or seat(line, places) or holds_site(line, places)):
            return True
        untold = not self._gendered and id(places) not in self.bound | self.recalled
        if untold and elsewhere_told(line, places):
            return True
        beside = self._unsure(line, places) or refuge(line, places) or whence(line, places)
        beside = beside or (circumstance(line, places) and id(places) not in self.bound | self.recalled)
        return landmark(line, places) or (town and beside)

    def _agreement(self, pronoun: Unit, line: Line, places: Places) -> int:
        """How ill the gender of a pronoun suits places, 0 to 2; a language whose pronouns show none suits all."""
        if not self._gendered:
            return 0
        wanted, shown = pronoun_gender(pronoun), noun_gender(line, places)
        if wanted and wanted == called_gender(line, places):
            return 0
        if wanted in {"", shown} or not shown:
            return int(not shown)
        return 1 if of_landform(line, places) else _CALLED_OTHERWISE

    def _unsure(self, line: Line, places: Places) -> bool:
        """Whether a place only tells where something happened and nothing shows that it is a town ("murdered at Ovcara")."""
        known = bool(places.anaphor) or any(name.known for name in places.names)
        return places.case == "at" and not (known or line.heads(places) or id(places) in self.bound | self.recalled)

    def _meant(self, line: Line, at: Line, phrase: Places, places: Places) -> list[Name]:
        """The names that earlier places give to a phrase, or none."""
        if places.anaphor and places.anaphor != "many":
            town = (
                bool(line.head(phrase)) and phrase.anaphor == "settlement" and places.anaphor in _PROVINCES
            )  # "most of that province … the capital"
            several = not self._gendered and (phrase.anaphor == "many" or town)  # "beyond there … all the areas that they took"
            led = not several and (places.definite or apposed(at, places))
            return self._led_to(at, places) if led else []
        if places.owner is not None and phrase.anaphor == "settlement":
            return [places.owner]
        if places.case == CONTAINER and not (phrase.anaphor in _REGIONS and at.heads(places)):
            return []
        if phrase.anaphor == "settlement" and not places.anaphor and in_town(at, places):
            return [town_of(at, places)]
        two = self._gendered and counts(line, phrase) == PAIR
        if places.anaphor or not self._may_mean(at, phrase, places) or (two and len(places.names) != PAIR):
            return []
        all_of_list = at is line and self._gendered and of_list(line, phrase, places)
        names = self._regions.meant(phrase, places.names, headed=at.heads(places)) if self._regions else places.names
        alike = [name for name in names if name.kind == phrase.anaphor] or names  # "مخيم اليرموك والتضامن … المخيم"
        first = places.case == "between" and not self._gendered  # "the crossing between Zaranj and Zabol"
        one = alike[:1] if first else alike[-1:]
        return names if phrase.anaphor == "many" or all_of_list else one

    def _led_to(self, line: Line, places: Places) -> list[Name]:
        """The names of places that point back themselves; none at the end of a chain that no reader would follow."""
        if not self._hops:
            self._followed.clear()
        if id(places) not in self._followed:
            if self._hops == _MOST_HOPS:
                return []
            self._hops += 1
            self._followed[id(places)] = self.names(line, places, places.first)
            self._hops -= 1
        return self._followed[id(places)]

    def _may_mean(self, line: Line, phrase: Places, places: Places) -> bool:
        """Whether what points back may point to these places."""
        capital = places.names[-1].kind == CAPITAL
        office = line.units[places.first - 1].cues if places.first > 0 else frozenset[str]()
        ruled = "governing" in office and "municipal" not in office  # "قال محافظ الأنبار إن المدينة"; a mayor is of a town
        beside = elsewhere(line, places) or (ruled and phrase.anaphor not in _REGIONS)
        if (capital or abroad(line, places) or said_in(line, places)) and id(places) not in self.bound | self.recalled:
            return False  # "officials in the capital said the town …"
        untold = id(places) not in self.bound | self.recalled
        if self._gendered and (
            beside or (untold and sets_out(line, places)) or (phrase.anaphor == "settlement" and around(places))
        ):
            return False
        one = phrase.anaphor == "many" and len(places.names) == 1
        there = phrase.anaphor in _PROVINCES and places.case == "near" and not self._gendered  # "around Homs … the province"
        beyond = phrase.anaphor != "pronoun" and places.case in _ASIDE and not there
        other = not self._gendered and no_place(line, places)
        other = other or (phrase.anaphor == "settlement" and not self._gendered and spans_two(line, places))
        if one or beyond or other:
            return False
        bare = places.case in {"", "list", "comma", "by", "with", "for", "about"}
        if (
            bare
            and not taken(line, places)
            and not any(name.known for name in places.names)
            and id(places) not in self.bound | self.recalled
            and not line.heads(places)
        ):
            return False
        kinds = {"settlement" if capital else name.kind for name in places.names}
        qualifies = places.modifier and not (self._gendered or places.possessive or "settlement" in kinds)
        if acts(line, places) or qualifies:  # "the rear base of the Mosul campaign … its air base"
            return False
        kinds |= {"base"} if "airport" in kinds and not self._gendered else set()  # an airbase is spoken of as a base
        # A name without a head noun may be called by any: "درعا … المحافظة".
        called = phrase.anaphor in _ADMINISTERED and not line.heads(places) and not kinds.isdisjoint(_ADMINISTERED)
        seat = called and (self._gendered or phrase.anaphor != "settlement" or not kinds <= _PROVINCES)
        return phrase.anaphor in {"pronoun", "many"} or phrase.anaphor in kinds or seat

    def _beside_town(self, line: Line, places: Places, noun: str) -> bool:
        """Whether something happens only near a town ("fighting near Sudzha … they control the town")."""
        name, nouns = places.names[0] if len(places.names) == 1 else None, nouns_for_it(line, places)
        town = name is not None and name.known and name.kind == "settlement" and not nouns
        town = town or (name is not None and noun in nouns)
        there = places.case in _ASIDE or (self._gendered and around(places))
        return town and there and not places.modifier

    def _places(self, line: Line, start: int) -> Iterator[tuple[Places, Line]]:
        """The places spoken of before: here the nearest first, before what a sentence is about."""
        here = [phrase for phrase in self._of(line) if phrase.last < start]
        here.sort(key=lambda places: (not at_home(line, places, start), aside(line, places), self._ranked(places)))
        yield from ((phrase, line) for phrase in here)
        for earlier in self._earlier(line, _REACH):
            if line.sentence.paragraph - earlier.sentence.paragraph > 1:
                return
            yield from ((phrase, earlier) for phrase in sorted(self._of(earlier), key=self._ranked))

    def _claimed(self, line: Line, start: int) -> Iterator[Places]:
        """The towns named before of which something was told, the last first."""
        here = [phrase for phrase in self._of(line) if phrase.last < start]
        near = (at for at in self._earlier(line, _REACH) if line.sentence.paragraph - at.sentence.paragraph <= 1)
        for phrase in chain(here, *map(self._of, near)):
            if id(phrase) in self.bound | self.recalled and not phrase.anaphor:
                yield phrase

    def _of(self, line: Line) -> list[Places]:
        """The places of a line, pronouns resolved, the last first."""
        meant = self._resolved.get(id(line), ())
        return sorted((*(p for p in line.phrases if isinstance(p, Places)), *meant), key=lambda places: -places.first)

    def _ranked(self, places: Places) -> tuple[int, int]:
        """What one points back to first: what a claim is about, rather than one of what had been; then what stands bare."""
        told = 0 if id(places) in self.bound else 1 if id(places) in self.recalled else 2
        listed = not self._gendered and told == 0 and places.case == "list"  # "took Jowhar on Monday and Balad on Tuesday"
        return (told, 0 if listed else remoteness(places))
