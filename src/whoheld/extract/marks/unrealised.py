"""English deeds that are only under way, or follow only from what may be ("progress in taking", "would allow it to take")."""

from whoheld.extract.dates.words import says
from whoheld.extract.phrases.phrase import Party, Places, labelled, parted
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit
from whoheld.model import Relation

_PLAIN = frozenset({"base", "present"})
"""Tenses of a verb that a modal may govern."""
_OTHER = frozenset(
    {"relative", "after", "before", "when", "hypothesis", "contrast", "report", "source", "have", "had", "negation", "be"}
)
"""Classes of words behind which another clause has ended, or one that tells what has come about."""
_VERBS = frozenset({"trigger", "light"})
_TOLD = frozenset({"active", "passive", "noun"})
"""Voices of what a verb tells."""
_SUBJECTS = frozenset({"article", "pronoun", "possessive", "quantity"})
_BEGUN = frozenset({"ing", "base"})
"""Tenses of what is begun."""
_LEADING = frozenset({"report", "to", "relative"})
"""Classes of words behind which a clause begins."""
_LAST = "ed"
"""The ending of verbs in the past that no lexicon knows."""


def unrealised(line: Line, frame: Frame) -> tuple[str, Unit | None]:
    """Why the deed of a frame has not come about by the words that govern it, and the word that says so; or empty."""
    if line.verb_first or frame.trigger.exceptive:
        return "", None
    before = line.units[frame.at - 1] if frame.at else None
    gerund = frame.entry.tense == "ing" and before is not None and labelled(before, "in")
    if gerund and frame.at > 1 and "headway" in line.units[frame.at - 2].cues:
        return "under_way", line.units[frame.at - 2]
    if frame.entry.tense == "ing" and before is not None and labelled(before, "from") and _kept(line, frame.at - 1):
        return "plan", before
    if (begun := _begun(line, frame) or _nearly(line, frame)) is not None:
        return "under_way", begun
    if (awaited := _awaited(line, frame)) is not None:
        return "hypothesis", awaited
    would = _would(line, frame) if frame.entry.tense == "ing" else None
    governed = gerund or _infinitive(line, frame) or _given(line, frame) or _joined(line, frame.pivot)
    modal = would or (_modal(line, frame.at) if governed else None)
    return ("modal", modal) if modal is not None else ("", None)


def _begun(line: Line, frame: Frame) -> Unit | None:
    """The verb by which a place is only begun to be taken ("began clearing it", "started to retake the town"), or None."""
    if frame.trigger.relation is not Relation.GAINED or frame.voice not in {"active", "noun"} or not frame.pivot:
        return None
    verb = frame.pivot - 1 - ("to" in line.units[frame.pivot - 1].tags)
    tenses = {entry.tense for entry in line.units[frame.pivot].entries}
    unit = line.units[max(verb, 0)]
    return unit if tenses & _BEGUN and "inchoative" in unit.cues and line.phrase(verb) is None else None


def _nearly(line: Line, frame: Frame) -> Unit | None:
    """The word right before a verb by which a change has only almost come about ("nearly captured it", "has all but fallen")."""
    carried = frame.voice == "noun" and frame.pivot < frame.at
    if not (carried or frame.trigger.relation in {Relation.GAINED, Relation.LOST}) or frame.voice not in _TOLD:
        return None
    for verb in range(frame.pivot, frame.at + 1):
        before = line.units[verb - 1] if verb and not line.units[verb].gap else None
        if before is not None and "nearly" in before.cues | before.tail_cues and line.units[verb].tags & _VERBS:
            return before
    return None


def _awaited(line: Line, frame: Frame) -> Unit | None:
    """The "when" or "once" that makes of a deed the time of something to come ("When we have taken Goma, we shall"), or None."""
    opens = next((at for at in line.leftward(frame.at) if _subordinates(line.units[at])), None)
    waits = opens is not None and (says(line.units, opens, "when") or "upon" in line.units[opens].cues)
    if opens is None or not waits or not _to_come(line, opens, frame):
        return None
    if opens > 1 and "indefinite" in line.units[opens - 2].tags and not line.units[opens].gap:
        return None  # "would be held at a time when rebels have taken Goma"
    outside = (*range(line.begins, opens), *range(frame.at + 1, len(line.units)))
    return line.units[opens] if any(_is_modal(line, at) for at in outside) else None


