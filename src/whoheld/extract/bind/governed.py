"""Parties that a preposition governs, or that stand right after a word: agents, recipients, and whose a place is said to be."""

from collections.abc import Collection, Iterator

from whoheld.extract.bind.attributes import describes
from whoheld.extract.phrases.phrase import COMMAS, Party, Places, labelled, parted
from whoheld.extract.sentence.frame import Frame, as_party
from whoheld.extract.sentence.line import Line
from whoheld.lang import Pack

WHOSE = frozenset({"to", "with"})
"""Cases of a party whose a place is said to be."""
_ALONG = frozenset({"adverb", "now", "weekday", "day", "time", "whole", "share"})
"""Classes of words that may stand between a place and the party whose it is."""
_LONGEST_ASIDE = 20
"""Words of the longest aside on a place that is given up."""
_TO_HELPER = 3
"""Words from a participle back to its "was"."""
_APPOSING = frozenset({"apposing", "position"})
"""Classes of words that open what is said of a place between commas."""
_LYING = frozenset({"in", "inside", "direction"})
"""Prepositions that say where a place lies."""


_DETERMINING = frozenset({"article", "adverb"})
_AND, _ITS = "و", ("ها", "ه", "هما")
"""How an Arabic noun begins and ends that is joined to a place to which it belongs."""
_CLAUSE = frozenset({"negation", "no_longer", "still", "become", "had"})
"""Classes of words with which an Arabic clause begins."""


