"""What one sentence tells twice of a place: which of its readings says less, which only recalls, and which is past."""

from collections.abc import Container, Iterable

from whoheld.extract.finding import Finding
from whoheld.extract.phrases.meaning import ids, same
from whoheld.extract.phrases.phrase import Party, parted
from whoheld.extract.revision.compared import is_loss
from whoheld.extract.revision.own_agents import share_out
from whoheld.extract.revision.undone import regained
from whoheld.extract.sentence.frame import apposed
from whoheld.extract.sentence.line import Line
from whoheld.extract.write import Reading
from whoheld.model import Extent, Relation, Telling

_PREDICATED = frozenset({"passive", "active", "state"})
"""Voices of a frame that is what a clause says, and no attribute in it."""
_LONG = 27
"""Days at least of a month."""
_TO_NOW = 2
_TO_REPORT = 4
"""Words from a verb of saying to the "that" of what is said."""


def settle(findings: Iterable[Finding]) -> None:
    """Settles the readings of one sentence among themselves: the telling of some changes, others are dropped."""
    findings = list(findings)
    share_out(findings)
    _recall(findings)
    _drop_entered(findings)
    _drop_steps(findings)
    _drop_poorer(findings)
    _take_from_holder(findings)
    _put_back(findings)


def _recall(findings: Iterable[Finding]) -> None:
    """Tells of a gain as past that a relative clause adds to the news of a place ("Rawa, which fell in 2014, was retaken").

    So is one of a month or a year that a noun or an aside tells.
    """
    readings = [reading for finding in findings for reading in finding.readings]
    news = {r.place for r in readings if r.frame.voice in _PREDICATED and _opening_relative(r.line, r.frame.pivot) < 0}
    for reading in readings:
        changed = reading.relation in {Relation.GAINED, Relation.LOST} and reading.telling is Telling.EVENT
        recalled = changed and _opening_relative(reading.line, reading.frame.pivot) >= 0
        again = recalled and reading.relation is Relation.GAINED and reading.place in news
        again = again or (changed and _dates_another(reading))
        if again or (changed and (recalled or _beside(reading)) and _long_past(reading)):
            reading.telling = Telling.BACKGROUND


def _drop_entered(findings: Iterable[Finding]) -> None:
    """Drops that men entered, nobody says when, a town in which they are told to fight («المعارك مستمرة في بلدة دخلوها»).

    So where an Arabic relative clause says it of the place of the fight («تدور معارك في ود مدني التي دخلتها القوات»).
    """
    fought = {r.place for finding in findings for r in finding.readings if r.relation is Relation.CONTESTED}
    for finding in findings:
        entered = finding.line.verb_first and "entry" in finding.frame.trigger.traits
        if entered and fought and _opening_relative(finding.line, finding.frame.pivot) >= 0:
            finding.readings = [r for r in finding.readings if r.place not in fought or r.date is not None]


def _beside(reading: Reading) -> bool:
    """Whether English tells of a change by a noun, or in an aside on a place ("its fall in 2014", "Bo, taken in 1999, is")."""
    frame, line = reading.frame, reading.line
    noun = frame.voice == "noun" and frame.pivot == frame.at
    place = frame.places[-1] if frame.voice == "reduced" and frame.places else None
    aside = place is not None and place.last < frame.at and parted(line.units[place.last + 1].gap)
    return not line.verb_first and (noun or aside)


def _dates_another(reading: Reading) -> bool:
    """Whether English names an event of no day only to tell what came before it ("their deeds before the fall of Srebrenica")."""
    line, noun = reading.line, reading.frame.at - 1
    if line.verb_first or reading.frame.voice != "noun" or reading.date is not None:
        return False
    while noun > line.begins and line.units[noun].tags & {"article", "possessive"} and not line.units[noun + 1].gap:
        noun -= 1
    return noun >= line.begins and "before" in line.units[noun].tags


def _long_past(reading: Reading) -> bool:
    """Whether only the month or year of an event is told, which in a relative clause recalls it ("which fell in 2014, lies")."""
    date = reading.date
    if date is None or date.earliest is None or date.latest is None:
        return False
    return (date.latest - date.earliest).days >= _LONG


def _drop_steps(findings: Iterable[Finding]) -> None:
    """Drops the part that somebody took on the way to the whole («دخل الجيش وسط المدينة وسيطر عليها كلها»)."""
    wholes = [r for f in findings for r in f.readings if r.extent is Extent.WHOLE and r.relation is Relation.GAINED]
    for finding in findings:
        parts = (r for r in finding.readings if r.extent is Extent.PART and r.relation is Relation.GAINED)
        steps = [r for r in parts if any(_leads_to(r, whole) for whole in wholes)]
        finding.readings = [r for r in finding.readings if r not in steps]


def _leads_to(part: Reading, whole: Reading) -> bool:
    """Whether one reading tells of a part of what the other tells of behind it, of the same actor and time."""
    alike = (
        part.frame.at < whole.frame.at
        and part.place == whole.place
        and _start(part.actor) == _start(whole.actor)
        and part.telling is whole.telling
    )
    return alike and (part.date is None or (whole.date is not None and part.date[2:4] == whole.date[2:4]))


