"""People whom an English text names as such, and whose names are no towns' ("Lt. Hadar Goldin … where Goldin was taken")."""

from collections.abc import Iterator, Sequence

from whoheld.extract.words.capitals import LONGEST_NAME, called_town
from whoheld.extract.words.scan import Sentence, Unit

_OFFICE = frozenset({"title", "voice", "official"})
_TO_OFFICE = 5
"""Words from a name to the office that an aside gives to whom it names ("Jumma Ibrahim, a rebel spokesman")."""
_AGES = range(10, 110)
_LONGEST_ABBREVIATION = 5
"""Letters of a rank before a full stop ("Brig.")."""


def tell_persons(sentences: Sequence[Sentence], towns: frozenset[str]) -> None:
    """Marks the words that name people: where a text tells that they do, and their surnames wherever those stand.

    Args:
        sentences: those of a text.
        towns: the words that the text itself names as places are named.
    """
    told = [units[first : last + 1] for units in (s.units for s in sentences) for first, last in _persons(units)]
    surnames = {name[-1].word for name in told} - towns
    for unit in (unit for name in told for unit in name if unit.word not in towns):
        unit.person = True
    for sentence in sentences if surnames else ():
        for unit in sentence.units:
            unit.person = unit.person or (unit.word in surnames and _plain(unit))


def _persons(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Where the names of people begin and end, each run of capitals being looked at once."""
    at = 0
    while at < len(units):
        last = _run(units, at) if _plain(units[at]) else at
        if (
            _plain(units[at])
            and not units[last].possessive
            and (_ranked(units, at, last) or _published(units, at) or (last > at and _told(units, at, last)))
        ):
            yield at, last
        at = last + 1


def _run(units: Sequence[Unit], first: int) -> int:
    """The last of the unknown capitals that follow one another."""
    last = first
    while last + 1 < len(units) and last - first < LONGEST_NAME and not units[last].possessive and _goes_on(units, last + 1):
        last += 1
    return last


def _goes_on(units: Sequence[Unit], at: int) -> bool:
    if units[at].gap not in {"", "-"}:
        return False
    particle = not units[at].cues.isdisjoint(("name_particle", "latin_article")) and at + 1 < len(units)
    return _plain(units[at]) or (particle and _plain(units[at + 1]) and units[at + 1].gap in {"", "-"})


def _ranked(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether a title stands before a name, in capitals too where that is one word ("Gen. Ridgway", "spokesman Ali Saad")."""
    title = units[first - 1] if first else None
    if title is None or "title" not in title.tags or not (title.capital or last > first) or called_town(units, last):
        return False
    if title.gap == "-":
        return False  # "al-Sheikh Damis village"
    return not units[first].gap or (units[first].gap == "." and len(title.tail) < _LONGEST_ABBREVIATION)


def _published(units: Sequence[Unit], first: int) -> bool:
    """Whether a name is that of a newspaper or an agency, called so right before it ("the news agency Lusa")."""
    outlet = units[first - 1] if first and not units[first].gap else None
    if outlet is None or outlet.capital or outlet.possessive:
        return False
    return "medium" in outlet.tags or "broadcaster" in outlet.cues | outlet.tail_cues


def _told(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether the first of several names is a given name, or somebody of them speaks, or has an age, an office or an alias."""
    if "given_name" in units[first].cues:
        return True
    before, after = units[first - 1] if first else None, units[last + 1] if last + 1 < len(units) else None
    if before is not None and not units[first].gap and _says(before):
        return after is None or bool(after.gap)
    if before is not None and units[first].gap == "," and not before.tags.isdisjoint(_OFFICE | {"bystander"}):
        return after is None or after.gap == ","  # "the journalist, Ivan Petrenko, said"
    if after is None or (not after.gap and _says(after)):
        return after is not None
    return after.gap == "," and (_aged(units, last + 1) or _in_office(units, last + 1) or "alias" in after.cues)


def _says(unit: Unit) -> bool:
    said = unit.entry("report")
    return said is not None and said.tense in {"past", "ed"} and "trigger" not in unit.tags


def _aged(units: Sequence[Unit], at: int) -> bool:
    """Whether an age stands between commas."""
    ends = at + 1 == len(units) or units[at + 1].gap[:1] == ","
    return ends and units[at].word.isdigit() and int(units[at].word) in _AGES


def _in_office(units: Sequence[Unit], first: int) -> bool:
    """Whether an aside begins that calls somebody by an office, with nothing but what sort it is between.

    Several are not named so, but speak ("is back in Musa Qala, officials in Helmand said").
    """
    if units[first].tags.isdisjoint(("article", "title", "voice")) and "former" not in units[first].cues:
        return False
    for at in range(first, min(first + _TO_OFFICE, len(units))):
        if (units[at].gap and at > first) or units[at].tags & {"preposition", "head", "trigger", "relative"}:
            return False
        if units[at].tags & _OFFICE:
            return not units[at].word.endswith("s")
    return False


def _plain(unit: Unit) -> bool:
    """Whether a word shows nothing but its capital."""
    return unit.capital and not (unit.tags or unit.upper or unit.called)
