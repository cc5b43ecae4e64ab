"""How fast articles are read, all theatres loaded: `python benchmarks/extract.py [ROUNDS]`.

Texts of at least 2 KB (bytes of UTF-8), each made of neighbours of one language and war: ``dense`` from the labelled texts
of ``tests/gold``, in which nearly every sentence makes a claim, ``news`` from the demo's articles, and ``quiet`` from
labelled texts that claim nothing. A bare Aho-Corasick pass looks for the same names and words in the same folded texts, in
the same process. Times are of the processor, and of each text the shortest of the rounds, so that what else the machine does
weighs less; the total of the last round is told beside it.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path

import ahocorasick_rs

from whoheld import evaluate, geodata, lang, pipeline
from whoheld.actors import Registry
from whoheld.extract.words import scan
from whoheld.model import Article
from whoheld.scope import Scope
from whoheld.text import fold

SIZE = 2048
GOLD = Path("tests/gold")
DEMO = Path("geodata/syria/articles")


def labelled(*, claims: bool) -> list[tuple[str, Article]]:
    found = [text for text in evaluate.texts(GOLD) if bool(text.record.claims) == claims]
    return [(f"{text.record.lang} {text.record.conflict if claims else ''}", text.article) for text in found]


def demo() -> Iterator[tuple[str, Article]]:
    for path in sorted(DEMO.glob("*.txt")):
        told = json.loads(path.with_suffix(".json").read_text("utf-8"))
        language = path.stem[-2:]
        text = path.read_text("utf-8")
        article = Article(
            id=path.stem, text=text, published=told["published"], language=language, sha256="0" * 64, source=path.stem
        )
        yield language, article


def joined(texts: Iterable[tuple[str, Article]]) -> Iterator[Article]:
    """Articles of at least the size, out of texts with the same key; what is too short at the end is left out."""
    for _, group in groupby(sorted(texts, key=lambda pair: (pair[0], pair[1].id)), key=lambda pair: pair[0]):
        parts: list[Article] = []
        for _, article in group:
            parts.append(article)
            text = "\n\n".join(part.text for part in parts)
            if len(text.encode()) >= SIZE:
                yield parts[0].model_copy(update={"text": text})
                parts = []


def names() -> list[str]:
    """Every name and word that reading looks for, folded, of all theatres and languages."""
    actors = (phrase for name in geodata.theatres() for phrase in Registry(geodata.theatre(name).actors).names())
    words = (phrase for code in lang.languages() for phrase in lang.phrases(code))
    places = (
        fold(spelling)
        for name in geodata.theatres()
        for place in geodata.theatre(name).places
        for spellings in place.names.values()
        for spelling in spellings
    )
    return sorted({" ".join(phrase) for phrase in (*actors, *words) if phrase} | {place for place in places if place})


def shortest(work: Callable[[Article], object], articles: list[Article], rounds: int) -> tuple[float, float]:
    """Seconds of the processor for all articles: the sum of each one's shortest, and the last round."""
    best = [float("inf")] * len(articles)
    last = 0.0
    for _ in range(rounds):
        last = 0.0
        for number, article in enumerate(articles):
            start = time.thread_time()
            work(article)
            took = time.thread_time() - start
            best[number], last = min(best[number], took), last + took
    return sum(best), last


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    theatres = [geodata.theatre(name) for name in geodata.theatres()]
    extractors = {theatre.id: pipeline.extractor(theatre) for theatre in theatres}
    looked_for = names()
    automaton = ahocorasick_rs.AhoCorasick(looked_for)
    how = "Python" if str(scan.__file__).endswith(".py") else "machine code (make compile)"
    print(f"{len(extractors)} theatres, {len(looked_for):,} names and words; extraction in {how}")
    for kind, texts in (("dense", labelled(claims=True)), ("news", demo()), ("quiet", labelled(claims=False))):
        articles = list(joined(texts))
        size = sum(len(article.text.encode()) for article in articles) / len(articles) / 1024

        def read(article: Article) -> object:
            return extractors[Scope(theatres).of(article).id].extract(article)

        claims = sum(len(extractors[Scope(theatres).of(article).id].extract(article).claims) for article in articles)
        best, last = shortest(read, articles, rounds)
        bare, _ = shortest(lambda article: automaton.find_matches_as_indexes(fold(article.text)), articles, rounds)
        print(
            f"{kind}: {len(articles)} articles of {size:.1f} KB, {claims / len(articles):.1f} claims each: "
            f"{len(articles) / best:.0f} articles/s and core (last round {len(articles) / last:.0f}), "
            f"{best / bare:.0f} times a bare Aho-Corasick pass"
        )
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
