"""Places that are told otherwise than as what a verb governs: those that saw fighting, and those where positions lie."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import chain

from whoheld.extract.bind.announced import members
from whoheld.extract.bind.gaps import where
from whoheld.extract.bind.lists import coordinated
from whoheld.extract.bind.qualified import told_of, undivided
from whoheld.extract.bind.spoken import led_in
from whoheld.extract.bind.strange import strange_antecedent
from whoheld.extract.phrases.phrase import CONTAINER, Party, Places, labelled, parted
from whoheld.extract.sentence.frame import BREAKS, Frame
from whoheld.extract.sentence.genders import pronoun_gender
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit
from whoheld.model import Extent

_TOLD = frozenset({"on", "", "list"})
"""Cases of a place that a main clause tells of."""
_NEAR = 4
"""Units from a noun of fighting to what says that it goes on."""
_PAST_CONTAINER = 2
"""Units from a container to the place that it contains: what it is stands between ("عاصمة")."""
_BEFORE_VERB = frozenset({"had", "still", "adverb", "now", "function", "quantity"})
"""Classes of words between a noun and the verb of a clause about it."""
_WHEN = frozenset({"now", "adverb", "day", "weekday", "reference"})
"""Classes of words between a verb and what it says is seen."""
_BEHIND_VERB = _WHEN | {"preposition", "after", "before", "when", "month", "time", "unit", "dual"}
"""Classes of words behind a verb and its pronoun that are no subject."""
_ARTICLE, _STOOD = "ال", ("ه", "ين", "ون")
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
_TO_POSITIONS = 6
"""Words from a verb to the noun of the positions that it says are lost."""


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
            if first is not None and first.first - right <= 2 and first.case in {"in", "at"}:  # noqa: PLR2004 - a preposition between
                yield from coordinated(line, first, verb_first=True)
            return
        if isinstance(line.phrase(right), Places) or not tags.isdisjoint(BREAKS | {"trigger", "report"}):
            return


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


def relative(line: Line, frame: Frame, article: str) -> list[Places]:
    """What a pronoun that takes up a relative or a fronted topic means ("المدن التي سيطر عليها", "أما عدن فدخلها")."""
    if "topic" in line.units[0].cues and line.units[frame.at].reading.conjunction:
        topic = line.phrase(1)
        return [topic] if isinstance(topic, Places) else []
    if (noun := _indefinite(line, frame.at)) >= 0:
        return _of_which(line, noun)
    if _of_men(line, frame.at) or _of_every(line, frame.at) or _of_posts(line, frame.at):
        return []
    for left in line.leftward(frame.at):
        if "relative" in line.units[left].tags:
            return _taken_up(line, left, frame, article)
        if "trigger" in line.units[left].tags or not line.units[left].tags.isdisjoint(BREAKS):
            break
    return frame.places


def _taken_up(line: Line, relative: int, frame: Frame, article: str) -> list[Places]:
    """What a pronoun in a relative clause means: what the relative takes up, unless that is a party."""
    before = relative - 1
    while before >= 0 and line.phrase(before) is None and _qualifies(line.units[before], article):
        before -= 1
    antecedent = line.phrase(before)
    inner = line.phrase(antecedent.first - _PAST_CONTAINER) if antecedent is not None else None
    if parted(line.units[relative].gap) and antecedent is not None and antecedent.case == CONTAINER and isinstance(inner, Places):
        antecedent = inner  # "دوما، كبرى بلدات الغوطة، التي"
    if isinstance(antecedent, Party):
        return frame.places if _of_other(line, relative, antecedent, frame) else []
    if not isinstance(antecedent, Places):
        return list(filter(None, [strange_antecedent(line, relative)]))
    if "road" in line.units[antecedent.first - 1].tags:
        return []  # "طريق البوكمال الذي يمسك به"
    antecedent = undivided(line, told_of(line, antecedent, relative), relative)
    if antecedent.anaphor == "many" and (town := _parts_in(line, frame.at)):
        return [town]
    if antecedent.anaphor == "many" and "apposing" in line.units[antecedent.first - 1].tags:
        return _of_which(line, antecedent.first) or [antecedent]  # "الفلوجة أولى المدن التي"
    whole = any("whole" in unit.tags for unit in line.units[max(0, antecedent.first - 1) : antecedent.first + 1])
    unnamed = whole and antecedent.anaphor == "many" and not parted(line.units[relative].gap)
    return [replace(antecedent, definite=False) if unnamed else _last_named(line, antecedent)]  # "كل المناطق التي"


def _parts_in(line: Line, at: int) -> Places | None:
    """The place of whose parts a relative clause tells that it lies in («المناطق التي تسيطر عليها المعارضة في مدينة حلب»)."""
    for right in line.rightward(at):
        phrase = line.phrase(right)
        if isinstance(phrase, Places):
            town = phrase.case in {"in", "at"} and not phrase.modifier and phrase.anaphor in {"", "settlement"}
            around = any(name.extent is Extent.AREA for name in phrase.names)
            names = [name if around else replace(name, extent=Extent.PART) for name in phrase.names]
            return replace(phrase, names=names, extent=Extent.AREA if around else Extent.PART) if town else None
        if line.told(right) or "relative" in line.units[right].tags:
            break
    return None


def _of_other(line: Line, relative: int, party: Party, frame: Frame) -> bool:
    """Whether a pronoun in a clause about a party means no thing of theirs («في قبضة الحوثيين الذين سيطروا عليها»)."""
    before = line.units[party.first - 1].tags if party.first and not line.units[party.first].gap else frozenset[str]()
    cues = line.units[relative].cues
    taken_up = "f" if "feminine_relative" in cues else "m" if "masculine_relative" in cues else ""
    said = {pronoun_gender(line.units[phrase.first]) for phrase in frame.places if phrase.anaphor == "pronoun"}
    apart = taken_up not in said or (frame.entry.gender == taken_up and _without_subject(line, frame))
    return before.isdisjoint(("head", "seat", "position")) and apart


def _without_subject(line: Line, frame: Frame) -> bool:
    """Whether no subject stands with an active verb and its pronoun, so that a relative before it is its subject.

    So in «من قوات الدعم السريع التي استولت عليها في حزيران», not in «قوات الدعم السريع التي استولى عليها الجيش».
    """
    last = max((frame.at, *(phrase.last for phrase in frame.places)))
    after = line.units[last + 1] if last + 1 < len(line.units) else None
    alone = frame.voice == "active" and last <= frame.at + 1
    if not alone or after is None or parted(after.gap):
        return alone
    return line.phrase(last + 1) is None and bool(after.tags & _BEHIND_VERB) and not labelled(after, "by")


def _of_every(line: Line, at: int) -> bool:
    """Whether a verb is told of every one of some things («كل شبر خرج منه»), which are no place that the text has named."""
    thing = line.units[at - 1] if at > 1 and not line.units[at].gap else None
    return thing is not None and "head" not in thing.tags and line.phrase(at - 1) is None and "whole" in line.units[at - 2].tags


def _of_men(line: Line, at: int) -> bool:
    """Whether a verb only says more of men just named without an article («تحالف جماعات انفصالية يهيمن عليها الطوارق»)."""
    before = at - 1
    while before > 0 and line.phrase(before) is None and not line.units[before].tags and not line.units[before + 1].gap:
        before -= 1
    men = line.phrase(before)
    if not isinstance(men, Party) or men.meanings or men.case in {"", "comma"} or line.units[before + 1].gap:
        return False
    return not line.units[men.first].word.startswith(_ARTICLE)


def _indefinite(line: Line, at: int) -> int:
    """The indefinite noun for a place that a clause right behind it is about ("أحدث بلدة تسيطر عليها الحركة"), or -1."""
    noun = at - 1
    while noun > 0 and line.phrase(noun) is None and line.units[noun].tags & _BEFORE_VERB and not line.units[noun + 1].gap:
        noun -= 1
    head = line.units[noun].entry("head") if noun >= 0 else None
    told = isinstance(named := line.phrase(noun), Places) and bool(named.names)
    indefinite = head is not None and not (told or head.pronoun or line.units[noun].reading.article or line.units[noun + 1].gap)
    return noun if indefinite else -1


def _of_posts(line: Line, at: int) -> bool:
    """Whether a clause is about the indefinite posts right before it, which bear no name («مواقع متفرقة تسيطر عليها …»)."""
    noun = at - 1
    while noun > 0 and _describes(line.units[noun]) and line.phrase(noun) is None and not line.units[noun + 1].gap:
        noun -= 1
    unit = line.units[noun]
    beside = noun >= 0 and not line.units[noun + 1].gap and line.phrase(noun) is None and not line.units[at].reading.conjunction
    return beside and not unit.reading.article and not unit.tags.isdisjoint(("position", "common"))


def _describes(unit: Unit) -> bool:
    """Whether a word may be an indefinite adjective of a plural («متفرقة»)."""
    return not unit.tags - {"function"} and not unit.word.startswith(_ARTICLE) and unit.word.endswith(_STOOD[0])


def _of_which(line: Line, noun: int) -> list[Places]:
    """The place of which a noun says what it is ("كيدال، آخر مدينة تسيطر عليها الحركة"), or none."""
    opens = noun
    while opens > 0 and not line.units[opens].gap and line.units[opens - 1].tags & {"apposing", "function"}:
        opens -= 1
    named = line.phrase(opens - 1)
    return [named] if isinstance(named, Places) and named.names else []


def _qualifies(unit: Unit, article: str) -> bool:
    """Whether a word may stand between a place and a relative clause about it ("… الساحلية التي", "… آخر ما")."""
    return unit.word.startswith(article) or "apposing" in unit.tags


def _last_named(line: Line, places: Places) -> Places:
    """Of towns that no plural announces, the one that a relative clause is about ("نيالا، ثم الضعين التي خرجت منها …")."""
    return places if line.heads(places) or places.anaphor else replace(places, names=places.names[-1:])


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
    if town is None or not settled(town):
        return None
    return town.in_part()


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