class GovernedParties:
    """Finds the parties of one language that stand behind a preposition or a word."""

    def __init__(self, language: Pack) -> None:
        self._verb_first = language.writing.verb_first
        self._article = language.writing.article or "-"

    def predicate(self, line: Line, frame: Frame) -> Party | None:
        """Whose a place is said to be, right after the verb and the place ("صارت عدن كلها للقوات", "لا تزال معها")."""
        for right in range(frame.at + 1, len(line.units)):
            unit, phrase = line.units[right], line.phrase(right)
            if isinstance(phrase, Party):
                return phrase if phrase.case in WHOSE else None
            if (bound := unit.entry("bound")) and bound.value in WHOSE:
                frame.pronoun = _gender_of(unit.reading.stem)
                return None
            leads = (label := unit.entry("preposition")) is not None and label.value in WHOSE
            if isinstance(phrase, Places) and phrase not in frame.places and "position" in unit.tags and not phrase.names:
                return None  # "باتت المعقل الأخير للحوثيين"
            if not (
                isinstance(phrase, Places)
                or leads
                or (unit.tags & _ALONG and "head" not in unit.tags)
                or self._describes(line, right)
            ):
                return None
        return None

    def _describes(self, line: Line, at: int) -> bool:
        """Whether a word says of which sort a place is, or where it lies ("قاعدة الجفرة الجوية وسط البلاد")."""
        unit, label = line.units[at], line.units[at].entry("preposition")
        definite = not unit.tags - {"function", "country", "common"} and unit.word.startswith(self._article)
        return (definite and not unit.gap) or (label is not None and label.value in _LYING)

    def bound_pronoun(self, line: Line, at: int, slot: str) -> str:
        """The gender of a pronoun written on the preposition of a slot ("عادت إليه"), or empty."""
        for right in line.rightward(at):
            label = line.units[right].entry("preposition")
            if not self._verb_first and label is not None and label.value == slot and (alone := self.alone(line, right + 1)):
                return alone
            entry = line.units[right].entry("bound")
            if entry is not None and entry.value == slot and not isinstance(line.phrase(right), Places):
                return _gender_of(line.units[right].reading.stem)
            if self._verb_first and _tells_on(line, right):
                return ""  # «بسط سيطرته على القصير، وخرج المسلحون منها»
            noun = line.units[right].entry("trigger")
            if noun is not None and noun.tense == "noun" and noun.pronoun and self._under_noun(line, right + 1, {slot}):
                return noun.pronoun
        return ""

    def alone(self, line: Line, at: int) -> str:
        """The gender of a pronoun that stands by itself at a unit ("under it", "fell to them"), or empty."""
        unit = line.units[at] if at < len(line.units) and not line.units[at].gap else None
        pronoun = unit.entry("pronoun") if unit is not None else None
        after = line.units[at + 1] if at + 1 < len(line.units) else None
        if unit is not None and "object_pronoun" in unit.cues:
            return "p"  # "clear of them"
        return pronoun.value if pronoun is not None and (after is None or after.gap or after.tags) else ""

    def with_case(self, line: Line, at: int, cases: Collection[str]) -> Party | None:
        """The party right of a word that a preposition governs, in one of some cases; rather none that only an aside names."""
        aside: Party | None = None
        for right in line.rightward(at) if self._verb_first or cases != {"to"} else _past_asides(line, at):
            if "be" in line.units[right].tags and cases == {"to"} and not line.told(at):
                break  # "the loss of Lyman was a blow to Russia"
            if self._verb_first and (_opens_other(line, right) or _says_more(line, right) or "fearing" in line.units[right].cues):
                break  # «غادر السكان المدينة خوفا من طالبان»
            phrase = line.phrase(right)
            leads = (
                right > 1 and "landmark" in line.units[right - 2].cues and not (self._verb_first or line.units[right - 1].gap)
            )  # "on the highway to China"
            governed = (
                phrase is not None
                and phrase.first == right
                and not leads
                and (phrase.case in cases or self._under_noun(line, right, cases))
            )
            if governed and (party := as_party(line, phrase)):
                if self._verb_first and "to" in cases and _of_noun(line, right):
                    continue
                if not _apposed(line, at, right):
                    return party
                aside = aside or (None if self._verb_first and "to" in cases else party)  # "، آخر ما كان لداعش، "
            the = line.units[right - 1]
            noun = "definite" in the.cues and "article" in the.tags and not line.units[right].gap  # "from the control of ISIS"
            other = "trigger" in line.units[right].tags and phrase is None and not (noun or describes(line, right))
            if other and (line.finite(right) or _has_agent(line, right)):
                break
        return aside

    def _under_noun(self, line: Line, at: int, cases: Collection[str]) -> bool:
        """Whether a noun of control stands between the preposition and a party ("لسيطرة الحكومة", "إلى يد الجيش")."""
        if not self._verb_first and at > 1 and "genitive" in line.units[at - 1].cues:
            at -= 1  # "wrested from the grip of the junta"
        noun, at = line.units[at - 1], at - 1
        if "trigger" not in noun.tags:
            return False
        while not self._verb_first and at > 1 and line.units[at - 1].tags & _DETERMINING and not line.units[at].gap:
            at -= 1
        entry = line.units[at - 1].entry("preposition") if at > 0 else None
        return noun.reading.preposition in cases or (entry is not None and entry.value in cases)

    def following(self, line: Line, at: int) -> Party | None:
        """The party right after a word, where it owns nothing itself ("under the rebels", not "under rebel fire")."""
        stated = "preposition" in line.units[at].tags  # "under rebel control" is told by its noun
        at += 1
        while (
            at < len(line.units)
            and not line.units[at].gap
            and line.phrase(at) is None
            and line.units[at].tags & {"article", "adverb", "direction"}
        ):
            at += 1
        party = as_party(line, line.phrase(at))
        if party is None or party.first != at:
            return None
        held = self._held(line, party.last + 1)
        if party.possessive or (held and not stated):
            return party if held else None
        after = line.units[party.last + 1] if party.last + 1 < len(line.units) else None
        closed = after is None or after.gap or after.tags or isinstance(line.phrase(party.last + 1), Places)
        told = after is not None and not after.gap and "trigger" in after.tags and "preposition" not in after.tags
        return party if closed and not told else None

    def _held(self, line: Line, at: int) -> bool:
        """Whether what a party owns is its control of a place ("slipped from the government's control")."""
        entries = line.units[at].entries if at < len(line.units) and not line.units[at].gap else ()
        return any("hold" in entry.traits for entry in entries)


