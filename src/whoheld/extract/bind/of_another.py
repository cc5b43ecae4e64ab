"""Arabic deeds that are another's than the party's that stands before them in the sentence."""

from whoheld.extract.phrases.phrase import Party, labelled, parted, verbal
from whoheld.extract.sentence.frame import BARE, Frame, speaks_for
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit
from whoheld.model import Relation

_MEN = "ين"
"""The ending of a plural for men who are an object."""
_LOST = "lost"
_LONGEST = 6
"""Words of the longest subject between «كان» and «قد»."""
_NO_SUBJECT = frozenset(
    {"preposition", "adverb", "after", "before", "when", "time", "day", "weekday", "month", "pronoun", "negation"}
)
"""Classes of words that begin no subject behind «كان» («وكان في وقت سابق قد انسحب»)."""

_AND, _ARTICLE = ("و", "ف"), "ال"
_NAME = (1, 2, 3)
"""Words of a name."""
_MANNER = ("ا", "ه")
"""How Arabic words end that tell how something was done («سريعا», «عنوة»)."""
_FEMININE = "ه"
"""The ending of a feminine noun, as words are folded."""
_BEHIND_SUBJECT = frozenset({"preposition", "after", "before", "when", "day", "weekday", "month", "time"})
"""Classes of words behind a subject."""
_TO_WHAT = 2
"""Words from «ما» to how somebody is called («ما باتت تعرف»)."""
_COUNTING = frozenset({"quantity", "number", "about"})
_FIGHTING = frozenset({"armed", "actor", "nonstate", "regular", "formation", "pronoun"})
"""Classes of words that are of men under arms, or stand for somebody named before."""
_SUBORDINATING = frozenset({"after", "before", "when", "relative"})
_BEFORE_SUBJECT = frozenset({"to", "relative", "report"})


def announced_by_other(line: Line, party: Party, frame: Frame) -> str:
    """The gender of an Arabic verb that announces a deed, which is not that of a party before it, or empty.

    It is another's with whom the verb disagrees («طردت الجيش، ثم أعلنت تحرير»), or of whom somebody has spoken who goes on.
    """
    if frame.voice != "noun":
        return ""
    said = next((n for n in range(frame.at - 1, party.last, -1) if "report" in line.units[n].tags), 0)
    gender = next((entry.gender for entry in line.units[said].entries if entry.tense == "past"), "") if said else ""
    spoken_of = any("report" in line.units[n].tags and line.told(n) for n in range(party.first - 1))
    return gender if {gender, party.gender} == {"m", "f"} or spoken_of else ""


def agent_of_other(line: Line, frame: Frame, party: Party) -> bool:
    """Whether by somebody something else is done about a deed ("was condemned by the African Union", "confirmed by the UN").

    A side that the registry knows and that announces or claims a deed has done it; who confirms or admits it may not have.
    Of a deed in the passive it is another verb's agent ("Russia's claim that Lyman had been captured was denied by Kyiv").
    """
    if line.verb_first or frame.voice not in {"noun", "passive"} or party.case != "by" or party.first <= frame.at:
        return False
    between = range(frame.at + 1, party.first - 1)
    if frame.voice == "passive":
        return any("denial" in line.units[n].tags and "be" in line.units[n - 1].tags for n in between)
    told = [n for n in between if line.phrase(n) is None and (_reports(line, n) or _suffers(line, n))]
    return bool(told) and not (party.meanings and "boast" in line.units[told[-1]].tags)


def _reports(line: Line, at: int) -> bool:
    return "report" in line.units[at].tags


def _suffers(line: Line, at: int) -> bool:
    """Whether a verb that no lexicon knows is passive here ("was condemned")."""
    unit = line.units[at]
    return "be" in line.units[at - 1].tags and not (unit.gap or unit.tags) and unit.word.endswith("ed")


def was_other(line: Line, at: int, frame: Frame) -> bool:
    """Whether «كان» tells what another than the party before it was when a deed lasted («رجلا كان قاضيا إبان احتلالها»)."""
    before = line.phrase(at - 1)
    deed = frame.voice == "noun" and bool(frame.entry.pronoun) and any(phrase.first == frame.at for phrase in frame.places)
    joined = at <= line.begins or bool(line.units[at].gap) or line.units[at].reading.conjunction
    subject = isinstance(before, Party) and before.case in BARE
    return deed and "had" in line.units[at].tags and not joined and not subject


