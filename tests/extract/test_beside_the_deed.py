"""What stands beside a deed (a backer, who reports it, a captor or a day of before) is not taken for its own."""

import pytest
from any_war import claims

from whoheld.interval import prefix

BACKED = [
    ("Government forces backed by local militia recaptured Harardhere.", "2023-01-17", "Government forces", "SOMALI_GOV"),
    ("Soldiers backed by volunteers retook Djibo on Monday.", "2023-01-17", "Soldiers", "BURKINA_FASO"),
    ("Rebels backed by foreign fighters overran Bria.", "2016-01-17", "Rebels", "SELEKA"),
    ("Fighters backed by Turkey took Afrin.", "2018-03-20", "Fighters backed by Turkey", "SNA"),
    ("Clan militia backed by the army recaptured Adale.", "2023-01-17", "Clan militia", None),
    ("Government troops, backed by Wagner fighters, retook Kidal.", "2023-11-20", "Government troops", "MALI_GOV"),
]


@pytest.mark.parametrize(("text", "published", "words", "actor"), BACKED)
def test_who_only_backs_others_has_not_taken_the_place(text: str, published: str, words: str, actor: str | None) -> None:
    (claim,) = claims(text, published)
    assert (claim.actor.text, claim.actor.id) == (words, actor)


REPORTED = [
    ("The seizure of Laukkai by the MNDAA was confirmed by the junta.", "2024-01-06", "MNDAA", "MYANMAR_JUNTA"),
    ("The capture of Bor by rebels has been confirmed by the government.", "2014-01-20", "SPLA_IO", "SOUTH_SUDAN_GOV"),
    ("The recapture of Bama was announced by the army.", "2015-03-20", "NIGERIA", "NIGERIA"),
    ("The capture of Mekelle by Ethiopian federal troops was announced on state television.", "2020-11-30", "ETHIOPIA_GOV", None),
    ("The capture of Bria by rebels was announced on Monday, the army said.", "2016-01-30", "SELEKA", None),
    ("Bria was captured by rebels, the army said.", "2016-01-30", "SELEKA", "CENTRAL_AFRICAN_REPUBLIC"),
    (
        "A commander of the army, who was captured, said the rebels had seized Bria.",
        "2016-01-30",
        "SELEKA",
        "CENTRAL_AFRICAN_REPUBLIC",
    ),
]


NOT_ITS_OWN = [
    ("The capture of Bakhmut was confirmed by the United Nations.", "2023-05-22", None),
    ("The fall of Goma, confirmed by the United Nations, shocked the region.", "2025-02-02", None),
    ("The capture of Goma was condemned by the African Union.", "2025-02-22", None),
    ("The fall of Avdiivka was confirmed by the Ukrainian army.", "2024-02-18", None),
    ("The seizure of Goma was acknowledged by the government.", "2025-02-18", None),
    ("Goma was taken by force.", "2025-02-18", None),
    ("The town of Sake was retaken by force by the army.", "2025-02-18", "DRC_GOV"),
    ("The capture of Bakhmut was announced by Wagner.", "2023-05-22", "WAGNER"),
    ("The capture of Goma by M23 was condemned by the African Union.", "2025-02-22", "M23"),
    ("سيطرت القوات المدعومة من روسيا على باخموت.", "2023-05-22", None),
    ("سيطرت القوات المدعومة من الإمارات على المكلا.", "2016-04-25", None),
    ("سيطرت القوات الحكومية المدعومة من روسيا على تدمر.", "2016-03-28", "SYRIA_GOV"),
    ("سيطر الجيش السوري المدعوم من روسيا على تدمر.", "2016-03-28", "SYRIA_GOV"),
]


@pytest.mark.parametrize(("text", "published", "actor"), NOT_ITS_OWN)
def test_who_confirms_or_condemns_a_deed_and_who_lends_arms_has_not_done_it(text: str, published: str, actor: str | None) -> None:
    (claim,) = claims(text, published)
    assert (claim.relation, claim.actor.id) == ("gained", actor)


@pytest.mark.parametrize(("text", "published", "actor", "speaker"), REPORTED)
def test_who_has_a_deed_told_is_named_behind_by(text: str, published: str, actor: str, speaker: str | None) -> None:
    (claim,) = claims(text, published)
    assert (claim.actor.id, claim.speaker.id if claim.speaker else None) == (actor, speaker)


TAKEN_ANEW = [
    ("Quneitra, captured by Israel in 1967, was returned in 1974.", [("gained", "ISRAEL"), ("lost", "ISRAEL")]),
    ("Kunduz, captured by the Taliban in May 2015, was retaken in June 2015.", [("gained", "TALIBAN"), ("gained", None)]),
    ("Huambo, seized by UNITA in 1993, was recaptured in 1994.", [("gained", "UNITA"), ("gained", None)]),
    ("Grozny, captured by Russian troops in 1995, was lost in August 1996.", [("gained", "RUSSIA"), ("lost", "RUSSIA")]),
    ("Bor, retaken by the army in May, was seized in June by rebels.", [("gained", "SOUTH_SUDAN_GOV"), ("gained", "SPLA_IO")]),
    ("Bria, captured by rebels, was then looted.", [("gained", "SELEKA")]),
]


@pytest.mark.parametrize(("text", "expected"), TAKEN_ANEW)
def test_who_took_a_place_before_has_not_taken_it_back(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(claim.relation.value, claim.actor.id if claim.actor else None) for claim in claims(text, "2018-02-01")] == expected


DAYS = [
    ("The JNA took Vukovar in November 1991. The siege had begun in August. In December Serb forces captured Slunj.", "1991-12"),
    ("In March 1975 Northern troops took Hue. Talks had failed in January. In April they took Saigon.", "1975-04"),
    ("On 5 August 1995 the army took Knin. It had seized Okucani in May. In October it captured Jajce.", "1995-10"),
    ("M23 left Goma on Monday. It had held the city in November 2011. In December it took Sake.", "2011-12"),
    ("Rebels took Goma in May 2009. They had taken Sake in June 2008. In July they left Beni.", "2009-07"),
    ("Boko Haram took Gwoza on Monday. The army had left it in December. In January it lost Bama.", "2012-01"),
    ("Last week the army retook Adan Yabaal, and al-Shabaab still holds Jilib.", "2012-01-20"),
    ("In 2011 the army recaptured Bama, while Boko Haram still holds Abadam.", "2012-01-20"),
    ("On Monday the rebels took Bor, but the army still controls Malakal.", "2012-01-20"),
    ("The rebels took Bor, and the army still holds Malakal, the ministry said on Monday.", "2012-01-16"),
    ("As of Monday, the rebels said, the army still controls Malakal.", "2012-01-16"),
    ("On Monday, after the rebels took Bor, the army still held Malakal.", "2012-01-16"),
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_a_day_is_that_of_its_own_clause_and_story(text: str, expected: str) -> None:
    last = claims(text, "2012-01-20")[-1]
    assert prefix(last.when.earliest, last.when.latest) == expected
