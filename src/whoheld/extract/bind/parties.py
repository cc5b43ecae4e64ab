"""Binding of parties: the slot in which a frame's actor or loser stands, and whom it names there."""

from collections.abc import Collection

from whoheld.extract.bind.acting import by_attack, owns_attack
from whoheld.extract.bind.agents import Agents
from whoheld.extract.bind.asides import on_subject
from whoheld.extract.bind.beaten import beaten, driven_out_together, fled_beside, resumed, suffers
from whoheld.extract.bind.from_whom import next_name, of_speaker, takes_blow
from whoheld.extract.bind.governed import GovernedParties
from whoheld.extract.bind.infinitives import claim_to_have, claimant, for_whom
from whoheld.extract.bind.joined_deeds import departures, owner_of_first
from whoheld.extract.bind.nearest import nearest
from whoheld.extract.bind.of_another import agent_of_other, by_name, by_official, taken_out
from whoheld.extract.bind.owners import own_subject, past_adjectives, person
from whoheld.extract.phrases.phrase import Party, Phrase, Places
from whoheld.extract.sentence.borders import borders
from whoheld.extract.sentence.frame import BARE, Frame, as_party
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.reactions import reaction
from whoheld.lang import Pack
from whoheld.model import Relation

_CLAUSES = frozenset({"conditional", "relative", "report", "trigger", "when"})
"""Classes of words that part what a verb governs from another clause."""
_RECEIVING = frozenset({"to", "for"})
"""Cases of those to whom something goes."""

_TO_MEMORY = 3
"""Words from "the anniversary of" to the noun of what is recalled, whose deed it is of those who recall it."""


