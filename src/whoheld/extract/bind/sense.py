"""The words of a sentence by which a verb is known to be meant in another sense, or in the one that its frame tells."""

from whoheld.extract.bind.gaps import has_object
from whoheld.extract.phrases.phrase import Party, labelled
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.model import Relation

_NO_NOUN = frozenset({"preposition", "article", "possessive", "conjunction", "pronoun", "relative", "after", "before", "when"})
"""Classes of words behind which, and so right behind a participle, there is no noun that it could qualify."""
_ADVERB = "ly"
"""How most English adverbs end."""


def passes_other(line: Line, frame: Frame) -> bool:
    """Whether a place only passes on something else ("returns her focus to Turkey"), or falls out of a hand."""
    after = line.units[frame.at + 1] if frame.at + 1 < len(line.units) else None
    falls = "subject" in frame.trigger.place and "into" in frame.trigger.actor
    out = after is not None and labelled(after, "out of")
    return falls and (out or ("passing" in frame.trigger.traits and has_object(line, frame.at)))


def takes_some_out(line: Line, frame: Frame) -> bool:
    """Whether somebody takes one thing out of a place ("pulled a convoy back") or some of his men ("withdrew some forces")."""
    after = line.units[frame.at + 1] if frame.at + 1 < len(line.units) else None
    if frame.trigger.relation is not Relation.LOST or frame.voice != "active" or after is None or after.gap:
        return False
    men = line.phrase(frame.at + 2)
    some = "quantity" in after.tags and "article" not in after.tags and "ranking" not in after.tail_cues
    some = some and isinstance(men, Party) and men.first == frame.at + 2 and not men.owner
    return some or ("from" in frame.trigger.place and "indefinite" in after.tags)


def commands_men(line: Line, frame: Frame) -> bool:
    """Whether somebody is put in command of men, at a place that stands before ("in Goma he assumed command of the brigade")."""
    of = frame.at + 1
    if frame.voice != "noun" or frame.pivot == frame.at or "hold" not in frame.trigger.traits or of + 1 >= len(line.units):
        return False
    whom = of + 1 + ("article" in line.units[of + 1].tags or "definite" in line.units[of + 1].cues)
    men = whom < len(line.units) and (isinstance(line.phrase(whom), Party) or "formation" in line.units[whom].tags)
    return men and labelled(line.units[of], "of") and all(phrase.last < frame.at for phrase in frame.places)


def inspects(line: Line, frame: Frame) -> bool:
    """Whether an Arabic verb in the feminine is no "they lose", as no one is told who could («تفقد الرئيس مدينة سرت»)."""
    who = frame.loser
    if "inspecting" not in line.units[frame.at].cues or frame.entry.gender != "f":
        return False
    return who is None or who.gender == "m" or bool(line.units[who.first].tags & {"official", "title"})


def qualifies(line: Line, frame: Frame) -> bool:
    """Whether a word that may be a verb only tells more of the noun behind it."""
    return _of_men(line, frame) or _of_thing(line, frame) or _attribute(line, frame)


def _of_men(line: Line, frame: Frame) -> bool:
    """Whether a participle only tells how those behind it fare ("to help badly squeezed Afghan troops", "the ousted rebels")."""
    men = line.phrase(frame.at + 1)
    led = isinstance(men, Party) and men.first == frame.at + 1 and not line.units[frame.at + 1].gap
    if line.verb_first or not led or frame.voice != "active" or frame.entry.tense not in {"ed", "participle"}:
        return False
    left = frame.at - 1
    while left > line.begins and line.units[left].word.endswith(_ADVERB) and not line.units[left + 1].gap:
        left -= 1
    if left < line.begins or line.units[left + 1].gap or line.phrase(left) is not None:
        return False
    infinitive = left > line.begins and "to" in line.units[left - 1].tags and not line.units[left].gap
    return infinitive or bool(line.units[left].tags & {"article", "preposition"})


def _attribute(line: Line, frame: Frame) -> bool:
    """Whether an article shows that a participle is an adjective of the noun behind it ("helps the displaced community in")."""
    if line.verb_first or frame.voice != "active" or frame.entry.tense != "ed" or not frame.at or line.units[frame.at].gap:
        return False
    before, after = line.units[frame.at - 1], line.units[frame.at + 1 : frame.at + 2]
    determined = not before.tags.isdisjoint(("article", "possessive")) and "relative" not in before.tags
    return determined and bool(after) and not after[0].gap and after[0].tags.isdisjoint(_NO_NOUN)


def _of_thing(line: Line, frame: Frame) -> bool:
    """Whether a word that may be a verb only tells what sort the subject behind it is ("and troop reinforcements were sent")."""
    noun = line.units[frame.at + 1 : frame.at + 3]
    if line.verb_first or frame.voice != "active" or frame.entry.tense not in {"base", "present"} or len(noun) < 2:  # noqa: PLR2004
        return False
    plain = not (noun[0].tags or noun[0].gap or noun[1].gap) and line.phrase(frame.at + 1) is None
    return plain and not noun[1].tags.isdisjoint(("be", "have", "had", "modal"))


def told_beside(line: Line, frame: Frame) -> bool:
    """Whether a verb of one of the frames that must be told with a frame stands in its sentence."""
    wanted = set(frame.trigger.beside)
    return any(
        entry.tag == "trigger" and entry.value in wanted and at != frame.at
        for at, unit in enumerate(line.units)
        for entry in unit.entries
        if line.phrase(at) is None and "conjunction" not in line.units[at - 1].tags  # "stormed the town and left" was a raid
    )


def speaks(line: Line, at: int) -> bool:
    """Whether a word only says who says so (", residents said", «قال سكان إن المتمردين طردوا»)."""
    after = line.units[at + 1] if at + 1 < len(line.units) else None
    before = line.units[at - 1] if line.verb_first and at and not line.units[at].gap else None
    told = before is not None and (("report" in before.tags and line.told(at - 1)) or "source" in before.tags)
    return told or ("," in line.units[at].gap and after is not None and "report" in after.tags and not after.gap)
