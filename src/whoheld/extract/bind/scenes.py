"""Places that are told otherwise than as what a verb governs: those that saw fighting, and those where positions lie."""

from collections.abc import Collection, Iterator
from itertools import chain

from whoheld.extract.bind.announced import members
from whoheld.extract.bind.gaps import where
from whoheld.extract.bind.lists import coordinated
from whoheld.extract.bind.spoken import led_in
from whoheld.extract.phrases.phrase import Party, Places, labelled, parted
from whoheld.extract.places.openings import REGIONS
from whoheld.extract.sentence.frame import BREAKS, Frame
from whoheld.extract.sentence.line import Line
from whoheld.model import Extent

_TOLD = frozenset({"on", "", "list"})
"""Cases of a place that a main clause tells of."""
_NEAR = 4
"""Units from a noun of fighting to what says that it goes on."""
_WHEN = frozenset({"now", "adverb", "day", "weekday", "reference"})
"""Classes of words between a verb and what it says is seen."""
_ARTICLE, _STOOD = "ال", ("ه", "ين", "ون")
_THEIRS = ("ها", "هم", "ه", "هما")
"""Endings of a plural with the pronoun of whose it is."""
_OF_SITES = frozenset(
    {"name_start", "common", "function", "seat", "title", "official", "country", "ministry", "time", "armed", "outlet"}
)
"""Classes of the words that name a building."""
_PARTS = frozenset({"quarter", "district"})
"""Kinds of what a town is made of."""
_SITES = frozenset({"common", "seat", "position", "function", "number", "quantity"})
"""Classes of words by which a text speaks of buildings and posts that bear no name."""
_SITES_LISTED = 14
"""Words from a preposition to the place behind the buildings that it governs."""
_DESCRIBED = 8
"""Words from a noun of fighting to the place that saw it."""
_TO_STILL = 4
"""Words from "still" to the verb that carries a hold."""
_TO_POSITIONS, _TO_WHERE = 6, 2
"""Words from a verb to the noun of the positions that it says are lost, and from that noun to where they lie."""


def witness(line: Line, at: int) -> Iterator[Places]:
    """The place that saw what a noun tells («شهدت الحوطة معارك», «الحوطة تشهد معارك», «الحوطة التي تشهد الآن معارك»)."""
    if _at_edge(line, at):
        return
    left = at - 1
    while left > max(0, at - _DESCRIBED) and line.phrase(left) is None and _beside_place(line, left):
        left -= 1
    place = line.phrase(left)
    verb = place.first - 1 if isinstance(place, Places) else -1
    while verb > 0 and line.adjunct(verb):
        verb -= 1
    if isinstance(place, Places) and place.case == "" and verb >= 0 and "witness" in line.units[verb].tags:
        yield place
    elif left > 0 and "witness" in line.units[left].tags:
        relative = "relative" in line.units[left - 1].tags and not line.units[left].gap
        before = line.phrase(left - 1 - relative)
        yield from (before,) if isinstance(before, Places) else ()


def _at_edge(line: Line, at: int) -> bool:
    """Whether fighting is told to be around the place before it («شهدت غوما معارك عنيفة على مشارفها»)."""
    for right in range(at + 1, min(at + 1 + _NEAR, len(line.units))):
        if line.units[right].gap or line.phrase(right) is not None:
            return False
        bound = line.units[right].entry("bound")
        if "edge" in line.units[right].tail_cues or (bound is not None and bound.value == "near"):
            return True
    return False


def _beside_place(line: Line, at: int) -> bool:
    """Whether a unit behind a place only says when, or what and where the place is («مدينة هيت الواقعة شمال البلاد اشتباكات»)."""
    unit = line.units[at]
    definite = unit.word.startswith(_ARTICLE) and unit.tags <= {"common", "function", "lying"}
    plain = bool(unit.tags & (_WHEN | {"lying"})) or definite or labelled(unit, "direction")
    return line.adjunct(at) or (plain and not line.units[at + 1].gap)


def amid(line: Line, at: int) -> Iterator[Places]:
    """The place before a noun of fighting in whose streets it is ("تدور في أزقة المعلا مواجهات")."""
    before, bound = line.phrase(at - 1), line.units[at - 1].entry("bound")
    if bound is not None and bound.value in {"in", "inside"} and ongoing(line, at):
        yield Places(at - 1, at - 1, case=bound.value, anaphor="pronoun")  # "التي تدور فيها معارك"
    if not isinstance(before, Places) or line.units[at].gap or _at_edge(line, at):
        return
    if before.case == "inside" or (before.case in {"in", "at"} and settled(before) and ongoing(line, at)):
        yield before


