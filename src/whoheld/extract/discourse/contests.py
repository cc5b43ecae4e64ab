"""Places won in a vote, a match or a market: the same verbs as in war, in a text that tells of none."""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from whoheld.extract.phrases.phrase import Party, Places, labelled, parted
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit
from whoheld.model import Relation

_PLAYED = frozenset({"contest", "sport"})
_TO_MANNER = 4
"""Words from the object of a verb to how it was taken ("took Denver by surprise")."""


class Contests:
    """What a text tells of contests without arms.

    Args:
        lines: of the text.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    def wins(self, line: Line, frame: Frame, actor: Party | None, loser: Party | None) -> bool:
        """Whether a place is only won, held or lost as parties, teams and firms do, by nobody who bears arms.

        Args:
            line: the sentence.
            frame: what is told in it.
            actor: whom the frame's actor was found to mean.
            loser: whom its loser was.
        """
        if frame.trigger.relation is Relation.CONTESTED or frame.voice == "compound":
            return False
        if frame.voice == "state":
            town = not line.verb_first and isinstance(line.phrase(frame.at - 1), Places)
            return town and not self._at_war  # "Barcelona is in Messi's hands"
        if any(_bears_arms(line, party) for party in (actor, loser, frame.actor, frame.loser)):
            return False
        if line.verb_first:
            return self._played(line.sentence.paragraph) and not self._at_war
        said = _by_surprise(line, frame) or _political(line, frame) or _to_a_town(line, frame) or _to_another(line, frame)
        return (said or self._played(line.sentence.paragraph)) and not self._at_war

    def _played(self, paragraph: int) -> bool:
        """Whether a paragraph speaks of an election or a match."""
        here = (line for line in self._lines if line.sentence.paragraph == paragraph)
        return any(not unit.cues.isdisjoint(_PLAYED) for line in here for unit in line.units)

    @cached_property
    def _at_war(self) -> bool:
        """Whether anything in the text speaks of arms."""
        return any(_warlike(unit) for line in self._lines for unit in line.units)


def _warlike(unit: Unit) -> bool:
    armed = "armed" in unit.tags and "civil" not in unit.tail_cues
    group = any(meaning.actor.kind not in {"government", "other"} for meaning in unit.meanings)
    return armed or group or "warfare" in unit.cues


def _bears_arms(line: Line, party: Party | None) -> bool:
    """Whether a party is one that the registry knows, or is called as those who fight are."""
    if party is None:
        return False
    spoken = party.nonstate or party.statal or party.ruled or party.numbered or party.regular
    units = line.units[party.first : party.last + 1] if party in line.phrases else ()
    men = any("armed" in unit.tags or not unit.tail_cues.isdisjoint(("men", "fighter", "band", "commander")) for unit in units)
    return bool(party.meanings) or spoken or men


def _by_surprise(line: Line, frame: Frame) -> bool:
    """Whether a town is taken in a figure of speech ("took Denver by surprise")."""
    last = max((phrase.last for phrase in frame.places), default=frame.at)
    units = line.units[last + 1 : last + _TO_MANNER]
    return any(labelled(one, "by") and "surprise" in other.cues for one, other in pairwise(units))


def _political(line: Line, frame: Frame) -> bool:
    """Whether who wins or loses is a party of politics ("lost Hartlepool to the Conservatives", "from the right")."""
    said = [party for party in (frame.actor, frame.loser) if party is not None]
    units = [unit for party in said for unit in line.units[party.first : party.last + 1]]
    return any("party" in unit.tail_cues for unit in (*units, *_complement(line, frame)))


def _complement(line: Line, frame: Frame) -> Sequence[Unit]:
    """The words behind the places of a frame, up to a comma."""
    first = max((phrase.last for phrase in frame.places), default=frame.at) + 1
    ends = next((n for n in range(first, len(line.units)) if parted(line.units[n].gap)), len(line.units))
    opens = first < ends and any(labelled(line.units[first], label) for label in ("to", "from"))
    return line.units[first:ends] if opens else ()


def _to_a_town(line: Line, frame: Frame) -> bool:
    """Whether a town falls to another, as teams do ("Derby fell to Ipswich")."""
    winner = line.phrase(frame.at + 2) if frame.at + 2 < len(line.units) else None
    falls = frame.trigger.place == ("subject",) and "to" in frame.trigger.actor and frame.voice == "active"
    led = falls and labelled(line.units[frame.at + 1], "to") if winner is not None else False
    return led and frame.actor is None and isinstance(winner, Places) and bool(winner.names)


def _to_another(line: Line, frame: Frame) -> bool:
    """Whether one of whom nobody knows that he has men loses a place to another such ("Walmart lost Chicago to Target").

    A people has an article ("The Republicans lost Teruel to the Nationalists").
    """
    loses = "subject" in frame.trigger.loser and "to" in frame.trigger.actor and frame.voice == "active"
    winner = _complement(line, frame)[1:2] if loses else ()
    return any("definite" not in unit.cues for unit in winner)
