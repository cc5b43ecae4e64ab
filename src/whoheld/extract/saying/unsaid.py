"""Words that are spelled as verbs of saying are, and say nothing: "denied fuel", «بلا قتال يذكر», «تبلغ مساحته»."""

from whoheld.extract.phrases.phrase import labelled, parted, verbal
from whoheld.extract.sentence.frame import SAYS, Frame
from whoheld.extract.sentence.line import Line

_NO_GIFT = frozenset(
    {"preposition", "relative", "adverb", "weekday", "day", "month", "time", "pronoun", "conjunction", "contrast", "when"}
)
"""Classes of words behind "denied" that are nothing which one could be given."""
_LEADS_ON = frozenset({"trigger", "light", "achieve", "had", "to"})
"""Classes of words behind «كما» where it adds a deed of its own."""
_PEOPLE = frozenset({"bystander", "common", "armed", "title"})
"""Classes of some of the nouns for people who are counted."""
_TO_COMPLEMENT = 10
"""Words from a verb of quoting to whom it quotes, or to what he says."""
_IT = "n"
"""Whose pronoun "it" is."""
_TO_KEPT = 4
"""Words from "maintain" to what is kept."""
_TO_IT = 4
"""Words from a verb of saying back to the "it" of "It is sad to say"."""
_TO_IDENTITY = 2
"""Words from a noun of telling to the name that is not told («الكشف عن هويته»)."""
_TO_TELLING = 2
"""Words from a verb of refusing or asking to that noun («طلب عدم ذكر اسمه»)."""
_TO_CLAUSE = 8
"""Words from a verb of telling to the clause that it tells («يبلغ القائد جنوده أن»)."""
_TO_STATEMENT = 16
"""Words from a statement to the clause that it says («صدر بيان عن وزارة الدفاع، أمس، جاء فيه أن»)."""
_TOLD = frozenset({"relative", "trigger", "report", "to", "pronoun", "have", "be"})
"""Classes of words by which a denial denies what somebody is told to have done."""
_THINGS = frozenset({"common"})
"""Classes of nouns that are of nobody who could speak."""


def denied_earlier(line: Line, at: int, frame: Frame) -> bool:
    """Whether an English denial is of a thing only, behind which a clause of time tells a deed ("denied the charge after")."""
    opens = 0 if line.verb_first else next((n for n in range(frame.at - 1, at, -1) if _when(line, n)), 0)
    return opens > at and all(
        unit.tags.isdisjoint(_TOLD) and "announcement" not in unit.cues for unit in line.units[at + 1 : opens]
    )


def _when(line: Line, at: int) -> bool:
    """Whether a clause of time opens at a unit."""
    return not line.units[at].tags.isdisjoint(("after", "before")) and not line.times(at) and line.phrase(at) is None


def withholds(line: Line, at: int) -> bool:
    """Whether an English passive tells what somebody was not given ("Denied air support, they fled", "had been denied fuel")."""
    unit, after = line.units[at], line.units[at + 1] if at + 1 < len(line.units) else None
    passive = "denial" in unit.tags and any(entry.tense == "ed" for entry in unit.entries) and not line.verb_first
    if not passive or after is None or after.gap or not after.tags.isdisjoint(_NO_GIFT):
        return False
    return at == line.begins or "be" in line.units[at - 1].tags


def says_nothing(line: Line, at: int) -> bool:
    """Whether a word that looks like one of saying tells of no statement."""
    if not line.verb_first:
        return _impersonal(line, at) or _keeps(line, at) or _is_adjunct(line, at) or _reported_so(line, at)
    return any(
        says_no(line, at) for says_no in (_worth_mention, _moves, _identity, _also, _of_toll, _amounts, _of_thing, _is_issued)
    )


def _impersonal(line: Line, at: int) -> bool:
    """Whether an English text itself leads on to what it tells ("It is sad to say", "It should be recalled that")."""
    it = at - (_TO_IT if "to" in line.units[at - 1].tags else _TO_IT - 1)
    if it < line.begins or any(parted(unit.gap) for unit in line.units[it + 1 : at + 1]):
        return False
    pronoun, verb, helper = line.units[it].entry("pronoun"), line.units[it + 1], line.units[at - 1]
    told = "modal" in verb.tags if "be" in helper.tags else "to" in helper.tags and "be" in verb.tags
    return told and pronoun is not None and pronoun.value == _IT


def _keeps(line: Line, at: int) -> bool:
    """Whether a verb tells that somebody keeps what is his ("maintain their positions", "maintains absolute control")."""
    if "maintaining" not in line.units[at].cues:
        return False
    for after in line.units[at + 1 : at + _TO_KEPT]:
        if after.gap or not after.tags.isdisjoint(("possessive", "trigger")):
            return not after.gap
        if not after.tags <= {"adverb", "share", "conjunction"}:
            return False
    return False


def _is_adjunct(line: Line, at: int) -> bool:
    """Whether an English verb of saying only dates what is told, or qualifies the noun before it and so says nothing more.

    So in "took Gwoza after declaring a caliphate", "Despite the truce announced by the government, M23 captured Masisi".
    """
    unit, before = line.units[at], line.units[at - 1] if at > line.begins else None
    after = line.units[at + 1] if at + 1 < len(line.units) else None
    if before is None or after is None or unit.gap or after.gap or "relative" in after.tags:
        return False
    if before.tags & {"after", "before"} and any(entry.tense == "ing" for entry in unit.entries):
        return True
    quoted = "source" in unit.tags or any(entry.tense == "ed" for entry in unit.entries)  # "activists quoted by"
    if not labelled(after, "by") or before.capital or not quoted:
        return False
    if any("statement" in u.tags for u in line.units[at + 2 : at + 4]):
        return False  # "the envoy said by telephone"
    that = any("sentential" in u.cues and "relative" in u.tags for u in line.units[at + 2 : at + 2 + _TO_CLAUSE])
    return before.tags.isdisjoint(("be", "have", "had", "adverb", "trigger")) and line.phrase(at - 1) is None and not that