def ongoing(line: Line, at: int) -> bool:
    """Whether a clause says of fighting that it goes on or breaks out where it is told ("القتال في شوشا مستمر")."""
    near = line.units[max(0, at - _NEAR) : at + 2 * _NEAR]
    return any(not unit.tags.isdisjoint(("ongoing", "still")) for unit in near)


def stationed_there(line: Line, at: int) -> bool:
    """Whether a pronoun says only where men stood who were fought («بعد اشتباكات مع فصائل متمركزة داخلها»)."""
    before = line.units[at - 1]
    inside = (bound := line.units[at].entry("bound")) is not None and bound.value in {"in", "inside"}
    stood = "staying" in before.tags or (before.word.startswith(_ARTICLE) and before.word.endswith(_STOOD) and not before.tags)
    return inside and stood and isinstance(line.phrase(at - 2), Party) and not line.units[at].gap


def settled(phrase: Places) -> bool:
    """Whether a phrase names settlements that are known, and no surroundings."""
    return bool(phrase.names) and all(
        name.known and name.kind == "settlement" and name.extent is not Extent.AREA for name in phrase.names
    )


def positions(line: Line, at: int) -> Iterator[Places]:
    """The places where somebody's positions lie that a verb says are lost ("من مواقعها في بلدة")."""
    for right in range(at + 1, min(at + _TO_POSITIONS, len(line.units))):
        tags = line.units[right].tags
        if "position" in tags:
            pronoun = line.units[right + 1].entry("bound") if right + 1 < len(line.units) else None
            if pronoun is not None and pronoun.value in {"in", "at"}:
                yield Places(right + 1, right + 1, case=pronoun.value, anaphor="pronoun")  # "تسلم مواقعه فيها"
                return
            first = next((p for p in line.phrases if p.first > right and isinstance(p, Places)), None)
            near = first is not None and first.first - right <= _TO_WHERE and first.case in {"in", "at"}
            if first is not None and near:
                yield from _lying_there(line, right, first)
            return
        if isinstance(line.phrase(right), Places) or not tags.isdisjoint(BREAKS | {"trigger", "report"}):
            return


def _lying_there(line: Line, noun: int, first: Places) -> Iterator[Places]:
    """Where positions lie: towns, of which only a part is told where not all positions are («من مواقع جديدة بكركوك»)."""
    lying = list(coordinated(line, first, verb_first=True))
    unit, whose = line.units[noun], line.phrase(noun + 1)
    some = not (unit.reading.article or unit.word.startswith(_ARTICLE) or unit.word.endswith(_THEIRS) or isinstance(whose, Party))
    regions = [bool(place.names) and all(name.kind in REGIONS for name in place.names) for place in lying]
    if some and not any(regions):
        yield from (place.in_part() for place in lying)
    elif not (some or regions[0]):  # nor «المواقع الاستراتيجية بإقليم تيغراي»
        yield from lying


def fronted_place(line: Line, frame: Frame) -> Iterator[Places]:
    """The place with which a sentence begins that goes on without one ("وفي مأرب لا تزال الحكومة صاحبة اليد العليا")."""
    first = line.phrases[0] if line.phrases else None
    if "in" not in frame.trigger.place or not isinstance(first, Places) or first.case != "in" or first.first > 1:
        return
    between = range(first.last + 1, frame.pivot)
    if not any(isinstance(line.phrase(n), Places) or not line.units[n].tags.isdisjoint(BREAKS | {"report"}) for n in between):
        yield first


def left_behind(line: Line, frame: Frame) -> Iterator[Places]:
    """The places just told, of whom an adjunct says only who left ("سيطر على كانول بعد انسحاب القوات")."""
    whom = line.phrase(frame.at + 1)
    told = frame.voice == "noun" and "object" not in frame.trigger.loser and "after" in line.units[frame.at - 1].tags
    if not told or not isinstance(whom, Party):
        return
    while isinstance(also := line.phrase(whom.last + 1), Party) and also.case == "list":
        whom = also
    after = line.units[whom.last + 1] if whom.last + 1 < len(line.units) else None
    before = [p for p in line.phrases if isinstance(p, Places) and p.last < frame.at - 1 and p.names and p.case in _TOLD]
    if before and (after is None or parted(after.gap) or "relative" in after.tags):
        verbs = [n for n in range(before[-1].first) if "trigger" in line.units[n].tags and line.finite(n)]
        yield from before[-1:] if verbs else ()


