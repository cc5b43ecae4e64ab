"""What documents and pictures say in the reader's language; the words stand in ``words.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from whoheld import geodata
from whoheld.errors import UsageError
from whoheld.model import Place
from whoheld.publish.manifest import About

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


@cache
def _all() -> Mapping[str, Words]:
    return tomllib.loads((files("whoheld.publish") / "words.toml").read_text("utf-8"))


def place_name(place: Place, language: str) -> str:
    """What a place is called in a language, as far as its gazetteer knows."""
    return next(iter(place.names.get(language, ())), place.name)


def title(about: About, language: str) -> str:
    """The title of an edition; that of its theatre in the language, where it has no title of its own."""
    if about.theatre not in geodata.theatres():
        return about.title
    titles = geodata.theatre(about.theatre).file.title
    return titles.get(language, about.title) if about.title == titles.get("en") else about.title
