"""What must hold of any bytes at all: each check reads them in one way and fails where a promise is broken.

The fuzzer looks for bytes that break one; what it found stands in ``tests/hostile`` and is run through the same checks.
"""

import hashlib
import io
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from whoheld import geodata
from whoheld.actors import Registry
from whoheld.extract import Extractor
from whoheld.gazetteer import Gazetteer
from whoheld.ingest.assemble import assemble_all
from whoheld.ingest.lines import read_lines
from whoheld.ingest.records import Raw
from whoheld.ingest.warc import read_warc
from whoheld.locate import locate
from whoheld.model import Article, Claim, Issue

THEATRE = "syria"


def text(data: bytes) -> None:
    """Plain text is read or refused."""
    _read([Raw("fuzz.txt", "text", data)])


def page(data: bytes) -> None:
    """A page is read or refused."""
    _read([Raw("fuzz.html", "html", data)])


def feed(data: bytes) -> None:
    """A feed is read or refused, with each of its entries."""
    _read([Raw("fuzz.xml", "feed", data)])


def lines(data: bytes) -> None:
    """JSON Lines are read or refused line by line."""
    _read(read_lines(io.BytesIO(data), "fuzz.jsonl"))


def archive(data: bytes) -> None:
    """An archive is read or refused record by record."""
    _read(read_warc(io.BytesIO(data), "fuzz.warc"))


def arabic(data: bytes) -> None:
    """Claims of an Arabic text quote it."""
    _claims(data, "ar")


def english(data: bytes) -> None:
    """Claims of an English text quote it."""
    _claims(data, "en")


CHECKS: Mapping[str, Callable[[bytes], None]] = {
    check.__name__: check for check in (text, page, feed, lines, archive, arabic, english)
}


def _read(documents: Iterable[Raw | Issue]) -> None:
    for document in documents:
        if isinstance(document, Issue):
            _kept(document)
            continue
        for found in assemble_all(document):
            assert found.article or found.issues, "neither read nor refused"
            for noun in (*found.issues, *filter(None, [found.article])):
                _kept(noun)


def _kept(noun: Article | Claim | Issue) -> None:
    """A noun survives being written and read, and an article's hash is its text's."""
    assert type(noun).model_validate_json(noun.model_dump_json()) == noun
    if isinstance(noun, Article):
        assert noun.sha256 == hashlib.sha256(noun.text.encode()).hexdigest()


def _claims(data: bytes, language: str) -> None:
    written = data.decode("utf-8", "replace")
    sha256 = hashlib.sha256(written.encode()).hexdigest()
    article = Article(
        id=sha256[:16],
        text=written,
        published="2019-01-21",
        published_basis="given",
        language=language,
        sha256=sha256,
        source="fuzz",
    )
    extractor, gazetteer = _engine()
    found = extractor.extract(article)
    located = locate(article, found.claims, gazetteer, geodata.theatre(THEATRE))
    assert [claim.id for claim in located.claims] == [claim.id for claim in found.claims]
    for claim in located.claims:
        _kept(claim)
        quote, place = claim.evidence, claim.place
        assert written[quote.start : quote.end] == quote.quote
        assert written[place.start : place.end] == place.text


@cache
def _engine() -> tuple[Extractor, Gazetteer]:
    theatre = geodata.theatre(THEATRE)
    gazetteer = Gazetteer.open(theatre)
    return Extractor(Registry(theatre.actors), gazetteer, theatre), gazetteer
