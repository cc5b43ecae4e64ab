"""Places that a text mentions without being about them: what stands for who acts, contains another or is only passed."""

from whoheld.extract.dates.words import is_year
from whoheld.extract.discourse.speaker_places import speaks_from, speaks_there
from whoheld.extract.discourse.whereabouts import far_off
from whoheld.extract.phrases.phrase import COMMAS, Name, Party, Places, labelled
from whoheld.extract.places.openings import REGIONS, SITES
from whoheld.extract.sentence.evoking import triggers
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit
from whoheld.model import Extent

_WANTED = frozenset({"plan", "modal"})
_ONWARD = frozenset({"to", "on", "into", "toward", "for"})
_OF_TOWNS = frozenset({"airport", "base", "camp"})


def acts(line: Line, places: Places) -> bool:
    """Whether a name stands for who speaks or hands over, and for no place ("Juba's spokesman", "MacArthur handed it back")."""
    after = line.units[places.last + 1] if places.last + 1 < len(line.units) else None
    if after is None or after.gap or places.anaphor:
        return False
    if places.case == "in" and places.first > 1 and not after.tags.isdisjoint(("report", "denial")):
        service = line.units[places.first - 2]  # "intelligence in Kyiv said"
        return "service" in service.cues or not service.tags.isdisjoint(("ministry", "official"))
    if places.possessive:
        return "envoy" in after.cues
    if not line.verb_first and places.case == "" and "trigger" in line.units[places.first - 1].tags and _is_control(after):
        return places.first > line.begins  # "would give Moscow control of the coast"
    gives = any("handover" in entry.traits and entry.tense in {"past", "ed"} for entry in after.entries)
    return gives and places.case == "" and not any(labelled(unit, "by") for unit in line.units[places.last + 2 : places.last + 4])


def _is_control(unit: Unit) -> bool:
    """Whether a word is only a noun for control here, which somebody before it is given."""
    return any(entry.tag == "trigger" and entry.tense == "noun" and entry.value == "control" for entry in unit.entries)


def remoteness(places: Places) -> int:
    """What a sentence is about stands bare; what it only compares with or counts from comes last."""
    if places.modifier and not places.names:
        return 3
    return 2 if places.case in {"after", "toward", "near", "direction"} else int(places.case not in {"", "on", "comma"})


def aside(line: Line, places: Places) -> bool:
    """Whether a place is only said to contain another, or is where somebody speaks ("ناطق باسم هيئة الأركان في باريس")."""
    away = places.case == "in" and places.first > 1 and "now" in line.units[places.first - 2].tags
    return _contains(line, places) or away or (places.case == "in" and (speaks_there(line, places) or speaks_from(line, places)))


def elsewhere(line: Line, places: Places) -> bool:
    """Whether a place only tells where a road leads, what a war is for or who speaks («على طريق تمبكتو», «الحرب على طرابلس»)."""
    before = places.first - 1
    if before < 0 or line.units[places.first].gap or places.anaphor:
        return False
    governor = line.units[before - 1].tags if before and "preposition" in line.units[before].tags else frozenset[str]()
    road = "road" in line.units[before].tags or "road" in governor
    after = line.units[places.last + 1].tags if places.last + 1 < len(line.units) else frozenset[str]()
    told = not after.isdisjoint(("conditional", "function", "to", "pronoun"))
    speaks = places.case == "" and "report" in line.units[before].tags and line.finite(before) and told
    site = bool(places.names) and places.names[0].kind in SITES  # «هجوم على قاعدة في بلدة بوني»
    return road or speaks or (places.case == "on" and "war" in governor and not site) or far_off(line, places)


def lies_in_town(line: Line, site: Places) -> list[Name]:
    """The town in which a site is said to lie right after its noun («والمطار في مدينة رأس لانوف»), or none."""
    there = line.phrase(site.last + 2)
    within = isinstance(there, Places) and there.first == site.last + 2 and there.case == "in" and line.heads(there)
    return there.names[:1] if within and isinstance(there, Places) else []


