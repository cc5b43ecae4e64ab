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