def _subordinates(unit: Unit) -> bool:
    return "when" in unit.tags or "upon" in unit.cues


def _to_come(line: Line, opens: int, frame: Frame) -> bool:
    """Whether the tense of a frame behind "when" is that of what is or has been ("have taken", "is taken", "take")."""
    between = line.units[opens + 1 : frame.at]
    if not between or between[0].tags & {"have", "be"}:
        return False  # "has once been taken", "once has lived in Goma, which rebels hold"
    if any(unit.tags & {"had", "relative"} or "past_copula" in unit.cues for unit in between):
        return False
    if any(unit.tags & {"have", "be"} for unit in between):
        return True
    return frame.voice == "active" and _plain(line.units[frame.at])


def _is_modal(line: Line, at: int) -> bool:
    """Whether a word is a modal, and no month or name, nor one of several words."""
    unit = line.units[at]
    return "modal" in unit.tags and unit.word == unit.tail and not unit.capital and line.phrase(at) is None


def _would(line: Line, frame: Frame) -> Unit | None:
    """The modal of which a gerund is the subject ("Retaking Falluja before the vote would help the premier"), or None."""
    before = line.units[frame.at - 1] if frame.at > line.begins else None
    if before is not None and before.tags.isdisjoint(_LEADING):
        return None
    for at in range(frame.at + 1, len(line.units)):
        unit = line.units[at]
        if parted(unit.gap) or "relative" in unit.tags:
            return None
        if "modal" in unit.tags and not unit.capital and line.phrase(at) is None:
            return unit
    return None


def _kept(line: Line, source: int) -> bool:
    """Whether somebody or a town stands right before "from", by which a verb keeps them from a deed ("keep it from falling")."""
    whom = line.phrase(source - 1) if source and not line.units[source].gap else None
    return isinstance(whom, Party | Places) or (source > 0 and "pronoun" in line.units[source - 1].tags)


def _infinitive(line: Line, frame: Frame) -> bool:
    """Whether a verb is an infinitive behind "to", whatever verb governs that ("would allow the army to retake the town")."""
    to = frame.pivot - 1
    return to > 0 and "to" in line.units[to].tags and _plain(line.units[frame.pivot])


def _given(line: Line, frame: Frame) -> bool:
    """Whether a noun stands behind him to whom a verb gives it ("would give Moscow control of the coast")."""
    if frame.voice != "noun" or not frame.at:
        return False
    whom = line.phrase(frame.at - 1)
    return (isinstance(whom, Party | Places) and whom.case == "") or "pronoun" in line.units[frame.at - 1].tags


def _joined(line: Line, verb: int) -> bool:
    """Whether a plain verb without a subject of its own is joined to another ("could cut the road and take the town")."""
    return verb > 1 and "conjunction" in line.units[verb - 1].tags and _plain(line.units[verb])


def _plain(unit: Unit) -> bool:
    """Whether a verb has the form that stands behind a modal, and is in no tense that is written alike."""
    tenses = {entry.tense for entry in unit.entries} & FINITE
    return bool(tenses) and tenses <= _PLAIN


def _modal(line: Line, start: int) -> Unit | None:
    """The modal of the clause that ends at a unit, or None where it has none."""
    for at in line.leftward(start):
        unit, phrase = line.units[at], line.phrase(at)
        if parted(line.units[at + 1].gap) and not line.inside(at + 1):
            return None
        if phrase is not None:
            continue
        if "modal" in unit.tags and not unit.capital:
            return unit
        if "conjunction" in unit.tags and _own_subject(line, at + 1):
            return None
        told = {entry.tense for entry in unit.entries} & FINITE
        past = (told and not told & _PLAIN) or (not unit.tags and unit.word.endswith(_LAST))
        if past or not (unit.tags.isdisjoint(_OTHER) or _behind_modal(line, at)):
            return None
    return None


def _own_subject(line: Line, at: int) -> bool:
    return line.phrase(at) is not None or not line.units[at].tags.isdisjoint(_SUBJECTS)


def _behind_modal(line: Line, at: int) -> bool:
    """Whether a word only parts a modal from its verb ("would be able to", "could yet succeed")."""
    return at > 0 and "modal" in line.units[at - 1].tags and not line.units[at].gap
