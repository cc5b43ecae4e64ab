"""Places won in a vote, a match or a market: the same verbs as in war, in a text that tells of none."""

from collections.abc import Sequence
from functools import cached_property

from whoheld.extract.phrases.phrase import Party, Places, labelled, parted
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit
from whoheld.model import Relation

_PLAYED = frozenset({"contest", "sport", "commerce"})
_BOUGHT = frozenset({"airport", "port"})
"""Head nouns of what firms take over."""
_YEAR = 4
"""Digits of a year, of whatever century."""
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
        said = said or _bought(line, frame) or _conquers_alone(line, frame)
        return (said or self._played(line.sentence.paragraph)) and not self._at_war

    def _played(self, paragraph: int) -> bool:
        """Whether a paragraph speaks of an election or a match."""
        here = (line for line in self._lines if line.sentence.paragraph == paragraph)
        return any(not unit.cues.isdisjoint(_PLAYED) for line in here for unit in line.units)

    @cached_property
    def _at_war(self) -> bool:
        """Whether the text speaks of arms, in as many sentences at least as of votes, matches and firms.

        Verbs of taking speak of arms only where nothing is played ("captured the feeling again").
        """
        played = sum(any(not unit.cues.isdisjoint(_PLAYED) for unit in line.units) for line in self._lines)
        told = sum(any(_warlike(unit, verbs=not played) for unit in line.units) for line in self._lines)
        return told > 0 and told >= played


def _warlike(unit: Unit, *, verbs: bool) -> bool:
    armed = "armed" in unit.tags and "civil" not in unit.tail_cues
    group = any(meaning.actor.kind not in {"government", "other"} for meaning in unit.meanings)
    return armed or group or ("warfare" in unit.cues and (verbs or "trigger" not in unit.tags))


def _bears_arms(line: Line, party: Party | None) -> bool:
    """Whether a party is one that the registry knows, or is called as those who fight are."""
    if party is None:
        return False
    firm = party.first == party.last and party in line.phrases and "group" in line.units[party.first].cues
    spoken = (party.nonstate and not firm) or party.statal or party.ruled or party.numbered or party.regular
    units = line.units[party.first : party.last + 1] if party in line.phrases else ()
    men = any("armed" in unit.tags or not unit.tail_cues.isdisjoint(("men", "fighter", "band", "commander")) for unit in units)
    return bool(party.meanings) or spoken or men


def _by_surprise(line: Line, frame: Frame) -> bool:
    """Whether a town is taken in a figure of speech ("took Denver by surprise")."""
    last = max((phrase.last for phrase in frame.places), default=frame.at)
    return any("surprise" in unit.tail_cues for unit in line.units[last + 1 : last + _TO_MANNER] if "adverb" in unit.tags)


def _political(line: Line, frame: Frame) -> bool:
    """Whether who wins or loses is a party of politics ("lost Hartlepool to the Conservatives", "from the right")."""
    said = [party for party in (frame.actor, frame.loser) if party is not None]
    units = [unit for party in said for unit in line.units[party.first : party.last + 1]]
    return any("party" in unit.tail_cues for unit in (*units, *_complement(line, frame)))


def _bought(line: Line, frame: Frame) -> bool:
    """Whether somebody gains a port or an airport ("takes over Karachi port in a 50-year deal"); what falls is not bought."""
    if line.verb_first or frame.trigger.relation is not Relation.GAINED or "subject" not in frame.trigger.actor:
        return False
    return any(_is_site(unit) for phrase in frame.places for unit in line.units[phrase.first : phrase.last + 2])


def _is_site(unit: Unit) -> bool:
    head = unit.entry("head")
    return "port" in unit.cues or (head is not None and head.value in _BOUGHT)


def _conquers_alone(line: Line, frame: Frame) -> bool:
    """Whether somebody of whom no men and no year are told conquers a town, as champions do ("Sinner conquers Melbourne").

    A people has an article, and history a year ("The Mongols conquered Baghdad", "Saladin conquered Acre in 1187").
    """
    actor = frame.actor
    if actor is None or "triumph" not in line.units[frame.at].cues or frame.voice != "active":
        return False
    before = line.units[actor.first - 1] if actor.first > line.begins else None
    dated = any(unit.word.isdigit() and len(unit.word) == _YEAR for unit in line.units)
    return not dated and (before is None or "definite" not in before.cues)


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
