"""Behind where an English clause plays its subject may stand without a comma ("On the coast government troops captured …")."""

import pytest
from any_war import claims

SUBJECTS = [
    ("On the coast government troops captured Sirte.", "2016-12-06", "GNA"),
    ("On the eastern front Ukrainian troops recaptured Lyman.", "2022-10-01", "UKRAINE"),
    ("Across the lake rebels seized Goma.", "2025-01-27", "M23"),
    ("In Aleppo local rebels captured the Nassib crossing.", "2016-12-06", "SYRIA_OPP"),
    ("In eastern Congo M23 rebels captured Masisi.", "2025-01-05", "M23"),
    ("Government units had gone, and on the Jordanian frontier local rebels captured Nassib.", "2024-12-06", "SYRIA_OPP"),
    ("Near Donetsk Russian forces captured Maryinka.", "2023-12-26", "RUSSIA"),
    ("In Homs government forces have retaken Khalidiya.", "2013-07-29", "SYRIA_GOV"),
]


@pytest.mark.parametrize(("text", "published", "actor"), SUBJECTS)
def test_who_stands_behind_the_setting_acts(text: str, published: str, actor: str) -> None:
    assert claims(text, published)[-1].actor.id == actor


NONE = [
    "In the area rebels captured in May, the army built a base near Bor.",
    "Among the rebels captured near Bor were two officers.",
    "At the army base rebels seized weapons and vehicles.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_told_of_the_setting_is_no_deed(text: str) -> None:
    assert claims(text, "2014-06-01") == ()
