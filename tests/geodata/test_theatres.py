"""Theatres as the other floors meet them: what a row without a point shows, whose side a source is on, what is listed."""

from collections import Counter

import pytest

from whoheld import geodata
from whoheld.actors import Registry
from whoheld.errors import UsageError

THEATRES = ("iraq", "libya", "sudan", "syria", "ukraine", "world", "yemen")


def test_the_shipped_theatres_are_listed_and_a_part_of_them_is_not() -> None:
    assert geodata.theatres() == THEATRES


def test_a_theatre_that_does_not_exist_lists_those_that_do() -> None:
    with pytest.raises(UsageError, match="iraq, libya, sudan, syria"):
        geodata.theatre("atlantis")


@pytest.mark.parametrize("name", ["البوبدران", "البوخاطر", "الكشمة", "الباغوز تحتاني"])
def test_a_place_without_a_citable_point_shows_its_parents_and_says_so(name: str) -> None:
    places = {place.id: place for place in geodata.theatre("syria").places}
    place = next(place for place in places.values() if name in place.names.get("ar", ()))
    parent = places[place.parent or ""]
    assert (place.lon, place.lat, place.precision_m) == (parent.lon, parent.lat, parent.precision_m)
    assert "no citable point" in place.source
    assert place.ids == ()


def test_every_place_says_where_its_point_comes_from() -> None:
    origins = ("GeoNames", "Wikipedia", "airportsdata", "Names as the press writes them")
    assert all(place.source.startswith(origins) for place in geodata.theatre("world").places)


@pytest.mark.parametrize("name", THEATRES)
def test_ids_are_unique_with_all_that_a_theatre_includes(name: str) -> None:
    theatre = geodata.theatre(name)
    for things in (theatre.actors, theatre.places):
        assert [thing_id for thing_id, count in Counter(thing.id for thing in things).items() if count > 1] == []


@pytest.mark.parametrize("name", THEATRES)
def test_every_theatre_has_a_title_and_an_attribution(name: str) -> None:
    file = geodata.theatre(name).file
    assert file.title["en"]
    assert file.title["ar"]
    assert any("GeoNames" in line and "CC BY 4.0" in line for line in file.attribution)


def test_sources_and_actors_stand_on_sides() -> None:
    policy = geodata.theatre("syria").policy()
    assert policy.source_sides["sana.sy"] == policy.sides["SYRIA_GOV"] == policy.sides["RUSSIA"]
    assert policy.source_sides["hawarnews.com"] == policy.sides["SDF"]
    assert geodata.theatre("ukraine").policy().sides["RUSSIA"] != policy.sides["RUSSIA"]


@pytest.mark.parametrize(
    ("name", "country", "year", "actor"),
    [
        ("الجيش", "SY", 2016, "SYRIA_GOV"),
        ("الجيش", "IQ", 2016, "IRAQ_GOV"),
        ("الجيش", "SD", 2024, "SAF"),
        ("الجيش", "YE", 2021, "YEMEN_GOV"),
        ("the army", "CD", 2025, "DRC_GOV"),
        ("the rebels", "ET", 2021, "TPLF"),
        ("the rebels", "GH", 2021, "REBELS"),
        ("the rebels", "TD", 2021, "FACT_CHAD"),
        ("the rebels", "AO", 1993, "UNITA"),
        ("guerrillas", "KH", 1992, "KHMER_ROUGE"),
        ("المجاهدون", "AF", 1992, "MUJAHIDEEN"),
        ("the jihadists", "IQ", 2015, "ISIS"),
        ("الجيش الوطني", "SY", 2019, "SNA"),
        ("الجيش الوطني", "YE", 2019, "YEMEN_GOV"),
        ("Syrian army", "SY", 2016, "SYRIA_GOV"),
        ("Syrian army", "SY", 2025, "SYRIA_TRANSITION"),
        ("government forces", "AF", 2021, "AFGHAN_GOV"),
        ("government forces", "AF", 2023, "TALIBAN"),
    ],
)
def test_a_shared_name_means_one_actor_where_and_when_it_is_said(name: str, country: str, year: int, actor: str) -> None:
    meaning = Registry(geodata.theatre("world").actors).meaning(name, [country], year)
    assert meaning is not None
    assert meaning.actor.id == actor


def test_arabic_aliases_of_the_wars_parties_say_their_gender() -> None:
    parties = [actor for actor in geodata.theatre("syria").actors if actor.parent is None]
    unsaid = [
        (actor.id, alias.text) for actor in parties for alias in actor.aliases if alias.language == "ar" and not alias.gender
    ]
    assert unsaid == []
