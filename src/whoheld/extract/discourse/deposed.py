"""Who has just gained a place, and hence is not whom "it had held the town" or "they still hold the next" means."""

from collections.abc import Callable, Sequence

from whoheld.extract.discourse.salience import oblique
from whoheld.extract.finding import Finding
from whoheld.extract.marks.marks import Marks
from whoheld.extract.phrases.meaning import ids, same
from whoheld.extract.phrases.phrase import Name, Party, Places, parted
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.model import Relation

Said = tuple[Relation | None, Party | None]
_COUNT = frozenset({"number", "quantity", "unit", "time", "about"})
"""Classes of words that say how long."""
_TO_AFTER = 10
"""Words from "after" to what was so long before."""
_TO_HAD = 4
"""Words from "had" to its participle."""


class LastGain:
    """The last gain that a text tells as news, with the places that were lost by it or before."""

    def __init__(self) -> None:
        self._places: frozenset[str] = frozenset()
        self._lost: frozenset[str] = frozenset()
        self._winner: Party | None = None
        self._loser: Party | None = None
        self._line: Line | None = None
        self._after: Line | None = None

    def read(self, line: Line) -> None:
        """Notes a sentence after the gain."""
        if self._winner is not None and line is not self._line:
            self._after = line

    def tell(self, finding: Finding) -> None:
        """Notes what a claim says."""
        if finding.marks.background or finding.actor is None:
            return
        places, self._line, self._after = _places(finding.named), finding.line, None
        if finding.relation is Relation.LOST:
            self._lost |= places
            self._winner = None if finding.actor is self._winner else self._winner
        elif finding.relation is Relation.GAINED or not self._lost.isdisjoint(places):
            self._places, self._winner = places, finding.actor
            back = finding.loser is None and same(finding.actor, self._loser)  # he is told of all along, and not whose loss it is
            self._lost = frozenset() if back else self._lost | places if finding.loser is not None else self._lost & places
        self._loser = finding.actor if finding.relation is Relation.LOST else finding.loser or self._loser

    def kept(
        self, frame: Frame, named: Sequence[tuple[Name, Places]], said: Said, speaker: Callable[[], Party | None]
    ) -> Party | None:
        """Who still has a place that is said not to have fallen, or not to have left his hands; else None.

        Args:
            frame: that is negated.
            named: the places.
            said: the relation and the actor that it would tell.
            speaker: whose words these are; he has a place that another is told to have just gained.
        """
        relation, actor = said
        if frame.voice == "state":
            return actor if relation is Relation.LOST else None
        if frame.voice != "active" or "subject" not in frame.trigger.place or self._places.isdisjoint(_places(named)):
            return None
        party = speaker()
        other = party is not None and self._winner is not None and ids(party).isdisjoint(ids(self._winner))
        return party if other else None

    def whose(self, named: Sequence[tuple[Name, Places]], speaker: Callable[[], Party | None]) -> Party | None:
        """Who has places of which nobody is told to have them: who says so, else their last winner."""
        return speaker() or (self._winner if not self._places.isdisjoint(_places(named)) else None)

    def not_meant(self, line: Line, frame: Frame, marks: Marks, named: Sequence[tuple[Name, Places]]) -> Party | None:
        """The winner where a pronoun tells who had the place before, or who still has another; else None."""
        here = _places(named)
        if not frame.pronoun or frame.trigger.relation is Relation.LOST:
            return None
        if marks.still:
            return self._winner if self._lost and self._places.isdisjoint(here) and not self._spoken_on() else None
        if frame.voice == "noun" and _told_before(line, frame.at):
            return self._winner  # "Hajin, its main town, had been captured in December"
        if line is self._line and marks.background and _so_long_after(line, frame) and not self._places.isdisjoint(here):
            return self._winner  # «أعلن الجيش تحرير سنجار من التنظيم بعد عام على سقوطها بيده»
        had = any("had" in unit.tags for unit in line.units[max(0, frame.at - _TO_HAD) : frame.at])
        return self._winner if had and not self._places.isdisjoint(here) else None

    def _spoken_on(self) -> bool:
        """Whether the sentence before goes on to speak of somebody, so that a pronoun after it may mean the winner."""
        phrases = self._after.phrases if self._after is not None else ()
        return any(isinstance(phrase, Party) and not oblique(phrase) for phrase in phrases)


def _told_before(line: Line, at: int) -> bool:
    """Whether an aside that ends at a unit calls a place somebody's that had been taken before."""
    after = line.units[at + 1 : at + 3]
    return len(after) > 1 and "," in after[0].gap and "had" in after[0].tags and "be" in after[1].tags


def _so_long_after(line: Line, frame: Frame) -> bool:
    """Whether an Arabic clause tells of what was so long before the news («بعد عام على», «بعد سبعة أشهر من»)."""
    for at in range(frame.at - 1, max(line.begins, frame.at - _TO_AFTER), -1):
        if parted(line.units[at + 1].gap):
            return False
        if "after" in line.units[at].tags:
            return line.verb_first and (line.adjunct(at + 1) or not line.units[at + 1].tags.isdisjoint(_COUNT))
    return False


def _places(named: Sequence[tuple[Name, Places]]) -> frozenset[str]:
    return frozenset(name.key for name, _ in named)
