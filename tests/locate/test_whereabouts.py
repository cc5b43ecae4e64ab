"""Where a text says that a place lies counts: it chooses between namesakes, and shuts out a namesake that lies elsewhere."""

import pytest
from valley import PLACES, PROVINCE, THEATRE, mention, place

from whoheld.gazetteer import Gazetteer
from whoheld.locate import resolve
from whoheld.model import Mention

EAST = place("market_east", "Market", "السوق", 40.9, 34.9)
WEST = place("market_west", "Market", "السوق", 38.2, 36.1, parent="valley:north")
UPSTREAM = place("mill_upstream", "Mill", "الطاحونة", 40.7, 34.9)
DOWNSTREAM = place("mill_downstream", "Mill", "الطاحونة", 41.1, 34.4)
ROADSIDE = place("halt_near", "Halt", "الوقفة", 40.9, 34.75)
BEYOND = place("halt_far", "Halt", "الوقفة", 40.85, 35.0)
SMALL = place("duwayr", "Duwayr", "الدوير", 40.6, 34.8)
KNOWN = Gazetteer((*PLACES, EAST, WEST, UPSTREAM, DOWNSTREAM, ROADSIDE, BEYOND, SMALL), ())


def found(text: str, name: str, *others: str) -> Mention:
    return resolve(text, [mention(text, each) for each in (name, *others)], KNOWN, THEATRE)[0]


@pytest.mark.parametrize(
    ("text", "name", "others", "place_id"),
    [
        ("سيطر الجيش على السوق قرب هجين", "السوق", (), "market_east"),
        ("سيطر الجيش على قرية السوق في محافظة الرقة", "السوق", (), "market_west"),
        ("سيطر الجيش على السوق بدير الزور", "السوق", (), "market_east"),
        ("The army took Market near Hajin", "Market", (), "market_east"),
        ("The army took the village of Market in Raqqa Governorate", "Market", (), "market_west"),
        ("سيطر الجيش على الطاحونة شمال غرب هجين", "الطاحونة", (), "mill_upstream"),
        ("سيطر الجيش على الطاحونة جنوب شرقي هجين", "الطاحونة", (), "mill_downstream"),
        ("The army took Mill, north-west of Hajin", "Mill", (), "mill_upstream"),
        ("The army took Mill to the south-east of Hajin", "Mill", (), "mill_downstream"),
        ("سيطر الجيش على الوقفة على بعد 8 كم شمال هجين", "الوقفة", (), "halt_near"),
        ("سيطر الجيش على الوقفة على بعد 35 كيلومترا شمال هجين", "الوقفة", (), "halt_far"),
        ("The army took Halt, some 35 km north of Hajin", "Halt", (), "halt_far"),
        ("سيطر الجيش على قرى السوق والسوسة قرب هجين", "السوق", ("السوسة",), "market_east"),
        ("The army took Market and the village of Susah near Hajin", "Market", ("Susah",), "market_east"),
    ],
)
def test_namesakes_are_told_apart_by_what_follows_the_name(text: str, name: str, others: tuple[str, ...], place_id: str) -> None:
    assert found(text, name, *others).id == f"valley:{place_id}"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("سيطر الجيش على الشعفة غرب الرقة", "الشعفة"),
        ("سيطر الجيش على الشعفة في محافظة الرقة", "الشعفة"),
        ("The army took Ash-Sha'fah in Raqqa Governorate", "Ash-Sha'fah"),
        ("The army took Hajin, 200 km west of Abu Kamal", "Hajin"),
    ],
)
def test_a_place_that_lies_elsewhere_than_the_text_says_is_not_meant(text: str, name: str) -> None:
    place = found(text, name)
    assert place.id is None
    assert "the text says" in str(place.reason)
    assert place.candidates


@pytest.mark.parametrize(
    "text",
    [
        "سيطر الجيش على السوق. قرب هجين قتل ثلاثة",
        "سيطر الجيش على السوق وقصف مواقع قرب هجين",
        "سيطر الجيش على السوق بعد معارك قرب هجين",
        "The army took Market and shelled positions near Hajin",
        "The army took Market; in Hajin it lost men",
    ],
)
def test_what_is_said_of_something_else_does_not_count(text: str) -> None:
    name = "السوق" if "السوق" in text else "Market"
    assert not any("the text says near" in reason for c in found(text, name).candidates for reason in c.reasons)


@pytest.mark.parametrize(
    "text", ["سيطر الجيش على الشعفة في آب", "The army took Hajin in August", "سيطر الجيش على هجين في يوم واحد"]
)
def test_a_date_is_no_whereabouts(text: str) -> None:
    august = place("august", "August", "آب|يوم", 36.0, 37.9)
    name = next(each for each in ("الشعفة", "Hajin", "هجين") if each in text)
    known = Gazetteer((*PLACES, august), ())
    assert resolve(text, [mention(text, name)], known, THEATRE)[0].id is not None


@pytest.mark.parametrize(("written", "like"), [("Buwair", "Duwayr"), ("بويض", "الدوير")])
def test_of_a_short_name_one_letter_may_differ_and_no_more(written: str, like: str) -> None:
    assert like not in str(found(f"The army took {written} near Hajin", written).candidates)


def test_a_near_match_far_from_all_that_the_text_names_is_refused() -> None:
    near, far = "السيطرة على البوحاخر وهجين", "السيطرة على البوحاخر قرب الطبقة"
    tabqa = place("tabqa", "Tabqa", "الطبقة", 38.55, 35.83, parent="valley:north")
    known = Gazetteer((*PLACES, tabqa), ())
    assert resolve(near, [mention(near, "البوحاخر")], known, THEATRE)[0].id == "valley:bukhater"
    refused = resolve(far, [mention(far, "البوحاخر")], known, THEATRE)[0]
    assert refused.id is None
    assert [candidate.id for candidate in refused.candidates] == ["valley:bukhater"]


@pytest.mark.parametrize("text", ["سيطر الجيش على منطقة هجين", "سيطر الجيش على منطقة الباغوز تحتاني"])
def test_an_area_of_a_name_may_be_the_village(text: str) -> None:
    assert found(text, text.partition("منطقة ")[2]).id is not None


def test_a_district_is_no_village_of_its_name_and_is_shown_around_it() -> None:
    district = found("سيطر الجيش على مديرية هجين", "هجين")
    assert (district.id, district.precision_m) == ("valley:hajin+district", 25_000)
    assert "its own point is not known" in district.reason


def test_the_only_district_near_a_town_is_not_that_of_its_name() -> None:
    other = place("bukamal_district", "Abu Kamal District", "منطقة البوكمال", 40.90, 34.60, kind="district", precision_m=50_000)
    text = "سيطر الجيش على ناحية هجين"
    told = resolve(text, [mention(text, "هجين")], Gazetteer((*PLACES, other), ()), THEATRE)[0]
    assert told.id == "valley:hajin+district"


def test_a_province_named_with_its_word_is_the_province() -> None:
    province = PROVINCE.model_copy(update={"names": {"ar": ("منطقة الفرات",), "en": ("Euphrates",)}, "name": "Euphrates"})
    town = place("furat", "Furat", "الفرات", 40.1, 35.3)
    known = Gazetteer((province, town), ())
    text = "سيطر الجيش على منطقة الفرات كلها"
    assert resolve(text, [mention(text, "الفرات")], known, THEATRE)[0].id == "valley:province"
