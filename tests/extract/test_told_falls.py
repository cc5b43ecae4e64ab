"""A fall that is told by a state may be its own; who only had a stronghold there, or went away, did not take the place."""

import pytest
from any_war import claims

NOBODYS = [
    ("أكدت يريفان سقوط هادروت.", "2020-10-14"),
    ("قال ضابط في الجيش الأفغاني إن غزنة سقطت صباح الخميس.", "2021-08-12"),
    ("The Congolese army confirmed that Goma had fallen.", "2025-01-28"),
    ("Vuhledar has fallen, the Ukrainian general staff said.", "2024-10-02"),
    ("تحررت الرقة بعد خروج آخر مقاتلي داعش.", "2017-10-18"),
    ("The fall of Hama came hours after a pullout by government forces.", "2024-12-05"),
]
BOASTED = [
    ("أعلنت حركة طالبان سقوط قندوز.", "2021-08-08", "TALIBAN"),
    ("أعلن الجيش الأذربيجاني سقوط شوشا وتحرير عشر قرى.", "2020-11-08", "AZERBAIJAN"),
    ("أعلنت روسيا سقوط باخموت بعد انسحاب القوات الأوكرانية.", "2023-05-20", "RUSSIA"),
    ("Rebel commanders said the town of Bria had fallen.", "2012-12-18", "SELEKA"),
]
STRONGHOLDS = [
    ("سقوط آخر معقل لداعش في تلعفر.", "2017-08-30", None, "ISIS"),
    ("بعد تحرير معاقل حركة الشباب في أفجوي", "2012-06-01", None, "SHABAAB"),
    ("تحرير آخر معاقل بوكو حرام في غابة سامبيسا", "2016-12-24", None, "BOKO_HARAM"),
    ("سيطر الجيش على آخر معقل لداعش في تلعفر", "2017-08-30", "IRAQ_GOV", "ISIS"),
]


def _gains(text: str, published: str) -> list[tuple[str | None, str | None]]:
    told = (claim for claim in claims(text, published) if claim.relation == "gained")
    return [(claim.actor.id, claim.loser and claim.loser.id) for claim in told]


@pytest.mark.parametrize(("text", "published"), NOBODYS)
def test_a_fall_goes_to_nobody_whom_the_text_does_not_name(text: str, published: str) -> None:
    assert {actor for actor, _ in _gains(text, published)} == {None}


@pytest.mark.parametrize(("text", "published", "actor"), BOASTED)
def test_a_fall_is_of_those_who_boast_of_it(text: str, published: str, actor: str) -> None:
    assert {winner for winner, _ in _gains(text, published)} == {actor}


@pytest.mark.parametrize(("text", "published", "winner", "holder"), STRONGHOLDS)
def test_whose_stronghold_is_taken_has_not_taken_it(text: str, published: str, winner: str | None, holder: str) -> None:
    assert _gains(text, published) == [(winner, holder)]


@pytest.mark.parametrize("text", ["أقر مسؤول عراقي بسقوط الموصل.", "اعترف الجيش العراقي بسقوط الموصل."])
def test_who_admits_a_fall_has_lost_the_place(text: str) -> None:
    (claim,) = claims(text, "2014-06-11")
    assert (claim.relation, claim.actor.id) == ("lost", "IRAQ_GOV")


def test_what_nobody_names_is_not_taken_by_who_is_told_of_before() -> None:
    text = "اعترفت كييف بانسحاب قواتها من سوليدار. وكانت موسكو قد أعلنت ضمها إلى مناطق سيطرتها قبل أسبوعين."
    told = [(claim.relation, claim.actor.id) for claim in claims(text, "2023-01-25")]
    assert ("lost", "UKRAINE") in told
    assert ("gained", "UKRAINE") not in told


