"""Row 9, after a text has been read: a year of reports in one document is no deeper and no dearer a sentence than one report."""

import cProfile
import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from whoheld import cluster, geodata, parts, pipeline, processes, sayings
from whoheld.articles import Articles
from whoheld.claims import Claims
from whoheld.ingest.language import detect
from whoheld.issues import Issues
from whoheld.model import Article, Claim, Issue
from whoheld.processes import FEW, Processes
from whoheld.scope import Scope
from whoheld.timeline import flattened

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


class Measured(NamedTuple):
    """The claims of a text, and how many calls reading it takes: what grows with the square of its names shows in them, on a busy
    machine too.
    """

    claims: int
    calls: int


def measured(text: str) -> Measured:
    profile = cProfile.Profile()
    claims = profile.runcall(read, text)
    return Measured(claims, sum(entry.callcount for entry in profile.getstats()))


TIMES = [1, pytest.param(3, marks=pytest.mark.slow)]
"""How many times as long a text is; what is square in a small part of its cost shows in the longest alone."""


@pytest.mark.parametrize("times", TIMES)
def test_row_9_a_sentence_of_many_names_costs_what_its_names_cost(times: int) -> None:
    names = [place.name for place in geodata.theatre("syria").places if place.name.isalpha() and place.name.isascii()]
    told = f"The army captured the villages of {{}} and {names[0]} on 3 March 2018, local sources said. "
    read(told.format(names[1]))  # what is kept for every text is made
    half, whole = (told.format(", ".join(names[: count * times])) for count in (70, 140))
    assert measured(whole).calls < 3 * measured(half).calls


@pytest.mark.parametrize("times", TIMES)
def test_row_9_a_sentence_of_many_dates_costs_what_its_dates_cost(times: int) -> None:
    told, days = "The SDF captured the town of Hajin", " on 1 January 2018, and it met"
    read(f"{told}{days}.")
    half, whole = (f"{told}{days * (count * times)}." for count in (50, 100))
    assert measured(whole).calls < 3 * measured(half).calls


@pytest.mark.parametrize("verb", ["captured ", "آل "])
def test_row_9_a_sentence_of_many_verbs_is_not_read_to_its_end_and_listed(verb: str) -> None:
    told = "The SDF captured the town of Hajin. "
    found = pipeline.extract([article(told + verb * 800)], SYRIA)
    assert [issue.kind for issue in found.issues] == ["unparsable"]
    assert measured(told + verb * 800).calls < 3 * measured(told + verb * 400).calls


def by_build(articles: list[Article], folder: Path) -> tuple[Iterable[Claim], Iterable[Issue]]:
    del folder
    found = pipeline.understand(Articles.of(articles), SYRIA, workers=Processes(2, few=FEW))
    return found.claims.each(), found.issues


def by_extract(articles: list[Article], folder: Path) -> tuple[Iterable[Claim], Iterable[Issue]]:
    del folder
    return pipeline.extract(articles, SYRIA, workers=Processes(2, few=FEW))


def by_a_worker_of_dask(articles: list[Article], folder: Path) -> tuple[Iterable[Claim], Iterable[Issue]]:
    (part,) = parts.cut(articles, SYRIA)
    (folder / "part.articles.jsonl").write_bytes(parts.to_json(part))
    cluster.make(cluster.Task(str(folder), "part", SYRIA.theatres, None, sayings.basis_of(SYRIA)))
    said = cluster.said(folder, "part")
    assert said is not None
    return Claims(flattened(said["claims"])).each(), Issues(flattened(said["issues"]))


@pytest.mark.parametrize("read", [by_build, pytest.param(by_extract, marks=pytest.mark.slow), by_a_worker_of_dask])
def test_row_9_an_article_that_takes_too_long_costs_one_line(
    read: Callable[[list[Article], Path], tuple[Iterable[Claim], Iterable[Issue]]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    good = [article(f"{SENTENCES['one name']}{number}") for number in range(3)]
    long = article(SENTENCES["one name"] * 6_000)
    monkeypatch.setattr(processes, "TIME_LIMIT_S", 3.0)
    monkeypatch.setattr(processes, "CHARACTERS_A_SECOND", 1_000_000)
    claims, issues = read([*good, long], tmp_path)
    assert {claim.article.id for claim in claims} == {each.id for each in good}
    assert [(issue.kind, issue.article) for issue in issues] == [("given_up", long.id)]


@pytest.mark.parametrize("times", TIMES)
@pytest.mark.parametrize("name", SENTENCES)
def test_row_9_every_sentence_of_a_long_text_is_read_and_twice_the_text_costs_twice(name: str, times: int) -> None:
    half, whole = (measured(SENTENCES[name] * (count * times)) for count in (60, 120))
    assert whole.claims >= 120 * times
    assert whole.calls < 3 * half.calls
