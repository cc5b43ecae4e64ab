"""A name alone draws no point: the less it tells, the nearer its place must lie to what else the text speaks of."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from valley import PLACES, THEATRE, mention, place

import whoheld
from whoheld import geodata
from whoheld.gazetteer import Gazetteer
from whoheld.gazetteer.distance import metres
from whoheld.locate import resolve
from whoheld.model import Mention


@cache
def opened(theatre: str) -> Gazetteer:
    return Gazetteer.open(geodata.theatre(theatre))


def located(theatre: str, text: str, *names: str) -> Mention:
    """The first of the names, as the text's theatre reads it among the others."""
    return resolve(text, [mention(text, name) for name in names], opened(theatre), geodata.theatre(theatre))[0]


KIVU = "M23 seized Rubare, Rutshuru and Kalengera, its leader said at Bunagana, the border post with Uganda."
JABRAYIL = "The army took Jabrayil and the villages of Karkhulu, Shukurbayli, Charakan, {}, Horovlu and Dejal."
QUNEITRA = "Rebels left Tasil in Daraa. In Quneitra province the army took Al-Sukariyah and Qarqas."
LISTED = ("Jabrayil", "Karkhulu", "Shukurbayli", "Charakan", "Horovlu", "Dejal")


@pytest.mark.parametrize(
    ("theatre", "text", "names"),
    [
        ("world", KIVU, ("Rubare", "Rutshuru", "Kalengera")),
        ("world", JABRAYIL.format("Dashkasan"), ("Dashkasan", *LISTED)),
        ("world", JABRAYIL.format("Mahmudlu"), ("Mahmudlu", *LISTED)),
        ("world", "Armenian forces lost Lachin, Zangilan and Hakari.", ("Hakari", "Lachin", "Zangilan")),
        ("world", "The fighters then took al-Aramil.", ("al-Aramil",)),
        ("syria", "Turkish troops took the villages of Iskan and Dukkan in the Jandaris region.", ("Iskan",)),
        ("syria", QUNEITRA, ("Al-Sukariyah", "Tasil")),
        ("syria", QUNEITRA, ("Qarqas", "Tasil")),
        ("yemen", "حرر الجيش مديرية الزاهر ثم منطقة العادية في محافظة البيضاء", ("العادية", "الزاهر")),
        ("iraq", "The army took Mosul and the village of al-Salamiyah.", ("al-Salamiyah", "Mosul")),
        ("sudan", "In Gezira the RSF took the 17th Infantry Division at Singa.", ("17th Infantry Division", "Singa")),
    ],
)
def test_a_namesake_or_a_like_name_far_from_what_the_text_speaks_of_is_listed_and_not_drawn(
    theatre: str, text: str, names: tuple[str, ...]
) -> None:
    refused = located(theatre, text, *names)
    assert (refused.id, refused.lon, refused.lat) == (None, None, None)
    assert str(refused.reason).startswith("not found")


@pytest.mark.parametrize(
    ("theatre", "text", "names", "place_id"),
    [
        ("world", "In Uganda the rebels took Mbarara and Rubare.", ("Rubare", "Mbarara"), "geonames:226695"),
        ("world", "Azerbaijani forces hold Ganja and Dashkasan.", ("Dashkasan", "Ganja"), "geonames:586765"),
        ("world", "In Turkey the militants hold Van and Hakari.", ("Hakari", "Van"), "geonames:318137"),
        ("syria", "The army took Abu Kamal and Al-Sukariyah.", ("Al-Sukariyah", "Abu Kamal"), "syria:sukkariyah"),
        ("syria", "Rebels in Daraa left Tasil and Jaleel.", ("Jaleel", "Tasil"), "syria:jillin"),
        ("libya", "Forces of the GNA took Tarhuna and Al-Urban near Tarhuna.", ("Al-Urban", "Tarhuna"), "libya:arban"),
        ("ukraine", "سيطرت القوات الروسية على ماريانكا قرب دونيتسك", ("ماريانكا", "دونيتسك"), "ukraine:marinka"),
        ("ukraine", "سيطرت القوات الروسية على فوفتشانسك", ("فوفتشانسك",), "ukraine:vovchansk"),
    ],
)
def test_the_same_names_are_drawn_where_the_text_speaks_of_that_part_of_the_world(
    theatre: str, text: str, names: tuple[str, ...], place_id: str
) -> None:
    assert located(theatre, text, *names).id == place_id


