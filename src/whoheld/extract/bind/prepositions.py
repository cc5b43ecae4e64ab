"""Places that a preposition governs: the phrase of a case right of a trigger, the "of" of a noun, a pronoun in their stead."""

from collections.abc import Collection, Iterator
from itertools import islice, takewhile

from whoheld.extract.bind.asides import on_subject
from whoheld.extract.bind.attributes import describes
from whoheld.extract.bind.lists import adjoins, coordinated
from whoheld.extract.bind.objects import joined_to_thing
from whoheld.extract.bind.owned_places import owns_next, several
from whoheld.extract.bind.scenes import beyond_site, stationed_there
from whoheld.extract.bind.strange import strange_place
from whoheld.extract.phrases.phrase import Party, Phrase, Places, labelled, parted
from whoheld.extract.sentence.frame import as_places
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.relatives import relative_end
from whoheld.extract.words.letters import TIMES
from whoheld.lang import Pack
from whoheld.text import key

_TO_BEEN = 2
"""Words from "have" to "been"."""
_GOVERNING = frozenset({"on", "from", "off"})
"""Prepositions after which the verbs of frames have nothing but places."""
"""The word behind which Arabic tells what came of a deed."""
_GOVERNED = ("لل", "بال")
"""How definite nouns begin on which a preposition is written («للدفاع»)."""
_DESCRIBING = frozenset({"direction", "adverb", "function"})
_WITHIN = frozenset({"streets", "centre"})
"""Cues of nouns for what lies inside a town."""
_CALLED = frozenset({"apposing", "container", "head"})
"""Classes of nouns that call a place what it is («عن العاصمة مقديشو»)."""
LEAVING = frozenset({"from", "off", "object", "with"})
"""Cases of a capital that is left, and so stands for no government."""


