"""The days of histories and chronologies: whose year a day without one has, and what a heading dates."""

import pytest
from any_war import claims

from whoheld.interval import prefix

DATED = [
    # a relative clause that ends before a date says nothing of when that was
    (
        "Rebels took Kuito on 8 December 1992. Uige fell on 8 May 1993. UNITA, which had left, came and on 6 July took Luau.",
        "2013-09-16",
        "Kuito 1992-12-08, Uige 1993-05-08, Luau 1993-07-06",
    ),
    # "this day" is that of each year
    (
        "On this day: the fall of Singapore\nThe Japanese took Kuala Lumpur on 11 January 1942. On 15 February they took Muar.",
        "2022-02-15",
        "Kuala Lumpur 1942-01-11, Muar 1942-02-15",
    ),
    ("On this day the army retook Palmyra, the ministry said.", "2016-03-27", "Palmyra 2016-03-27"),
    # the date before a colon is that of its paragraph
    (
        "12 Mar: Rebels capture Harper. Government troops also abandon Zwedru.",
        "2003-08-30",
        "Harper 2003-03-12, Zwedru 2003-03-12",
    ),
    (
        "24 Feb: Russian troops cross the border. They capture Melitopol.\nThey capture Kherson.",
        "2022-03-30",
        "Melitopol 2022-02-24, Kherson None",
    ),
    # what a town is known for is no news of it
    ("The rebels captured Srebrenica, site of a massacre in 1995.", "2024-12-06", "Srebrenica None"),
    ("Fighters captured Nyala, founded in 1935 by the British.", "2023-10-30", "Nyala None"),
    ("Rebels control Kafr Zita, the target of a chlorine attack in April 2014.", "2015-10-28", "Kafr Zita 2015-10-28"),
    ("The rebels captured Sirte, the birthplace of Gaddafi, in August 2011.", "2012-10-30", "Sirte 2011-08"),
]


@pytest.mark.parametrize(("text", "published", "expected"), DATED)
def test_when_what_a_history_tells_was(text: str, published: str, expected: str) -> None:
    told = (f"{claim.place.text} {prefix(claim.when.earliest, claim.when.latest)}" for claim in claims(text, published))
    assert ", ".join(told) == expected


PAST_HOLDS = [
    ("Kidal was held by rebels until 2023.", "background"),
    ("The opposition held half of Aleppo until December 2016.", "background"),
    ("Kidal was under rebel control until November 2023.", "background"),
    ("Rebels have held Kidal since 2014.", "state"),
    ("The army says that it will fight until 2026 and holds Kidal.", "state"),
]


@pytest.mark.parametrize(("text", "telling"), PAST_HOLDS)
def test_a_hold_until_a_year_is_over(text: str, telling: str) -> None:
    assert [claim.telling for claim in claims(text, "2024-12-05")] == [telling]


def test_one_of_the_few_is_told_of_the_town_that_is_named() -> None:
    (claim,) = claims("Mariupol is one of the few towns that remained in Ukrainian hands.", "2014-09-05")
    assert (claim.relation, claim.actor.id, claim.place.text) == ("holds", "UKRAINE", "Mariupol")
