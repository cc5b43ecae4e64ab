"""The world's towns, from the index that the first use on a machine builds."""

import pytest

from whoheld import geodata, text
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


@pytest.mark.parametrize("theatre_id", geodata.theatres())
def test_no_province_of_a_theatre_is_told_a_second_time_by_the_world(theatre_id: str) -> None:
    theatre = geodata.theatre(theatre_id)
    gazetteer = Gazetteer.open(theatre)
    twice = [
        (own.id, other.id)
        for own in theatre.places
        if own.kind == "province"
        for other in gazetteer.lookup(text.key(own.name.rpartition(" ")[0] or own.name))
        if other.kind == "province" and other.id != own.id and other.country == own.country
    ]
    assert twice == []
