"""Row 9, after a text has been read: a year of reports in one document is no deeper and no dearer a sentence than one report."""

import cProfile
import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

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


def test_row_9_a_sentence_of_many_dates_costs_what_its_dates_cost() -> None:
    told, days = "The SDF captured the town of Hajin", " on 1 January 2018, and it met"
    read(f"{told}{days}.")
    assert calls(f"{told}{days * 200}.") < 3 * calls(f"{told}{days * 100}.")


@pytest.mark.parametrize("verb", ["captured ", "آل "])
def test_row_9_a_sentence_of_many_verbs_is_not_read_to_its_end_and_listed(verb: str) -> None:
    told = "The SDF captured the town of Hajin. "
    found = pipeline.extract([article(told + verb * 800)], SYRIA)
    assert [issue.kind for issue in found.issues] == ["unparsable"]
    assert calls(told + verb * 800) < 3 * calls(told + verb * 400)


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


@pytest.mark.parametrize("read", [by_build, by_extract, by_a_worker_of_dask])
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


@pytest.mark.parametrize("name", SENTENCES)
def test_row_9_every_sentence_of_a_long_text_is_read(name: str) -> None:
    assert read(SENTENCES[name] * 200) >= 200


@pytest.mark.parametrize("name", SENTENCES)
def test_row_9_twice_the_text_costs_twice(name: str) -> None:
    assert calls(SENTENCES[name] * 300) < 3 * calls(SENTENCES[name] * 150)
