""" "Once" opens a condition, unless its clause is past and nothing is still to come: then it tells what was first."""

import pytest
from any_war import claims

FIRST = [
    ("The army entered Bor once the rebels had left it.", "2014-01-18", ["gained Bor", "lost Bor"]),
    ("Once the army had captured Mosul, it moved on Tal Afar.", "2017-08-18", ["gained Mosul"]),
    ("Once government troops took Aleppo in December 2016, the war turned.", "2018-08-18", ["gained Aleppo"]),
    ("Once Taiz was captured, the Houthis turned south.", "2015-03-28", ["gained Taiz"]),
]


@pytest.mark.parametrize(("text", "published", "told"), FIRST)
def test_what_was_once_done_was_done(text: str, published: str, told: list[str]) -> None:
    assert [f"{claim.relation.value} {claim.place.text}" for claim in claims(text, published)] == told


TO_COME = [
    "Once the army captures Mosul, it will move on Tal Afar.",
    "Once Mosul is retaken, the army will move on.",
    "The general said that once they had captured Bor they would march on Juba.",
    "Residents will go home once the militia has left Tawergha.",
]


@pytest.mark.parametrize("text", TO_COME)
def test_what_must_be_done_first_is_not_done(text: str) -> None:
    assert claims(text, "2018-01-18") == ()
