"""The rest of a town of which a part has just been told: "holds the other half", "and government troops the western part"."""

from collections.abc import Iterator
from dataclasses import replace

from whoheld.extract.phrases.phrase import Party, Places, labelled, parted
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.model import Extent, Relation

_BEFORE_PART = frozenset({"function", "direction", "adverb", "ordinal"})
"""Classes of words between an article and the noun for a part."""
_TO_EXCEPTION, _TO_EXCEPTED = 2, 5
"""Words from places, or from who holds them, to what is excepted; from that to the noun of whose it is."""
_TO_PARTY = 3
"""Words between "by" and the last word before a party."""
_ENDS = frozenset({"conjunction", "time", "weekday", "month", "day", "after", "before", "when", "adverb", "relative"})
"""Classes of words before which a noun phrase ends."""


def excepted(line: Line, frame: Frame) -> bool:
    """Whether Arabic excepts something of the places told, or tells only of what is excepted («حمص كاملة باستثناء حي الوعر»)."""
    if not line.verb_first:
        return False
    ends = {phrase.last for phrase in (*frame.places[-1:], frame.actor) if phrase is not None}
    behind = (unit for end in ends for unit in line.units[end + 1 : end + 1 + _TO_EXCEPTION] if not parted(unit.gap))
    before = line.before(frame.at, _TO_EXCEPTED) if frame.voice == "state" else ()
    return any(labelled(unit, "without") for unit in (*behind, *before))


def other_part(line: Line, verb: int) -> Iterator[Places]:
    """The part of a town told before that is the object right behind a verb."""
    last = _part_at(line, verb + 1)
    town = _divided(line, verb) if last else None
    if town is not None:
        yield replace(town, first=verb + 1, last=last, case="")


def behind_seat(line: Line, verb: int) -> Iterator[Places]:
    """The town joined to a seat or a side without a name that is a verb's object ("took the main base and the town of")."""
    joint = next((n for n in range(verb + 1, len(line.units)) if "conjunction" in line.units[n].tags), 0)
    place = next((phrase for phrase in line.phrases if phrase.first > joint), None) if joint > verb + 2 else None
    if not isinstance(place, Places) or place.case != "list" or place.modifier or not place.names:
        return
    object_ = line.units[verb + 1 : joint]
    opens = "article" in object_[0].tags or isinstance(line.phrase(verb + 1), Party)
    seat = not object_[-1].tags.isdisjoint(("seat", "head", "direction")) and not any(
        unit.gap not in {"", "-"} for unit in object_
    )
    told = any(line.told(n) or "preposition" in line.units[n].tags for n in range(verb + 2, joint) if line.phrase(n) is None)
    if opens and seat and not told and (line.heads(place) or place.names[0].known):
        yield place


def gapped_parts(line: Line, frame: Frame) -> Iterator[tuple[Party, Places]]:
    """Who has the other part of a town where the verb is not said again, with that part."""
    if frame.trigger.relation not in {Relation.HOLDS, Relation.GAINED}:
        return
    if line.verb_first:
        yield from _gapped_on(line, frame) if frame.voice == "active" else ()
    elif frame.voice == "passive":
        yield from _gapped_passive(line, frame)
    elif frame.voice == "active":
        yield from _gapped_active(line, frame)


def _gapped_passive(line: Line, frame: Frame) -> Iterator[tuple[Party, Places]]:
    """The same behind a passive ("is held by the army and the southern by rebels")."""
    if frame.actor is None or frame.actor.case != "by" or frame.actor.first < frame.at:
        return
    part = frame.actor.last + 1
    while part < len(line.units) and line.units[part].tags & {"conjunction", "when"}:
        part += 1
    end = _part_at(line, part, ends="by")
    by = end + 1
    party = next((phrase for phrase in line.phrases if phrase.first > by), None) if end else None
    if (
        not isinstance(party, Party)
        or party.case != "by"
        or party.first > by + 1 + _TO_PARTY
        or not labelled(line.units[by], "by")
    ):
        return
    if (town := _divided(line, frame.at)) is not None:
        yield party, replace(town, first=part, last=end, case="")


