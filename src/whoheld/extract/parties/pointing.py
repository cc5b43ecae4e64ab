"""Common nouns for men that point back to a force named before ("the same forces", "in rebel hands", «تلك الكتائب»)."""

from collections.abc import Mapping, Sequence

from whoheld.actors import Registry
from whoheld.extract.parties.maker import PartyMaker
from whoheld.extract.parties.nations import REBELS, Nations
from whoheld.extract.phrases.phrase import Party, parted
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack
from whoheld.text import key

MEN = frozenset({"armed", "official"})
"""Classes of nouns for those who are somebody's."""
_BANDS = frozenset({"band", "group"})
"""Cues of nouns for a band of armed men."""
_DESCRIBING = frozenset({"armed", "nonstate", "allied"})
"""Classes of words that tell of what sort a band is, or that somebody is behind it."""

_RANKED_PARTIES = frozenset({"former_party", "second_party", "latter_party"})
"""Cues of words for one of two parties that a text has named."""
_FEMININE = ("ه", "ي")
"""How the feminine of a rank ends, as folding writes it («الاخيره», «الاولي»)."""


class PointingBack:
    """Tells which phrases of common nouns speak of a force named before, in one language.

    Args:
        language: its pack.
        registry: of those who are called by a common noun.
        nations: of those who are called by an adjective.
        genders: of the nouns for men, by their key.
    """

    def __init__(self, language: Pack, registry: Registry, nations: Nations, genders: Mapping[str, str]) -> None:
        self._capitals = language.writing.capitals
        self._article = language.writing.article
        self._registry = registry
        self._nations = nations
        self._genders = genders
        self._formations = (
            frozenset(map(key, language.classes["formation"].words)) if "formation" in language.classes else frozenset()
        )
        self._demonstratives = frozenset(map(key, language.demonstratives))
        pointing = language.classes.get("actor_anaphor")
        self._creeds = frozenset(map(key, language.creeds))
        self._pointing = frozenset(map(key, pointing.words)) if pointing is not None else frozenset[str]()

    def mark(self, units: Sequence[Unit], party: Party) -> None:
        """Marks common nouns that speak of a force named before ("the same forces", "in rebel hands", «تلك الكتائب»)."""
        if self._capitals:
            self.describe(units, party)
        if party.meanings or party.proper or any(unit.possessive for unit in units[party.first : party.last]):
            return
        party.same = self.shown(units, party)
        if not self._capitals:
            self._point_back_by_article(units, party)
        adjective = self._capitals and party.first == party.last and party.nonstate and party.noun not in self._genders
        adjective = adjective and not _one_band(units, party)
        of_cause = self._capitals and units[party.first].tags >= REBELS and units[party.first].word not in self._genders
        of_cause = of_cause and not another(units, party.first)
        if adjective or of_cause:
            party.meanings = self._nations.of_cause(units[party.first].word)
        party.repeats = bool(party.meanings) or self._again(units, party)
        party.anaphor = party.anaphor or party.same or (adjective and not party.meanings) or self._definite(units, party)

    def describe(self, units: Sequence[Unit], party: Party) -> None:
        """Marks English words that only say of what creed a definite band is, or who backs it ("the Iran-backed militia")."""
        party.proper = party.proper and not self._describes(units, party)

    def _describes(self, units: Sequence[Unit], party: Party) -> bool:
        before = units[party.first - 1] if party.first and not units[party.first].gap else None
        if before is None or "definite" not in before.cues or party.meanings or not party.nonstate:
            return False
        if not units[party.last].cues & _BANDS:
            return False
        qualifying = range(party.first, party.last)
        return all(
            units[at].word in self._creeds or bool(units[at].tags & _DESCRIBING) or "allied" in units[at + 1].tags
            for at in qualifying
        )

    def shown(self, units: Sequence[Unit], party: Party) -> bool:
        """Whether a demonstrative beside a noun says that it has just been named ("the same forces", «هذه القوات»)."""
        beside = ((party.first - 1, party.first), (party.last + 1, party.last + 1))[: 1 if self._capitals else 2]
        near = [at for at, gap in beside if 0 <= at < len(units) and not parted(units[gap].gap)]
        return not self._demonstratives.isdisjoint(units[at].word for at in near if not _of_statement(units, party, at))

    def latter(self, units: Sequence[Unit], at: int) -> Party | None:
        """One of two named before, as the subject right behind an Arabic verb tells him («واستعاد الأخير تكريت»), or None.

        A feminine one is a party where she speaks («وأعلنت الأولى أنها …»); what is taken is a town («استعادت الأولى»).
        """
        verb = units[at - 1] if at and units[at].cues & _RANKED_PARTIES and not units[at].gap else None
        gender = "f" if units[at].word.endswith(_FEMININE) else "m"
        if verb is None or verb.reading.article or (gender == "f" and verb.tags.isdisjoint(("report", "denial"))):
            return None
        if not any(entry.tense in FINITE and entry.gender == gender for entry in verb.entries):
            return None
        return Party(at, at, start=units[at].start, end=units[at].end, gender=gender, anaphor=True)

    def again(self, units: Sequence[Unit], at: int) -> bool:
        """Whether a name speaks of one named before: by a demonstrative ("the same rebels"), or by its noun («عناصر التنظيم»)."""
        noun, before = units[at], units[at - 1].word if at else ""
        if not self._capitals and noun.tail != noun.word and noun.tail in self._pointing:
            return True  # "عناصر التنظيم"
        return self._capitals and not (noun.capital or noun.gap) and before in self._demonstratives

    def _definite(self, units: Sequence[Unit], party: Party) -> bool:
        """Whether an English article shows that common nouns of no state's men speak of a force named before ("the brigades")."""
        before = units[party.first - 1] if self._capitals and party.first and not units[party.first].gap else None
        if before is None or "article" not in before.tags or "indefinite" in before.tags or party.statal or party.unknown:
            return False
        noun = units[party.last].word
        men = party.nonstate or not party.regular or noun.removesuffix("s") in self._formations
        common = all(unit.tags & MEN or "direction" in unit.tags for unit in units[party.first : party.last + 1])
        return men and common and noun.endswith("s")

    def _again(self, units: Sequence[Unit], party: Party) -> bool:
        """Whether an English article shows that "the forces" may be those of somebody named before."""
        before = units[party.first - 1] if self._capitals and party.first and not units[party.first].gap else None
        definite = before is not None and "definite" in before.cues and party.first == party.last
        return definite and party.regular and party.noun.endswith("s")

    def _point_back_by_article(self, units: Sequence[Unit], party: Party) -> None:
        """Marks a single definite noun as one that points back; of "rebels" a country may have one side only."""
        unit = units[party.first]
        if party.first != party.last or party.owner or party.statal or "enemy" in unit.cues | unit.tail_cues:
            return  # who «العدو» is depends on whose words it is
        if "cause" in unit.tags:
            party.meanings = tuple(self._registry.names().get((self._article + unit.reading.stem,), ()))
        party.anaphor = unit.reading.article or unit.reading.stem.startswith(self._article)


