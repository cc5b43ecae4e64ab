"""Finding names, and claims: against an automaton of the names, and token patterns of spaCy, on the same sentences."""

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


def main(count: int = 500) -> str:
    """The tables of this benchmark."""
    made, theatre = articles(count), geodata.theatre(THEATRE)
    names = sorted({spelling for place in theatre.places for some in place.names.values() for spelling in some})
    folded = [str(fold(article.text)) for article in made]
    automaton = ahocorasick_rs.AhoCorasick([key(name) for name in names])
    gazetteer = Gazetteer.open(theatre)
    looked_up = timed(lambda: [[gazetteer.lookup(token.key) for token in tokens(fold(article.text))] for article in made])
    scan = timed(lambda: [automaton.find_matches_as_indexes(text.casefold(), overlapping=False) for text in folded])
    extractor = pipeline.extractor(theatre)
    extractor.extract(made[0])
    own = timed(lambda: [extractor.extract(article) for article in made])
    peer = timed(lambda: patterns(made))
    return (
        table(
            f"Names in text ({len(names):,} names)",
            [
                Row("ahocorasick_rs, one pass, folded beforehand", count, scan),
                Row("whoheld: fold, cut, look up every word", count, looked_up),
            ],
        )
        + "\n"
        + table(
            "Claims in articles of seven sentences",
            [
                Row("spaCy blank and Matcher: verb, then a proper noun", count, peer),
                Row("whoheld: who, what, where, when, who says so, each with its words", count, own),
            ],
        )
    )


def patterns(made: list[Article]) -> int:
    """How many times a verb of control stands before a capitalised word."""
    language = spacy.blank("en")
    matcher = Matcher(language.vocab)
    matcher.add("control", [[{"LOWER": {"IN": list(VERBS)}}, {"OP": "{0,6}"}, {"IS_TITLE": True}]])
    return sum(len(matcher(document)) for document in language.pipe(article.text for article in made))


if __name__ == "__main__":
    print(main())