def _start(party: Party | None) -> int:
    """Where a party stands that a verb or its pronoun means, or -1."""
    return party.start if party is not None else -1


def _drop_poorer(findings: Iterable[Finding]) -> None:
    """Of two readings of one place in a sentence, the one without an actor says nothing that the other does not.

    What is recalled and what is news are two events.
    """
    told = [r for f in findings for r in f.readings if r.actor is not None]
    verbs = [r for f in findings for r in f.readings if f.frame.voice == "active"]
    states = [r for f in findings for r in f.readings if f.frame.voice == "state"]
    rid = {(r.place, id(r.loser)) for f in findings for r in f.readings if r.loser is not None}
    for finding in findings:
        poorer = [r for r in finding.readings if _poorer(r, told, verbs, states) or _loses(r, rid) or _carries(r, states)]
        for reading in poorer:
            _give_date(reading, told)
        finding.readings = [r for r in finding.readings if r not in poorer]


def _carries(reading: Reading, states: Iterable[Reading]) -> bool:
    """Whether a noun only carries the state in which its own event is told («سقوط ود مدني، عاصمة الجزيرة، في يد …»)."""
    told = (s for s in states if s.frame.pivot == reading.frame.at and s.frame.at != reading.frame.at)
    return reading.frame.voice == "noun" and any(s.actor is not None and _event(s) == _event(reading) for s in told)


def _loses(reading: Reading, rid: Container[tuple[tuple[int, str], int]]) -> bool:
    """Whether a state only says from whose control a place is won («تحرير الفلوجة من سيطرة داعش»)."""
    lost = reading.relation is Relation.LOST and reading.frame.voice == "state"
    return lost and (reading.place, id(reading.actor)) in rid


def _give_date(reading: Reading, told: Iterable[Reading]) -> None:
    """Gives the day of a reading that is dropped to the one that tells the same undated ("Hass was next: it was taken today")."""
    alike = (other for other in told if _event(other) == _event(reading) and not regained(other, reading))
    undated = [other for other in alike if other.date is None and other.lent is None]
    if reading.actor is None and undated and (date := reading.date) is not None:
        for other in undated:
            other.lent = reading.line, date


def _take_from_holder(findings: Iterable[Finding]) -> None:
    """Tells that whose a place is called has lost it where only its fall is told ("Rebel-held Gharyan fell on Monday")."""
    readings = [reading for finding in findings for reading in finding.readings]
    holders = {r.place: r for r in readings if r.frame.voice == "compound" and r.relation is Relation.HOLDS}
    for reading in readings if holders else ():
        holder = holders.get(reading.place)
        if holder is not None and _falls(reading) and reading.loser is None and reading.actor is None:
            holder.telling = Telling.BACKGROUND
            reading.loser = holder.actor
            if is_loss(reading):
                reading.relation, reading.actor, reading.loser = Relation.LOST, holder.actor, None


def _falls(reading: Reading) -> bool:
    """Whether a gain is the news of its sentence, and not recalled in a clause or an aside on a place."""
    news = reading.relation is Relation.GAINED and reading.telling is Telling.EVENT
    return news and reading.frame.voice in _PREDICATED and _opening_relative(reading.line, reading.frame.pivot) < 0


def _put_back(findings: Iterable[Finding]) -> None:
    """Tells of a hold as past where the same sentence gives the place to another ("took Rawa, the last town under IS").

    It is past too where the sentence says that who held the place leaves it.
    """
    readings = [reading for finding in findings for reading in finding.readings]
    won = [r for r in readings if r.relation is Relation.GAINED and r.actor is not None]
    left = {r.place: r.actor for r in readings if r.relation is Relation.LOST and r.actor is not None}
    taken = {r.place for r in readings if r.relation is Relation.GAINED and r.actor is None}
    for finding in findings:
        for reading in list(finding.readings):
            holds, at = reading.relation is Relation.HOLDS, reading.place
            winner = next((r.actor for r in reversed(won) if r.place == at and not _adds(r, to=reading)), reading.actor)
            beside = "beside" in finding.frame.trigger.place
            gone = (at in left and left[at] is reading.actor) or (at in taken and beside)  # "its main town, had been captured"
            gone = gone or (at in taken and (apposed(reading.line, reading.frame) or _until_then(reading)))
            if holds and gone and beside:
                finding.readings.remove(reading)  # "lost Rawa, its last town" says once that it was theirs
            elif holds and (gone or winner is not reading.actor) and not (_gainsaid(reading, readings) or _still(reading)):
                reading.telling = Telling.BACKGROUND


def _still(hold: Reading) -> bool:
    """Whether a clause of its own that Arabic joins on tells what is so still («دخل الجيش حماة، ولا تزال المدينة بيده»)."""
    left = list(hold.line.leftward(hold.frame.at)) if hold.line.verb_first else []
    units = [hold.line.units[at] for at in left]
    joined = any("still" in unit.tags and (unit.reading.conjunction or unit.word.startswith("و")) for unit in units)
    return joined and not any("had" in unit.tags for unit in units)


