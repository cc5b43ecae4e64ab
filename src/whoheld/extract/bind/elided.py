"""Places that a pronoun or the verb alone names, and to whom they go before they are named, where the verb stands first."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from whoheld.extract.bind.governed import WHOSE
from whoheld.extract.phrases.phrase import ELIDED, Party, Places, labelled, parted, verbal
from whoheld.extract.sentence.frame import Frame, as_places
from whoheld.extract.sentence.genders import pronoun_gender
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.topics import set_against

_CHANGES = frozenset({"become", "still", "light"})
"""Classes of verbs that may stand between a pronoun and what is said of its place."""
_WITHIN = frozenset({"preposition", "adverb", "now", "time", "day", "weekday", "month", "number", "had", "direction"})
_GOING = frozenset({"whose", "to"})
"""Slots of an actor to whom a place goes."""
_PEOPLE = frozenset({"common", "title", "bystander", "official"})
"""Classes of nouns for people and things that are no place."""
_TO_LYING = 2
"""Words from a state to the participle that says of a place that it lies so."""
_ACCUSATIVE = ("ا", "ه", "ين", "ات")
"""Endings of an indefinite noun behind «إن», as words are folded."""
_UNNAMED = frozenset({"common", "head", "position"})
"""Classes of nouns for a thing without a name."""
_TWO = "هما"
"""The ending of a pronoun that speaks of two."""


def given(line: Line, frame: Frame, at: int) -> bool:
    """Whether a unit says to whom a frame lets its place go or belong ("دانت لهم", "بقيت للجيش")."""
    wanted = {*frame.trigger.actor} | (WHOSE if "whose" in frame.trigger.actor else set())
    phrase, bound = line.phrase(at), line.units[at].entry("bound")
    to_control = isinstance(phrase, Party) and phrase.case == "owner" and _control_of(line, at - 1, wanted)
    return (isinstance(phrase, Party) and phrase.case in wanted) or to_control or (bound is not None and bound.value in wanted)


def _control_of(line: Line, at: int, cases: Collection[str]) -> bool:
    """Whether a unit is a noun of control in one of some cases («تخضع لسيطرة الحوثيين صنعاء وذمار»)."""
    unit = line.units[at]
    return unit.reading.preposition in cases and any("hold" in entry.traits for entry in unit.entries)


def names_whose(line: Line, at: int) -> bool:
    """Whether a unit belongs to what stands between a verb and its place: whose it becomes, and since when."""
    unit = line.units[at]
    open_word = unit.tags <= {"common"} and not verbal(unit.word)
    phrase = line.phrase(at)
    lies = isinstance(phrase, Places) and phrase.case == "in"  # "بقي للتنظيم في الأنبار راوة والقائم"
    control = unit.reading.preposition == "to" and any("hold" in entry.traits for entry in unit.entries)
    passed = isinstance(phrase, Party) or lies or open_word or control
    return passed or bool(unit.tags & (_WITHIN | {"bound"})) or line.times(at)


def elided(line: Line, frame: Frame) -> Iterator[Places]:
    """The place that only a pronoun or the verb names ("إنها باتت في قبضته", "ثم صارت لهم", "سُلمت للجيش")."""
    if frame.voice == "state" or (frame.voice == "noun" and "whose" in frame.trigger.actor):
        yield from list(_before_state(line, frame.at)) or _copular(line, frame.at)
    elif frame.voice == "active" and frame.at and "pronoun" in line.units[frame.at - 1].tags:
        yield Places(frame.at - 1, frame.at - 1, case=ELIDED, anaphor="pronoun")  # "قال إنها تحررت"
    elif frame.voice == "passive" or not _GOING.isdisjoint(frame.trigger.actor):
        yield from _in_verb(line, frame)


def of_other_noun(line: Line, frame: Frame) -> bool:
    """Whether a noun that is no place is the subject right behind a verb («عاد إليها المحافظ», «صارت لها أهمية»)."""
    at = frame.at + 1
    if frame.voice in {"noun", "active"} and "whose" in frame.trigger.actor:
        return _has_thing(line, at)
    if frame.voice != "active" or frame.pivot != frame.at or _GOING.isdisjoint(frame.trigger.actor):
        return False
    at += at < len(line.units) and "bound" in line.units[at].tags and not line.units[at].gap
    unit = line.units[at] if at < len(line.units) else None
    if unit is None or unit.gap or line.phrase(at) is not None or line.adjunct(at):
        return False
    return (unit.reading.article or unit.word.startswith("ال")) and unit.tags <= _PEOPLE


def _has_thing(line: Line, at: int) -> bool:
    """Whether a pronoun at a unit tells only who has what an indefinite noun behind it calls («له علاقات»)."""
    bound = line.units[at].entry("bound") if at + 1 < len(line.units) else None
    if bound is None or bound.value != "to" or line.units[at].gap:
        return False
    thing = line.units[at + 1]
    return not thing.gap and thing.tags <= {"common", "plan"} and line.phrase(at + 1) is None and thing.word.isalpha()


def of_followed(line: Line, frame: Frame, at: int) -> bool:
    """Whether a pronoun right behind a verb of following is the place that another follows («ولحقت بها تكريت»)."""
    return frame.trigger.repeats and at == frame.at + 1 and "bound" in line.units[at].tags


def by_pronoun(line: Line, frame: Frame) -> bool:
    """Whether a pronoun before an Arabic verb that agrees with it is its subject («إنها باتت المعقل الأخير», no «أنه سقطت»)."""
    return frame.voice == "active" and pronoun_before(line, frame.at)


def pronoun_before(line: Line, verb: int) -> bool:
    """Whether a pronoun right before a verb agrees with it («قال قائد عمليات صلاح الدين إنها باتت بيد …»)."""
    pronoun = line.units[verb - 1].entry("pronoun") if verb and not line.units[verb].gap else None
    return pronoun is not None and pronoun.value == pronoun_gender(line.units[verb])


def in_region(line: Line, at: int) -> bool:
    """Whether a preposition only says in what region the places right behind lie («بقي للتنظيم في الأنبار راوة والقائم»)."""
    region = line.phrase(at + 1) if labelled(line.units[at], "in") else None
    there = line.phrase(region.last + 1) if isinstance(region, Places) else None
    return isinstance(there, Places) and there.case == "" and bool(there.names)


def in_parts(line: Line, at: int) -> bool:
    """Whether a unit belongs to a word for a part of the country in which a place lies («تخضع لهم في الشمال غاو»)."""
    parts = line.units[at + labelled(line.units[at], "in")] if at + 1 < len(line.units) else line.units[at]
    return (labelled(parts, "direction") and parts.reading.article) or in_region(line, at)


def lying_in(line: Line, at: int) -> Places | None:
    """The place of which a participle says in whose hands it lies («إلى عفرين الواقعة في يد الأكراد»), or None."""
    for left in range(at - 1, max(-1, at - 1 - _TO_LYING), -1):
        unit, place = line.units[left], line.phrase(left - 1)
        if "lying" in unit.tags:
            return place if isinstance(place, Places) and not unit.gap else None
        if unit.tags.isdisjoint(_WITHIN):
            break
    return None


def side_of(line: Line, frame: Frame) -> Places | None:
    """The part of a town that begins a clause as its subject («شرق حلب بيد المعارضة»), or None."""
    last = frame.pivot - 1 - ("preposition" in line.units[frame.pivot - 1].tags and frame.pivot == frame.at)
    place = line.phrase(last)
    if not isinstance(place, Places) or place.case != "direction" or not place.names or place.modifier or place.last != last:
        return None
    if line.units[last + 1].gap or line.units[last + 1].reading.conjunction:
        return None  # "القريتين، جنوب شرقي حمص، وبسطت سيطرتها على أحيائها"
    side = place.first - 1
    opens = side == line.begins or parted(line.units[side].gap) or bool(line.units[side - 1].tags & {"conjunction", "to"})
    opens = opens or line.units[side].reading.conjunction
    return replace(place, case="").in_part() if opens else None


def called_last(line: Line, frame: Frame) -> Iterator[Places]:
    """The place that a copula names behind a clause that tells of it («آخر بلدة يسيطر عليها التنظيم في سرت هي الجيزة»)."""
    if line.units[frame.at].gap or not (_counted(line, frame) or _told_of_one(line, frame)):
        return
    behind = range(frame.at + 1, len(line.units) - 1)
    pointed = frame.voice == "state" or frame.entry.pronoun or any("bound" in line.units[at].tags for at in behind)
    copula = next((at for at in behind if "copula" in line.units[at].tags or parted(line.units[at].gap)), 0)
    place = line.phrase(copula + 1) if copula and "copula" in line.units[copula].tags else None
    if pointed and isinstance(place, Places) and place.first == copula + 1 and place.names and not place.modifier:
        yield place


def among_what(line: Line, frame: Frame) -> Places | None:
    """The first place that is told to be among what somebody took («ومن بين ما استعاده الجيش أمس بلدة تادف»), or None."""
    what = frame.at - 1
    while what > line.begins and line.units[what].tags & {"had", "adverb"}:
        what -= 1
    fused = "consequence" in line.units[what].cues and not line.units[what].gap  # «مما», and no «، مما أدى إلى»
    parted_off = "free_relative" in line.units[what].cues and "partitive" in line.units[what - 1].cues
    if frame.voice != "active" or what < line.begins or not (fused or parted_off):
        return None
    pointed = bool(frame.entry.pronoun)
    for at in line.rightward(frame.at):
        place, pointed = line.phrase(at), pointed or "bound" in line.units[at].tags
        if line.told(at):
            return None
        if isinstance(place, Places) and place.case == "" and place.names:
            return place if pointed and not place.modifier else None
    return None


def _counted(line: Line, frame: Frame) -> bool:
    """Whether a verb stands right behind a noun that a rank counts («آخر بلدة يسيطر عليها»)."""
    head = frame.at - 1
    ranked = head > 0 and not line.units[head - 1].tags.isdisjoint(("apposing", "function"))
    return ranked and "head" in line.units[head].tags and frame.voice == "active" and line.phrase(head) is None


def _told_of_one(line: Line, frame: Frame) -> bool:
    """Whether a relative clause tells of a noun with which its sentence begins («المدينة الوحيدة التي بقيت بيد …»)."""
    relative = next((left for left in line.leftward(frame.at) if "relative" in line.units[left].tags), 0)
    noun = relative - 1
    while noun > line.begins and not line.units[noun].tags and line.phrase(noun) is None and not line.units[noun].gap:
        noun -= 1
    about = line.phrase(noun) if relative and frame.voice in {"active", "state"} else None
    unnamed = isinstance(about, Places) and about.anaphor not in {"", "many", "pronoun"} and not about.names
    return unnamed and isinstance(about, Places) and (about.first == line.begins or "to" in line.units[about.first - 1].tags)


def past_relative(line: Line, verb: int, frame: Frame) -> Places | None:
    """The place that opens a sentence, past a clause that only describes it («بلدة الخيام التي احتلتها إسرائيل عادت إلى …»)."""
    place = line.phrase(verb - 2) if verb > 1 and "relative" in line.units[verb - 1].tags else None
    joined = line.units[frame.pivot].reading.conjunction or line.units[verb - 1].reading.conjunction
    if joined or not isinstance(place, Places) or place.case not in {"", "of"} or not place.names or place.modifier:
        return None
    opens = place.first == line.begins or "to" in line.units[place.first - 1].tags
    return place if opens and place.last == verb - 2 and frame.voice == "active" else None


def postponed(line: Line, frame: Frame) -> Places | None:
    """The subject behind whose it is, and since when ("لا تزال بيد التنظيم بلدتا هجين", «سقطت بيدها أمس قندوز»), or None."""
    whose = line.phrase(frame.at + 1)
    after = whose.last + 1 if isinstance(whose, Party) and not line.units[whose.first].gap else frame.at + 1
    if after == frame.at + 1 and not frame.entry.pronoun:
        return None
    after = _past_time(line, after)
    subject = as_places(line.phrase(after))
    bare = isinstance(subject, Places) and subject.first == after and subject.case in {"", "of"} and not subject.modifier
    return subject if isinstance(subject, Places) and bare and not line.units[after].gap else None


def _past_time(line: Line, at: int) -> int:
    """Where a clause goes on behind a time that opens at a unit («أمس», «في أكتوبر», «منذ السبت», «حتى اليوم»)."""
    while at < len(line.units) and not line.units[at].gap and line.phrase(at) is None:
        if not (at in line.adjuncts.dates or "adverb" in line.units[at].tags or line.times(at)):
            break
        at += 1
    return at


def _before_state(line: Line, at: int) -> Iterator[Places]:
    verb = -1
    for left in line.leftward(at):
        tags = line.units[left].tags
        if "pronoun" in tags:
            yield Places(left, left, case=ELIDED, anaphor="pronoun")
            return
        verb = left if tags & _CHANGES else verb
        if "relative" in tags:
            return  # what nothing knows it takes up is not the town spoken of
        if not tags & (_CHANGES | _WITHIN):
            if verb >= 0 and _led(line, left):
                return  # «وإن معسكرا قربها صار في يدها»
            break
    if verb >= 0:
        yield Places(verb, verb, case=ELIDED, anaphor="pronoun")


def _led(line: Line, noun: int) -> bool:
    """Whether an indefinite noun that nobody knows stands right behind «إن», whose subject it is («أن حاجزا قربها بات»)."""
    noun -= "bound" in line.units[noun].tags
    unit = line.units[noun]
    if noun <= line.begins or unit.gap or line.phrase(noun) is not None or unit.tags - _UNNAMED:
        return False
    return bool(line.units[noun - 1].tags & {"to", "conditional"}) and unit.word.endswith(_ACCUSATIVE)


def _copular(line: Line, at: int) -> Iterator[Places]:
    """The place of which a pronoun begins to say what it is ("…، وهي آخر مدينة كبيرة في قبضة …")."""
    for left in line.leftward(at):
        phrase, unit = line.phrase(left), line.units[left]
        if "copula" in unit.tags:
            dual = unit.word.endswith(_TWO)
            yield Places(left, left, case=ELIDED, anaphor="many" if dual else "pronoun")
            return
        if line.finite(left) or unit.gap or isinstance(phrase, Party) or (isinstance(phrase, Places) and phrase.names):
            return


def _in_verb(line: Line, frame: Frame) -> Iterator[Places]:
    """What a verb leaves out that says right after it whose the place becomes, and nothing more."""
    at, several = frame.at + 1, False
    if at < len(line.units) and "totality" in line.units[at].cues and not line.units[at].gap:
        at, several = at + 1, True
    if at >= len(line.units) or line.units[at].gap or not given(line, frame, at) or _of_noun_before(line, frame.at):
        return
    phrase = line.phrase(at)
    if isinstance(phrase, Party) and phrase.town is not None:
        return  # "عاد إلى دمشق" is said of people
    after = line.units[(phrase.last if phrase is not None else at) + 1 :][:1]
    if all(unit.gap or unit.tags for unit in after):
        yield Places(frame.at, frame.at, case=ELIDED, anaphor="many" if several else "pronoun")


def _of_noun_before(line: Line, verb: int) -> bool:
    """Whether a clause only describes a thing before its verb: an indefinite noun, or what a relative takes up.

    So in «جثتين تعود للقوات الحكومية» and «مقر إدارة المشروع التي كانت تخضع للتنظيم».
    """
    opens = verb - 1 - (verb > line.begins and "had" in line.units[verb - 1].tags)
    if opens >= line.begins and "relative" in line.units[opens].tags and not line.units[opens].reading.conjunction:
        return True
    noun = line.units[verb - 1] if verb > line.begins else None
    if noun is None or line.units[verb].gap or line.units[verb].reading.conjunction or line.phrase(verb - 1) is not None:
        return False
    thing = noun.tags <= {"common"} and noun.word.isalpha() and not noun.reading.article
    return thing and not noun.word.startswith(("ال", "وال"))


def takes_up_topic(line: Line, verb: int) -> bool:
    """Whether an Arabic verb tells of the places that «أما» sets before it («أما مدريد وبرشلونة فبقيتا مع الجمهوريين»)."""
    opens = set_against(line, verb)
    topic = line.phrase(opens + 1) if opens >= 0 else None
    return isinstance(topic, Places) and topic.last < verb
