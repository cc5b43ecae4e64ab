"""What stands between a verb of saying and whose it is: a relative clause, another verb, or the deed that is told."""

from whoheld.extract.phrases.phrase import Party, labelled, parted
from whoheld.extract.sentence.frame import SAYS
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit

_ARTICLE = "ال"
_PERSONAL = frozenset({"title", "voice", "common"})
"""Classes of nouns for persons, whose names may be common words too."""
_DEEDS = frozenset({"raid", "ceased", "time"})
"""Classes of nouns that are no part of a name: deeds, that something has ended, and when («ختام عملياته»)."""
_QUOTES = frozenset("\"“”«»'‘’")
_NO_CLAUSE = frozenset({"relative", "preposition"})
"""Classes of words that open an aside whose verb is not that of the sentence."""
_QUOTING = frozenset({"report", "source"})
_TO_QUOTED = 12
"""Words from "saying" back to the verb that quotes it."""
_REACH = 10
"""Words from a verb back to its subject."""
_SUBJECT = 14
"""Words of the longest speaker between his verb and what he says it in."""
_WANTING = frozenset({"plan", "attempt"})
_TO_WISH = 4
"""Words from a verb of saying back to the one of wanting that governs it ("wants the public to believe")."""
DATES = frozenset({"weekday", "day", "month", "hijri", "reference", "season"})
AROUND = frozenset({"adverb", "have", "had", "be", "still", "time", "source", "negation", "bound", "unit"}) | DATES
"""Classes of words that may stand between a verb of saying and its subject."""
SPEAKING = frozenset({"title", "official", "voice", "ministry"})
"""Classes of words for who speaks for a side."""
APART = frozenset({"after", "before", "when", "relative", "reference"})
"""Classes of words that open another clause or tell of another day, and so stand in no name."""


def adds_to(line: Line, at: int) -> int | None:
    """The verb of saying to which a participle or a joined verb adds ("denied it, saying that", "vowed … and said"), or None."""
    adds = parted(line.units[at].gap) and any(entry.tense == "ing" for entry in line.units[at].entries)
    joins = at > 0 and not line.units[at].gap and not line.units[at - 1].tags.isdisjoint(("conjunction", "contrast"))
    earlier = [n for n in range(at - 1, 0, -1) if line.phrase(n) is None] if adds or joins else []
    said = next((n for n in earlier if line.units[n].tags & SAYS and line.finite(n) and not _is_noun(line, n)), None)
    return said if said is not None or adds else next((n for n in earlier if _past_tense(line, n)), None)


def spoken_in(line: Line, at: int) -> int | None:
    """The verb of saying of which an Arabic noun only tells in what it was said («قال الجيش، في بيان مقتضب، إن»), or None."""
    if "assertion" not in line.units[at].cues or at < 1 or not labelled(line.units[at - 1], "in") or line.units[at].gap:
        return None
    for left in range(at - 2, max(-1, at - 2 - _SUBJECT), -1):
        unit = line.units[left]
        if "to" in unit.tags:
            return None
        if unit.tags & SAYS and line.phrase(left) is None and any(entry.tense in FINITE for entry in unit.entries):
            return left
    return None


def had_said(line: Line, at: int) -> range:
    """The subject of an Arabic verb of saying that is told to have come before («سبق لموسكو أن أعلنت», «الجماعة كانت أعلنت»)."""
    subject = line.phrase(at - 2) if at > 1 and "had" in line.units[at - 1].tags else None
    if isinstance(subject, Party) and subject.case == "":
        return range(subject.first, subject.last + 1)
    who = line.phrase(at - 2) if at > 2 and "to" in line.units[at - 1].tags else None  # noqa: PLR2004
    before = isinstance(who, Party) and who.case == "to" and who.first and "had" in line.units[who.first - 1].tags
    return range(who.first, who.last + 1) if who is not None and before else range(0)


