"""The day of a report, which is that of what it reports where nothing else dates it."""

from collections.abc import Callable, Container, Sequence

from whoheld.extract.dates.calendar import Dated
from whoheld.extract.dates.clauses import days_from, joins_on, lead, tells, then_on
from whoheld.extract.phrases.phrase import HARD, Name, Party, Phrase, Places, parted
from whoheld.extract.sentence.frame import BREAKS, OTHER_CLAUSE, SAYS, Frame, adjoins
from whoheld.extract.sentence.line import Line

_TO_DAY = 10
_TO_SAY = 4
"""Words from the day of a report to its verb."""
_COMPLEMENT = frozenset({"to", "relative", "pronoun"})
_WHERE = frozenset({"in", "at"})
_TO_COMPLEMENT = 12
"""How far from a verb of saying its "that" may stand."""


def of_report(
    dated: Sequence[Dated], line: Line, frame: Frame, name: Name, clause_of: Callable[[], Container[int]]
) -> Dated | None:
    """The day of the report that carries an event, for one told in it and not recalled from before it.

    ``clause_of`` gives the units of the frame's clause, and is asked only where there is a report.
    """
    report = _report(line, frame)
    if _before_report(line, frame, report):
        return None
    if (aside := _said_aside(dated, line, frame, report)) is not None:
        return aside
    if report is None:
        return None
    clause = clause_of()
    earlier = [
        date
        for date in dated
        if date.last in clause
        and not (then_on(line, date, frame.at) or (date.ahead and not _opens_report(line, date, report)))
        and not (_sibling(line, report, date, frame) or _of_another(line, report, date, name))
    ]
    return earlier[-1] if earlier else _after_source(dated, line, frame)


def _before_report(line: Line, frame: Frame, report: int | None) -> bool:
    """Whether an English text says that the deed is older than its report, or only infers it ("footage of May 1 shows that").

    So in "reported on Monday that they advanced, indicating that they took Lyman on a prior date".
    """
    if line.verb_first:
        return False
    inferred = report is not None and report >= 0 and "evidencing" in line.units[report].cues
    return inferred or any("prior" in unit.cues and not unit.tags for unit in line.units[frame.at :])


def _opens_report(line: Line, date: Dated, report: int) -> bool:
    """Whether a date is counted from a report itself ("a day after Moscow conceded that Lyman was lost, …")."""
    return all("trigger" not in line.units[at].tags for at in range(date.last + 1, report)) and date.last < report


def _said_aside(dated: Sequence[Dated], line: Line, frame: Frame, report: int | None) -> Dated | None:
    """The day between commas of a report inside what it reports or behind its verb ("said, in a speech on Friday, that …")."""
    before = [date for date in dated if date.last < frame.at and not date.ahead]
    passed = set(line.leftward(frame.at, asides=True)).difference(line.leftward(frame.at)) if before else set()
    said = (date for date in reversed(before) if date.first in passed and _says_when(line, date, report))
    return next(said, None)


def _says_when(line: Line, date: Dated, report: int | None) -> bool:
    """Whether between the commas around a date somebody says something, or it only tells when was said what was said before."""
    opens = next((at for at in range(date.first, 0, -1) if parted(line.units[at].gap)), 0)
    closes = next((at for at in range(date.last + 1, len(line.units)) if parted(line.units[at].gap)), len(line.units))
    aside = line.units[opens:closes]
    of_report = report is not None and 0 <= report < opens and all(unit.tags.isdisjoint(OTHER_CLAUSE - BREAKS) for unit in aside)
    return of_report or any("report" in unit.tags for unit in aside)


def said_on(
    dated: Sequence[Dated], line: Line, frame: Frame, name: Name, clause_of: Callable[[], Container[int]]
) -> Dated | None:
    """The day of the report that alone dates an event told after another ("and said on Friday that Hass had gone")."""
    report = _report(line, frame)
    if report is None or report < 0:
        return None
    return of_report([date for date in dated if date.first > report - _TO_SAY], line, frame, name, clause_of)


def _report(line: Line, frame: Frame) -> int | None:
    """The verb of saying before the frame, -1 where the sentence has none, or None where no date before the frame is its own."""
    recalled = False
    for at in line.leftward(frame.at):
        tags = line.units[at].tags
        if not tags.isdisjoint(SAYS):
            return at
        recalls = days_from(line, at) or ("after" in tags and not adjoins(line, at, frame))
        if recalls or ("relative" in tags and not _complements(line, at)):
            return None
        recalled = recalled or "had" in tags
    return None if recalled else -1


