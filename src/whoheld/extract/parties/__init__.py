"""Noun phrases for those who may hold a place: registered, unknown, or told by whose men they are."""
