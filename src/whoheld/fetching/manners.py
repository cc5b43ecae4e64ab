"""Politeness: what a server asks robots not to read is not read, and nobody is asked in quick succession."""

import time
from collections.abc import Mapping
from urllib.robotparser import RobotFileParser

from whoheld.errors import UnreadableError
from whoheld.fetching.addresses import ForbiddenError
from whoheld.fetching.client import AGENT, OK, Answer, Client, Hop

_PAUSE_S = 2.0
_LONGEST_PAUSE_S = 30.0
_ROBOTS_LIMIT = 500_000
"""Bytes of robots.txt that RFC 9309 wants to be read."""
_BROKEN = 500


class PoliteClient:
    """A client with manners.

    Args:
        client: who asks.
        pause_s: the least time between two requests to one host.
    """

    def __init__(self, client: Client, *, pause_s: float = _PAUSE_S) -> None:
        self._client = client
        self._pause_s = pause_s
        self._rules: dict[str, RobotFileParser] = {}
        self._unasked: dict[str, str] = {}
        self._asked: dict[str, float] = {}

    def get(self, url: str, headers: Mapping[str, str]) -> Answer:
        """A document, if its server lets robots read it.

        Raises:
            ForbiddenError: the server asks robots to keep out, or a hop leads where nobody may go.
            UnreadableError: it cannot be had.
        """
        for step in self._client.hops(url, headers):
            if isinstance(step, Answer):
                return step
            rules = self._rules_of(step)
            if not rules.can_fetch(AGENT, step.url):
                why = self._unasked.get(step.origin, f"{step.host} asks robots not to read this page (robots.txt)")
                raise ForbiddenError(why)
            self._wait(step, float(rules.crawl_delay(AGENT) or 0))
        raise UnreadableError("no answer")

    def _rules_of(self, here: Hop) -> RobotFileParser:
        if here.origin not in self._rules:
            rules = self._rules[here.origin] = RobotFileParser()
            rules.parse(self._robots(here))
        return self._rules[here.origin]

    def _robots(self, here: Hop) -> list[str]:
        """The lines of robots.txt: none where there is no such file, all is closed where the server is broken (RFC 9309)."""
        try:
            answer = self._answer(here)
        except ForbiddenError:
            raise
        except UnreadableError as error:
            why = str(error)
        else:
            if answer.status == OK:
                return answer.body.decode("utf-8", "replace").splitlines()
            if answer.status < _BROKEN:
                return []
            why = f"the server said {answer.status}"
        self._unasked[here.origin] = f"{here.host} could not be asked for its robots.txt ({why})"
        return ["User-agent: *", "Disallow: /"]

    def _answer(self, here: Hop) -> Answer:
        """What the server says to robots.txt.

        Raises:
            UnreadableError: nothing.
        """
        for step in self._client.hops(f"{here.origin}/robots.txt", {}, _ROBOTS_LIMIT):
            if isinstance(step, Answer):
                return step
            self._wait(step, 0)
        raise UnreadableError("no answer")

    def _wait(self, here: Hop, wanted_s: float) -> None:
        pause_s = max(self._pause_s, min(wanted_s, _LONGEST_PAUSE_S))
        left_s = self._asked.get(here.host, -pause_s) + pause_s - time.monotonic()
        if here.host in self._asked and left_s > 0:
            time.sleep(left_s)
        self._asked[here.host] = time.monotonic()
