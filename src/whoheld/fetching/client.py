"""One document over HTTP: where each hop leads is checked before it is taken, and nothing comes in without a limit."""

import time
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError

from whoheld import __version__
from whoheld.errors import UnreadableError
from whoheld.fetching.addresses import ForbiddenError, Resolver, public, resolve
from whoheld.ingest.records import DOCUMENT_LIMIT
from whoheld.publish.escaping import link

AGENT = f"whoheld/{__version__}"
OK = 200
_HOPS = 5
_CONNECT_S, _READ_S, _WHOLE_S = 10.0, 20.0, 60.0
_PIECE = 1 << 16
_PORTS = {"http": 80, "https": 443}
_ALLOWED_PORTS = frozenset({80, 443, 8000, 8080, 8443})
"""Other ports of public machines are not for readers of news."""
_MOVED = frozenset({301, 302, 303, 307, 308})


class Answer(NamedTuple):
    """What a server said.

    Attributes:
        url: where it was said, after all hops.
        status: 200, 304, 404, …
        headers: by their names in lower case.
        body: unpacked; empty but of a 200.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


class Hop(NamedTuple):
    """A place to ask: checked for its form, not yet for where it leads."""

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, as in ``https://x.example:443``."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


def hop(url: str, exempt: Collection[tuple[str, int]] = ()) -> Hop:
    """An address of the web, taken apart.

    Raises:
        ForbiddenError: it is none, carries a password, or names a port that readers do not use.
    """
    if link(url) is None:
        raise ForbiddenError(f"{url!r} is no plain http or https address")
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    if port not in _ALLOWED_PORTS and port not in {open_port for _, open_port in exempt}:
        raise ForbiddenError(f"port {port} of {host} is not asked")
    target = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
    return Hop(url, parts.scheme, host, port, urllib3.util.parse_url(target).url)


class Client:
    """Asks for documents.

    Args:
        contact: how the owner of a server can reach who asks; goes with every request.
        resolver: who tells addresses.
        exempt: addresses of this machine that may be asked; for tests only, no command sets it.
    """

    def __init__(
        self, contact: str | None = None, *, resolver: Resolver = resolve, exempt: Collection[tuple[str, int]] = ()
    ) -> None:
        self._agent = f"{AGENT} (reads news for a map of reported territorial control{f'; {contact}' if contact else ''})"
        self._resolver = resolver
        self._exempt = exempt

    def hop(self, url: str) -> Hop:
        """See ``hop``."""
        return hop(url, self._exempt)

    def hops(self, url: str, headers: Mapping[str, str], limit: int = DOCUMENT_LIMIT) -> Iterator[Hop | Answer]:
        """Each place on the way to a document, before it is asked; at last the answer.

        Raises:
            ForbiddenError: a hop leads where nobody may go.
            UnreadableError: the server cannot be reached, is too slow, sends too much, or sends in a circle.
        """
        for _ in range(_HOPS):
            here = self.hop(url)
            yield here
            answer = self._ask(here, headers, limit)
            if answer.status not in _MOVED or "location" not in answer.headers:
                yield answer
                return
            url = urljoin(url, answer.headers["location"])
        raise UnreadableError(f"it was sent on more than {_HOPS} times")

    def _ask(self, here: Hop, headers: Mapping[str, str], limit: int) -> Answer:
        address = public(here.host, here.port, self._resolver, self._exempt)
        ends = time.monotonic() + _WHOLE_S
        asked = {"User-Agent": self._agent, "Accept-Encoding": "gzip, deflate", "Host": _host(here), **headers}
        try:
            with _pool(here, address) as pool:
                response = pool.urlopen("GET", here.target, headers=asked, redirect=False, retries=False, preload_content=False)
                with response:
                    body = b"".join(_pieces(response, limit, ends)) if response.status == OK else b""
        except (HTTPError, OSError, ValueError) as error:
            raise UnreadableError(f"{here.host} did not answer as it should ({error})") from error
        return Answer(here.url, response.status, {name.lower(): value for name, value in response.headers.items()}, body)


def _pool(here: Hop, address: str) -> urllib3.HTTPConnectionPool:
    timeout = urllib3.Timeout(connect=_CONNECT_S, read=_READ_S)
    if here.scheme == "http":
        return urllib3.HTTPConnectionPool(address, here.port, timeout=timeout, maxsize=1)
    return urllib3.HTTPSConnectionPool(
        address, here.port, timeout=timeout, maxsize=1, server_hostname=here.host, assert_hostname=here.host
    )


def _pieces(response: urllib3.BaseHTTPResponse, limit: int, ends: float) -> Iterator[bytes]:
    size = 0
    while piece := response.read1(_PIECE, decode_content=True):
        size += len(piece)
        if size > limit:
            raise UnreadableError(f"it sends more than {limit / 1e6:g} MB")
        if time.monotonic() > ends:
            raise UnreadableError(f"it was not done after {_WHOLE_S:g} s")
        yield piece


def _host(here: Hop) -> str:
    host = f"[{here.host}]" if ":" in here.host else here.host
    return host if here.port == _PORTS[here.scheme] else f"{host}:{here.port}"
