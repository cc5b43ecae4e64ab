"""The form of the project's own labelled texts: what the scorer and the reader of its figures rely on."""

import hashlib
import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent
LANGUAGES = ("ar", "en")
ARABIC_ONLY = {"clitic", "hijri"}
CONSTRUCTIONS = {
    *("verbal", "nominal", "passive_with_agent", "passive_without_agent", "came_under", "state", "leaving", "expulsion"),
    *("hand_over", "lost_to", "no_longer", "list", "apposition", "relative_clause", "carried_subject", "possessive_actor"),
    *("anaphora", "share", "quarter", "contested", "now_as_change", "reversals", "plan", "attempt", "hope", "threat"),
    *("counterfactual", "advance", "siege", "strike", "raid", "arrest", "presence", "denial", "question_headline", "sport"),
    *("business", "metaphor", "speaker", "hedge", "conflicting_accounts", "day", "month_name", "hijri", "weekday", "last_week"),
    *("dawn", "since", "following", "range", "clitic", "abbreviation", "the_group", "government_forces", "unregistered_actor"),
    "background",
}
RELATIONS = {"gained", "holds", "lost", "contested"}
EXTENTS = {"whole", "part", "area"}
MODALITIES = {"asserted", "attributed", "hedged"}
TELLINGS = {"event", "state", "background"}


@cache
def records():
    return [json.loads(line) for line in (HERE / "gold.jsonl").read_text("utf-8").splitlines()]


def text_of(record):
    return (HERE / "texts" / f"{record['id']}.txt").read_bytes().decode()


def claims():
    return [(record, claim) for record in records() for claim in record["claims"]]


def test_ids_are_unique_and_every_text_has_its_record():
    ids = [record["id"] for record in records()]
    assert len(ids) == len(set(ids))
    assert sorted(ids) == sorted(path.stem for path in (HERE / "texts").glob("*.txt"))


def test_texts_are_as_they_were_labelled():
    assert [r["id"] for r in records() if hashlib.sha256(text_of(r).encode()).hexdigest() != r["sha256"]] == []


def test_spans_are_the_words_they_stand_for():
    wrong = [
        (record["id"], claim["place_text"])
        for record, claim in claims()
        if text_of(record)[claim["place_start"] : claim["place_end"]] != claim["place_text"]
        or not text_of(record)[claim["start"] : claim["end"]].strip()
        or (not claim.get("anaphoric") and not claim["start"] <= claim["place_start"] < claim["place_end"] <= claim["end"])
        or claim["actor_text"] not in text_of(record)
    ]
    assert wrong == []


def test_labels_are_of_the_guidelines_kinds():
    for record, claim in claims():
        assert claim["relation"] in RELATIONS, record["id"]
        assert claim["extent"] in EXTENTS, record["id"]
        assert claim["modality"] in MODALITIES, record["id"]
        assert claim["telling"] in TELLINGS, record["id"]
        assert claim["kind"] in {"settlement", "admin", "site"}, record["id"]
        assert len(claim["country"]) == 2, record["id"]


def test_one_claim_per_place_actor_relation_and_date():
    keys = Counter((r["id"], c["place"], c["actor"], c["relation"], c["date"]) for r, c in claims())
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_actor_is_registered_and_relatives_exist():
    actors = json.loads((HERE / "actors.json").read_text("utf-8"))
    named = {name for _, c in claims() for name in (c["actor"], c["from"], *c.get("actor_alt", ())) if name}
    relatives = {name for actor in actors.values() for name in actor["accept"]}
    assert named | relatives <= set(actors)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_set_is_large_enough_and_a_third_is_frozen(language):
    own = [record for record in records() if record["lang"] == language]
    assert len(own) >= 150
    assert sum(record["expect"] == "none" for record in own) >= 40
    assert all((record["expect"] == "none") == (not record["claims"]) for record in own)
    assert len(own) // 3 == sum(record["split"] == "frozen" for record in own)
    assert len({record["conflict"] for record in own}) >= 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_short_news(language):
    lengths = {record["id"]: len(text_of(record).split()) for record in records() if record["lang"] == language}
    assert {text: words for text, words in lengths.items() if not 35 <= words <= 120} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_construction_stands_three_times(language):
    seen = Counter(name for record in records() if record["lang"] == language for name in set(record["constructions"]))
    wanted = CONSTRUCTIONS if language == "ar" else CONSTRUCTIONS - ARABIC_ONLY
    assert {name: seen[name] for name in sorted(wanted) if seen[name] < 3} == {}
    assert set(seen) <= CONSTRUCTIONS
