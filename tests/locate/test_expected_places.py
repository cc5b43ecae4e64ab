"""Every place of the article that the project started from, and of the shared labelled claims, lies where the world has it.

`expected_places.csv` says where each of these places truly lies (written down from general knowledge; `see` names where it can be
checked) and within how many kilometres a point is right. Mentions that are no names ("the eastern half", «القصر») are not in it,
nor are six villages that no gazetteer here knows: they are listed as not found.
"""

import csv
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import whoheld
from whoheld import geodata
from whoheld.gazetteer import Gazetteer
from whoheld.gazetteer.distance import metres
from whoheld.locate import resolve
from whoheld.model import Mention

SHARED = Path(__file__).parents[3] / "shared"
CLAIMS = SHARED / "gold" / "claims"
TABLE = Path(__file__).parent / "expected_places.csv"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="labelled data does not lie beside this checkout"),
]


class Expected(NamedTuple):
    lat: float
    lon: float
    reach_km: float


class Met(NamedTuple):
    """A mention of a place whose true point is known, how far off it was put (None: nowhere), and how far off it may be."""

    mention: Mention
    off_km: float | None
    reach_km: float


def expected() -> dict[tuple[str, str], Expected]:
    with TABLE.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {(r["theatre"], r["name"]): Expected(float(r["lat"]), float(r["lon"]), float(r["reach_km"])) for r in rows}


@cache
def opened(theatre_id: str) -> Gazetteer:
    return Gazetteer.open(geodata.theatre(theatre_id))


def labelled() -> Iterator[tuple[str, Mention]]:
    for line in (CLAIMS / "gold.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        theatre_id = next((theatre for theatre in geodata.theatres() if theatre in record["conflict"]), "world")
        content = (CLAIMS / "texts" / f"{record['id']}.txt").read_bytes().decode()
        spans = {(c["place_start"], c["place_end"]) for c in record["claims"] if c.get("place_start") is not None}
        mentions = [Mention(text=content[start:end], start=start, end=end) for start, end in sorted(spans)]
        for mention in resolve(content, mentions, opened(theatre_id), geodata.theatre(theatre_id)):
            yield theatre_id, mention


def met(theatre_id: str, mention: Mention) -> Met | None:
    truth = expected().get((theatre_id, mention.text))
    if truth is None:
        return None
    if mention.lon is None or mention.lat is None:
        return Met(mention, None, truth.reach_km)
    return Met(mention, metres(truth.lon, truth.lat, mention.lon, mention.lat) / 1000, truth.reach_km)


@pytest.fixture(scope="module")
def claims_gold() -> list[Met]:
    return [found for theatre_id, mention in labelled() if (found := met(theatre_id, mention))]


def test_every_place_of_the_labelled_claims_is_found_or_told_ambiguous(claims_gold: list[Met]) -> None:
    assert len(claims_gold) > 160
    lost = [m.mention.text for m in claims_gold if m.off_km is None and not str(m.mention.reason).startswith("ambiguous")]
    assert lost == []


def test_a_place_is_right_within_ten_kilometres_or_says_how_far_off_it_may_be(claims_gold: list[Met]) -> None:
    off = [m for m in claims_gold if m.off_km is not None and m.off_km > m.reach_km]
    assert len(off) <= 0.05 * len(claims_gold), [(m.mention.text, m.off_km) for m in off]
    for m in off:
        assert m.off_km is not None
        assert m.off_km * 1000 <= (m.mention.precision_m or 0), f"{m.mention.text} is {m.off_km:.0f} km off and does not say so"


def test_no_place_is_wrong_by_a_hundred_kilometres(claims_gold: list[Met]) -> None:
    assert [m.mention.text for m in claims_gold if m.off_km is not None and m.off_km > max(100, m.reach_km)] == []


def test_every_place_of_the_seed_article_is_right() -> None:
    timeline = whoheld.build(next((SHARED / "seed").glob("*.txt")), theatre="syria")
    found = [met("syria", claim.place) for claim in timeline.claims.values()]
    assert {m.mention.text for m in found if m} >= {
        "هجين",
        "الشعفة",
        "البوبدران",
        "البوحاخر",
        "الكمشة",
        "الباغوز تحتاني",
        "السوسة",
    }
    for m in found:
        assert m is not None
        assert m.off_km is not None
        assert m.off_km <= m.reach_km, f"{m.mention.text} is {m.off_km:.0f} km off"