def beyond_site(line: Line, at: int, cases: Collection[str]) -> Places | None:
    """The place that a list goes on with behind a building ("على القصر الجمهوري ومطار الخرطوم", "على مقر الشرطة وعلى حي …")."""
    label = line.units[at].entry("preposition")
    if label is None or label.value not in cases or at + 1 == len(line.units):
        return None
    if not (line.units[at + 1].word.startswith(_ARTICLE) or line.units[at + 1].tags & _SITES):
        return None
    for right in range(at + 1, min(at + _SITES_LISTED, len(line.units))):
        unit, phrase = line.units[right], line.phrase(right)
        again = unit.reading.conjunction and (entry := unit.entry("preposition")) is not None and entry.value == label.value
        if isinstance(phrase, Places) and phrase.case == "of":
            continue  # "على مبنى محافظة كركوك ومطارها"
        if isinstance(phrase, Places):
            joined = phrase.case == "list" or line.units[right - 1].reading.conjunction
            return phrase if phrase.first == right and joined and line.heads(phrase) else None
        site = unit.tags <= _OF_SITES or (unit.tags <= _OF_SITES | {"other_sense", "voice"} and _ARTICLE in unit.word[:3])
        if unit.gap or not (again or isinstance(phrase, Party) or site):
            return None
    return None


def last_taken(line: Line, at: int) -> Iterator[Places]:
    """The place in which the last buildings or posts lie that a verb-first language tells to be taken («آخر مبان … في حي»)."""
    noun = next((n for n in range(at + 1, min(at + _TO_POSITIONS, len(line.units))) if "sole" in line.units[n].cues), None)
    thing = line.units[noun + 1] if noun is not None and noun + 1 < len(line.units) else None
    if noun is None or thing is None or thing.tags.isdisjoint(("common", "position")) or line.phrase(noun + 1) is not None:
        return
    for right in range(noun + 2, len(line.units)):
        if parted(line.units[right].gap):
            return
        place = line.phrase(right)
        if isinstance(place, Places):
            named = line.heads(place) or settled(place) or "part_name" in line.units[place.last].tags
            yield from (place,) if place.case == "in" and named else ()
            return


def parts_there(line: Line, frame: Frame) -> Places | None:
    """The town of which somebody has parts without a name ("In Raqqa the SDF took two districts", "Mosul, where …"), or None."""
    parts = frame.places[0] if len(frame.places) == 1 else None
    if parts is None or parts.names or parts.anaphor != "many" or members(line, parts):
        return None
    heads = (unit.entry("head") for unit in line.units[parts.first : parts.last + 1])
    if not any(head is not None and head.value in _PARTS for head in heads):
        return None
    town = next(chain(led_in(line, frame.at), where(line, frame.at)), None)
    if town is None and _keeps_quarters(line, frame, parts):
        return Places(parts.first, parts.last, parts.case, anaphor="settlement", definite=True, extent=Extent.PART)
    if town is None or not settled(town):
        return None
    return town.in_part()


def _keeps_quarters(line: Line, frame: Frame, parts: Places) -> bool:
    """Whether quarters without a name are still held, which are those of the town spoken of ("still control two quarters")."""
    heads = [head for unit in line.units[parts.first : parts.last + 1] if (head := unit.entry("head")) is not None]
    still = any("still" in unit.tags for unit in line.before(frame.pivot, _TO_STILL))
    behind = line.units[parts.last + 1 : parts.last + 2]
    placed = any("preposition" in unit.tags and not unit.gap for unit in behind)
    return still and not placed and not line.verb_first and all(head.value == "quarter" for head in heads)


def holdings(line: Line, at: int) -> Iterator[Places]:
    """The place of what a side had there, of which a verb tells ("lost its last territory at Baghuz")."""
    for right in range(at + 1, min(at + 1 + _TO_POSITIONS, len(line.units))):
        unit = line.units[right]
        if unit.gap or isinstance(line.phrase(right), Places):
            return
        if "holding" in unit.cues | unit.tail_cues:
            between = line.units[at + 1 : right + 1]
            owned = any("possessive" in unit.tags or "sole" in unit.cues | unit.tail_cues for unit in between)
            first = next((p for p in line.phrases if p.first > right and isinstance(p, Places)), None)
            if owned and first is not None and first.first - right <= 2 and first.case in {"in", "at"}:  # noqa: PLR2004 - a preposition between
                yield from coordinated(line, first, verb_first=False)
            return
