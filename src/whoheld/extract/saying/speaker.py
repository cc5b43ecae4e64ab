"""Who says so: the noun phrase that is the subject of a verb of saying, or that "according to" governs."""

from whoheld.actors import Registry
from whoheld.extract.bind.deployed import sent_against
from whoheld.extract.dates.words import says
from whoheld.extract.phrases.phrase import Party, Places, labelled, parted, verbal
from whoheld.extract.places.capital_city import CAPITAL
from whoheld.extract.saying.announcement import announcers
from whoheld.extract.saying.edges import behind_adjunct, behind_quotation, commands, in_name, trails, verb_of_saying
from whoheld.extract.saying.spoken_sides import SpokenSides
from whoheld.extract.saying.unsaid import keeps_back
from whoheld.extract.saying.verbs import (
    APART,
    AROUND,
    DATES,
    adds_to,
    before_aside,
    closes,
    had_said,
    hears,
    is_announced,
    is_object,
    is_told,
    past_adjective,
    past_dates,
    qualifies,
    quoted_as,
    relative_to,
    resumed,
    speaking_from,
    spoken_in,
    tells_more,
    wanting_to,
)
from whoheld.extract.sentence.frame import SAYS
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.letters import FINITE
from whoheld.lang import Pack
from whoheld.text import key

_LONGEST = 10
_TO_STATEMENT = 4
"""Words from "issued" to the statement."""
_RANKS = frozenset({"title", "voice"})
"""Classes of words for who speaks for the people or country that is named with him ("a Kurdish commander")."""
_STOPS = APART | {"contrast", "pronoun", "bound", "to", "modal", "hypothesis"}
_EMPTY = (
    frozenset({"article", "indefinite", "function", "adverb", "time", "number", "statement", "quantity", "possessive"}) | DATES
)
_NAMED = frozenset(
    {
        "actor",
        "armed",
        "official",
        "title",
        "country",
        "statal",
        "nonstate",
        "actor_anaphor",
        "head",
        "bystander",
        "local",
        "voice",
        "ministry",
    }
)
_ACCOUNTING = ("by", "in", "on", "to")
"""Labels of prepositions that lead to whose account something is."""
_INSIDE = frozenset({"of", "from", "in", "with", "at", "for", "to", "by", "direction"})
"""Labels of prepositions that may join the parts of a speaker's name ("a spokesman for the army in the east")."""


