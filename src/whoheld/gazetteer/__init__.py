"""Places by name: the theatre's own, imported gazetteers, and the world's towns, in one face."""

from whoheld.gazetteer.gazetteer import Gazetteer, Near

__all__ = ["Gazetteer", "Near"]
