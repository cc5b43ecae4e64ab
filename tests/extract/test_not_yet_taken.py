"""English deeds that are still worked for, and holds and losses that the words beside them only seem to tell."""

import pytest
from any_war import claims

TOLD = [
    # a second verb of the same purpose
    ("We are working to drive them out of Baiji and liberate the town, the general said.", "2015-05-12", []),
    ("The army is working to push Boko Haram out of Gwoza and retake the town.", "2015-03-12", []),
    (
        "Troops managed to push Boko Haram out of Gwoza and retake the town.",
        "2015-03-12",
        ["gained Gwoza NIGERIA"],
    ),
    (
        "The army went on to drive the rebels from Bor and take Malakal.",
        "2014-01-27",
        ["gained Bor SOUTH_SUDAN_GOV", "gained Malakal SOUTH_SUDAN_GOV"],
    ),
    # an assault that goes on or was beaten
    ("The hill lies near Kurakhove, which Russian troops have stormed and are threatening to encircle.", "2024-12-10", []),
    ("Taliban fighters have stormed Ghazni and are fighting the police in the streets.", "2018-08-10", []),
    ("Rebels stormed Maarat al-Numan and captured it.", "2012-10-10", ["gained Maarat al-Numan SYRIA_OPP"]),
    # one of several that fell was theirs until then
    (
        "The town of Rumangabo is the fifth rebel-held town to fall to government forces.",
        "2013-10-28",
        ["gained Rumangabo DRC_GOV"],
    ),
    ("Tal Abyad was the second ISIS-held town to fall to Kurdish forces.", "2015-06-28", ["gained Tal Abyad SDF"]),
    # where a force was sent, and whereto somebody came back
    (
        "Boko Haram seized Damasak in Borno, where a multinational force has been deployed.",
        "2014-11-27",
        ["gained Damasak BOKO_HARAM"],
    ),
    (
        "Loyalists pushed the rebels out of five provinces, including the port city of Aden, to which the government returned.",
        "2015-10-10",
        ["gained Aden YEMEN_GOV"],
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), TOLD)
def test_only_what_was_done_is_told(text: str, published: str, expected: list[str]) -> None:
    assert [f"{c.relation} {c.place.text} {c.actor.id}" for c in claims(text, published)] == expected


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Rebel forces staged an attack last week to seize Malakal.", "2014-01-20"),
        ("M23 mounted an offensive last month to capture Goma.", "2025-01-08"),
        ("Government troops began a push on Friday to recapture Sirte.", "2016-05-08"),
    ],
)
def test_an_attack_to_take_a_town_has_not_taken_it(text: str, published: str) -> None:
    assert not claims(text, published)


def test_the_second_town_to_fall_has_fallen() -> None:
    (claim,) = claims("Bria became the second city this month to fall to the rebels.", "2016-12-01")
    assert (claim.relation, claim.actor.id) == ("gained", "SELEKA")
