"""Who lost a place and did not win it: an unknown name ("Mengistu lost Asmara"), whom a deed shocks, who is driven out."""

from dataclasses import replace

from whoheld.extract.phrases.phrase import Party, Places, parted
from whoheld.extract.sentence.frame import Frame, as_party
from whoheld.extract.sentence.line import Line
from whoheld.model import Relation

_LONGEST_NAME = 3
_HELPING = frozenset({"have", "had", "adverb"})
_ONE_PLACE = frozenset({"feminine_relative", "masculine_relative"})
"""Cues of the relatives of one place."""
_OPENING = frozenset({"conjunction", "contrast", "when", "after", "before", "relative"})
"""Classes of words behind which a clause begins."""


def beaten(line: Line, frame: Frame) -> Party | None:
    """The unknown subject of an English verb of losing: a name, or a plural with the article."""
    last = frame.at - 1
    while last > line.begins and line.units[last].tags & _HELPING and not line.units[last + 1].gap:
        last -= 1
    if last < line.begins or line.units[last + 1].gap:
        return None
    named = line.phrase(last)
    if isinstance(named, Places):
        alone = named.case == "" and len(named.names) == 1 and not named.anaphor and _opens(line, named.first)
        return as_party(line, replace(named, modifier=False, names=[replace(named.names[0], known=False)])) if alone else None
    first = last
    while first > line.begins and last - first < _LONGEST_NAME and not line.units[first].gap and _strange(line, first - 1):
        first -= 1
    people = "article" in line.units[first - 1].tags and line.units[last].word.endswith("s") if first > line.begins else False
    if not _unread(line, last) or not (line.units[last].capital or people) or not _opens(line, first):
        return None
    return Party(first, last, "", start=line.units[first].start, end=line.units[last].end)


def suffers(line: Line, frame: Frame) -> bool:
    """Whether an Arabic deed is a blow to who stands before it («تعيش الميليشيات على وقع صدمة تحرير العند بعد تحرير عدن»)."""
    return any("setback" in line.units[at].cues for at in line.leftward(frame.at))


def resumed(line: Line, frame: Frame, places: Places) -> bool:
    """Whether the pronoun of a verbal noun only resumes the place that its clause describes («عدن التي تمت استعادتها»)."""
    opens = places.last + 1
    direct = frame.voice == "noun" and "object" in frame.trigger.place and opens < frame.at
    return line.verb_first and direct and bool(line.units[opens].cues & _ONE_PLACE) and not line.units[opens].gap


def driven_out_together(line: Line, frame: Frame) -> Party | None:
    """The first of two that are joined behind a verb of driving out, and so are both driven out («طردت الميليشيات وحلفاءها من»).

    Where a third follows, the two have done it («طردت القوات وحلفاؤها المسلحين من»).
    """
    place = frame.places[0] if frame.places and "object" in frame.trigger.loser and frame.voice == "active" else None
    if place is None:
        return None
    first = line.phrase(frame.at + 1)
    second = line.phrase(first.last + 1) if isinstance(first, Party) and first.case == "" else None
    if not isinstance(second, Party) or not line.units[second.first].reading.conjunction:
        return None
    later = any(isinstance(line.phrase(n), Party) for n in range(second.last + 1, place.first))
    before = (p for p in line.phrases if isinstance(p, Party) and p.case == "" and p.last < frame.at)
    told = any(p.gender in {"", frame.entry.gender} for p in before)
    return first if told and not later and place.case == "from" and isinstance(first, Party) else None


def goes_on_driving(line: Line, frame: Frame) -> bool:
    """Whether the subject of the verb to which one is joined drives out whom it names behind «منها».

    It agrees with both («هاجمت القوات البلدة وطردت منها الميليشيات»).
    """
    there = frame.at + 1
    joined = line.units[frame.at].reading.conjunction and frame.voice == "active" and "object" in frame.trigger.loser
    if not joined or frame.entry.pronoun or there + 1 >= len(line.units) or "bound" not in line.units[there].tags:
        return False
    driven = line.phrase(there + 1)
    subject = next((p for p in reversed(line.phrases) if isinstance(p, Party) and p.last < frame.at), None)
    if subject is None or not isinstance(driven, Party) or driven.case or subject.case or line.units[subject.first].gap:
        return False
    return subject.first > line.begins and line.told(subject.first - 1) and subject.gender == frame.entry.gender


def fled_beside(line: Line, frame: Frame) -> Party | None:
    """Whom an Arabic clause tells to have been fought before he went («بعد اشتباكات مع البشمركة وانسحابها منها»), or None."""
    fought = line.phrase(frame.at - 1) if frame.at > line.begins else None
    leaves = frame.trigger.relation is Relation.LOST and line.units[frame.at].reading.conjunction
    if not (line.verb_first and leaves and isinstance(fought, Party) and fought.case == "with"):
        return None
    return fought if frame.entry.pronoun in {fought.gender, fought.also} else None


def _opens(line: Line, first: int) -> bool:
    """Whether a subject stands at the beginning of its clause, behind its article at most."""
    first -= first > line.begins and "article" in line.units[first - 1].tags and not line.units[first].gap
    if first == line.begins or parted(line.units[first].gap):
        return True
    return bool(line.units[first - 1].tags & _OPENING) or line.times(first - 1)


def _strange(line: Line, at: int) -> bool:
    return line.units[at].capital and _unread(line, at)


def _unread(line: Line, at: int) -> bool:
    """Whether a word has no sense that a lexicon knows; a party at the polls loses seats ("Labour lost Mansfield")."""
    unit = line.units[at]
    return line.phrase(at) is None and not unit.tags and not unit.cues