class Speakers:
    """Finds speakers in one language.

    Args:
        language: its pack.
        registry: of the sides for which they may speak.
    """

    def __init__(self, language: Pack, registry: Registry) -> None:
        self._sides = SpokenSides(language, registry)
        self._verb_first = language.writing.verb_first
        self._capitals = language.writing.capitals
        self._off = frozenset(map(key, language.prepositions.get("off", ())))

    def subject(self, line: Line, at: int) -> range:
        """The units of the subject of a verb of saying; empty where it has none that can be named."""
        if self._verb_first:
            return self._added_to(line, at) if "adding" in line.units[at].cues else self._arabic_subject(line, at)
        if (main := adds_to(line, at)) is not None:
            return self.subject(line, main)
        if (quoting := quoted_as(line, at)) > 0:
            return self._before(line, quoting) if "be" in line.units[quoting - 1].tags else self._after(line, quoting)
        if is_told(line, at):
            return self._after(line, at + 1) if at + 1 < len(line.units) and labelled(line.units[at + 1], "by") else range(0)
        if (verb := wanting_to(line, at) or relative_to(line, at) or speaking_from(line, at)) > 0:
            return self._before(line, verb)
        return self._sender(line, self._before(line, at)) or (self._inverted(line, at) if closes(line, at) else range(0))

    def _sender(self, line: Line, before: range) -> range:
        """The units of a subject, or of the men who are sent against it ("Troops sent to fight rebels said")."""
        named = line.phrase(before.stop - 1) if before else None
        men = sent_against(line, named) if isinstance(named, Party) else None
        return range(men.first, men.last + 1) if men is not None else before

    def _inverted(self, line: Line, at: int) -> range:
        """The units of the subject behind a verb of saying, and not of that of what is said ("…, said troops had advanced")."""
        who = self._after(line, at)
        after = line.units[who.stop] if who and who.stop < len(line.units) else None
        said = after is not None and not after.gap and (bool(after.tags & {"have", "had", "be"}) or line.told(who.stop))
        return range(0) if said else who

    def _arabic_subject(self, line: Line, at: int) -> range:
        main = spoken_in(line, at)
        if main is not None and (who := self.subject(line, main)) and at not in who:
            return who
        complete = "clausal" in line.units[at].tail_cues  # behind «تصر على أن» stands what is said
        after = range(0) if complete else past_adjective(line, at, self._after(line, at))
        return self._quoted(line, at) or had_said(line, at) or after or self._topic(line, at) or self._shared(line, at)

    def _added_to(self, line: Line, at: int) -> range:
        """The units of who says by a participle what goes on («نفى الجيش ذلك مؤكدا أن», «رفض الجيش التقارير، مؤكدا أن»)."""
        finite = (n for n in range(at - 1, -1, -1) if any(entry.tense in FINITE for entry in line.units[n].entries))
        verbs = [n for n in finite if line.phrase(n) is None]
        main = next((n for n in verbs if line.units[n].tags & SAYS), None)
        if main is not None and (told := self.subject(line, main)):
            return told
        unknown = main is not None or not verbs  # «سارعت الوزارة إلى نفي ذلك، مؤكدة أن»
        first = line.begins + 1 if unknown else verbs[-1] + 1
        who = line.phrase(first)
        if isinstance(who, Party):
            return range(who.first, who.last + 1)
        person = first < at and bool(line.units[first].tags & _RANKS)  # «وصل العقيد سالم إلى الجبهة، مؤكدا أن»
        return self._after(line, first - 1) if person else range(0)

    def _quoted(self, line: Line, at: int) -> range:
        """The units of whom an outlet quotes («نقلت رويترز عن مصدر أمني أن»), or none."""
        stop = min(at + _LONGEST, len(line.units)) if "quoting" in line.units[at].cues else at
        for n in range(at + 1, stop):
            if parted(line.units[n].gap) or "to" in line.units[n].tags:
                break
            agency = line.units[n].reading.preposition == "to" and line.units[n].tail in self._off  # «وكالة رويترز للأنباء عن»
            if labelled(line.units[n], "off") or agency:
                return self._after(line, n)
        return range(0)

    def issuer(self, line: Line, at: int) -> range:
        """The units of who is told to issue a statement, as the subject of an English verb ("The army released a statement")."""
        issued = not self._verb_first and "issued" in line.units[at].cues and line.phrase(at) is None
        told = issued and any(unit.tags & {"statement"} for unit in line.units[at + 1 : at + 1 + _TO_STATEMENT])
        return self._before(line, at) if told else range(0)

    def source(self, line: Line, at: int) -> range:
        """The units of whom "according to" names; where a verb of saying follows instead, of its subject."""
        following = at + 1
        if following < len(line.units) and not self._capitals and verb_of_saying(line, at, following):
            return self._after(line, following)
        return self._after(line, at)

    def account(self, line: Line, at: int) -> range:
        """The units of whose account a noun is ("by the army's own account", "a claim by the army that"), or none."""
        if said := announcers(line, at):
            return self._trimmed(line, said.start, said.stop)
        owner = at - 1
        while owner > 0 and "adverb" in line.units[owner].tags and not line.units[owner].possessive:
            owner -= 1
        if "account" not in line.units[at].cues or owner < 1 or not line.units[owner].possessive:
            return range(0)
        first = owner
        while first > 0 and not (line.units[first].gap or "preposition" in line.units[first - 1].tags):
            first -= 1
        led = first > 0 and any(labelled(line.units[first - 1], label) for label in _ACCOUNTING)
        return self._trimmed(line, first, owner + 1) if led else range(0)

    def party(self, line: Line, span: range) -> Party | None:
        """The party that a speaker, whose units are given, speaks for, or None of who speaks for himself."""
        return self._sides.party(line, span)

    def _after(self, line: Line, at: int) -> range:
        """The noun phrase that follows a unit, words of time passed over."""
        first = at + 1
        while first < len(line.units) and not line.units[first].tags.isdisjoint(AROUND) and line.phrase(first) is None:
            first += 1
        if first < len(line.units) and (parted(line.units[first].gap) and first > at + 1):
            return range(0)
        last = first
        while last < min(first + _LONGEST, len(line.units)) and self._goes_on(line, first, last):
            last += 1
        return self._trimmed(line, first, last)

    def _before(self, line: Line, at: int) -> range:
        """The noun phrase that ends before a verb; an aside between commas is passed over."""
        last = past_dates(line, at - 1)
        if last >= 0 and any(parted(unit.gap) for unit in line.units[last + 1 : at + 1]):
            last = past_dates(line, before_aside(line, last))
        last -= tells_more(line, last, at)
        first = last + 1
        while first > max(line.begins, last - _LONGEST) and self._precedes(line, first, last) and not behind_adjunct(line, first):
            first -= 1
        return self._trimmed(line, first, last + 1)

    def _topic(self, line: Line, at: int) -> range:
        """The subject of a verb that follows it where most verbs come first ("لكن شهودا قالوا", "كان ناطق قد قال")."""
        span = self._before(line, at)
        if not span:
            return span
        subject = line.phrase(span.start + 1)
        if isinstance(subject, Party) and line.phrase(span.start) is None and verbal(line.units[span.start].word):
            goes_on = line.units[at].reading.conjunction or "issued" in line.units[span.start].cues
            span = range(subject.first, subject.last + 1)  # «رفضت الحركة الاتهام وأكدت أن», «أصدرت الحركة بيانا أكدت فيه أن»
            return span if goes_on else range(0)
        if "issued" in line.units[span.start].cues:
            return range(0)
        if "topic" in line.units[span.start].cues:
            return range(span.start + 1, span.stop)  # «أما الحركة فقالت»
        opens = span.start == 0 or parted(line.units[span.start].gap)
        led = span.start > 0 and not line.units[span.start - 1].tags.isdisjoint({"contrast", "when", "had", "to"})
        comes = span.start > 0 and line.units[at].reading.preposition and line.told(span.start - 1)  # «عاد ناطق ليؤكد أن»
        return span if opens or led or comes or line.units[span.start].reading.conjunction else range(0)

    def _shared(self, line: Line, at: int) -> range:
        """The subject of the verb of saying to which another is joined («نفى الجيش ذلك وأكد أن», «قال شهود …، وأضافوا أن»)."""
        if not line.units[at].reading.conjunction:
            return range(0)
        adds = at + 1 < len(line.units) and "to" in line.units[at + 1].tags
        for left in range(at - 1, max(line.begins - 1, at - _LONGEST), -1):
            if parted(line.units[left + 1].gap) and not (adds and left + 1 == at):
                break
            if line.units[left].tags & SAYS and line.told(left) and line.phrase(left) is None:
                return self._after(line, left)
        return range(0)

    def _goes_on(self, line: Line, first: int, at: int) -> bool:
        unit = line.units[at]
        closes = self._verb_first and line.phrase(at) is None and (hears(line, at) or resumed(line, at))
        if at == first or closes:
            return not (closes or self._stops(line, at))
        if self._verb_first and line.inside(at) and not parted(unit.gap):
            return True  # «عميد بلدية بني وليد», where «وليد» is no hand
        if self._verb_first and "source" in unit.tags and line.phrase(at) is None:
            return False
        if parted(unit.gap) or self._stops(line, at) or self._times(line, at) or "report_anaphor" in unit.cues:
            return False
        if unit.reading.conjunction or "conjunction" in unit.tags:
            return self._joins(line, at)
        return not (self._verb_first and (is_announced(line, at) or is_object(line, at)))

    def _times(self, line: Line, at: int) -> bool:
        """Whether words of time begin here ("صباح الجمعة")."""
        part = says(line.units, at, "part") and at + 1 < len(line.units) and bool(line.units[at + 1].tags & DATES)
        return line.phrase(at) is None and (part or not line.units[at].tags.isdisjoint(DATES | {"unit"}))

    def _precedes(self, line: Line, first: int, last: int) -> bool:
        """Whether the unit before ``first`` still belongs to the phrase that ends at ``last``."""
        if first <= last and parted(line.units[first].gap):
            return False
        if first <= last and line.units[first].reading.conjunction:
            return False
        unit = line.units[first - 1]
        if first <= last and self._capitals and behind_quotation(line, first):
            return False
        return not self._stops(line, first - 1) and ("conjunction" not in unit.tags or self._joins(line, first - 1))

    def _stops(self, line: Line, at: int) -> bool:
        """Whether a unit cannot belong to a speaker's name."""
        unit = line.units[at]
        if line.phrase(at) is not None or in_name(line, at) or commands(line, at):
            return False
        if unit.gap == "-" and "trigger" in unit.tags and not self._verb_first:
            return False  # "a reporter in rebel-held Douma"
        if keeps_back(line, at) or unit.cues & {"process", "nobody"}:
            return True
        preposition = unit.entry("preposition")
        if self._verb_first and preposition is not None and preposition.value == "to":
            return True  # «أشار المتحدث إلى», not «المتحدث الرسمي للجيش»
        if preposition is not None and not (preposition.value in _INSIDE or "title" in unit.tags):
            return True
        verb = line.finite(at) or not unit.tags.isdisjoint({"be", "have", "had"} | SAYS)
        event = not unit.tags.isdisjoint({"trigger", "light"}) and not unit.tags & _NAMED
        return verb or event or (not unit.tags.isdisjoint(_STOPS) and preposition is None)

    def _joins(self, line: Line, at: int) -> bool:
        """Whether a conjunction joins two parties or two capitals, and not two clauses."""
        units = line.units
        after = at + 1 if "conjunction" in units[at].tags else at
        if after >= len(units):
            return False
        capitals = self._capitals and at > 0 and units[at - 1].capital and units[after].capital
        return capitals or (isinstance(line.phrase(at - 1), Party) and isinstance(line.phrase(after), Party))

    def _trimmed(self, line: Line, first: int, stop: int) -> range:
        """The phrase without words at its edges that name nobody, or nothing where no word does."""
        units = line.units
        while first < stop and self._opens_loosely(line, first, stop):
            first += 1
        while stop > first and line.phrase(stop - 1) is None and trails(line, stop - 1):
            stop -= 1
        naming = _NAMED | {"medium", "outlet"} if self._verb_first else _NAMED  # «أشارت الصحف إلى أن»
        named = [n for n in range(first, stop) if line.phrase(n) is not None or not units[n].tags or units[n].tags & naming]
        if not named or (len(named) == 1 and not self._stands_alone(line, named[0])):
            return range(0)
        return range(first, stop)

    def _opens_loosely(self, line: Line, at: int, stop: int) -> bool:
        """Whether the first unit is an article, a word of time, or belongs to "in the capital" before the speaker."""
        unit = line.units[at]
        phrase = line.phrase(at)
        capital = isinstance(phrase, Places) and any(name.kind == CAPITAL for name in phrase.names)
        if phrase is not None and not capital and "preposition" not in unit.tags:
            return False
        if self._verb_first and "statement" in unit.tags and at + 1 < stop and qualifies(line, at + 1):
            return False  # «التقارير الواردة من بلدة جوهر»
        if "preposition" in unit.tags:
            return True
        if at and labelled(line.units[at - 1], "in") and "article" in unit.tags:
            return True
        if "unit" in unit.tags and at + 1 < stop and "adverb" in line.units[at + 1].tags:
            return True  # "A week later the army declared"
        adverbial = any("article" in line.units[n].tags for n in range(at + 1, stop)) and self._inside_adverbial(line, at)
        only_begins = at == line.begins and unit.tags <= {"adverb", "time"}
        named = unit.capital and unit.tags.isdisjoint({"article"} | DATES) and not only_begins
        return adverbial or (bool(unit.tags) and unit.tags <= _EMPTY and not named)

    def _inside_adverbial(self, line: Line, at: int) -> bool:
        """Whether only an article parts a unit from the preposition before it ("in the capital the spokesman …")."""
        before = at - 1
        while before >= 0 and "article" in line.units[before].tags:
            before -= 1
        return before >= 0 and "preposition" in line.units[before].tags and not line.units[before].tags & _NAMED

    def _stands_alone(self, line: Line, at: int) -> bool:
        """Whether a single word can be a speaker: a name, a party, an office, or in Arabic any noun."""
        unit = line.units[at]
        papers = self._verb_first and "medium" in unit.tags
        return line.phrase(at) is not None or bool(unit.tags & _NAMED) or not unit.tags or papers
