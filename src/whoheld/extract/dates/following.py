"""The date that follows a verb in its own clause."""

from collections.abc import Sequence

from whoheld.extract.dates.asides import asides, goes_on, told_aside
from whoheld.extract.dates.calendar import Dated
from whoheld.extract.dates.clauses import divided, lead
from whoheld.extract.dates.words import says
from whoheld.extract.phrases.phrase import COMMAS, Name, Party, Places, parted
from whoheld.extract.sentence.frame import AUXILIARY, Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit
from whoheld.model import Relation

_NEXT = frozenset(";؛")
"""What parts two statements of one sentence."""
_OPENS = frozenset({"after", "before", "when"})
_TOLD_BEFORE = frozenset({"pronoun", "article", "time", "reference", "weekday", "month", "number"})
"""Classes of words of what "before" and "after" govern that is no clause ("Before it, …", "After that day, …")."""
_HELPS = frozenset({"had", "adverb", "still", "become"})
_OF_TOWN = ("ة", "ه")
"""Endings of an adjective that describes a town."""
_LEADS_DATE = frozenset({"preposition", "article", "time"})


def following(dated: Sequence[Dated], line: Line, frame: Frame, name: Name) -> Dated | None:
    """The date that follows in the frame's clause; of several in a list of places, each place's own."""
    last = next((at for at in range(frame.at + 1, len(line.units)) if set(line.units[at].gap) & _NEXT), len(line.units))
    last = next((aside.stop for aside in asides(line) if frame.at in aside and goes_on(line, aside)), last)
    follow = [date for date in dated if frame.at < date.first < last and not (date.ahead or told_aside(line, date, frame))]
    closed, first = (_close(line, frame), _past_predicate(line, frame)) if follow else (0, 0)
    stands = next((at for at, unit in enumerate(line.units) if unit.end > name.start), frame.at) if follow else 0
    ends = next((at for at, unit in enumerate(line.units) if unit.end >= name.end), frame.at) if follow else 0
    listed = len(frame.places) > 1 and ends > frame.at
    right = [
        date
        for date in follow
        if _points_back(line, date)
        or (listed and date.first > ends and (_leads(line, ends + 1, date.first) or _past_aside(line, ends + 1, date)))
        or (
            date.first < closed
            and not _of_main(line, date, frame)
            and not _fronts(line, date, name)
            and not divided(line, first, lead(line, date), frame)
        )
    ]
    if len(right) <= 1:
        return next(iter(right), None)
    own = (
        d for d in right if d.first > ends and (_leads(line, ends + 1, d.first) or (listed and _past_aside(line, ends + 1, d)))
    )
    if (its := next(own, None)) is not None:
        return its  # "سيطر الثلاثاء على مينوفا، وعلى ساكي مساء الخميس"
    if right[0].first < min((places.first for places in frame.places), default=0):
        return next((date for date in reversed(right) if date.first < stands), right[0])
    return next((date for date in right if date.first > stands), right[-1] if stands > frame.at else right[0])


def _past_predicate(line: Line, frame: Frame) -> int:
    """Past what a fight is told to have done, which is of its time ("The fighting in Aden has left 36 dead since Sunday")."""
    last = frame.places[-1].last if frame.places else -1
    if line.verb_first or frame.voice != "noun" or frame.trigger.relation is not Relation.CONTESTED or last < frame.at:
        return frame.at + 1
    verb = next((at for at in range(last + 1, len(line.units)) if not line.units[at].tags & AUXILIARY), last)
    told = line.finite(verb) and not any(line.units[at].gap for at in range(last + 1, verb + 1))
    return verb + 1 if told else frame.at + 1


def _of_main(line: Line, date: Dated, frame: Frame) -> bool:
    """Whether an object of the main verb parts an Arabic relative clause from a date («التقى الذين سيطروا عليها الوسطاء أمس»)."""
    relative = next((at for at in line.leftward(frame.at) if not line.units[at].tags & _HELPS), -1)
    if not line.verb_first or relative < 1 or "relative" not in line.units[relative].tags or not frame.places:
        return False
    ends = max(frame.at, *(phrase.last for phrase in (*frame.places, *filter(None, (frame.actor, frame.loser))))) + 1
    object_ = line.units[ends] if ends < date.first else None
    whose = line.phrase(relative - 1)
    main = (whose.first if whose is not None else relative - 1) > line.begins
    return main and object_ is not None and not object_.gap and _bare(line, ends)


def _bare(line: Line, at: int) -> bool:
    """Whether a definite noun that no preposition governs stands at a unit, and no adjective of a town."""
    unit, phrase = line.units[at], line.phrase(at)
    noun = unit.word.startswith("ال") and not unit.word.endswith(_OF_TOWN) and unit.tags <= {"common", "bystander", "official"}
    return noun or (isinstance(phrase, Party | Places) and phrase.case == "" and phrase.first == at)