def had_been_left(line: Line, frame: Frame) -> bool:
    """Whether a noun between «كان» and «قد» that is no party is whose deed is told («وكان دبلوماسيون قد انسحبوا من هرات»)."""
    had = frame.at - 1
    if frame.voice != "active" or had < 1 or "dubitative" not in line.units[had].cues:
        return False
    had -= 1
    while had > 0 and frame.at - had <= _LONGEST and not line.units[had].tags & {"had"}:
        if line.phrase(had) is not None or parted(line.units[had + 1].gap):
            return False
        had -= 1
    told = "had" in line.units[had].tags and had < frame.at - 2 and line.phrase(had + 1) is None
    subject = line.units[had + 1]
    return told and not (parted(subject.gap) or subject.tags & _NO_SUBJECT or subject.reading.preposition)


def people_go(line: Line, frame: Frame) -> bool:
    """Whether an Arabic clause of leaving opens with people who are no party («إن موظفي السفارة انسحبوا من كابول»).

    Nationals that are counted are people, and no army («آلاف الفلسطينيين غادروا»). A verb that a conjunction joins to the one
    before shares its subject («مئات العائلات نزحت من الباب وغادرت جرابلس»).
    """
    if frame.trigger.relation is not Relation.LOST or frame.voice != "active" or not line.finite(frame.pivot):
        return False
    first = _opens(line, frame.pivot)
    noun = next((at for at in range(first, frame.pivot) if not _counts(line.units[at])), frame.pivot)
    subject = line.units[first]
    joined = subject.reading.conjunction or "conjunction" in subject.tags  # «ثم انسحب»
    if noun == frame.pivot or subject.tags & _NO_SUBJECT or subject.reading.preposition or joined:
        return False
    counted = noun > first and "nationals" in line.units[noun].tags
    rest = range(noun + counted, frame.pivot)
    if any(isinstance(line.phrase(at), Party) or line.units[at].tags & _FIGHTING for at in rest):
        return False
    if line.units[frame.pivot].reading.conjunction:
        return counted or people(line, noun)
    return all(line.phrase(at) is None and not line.told(at) for at in rest)


def of_envoy(line: Line, frame: Frame) -> bool:
    """Whether a verb goes on with what an envoy does, the subject of the verb before («التقى المبعوث قادتها ثم غادر صنعاء»)."""
    joined = line.units[frame.pivot].reading.conjunction or "conjunction" in line.units[frame.pivot - 1].tags
    if not joined or frame.voice != "active" or frame.pivot != frame.at or not line.finite(frame.at):
        return False
    for at in range(frame.at - 1, line.begins, -1):
        if (isinstance(line.phrase(at), Party) or "envoy" in line.units[at].cues) and _subject_of_main(line, at):
            return "envoy" in line.units[at].cues and frame.entry.gender == (
                "f" if line.units[at].word.endswith(_FEMININE) else "m"
            )
    return False


def _subject_of_main(line: Line, at: int) -> bool:
    """Whether a unit stands right behind a verb of a main clause, one that no lexicon knows by where it stands or how it ends."""
    verb = line.units[at - 1]
    opens = at - 1 == line.begins or parted(verb.gap)
    acts = opens or line.told(at - 1) or "plan" in verb.tags or (not verb.tags and verbal(verb.word))
    return acts and not line.units[at].gap and (at - 1 == line.begins or line.units[at - 2].tags.isdisjoint(_SUBORDINATING))


def people_behind(line: Line, frame: Frame) -> bool:
    """Whether people are the subject behind an Arabic verb of leaving («عرسال التي فر منها السكان»), or nationals.

    Those are counted («فر آلاف الأفغان من قندوز»).
    """
    if frame.trigger.relation is not Relation.LOST or not line.finite(frame.pivot):
        return False
    noun, counted = frame.pivot + 1, False
    while noun < len(line.units) and not line.units[noun].gap and line.phrase(noun) is None:
        counts = _counts(line.units[noun])
        if not (counts or "bound" in line.units[noun].tags):
            break
        noun, counted = noun + 1, counted or counts
    if noun >= len(line.units):
        return False
    return (counted and "nationals" in line.units[noun].tags) or (not line.units[noun].gap and people(line, noun))


def _opens(line: Line, verb: int) -> int:
    """Where the clause of a verb opens, behind «إن» or a mark, or that of the verb to which it is joined."""
    at = verb
    while at > line.begins and not parted(line.units[at].gap) and line.units[at - 1].tags.isdisjoint(_BEFORE_SUBJECT):
        at -= 1
    return at


