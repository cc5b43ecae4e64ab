"""Who goes on to speak where a sentence does not name him: "He added that …", «وأضاف أن …»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from whoheld.extract.phrases.phrase import Party
from whoheld.extract.saying.report import Attribution
from whoheld.extract.saying.speaker import Speakers
from whoheld.extract.sentence.frame import AUXILIARY, SAYS
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

_REACH = 2
"""How many sentences before one its speaker may have been named."""
_PERSONS = frozenset({"title", "official", "voice", "bystander"})
_TITLES = frozenset({"title", "voice"})
_FEMININE = ("ه", "ات")
"""How feminine Arabic nouns end, as folding writes them."""
_SHE = "ت"
"""The letter that an Arabic verb of hers ends with, or begins with in the imperfect."""
_THEY = "وا"
_BEHIND = frozenset({"to", "pronoun", "preposition", "weekday", "day", "time"})
"""Classes of words behind a verb of saying that has no subject."""


class SameSpeaker:
    """Finds speakers that sentences leave to those before them.

    Args:
        lines: the sentences of the text.
        speakers: of its language.
    """

    def __init__(self, lines: Sequence[Line], speakers: Speakers) -> None:
        self._lines = lines
        self._speakers = speakers

    def named(self, line: Line, said: Attribution) -> Attribution:
        """The attribution with the speaker that a sentence before names, where its own says "he"; else as it is."""
        verb = said.unnamed
        gender = (_form(line, verb) if line.verb_first else _pronoun(line, verb)) if verb >= 0 else ""
        if not gender:
            return said
        at = self._lines.index(line)
        for near in reversed(self._lines[max(0, at - _REACH) : at]):
            if line.sentence.paragraph - near.sentence.paragraph > 1:
                break
            span = next((span for span in self._spoken(near) if _suits(near, span, gender)), None)
            if span is not None:
                start, end = near.units[span[0]].start, near.units[span[-1]].stop
                return replace(said, party=self._speakers.party(near, span), start=start, end=end)
        return said

    def _spoken(self, line: Line) -> Iterator[range]:
        """The speakers that a sentence names, the last first, and then who stands at its beginning by his title."""
        for at in range(len(line.units) - 1, -1, -1):
            noun = at > 0 and "article" in line.units[at - 1].tags
            if line.units[at].tags & SAYS and line.phrase(at) is None and not noun and (span := self._speakers.subject(line, at)):
                yield span
        first = line.begins + (line.begins < len(line.units) and "article" in line.units[line.begins].tags)
        last = first
        while last < len(line.units) and (last == first or not line.units[last].gap) and _entitles(line.units[last]):
            last += 1
        if not line.verb_first and last > first and line.units[first].tags & _TITLES:
            yield range(first, last)


def _entitles(unit: Unit) -> bool:
    """Whether a word belongs to a title or to the name behind it ("Colonel Philip Aguer")."""
    return bool(unit.tags & _TITLES) or (unit.capital and unit.tags <= {"name_start"})


def _pronoun(line: Line, verb: int) -> str:
    """The gender of the English pronoun that is the subject of a verb of saying, or empty."""
    at = verb - 1
    while at > 0 and line.units[at].tags & AUXILIARY and not line.units[at + 1].gap:
        at -= 1
    behind = verb + 1 < len(line.units) and not line.units[verb + 1].gap and "pronoun" in line.units[verb + 1].tags
    entry = line.units[at].entry("pronoun") if at >= 0 else None
    if entry is None and behind:
        entry = line.units[verb + 1].entry("pronoun")
    return entry.value if entry is not None else ""


def _form(line: Line, verb: int) -> str:
    """Whose an Arabic verb is by its form: "f", "p", else "m"; empty of a noun, or where who speaks may follow."""
    unit, after = line.units[verb], line.units[verb + 1] if verb + 1 < len(line.units) else None
    finite = any(entry.tense in {"past", "present"} for entry in unit.entries)
    if not finite or after is None or not (after.gap or after.tags & _BEHIND):
        return ""
    stem = unit.reading.stem or unit.word
    return "p" if stem.endswith(_THEY) else "f" if stem.endswith(_SHE) or stem.startswith(_SHE) else "m"


def _suits(line: Line, span: range, gender: str) -> bool:
    """Whether a pronoun or the form of a verb may mean those whom a span names."""
    units = [line.units[n] for n in span]
    if line.verb_first:
        party = line.phrase(span[0])
        feminine = units[0].word.endswith(_FEMININE) or "source" in units[0].tags  # «مصادر»
        side = isinstance(party, Party) and party.gender == "f" and units[0].tags.isdisjoint(_PERSONS)  # «ناطق باسم قسد»
        return gender != "p" and (feminine or side) == (gender == "f")
    nouns = [unit for unit in units if unit.tags & _PERSONS]
    several = any(unit.word.endswith("s") for unit in nouns)
    if gender in {"m", "f"}:
        return (bool(nouns) or all(unit.capital for unit in units)) and not several
    return several if gender == "p" else not (several or any(unit.tags & _TITLES for unit in nouns))
