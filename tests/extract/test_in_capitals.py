"""Texts that are written in capitals say what they would say in small letters."""

import pytest
from any_war import claims

SAID = [
    (
        "GUERRILLA UNITS TOOK CONTROL OF THE SAN JOSE, LA CRUCITA, MADRE TIERRA, AND SIERRA NUESTRA NEIGHBORHOODS.",
        {"gained SAN JOSE", "gained LA CRUCITA", "gained MADRE TIERRA", "gained SIERRA NUESTRA"},
    ),
    (
        "SOYAPANGO, MEJICANOS, AND ZACAMIL HAVE BEEN RETAKEN BY THE ARMY.",
        {"gained SOYAPANGO", "gained MEJICANOS", "gained ZACAMIL"},
    ),
    ("THE ARMY MAINTAINS ABSOLUTE CONTROL OVER AMATEPEC AND CIUDAD CREDISA.", {"holds AMATEPEC", "holds CIUDAD CREDISA"}),
    ("THE REBELS HAVE SEIZED THE TOWN OF TONACATEPEQUE AND FREED PRISONERS.", {"gained TONACATEPEQUE"}),
    ("THE KHMER ROUGE OVERRAN THE TOWN OF STUNG.", {"gained STUNG"}),
    ("BELGRADE, NOV 18 (TANJUG) -- SERB FORCES CONTROL MOST OF THE TOWN OF BOSANSKI BROD.", {"holds BOSANSKI BROD"}),
    ("MARINES ENTERED THE PORT. THE GUNMEN HOLD THE VILLAGE OF BOSQUES DEL RIO.", {"holds BOSQUES DEL RIO"}),
    # one line of many
    (
        "Radio reports\nSERB FORCES HAVE CAPTURED VLASENICA AND BRATUNAC.\nNo more is known.",
        {"gained VLASENICA", "gained BRATUNAC"},
    ),
    ("FOOD AND MEDICINE WERE DISTRIBUTED IN OCOTAL BY THE GOVERNMENT.", set[str]()),
    ("THE GUERRILLAS PLAN TO CAPTURE PUERTO CABEZAS, THE GENERAL WARNED.", set[str]()),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_capitals_hide_no_name(text: str, expected: set[str]) -> None:
    assert {f"{claim.relation.value} {claim.place.text}" for claim in claims(text, "1992-11-20")} == expected


def test_a_movement_that_is_called_by_what_it_is_for_is_not_the_army_of_a_state() -> None:
    text = "REBELS OF THE SUDANESE PEOPLE'S LIBERATION ARMY SEIZED TORIT."
    assert [claim.actor.id for claim in claims(text, "1989-03-02")] != ["SAF"]


def test_who_keeps_control_says_nothing() -> None:
    (claim,) = claims("The army maintains absolute control over Goma.", "2009-01-01")
    assert claim.speaker is None
    assert claim.modality == "asserted"


HEADLINES = [
    ("Syrian Army Captures Town of Morek From Rebels", "2014-10-24", ["gained Morek SYRIA_GOV"]),
    ("Taliban Seize Control of Kunduz, Officials Say", "2015-09-29", ["gained Kunduz TALIBAN"]),
    (
        "Ethiopian Troops Pull Out of Mekelle, Tigray Forces Move In",
        "2021-06-29",
        ["lost Mekelle ETHIOPIA_GOV", "gained Mekelle TPLF"],
    ),
    ("FARC Rebels Seize Town of Mitu in Southeastern Colombia", "1998-11-02", ["gained Mitu FARC"]),
    ("Home News Africa Middle East Syria War Videos Podcasts More", "2016-10-18", []),
    ("Related Stories: Who Controls Aleppo? What We Know So Far", "2016-10-18", []),
    ("Army Plans to Retake Mosul by Spring", "2015-01-26", []),
]


@pytest.mark.parametrize(("text", "published", "expected"), HEADLINES)
def test_a_headline_whose_words_begin_with_capitals_tells_what_a_sentence_would(
    text: str, published: str, expected: list[str]
) -> None:
    assert [f"{claim.relation.value} {claim.place.text} {claim.actor.id}" for claim in claims(text, published)] == expected


@pytest.mark.parametrize("when", ["On Thursday", "Late on Friday", "On Monday"])
def test_the_day_before_a_name_is_not_part_of_it(when: str) -> None:
    (claim,) = claims(f"{when} President Kagame said troops had taken Goma.", "2013-10-02")
    assert claim.speaker is not None
    assert claim.speaker.text == "President Kagame"
