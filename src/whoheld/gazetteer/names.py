"""The keys under which an index puts a place: its names, and what other writers make of them."""

from collections.abc import Iterator, Sequence

from whoheld.gazetteer import bgn
from whoheld.gazetteer.entry import Entry
from whoheld.gazetteer.keys import keys, squashed
from whoheld.gazetteer.romanise import plain_forms
from whoheld.gazetteer.sounding import consonants

ROMANISED, SOUNDING = "~", "^"
"""Begin the keys of a name's plain romanised form and of its consonants."""
_RENDERED_COUNTRIES = bgn.COUNTRIES | frozenset(
    "AF AM AZ BG BY DJ ER GE IL IR KG KM KZ MD ME MK PK RS RU SO TD TJ TM UA UZ XK".split()  # noqa: SIM905 - to be read
)
"""Where names in Latin letters render another script."""
_ARABIC_LETTERS = ("\u0620", "\u06d5")


def name_keys(numbered: Sequence[tuple[int, Entry]]) -> Iterator[tuple[str, int]]:
    """Every key of every entry, with the entry's number; some come twice."""
    spelt = [(spelling, n) for n, entry in numbered for spelling in {entry.name, *(s for _, s in entry.spellings)}]
    bulk = keys([spelling for spelling, _ in spelt])
    named = {(key, n) for key, (_, n) in zip(bulk, spelt, strict=True) if key}
    yield from named
    yield from ((squashed(key), n) for key, n in named if " " in key and _ARABIC_LETTERS[0] <= key[0] <= _ARABIC_LETTERS[1])
    yield from ((key, n) for n, entry in numbered if entry.country in bgn.COUNTRIES and (key := _arabic_key(entry)))
    rendered = {n: entry for n, entry in numbered if entry.country in _RENDERED_COUNTRIES}
    yield from _romanised([(key, n) for key, n in named if n in rendered and key[0] < _ARABIC_LETTERS[0]])
    yield from _sounding([(entry.name, n) for n, entry in rendered.items() if entry.country not in bgn.COUNTRIES])


def _arabic_key(entry: Entry) -> str:
    known = any(_ARABIC_LETTERS[0] <= spelling[:1] <= _ARABIC_LETTERS[1] for _, spelling in entry.spellings)
    return "" if known else bgn.arabic_key(entry.name)


def _romanised(named: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    forms = plain_forms([key for key, _ in named])
    return ((ROMANISED + form, n) for form, (_, n) in zip(forms, named, strict=True) if form)


def _sounding(named: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    sounds = (consonants(key) for key in keys([name for name, _ in named]))
    return ((SOUNDING + sound, n) for sound, (_, n) in zip(sounds, named, strict=True) if sound)