def _past_asides(line: Line, at: int) -> Iterator[int]:
    """Unit indexes right of an English verb, past what is said of its place before "to" ("lost Goma, which …, to the rebels")."""
    for right in line.rightward(at):
        if parted(line.units[right].gap) and isinstance(line.phrase(right - 1), Places) and not line.inside(right):
            closing = range(right + 1, min(right + _LONGEST_ASIDE, len(line.units)))
            resumes = next((n for n in closing if parted(line.units[n].gap) and _to(line, n)), right)
            yield from line.rightward(resumes - 1)
            return
        yield right


def _to(line: Line, at: int) -> bool:
    """Whether "to" stands at a unit, behind the particle of its verb perhaps ("over to the rebels")."""
    after = line.units[at + 1] if at + 1 < len(line.units) and not line.units[at + 1].gap else None
    return labelled(line.units[at], "to") or (after is not None and labelled(line.units[at], "over") and labelled(after, "to"))


def _opens_other(line: Line, at: int) -> bool:
    """Whether a clause of its own opens behind a comma («سقطت نيالا، فلم يبق للجيش سوى الفاشر»)."""
    unit = line.units[at]
    joined = bool(unit.gap) and unit.gap[-1] in COMMAS and unit.reading.conjunction
    return joined and line.phrase(at) is None and not unit.tags.isdisjoint(_CLAUSE)


def _says_more(line: Line, at: int) -> bool:
    """Whether a participle behind a comma goes on with another thing that is said («تمكن من تطهيرها، زاعما سيطرته على آليات»)."""
    unit = line.units[at]
    return bool(unit.gap) and unit.gap[-1] in COMMAS and "report" in unit.tags and line.phrase(at) is None


def _tells_on(line: Line, at: int) -> bool:
    """Whether a verb at a unit tells another deed, so that a pronoun behind it is no longer governed by the word before."""
    return "trigger" in line.units[at].tags and line.phrase(at) is None and line.finite(at)


def _has_agent(line: Line, at: int) -> bool:
    """Whether a participle is of a clause that has an agent of its own ("control of Bambari, a city taken by rebels").

    A predicate has one that a comma parts from an aside before it ("Goma, captured in May, was retaken by the army").
    """
    participle = any(entry.tag == "trigger" and entry.tense in {"ed", "participle"} for entry in line.units[at].entries)
    helpers = (unit for unit in line.units[max(0, at - _TO_HELPER) : at] if unit.tags & {"be", "have", "had"})
    first = next(helpers, None)
    return participle and not line.verb_first and (first is None or first.gap == ",")


def _of_noun(line: Line, at: int) -> bool:
    """Whether a noun governs a party, and not a verb before it («سقوطها ضربة للحكومة», «هجين، آخر معقل للتنظيم»)."""
    before = line.units[at - 1]
    opens = line.units[at - 2] if at > 1 else None
    aside = opens is not None and "apposing" in opens.tags and opens.gap[:1] in COMMAS and "position" in before.tags
    unknown = not before.tags and line.phrase(at - 1) is None and not before.word.startswith("ال")
    unknown = unknown and not _belongs(line, at - 1)
    return (unknown or aside) and not line.units[at].gap


def _belongs(line: Line, at: int) -> bool:
    """Whether a noun only adds to a place what is its own («سلموا قاعدة باغرام وسجنها للحركة»)."""
    unit = line.units[at]
    theirs = unit.word.startswith(_AND) and unit.word.endswith(_ITS) and not unit.gap
    return theirs and isinstance(line.phrase(at - 1), Places)


def _apposed(line: Line, at: int, right: int) -> bool:
    """Whether a word stands in an aside that says what a place is («مسكنة، آخر معقل لتنظيم الدولة، …»)."""
    opens = next((n for n in range(right, at, -1) if line.units[n].gap[:1] in COMMAS), None)
    closed = any(line.units[n].gap[:1] in COMMAS for n in range(right + 1, len(line.units)))
    return opens is not None and closed and bool(line.units[opens].tags & _APPOSING)


def _gender_of(pronoun: str) -> str:
    """The gender of a pronoun that is written on its preposition; ``s`` where it is the speaker's own."""
    return "f" if pronoun.endswith("ها") else "p" if pronoun.endswith("هم") else "s" if pronoun.endswith("نا") else "m"
