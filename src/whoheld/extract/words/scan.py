"""One pass over folded text: words, what the lexicon and the registry know about them, sentences and paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whoheld.actors import Meaning, Phrase, Registry
from whoheld.extract.words.beginnings import Beginnings, Hit, Starts, read_as, without_pronouns
from whoheld.extract.words.letters import Reading
from whoheld.lang import Entry, cues, pack
from whoheld.text import IGNORED, Token, fold, tokens

_SENTENCE_END = re.compile(r"[.!?؟。…]")
_PARTS_A_PHRASE = re.compile(r"[,،;؛:!?؟\n]|\.\s")
_GLUED = re.compile("ة(?=[ء-ي])")
_ERA = re.compile(r"(\d{4})م\b")
"""The letter of the common era behind the figures of a year («1986م»)."""
_OPENS = "«\"“‘('"
_PASSIVE_VOWEL = "\u064f"
_LONGEST_QUOTATION = 300
_MARKS = "".join(map(chr, range(0x64B, 0x653))) + "\u0640\u0670"
"""Vowel signs and the like, which end Arabic words and part none («فرّ»)."""
_SPACES = frozenset({" ", "_"})
_HEADLAND = "ras"
"""The Arabic for a headland, which is also transcribed with an apostrophe that owns nothing ("Ra's Lanuf")."""
_LOW_HAMZA, _HAMZAS, _MADDA = "إ", "إأ", "آ"
_SPACED_HYPHEN, _HYPHEN, _DASH = " - ", "-", "–"
"""A hyphen between spaces is a dash."""
_AYIN = frozenset("'‘’ʿʻ`")
"""How Latin letters write the Arabic ayin, with which a name may begin behind its article ("al-'Ayadiya")."""
_IN_FIGURES = frozenset(",:")
_WORD = 3
"""Letters of a word that is no initial."""
_ACRONYM = 6
"""A name of capitals no longer than this (IS, HTS, AANES) must be written in capitals, or it is a common word."""


@dataclass(slots=True)
class Unit:
    """A word or phrase of the text.

    Attributes:
        start, end: code points of the original; ``start`` is that of the stem, after the letters written on it.
        word: the first word, with the letters written on it; ``tail`` is the last.
        gap: punctuation between the previous unit and this one, without spaces.
        reading: the letters that were written on it, and its stem.
        capital: whether it begins with a capital letter; upper: whether it is an acronym.
        ending: how many of its code points are a possessive ending.
        entries: what the lexicon says that it is; ``tags`` are their classes, and ``actor`` for a name of the registry.
        meanings: the actors that it may name.
        cues: what the first word is that rules look for; tail_cues: what the last is.
        called: the name in an unknown word that the text elsewhere calls a town, or empty.
        person: whether the text tells that it is of somebody's name.
    """

    start: int
    end: int
    word: str
    tail: str
    gap: str
    reading: Reading
    capital: bool
    upper: bool
    ending: int
    entries: tuple[Entry, ...]
    meanings: tuple[Meaning, ...]
    tags: frozenset[str]
    cues: frozenset[str]
    tail_cues: frozenset[str]
    called: str = ""
    person: bool = False

    @property
    def possessive(self) -> bool:
        """Whether it carries a possessive ending."""
        return self.ending > 0

    @property
    def stop(self) -> int:
        """One past its last code point without a possessive ending."""
        return self.end - self.ending

    def entry(self, tag: str) -> Entry | None:
        """Its first entry in a class, or None."""
        if tag in self.tags:
            for entry in self.entries:
                if entry.tag == tag:
                    return entry
        return None


@dataclass(slots=True)
class Sentence:
    """The units of one sentence, the number of its paragraph, and whether it asks or is the headline of its text."""

    units: list[Unit]
    paragraph: int
    question: bool
    headline: bool = False

    @property
    def start(self) -> int:
        """The first code point."""
        return self.units[0].start

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.units[-1].end


_NO_TAGS: frozenset[str] = frozenset()
_LOW = frozenset({"be", "function", "pronoun", "article"})
"""Classes of words that no acronym is, though it is spelled like one."""
_US = frozenset({"country", "function"})
"""What a word may be that in capitals is the country and else a pronoun."""
_MAY = frozenset({"month", "modal"})
"""What a word may be that with a capital is the month and else the verb."""


def _unstopped(end: str) -> bool:
    """Whether no full stop ends a line."""
    return not end.strip("»\"”)' \n")


class Scanner:
    """Finds the words of a language and the names of a registry in text."""

    def __init__(self, language: str, registry: Registry) -> None:
        self.pack = pack(language)
        self._writing = self.pack.writing
        self._capitals = self.pack.writing.capitals
        self._begin = Beginnings(language, registry)
        self._cues = cues(language)
        self._abbreviations = frozenset(self._writing.abbreviations)

    def sentences(self, text: str) -> list[Sentence]:
        """The sentences of a text with their units."""
        found, units, paragraph = list[Sentence](), list[Unit](), 0
        for unit in self._units(text, fold(text)):
            if units and (unit.gap or text[unit.start - 1 : unit.start] == "\n"):
                between = text[units[-1].end : unit.start]
                if "\n" in between or self._full_stop(between, units[-1], unit):
                    headline = not found and _unstopped(between.partition("\n")[0])
                    found.append(Sentence(units, paragraph, "?" in between or "؟" in between, headline))
                    units = []
                    paragraph += "\n" in between
                elif unit.gap == "." and (self._is_short_title(units[-1]) or (not unit.capital and _initials(units[-1]))):
                    unit.gap = ""
            units.append(unit)
        if units:
            rest = text[units[-1].end :]
            headline = not found and _unstopped(rest)
            found.append(Sentence(units, paragraph, rest.lstrip("»\"”)' ").startswith(("?", "؟")), headline))
        return found

    def _full_stop(self, between: str, last: Unit, unit: Unit) -> bool:
        end = _SENTENCE_END.search(between)
        if end is None or not any(char.isspace() for char in between):
            words = (last.word, unit.word)  # "… شمال البلاد.فقد كشف الناطق …", but not "أ.ف.ب"
            begins = unit.capital and not last.upper  # "… retook the town.The army …", but not "the U.S.Navy"
            return unit.gap == "." and all(len(w) >= _WORD and w.isalpha() and (begins or not w.isascii()) for w in words)
        if end.group() == "." and between[0] == ".":
            short = (len(last.reading.stem) == 1 and last.capital) or {last.reading.stem, last.tail} & self._abbreviations
            return not short and (unit.capital or not self._starts_low(unit))
        return end.group() != "…" or unit.capital

    def _is_short_title(self, unit: Unit) -> bool:
        """Whether a word is a rank or an office written short, whose full stop parts nothing ("Maj. Gen. Qassim Atta")."""
        return "title" in unit.tags and unit.tail in self._abbreviations

    def _starts_low(self, unit: Unit) -> bool:
        return self._writing.capitals and not unit.capital and not unit.word[0].isdigit() and not set(unit.gap) & set(_OPENS)

    def _units(self, text: str, folded: str) -> Iterator[Unit]:
        words = self._words(folded) if self._capitals else _unglued(text, folded)
        kept = self._begin.kept
        at, last, count = 0, 0, len(words)
        while at < count:
            word = words[at]
            starts = kept.get(word.key) or self._begin.of(word.key)
            following = words[at + 1].key if at + 1 < count else ""
            settled = following not in starts.longer and (starts.sure is not None or not starts.alone)
            hit = starts.sure if settled else self._hit(text, words, at, starts)
            end = words[at + len(hit.rest)] if hit else word
            between = text[last : word.start]
            figure = between in _IN_FIGURES and text[last - 1].isdigit() and text[word.start].isdigit()  # "500,000", "12:30"
            yield self._unit(text, (word, end), "" if between in _SPACES or figure else _gap(between), hit or starts.bare)
            at, last = at + 1 + (len(hit.rest) if hit else 0), end.end

    def _unit(self, text: str, ends: tuple[Token, Token], gap: str, hit: Hit | Reading) -> Unit:
        first, last = ends
        capitals = self._capitals or first.key.isascii()
        cues = self._cues.get(first.key, _NO_TAGS), self._cues.get(last.key, _NO_TAGS)
        start, word = first.start, first.key
        capital = capitals and text[start].isupper()
        upper = capital and len(word) > 1 and text[start : start + len(word)].isupper()
        if isinstance(hit, Reading):
            return Unit(start, last.end, word, last.key, gap, hit, capital, upper, last.ending, (), (), _NO_TAGS, *cues)
        reading = hit.reading
        # The letters of one reading stand at the front of the word; marks inside it are rare enough to be counted with it.
        if not reading.article:
            start = min(start + len(word) - len(reading.stem), first.end - 1)
        entries = _entries(text, first, hit) if hit.entries else ()
        tags = hit.tags - {"modal"} if capital and hit.tags >= _MAY else hit.tags
        tags = tags - {"function"} if upper and tags >= _US else tags
        tags = tags - {"month"} if capitals and not capital and "month" in tags else tags  # "would march on"
        if "month" in tags and text[start] in _HAMZAS and "low_hamza" in self._cues.get(reading.stem, _NO_TAGS):
            tags, entries = tags - {"month"}, tuple(entry for entry in entries if entry.tag != "month")
            low = {"low_hamza"} if text[start] == _LOW_HAMZA else set[str]()
            cues = (cues[0] - {"low_hamza"}) | low, cues[1]  # «يريم وإب», «أب وأم»
        if "madda" in cues[0] and text[first.start] != _MADDA:
            cues = cues[0] - {"madda"}, cues[1] - {"madda"}
        shown = capital, upper, last.ending
        return Unit(start, last.end, word, last.key, gap, reading, *shown, entries, hit.meanings, tags, *cues)

    def _words(self, folded: str) -> list[Token]:
        """The words as written, possessive endings taken off their keys."""
        return [_owning(folded, token) if token.key[-1] == "s" else token for token in tokens(folded)]

    def _hit(self, text: str, words: Sequence[Token], at: int, starts: Starts) -> Hit | None:
        """What begins here, unless a name that begins at its second word reaches further ("the Army of Conquest")."""
        hit = self._longest(text, words, at, starts)
        if hit is None or not hit.rest or not (hit.meanings or "actor_anaphor" in hit.tags):
            return hit  # what is only "the movement" may begin a name ("the Movement for Democracy in Liberia")
        inner = self._longest(text, words, at + 1, self._begin.of(words[at + 1].key))
        known = {meaning.actor.id for meaning in hit.meanings if not meaning.alias.text.islower()}
        other = inner is not None and known.isdisjoint(
            meaning.actor.id for meaning in inner.meanings
        )  # "Khalifa Haftar's forces"
        whole = other or "definite" in self._cues.get(words[at].key, _NO_TAGS)  # "the Islamic State of Iraq and the Levant"
        named = inner is not None and inner.meanings and whole and len(inner.rest) >= len(hit.rest)
        common = all(meaning.alias.text.islower() for meaning in hit.meanings)
        if not (named or (common and self._opens_name(text, words, at + len(hit.rest)))):
            return hit
        return next((found for short in starts.alone if (found := self._shown(text, words, at, short))), None)

    def _opens_name(self, text: str, words: Sequence[Token], noun: int) -> bool:
        """Whether a noun with a capital begins a name that goes on with "of" or "for" ("the Army of Light")."""
        if not self._capitals or noun + 2 >= len(words) or not text[words[noun].start].isupper():
            return False
        name = noun + 2
        if "definite" in self._cues.get(words[name].key, _NO_TAGS) and name + 1 < len(words):
            name += 1
        joined = "name_of" in self._cues.get(words[noun + 1].key, _NO_TAGS)
        state = any("country" in begun.tags for begun in self._begin.of(words[name].key).alone)
        return joined and text[words[name].start].isupper() and not state

    def _longest(self, text: str, words: Sequence[Token], at: int, starts: Starts) -> Hit | None:
        """The longest phrase that begins here; of equals the one that leaves most letters on the word."""
        if starts.longer and at + 1 < len(words):
            for hit in starts.longer.get(words[at + 1].key, ()):
                if _follows(text, words, at, hit.rest) and (found := self._shown(text, words, at, hit)):
                    return found
        for hit in starts.alone:
            if found := self._shown(text, words, at, hit):
                return found
        return None

    def _shown(self, text: str, words: Sequence[Token], at: int, hit: Hit) -> Hit | None:
        """The hit without the names whose capitals the text does not show, or None where nothing remains."""
        if not self._writing.capitals:
            return without_pronouns(hit) if text[words[at + len(hit.rest)].end - 1] == "ة" else hit
        if not hit.meanings:
            return hit
        written = text[words[at].start : words[at + len(hit.rest)].end]
        meanings = tuple(meaning for meaning in hit.meanings if _shows(meaning.alias.text, written))
        acronym = written.isupper() and any(meaning.alias.text.isupper() for meaning in meanings)
        entries = tuple(entry for entry in hit.entries if not acronym or entry.tag not in _LOW)  # "IS captured Hit"
        if len(meanings) == len(hit.meanings) and entries == hit.entries:
            return hit
        return read_as(hit.reading, hit.rest, entries, meanings) if meanings or entries else None


def _gap(between: str) -> str:
    """What stands between two words, without spaces and without the signs on the letters of the first."""
    between = between.lstrip(_MARKS)
    if between[:1] == _HYPHEN and between[1:] and _AYIN.issuperset(between[1:]):
        return _HYPHEN  # "al-'Ayadiya"
    return "" if between in _SPACES else _DASH if between == _SPACED_HYPHEN else "".join(between.split())


def _initials(unit: Unit) -> bool:
    """Whether a name is written in letters with a full stop each ("U.N."), the last of which parts nothing."""
    return len(unit.tail) == 1 and unit.tail != unit.word


def _unglued(text: str, folded: str) -> list[Token]:
    """The words of a text, parted too where a letter that only ends words has no space behind it («الإسلاميةاستولى»).

    A year has no letter of its era on it.
    """
    cuts, folded = [found.end() for found in _GLUED.finditer(text)], _ERA.sub(rf"\1{IGNORED}", folded)
    starts, ends = [0, *cuts], [*cuts, len(text)]
    return [token for start, end in zip(starts, ends, strict=True) for token in tokens(folded, start, end)]


def _follows(text: str, words: Sequence[Token], at: int, rest: Phrase) -> bool:
    stop = at + 1 + len(rest)
    if stop > len(words):
        return False
    for n, key in enumerate(rest, at + 1):
        if words[n].key != key:
            return False
        last, start = words[n - 1].end, words[n].start
        if start - last > 1 and _PARTS_A_PHRASE.search(text, last, start):
            return False
    return True


def _owning(folded: str, word: Token) -> Token:
    """A word that ends in s without its possessive ending, if that is what it is."""
    start, end, key, _ = word
    if len(key) > 2 and key != _HEADLAND:  # noqa: PLR2004 - a name and 's
        if folded.endswith(IGNORED + "s", start, end):
            return Token(start, end, key[:-1], 2)
        if folded.startswith(IGNORED, end) and not _quoted(folded, end):
            return Token(start, end + 1, key, 1)
    return word


def _quoted(folded: str, end: int) -> bool:
    """Whether an apostrophe closes a quotation that began not long before."""
    opened = folded.rfind(f" {IGNORED}", max(0, end - _LONGEST_QUOTATION), end)
    return opened >= 0 and f"{IGNORED} " not in folded[opened:end]


def _shows(name: str, written: str) -> bool:
    if name.isupper() and len(name) <= _ACRONYM:
        return written.isupper() or written.rstrip("'’s").isupper()
    return written[0].isupper() if name[0].isupper() else True


def _entries(text: str, first: Token, hit: Hit) -> tuple[Entry, ...]:
    """The entries of a word; a vowel mark that only the passive has inside a past form tells the two apart ("حُررت")."""
    if _PASSIVE_VOWEL not in text[first.start : first.end - 1]:
        return hit.entries
    told = {entry.value for entry in hit.entries if entry.tense == "past"}
    kept = (entry for entry in hit.entries if not (entry.tense == "noun" and entry.value in told))  # "طُرد" is no "طَرد"
    return tuple(entry._replace(tense="passive") if entry.tense == "past" else entry for entry in kept)
