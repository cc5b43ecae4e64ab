"""Extraction on the project's own gold set: floors that only rise, what must be found and what must be refused."""

from pathlib import Path

import pytest

from whoheld import evaluate, pipeline
from whoheld.scope import Scope

GOLD = Path(__file__).parent
PRECISION_FLOORS = {"ar": 0.95, "en": 0.90}
RECALL_FLOORS = {"ar": 0.79, "en": 0.83}
F1_FLOORS = {"ar": {"b": 0.81, "c": 0.79, "d": 0.75}, "en": {"b": 0.81, "c": 0.76, "d": 0.67}}
FALSE_ALARM_CEILINGS = {"ar": 0, "en": 0}


@pytest.fixture(scope="module")
def result() -> evaluate.Result:
    labelled = list(evaluate.texts(GOLD))
    articles, scope = [text.article for text in labelled], Scope.named("auto")
    claims = pipeline.locate(articles, pipeline.extract(articles, scope).claims, scope).claims
    return evaluate.evaluate(GOLD, labelled, evaluate.records(labelled, claims, pipeline.spellings(articles, claims, scope)))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_must_be_found(result: evaluate.Result, language: str) -> None:
    place = result.counts[language, "a"]
    assert place.precision >= PRECISION_FLOORS[language]
    assert place.recall >= RECALL_FLOORS[language]
    for level, floor in F1_FLOORS[language].items():
        assert result.counts[language, level].f1 >= floor, level


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_must_be_refused(result: evaluate.Result, language: str) -> None:
    alarms, free = result.false_alarms[language]
    assert free >= 40
    assert alarms <= FALSE_ALARM_CEILINGS[language]
