"""Row 9, after a text has been read: a year of reports in one document is no deeper and no dearer a sentence than one report."""

import cProfile
import hashlib

import pytest

from whoheld import geodata, pipeline, processes
from whoheld.articles import Articles
from whoheld.ingest.language import detect
from whoheld.model import Article
from whoheld.processes import FEW, Processes
from whoheld.scope import Scope

SENTENCES = {
    "points back": "سيطرت قوات سوريا الديمقراطية على مدينة هجين بالكامل، وقال المرصد إن تنظيم داعش انسحب من البلدة. ",
    "one name": "The Syrian Democratic Forces captured the town of Hajin on 14 December 2018. ",
    "a paragraph each": "The Syrian Democratic Forces captured the town of Susah from ISIS, which lost the village too.\n\n",
}
SYRIA = Scope.named("syria")


def article(text: str) -> Article:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        id=sha256[:16],
        text=text,
        title=None,
        url=None,
        published="2018-12-16",
        published_basis="given",
        publisher=None,
        language=detect(text),
        sha256=sha256,
        source="long.txt",
    )


def read(text: str) -> int:
    long = article(text)
    return len(pipeline.locate([long], pipeline.extract([long], SYRIA).claims, SYRIA).claims)


def calls(text: str) -> int:
    """How many calls reading a text takes: what grows with the square of its names shows in them, on a busy machine too."""
    profile = cProfile.Profile()
    profile.runcall(read, text)
    return sum(entry.callcount for entry in profile.getstats())


def test_row_9_a_sentence_of_many_names_costs_what_its_names_cost() -> None:
    names = [place.name for place in geodata.theatre("syria").places if place.name.isalpha() and place.name.isascii()][:400]
    told = f"The army captured the villages of {{}} and {names[0]} on 3 March 2018, local sources said. "
    read(told.format(names[1]))  # what is kept for every text is made
    assert calls(told.format(", ".join(names))) < 3 * calls(told.format(", ".join(names[:200])))


def test_row_9_an_article_that_takes_too_long_costs_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    good = [article(f"{SENTENCES['one name']}{number}") for number in range(3)]
    long = article(SENTENCES["one name"] * 6_000)
    monkeypatch.setattr(processes, "TIME_LIMIT_S", 3.0)
    monkeypatch.setattr(processes, "CHARACTERS_A_SECOND", 1_000_000)
    found = pipeline.understand(Articles.of([*good, long]), SYRIA, workers=Processes(2, few=FEW))
    assert {claim.article.id for claim in found.claims.each()} == {each.id for each in good}
    assert [(issue.kind, issue.article) for issue in found.issues] == [("given_up", long.id)]


@pytest.mark.parametrize("name", SENTENCES)
def test_row_9_every_sentence_of_a_long_text_is_read(name: str) -> None:
    assert read(SENTENCES[name] * 400) >= 400


@pytest.mark.parametrize("name", SENTENCES)
def test_row_9_twice_the_text_costs_twice(name: str) -> None:
    assert calls(SENTENCES[name] * 600) < 3 * calls(SENTENCES[name] * 300)
