"""Words of a script without capitals that look like a place name and are none."""

from collections.abc import Sequence
from functools import cache

from whoheld.extract.phrases.phrase import parted
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack, phrases
from whoheld.text import key

_NOUNS = frozenset(
    {"report", "statement", "common", "function", "voice", "position", "armed", "plan", "attempt", "failure", "other_sense"}
    | {"medium", "official", "title"}
)
"""Classes of common nouns on which a pronoun may be written."""
_PRONOUNS = ("هما", "ها", "هم", "نا", "ه")
_FEMININE = ("ت", "ه")
"""The ending of a feminine noun before a pronoun and alone, as folding writes them."""
_COUNTED = "ا"
"""The ending of a noun that a number counts."""
_SHORTEST = 3
_OUTLETS = frozenset({"medium", "outlet"})


@cache
def _nouns(code: str) -> frozenset[str]:
    """The common nouns of a language that are one word."""
    return frozenset(
        phrase[0]
        for phrase, entries in phrases(code).items()
        if len(phrase) == 1 and any(e.tag in _NOUNS and e.tense in {"", "noun"} and not e.pronoun for e in entries)
    )


class CommonNouns:
    """Tells common nouns of one language from the hamlets that are written alike."""

    def __init__(self, language: Pack) -> None:
        self._article = language.writing.article
        self._given = frozenset(key(name) for name in language.given)
        self._letters = (*language.writing.conjunctions, *language.writing.prepositions)
        self._nouns = _nouns(language.code)

    def names_no_place(self, units: Sequence[Unit], at: int) -> bool:
        """Whether a word is a number, the name of an agency («وكالة سبأ») or a person, or a noun («في بيانه», «بهذا الخصوص»)."""
        unit, before = units[at], units[at - 1] if at else None
        outlet = before is not None and not before.tags.isdisjoint(_OUTLETS) and not parted(unit.gap)
        surname = before is not None and before.word in self._given and not unit.gap and unit.word[0] != "و"
        figure = before is not None and before.word.isdigit() and unit.word.endswith(_COUNTED)  # "89 فارا"
        several = before is not None and not before.tags.isdisjoint(("number", "quantity"))  # «80 ألف مدني»
        counted = (figure or several) and not unit.gap
        speaker = before is not None and not unit.gap and _says(before) and not unit.word.startswith(self._letters)
        pointed = before is not None and not unit.gap and "demonstrative" in before.cues
        return unit.word[0].isdigit() or outlet or surname or speaker or counted or pointed or self._owned(unit.word)

    def _owned(self, word: str) -> bool:
        """Whether a word is a common noun with the pronoun of whose it is."""
        if word.startswith(self._article):
            return False
        stems = [word.removesuffix(pronoun) for pronoun in _PRONOUNS if word.endswith(pronoun)]
        bound, alone = _FEMININE
        nouns = {stem for stem in stems if len(stem) >= _SHORTEST}
        nouns |= {stem.removesuffix(bound) + alone for stem in nouns if stem.endswith(bound)}  # "قلعته"
        return not nouns.isdisjoint(self._nouns)


def _says(unit: Unit) -> bool:
    """Whether a verb says who says something, who is no town, as towns are feminine («قال جمال»)."""
    return any(entry.tag == "report" and entry.tense in FINITE and entry.gender == "m" for entry in unit.entries)


def stressed(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb stands behind a particle that only stresses it, and names no place («فقد أمسك مسلحو المجلس»)."""
    finite = any(entry.tag == "trigger" and entry.tense in FINITE for entry in units[at].entries)
    return finite and at > 0 and units[at - 1].tags >= {"adverb", "trigger"} and not units[at].gap