def _counts(unit: Unit) -> bool:
    return unit.word.isdigit() or bool(unit.tags & _COUNTING)


def by_others(line: Line, verb: int) -> bool:
    """Whether people of no side are the subject right behind a verb («يفر السكان من دوينتزا»)."""
    after = line.units[verb + 1] if verb + 1 < len(line.units) else None
    return (
        after is not None and not after.gap and "bystander" in after.tags and line.finite(verb) and line.phrase(verb + 1) is None
    )


def other_behind(line: Line, frame: Frame) -> bool:
    """Whether people of no side, or a name that nobody knows, are the subject behind an Arabic verb."""
    return people_behind(line, frame) or by_name_behind(line, frame)


def by_name_behind(line: Line, frame: Frame) -> bool:
    """Whether an unknown name is the subject behind a verb and the pronoun of its place («فاستولى عليها جوزيف توكا»).

    How something was done stands there too («سيطر عليها سريعا»), which is one word in the accusative.
    """
    attached = bool(frame.entry.pronoun)  # «دخلها عبد الله»
    first = frame.pivot + 2 - attached
    if frame.voice != "active" or frame.pivot != frame.at or first >= len(line.units) or not line.finite(frame.at):
        return False
    if frame.entry.gender == "p":
        return False  # behind a verb in the plural stands no subject
    last = first
    while last < len(line.units) and _unknown_name(line, last):
        last += 1
    closed = last == len(line.units) or parted(line.units[last].gap) or bool(line.units[last].tags & _BEHIND_SUBJECT)
    there = attached or ("bound" in line.units[first - 1].tags and not line.units[first - 1].gap)
    how = last == first + 1 and line.units[first].word.endswith(_MANNER)
    return there and last - first in _NAME and closed and not how


def _unknown_name(line: Line, at: int) -> bool:
    unit = line.units[at]
    joined = unit.reading.conjunction or unit.reading.preposition or unit.word.startswith(_AND)
    strange = unit.tags <= {"common", "name_start"} and unit.cues <= {"servant"}
    return strange and not (unit.gap or joined) and line.phrase(at) is None


def taken_out(line: Line, frame: Frame) -> bool:
    """Whether buses or the like are the subject of a verb of leaving («خرجت من داريا أولى الحافلات وعلى متنها مقاتلون»)."""
    for right in line.rightward(frame.pivot) if frame.trigger.relation is Relation.LOST else ():
        if "conveyance" in line.units[right].cues:
            return True
        if isinstance(line.phrase(right), Party):
            break
    return False


def owns_event(line: Line, party: Party) -> bool:
    """Whether a party only owns what something happened after or before («فر محافظ عدن بعد تقدم الحوثيين»)."""
    noun = party.first - 1
    if noun <= line.begins or party.case or line.units[party.first].gap or line.units[noun].gap or line.told(noun):
        return False
    unit = line.units[noun]
    return "function" in unit.tags and not unit.reading.article and bool(line.units[noun - 1].tags & {"after", "before"})


def by_official(line: Line, frame: Frame) -> bool:
    """Whether somebody who has an office and no arms is told to leave a place («فر محافظ البنك المركزي من عدن»)."""
    at = frame.pivot + 1
    after = line.units[at] if frame.trigger.relation is Relation.LOST and at < len(line.units) else None
    if after is None or after.gap or "title" not in after.tags or not line.finite(frame.pivot):
        return False
    return line.phrase(at) is None and not isinstance(line.phrase(at + 1), Party)


def by_name(line: Line, frame: Frame) -> bool:
    """Whether a headline opens with a name that nobody knows, right before its verb («سلفاكير يستعيد بور.. ومشار يستولي على»)."""
    name = line.units[line.begins]
    headed = frame.at == line.begins + 1 and frame.entry.tense == "present" and not line.units[frame.at].gap
    return headed and not (name.tags or name.cues) and line.phrase(line.begins) is None


def people(line: Line, at: int) -> bool:
    """Whether a word is for people of no side."""
    return at >= 0 and "bystander" in line.units[at].tags and line.phrase(at) is None


