"""What who loses a region still has of it: the towns that an English sentence excepts from the loss."""

from collections.abc import Iterator

from whoheld.extract.bind.announced import members
from whoheld.extract.bind.lists import coordinated
from whoheld.extract.phrases.phrase import Name, Places, parted
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_TO_EXCEPTION, _TO_EXCEPTED = 6, 4
"""Words from the places of a frame to the word that excepts, and from that to what it excepts."""


def kept(line: Line, frame: Frame) -> Iterator[Name]:
    """The names of what is excepted from a loss ("was driven from all of Anbar apart from Rawa and Ana")."""
    last = max((phrase.last for phrase in frame.places), default=-1)
    if line.verb_first or last < 0:
        return
    near = range(last + 1, min(last + 1 + _TO_EXCEPTION, len(line.units)))
    but = next((at for at in near if "except" in line.units[at].tags), 0)
    if not but or any(line.told(at) or parted(line.units[at].gap) for at in range(last + 1, but)):
        return
    first = next((p for p in line.phrases if p.first > but), None)
    if not isinstance(first, Places) or first.first > but + _TO_EXCEPTED or first.modifier:
        return
    if first.anaphor == "many":
        yield from members(line, first)
    elif first.names and not first.anaphor:
        yield from (name for phrase in coordinated(line, first, verb_first=False) for name in phrase.names)
