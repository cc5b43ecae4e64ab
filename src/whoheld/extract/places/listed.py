"""The names that a list joins to the first of a place phrase, and what is said behind a name of its kind."""

from collections.abc import Sequence

from whoheld.extract.phrases.announcing import announcer, listing
from whoheld.extract.phrases.next_clause import opens_aside, opens_clause, opens_state
from whoheld.extract.phrases.phrase import Name, Places, labelled
from whoheld.extract.places.anaphors import owned
from whoheld.extract.places.capital_city import seat_of
from whoheld.extract.places.items import parted_off, tells_when
from whoheld.extract.places.members import (
    apart,
    apart_where_it_lies,
    belongings,
    duals,
    enumerated,
    noun_of_list,
    past_qualifier,
    second_of_pair,
    separator,
    surroundings,
    told_apart,
    unnamed_rest,
    with_second_word,
    with_side,
    with_whole_name,
)
from whoheld.extract.places.metonyms import Metonyms
from whoheld.extract.places.names import NameGrammar
from whoheld.extract.places.openings import SITES, Opening, OpeningGrammar, closes, named_to_the_end, past_article
from whoheld.extract.places.unknown_names import Found, Governor
from whoheld.extract.words.capitals import goes_on_to_speak
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack
from whoheld.model import Extent
from whoheld.text import key

_TO_LYING = 3
"""Words from "in" to the noun for land."""
_LYING = frozenset({"head", "area"})
"""Classes of nouns before which «بـ» only tells where the place before lies («تل قراح، بريف حلب»)."""


