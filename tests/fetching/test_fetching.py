"""Fetching, against real servers: polite, bounded, and never where it must not go."""

import datetime as dt
import gzip
import ipaddress
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from servers import Said, Server, page, serving
from typer.testing import CliRunner

from whoheld import workfolder
from whoheld.cli import app
from whoheld.fetching import Client, Fetched, PoliteClient, client, fetch, manners
from whoheld.fetching.addresses import is_public
from whoheld.model import Article
from whoheld.reading import recall
from whoheld.workfolder import WorkFolder

Answering = Callable[[BaseHTTPRequestHandler], None]
DAY = dt.date(2019, 1, 21)


@pytest.fixture
def news() -> Iterator[Server]:
    with serving() as server:
        server.answers["/robots.txt"] = Said(404)
        yield server


@pytest.fixture
def work(tmp_path: Path) -> WorkFolder:
    return workfolder.create(tmp_path / "work", "syria")


def bring(work: WorkFolder, news: Server, *paths: str, day: dt.date = DAY, pause_s: float = 0, most: int = 50) -> Fetched:
    exempt = {(news.host, news.port)}
    polite = PoliteClient(Client("desk@x.example", exempt=exempt), pause_s=pause_s)
    return fetch([news.url(path) for path in paths], work, polite, day=day, most=most)


def articles(work: WorkFolder) -> list[Article]:
    return list(recall(work).articles.each()) if any(work.stored()) else []


def reasons(done: Fetched) -> str:
    return " ".join(issue.message for issue in done.issues)


def test_a_page_is_kept_with_its_address_bytes_and_day(news: Server, work: WorkFolder) -> None:
    news.answers["/a"] = page("Hajin")
    assert bring(work, news, "/a").new == 1
    (article,) = articles(work)
    assert (article.url, article.published) == (news.url("/a"), "2018-12-15")
    (stored,) = work.stored()
    assert (stored.fetched, work.raw(stored)) == (DAY, page("Hajin").body)
    assert [path for path, _ in news.asked] == ["/robots.txt", "/a"]
    assert all("whoheld/" in headers["User-Agent"] and "desk@x.example" in headers["User-Agent"] for _, headers in news.asked)


def test_a_feed_brings_its_pages_with_their_days(news: Server, work: WorkFolder) -> None:
    items = "".join(
        f"<item><title>t</title><link>{news.url(f'/{n}')}</link><pubDate>Sat, 15 Dec 2018 10:00:00 GMT</pubDate></item>"
        for n in "abc"
    )
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>X</title>{items}</channel></rss>'
    news.answers["/feed"] = Said(headers={"Content-Type": "application/rss+xml"}, body=feed.encode())
    for name, place in {"a": "Hajin", "b": "Susah"}.items():
        news.answers[f"/{name}"] = page(place)
    done = bring(work, news, "/feed", most=2)
    assert (done.new, news.paths[2:]) == (2, ["/a", "/b"])
    assert "--limit" in reasons(done)
    assert {(article.published, article.published_basis) for article in articles(work)} == {("2018-12-15", "given")}


def feed_of(news: Server, count: int) -> bytes:
    items = "".join(f"<item><title>t</title><link>{news.url(f'/{n}')}</link></item>" for n in range(count))
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>X</title>{items}</channel></rss>'.encode()


def test_what_a_feed_names_is_asked_until_all_of_it_was_had(news: Server, work: WorkFolder) -> None:
    def feed(request: BaseHTTPRequestHandler) -> None:
        known = request.headers["If-None-Match"] == '"1"'
        body = b"" if known else feed_of(news, 4)
        request.send_response(304 if known else 200)
        for name, value in {"ETag": '"1"', "Content-Type": "text/xml", "Content-Length": str(len(body))}.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    news.answers["/feed"] = feed
    for n, place in enumerate(("Hajin", "Susah", "Baghuz")):
        news.answers[f"/{n}"] = page(place)
    news.answers["/3"] = Said(503)
    assert bring(work, news, "/feed", most=2).new == 2
    assert bring(work, news, "/feed").new == 1
    news.answers["/3"] = page("Shafa")
    assert bring(work, news, "/feed").new == 1
    assert bring(work, news, "/feed").unchanged == (news.url("/feed"),)


