"""Binding: the voice of a trigger, and the arguments of its frame inside the clause."""

from whoheld.extract.bind.attributes import attributed, describes
from whoheld.extract.bind.helping import declared, helpers, participle
from whoheld.extract.bind.led_by_participle import named_behind
from whoheld.extract.bind.neighbours import Neighbours
from whoheld.extract.bind.of_another import comes_about, drives_them_out, ends_else, ends_own
from whoheld.extract.bind.of_itself import other_win
from whoheld.extract.bind.parties import PartyBinder
from whoheld.extract.bind.places import PlaceBinder
from whoheld.extract.bind.qualified import apposed_noun
from whoheld.extract.bind.rivals import by_both, rivals
from whoheld.extract.bind.sense import commands_men, inspects, passes_other, qualifies, takes_some_out
from whoheld.extract.phrases.next_clause import opens_own, predicated
from whoheld.extract.phrases.phrase import Party, Places, Toponyms, labelled, parted
from whoheld.extract.sentence.frame import OTHER_CLAUSE, Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.senses import contends, left_as, not_now, scores
from whoheld.extract.words.letters import TIMES
from whoheld.extract.words.scan import Unit
from whoheld.lang import Entry, Pack, Trigger
from whoheld.model import Relation

_ADJOINING = TIMES | {"preposition", "after", "before", "adverb", "returned"}
"""Classes of words after a participle that has no object."""
_DATE = 6
"""Words from a participle to its agent, where a date comes between ("held since March by Russian troops")."""
_FINITE = frozenset({"be", "have", "had"})
_TO_OUTSIDE = 5
"""Words from "outside" to what somebody has there ("outside the control and reach of")."""
_ENDS_STATE = frozenset({"reference", "day", "weekday", "month", "trigger"})
"""Classes of words that stand between no noun and the preposition that makes it a state."""
_APART = frozenset({"adversative", "topic"})
"""Cues of words behind which a noun of control is carried by no verb before them ("against his rule", «أما هجين فبيد»)."""
_OUT = frozenset({"off", "from"})
_MOVED = _OUT | {"to", "into"}
"""Prepositions that make a state only where a verb of motion says so ("returned to the control of")."""


