"""Who acts: the subject of a verb, after it or before it, and what agrees with its form."""

from whoheld.extract.bind import accused
from whoheld.extract.bind.acting import acts, conveyed, flees, leaving, main_noun, opens_absolute
from whoheld.extract.bind.agreement import of_another, several
from whoheld.extract.bind.apposed import calls_place, named_apart
from whoheld.extract.bind.backed import whom_they_back
from whoheld.extract.bind.beaten import driven_out_together, goes_on_driving
from whoheld.extract.bind.being import being
from whoheld.extract.bind.conjoined import carried, contrasts, joint
from whoheld.extract.bind.deployed import sent_against
from whoheld.extract.bind.described import captor, described, some, taken
from whoheld.extract.bind.named_together import backs_too, first_of_list
from whoheld.extract.bind.of_another import (
    acts_behind,
    by_others,
    goes_on_with_other,
    had_been_left,
    of_envoy,
    other_behind,
    owns_event,
    people,
    people_go,
    taken_out,
    was_other,
)
from whoheld.extract.bind.of_relative import past_background, past_clause, taken_up
from whoheld.extract.bind.past_enemy import past_enemy
from whoheld.extract.bind.shared_subject import SharedSubjects
from whoheld.extract.phrases.phrase import Party, Phrase, Places, labelled, parted
from whoheld.extract.sentence.frame import AUXILIARY, BARE, BREAKS, Frame, as_party, speaks_for
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.no_agents import driven_out, no_agent, object_of_plural, of_circumstance
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack
from whoheld.model import Relation

_OBLIQUE = ("ي", "ين")
"""Endings of Arabic plurals that are no subject («مسلحي داعش»)."""
_WHEN = frozenset({"after", "before", "when"})
"""Classes of what opens a clause of time."""
_HAVING = frozenset({"after", "have"})
"""Classes of the participle that opens a clause ("The army, having lost Homs, …")."""
_DETERMINING = frozenset({"article", "number", "quantity"})
_PAST = frozenset({"past", "participle"})


def _shared_land(line: Line, phrase: Phrase) -> bool:
    """Whether a country is only that of which a share is told ("hold the northern half of Chad, including Faya")."""
    share = line.units[phrase.first - 1] if phrase.first and not line.units[phrase.first].gap else None
    land = share is not None and "share" in share.tags and "genitive" in share.tail_cues
    return land and "country" in line.units[phrase.last].tags


