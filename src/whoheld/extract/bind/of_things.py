"""Shares of things that a sentence counts: of drones and weapons, and not of the town at which they are («وأسقطت معظمها»)."""

from whoheld.extract.phrases.phrase import Places
from whoheld.extract.sentence.frame import BARE, Frame
from whoheld.extract.sentence.line import Line
from whoheld.model import Extent, Relation


def of_things(line: Line, frame: Frame) -> bool:
    """Whether an Arabic share with a pronoun is of weapons or vehicles told before («شحنات أسلحة في بارا واستولت على معظمها»).

    What is shot down is never most of a town. What is seized is of things where these stand without a preposition, the town
    behind them has one, and no verb comes between that bears a pronoun for the town («ثم دخلها واستولى على معظمها»).
    """
    share = frame.places[0] if line.verb_first and len(frame.places) == 1 else None
    if share is None or share.anaphor != "pronoun" or share.extent is not Extent.PART or frame.voice != "active":
        return False
    if "downing" in line.units[frame.at].cues:
        return True
    if frame.trigger.present is Relation.HOLDS:
        return False  # «سيطر على» is said of land
    before = range(frame.at - 1, line.begins - 1, -1)
    things = next((at for at in before if "weapon" in line.units[at].cues and not line.units[at].reading.preposition), None)
    if things is None or any(
        entry.pronoun and entry.tag == "trigger" for n in range(things, frame.at) for entry in line.units[n].entries
    ):
        return False
    towns = [phrase for phrase in line.phrases if isinstance(phrase, Places) and phrase.names and phrase.last < frame.at]
    return bool(towns) and all(town.case not in BARE for town in towns)
