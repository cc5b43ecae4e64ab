"""Place phrases: an opening, a name, what is said after it, and the list that goes on from it; or a phrase that points back."""

from collections.abc import Sequence
from dataclasses import replace

from whoheld.extract.phrases.announcing import announced_kind
from whoheld.extract.phrases.next_clause import predicated_list
from whoheld.extract.phrases.phrase import COMMAS, Name, Places, Toponyms, closes_quotation, labelled, parted, verbal
from whoheld.extract.places.anaphors import AnaphorGrammar, opens_with_seat, rules_region, seat_of_named
from whoheld.extract.places.capital_city import capital_city, named_capital, seat_itself, seat_of, share_of_capital
from whoheld.extract.places.compounds import compounded, told_of
from whoheld.extract.places.described_towns import described_town, is_capital
from whoheld.extract.places.held import Held
from whoheld.extract.places.items import between_dates, tells_when
from whoheld.extract.places.listed import ListGrammar
from whoheld.extract.places.members import (
    called_after,
    called_by_noun,
    in_quarters,
    kinds_in_common,
    nouns_listed,
    separator,
    with_whole_name,
)
from whoheld.extract.places.metonyms import Metonyms
from whoheld.extract.places.names import NameGrammar, owning_town
from whoheld.extract.places.nouns import stressed
from whoheld.extract.places.openings import REGIONS, SITES, Opening, OpeningGrammar, in_streets, names_at
from whoheld.extract.places.posts import Posts, past_owner
from whoheld.extract.places.remainders import of_size, remainder, whose_rest
from whoheld.extract.places.seats import seat
from whoheld.extract.places.situated import Situated
from whoheld.extract.places.town_parts import foremost, part_of_town, sided, some_parts
from whoheld.extract.places.unknown_names import Found, Governor
from whoheld.extract.words.capitals import common, landmark_follows, names_no_place, qualifies, takes_last
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack
from whoheld.model import Extent
from whoheld.text import key

_AFTER_ARTICLE = frozenset('(«"“:')
_SEMICOLONS = frozenset(";؛")
"""Marks behind which a noun for one place gets no name ("captured the city; Armenia denied it")."""
_BEGIN = frozenset(
    {"pair", "part_name", "seat", "head", "share", "side", "area", "whole", "about", "both", "place_anaphor", "number"}
    | {"preposition"}
)
_NAMEABLE = frozenset(
    {"name_start", "landform", "common", "number", "month", "direction", "title", "armed", "ordinal", "official", "day"}
)
_SEATS = frozenset({"container", "head"})
"""Classes of a plural for the seats of regions."""