class Binder:
    """Finds the arguments of triggers in lines of one language."""

    def __init__(self, language: Pack, toponyms: Toponyms) -> None:
        self._verb_first = language.writing.verb_first
        self._triggers = {trigger.name: trigger for trigger in language.trigger}
        self._neighbours = Neighbours(language)
        self._places = PlaceBinder(language, toponyms)
        self._parties = PartyBinder(language)

    def frame(self, line: Line, at: int, entry: Entry) -> Frame:
        """The frame that a trigger evokes, with its arguments."""
        trigger = self._triggers[entry.value]
        frame = Frame(at, entry, trigger, self._voice(line, at, entry, trigger), at)
        if frame.voice in {"noun", "state"}:
            frame.pivot = self._carrier(line, at)
            with_it = self._verb_first and entry.tense == "noun" and line.units[at].reading.preposition == "at"
            ended = self._ends(line, frame.pivot) and not with_it  # "انتهت المعركة بسيطرة الجيش على …"
            frame.voice = "ended" if ended else frame.voice
        elif frame.voice == "passive" and at > line.begins + 1 and declared(line.units[at - 2 : at]):
            frame.pivot = at - 1
        self._places.bind(line, frame)
        if not frame.places:
            return frame  # nothing is claimed of no place, whoever acts
        frame.rivals, frame.both = rivals(line, frame), by_both(line, frame)
        frame.actor = None if frame.both else self._parties.role(line, frame, "actor", trigger.actor)
        frame.loser = self._parties.role(line, frame, "loser", ("owner",) if frame.voice == "ended" else trigger.loser)
        frame.loser = frame.loser or self._parties.giver(line, frame)
        ends_own(line, frame)
        frame.places = list(named_behind(line, frame)) or frame.places
        if self._verb_first:
            drives_them_out(line, frame)
        alone = self._verb_first and frame.loser is None and frame.voice == "active" and not entry.pronoun
        if alone and "object" in trigger.loser:
            # Without vowel marks طردت is "they drove out" and "they were driven out"; what has no object is the latter.
            frame.loser = frame.actor
        if frame.loser is not None and frame.loser is frame.actor and (self._drives_out(frame) or self._said_before(line, frame)):
            frame.actor, frame.pronoun, frame.pronoun_role = None, entry.gender, "actor"
        if frame.loser is frame.actor and "object" in trigger.loser:
            frame.loser, frame.actor = (None if self._verb_first and _unknown_object(line, frame) else frame.loser), None
        elif frame.loser is frame.actor and frame.voice == "ended":
            frame.actor = None  # "انتهى حكم المسلحين" says who loses
        elif frame.loser is frame.actor:
            frame.loser = None
        return frame

    def _drives_out(self, frame: Frame) -> bool:
        """Whether a verb disagrees with whom it drives out, so that its subject is told before («وطردت منها المهاجمين»)."""
        genders = (frame.entry.gender, frame.loser.gender if frame.loser is not None else "")
        disagrees = genders in {("f", "m"), ("f", "p"), ("m", "f")}  # "أخرج قسد" is no "أُخرجت قسد"
        return disagrees and self._verb_first and frame.voice == "active" and "object" in frame.trigger.loser

    def _said_before(self, line: Line, frame: Frame) -> bool:
        """Whether a pronoun right before an Arabic verb is its subject, a party behind it its object («أنه أخرج قسد من»)."""
        pronoun = line.units[frame.at - 1].entry("pronoun") if frame.at and not line.units[frame.at].gap else None
        told = self._verb_first and frame.voice == "active" and "object" in frame.trigger.loser
        return told and pronoun is not None and pronoun.value in {frame.entry.gender, "p"}

    def _ends(self, line: Line, at: int) -> bool:
        """Whether a verb brings to an end what another has; who ends his own hold only leaves ("ended its occupation of")."""
        after = line.units[at + 1] if at + 1 < len(line.units) else None
        own = not self._verb_first and after is not None and "possessive" in after.tags
        return "ending" in line.units[at].tags and not own

    def wanting(self, line: Line, frame: Frame) -> str:
        """The reason for a refusal where the word that gives a verb its sense does not stand near it; else empty."""
        if frame.trigger.relation is Relation.CONTESTED and (reason := not_now(line, frame)):
            return reason
        if frame.voice == "noun" and frame.trigger.states and self._outside(line, frame.at):
            return "negation"
        left = frame.trigger.relation is Relation.LOST and not self._verb_first and left_as(line, frame)
        active = not self._verb_first and frame.voice == "active"
        passes = active and (passes_other(line, frame) or takes_some_out(line, frame))
        passes = passes or (inspects(line, frame) if self._verb_first else commands_men(line, frame) or qualifies(line, frame))
        if left or passes or self._says(line, frame) or self._attributive(line, frame):
            return "other_sense"
        if self._verb_first and frame.voice == "active" and comes_about(line, frame.at):
            return "verb"
        if other_win(line, frame) if self._verb_first else (scores(line, frame.at) or contends(line, frame.at)):
            return "other_sense"
        return "other_sense" if self._neighbours.tell_otherwise(line, frame) else ""

    def _outside(self, line: Line, at: int) -> bool:
        """Whether a place is told to lie outside what a noun tells somebody to have ("remains outside the army's grip")."""
        before = (line.units[n] for n in range(at - 1, max(line.begins, at - _TO_OUTSIDE) - 1, -1))
        preposition = next((unit for unit in before if "preposition" in unit.tags), None)
        return not self._verb_first and preposition is not None and "outside" in preposition.cues

    def _says(self, line: Line, frame: Frame) -> bool:
        """Whether a verb that may be one of saying is that here ("conceded that the town was not theirs")."""
        after = line.units[frame.at + 1] if frame.at + 1 < len(line.units) else None
        said = "report" in line.units[frame.at].tags and frame.voice == "active" and not self._verb_first
        return said and after is not None and not after.gap and "relative" in after.tags

    def _attributive(self, line: Line, frame: Frame) -> bool:
        """Whether a participle only qualifies a thing that its capitals name ("beside a captured Kornet")."""
        after = line.phrase(frame.at + 1)
        indefinite = frame.at > 0 and "indefinite" in line.units[frame.at - 1].tags and not line.units[frame.at].gap
        return (
            indefinite and frame.voice == "active" and isinstance(after, Places) and bool(after.names) and not line.heads(after)
        )

    def _voice(self, line: Line, at: int, entry: Entry, trigger: Trigger) -> str:
        unit = line.units[at]
        if unit.gap == "-" and not line.verb_first and at > line.begins and entry.tense not in {"noun", ""}:
            return "compound"
        if entry.tense in {"noun", ""}:
            return "state" if self.state(line, at, trigger) else "noun"
        if entry.tense not in {"ed", "participle"}:
            return "passive" if entry.tense == "passive" else "active"
        return self._voice_of_participle(line, at, entry)

    def _voice_of_participle(self, line: Line, at: int, entry: Entry) -> str:
        """Passive after "be", active after "have"; alone a reduced relative, or the past tense that is spelled alike."""
        said = helpers(line, at)
        helped = frozenset[str]().union(*(u.tags for u in said))
        if said and "hedge" in said[0].tags and "have" in said[0].tags:
            return "active"  # "were reported to have retaken"
        if "be" in helped or "become" in helped or self._second_passive(line, at):
            return (
                "active" if "genitive" in line.units[at].tail_cues and line.units[at].gap != "-" else "passive"
            )  # "were moved out of"
        if helped & {"have", "had"}:
            return "active"
        trigger = self._triggers[entry.value]
        if self._fronted(line, at):
            return "passive"
        beside = self._reduced(line, at) or self._apposed(line, at, trigger) or self._in_aside(line, at, trigger)
        attribute = not self._verb_first and (describes(line, at) or attributed(line, at) is not None)  # "the deserted town of"
        alone = entry.tense == "participle" or beside or attribute
        return "reduced" if alone else "active"

    def _fronted(self, line: Line, at: int) -> bool:
        """Whether a participle opens a clause whose subject follows its "was" ("Also recovered were Riyan airport and …")."""
        after = line.units[at + 1] if at + 1 < len(line.units) else None
        opens = all("adverb" in line.units[n].tags for n in line.leftward(at))
        return not self._verb_first and opens and after is not None and "be" in after.tags and not after.gap

    def _apposed(self, line: Line, at: int, trigger: Trigger) -> bool:
        """Whether a transitive verb opens an aside on whom it befell ("The rebels, chased from Goma, …")."""
        label = line.units[at + 1].entry("preposition") if at + 1 < len(line.units) and not line.units[at + 1].gap else None
        parted_off = line.units[at].gap == "," and isinstance(line.phrase(at - 1), Party)
        return parted_off and label is not None and label.value in trigger.place and "object" in trigger.loser

    def _in_aside(self, line: Line, at: int, trigger: Trigger) -> bool:
        """Whether a verb without an object opens an aside on a place ("Urozhaine, won on 16 August, …")."""
        place, after = line.phrase(at - 1), line.units[at + 1] if at + 1 < len(line.units) else None
        if self._verb_first or line.units[at].gap != "," or not isinstance(place, Places) or "object" not in trigger.place:
            return False
        if after is None or (not after.gap and after.tags.isdisjoint(_ADJOINING)):
            return False
        following = (phrase for phrase in line.phrases if phrase.first > at)
        stop = next((n for n in range(at + 1, len(line.units)) if parted(line.units[n].gap)), len(line.units))
        return not any(isinstance(phrase, Places) and phrase.case == "" and phrase.first < stop for phrase in following)

    def _second_passive(self, line: Line, at: int) -> bool:
        """Whether a participle is joined to a passive ("had been occupied by rebels in 2014 and won back by the army")."""
        joined = at - 1
        while joined > 0 and "adverb" in line.units[joined].tags and not line.units[joined + 1].gap:
            joined -= 1
        after = line.phrase(at + 1)
        object_ = isinstance(after, Places) and after.case == ""
        if self._verb_first or object_ or line.units[joined].tags.isdisjoint(("conjunction", "contrast")):
            return False
        for left in line.leftward(joined):
            phrase = line.phrase(left)
            if phrase is None and participle(line.units[left]):
                passive = any("be" in unit.tags for unit in helpers(line, left))
                if passive or not (line.units[left].gap or self._joined(line, left)):
                    return passive
                continue  # "was taken in May, retaken in June and lost again in July"
            if (phrase is not None and phrase.case == "") or line.told(left):
                return False
        return False

    def _joined(self, line: Line, at: int) -> bool:
        return at > 0 and not line.units[at - 1].tags.isdisjoint(("conjunction", "contrast"))

    def _reduced(self, line: Line, at: int) -> bool:
        beside = isinstance(line.phrase(at - 1), Places) and not self._verb_first
        for n, following in enumerate(line.units[at + 1 : at + 1 + (_DATE if beside else 1)], at + 2):
            label = following.entry("preposition")
            if following.gap or (label is not None and label.value == "by"):
                timed = n < len(line.units) and not line.units[n].tags.isdisjoint(TIMES)  # "by night", "by Friday"
                return not following.gap and (beside or not timed)
            if following.tags.isdisjoint(_ADJOINING) and not following.word.isdigit():
                return False
        return False

    def state(self, line: Line, at: int, trigger: Trigger) -> str:
        """The label of the preposition that makes a noun a state ("under the full control"), or empty."""
        unit = line.units[at]
        if unit.reading.preposition in trigger.states and unit.reading.preposition != "to":  # "لحماية سرت" is a purpose
            return self._stated(line, at, unit.reading.preposition, trigger)
        for back in range(at - 1, max(-1, at - 7), -1):
            other = line.units[back]
            owned = self._verb_first and (isinstance(line.phrase(back), Party) or back in line.adjuncts.nouns)
            owned = owned or (back + 1 < at and "light" in line.units[back + 1].tags and parted(line.units[back + 1].gap))
            if owned or (other.gap and back + 1 < at and line.units[back + 1].gap not in {"", "-", "«", '"', "“"}):
                return ""  # "فرضت وحدات من الجيش سيطرتها على"
            if label := other.entry("preposition"):
                led = "to" in other.tags and _infinitive(line.units[back + 1])  # "allowing it to extend its control"
                since = label.value == "from" and not line.units[back - 1].tags.isdisjoint(("unit", "dual"))
                achieved = label.value == "from" and "achieve" in line.units[_verb_before(line, back)].tags
                apart = label.value == "from" and not self._verb_first and not self._leaves(line.units[max(0, back - 1)])
                given_up = label.value in _OUT and self._verb_first and _over_place(line, at)
                other_noun = led or achieved or apart or given_up or (back and since)
                return "" if other_noun else self._stated(line, back, label.value, trigger)
            if (self._verb_first and back < at - 1) or other.tags & _ENDS_STATE or other.word.isdigit():
                return ""  # "retook it in June and now control the coast" is no "in control"
            told = line.told(back) if "light" in other.tags else "report" in other.tags and line.finite(back)
            told = told or ("sentential" in other.cues and "relative" in other.tags)  # "told them in Goma that they control Sake"
            if told and not self._verb_first:
                return ""  # "to Damascus before the militants cemented their control", "in Kinshasa said they were in control"
        return ""

    def _stated(self, line: Line, at: int, label: str, trigger: Trigger) -> str:
        """The label, if it makes a state; "from" and "to" need a verb that moves the place."""
        if label not in trigger.states:
            return ""
        still = label not in _MOVED and not (self._verb_first and label == "out of")
        told = label == "out of" and isinstance(line.phrase(at - 1), Places)  # "الفلوجة خارج سيطرة الحكومة"
        moved = still or told or any(self._moves(line.units[n], label) for n in line.leftward(at))
        return label if moved else ""

    def _leaves(self, unit: Unit) -> bool:
        """Whether a verb tells that a place goes out of somebody's hands, and not already who lost it ("slipped from")."""
        said = [self._triggers[entry.value] for entry in unit.entries if entry.tag == "trigger"]
        return self._moves(unit, "from") and not any(t.relation is Relation.LOST and "from" in t.actor for t in said)

    def _moves(self, unit: Unit, label: str) -> bool:
        """Whether a verb moves a place into a state or out of it; what is subject "to" a control is not moved there."""
        said = [self._triggers[entry.value] for entry in unit.entries if entry.tag == "trigger"]
        subject = label == "to" and any(trigger.present is not None for trigger in said)
        return not unit.tags.isdisjoint(("light", "become")) and not subject

    def _carrier(self, line: Line, at: int) -> int:
        """The unit of the light verb that carries a noun, else the noun's own."""
        carrier, finite = at, False
        for back in line.leftward(at):
            unit = line.units[back]
            finite = finite or not unit.tags.isdisjoint(_FINITE)
            if (finite and "report" in unit.tags) or (carrier < at and self._subject(line, back)):
                break  # "confirmed that the rebels were in control": who confirms it gains nothing
            if not self._verb_first and "ending" in unit.tags and labelled(line.units[back + 1], "with"):
                break  # "The war ended with the rebels in control of …"
            if ("light" in unit.tags and not line.particle(back)) or ("ending" in unit.tags and carrier == at):
                return at if self._verb_first and ends_else(line, back, at) else back
            absolute = labelled(unit, "with") and unit.gap and not self._verb_first
            if unit.cues & _APART or absolute or (not self._verb_first and apposed_noun(line, back)):
                break  # "captured by rebels fighting against his rule", "The war ended, with the rebels in control of"
            if carrier == at and not unit.tags.isdisjoint(("become", "achieve")):
                carrier = back
            if self._verb_first and "become" in unit.tags and opens_own(line.units, back):
                break  # "استعادة تلعفر، وبذلك صارت نينوى في يد"
            joined = not self._verb_first and "conjunction" in unit.tags and line.units[back + 1].tags & {"have", "had", "be"}
            told = line.verb_first and (isinstance(line.phrase(back), Places) or ("copula" in unit.tags and not unit.gap))
            other = not (told or unit.tags.isdisjoint(OTHER_CLAUSE)) and "preposition" not in unit.tags  # "fell under their"
            another = (finite and self._opens_clause(line, back)) or other
            if joined or (another and not line.times(back)):
                break
        return carrier

    def _subject(self, line: Line, at: int) -> bool:
        """Whether a party stands before a verb that carries a noun ("claimed that the army completed the capture of")."""
        phrase = line.phrase(at)
        return isinstance(phrase, Party) and phrase.case in {"", "comma"} and not self._verb_first

    def _opens_clause(self, line: Line, joined: int) -> bool:
        """Whether a conjunction joins a clause with a subject of its own ("lost two forts, and the city is in the hands of")."""
        first = joined + 1 + ("article" in line.units[joined + 1].tags)
        subject = line.phrase(first)
        english = not self._verb_first and "conjunction" in line.units[joined].tags
        return english and subject is not None and subject.case in {"", "list"} and predicated(line.units, subject.last)