_LAM, _SO = "ل", "ف"
"""The letters of «لـ» and of «فإن»."""
_NAMING = frozenset('«"“')


def past_adjective(line: Line, at: int, told: range) -> range:
    """Whom a noun of saying is of, without what only qualifies it («بيان مشترك من الجيشين», «اعتراف رسمي بأن»): nobody then."""
    if not told or told[0] != at + 1 or not _names_statement(line, at):
        return told
    qualifies = not line.units[at + 1].tags and line.phrase(at + 1) is None and not line.units[at + 1].word.startswith(_ARTICLE)
    first = at + 1 + qualifies
    while qualifies and first < told.stop and "preposition" in line.units[first].tags:
        first += 1
    return range(first, told.stop)


def _names_statement(line: Line, at: int) -> bool:
    """Whether a word without article is a noun for what is said («بيان», «اعتراف»), and no verb of saying."""
    unit = line.units[at]
    noun = ("assertion" in unit.cues and "voice" in unit.tags) or any(entry.tense == "noun" for entry in unit.entries)
    return noun and not (line.told(at) or unit.reading.article)


def describes_speaker(line: Line, at: int, told: range, frame: int) -> bool:
    """Whether a frame stands in the clause on who speaks, and is not what he says («لم تذكر الشرطة التي تسيطر على غزة أي»)."""
    opens = told.stop
    if not (line.verb_first and told and at < told[0] and opens < frame) or "relative" not in line.units[opens].tags:
        return False
    return all(unit.tags.isdisjoint(("to", "conditional")) and ":" not in unit.gap for unit in line.units[opens + 1 : frame])


def _is_noun(line: Line, at: int) -> bool:
    """Whether an article or a verb shows that a word is no verb ("denied the report and said", "denied reports that")."""
    before = line.units[at - 1]
    verb = bool(before.tags & SAYS) and line.finite(at - 1)
    return at > 0 and not line.units[at].gap and ("article" in before.tags or verb)


def is_told(line: Line, at: int) -> bool:
    """Whether a deed that is named before is what is told ("The capture of Bama was announced by the army")."""
    been = next((n for n in range(at - 1, -1, -1) if line.units[n].tags.isdisjoint(("adverb", "time"))), -1)
    first = next((n for n in range(been, -1, -1) if line.units[n].tags.isdisjoint(("be", "have", "had"))), -1)
    named = any("trigger" in unit.tags for unit in line.units[: first + 1])
    passive = any(entry.tense == "ed" for entry in line.units[at].entries)
    return passive and named and "be" in line.units[been].tags and been >= 0


def quoted_as(line: Line, at: int) -> int:
    """The verb by which somebody is told to be quoted ("was reported by AFP as saying", "quoted a general as saying"), or -1."""
    unit, before = line.units[at], line.units[at - 1]
    said = "calling" in before.cues and any(entry.tense == "ing" for entry in unit.entries)
    said = said or ("have" in before.tags and at > 1 and "to" in line.units[at - 2].tags)
    if line.verb_first or unit.gap or not said:
        return -1
    for left in range(at - 2, max(line.begins, at - 2 - _TO_QUOTED), -1):
        if parted(line.units[left + 1].gap):
            return -1
        if line.units[left].tags & _QUOTING and line.phrase(left) is None:
            return left
    return -1


def wanting_to(line: Line, at: int) -> int:
    """The verb by which somebody only wants to say or have believed what follows ("tried to convince reporters that"), or 0."""
    if at < 2 or line.units[at].gap or "to" not in line.units[at - 1].tags or line.units[at - 1].gap:  # noqa: PLR2004
        return 0
    for left in range(at - 2, max(line.begins, at - 2 - _TO_WISH), -1):
        unit = line.units[left]
        if line.phrase(left) is None and (unit.tags & _WANTING or (left == at - 2 and unit.word.endswith("ed"))):
            return left
        if unit.gap or not unit.tags <= {"article", "common", "bystander"}:
            return 0
    return 0


