"""Whose voice a claim is: its speaker's, else its outlet's; the members of one side are one voice.

Two reports are independent when their voices differ. A voice is a plain string, so that it can be counted, sorted and shown.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from whoheld.model import Actor, Claim, Policy
from whoheld.text import key

OWN_VOICES = ("outlet:", "article:")
"""How the voices begin that are an outlet's or an article's own, and nobody's that it quotes."""


class Voice(NamedTuple):
    """Who speaks, and the side that they belong to (None: no party to the war)."""

    name: str
    side: str | None


class Sides:
    """The sides of actors and outlets, and which actors are one body."""

    def __init__(self, policy: Policy, actors: Mapping[str, Actor]) -> None:
        self._policy = policy
        self._actors = actors
        self.side = cache(self._side)
        self.kin = cache(self._kin)

    def voice(self, claim: Claim) -> Voice:
        """The voice of a claim."""
        speaker = claim.speaker
        if speaker and speaker.id:
            side = self.side(speaker.id)
            return Voice(f"side:{side}", side)
        if speaker and speaker.text:
            return Voice(f"speaker:{key(speaker.text)}", None)
        return self._outlet(claim)

    def _outlet(self, claim: Claim) -> Voice:
        article = claim.article
        host = _host(article.url)
        for name in (article.publisher, host):
            if name and name in self._policy.source_sides:
                side = self._policy.source_sides[name]
                return Voice(f"side:{side}", side)
        if article.publisher:
            return Voice(f"outlet:{key(article.publisher)}", None)
        return Voice(f"outlet:{host}" if host else f"article:{article.id}", None)

    def _side(self, actor: str) -> str:
        """The side of an actor or of the nearest body that it is part of; an actor without one is its own side."""
        line = (actor, *self.above(actor))
        return next((self._policy.sides[body] for body in line if body in self._policy.sides), line[-1])

    def _kin(self, one: str, other: str) -> bool:
        """Whether one of two actors is the other or a part of it; nobody is kin to nobody."""
        return bool(one) and (one == other or one in self.above(other) or other in self.above(one))

    def above(self, actor: str) -> tuple[str, ...]:
        """The bodies that an actor is part of, the nearest first."""
        line: list[str] = []
        body = self._actors.get(actor)
        while body and body.parent and body.parent != actor and body.parent not in line:
            line.append(body.parent)
            body = self._actors.get(body.parent)
        return tuple(line)


class Rules(NamedTuple):
    """What the fold needs to know beside the observations."""

    sides: Sides
    window_days: int
    agree_sources: int

    @classmethod
    def of(cls, policy: Policy, sides: Sides) -> "Rules":
        """The rules of a theatre's policy."""
        return cls(sides, policy.dispute_window_days, policy.agree_sources)


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:  # the address is an article's, and may be anything
        return None
    return host.removeprefix("www.") if host else None