def _verb_before(line: Line, at: int) -> int:
    """The unit before a preposition and the subject between («تمكن الجيش من السيطرة»)."""
    subject = line.phrase(at - 1)
    return max(0, (subject.first if isinstance(subject, Party) else at) - 1)


def _over_place(line: Line, at: int) -> bool:
    """Whether a noun of control governs its place, of which it is no state («تخلى عن سيطرته على سرت», no «خرجت عن سيطرته»)."""
    after = at + 1 + (at + 1 < len(line.units) and line.units[at + 1].word.startswith("ال"))
    return after < len(line.units) and labelled(line.units[after], "on") and not line.units[after].gap


def _infinitive(unit: Unit) -> bool:
    """Whether a word may be the base form of a verb ("to be in control of")."""
    return "be" in unit.tags or any(entry.tag in {"light", "trigger"} and entry.tense == "base" for entry in unit.entries)


def _unknown_object(line: Line, frame: Frame) -> bool:
    """Whether a word that no lexicon knows stands as an object after a verb's subject ("أخرجت الحركة حلفاءها من المدينة")."""
    subject, place = frame.actor, frame.places[0].first
    if subject is None or not frame.at < subject.last < place:
        return False
    return any(not unit.tags and unit.word.isalpha() for unit in line.units[subject.last + 1 : place])