def speaking_from(line: Line, at: int) -> int:
    """The participle that tells from where a subject speaks ("The BBC's Jim Muir reporting from Beirut said"), or 0."""
    for left in range(at - 1, max(line.begins, at - _REACH), -1):
        unit, after = line.units[left], line.units[left + 1]
        if parted(after.gap):
            return 0
        if line.phrase(left) is None and "report" in unit.tags and any(entry.tense == "ing" for entry in unit.entries):
            return left if "preposition" in after.tags and left + 1 < at else 0
        if line.phrase(left) is None and unit.tags.isdisjoint(AROUND | {"preposition", "article"}):
            return 0
    return 0


def relative_to(line: Line, at: int) -> int:
    """The relative whose clause stands between a verb and its subject ("residents who fled to Mora told"), or 0."""
    for left in range(at - 1, max(0, at - _REACH), -1):
        unit = line.units[left]
        if parted(line.units[left + 1].gap) and left + 1 < at:
            return 0
        if "personal_relative" in unit.cues:
            told = any(between.tags.isdisjoint(AROUND) for between in line.units[left + 1 : at])
            return left if told and not parted(unit.gap) else 0
        if not unit.tags.isdisjoint(APART | {"contrast", "conjunction"}) or (unit.tags & SAYS and line.finite(left)):
            return 0
    return 0


def _past_tense(line: Line, at: int) -> bool:
    """Whether a word looks like a verb in the past right behind its subject ("the commander praised his men and said")."""
    subject = line.phrase(at - 1) is not None or bool(line.units[at - 1].tags & SPEAKING)
    return subject and line.units[at].word.endswith("ed") and not line.units[at].gap


def closes(line: Line, at: int) -> bool:
    """Whether a verb of saying closes what was said, so that its subject follows ("…, said a spokesman")."""
    unit, after = line.units[at], line.units[at + 1] if at + 1 < len(line.units) else None
    if after is not None and points_back(after):
        return False  # "Karimi, a spokesman, said this on Monday"
    return parted(unit.gap) or bool(set(unit.gap) & _QUOTES) or (at > 0 and "when" in line.units[at - 1].tags)


def points_back(unit: Unit) -> bool:
    """Whether a word is the English "this" that takes up what has been told."""
    return "sentential" in unit.cues and "article" in unit.tags and "relative" not in unit.tags


def past_dates(line: Line, at: int) -> int:
    """The last unit at or before ``at`` that is no auxiliary and no word of time ("the army on Friday said")."""
    while at >= 0 and line.phrase(at) is None:
        unit = line.units[at]
        day = at + 1 < len(line.units) and (bool(line.units[at + 1].tags & DATES) or _of_month(line, at + 1))
        clock = _of_clock(line, at) or (at + 1 < len(line.units) and labelled(unit, "at") and _of_clock(line, at + 1))
        dated = (day and labelled(unit, "on")) or _of_month(line, at) or clock
        has = "trigger" in unit.tags and not ("have" in unit.tags and "be" in line.units[at + 1].tags)  # "has been reporting"
        if not dated and (unit.tags.isdisjoint(AROUND) or has or _names_body(unit)):
            break
        at -= 1
    return at


def _names_body(unit: Unit) -> bool:
    """Whether a word is of time only as the end of a name that a day is in ("the monitoring group", "22 May Brigade")."""
    time = unit.entry("time")
    return time is not None and time.value == "called_after" and unit.tags & AROUND == {"time"}


def _of_clock(line: Line, at: int) -> bool:
    """Whether a unit is of a time of the day ("at 4.15 p.m.")."""
    unit, after = line.units[at], line.units[at + 1] if at + 1 < len(line.units) else None
    if line.verb_first or not (unit.word.isdigit() or _is_letter(unit)):
        return False
    if _is_letter(unit):
        return at > 0 and (line.units[at - 1].word.isdigit() or _is_letter(line.units[at - 1]))
    return after is not None and (_is_letter(after) or (after.gap == "." and after.word.isdigit() and _of_clock(line, at + 1)))


