"""Finding names, and claims: against an automaton of the names, and token patterns of spaCy, on the same sentences."""

from collections.abc import Sequence

import ahocorasick_rs
import spacy
from benchmarks.corpus import ACTORS, THEATRE, idle_sentences, towns
from benchmarks.measured import Row, table, timed
from spacy.matcher import Matcher

from whoheld import geodata, pipeline
from whoheld.gazetteer import Gazetteer
from whoheld.model import Article
from whoheld.text import fold, key, tokens

VERBS = ("captured", "seized", "took", "entered", "controls", "holds", "lost")


def articles(count: int) -> list[Article]:
    """Reports of seven sentences, one of which claims something."""
    others, places, actors = list(idle_sentences()), towns(), sorted(ACTORS.values())
    made = []
    for number in range(count):
        actor, place = actors[number % len(actors)], places[number % len(places)].name
        claim = f"{actor} captured the town of {place} on {number % 28 + 1} May 2018."
        text = "\n\n".join([claim, *(others[(number + 3 * k) % len(others)] for k in range(6))])
        ids = {"id": f"{number:016x}", "sha256": f"{number:064x}"}
        made.append(Article(text=text, published="2018-06-01", language="en", source=str(number), **ids))
    return made


def main(sizes: Sequence[int] = (20, 200, 2000)) -> str:
    """The tables of this benchmark."""
    found = table("Names in text", *map(names, sizes)), table("Claims in articles of seven sentences", *map(said, sizes))
    return "\n".join([*found, "PETRARCH2 is in no package index, so its rule coder could not be installed to stand here.\n"])


def names(count: int) -> list[Row]:
    """The names of a theatre's places, found by an automaton, and by looking up every word."""
    theatre = geodata.theatre(THEATRE)
    spellings = sorted({spelling for place in theatre.places for some in place.names.values() for spelling in some})
    folded = [str(fold(article.text)) for article in articles(count)]
    automaton = ahocorasick_rs.AhoCorasick([key(name) for name in spellings])
    gazetteer = Gazetteer.open(theatre)
    scan = timed(lambda: [automaton.find_matches_as_indexes(text.casefold(), overlapping=False) for text in folded])
    looked_up = timed(lambda: [[gazetteer.lookup(token.key) for token in tokens(fold(text))] for text in folded])
    return [
        Row(f"ahocorasick_rs, {len(spellings):,} names, one pass, folded beforehand", count, scan),
        Row("whoheld: fold, cut, look up every word", count, looked_up),
    ]


def said(count: int) -> list[Row]:
    """Claims found by token patterns, and by the grammar."""
    made = articles(count)
    extractor = pipeline.extractor(geodata.theatre(THEATRE))
    extractor.extract(made[0])
    return [
        Row("spaCy blank and Matcher: verb, then a proper noun", count, timed(lambda: patterns(made))),
        Row(
            "whoheld: who, what, where, when, who says so, each with its words",
            count,
            timed(lambda: [extractor.extract(article) for article in made]),
        ),
    ]


def patterns(made: list[Article]) -> int:
    """How many times a verb of control stands before a capitalised word."""
    language = spacy.blank("en")
    matcher = Matcher(language.vocab)
    matcher.add("control", [[{"LOWER": {"IN": list(VERBS)}}, {"OP": "{0,6}"}, {"IS_TITLE": True}]])
    return sum(len(matcher(document)) for document in language.pipe(article.text for article in made))


if __name__ == "__main__":
    print(main())
