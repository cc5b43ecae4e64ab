"""Places that a text names only because somebody speaks or sits there, or holds an office of them."""

from whoheld.extract.phrases.phrase import Name, Places, closes_quotation, labelled, parted
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

_SPEAKERS = frozenset({"voice", "ministry", "official", "bystander", "title"})
_OFFICES = frozenset({"official", "ministry"})
_OF_THE_PLACE = frozenset({"local", "voice"})
"""Classes of words for those who rather speak of the place where they are ("the mayor of Hajin", "officials in Goma")."""
_WITNESSES = frozenset({"bystander", "local", "to", "trigger"})
_TO_OFFICE = 2
"""Words from an office to the place that it is for."""
_TO_BEHALF = 3
"""Words from a place back to the «باسم» of who speaks for those who rule it."""
_TO_SAYING = 3
"""Words from a speaker's town to the verb of saying."""
_TO_FRONTED_SAYING = 7
"""Words from a town that opens a sentence to the verb of who speaks there."""
_TO_SPEAKER = 4
"""Words from a verb of saying to the last word for who says it."""


def speaks_there(line: Line, places: Places) -> bool:
    """Whether who is told to speak stands right before the place in which he is («قال ناطق باسم هيئة الأركان في باريس»)."""
    who = next((n for n in range(places.first - 1, -1, -1) if "preposition" not in line.units[n].tags), 0)
    named = line.phrase(who) is not None or not line.units[who].tags.isdisjoint(_SPEAKERS)
    return named and any(unit.tags & {"report", "denial"} for unit in line.units[max(0, who - _TO_SPEAKER) : who])


def speaks_from(line: Line, places: Places) -> bool:
    """Whether a sentence begins with where somebody speaks who need not live there («وفي يريفان قال مسؤول», no «قال سكان»)."""
    says, *who = line.units[places.last + 1 : places.last + 1 + _TO_SAYING] or (None,)
    told = line.verb_first and places.first <= 1 and says is not None and "report" in says.tags and not says.gap
    return told and not any("bystander" in unit.tags for unit in who)


def of_office(line: Line, places: Places) -> bool:
    """Whether a place only tells whose office somebody holds («قائد عمليات الأنبار», «نائب رئيس مجلس محافظة الأنبار»)."""
    for left in range(places.first - 1, max(-1, places.first - 1 - _TO_OFFICE), -1):
        if line.units[left + 1].gap or "preposition" in line.units[left].tags:
            return False
        region = "presiding" in line.units[left].cues and places.names and places.names[-1].kind != "settlement"
        if region or not line.units[left].tags.isdisjoint(("title", "official")):
            return True
    return False


def of_spokesman(line: Line, places: Places) -> bool:
    """Whether a place only tells for whom somebody speaks («المتحدث باسم إدارة منطقة هيرشبيلي»)."""
    for left in range(places.first, max(-1, places.first - 1 - _TO_BEHALF), -1):
        if "behalf" in line.units[left].cues | line.units[left].tail_cues:
            return True
        if line.units[left].gap:
            return False
    return False


def whence(line: Line, places: Places) -> bool:
    """Whether somebody only speaks in a place, or from it («وأعلن البرهان من بورتسودان أن», «وقال مسؤول في دمشق إن»).

    Those who live there rather speak of it.
    """
    if not line.verb_first or places.case not in {"from", "in"}:
        return False
    after = line.units[places.last + 1].tags if places.last + 1 < len(line.units) else frozenset[str]()
    if "report" in after:
        return (places.case == "from" and places.first <= line.begins + 1) or _sits_there(line, places)
    told = not after.isdisjoint(("to", "conditional")) or _after_another(line, places.last + 1)
    return told and _tells_who(line, places.first - 1)


def _sits_there(line: Line, places: Places) -> bool:
    """Whether right before a place stands whose verb of saying follows it («والحكومة في كابل تقول إن»), and no bystander."""
    who, saying = line.units[places.first - 2 : places.first - 1], line.units[places.last + 1]
    spoken = line.told(places.last + 1) or "clausal" in saying.tail_cues  # «تصر على أن»
    says = spoken and not (saying.gap or saying.reading.conjunction or saying.word.startswith("و"))
    if not (says and who and places.case == "in") or line.units[places.first - 1].gap or who[0].tags & _WITNESSES:
        return False
    return line.phrase(places.first - 2) is not None or bool(who[0].tags & _SPEAKERS)


def _after_another(line: Line, at: int) -> bool:
    """Whether a unit leads to whose words somebody passes on («أفادت مصادر في بغداد عن مصادر في الوزارة أن»)."""
    another = line.units[at + 1] if at + 1 < len(line.units) else None
    return another is not None and not another.gap and labelled(line.units[at], "off") and bool(another.tags & _SPEAKERS)