@pytest.mark.parametrize(
    ("text", "published", "told"),
    [
        ("انسحبت القوات الأوكرانية من باخموت. وكانت موسكو قد أعلنت السيطرة عليها.", "2023-06-01", ("gained", "RUSSIA")),
        ("هاجم المتمردون غوما، وأعلنوا الاستيلاء عليها.", "2025-01-28", ("gained", "M23")),
        ("تكتسب ود مدني أهمية كبيرة: استولى عليها الدعم السريع قبل عام.", "2024-12-20", ("gained", "RSF")),
        ("تبدلت السيطرة على ود مدني مرتين: أخذها الدعم السريع ثم استردها الجيش.", "2025-02-01", ("gained", "SAF")),
    ],
)
def test_an_arabic_pronoun_means_the_town_before_it(text: str, published: str, told: tuple[str, str]) -> None:
    assert told in [(claim.relation, claim.actor.id) for claim in claims(text, published)]


@pytest.mark.parametrize(
    "text", ["حاصر داعش كوباني لكنه لم يتمكن من السيطرة عليها.", "تسعى القوات إلى السيطرة عليها. تقع ديموسو في كاياه."]
)
def test_what_was_not_taken_is_no_claim(text: str) -> None:
    assert not claims(text, "2014-10-15")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hama passed from the army's hands into those of Hayat Tahrir al-Sham on Thursday.", ("lost", "SYRIA_GOV")),
        ("Hama slipped from the army's hands on Thursday.", ("lost", "SYRIA_GOV")),
        ("Hama was taken from the army's hands by the rebels.", ("gained", "SYRIA_OPP")),
    ],
)
def test_whose_hands_a_town_leaves_has_lost_it(text: str, told: tuple[str, str]) -> None:
    (claim,) = claims(text, "2024-12-06")
    assert (claim.relation, claim.actor.id) == told


@pytest.mark.parametrize(
    "text",
    [
        "Sirte remained outside the government's grip for a year.",
        "Helmand lies beyond the government's control.",
        "A strategy for the recapture of Madagali from the grip of the insurgents was planned in Gulak.",
    ],
)
def test_what_lies_outside_a_grip_is_not_held(text: str) -> None:
    assert not claims(text, "2016-12-20")


def test_a_number_counts_towns_and_names_none() -> None:
    text = "Four towns held by the Fano militia – Debark, Lalibela, Shewa Robit and Kobo – have been retaken."
    assert {claim.place.text for claim in claims(text, "2023-08-12")} == {"Debark", "Lalibela", "Shewa Robit", "Kobo"}


def test_quarters_that_are_named_behind_a_comma_are_the_places() -> None:
    text = "عاد مقر الإذاعة في أم درمان إلى الجيش الذي أعلن طرد عناصر المليشيا من الأحياء المجاورة، ومنها الملازمين."
    assert ("gained", "الملازمين") in {(claim.relation, claim.place.text) for claim in claims(text, "2024-03-12")}


def test_whom_a_witness_tells_something_is_no_town() -> None:
    assert not claims('A hotel owner in Gondar told the BBC that soldiers "control the main roads now".', "2023-08-10")


def test_a_group_of_which_a_town_was_the_last_goes_on() -> None:
    text = "Sukhna, the last IS town in Homs province, was captured by the Syrian army on Saturday. "
    told = claims(text + "The group, which lost the gas fields at Hayl last week, fell back.", "2017-08-06")
    assert ("lost", "ISIS") in {(claim.relation, claim.actor.id) for claim in told}


def test_the_day_of_an_attack_is_that_of_what_was_taken_in_it() -> None:
    (claim,) = claims("في هجوم خاطف ظهر الأربعاء انتزعت حكومة الوفاق غريان من قوات حفتر.", "2019-06-30")
    assert str(claim.when.earliest) == "2019-06-26"


def test_a_town_may_slip_from_the_same_hands_again() -> None:
    text = (
        "The Syrian army won Palmyra back in March 2016; in December of that year the city slipped from the army's grasp again."
    )
    assert ("lost", "SYRIA_GOV") in {(claim.relation, claim.actor.id) for claim in claims(text, "2020-01-01")}
