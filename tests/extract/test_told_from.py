"""Days that are counted from another event, or brought forward; what a relative with a preposition tells is not of its place."""

import pytest
from any_war import claims

TOLD = [
    # so long after another deed, exactly or roughly
    (
        "Marawi is free, the secretary announced on Monday, five months to the day after the Maute group had seized the city.",
        "2017-10-23",
        "gained Marawi 2017-05-01..2017-05-31",
    ),
    (
        "Malian troops retook Kidal on Tuesday, a year after it was lost to Islamist insurgents.",
        "2023-11-15",
        "gained Kidal 2022-01-01..2022-12-31",
    ),
    (
        "Army units entered Kunduz on Tuesday, three days after it was lost to the Taliban.",
        "2015-10-14",
        "gained Kunduz 2015-10-10",
    ),
    ("A year after rebels captured Goma, the town is quiet.", "2026-02-01", "gained Goma 2025-01-01..2025-12-31"),
    (
        "The government declared on Thursday that Tripoli was free, a day after its men took Watiya airbase, lost last year.",
        "2020-06-05",
        "gained Watiya airbase 2020-06-03",
    ),
    # in a clause behind the main one, past what a town is
    (
        "Burundi closed its border after M23 fighters captured Uvira, a town on the lake, on Wednesday.",
        "2025-12-11",
        "gained Uvira 2025-12-10",
    ),
    # "on Monday it was P that they took"
    ("On Monday it was Ataq that government troops captured.", "2019-08-28", "gained Ataq 2019-08-26"),
    ("Last week it was Sirte, on the coast, that militiamen captured.", "2015-05-29", "gained Sirte 2015-05-17..2015-05-24"),
]


@pytest.mark.parametrize(("text", "published", "told"), TOLD)
def test_a_day_is_counted_from_another_deed_or_brought_forward(text: str, published: str, told: str) -> None:
    found = [f"{c.relation} {c.place.text} {c.when.earliest}..{c.when.latest}" for c in claims(text, published)]
    days = told if ".." in told else f"{told}..{told.rsplit(maxsplit=1)[-1]}"
    assert days in found


def test_what_goes_through_a_town_does_not_take_it() -> None:
    text = "The rebels captured Bunagana, the border post through which minerals go to Uganda."
    assert [f"{claim.actor.id} {claim.place.text}" for claim in claims(text, "2012-07-09")] == ["M23 Bunagana"]
    text = "Rebels seized Nimule, the town from which arms passed to Uganda."
    assert "UGANDA" not in {claim.actor.id for claim in claims(text, "2014-07-09")}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rebels overran the province's biggest remaining military base, Mastouma, last week.", ["Mastouma"]),
        ("The army took the region's last remaining town, Kobani, on Friday.", ["Kobani"]),
        ("The army destroyed the province's last remaining bridge near Mastouma.", []),
    ],
)
def test_the_last_of_a_province_is_named_behind_a_comma(text: str, places: list[str]) -> None:
    assert [claim.place.text for claim in claims(text, "2015-05-29")] == places


def test_loyalists_are_the_government_of_the_country() -> None:
    (claim,) = claims("The town of Bor remained in loyalist hands on Monday, a colonel said.", "2014-01-15")
    assert (claim.relation, claim.actor.id) == ("holds", "SOUTH_SUDAN_GOV")
    (claim,) = claims("Gaddafi loyalists recaptured Bani Walid on Monday.", "2012-01-24")
    assert claim.actor.id == "GADDAFI"
