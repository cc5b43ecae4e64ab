"""Real servers on this machine, each of which remembers what it was asked."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

PAGE = (
    "<html><head><meta property='article:published_time' content='2018-12-15'></head><body><article>"
    "<p>The Syrian Democratic Forces captured the town of {} from Islamic State on 14 December 2018, a monitor said.</p>"
    "</article></body></html>"
)


class Said(NamedTuple):
    """What a server says."""

    status: int = 200
    headers: Mapping[str, str] = {"Content-Type": "text/html; charset=utf-8"}
    body: bytes = b""


class Server(NamedTuple):
    """A server: where it listens, what it was asked (path and headers), and what it answers."""

    host: str
    port: int
    asked: list[tuple[str, Mapping[str, str]]]
    answers: dict[str, Said | Callable[[BaseHTTPRequestHandler], None]]

    def url(self, path: str, host: str | None = None) -> str:
        return f"http://{host or self.host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def serving(host: str = "127.0.0.1") -> Iterator[Server]:
    asked: list[tuple[str, Mapping[str, str]]] = []
    answers: dict[str, Said | Callable[[BaseHTTPRequestHandler], None]] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, dict(self.headers)))
            answer = answers.get(self.path, Said(404))
            if not isinstance(answer, Said):
                answer(self)
                return
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield Server(host, server.server_address[1], asked, answers)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def page(place: str, **headers: str) -> Said:
    return Said(headers={"Content-Type": "text/html; charset=utf-8", **headers}, body=PAGE.format(place).encode())
