"""Who is the subject where several nouns stand before an English verb: the men, and not whom they fight or who leads them."""

from whoheld.extract.phrases.phrase import Party, Phrase
from whoheld.extract.sentence.frame import AUXILIARY, BARE, Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit
from whoheld.model import Relation

_FORMER = frozenset({"article", "adverb", "direction", "indefinite", "title", "country", "official"})
"""Classes of words between a participle or a preposition and the party that it governs."""
_COUNTING = frozenset({"article", "adverb", "number", "quantity", "about", "day"})
"""Classes of words between a participle and those whom it counts."""
_TO_MEN = 12
"""Words from a party back to the men of whom a participle clause tells it ("rebels fighting the army")."""


def main_noun(line: Line, party: Party) -> Party:
    """The party itself, or the one before it of which a clause only tells whom it fights, who leads it, or whose it is."""
    at = party.first - 1
    while at > 0 and line.phrase(at) is None and line.units[at].tags & _FORMER and not line.units[at + 1].gap:
        at -= 1
    if at < 1 or line.units[party.first].gap:
        return party
    if "possessive_relative" in line.units[at].cues:
        whose = line.phrase(at - 1)
        return whose if isinstance(whose, Party) and whose.last == at - 1 else party
    at -= 2 * (at > 1 and "to" in line.units[at - 1].tags and any(entry.tense == "base" for entry in line.units[at].entries))
    fights = line.phrase(at) is None and line.units[at].word.endswith("ing") and not line.units[at].gap  # "fighting to oust"
    if fights and (men := _party(line, at - 1)):
        return main_noun(line, men)
    unknown = not isinstance(line.phrase(party.first), Party)
    if unknown and ("calling" in line.units[at].cues or _leads(line, at)):
        return _men(line, at) or party
    return party


def conveyed(line: Line, party: Party) -> bool:
    """Whether a clause tells of a train or the like that a party is on it ("A train carrying 400 soldiers left Lviv")."""
    at = party.first - 1
    while at > 0 and line.phrase(at) is None and not line.units[at + 1].gap and _counts(line.units[at]):
        at -= 1
    governs = at > 0 and line.units[at].word.endswith("ing") and not line.units[at].gap
    return governs and line.phrase(at) is None and "conveyance" in line.units[at - 1].cues


def _counts(unit: Unit) -> bool:
    """Whether a word counts or describes those behind it ("some 400 wounded")."""
    return bool(unit.tags & _COUNTING) or unit.word.isdigit() or (not unit.tags and not unit.word.endswith("ing"))


def _leads(line: Line, at: int) -> bool:
    """Whether a name behind a unit is that of who commands ("led by", "under the command of General")."""
    command = "genitive" in line.units[at].tail_cues and "command" in line.units[max(0, at - 1)].tail_cues
    return command or bool(line.units[at].tags & {"led", "backing"})


def _men(line: Line, at: int) -> Party | None:
    """The men before who leads them, where no verb comes between."""
    for left in range(at - 1, max(-1, at - _TO_MEN), -1):
        if (party := _party(line, left)) is not None:
            return party
        if line.finite(left) or line.units[left + 1].gap:
            return None
    return None


def _party(line: Line, at: int) -> Party | None:
    phrase = line.phrase(at) if at >= 0 else None
    return phrase if isinstance(phrase, Party) and phrase.last == at and phrase.case in BARE and not phrase.possessive else None


def acts(line: Line, party: Party, stop: int) -> bool:
    """Whether a party is the subject of a verb of its clause ("the army retook it after clashes with rebels, …")."""
    following = (p.first for p in line.phrases if isinstance(p, Party) and p.first > party.last and p.case in BARE)
    verbs = (n for n in range(party.last + 1, min(next(following, stop), stop)) if line.phrase(n) is None)
    return party.case in BARE and not party.possessive and any(line.told(n) or _acted(line.units[n]) for n in verbs)


def _acted(unit: Unit) -> bool:
    """Whether a word that no lexicon knows looks like the past of an English verb ("attacked the town before taking it")."""
    return not unit.tags and unit.word.endswith("ed")


def opens_absolute(line: Line, phrase: Phrase) -> bool:
    """Whether "with" makes a clause of which a party is the subject ("with the rebels now holding Goma", "… in control of")."""
    at = phrase.last + 1
    while at < len(line.units) and line.units[at].tags & {"adverb", "now", "still"} and not line.units[at].gap:
        at += 1
    told = line.units[at].entries if at < len(line.units) and not line.units[at].gap else ()
    return any(entry.tense == "ing" or "hold" in entry.traits for entry in told)


def flees(line: Line, at: int, verb: int) -> bool:
    """Whether people who hold nothing are the subject right before a verb ("hundreds of civilians fled", "thousands fled")."""
    people = "bystander" in line.units[at].tags and line.phrase(at) is None
    between = range(at + 1, verb)
    return people and all(line.units[n].tags & (AUXILIARY | {"achieve", "plan"}) and not line.units[n].gap for n in between)


def leaving(line: Line, frame: Frame) -> Phrase | Unit | None:
    """Who stands right before the participle of a verb of leaving ("fired on rebels fleeing Kunduz", "shot men fleeing Ramadi").

    It is a party, the noun for people who are none, or nothing where a comma or another word parts them.
    """
    if frame.trigger.relation is not Relation.LOST or frame.entry.tense != "ing" or frame.pivot != frame.at or not frame.at:
        return None
    before, unit = line.phrase(frame.at - 1), line.units[frame.at - 1]
    if line.units[frame.at].gap or "object" not in frame.trigger.place:
        return None
    if isinstance(before, Party):
        return None if before.possessive else before
    return unit if before is None and ("bystander" in unit.tags or "men" in unit.cues) else None


def by_attack(line: Line, verb: int) -> bool:
    """Whether an attack is what drives somebody out, whoever made it («يخرجها منها هجوم معاكس», «طردتهم حملة»)."""
    at = verb + 1
    at += at < len(line.units) and "bound" in line.units[at].tags and not line.units[at].gap
    attack = line.units[at] if at < len(line.units) else None
    driven = any(entry.pronoun for entry in line.units[verb].entries)
    return driven and attack is not None and not attack.gap and "operation" in attack.tags and "preposition" not in attack.tags


def owns_attack(line: Line, verb: int, party: Party) -> bool:
    """Whether a party is only whose the deed is that drives out the one behind it («أجبرت غارات التحالف الحوثيين على»)."""
    after = line.phrase(party.last + 1)
    driven = isinstance(after, Party) and after.case in BARE and not line.units[after.first].gap
    return driven and party.first == verb + 2 and "preposition" not in line.units[verb + 1].tags and line.phrase(verb + 1) is None