@pytest.mark.parametrize(
    ("theatre", "text", "names", "place_id"),
    [
        ("world", "Fighters overran Damasak in the north of Borno.", ("Damasak",), "world:damasak"),
        ("world", "Rebels hold Bouar, in the west.", ("Bouar",), "world:bouar"),
        ("syria", "سيطر التنظيم على الهول في تشرين الثاني", ("الهول",), "syria:hawl"),
        ("libya", "سيطرت القوات على مدينة سرت في وسط البلاد", ("سرت",), "libya:sirte"),
    ],
)
def test_a_point_of_the_compass_a_month_and_a_quarter_elsewhere_say_nothing_of_where_a_place_lies(
    theatre: str, text: str, names: tuple[str, ...], place_id: str
) -> None:
    assert located(theatre, text, *names).id == place_id


@pytest.mark.parametrize(
    ("theatre", "text", "names", "place_ids"),
    [
        ("yemen", "بسطت المقاومة نفوذها على صيرة والمعلا ثم التواهي",
         ("صيرة", "المعلا", "التواهي"), ("crater", "mualla", "tawahi")),
        ("iraq", "حررت القوات أحياء الزهراء وعدن والتحرير",
         ("الزهراء", "عدن", "التحرير"), ("mosul_zahra", "mosul_aden", "mosul_tahrir")),
        ("yemen", "بسطت المقاومة نفوذها على صيرة", ("صيرة",), (None,)),
        ("iraq", "حررت القوات حي الزهراء وحي التحرير", ("الزهراء", "التحرير"), (None, None)),
        ("syria", "سيطر الجيش على الصناعة", ("الصناعة",), (None,)),
    ],
)  # fmt: skip
def test_three_quarters_of_a_town_tell_which_town_it_is(
    theatre: str, text: str, names: tuple[str, ...], place_ids: tuple[str | None, ...]
) -> None:
    found = [located(theatre, text, name, *(other for other in names if other != name)).id for name in names]
    assert found == [place_id and f"{theatre}:{place_id}" for place_id in place_ids]


@pytest.mark.parametrize(
    ("theatre", "text", "names", "place_id"),
    [
        ("syria", "سيطر الجيش اللبناني على جرود القاع. وكان مسلحون قد اقتحموا عرسال", ("عرسال",), "geonames:273675"),
        ("iraq", "رفع الإيرانيون علمهم على خرمشهر، ثم على الفاو", ("خرمشهر", "الفاو"), "geonames:127319"),
        ("libya", "Chadian troops, who had beaten the Libyans, then took Faya-Largeau.", ("Faya-Largeau",), "geonames:2432678"),
        ("syria", "سيطر الجيش على جرود القاع. وكان مسلحون قد اقتحموا عرسال", ("عرسال",), None),
        ("iraq", "رفع الجنود علمهم على خرمشهر، ثم على الفاو", ("خرمشهر", "الفاو"), None),
        ("libya", "The troops then took Faya-Largeau.", ("Faya-Largeau",), None),
    ],
)
def test_a_town_across_the_border_is_meant_where_the_text_speaks_of_its_country(
    theatre: str, text: str, names: tuple[str, ...], place_id: str | None
) -> None:
    assert located(theatre, text, *names).id == place_id


@pytest.mark.parametrize(
    ("theatre", "text", "name"),
    [
        ("iraq", "دخل الجيش العراقي المدينة", "المدينة"),
        ("world", "انسحبت القوات من البلدة", "البلدة"),
        ("world", "سيطر المتمردون على المعبر", "المعبر"),
        ("world", "The rebels left the city.", "the city"),
    ],
)
def test_a_noun_is_no_place_of_that_name(theatre: str, text: str, name: str) -> None:
    assert located(theatre, text, name).id is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Azerbaijani troops entered Shusha. Armenians call it Shushi.", ("Shusha", "Shushi")),
        ("Azerbaijan holds Shushi. Its flag flies over Shusha.", ("Shusha", "Shushi")),
    ],
)
def test_a_town_told_by_two_of_its_names_is_not_taken_for_the_district_around_it(text: str, names: tuple[str, ...]) -> None:
    assert located("world", text, *names).id == "world:shusha"


