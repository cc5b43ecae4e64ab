"""What a text has spoken of so far: whom a pronoun means, and what was told last."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from whoheld.actors import Registry
from whoheld.extract.discourse.antecedents import Antecedents, Wanted
from whoheld.extract.discourse.appellations import own_name
from whoheld.extract.discourse.cataphora import announced, fronted
from whoheld.extract.discourse.dateline_town import Dateline
from whoheld.extract.discourse.deposed import LastGain
from whoheld.extract.discourse.first_person import FIRST, FirstPerson
from whoheld.extract.discourse.goals import fallen
from whoheld.extract.discourse.offices import Offices, speaks_for_state
from whoheld.extract.discourse.persons import was_of
from whoheld.extract.discourse.regions import Regions
from whoheld.extract.discourse.salience import oblique
from whoheld.extract.discourse.spoken_places import SpokenPlaces
from whoheld.extract.parties.nations import STATE
from whoheld.extract.phrases.meaning import named, of_state, same
from whoheld.extract.phrases.phrase import Party, Places, parted
from whoheld.extract.saying.report import Attribution
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.no_agents import object_of_plural
from whoheld.extract.sentence.topics import set_against
from whoheld.extract.setting import Setting
from whoheld.lang import Pack
from whoheld.text import key

if TYPE_CHECKING:
    from whoheld.extract.discourse.contests import Contests
    from whoheld.extract.finding import Finding
    from whoheld.model import Relation

_OFFICE_REACH = 8
"""How many sentences back it is told whose "the ministry" is."""

_FORCES = frozenset({"arm", "army", "band", "movement"})
"""Cues of nouns for forces and groups."""
_AND_SO = 1
"""Words before one that repeats what the sentence before told ("And so was Homs"); behind more, it repeats its own."""
_CARRYING = frozenset({"be", "had", "still"})
"""Classes of verbs between a relative and the subject of its clause."""
_TO_SIDE = 2
"""Words from «المتحدث باسم» to the name of the side («المتحدث باسم قيادة حفتر»)."""
_AND = "و"
_THEN = frozenset({"conjunction", "function"})
"""Classes of the word for what came next («ثم»)."""


class Discourse:
    """The lines of a text read so far, and what their pronouns mean.

    Args:
        language: whose pronouns they are.
        registry: what the actors are called.
        setting: what their names mean here, found out when first asked for.
        first_person: who says "we" in the text.
        contests: what it tells of contests without arms.

    Attributes:
        told: what the last claim says of its place, and of whom; event: the last that tells of a change.
        unnamed: what the last sentence says of places that it only counts, and of whom; counted: where it says so.
        gain: the last gain.
        places: those spoken of.
    """

    def __init__(
        self, language: Pack, registry: Registry, setting: Callable[[], Setting], first_person: FirstPerson, contests: "Contests"
    ) -> None:
        self._spoken = Antecedents(language, registry)
        self._first_person = first_person
        self.contests = contests
        self._setting = setting
        self._gendered = bool(language.writing.article)
        armed = language.classes.get("armed")
        self._armed = frozenset(map(key, armed.words)) if armed is not None and not self._gendered else frozenset[str]()
        dateline = Dateline(self._spoken.earlier, lambda name: setting().province_of(name), registry)
        regions = None if self._gendered else Regions(setting)
        self.places = SpokenPlaces(self._spoken.earlier, dateline, regions)
        self.told: tuple[Relation, Party | None] | None = None
        self.event: tuple[Relation, Party | None] | None = None
        self.unnamed: tuple[Relation, Party | None] | None = None
        self.counted: Finding | None = None
        self.gain = LastGain()
        self._told_in: Line | None = None
        self._beside = False
        self._offices = Offices(lambda party: setting().party(party), partial(self._spoken.earlier, reach=_OFFICE_REACH))
        self._ousted: tuple[Line, Party] | None = None

    def tells_capital(self, line: Line, phrase: Places) -> bool:
        """Whether it is plain of which country a capital without a name is."""
        return self._setting().tells_capital(line, phrase)

    def fallen(self, line: Line, frame: Frame) -> list[Places]:
        """The places of a frame, with the town that men had just gone against for what points back where a fall is told."""
        return fallen(line, frame, self._spoken.earlier)

    def add(self, line: Line, about: Party | None) -> None:
        """The next line, and who its last claim was about."""
        self._spoken.lines.append(line)
        self._spoken.topic = about
        self._spoken.last_topic = about or self._spoken.last_topic
        self.gain.read(line)

    def oust(self, line: Line, loser: Party | None) -> None:
        """Notes who a claim says was driven out."""
        self._ousted = (line, loser) if loser is not None else self._ousted

    def returned(self, line: Line, frame: Frame) -> Party | None:
        """Who comes back to a place then, of whom its sentence has just told that he was driven out («طردته، ثم عاد إليها»)."""
        before = line.units[frame.at - 1] if frame.at else None
        then = before is not None and (before.tags >= _THEN or "contrast" in before.tags)
        back = then and "comeback" in frame.trigger.traits and (frame.actor is None or frame.actor.last < frame.at)
        return self._ousted[1] if back and self._ousted is not None and self._ousted[0] is line else None

    def tell(self, line: Line, relation: "Relation", actor: Party | None, *, beside: bool = False) -> None:
        """Notes what the last claim says; a gain says it of its sentence, whatever loss is told beside it.

        What is only told ``beside`` a town's name ("rebel-held Douma was shelled") is not what its sentence says.
        """
        if beside and self._told_in is line and not self._beside:
            return
        self._beside = beside
        again = self._told_in is line and self.told is not None and self.told[0] == "gained"
        if not (again and relation == "lost"):
            self.told, self._told_in = (relation, actor), line
            self.event = (relation, actor) if relation in {"gained", "lost"} else self.event

    def repeated(self, line: Line, frame: Frame) -> "tuple[Relation, Party | None] | None":
        """What a frame that only repeats says of its place: what its own sentence has just told, or else the last event."""
        if not frame.trigger.apart and (self._gendered or frame.at > line.begins + _AND_SO):
            return self.told if self._told_in is line and not self._beside else None
        return (self.event if self._gendered else None) or self.told

    def party(self, line: Line, frame: Frame, role: str, past: Party | None = None) -> Party | None:
        """Who a frame's actor or loser is, pronouns and phrases that point back resolved as far as the text allows.

        ``past`` has just gained a place of which the frame tells how it was before, and is not meant.
        """
        self._spoken.past = past or self._holder(line, frame)
        if role == "actor" and (back := self.returned(line, frame)) is not None:
            return back
        said, other = (frame.actor, frame.loser) if role == "actor" else (frame.loser, frame.actor)
        if said is None:
            return self._pronoun(line, frame, other) if frame.pronoun_role == role else None
        found = self._spoken_by(line, frame, said) or self._whom(line, frame, said, other)
        if self._gendered and found is not None and found is not said and found.anaphor:
            found = self._spoken.called(line, found) or found  # «المتحدث باسم الجبهة» speaks of his front's fighters
        if found is not None:
            self._spoken.meant[id(said)] = found
        return found

    def _holder(self, line: Line, frame: Frame) -> Party | None:
        """Who has just been told to have a place, where others than he are told of in the same sentence.

        So "the group's men" that are told to leave one, and whom «أما» sets against him («أما سرت فبقيت مع الكتائب»).
        """
        men = frame.actor is not None and frame.actor.anaphor and not frame.actor.owner
        has = self.told is not None and self._told_in is line and self.told[0] in {"gained", "holds"}
        other = set_against(line, frame.at) >= 0 if self._gendered else frame.trigger.relation == "lost"
        return self.told[1] if self.told is not None and men and has and other else None

    def _spoken_by(self, line: Line, frame: Frame, said: Party) -> Party | None:
        """Whose men "our", or in a speaker's words "his forces", are, or None."""
        own = self._first_person
        if said.owner == FIRST:
            return own.of(line, frame) or own.person(line, frame, said)
        side = _taken_up(line, frame, said) if self._gendered else self._gainsays(line, frame, said)
        if side is not None:
            return side
        his = said.owner == "m" and said.anaphor
        plain = self._gendered and said.regular and said.anaphor and not said.owner and frame.trigger.relation == "lost"
        speaker = own.speaker(line, frame, said.first) if (said.owner and said.anaphor) or plain else None
        if plain and (speaker is None or not (named(speaker) and _by_spokesman(line, speaker))):
            return None
        if not his:
            return speaker
        return own.person(line, frame, said) or speaker or (None if said.first > line.begins else own.before(line))

    def _gainsays(self, line: Line, frame: Frame, said: Party) -> Party | None:
        """The state that says of "the troops" that they hold a place, where another has just been told to have taken one."""
        troops = (said.regular or said.statal) and not (said.owner or said.proper) and frame.trigger.relation == "holds"
        if not troops or self.event is None or self.event[0] != "gained" or self.event[1] is None:
            return None
        side = self._first_person.behind(line, frame)
        return side if side is not None and of_state(side) and named(side) and not same(side, self.event[1]) else None

    def _pronoun(self, line: Line, frame: Frame, other: Party | None) -> Party | None:
        if frame.pronoun == FIRST:
            return self._first_person.of(line, frame)
        if not self._gendered and _in_exception(line, frame):
            return self._ousted[1] if self._ousted is not None else None
        if (himself := self._of_speaker_again(line, frame)) is not None:
            return self._whom(line, frame, himself, other)
        speaking = self._first_person.speaker(line, frame, frame.at) if self._gendered or frame.pronoun in {"n", "p"} else None
        men = None
        if speaking is not None and self._gendered and not _may_speak(speaking, frame.pronoun):
            acts = frame.pronoun == "p" and frame.pronoun_role == "actor" and named(speaking) and _fights(line, speaking)
            men = self._whom(line, frame, speaking, other) if acts and frame.trigger.relation != "lost" else None
            speaking = None
        meant = speaking and self._whom(line, frame, speaking, other)  # "the group says that it seized"
        itself = self._gendered and meant is speaking and meant is not None and meant.anaphor  # «قالت الميليشيات إنها»
        itself = itself or (meant is not None and self._of_itself(frame.pronoun, speaking, meant))
        if meant is not None and (named(meant) or itself or _denied(line, frame)):
            return meant
        coming = announced(line, frame) if fronted(line, frame.at) else None
        self._resolve_own(line, frame)
        if frame.pronoun == "m" and not self._gendered and was_of(line, frame.at):
            return None  # "The former SPLA general said he seized Bor after a government attack"
        return coming or self._meant(line, frame, other, men) or announced(line, frame)

    def _of_speaker_again(self, line: Line, frame: Frame) -> Party | None:
        """Who says of another that he has left a place, and goes on by «وأنها» to tell that he has it himself, or None."""
        unit = line.units[frame.pronoun_at]
        again = self._gendered and frame.pronoun_at > 0 and (unit.reading.conjunction or unit.word.startswith(_AND))
        if not again or self._told_in is not line or self.told is None or self.told[0] != "lost":
            return None
        there = frame.trigger.relation != "lost" and any(places.anaphor for places in frame.places)
        speaking = self._first_person.speaker(line, frame, frame.at, of=self.told[1]) if there else None
        if speaking is None or speaking is self.told[1]:
            return None
        return speaking if _may_speak(speaking, frame.pronoun) or (named(speaking) and _fights(line, speaking)) else None

    def _meant(self, line: Line, frame: Frame, other: Party | None, men: Party | None = None) -> Party | None:
        """Whom the pronoun of a frame means; who suffers its first deed does not do the next («باغتوا الحامية وأخذوها»).

        The next town falls to who has just gained one, and not to those by whom another is told to be held.

        "They" are rather the ``men`` for whom somebody speaks («قال الناطق باسم القوات إنهم») than others of whom one says "it".
        """
        elided = self._gendered and frame.voice == "active" and line.finite(frame.pivot)
        start = frame.at if frame.pronoun_at < 0 else frame.pronoun_at
        if (winner := self._gains_on(frame)) is not None:
            return winner
        found = self._spoken.of(line, start, Wanted(frame.pronoun, other=other, elided=elided))
        if men is not None and (found is None or found.gender != "p"):
            return men
        joined = self._gendered and frame.entry.gender == "p" and line.units[frame.pivot].reading.conjunction
        suffers = joined and found is not None and found in line.phrases and object_of_plural(line, found)
        return self._spoken.of(line, frame.at, Wanted(frame.pronoun, other=found)) if suffers else found

    def _gains_on(self, frame: Frame) -> Party | None:
        """Who has just gained a place, where the next falls to "it" or "them" and in between others are told to hold one."""
        falls = (
            not self._gendered and frame.voice == "active" and "subject" in frame.trigger.place and "to" in frame.trigger.actor
        )
        if not falls or self.told is None or self.event is None or (self.told[0], self.event[0]) != ("holds", "gained"):
            return None
        holder, winner = self.told[1], self.event[1]
        if holder is None or winner is None or not oblique(holder) or same(holder, winner):
            return None
        return winner if named(winner) or winner.gender in {"", frame.pronoun} else None

    def _of_itself(self, pronoun: str, speaking: Party | None, meant: Party) -> bool:
        """Whether a speaker whom only a common noun names tells of itself: "the army said it", but "the rebels said they"."""
        men = speaking is not None and speaking.noun in self._armed and speaking.gender == "p"
        return (pronoun == "n" and (meant.regular or of_state(meant))) or (pronoun == "p" and men)

    def speaker(self, line: Line, frame: Frame) -> Party | None:
        """The side whose own words a frame is told in, where no other is named in them before it."""
        party = self._first_person.speaker(line, frame, frame.at)
        return self.meant_by(line, frame, party) if party is not None else None

    def _resolve_own(self, line: Line, frame: Frame) -> None:
        """Notes whose «مقاتليه» are of whom a speaker speaks, before a pronoun of theirs is looked up."""
        for party in line.phrases if self._gendered else ():
            if isinstance(party, Party) and party.owner and party.last < frame.at and id(party) not in self._spoken.meant:
                speaking = self._first_person.speaker(line, frame, party.first)
                if speaking is not None and named(speaking):
                    self._spoken.meant[id(party)] = speaking

    def spoken_for(self, line: Line, frame: Frame, said: Attribution, actor: Party | None) -> Party | None:
        """For whom the speaker of a claim speaks, whose actor is given."""
        side = self._offices.side(line, frame, said, actor)
        return side if side is None or side is actor else self.meant_by(line, frame, side)

    def men_of(self, said: Attribution, side: Party | None, actor: Party | None) -> Party | None:
        """Whose men act in the words of an office that speaks for a side."""
        return actor if self._gendered else self._offices.men(said.party, side, actor)

    def meant_by(self, line: Line, frame: Frame, speaker: Party) -> Party:
        """For whom a speaker speaks whose words only point back («الناطق باسم الوحدات»), or the speaker himself."""
        return (self._whom(line, frame, speaker) or speaker) if speaker.anaphor or speaker.repeats else speaker

    def _whom(self, line: Line, frame: Frame, said: Party, other: Party | None = None) -> Party | None:
        """Whom a phrase means: another that it points back to, or itself; None of "the latter" where nobody is named."""
        spoken = self._spoken
        line = spoken.told_in(line, said)  # a speaker may have been named in a sentence before
        if said.regular and not said.owner and speaks_for_state(line, said):
            return said
        if found := spoken.shown(line, said) or spoken.itself(line, said) or spoken.called(line, said):
            return found
        if said.anaphor and not said.noun:
            return spoken.latter(line, said)
        if self._gendered and said.anaphor and "routed" in line.units[said.first].cues:
            return said
        if not said.anaphor:
            return own_name(line, said) or (self._repeated(line, said, other) if said.repeats else said)
        wanted = _wanted(said, other)._replace(elsewhere=bool(frame.places) and not any(p.anaphor for p in frame.places))
        return self._spoken.of(line, said.first, wanted) or (said.owner and announced(line, frame)) or said

    def _repeated(self, line: Line, said: Party, other: Party | None) -> Party:
        """Whom a name means that anyone may bear ("the rebels"): one whom the text names, where one is called so."""
        wanted = _wanted(said, other)._replace(gender="")
        meaning = self._setting().party(said)
        anyone = meaning is None or meaning.actor.side is None
        find = self._spoken.of if anyone else self._spoken.called_so
        return find(line, said.first, wanted) or said


