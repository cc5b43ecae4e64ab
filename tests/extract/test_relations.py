"""Whether a text tells of a gain or of a hold: tense, what goes on, and a state that is announced on a day."""

import pytest
from any_war import claims as told
from small_war import Claims

RELATIONS = [
    ("تبسط قسد سيطرتها على هجين.", "holds"),
    ("بسطت قسد سيطرتها على هجين.", "gained"),
    ("تفرض قسد سيطرتها على الرقة.", "holds"),
    ("فرضت قسد سيطرتها على الرقة.", "gained"),
    ("يواصل تنظيم الدولة بسط نفوذه على السوسة.", "holds"),
    ("تواصل قسد فرض سيطرتها على هجين.", "holds"),
    ("The SDF said on Friday that Hajin belonged to it.", "gained"),
    ("Hajin belonged to the SDF by Friday evening.", "gained"),
    ("Hajin still belonged to the SDF on Friday.", "holds"),
    ("Hajin has belonged to the SDF since 2017.", "holds"),
    ("Hajin is the SDF's, a spokesman said on Friday.", "gained"),
    ("The SDF said on Friday that it controls Hajin.", "holds"),
    ("Hajin is theirs, the SDF said on Friday.", "gained"),
    ("Hajin is now fully under the control of the SDF.", "gained"),
    ("Hajin is now held by the SDF.", "holds"),
    ("Hajin is now in the hands of the SDF.", "gained"),
    ("Hajin is under the control of the SDF again.", "gained"),
]


@pytest.mark.parametrize(("text", "relation"), RELATIONS)
def test_a_gain_or_a_hold(claims: Claims, text: str, relation: str) -> None:
    assert [claim.relation for claim in claims(text, "2018-12-19")] == [relation]


def test_a_day_of_the_week_makes_news_where_its_date_cannot_be_known(claims: Claims) -> None:
    (claim,) = claims("Hajin is theirs, the SDF said on Friday.", None)
    assert (claim.relation, claim.when.latest) == ("gained", None)


def test_what_is_so_now_is_dated_now(claims: Claims) -> None:
    texts = "ISIS left Hajin on Friday, and the SDF now controls the town.", "2018-12-19"
    dates = {claim.relation: str(claim.when.latest) for claim in claims(*texts)}
    assert dates == {"lost": "2018-12-14", "holds": "2018-12-19"}


APPOSED = [
    "Hajin, the last town in rebel hands, was taken by the SDF on 14 December.",
    "Hajin, a village under rebel control since 2014, was taken by the SDF on 14 December.",
    "Hajin, in the hands of rebels on Monday, was taken by the SDF on 14 December.",
]


@pytest.mark.parametrize("text", APPOSED)
def test_a_state_beside_a_deed_is_what_was_before(claims: Claims, text: str) -> None:
    told = {claim.relation: (claim.telling, str(claim.when.latest)) for claim in claims(text, "2018-12-19")}
    assert told["gained"] == ("event", "2018-12-14")
    assert told["holds"][0] == "background"
    assert told["holds"][1] != "2018-12-14"


RESOLVED_BY = [
    ("SDF troops entered Hajin and by evening had taken the town.", "event"),
    ("By Friday the SDF had captured Hajin.", "event"),
    ("Within hours the SDF had overrun Hajin.", "event"),
    ("The SDF had captured Hajin.", "background"),
    ("The SDF, which by 2012 had captured Hajin, met mediators.", "background"),
    ("By June the SDF had captured Hajin.", "background"),
    ("By 8 December the SDF had captured Hajin.", "event"),
    ("After the SDF had captured Hajin by force, its men rested.", "background"),
    ("The SDF announced on 2 December 2018 that it had captured Hajin.", "event"),
    ("The SDF told reporters in Hama on Friday that it had captured Hajin.", "event"),
    ("The SDF spoke of Hajin, which it had captured on Friday.", "background"),
]


@pytest.mark.parametrize(("text", "telling"), RESOLVED_BY)
def test_a_pluperfect_recalls_unless_it_tells_on(claims: Claims, text: str, telling: str) -> None:
    assert [claim.telling for claim in claims(text, "2018-12-19")] == [telling]


PARTS = [
    ("Hajin had been partly occupied by ISIS since 2014.", "part"),
    ("The SDF partially captured Hajin.", "part"),
    ("Hajin is largely under the control of the SDF.", "part"),
    ("سيطرت قسد جزئيا على هجين.", "part"),
    ("The SDF fully controls Hajin.", "whole"),
    ("The SDF captured the largely deserted town of Hajin.", "whole"),
    ("The mostly Kurdish fighters of the SDF took Hajin.", "whole"),
]


@pytest.mark.parametrize(("text", "extent"), PARTS)
def test_an_adverb_says_that_only_a_part_is_meant(claims: Claims, text: str, extent: str) -> None:
    assert [claim.extent for claim in claims(text, "2018-12-19")] == [extent]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ISIS was driven out of Sinjar, which was then occupied by the PMF.", ["lost", "gained"]),
        ("Kut fell to the Ottomans in 1915. It was subsequently occupied by British troops in March 1916.", ["gained", "gained"]),
        ("The army lost Bor in May. In June the government resumed control there.", ["lost", "gained"]),
        ("Goma, then occupied by the M23, was shelled on Monday.", ["holds"]),
    ],
)
def test_what_comes_next_is_a_change(text: str, expected: list[str]) -> None:
    assert [claim.relation for claim in told(text, "2024-06-20")] == expected
