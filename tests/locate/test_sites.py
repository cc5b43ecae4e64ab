"""Airports, ports and districts of a town, and those that a text calls nothing but "the airport"."""

import pytest
from tests.locate.valley import PLACES, THEATRE, mention, place

from whoheld.gazetteer import Gazetteer
from whoheld.locate import resolve
from whoheld.model import Mention

MAYADIN = place("mayadin", "Mayadin", "الميادين", 40.45, 35.02)
MAYADIN_AIRPORT = place(
    "mayadin_airport", "Mayadin airport", "مطار الميادين", 40.42, 35.0, kind="airport", parent="valley:mayadin"
)
MAYADIN_DAM = place("mayadin_dam", "Mayadin Dam", "سد الميادين", 40.46, 35.04, kind="dam", parent="valley:mayadin")
BAATH_DAM = place("baath_dam", "Baath Dam", "سد البعث", 40.6, 35.06, kind="dam")
CAMPS = (place("roj", "Roj", "روج", 40.46, 35.04, kind="camp"), place("hol", "Hol", "الهول", 40.44, 35.03, kind="camp"))
KNOWN = Gazetteer((*PLACES, MAYADIN, MAYADIN_AIRPORT, MAYADIN_DAM, BAATH_DAM, *CAMPS), ())


def located(text: str, name: str, *others: str) -> Mention:
    return resolve(text, [mention(text, each) for each in (name, *others)], KNOWN, THEATRE)[0]


@pytest.mark.parametrize(
    ("text", "name", "id_", "town"),
    [
        ("Rebels took the port of Hajin.", "Hajin", "valley:hajin+crossing", "Hajin"),
        ("The army lost the airport of Ash-Sha'fah.", "Ash-Sha'fah", "valley:shafah+airport", "Ash-Sha'fah"),
        ("سيطر الجيش على مطار السوسة", "السوسة", "valley:susah+airport", "As-Susah"),
        ("The army lost Hajin's airport.", "Hajin's airport", "valley:hajin+airport", "Hajin"),
    ],
)
def test_a_site_without_a_point_stands_at_the_town_of_its_name_and_says_so(text: str, name: str, id_: str, town: str) -> None:
    site = located(text, name)
    at = next(each for each in PLACES if each.name == town)
    assert (site.id, site.lon, site.lat) == (id_, at.lon, at.lat)
    assert (site.precision_m or 0) >= 20_000
    made = KNOWN.get(id_)
    assert made
    assert made.parent == at.id
    assert f"point of {town}" in made.source


@pytest.mark.parametrize(
    ("text", "name", "others", "id_"),
    [
        ("The army entered Mayadin and took the airport.", "airport", ["Mayadin"], "valley:mayadin_airport"),
        ("دخل الجيش الميادين وسيطر على المدينة والمطار", "والمطار", ["الميادين"], "valley:mayadin_airport"),
        ("The army entered Hajin and took the airport.", "airport", ["Hajin"], "valley:hajin+airport"),
        ("The army entered Mayadin and took the dam.", "dam", ["Mayadin"], "valley:mayadin_dam"),
    ],
)
def test_the_airport_is_that_of_the_only_town(text: str, name: str, others: list[str], id_: str) -> None:
    assert located(text, name, *others).id == id_


@pytest.mark.parametrize("text", ["The army lost the airport of Mayadin.", "The army lost Mayadin's airport."])
def test_a_known_site_near_the_town_is_meant_by_the_towns_name(text: str) -> None:
    name = "Mayadin's airport" if "'s" in text else "Mayadin"
    assert located(text, name).id == "valley:mayadin_airport"


def test_the_airport_named_in_full_before_is_meant_among_several_towns() -> None:
    text = "Hajin and Ash-Sha'fah were quiet; Mayadin airport was shelled. Rebels then seized the base and the airfield."
    assert located(text, "airfield", "Hajin", "Ash-Sha'fah", "Mayadin airport").id == "valley:mayadin_airport"


@pytest.mark.parametrize(
    ("text", "name", "others", "id_"),
    [
        (
            "As-Susah fell on Sunday. The army then took Mayadin and the airport.",
            "airport",
            ["As-Susah", "Mayadin"],
            "mayadin_airport",
        ),
        ("Rebels left As-Susah. They entered Hajin. The airport held out.", "airport", ["As-Susah", "Hajin"], "hajin+airport"),
        ("سقطت السوسة أمس. ودخلت قسد هجين وسيطرت على مطارها", "مطارها", ["السوسة", "هجين"], "hajin+airport"),
        ("وصل الجيش إلى الميادين في آب. ثم أخذ مطارها. وسقطت هجين", "مطارها", ["الميادين", "هجين"], "mayadin_airport"),
    ],
)
def test_the_airport_is_that_of_the_town_last_spoken_of(text: str, name: str, others: list[str], id_: str) -> None:
    assert located(text, name, *others).id == f"valley:{id_}"


@pytest.mark.parametrize(
    ("text", "name", "others"),
    [
        ("Hajin fell. Near As-Susah and Mayadin, the airport was lost too.", "airport", ["Hajin"]),
        (
            "The army took Hajin, then Mayadin and As-Susah. The airport is lost.",
            "airport",
            ["Hajin", "Mayadin", "As-Susah"],
        ),
        (
            "The army took Hajin and left As-Susah. It took Mayadin." + " It rained." * 9 + " The airport is lost.",
            "airport",
            ["Hajin", "As-Susah", "Mayadin"],
        ),
        ("Rebels hold the airport. The army took Hajin. It left As-Susah.", "airport", ["Hajin", "As-Susah"]),
    ],
)
def test_a_text_that_speaks_of_several_towns_leaves_the_airport_open(text: str, name: str, others: list[str]) -> None:
    assert located(text, name, *others).id is None


TERMINAL = place("sidra", "Es Sider", "السدرة", 40.5, 35.04, kind="site")


@pytest.mark.parametrize("text", ["Rebels hold the port of Es Sider.", "Rebels hold Es Sider oil terminal."])
def test_what_is_known_as_a_site_may_be_a_port_or_an_oil_terminal(text: str) -> None:
    known = Gazetteer((*PLACES, TERMINAL), ())
    assert resolve(text, [mention(text, "Es Sider")], known, THEATRE)[0].id == "valley:sidra"


def test_what_is_known_as_a_site_is_no_district_of_its_name() -> None:
    text = "Rebels hold the district of Es Sider."
    known = Gazetteer((*PLACES, TERMINAL), ())
    assert resolve(text, [mention(text, "Es Sider")], known, THEATRE)[0].id is None


@pytest.mark.parametrize(
    ("text", "name", "others"),
    [
        ("The army took Hajin and As-Susah; rebels hold the airport.", "airport", ["Hajin", "As-Susah"]),
        ("The army entered Mayadin and seized the camp.", "camp", ["Mayadin"]),
        ("Rebels hold the airport.", "airport", []),
        ("The army took Hajin and then the district.", "district", ["Hajin"]),
    ],
)
def test_a_text_that_leaves_a_doubt_gets_no_site(text: str, name: str, others: list[str]) -> None:
    refused = located(text, name, *others)
    assert refused.id is None
    assert refused.reason
    assert refused.reason.startswith("not found")