class Agents:
    """Finds the subjects of verbs that are parties, in one language."""

    def __init__(self, language: Pack) -> None:
        self._verb_first = language.writing.verb_first
        self._shared = SharedSubjects(language)

    def of(self, line: Line, frame: Frame) -> Party | None:
        """The subject of a frame; a pronoun in its stead is noted on the frame."""
        named_before = frame.voice == "active" and frame.entry.gender == "p"  # a plural verb stands after its subject
        if self._verb_first and (by_others(line, frame.pivot) or taken_out(line, frame)):
            return None
        if self._verb_first and (had_been_left(line, frame) or other_behind(line, frame) or driven_out_together(line, frame)):
            frame.stranger = True
            return None
        if self._verb_first and (had := self._of_pluperfect(line, frame)):
            return had
        named_before = named_before or (self._verb_first and (self._drives_out(line, frame) or goes_on_driving(line, frame)))
        if self._verb_first and not named_before and (after := self._subject_after(line, frame)):
            return after
        if self._verb_first and (people_go(line, frame) or of_envoy(line, frame)):
            frame.stranger = True
            return None
        return self.before(line, frame)

    def _of_pluperfect(self, line: Line, frame: Frame) -> Party | None:
        """Who stands before the verb that drives another out in the pluperfect («كانت الجماعة قد طردت منها كتيبة»), or None."""
        at = frame.at - 1
        if frame.voice != "active" or "object" not in frame.trigger.loser or at < 1 or "dubitative" not in line.units[at].cues:
            return None
        subject = line.phrase(at - 1)
        had = isinstance(subject, Party) and subject.first > 0 and "had" in line.units[subject.first - 1].tags
        return subject if isinstance(subject, Party) and had and subject.case in BARE and self._fits(frame, subject) else None

    def _drives_out(self, line: Line, frame: Frame) -> bool:
        """Whether who drives another out stands right before the verb («القوات طردت المسلحين من»)."""
        before, subject = line.phrase(frame.at - 1), frame.voice == "active" and frame.at > 0 and not line.units[frame.at].gap
        told = subject and "object" in frame.trigger.loser and isinstance(before, Party) and before.case in BARE
        agrees = isinstance(before, Party) and (frame.entry.gender == before.gender or bool(before.owner and not before.gender))
        own = agrees and not line.units[frame.at].reading.conjunction  # «قواتها طردت الحركة من»
        behind = next((n for n in line.rightward(frame.at) if not line.adjunct(n)), frame.at)
        return told and own and isinstance(line.phrase(behind), Party)

    def between(self, line: Line, frame: Frame) -> Party | None:
        """Whose own hold is told by the verb that carries its noun («أحكم الجيش وحلفاؤه قبضتهما على القصير»)."""
        if not self._verb_first or frame.voice != "noun" or frame.pivot >= frame.at:
            return None
        inside = (line.phrase(at) for at in range(frame.pivot + 1, frame.at))
        first = next((phrase for phrase in inside if phrase is not None), None)
        if frame.at == frame.pivot + 1 and line.units[frame.pivot].reading.conjunction and line.told(frame.pivot):
            before = self.before(line, frame)  # "هاجمت الحركة مواقع القوات وبسطت سيطرتها على"
            return before if before is not None and before.gender == frame.entry.pronoun else None
        own = isinstance(first, Party) and first.case == "" and first.first == frame.pivot + 1 and not first.anaphor
        return first if own and isinstance(first, Party) and not first.repeats else None

    def main(self, line: Line, at: int) -> Party | None:
        """The subject of the clause after "with X taken, …", and not whose an aside says that X was ("…, the army's base, …")."""
        behind = [p for p in line.phrases if isinstance(p, Party) and p.first > at and p.case in BARE]
        acting = (party for party in behind if not calls_place(line, party))
        return next(acting, behind[-1] if behind and not behind[-1].possessive else None)

    def _subject_after(self, line: Line, frame: Frame) -> Party | None:
        for right in line.rightward(frame.pivot):
            phrase = line.phrase(right)
            if isinstance(phrase, Party) and (self._goes_on(line, phrase) or "bound" in line.units[phrase.first].tags):
                continue  # "انتزع منهم المدينة" is said of another
            if isinstance(phrase, Party) and (owns_event(line, phrase) or of_circumstance(line, phrase)):
                continue
            if isinstance(phrase, Party) and phrase.first == right and acts_behind(line, phrase):
                named = frame.pivot == frame.at and "actor" in line.units[phrase.first].tags
                either = named and "object" in frame.trigger.loser  # not "تسيطر الدعم السريع على", «خسرت داعش الرمادي»
                either = either and not frame.entry.pronoun  # «دخلتها الشباب» has its object
                disagrees = either and (frame.entry.gender, phrase.gender) == ("f", "m")
                return None if disagrees else phrase
            if isinstance(phrase, Places) and phrase in frame.places:
                after = line.phrase(frame.places[-1].last + 1)
                return after if isinstance(after, Party) and after.case in {"", "of"} and phrase.case else None
            if "where" in line.units[right].tags or goes_on_with_other(line, frame, right):
                return None  # "يفر السكان من دوينتزا حيث سيطر مسلحون"
            next_verb = phrase is None and not line.units[right].tags.isdisjoint(("trigger", "report"))
            if next_verb and (right > frame.pivot + 1 or parted(line.units[right].gap)):
                return None
        return None

    def _goes_on(self, line: Line, party: Party) -> bool:
        """Whether a party describes the one right before it that is governed, or is listed with it («من داعش وحلفائه»)."""
        before = line.phrase(party.first - 1)
        governed = isinstance(before, Party) and before.case not in BARE
        return governed and party.case in {"", "list"} and not line.units[party.first].gap

    def before(self, line: Line, frame: Frame) -> Party | None:
        """The subject that stands before a verb, or before the clause that a participle opens."""
        if not self._verb_first and (whoever := leaving(line, frame)):
            frame.stranger = not isinstance(whoever, Party)
            return whoever if isinstance(whoever, Party) else None
        apart = named_apart(line, frame.pivot) if frame.voice == "active" else None
        return apart or past_enemy(line, frame) or self._leading(line, frame)

    def _leading(self, line: Line, frame: Frame) -> Party | None:
        """The nearest subject to the left, or whom a word there points to instead."""
        opens, start = -1, self._shared.main_clause(line, frame, joint(line, frame))
        for left in past_background(line, frame, start) if self._verb_first else line.leftward(start):
            unit, phrase = line.units[left], line.phrase(left)
            party = self._named(line, phrase, left)
            if party and not (frame.entry.tense == "ing" and taken(line, phrase)) and not self._suffers(line, frame, party):
                told = of_another(line, party, frame) if self._verb_first else self._of_pronoun(line, party, frame)
                frame.pronoun = told or frame.pronoun
                return None if told else self._subject(line, frame, party)
            if isinstance(phrase, Phrase) or accused.having(line, left):
                continue
            if (pronoun := unit.entry("pronoun")) and not self._objective(line, left, frame):
                frame.pronoun, frame.pronoun_at = "" if self._disagrees(frame, pronoun.value) else pronoun.value, left
                frame.stranger = not frame.pronoun
                return None
            if "relative" in unit.tags:
                frame.stranger = frame.stranger or (self._verb_first and people(line, left - 1))
                pictured = None if self._verb_first else described(line, left - 1) or some(line, left - 1)
                acting = pictured or taken_up(line, left - 1)
                frame.stranger = frame.stranger or (acting is None and isinstance(line.phrase(left - 1), Party))
                return acting
            if unit.tags >= _HAVING:
                return self._main_subject_before(line, left) or self.main(line, frame.at)
            left_out = self._people_leave(line, left, frame) or was_other(line, left, frame)
            if left_out if self._verb_first else flees(line, left, frame.pivot) or accused.is_country(line, left, frame):
                frame.stranger = True
                return None
            breaks = not unit.tags.isdisjoint(BREAKS) and not (line.times(left) or self._predicate(line, left))
            if breaks and not contrasts(line, left, frame):
                opens = left
                break
        verb = _participle(line, frame)
        return self._of_participle(line, frame, opens, verb) if verb >= 0 else None

    def _suffers(self, line: Line, frame: Frame, party: Party) -> bool:
        """Whether a party does not act: the object of the plural verb to which another is joined, or the country of places."""
        if not self._verb_first:
            return False
        joined = frame.entry.gender == "p" and frame.voice == "active"
        forced = frame.trigger.relation is Relation.GAINED and driven_out(line, party)
        return forced or (joined and object_of_plural(line, party)) or no_agent(line, party)

    def _of_pronoun(self, line: Line, party: Party, frame: Frame) -> str:
        """The gender of the pronoun, noted on the frame, whose verb has a party as object, to which another is joined; or empty.

        So in "it had repelled the army and kept Palmyra", "They ambushed a column and retook Izium", "it overran ten posts and".
        """
        if party.case or not carried(line, frame):
            return ""
        verb = party.first - 1
        while verb > line.begins and _determines(line.units[verb]):
            verb -= 1
        told = _past(line.units[verb]) and "report" not in line.units[verb].tags
        if line.units[verb + 1].gap or line.phrase(verb) is not None or not told:
            return ""
        while verb > line.begins and line.units[verb - 1].tags & AUXILIARY and not line.units[verb].gap:
            verb -= 1
        subject = line.units[verb - 1].entry("pronoun") if verb > line.begins and not line.units[verb].gap else None
        frame.pronoun_at = frame.pronoun_at if subject is None else verb - 1
        return subject.value if subject is not None else ""

    def _people_leave(self, line: Line, at: int, frame: Frame) -> bool:
        """Whether people of no side stand right before an Arabic verb in the plural («ألف شخص غادروا البلدة», «الآلاف فروا»)."""
        many = "quantity" in line.units[at].tags and line.phrase(at) is None
        return frame.entry.gender == "p" and at == frame.pivot - 1 and (many or people(line, at))

    def _predicate(self, line: Line, at: int) -> bool:
        """Whether a word that may open a clause is the verb of the party right before it ("forces followed it up")."""
        subject = line.phrase(at - 1)
        plain = isinstance(subject, Party) and subject.case == "" and not subject.possessive
        return plain and not line.units[at].gap and not self._verb_first and line.units[at].word.endswith("ed")

    def _objective(self, line: Line, at: int, frame: Frame) -> bool:
        """Whether a pronoun is the object of the verb whose participle clause tells a frame ("followed it up by marching")."""
        if not self._verb_first and self._taken_before(line, at, frame):
            return True
        return not self._verb_first and frame.entry.tense == "ing" and _acted(line, at)

    def _taken_before(self, line: Line, at: int, frame: Frame) -> bool:
        """Whether a pronoun is governed in the predicate before, which shares its subject ("lost control of it and then …")."""
        governed = at > 0 and not line.units[at].gap and ("preposition" in line.units[at - 1].tags or _befalls(line, at))
        return governed and carried(line, frame)

    def _named(self, line: Line, phrase: Phrase | None, at: int) -> Party | None:
        """The party that ends at a unit and that no preposition governs, or None."""
        if phrase is not None and not self._verb_first and (backs_too(line, phrase) or _shared_land(line, phrase)):
            return None
        with_ = not self._verb_first and phrase is not None and phrase.case == "with" and opens_absolute(line, phrase)
        bare = phrase is not None and (
            phrase.case in BARE or with_ or self._goes_before(line, phrase) or speaks_for(line, phrase)
        )
        return as_party(line, phrase) if phrase is not None and bare and not phrase.possessive and phrase.last == at else None

    def _subject(self, line: Line, frame: Frame, party: Party) -> Party | None:
        """The subject of a verb before which a party stands, or None where its form does not agree."""
        if not self._verb_first and conveyed(line, party):
            frame.stranger = True
            return None
        party = (
            (self._of_time_clause(line, party) or several(line, party, frame) or party)
            if self._verb_first
            else past_clause(line, frame, party)
            or sent_against(line, party)
            or whom_they_back(line, party)
            or main_noun(line, party)
        )
        if carried(line, frame):
            party = self._leftmost(line, frame, party)
        return first_of_list(line, party) if self._fits(frame, party) else None

    def _of_time_clause(self, line: Line, party: Party) -> Party | None:
        """Who beats a party in a clause of time before the main verb («عندما هزم المتمردون الجيش استولوا على»), or None."""
        subject = line.phrase(party.first - 1)
        if not isinstance(subject, Party) or party.case or subject.case or line.units[party.first].gap or subject.first < 2:  # noqa: PLR2004
            return None
        opens = line.units[subject.first - 2]
        clause = opens.tags & _WHEN or "clausal" in opens.cues
        return subject if clause and self._has_own_verb(line, subject) else None

    def _of_participle(self, line: Line, frame: Frame, opens: int, verb: int) -> Party | None:
        """The subject of the main clause, of which "after losing the town" is an adjunct: before it, else behind it."""
        if (told := self._of_aside(line, opens) or captor(line, opens)) is not None:
            return told
        before = [p for p in line.phrases if isinstance(p, Party) and p.last < opens and acts(line, p, opens)]
        if self._verb_first or opens != verb - 1 or not before:
            return self.main(line, frame.at)
        return self._leftmost(line, frame, main_noun(line, before[-1]))

    def _of_aside(self, line: Line, opens: int) -> Party | None:
        """The subject behind which an adjective opens the aside of a clause ("The Croats, rampant after conquering Knin, …")."""
        at = opens
        while at > 0 and not (line.units[at].gap or self._verb_first) and not line.units[at - 1].tags - {"adverb"}:
            at -= 1
        before = line.phrase(at - 1)
        aside = 0 < at < opens and line.units[at].gap == ","
        return before if aside and isinstance(before, Party) and before.case in BARE and not before.possessive else None

    def _disagrees(self, frame: Frame, gender: str) -> bool:
        """Whether a verb is not said of the pronoun before it, because one is masculine and the other feminine."""
        return self._verb_first and frame.pivot == frame.at and {frame.entry.gender, gender} == {"m", "f"}

    def _goes_before(self, line: Line, phrase: Phrase) -> bool:
        """Whether a phrase is whose a thing is said to have been before ("سبق للجيش أن", «لم تعد للجيش سيطرة»)."""
        before = line.units[phrase.first - 1].tags if phrase.first else frozenset[str]()
        return phrase.case == "to" and self._verb_first and not before.isdisjoint(("had", "no_longer"))

    def _main_subject_before(self, line: Line, at: int) -> Party | None:
        """The subject that a participle clause between commas speaks of ("The army, having lost Homs, …")."""
        before = line.phrase(at - 1)
        return before if isinstance(before, Party) and before.case in BARE and line.units[at].gap else None

    def _leftmost(self, line: Line, frame: Frame, party: Party) -> Party:
        """The first subject of the clause: what stands between it and the conjunction are objects."""
        if self._has_own_verb(line, party):
            return party
        for left in line.leftward(party.first):
            tags = line.units[left].tags
            if "report" in tags or "relative" in tags or not tags.isdisjoint(BREAKS) or self._led(line, left, frame, party):
                break
            phrase = line.phrase(left)
            subject = isinstance(phrase, Party) and phrase.case in BARE and not phrase.possessive and self._fits(frame, phrase)
            subject = subject and not (left and "adversative" in line.units[left - 1].tail_cues)  # "Battle Against Daesh"
            party = phrase if subject and isinstance(phrase, Party) else party
        return party

    def _led(self, line: Line, at: int, frame: Frame, party: Party) -> bool:
        """Whether «إن» leads a clause whose subject agrees with a verb, not its speaker («إن القوات دُحرت وانسحبت»)."""
        led = self._verb_first and "to" in line.units[at].tags and party.first == at + 1 and not line.units[party.first].gap
        return led and (not party.gender or not frame.entry.gender or frame.entry.gender == party.gender)

    def _has_own_verb(self, line: Line, party: Party) -> bool:
        """Whether a party is the subject of a verb right before it where verbs come first («فقد تسلل عناصر داعش … واستردوا»)."""
        if not self._verb_first or party.case or party.first == 0 or line.units[party.first].word.endswith(_OBLIQUE):
            return False
        verb = line.units[party.first - 1]
        unknown = not verb.tags and line.phrase(party.first - 1) is None
        return not line.units[party.first].gap and (unknown or line.told(party.first - 1))

    def _fits(self, frame: Frame, party: Party) -> bool:
        """Whether a verb's form agrees with a subject before it."""
        wanted = frame.entry.gender
        return not wanted or not party.gender or wanted == party.gender or "p" in {wanted, party.gender}


