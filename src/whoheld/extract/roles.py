"""Who has which part in what a trigger tells: the relation, whose it is, and who lost the place by it."""

from dataclasses import dataclass
from typing import NamedTuple

from whoheld.extract.bind.announced import of_control
from whoheld.extract.discourse.discourse import Discourse
from whoheld.extract.marks.marks import Marks
from whoheld.extract.phrases.phrase import Name, Party, Places
from whoheld.extract.relation import told
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.model import Relation

_LOSERS = frozenset({"subject", "object"})
"""Slots of a loser whose loss is told by the verb itself; "taken from" only adds whom it was taken from."""
_LIKEWISE = 4
"""Words from a verb to one that says it is told likewise."""


class Roles(NamedTuple):
    """What a trigger tells of its places, as far as the text says it."""

    relation: Relation | None
    actor: Party | None
    loser: Party | None


@dataclass(frozen=True, slots=True)
class InText:
    """A frame where it stands: in its sentence, behind what the text has told before."""

    line: Line
    frame: Frame
    marks: Marks
    named: list[tuple[Name, Places]]
    discourse: Discourse

    def roles(self, state: str) -> Roles:
        """Who has which part; ``state`` is the preposition that makes the frame's noun a state, or empty.

        Where a denied loss says who holds the place, the marks refuse the frame no longer.
        """
        line, frame, gain = self.line, self.frame, self.discourse.gain
        past = gain.not_meant(line, frame, self.marks, self.named)
        actor = None if frame.both else self.discourse.party(line, frame, "actor", past)
        loser = self.discourse.party(line, frame, "loser")
        roles = self._carried_over(_of_loss(frame, Roles(told(frame, self.marks, state), actor, loser)))
        if roles.actor is None and roles.relation is Relation.HOLDS and _in_control(line, frame):
            roles = roles._replace(actor=gain.whose(self.named, self._speaker))
        return self._kept(roles)

    def _carried_over(self, roles: Roles) -> Roles:
        """The roles of a frame that only repeats what was told before, or says it of places that were only counted."""
        line, frame, told_last = self.line, self.frame, self.discourse.told
        fixed = frame.voice == "noun"  # "ومن قبلها" bears its pronoun in itself
        pointed = not line.verb_first or frame.entry.pronoun or fixed or _to_it(line, frame.at)
        if frame.trigger.names:
            known = told_last if line.verb_first and told_last is not None and of_control(line, frame.at) else None
            relation, actor = self.discourse.unnamed or known or (None, None)
            return Roles(relation, actor, roles.loser)
        if frame.trigger.repeats and told_last is not None and pointed:
            relation, actor = self.discourse.repeated(line, frame) or (None, None)
            return Roles(relation, roles.actor if "self" in frame.trigger.actor else actor, roles.loser)
        if roles.actor is None and frame.trigger.strict and told_last is not None and told_last[0] is roles.relation:
            return roles._replace(actor=told_last[1] if _likewise(line, frame) else None)
        return roles

    def _kept(self, roles: Roles) -> Roles:
        """The roles where a sentence denies that a place was lost, which says who holds it."""
        if self.marks.refusal != "negation":
            return roles
        if not self.line.verb_first:
            holder = roles.actor if _never_left(self.line, self.frame, roles) else None
        else:
            holder = self.discourse.gain.kept(self.frame, self.named, (roles.relation, roles.actor), self._speaker)
        if holder is None:
            return roles
        self.marks.refusal = ""
        return Roles(Relation.HOLDS, holder, None)

    def _speaker(self) -> Party | None:
        return self.discourse.speaker(self.line, self.frame)


def _of_loss(frame: Frame, roles: Roles) -> Roles:
    """The roles where only a loser is told: whoever lost a place is whom the claim is of, unless another won it."""
    if roles.actor is not None:
        goes = roles.actor.case in {"to", "for"} and frame.voice == "noun" and frame.pivot != frame.at
        given = goes and (roles.loser is not None or roles.relation is Relation.LOST)
        return roles._replace(relation=Relation.GAINED) if given else roles  # "lost control of Ramadi to"
    emptied = frame.trigger.relation is Relation.LOST  # «أخليت البلدة من المسلحين»
    loses = emptied or frame.voice == "ended" or not _LOSERS.isdisjoint(frame.trigger.loser)
    if roles.relation is Relation.GAINED and roles.loser is not None and loses:
        return Roles(Relation.LOST, roles.loser, None)
    if roles.relation is Relation.GAINED and frame.voice == "noun" and "subject" in frame.trigger.loser:
        return roles._replace(relation=Relation.LOST)  # "the loss of Tarhuna"
    if roles.relation is Relation.LOST and frame.trigger.relation is not Relation.LOST:
        return Roles(Relation.LOST, roles.loser, None)
    return roles


def _never_left(line: Line, frame: Frame, roles: Roles) -> bool:
    """Whether an English place is told not to have left somebody's hands ("has never slipped from their grasp")."""
    told = roles.relation is Relation.LOST and "subject" in frame.trigger.place
    return told and not any("before" in line.units[at].tags for at in range(frame.at + 1, len(line.units)))  # "not … until May"


def _in_control(line: Line, frame: Frame) -> bool:
    """Whether a place is only told to be «تحت السيطرة», under the control of those who say so."""
    return line.verb_first and frame.voice == "state" and line.units[frame.at].reading.article and not frame.pronoun


def _to_it(line: Line, at: int) -> bool:
    """Whether a pronoun on its preposition follows a verb ("لحقت بها بلدة")."""
    return at + 1 < len(line.units) and "bound" in line.units[at + 1].tags and not line.units[at + 1].gap


def _likewise(line: Line, frame: Frame) -> bool:
    """Whether a verb says of another place what has just been said of one ("خضعت هي الأخرى")."""
    return any("likewise" in unit.tags for unit in line.units[frame.at + 1 : frame.at + _LIKEWISE])
