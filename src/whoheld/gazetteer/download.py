"""GeoNames country dumps from the network, for a user who asks for them: resumable, whole or not at all, checksum noted."""

import hashlib
import http.client
import ipaddress
import re
import socket
import ssl
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from whoheld.errors import UsageError
from whoheld.gazetteer.world import cache_folder

BASE = "https://download.geonames.org/export/dump"
_COUNTRY = re.compile(r"[A-Z]{2}")
_CHUNK = 1 << 18
_TIMEOUT_S = 30
_TRIES = 3
_WHOLE, _PART, _NOTHING_LEFT = 200, 206, 416


class Fetched(NamedTuple):
    """A dump that lies here now, and the SHA-256 of its bytes, which also stands in the ``.sha256`` file beside it."""

    path: Path
    sha256: str


Progress = Callable[[int, int | None], None]
"""Called with the bytes that are here, and of how many (None while unknown)."""


def fetch(
    country: str, *, base: str | None = None, into: Path | None = None, progress: Progress = lambda _here, _whole: None
) -> Fetched:
    """Download the dump of a country; what an earlier, broken call brought is kept and continued.

    Args:
        country: ISO 3166 alpha-2 code.
        base: folder of another server that has the dumps; only when it is given may it be one of this machine or its network.
        into: folder for the file; None is a folder of this user's cache.
        progress: told after every piece.

    Raises:
        UsageError: no such code, or the server cannot be reached or does not have the file, even on trying again.
    """
    if not _COUNTRY.fullmatch(country):
        raise UsageError(f"{country!r} is no country code: two capital letters, as SY")
    folder = into or cache_folder() / "geonames"
    folder.mkdir(parents=True, exist_ok=True)
    target, partial = folder / f"{country}.zip", folder / f".{country}.zip.partial"
    url = f"{(base or BASE).rstrip('/')}/{country}.zip"
    for attempt in range(_TRIES):
        try:
            _bring(url, partial, progress, local=base is not None)
            break
        except (OSError, http.client.HTTPException) as error:
            if attempt == _TRIES - 1:
                raise UsageError(f"{url} could not be downloaded ({error}); call again to continue where it broke off") from error
    if not zipfile.is_zipfile(partial):
        partial.unlink()
        raise UsageError(f"{url} is not a zip archive; nothing was kept")
    return _keep(partial, target)


def _keep(partial: Path, target: Path) -> Fetched:
    with partial.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    partial.replace(target)
    target.with_suffix(".zip.sha256").write_text(f"{digest}  {target.name}\n", "utf-8")
    _stamp(partial).unlink(missing_ok=True)
    return Fetched(target, digest)


def _stamp(partial: Path) -> Path:
    """Holds the version of the file that the part is of, so that two versions are never joined."""
    return partial.with_suffix(".stamp")


def _bring(url: str, partial: Path, progress: Progress, *, local: bool) -> None:
    here = partial.stat().st_size if partial.exists() and _stamp(partial).exists() else 0
    headers = {"Range": f"bytes={here}-", "If-Range": _stamp(partial).read_text("utf-8")} if here else {}
    connection = _connect(url, local=local)
    try:
        connection.request("GET", urlsplit(url).path, headers=headers)
        response = connection.getresponse()
        if response.status == _NOTHING_LEFT:
            partial.unlink()
            raise OSError("the part that is here is longer than the file")
        if response.status not in (_WHOLE, _PART):
            raise UsageError(f"{url}: the server answers {response.status} {response.reason}")
        resumed = response.status == _PART
        _stamp(partial).write_text(response.headers.get("ETag") or response.headers.get("Last-Modified") or "", "utf-8")
        _receive(response, partial, progress, here if resumed else 0)
    finally:
        connection.close()


def _receive(response: http.client.HTTPResponse, partial: Path, progress: Progress, here: int) -> None:
    left = response.length
    whole = None if left is None else here + left
    with partial.open("r+b" if here else "wb") as stream:
        stream.seek(here)
        while piece := response.read1(_CHUNK):
            stream.write(piece)
            here += len(piece)
            progress(here, whole)
        stream.truncate()
    if whole is not None and here < whole:
        raise OSError(f"broken off after {here} of {whole} bytes")


def _connect(url: str, *, local: bool) -> http.client.HTTPConnection:
    """A connection to a public address of the host; the address that is checked is the one that is used."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(f"{url} is not a web address")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    addresses = [str(info[4][0]) for info in socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)]
    public = [address for address in addresses if local or ipaddress.ip_address(address).is_global]
    if not public:
        raise UsageError(f"{parts.hostname} leads to this machine or its own network, which is not asked for")
    connection = http.client.HTTPConnection(parts.hostname, port, timeout=_TIMEOUT_S)
    connected = socket.create_connection((public[0], port), _TIMEOUT_S)
    if parts.scheme == "https":
        connected = ssl.create_default_context().wrap_socket(connected, server_hostname=parts.hostname)
    connection.sock = connected
    return connection