class GovernedPlaces:
    """Finds the places of one language that stand behind a preposition."""

    def __init__(self, language: Pack) -> None:
        self._verb_first = language.writing.verb_first
        self._lengths = {key(word) for words in language.whereabouts.units.values() for word in words}

    def prepositional(self, line: Line, at: int, cases: Collection[str]) -> Iterator[Places]:
        """The first phrase of a case right of a trigger, or the pronoun that stands for one."""
        stop = len(line.units) if self._verb_first else relative_end(line, at)
        aside = on_subject(line, at) if self._verb_first else range(0)
        for right in line.rightward(at):
            if right >= stop or (not self._verb_first and _acts_on(line, at, right)):
                return
            if right in aside or self._counts_from(line, right):
                continue
            phrase = self._left_capital(line.phrase(right), cases)
            if (
                isinstance(phrase, Places)
                and phrase.first == right
                and (self._defends(line, at, phrase) or _address(line, phrase))
            ):
                return
            if isinstance(phrase, Places) and phrase.first == right and phrase.case in {*cases, "like"} and not phrase.modifier:
                named = list(coordinated(line, phrase, verb_first=self._verb_first))
                yield from (*named, *self._governed_again(line, named[-1], cases))
                return
            if pronoun := self.pronoun(line, right, cases):
                joined = coordinated(line, pronoun, verb_first=True) if self._verb_first else (pronoun,)
                listed = (p for p in joined if p is pronoun or p.case == pronoun.case)  # "عليها وعلى مطارها", not "منها، ثم حمص"
                yield from () if stationed_there(line, right) else listed
                return
            if not isinstance(phrase, Party) and self._closes(line, right, cases):
                if self._verb_first and (strange := strange_place(line, right, governed=not _GOVERNING.isdisjoint(cases))):
                    named = list(coordinated(line, strange, verb_first=True))
                    yield from (*named, *self._governed_again(line, named[-1], cases))
                elif self._verb_first and (beyond := beyond_site(line, right, cases)):
                    yield from coordinated(line, beyond, verb_first=True)
                return

    def _defends(self, line: Line, at: int, phrase: Places) -> bool:
        """Whether another noun than the trigger governs a place with «عن» («تراجعوا غربا ويستعدون للدفاع عن مدينة …»)."""
        noun = phrase.first - 2
        if not self._verb_first or phrase.case != "off" or noun <= at or line.phrase(noun) is not None:
            return False
        unit = line.units[noun]
        governed = bool(unit.reading.preposition) or unit.word.startswith(_GOVERNED) or "preposition" in line.units[noun - 1].tags
        return governed and unit.tags <= {"common", "plan"} and not line.units[phrase.first - 1].gap

    def _counts_from(self, line: Line, right: int) -> bool:
        """Whether an Arabic place is only how far from it another lies («إلى أفجوي على بعد 30 كم عن العاصمة مقديشو»)."""
        at, phrase = right - 1, line.phrase(right)
        if phrase is None or phrase.first != right:
            return False
        while self._verb_first and at > 1 and line.units[at].tags & _CALLED:
            at -= 1
        return self._verb_first and at > 1 and "preposition" in line.units[at].tags and line.units[at - 1].word in self._lengths

    def _governed_again(self, line: Line, last: Places, cases: Collection[str]) -> Iterator[Places]:
        """What the same preposition governs once more, be it behind a date («سيطر على نومبي أمس وعلى لومبيشي»)."""
        at = last.last + 1 if self._verb_first and not _GOVERNING.isdisjoint(cases) else len(line.units)
        while at < len(line.units) and not parted(line.units[at].gap):
            label = line.units[at].entry("preposition")
            if label is not None and label.value in cases and line.units[at].reading.conjunction:
                known = line.phrase(at + 1)
                again = known if isinstance(known, Places) and known.names else strange_place(line, at, governed=True)
                yield from coordinated(line, again, verb_first=True) if again is not None else ()
                return
            if not (line.units[at].tags & TIMES or line.adjunct(at)):
                return
            at += 1

    def _left_capital(self, phrase: Phrase | None, cases: Collection[str]) -> Phrase | None:
        """A phrase as the capital that it names, where it may stand for its government but is left ("انسحب من دمشق")."""
        return as_places(phrase) if isinstance(phrase, Party) and phrase.case in LEAVING and phrase.case in cases else phrase

    def pronoun(self, line: Line, at: int, cases: Collection[str]) -> Places | None:
        """A pronoun in one of the cases: written on its preposition, or after it."""
        bound, label = line.units[at].entry("bound"), line.units[at].entry("preposition")
        if bound is not None and bound.value in cases:
            several = self._verb_first and line.units[at].reading.stem.endswith("هما")
            return Places(at, at, case=bound.value, anaphor="many" if several else "pronoun")
        after = line.units[at + 1] if at + 1 < len(line.units) else None
        if label is None or label.value not in cases or after is None:
            return None
        if "object_pronoun" in after.cues:
            return Places(at + 1, at + 1, case=label.value, anaphor="many")  # "took control of them"
        if "pronoun" in after.tags or self._its_streets(line, at + 1):
            return Places(at + 1, at + 1, case=label.value, anaphor="pronoun")
        return None

    def _its_streets(self, line: Line, at: int) -> bool:
        """Whether a possessive says whose streets or centre are meant ("in its southern streets")."""
        whose = line.units[at].entry("possessive")
        noun = at + 1
        while noun < len(line.units) and line.units[noun].tags and line.units[noun].tags <= _DESCRIBING:
            noun += 1
        within = line.units[noun].cues if noun < len(line.units) else frozenset[str]()
        return whose is not None and whose.value == "n" and not within.isdisjoint(_WITHIN)

    def _closes(self, line: Line, at: int, cases: Collection[str]) -> bool:
        """Whether a search ends here: the slot's preposition governs something else, or another verb begins."""
        unit, label = line.units[at], line.units[at].entry("preposition")
        if label is not None and label.value in cases:
            country = at + 1 < len(line.units) and "country" in line.units[at + 1].tags
            named = self._left_capital(line.phrase(at + 1), cases)
            return not (self._verb_first and country) and not isinstance(named, Places) and not self._opens(line, at)
        if (
            self._verb_first
            and "،" in unit.gap
            and unit.reading.conjunction
            and "trigger" in unit.tags
            and line.phrase(at) is None
        ):
            return True  # "بعد أشهر من القتال، وانتزاع آخر المباني في …"
        if self._verb_first and at and "consequence" in line.units[at - 1].cues and line.told(at):
            return True  # "انسحبت القوة مما أتاح إجلاء عائلتين من منزل"
        told = "report" in unit.tags and line.finite(at) and line.phrase(at) is None
        if "inside" in cases and not self._verb_first and (told or "personal_relative" in unit.cues):
            return True  # "battling militants who are based in Goma", "The men battling them estimate that in Goma …"
        moves = "inside" in cases and "light" in unit.tags  # "المعارك انتقلت إلى شوارع"
        verb = "trigger" in unit.tags and "bound" not in unit.tags and not (moves or _helps(line, at))
        participle = not self._verb_first and "," in unit.gap and unit.word.endswith("ing") and not unit.tags
        return (
            verb and line.finite(at) and line.phrase(at) is None and not describes(line, at)
        ) or participle  # "battling the army, trapping locals in Goma"

    def complements(self, line: Line, at: int, cases: Collection[str]) -> Iterator[Places]:
        """The "of" phrase of a noun, or the place whose the noun is ("the town's recapture")."""
        owner = line.phrase(at - 1)
        if isinstance(owner, Places) and owner.possessive and owner.last == at - 1:
            yield owner
            return
        first = next((p for p in line.phrases if p.first > at and isinstance(p, Places) and not owns_next(line, p)), None)
        joined = first is not None and not self._verb_first and joined_to_thing(line, at, first, cases)
        if first is not None and not first.modifier and (joined or (first.case in {*cases, "like"} and adjoins(line, at, first))):
            yield from coordinated(line, first, verb_first=self._verb_first)
            return
        if not self._verb_first and at + 1 < len(line.units) and (pronoun := self.pronoun(line, at + 1, cases)):
            yield pronoun
            return
        whose = line.units[at - 1].entry("possessive") if at and not several(line.units[at].word) else None
        if whose is not None and whose.value == "n" and not line.units[at].gap:
            yield Places(at - 1, at - 1, anaphor="pronoun")

    def _opens(self, line: Line, at: int) -> bool:
        """Whether a place phrase follows a preposition after an article and adjectives."""
        named = (p for p in line.phrases if p.first > at and (self._verb_first or isinstance(p, Places)))
        ahead = next(named, None)  # "from the government stronghold of"
        if not isinstance(ahead, Places) or ahead.case != getattr(line.units[at].entry("preposition"), "value", ""):
            return False
        own = ahead.first - 1  # "على نومبي وعلى غوما", «على تلة في معركة السيطرة على مدينة القصير», but «في بساتين في حي المزة»
        again = labelled(line.units[own], ahead.case) and (line.units[own].reading.conjunction or ahead.case == "on")
        return not (self._verb_first and again and own > at + (ahead.case == "on"))  # but «على على بلدتي»


def _address(line: Line, phrase: Places) -> bool:
    """Whether a place is only where the one lies that somebody leaves right before it ("from Bama in Borno state")."""
    left = line.phrase(phrase.first - 2) if phrase.case == "in" else None
    return isinstance(left, Places) and left.case == "from" and not line.units[phrase.first - 1].gap


def _helps(line: Line, at: int) -> bool:
    """Whether "have" only helps the verb behind it ("Fighting has also been reported in")."""
    if "have" not in line.units[at].tags:
        return False
    behind = takewhile(lambda unit: not unit.gap, line.units[at + 1 :])
    return any("be" in unit.tags for unit in islice(behind, _TO_BEEN))


def _acts_on(line: Line, fighting: int, verb: int) -> bool:
    """Whether a word is what those do who are only told by whom they fight ("Troops fighting rebels killed men in Goma")."""
    unit = line.units[verb]
    told = (not unit.tags and unit.word.endswith("ed")) or "achieve" in unit.tags
    described = line.units[fighting].word.endswith("ing") and isinstance(line.phrase(fighting - 1), Party)
    return described and told and not unit.gap and line.phrase(verb) is None
