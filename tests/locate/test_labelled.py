"""Labelled toponyms that lie beside the project: floors under what locating gets right."""

import csv
import json
from collections import Counter
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

from whoheld import geodata, text
from whoheld.errors import DataError, UsageError
from whoheld.gazetteer import Gazetteer, imports, world
from whoheld.gazetteer.formats.table import Columns
from whoheld.gazetteer.imports import Options, import_file
from whoheld.locate import gold, resolve
from whoheld.locate.evaluate import evaluate
from whoheld.model import Mention

SHARED = Path(__file__).parents[3] / "shared"
TOPONYMS = SHARED / "gold" / "toponyms"
CLAIMS = SHARED / "gold" / "claims"
VILLAGES = SHARED / "data" / "viina_places_conflict_zone.csv"
NEIGHBOURS = 5
Floats = NDArray[np.float64]

shared = [pytest.mark.shared, pytest.mark.skipif(not SHARED.is_dir(), reason="labelled data does not lie beside this checkout")]


def marked(test: object) -> object:
    for mark in shared:
        test = mark(test)  # type: ignore[operator]
    return test


@pytest.fixture(scope="module")
def towns() -> Gazetteer:
    return Gazetteer((), (world.index(),))


@marked
def test_arabic_towns(towns: Gazetteer) -> None:
    figures = evaluate(gold.read(TOPONYMS / "idrisi-ar"), towns, measure=lambda label: label.kind == "settlement")
    assert figures.mentions == 866
    assert figures.within_161_km >= 0.83
    assert figures.within_161_km >= 0.97 * figures.oracle_within_161_km
    assert figures.within_161_km > figures.population_within_161_km + 0.1


@marked
@pytest.mark.parametrize(("every", "mentions"), [(4, 1133), pytest.param(1, 4462, marks=pytest.mark.slow)])
def test_english_news(towns: Gazetteer, every: int, mentions: int) -> None:
    figures = evaluate(islice(gold.read(TOPONYMS / "lgl-en.xml"), 0, None, every), towns)
    assert figures.mentions == mentions
    assert figures.within_161_km >= figures.population_within_161_km + 0.08


def villages() -> list[tuple[str, str, float, float]]:
    with VILLAGES.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream)
        return [(row["geonameid"], row["asciiname"], float(row["longitude"]), float(row["latitude"])) for row in rows]


def nearest(lon: Floats, lat: Floats, at: int) -> list[int]:
    far = np.hypot((lon - lon[at]) * np.cos(np.radians(lat[at])), lat - lat[at])
    return [int(n) for n in np.argsort(far, kind="stable")[: NEIGHBOURS + 1] if n != at][:NEIGHBOURS]


def listed(names: list[str]) -> tuple[str, list[Mention]]:
    mentions, content = [], ""
    for name in names:
        start = len(content)
        content += f"{name}, "
        mentions.append(Mention(text=name, start=start, end=start + len(name)))
    return content, mentions


class Looked(NamedTuple):
    """A village looked up among its neighbours."""

    unique: bool
    first: bool
    known: bool


def looked_up(project: Path, every: int) -> list[Looked]:
    """Each so-manieth of the shared villages by its name, the five nearest named after it; all of them are in the gazetteer."""
    columns = Columns(id="geonameid", name="asciiname", lon="longitude", lat="latitude", country="=UA")
    assert import_file(VILLAGES, "csv", project=project, options=Options(columns=columns)).places == 11_754
    gazetteer = Gazetteer((), (*imports.opened(project), world.index()))
    rows = villages()
    lon, lat = np.array([row[2:] for row in rows]).T
    often = Counter(text.key(name) for _, name, _, _ in rows)
    found = []
    for at in range(0, len(rows), every):
        names = [rows[n][1] for n in (at, *nearest(lon, lat, at))]
        located = resolve(*listed(names), gazetteer, None)[0]
        truth = f"viina-places-conflict-zone:{rows[at][0]}"
        known = truth in {candidate.id for candidate in located.candidates} or str(located.reason).startswith("ambiguous")
        found.append(Looked(often[text.key(rows[at][1])] == 1, located.candidates[0].id == truth, known))
    return found


