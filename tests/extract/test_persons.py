"""Names of people and of parts of the world, which nobody takes; who takes a town; days on which one only remembers it."""

from datetime import date

import pytest
from any_war import claims

from whoheld.model import Telling

NO_PLACE = [
    ("Israel says Second Lt. Hadar Goldin was captured. It searched the area where Goldin was reportedly taken.", "2014-08-01"),
    ("Brig. Gen. Anton Kowalczyk was ambushed on Sunday. Rebels captured Kowalczyk.", "2025-05-01"),
    ("Maria Terkawi, 34, told reporters that rebels had seized Terkawi.", "2015-05-01"),
    ("The journalist, Ivan Petrenko, said Russian forces had captured Petrenko.", "2024-05-01"),
    ('"They were everywhere," said Robert Hultslander, the former CIA chief, "while we held Hultslander."', "2002-04-12"),
    (
        "In the carve-up of Africa, the Congo was given to King Leopold of Belgium, who ran it as his own.",
        "2003-06-13",
    ),
    ('Troops captured Jaime Neira, alias "El Flaco", in a raid outside Tibú.', "2025-02-20"),
    ('Troops captured Mokar Shamil, alias "the Doctor", outside Tikrit.', "2006-01-10"),
    ("NATO troops captured Goran Jelisic in Bijeljina.", "1998-07-20"),
    ("Marines captured Khamis al-Khanjar in a raid near Fallujah.", "2006-01-10"),
    ("The tanker Stena Impero, seized off Bandar Abbas in July, was released.", "2019-09-28"),
    ("The bulk carrier Rwabee, captured by the Houthis in January, was released.", "2022-05-10"),
    ("Russian marines captured the frigate Berdiansk in the Kerch Strait.", "2018-12-01"),
    ("The Bosnian Serb forces held parts of the Balkans.", "1994-07-16"),
]


@pytest.mark.parametrize(("text", "published"), NO_PLACE)
def test_nobody_holds_a_person_or_a_part_of_the_world(text: str, published: str) -> None:
    assert claims(text, published) == ()


STILL_PLACES = [
    ("LNA forces captured Sirte on Monday, Gen. Mark Sirte said.", "2020-01-06", "Sirte"),
    ("Russian forces captured Petrivka on Monday, said Ivan Petrenko, a military spokesman.", "2024-05-01", "Petrivka"),
    ("Rebels took the village of Kowalczyk on Monday, said Maria Kowalczyk, a teacher.", "2025-05-01", "Kowalczyk"),
    ("Lt. Gen. Omar Galcad spoke from Galcad. Al-Shabaab captured Galcad on Monday.", "2023-02-06", "Galcad"),
    ("The SDF holds Hisham bin Abdul Malik in Raqqa.", "2017-08-06", "Hisham bin Abdul Malik"),
    ("The rebels left the ship. Sirte was captured on Monday.", "2016-12-01", "Sirte"),
    ("Rebels in a boat took Massawa on Sunday.", "1990-02-20", "Massawa"),
    ("Rebels captured Tal Rashba near Aleppo.", "2016-01-10", "Tal Rashba"),
]


@pytest.mark.parametrize(("text", "published", "place"), STILL_PLACES)
def test_a_town_may_be_called_like_somebody(text: str, published: str, place: str) -> None:
    (claim,) = claims(text, published)
    assert claim.place.text == place


WHO = [
    ("In the northern province of Jawf, pro-Hadi tribesmen seized control of Yatamah.", "2015-05-22", "pro-Hadi tribesmen"),
    ("On Monday, pro-Gbagbo militiamen took Duékoué.", "2011-03-10", "pro-Gbagbo militiamen"),
    ("Residents said pro-Morsi gunmen seized Kerdasa.", "2013-08-20", "pro-Morsi gunmen"),
    ("The policemen were taken prisoner by the Taliban after overrunning Imam Sahib.", "2021-06-25", "the Taliban"),
    ("Most of the dead were soldiers captured by ISIL after taking over Palmyra.", "2015-05-25", "ISIL"),
    ("The rebels killed by the army after taking over Sake were buried.", "2024-02-25", "The rebels"),
    ("The RSF shelled El Fasher. They captured Um Kadada on Friday.", "2025-04-12", "RSF"),
]


@pytest.mark.parametrize(("text", "published", "actor"), WHO)
def test_who_took_it(text: str, published: str, actor: str) -> None:
    (claim,) = claims(text, published)
    assert claim.actor.text == actor


def test_they_are_none_of_those_whom_a_sentence_only_lists() -> None:
    text = "Other groups include Jabhat Fateh al-Sham, Hezbollah, and the SDF. They control: Afrin, Raqqa and Hasakah."
    assert claims(text, "2018-03-05") == ()


REMEMBERED = [
    ("On 11 July thousands marked the 20th anniversary of the fall of Srebrenica to Bosnian Serb forces.", "2015-07-12", None),
    ("Ceremonies were held on Sunday to commemorate the liberation of Mosul from Islamic State.", "2022-07-12", None),
    ("Monday marks a year since the fall of Goma to M23 rebels.", "2026-01-26", None),
    ("The state did not answer for what they did before the fall of Srebrenica.", "2014-07-16", None),
    ("On Saturday, Ukraine commemorates the liberation of Kherson in November 2022.", "2024-11-10", "2022-11-01"),
    ("The group has fought on since the fall of Raqqa in October 2017.", "2018-08-04", "2017-10-01"),
]


@pytest.mark.parametrize(("text", "published", "day"), REMEMBERED)
def test_the_day_of_remembrance_is_not_that_of_the_deed(text: str, published: str, day: str | None) -> None:
    (claim,) = claims(text, published)
    assert claim.telling is Telling.BACKGROUND
    assert claim.when.earliest == (date.fromisoformat(day) if day else None)


APART = [
    ("Many of the Shia groups that helped retake Tikrit are armed by Iran.", "2015-05-20", "gained Tikrit Shia groups"),
    ("Under pressure from Ankara the SNA announced its withdrawal from Manbij.", "2024-12-20", "lost Manbij SNA"),
    ("With help from Moscow the army said it had retaken Kidal.", "2023-11-20", "gained Kidal the army"),
]


@pytest.mark.parametrize(("text", "published", "told"), APART)
def test_who_acts_is_not_who_stands_beside(text: str, published: str, told: str) -> None:
    (claim,) = claims(text, published)
    assert f"{claim.relation.value} {claim.place.text} {claim.actor.text}" == told


def test_a_participle_goes_on_with_the_subject_and_not_with_the_object() -> None:
    told = claims("In May 1995 the Croatian army overran Western Slavonia, retaking Okučani; Knin followed.", "1999-01-01")
    assert {claim.actor.text for claim in told} == {"Croatian army"}


def test_a_town_that_is_contested_goes_on_no_list() -> None:
    told = claims("The army has left Goma, and Sake is contested by M23.", "2025-01-27")
    assert {(claim.relation.value, claim.place.text) for claim in told} == {("lost", "Goma"), ("contested", "Sake")}


def test_the_town_is_none_of_which_an_event_is_named() -> None:
    text = "Clashes began in Marawi. They were blamed for the 2016 Davao City bombing. Maute militants occupied the city."
    assert {claim.place.text for claim in claims(text, "2017-05-25")} == {"Marawi"}


def test_almost_the_entire_town_is_a_part_of_it() -> None:
    (claim,) = claims("By Wednesday, the Taliban controlled almost the entire city of Kunduz.", "2015-10-05")
    assert claim.extent.value == "part"
