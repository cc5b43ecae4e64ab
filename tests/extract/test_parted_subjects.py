"""Who acts where an English relative clause, or one who did not act, stands between a subject and its verb."""

import pytest
from any_war import claims

PARTED = [
    # whom the subject's own clause names has not acted, nor been driven out
    ("Rebels who beat the army in Bor captured Malakal.", "2014-02-10", "Rebels from None"),
    ("Houthis who bombarded the army in Mokha were driven out by Emirati troops.", "2017-02-10", "Emirati troops from Houthis"),
    # he acts of whom that clause only tells that he did
    ("The rebels who helped the army in Bor said the Ugandans took Malakal.", "2014-02-10", "Ugandans from None"),
    # of two it was the one
    ("It was the Kurds rather than the rebels who took Tel Rifaat.", "2016-02-15", "Kurds from None"),
    ("It was the Kurds and not the army who took Hasakah.", "2016-08-24", "Kurds from None"),
    ("It was not the rebels who took Bor but the army.", "2014-02-10", "army from None"),
]


@pytest.mark.parametrize(("text", "published", "expected"), PARTED)
def test_who_stands_nearest_the_verb_need_not_have_acted(text: str, published: str, expected: str) -> None:
    claim = claims(text, published)[-1]
    told = f"{claim.actor.text} from {claim.loser.text if claim.loser else None}"
    assert told.replace("the ", "").replace("The ", "") == expected


DENIALS = [
    # whom one denies to have helped has taken it all the same
    ("Iran denied supporting the Houthis who captured Sanaa.", "2014-09-22", "asserted"),
    ("Rwanda denies helping the rebels who captured Goma.", "2025-01-28", "asserted"),
    # but not where just that is denied
    ("Iran denied it was the Houthis who captured Sanaa.", "2014-09-22", "denied"),
]


@pytest.mark.parametrize(("text", "published", "modality"), DENIALS)
def test_a_denial_of_help_is_none_of_the_deed(text: str, published: str, modality: str) -> None:
    (claim,) = claims(text, published)
    assert claim.modality == modality


ACCUSED = [
    ("Kyiv accused Russia of capturing Snake Island.", "2022-02-25", "gained Russia attributed Kyiv"),
    ("Renamo was accused of seizing Maringue.", "2013-10-28", "gained Renamo attributed None"),
    ("The army, accused of killing civilians, retook Bama.", "2015-03-10", "gained The army asserted None"),
    ("Hamas accused Israel of bombing Jabalia, which Egypt left.", "1957-03-10", "lost Egypt asserted None"),
    ("It is not true that ISIS ever held Baghdad.", "2015-01-10", "holds ISIS denied None"),
]


@pytest.mark.parametrize(("text", "published", "expected"), ACCUSED)
def test_of_what_somebody_is_only_accused_is_said_by_others(text: str, published: str, expected: str) -> None:
    (claim,) = claims(text, published)
    speaker = claim.speaker.text if claim.speaker else None
    assert f"{claim.relation} {claim.actor.text} {claim.modality} {speaker}" == expected


def test_what_is_far_from_done_is_not_done() -> None:
    assert not claims("The army is as far from retaking Mekelle as ever.", "2021-07-10")
    assert claims("The army retook Bor, far from the border.", "2014-01-10")


@pytest.mark.parametrize("text", ["France handed Tessalit to the army.", "China returned Lashio to the junta."])
def test_who_hands_a_town_over_keeps_none_of_it(text: str) -> None:
    (claim,) = claims(text, "2025-04-21")
    assert claim.actor.id is None
    assert claim.loser is not None
    assert claim.loser.id in {"FRANCE", "CHINA"}


TURNED = [
    # whose men they are then is not known
    ("Government soldiers who defected to the rebels captured Rastan.", "2012-01-30", None),
    ("Government troops who had switched sides captured Goma.", "2012-11-20", None),
    ("Mutinous soldiers seized Goma.", "2012-11-10", None),
    # but before they leave their side they are its men
    ("Soldiers who later defected captured Rastan from the rebels.", "2012-01-10", "SYRIA_GOV"),
]


@pytest.mark.parametrize(("text", "published", "actor"), TURNED)
def test_who_has_left_his_side_takes_nothing_for_it(text: str, published: str, actor: str | None) -> None:
    (claim,) = claims(text, published)
    assert claim.actor.id == actor


def test_what_a_text_contradicts_is_not_said_by_whom_it_contradicts() -> None:
    (claim,) = claims("Contrary to what the RSF says, the army holds Bahri.", "2024-02-20")
    assert claim.modality == "asserted"


def test_whom_somebody_trained_is_not_himself() -> None:
    (claim,) = claims("Uganda trained the fighters who seized Bunia.", "2003-05-12")
    assert claim.actor.text == "the fighters"
