"""What a denial denies: what follows it, and never what the same speaker has just told; who denies a deed has not done it."""

import pytest
from any_war import claims

STANDS = [
    ("قال الجيش إنه استعاد بارا، نافيا سقوط الأبيض.", "2025-10-02", ("gained", "SAF", "بارا")),
    ("أكدت طالبان أنها استولت على قندوز نافية أن تكون قد انسحبت منها.", "2021-08-10", ("gained", "TALIBAN", "قندوز")),
    (
        "أعلنت أوكرانيا أن قواتها ما زالت تسيطر على شمال بوكروفسك، نافية ما أعلنته موسكو.",
        "2025-12-02",
        ("holds", "UKRAINE", "بوكروفسك"),
    ),
    ("The army said it had retaken Bara, denying that El Obeid had fallen.", "2025-10-02", ("gained", "SAF", "Bara")),
    (
        "Kyiv said its troops still held northern Pokrovsk, rejecting Moscow's claim to have captured the whole city.",
        "2025-12-02",
        ("holds", "UKRAINE", "Pokrovsk"),
    ),
]


@pytest.mark.parametrize(("text", "published", "told"), STANDS)
def test_what_is_told_before_a_denial_stands(text: str, published: str, told: tuple[str, str, str]) -> None:
    firm = [claim for claim in claims(text, published) if claim.modality != "denied"]
    assert [(claim.relation, claim.actor.id, claim.place.text) for claim in firm] == [told]


@pytest.mark.parametrize(
    "text",
    ["قال الجيش إنه استعاد بارا، نافيا سقوط الأبيض.", "The army said it had retaken Bara, denying that El Obeid had fallen."],
)
def test_who_denies_a_fall_has_not_won_the_place(text: str) -> None:
    (denied,) = [claim for claim in claims(text, "2025-10-02") if claim.modality == "denied"]
    assert denied.actor.id is None


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Kyiv rejected Moscow's claim to have captured Pokrovsk.", "RUSSIA"),
        ("Kyiv denied claims by Russia to have taken Pokrovsk.", "RUSSIA"),
    ],
)
def test_a_claim_to_have_taken_a_town_is_of_who_makes_it(text: str, actor: str) -> None:
    (claim,) = claims(text, "2025-12-02")
    assert (claim.modality, claim.actor.id) == ("denied", actor)


@pytest.mark.parametrize(
    ("text", "published", "actor"),
    [
        ("The Houthis repeated their claim to have captured Al-Abdiyah.", "2021-10-16", "HOUTHI"),
        ("قال المتحدث باسم القوات المسلحة اليمنية يحيى سريع إن قواته سيطرت على العبدية.", "2021-10-17", "HOUTHI"),
        ("قال الناطق باسم الجيش اليمني عبده مجلي إن قواته سيطرت على العبدية.", "2021-10-17", "YEMEN_GOV"),
        ("Yemeni army spokesman Yahya Saree said his forces had taken Abdiyah.", "2021-10-17", "HOUTHI"),
    ],
)
def test_a_spokesman_speaks_for_the_side_that_he_is_known_to_be_of(text: str, published: str, actor: str) -> None:
    (claim,) = claims(text, published)
    assert claim.actor.id == actor


RETRACTED = [
    ("The Ukrainian army has retracted its claim that it had captured Debaltseve.", "2015-01-28", "denied"),
    ("Nigeria's military withdrew its claim to have recaptured Bama from Boko Haram.", "2014-09-03", "denied"),
    ("The Syrian army backtracked on its claim of having seized Maaloula.", "2013-09-12", "denied"),
    # of a thing only, before or in another clause
    ("The minister retracted his insult a day after rebels captured Bor.", "2014-01-05", "asserted"),
    ("The rebels, who had backtracked on a truce, captured Bambari.", "2018-09-12", "asserted"),
    ("The governor dismissed the police chief after the Taliban captured Ghazni.", "2018-08-15", "asserted"),
    ("Officials denied the reports after rebels said they had captured Bor.", "2014-01-05", "denied"),
]


@pytest.mark.parametrize(("text", "published", "modality"), RETRACTED)
def test_who_takes_back_a_claim_denies_it(text: str, published: str, modality: str) -> None:
    assert [claim.modality for claim in claims(text, published)] == [modality]


KEPT = [
    ("ونفت طالبان أن تكون بنجشير قد خرجت عن سيطرتها.", "2021-09-20", ("holds", "TALIBAN", "attributed")),
    (
        "أما المجلس العسكري فنفى أن تكون مدينة مياوادي قد خرجت من يد قواته.",
        "2024-04-12",
        ("holds", "MYANMAR_JUNTA", "attributed"),
    ),
    ("ونفى متحدث باسم الجيش الوطني الليبي خروج مطار طرابلس من أيدي قواته.", "2019-04-14", ("holds", "LNA", "attributed")),
    ("The army denied that Bor had slipped out of its control.", "2014-01-19", ("holds", "SOUTH_SUDAN_GOV", "attributed")),
    ("أما مجلس أعيان ذمار فنفى أن تكون رداع قد خرجت من يد رجاله.", "2014-12-04", ("holds", None, "attributed")),
    # another's loss, and another's hands
    ("نفى متمردو حركة 23 مارس أن تكون غوما قد خرجت من يد الجيش.", "2012-11-19", ("lost", "DRC_GOV", "denied")),
    ("ونفى الجيش السوري أن تكون كرناز قد سقطت في يد داعش.", "2014-02-06", ("gained", "ISIS", "denied")),
]


@pytest.mark.parametrize(("text", "published", "told"), KEPT)
def test_who_denies_that_a_place_has_left_his_hands_has_it(text: str, published: str, told: tuple[str, str | None, str]) -> None:
    assert [(claim.relation, claim.actor.id, claim.modality) for claim in claims(text, published)] == [told]
