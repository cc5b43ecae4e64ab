"""Bases that are called by the unit that sits there: places where they are seized, and parties where they act."""

import pytest
from small_war import Claims, said

FOUND = [
    ("The RSF seized the army's 16th Division headquarters in Nyala.", {"gained RSF 16th Division headquarters"}),
    (
        "The RSF overran the headquarters of the army's 17th Infantry Division.",
        {"gained RSF headquarters of the army's 17th Infantry Division"},
    ),
    ("Brigade 93 base was captured by ISIS on Friday.", {"gained ISIS Brigade 93 base"}),
    ("ISIS captured Division 17 and Regiment 121 in July.", {"gained ISIS Division 17", "gained ISIS Regiment 121"}),
    ("Infantry Battalion 437 was overrun by the SDF.", {"gained SDF Infantry Battalion 437"}),
    ("The SDF still hold the camp of the Third Armoured Brigade.", {"holds SDF camp of the Third Armoured Brigade"}),
    ("The STC seized the headquarters of the Second Military Region.", {"gained STC headquarters of the Second Military Region"}),
    ("The RSF lost Infantry Battalion 275, its last base in Darfur.", {"lost RSF Infantry Battalion 275"}),
    ("Brigade 52 fell to the SDF.", {"gained SDF Brigade 52"}),
    ("The SDF still holds Brigade 93.", {"holds SDF Brigade 93"}),
    ("ISIS was driven out of Division 17 and Regiment 121.", {"lost ISIS Division 17", "lost ISIS Regiment 121"}),
]
REFUSED = [
    "Brigade 93 shelled the SDF.",
    "The SDF attacked the headquarters of the 17th Infantry Division.",
    "The RSF met the 16th Division on the road.",
    "Brigade 52 lost 20 men near Palmyra.",
    "Brigade 93 fell back towards Palmyra.",
    "The SDF held Battalion 5 responsible for the shelling of Palmyra.",
    "The RSF lost the 58th Brigade.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_a_post_is_a_place(claims: Claims, text: str, expected: set[str]) -> None:
    assert {said(claim) for claim in claims(text)} == expected


@pytest.mark.parametrize("text", REFUSED)
def test_a_unit_that_acts_is_none(claims: Claims, text: str) -> None:
    assert not claims(text)


def test_a_unit_takes_a_town(claims: Claims) -> None:
    (claim,) = claims("The 57th Division took Palmyra.")
    assert (claim.actor.text, claim.place.text) == ("57th Division", "Palmyra")


def test_a_unit_called_by_its_number_acts_too(claims: Claims) -> None:
    (claim,) = claims("Infantry Battalion 275 withdrew from Palmyra.")
    assert (claim.actor.text, claim.place.text, claim.relation.value) == ("Infantry Battalion 275", "Palmyra", "lost")
