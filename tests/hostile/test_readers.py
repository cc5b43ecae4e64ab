"""Rows 7 to 9 of what goes wrong: bombs, entities and depth, each in a process whose time and memory are measured."""

import gzip
import json
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from whoheld.ingest import read, workers
from whoheld.model import Article

GOOD = b"<html><body><article><p>The army took the town of Hajin, it said.</p></article></body></html>"
MEASURED = """
import json, re, resource, sys
from pathlib import Path
from whoheld.ingest import read
items = [item.model_dump(mode="json") for item in read(sys.argv[1:], jobs=1)]
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
seconds = sum(u.ru_utime + u.ru_stime for u in used)
# ru_maxrss of this process would count the parent's memory as well, which it shared until it began.
own = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
print(json.dumps({"items": items, "seconds": seconds, "megabytes": max(own, used[1].ru_maxrss) / 1024}))
"""


class Measured(NamedTuple):
    texts: list[str]
    issues: list[tuple[str, str]]
    seconds: float
    megabytes: float


def measured(path: Path) -> Measured:
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, path.name], cwd=path.parent, capture_output=True, check=True, timeout=120
    )
    found = json.loads(done.stdout)
    texts = [item["text"] for item in found["items"] if "sha256" in item]
    issues = [(item["kind"], item["source"]) for item in found["items"] if "stage" in item]
    return Measured(texts, issues, found["seconds"], found["megabytes"])


def record(url: str, length: int, *, packing: str = "") -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + packing.encode() + b"\r\n"
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http\r\n"
    return head.encode() + f"Content-Length: {len(http) + length}\r\n\r\n".encode() + http


def packed(head: bytes, gigabytes: int, tail: bytes = b"") -> bytes:
    """A gzip member of zeros between two ends, made from one packed megabyte."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    zeros = bytes(1 << 20)
    start = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    middle = packer.compress(zeros) + packer.flush(zlib.Z_FULL_FLUSH)
    end = packer.compress(tail) + packer.flush()
    check = zlib.crc32(head)
    for _ in range(gigabytes << 10):
        check = zlib.crc32(zeros, check)
    length = len(head) + (gigabytes << 30) + len(tail)
    footer = struct.pack("<II", zlib.crc32(tail, check), length & 0xFFFFFFFF)
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + start + middle * (gigabytes << 10) + end + footer


def good(number: int) -> bytes:
    body = GOOD.replace(b"Hajin", b"Hajin %d" % number)
    return gzip.compress(record(f"https://x.example/2019/01/0{number}/", len(body)) + body + b"\r\n\r\n")


def bombs() -> Iterator[bytes]:
    yield good(1)
    inside = packed(b"", 2)
    yield gzip.compress(record("http://bomb.example/", len(inside), packing="Content-Encoding: gzip\r\n") + inside + b"\r\n\r\n")
    yield good(3)
    yield packed(record("http://bomb.example/", 2 << 30), 2, b"\r\n\r\n")
    yield good(5)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bombs") / "bombs.warc.gz"
    path.write_bytes(b"".join(bombs()))
    return path


def test_row_7_a_packed_bomb_costs_its_own_record(archive: Path) -> None:
    assert archive.stat().st_size < 5_000_000
    found = measured(archive)
    assert found.issues == [("too_large", "bombs.warc.gz:2"), ("too_large", "bombs.warc.gz:4")]
    assert [text.split()[-3] for text in found.texts] == ["1,", "3,", "5,"]
    assert found.megabytes < 512
    assert found.seconds < 10, "the figure is 5 s of a whole core; processes start within it"


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
OUTSIDE = '<!ENTITY a9 SYSTEM "file:///etc/passwd">'
PARAMETER = '<!ENTITY % p SYSTEM "file:///etc/passwd"> %p; <!ENTITY a9 "x">'


def feed(entities: str, encoding: str) -> bytes:
    head = f'<?xml version="1.0"?><!DOCTYPE rss [{entities}]>'
    return f'{head}<rss version="2.0"><channel><item><title>&a9;</title></item></channel></rss>'.encode(encoding)


KINDS = {"laughs": f'<!ENTITY a0 "ha">{LAUGHS}', "outside": OUTSIDE, "parameter": PARAMETER}


def test_row_8_feeds_with_entities_cost_little(tmp_path: Path) -> None:
    for name, entities in KINDS.items():
        (tmp_path / f"{name}.xml").write_bytes(feed(entities, "utf-8"))
    found = measured(tmp_path)
    assert (found.texts, {kind for kind, _ in found.issues}) == ([], {"unsafe"})
    assert len(found.issues) == len(KINDS)
    assert found.megabytes < 200
    assert found.seconds < 6, "the figure is 2 s a feed"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_row_8_entities_are_found_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(feed(OUTSIDE, encoding))
    assert [getattr(item, "kind", "article") for item in read([tmp_path])] == ["unsafe"]


def deep(element: str) -> bytes:
    return b"<html><body>" + f"<{element}>".encode() * 100_000 + GOOD


def test_row_9_depth_is_unparsable_and_the_rest_is_read(tmp_path: Path) -> None:
    elements = ("div", "x", "b", "table", 'font size="1"', "svg", "blockquote", "ul")
    for number, element in enumerate(elements):
        (tmp_path / f"deep{number}.html").write_bytes(deep(element))
    (tmp_path / "good.html").write_bytes(GOOD)
    kinds = [getattr(item, "kind", "article") for item in read([tmp_path])]
    assert kinds == ["unparsable"] * len(elements) + ["undated", "article"]


@pytest.mark.parametrize("name", ["line.txt", "line.html", "line.jsonl", "line.xml", "line.warc"])
def test_row_9_a_single_line_of_50_megabytes(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b'{"text": "' + b"a" * 50_000_000)
    (tmp_path / "good.html").write_bytes(GOOD)
    kinds = sorted(getattr(item, "kind", "article") for item in read([tmp_path]))
    assert kinds[0] == "article"
    assert not {"too_large", "empty", "unreadable"}.isdisjoint(kinds)


def test_row_9_a_page_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_bytes(GOOD)
    (tmp_path / "b.txt").write_text("The army took Hajin.", "utf-8")
    monkeypatch.setattr(workers, "TIME_LIMIT_S", 0.001)
    items = list(read([tmp_path]))
    assert [item.kind for item in items if not isinstance(item, Article)] == ["unparsable", "undated"]
    assert [item.text for item in items if isinstance(item, Article)] == ["The army took Hajin."]
    assert "of computing" in next(item.message for item in items if not isinstance(item, Article))


BUSY = "import sys, time; time.sleep(3); sys.argv = sys.argv[1:]; from whoheld.ingest.worker import main; main()"


def test_row_9_no_page_is_given_up_because_the_machine_is_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_bytes(GOOD)
    monkeypatch.setattr(workers, "COMMAND", (sys.executable, "-c", BUSY, "worker"))
    monkeypatch.setattr(workers, "TIME_LIMIT_S", 2.9)
    assert [item.text for item in read([tmp_path]) if isinstance(item, Article)] == ["The army took the town of Hajin, it said."]


def test_row_9_a_process_that_neither_computes_nor_answers_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_bytes(GOOD)
    monkeypatch.setattr(workers, "COMMAND", (sys.executable, "-c", "import time; time.sleep(600)"))
    monkeypatch.setattr(workers, "PATIENCE_S", 0.1)
    (issue,) = read([tmp_path])
    assert "without an answer" in getattr(issue, "message", "")
