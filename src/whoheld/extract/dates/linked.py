"""The date of another clause that is a claim's as well: of what it is told to follow from, or to fall together with."""

from collections.abc import Sequence

from whoheld.extract.dates.calendar import Dated
from whoheld.extract.dates.clauses import comma, divided, joins_on, relative, told_of_next
from whoheld.extract.dates.words import says
from whoheld.extract.phrases.phrase import HARD, Places, parted
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.letters import TIMES
from whoheld.extract.words.scan import Unit
from whoheld.model import Relation

_LEADS = frozenset(":–—-")
"""Punctuation after the date that heads an entry of a chronology."""
_WHOLE = frozenset({"totality", "thorough"})
_REDUCED = frozenset({"ed", "participle"})
_TO_SINCE = 8
"""Words from "since" to the date of the event that it governs."""
_LEADS_DAY = frozenset({"preposition", "article", "adverb"})
_TO_HOURS = 4
"""Words from a verb to "within hours", its subject between."""
_BROUGHT_FORWARD = frozenset({"preposition", "article", "time", "adverb", "negation", "before"})
"""Classes of words between "it was" and a date ("it was not until May 2015 that …")."""


def clefted(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The date whose event the clause tells ("in 1993, when …", "it was in June 2014 that …", "on Monday it was Goma that …")."""
    for date in reversed(dated):
        opens = next((at for at in range(frame.at - 1, date.last, -1) if _opens(line, at)), None)
        if opens is None or date.ahead or _of_example(line, date) or divided(line, opens + 1, frame.at, frame):
            continue
        pointed = "reference" in line.units[date.last].tags  # "on Sunday, the same day that they captured the port"
        if _lies_between(line, date.last + 1, opens) if pointed or says(line.units, opens, "when") else _it_was(line, date):
            return date
    return None


def _of_example(line: Line, date: Dated) -> bool:
    """Whether a date is that of another's like fate between commas (", after Raqqa in 2013, when")."""
    first = next((at for at in range(date.first, 0, -1) if parted(line.units[at].gap)), 0)
    return "after" in line.units[first].tags and isinstance(line.phrase(first + 1), Places)


def _lies_between(line: Line, first: int, opens: int) -> bool:
    """Whether nothing stands between units but where something was ("had happened in May in the east, when Ruhaybah fell")."""
    return all(
        isinstance(line.phrase(at), Places) or line.units[at].tags & {"preposition", "article", "direction"}
        for at in range(first, opens)
    )


def _opens(line: Line, at: int) -> bool:
    return says(line.units, at, "when") or "relative" in line.units[at].tags


def _it_was(line: Line, date: Dated) -> bool:
    """Whether a date is what "it was" brings forward."""
    first = date.first
    while first and line.units[first - 1].tags & _BROUGHT_FORWARD and "be" not in line.units[first - 1].tags:
        first -= 1
    behind = line.units[date.last + 1 : date.last + 3]
    then = len(behind) > 1 and "pronoun" in behind[0].tags and "be" in behind[1].tags
    return then or (first > 1 and "be" in line.units[first - 1].tags and "pronoun" in line.units[first - 2].tags)


def led_in(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The date before a colon, of what is told after it ("On Friday the front gave way: …", "9 June 2015 – …")."""
    hard = next((at for at in range(frame.at, 0, -1) if set(line.units[at].gap) & HARD), 0)
    colon = hard if hard and not _LEADS.isdisjoint(line.units[hard].gap) else _entry(dated, line)
    if colon is None or _called(line, frame):
        return None
    first = next((at for at in range(colon - 1, 0, -1) if set(line.units[at].gap) & HARD), 0)
    return next((date for date in reversed(dated) if first <= date.first and date.last < colon and not date.ahead), None)


def _called(line: Line, frame: Frame) -> bool:
    """Whether a participle behind a comma only says whose a place had been ("…: they took Trieste, held by the Habsburgs")."""
    reduced = any(entry.tense in _REDUCED and entry.tag == "trigger" for entry in line.units[frame.at].entries)
    return reduced and frame.pivot == frame.at and frame.trigger.relation is Relation.HOLDS and "," in line.units[frame.at].gap


def _entry(dated: Sequence[Dated], line: Line) -> int | None:
    """Where the text of an entry of a chronology begins, whose date stands alone before a dash."""
    first = dated[0] if dated[0].first == 0 else None
    after = first.last + 1 if first is not None else len(line.units)
    return after if after < len(line.units) and not _LEADS.isdisjoint(line.units[after].gap) else None


def consequent(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The date of what a verb tells the consequence of ("غادروا الحقل أمس، فدخله المسلحون")."""
    report = (at for at in line.leftward(frame.at) if "report" in line.units[at].tags)
    opens = next((at for at in (frame.at, *report) if _follows(line.units[at])), None)
    if opens is None:
        return None
    earlier = [date for date in dated if date.last < opens and not date.ahead]
    return earlier[-1] if earlier and not relative(line, earlier[-1].last + 1, opens) else None


def _follows(unit: Unit) -> bool:
    return unit.word.startswith("ف") and unit.reading.conjunction


def of_entry(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The date on which those who won a place are told to have come into it («سقطت بيد القوات التي دخلتها الجمعة»)."""
    relative = frame.actor.last + 1 if frame.actor else len(line.units)
    if relative + 2 >= len(line.units) or "relative" not in line.units[relative].tags:
        return None
    verb, after = line.units[relative + 1], line.units[relative + 2]
    takes_it_up = any(entry.pronoun for entry in verb.entries) or "pronoun" in after.tags
    if not (takes_it_up and "trigger" in verb.tags):
        return None
    return next((date for date in dated if date.first > relative and not (date.ahead or comma(line, relative, date.first))), None)


def since_event(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The date of the event since which a state lasts ("since they drove out the rebels in 2016", «منذ دحر داعش في 2016»)."""
    after = range(frame.at + 1, len(line.units))
    opens = next((at for at in after if "onset" in line.units[at].cues | line.units[at].tail_cues or _since(line, at)), None)
    if opens is None or comma(line, frame.at + 1, opens) or any(told_of_next(line, at) for at in range(frame.at + 1, opens)):
        return None
    return next(
        (date for date in dated if date.first > opens and not date.ahead and not comma(line, opens + 1, date.first)), None
    )


def _since(line: Line, at: int) -> bool:
    """Whether a word that leads to a date elsewhere leads to an event here («منذ دحر داعش», «منذ أن دخلوها»)."""
    return line.verb_first and says(line.units, at, "since") and not line.times(at)


def came_later(line: Line, date: Dated, frame: Frame) -> bool:
    """Whether a date is of what came before what a frame tells ("took it in 2014 before the army did", «قبل أن يستعيدها»)."""
    opens = next((at for at in range(frame.at - 1, date.last, -1) if _opens_past(line, at)), None)
    return opens is not None and not any(parted(line.units[at].gap) for at in range(opens + 1, frame.at + 1))


def _opens_past(line: Line, at: int) -> bool:
    return "before" in line.units[at].tags and not line.times(at)


def since_deed(line: Line, date: Dated, frame: Frame) -> bool:
    """Whether a date is that of what a deed has happened since.

    So in «منذ اندلاع القتال في 27 أيلول استعادت …», "Since the war broke out on April 15, the army has taken …" and "has taken P
    since the start of its offensive in May".
    """
    if line.verb_first and date.last >= frame.at:
        return False
    closed = line.verb_first or date.first > frame.at
    if not closed and not any(parted(line.units[at].gap) for at in range(date.last + 1, frame.at + 1)):
        return False
    for at in range(date.first - 1, max(-1, date.first - 1 - _TO_SINCE), -1):
        if says(line.units, at, "since") or (not line.verb_first and "onset" in line.units[at].cues):
            deed = line.units[at + 1]
            if all(unit.tags & _LEADS_DAY for unit in line.units[at + 1 : date.first]):
                return False  # "since the 18th"
            beginning = says(line.units, at + 1, "start")
            own = at < frame.at < date.first  # "since the fall of Goma in January" dates the fall
            return not (own or (deed.tags & TIMES and not beginning) or deed.word[0].isdigit() or deed.gap)
        if parted(line.units[at + 1].gap):
            return False
    return False


def of_cause(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The day of what an event is told to have followed at once ("خلت دوما بعد خروج آخر الحافلات اليوم")."""
    told = max([frame.at, *(phrase.last for phrase in frame.places)])
    opens = next((at for at in line.rightward(frame.at) if "after" in line.units[at].tags), None)
    stop = next(
        (at for at in range(frame.at + 1, len(line.units)) if "after" in line.units[at].tags and not line.times(at)), opens
    )
    if not line.verb_first or stop is None or any(parted(line.units[at].gap) for at in range(told + 1, stop + 1)):
        return None
    if stop + 1 == len(line.units) or "trigger" not in line.units[stop + 1].tags:
        return None
    days = (date for date in dated if date.first > stop and not date.ahead and date.earliest == date.latest)
    return next((date for date in days if not comma(line, stop + 1, date.first)), None)


def of_attack(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The day of the fight that a deed is told to have followed ("took Bama after a dawn attack on Monday")."""
    told = max([frame.at, *(phrase.last for phrase in frame.places)])
    opens = next((at for at in range(told + 1, len(line.units)) if _follows_fight(line, at)), None)
    if opens is None or any(_tells(line, at) for at in range(told + 1, opens)):
        return None
    days = (date for date in dated if date.first > opens and not (date.ahead or date.since))
    day = next((date for date in days if date.earliest == date.latest), None)
    if day is None or comma(line, opens + 1, day.first) or any(_tells(line, at) for at in range(opens + 1, day.first)):
        return None
    stop = day.last + 1 + says(line.units, day.last + 1, "part")
    ends = stop == len(line.units) or line.units[stop].gap or "preposition" in line.units[stop].tags
    return day if ends and any(_fight(unit) for unit in line.units[opens + 1 : day.first]) else None


def _fight(unit: Unit) -> bool:
    return "onslaught" in unit.cues | unit.tail_cues


def _follows_fight(line: Line, at: int) -> bool:
    """Whether a word leads to what something followed upon, and to no time ("after an attack", "following an attack")."""
    return ("after" in line.units[at].tags and not line.times(at)) or (at > 0 and says(line.units, at, "following"))


def _tells(line: Line, at: int) -> bool:
    """Whether a word tells something of its own, or of a noun before it; a fight is only named."""
    unit = line.units[at]
    if _fight(unit):
        return False
    return line.finite(at) or bool(unit.tags & {"relative", "report", "trigger", "when"}) or says(line.units, at, "began")


def when(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The date of what happened at the same time ("… when the army ran in June 2014")."""
    opens = next((at for at in range(frame.at + 1, len(line.units)) if says(line.units, at, "when")), None)
    if opens is None or any(set(unit.gap) & HARD for unit in line.units[frame.at + 1 : opens + 1]):
        return None
    return next((date for date in dated if date.first > opens and not comma(line, opens + 1, date.first)), None)


def of_whole(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The day on which a whole is told to be won, of its last part ("said on Sunday it held all of Luhansk after taking …")."""
    opens = next((at for at in line.leftward(frame.at) if "after" in line.units[at].tags and not line.times(at)), None)
    days = (date for date in reversed(dated) if opens and date.last < opens and not date.ahead and date.earliest == date.latest)
    day = next(days, None)
    if day is None or opens is None or any(joins_on(line, at) for at in range(day.last + 1, opens)):
        return None
    told = line.units[:opens]
    whole = any("whole" in unit.tags or not unit.cues.isdisjoint(_WHOLE) for unit in told)
    return day if whole and any(unit.tags & {"report", "source"} for unit in told) else None


def within_hours(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The day of what a joined verb tells to have followed in hours («دخلوا كركوك أمس، وسيطروا خلال ساعات على مطارها»)."""
    days = [date for date in dated if date.last < frame.at and not date.ahead and date.earliest == date.latest]
    if not days or not line.verb_first or not line.units[frame.pivot].reading.conjunction:
        return None
    behind = range(frame.pivot + 1, min(frame.pivot + 1 + _TO_HOURS, len(line.units) - 1))
    soon = (at for at in behind if says(line.units, at, "within") and not line.units[at + 1].gap)
    at = next(soon, None)
    hours = line.units[at + 1].entry("unit") if at is not None else None
    return days[-1] if hours is not None and hours.value == "hour" else None