class ListGrammar:
    """Reads lists of names of one language.

    Args:
        language: its pack.
        openings: reads what stands before a name.
        names: reads the names.
        metonyms: tells towns from the governments that bear their names.
    """

    def __init__(self, language: Pack, openings: OpeningGrammar, names: NameGrammar, metonyms: Metonyms) -> None:
        self._capitals = language.writing.capitals
        self._conjunctions = language.writing.conjunctions
        self._naming = frozenset(trigger.name for trigger in language.trigger if trigger.names)
        self._duals = {form for head in language.heads.values() for one in head.one for form in duals(key(one))}
        self._openings = openings
        self._names = names
        self._metonyms = metonyms

    def after(self, units: Sequence[Unit], name: Name, last: int, opening: Opening) -> int:
        """A kind or an extent said after the name ("Idlib province", "the Palmyra area"); sets them on the name."""
        kinds = self._names.kinds(name.key) if name.known and not opening.kind else frozenset()
        name.kind, name.extent = opening.kind or (next(iter(kinds)) if len(kinds) == 1 else "settlement"), opening.extent
        if units[last].possessive:
            return owned(units, name, last)
        following = units[last + 1] if self._capitals and last + 1 < len(units) else None
        if following is None or following.gap not in {"", "'", "’"}:
            return last
        if head := following.entry("head"):
            name.kind = opening.kind if opening.kind in SITES else head.value  # "the base in Maungdaw township" is none
        elif "area" in following.tags:
            name.extent = Extent.AREA
        else:
            return last
        return last + 1

    def join(self, units: Sequence[Unit], phrase: Places, opening: Opening) -> None:
        """Takes the names that a list joins to the first one; an unknown word is one where a later item is known."""
        if not self._capitals:
            phrase.names[-1], phrase.last = told_apart(units, Found(phrase.names[-1], phrase.last))
        at, closed, pending, sure, rest = past_qualifier(units, phrase.last), False, list[Found](), 0, 0
        told = not self._capitals and announcer(units, phrase.first, self._naming) >= 0
        pair = opening.many and opening.at > 0 and units[opening.at - 1].reading.stem in self._duals
        while (step := separator(units, at, self._conjunctions, many=opening.many)) is not None:
            following, firm = step
            if not self._capitals and firm and belongings(units, following):
                at = following
                continue
            land = phrase.first if self._capitals and opening.extent is Extent.AREA else 0
            if (not firm and self._told_apart(units, following)) or (land and _joins_more(units, land, at + 1)):
                break
            own, around = self._openings.read_item(units, following), surroundings(units, following, phrase)
            own = with_whole_name(units, following, own, self._names.kinds) if self._capitals else own
            item = around or self._item(units, following, own, opening)
            opens = opens_clause if self._capitals else opens_state
            clause = item is not None and opens(units, phrase.first, at + 1, item.last)
            if item is not None and (clause or self._apart(units, at + 1, item, opening, phrase.names[-1])):
                break
            item = item or self._capital(units, following, at + 1) if self._capitals else item
            if pair and pending and not own.kind:
                break  # "حيي الحويقة والرشدية، وقتل …"
            firmly = firm or (not self._capitals and parted_off(units, following))
            item = item or (self._names.unknown.begun(units, following, many=opening.many) if firmly else None)
            item = item or (second_of_pair(units, following) if pair and firm and not pending else None)
            item = item or (noun_of_list(units, following, opening.kind) if firm and opening.many else None)
            sure = len(pending) + 1 if item else sure
            item = item or (self._names.unknown.guessed(units, following, told=told) if firmly else None)
            sure = len(pending) + 1 if item and told else sure
            if item is None:
                rest = unnamed_rest(units, following) if self._capitals and firm else 0
                break
            item = with_second_word(units, item) if pair and not pending else item
            pending.append(item if self._capitals else with_side(units, item))
            shared = not self._capitals and own.at > following and around is None
            opening = own if own.many else opening._replace(extent=own.extent) if shared else opening
            at = past_qualifier(units, pending[-1].last)
            towns = units[at].entry("head") if self._capitals else None
            both = towns is not None and towns.value == "settlement" and units[phrase.last].tags >= {"head"}
            closed = closed or both or firm or opening.many or not self._capitals or around is not None
        sure = len(pending) if not self._capitals and named_to_the_end(units, 1 + sure, pending[sure:]) else sure
        if (closed or rest or enumerated(units, phrase.first, at, pending)) and sure:
            if self._capitals and _parts_off_first(units, phrase, pending[sure - 1].last):
                return
            phrase.names.extend(item.name for item in pending[:sure])
            phrase.last = pending[sure - 1].last
        phrase.last = max(phrase.last, rest)

    def _told_apart(self, units: Sequence[Unit], at: int) -> bool:
        """Whether a comma goes before no further name ("الضعين، مركز شرق دارفور", "Bria and Bambari, the Red Cross said")."""
        return "centre" in units[at].tags or (self._capitals and goes_on_to_speak(units, at))

    def _capital(self, units: Sequence[Unit], at: int, comma: int) -> Found | None:
        """A town in a list by whose name a government is called as well ("Jalalabad and Kabul"; not "…, and Kyiv, …")."""
        unit, last = units[at], past_qualifier(units, at)
        after = units[last + 1] if last + 1 < len(units) else None
        aside = after is not None and "," in after.gap and "," in units[comma].gap and "conjunction" in units[comma].tags
        named = "actor" in unit.tags and not unit.possessive and self._metonyms.names_town(units, at)
        return Found(self._metonyms.bare(units, at).names[0], at) if named and closes(after) and not aside else None

    def _apart(self, units: Sequence[Unit], comma: int, item: Found, opening: Opening, last: Name) -> bool:
        lies_apart = not self._capitals and apart_where_it_lies(units, comma, item, opening)
        return lies_apart or (self._capitals and apart(units, comma, item, opening, last))

    def _item(self, units: Sequence[Unit], at: int, opening: Opening, governed: Opening) -> Found | None:
        within = bool(units[at].tags & _LYING) and units[at].reading.preposition == "at"  # "مويسو، بمنطقة ماسيسي"
        unnamed = opening.definite and (self._capitals or not opening.many or not listing(units, opening.at))
        if unnamed or opening.at >= len(units) or seat_of(units, opening) or within:
            return None
        start, direct = opening.at, opening.at == at
        if not self._capitals and opening.many and (announced := listing(units, start)):
            start = announced  # "وعدة قرى أهمها المباركات"
        resumed = governed.many and labelled(units[at], "on") and units[at].reading.conjunction  # "قرى … وعلى كيهانلي"
        if resumed and start == at:
            start = at + 1
        if self._capitals and "indefinite" in units[start].tags and not opening.kind:
            return None  # "Bo and Kenema, a senior Red Cross worker said"
        if self._capitals and opening.kind and start > at and tells_when(units, start):
            return None  # "took Goma and the base last June"
        start, described = past_article(units, start) if self._capitals else (start, False)
        kind = opening.kind or (governed.kind if governed.many else "")
        found = self._names.read(units, start, Governor(bool(kind), governed.many or opening.many, kind == "base", item=direct))
        if found is None or (described and not found.name.known):
            return None
        extent = governed.extent if direct or opening.extent is Extent.WHOLE else opening.extent
        extent = Extent.WHOLE if not direct and opening.extent is Extent.WHOLE else extent
        last = self.after(units, found.name, found.last, Opening(start, extent, kind))
        return Found(found.name, last)


def _parts_off_first(units: Sequence[Unit], phrase: Places, last: int) -> bool:
    """Whether the first name only tells where the others of what seems a list lie ("Sirte and, in Fezzan, Sabha and Ubari")."""
    led = phrase.first > 0 and opens_aside(units, phrase.first - 1) and "," in units[phrase.last + 1].gap
    return led and not (last + 1 < len(units) and "," in units[last + 1].gap)


def _joins_more(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether a list goes on with another than the land in which the place before lies ("in Aleppo's countryside as well as")."""
    before = units[max(0, first - _TO_LYING) : first]
    return "besides" in units[at].tags and any(labelled(unit, "in") for unit in before)