class PartyBinder:
    """Finds the actors and losers of frames in one language."""

    def __init__(self, language: Pack) -> None:
        self._verb_first = language.writing.verb_first
        self._agents = Agents(language)
        self._governed = GovernedParties(language)
        self._going = departures(language)
        self._giving = {t.name for t in language.trigger if {"to", "object"} & {*t.actor} and "object" in t.place}
        self._passing = {t.name for t in language.trigger if {"to", "for"} & {*t.actor} and "subject" in t.place}

    def role(self, line: Line, frame: Frame, role: str, slots: Collection[str]) -> Party | None:
        """The party in one of the slots, tried in order; a pronoun in its stead is noted on the frame."""
        if role == "actor" and "subject" in slots and (recipient := self._recipient(line, frame)):
            return recipient
        taken = any(phrase.first == frame.at or resumed(line, frame, phrase) for phrase in frame.places)  # "بعد تحريرها"
        bound = frame.entry.pronoun and frame.voice in {"noun", "state"} and not taken
        for slot in slots:
            if bound and slot == "subject" and (theirs := fled_beside(line, frame) or self._agents.between(line, frame)):
                return theirs
            if bound and slot in {"subject", "owner"}:
                frame.pronoun, frame.pronoun_role = frame.entry.pronoun, role
                return None
            said = frame.pronoun
            party = self._hyphened(line, frame.at, slot) if frame.voice == "compound" else self._party(line, frame, slot)
            if party is not None:
                party = party if slot != "from" or self._verb_first else next_name(line, party)
                return None if self._told_otherwise(line, frame, role, slot, party) else party
            if frame.pronoun != said:
                frame.pronoun_role = role
                return None
        if "subject" in slots and frame.voice == "active":
            self._unnamed(line, frame, role)
        if "subject" in slots and self._verb_first and (whose := _of_light_noun(line, frame)):
            frame.pronoun, frame.pronoun_role = whose, role
        driven = role == "loser" and "object" in slots and frame.voice == "active" and not taken
        driven = driven and (frame.actor is not None or (self._verb_first and by_attack(line, frame.at)))
        if driven and frame.entry.pronoun and not frame.pronoun:
            frame.pronoun, frame.pronoun_role = frame.entry.pronoun, role  # "طردها الجيش منها"
        return None

    def _told_otherwise(self, line: Line, frame: Frame, role: str, slot: str, party: Party) -> bool:
        """Whether a party stands in a slot for another reason than that it has the role there."""
        if agent_of_other(line, frame, party) or (role == "loser" and self._of_their_enemy(line, frame, party)):
            return True
        if self._verb_first:
            held = role == "actor" and _has_stronghold(line, frame, party)
            return held or (slot in _RECEIVING and _beyond(line, frame, party))
        if slot in {"with", "any"} and borders(line, party.first):
            return True  # "fighting in Bria, near the border with Chad"
        return (slot == "from" and of_speaker(line, frame, party)) or (slot in _RECEIVING and takes_blow(line, party))

    def _of_their_enemy(self, line: Line, frame: Frame, loser: Party) -> bool:
        """Whether a noun tells that somebody's enemies are driven out («بعد طرد خصومها من»): he is noted, who did it."""
        theirs = frame.voice == "noun" and frame.actor is None and "enemy" in line.units[loser.first].cues and bool(loser.owner)
        if theirs:
            frame.pronoun, frame.pronoun_role = loser.owner, "actor"
        return theirs

    def _unnamed(self, line: Line, frame: Frame, role: str) -> None:
        """Notes of a verb without a party whether its subject is another's, or only the verb's own form tells it."""
        told = frame.entry.tense in {"past", "present", "ed"}  # what leads a finite verb is its subject ("Fog took over London")
        strange = self._verb_first and (frame.stranger or self._other_subject(line, frame))
        frame.stranger = strange if self._verb_first else told and role == "actor"
        received = role == "loser" and frame.pronoun_role == "actor"  # «سلمت القدس إليهم» leaves open who gave it
        if self._verb_first and frame.entry.tense in {"past", "present"} and not (frame.stranger or received):
            frame.pronoun, frame.pronoun_role = frame.entry.gender, role

    def _other_subject(self, line: Line, frame: Frame) -> bool:
        """Whether somebody or something of no side is the subject of an Arabic verb."""
        return self._stranger(line, frame.at) or taken_out(line, frame) or by_official(line, frame) or by_name(line, frame)

    def _stranger(self, line: Line, at: int) -> bool:
        """Whether a noun that is no party stands as the subject right after a verb ("سيطر الهدوء على المدينة")."""
        if by_attack(line, at):
            return True
        after = line.units[at + 1] if at + 1 < len(line.units) else None
        strange = after is not None and not after.gap and (after.tags <= {"common"} or "bystander" in after.tags)
        return strange and line.phrase(at + 1) is None

    def _party(self, line: Line, frame: Frame, slot: str) -> Party | None:
        if frame.voice == "compound":
            return self._hyphened(line, frame.at, slot)
        match slot:
            case "object":
                found = self._expelled(line, frame)
            case "subject":
                found = self._agent(line, frame)
            case "owner":
                found = self._owner(line, frame)
            case "any" | "left":
                found = nearest(line, frame.at, before=slot == "left")
            case "self":
                found = as_party(line, line.phrase(frame.at))
            case "next":
                found = self._governed.following(line, frame.at)
                frame.pronoun = frame.pronoun if found else self._governed.alone(line, frame.at + 1) or frame.pronoun
            case "they":
                whose = line.units[frame.at].entry("possessive")
                found, frame.pronoun = None, whose.value if whose else "n"
            case "whose":
                found = self._governed.predicate(line, frame)
            case _:
                found = self._governed.with_case(line, frame.at, {slot})
                frame.pronoun = frame.pronoun if found else self._governed.bound_pronoun(line, frame.at, slot) or frame.pronoun
        return found

    def _expelled(self, line: Line, frame: Frame) -> Party | None:
        """The object that is a party; a noun of a language that puts the verb first has it in its genitive."""
        if frame.voice == "active":
            told = self._verb_first and frame.entry.pronoun  # whom the pronoun means, so that what follows is the subject
            both = driven_out_together(line, frame) if self._verb_first else None
            return None if told else both or self._object_party(line, frame.at, plural=frame.entry.gender == "p")
        if frame.voice == "noun" and self._verb_first:
            owners = self._owners(line, frame.at)
            return owners[-1] if owners else None
        return self._agents.of(line, frame)

    def _owners(self, line: Line, at: int) -> list[Party]:
        """The one or two parties right after a verbal noun: who did it, and to whom ("طرد الجيش المسلحين", "طرد الجيش لهم")."""
        found, at = list[Party](), at + 1
        while isinstance(party := line.phrase(at), Party) and party.case in BARE | {"of", "owner"} | ({"to"} if found else set()):
            joined = bool(found) and line.units[party.first].reading.conjunction  # "طرد الحوثيين وقوات صالح من"
            found += [] if joined else [party]
            at = party.last + 1
        return found[:2]

    def _hyphened(self, line: Line, at: int, slot: str) -> Party | None:
        """Whose hold a compound tells ("rebel-held")."""
        before = line.phrase(at - 1)
        return before if slot in {"subject", "owner"} and isinstance(before, Party) else None

    def _agent(self, line: Line, frame: Frame) -> Party | None:
        """Who acts, in whatever voice it is told."""
        if frame.voice in {"reduced", "complement"} and frame.places and frame.places[0].case == "with":
            return self._governed.with_case(line, frame.at, {"by"}) or self._agents.main(line, frame.at)
        if frame.voice in {"passive", "reduced"}:
            agent = self._governed.with_case(line, frame.at, {"by"})
            if agent is None and (pronoun := self._governed.bound_pronoun(line, frame.at, "by")):
                frame.pronoun = pronoun
                return None
            moved = frame.trigger.relation is Relation.LOST and "object" not in frame.trigger.place and frame.voice == "passive"
            return agent or (self._agents.of(line, frame) if moved and not self._verb_first else None)
        if frame.voice == "noun" and self._verb_first and "object" in frame.trigger.loser:
            owners = self._owners(line, frame.at)
            carried = self._agents.of(line, frame) if frame.pivot != frame.at else self._agents.before(line, frame)
            return owners[0] if len(owners) > 1 else carried or self._governed.with_case(line, frame.at, {"by"})
        if frame.voice in {"noun", "state"}:
            return self._of_noun(line, frame)
        return self._of_verb(line, frame)

    def _of_verb(self, line: Line, frame: Frame) -> Party | None:
        if not self._verb_first and (noun := claim_to_have(line, frame)):
            return claimant(line, noun)
        return (None if self._verb_first else for_whom(line, frame)) or self._agents.of(line, frame)

    def _of_noun(self, line: Line, frame: Frame) -> Party | None:
        """Whose a noun or state is; where a verb carries the noun its subject acts, rather than an agent behind it."""
        carried = frame.voice == "noun" and frame.pivot != frame.at and not self._verb_first
        said = frame.pronoun
        found = self._owner(line, frame, agent=not carried)
        if found is None and frame.voice == "noun" and (frame.pronoun == said or self._verb_first):
            found = self._subject_of_noun(line, frame)
        return found or (self._governed.with_case(line, frame.at, {"by"}) if carried else None)

    def _recipient(self, line: Line, frame: Frame) -> Party | None:
        """To whom a verb lets the control go that it carries ("lost control of Gao to", «سلم السيطرة على غاو إلى»)."""
        if frame.voice != "noun" or frame.pivot == frame.at or not _parts_with(line, frame.pivot, self._giving):
            return None
        found = self._governed.with_case(line, frame.at, _RECEIVING if self._verb_first else {"to"})
        next_ = line.phrase(max(phrase.last for phrase in frame.places) + 1) if self._verb_first else None
        if found is None and isinstance(next_, Party) and next_.case in _RECEIVING:
            return next_  # behind a name that nothing knows
        behind = found is not None and found.first > max(phrase.last for phrase in frame.places)
        return found if behind or not self._verb_first else None

    def giver(self, line: Line, frame: Frame) -> Party | None:
        """Who gives up to another the control that a noun tells of, or loses a place; a pronoun in his stead is noted."""
        if frame.voice == "active" and "subject" in frame.trigger.loser:
            return None if self._verb_first or frame.pronoun else beaten(line, frame)
        given = frame.voice == "noun" and frame.pivot != frame.at and frame.actor is not None and frame.actor.case in _RECEIVING
        if not given or not _parts_with(line, frame.pivot, self._giving):
            return None
        found = self._agents.between(line, frame) or self._agents.of(line, frame)
        frame.pronoun_role = "loser" if found is None and frame.pronoun else frame.pronoun_role
        return found

    def _subject_of_noun(self, line: Line, frame: Frame) -> Party | None:
        """The subject of the verb that carries a noun; of an unknown verb ("officers called the capture …") it is another's."""
        recalls = any("memory" in unit.cues for unit in line.before(frame.at, _TO_MEMORY))
        passes = frame.pivot == frame.at - 1 and self._verb_first and not frame.entry.pronoun
        if passes and any(entry.tag == "trigger" and entry.value in self._passing for entry in line.units[frame.pivot].entries):
            return self._governed.with_case(line, frame.at, {"to", "for"})  # "انتقلت السيطرة على المدينة من الجيش إلى الحركة"
        only_reacts = (at := reaction(line, frame.at)) >= 0 and _of_some_state(line, line.phrase(at + 1))
        if self._verb_first and (frame.loser is not None or suffers(line, frame) or only_reacts):
            frame.stranger = True
            return None
        if (joined := owner_of_first(line, frame, self._going)) is not None:
            return joined
        subject = None if recalls else self._agents.of(line, frame)
        if subject is None or self._verb_first or frame.pivot != frame.at:
            return subject
        between = line.units[subject.last + 1 : frame.at]
        if frame.trigger.relation is Relation.LOST and any("calling" in unit.cues for unit in between):
            return subject  # "Haftar's spokesman called the departure from the base a tactical one"
        unknown = not isinstance(line.phrase(subject.first), Party)
        told = any((not unit.tags and unit.word.endswith("ed")) or (unknown and "report" in unit.tags) for unit in between)
        return None if told else subject

    def _object_party(self, line: Line, at: int, *, plural: bool) -> Party | None:
        agreed, aside = False, on_subject(line, at) if self._verb_first else range(0)
        for right in (n for n in line.rightward(at) if n not in aside):
            phrase = line.phrase(right)
            if isinstance(phrase, Party) and phrase.case in BARE | {"of", "owner"} and phrase.first == right:
                if self._verb_first and not plural and (self._agrees(line, at, phrase) or (agreed and _joins(line, phrase))):
                    agreed = True
                    continue
                if self._verb_first and owns_attack(line, at, phrase):
                    continue
                return phrase
            left = agreed and isinstance(phrase, Places) and phrase.case == "from"
            if (isinstance(phrase, Places) and not left) or "trigger" in line.units[right].tags:
                return None
        return None

    def _agrees(self, line: Line, at: int, phrase: Party) -> bool:
        """Whether a party right of a verb is its subject: the first of two of one clause, before the place is told."""
        parties, aside = (p for p in line.phrases if isinstance(p, Party)), on_subject(line, at)
        later = (p for p in parties if p.first > phrase.last and p.first not in aside and p.case in BARE | {"of", "owner"})
        second = next(later, None)
        if second is None or any(not line.adjunct(n) for n in range(at + 1, phrase.first)):
            return False
        left = line.phrase(second.first - 1)
        until = (
            left.first if isinstance(left, Places) and left.case == "from" and not line.units[second.first].gap else second.first
        )
        between = (
            n for n in range(phrase.last + 1, until) if n not in aside and not line.adjunct(n)
        )  # "طردت طالبان من بنجشير فلول المقاومة"
        return not any(isinstance(line.phrase(n), Places) or not line.units[n].tags.isdisjoint(_CLAUSES) for n in between)

    def _owner(self, line: Line, frame: Frame, *, agent: bool = True) -> Party | None:
        """Whose the noun is: a possessive or a name before it, a genitive, "of" or, where wanted, an agent after it."""
        before = line.phrase(frame.at - 1)
        if (
            isinstance(before, Party)
            and not self._verb_first
            and before.last == frame.at - 1
            and line.units[frame.at].gap in {"", "-", "'", "’"}
        ):
            return before
        if not self._verb_first and (owner := past_adjectives(line, frame.at) or person(line, frame, before)):
            return owner
        taken = frame.voice == "noun" and any(phrase.last == frame.at - 1 for phrase in frame.places)
        for back in () if taken else line.before(frame.at, 4):
            if possessive := back.entry("possessive"):
                own = None if self._verb_first else own_subject(line, frame, possessive.value)
                frame.pronoun = frame.pronoun if own else possessive.value
                return own
            if not back.tags.isdisjoint(("preposition", "article")):
                break
        following = line.phrase(frame.at + 1)
        owner = following if isinstance(following, Party) and following.first == frame.at + 1 else None
        these = owner is None and self._verb_first and _these(line, frame.at + 1)
        frame.pronoun = "p" if these else frame.pronoun  # «في يد هؤلاء»
        if self._verb_first and (owner is not None or these):
            return owner
        if frame.voice == "state":
            after = next((p for p in line.phrases if p.first > frame.at), None)
            if isinstance(after, Party) and after.case in {"of", "to"}:
                return after
        return self._governed.with_case(line, frame.at, {"by"}) if agent else None


