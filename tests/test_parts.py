"""Articles read in parts, by this process or by others, say the same."""

import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from whoheld import pipeline
from whoheld.articles import Articles
from whoheld.extract import Extraction, Extractor
from whoheld.model import Article
from whoheld.processes import Processes
from whoheld.scope import Scope

ROOT = Path(__file__).parents[1]
SYRIA = Scope.named("syria")


@pytest.fixture(scope="module")
def articles() -> Articles:
    return pipeline.read([ROOT / "geodata" / "syria" / "articles"]).articles


@pytest.fixture(scope="module")
def understood(articles: Articles) -> pipeline.Understood:
    """What this process finds."""
    return pipeline.understand(articles, SYRIA)


def test_other_processes_find_the_same(articles: Articles, understood: pipeline.Understood) -> None:
    assert pipeline.understand(articles, SYRIA, workers=Processes(2)) == understood


def test_a_process_that_dies_costs_nothing(articles: Articles, understood: pipeline.Understood) -> None:
    killed: list[psutil.Process] = []
    others = psutil.Process().children()  # a browser that other tests look with

    def kill_one(stage: str, done: int, total: int | None) -> None:
        if done and not killed:
            killed.extend([child for child in psutil.Process().children() if child not in others][:1])
            killed[0].kill()

    found = pipeline.understand(articles, SYRIA, workers=Processes(2), progress=kill_one)
    assert killed
    assert found == understood


_BUILD = """
from whoheld import parts, pipeline
from whoheld.processes import Processes
from whoheld.scope import Scope

articles = [*pipeline.read(["geodata/syria/articles"]).articles.each()] * 40
said = Processes(2).read(parts.cut(articles, Scope.named("syria")))
print(next(said).num_rows, flush=True)
for _ in said:
    pass
"""


def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    script = tmp_path / "build.py"
    script.write_text(_BUILD)
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        process.kill()
        # The others hold the same pipe: it ends when the last of them does.
        assert process.communicate(timeout=60) == (b"", None)


def test_a_fault_in_one_article_costs_one_line(
    articles: Articles, understood: pipeline.Understood, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = next(iter(articles))
    read = Extractor.extract

    def fails(self: Extractor, article: Article) -> Extraction:
        if article.id == broken:
            raise IndexError("list index out of range")
        return read(self, article)

    monkeypatch.setattr(Extractor, "extract", fails)
    found = pipeline.understand(articles, SYRIA)
    assert {claim.article.id for claim in found.claims.each()} == {claim.article.id for claim in understood.claims.each()} - {
        broken
    }
    (issue,) = (issue for issue in found.issues if issue.kind == "given_up")
    assert (issue.article, "please report" in issue.message) == (broken, True)
