"""Names of people, and of parts of the world, which nobody takes as towns are taken."""

import pytest
from any_war import claims

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
]


@pytest.mark.parametrize(("text", "published", "place"), STILL_PLACES)
def test_a_town_may_be_called_like_somebody(text: str, published: str, place: str) -> None:
    (claim,) = claims(text, published)
    assert claim.place.text == place
