"""Where another clause begins between a verb and a date, so that the date tells of something else."""

from functools import lru_cache

from whoheld.extract.dates.asides import asides
from whoheld.extract.dates.calendar import Dated
from whoheld.extract.dates.story import led_since
from whoheld.extract.dates.words import says
from whoheld.extract.phrases.next_clause import predicated
from whoheld.extract.phrases.phrase import HARD, Party, Places, labelled, parted
from whoheld.extract.sentence.frame import AUXILIARY, BARE, BREAKS, Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.relatives import relative_end

_PREDICATE = frozenset({"had", "have", "be", "become", "modal"})
THEN = frozenset({"conjunction", "function"})
"""Classes of the word for what came next («ثم»)."""
_JOINING, _DEFINITE = ("و", "ف"), ("وال", "فال")
"""Letters that join an Arabic word to what stands before it; with its article after them it is no verb."""
_KEPT = 64
"""Answers that are kept: of a sentence with a thousand names each name asks the same."""
_PAST = "ed"
"""The ending of English verbs in the past that no lexicon knows."""
_NO_EVENT = frozenset({"preposition", "conjunction"})
_CLAUSE = _PREDICATE | {"pronoun"}


@lru_cache(maxsize=_KEPT)
def comma(line: Line, first: int, last: int) -> bool:
    """Whether a comma that is not inside a list of names parts units."""
    return any(parted(line.units[at].gap) and not line.inside(at) for at in range(first, last + 1))


def joins_on(line: Line, at: int) -> bool:
    """Whether another clause is joined on behind a comma here ("…, the army said, and on Friday it moved on")."""
    unit = line.units[at]
    return parted(unit.gap) and (unit.reading.conjunction or "conjunction" in unit.tags)


def lead(line: Line, date: Dated) -> int:
    """Where a date begins with the word that introduces it ("since 2014", «منذ فجر الأحد»)."""
    at = date.first - 1
    while at > 0 and says(line.units, at, "part") and not line.units[at].gap:
        at -= 1
    return at if at >= 0 and not line.units[at].tags.isdisjoint(("after", "before")) else date.first


def divided(line: Line, first: int, stop: int, frame: Frame) -> bool:
    """Whether another clause begins between two units, so that a date on its far side tells of something else."""
    return _divided(line, first, stop, frame.at, frame.pivot)


@lru_cache(maxsize=_KEPT)
def _divided(line: Line, first: int, stop: int, told: int, pivot: int) -> bool:
    closed = {at for aside in asides(line) if aside.stop <= stop for at in aside}
    inside = (at for at in _relatives(line) if max(first, told) <= at < stop and at not in closed)
    return _division(line, first, told, pivot) < stop or any(relative(line, at, stop) for at in inside)


@lru_cache(maxsize=_KEPT)
def _relatives(line: Line) -> tuple[int, ...]:
    return tuple(at for at, unit in enumerate(line.units) if "relative" in unit.tags)


@lru_cache(maxsize=_KEPT)
def _division(line: Line, first: int, told: int, pivot: int) -> int:
    """The first unit at which another clause begins that is none of the relative ones and asides after what is told."""
    passed = {at for aside in asides(line) if aside.start > told for at in aside} | {*_on_subject(line, pivot)}
    every = (at for at in range(first, len(line.units)) if at not in passed)
    return next((at for at in every if _parts(line, at, told, pivot)), len(line.units))


@lru_cache(maxsize=_KEPT)
def _on_subject(line: Line, verb: int) -> range:
    """A relative clause between a subject and its verb ("Since May M23, which Rwanda backs, has held Goma"), or none."""
    stop = verb
    while stop > 0 and not line.units[stop].gap and line.units[stop - 1].tags & AUXILIARY:
        stop -= 1
    opens = next((at for at in range(stop - 1, 0, -1) if parted(line.units[at].gap)), 0)
    aside = not line.verb_first and "," in line.units[stop].gap and "relative" in line.units[opens].tags
    return range(opens, stop) if aside and isinstance(line.phrase(opens - 1), Party) else range(0)