def _reported_so(line: Line, at: int) -> bool:
    """Whether a passive only tells what became of somebody ("was reported missing after M23 captured Goma"), or a noun is meant.

    The noun is one of several things ("reports and videos of abuses").
    """
    unit, before = line.units[at], line.units[at - 1] if at > line.begins else None
    after = line.units[at + 1] if at + 1 < len(line.units) and not line.units[at + 1].gap else None
    if before is None or after is None:
        return False
    if "be" in before.tags and any(entry.tense == "ed" for entry in unit.entries):
        return not (unit.gap or after.tags or after.capital or line.phrase(at + 1))
    noun = unit.gap == "," and unit.word.endswith("s") and any(entry.tense == "present" for entry in unit.entries)
    return noun and "conjunction" in after.tags


def _also(line: Line, at: int) -> bool:
    """Whether «كما» leads on to another deed, and to nobody who says so («كما استعاد الجيش», «كما أن الجيش استعاد»).

    At the beginning of a sentence so does any verb that nobody says («كما تقدمت القوات»).
    """
    after = line.units[at + 1] if at + 1 < len(line.units) and "source" in line.units[at].tags else None
    if after is None or after.gap or "clausal" not in line.units[at].cues or not after.tags.isdisjoint(SAYS):
        return False
    if at == line.begins and (not after.tags or verbal(after.word)) and line.phrase(at + 1) is None:
        return True
    return bool(after.tags & _LEADS_ON) and (line.told(at + 1) or "to" in after.tags)


def _amounts(line: Line, at: int) -> bool:
    """Whether a verb says how large something is («تبلغ مساحته 6 في المئة»), and tells nobody anything."""
    if "amounting" not in line.units[at].cues:
        return False
    behind = line.units[at + 1 : at + 1 + _TO_CLAUSE]
    return all(unit.tags.isdisjoint(("to", "conditional")) for unit in behind)


def _is_issued(line: Line, at: int) -> bool:
    """Whether a statement is only told to have been made («صدر بيان مشترك عن هدنة»), and no words of it."""
    unit = line.units[at]
    if at == 0 or "issued" not in line.units[at - 1].cues or line.told(at) or unit.gap:
        return False
    behind = line.units[at + 1 : at + 1 + _TO_STATEMENT]
    return all(unit.tags.isdisjoint(("to", "conditional")) and ":" not in unit.gap for unit in behind)


def _of_thing(line: Line, at: int) -> bool:
    """Whether a verb tells as what something counts to which a demonstrative points («تعتبر هذه الزيارة الأولى منذ»)."""
    pointing, noun = line.units[at + 1 : at + 2], line.units[at + 2 : at + 3]
    if not (pointing and noun and "demonstrative" in pointing[0].cues) or pointing[0].gap or noun[0].gap:
        return False
    return line.finite(at) and line.phrase(at + 2) is None and noun[0].tags <= _THINGS


def keeps_back(line: Line, at: int) -> bool:
    """Whether a verb begins the clause in which a speaker keeps his name back («ضابط رفض كشف هويته»)."""
    telling = range(at + 1, min(at + 1 + _TO_TELLING, len(line.units)))
    verb = line.told(at) or (not line.units[at].tags and any("negation" in line.units[n].tags for n in telling[:1]))
    return line.verb_first and verb and line.phrase(at) is None and any(_identity(line, n) for n in telling)


def _worth_mention(line: Line, at: int) -> bool:
    """Whether a verb ends what is too little to be told («من دون مقاومة تذكر»)."""
    before = line.units[at - 1] if at else None
    last = at + 1 == len(line.units) or parted(line.units[at + 1].gap) or not line.units[at + 1].tags.isdisjoint(("preposition",))
    plain = before is not None and not before.gap and not before.reading.conjunction and not line.units[at].gap
    return "mentioned" in line.units[at].cues and last and plain


def _moves(line: Line, at: int) -> bool:
    """Whether a verb of quoting only tells what is taken elsewhere, as no one is quoted («نقل الثوار جرحاهم»)."""
    if "quoting" not in line.units[at].cues:
        return False
    led = False
    for n in range(at + 1, min(at + 1 + _TO_COMPLEMENT, len(line.units))):
        unit = line.units[n]
        if labelled(unit, "off") or not unit.tags.isdisjoint(("to", "conditional")) or ":" in unit.gap:
            return led and ":" in unit.gap  # «نقلت طهران الحرب إلى العراق: …»
        led = led or labelled(unit, "to")
        if parted(unit.gap):
            break
    return True


def _of_toll(line: Line, at: int) -> bool:
    """Whether a source stands right behind a number of people, which it counts («أسفر عن مقتل 2900 شخص بحسب الأمم المتحدة»)."""
    counted = line.units[at - 1] if at > 1 and "source" in line.units[at].tags and not line.units[at].gap else None
    if counted is None or counted.gap or not counted.tags <= _PEOPLE or line.phrase(at - 1) is not None:
        return False
    number = line.units[at - 2]
    return number.word.isdigit() or not number.tags.isdisjoint(("number", "quantity"))


def _identity(line: Line, at: int) -> bool:
    """Whether what is told, or rather kept back, is only somebody's name («طلب عدم ذكر اسمه»)."""
    near = line.units[at + 1 : at + 1 + _TO_IDENTITY]
    named = next((n for n, unit in enumerate(near) if "identity" in unit.cues), None)
    return named is not None and not any(unit.gap for unit in near[: named + 1]) and (named == 0 or labelled(near[0], "off"))