def refuge(line: Line, places: Places) -> bool:
    """Whether a place is where somebody went who left another ("retreated to Masaway", «ولجأ السكان إلى بامباري»)."""
    if places.case != "to":
        return False
    retreats = any(at < places.first and "retreat" in entry.traits for at, entry in triggers(line))
    return retreats or any("displaced" in line.units[at].cues for at in line.leftward(places.first))


def circumstance(line: Line, places: Places) -> bool:
    """Whether only how something came about, or of a person, is told of places («وجاء ذلك بعد معارك في عطبرة», ", who had …")."""
    if not line.verb_first:
        behind = line.units[places.last + 1].cues if places.last + 1 < len(line.units) else frozenset[str]()
        return "personal_relative" in behind or _of_person(line, places.first)  # "Franco, who …"
    return places.first > line.begins + 1 and _comes(line, line.begins)


def _of_person(line: Line, at: int) -> bool:
    """Whether a unit stands in what a sentence says beside the news of a person ("Savimbi, who had been in Abidjan, sent …")."""
    opens = next((n for n in line.leftward(at, asides=True) if "relative" in line.units[n].tags), 0)
    whose = line.phrase(opens - 1)
    men = isinstance(whose, Party) and whose.gender == "p"  # "Rwandan troops, who had surrounded Goma"
    return "personal_relative" in line.units[opens].cues and "," in line.units[opens].gap and not men


def _comes(line: Line, at: int) -> bool:
    """Whether what was told is the subject of the verb at a unit, which says and denies nothing of it."""
    verb, subject = line.units[at], line.units[at + 1]
    return "report_anaphor" in subject.cues and not subject.gap and verb.tags.isdisjoint(("report", "denial", "trigger"))


def _contains(line: Line, places: Places) -> bool:
    """Whether a place is only said to contain the one right before it ("في حرض بمحافظة حجة")."""
    before = places.first - 1
    inner = line.phrase(before - 1 if before > 0 and "preposition" in line.units[before].tags else before)
    return places.case in {"in", "at"} and isinstance(inner, Places) and line.head(places) != "" and bool(inner.names)


def takes(line: Line, places: Places) -> bool:
    """Whether a bare name is rather the subject of a verb that has a place as its object ("Bancroft took Gambale").

    So is one to whom something gives a place ("would give Moscow control of").
    """
    if _is_given(line, places):
        return True
    verb = line.units[places.last + 1] if places.last + 1 < len(line.units) else None
    active = verb is not None and not verb.gap and any(e.tag == "trigger" and e.tense in {"past", "ed"} for e in verb.entries)
    taken = line.phrase(places.last + 2)
    return active and places.case == "" and not line.heads(places) and isinstance(taken, Places) and bool(taken.names)


def _is_given(line: Line, places: Places) -> bool:
    """Whether a name stands between a verb and what somebody has of a place ("give Moscow control of")."""
    at = places.last + 1
    if line.verb_first or places.case or at + 1 >= len(line.units) or line.units[at].gap or line.heads(places):
        return False
    return any("hold" in entry.traits for entry in line.units[at].entries) and labelled(line.units[at + 1], "of")


def taken(line: Line, places: Places) -> bool:
    """Whether an unknown name is the object of a verb that has a place as its object."""
    entries = line.units[places.first - 1].entries if places.first and not line.units[places.first].gap else ()
    return any(entry.tag == "trigger" and entry.tense in {"past", "ed"} for entry in entries)


def of_front(line: Line, places: Places) -> bool:
    """Whether a name only tells a stretch of the front ("the Orikhiv sector")."""
    after = line.units[places.last + 1 : places.last + 2]
    return places.modifier and bool(after) and "front" in after[0].cues