def _parts(line: Line, at: int, told: int, pivot: int) -> bool:
    unit = line.units[at]
    beside = "adverb" in unit.tags and not _since_deed(line, at)
    beside = beside or _beside(line, at) or (line.verb_first and line.times(at))  # "قبل عامين"
    if set(unit.gap) & HARD or (not unit.tags.isdisjoint(BREAKS) and not beside) or days_from(line, at):
        return True
    if at != pivot and "trigger" in unit.tags and tells(line, at) and not _auxiliary(line, at, told):
        return True
    if at < told:
        return (
            _topic(line, at)
            or not unit.tags.isdisjoint({"relative", "conditional"})
            or ("to" in unit.tags and unit.reading.conjunction)
        )
    joined = coordinate(line, at) or told_of_next(line, at) or _unknown(line, at) or _denied_next(line, at)
    return "where" in unit.tags or "report" in unit.tags or says(line.units, at, "began") or joined


def told_of_next(line: Line, at: int) -> bool:
    """Whether a name behind "and" is the subject of a clause of its own ("… and Walikale was given up in April")."""
    subject = line.phrase(at)
    if line.verb_first or subject is None or subject.first != at or "conjunction" not in line.units[at - 1].tags:
        return False
    return predicated(line.units, subject.last)


def _auxiliary(line: Line, at: int, told: int) -> bool:
    """Whether a verb of having only helps the one that tells ("Since May, Idlib has been run by …")."""
    between = line.units[at + 1 : told]
    return "have" in line.units[at].tags and at < told and all(unit.tags & AUXILIARY for unit in between)


def days_from(line: Line, at: int) -> bool:
    """Whether days are told from an event, of which no other date is («بعد أيام من طرد داعش», "the day after it left")."""
    follows = line.units[at + 1] if at + 1 < len(line.units) else None
    if "reference" not in line.units[at].tags or follows is None or follows.gap:
        return False
    return labelled(follows, "from") or ("turning" in line.units[at].tail_cues and follows.tags.isdisjoint(_NO_EVENT))


def _since_deed(line: Line, at: int) -> bool:
    """Whether "since" leads to a deed and to no date ("the tenth town it has taken since launching its offensive in May")."""
    after = line.units[at + 1] if at + 1 < len(line.units) else None
    onset = "onset" in line.units[at].cues and not line.verb_first
    return onset and after is not None and after.word.endswith("ing")


def of_deed(line: Line, date: Dated, told: int) -> bool:
    """Whether a date is that of a deed since which something has happened ("since launching its offensive in May, …")."""
    for at in range(date.first - 1, -1, -1):
        if _since_deed(line, at):
            return at + 1 != told
        if parted(line.units[at + 1].gap) or line.finite(at):
            return False
    return False


def _topic(line: Line, at: int) -> bool:
    """Whether a place behind a conjunction is what a clause of its own is about («استعاد السخنة قبل أيام والشولا لا تزال …»)."""
    phrase = line.phrase(at)
    joined = line.verb_first and isinstance(phrase, Places) and phrase.first == at and at > 0 and not line.units[at].gap
    return joined and phrase is not None and phrase.case == "" and line.units[at].word.startswith(_JOINING[0])


def _unknown(line: Line, at: int) -> bool:
    """Whether a verb that no lexicon knows opens a clause that is joined on after a comma («، وهنأهم الرئيس اليوم»)."""
    unit = line.units[at]
    joined = line.verb_first and parted(unit.gap) and not unit.tags and unit.word.startswith(_JOINING)
    return joined and line.phrase(at) is None and not (unit.word.startswith(_DEFINITE) or _aside(line, at))


def _denied_next(line: Line, at: int) -> bool:
    """Whether a clause of what has not happened is joined on after a comma («، ولم تصلها مساعدات منذ أبريل»)."""
    return line.verb_first and joins_on(line, at) and "negation" in line.units[at].tags


