"""The marks before a trigger: what it is negated by, aimed at, or told under."""

from itertools import takewhile

from whoheld.extract.bind.elided import lying_in
from whoheld.extract.bind.of_another import ends_else
from whoheld.extract.bind.shared_subject import in_series
from whoheld.extract.marks.aims import completes_to, for_a_purpose, imperfect, not_yet, still_before, to_come
from whoheld.extract.marks.conditions import supposes
from whoheld.extract.marks.indirect import may_be, said_before, yet_to_say
from whoheld.extract.marks.infinitives import begins_other, campaign_acts, done, first_of_two, only_noun, purposed, took_time
from whoheld.extract.marks.marks import REFUSING, Marks
from whoheld.extract.marks.own_clause import amid, begins_own
from whoheld.extract.phrases.phrase import COMMAS, Party, Places, labelled, parted
from whoheld.extract.sentence.frame import Frame, adjoins
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit
from whoheld.model import Relation

_PARTICLES = frozenset({"adverb", "function"})
"""A word like "back" gives a verb before it another sense, and a noun of control after it none."""
_NEAR = 4
_TO_NEGATION = 2
"""Words from a verb to its negation."""
_FAR = 3
"""So many words of its own content part a word like "plan" from a trigger that it does not govern."""
_WANTED = frozenset({"plan", "attempt", "modal"})
"""Classes of words that want something done in time."""
_DAYS = frozenset({"weekday", "day"})
"""Classes of words for a day; by a month or a year ("By June they had taken most of") a text rather recalls."""
_AUXILIARY = frozenset({"negation", "modal", "be", "have", "had", "to"})
_OPENING = frozenset({"after", "before", "when", "relative", "contrast", "report", "source"})
"""Classes of words that open a clause."""


def mark_before(line: Line, frame: Frame, marks: Marks, *, verb_first: bool) -> bool:
    """Notes the marks before a trigger, nearest first; returns whether it only names a purpose."""
    first = frame.at if verb_first else first_of_two(line, frame.at)
    second = first < frame.at and not done(line, first - 1)
    purpose, previous, content = second or for_a_purpose(line, frame), first, 0
    complement = verb_first and frame.voice == "noun" and (_governed(line, frame.at) or _second(line, frame.at))
    gain = frame.trigger.relation is Relation.GAINED
    means = frame.entry.tense == "ing" and first > 0 and labelled(line.units[first - 1], "by")  # "began the campaign by taking"
    own = () if _attributes(line, frame) else line.leftward(first)
    for at in takewhile(lambda left: not _says_on(line, left, frame), own):
        unit, phrase = line.units[at], line.phrase(at)
        crossed = at == previous - 1 and not COMMAS.isdisjoint(line.units[previous].gap) and _parts(line, previous, frame)
        passed = at < previous - 1 and not line.adjunct(previous - 1)
        skipped = passed and previous <= frame.pivot and not (frame.trigger.exceptive or complement)
        if (crossed or skipped) and not (frame.trigger.exceptive or _interrupted(line, at, previous, frame)):
            marks.refuse("hypothesis" if _conditional(line, frame) else "", line.units[line.begins])
            if crossed:
                _cross(line, at, marks, verb_first=verb_first)
            break  # what stands before a comma or an aside is another clause, unless the verb that carries a noun is there
        previous = at
        if "durative" in unit.cues and took_time(line, at, frame.pivot):
            marks.ensued, marks.relation = True, marks.relation and Relation.GAINED
            return False  # "احتاج الجيش إلى ساعات كي يسيطر على"
        if supposes(line, at, frame):
            marks.refuse("hypothesis", unit)
        marks.refuse("modal" if may_be(line, at) or (frame.voice == "noun" and to_come(line, at)) else "", unit)
        governs = not (unit.possessive or (verb_first and unit.reading.article))  # «أعلنت قيادة العمليات تحرير»
        wanted = "operation" in unit.tags and at == frame.at - 1 and governs and not line.finite(frame.at)
        marks.background = marks.background or ("memory" in unit.cues and frame.voice == "noun")
        if wanted or (gain and complement and "ordering" in unit.cues):  # men leave when they are told to
            marks.refuse("plan", unit)
        if frame.trigger.exceptive:
            _negate(
                unit,
                marks,
                far=verb_first and frame.voice == "active" and (first - at > _TO_NEGATION or "future_negation" in unit.cues),
            )
            continue
        if _opens_clause(line, at, frame, verb_first=verb_first):
            _subordinate(line, at, marks, frame)
            break
        carried = at == frame.pivot or (frame.pivot < at < frame.at and not verb_first)  # "will return to state authority"
        foreign = isinstance(phrase, Places) and not carried and phrase not in frame.places
        content += _FAR if foreign and not complement else not unit.tags and phrase is None
        achieved = "achieve" in unit.tags and (not verb_first or (first - at <= _NEAR and not completes_to(line, at)))
        achieved = achieved and not begins_other(line, at)
        purpose = (purpose and not achieved) or purposed(line, at, frame)
        governs = (content < _FAR or (complement and line.told(at))) and not (means and only_noun(unit))
        passed_over = line.particle(at) or _names(line, at) or _risk_aside(line, at, frame.pivot) or _counted(line, at)
        if passed_over or ("plan" in unit.tags and campaign_acts(line, at, frame)):
            continue
        noun = frame.voice in {"noun", "state"} and not (_helps(line, at) or (verb_first and ends_else(line, at, frame.at)))
        perhaps = "hedge" in unit.tags and (frame.trigger.relation is Relation.HOLDS or _has_been(frame, verb_first=verb_first))
        _mark(unit, marks, near=first - at <= _NEAR, noun=noun, governs=governs and not perhaps)
        marks.background = marks.background or ("had" in unit.tags and (verb_first or not _by_then(line, at)))
    return purpose