def test_what_came_before_a_call_is_broken_off_is_kept(news: Server, work: WorkFolder) -> None:
    places = ("Hajin", "Susah", "Baghuz", "Shafa")
    news.answers["/feed"] = Said(headers={"Content-Type": "text/xml"}, body=feed_of(news, 15))
    for n in range(15):
        news.answers[f"/{n}"] = page(f"{places[n % 4]} {n}")

    def asked(url: str) -> None:
        if url.endswith("/13"):
            raise KeyboardInterrupt

    polite = PoliteClient(Client(exempt={(news.host, news.port)}), pause_s=0)
    with pytest.raises(KeyboardInterrupt):
        fetch([news.url("/feed")], work, polite, day=DAY, progress=asked)
    assert len(articles(work)) == 10
    assert bring(work, news, "/feed").new == 5


def test_what_has_not_changed_is_not_sent_again(news: Server, work: WorkFolder) -> None:
    def conditional(request: BaseHTTPRequestHandler) -> None:
        known = request.headers["If-None-Match"] == '"1"' and request.headers["If-Modified-Since"] == "yesterday"
        body = b"" if known else page("Hajin").body
        request.send_response(304 if known else 200)
        for name, value in {"ETag": '"1"', "Last-Modified": "yesterday", "Content-Length": str(len(body))}.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    news.answers["/a"] = conditional
    assert bring(work, news, "/a").unchanged == ()
    again = bring(work, news, "/a", day=dt.date(2019, 2, 1))
    assert (again.unchanged, again.new, len(articles(work))) == ((news.url("/a"),), 0, 1)


def test_row_19_a_changed_page_is_a_new_version_known_from_its_day(news: Server, work: WorkFolder) -> None:
    for day, place in ((DAY, "Hajin"), (dt.date(2019, 2, 1), "Susah")):
        news.answers["/a"] = page(place)
        bring(work, news, "/a", day=day)
    assert sorted((article.known_from for article in articles(work)), key=str) == [dt.date(2019, 2, 1), None]


def test_robots_are_obeyed_on_every_hop(news: Server, work: WorkFolder) -> None:
    with serving() as closed:
        closed.answers["/robots.txt"] = Said(body=b"User-agent: *\nDisallow: /secret\n")
        closed.answers["/secret"] = page("Hajin")
        news.answers["/a"] = Said(302, {"Location": closed.url("/secret")})
        polite = PoliteClient(Client(exempt={(s.host, s.port) for s in (news, closed)}), pause_s=0)
        done = fetch([news.url("/a")], work, polite, day=DAY)
        assert "robots.txt" in reasons(done)
        assert closed.paths == ["/robots.txt"]


@pytest.mark.parametrize(("status", "read"), [(404, 1), (403, 1), (503, 0)])
def test_a_server_without_rules_may_be_read_and_a_broken_one_not(status: int, read: int, news: Server, work: WorkFolder) -> None:
    news.answers.update({"/robots.txt": Said(status), "/a": page("Hajin")})
    done = bring(work, news, "/a")
    assert done.new == read
    assert ("could not be asked for its robots.txt (the server said 503)" in reasons(done)) == (status == 503)


