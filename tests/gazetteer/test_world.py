"""The world's towns, from the index that the first use on a machine builds."""

import pytest

from whoheld import text
from whoheld.gazetteer import Gazetteer, world


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer((), (world.index(),))


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("الموصل", "geonames:99072"),
        ("الموصل الجديدة", "geonames:99071"),
        ("Mosul", "geonames:99072"),
        ("هجين", "geonames:174506"),
    ],
)
def test_towns_by_their_names(gazetteer: Gazetteer, name: str, place_id: str) -> None:
    assert [place.id for place in gazetteer.lookup(text.key(name))] == [place_id]


def test_a_region_has_the_middle_of_its_people_and_says_how_wide_it_is(gazetteer: Gazetteer) -> None:
    texas = next(place for place in gazetteer.lookup("texas") if place.kind == "province")
    assert (round(texas.lat), round(texas.lon)) == (32, -99)
    assert 300_000 < texas.precision_m < 900_000
    assert [parent.name for parent in gazetteer.parents(texas)] == ["United States"]


def test_airport_codes_are_no_names_of_towns(gazetteer: Gazetteer) -> None:
    assert "geonames:99072" not in {place.id for place in gazetteer.lookup("osm")}