def _parts(line: Line, behind: int, frame: Frame) -> bool:
    """Whether the comma before a unit parts another clause from that of a trigger, and no aside or list within it."""
    if line.phrase(behind - 1) is not line.phrase(behind) or _opens_subject(line, behind, frame):
        return True
    helped = (not line.units[n].tags.isdisjoint(("have", "had")) for n in line.leftward(behind, asides=True))
    goes_on = behind == frame.pivot and in_series(line, frame) and not any(helped)  # "before they could react, captured it"
    return _own_subject(line, behind, frame) or _thus(line, behind) or goes_on


def _names(line: Line, at: int) -> bool:
    """Whether a word stands in a name, and so marks nothing («مدينة نوى بيد», «للدعم السريع», "Israeli tanks took control")."""
    unit, phrase = line.units[at], line.phrase(at)
    if isinstance(phrase, Places):
        return line.verb_first and bool(phrase.names)
    return isinstance(phrase, Party) and ("other_sense" in unit.tags or (line.verb_first and "actor" in unit.tags))


def _counted(line: Line, at: int) -> bool:
    """Whether a word only counts how long something took, and is no hour to come («في أقل من 36 ساعة»)."""
    return at > 0 and "unit" in line.units[at].tags and (line.units[at - 1].word.isdigit() or "number" in line.units[at - 1].tags)


def _cross(line: Line, at: int, marks: Marks, *, verb_first: bool) -> None:
    """Notes what the clause that ends at a unit makes of the one behind its comma."""
    opens, phrase = at + 1, line.phrase(at)
    if not marks.refusal and _follows_from(line, opens):
        marks.refuse("modal", line.units[opens])
    if verb_first and not line.units[opens].reading.conjunction and (supposed := _opening(line, at)):
        marks.refuse("hypothesis", supposed)
    if verb_first and isinstance(phrase, Party) and yet_to_say(line, phrase.first - 1):
        marks.refuse("modal", line.units[phrase.first - 1])


def _by_then(line: Line, had: int) -> bool:
    """Whether a pluperfect tells on what had come about by a time, and recalls nothing ("and by evening had taken it")."""
    for at in line.leftward(had):
        unit, time = line.units[at], line.units[at + 1]
        clock = (entry := unit.entry("time")) is not None and entry.value == "clock"
        dated = time.word.isdigit() and "month" in line.units[at + 2].tags
        if "deadline" in unit.cues and (clock or dated or time.tags & _DAYS):
            return True
        if not unit.tags.isdisjoint(("relative", "after")):
            break
    return False


