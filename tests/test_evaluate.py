"""The evaluator: the gold fed back is perfect, nothing predicted is nothing found, and each fault is counted once."""

import hashlib
import json
from pathlib import Path

import pytest

from whoheld import evaluate
from whoheld.errors import DataError

TEXT = "SDF fighters took Hajin from ISIS on Friday. Susah is still held by ISIS."


def claim(place: str, actor: str, relation: str, date: str | None) -> dict[str, object]:
    start = TEXT.index(place)
    span = {"place_start": start, "place_end": start + len(place), "start": 0, "end": len(TEXT)}
    return {"place_text": place, "place": place, "actor": actor, "relation": relation, "date": date, "from": None, **span}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    claims = [claim("Hajin", "SDF", "gained", "2018-12-14"), claim("Susah", "ISIS", "holds", None)]
    record = {"id": "en1", "lang": "en", "published": "2018-12-16", "sha256": hashlib.sha256(TEXT.encode()).hexdigest()}
    empty = {**record, "id": "en2", "claims": []}
    rows = [{**record, "claims": claims}, empty]
    (tmp_path / "gold.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    (tmp_path / "texts").mkdir()
    for name in ("en1", "en2"):
        (tmp_path / "texts" / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "actors.json").write_text('{"SDF": {"aliases": ["SDF"]}, "ISIS": {"aliases": ["Daesh"]}}', encoding="utf-8")
    return tmp_path


def said(place: str, actor: str | None, relation: str, date: str | None, name: str = "") -> dict[str, object]:
    start = TEXT.index(place)
    span = {"place_start": start, "place_end": start + len(place), "place_text": place, "place_names": [place]}
    return {**span, "actor": actor, "actor_names": [name] if name else [], "relation": relation, "date": date}


def figures(gold: Path, *claims: dict[str, object], text_id: str = "en1") -> dict[str, tuple[int, int, int]]:
    result = evaluate.evaluate(gold, list(evaluate.texts(gold)), [{"id": text_id, "claims": list(claims)}])
    return {level: (count.right, count.wrong, count.missed) for (_, level), count in result.counts.items()}


HAJIN = said("Hajin", "SDF", "gained", "2018-12-14")
SUSAH = said("Susah", None, "holds", None, name="Daesh")


def test_the_gold_fed_back_is_perfect(gold: Path) -> None:
    assert figures(gold, HAJIN, SUSAH) == {"a": (2, 0, 0), "b": (2, 0, 0), "c": (2, 0, 0), "d": (1, 0, 0)}


def test_nothing_predicted_is_nothing_found(gold: Path) -> None:
    assert figures(gold) == {"a": (0, 0, 2), "b": (0, 0, 2), "c": (0, 0, 2), "d": (0, 0, 1)}


def test_a_wrong_actor_and_a_wrong_relation_count_at_their_levels(gold: Path) -> None:
    assert figures(gold, said("Hajin", "ISIS", "gained", "2018-12-14"))["b"] == (0, 1, 2)
    assert figures(gold, said("Hajin", "SDF", "holds", "2018-12-14"))["c"] == (0, 1, 2)
    assert figures(gold, said("Hajin", "SDF", "gained", "2018-11"))["d"] == (0, 1, 1)


def test_an_actor_whose_id_the_set_does_not_know_is_known_by_its_words(gold: Path) -> None:
    right, wrong = {"a": (1, 0, 1), "b": (1, 0, 1), "c": (1, 0, 1), "d": (0, 0, 1)}, (0, 1, 2)
    assert figures(gold, said("Susah", "islamic_state", "holds", None, name="Daesh")) == right
    assert figures(gold, said("Susah", "islamic_state", "holds", None, name="the militants"))["b"] == wrong
    assert figures(gold, said("Susah", "SDF", "holds", None, name="Daesh"))["b"] == wrong


def test_one_prediction_is_right_of_one_claim(gold: Path) -> None:
    both = {**HAJIN, "place_end": TEXT.index("Susah") + 5, "actor": "ISIS", "place_names": ["Hajin", "Susah"]}
    assert figures(gold, both)["a"] == (1, 0, 1)


def test_a_loss_that_a_gain_implies_is_excused_of_who_lost_it(gold: Path) -> None:
    row = {
        **json.loads((gold / "gold.jsonl").read_text("utf-8").splitlines()[0]),
        "claims": [{**claim("Hajin", "SDF", "gained", "2018-12-14"), "from": "ISIS"}],
    }
    (gold / "gold.jsonl").write_text(json.dumps(row), "utf-8")
    assert figures(gold, HAJIN, said("Hajin", "ISIS", "lost", None))["b"] == (1, 0, 0)
    assert figures(gold, HAJIN, said("Hajin", "SDF", "lost", None))["b"] == (1, 1, 0)


def test_a_place_is_right_by_any_of_its_names(gold: Path) -> None:
    elsewhere = {"place_start": 0, "place_end": 3, "place_text": "The town"}
    assert figures(gold, {**HAJIN, **elsewhere, "place_names": ["The town", "هجين", "Hajin"]})["b"] == (1, 0, 1)
    assert figures(gold, {**HAJIN, **elsewhere, "place_names": ["The town", "Susah"]})["b"] == (0, 1, 2)


def test_a_claim_in_a_text_without_any_is_a_false_alarm(gold: Path) -> None:
    labelled = list(evaluate.texts(gold))
    quiet = evaluate.evaluate(gold, labelled, [])
    loud = evaluate.evaluate(gold, labelled, [{"id": "en2", "claims": [HAJIN]}])
    assert (quiet.false_alarms, loud.false_alarms) == ({"en": (0, 1)}, {"en": (1, 1)})
    assert [miss.text_id for miss in loud.misses if miss.invented] == ["en2"]


def test_a_folder_that_is_no_gold_set_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"gold\.jsonl"):
        list(evaluate.texts(tmp_path))


BROKEN = [
    ('{"id": "en1", "lang": "en", "claims": [{"place": "Hajin"}]}', r"row 1: claims\.0\.place_text"),
    ('{"id": "en1", "lang": "en"}', r"row 1: claims: Field required"),
    ('{"id": "en1", "lang": "en", "published": "yesterday", "claims": []}', r"row 1: published: 'yesterday' is no time"),
    ('{"id": "en9", "lang": "en", "claims": []}', r"row 1: its text .*en9\.txt cannot be read"),
    ("what", r"row 1: Invalid JSON"),
    ("", "holds no labelled text"),
]


@pytest.mark.parametrize(("row", "message"), BROKEN)
def test_a_record_that_cannot_be_used_is_named_with_what_is_wrong(gold: Path, row: str, message: str) -> None:
    (gold / "gold.jsonl").write_text(row, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        list(evaluate.texts(gold))


def test_actors_that_cannot_be_used_are_named(gold: Path) -> None:
    (gold / "actors.json").write_text('{"SDF": {"aliases": "SDF"}}', encoding="utf-8")
    with pytest.raises(DataError, match=r"actors\.json: SDF\.aliases"):
        figures(gold, HAJIN)
