"""What a trigger that was read lacks to make a claim: a place, a relation that it tells, or somebody to tell it of."""

from collections.abc import Sequence

from whoheld.extract.bind.institutions import only_run
from whoheld.extract.bind.of_things import of_posts, of_things
from whoheld.extract.bind.some_men import only_some
from whoheld.extract.bind.things import no_force
from whoheld.extract.phrases.phrase import Name, Party, Places
from whoheld.extract.places.openings import REGIONS
from whoheld.extract.roles import Roles
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.vocabulary import rare
from whoheld.model import Extent, Relation

_WIDE = frozenset({"province", "region", "district"})
"""Kinds of places that nobody has by moving into them."""
_BEFORE_VERB = frozenset({"relative", "had", "when", "month", "reference", "time"})
"""Classes of words behind which an Arabic word is a verb rather than a noun."""


def lacking(line: Line, frame: Frame, named: Sequence[tuple[Name, Places]], roles: Roles) -> str:
    """What a frame lacks, in a word or two, or nothing: "no place", "no relation", "toward", "no actor"."""
    relation, actor, _ = roles
    no_town = of_things(line, frame) or _structure(line, frame) or only_run(line, frame, named, actor)
    no_town = no_town or of_posts(line, frame)
    if not named or no_town or _definite(line, frame) or _governs(frame, named, actor):
        return "no place"
    if relation is None or _left(line, frame) or _own_men(line, frame) or no_force(line, frame) or only_some(line, frame):
        return "no relation"
    verb = line.units[frame.at]
    moves = relation is Relation.CONTESTED or "entering" in verb.tail_cues or "raiding" in verb.cues
    wide = _WIDE if relation is Relation.GAINED else REGIONS if "inside" in frame.trigger.place else frozenset[str]()
    if moves and all(Extent.AREA in {name.extent, phrase.extent} or name.kind in wide for name, phrase in named):
        return "toward"  # fighting round a town, or a push into its outskirts or its province
    if relation is Relation.LOST and actor is not None and _only_named(line, frame, actor):
        return "no actor"
    follows = frame.loser is None and frame.pronoun_role != "loser" and frame.trigger.loser == ("next",)
    rarely = frame.voice == "passive" and all(rare(name.key) for name, _ in named)  # «كانت قنفودة قد استعيدت»
    strange = (frame.stranger and not frame.both) or (all(name.strange for name, _ in named) and not rarely)
    follows = follows or ("sovereign" in frame.trigger.traits and not _of_state(line, frame, actor))
    if follows or (strange and actor is None) or (relation is Relation.LOST and _goes_away(line, frame, actor)):
        return "no actor"
    object_only = line.verb_first or "subject" not in frame.trigger.place  # but "it fell" says enough
    pointed = frame.voice == "active" and object_only and all(phrase.anaphor == "pronoun" for phrase in frame.places)
    led_in = frame.voice == "noun" and all(phrase.last < frame.at and phrase.case == "in" for _, phrase in named)
    changed = led_in and relation is Relation.GAINED  # "In Goma … control has been taken" leaves open of what
    needed = frame.trigger.strict or relation is Relation.HOLDS or pointed or changed
    return "no actor" if actor is None and needed and not frame.both else ""


def _structure(line: Line, frame: Frame) -> bool:
    """Whether what falls is a bridge or the like that bears a name ("The Comoe bridge collapsed")."""
    falls = not line.verb_first and "subject" in frame.trigger.place and frame.voice == "active" and len(frame.places) == 1
    behind = frame.places[0].last + 1 if falls else len(line.units)
    return behind < frame.at and "landmark" in line.units[behind].cues and not line.units[behind].gap and frame.actor is None


def _governs(frame: Frame, named: Sequence[tuple[Name, Places]], actor: Party | None) -> bool:
    """Whether the only place is the capital by whose name its government is called ("Kyiv abandoned its foothold")."""
    capital = actor is not None and actor.town is not None and frame.voice != "compound"
    return capital and all(actor.start <= name.start and name.end <= actor.end for name, _ in named if actor is not None)


def _goes_away(line: Line, frame: Frame, actor: Party | None) -> bool:
    """Whether somebody who leaves is told by a strange name alone, as persons, ships and firms are ("Alphamin left its mine")."""
    if _beaten(line, frame, actor):
        return False
    named = actor is not None and not line.verb_first and isinstance(line.phrase(actor.first), Places)
    return named and frame.voice == "active" and frame.actor is actor and not (actor is None or actor.statal)


def _beaten(line: Line, frame: Frame, actor: Party | None) -> bool:
    """Whether a place is told to be lost in a war, as no traveller and no party at the polls loses one ("Lon Nol lost …")."""
    loses = frame.trigger.relation is Relation.GAINED and "subject" in frame.trigger.loser
    own = actor is not None and actor is frame.loser  # and not one of another sentence, to whom a pronoun points
    return loses and actor is not None and own and "party" not in line.units[actor.first].cues


def _definite(line: Line, frame: Frame) -> bool:
    """Whether a place stands right behind an Arabic noun with the article, which governs none («قوات الاحتلال مدينة نابلس»)."""
    beside = line.verb_first and frame.voice == "noun" and line.units[frame.at].reading.article
    bare = (phrase for phrase in frame.places if phrase.first == frame.at + 1 and phrase.anaphor != "pronoun")  # «السيطرة عليها»
    return beside and sum(not line.units[phrase.first].reading.preposition for phrase in bare) == len(frame.places)


def _left(line: Line, frame: Frame) -> bool:
    """Whether who should drive somebody out is only said to drive out himself ("drove out of the town")."""
    alone = frame.voice == "active" and frame.loser is None and frame.trigger.loser == ("object",) and not frame.entry.pronoun
    return alone and "preposition" in line.units[min(frame.at + 1, len(line.units) - 1)].tags


def _only_named(line: Line, frame: Frame, actor: Party) -> bool:
    """Whether somebody who leaves a town bears a name that shows no side, as ships and travellers do."""
    leaves = frame.voice == "active" and "object" in frame.trigger.place and not _beaten(line, frame, actor)
    return leaves and not line.verb_first and isinstance(line.phrase(actor.first), Places)


def _own_men(line: Line, frame: Frame) -> bool:
    """Whether a verb of driving out only tells that somebody brings out his own men («أخرجت كييف قواتها من», "removed its men").

    An English one is then a verb of leaving too.
    """
    either = line.verb_first or any(entry.value == "remove own" for entry in line.units[frame.at].entries)
    men = frame.loser if either and "object" in frame.trigger.loser else None
    enemies = men is not None and "enemy" in line.units[men.first].cues
    return men is not None and bool(men.owner) and not enemies and "sole" not in line.units[men.first - 1].cues


def _of_state(line: Line, frame: Frame, actor: Party | None) -> bool:
    """Whether a country is the subject of an Arabic verb, which is no noun («فضمها المغرب», not «رفض ضم المغرب»)."""
    verb, before = line.units[frame.at], line.units[frame.at - 1] if frame.at > line.begins else None
    opens = before is None or bool(verb.gap) or verb.reading.conjunction or bool(before.tags & _BEFORE_VERB)
    opens = opens or before is None or before.word.isdigit()
    follows = actor is not None and actor.first == frame.at + 1  # «ضمها المغرب», and not «أعلنت ضمها إلى»
    told = frame.entry.gender == "f" or (bool(frame.entry.pronoun) and follows) or opens
    if actor is None or not told:
        return False
    return "country" in line.units[actor.first].tags or any(meaning.actor.kind == "government" for meaning in actor.meanings)
