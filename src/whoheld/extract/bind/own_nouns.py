"""Members of an Arabic list before which stands a noun for what they are, behind what is said of the member before."""

from itertools import takewhile

from whoheld.extract.phrases.phrase import Phrase, Places, parted, verbal
from whoheld.extract.places.openings import REGIONS
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.letters import FINITE, TIMES
from whoheld.extract.words.scan import Unit

_ARTICLE = "ال"
_QUALIFYING = frozenset({"function", "country", "belonging", "lying"})
"""Classes of definite words that say of which sort a place is («قاعدة الوطية الجوية», «ساكي القريبة منها»)."""
_WITHIN = frozenset({"in", "at"})
_TO_WHERE = 2
"""Words from a place to the name of where it lies."""


def goes_on(line: Line, phrase: Phrase) -> bool:
    """Whether a conjunction behind a comma adds a place called what it is, of which nothing else is told.

    So in «…، ومنطقة غوري في الشمال» and «…، وبلدة ساكي القريبة منها، ومدينة مينوفا (غرب غوما)», not in «…، وبلدة ساكي محاصرة».
    """
    unit = line.units[phrase.first]
    if phrase.case != "comma" or not isinstance(phrase, Places) or not phrase.names or "head" not in unit.tags:
        return False
    return unit.reading.conjunction and not _tells_of(line, phrase)


def _tells_of(line: Line, phrase: Places) -> bool:
    """Whether the clause says of a place more than where, when and of which sort it is."""
    behind = list(takewhile(lambda unit: not parted(unit.gap), line.units[phrase.last + 1 :]))
    at = 0
    while at < len(behind) and _qualifies(behind[at]):
        at += 1
    if at == len(behind) or behind[at].gap.endswith("("):
        return False
    unit, first = behind[at], phrase.last + 1
    if "relative" in unit.tags:
        return _predicate(line, first + len(behind))
    lies = "preposition" in unit.tags or bool(unit.reading.preposition) or bool(unit.tags & TIMES) or at > 0
    return not lies or any(_predicate(line, n) for n in range(first + at, first + len(behind)))


def _qualifies(unit: Unit) -> bool:
    return not unit.gap and unit.tags <= _QUALIFYING and unit.word.startswith(_ARTICLE)


def _predicate(line: Line, at: int) -> bool:
    """Whether a unit is a verb without a conjunction, and no noun that is written like one («في أقصى الشمال»)."""
    if at >= len(line.units) or line.units[at].reading.conjunction or governed(line, at):
        return False
    unit = line.units[at]
    return line.finite(at) or (not unit.tags and line.phrase(at) is None and verbal(unit.word))


def governed(line: Line, at: int) -> bool:
    """Whether a preposition stands before a word, which is no verb in the past then («في أقصى الشمال»)."""
    past = all(entry.tense in FINITE for entry in line.units[at].entries if entry.tag == "trigger")
    return past and at > 0 and not line.units[at].gap and line.units[at - 1].tags == {"preposition"}


def alternative(line: Line, at: int) -> bool:
    """Whether a relative only opens another name for the member before («طريق حلب دمشق، أو ما يعرف بـ«إم 5»، ومطار كويرس»)."""
    return at > 0 and "alternative" in line.units[at - 1].cues


def called_behind_region(line: Line, first: Places, phrase: Places) -> Places | None:
    """The rest of a list behind the region in which its first part lies («زرنج في نمروز ومدينة تالقان في تخار»), or None.

    A noun that calls the next a town, as one does the first, tells it from a second region («بلدة ساكي في كيفو وبلدة مويسو»).
    """
    if (
        phrase.case not in _WITHIN
        or not phrase.names
        or not first.names
        or first.names[-1].kind in REGIONS
        or phrase.first > first.last + _TO_WHERE
    ):
        return None
    if any(line.units[n].gap for n in range(first.last + 1, phrase.first + 1)):
        return None
    named = line.heads(first) and line.units[phrase.first].tags.isdisjoint(("head", "area"))
    if not (named or _is_region(line, phrase)) or _tells_of(line, phrase):
        return None
    for at in range(phrase.first + 1, phrase.last + 1):
        unit, head = line.units[at], line.units[at].entry("head")
        if head is not None and unit.reading.conjunction and head.value not in REGIONS | {"district"}:
            rest = [name for name in phrase.names if name.start >= unit.start]
            return Places(at, phrase.last, "list", names=rest) if rest else None
    return None


def _is_region(line: Line, phrase: Places) -> bool:
    head = line.units[phrase.first].entry("head")
    return phrase.names[0].kind in REGIONS or (head is not None and head.value in REGIONS | {"district"})


def side_of_other(line: Line, first: Places, phrase: Phrase) -> bool:
    """Whether a side is joined to a place that only tells where one of a list lies («… الواقعة جنوب قندوز وشرقها»)."""
    owner = line.phrase(phrase.first - 1) if isinstance(phrase, Places) and phrase.anaphor == "pronoun" else None
    return (
        isinstance(owner, Places) and owner is not first and owner.last == phrase.first - 1 and not line.units[phrase.first].gap
    )
