"""Shares of things that a sentence counts: of drones and weapons, and not of the town at which they are («وأسقطت معظمها»)."""

from whoheld.extract.phrases.phrase import Places, labelled
from whoheld.extract.sentence.frame import BARE, Frame
from whoheld.extract.sentence.line import Line
from whoheld.model import Extent, Relation

_LYING = frozenset({"near", "in", "at", "direction"})
"""Cases of a place that only says where something lies."""
_POSTS = frozenset({"position", "common"})
_THEIRS = ("ها", "ه", "هم", "هما")
"""Endings of a plural with the pronoun of whose it is."""
_TO_POSTS = 9
"""Words from a place back to the preposition before the posts that lie by it."""


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


def of_posts(line: Line, frame: Frame) -> bool:
    """Whether a pronoun is of unnamed posts that lie by a place, not of the place («انسحبوا من نقاط قرب سراقب وسلموها للجيش»)."""
    pronoun = frame.places[0] if line.verb_first and len(frame.places) == 1 else None
    joined = frame.voice == "active" and line.units[frame.at].reading.conjunction
    if pronoun is None or pronoun.anaphor != "pronoun" or pronoun.first != frame.at or not joined:
        return False
    towns = [phrase for phrase in line.phrases if isinstance(phrase, Places) and phrase.last < frame.at]
    if not towns or towns[-1].case not in _LYING:
        return False
    for at in range(towns[-1].first - 1, max(line.begins, towns[-1].first - _TO_POSTS), -1):
        unit = line.units[at]
        if line.units[at + 1].gap or line.told(at):
            return False
        if labelled(unit, "from") and unit.reading.preposition == "":
            post = line.units[at + 1]
            known = post.word.startswith("ال") or post.word.endswith(_THEIRS)  # «من مواقعه في مدينة الرقة وتركها»
            return line.phrase(at + 1) is None and bool(post.tags & _POSTS) and not known
    return False
