"""Who has a place by what English tells of it: that it never left his hands, or is in those of a body of states."""

import pytest
from any_war import claims

HELD = [
    # a place that is told not to have left somebody's hands is his
    ("2025-05-20", "El Obeid has never left the army's hands.", {"holds SAF El Obeid"}),
    (
        "2025-05-20",
        "Neither Gao nor Timbuktu has slipped from the army's grasp.",
        {"holds MALI_GOV Gao", "holds MALI_GOV Timbuktu"},
    ),
    ("2017-09-20", "Deir ez-Zor never fell out of government hands.", {"holds SYRIA_GOV Deir ez-Zor"}),
    ("2025-09-20", "Goma has left the rebels' hands.", {"lost M23 Goma"}),
    ("2021-07-30", "Mekelle did not slip from the government's grasp until June.", set[str]()),
    ("2025-01-30", "Goma will not slip from the army's grasp, the governor vowed.", set[str]()),
    ("2025-09-20", "The army has not lost Kunduz.", set[str]()),
]


@pytest.mark.parametrize(("published", "text", "told"), HELD)
def test_who_has_a_place(published: str, text: str, told: set[str]) -> None:
    assert {f"{claim.relation.value} {claim.actor.id} {claim.place.text}" for claim in claims(text, published)} == told


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Only Busan was still in UN hands.", "UN"),
        ("Bunia is under UN control.", "UN"),
        ("The report from Goma is in WHO hands.", None),
        ("Goma is under UN protection.", None),
    ],
)
def test_a_body_of_states_has_hands(text: str, holder: str | None) -> None:
    assert [claim.actor.text for claim in claims(text, "2003-06-20")] == ([holder] if holder else [])
