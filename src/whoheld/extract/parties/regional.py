"""Arabic names of forces in which a noun for their region or the people of their country stands («قوات إقليم تيغراي»)."""

from collections.abc import Collection, Mapping, Sequence

from whoheld.actors import Meaning, Phrase
from whoheld.extract.parties.genitives import ABSOLUTE
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.words.scan import Unit

_ARTICLE = "ال"


def of_people(units: Sequence[Unit], first: int, at: int, ousting: Collection[str]) -> bool:
    """Whether the name of a people tells whose the fighters of a country are («سيطر المقاتلون السوريون الأكراد على»).

    Behind a verb of ``ousting`` it is the object («طرد المقاتلون السوريون الأكراد»).
    """
    before, nation, people = units[max(0, first - 1)], units[at - 1], units[at]
    told = "country" in nation.tags and nation.word[-2:] in ABSOLUTE and nation.word.startswith(_ARTICLE)
    named = people.tags == {"actor"} and people.word.startswith(_ARTICLE) and not people.gap
    triggers = {entry.value for entry in before.entries if entry.tag == "trigger"}
    return told and named and first > 0 and ("bound" in before.tags or (bool(triggers) and triggers.isdisjoint(ousting)))


def known_by_region(units: Sequence[Unit], party: Party, names: Mapping[Phrase, Sequence[Meaning]]) -> Party:
    """A party as the one that a registry calls so without the noun for its region or state («قوات جمهورية دونيتسك»)."""
    named = units[party.first : party.last + 1]
    words = [unit for unit in named if "head" not in unit.tags and "republic" not in unit.cues]
    if 0 < len(words) <= party.last - party.first:
        name = (words[0].reading.stem or words[0].word, *(unit.word for unit in words[1:]))
        party.meanings = tuple(names.get(name, ())) or words[-1].meanings
        party.unknown = not party.meanings
    return party
