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
    # an aside counts a town in the region that is told of
    (
        "2022-11-12",
        "About 60 per cent of Kherson region, Henichesk included, remains in Russian hands.",
        {"holds RUSSIA Kherson region", "holds RUSSIA Henichesk"},
    ),
    ("2024-12-12", "Darfur, El Fasher, and Nyala were shelled by the RSF.", set[str]()),
    # under whose control one town is, another is likewise, and the first takes none
    (
        "2025-12-18",
        "Luvungi, up the Ruzizi plain, remains under rebel control, as does Kamanyola, theirs since February.",
        {"holds None Luvungi", "holds None Kamanyola"},
    ),
    # who denies a loss holds his ground, and who keeps quarters the town spoken of in part
    (
        "2018-08-12",
        "He shot down reports that Ghazni was lost, saying the army held its ground there.",
        {"holds AFGHAN_GOV Ghazni"},
    ),
    (
        "2016-10-24",
        "ISIS attacked Rutba on Sunday and still maintained control of two quarters.",
        {"holds ISIS Rutba"},
    ),
    ("2014-06-08", "They drove to Sloviansk, in the hands of separatists since April.", {"holds DPR Sloviansk"}),
    ("1995-07-14", "The base is near Srebrenica town which Serbs captured on Tuesday.", {"gained VRS Srebrenica"}),
    ("2014-06-08", "Soldiers held their fire in Sloviansk.", set[str]()),
    # who retires from a town leaves it
    ("2023-12-20", "The army retired from Wad Madani on Monday.", {"lost SAF Wad Madani"}),
    ("2023-12-20", "The general retired from the army in Khartoum on Monday.", set[str]()),
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


ONCE = [
    ("Planes bombed Ras Lanuf, the key oil port once in the hands of rebel forces.", "2011-03-12", "holds Ras Lanuf background"),
    ("Refugees came back to Kobani, a town once under the control of Islamic State.", "2015-06-12", "holds Kobani background"),
    ("Once in control of Bor, the rebels will move on.", "2014-01-02", ""),
    ("Civilians may return to Hajin once it is under army control.", "2018-12-02", ""),
]


@pytest.mark.parametrize(("text", "published", "expected"), ONCE)
def test_once_in_their_hands_is_no_more(text: str, published: str, expected: str) -> None:
    assert "; ".join(f"{c.relation} {c.place.text} {c.telling}" for c in claims(text, published)) == expected