def _aside(line: Line, at: int) -> bool:
    """Whether what opens at a comma ends at another, behind which its clause goes on («سيطر الجيش، وعماده اللواء، على …»)."""
    closes = next((n for n in range(at + 1, len(line.units)) if parted(line.units[n].gap) and not line.inside(n)), 0)
    return closes > 0 and "preposition" in line.units[closes].tags and not line.units[closes].reading.conjunction


def _beside(line: Line, at: int) -> bool:
    """Whether a word is only the preposition of a name here ("the crossing with Jordan", «معبر نصيب مع الأردن»)."""
    named = at + 1 < len(line.units) and ("country" in line.units[at + 1].tags or line.phrase(at + 1) is not None)
    return "preposition" in line.units[at].tags and named


def tells(line: Line, at: int) -> bool:
    """Whether a trigger is a verb of its own here and not a noun whose owner a preposition governs ("fell into M23 hands")."""
    owner = line.phrase(at - 1)
    if at and line.units[at - 1].possessive and not line.units[at].gap:
        return False  # "half an hour's drive from", "Taylor's control"
    if at and "definite" in line.units[at - 1].cues and "article" in line.units[at - 1].tags and not line.units[at].gap:
        return False  # "freed from the control of ISIS on Monday"
    if line.units[at].gap == "-" and any(entry.tense in {"ed", "participle"} for entry in line.units[at].entries):
        return False  # "captured government-held Huambo in March"
    return line.finite(at) and line.phrase(at) is None and not (isinstance(owner, Party) and owner.case not in BARE)


def of_relative(line: Line, date: Dated, frame: Frame) -> bool:
    """Whether a date is that of what only tells of a noun before a comma ("In an advance that began in May, the army took …")."""
    between = range(date.last + 1, frame.pivot + 1)
    if line.verb_first and any(
        place.last + 1 in _relatives(line) and place.last < date.first < frame.at for place in frame.places
    ):
        return True  # "شوشا التي احتلتها أرمينيا عام 1992 عادت إلى أذربيجان"
    apart = any(parted(line.units[at].gap) for at in between)
    if not apart or says(line.units, date.last + 1, "when") or any("report" in line.units[at].tags for at in between):
        return False  # "All began on 10 January, when"
    for at in range(date.first - 1, -1, -1):
        if parted(line.units[at + 1].gap):
            return False
        if "report" in line.units[at].tags and relative_end(line, at) > frame.pivot:
            return False  # "which said on Monday that it had taken"
        if "relative" in line.units[at].tags or (at and says(line.units, at, "began") and not line.phrase(at - 1)):
            return True
    return False


def of_subject(line: Line, date: Dated, frame: Frame) -> bool:
    """Whether a date is that of an English clause on who acts or speaks ("The rebels who took Bo last week said they held")."""
    if line.verb_first:
        return False
    main = next((n for n in range(date.last + 1, frame.at) if "report" in line.units[n].tags), frame.pivot)
    between = range(date.last + 1, main)
    if main <= date.last or any(line.units[n].tags.isdisjoint(AUXILIARY | {"adverb"}) for n in between):
        return False
    for at in range(main, line.begins, -1):
        if parted(line.units[at].gap) or (at < date.first and "report" in line.units[at].tags):
            return False
        if at < date.first and "subject_relative" in line.units[at].cues:
            return any(line.finite(n) or line.units[n].word.endswith(_PAST) for n in range(at + 1, date.first))
    return False


def of_its_past(line: Line, date: Dated, told: int) -> bool:
    """Whether a date behind an Arabic state is of what became of its place or holder («يسيطر على هجين التي دخلها في آذار»)."""
    if not line.verb_first or date.since or date.first <= told or led_since(line.units, date.first):
        return False
    return any(told < at < date.first and not comma(line, at + 1, date.first) for at in _relatives(line))


