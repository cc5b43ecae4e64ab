"""What documents and pictures say in the reader's language; the words stand in ``words.toml`` and ``sources.toml``."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from whoheld import geodata
from whoheld.errors import UsageError
from whoheld.model import Claim, Place
from whoheld.publish.manifest import About, Limits

Words = Mapping[str, str]
"""Key -> text, with ``{slots}``."""


def words(language: str) -> Words:
    """What is said in a language, ``en`` or ``ar``.

    Raises:
        UsageError: there are no words in it.
    """
    known = _all()
    if language not in known:
        raise UsageError(f"documents and pictures speak {' and '.join(known)}, not {language!r}")
    return known[language]


def languages() -> tuple[str, ...]:
    """Those in which documents, pictures and the page speak."""
    return tuple(_all())


def source_lines(attribution: Iterable[str], language: str) -> tuple[str, ...]:
    """Lines on sources and licences in a language; a line that nobody has put into it stays as it is."""
    known = _sources().get(language, {})
    return tuple(known.get(line, line) for line in attribution)


@cache
def _sources() -> Mapping[str, Words]:
    return tomllib.loads((files("whoheld.publish") / "sources.toml").read_text("utf-8"))


@cache
def _all() -> Mapping[str, Words]:
    return tomllib.loads((files("whoheld.publish") / "words.toml").read_text("utf-8"))


def limit_lines(limits: Limits, language: str = "en") -> tuple[str, ...]:
    """A sentence for each thing that an edition leaves out, but for the window, which slider and rows show by themselves."""
    say = words(language)
    said = {
        say["limit_until"].format(day=limits.until): limits.until is not None,
        say["limit_cell"].format(km=f"{(limits.cell_m or 0) / 1000:g}"): limits.cell_m is not None,
        say["limit_redacted"]: limits.redacted,
    }
    return tuple(line for line, holds in said.items() if holds)


def place_name(place: Place, language: str) -> str:
    """What a place is called in a language, as far as its gazetteer knows."""
    return next(iter(place.names.get(language, ())), place.name)


def row_of(claim: Claim) -> str | None:
    """Which row of which table a claim is read from; None where it is read from a text."""
    return claim.article.title if claim.rule.startswith("table:") else None


def title(about: About, language: str) -> str:
    """The title of an edition; that of its theatre in the language, where it has no title of its own."""
    if about.theatre not in geodata.theatres():
        return about.title
    titles = geodata.theatre(about.theatre).file.title
    return titles.get(language, about.title) if about.title == titles.get("en") else about.title
