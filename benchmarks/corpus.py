"""Any number of made-up articles with known truth, from the sentences of a sample corpus and the names of its theatre.

Each tells one change of hands, in one of several wordings, among sentences of the corpus that claim nothing. The truth lies in
``truth.csv`` beside the folder: article, place, actor, day.
"""

import csv
import datetime as dt
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from whoheld import geodata, pipeline
from whoheld.articles import Articles
from whoheld.model import Place
from whoheld.reading import read
from whoheld.scope import Scope

THEATRE = "syria"
FIRST, DAYS = dt.date(2014, 1, 1), 2_000
ACTORS = {
    "SDF": "The Syrian Democratic Forces",
    "ISIS": "Islamic State",
    "SYRIA_GOV": "Syrian government forces",
    "SNA": "The Syrian National Army",
}
SAYS = (
    "{actor} captured the town of {place} on {day}.",
    "{actor} took control of {place} on {day}, a monitor said.",
    "On {day}, {actor} seized {place} after days of fighting.",
    "{actor} entered {place} and took full control of the town on {day}.",
)
AROUND = 6
"""Sentences beside the one that claims."""


class Truth(NamedTuple):
    """What one article says."""

    article: str
    place: str
    actor: str
    day: dt.date


def write(folder: Path, count: int, *, first: int = 0, seed: int = 1) -> list[Truth]:
    """Write articles with their metadata; the same numbers give the same articles."""
    folder.mkdir(parents=True, exist_ok=True)
    places, others = towns(), list(idle_sentences())
    return [_article(folder, number, places, others, random.Random(f"{seed}.{number}")) for number in range(first, first + count)]  # noqa: S311


def towns() -> list[Place]:
    """Towns of the theatre whose English name is theirs alone and one word."""
    places = geodata.theatre(THEATRE).places
    names = [spelling for place in places for spelling in place.names.get("en", ())]
    return [p for p in places if p.kind == "settlement" and p.name.isalpha() and p.name.isascii() and names.count(p.name) == 1]


def idle_sentences() -> Iterator[str]:
    """English sentences of the sample corpus from which nothing was read."""
    reading = read([geodata.theatre(THEATRE).folder / "articles"], jobs=1)
    articles = Articles.of(article for article in reading.articles.each() if article.language == "en")
    said = pipeline.understand(articles, Scope.named(THEATRE))
    told = {(claim.article.id, claim.evidence.quote) for claim in said.claims.each()}
    for article in articles.each():
        for sentence in re.split(r"(?<=[.!?])\s+", article.text):
            if not any(quote in sentence for owner, quote in told if owner == article.id):
                yield " ".join(sentence.split())


def _article(folder: Path, number: int, places: list[Place], others: list[str], chance: random.Random) -> Truth:
    place, actor = chance.choice(places), chance.choice(sorted(ACTORS))
    day = FIRST + dt.timedelta(chance.randrange(DAYS))
    claim = chance.choice(SAYS).format(actor=ACTORS[actor], place=place.name, day=f"{day.day} {day:%B %Y}")
    name = f"{number:06}"
    text = "\n\n".join([claim, *chance.sample(others, AROUND)])
    (folder / f"{name}.txt").write_text(text, "utf-8")
    about = {
        "published": (day + dt.timedelta(1)).isoformat(),
        "url": f"https://made.example/{name}",
        "title": f"Report {number}",
        "publisher": f"Outlet {number % 40}",
        "language": "en",
    }
    (folder / f"{name}.json").write_text(json.dumps(about), "utf-8")
    return Truth(name, place.id, actor, day)


def main() -> None:
    """``python -m benchmarks.corpus FOLDER COUNT``."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    with (folder.parent / "truth.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(write(folder, count))


if __name__ == "__main__":
    main()
