"""How texts are read: the explanation of one article, and figures on labelled ones."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from whoheld.cli.app import app
from whoheld.cli.options import Jobs, TheatreName
from whoheld.cli.terminal import err, out, progress
from whoheld.publish.escaping import visible

if TYPE_CHECKING:
    from whoheld.evaluate import Result

_WORST = 20


@app.command()
def explain(
    articles: Annotated[list[str], typer.Argument(help="Articles, as for build.", show_default=False)],
    theatre: TheatreName = "auto",
) -> None:
    """Sentence by sentence: which trigger fired, what bound to what, and why a candidate was refused.

    A line for every trigger: its word, in brackets the frame that it evokes and how it stands in the sentence, then what bound
    to it, and the relation or the reason for refusing it. Below, each claim with its extent and telling, its days and what gave
    them, who says so, and the point of its place or why it has none. A sentence in which no trigger fired is shown as such, and
    what of ARTICLES cannot be read is listed.

    Example: `whoheld explain article.txt`
    """
    from whoheld import pipeline
    from whoheld.extract.explain import explain as trace
    from whoheld.extract.explain import lines
    from whoheld.extract.issues import unread
    from whoheld.lang import languages
    from whoheld.reading import read
    from whoheld.scope import Scope

    scope, found = Scope.named(theatre), read(articles)
    for issue in found.issues:
        err.print(Text(visible(f"{issue.source}: {issue.message}")))
    for article in sorted(found.articles.each(), key=lambda article: _as_numbered(article.source)):
        where, published = scope.of(article), article.published or "unknown"
        sentences = trace(pipeline.extractor(where), article)
        claims = [claim for sentence in sentences for told in sentence.traces for claim in told.claims]
        located = {claim.id: claim.place for claim in pipeline.locate([article], claims, scope).claims}
        out.print(Text(visible(f"{article.source} (theatre {where.id}, published {published})"), style="bold"))
        if article.language not in languages():
            err.print(Text(visible(f"{article.source}: {unread(article).message}")))
        for line in lines(sentences, located):
            out.print(Text(visible(line)))


def _as_numbered(source: str) -> list[str | int]:
    """What sorts sources as a reader does, line 9 of a file before line 10."""
    return [int(part) if part.isdecimal() else part for part in re.split(r"([0-9]+)", source)]


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="A folder with gold.jsonl and texts/.", show_default=False)],
    predictions: Annotated[Path | None, typer.Option(help="Write the predictions here, for another scorer.")] = None,
    places: Annotated[bool, typer.Option("--places", help="GOLD holds toponyms with their points, not claims.")] = False,
    theatre: TheatreName = "auto",
    jobs: Jobs = None,
) -> None:
    """Precision, recall and F1 by language and level, false alarms on claim-free texts, and the worst misses with their words.

    Of toponyms: how many are found, how near, and how many stay ambiguous.

    Examples: `whoheld evaluate tests/gold --predictions predictions.jsonl`, `whoheld evaluate --places lgl.xml`
    """
    if places:
        _toponyms(gold)
    else:
        _claims(gold, predictions, theatre, jobs)


def _toponyms(gold: Path) -> None:
    from whoheld.gazetteer import Gazetteer
    from whoheld.locate.evaluate import evaluate as measure
    from whoheld.locate.gold import read

    texts, gazetteer = list(read(gold)), Gazetteer.open(None)
    table = Table("", "all mentions", "towns only", box=None, pad_edge=False)
    every, towns = measure(texts, gazetteer), measure(texts, gazetteer, measure=lambda label: label.kind == "settlement")
    for name in every._fields:
        one, other = (getattr(figures, name) for figures in (every, towns))
        table.add_row(
            name.replace("_", " "), *((f"{value:.3f}" if isinstance(value, float) else str(value)) for value in (one, other))
        )
    out.print(table)


def _claims(gold: Path, predictions: Path | None, theatre: str, jobs: int | None) -> None:
    from whoheld import evaluate as evaluating
    from whoheld import pipeline
    from whoheld.processes import FEW, Processes
    from whoheld.scope import Scope

    labelled = list(evaluating.texts(gold))
    articles, scope = [text.article for text in labelled], Scope.named(theatre)
    with progress() as report:
        found = pipeline.extract(articles, scope, workers=Processes(jobs, few=FEW), progress=report)
        located = pipeline.locate(articles, found.claims, scope, progress=report).claims
    for issue in found.issues:
        if issue.kind == "given_up":
            err.print(Text(visible(f"{issue.source}: {issue.message}")))
    records = evaluating.records(labelled, located, pipeline.spellings(articles, located, scope))
    if predictions is not None:
        evaluating.write(records, predictions)
    _figures(evaluating.evaluate(gold, labelled, records))


def _figures(result: "Result") -> None:
    from whoheld.evaluate import LEVELS

    table = Table("", "level", "precision", "recall", "F1", "right", "wrong", "missed", box=None, pad_edge=False)
    for (language, level), count in sorted(result.counts.items()):
        shares = (f"{share:.3f}" for share in (count.precision, count.recall, count.f1))
        table.add_row(language, f"{level} {LEVELS[level]}", *shares, str(count.right), str(count.wrong), str(count.missed))
    out.print(table)
    for language, (alarms, free) in sorted(result.false_alarms.items()):
        out.print(Text(f"{language}: {free} texts without a claim, {alarms} with a false alarm"))
    for miss in result.misses[:_WORST]:
        what = "invented" if miss.invented else "missed"
        out.print(Text(visible(f"{miss.text_id} {what}: {miss.actor} {miss.relation} {miss.place}: “{miss.words}”"), style="dim"))
    if len(result.misses) > _WORST:
        err.print(Text(f"and {len(result.misses) - _WORST} more"))