def _taken_up(line: Line, frame: Frame, said: Party) -> Party | None:
    """The party right before a relative clause whose subject is its men («من بوكو حرام التي كان مقاتلوها يحتلون …»), or None."""
    if not (said.owner and said.anaphor):
        return None
    at = said.first - 1
    while at > line.begins and (at in {frame.at, frame.pivot} or line.units[at].tags & _CARRYING) and not line.units[at].gap:
        at -= 1
    if at <= line.begins or "relative" not in line.units[at].tags or line.units[at].gap:
        return None
    whose = line.phrase(at - 1)
    return whose if isinstance(whose, Party) and whose.last == at - 1 else None


def _in_exception(line: Line, frame: Frame) -> bool:
    """Whether "they" have what is excepted from another's hold ("control the town, except for areas where they hold out")."""
    for at in line.leftward(frame.at, asides=True):
        if parted(line.units[at + 1].gap):
            return False
        if "except" in line.units[at].tags:
            return True
    return False


def _denied(line: Line, frame: Frame) -> bool:
    """Whether a speaker denies what another has said, so that "their control" is his own ("denied it, saying the town was …")."""
    return not line.verb_first and any("denial" in unit.tags for unit in line.units[line.begins : frame.at])


def _by_spokesman(line: Line, party: Party) -> bool:
    """Whether a party is told as that for which a spokesman speaks, whose «القوات» are its own."""
    return any("behalf" in unit.tail_cues for unit in line.units[max(0, party.first - _TO_SIDE) : party.first + 1])


def _fights(line: Line, party: Party) -> bool:
    """Whether a party is a force or a group of men, and no government, which calls others "they"."""
    units = line.units[party.first : party.last + 1]
    force = any("armed" in unit.tags or not unit.cues.isdisjoint(_FORCES) for unit in units)
    return force or any(meaning.actor.kind not in STATE for meaning in party.meanings)


def _may_speak(party: Party, pronoun: str) -> bool:
    """Whether a pronoun in a side's own words may mean the side («قالت الحكومة إن المدينة في يدها»)."""
    return not party.gender or pronoun in {party.gender, party.also}


def _wanted(said: Party, other: Party | None) -> Wanted:
    return Wanted(said.owner, said.noun, said.gender, nonstate=said.nonstate, regular=said.regular, other=other)
