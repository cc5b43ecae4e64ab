"""Languages: each is one file beside this module, read into a ``Pack`` and compiled into phrases that a scan finds."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from whoheld.errors import DataError
from whoheld.lang.inflect import NOUNS, PARTICIPLES, VERBS, Form
from whoheld.lang.schema import Found, Pack, Trait, Trigger, Words, Writing
from whoheld.text import key

__all__ = ["Entry", "Found", "Pack", "Trigger", "Writing", "clitics", "cues", "languages", "load", "pack", "phrases"]


class Entry(NamedTuple):
    """What a phrase is: its class, its value in that class, the features of its form, and the traits of the frame it evokes."""

    tag: str
    value: str = ""
    tense: str = ""
    gender: str = ""
    pronoun: str = ""
    traits: tuple[Trait, ...] = ()


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that have a pack, sorted."""
    return tuple(sorted(path.stem for path in Path(__file__).parent.glob("*.toml")))


@cache
def pack(code: str) -> Pack:
    """The pack of a language.

    Raises:
        DataError: there is none, or it is not as the schema wants it.
    """
    return load(Path(__file__).parent / f"{code}.toml")


def load(path: Path) -> Pack:
    """A pack read from a file.

    Raises:
        DataError: it cannot be read, or is not as the schema wants it.
    """
    try:
        return Pack.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"cannot be read: {error}", path=path) from error
    except ValidationError as error:
        detail = error.errors()[0]
        where = ".".join(str(part) for part in detail["loc"])
        raise DataError(f"{where}: {detail['msg']}", path=path, row=where) from error


@cache
def phrases(code: str) -> Mapping[tuple[str, ...], tuple[Entry, ...]]:
    """Every form of every word of a language, as token keys, with all that it may be."""
    found: dict[tuple[str, ...], dict[Entry, None]] = {}
    for text, entry in _entries(pack(code)):
        phrase = tuple(key(text).split())
        found.setdefault(phrase, {})[entry] = None
    return {phrase: tuple(entries) for phrase, entries in found.items()}


@cache
def cues(code: str) -> Mapping[str, frozenset[str]]:
    """What cues each word of a language is, by its key."""
    found: dict[str, set[str]] = {}
    for cue, words in pack(code).cues.items():
        for word in words:
            found.setdefault(key(word), set()).add(cue)
    return {word: frozenset(said) for word, said in found.items()}


@cache
def clitics() -> tuple[str, ...]:
    """The letters that some language writes on a word for a conjunction or a preposition."""
    written = (pack(code).writing for code in languages())
    return tuple(dict.fromkeys(letter for one in written for letter in (*one.conjunctions, *one.prepositions)))


def owned_heads(code: str) -> Iterator[tuple[str, str]]:
    """The words for kinds of places with a possessive pronoun ("its airport" as one word), as keys, each with its kind."""
    language = pack(code)
    for kind, head in language.heads.items():
        for noun in head.owned:
            for form in NOUNS[language.writing.inflection](noun):
                if form.pronoun:
                    yield key(form.text), kind


def _entries(language: Pack) -> Iterator[tuple[str, Entry]]:
    writing = language.writing
    homes = {home for homes in language.homelands.values() for home in homes}
    for tag, words in language.classes.items():
        for text, entry in _inflected(writing, words, tag, ""):
            whose = "m" if " " in text and text.rsplit(" ", 1)[1] in homes else entry.pronoun  # "جيش بلده" is no "جيش بلدة"
            yield text, entry._replace(pronoun=whose)
    for relation, words in language.lights.items():
        yield from _inflected(writing, words, "light", relation.value)
    for trigger in language.trigger:
        transitive = trigger.repeats or "object" in (*trigger.place, *trigger.loser)
        evoking = _inflected(writing, trigger, "trigger", trigger.name, objects=transitive)
        yield from ((text, entry._replace(traits=trigger.traits)) for text, entry in evoking)
    for kind, head in language.heads.items():
        yield from ((text, Entry("head", kind, "one")) for text in head.one)
        yield from ((text, Entry("head", kind, "many")) for text in head.many)
        forms = (form for noun in head.owned for form in NOUNS[writing.inflection](noun) if form.pronoun)
        yield from ((form.text, Entry("head", kind, "one", pronoun=form.pronoun)) for form in forms)
    yield from _valued(language.prepositions, "preposition")
    yield from _valued(language.pronouns, "pronoun")
    yield from _valued(language.possessives, "possessive")
    yield from _valued(language.bound, "bound")
    yield from _valued(language.countries, "country")
    yield from _valued(language.both, "both")
    yield from _date_words(language)


def _valued(table: Mapping[Any, tuple[str, ...]], tag: str) -> Iterator[tuple[str, Entry]]:
    return ((text, Entry(tag, str(value))) for value, texts in table.items() for text in texts)


def _date_words(language: Pack) -> Iterator[tuple[str, Entry]]:
    dates = language.dates
    numbered = {
        "month": dates.months,
        "hijri": dates.hijri_months,
        "weekday": dates.weekdays,
        "number": dates.numbers,
        "ordinal": dates.ordinals,
        "day": dates.days,
    }
    for tag, table in numbered.items():
        yield from _valued(table, tag)
    yield from _valued(dates.units, "unit")
    yield from ((text, Entry("unit", unit, "many")) for unit, texts in dates.plurals.items() for text in texts)
    yield from _valued(dates.duals, "dual")
    yield from _valued(dates.feasts, "feast")
    yield from _valued(dates.seasons, "season")
    yield from _valued(dates.references, "reference")
    yield from _valued(dates.words, "time")


def _inflected(writing: Writing, words: Words, tag: str, value: str, *, objects: bool = False) -> Iterator[tuple[str, Entry]]:
    for form in _forms(writing, words):
        if not form.pronoun or objects or form.tense == "noun":
            yield form.text, Entry(tag, value, form.tense, form.gender, form.pronoun)


def _forms(writing: Writing, words: Words) -> Iterator[Form]:
    yield from (Form(text, "") for text in words.words)
    for table, parts in ((VERBS, words.verbs), (NOUNS, words.nouns), (PARTICIPLES, words.participles)):
        for part in parts:
            yield from table[writing.inflection](part)