def where_several(line: Line, places: Places) -> bool:
    """Whether a place only tells where several lie that bear no name («من مناطق عدة بإقليم شبيلي بعد استيلائها عليها»)."""
    noun = places.first - 1
    while noun > 0 and line.units[noun].tags & {"preposition", "quantity", "function"} and not line.units[noun + 1].gap:
        noun -= 1
    several = line.phrase(noun)
    unnamed = isinstance(several, Places) and several.anaphor == "many" and not (several.names or several.definite)
    return unnamed and places.case in {"in", "at"}


def share_of_region(places: Places) -> bool:
    """Whether only a share of a region is named ("The dam powers most of Nineveh province, and they took it in August")."""
    return bool(places.names) and all(name.extent is Extent.PART and name.kind in REGIONS for name in places.names)


def landmark(line: Line, places: Places) -> bool:
    """Whether a bridge or the like is called by a name ("the Hantoub bridge"), where no town is spoken of."""
    return any("landmark" in unit.cues for unit in line.units[places.first : places.last + 2])


def in_name(line: Line, places: Places) -> bool:
    """Whether a name stands in that of a thing or an event ("the Temple of Bel", "the 2016 Davao City bombing").

    So does what only tells where a newspaper appears ("the Zagreb daily Vjesnik").
    """
    units, first = line.units, places.first
    behind = units[places.last + 1 : places.last + 2]
    if any("medium" in unit.tags and not unit.gap for unit in behind) and not places.possessive:
        return True
    if places.modifier and not places.possessive and first > line.begins and is_year(units[first - 1]):
        return True
    owned = first > 1 and units[first - 2].capital and not (units[first - 2].tags or units[first].gap)
    return places.case == "of" and (owned or _before_acronym(line, places.last + 1))


def _before_acronym(line: Line, at: int) -> bool:
    """Whether brackets at a unit tell of whose name what stands before is the end ("the Liberation Tigers of Eelam (LTTE)")."""
    acronym = line.units[at] if at < len(line.units) and line.units[at].gap.endswith("(") else None
    return acronym is not None and acronym.upper and "actor" in acronym.tags


def headed_for(line: Line, places: Places) -> bool:
    """Whether somebody only wants to go to a place ("promised to go on to Bukavu")."""
    wanted = any(line.units[at].tags & _WANTED for at in line.leftward(places.first))
    led = "infinitive" in line.units[max(0, places.first - 1)].tail_cues
    return wanted and (led or places.case in _ONWARD)


def in_town(line: Line, places: Places) -> bool:
    """Whether a site is told by the town that it lies in ("a base in Lashio", "Aden airport")."""
    name = places.names[-1] if places.names else None
    if (
        name is not None
        and name.known
        and any(u.tags >= {"head"} and "port" in u.cues for u in line.units[places.first : places.last + 1])
    ):
        return True
    if name is None or name.kind not in _OF_TOWNS:
        return False
    if name.kind == "airport" and name.known:
        return True
    at = next((n for n in range(places.first + 1, places.last + 1) if line.units[n].start == name.start), 0)
    return at > 0 and "preposition" in line.units[at - 1].tags


def holds_site(line: Line, places: Places) -> bool:
    """Whether a sentence opens with where a site is that it tells by another town ("In Borno, they took the base at Marte")."""
    opens = places.case == "in" and places.first == line.begins + 1 and places.last + 1 < len(line.units)
    opens = opens and not COMMAS.isdisjoint(line.units[places.last + 1].gap)
    later = (p for p in line.phrases if isinstance(p, Places) and p.first > places.last) if opens else ()
    return any(in_town(line, site) for site in later)


def around(places: Places) -> bool:
    """Whether only the surroundings of places are named ("في ريف درعا")."""
    return bool(places.names) and all(name.extent is Extent.AREA for name in places.names)


def spans_two(line: Line, places: Places) -> bool:
    """Whether the area of two towns is named, of which none is "the town" ("the Kilinochchi-Paranthan area")."""
    inside = line.units[places.first + 1 : places.last + 1]
    return around(places) and not places.names[-1].known and any(unit.gap == "-" and unit.capital for unit in inside)