def _risk_aside(line: Line, at: int, verb: int) -> bool:
    """Whether a noun of risk stands in what a comma parts from its clause ("in danger of being surrounded, the army left")."""
    risk = "hypothesis" in line.units[at].tags and labelled(line.units[at + 1], "of")
    return risk and not line.verb_first and any("," in line.units[n].gap for n in range(at + 1, verb + 1))


def _has_been(frame: Frame, *, verb_first: bool) -> bool:
    """Whether a verb tells what perhaps has happened, and not what may («ربما سيطر», «قد يكون الجيش دخل»)."""
    return verb_first and frame.entry.tense in {"past", "passive"}


def _attributes(line: Line, frame: Frame) -> bool:
    """Whether an Arabic participle with its article only describes a place, whatever is told of that («هجين الخاضعة لداعش»)."""
    unit, before = line.units[frame.at], line.units[frame.at - 1] if frame.at else None
    definite = line.verb_first and frame.voice == "reduced" and unit.reading.article and bool(frame.places)
    behind = definite and frame.places[0].first > frame.at  # «الأجزاء الخاضعة للمعارضة في شرق حلب»
    return definite and before is not None and "negation" not in before.tags and (behind or frame.places[-1].last == frame.at - 1)


def _own_subject(line: Line, joined: int, frame: Frame) -> bool:
    """Whether a conjunction behind a comma begins a clause with a subject of its own ("is losing ground, and its men left")."""
    first = range(joined + 1, min(joined + 1 + _NEAR, frame.pivot))
    told = any(isinstance(line.phrase(n), Party) or "pronoun" in line.units[n].tags for n in first)
    return not line.verb_first and "conjunction" in line.units[joined].tags and told


def _interrupted(line: Line, at: int, resumed: int, frame: Frame) -> bool:
    """Whether an aside only parts an auxiliary from its verb ("did not, residents said, capture")."""
    verb = all("adverb" in unit.tags for unit in line.units[resumed : frame.pivot])
    return not line.verb_first and verb and not line.units[at].tags.isdisjoint(_AUXILIARY)


def _conditional(line: Line, frame: Frame) -> bool:
    """Whether a sentence begins with a condition under which alone a deed is told ("If talks fail, the army takes Goma")."""
    unsaid = frame.entry.tense in {"base", "present"} and frame.trigger.relation in {Relation.GAINED, Relation.LOST}
    return not line.verb_first and unsaid and "hypothesis" in line.units[line.begins].tags


def _opens_subject(line: Line, first: int, frame: Frame) -> bool:
    """Whether a subject stands between a comma and a finite verb or its noun ("as talks stalled, the Front took")."""
    finite = frame.entry.tense in {"past", "present", "ed", "noun", ""} or frame.voice == "state"
    return finite and "article" in line.units[first].tags and not line.verb_first


def _says_on(line: Line, at: int, frame: Frame) -> bool:
    """Whether what is reported goes on at a unit with a statement of its own («قال إنه صد الهجوم وأن البلدة لا تزال بيده»)."""
    if line.verb_first and amid(line, at, frame):
        return True
    unit = line.units[at]
    told = frame.voice in {"state", "active", "passive"} and at + 1 < frame.at
    by_himself = line.verb_first and unit.reading.conjunction and "pronoun" in unit.tags  # «قال إنه صد الهجوم وإنه يسيطر»
    by_himself = by_himself or "identity" in unit.cues  # «قال ضابط رفض ذكر اسمه إن الجيش»
    return told and (by_himself or ("further" in unit.cues and isinstance(line.phrase(at + 1), Party | Places)))


def _thus(line: Line, at: int) -> bool:
    """Whether a clause of its own opens behind a comma («…، وبذلك باتت المدينة», «…، وأن المدينة», «…، خسر الجيش»)."""
    unit = line.units[at]
    told = bool(unit.tags & {"to", "conditional"}) and not line.told(at + 1)  # "وأن يسيطر" goes on with what is planned
    adverb = unit.reading.conjunction and "adverb" in unit.tags
    return line.verb_first and (told or adverb or (unit.gap == "،" and (line.told(at) or bool(unit.tags & {"become", "still"}))))


