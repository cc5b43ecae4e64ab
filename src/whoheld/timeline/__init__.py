"""Claims folded into dated intervals: who held which place, when, according to whom, and as known on which day."""

from whoheld.timeline.bitemporal import Known
from whoheld.timeline.timeline import Change, Timeline, build

__all__ = ["Change", "Known", "Timeline", "build"]