def _participle(line: Line, frame: Frame) -> int:
    """Where the participle stands by which a frame is an adjunct ("after losing", "before being driven out of"), or -1."""
    if frame.entry.tense == "ing" or any(entry.tense == "ing" for entry in line.units[frame.pivot].entries):
        return frame.pivot
    return being(line, frame)


def _acted(line: Line, at: int) -> bool:
    """Whether a verb stands right before a pronoun."""
    verb = line.units[at - 1] if at and not line.units[at].gap else None
    return verb is not None and (any(e.tense in FINITE for e in verb.entries) or verb.word.endswith("ed"))


def _determines(unit: Unit) -> bool:
    """Whether a word may stand between a verb and the noun of its object ("beat off the", "overran ten", "took dozens of")."""
    return bool(unit.tags & _DETERMINING) or "particle" in unit.cues or labelled(unit, "of")


def _past(unit: Unit) -> bool:
    """Whether a word is the past of an English verb by its ending or by what is known of it ("repulsed", "beat off")."""
    return unit.word.endswith("ed") or "nonnominal" in unit.cues or any(entry.tense in _PAST for entry in unit.entries)


def _befalls(line: Line, at: int) -> bool:
    """Whether a pronoun is the object of the verb before it, which its clause goes on from ("attacked it and captured it")."""
    after = line.units[at + 1] if at + 1 < len(line.units) else None
    aside = any(line.units[n].tags & _WHEN and not line.times(n) for n in line.leftward(at))  # "after the rebels left it and …"
    goes_on = after is not None and bool(after.tags & {"conjunction", "preposition", "time"})
    return goes_on and _acted(line, at) and "report" not in line.units[at - 1].tags and not aside