def test_one_host_is_not_asked_in_quick_succession(news: Server, work: WorkFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(manners.time, "sleep", slept.append)
    news.answers.update(
        {"/robots.txt": Said(body=b"User-agent: whoheld\nCrawl-delay: 7\n"), "/a": page("Hajin"), "/b": page("Susah")}
    )
    bring(work, news, "/a", "/b", pause_s=2)
    assert [round(seconds) for seconds in slept] == [7, 7]


def oversized(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    try:
        while True:
            request.wfile.write(b"<p>" + b"x" * 100_000)
    except OSError:
        return


def bomb(request: BaseHTTPRequestHandler) -> None:
    body = gzip.compress(bytes(200_000_000))
    request.send_response(200)
    request.send_header("Content-Encoding", "gzip")
    request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    request.wfile.write(body)


def slow(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    for _ in range(100):
        try:
            request.wfile.write(b"<p>")
            time.sleep(0.1)
        except OSError:
            return


def in_a_circle(request: BaseHTTPRequestHandler) -> None:
    request.send_response(302)
    request.send_header("Location", "/a")
    request.end_headers()


def picture(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "image/png")
    request.end_headers()


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (oversized, "more than 10 MB"), (bomb, "more than 10 MB"), (slow, "not done"), (in_a_circle, "sent on"),
        (picture, "image/png"), (Said(404), "404"), (Said(500), "500"),
    ],
)  # fmt: skip
def test_what_cannot_be_had_costs_one_line(
    answer: Said | Callable[[BaseHTTPRequestHandler], None],
    why: str,
    news: Server,
    work: WorkFolder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(client, "_WHOLE_S", 2 if answer is slow else 60)
    news.answers.update({"/a": answer, "/b": page("Hajin")})
    done = bring(work, news, "/a", "/b")
    assert (done.new, len(done.issues)) == (1, 1)
    assert why in reasons(done)


WAYS = (
    "http://127.0.0.1:{}/",
    "http://localhost:{}/",
    "http://2130706433:{}/",
    "http://0x7f000001:{}/",
    "http://127.1:{}/",
    "http://0.0.0.0:{}/",
    "http://[::1]:{}/",
    "http://[::ffff:127.0.0.1]:{}/",
    "http://[::ffff:7f00:1]:{}/",
    "http://[64:ff9b::7f00:1]:{}/",
    "http://user@127.0.0.1:{}/",
    "http://x.example@127.0.0.1:{}/",
    "//127.0.0.1:{}/",
    "http:\\\\127.0.0.1:{}\\",
)


NO_WEB = ("file:///etc/passwd", "ftp://127.0.0.1:{}/", "gopher://127.0.0.1:{}/", "data:text/html,a")


@pytest.fixture
def canary() -> Iterator[Server]:
    with serving() as server:
        server.answers.update(dict.fromkeys(("/", "/robots.txt"), page("Hajin")))
        yield server
        assert server.asked == [], "the canary was asked"


@pytest.mark.parametrize("way", WAYS)
def test_row_13_no_address_leads_to_this_machine(
    way: str, canary: Server, work: WorkFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "_ALLOWED_PORTS", {80, 443, canary.port})
    done = fetch([way.format(canary.port)], work, PoliteClient(Client(), pause_s=0), day=DAY)
    assert len(done.issues) == 1
    assert done.new == 0


@pytest.mark.parametrize(
    "way", [*WAYS, "file:///etc/passwd", "ftp://127.0.0.1:{}/", "gopher://127.0.0.1:{}/", "data:text/html,a"]
)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_row_13_no_redirect_leads_to_this_machine(way: str, status: int, canary: Server, news: Server, work: WorkFolder) -> None:
    news.answers["/a"] = Said(status, {"Location": way.format(canary.port)})
    exempt = {(news.host, news.port)}
    done = fetch([news.url("/a")], work, PoliteClient(Client(exempt=exempt), pause_s=0), day=DAY)
    assert len(done.issues) == 1
    assert done.new == 0


def test_row_13_a_name_that_changes_its_address_gains_nothing(canary: Server, news: Server, work: WorkFolder) -> None:
    """The address that was checked is the one that is connected to; the name is not asked again for it."""
    answers = iter(["203.0.113.9", "127.0.0.1", "127.0.0.1", "127.0.0.1"])
    done = fetch(
        [f"http://rebinding.example:{canary.port}/"],
        work,
        PoliteClient(Client(resolver=lambda _host, _port: [next(answers)], exempt={("203.0.113.9", canary.port)}), pause_s=0),
        day=DAY,
    )
    assert len(done.issues) == 1


def test_row_13_a_name_with_one_public_and_one_private_address_is_not_asked(canary: Server, work: WorkFolder) -> None:
    both = Client(resolver=lambda _host, _port: ["8.8.8.8", "127.0.0.1"], exempt={("8.8.8.8", canary.port)})
    done = fetch([f"http://both.example:{canary.port}/"], work, PoliteClient(both, pause_s=0), day=DAY)
    assert "127.0.0.1" in reasons(done)


def test_row_13_the_command_has_no_way_around(canary: Server, work: WorkFolder) -> None:
    done = CliRunner().invoke(app, ["fetch", canary.url("/"), "--work", str(work.path)], env={"http_proxy": canary.url("/")})
    assert done.exit_code == 1
    assert "not asked" in done.output or "no address of the public internet" in done.output


@given(st.ip_addresses(v=4))
def test_an_address_in_another_dress_is_judged_as_itself(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    for dress in (0xFFFF << 32 | number, 0x64FF9B << 96 | number, 0x2002 << 112 | number << 80):
        assert is_public(ipaddress.IPv6Address(dress)) == is_public(address)


@pytest.mark.parametrize(
    "address",
    ["10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "0.0.0.0",  # noqa: S104 - none of these is listened on
     "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "2001:db8::1"],
)  # fmt: skip
def test_no_private_address_is_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "93.184.216.34"])
def test_public_addresses_are(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))