def of_concession(line: Line, date: Dated, told: int) -> bool:
    """Whether a date is that of what something was done in spite of ("Despite the truce of Monday, …", «رغم هدنة الاثنين»)."""
    if date.last > told:
        return False
    for at in range(date.first - 1, -1, -1):
        if says(line.units, at, "conceding"):
            return True
        if parted(line.units[at + 1].gap) or (line.verb_first and line.finite(at)):  # "a truce signed on Monday" tells no deed
            return False
    return False


def then_on(line: Line, date: Dated, told: int) -> bool:
    """Whether «ثم» or "later" parts what a date tells of from what came next and is not dated, or was some time in a campaign.

    So in «انسحبوا الاثنين، ثم احتلوا المدينة», «دخلوا مورك الاثنين ضمن حملة سقطت خلالها حلفايا», "took it in August but later
    withdrew"; of a day "and later left" may be too.
    """
    follows = _then if line.verb_first else _later
    thens = [at for at in range(date.last + 1, told + 1) if follows(line, at, date) or _meanwhile(line, at)]
    return bool(thens) and any(tells(line, at) and "trigger" in line.units[at].tags for at in range(thens[-1]))


def _then(line: Line, at: int, _date: Dated) -> bool:
    return line.units[at].tags >= THEN


def _meanwhile(line: Line, at: int) -> bool:
    """Whether a pronoun stands behind a verb for the campaign in which it came true («سقطت خلالها»)."""
    bound = line.units[at + 1].entry("bound") if at + 1 < len(line.units) else None
    return bound is not None and bound.value == "through" and line.told(at)


def _later(line: Line, at: int, date: Dated) -> bool:
    unit, before = line.units[at], line.units[at - 1]
    another_day = date.earliest != date.latest or "contrast" in before.tags
    return another_day and "ensuing" in unit.cues and "conjunction" not in unit.tags


def coordinate(line: Line, at: int) -> bool:
    """Whether a clause of its own is joined on here ("and it had been …", "وكانت …")."""
    first = line.units[at]
    if not (first.reading.conjunction or (at > 0 and "conjunction" in line.units[at - 1].tags)):
        return False
    tags = first.tags | (line.units[at + 1].tags if "adverb" in first.tags and at + 1 < len(line.units) else frozenset())
    return not tags.isdisjoint(_CLAUSE)


def relative(line: Line, at: int, stop: int) -> bool:
    """Whether a relative clause begins here and still goes on at ``stop``."""
    if "relative" not in line.units[at].tags or any(parted(line.units[n].gap) for n in range(at + 1, stop)):
        return False
    inside, before = line.units[at + 1 : stop], line.units[at - 1]
    if line.verb_first and stop < len(line.units) and _lasts_since(line, at, stop):
        return True
    beside = parted(line.units[at].gap) or ("copula" in before.tags and parted(before.gap))  # "، وهو الذي ظل بيد"
    beside = beside or _on_apposed(line, at)
    return beside or any(not unit.tags.isdisjoint(_PREDICATE) or line.finite(n) for n, unit in enumerate(inside, at + 1))


def _on_apposed(line: Line, relative: int) -> bool:
    """Whether a relative clause is on a noun that says what an event was ("took Lyman, a move that followed gains last week")."""
    noun = relative - 1
    while noun > 1 and not line.units[noun].gap and line.phrase(noun) is None and line.units[noun].tags <= {"adverb"}:
        noun -= 1
    apart = "," in line.units[noun].gap and "indefinite" in line.units[noun].tags
    return not line.verb_first and apart and noun < relative - 1 and not line.units[relative].gap


def _lasts_since(line: Line, relative: int, since: int) -> bool:
    """Whether an Arabic clause tells what has gone on since a date («التي يحاصرها الجيش منذ 2024»), and not where it lies."""
    lies = "lying" in line.units[relative + 1].tags if relative + 1 < since else True
    return not lies and (says(line.units, since, "since") or "onset" in line.units[since].cues)
