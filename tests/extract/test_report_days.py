"""The day of a report that only infers a deed, or says that it is older, is not the deed's."""

import pytest
from any_war import claims

DAYS = [
    ("Geolocated footage published on April 7 shows that Russian forces took Pervomaiske.", "2024-04-08", None),
    ("A monitor reported on Tuesday that fighters took Baghuz on an unspecified date.", "2019-03-22", None),
    ("Satellite imagery captured on June 3 shows that troops had taken Robotyne.", "2023-06-05", None),
    ("The SDF said on Friday that its fighters had captured Hajin.", "2018-12-16", "2018-12-14"),
    ("A milblogger claimed on February 20 that Russian forces seized Pryvillya on February 19.", "2026-02-21", "2026-02-19"),
    ("The army freed Manbij from the control of the militants on Monday.", "2016-02-17", "2016-02-15"),
    ("Two towns were freed of the militants on Monday. They are Soran and Dabiq.", "2016-02-17", "2016-02-15"),
]


@pytest.mark.parametrize(("text", "published", "day"), DAYS)
def test_the_day_of_the_deed(text: str, published: str, day: str | None) -> None:
    found = claims(text, published)
    assert found
    assert {str(claim.when.earliest) if claim.when.earliest else None for claim in found} == {day}


def test_whose_control_a_place_is_freed_from_is_who_loses_it() -> None:
    (claim,) = claims("Manbij was taken from the control of ISIS on Monday.", "2016-02-17")
    assert claim.loser is not None
    assert claim.loser.id == "ISIS"
    assert claim.relation == "gained"


def test_what_is_assessed_is_said_by_who_assesses_it() -> None:
    (claim,) = claims("ISW assessed that Wagner forces had captured Yahidne.", "2023-03-05")
    assert claim.speaker is not None
    assert claim.speaker.text == "ISW"