def beside(dated: Sequence[Dated], line: Line, frame: Frame, name: Name) -> Dated | None:
    """The date right behind one of several places that stand before their verb ("Hit in May and Rutba in June fell")."""
    if len(frame.places) <= 1:
        return None
    stands = next((at for at, unit in enumerate(line.units[: frame.at]) if unit.end >= name.end), frame.at)
    near = (date for date in dated if stands < date.first <= date.last < frame.at)
    return next((date for date in near if _leads(line, stands + 1, date.first)), None)


def _leads(line: Line, first: int, stop: int) -> bool:
    return all(unit.tags & _LEADS_DATE and not unit.gap for unit in line.units[first:stop]) and not line.units[stop].gap


def _past_aside(line: Line, first: int, date: Dated) -> bool:
    """Whether only an aside parts an English place from its date ("and Lyman, a rail hub, on Sunday")."""
    if line.verb_first or "," not in line.units[first].gap:
        return False
    closes = next((at for at in range(first + 1, date.first + 1) if parted(line.units[at].gap)), 0)
    told = any(line.told(at) and line.phrase(at) is None for at in range(first, closes))
    opens = closes + ("preposition" in line.units[closes].tags)
    return closes > 0 and not told and _leads(line, opens, date.first)


def _points_back(line: Line, date: Dated) -> bool:
    """Whether a date is said of what has just been told ("… and that was in May", «وكان ذلك في أيار»)."""
    at = date.first - 1
    while (
        at > 0
        and not line.units[at + 1].gap
        and not line.units[at].tags.isdisjoint(_LEADS_DATE)
        and not says(line.units, at, "it_was")
    ):
        at -= 1
    was = at > 0 and "be" in line.units[at].tags and "sentential" in line.units[at - 1].cues and not line.units[at].gap
    return was or says(line.units, at, "it_was")


def _close(line: Line, frame: Frame) -> int:
    """Where the clause of a frame ends that a subordinate clause before the main one holds ("After taking the town, …")."""
    if (closes := _relative_end(line, frame)) > 0:
        return closes
    opening = next((at for at in line.leftward(frame.at) if not line.units[at].tags.isdisjoint(_OPENS)), None)
    if opening is None or any("trigger" in unit.tags or "report" in unit.tags for unit in line.units[:opening]):
        return len(line.units)
    if not (line.verb_first or parted(line.units[opening].gap)) and any(
        _tells(unit) for unit in line.units[line.begins : opening]
    ):
        return len(line.units)  # "Burundi shut its border after M23 took Uvira, a town on the lake, on Wednesday"
    first = next((at for at in range(opening + 1, len(line.units)) if parted(line.units[at].gap) and not line.inside(at)), 0)
    if first <= frame.at and all(line.units[at].tags & _TOLD_BEFORE for at in range(opening + 1, first)):
        return len(line.units)  # "Before it, Homs was taken in May, Hama in June" is no clause
    ends = (at for at in range(frame.at + 1, len(line.units)) if parted(line.units[at].gap) and not line.inside(at))
    return next(ends, len(line.units))


def _tells(unit: Unit) -> bool:
    """Whether a unit may be the verb of an English clause, and no word of time before "after" ("Two days after they took it")."""
    return not (unit.tags or unit.capital or unit.word.isdigit())


def _relative_end(line: Line, frame: Frame) -> int:
    """Where a relative clause between commas ends, behind which the main one goes on ("M23, which had taken Goma, met … on")."""
    opens = next((at for at in line.leftward(frame.at) if "relative" in line.units[at].tags), 0)
    if line.verb_first or not opens or "," not in line.units[opens].gap:
        return 0
    ends = (at for at in range(frame.at + 1, len(line.units)) if parted(line.units[at].gap) and not line.inside(at))
    end = next(ends, 0)
    return end if end and line.phrase(end) is None and not line.units[end].tags & _LEADS_DATE else 0


def _fronts(line: Line, date: Dated, name: Name) -> bool:
    """Whether a date opens the clause that is joined on after it ("… and on Saturday moved on", «وفي مساء السبت انهارت»)."""
    first = date.first
    while first and not line.units[first].gap and not line.units[first - 1].tags.isdisjoint(_LEADS_DATE):
        first -= 1
    joined = line.units[first].reading.conjunction or (first > 0 and "conjunction" in line.units[first - 1].tags)
    follows = date.last + 1
    if not joined or follows >= len(line.units) or not COMMAS.issuperset(line.units[follows].gap):
        return False
    other = line.phrase(follows) is not None and name.end < line.units[date.first].start
    unit = line.units[follows]
    subject = not line.verb_first and "pronoun" in unit.tags  # "and on Tuesday they moved on"
    verb = line.finite(follows) or (line.verb_first and not unit.tags and not unit.reading.article)  # «وفي يوم الجمعة تقدمت»
    return verb or other or subject  # "أخذ الفرقة 17 وفي مطلع الشهر الحالي عين عيسى"