@marked
@pytest.mark.parametrize("every", [50, pytest.param(1, marks=[pytest.mark.slow, pytest.mark.timeout(7200)])])
def test_ukrainian_villages_among_their_neighbours(tmp_path: Path, every: int) -> None:
    found = looked_up(tmp_path, every)
    assert len(found) == -(-11_754 // every)
    assert all(each.known for each in found)
    for unique, floor in ((True, 0.98), (False, 0.95)):
        group = [each.first for each in found if each.unique == unique]
        assert sum(group) >= floor * len(group)


@cache
def opened(theatre_id: str) -> Gazetteer:
    return Gazetteer.open(geodata.theatre(theatre_id))


def theatre_of(conflict: str) -> str | None:
    return next((theatre for theatre in geodata.theatres() if theatre in conflict), None)


@marked
def test_places_of_claims_are_never_in_another_country() -> None:
    found = []
    for line in (CLAIMS / "gold.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        if not (theatre_id := theatre_of(record["conflict"])):
            continue
        theatre = geodata.theatre(theatre_id)
        content = (CLAIMS / "texts" / f"{record['id']}.txt").read_bytes().decode()
        spans = {(c["place_start"], c["place_end"]): c["country"] for c in record["claims"] if c.get("place_start") is not None}
        mentions = [Mention(text=content[start:end], start=start, end=end) for start, end in spans]
        gazetteer = opened(theatre_id)
        for mention, country in zip(resolve(content, mentions, gazetteer, theatre), spans.values(), strict=True):
            place = gazetteer.get(mention.id) if mention.id else None
            found.append(place is not None)
            assert place is None or place.country == country, f"{record['id']}: {mention.text} is {mention.reason}"
    assert sum(found) >= 0.8 * len(found)


def tweet(**changes: object) -> str:
    spot = {"lon": "40.83", "lat": "34.69"}
    label = {"text": "هجين", "type": "City/town", "start_offset": 0, "end_offset": 4, "osm_json": spot} | changes
    return json.dumps({"text": "هجين", "location_mentions": [label]}, ensure_ascii=False)


def test_labelled_tweets_become_labels(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "train.jsonl").write_text(tweet() + "\n" + tweet(osm_json=None) + "\n", "utf-8")
    first, second = gold.read(tmp_path)
    assert (first.text, [(label.mention.text, label.kind, label.lon) for label in first.labels]) == (
        "هجين",
        [("هجين", "settlement", 40.83)],
    )
    assert second.labels == ()


def test_a_lexicon_of_news_becomes_labels(tmp_path: Path) -> None:
    toponym = "<toponym><start>0</start><end>5</end><phrase>Hajin</phrase>{}</toponym>"
    spot = "<gaztag><fcode>PPL</fcode><lat>34.69</lat><lon>40.83</lon></gaztag>"
    labels = toponym.format(spot) + toponym.format("")
    path = tmp_path / "lgl.xml"
    path.write_text(f"<articles><article><text>Hajin fell</text><toponyms>{labels}</toponyms></article></articles>", "utf-8")
    (news,) = gold.read(path)
    assert [(label.mention.end, label.kind, label.lat) for label in news.labels] == [(5, "settlement", 34.69)]


def test_what_is_no_labelled_data_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        list(gold.read(tmp_path))
    (tmp_path / "x.csv").write_text("a,b\n")
    with pytest.raises(UsageError):
        list(gold.read(tmp_path / "x.csv"))
    for name, content in (("x.jsonl", tweet(start_offset=None)), ("y.jsonl", "[]"), ("z.xml", "<articles>")):
        (tmp_path / name).write_text(content, "utf-8")
        with pytest.raises(DataError):
            list(gold.read(tmp_path / name))
