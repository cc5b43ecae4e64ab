"""Whose deed is told of men sent against others, or in the words of an office that nothing calls a side's."""

import pytest
from any_war import claims

SENT = [
    (
        "Kenyan troops deployed last year to help Somalia's army fight militants said they had captured Kismayo.",
        "2012-10-01",
        ["gained Kismayo KENYA"],
    ),
    ("French troops deployed to help Mali's army battle jihadists recaptured Konna.", "2013-01-18", ["gained Konna FRANCE"]),
    (
        "Chadian soldiers sent to help Nigeria's army battle Boko Haram said they had taken Dikwa.",
        "2015-02-18",
        ["gained Dikwa CHAD"],
    ),
    # who is sent by a verb of the main clause, or speaks of others, does not act
    (
        "Rwanda deployed troops to help Mozambique's army and insurgents seized Palma.",
        "2021-07-28",
        ["gained Palma MOZ_INSURGENTS"],
    ),
    (
        "Troops deployed to help the government said the militants captured Dikwa.",
        "2015-01-28",
        ["gained Dikwa BOKO_HARAM"],
    ),
    (
        "Chad sent 2,000 soldiers to Cameroon to help fight Boko Haram, which has captured Gamboru.",
        "2015-01-28",
        ["gained Gamboru BOKO_HARAM"],
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), SENT)
def test_men_sent_against_others_act_themselves(text: str, published: str, expected: list[str]) -> None:
    assert [f"{c.relation} {c.place.text} {c.actor.id}" for c in claims(text, published)] == expected


OFFICES = [
    (
        "Armenia's defence ministry said fighting raged. The ministry said troops had retaken the village of Madagiz.",
        "2020-10-05",
        "gained ARMENIA by ARMENIA",
    ),
    (
        "Moscow said the operation went to plan. The ministry claimed its forces had taken full control of Soledar.",
        "2023-01-13",
        "gained RUSSIA by RUSSIA",
    ),
    (
        "South Sudan said Khartoum had bombed Bentiu. The defence ministry said its army had withdrawn from Heglig.",
        "2012-04-20",
        "lost SOUTH_SUDAN_GOV by SOUTH_SUDAN_GOV",
    ),
    # not of a state named before another, nor where its seat is told, nor of men who are others' by name or by "the"
    (
        "Israel said it struck Damascus. Syria's army advanced. The defence ministry said its forces captured Nawa.",
        "2018-07-18",
        "gained SYRIA_GOV by SYRIA_GOV",
    ),
    (
        "Russia on Tuesday said Ukraine attacked. The defence ministry in Kyiv said its troops captured Sudzha.",
        "2024-08-15",
        "gained UKRAINE by UKRAINE",
    ),
    (
        "Turkey said on Friday that it had begun an operation. The defence ministry said Syrian rebels had captured Tal Abyad.",
        "2019-10-12",
        "gained SYRIA_OPP by TURKEY",
    ),
    (
        "Russia's Defence Ministry said Ukraine's army was retreating. The ministry said the troops had abandoned Chasiv Yar.",
        "2024-08-13",
        "lost UKRAINE by RUSSIA",
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), OFFICES)
def test_an_office_speaks_of_the_men_of_who_spoke_before(text: str, published: str, expected: str) -> None:
    *_, claim = claims(text, published)
    assert f"{claim.relation} {claim.actor.id} by {claim.speaker.id if claim.speaker else None}" == expected
