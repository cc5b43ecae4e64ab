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
