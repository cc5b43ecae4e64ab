"""The keys under which an index puts a place: its names, and what other writers make of them."""

from collections.abc import Callable, Iterator, Sequence

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
_ARABIC_FROM, _ARABIC_UPTO = "\u0620", "\u06d6"


def name_keys(numbered: Sequence[tuple[int, Entry]]) -> set[tuple[str, int]]:
    """Every key of every entry, with the entry's number."""
    spelt = [(spelling, n) for n, entry in numbered for spelling in (entry.name, *[spelling for _, spelling in entry.spellings])]
    named = dict.fromkeys(zip(keys([spelling for spelling, _ in spelt]), [n for _, n in spelt], strict=True))
    arabic = [pair for pair in named if _ARABIC_FROM <= pair[0] < _ARABIC_UPTO]
    in_arabic = {n for _, n in arabic}
    rendered = {n: entry for n, entry in numbered if entry.country in _RENDERED_COUNTRIES}
    latin = [pair for pair in named if pair[0] < _ARABIC_FROM and pair[1] in rendered]
    unsaid = [(entry.name, n) for n, entry in rendered.items() if entry.country in bgn.COUNTRIES and n not in in_arabic]
    foreign = [(entry.name, n) for n, entry in rendered.items() if entry.country not in bgn.COUNTRIES]
    found = {*named, *((squashed(key), n) for key, n in arabic if " " in key), *_made(bgn.arabic_keys, unsaid)}
    found.update((ROMANISED + form, n) for form, n in _made(plain_forms, latin))
    found.update((SOUNDING + form, n) for form, n in _made(lambda names: consonants(keys(names)), foreign))
    return {pair for pair in found if pair[0]}


def _made(make: Callable[[Sequence[str]], list[str]], named: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """What is made of names; of some it is nothing."""
    made = make([name for name, _ in named])
    return ((form, n) for form, (_, n) in zip(made, named, strict=True) if form)
