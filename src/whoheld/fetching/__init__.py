"""Articles over the network, only when asked: politely, and never from this machine or its neighbours."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from email.message import Message
from itertools import islice
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter

from whoheld import ingest, intake
from whoheld.errors import UnreadableError
from whoheld.fetching.client import OK, Answer, Client
from whoheld.fetching.manners import PoliteClient
from whoheld.ingest import Given, Raw, Read
from whoheld.ingest.feeds import looks_like_feed
from whoheld.ingest.records import issue
from whoheld.intake import Added
from whoheld.model import Frozen, Issue
from whoheld.publish.manifest import of_bytes
from whoheld.store import write_whole
from whoheld.stored import Input
from whoheld.workfolder import CACHE, WorkFolder

__all__ = ["Client", "Fetched", "PoliteClient", "fetch"]

_UNCHANGED = 304
_AT_ONCE = 10
"""Documents that are kept together: so many are asked again where a call is broken off."""
_FORMS: dict[str, Literal["html", "text", "feed"]] = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "application/rss+xml": "feed",
    "application/atom+xml": "feed", "application/xml": "feed", "text/xml": "feed",
}  # fmt: skip


class Seen(Frozen):
    """What a server told of a document, so that it need not send it again unless it has changed."""

    etag: str | None = None
    modified: str | None = None


_ALL_SEEN = TypeAdapter(dict[str, Seen])


@dataclass(frozen=True)
class Fetched:
    """What came of a call.

    Attributes:
        new: how many articles are new in the work folder.
        versions: how many of them are later versions of one that was there.
        unchanged: addresses whose documents have not changed since they were last fetched.
        issues: an issue for each that could not be had.
    """

    new: int
    versions: int
    unchanged: tuple[str, ...]
    issues: tuple[Issue, ...]


class _Round:
    """One call: what was asked, and what came of it."""

    def __init__(self, client: PoliteClient, seen: dict[str, Seen], day: dt.date) -> None:
        self._client = client
        self._told: dict[str, Seen] = {}
        self.seen = seen
        self._day = day
        self.unchanged: list[str] = []
        self.issues: list[Issue] = []

    def document(self, given: Given) -> Raw | None:
        """The document at an address; None, and a line, where it is not to be had or has not changed."""
        url = given.url or ""
        try:
            answer = self._client.get(url, self._validators(url))
            if answer.status == _UNCHANGED:
                self.unchanged.append(url)
                return None
            raw = _raw(answer, given, self._day)
        except UnreadableError as error:
            self.issues.append(issue(url, "unreachable", f"it was not fetched: {error}"))
            return None
        self._told[url] = Seen(etag=answer.headers.get("etag"), modified=answer.headers.get("last-modified"))
        if raw.form != "feed":
            self.note(url)
        return raw

    def note(self, url: str) -> None:
        """A document need not be sent again unless it has changed."""
        self.seen[url] = self._told[url]

    def _validators(self, url: str) -> dict[str, str]:
        known = self.seen.get(url, Seen())
        said = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
        return {name: value for name, value in said.items() if value}


def fetch(  # noqa: PLR0913 - all but the first three by name
    urls: Sequence[str],
    work: WorkFolder,
    client: PoliteClient,
    *,
    day: dt.date,
    most: int = 50,
    progress: Callable[[str], None] = lambda _url: None,
) -> Fetched:
    """Bring pages, and the pages that feeds name, into a work folder.

    Args:
        urls: of pages or feeds.
        work: where they go.
        client: who asks.
        day: today, as the day of fetching.
        most: pages of one feed.
        progress: told of every address before it is asked.

    Raises:
        DataError: a line of the journal is damaged.
        UsageError: another process has been adding articles for too long.
    """
    path = work.path / CACHE / "seen.json"
    round_ = _Round(client, _seen(path), day)
    new = versions = 0
    coming = _documents(urls, round_, most, progress)
    while raws := list(islice(coming, _AT_ONCE)):
        added = _kept(raws, work)
        new, versions = new + added.new, versions + added.versions
        write_whole(path, _ALL_SEEN.dump_json(round_.seen, indent=1))
    write_whole(path, _ALL_SEEN.dump_json(round_.seen, indent=1))
    return Fetched(new, versions, tuple(round_.unchanged), tuple(round_.issues))


def _kept(raws: Sequence[Raw], work: WorkFolder) -> Added:
    inputs = {raw.source: Input(file=of_bytes(raw.source, raw.data)) for raw in raws}
    with intake.opened(work) as taking:
        taking.add(ingest.read_all(raws), inputs)
    return taking.added()


def _documents(urls: Sequence[str], round_: _Round, most: int, progress: Callable[[str], None]) -> Iterator[Raw]:
    for url in dict.fromkeys(urls):
        progress(url)
        raw = round_.document(Given(url=url))
        if raw is None:
            continue
        if raw.form != "feed":
            yield raw
            continue
        # What a feed names is asked again until all of it has been had.
        complaints = len(round_.issues)
        for given in _named_in(raw, round_, most):
            progress(given.url or "")
            page = round_.document(given)
            if page is not None and page.form != "feed":
                yield page
        if len(round_.issues) == complaints:
            round_.note(url)


def _named_in(feed: Raw, round_: _Round, most: int) -> list[Given]:
    """The pages that a feed names, with the day that it gives each."""
    read = [item for item in ingest.read_all([feed]) if isinstance(item, Read)]
    found = {item.raw.given.url: item.raw.given for item in read if item.raw.form != "feed" and item.raw.given.url}
    round_.issues += [refusal for item in read if item.raw.form == "feed" for refusal in item.issues]
    if len(found) > most:
        message = f"it names {len(found)} pages, of which {most} were fetched: --limit takes more"
        round_.issues.append(issue(feed.source, "passed_over", message))
    return [Given(url=given.url, published=given.published) for given in list(found.values())[:most]]


def _raw(answer: Answer, given: Given, day: dt.date) -> Raw:
    """The document of an answer.

    Raises:
        UnreadableError: there is none, or it is neither page nor text nor feed.
    """
    if answer.status != OK:
        raise UnreadableError(f"the server said {answer.status}")
    header = Message()
    header["content-type"] = answer.headers.get("content-type", "text/html")
    form = "feed" if looks_like_feed(answer.body[:4096]) else _FORMS.get(header.get_content_type())
    if form is None:
        raise UnreadableError(f"it is {header.get_content_type()}, neither a page nor a text nor a feed")
    charset = header.get_content_charset()
    return Raw(answer.url, form, answer.body, replace(given, url=answer.url, fetched=day.isoformat()), charset)


def _seen(path: Path) -> dict[str, Seen]:
    try:
        return _ALL_SEEN.validate_json(path.read_bytes())
    except (OSError, ValueError):  # Without it everything is fetched again, and nothing is lost.
        return {}
