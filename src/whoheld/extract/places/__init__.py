"""Noun phrases for places: named, unnamed, shares of them, and what is said before and behind a name."""
