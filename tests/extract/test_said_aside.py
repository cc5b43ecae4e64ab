"""What is put off, ordered, named by a compound or told of the neighbours of a war is no claim, or of others."""

import pytest
from any_war import claims

NONE = [
    ("Ethiopia postponed the withdrawal of its soldiers from Baidoa.", "2009-01-02"),
    ("The commander said he was delaying a pullout of troops from Grozny.", "1996-09-02"),
    ("(Russian objective: Capture the entirety of Donetsk Oblast, the claimed territory.)", "2026-02-12"),
    ("Objective: seize Kupyansk and push on.", "2025-06-12"),
    ("The Paris-born commander said the city was in rebel hands.", "2012-09-12"),
]


@pytest.mark.parametrize(("text", "published"), NONE)
def test_nothing_is_claimed(text: str, published: str) -> None:
    assert claims(text, published) == ()


def test_an_adjective_made_of_a_name_is_not_the_town() -> None:
    text = "Palmyra's Roman-era relics have been blown up by Islamic State. The town has been held by the group since May."
    (claim,) = claims(text, "2015-10-12")
    assert (claim.place.text, claim.actor.id) == ("Palmyra", "ISIS")


def test_a_country_may_be_the_subject_behind_a_region() -> None:
    (claim,) = claims("Ukraine hopes to advance into Luhansk, a region Russia took over in July.", "2022-10-02")
    assert (claim.place.text, claim.actor.id, claim.when.text) == ("Luhansk", "RUSSIA", "July")


def test_who_keeps_control_does_not_speak() -> None:
    (claim,) = claims("Residents said the rebels maintained control of Brega.", "2011-03-12")
    assert claim.speaker is not None
    assert (claim.speaker.text, claim.actor.id) == ("Residents", "LIBYA_REBELS")


def test_a_country_that_only_did_something_is_not_where_the_text_plays() -> None:
    told = claims(
        "The junta lost Lashio to the MNDAA in August but regained it in April after talks brokered by China.", "2025-05-02"
    )
    assert [claim.actor.id for claim in told] == ["MNDAA", "MYANMAR_JUNTA"]


def test_a_market_that_bears_a_day_is_no_day() -> None:
    (claim,) = claims("أعلن المسماري أن قواته سيطرت على سوق الخميس.", "2019-04-06")
    assert (claim.place.text, claim.when.basis) == ("سوق الخميس", "published")


def test_two_presidents_are_deposed_and_each_is_told_by_his_name() -> None:
    texts = ("شنت القوات هجوما على قوات المخلوع هادي ما أدى إلى دحرها من حريب.", "سيطرت قوات المخلوع صالح على تعز.")
    assert [claims(text, "2015-09-22")[0].actor.id for text in texts] == ["YEMEN_GOV", "SALEH_FORCES"]


@pytest.mark.parametrize(
    ("text", "published", "actor"),
    [
        ("Kupiansk, a town Russia claimed to have captured three weeks ago, was quiet.", "2025-12-12", "RUSSIA"),
        ("Soldiers reached Masisi, the town M23 said it had taken last week.", "2025-01-12", "M23"),
    ],
)
def test_a_clause_without_a_relative_tells_what_somebody_says_of_a_town(text: str, published: str, actor: str) -> None:
    (claim,) = claims(text, published)
    assert (claim.relation, claim.actor.id, claim.modality) == ("gained", actor, "attributed")


def test_the_day_of_an_aside_is_not_of_what_goes_on_behind_it() -> None:
    text = "Zelensky visited Kupiansk, which Russia claimed to have captured three weeks ago, to show it was in Ukrainian hands."
    told = {(claim.relation, claim.actor.id): claim.when for claim in claims(text, "2025-12-12")}
    assert told["gained", "RUSSIA"].text == "three weeks ago"
    assert ("holds", "UKRAINE") in told
    assert ("gained", "UKRAINE") not in told


def test_a_numbered_unit_is_not_the_one_foreign_state_that_a_text_names() -> None:
    text = "The 110th Brigade withdrew from Avdiivka on Saturday. Russian troops raised a flag there."
    lost = [claim for claim in claims(text, "2024-02-17") if claim.relation == "lost"]
    assert [claim.actor.id for claim in lost] == [None]
