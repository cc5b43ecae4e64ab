"""Where a list of names ends although a conjunction follows, because the next name is the subject of another clause."""

from collections.abc import Sequence

from whoheld.extract.letters import FINITE
from whoheld.extract.phrase import Party, Phrase, Places, parted
from whoheld.extract.scan import Unit

_COMMAS = frozenset(",،")
_BEFORE_NAME = frozenset({"article", "direction", "head", "adverb", "share", "quantity", "number"})
"""Classes of words between what governs a name and the name."""
_TELLING = frozenset({"trigger", "light"})
_HELPING = frozenset({"be", "have", "had", "modal", "still"})
_PAST, _TENSED = frozenset({"past"}), frozenset({"past", "present"})


def opens_clause(units: Sequence[Unit], first: int, joined: int, last: int) -> bool:
    """Whether a name after a conjunction is the subject of another clause ("quit Humera, and Adigrat was taken").

    Args:
        units: of the sentence, in a language whose subjects stand before their verbs.
        first: of the list that the name would go on.
        joined: the conjunction.
        last: of the name.
    """
    if "conjunction" not in units[joined].tags or last + 1 >= len(units) or units[last + 1].gap:
        return False
    before = _governor(units, first)
    if before is None or before.tags.isdisjoint(("trigger", "preposition")):
        return False
    predicate, comma = units[last + 1], bool(_COMMAS & set(units[joined].gap))
    tenses = FINITE if comma else _PAST
    told = any(entry.tense in tenses and entry.tag in _TELLING for entry in predicate.entries)
    governed = "trigger" not in before.tags
    listed = any(_COMMAS & set(unit.gap) for unit in units[first + 1 : joined])
    alone = comma and not (governed and listed)  # "troops in Shire, Humera, and Adigrat were"
    return (told or bool(predicate.tags & _HELPING)) and (
        alone or not (governed or any("relative" in u.tags for u in units[:first]))
    )


def _governor(units: Sequence[Unit], first: int) -> Unit | None:
    """The word before a phrase and its article or adjectives, in the same clause, or None."""
    at = first
    while at > 0 and not parted(units[at].gap):
        at -= 1
        if units[at].tags.isdisjoint(_BEFORE_NAME):
            return units[at]
    return None


def predicated(units: Sequence[Unit], last: int) -> bool:
    """Whether a verb follows a name at once, of which it is the subject then ("… on Saturday and Tripoli is", "… remains")."""
    if last + 1 >= len(units) or units[last + 1].gap:
        return False
    after = units[last + 1]
    return bool(after.tags & _HELPING) or any(entry.tense in _TENSED and entry.tag in _TELLING for entry in after.entries)


def begins_clause(units: Sequence[Unit], before: Phrase | None, phrase: Phrase) -> bool:
    """Whether a phrase behind places and a conjunction goes on no list of theirs, but is what the next clause is about."""
    named = isinstance(phrase, Places) or (isinstance(phrase, Party) and phrase.town is not None)
    if phrase.case != "list" or not named or not isinstance(before, Places):
        return False
    return before.last == phrase.first - 2 and opens_clause(units, before.first, phrase.first - 1, phrase.last)