def _negate(unit: Unit, marks: Marks, *, far: bool) -> None:
    """Notes a negation, unless it stands too far before a verb to be its own ("لم يمكثوا إلا أسبوعين، ثم خرجوا منها")."""
    marks.negated = marks.negated or (not far and "negation" in unit.tags)
    marks.no_longer = marks.no_longer or (not far and "no_longer" in unit.tags)


def _follows_from(line: Line, first: int) -> bool:
    """Whether a participle at a unit says what follows from what is only possible ("would be a prize, giving it control of")."""
    unit = line.units[first]
    if not unit.word.endswith("ing") or "report" in unit.tags or line.phrase(first) is not None:
        return False
    for at in line.leftward(first):
        tags = line.units[at].tags
        if not tags.isdisjoint(("modal", "hypothesis")):
            return True
        if not tags.isdisjoint(_OPENING) and not line.times(at):
            break
    return False


def _opening(line: Line, last: int) -> Unit | None:
    """The word that makes a condition of the clause that ends at a unit («إذا استمر القصف، سيطر الجيش»), or None."""
    first = last
    while first > line.begins and not parted(line.units[first].gap):
        first -= 1
    return line.units[first] if "hypothesis" in line.units[first].tags else None


def _helps(line: Line, at: int) -> bool:
    """Whether "have" only helps another verb ("has been cleared of")."""
    return "have" in line.units[at].tags and at + 1 < len(line.units) and "be" in line.units[at + 1].tags


def _governed(line: Line, at: int) -> bool:
    """Whether a preposition makes a noun the complement of a verb, however far before ("تعهد … باستعادة")."""
    return bool(line.units[at].reading.preposition) or (at > 0 and not line.units[at - 1].tags.isdisjoint(("preposition", "to")))


def _second(line: Line, at: int) -> bool:
    """Whether a noun is joined to another that a verb governs ("طالبت الوحدات بالرجوع وترك منبج")."""
    if not line.units[at].reading.conjunction or parted(line.units[at].gap):
        return False
    for left in line.leftward(at):
        if line.units[left].reading.preposition == "at" and line.phrase(left) is None:
            return True
        if line.told(left):
            break
    return False


def _opens_clause(line: Line, at: int, frame: Frame, *, verb_first: bool) -> bool:
    """Whether the clause of the trigger begins at or right of a unit."""
    unit = line.units[at]
    if at == frame.pivot and "light" in unit.tags and frame.voice == "noun" and not verb_first:
        return False  # "claimed full control of"
    if "adverb" in unit.tags and at and not line.units[at - 1].tags.isdisjoint(("have", "had")):
        return False
    told = "copula" in unit.tags and parted(unit.gap)  # "هي الهدف المقبل، وهي آخر مدينة في قبضة …"
    told = told or (
        "lying" in unit.tags and frame.voice == "state" and lying_in(line, frame.at) is not None
    )  # "قصفت الطائرات هجين الواقعة تحت سيطرة داعش"
    excepted = "except" in unit.tags and not verb_first  # "failed to take any town apart from their capture of Kunduz"
    absolute = labelled(unit, "with") and bool(unit.gap) and not verb_first
    ended = "ending" in unit.tags and not verb_first and at + 1 < len(line.units) and labelled(line.units[at + 1], "with")
    told = told or excepted or absolute or ended  # "The war ended (,) with the rebels in control of"
    governs = "contrast" not in unit.tags and adjoins(line, at, frame)  # "لم يعلق، لكن رجاله يسيطرون" is a clause of its own
    if told or (not unit.tags.isdisjoint(_OPENING) and not line.times(at) and not governs):
        return True
    finite = frame.entry.tense in {"past", "present", "ed", "passive"} or frame.pivot != frame.at or frame.voice == "state"
    if "trigger" in unit.tags and line.finite(at) and line.phrase(at) is None and at != frame.pivot:
        return finite or frame.entry.tense == "ing"
    if verb_first and frame.trigger.relation is Relation.CONTESTED and unit.reading.conjunction and line.told(at):
        return True  # "على وشك السقوط وتدور اشتباكات في شوارعها"
    joined = line.units[at + 1].reading.conjunction or "conjunction" in unit.tags
    carried = not verb_first and "achieve" in line.units[at + 1].tags and line.told(at + 1)
    return bool(
        (finite or carried) and joined and not line.inside(at + 1) and begins_own(line, at + 1, frame, verb_first=verb_first)
    )