def _until_then(hold: Reading) -> bool:
    """Whether an aside says who held a place of which its clause tells ("Gao, defended by a battalion, was taken")."""
    now = any("now" in unit.tags for unit in hold.line.before(hold.frame.at, _TO_NOW))
    return hold.frame.voice == "reduced" and not hold.line.verb_first and not now


def _adds(gain: Reading, *, to: Reading) -> bool:
    """Whether a clause only adds who took a place once to who has it now ("holds half of Raqqa, which IS took in 2014")."""
    told = to.frame.voice in _PREDICATED and not apposed(to.line, to.frame)
    return told and gain.telling is Telling.BACKGROUND and _opening_relative(gain.line, gain.frame.pivot) >= 0


def _gainsaid(reading: Reading, readings: Iterable[Reading]) -> bool:
    """Whether who holds a place says so himself against another's word that it was taken ("but the army says it holds it").

    So is what a clause tells of who only says that he has taken it ("Bara, which the rebels say they took, is held by the army").
    """
    gains = [r for r in readings if r.relation is Relation.GAINED and r.place == reading.place]
    if any(gain.said.party is None or gain.said.start == reading.said.start for gain in gains):
        return False
    main = reading.frame.voice in _PREDICATED and not apposed(reading.line, reading.frame)
    against = main and _opening_relative(reading.line, reading.frame.pivot) < 0
    own = reading.said.party is not None and reading.frame.entry.tense != "noun"
    return own or (against and all(same(gain.said.party, gain.actor) for gain in gains))


def _event(reading: Reading) -> tuple[tuple[int, str], Relation, bool]:
    return reading.place, reading.relation, reading.telling is Telling.BACKGROUND


def _poorer(reading: Reading, told: list[Reading], verbs: list[Reading], states: list[Reading]) -> bool:
    less = {Extent.PART, Extent.AREA} if reading.extent is Extent.WHOLE else set[Extent]()
    here = [verb for verb in verbs if verb.place == reading.place and verb.extent not in less]
    if _leaves_with(reading, states):
        return True
    gains = [v for v in here if v.relation is Relation.GAINED and not (v.actor is None and "subject" in v.frame.trigger.place)]
    if reading.relation is Relation.LOST and reading.frame.voice == "state" and gains:
        return True  # "took the town from the hands of …" is one gain, and "passed out of their hands" none
    trigger = reading.frame.trigger
    own = trigger.relation is reading.relation or bool(trigger.states) or trigger.repeats
    others = (v for v in here if not ((own and _of_others(v.actor, reading.actor)) or same(v.actor, reading.loser)))
    named = reading.actor is not None
    again = any(verb.relation is reading.relation and not (named and verb.actor is None) for verb in others)
    return (reading.actor is None and _told_again(reading, told)) or (reading.frame.voice == "noun" and again)


def _told_again(reading: Reading, told: list[Reading]) -> bool:
    """Whether another reading tells the same event, and not of another day ("had entered it, and on Sunday it was cleared")."""
    dates = [other.date for other in told if _event(other) == _event(reading) and not regained(other, reading)]
    own = reading.date if dates else None
    apart = own is not None and all(date is not None and date[2:4] != own[2:4] for date in dates)
    return bool(dates) and not apart


def _of_others(one: Party | None, other: Party | None) -> bool:
    """Whether two parties mean different actors ("won back control of the town that the rebels had seized")."""
    if one is None or other is None:
        return False
    first, second = ids(one), ids(other)
    return first.isdisjoint(second) if first and second else one.start != other.start


def _leaves_with(reading: Reading, states: Iterable[Reading]) -> bool:
    """Whether a verb of leaving only says in whose hands something leaves a place ("leaving Raqqa under their control")."""
    left = reading.relation is Relation.LOST and reading.frame.voice == "active"
    later = (s for s in states if s.place == reading.place and s.frame.at > reading.frame.at) if left else ()
    return any(not any(map(parted, gaps)) or _past_aside(reading, gaps) for gaps in (_gaps(reading, s) for s in later))


def _gaps(reading: Reading, state: Reading) -> list[str]:
    """The punctuation between a verb and a noun of whose hands something is in."""
    return [unit.gap for unit in reading.line.units[reading.frame.at + 1 : state.frame.at + 1] if unit.gap]


def _past_aside(reading: Reading, gaps: list[str]) -> bool:
    """Whether only an aside on a place parts it from whose it is ("leaving Gwoza, on the border, in the hands of the sect")."""
    return reading.frame.entry.tense == "ing" and gaps == [",", ","]


def _opening_relative(line: Line, at: int) -> int:
    """The relative that opens the clause of a unit, or -1 where its clause is none."""
    for left in line.leftward(at, asides=True):
        tags = line.units[left].tags
        if "relative" in tags:
            said = any("report" in unit.tags for unit in line.before(left, _TO_REPORT))  # "declared on Sunday that"
            return -1 if said and not line.verb_first and not line.units[left].gap else left
        if "contrast" in tags or (line.phrase(left) is None and line.finite(left)):
            return -1
    return -1
