"""Names that a text itself calls towns, so that they are known where it names them bare ("بلدة بالما … استعاد الجيش بالما")."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from whoheld.extract.phrases.phrase import labelled
from whoheld.extract.places.openings import SITES
from whoheld.extract.words.letters import readings
from whoheld.extract.words.scan import Sentence, Unit
from whoheld.lang import Entry, Pack
from whoheld.text import key

_TOWNS = frozenset({"settlement", "district", "province"})
_FEMININE = "ه"
"""How folding writes the ending of most nouns for towns, and of the adjectives that qualify them and are no names."""
_ADJECTIVE = "يه"
"""How most feminine adjectives end ("الجوية")."""
_SORTS = frozenset({"country", "function", "common"})
"""Classes of adjectives by which sites are told apart."""
_SHORTEST = 3
_WHERE = frozenset({"in", "at", "near", "from", "inside", "toward", "out of"})
"""Labels of prepositions that places follow."""


def call_names(sentences: Sequence[Sentence], language: Pack) -> None:
    """Writes on every unknown word that a text calls a town somewhere by what name it does."""
    loose = frozenset(word for head in language.heads.values() for word in head.loose)
    called = {name for sentence in sentences for name in _called(sentence.units, loose)}
    if not called:
        return
    ends = tuple(called)
    for sentence in sentences:
        for unit in sentence.units:
            if not unit.tags and unit.word.endswith(ends):
                bare = (reading.stem for reading in readings(unit.word, language.writing) if not reading.article)
                unit.called = next((stem for stem in bare if stem in called), "")


def tell_sites(sentences: Sequence[Sentence], language: Pack) -> None:
    """Takes the noun for a site of which a text names one for that site, though an actor is called so too («القاعدة»).

    An adjective tells of which sort a site is, and of no actor («القاعدة الجوية»).
    """
    article = language.writing.article
    sites = {key(one): Entry("head", kind, "one") for kind, head in language.heads.items() if kind in SITES for one in head.one}
    units = [unit for sentence in sentences for unit in sentence.units]
    named = {unit.reading.stem for unit in units if "head" in unit.tags and not unit.reading.article}
    named |= {unit.reading.stem.removeprefix(article) for unit, after in pairwise(units) if _of_sort(unit, after, article)}
    full = {unit.tail for unit in units if "actor" in unit.tags and unit.tail != unit.word}
    for unit in units:
        noun = unit.reading.stem.removeprefix(article)
        if "actor" in unit.tags and unit.tail == unit.word and noun in named & sites.keys() and article + noun not in full:
            unit.entries, unit.tags, unit.meanings = (sites[noun],), frozenset({"head"}), ()
            unit.reading = unit.reading._replace(stem=noun, article=True)


def _of_sort(unit: Unit, after: Unit, article: str) -> bool:
    """Whether an actor's name is a single noun that a definite feminine adjective qualifies."""
    if "actor" not in unit.tags or unit.tail != unit.word or after.gap or not unit.word.endswith(_FEMININE):
        return False
    sort = after.tags <= _SORTS and after.word.endswith(_ADJECTIVE)
    return (sort or "lying" in after.tags) and after.word.startswith(article)  # «القاعدة الواقعة في»


def named_towns(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The words of one capital that an English text somewhere names as places are named."""
    return frozenset(unit.word for sentence in sentences for unit in _governed(sentence.units))


def call_first_words(sentences: Sequence[Sentence], named: frozenset[str]) -> None:
    """Writes on a word with which a sentence begins, where any has a capital, that the text names it elsewhere as a place is."""
    for sentence in sentences if named else ():
        first = sentence.units[0]
        if _plain(first) and first.word in named:
            first.called = first.word


def _governed(units: Sequence[Unit]) -> Iterator[Unit]:
    """The words of one capital that follow what a place does ("in Galcad", "the town of Galcad", "from Gao and Galcad in")."""
    for at in range(1, len(units)):
        unit, before = units[at], units[at - 1]
        after = units[at + 1] if at + 1 < len(units) else None
        alone = _plain(unit) and not unit.gap and not (after is not None and after.capital and not after.gap)
        if not alone:
            continue
        label = before.entry("preposition")
        where = label is not None and label.value in _WHERE
        of = at > 1 and label is not None and label.value == "of" and "head" in units[at - 2].tags
        listed = at > 1 and "conjunction" in before.tags and _plain(units[at - 2]) and after is not None and labelled(after, "in")
        if where or of or listed:
            yield unit


def _plain(unit: Unit) -> bool:
    """Whether a word shows nothing but its capital."""
    return unit.capital and not (unit.tags or unit.possessive or unit.upper)


def _called(units: Sequence[Unit], loose: frozenset[str]) -> Iterator[str]:
    """The unknown words right after a noun for a single town that bears no article and no pronoun."""
    for head, name in pairwise(units):
        entry = head.entry("head") if "head" in head.tags else None
        if entry is None or entry.value not in _TOWNS or entry.tense != "one" or entry.pronoun or head.reading.article:
            continue
        qualified = name.word.endswith(_FEMININE) and not name.word.startswith("ال")
        spelled = name.word.isalpha() and len(name.word) >= _SHORTEST and not qualified
        if head.tail.endswith(_FEMININE) and head.reading.stem not in loose and not (name.tags or name.gap) and spelled:
            yield name.word
