"""Dumps from a server: whole, resumed, checksum noted; and never from this machine unasked."""

import hashlib
import io
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from whoheld.errors import UsageError
from whoheld.gazetteer.download import fetch


def archive() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as writer:
        writer.writestr(zipfile.ZipInfo("SY.txt"), "x" * 100_000)
    return made.getvalue()


class Server(HTTPServer):
    body = archive()
    version = '"one"'
    break_after = 0
    status = 200

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.ranges: list[str | None] = []

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/dump"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        asked = self.headers.get("Range")
        self.server.ranges.append(asked)
        start = int(asked[6:-1]) if asked and self.headers.get("If-Range") == self.server.version else 0
        body = self.server.body[start:]
        self.send_response(206 if start else self.server.status)
        self.send_header("ETag", self.server.version)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.server.break_after:
            body, self.server.break_after = body[: self.server.break_after], 0
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


def test_a_dump_arrives_whole_with_its_checksum(server: Server, tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    fetched = fetch("SY", base=server.base, into=tmp_path, progress=lambda here, whole: told.append((here, whole)))
    assert fetched.path.read_bytes() == server.body
    assert fetched.sha256 == hashlib.sha256(server.body).hexdigest()
    assert (tmp_path / "SY.zip.sha256").read_text() == f"{fetched.sha256}  SY.zip\n"
    assert told[-1] == (len(server.body), len(server.body))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["SY.zip", "SY.zip.sha256"]


def test_a_broken_download_goes_on_where_it_stopped(server: Server, tmp_path: Path) -> None:
    server.break_after = 40_000
    assert fetch("SY", base=server.base, into=tmp_path).path.read_bytes() == server.body
    assert server.ranges == [None, "bytes=40000-"]


def test_parts_of_two_versions_are_never_joined(server: Server, tmp_path: Path) -> None:
    (tmp_path / ".SY.zip.partial").write_bytes(b"old" * 1000)
    (tmp_path / ".SY.zip.stamp").write_text('"zero"')
    assert fetch("SY", base=server.base, into=tmp_path).path.read_bytes() == server.body


def test_what_is_no_dump_is_not_kept(server: Server, tmp_path: Path) -> None:
    server.body = b"<html>try later</html>"
    with pytest.raises(UsageError, match="not a zip archive"):
        fetch("SY", base=server.base, into=tmp_path)
    assert not (tmp_path / "SY.zip").exists()


def test_the_servers_refusal_is_told(server: Server, tmp_path: Path) -> None:
    server.status = 404
    with pytest.raises(UsageError, match="404"):
        fetch("SY", base=server.base, into=tmp_path)


@pytest.mark.parametrize("code", ["sy", "SYR", "../SY", ""])
def test_only_country_codes_are_fetched(code: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="country code"):
        fetch(code, into=tmp_path)


def test_the_network_of_this_machine_is_not_reached_unasked(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("whoheld.gazetteer.download.BASE", server.base)
    with pytest.raises(UsageError, match="not asked for"):
        fetch("SY", into=tmp_path)
    assert server.ranges == []