def said_in(line: Line, places: Places) -> bool:
    """Whether a place is only where somebody said what follows, who does not live there ("said in Bamako that")."""
    after = line.units[places.last + 1 : places.last + 2]
    if line.verb_first or places.case != "in" or not any("sentential" in unit.cues for unit in after):
        return False
    saying = next((at for at in line.leftward(places.first - 1) if line.units[at].tags & {"report", "trigger"}), 0)
    near = saying >= max(1, places.first - _TO_SPEAKER) and "report" in line.units[saying].tags
    return near and not any("local" in unit.tags for unit in line.units[max(0, saying - _TO_SPEAKER) : saying])


def _tells_who(line: Line, stop: int) -> bool:
    """Whether only who says it, and is no bystander, stands between a verb of saying and a unit."""
    saying = next((at for at in line.leftward(stop) if "report" in line.units[at].tags), None)
    if saying is None or stop - saying > _TO_SPEAKER + 1:
        return False
    who = frozenset[str]().union(*(unit.tags for unit in line.units[saying + 1 : stop]))
    named = bool(who & _SPEAKERS) or any(line.phrase(at) is not None for at in range(saying + 1, stop))
    return named and not who & _WITNESSES


def abroad(line: Line, places: Places) -> bool:
    """Whether a place is where states speak of wars elsewhere, which nothing more has shown to be that of the war told."""
    return any("abroad" in unit.cues | unit.tail_cues for unit in line.units[places.first : places.last + 1])


def seat(line: Line, places: Places) -> bool:
    """Whether a place only tells where a government sits or somebody met others ("the ministry in Juba", "a visit to Paris")."""
    noun = places.first - 2
    if line.verb_first or places.case not in {"in", "of", "to", "at"}:
        return False
    if places.case == "in" and _governs(line.units[places.last]) and _speaks_of_elsewhere(line, places):
        return True
    if noun < 0 or line.units[places.first - 1].gap:
        return False
    unit = line.units[noun]
    office = bool(unit.tags & _OFFICES) and unit.tags.isdisjoint(_OF_THE_PLACE)
    return office or "venue" in unit.tail_cues


def _governs(unit: Unit) -> bool:
    """Whether a town's name also stands for the government that sits there ("Kinshasa")."""
    return "actor" in unit.tags and any(meaning.actor.kind == "government" for meaning in unit.meanings)


def _speaks_of_elsewhere(line: Line, places: Places) -> bool:
    """Whether somebody who is no witness says something in a town ("In Bamako a minister said", "an aide in Bamako wrote")."""
    fronted = places.first <= line.begins + 1
    after = range(places.last + 1, min(places.last + 1 + (_TO_FRONTED_SAYING if fronted else 1), len(line.units)))
    saying = next((at for at in after if line.units[at].tags & {"report", "denial"}), None)
    if saying is None:
        return False
    who = (
        line.units[places.last + 1 : saying]
        if fronted
        else line.units[max(line.begins, places.first - _TO_SPEAKER) : places.first]
    )
    return not any(unit.tags & _WITNESSES for unit in who)


def at_home(line: Line, places: Places, start: int) -> bool:
    """Whether what stands at a unit is said by somebody of a town ("took Sake, and a resident of Masisi said the town was safe").

    What he says of another place that he names, or goes on to say behind a comma, is of that place.
    """
    who, told = places.first - 2, places.last + 1
    if line.verb_first or who < 0 or places.case not in {"in", "of", "from"} or "local" not in line.units[who].tags:
        return False
    says = any("report" in line.units[at].tags and line.finite(at) for at in range(told, min(told + _TO_SAYING, start)))
    on = not any(closes_quotation(unit.gap) or parted(unit.gap) for unit in line.units[told : start + 1])
    other = (p for p in line.phrases if isinstance(p, Places) and places.last < p.first < start and p.names)
    return says and on and next(other, None) is None


def spoken_from(line: Line, phrase: Places) -> list[Name]:
    """The town of those whose words speak of "the town" before they are named ("… control the town,” a resident of Adale said).

    Args:
        line: of the words.
        phrase: what points to a town in them.
    """
    if line.verb_first or phrase.anaphor != "settlement":
        return []
    units = line.units
    ends = next((n for n in range(phrase.last + 1, len(units)) if closes_quotation(units[n].gap)), len(units))
    for at in range(ends, len(units) - 2):
        there = line.phrase(at + 2)
        local = "local" in units[at].tags and "preposition" in units[at + 1].tags and not units[at + 1].gap
        if local and isinstance(there, Places) and there.case in {"in", "of", "from"}:
            return there.names[:1]
    return []
