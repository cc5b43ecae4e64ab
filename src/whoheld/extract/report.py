"""Who says so: the speaker of a claim, and how far the text stands behind it."""

from collections.abc import Iterator
from dataclasses import dataclass

from whoheld.extract.frame import Frame
from whoheld.extract.line import Line
from whoheld.extract.phrase import Party, parted
from whoheld.lang import Pack
from whoheld.model import Modality

_LONGEST_SPEAKER = 8
_AROUND = frozenset({"adverb", "have", "had", "be", "still", "article", "weekday", "day", "time"})
"""Classes of words that may stand between a report verb and its subject."""
_ENDS = frozenset(
    {"relative", "report", "trigger", "after", "before", "when", "pronoun", "weekday", "day", "contrast", "bound", "light"}
)
_ENDS |= {"conjunction", "preposition", "place_anaphor", "to", "modal", "listing", "denial", "month"}
_EMPTY = frozenset({"article", "function", "adverb", "time", "number"})
_NOUNS = frozenset({"actor", "armed", "official", "title", "country", "function", "statal", "nonstate", "actor_anaphor"})


@dataclass(slots=True)
class Attribution:
    """Modality, and the speaker as a party or as a span of words (empty where nobody is named)."""

    modality: Modality
    party: Party | None = None
    start: int = 0
    end: int = 0


def attribution(line: Line, frame: Frame, language: Pack) -> Attribution:
    """Who vouches for a frame, from the report verb or source phrase that governs or follows it."""
    modality, governor = _governor(line, frame)
    if governor is None:
        return Attribution(modality)
    party, span = _speaker(line, governor, source="source" in line.units[governor].tags, verb_first=language.writing.verb_first)
    if modality is Modality.ASSERTED:
        modality = Modality.ATTRIBUTED
    if party is not None:
        return Attribution(modality, party)
    return Attribution(modality, None, *span)


def _governor(line: Line, frame: Frame) -> tuple[Modality, int | None]:
    modality, found = Modality.ASSERTED, None
    for at in _clause_order(line, frame):
        tags = line.units[at].tags
        if "hedge" in tags and modality is Modality.ASSERTED:
            modality = Modality.HEDGED
        if "denial" in tags and at < frame.at and not (found is not None and _joined(line, found)):
            modality = Modality.DENIED
        if found is None and not tags.isdisjoint(("report", "source", "denial")) and at != frame.at:
            found = at
    return modality, found


def _joined(line: Line, at: int) -> bool:
    """Whether a verb of saying begins a statement of its own ("denied it and said that it still holds the town")."""
    before = line.units[at - 1].tags if at else frozenset[str]()
    return line.units[at].reading.conjunction or "conjunction" in before


def _clause_order(line: Line, frame: Frame) -> Iterator[int]:
    """The units that may govern a frame: those before it, nearest first, then what follows its sentence part."""
    yield from range(frame.at - 1, -1, -1)
    for at in range(frame.at + 1, len(line.units)):
        if "contrast" in line.units[at].tags:
            return
        yield at


def _speaker(line: Line, at: int, *, source: bool, verb_first: bool) -> tuple[Party | None, tuple[int, int]]:
    """The party, or the words, that stand for the subject of a report verb or after "according to"."""
    ahead = list(_run(line, range(at + 1, min(at + 1 + _LONGEST_SPEAKER, len(line.units))), forward=True))
    back = list(_run(line, range(at - 1, max(-1, at - 1 - _LONGEST_SPEAKER), -1), forward=False))
    for run in (ahead, back) if source or verb_first else (back, ahead):
        named = [n for n in run if not (line.units[n].tags and line.units[n].tags <= _EMPTY) or line.phrase(n) is not None]
        if named and (len(named) > 1 or not line.units[named[0]].tags - _NOUNS):
            party = next((p for n in named if isinstance(p := line.phrase(n), Party)), None)
            return party, (line.units[min(named)].start, line.units[max(named)].end)
    return None, (0, 0)


def _run(line: Line, indexes: range, *, forward: bool) -> Iterator[int]:
    """The units of the speaker's name: up to a comma, another verb or a complementiser."""
    begun = False
    for at in indexes:
        unit = line.units[at]
        edge = unit if forward else line.units[at + 1]
        if parted(edge.gap) and not (forward and at == indexes.start):
            return
        if not begun and not unit.tags.isdisjoint(_AROUND):
            continue
        if not unit.tags.isdisjoint(_ENDS) and not _inside_name(line, at):
            return
        begun = True
        yield at


def _inside_name(line: Line, at: int) -> bool:
    """Whether a preposition joins the capitalised words of one name ("Observatory for Human Rights")."""
    if "preposition" not in line.units[at].tags or not 0 < at < len(line.units) - 1:
        return False
    before, after = line.units[at - 1], line.units[at + 1]
    return before.capital and after.capital and not parted(line.units[at].gap) and not parted(after.gap)