def _subordinate(line: Line, at: int, marks: Marks, frame: Frame) -> None:
    """What the word that opens a clause makes of its telling; under a report the pluperfect is only a shifted past."""
    unit = line.units[at]
    tags = unit.tags
    if "plan" in tags and at + 1 == frame.at:
        marks.refuse("plan", unit)  # "suggested taking the town", and not "suggests that they have"
    if frame.voice == "noun" and at + 1 == frame.at and frame.trigger.relation is Relation.GAINED and _until(line, at):
        marks.refuse("plan", unit)
    if line.verb_first and (not_yet(line, at, frame.at) if "after" in tags else "before" in tags and still_before(line, at)):
        marks.refuse("modal", unit)
    if "admission" in tags and any("negation" in unit.tags for unit in line.before(at, _TO_NEGATION)):
        marks.refuse("denial", unit)  # "without admitting the loss of"
    if "before" in tags and any(line.units[left].tags & _WANTED for left in line.leftward(at)):
        marks.refuse("plan", unit)  # "begged them to send men before the town was lost"
    if "report" in tags and yet_to_say(line, at):
        marks.refuse("modal", unit)
    helper = line.units[at - 1] if at and not unit.gap else None
    if helper is not None and frame.voice == "state" and "trigger" in tags and "modal" in helper.tags:
        marks.refuse("modal", helper)  # "would leave the town in their hands"
    marks.ensued = marks.ensued or ("before" in tags and "clausal" in line.units[at].tail_cues)
    reported = "report" in tags or ("relative" in tags and said_before(line, at))
    dates = "before" in tags and at == line.begins and frame.entry.tense != "ing"  # "Before the fall of", "Before they took it"
    had = "had" in tags and any("to" in left.tags for left in line.units[at + 1 : frame.at])  # «سبق للجيش أن»
    meanwhile = labelled(unit, "with") and frame.voice == "state" and frame.pivot == at + 1  # «مع بقاء المدينة بيد الجيش»
    marks.background = ("after" in tags and not meanwhile) or dates or had or (marks.background and not reported)


def _until(line: Line, at: int) -> bool:
    """Whether something is to go on until a deed is done («تستمر العملية حتى تحرير الموصل»), and did not («قاتلوا حتى تحرير»)."""
    until = line.units[at].entry("time")
    for left in line.leftward(at) if until is not None and until.value == "until" else ():
        unit = line.units[left]
        tenses = {entry.tense for entry in unit.entries} if line.phrase(left) is None else set[str]()
        if "present" in tenses or not unit.tags.isdisjoint(("ongoing", "modal", "negation")) or imperfect(unit):
            return True
        if "past" in tenses and "report" not in unit.tags:
            return False
    return False


def _mark(unit: Unit, marks: Marks, *, near: bool, noun: bool, governs: bool) -> None:
    if not unit.tags and not unit.reading.future:
        return
    tags = unit.tags if unit.tags.isdisjoint(_PARTICLES) else unit.tags - {"other_sense"}
    for reason in REFUSING:
        if reason in tags and (governs or reason == "hypothesis") and (reason != "modal" or near or noun):
            marks.refuse(reason, unit)
    if "light" in tags and noun and marks.relation is None:
        said = [entry.value for entry in unit.entries if entry.tag == "light"]
        marks.relation = Relation.HOLDS if Relation.HOLDS in said else Relation(said[0])  # "تبسط سيطرتها", not "بسطت"
    if unit.reading.future and "trigger" not in tags:
        marks.refuse("modal", unit)
    marks.negated = marks.negated or "negation" in tags
    marks.no_longer = marks.no_longer or "no_longer" in tags
    marks.now = marks.now or "now" in tags
    marks.became = marks.became or "become" in tags
    marks.still = marks.still or "still" in tags
    marks.returned = marks.returned or (near and "returned" in tags)