def ends_else(line: Line, ending: int, noun: int) -> bool:
    """Whether a noun for an end governs another noun than the one joined behind it («انتهاء القتال في بور وسيطرة الجيش عليها»).

    What a presence is joined with ends with it, if both are of the same («انتهاء وجوده في بور وسيطرته عليها»).
    """
    end, joined = line.units[ending], line.units[noun]
    if not joined.reading.conjunction or end.tags.isdisjoint(("ceased", "light")) or noun <= ending + 1:
        return False
    over = "ceased" in end.tags or any(entry.tag == "light" and entry.value == _LOST for entry in end.entries)
    first = line.units[ending + 1]
    held = any("hold" in entry.traits for entry in first.entries) or "presence" in first.cues
    named = isinstance(line.phrase(noun + 1), Party)
    return over and not line.finite(ending) and not parted(first.gap) and (named or not held)


def comes_about(line: Line, at: int) -> bool:
    """Whether an Arabic word is the verbal noun of a passive and no verb of hers («عدن التي تمت استعادتها»)."""
    return at > line.begins and "comes_about" in line.units[at - 1].cues and not line.units[at].gap


def so_called(line: Line, party: Party) -> bool:
    """Whether «ما» and how somebody is called lead to who acts («سيطرت ما تعرف بقوات سوريا الديمقراطية على»)."""
    called = party.first - 1
    named = called > 0 and party.case in {"", "at"} and "so_called" in line.units[called].cues
    return named and any("clausal" in unit.cues for unit in line.units[max(0, called - _TO_WHAT) : called])


def acts_behind(line: Line, party: Party) -> bool:
    """Whether a party behind a verb is its subject: bare, told by who speaks for it, or by how it is called."""
    return party.case in BARE or speaks_for(line, party) or so_called(line, party)


def goes_on_with_other(line: Line, frame: Frame, at: int) -> bool:
    """Whether an unknown verb is joined behind the pronoun for a place, with an object of its own («سيطر عليها وكبد القوات»)."""
    unit = line.units[at]
    if not line.verb_first or unit.tags or line.phrase(at) is not None or not unit.word.startswith(_AND):
        return False
    return not unit.word[1:].startswith(_ARTICLE) and any("bound" in line.units[n].tags for n in range(frame.pivot + 1, at))


def fought_against(line: Line, frame: Frame) -> list[Party]:
    """Those against or between whom a fight is told that leads to "their" expulsion («معارك ضد الحوثيين أدت إلى طردهم»)."""
    leads = next((at for at in line.leftward(frame.at) if "achieve" in line.units[at].tags), 0)
    return [p for p in line.phrases if isinstance(p, Party) and p.last < leads and (p.case == "with" or _beside(line, p))]


def _beside(line: Line, party: Party) -> bool:
    """Whether a party is joined to one against or between whom is fought («بين الجيش والحوثيين»)."""
    before = line.phrase(party.first - 1)
    return isinstance(before, Party) and before.case == "with" and line.units[party.first].reading.conjunction


def drives_them_out(line: Line, frame: Frame) -> None:
    """Notes that the pronoun of an Arabic noun says who is driven out, and not by whom («طردها من», «أدت إلى طردهم»).

    So do two who are joined behind its verb («طُردت القوات والميليشيات من»).
    """
    if "object" not in frame.trigger.loser:
        return
    if frame.voice == "active" and _joined_behind(line, frame):
        frame.actor = None
    if frame.voice != "noun" or not frame.entry.pronoun or frame.loser is not None:
        return
    frame.actor, frame.loser, frame.pronoun_role = None, frame.actor, "loser"
    if frame.loser is None and (fought := fought_against(line, frame)):
        frame.loser, frame.pronoun = fought[0] if len(fought) == 1 else None, ""


def ends_own(line: Line, frame: Frame) -> None:
    """Notes that whose hold is told to have ended has lost it, where nobody ends it («أعلنت الحركة انتهاء سيطرتها على كيدال»)."""
    own = frame.voice == "ended" and frame.entry.pronoun and frame.loser is None
    if own and "ceased" in line.units[frame.pivot].tags:
        frame.actor, frame.pronoun, frame.pronoun_role = None, frame.entry.pronoun, "loser"


def _joined_behind(line: Line, frame: Frame) -> bool:
    """Whether the first of two who are joined stands right behind a verb as its subject, the second as its only object."""
    actor, loser = frame.actor, frame.loser
    if actor is None or loser is None or loser.last + 1 >= len(line.units):
        return False
    joined = actor.first == frame.at + 1 and loser.first == actor.last + 1 and loser.case == "list"
    joined = joined and not line.units[loser.last].word.endswith(_MEN)  # "طرد الجيش والشرطة المسلحين من"
    return joined and (labelled(line.units[loser.last + 1], "from") or labelled(line.units[loser.last + 1], "off"))
