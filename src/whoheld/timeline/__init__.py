"""Claims folded into dated intervals: who held which place, when, according to whom, and as known on which day."""

from whoheld.timeline.bitemporal import Known, nouns
from whoheld.timeline.stories import NOWHERE, flattened, grouped
from whoheld.timeline.timeline import Change, Timeline, build, covers

__all__ = ["NOWHERE", "Change", "Known", "Timeline", "build", "covers", "flattened", "grouped", "nouns"]