def _gapped_on(line: Line, frame: Frame) -> Iterator[tuple[Party, Places]]:
    """The same where Arabic says again only on or in what («على الجزء الشرقي من تعز والحوثيون على الجزء الغربي», «… بغربها»)."""
    last = max([frame.at, *(phrase.last for phrase in frame.places)])
    party = line.phrase(last + 1)
    if not isinstance(party, Party) or party.first != last + 1 or not line.units[party.first].reading.conjunction:
        return
    side = _own_side(line, party.last + 1) or _named_side(line, party.last + 1)
    closed = side and (side[-1] + 1 == len(line.units) or parted(line.units[side[-1] + 1].gap))
    town = _divided(line, last + 1) if closed else None
    if town is not None:
        yield party, replace(town, first=side[0], last=side[-1], case="")


def _own_side(line: Line, at: int) -> range:
    """The side of a town that Arabic tells by the town's pronoun, behind a preposition («والحوثيون في غربها», «… بشرقها»)."""
    at += at + 1 < len(line.units) and labelled(line.units[at], "in")
    led = (
        at < len(line.units)
        and not line.units[at].gap
        and (labelled(line.units[at - 1], "in") or line.units[at].reading.preposition)
    )
    return range(at, at + 1) if led and "own_side" in line.units[at].cues else range(0)


def _named_side(line: Line, at: int) -> range:
    """The part or side of a town that stands by itself behind "on" («على الجزء الغربي», «على الشرق»)."""
    first = at + 1
    if (
        first >= len(line.units)
        or not labelled(line.units[at], "on")
        or line.units[first].gap
        or not line.units[first].reading.article
    ):
        return range(0)
    if labelled(line.units[first], "direction"):
        return range(first, first + 1)
    side = line.units[first + 1] if first + 1 < len(line.units) else None
    told = side is not None and "share" in line.units[first].tags and "function" in side.tags and not side.gap
    return range(first, first + 2) if told else range(0)


def _gapped_active(line: Line, frame: Frame) -> Iterator[tuple[Party, Places]]:
    """The same behind an active verb ("holds the north of the town, and government troops the western part")."""
    last = max([frame.at, *(phrase.last for phrase in frame.places)])
    town = _divided(line, last + 1)
    for party in line.phrases if town is not None else ():
        if not isinstance(party, Party) or party.first <= last:
            continue
        joined = all(unit.tags & {"conjunction", "article", "when"} for unit in line.units[last + 1 : party.first])
        end = _part_at(line, party.last + 1) or _part_of_it(line, party.last + 1)
        if joined and end and town is not None and not party.possessive:
            yield party, replace(town, first=party.last + 1, last=end, case="")
        return


def _part_at(line: Line, first: int, ends: str = "") -> int:
    """The last unit of a noun phrase for a part of what is spoken of that begins at a unit, or 0.

    A preposition ``ends`` may follow it.
    """
    units = line.units
    if first >= len(units) or (units[first].gap and not ends) or units[first].tags.isdisjoint(("article", "possessive", "share")):
        return 0
    at = first + 1
    while at < len(units) and not units[at].gap and units[at].tags & _BEFORE_PART and not units[at].cues & {"other_part"}:
        if "direction" in units[at].tags and _closed(line, at + 1, ends):
            return at
        at += 1
    noun = at < len(units) and not units[at].gap and "other_part" in units[at].cues and not units[at].possessive
    return at if noun and _closed(line, at + 1, ends) else 0


def _part_of_it(line: Line, first: int) -> int:
    """The last unit of a part of "the city" that begins at a unit ("and the rebels the rest of the city"), or 0."""
    part = line.phrase(first)
    pointing = isinstance(part, Places) and bool(part.anaphor) and not part.names and part.definite
    whole = isinstance(part, Places) and pointing and part.first == first and part.extent is Extent.PART
    return part.last if part is not None and whole and _closed(line, part.last + 1, "") else 0


def _closed(line: Line, at: int, ends: str) -> bool:
    """Whether nothing follows that would say of what something is a part."""
    unit = line.units[at] if at < len(line.units) else None
    if unit is None or unit.gap or (ends and labelled(unit, ends)):
        return True
    return not unit.tags.isdisjoint(_ENDS) and not labelled(unit, "of")


def _divided(line: Line, stop: int) -> Places | None:
    """The town of which a part is told last before a unit, in part, or None."""
    before = (phrase for phrase in reversed(line.phrases) if isinstance(phrase, Places) and phrase.last < stop)
    town = next((phrase for phrase in before if phrase.names or phrase.anaphor == "settlement"), None)
    if town is None or town.modifier or (town.names[-1] if town.names else town).extent is not Extent.PART:
        return None
    if not town.names:
        return town if line.verb_first else None  # "على غرب المدينة والحوثيون بشرقها"
    return replace(town, names=[replace(town.names[-1])], extent=Extent.PART)
