"""What English says of places aside, in turn or in memory: lists over an aside, gapped objects, shares, anniversaries."""

import pytest
from any_war import claims

TOLD = [
    # an aside on where the first lies ends no list
    ("Kailahun, to the east, and most of Kenema are still held by the rebels.", "1999-05-20", {"Kailahun RUF", "Kenema RUF"}),
    (
        "The Taliban have taken Islam Qala, near Iran, and Torghundi on the border.",
        "2021-07-15",
        {"Islam Qala TALIBAN", "Torghundi TALIBAN"},
    ),
    # what is counted among others, or comes next
    (
        "The chief of staff named Shire and Axum among cities liberated by the army.",
        "2020-11-28",
        {"Shire ETHIOPIA_GOV", "Axum ETHIOPIA_GOV"},
    ),
    ("The minister listed Bor and Bentiu among towns hit by floods.", "2020-11-28", set[str]()),
    # who storms a place is not whose an aside says that it was
    (
        "Hours after storming Gao, the army's base in the north, the Tuareg rebels moved on.",
        "2012-04-02",
        {"Gao AZAWAD"},
    ),
    # rebels who lose nowhere have not lost what "was lost"
    ("Rebels are in Mocha. The governor fled when Zabid was lost in May.", "2018-06-20", {"Zabid -"}),
    # a capital is not the region whose it is
    ("The province of Takhar, whose capital fell to the Taliban on Sunday, is large.", "2021-08-10", set[str]()),
    ("Kasai, whose capital, Luebo, fell to rebels in April, is quiet.", "2017-05-15", {"Luebo -"}),
    # who wins back is not who had taken
    ("In Borno, overrun in 2014, the army has recaptured Bama.", "2015-09-30", {"Borno -", "Bama NIGERIA"}),
    (
        "Bambari, recaptured in May, is quiet, and the army has retaken Bria.",
        "2013-09-30",
        {"Bambari CENTRAL_AFRICAN_REPUBLIC", "Bria CENTRAL_AFRICAN_REPUBLIC"},
    ),
    # a leader named apart acts for his men
    ("The rebels' commander, General Bosco, took Rutshuru on Monday.", "2012-08-05", {"Rutshuru M23"}),
    # a name that begins like an article
    ("North Vietnamese tanks entered An Loc, but the South Vietnamese army still holds An Loc.", "1972-06-10", {"An Loc -"}),
]


@pytest.mark.parametrize(("text", "published", "told"), TOLD)
def test_what_stands_aside_is_read_as_what_it_is(text: str, published: str, told: set[str]) -> None:
    assert {f"{claim.place.text} {claim.actor.id or '-'}" for claim in claims(text, published)} == told


DATED = [
    ("Insurgents captured Merca on Sunday, and on Tuesday Jilib.", "2009-05-20", {"Merca": "2009-05-17", "Jilib": "2009-05-19"}),
    (
        "The army took Juba in May and, after months of fighting, Torit.",
        "1992-08-10",
        {"Juba": "1992-05-31", "Torit": "1992-08-10"},
    ),
    # an anniversary leads on to what it remembers, and not to news
    (
        "Thousands marked the 20th anniversary of the massacre at Srebrenica. Serb forces captured the town on 11 July.",
        "2015-07-11",
        {"Srebrenica": "1995-07-11"},
    ),
    (
        "Halabja recalls the 30th anniversary of the attack. Troops captured Konduga on Wednesday.",
        "2018-03-16",
        {"Konduga": "2018-03-14"},
    ),
    ("Kuwait on Tuesday marked thirty years since Iraqi troops seized Jahra.", "2020-08-05", {"Jahra": "2020-08-05"}),
]


@pytest.mark.parametrize(("text", "published", "days"), DATED)
def test_what_is_told_in_turn_or_remembered_has_its_own_day(text: str, published: str, days: dict[str, str]) -> None:
    assert {claim.place.text: str(claim.when.latest) for claim in claims(text, published)} == days


@pytest.mark.parametrize("share", ["nine of the city's 10 districts", "12 of the city's 54 quarters"])
def test_a_number_of_its_districts_is_no_whole_city(share: str) -> None:
    (held,) = claims(f"Marawi is in ruins. The rebels hold {share}.", "2017-07-10")
    assert (held.place.text, held.extent.value) == ("Marawi", "part")