class PlaceGrammar:
    """Reads place phrases of one language."""

    def __init__(self, language: Pack, toponyms: Toponyms) -> None:
        self._capitals = language.writing.capitals
        self._conjunctions = language.writing.conjunctions
        self._article = language.writing.article
        self._naming = frozenset(trigger.name for trigger in language.trigger if trigger.names)
        self._openings = OpeningGrammar(language)
        self._situated = Situated(language, toponyms)
        self._names = NameGrammar(language, toponyms)
        self._held = Held(language, self._names)
        self.metonyms = Metonyms(language, self._names)
        self._lists = ListGrammar(language, self._openings, self._names, self.metonyms)
        self._anaphors = AnaphorGrammar(language)
        self._quarters = {key(word) for word in language.heads["quarter"].many} if "quarter" in language.heads else set[str]()
        self.seat = Posts().at if self._capitals else seat

    def well_known(self, word: str) -> bool:
        """Whether a word by itself is rather a town than anything else."""
        return self._names.well_known(word)

    def at(self, units: Sequence[Unit], first: int) -> Places | None:
        """The place phrase that begins at a unit, or None."""
        capital = self._described_capital(units, first) or capital_city(units, first, latin=self._capitals)
        if phrase := self._anaphors.ranked(units, first) or capital:
            return phrase
        if not self._opens(units, first) or (compounded if self._capitals else stressed)(units, first):
            return None
        if self._openings.of_it(units[first]):
            return Places(first, first, anaphor="pronoun", extent=Extent.PART)
        if fixed := self._fixed(units, first) or self._capital_of(units, first):
            return fixed
        opening = self._openings.read(units, first + self._openings.owned_side(units, first))
        opening = with_whole_name(units, first, opening, self._names.kinds)
        if not self._capitals:
            if described := described_town(units, opening, self._names):
                return self._named(units, first, *described)
            opening = in_quarters(units, opening, self._quarters, self._conjunctions, self._names.kinds)
        return self._share(units, first, opening) or self._opened(units, first, self._announced(units, first, opening) or opening)

    def _described_capital(self, units: Sequence[Unit], first: int) -> Places | None:
        """A capital that is named behind the country whose it is («العاصمة اليمنية صنعاء»)."""
        seat = described_town(units, Opening(first), self._names) if not self._capitals and is_capital(units[first]) else None
        return self._named(units, first, *seat) if seat else None

    def _share(self, units: Sequence[Unit], first: int, opening: Opening) -> Places | None:
        """A part of a town that is told by a part of it, by its government's name, as a country's capital or by a pronoun."""
        share = None if self._capitals else part_of_town(units, first, opening, self._names)
        named = named_capital(units, opening.at) if self._capitals and opening.at > first else -1
        if named > 0 and opening.extent is Extent.PART and (town := self.at(units, named)) is not None and town.names:
            return replace(town.in_part(), first=first)  # "most of Yemen's capital, Sanaa"
        share = share or self.metonyms.share(units, first, opening) or self._share_of_it(units, first, opening)
        return share or share_of_capital(units, first, opening, latin=self._capitals)

    def _opened(self, units: Sequence[Unit], first: int, opening: Opening) -> Places | None:
        """The places whose names an opening leads to, or to which it points back."""
        found = self._first_name(units, opening)
        if found is not None and (self._names_none if self._capitals else _seats_of_several)(units, opening, found):
            found = None
        kinds = self._names.kinds(found.name.key) if found is not None and self._capitals else frozenset[str]()
        seated = seat_of(units, opening) and not seat_itself(units, opening, kinds)
        if found is None or seated:
            return self._seat(units, first, opening, found) if seated else self._anaphors.read(units, first, opening)
        return self._named(units, first, opening, found)

    def _share_of_it(self, units: Sequence[Unit], first: int, opening: Opening) -> Places | None:
        rest = remainder(units, opening.at - 1, headed=bool(opening.kind))
        some = not self._capitals and (opening.extent is Extent.PART or opening.many)
        sized = some and opening.at < len(units) and of_size(units, opening.at)  # "أجزاء واسعة منها"
        last = rest or (opening.at + 1 if sized else self._openings.share_of_it(units, opening))
        if last and (whose := whose_rest(units, last + 1)) and (town := self.at(units, whose)):
            return replace(town.in_part(), first=first)  # "الأجزاء الأخرى لمدينة قندوز"
        return Places(first, last, anaphor="pronoun", extent=Extent.PART if opening.kind else opening.extent) if last else None

    def _named(self, units: Sequence[Unit], first: int, opening: Opening, found: Found) -> Places:
        """The phrase of a name, with what is said after it and the list that goes on from it."""
        name, town = found.name, replace(found.name)
        last = self._lists.after(units, name, found.last, opening)
        if lying := self._situated.read(units, opening, found, self.at):
            lying.first = first
            return lying
        phrase = Places(first, last, names=[name], owner=owning_town(units, opening.at, found))
        site = name.kind in SITES and last > found.last and town.known  # "Goma airport"
        if site or name.start != town.start or (name.end != town.end and units[found.last].possessive):
            phrase.owner = town
        if first == opening.at and not self._capitals and not units[first].tags:
            phrase.letters = units[first].word[: max(0, len(units[first].word) - len(name.key.split(" ", 1)[0]))]
        self._lists.join(units, phrase, opening)
        kinds_in_common(units, phrase)
        phrase.possessive = units[phrase.last].possessive
        phrase.modifier = phrase.possessive or (self._capitals and qualifies(units, phrase.last + 1))
        if phrase.modifier and len(phrase.names) > 1 and (phrase.possessive or landmark_follows(units, phrase.last)):
            phrase.modifier, _ = False, phrase.names.pop()  # "Malisevo and most of the Drenica valley", "… and Shan's border"
        if (
            len(phrase.names) == 1
            and name.extent is Extent.WHOLE
            and (sided(units, first, name, phrase.last) or foremost(units, first))
        ):
            name.kind, name.extent = "settlement", Extent.PART
        land = (
            not self._capitals
            and found.last == opening.at + 1
            and not units[found.last].gap
            and units[found.last].word.startswith(self._article)
            and units[opening.at].tags == {"function"}
        )
        if land and opening.many and len(phrase.names) == 1:
            return Places(first, last, anaphor="many", extent=opening.extent, definite=False)  # «مدن الساحل الغربي»
        if self._capitals and opening.many and len(phrase.names) == 1:
            district = opening.kind == "settlement" and name.kind == "district"  # "the last villages of the Hadrut district"
            if district or self._is_region(name):
                return Places(first, last, anaphor="many", extent=opening.extent, definite=False)  # "five capitals of Darfur"
            if "settlement" in self._names.kinds(name.key) and some_parts(units, first, opening):
                name.kind, name.extent = "settlement", Extent.PART
        return phrase

    def with_list(self, units: Sequence[Unit], phrase: Places) -> Places:
        """A phrase of one name with those that a list joins to it ("Kabul, Jalalabad and Herat")."""
        self._lists.join(units, phrase, Opening(phrase.first))
        phrase.possessive = units[phrase.last].possessive
        phrase.modifier = phrase.possessive or (self._capitals and qualifies(units, phrase.last + 1))  # "lost Kyiv support"
        return phrase

    def _is_region(self, name: Name) -> bool:
        """Whether a name is only that of a region, or called one."""
        return name.kind in REGIONS or frozenset[str]() < self._names.kinds(name.key) <= REGIONS

    def _seat(self, units: Sequence[Unit], first: int, opening: Opening, region: Found | None) -> Places | None:
        """A town told as the seat of a region ("the capital of Sennar state"); of a country it is hardly one spoken of."""
        seat = self._anaphors.read(units, first, opening) if region is not None else None
        if seat is not None and region is not None:
            seat.last = self._lists.after(units, region.name, region.last, opening)
        return seat

    def _fixed(self, units: Sequence[Unit], first: int) -> Places | None:
        """A place whose name the language gives as a whole: a part of a town, or the seat of a numbered unit of an army."""
        last = first if "part_name" in units[first].tags else self.seat(units, first)
        if last < 0:
            return None
        kind, at = ("base" if last > first else "quarter"), past_owner(units, first)
        words = " ".join(u.word for u in units[at : last + 1])
        name = Name(units[at].start, units[last].stop, words, known=False, kind=kind)
        return Places(first, last, names=[name])

    def _capital_of(self, units: Sequence[Unit], first: int) -> Places | None:
        """The town that is told only as the one from which a region is ruled ("عاصمة الولاية", "عاصمة ولاية جونقلي")."""
        if self._capitals or not (rules_region(units, first) or opens_with_seat(units, first)):
            return None if self._capitals else self._capital_behind(units, first)
        opening = self._openings.read(units, first + 1)
        if opening.kind not in REGIONS or opening.many:
            return None
        region = None if opening.definite else self._first_name(units, opening)
        if region is None and not opening.definite:
            return None
        last = region.last if region is not None else opening.at - 1
        town = self._ruled_from(units, last + 1)
        if town is not None:
            return self._named(units, first, town[0], town[1])  # "عاصمة ولاية شمال دارفور الفاشر"
        if rules_region(units, first):
            return Places(first, last, anaphor="settlement")
        return Places(first, last, anaphor="many", definite=False)

    def _capital_behind(self, units: Sequence[Unit], first: int) -> Places | None:
        """The town named right behind the region of which it is called the capital («عاصمة هلمند لشكركاه»)."""
        if not seat_of_named(units, first):
            return None
        region = self._names.village(units, first + 1)
        kinds = self._names.kinds(region.name.key) if region is not None else frozenset[str]()
        if region is None or kinds.isdisjoint(REGIONS):
            return None
        town = self._ruled_from(units, region.last + 1)
        if town is not None and not units[town[0].at].gap:
            return self._named(units, first, *town)
        return Places(first, region.last, anaphor="many", definite=False) if kinds <= REGIONS else None

    def _ruled_from(self, units: Sequence[Unit], at: int) -> tuple[Opening, Found] | None:
        """The town that is named as the seat right behind its region, or behind a comma and before another."""
        if at >= len(units) or not set(units[at].gap) <= COMMAS:
            return None
        opening = self._openings.read(units, at) if units[at].gap else Opening(at)
        start = opening._replace(kind="settlement") if opening.kind in {"", "settlement"} and not opening.many else None
        town = self._names.read(units, start.at, Governor(held=True)) if start is not None and start.at < len(units) else None
        ends = town is not None and (not units[at].gap or town.last + 1 >= len(units) or parted(units[town.last + 1].gap))
        return (start, town) if start is not None and town is not None and town.name.known and ends else None

    def _opens(self, units: Sequence[Unit], first: int) -> bool:
        """Whether a place phrase may begin at a unit; the seats of regions are not named with them ("عواصم ولايات دارفور")."""
        unit = units[first]
        if unit.tags >= _SEATS and first + 1 < len(units) and "head" in units[first + 1].tags:
            return False
        if (
            self._may_begin(unit)
            or self._openings.directed(units, first)
            or ("armed" in unit.tags and self.seat(units, first) > first)
        ):
            return True
        if self._capitals or not unit.entries:
            return False
        listed = first > 0 and "listing" in units[first - 1].tags  # "هي عنه وراوة", "أبرزها المشهد والأنصاري"
        listed = listed and (self._names.opens_list(units, first) or nouns_listed(units, first))
        return (
            listed
            or self._names.governed(units, first)
            or rules_region(units, first)
            or seat_of_named(units, first)
            or opens_with_seat(units, first)
            or called_after(units, first, self._names.kinds)
        )

    def _may_begin(self, unit: Unit) -> bool:
        """A quick look, because most words begin no place phrase."""
        if unit.tags & _BEGIN or unit.word[0].isdigit():
            return True
        if self._capitals:
            return unit.capital or "latin_article" in unit.cues
        return unit.tags <= _NAMEABLE

    def _first_name(self, units: Sequence[Unit], opening: Opening) -> Found | None:
        at = opening.at
        if at >= len(units):
            return None
        headed = bool(opening.kind) or (opening.at > 0 and not self._capitals and in_streets(units[opening.at - 1]))
        shared = not self._capitals and opening.extent is Extent.PART and units[at].tags.isdisjoint(("common", "landform"))
        held = shared or self._held.governs(units, at - 1) or self._held.written_on(units, at)
        governor = Governor(headed, opening.many, opening.kind == "base", held=held)
        if not (self._capitals or opening.kind) and between_dates(units, at, self._conjunctions[0]):
            return self._names.behind_and(units, at) or self._names.read(units, at, governor)
        if opening.kind and self._capitals and (self._unnameable(units, at) or told_of(units, at)):
            return None
        unnamed = (opening.definite and _AFTER_ARTICLE.isdisjoint(units[at].gap)) or (opening.kind and units[at].gap == "),")
        unnamed = unnamed or (bool(opening.kind) and not (opening.many or _SEMICOLONS.isdisjoint(units[at].gap)))
        unnamed = unnamed or (bool(opening.kind and units[at].reading.preposition) and "head" in units[at].tags)
        found = None if unnamed else self._names.region(units, at, opening.kind) or self._names.read(units, at, governor)
        if found is not None and opening.many and not self._capitals and (inner := self._names_after(units, found, governor)):
            return inner
        listed = names_at(units, opening) if found is None else 0
        if listed and not (opening.definite and "trigger" in units[listed - 1].tags):  # "والمدن هي …" says so itself
            first = self._openings.read(units, listed)  # "قرى منها بلدة الراعي"
            headed = bool(first.kind) and not (first.definite or self._capitals)
            listed, governor = (first.at, governor._replace(many=first.many)) if headed else (listed, governor)
            found = self._names.read(units, listed, governor)
        called = None if self._capitals else called_by_noun(units, opening, self._conjunctions)
        return found or called or self._held.village(units, opening)

    def _announced(self, units: Sequence[Unit], first: int, opening: Opening) -> Opening | None:
        """An opening as under the plural head whose names a word announces ("القرى المحررة هي …"), where a list follows."""
        if self._capitals or opening.at != first or opening.kind or not (kind := announced_kind(units, first, self._naming)):
            return None
        word = units[first].word
        listed = any(separator(units, n, self._conjunctions, many=True) for n in range(first, min(first + 3, len(units))))
        told = ":" in units[first].gap or not verbal(word) or "name_start" in units[first].tags or bool(self._names.kinds(word))
        return opening._replace(kind=kind, many=True) if listed and told else None

    def _names_none(self, units: Sequence[Unit], opening: Opening, found: Found) -> bool:
        headed = bool(opening.kind)
        begins = headed and "," in units[opening.at].gap and predicated_list(units, found.last)  # "in the state, Bhamo is"
        hamlet = opening.at == found.last == 0 and not (headed or self._names.well_known(found.name.key))
        begins = begins or (hamlet and len(units) > 1 and common(units[1]))  # "Church bells rang"
        counts = found.last == opening.at and "number" in units[found.last].tags and not headed
        begins = begins or (counts and len(units) > found.last + 1 and _counted(units[found.last + 1]))
        person = any(unit.person for unit in units[opening.at : found.last + 1])  # "Lt. Hadar Goldin … where Goldin was taken"
        surname = person and opening.at > 0 and units[opening.at - 1].person and not units[opening.at].gap  # "Hassan Ali"
        honoured = "title" in units[opening.at].tags and self._names.own(found.name.key)  # "Sheikh Maqsoud" is a quarter
        begins = begins or surname or (person and not (headed or honoured or self._names.well_known(found.name.key)))
        return begins or names_no_place(units, opening.at, found.last, known=found.name.known, headed=headed)

    def _unnameable(self, units: Sequence[Unit], at: int) -> bool:
        """Whether no name of its kind follows a head noun ("a district of Afghanistan", "the town, Thursday")."""
        if tells_when(units, at) or closes_quotation(units[at].gap):
            return True
        if takes_last(units, at):
            return True
        lead = next((n for n in range(at - 1, 0, -1) if units[n].tags.isdisjoint(("article", "direction"))), 0)
        whose = "country" in units[at].tags or ("actor" in units[at].tags and not self.metonyms.names_town(units, at))
        named = at + 1 < len(units) and "," in units[at + 1].gap  # "the biggest gas field in Syria, Shaer, fell"
        return whose and not units[at].gap and (labelled(units[lead], "of") or (labelled(units[lead], "in") and not named))

    def _names_after(self, units: Sequence[Unit], region: Found, governor: Governor) -> Found | None:
        """The name after the region whose towns are named ("مدن الساحل صبراتة وصرمان")."""
        at = region.last + 1
        if at >= len(units) or units[at].gap or units[at].tags:
            return None
        if units[at].word.startswith((*self._conjunctions, self._article)):
            return None
        after = self._names.read(units, at, governor)
        return after if after is not None and after.name.known else None


def _counted(unit: Unit) -> bool:
    """Whether a word behind a number shows that it only counts ("Nine of the …", "Four towns held by …")."""
    head = unit.entry("head")
    return labelled(unit, "of") or (head is not None and head.tense == "many")


def _seats_of_several(units: Sequence[Unit], opening: Opening, found: Found) -> bool:
    """Whether what may be an Arabic name is the dual of a noun for the seats of two regions («مركزي ولايتين»)."""
    after = units[found.last + 1] if found.last + 1 < len(units) and not units[found.last + 1].gap else None
    if after is None or opening.kind or after.reading.article or after.reading.conjunction or after.reading.preposition:
        return False
    head = after.entry("head")
    return "pair" in after.tags or (head is not None and head.tense == "many" and head.value in REGIONS)