def _of_some_state(line: Line, phrase: Phrase | None) -> bool:
    """Whether words tell of what country a party is, which may be another than that of the deed («أشاد الرئيس الأميركي»)."""
    told = isinstance(phrase, Party) and any("country" in unit.tags for unit in line.units[phrase.first : phrase.last + 1])
    return told or (isinstance(phrase, Party) and phrase.town is not None)


def _these(line: Line, at: int) -> bool:
    """Whether "these" stands for men at a unit, with no noun of its own behind it."""
    unit = line.units[at] if at < len(line.units) else None
    if unit is None or unit.gap or "these" not in unit.cues:
        return False
    noun = line.units[at + 1] if at + 1 < len(line.units) and not line.units[at + 1].gap else None
    return noun is None or not noun.word.startswith("ال")


def _has_stronghold(line: Line, frame: Frame, party: Party) -> bool:
    """Whether of a party is only told that its position was taken («سقوط آخر معقل لداعش», «تحرير معاقل داعش»)."""
    taken = frame.at < party.first and frame.trigger.relation is Relation.GAINED
    return taken and "position" in line.units[party.first - 1].tags


def _beyond(line: Line, frame: Frame, party: Party) -> bool:
    """Whether a deed that a noun tells ends before one to whom something else goes («إخلاء المطار، …», «سقوطها مشكلة للجيش»)."""
    last = max(frame.at, *(phrase.last for phrase in frame.places))
    between = line.units[last + 1 : party.first + 1]
    return frame.voice == "noun" and any("،" in unit.gap or "appraisal" in unit.cues for unit in between)