def _complements(line: Line, at: int) -> bool:
    """Whether "that" leads from a verb of saying to what was said, and not from a noun."""
    for before in range(at - 1, max(-1, at - 1 - _TO_COMPLEMENT), -1):
        if not line.units[before].tags.isdisjoint(SAYS):
            return True
        phrase = line.phrase(before)
        said_there = phrase is not None and phrase.case in _WHERE and phrase.last + 1 < at  # "said in Kabul on Monday that"
        if phrase is not None and phrase.case != "by" and not (said_there or _hears(line, phrase)):
            return False
    return False


def _hears(line: Line, phrase: Phrase) -> bool:
    """Whether somebody only is who something is said to ("told Kyiv that", "reported to the president that")."""
    told = phrase.case == "to" or "report" in line.units[phrase.first - 1].tags
    return isinstance(phrase, Party) and told


def _sibling(line: Line, report: int, date: Dated, frame: Frame) -> bool:
    """Whether a date stands in another statement of the same report ("said that … on Friday, and that …")."""
    opened = any(_opens_statement(line, at) for at in range(report + 1, date.first))
    again = any(not unit.tags.isdisjoint(_COMPLEMENT) for unit in line.units[date.last + 1 : frame.at])
    return report >= 0 and opened and again


def _opens_statement(line: Line, at: int) -> bool:
    """Whether a word opens what is said, and does not only tell to whom ("in a speech to the nation on Sunday")."""
    tags = line.units[at].tags
    told_to = "to" in tags and at + 1 < len(line.units) and "article" in line.units[at + 1].tags
    return not (told_to or tags.isdisjoint(_COMPLEMENT))


def _of_another(line: Line, report: int, date: Dated, name: Name) -> bool:
    """Whether a date is that of what was told before of another place («دخلوها أمس، وأضاف المصدر أنهم …»)."""
    if report <= date.last:
        return False
    if any("when" in unit.tags and parted(unit.gap) for unit in line.units[date.last + 1 : report]):
        return True  # "… مساء السبت، بينما أعلن الجيش أن …"
    elsewhere = name.start > line.units[report].start
    told = any("report" in line.units[at].tags or (elsewhere and _tells_event(line, at)) for at in range(date.first))
    if not (told and parted(line.units[report].gap)):
        return False
    after = line.units[report + 1] if report + 1 < len(line.units) else None
    return after is not None and after.tags.isdisjoint(_COMPLEMENT | {"function"}) and line.units[report].reading.conjunction


def _tells_event(line: Line, at: int) -> bool:
    return "trigger" in line.units[at].tags and tells(line, at)


def _of_clause(line: Line, at: int) -> bool:
    """Whether a verb of saying only says of a thing who claims it (", the township that the group claimed on the 8th")."""
    opens = next((n for n in range(at, 0, -1) if parted(line.units[n].gap)), at)
    if line.verb_first or opens == at:
        return False
    first = line.phrase(opens) or line.phrase(opens + 1)
    if isinstance(first, Places) and (first.anaphor or line.heads(first)) and first.case in {"", "comma"}:
        return not (first.modifier or first.possessive)
    return any("relative" in unit.tags for unit in line.units[opens:at])


def _goes_on(line: Line, at: int) -> bool:
    """Whether a report tells something of its own behind its day ("…, and an official said on Friday that …")."""
    return at < len(line.units) and not line.units[at].gap and "relative" in line.units[at].tags


def _after_source(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The day of a report that closes the sentence ("…, local sources said today")."""
    for at in range(frame.at + 1, len(line.units)):
        if set(line.units[at].gap) & HARD:
            return None
        if line.units[at].tags.isdisjoint(("report", "source")) or "relative" in line.units[at - 1].tags or _of_clause(line, at):
            continue
        for date in dated:
            between = line.units[at + 1 : lead(line, date)]
            plain = all(unit.tags.isdisjoint(OTHER_CLAUSE) for unit in between)
            plain = plain and not any(joins_on(line, n) for n in range(at + 1, date.first + 1))
            if at < date.first <= at + _TO_DAY and not date.ahead and plain and not _goes_on(line, date.last + 1):
                return date
    return None