def _is_letter(unit: Unit) -> bool:
    return len(unit.word) == 1 and unit.word.isalpha() and not unit.capital and "article" not in unit.tags


def _of_month(line: Line, at: int) -> bool:
    """Whether a number is the day beside a month ("July 3", "3 July")."""
    beside = line.units[max(0, at - 1)].tags | line.units[min(at + 1, len(line.units) - 1)].tags
    return not line.verb_first and line.units[at].word.isdigit() and "month" in beside


def tells_more(line: Line, last: int, verb: int) -> bool:
    """Whether a date parts a verb of saying from a participle on its subject ("Footage published on July 3 shows")."""
    unit = line.units[last]
    told = 0 < last < verb - 1 and not line.verb_first and not unit.gap and line.phrase(last) is None
    return told and not unit.capital and unit.word.endswith("ed") and "preposition" in line.units[last + 1].tags


def before_aside(line: Line, last: int) -> int:
    """The unit before an aside that a comma closes after ``last``, or the last unit before that comma where there is none."""
    told = False
    for at in range(last, max(-1, last - _REACH), -1):
        told = told or (line.finite(at) and line.phrase(at) is None and not line.units[at].capital)
        if parted(line.units[at].gap) and not line.inside(at):
            return at - 1 if not told or line.units[at].tags & _NO_CLAUSE else -1
    return -1


def is_announced(line: Line, at: int) -> bool:
    """Whether an indefinite noun behind a body is what that announces («أعلنت وزارة الدفاع هدنة», not «قال القائد سالم»)."""
    before, unit = line.units[at - 1], line.units[at]
    if not before.tail.startswith(_ARTICLE) or unit.word.startswith(_ARTICLE) or line.phrase(at) is not None:
        return False
    deed = bool(unit.tags & _DEEDS) and unit.tags <= _DEEDS  # "أعلن الناطق توقف الاشتباكات"
    return deed or (unit.tags == {"common"} and before.tags.isdisjoint(_PERSONAL))


def is_object(line: Line, at: int) -> bool:
    """Whether an indefinite accusative behind a side is what it says or shows, and no part of its name («نشر الجيش مقطعا»)."""
    unit = line.units[at]
    plain = unit.tags <= {"statement"} and not unit.gap and line.phrase(at) is None
    accusative = unit.word.endswith("ا") and not unit.word.startswith(_ARTICLE)
    return plain and accusative and isinstance(line.phrase(at - 1), Party) and line.units[at - 1].tags.isdisjoint(SPEAKING)


def qualifies(line: Line, at: int) -> bool:
    """Whether a word is an adjective or participle of the noun for a statement before it («التقارير القادمة من»)."""
    unit = line.units[at]
    return line.phrase(at) is None and not unit.gap and unit.tags <= {"time"}


def hears(line: Line, at: int) -> bool:
    """Whether it is told from here which paper or agency hears an Arabic speaker («لوكالة رويترز», «لـ«الشرق الأوسط»»)."""
    unit, before = line.units[at], line.units[at - 1]
    if before.tags & {"source", "belonging"}:
        return False  # «وفقا لوسائل إعلام», «التابعة لـ«حزب الله»»
    quoted = unit.word == _LAM and at + 1 < len(line.units) and bool(set(line.units[at + 1].gap) & _NAMING)
    return quoted or (unit.reading.preposition == "to" and bool(unit.tags & {"outlet", "medium"}))


def resumed(line: Line, at: int) -> bool:
    """Whether what a source says begins here («وبحسب مصادر محلية فإن القوات …»)."""
    return line.verb_first and "conditional" in line.units[at].tags and line.units[at].word.startswith(_SO)