def _joins(line: Line, party: Party) -> bool:
    """Whether a party is joined to the subject of a verb, and another follows («طردت القوات وحلفاؤها المسلحين من»)."""
    after = party.last + 1
    while after < len(line.units) and "bound" in line.units[after].tags and not line.units[after].gap:
        after += 1  # «المتحالفة معها»
    joined = line.units[party.first].reading.conjunction and not line.units[party.first].gap
    return joined and isinstance(line.phrase(after), Party)


def _parts_with(line: Line, verb: int, giving: Collection[str]) -> bool:
    """Whether a verb that carries a noun of control lets it go to another ("handed control of Gao to", "lost … to")."""
    entries = line.units[verb].entries
    lights = {entry.value for entry in entries if entry.tag == "light"}
    gives = Relation.GAINED in lights and any(entry.tag == "trigger" and entry.value in giving for entry in entries)
    return Relation.LOST in lights or gives


def _of_light_noun(line: Line, frame: Frame) -> str:
    """The gender of whom a pronoun on the noun names that carries "control" («فقدانها السيطرة», not «سقوطها بيد»), or empty."""
    carried = frame.voice == "noun" and frame.pivot + 1 == frame.at and not frame.entry.pronoun
    light = line.units[frame.pivot].entry("light") if carried and "hold" in frame.trigger.traits else None
    return light.pronoun if light is not None and light.tense == "noun" else ""