@pytest.mark.parametrize(
    ("theatre", "text", "name", "place_id"),
    [
        ("world", "Ninety percent of Gedo is held by Kenyan, Somali and Ethiopian forces.", "Gedo", "world:gedo"),
        ("yemen", "الحوثيون يسيطرون على مديرية حريب في مأرب بعد رحبة", "رحبة", "yemen:rahabah_district"),
        ("world", "انسحبت القوات من قطاع غزة", "قطاع غزة", "world:gaza_strip"),
    ],
)
def test_an_area_of_the_theatre_goes_before_a_namesake_of_the_world(theatre: str, text: str, name: str, place_id: str) -> None:
    assert located(theatre, text, name).id == place_id


@given(st.floats(-3, 3), st.floats(-3, 3))
def test_a_misspelling_is_guessed_within_fifty_kilometres_of_a_town_of_the_text_and_nowhere_else(
    east: float, north: float
) -> None:
    text = "السيطرة على البوحاخر والميادين"
    meant = next(each for each in PLACES if each.id == "valley:bukhater")
    town = place("mayadin", "Mayadin", "الميادين", meant.lon + east, meant.lat + north)
    found, anchor = resolve(text, [mention(text, "البوحاخر"), mention(text, "الميادين")], Gazetteer((meant, town), ()), THEATRE)
    assert anchor.id == town.id
    near = metres(meant.lon, meant.lat, town.lon, town.lat) <= 50_000
    assert found.id == (meant.id if near else None)
    assert [candidate.id for candidate in found.candidates] == [meant.id]


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("Rebels hold Bentiu, a town north of the capital, Juba.", "Bentiu", "bentiu"),
        ("Rebels hold Bentiu, a town south of the capital, Juba.", "Bentiu", None),
        ("The RSF holds El Fasher, a city west of Khartoum.", "El Fasher", "el_fasher"),
        ("The RSF holds El Fasher, a city east of Khartoum.", "El Fasher", None),
        ("سيطرت الدعم السريع على كوستي جنوب الخرطوم", "كوستي", "kosti"),
        ("سيطرت الدعم السريع على كوستي شمال الخرطوم", "كوستي", None),
    ],
)
def test_a_town_may_lie_far_off_that_way_from_a_capital_and_not_the_other_way(text: str, name: str, place_id: str | None) -> None:
    assert located("sudan", text, name).id == (place_id and f"sudan:{place_id}")


@pytest.mark.parametrize(
    ("text", "theatre", "drawn"),
    [
        (
            "French and Malian troops seized the airport of Gao on Saturday. The town had been held by MUJAO since June 2012.",
            "world",
            {("airport", "world:gao+airport"), ("settlement", "world:gao")},
        ),
        (
            "M23 rebels took the airport of Goma on Monday. The city remains under the control of the Congolese army.",
            "world",
            {("airport", "world:goma_airport"), ("settlement", "world:goma")},
        ),
        (
            "سيطرت قوات النظام على مطار أبو الظهور. وكانت البلدة تحت سيطرة هيئة تحرير الشام منذ عام 2015.",
            "syria",
            {("airport", "syria:abu_al_duhur_airbase"), ("settlement", "syria:abu_al_duhur")},
        ),
    ],
)
def test_the_town_after_its_airport_is_drawn_as_the_town(
    tmp_path: Path, text: str, theatre: str, drawn: set[tuple[str, str]]
) -> None:
    (tmp_path / "report.txt").write_text(text, "utf-8")
    claims = whoheld.build(tmp_path / "report.txt", theatre=theatre).claims.values()
    assert {(claim.place.kind, claim.place.id) for claim in claims} == drawn
