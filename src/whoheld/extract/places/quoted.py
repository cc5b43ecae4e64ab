"""Words in quotation marks by themselves, which behind what governs a place are its name, whatever else they mean."""

from collections.abc import Sequence

from whoheld.extract.phrases.phrase import verbal
from whoheld.extract.phrases.spelling import NOUN
from whoheld.extract.places.items import STARTS
from whoheld.extract.words.scan import Unit

_CLOSING = {"“": "”", "«": "»", "(": ")", '"': '"'}
_ARTICLE, _AND = "ال", "و"
_FOR, _INFINITIVE = "ل", "ت"
"""What an aim begins with, and most infinitives («لتجنب»)."""
_LONGEST = 3
"""Words of the longest name between quotation marks."""
_NO_NAME = frozenset({"actor", "armed", "zone", "number", "quantity", "trigger", "report"})


def quoted(units: Sequence[Unit], at: int) -> int:
    """The last of a few words from a unit on that quotation marks or brackets enclose, or -1."""
    mark = units[at].gap[-1:]
    if mark not in _CLOSING or not mark or (mark == '"' and not _opens(units, at)):
        return -1
    for last in range(at, min(at + _LONGEST, len(units))):
        after = units[last + 1] if last + 1 < len(units) else None
        if after is None or after.gap[:1] in {_CLOSING[mark], '"'}:
            return last
        if after.gap:
            break
    return -1


def _opens(units: Sequence[Unit], at: int) -> bool:
    """Whether a straight mark opens: as many have been opened as closed before it."""
    return sum(unit.gap.count('"') for unit in units[1 : at + 1]) % 2 == 1 - (units[0].gap[-1:] == '"')


def names(units: Sequence[Unit], at: int, last: int, *, headed: bool) -> bool:
    """Whether quoted words may be a name: any behind a noun for a kind of place, else words that no lexicon knows."""
    said = units[at : last + 1]
    if headed and tells_why(units, at):
        return False
    if headed:
        return all(unit.tags.isdisjoint(_NO_NAME) and unit.word.isalnum() for unit in said)
    word = units[at].word.removeprefix(_ARTICLE)
    return all(unit.tags <= STARTS and unit.word.isalpha() for unit in said) and not (verbal(word) or NOUN.fullmatch(word))


def several(units: Sequence[Unit], at: int, last: int, *, many: bool) -> bool:
    """Whether quoted words behind a plural or a dual are the names of two («منطقتي (جريوة ورورو)»)."""
    joined = many and last == at + 1 and units[last].word.startswith(_AND) and not units[last].tags  # "أم وادي" is one
    return joined and not units[at].word.startswith(_AND)


def tells_why(units: Sequence[Unit], at: int) -> bool:
    """Whether a quotation behind a definite noun says for what something was done («من المدينة "لتجنب التطويق"»)."""
    definite, word = at > 0 and bool(units[at].gap) and units[at - 1].word.startswith(_ARTICLE), units[at].word
    return definite and word.startswith(_FOR) and (word[1:].startswith(_INFINITIVE) or NOUN.fullmatch(word[1:]) is not None)
