"""The dispatches of the syria theatre and the truths that a timeline built from them must show."""

import csv
import datetime as dt
import json
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ARTICLES = HERE.parents[1] / "geodata" / "syria" / "articles"
META_KEYS = {"language", "publisher", "published", "url", "title"}


@cache
def metadata():
    return {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(ARTICLES.glob("*.json"))}


def truths():
    with (HERE / "sample_corpus.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_dispatch_has_its_metadata():
    assert sorted(path.stem for path in ARTICLES.glob("*.txt")) == sorted(metadata())
    assert all(set(meta) == META_KEYS for meta in metadata().values())


@pytest.mark.parametrize("language", ["ar", "en"])
def test_both_languages_are_there_in_like_number(language):
    assert sum(meta["language"] == language for meta in metadata().values()) >= 30


def test_nobody_can_take_a_dispatch_for_a_real_outlets_text():
    for meta in metadata().values():
        assert meta["publisher"] == "whoheld sample corpus"
        assert meta["url"] is None or meta["url"].startswith("https://sample.example/")


def test_dispatches_are_short():
    lengths = {name: len((ARTICLES / f"{name}.txt").read_text("utf-8").split()) for name in metadata()}
    assert {name: words for name, words in lengths.items() if not 80 <= words <= 250} == {}


def test_one_dispatch_is_undated_and_one_gives_only_its_month():
    published = [meta["published"] for meta in metadata().values()]
    assert published.count(None) == 1
    assert sum(len(day) == len("2017-12") for day in published if day) == 1


def test_truths_lie_within_the_reported_years():
    days = [dt.date.fromisoformat(row["day"]) for row in truths()]
    assert dt.date(2014, 6, 10) <= min(days) <= max(days) <= dt.date(2024, 12, 31)
    assert len(days) >= 60


def test_the_valley_changes_hands_village_by_village():
    hajin = [(row["day"], row["holder"]) for row in truths() if row["place"] == "Hajin"]
    assert [holder for _, holder in sorted(hajin)] == ["ISIS", "ISIS", "SDF", "SDF"]
    assert len({row["place"] for row in truths() if "2018-12-15" <= row["day"] <= "2019-03-25"}) >= 5