def of_group(units: Sequence[Unit], first: int, maker: PartyMaker) -> Party | None:
    """The men of a group that only a noun tells which points back («عناصر الحركة المتمردة»), or None."""
    noun = units[first + 1] if first + 1 < len(units) and not units[first + 1].gap else None
    if noun is None or "actor_anaphor" not in noun.tags or "actor" in noun.tags or units[first].word.startswith("ال"):
        return None
    group, men = maker.make(units, first + 1, first + 1, -1, anaphor=True), maker.make(units, first, first + 1, -1)
    group.first, group.start, group.gender, group.also = first, men.start, men.gender, group.gender
    return group


def told_by_relative(units: Sequence[Unit], party: Party) -> bool:
    """Whether a relative clause says which men are meant as the object of a verb ("trained the fighters who seized Bunia")."""
    verb, after = party.first - 1, party.last + 1
    verb -= verb > 0 and "article" in units[verb].tags and not units[party.first].gap
    if verb < 0 or after >= len(units) or units[after].gap or "personal_relative" not in units[after].cues:
        return False
    return units[verb].word.endswith("ed") and not units[verb + 1].gap and "report" not in units[verb].tags


def another(units: Sequence[Unit], first: int) -> bool:
    """Whether men are told of as others than those named before ("another militant group")."""
    before = units[first - 1] if first and not units[first].gap else None
    return before is not None and "indefinite" in before.tags and "single" not in before.cues


def _one_band(units: Sequence[Unit], party: Party) -> bool:
    """Whether a force is told of as one not named before ("met a militia that holds the town")."""
    before = units[party.first - 1] if party.first and not units[party.first].gap else None
    return before is not None and "indefinite" in before.tags and "band" in units[party.last].cues


def _of_statement(units: Sequence[Unit], party: Party, at: int) -> bool:
    """Whether a demonstrative is what somebody denies or says («ونفى الحوثيون ذلك», «ونفى ذلك الحوثيون»)."""
    said = at > party.last or (at > 0 and not units[at - 1].tags.isdisjoint(("denial", "report")))
    return said and "report_anaphor" in units[at].cues
