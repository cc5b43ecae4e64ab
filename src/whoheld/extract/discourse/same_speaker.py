"""Who goes on to speak where a sentence does not name him: "He added that …", "The group said …", «وأضاف أن …»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from whoheld.extract.phrases.phrase import Party
from whoheld.extract.saying.report import Attribution
from whoheld.extract.saying.speaker import Speakers
from whoheld.extract.saying.verbs import adds_to
from whoheld.extract.sentence.frame import AUXILIARY, SAYS
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

_REACH = 2
"""How many sentences before one, or before the quotation that it ends, its speaker may have been named."""
_LONGEST = 5
"""How many sentences of a quotation may stand before its last."""
_OPENING = frozenset('"“')
_PERSONS = frozenset({"title", "official", "voice", "bystander"})
_NO_BODY = frozenset({"title", "official", "voice", "outlet"})
_TITLES = frozenset({"title", "voice"})
_FEMININE = ("ه", "ات")
"""How feminine Arabic nouns end, as folding writes them."""
_SHE = "ت"
"""The letter that an Arabic verb of hers ends with, or begins with in the imperfect."""
_THEY = "وا"
_ONWARD = frozenset({"conjunction", "source"})
"""Classes of the words by which a verb goes on from another («ثم», «كما»)."""
_BEHIND = frozenset({"to", "pronoun", "preposition", "weekday", "day", "time", "adverb"})
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

    def named(self, line: Line, said: Attribution, actor: Party | None) -> Attribution:
        """The attribution with the speaker that a sentence before names, where its own says "he"; else as it is.

        "The group" is rather the one that spoke before than one of whom it spoke, unless it tells of itself by a pronoun.
        """
        if not line.verb_first and said.party is not None and said.party is not actor and _group(line, said):
            body = next(((near, span) for near in self._before(line) for span in self._spoken(near, len(near.units))), None)
            return self._said_by(said, *body) if body is not None and self._is_body(*body) else said
        verb = said.unnamed
        gender = (_form(line, verb) if line.verb_first else _pronoun(line, verb) or _document(line, verb)) if verb >= 0 else ""
        here = [(line, verb)] if gender and line.verb_first else []
        for near, before in (*here, *((earlier, len(earlier.units)) for earlier in self._before(line) if gender)):
            span = next((span for span in self._spoken(near, before) if _suits(near, span, gender)), None)
            if span is not None:
                return self._said_by(said, near, span)
        own = actor is not None and verb >= 0 and line.verb_first and _of_his_own(line, verb)
        return replace(said, party=actor, start=actor.start, end=actor.end) if own and actor is not None else said

    def _is_body(self, line: Line, span: range) -> bool:
        """Whether a span names a body that is no side by two words at least ("the UN Group of Experts"), no person or paper."""
        units, party = [line.units[n] for n in span], self._speakers.party(line, span)
        side = party is not None and bool(party.meanings)
        named = sum(unit.capital for unit in units) > 1 and any("bystander" in u.tags or "group" in u.cues for u in units)
        return named and not side and not any(unit.tags & _NO_BODY or "broadcaster" in unit.cues for unit in units)

    def _before(self, line: Line) -> Iterator[Line]:
        """The sentences before one that may name its speaker, the last first."""
        at = self._lines.index(line)
        opens = at
        while opens > max(0, at - _LONGEST) and self._lines[opens - 1].sentence.paragraph == line.sentence.paragraph:
            opens -= 1
        quoted = not line.verb_first and not _OPENING.isdisjoint(self._lines[opens].units[0].gap)
        opens = opens if quoted else at
        near = reversed(self._lines[max(0, opens - _REACH) : at])
        return takewhile(lambda earlier: line.sentence.paragraph - earlier.sentence.paragraph <= 1, near)

    def _said_by(self, said: Attribution, line: Line, span: range) -> Attribution:
        start, end = line.units[span[0]].start, line.units[span[-1]].stop
        return replace(said, party=self._speakers.party(line, span), start=start, end=end)

    def _spoken(self, line: Line, before: int) -> Iterator[range]:
        """The speakers that a sentence names before a unit, the last first, and then who begins it by his title."""
        for at in range(before - 1, -1, -1):
            noun = at > 0 and "article" in line.units[at - 1].tags
            if line.units[at].tags & SAYS and line.phrase(at) is None and not noun and (span := self._speakers.subject(line, at)):
                yield span
        first = line.begins + (line.begins < len(line.units) and "article" in line.units[line.begins].tags)
        last = first
        while last < len(line.units) and (last == first or not line.units[last].gap) and _entitles(line.units[last]):
            last += 1
        if not line.verb_first and last > first and line.units[first].tags & _TITLES:
            yield range(first, last)


def _group(line: Line, said: Attribution) -> bool:
    """Whether a speaker is only called "the group"."""
    noun = next((unit for unit in reversed(line.units) if unit.start < said.end), None)
    return noun is not None and noun.start >= said.start and "actor_anaphor" in noun.tags and "group" in noun.tail_cues


def _entitles(unit: Unit) -> bool:
    """Whether a word belongs to a title or to the name behind it ("Colonel Philip Aguer")."""
    return bool(unit.tags & _TITLES) or (unit.capital and unit.tags <= {"name_start"})


def _pronoun(line: Line, verb: int) -> str:
    """The gender of the English pronoun that is the subject of a verb of saying, or empty."""
    main = adds_to(line, verb)  # "He denied it, saying that"
    at = (verb if main is None else main) - 1
    while at > 0 and line.units[at].tags & AUXILIARY and not line.units[at + 1].gap:
        at -= 1
    behind = verb + 1 < len(line.units) and not line.units[verb + 1].gap and "pronoun" in line.units[verb + 1].tags
    entry = line.units[at].entry("pronoun") if at >= 0 else None
    if entry is None and behind:
        entry = line.units[verb + 1].entry("pronoun")
    return entry.value if entry is not None else ""


def _document(line: Line, verb: int) -> str:
    """What a body is called by a pronoun, where only "the report" of one is told to say something; else empty."""
    noun, article = line.units[verb - 1], line.units[max(0, verb - 2)]
    told = verb > 1 and "statement" in noun.tags and "definite" in article.cues and not line.units[verb].gap
    return "n" if told else ""


def _form(line: Line, verb: int) -> str:
    """Whose an Arabic verb is by its form: "f", "p", else "m"; empty of a noun, or where who speaks may follow."""
    unit, after = line.units[verb], line.units[verb + 1] if verb + 1 < len(line.units) else None
    finite = any(entry.tense in {"past", "present"} for entry in unit.entries)
    if not finite or after is None:
        return ""
    stem = unit.reading.stem or unit.word
    gender = "p" if stem.endswith(_THEY) else "f" if stem.endswith(_SHE) or stem.startswith(_SHE) else "m"
    return gender if after.gap or after.tags & _BEHIND or _announces(line, verb, gender) else ""


def _announces(line: Line, verb: int, gender: str) -> bool:
    """Whether a deed is the object right behind an Arabic verb, and not its subject («ثم أعلنت تحرير المدينة»).

    It may be the subject of a passive that agrees with it («أعلن تحرير المدينة»), unless the verb goes on from another.
    """
    deed, goes_on = line.units[verb + 1], line.units[verb - 1].tags & _ONWARD if verb else frozenset[str]()
    told = line.phrase(verb + 1) is None and any(e.tag == "trigger" and e.tense == "noun" for e in deed.entries)
    disagrees = gender == "p" or (gender == "f") != deed.reading.stem.endswith(_FEMININE)
    return told and (disagrees or bool(goes_on))


def _of_his_own(line: Line, verb: int) -> bool:
    """Whether a deed of his own is what somebody tells whom the verb leaves unnamed («وأعلن سيطرته على البلدة»)."""
    deed = line.units[verb + 1] if verb + 1 < len(line.units) else None
    return deed is not None and not deed.gap and any(e.tag == "trigger" and e.tense == "noun" and e.pronoun for e in deed.entries)


def _suits(line: Line, span: range, gender: str) -> bool:
    """Whether a pronoun or the form of a verb may mean those whom a span names."""
    units = [line.units[n] for n in span]
    if line.verb_first:
        party = line.phrase(span[0])
        feminine = units[0].word.endswith(_FEMININE) or "source" in units[0].tags  # «مصادر»
        side = isinstance(party, Party) and party.gender == "f" and units[0].tags.isdisjoint(_PERSONS)  # «ناطق باسم قسد»
        if gender == "p":
            return isinstance(party, Party) and party.gender == "p" and units[0].tags.isdisjoint(_PERSONS)
        return (feminine or side) == (gender == "f")
    nouns = [unit for unit in units if unit.tags & _PERSONS]
    several = any(unit.word.endswith("s") for unit in nouns)
    if gender in {"m", "f"}:
        return (bool(nouns) or all(unit.capital for unit in units)) and not several
    return several if gender == "p" else not (several or any(unit.tags & _TITLES for unit in nouns))
