"""Who lost a place under a name that nobody knows, where no other can stand ("Mengistu lost Asmara")."""

from dataclasses import replace

from whoheld.extract.phrases.phrase import Party, Places, parted
from whoheld.extract.sentence.frame import Frame, as_party
from whoheld.extract.sentence.line import Line

_LONGEST_NAME = 3
_HELPING = frozenset({"have", "had", "adverb"})
_OPENING = frozenset({"conjunction", "contrast", "when", "after", "before", "relative"})
"""Classes of words behind which a clause begins."""


def beaten(line: Line, frame: Frame) -> Party | None:
    """The unknown subject of an English verb of losing: a name, or a plural with the article."""
    last = frame.at - 1
    while last > line.begins and line.units[last].tags & _HELPING and not line.units[last + 1].gap:
        last -= 1
    if last < line.begins or line.units[last + 1].gap:
        return None
    named = line.phrase(last)
    if isinstance(named, Places):
        alone = named.case == "" and len(named.names) == 1 and not named.anaphor and _opens(line, named.first)
        return as_party(line, replace(named, modifier=False, names=[replace(named.names[0], known=False)])) if alone else None
    first = last
    while first > line.begins and last - first < _LONGEST_NAME and not line.units[first].gap and _strange(line, first - 1):
        first -= 1
    people = "article" in line.units[first - 1].tags and line.units[last].word.endswith("s") if first > line.begins else False
    if not _unread(line, last) or not (line.units[last].capital or people) or not _opens(line, first):
        return None
    return Party(first, last, "", start=line.units[first].start, end=line.units[last].end)


def _opens(line: Line, first: int) -> bool:
    """Whether a subject stands at the beginning of its clause, behind its article at most."""
    first -= first > line.begins and "article" in line.units[first - 1].tags and not line.units[first].gap
    if first == line.begins or parted(line.units[first].gap):
        return True
    return bool(line.units[first - 1].tags & _OPENING) or line.times(first - 1)


def _strange(line: Line, at: int) -> bool:
    return line.units[at].capital and _unread(line, at)


def _unread(line: Line, at: int) -> bool:
    """Whether a word has no sense that a lexicon knows; a party at the polls loses seats ("Labour lost Mansfield")."""
    unit = line.units[at]
    return line.phrase(at) is None and not unit.tags and not unit.cues
